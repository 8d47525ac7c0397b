"""Load: from the bytes of a Tree to a linked Archive; the only room of PyYAML."""
