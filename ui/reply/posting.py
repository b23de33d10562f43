"""The post test of the reply that is written: read off the GUI thread, then shown over it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ..engine import Engine
from ..words import Words
from .composer import Composer
from .post_view import PostView

if TYPE_CHECKING:
    from ...replies.inbox import Matter
    from ...replies.tone.context import CheckContext
    from ...replies.tone.post_test import PostTest

_POST_TEST: Final = "post test"


@dataclass(frozen=True, slots=True)
class _Posted:
    matter: Matter
    body: str
    found: PostTest


def _posted(matter: Matter, body: str, context: CheckContext) -> _Posted:
    from ...replies import answering
    from ...replies.tone.post_test import post_test

    return _Posted(matter, body, post_test(body, answering.review(body, context), context))


class Posting(QObject):
    """Opens the post test over the composer, and leads from it to places in the text."""

    def __init__(self, engine: Engine, composer: Composer, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._composer = composer
        self._words = words
        self._view: PostView | None = None
        self._wanted: Matter | None = None
        self._author = ""
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)

    def show(self, matter: Matter, context: CheckContext, author: str) -> None:
        """Read the reply to this letter as the public would, and show it so."""
        self._wanted, self._author = matter, author
        work = partial(_posted, matter, self._composer.body(), context)
        self._engine.background.start(_POST_TEST, work)

    def close(self) -> None:
        """Close it: another reply is written, or none."""
        self._wanted = None
        if self._view is not None:
            self._view.reject()

    def _on_finished(self, name: str, result: object) -> None:
        if name != _POST_TEST or not isinstance(result, _Posted):
            return
        if result.matter is not self._wanted or result.body != self._composer.body():
            return
        self.close()
        matter = result.matter
        view = self._view = PostView(
            self._author,
            self._words.summary(matter.kind, matter.judgement.issues),
            result.body,
            result.found,
            self._composer.words,
            self._composer.window(),
        )
        view.finding_wanted.connect(self._composer.show_finding)
        view.place_wanted.connect(self._composer.show_place)
        view.finished.connect(self._on_closed)
        view.open()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _POST_TEST:
            self._engine.failed.emit(error)

    def _on_closed(self) -> None:
        self._view = None
        self._composer.editor.setFocus()
