"""Parse: from the bytes of one file to a model of it, with a Place for every key and value."""
