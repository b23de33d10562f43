"""Orders that mail alone knows, until a file or the seller says that they are right (S0-32)."""
