"""The tour: the real window, driven by real key presses, with a picture of each step."""
