"""The language of the commands: that of the system, where the window's catalogue has it. No Qt.

What goes to a person is said so; JSON and what scripts read stay as they are.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from typing import Final

from ...mailbox.sentence import Sentence

_ASKED: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # POSIX: the first that is set counts
_RUSSIAN: Final = "ru"


def spoken(text: str) -> str:
    """A sentence in the language of the system; any other text as it is."""
    if not isinstance(text, Sentence) or not speaks_russian():
        return text
    template = _catalogue().get((text.context, text.template), text.template)
    values = {
        name: spoken(value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return template.format(**values) if values else template


def speaks_russian() -> bool:
    """Whether the system is set to Russian."""
    wanted = next((os.environ[name] for name in _ASKED if os.environ.get(name)), "")
    return wanted.split("_")[0].split(".")[0].casefold() == _RUSSIAN


@cache
def _catalogue() -> dict[tuple[str, str], str]:
    """The translations of whole sentences, by their context and their English."""
    from xml.etree import ElementTree

    file = files("softanswer.resources") / "i18n" / f"softanswer_{_RUSSIAN}.ts"
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation
        for context in root.iter("context")
        for message in context.iter("message")
        if (translation := message.findtext("translation", "").strip())
    }
