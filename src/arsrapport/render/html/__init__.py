"""HTML: a numbered Document as one file that needs nothing but itself."""
