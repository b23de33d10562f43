"""Orders as files: the import, and the view of all that are stored."""
