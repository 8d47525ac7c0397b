"""arsrapport: a committee's annual report, built from its minutes."""

__version__ = "0.1.0"
