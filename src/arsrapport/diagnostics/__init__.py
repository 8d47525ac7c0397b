"""Diagnostics: what is wrong, where, and how severe; never a sentence."""

from arsrapport.diagnostics.codes import CODES, FOUND_BY_BUILD, FOUND_BY_RULES, Severity
from arsrapport.diagnostics.diagnostic import Diagnostic, fault, has_errors

__all__ = [
    "CODES",
    "FOUND_BY_BUILD",
    "FOUND_BY_RULES",
    "Diagnostic",
    "Severity",
    "fault",
    "has_errors",
]
