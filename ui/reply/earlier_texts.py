"""Earlier texts of a reply: shown, and brought back so that nothing is lost by it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ...replies.compose.version_store import load_versions
from ...replies.compose.versions import DraftVersion
from .. import operations
from ..engine import Engine
from ..words import Words
from .composer import Composer
from .version_list import VersionList


class EarlierTexts(QObject):
    """Opens the list over the composer and puts the chosen text into it."""

    def __init__(self, engine: Engine, composer: Composer, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._composer = composer
        self._words = words
        self._list: VersionList | None = None

    def show(self, conversation_id: int) -> None:
        """Show the versions of the reply to a conversation."""
        self.close()
        versions = load_versions(self._engine.reader, conversation_id)
        now = self._engine.outbox.clock.read().wall
        shown = self._list = VersionList(versions, self._words, now, self._composer.window())
        shown.chosen.connect(partial(self._bring_back, conversation_id))
        shown.finished.connect(self._on_finished)
        shown.open()

    def close(self) -> None:
        """Close the list: another reply is written, or none."""
        if self._list is not None:
            self._list.reject()

    def _bring_back(self, conversation_id: int, version: DraftVersion) -> None:
        engine, composer = self._engine, self._composer
        engine.follow(
            operations.keep_version(
                engine.writer,
                engine.outbox,
                conversation_id,
                composer.body(),
            )
        )
        composer.take_text(version.body)

    def _on_finished(self) -> None:
        self._list = None
        self._composer.editor.setFocus()
