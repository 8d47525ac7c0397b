"""Counts: a number typed in prose that contradicts the data."""

from typing import Final

from arsrapport.rules.subject import ReportRule

OF_REPORTS: Final[tuple[ReportRule, ...]] = ()
