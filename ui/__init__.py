"""The window and the commands: everything the seller sees."""
