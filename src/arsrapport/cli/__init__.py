"""Cli: the command line: flags, help and exit codes; no logic."""

import gc

GARBAGE = 200_000
"""How many objects come to be before Python looks for those that are gone; a report makes fewer."""

# A run lives for a second or two and makes few cycles: looking for them seldom pays. Before all
# other imports, since they make most objects.
gc.set_threshold(GARBAGE)
