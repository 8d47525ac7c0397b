"""Word: a numbered Document as one .docx file."""
