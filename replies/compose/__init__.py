"""Facts, templates and suggestions."""
