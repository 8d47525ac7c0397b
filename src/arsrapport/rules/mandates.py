"""Mandates: people outside theirs, and more members than seats."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
