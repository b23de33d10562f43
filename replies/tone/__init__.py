"""The tone check."""
