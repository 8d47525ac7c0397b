"""Reporting: diagnostics and results become words for people and programs."""
