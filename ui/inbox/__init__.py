"""The list of letters and the letter itself."""
