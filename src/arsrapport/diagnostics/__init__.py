"""Diagnostics: what is wrong, where, and how severe; never a sentence."""

from arsrapport.diagnostics.codes import (
    CODES,
    FOUND_BY_BUILD,
    FOUND_BY_RULES,
    Severity,
    can_be_ignored,
)
from arsrapport.diagnostics.diagnostic import Diagnostic, fault, has_errors, with_edits

__all__ = [
    "CODES",
    "FOUND_BY_BUILD",
    "FOUND_BY_RULES",
    "Diagnostic",
    "Severity",
    "can_be_ignored",
    "fault",
    "has_errors",
    "with_edits",
]
