"""A publisher's own template of Word: opened with care, cleaned, joined with what it lacks."""
