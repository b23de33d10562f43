"""The hold: mandatory, durable, once."""
