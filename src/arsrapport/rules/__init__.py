"""Rules: what is wrong across files; one family a module, a rule is a function that yields."""
