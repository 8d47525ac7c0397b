"""Typography: abbreviations, dates, ranges and signs as Språkrådet has them."""

from typing import Final

from arsrapport.rules.prose import Rule as ProseRule

PROSE: Final[tuple[ProseRule, ...]] = ()
