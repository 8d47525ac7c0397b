"""Reports: numbers of books, periods, and numbers typed in prose."""

from typing import Final

from arsrapport.rules.report import counts, periods
from arsrapport.rules.subject import ReportRule

OF_REPORTS: Final[tuple[ReportRule, ...]] = (*counts.OF_REPORTS, *periods.OF_REPORTS)
