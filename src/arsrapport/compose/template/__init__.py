"""Template: a chapter's Jinja, read by Jinja's parser and evaluated by an allowlist."""
