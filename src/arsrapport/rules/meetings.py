"""Meetings: what their dates, numbers and states say of each other."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
