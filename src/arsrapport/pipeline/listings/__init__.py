"""Listings: what `show` gives of a committee, each question as one table."""
