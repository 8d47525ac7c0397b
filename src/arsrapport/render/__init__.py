"""Render: from a numbered Document to the bytes of an output, one format a module."""
