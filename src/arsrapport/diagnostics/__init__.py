"""Diagnostics: what is wrong, where, and how severe; never a sentence."""

from arsrapport.diagnostics.codes import CODES, Severity
from arsrapport.diagnostics.diagnostic import Diagnostic, fault, has_errors

__all__ = ["CODES", "Diagnostic", "Severity", "fault", "has_errors"]
