"""Compose: from a Report or a Meeting to a Document; the room of chapters and their Jinja."""
