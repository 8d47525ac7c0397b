"""Template text: what an example or a template left for somebody to fill in."""

from typing import Final

from arsrapport.rules.prose import Rule as ProseRule

PROSE: Final[tuple[ProseRule, ...]] = ()
