"""What came in, what goes out, and where it is kept."""
