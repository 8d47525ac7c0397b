"""Markdown: a numbered Document as one file for a git forge; listings for one too."""
