"""Output: bytes become files, each whole or not at all."""
