"""What any build asks, before it writes anything: ids, pictures, lengths."""
