"""Preferences and accounts."""
