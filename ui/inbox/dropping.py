"""What is done with letters that are dragged: into a place of the rail, or out of the window."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...mailbox.attachments import FileNotKeptError, letter_file_name, save_new
from ...mailbox.errors import StoreError
from ...mailbox.store.messages import load_raw
from ...replies.cases.put_off_store import look_at
from ...replies.cases.store import can_wait_again
from ..actions import Act
from ..engine import Engine
from ..file_places import OPENED_FOLDER
from ..main_window import MainWindow
from ..rail import Place
from .handling import Handling
from .putting_off import PuttingOff

_log = logging.getLogger(__name__)


class Dropping(QObject):
    """Says which place takes letters, does there what its action does, and writes files of them.

    Signals:
        said: carries why a place does not take them, or why a letter is no file; "" no more.
    """

    said = Signal(str)

    def __init__(
        self,
        engine: Engine,
        window: MainWindow,
        handling: Handling,
        putting_off: PuttingOff,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._window = window
        self._model = window.inbox.model
        self._handling = handling
        self._putting_off = putting_off
        window.rail.set_judge(self.why_not)
        window.rail.letters_dropped.connect(self._on_dropped)
        window.rail.refusal_shown.connect(self.said)
        self._model.set_files_of(self.files_of)

    def why_not(self, place: Place | None, letters: Sequence[int]) -> str:
        """Why a place, or a saved search where it is None, takes no letters; "" if it does."""
        never = self._never(place)
        if never:
            return never
        known = [row for each in letters if (row := self._model.row(each)) is not None]
        rows = [row for row in known if not row.is_begun_here]
        if known and not rows:
            return self._handling.not_sent_yet()
        if place is Place.NEEDS_ANSWER:
            return self._why_not_again(letters)
        if place is Place.PUT_OFF:
            return self._putting_off.why_not(letters)
        if place is Place.STARRED and rows and all(row.flagged for row in rows):
            return self.tr("It has its star already.")
        return ""

    def files_of(self, letters: Sequence[int]) -> Sequence[Path]:
        """Write the newest letter of each conversation, as the server has it, into a file.

        A letter that is not wholly here is left out, and the seller is told.
        """
        rows = [row for each in letters if (row := self._model.row(each)) is not None]
        try:
            folder = self._engine.profile.folder / OPENED_FOLDER
            folder.mkdir(mode=0o700, exist_ok=True)
            own = Path(tempfile.mkdtemp(dir=folder))
        except OSError as error:
            self._tell_unwritten(error)
            return ()
        files = []
        for row in rows:
            try:
                content = load_raw(self._engine.reader, row.message_id)
                files.append(save_new(own, letter_file_name(row.subject), content))
            except StoreError as error:
                _log.info("a letter is not offered as a file: %s", error)
            except FileNotKeptError as error:
                self._tell_unwritten(error)
                return files
        if len(files) < len(rows):
            whole = self._window.acts.name(Act.FETCH_WHOLE)
            said = self.tr("A letter is not here as a whole and can't be saved: “{action}” first.")
            self.said.emit(said.format(action=whole))
        return files

    def _never(self, place: Place | None) -> str:
        """Why a place takes no letter at all; "" if it takes some."""
        if place is Place.ORDERS:
            said = self.tr("To choose the order of a letter, press {key}.")
            return said.format(key=self._window.first_key(Act.LINK_ORDER))
        return {
            Place.COOLING: self.tr("Only replies cool down."),
            Place.WAITING: self.tr("A letter waits here by itself once its answer is sent."),
            Place.PRAISE: self.tr("What kind a letter is, is said above it."),
            Place.ALL: self.tr("Every letter is in All mail anyway."),
            None: self.tr("A saved search finds its letters by itself."),
        }.get(place, "")

    def _why_not_again(self, letters: Sequence[int]) -> str:
        """Why none of these waits for an answer, now, if it did not before; "" if one does."""
        db, now = self._engine.reader, self._engine.profile.clock.read().wall
        found = look_at(db, letters, now)
        if found.are_put_off or any(can_wait_again(db, each, now) for each in letters):
            return ""
        if found.conversations or found.held:
            return self.tr("An answer is owed already.")
        return self.tr("It has its answer, or nobody asks for one.")

    def _on_dropped(self, place: Place, letters: Sequence[int]) -> None:
        if place is Place.NEEDS_ANSWER:
            self._handling.bring_back_these(letters)
        elif place is Place.PUT_OFF:
            self._putting_off.ask_for(letters)
        elif place is Place.STARRED:
            self._handling.star_these(letters)

    def _tell_unwritten(self, error: Exception) -> None:
        _log.warning("no file could be written of a letter: %s", error)
        self.said.emit(self.tr("No file of the letter could be written."))
