"""Spelling: a form of the other written Norwegian."""

from typing import Final

from arsrapport.rules.prose import Rule as ProseRule

PROSE: Final[tuple[ProseRule, ...]] = ()
