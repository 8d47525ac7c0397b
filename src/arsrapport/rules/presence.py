"""Presence: who was there, who sent word, who stood in for whom, who presented."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
