"""Reports: numbers of series and books, periods, minutes that are not approved."""

from typing import Final

from arsrapport.rules.subject import ReportRule

OF_REPORTS: Final[tuple[ReportRule, ...]] = ()
