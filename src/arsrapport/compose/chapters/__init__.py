"""Chapters: what a chapter knows, and how its values become nodes."""
