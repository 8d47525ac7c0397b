"""Decisions and actions: words that are nearly right, who is responsible, when it is due."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
