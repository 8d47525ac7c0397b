"""Language: the other written Norwegian, and how dates, ranges and signs are written."""

from typing import Final

from arsrapport.rules.language import spelling, typography
from arsrapport.rules.prose import Rule as ProseRule

PROSE: Final[tuple[ProseRule, ...]] = (*spelling.PROSE, *typography.PROSE)
