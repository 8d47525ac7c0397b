"""Aggregate: from an Archive and a period to a Report."""
