"""A letter as it was sent, set for the page in the window's own type and colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ...mailbox.html_marks import MarkedText, MarkKind
from ...mailbox.html_view import HtmlView, Ink
from ..letter.pictures import LetterPictures
from ..theme.sizes import GAP, Type, font_for, px
from ..theme.tokens import Role, tokens_of
from .letter_text import Part, Spans, sent_parts

_INDENT: Final = 20  # pixels of a list or a quote
_CELL: Final = 4


class SentLetter:
    """What is shown of a marked text, and where its links lead.

    Attributes:
        masked: the stretches of its text to cover.
        pictures: gives the picture of a number, once parts were asked for.
    """

    def __init__(self, marked: MarkedText, masked: Spans, images: Mapping[str, QImage]) -> None:
        self._marked = marked
        self._images = images
        self._links = tuple(
            (mark.value, marked.text[mark.start : mark.end])
            for mark in marked.marks
            if mark.kind is MarkKind.LINK
        )
        self._ink: Ink | None = None
        self.masked = tuple(masked)
        self.pictures: LetterPictures | None = None
        self.missing = sum(
            1
            for picture in marked.pictures
            if is_elsewhere(picture.source) and picture.source not in images
        )

    @property
    def text(self) -> str:
        """The text that it says."""
        return self._marked.text

    def parts(self, page: QWidget, *, is_revealed: bool) -> tuple[Part, ...]:
        """The regions of the letter in the look of a page."""
        covered = () if is_revealed else self.masked
        self._ink = _ink(page)
        view = HtmlView(self._marked, covered, self._ink)
        nameless = QCoreApplication.translate("SentLetter", "Picture not shown")
        font = font_for(page.font(), Type.BODY)
        self.pictures = LetterPictures(view.pictures, self._images, page.palette(), font, nameless)
        return sent_parts(view, self.text, covered)

    def is_out_of_fashion(self, page: QWidget) -> bool:
        """Whether the page has other colours or sizes than when parts were asked for."""
        return self._ink != _ink(page)

    @property
    def has_links(self) -> bool:
        """Whether there is a link in it."""
        return bool(self._links)

    def link(self, number: int) -> tuple[str, str] | None:
        """Where a link leads, and its words; None where there is none of this number."""
        return self._links[number] if 0 <= number < len(self._links) else None


def is_elsewhere(source: str) -> bool:
    """Whether a picture lies on a server and could be fetched safely."""
    return source[:8].lower() == "https://"


def _ink(page: QWidget) -> Ink:
    tokens = tokens_of(page.palette())
    return Ink(
        muted=tokens.hex(Role.MUTED),
        border=tokens.hex(Role.BORDER),
        cover=tokens.hex(Role.BORDER),
        indent=px(page, _INDENT),
        gap=px(page, GAP),
        cell=px(page, _CELL),
    )
