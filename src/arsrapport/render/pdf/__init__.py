"""PDF: a numbered Document as one tagged file, set by Typst."""
