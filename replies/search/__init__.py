"""What the seller searches for: a small language, read as it is typed, answered by the store."""
