"""Link: from parsed files to the Archive; names, sections and items find what they mean."""
