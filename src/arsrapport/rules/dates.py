"""Dates in sentences: a weekday that does not fit."""

from typing import Final

from arsrapport.rules.prose import Rule as ProseRule

PROSE: Final[tuple[ProseRule, ...]] = ()
