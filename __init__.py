"""Soft Answer: the inbox of a bookseller, where no angry letter is answered in anger."""

__version__ = "0.1.0"
