"""Rules: what is wrong across files; a family a folder, a rule is a function that yields."""
