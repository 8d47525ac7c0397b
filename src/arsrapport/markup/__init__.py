"""Markup: Markdown text becomes blocks with Places; the only room of markdown-it-py."""
