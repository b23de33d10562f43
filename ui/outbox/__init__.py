"""Held replies and the gate."""
