"""Names: a person or an organisation that was probably meant to be another."""

from typing import Final

from arsrapport.rules.subject import Rule

RULES: Final[tuple[Rule, ...]] = ()
