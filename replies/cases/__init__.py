"""Complaints: recognised, numbered, with a deadline."""
