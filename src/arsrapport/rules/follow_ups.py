"""Follow-ups: what became of actions, and what cannot have."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
