"""Agenda and body: numbers that run backwards, sections without a text."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
