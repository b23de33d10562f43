"""What every script that takes pictures can be asked for."""

from __future__ import annotations

import argparse
from pathlib import Path

from softanswer.replies.preferences import ColourScheme, Language, Preferences


def wishes_parser(about: str | None, size: str) -> argparse.ArgumentParser:
    """The options that all have: the folder, and the dress of the window."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=("en", "ru"), default="en")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default=size)
    return parser


def preferences_of(options: argparse.Namespace, **others: object) -> Preferences:
    """Preferences in the language and the colours that are wished, and others as given."""
    return Preferences(
        language=Language(options.language),
        colour_scheme=ColourScheme.DARK if options.dark else ColourScheme.LIGHT,
        **others,  # type: ignore[arg-type]
    )


def sides(options: argparse.Namespace) -> tuple[int, int]:
    """Width and height of the window."""
    width, height = options.size.split("x")
    return int(width), int(height)
