"""People: names, organisations, mandates, and who was there."""

from typing import Final

from arsrapport.rules.people import mandates, names, organisations, presence
from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = (
    *names.RULES,
    *organisations.RULES,
    *presence.RULES,
    *mandates.RULES,
)
