"""The database of the profile: one writer, many readers."""
