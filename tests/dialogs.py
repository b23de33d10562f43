"""Typing into a dialog and pressing its buttons, by what a screen reader calls them."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton


def field(dialog, name):
    return next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)


def typed(qtbot, dialog, name, text):
    line = field(dialog, name)
    line.clear()
    qtbot.keyClicks(line, text)


def button(dialog, text):
    return next(b for b in dialog.findChildren(QPushButton) if b.text().startswith(text))
