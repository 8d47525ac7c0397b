"""Document: the closed set of nodes that every renderer understands, and references among them."""
