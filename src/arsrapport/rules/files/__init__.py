"""Files: what is wrong with them before anything in them is read."""
