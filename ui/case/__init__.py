"""The facts beside a letter."""
