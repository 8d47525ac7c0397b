"""Pipeline: the use cases; alone knows every stage."""
