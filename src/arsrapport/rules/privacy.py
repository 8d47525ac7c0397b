"""Privacy: what minutes that are published must not hold."""

from typing import Final

from arsrapport.rules.prose import Rule as ProseRule

PROSE: Final[tuple[ProseRule, ...]] = ()
