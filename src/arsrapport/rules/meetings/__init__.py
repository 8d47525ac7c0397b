"""Meetings: what their dates, numbers and states say of each other."""

from typing import Final

from arsrapport.rules.meetings import dates, states
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = (*states.RULES, *dates.RULES)
PROSE: Final[tuple[ProseRule, ...]] = (*dates.PROSE,)
