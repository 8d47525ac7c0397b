"""Privacy: what minutes that are published must not hold."""

from typing import Final

from arsrapport.rules.privacy import everywhere, initials
from arsrapport.rules.subject import ReportRule, Rule

RULES: Final[tuple[Rule, ...]] = (*everywhere.RULES, *initials.RULES)
OF_REPORTS: Final[tuple[ReportRule, ...]] = (*everywhere.OF_REPORTS, *initials.OF_REPORTS)
