"""Measuring: what the program costs, beside floors, beside peers, and as projects grow."""
