"""Decisions and actions: words, people, dues, and what became of them."""

from typing import Final

from arsrapport.rules.outcomes import actions, follow_ups, superseding
from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = (*actions.RULES, *follow_ups.RULES, *superseding.RULES)
