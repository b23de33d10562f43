"""Attaching files to the reply that is written: copied beside the window, checked, shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QFileDialog

from ...mailbox.enclosure import Enclosure
from ...mailbox.enclosure_folder import EnclosureFolder
from ...mailbox.errors import FileLostError
from ...mailbox.store.accounts import load_accounts
from ...mailbox.store.size_limits import size_limit
from ...replies.enclosing import added, take_in, take_in_file
from ...replies.errors import EnclosureError, ReplyError
from ...replies.inbox import Matter
from ..engine import Engine
from ..file_places import usual_folder
from ..inbox.handling import Done
from ..languages import said
from ..letter.picture_dialog import PictureDialog
from ..words import visible
from .composer import Composer
from .enclosure_preview import Inside, TextPreview, looked_into
from .thumbnail import Thumbnail, thumbnail

_NAME = "attach"
_PREVIEW = "look into an attached file"
_THUMBNAIL = "a thumbnail of "
_ROOM = QSize(120, 200)  # around a picture, in its window over ours


@dataclass(frozen=True, slots=True)
class _TakenIn:
    """Files that were copied, and what is to be said of those that were not."""

    conversation_id: int
    enclosures: tuple[Enclosure, ...]
    problems: tuple[EnclosureError, ...]


Taking = Callable[[EnclosureFolder], Enclosure]


def _taken_in(folder: EnclosureFolder, conversation_id: int, wanted: Sequence[Taking]) -> _TakenIn:
    taken, problems = [], []
    for take in wanted:
        try:
            taken.append(take(folder))
        except EnclosureError as error:
            problems.append(error)
    return _TakenIn(conversation_id, tuple(taken), tuple(problems))


class Enclosing(QObject):
    """Keeps the files of the reply that is written.

    Signals:
        changed: other files go with the reply.
        refused: carries a sentence on why a file can't go with it, and what to do.
        removed: carries the Done of a file that was taken off.
        meant_for_other: a file is there whose reply is not open: its conversation, the Enclosure.
    """

    changed = Signal()
    refused = Signal(str)
    removed = Signal(object)
    meant_for_other = Signal(int, object)

    def __init__(self, engine: Engine, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._composer = composer
        self._matter: Matter | None = None
        self._numbers = count(1)
        self._under_way: set[str] = set()
        self._taken_off: list[Enclosure] = []
        self.enclosures: tuple[Enclosure, ...] = ()
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)
        engine.fetching.finished.connect(self._on_thumbnail)
        composer.attach_wanted.connect(self.choose)
        composer.files_given.connect(self.add_files)
        composer.picture_given.connect(self.add_picture)
        composer.removal_wanted.connect(self.remove)
        composer.preview_wanted.connect(self.look_at)
        composer.restore_wanted.connect(self.restore)

    @property
    def is_busy(self) -> bool:
        """Files are being copied."""
        return bool(self._under_way)

    def begin(self, matter: Matter, enclosures: Sequence[Enclosure]) -> None:
        """A reply is written that has these files."""
        self._matter = matter
        self._taken_off = []
        self._show(tuple(enclosures))

    def end(self) -> None:
        """No reply is written any more."""
        self._matter = None
        self._show(())

    def server_takes(self) -> int | None:
        """The most bytes of a letter that the account's server takes, None where not known."""
        from ...replies import answering

        if self._matter is None:
            return None
        db = self._engine.reader
        try:
            account = answering.receiver(self._matter, load_accounts(db))
        except ReplyError:
            return None
        return size_limit(db, account.id, account.smtp.host)

    def choose(self) -> None:
        """Let the seller choose files."""
        if self._matter is None:
            return
        names, _ = QFileDialog.getOpenFileNames(
            self._composer.window(), self.tr("Attach files"), usual_folder()
        )
        self.add_files([Path(name) for name in names])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files of the seller's, as they are at this moment."""
        self._take_in([partial(take_in_file, path=path) for path in paths])

    def add_picture(self, content: bytes) -> None:
        """Attach a picture that was pasted."""
        if content:
            name = self.tr("picture") + ".png"
            self._take_in([partial(take_in, name=name, content=content)])

    def remove(self, number: int) -> None:
        """Take a file off; it can be brought back."""
        if self._matter is None or not 0 <= number < len(self.enclosures):
            return
        one = self.enclosures[number]
        rest = tuple(e for n, e in enumerate(self.enclosures) if n != number)
        self._taken_off.append(one)
        self._show(rest)
        self.changed.emit()
        text = self.tr("“{name}” is taken off. {keys} brings it back.")
        said_of_it = text.replace("{name}", _braced(visible(one.name)))
        undo = partial(self._put, self._matter.conversation_id, one)
        self.removed.emit(Done(undo, said_of_it))

    def look_at(self, number: int) -> None:
        """Show what is in a file, as far as that can be shown here."""
        if 0 <= number < len(self.enclosures):
            folder = self._engine.outbox.enclosures
            most = self._composer.window().size() - _ROOM
            work = partial(looked_into, folder, self.enclosures[number], most)
            self._engine.background.start(_PREVIEW, work)

    def _show_inside(self, inside: Inside) -> None:
        if inside.enclosure not in self.enclosures:
            return
        name, window = visible(inside.enclosure.name), self._composer.window()
        if inside.image is not None:
            PictureDialog(name, inside.image, window).open()
        elif inside.text is not None:
            TextPreview(name, inside.text, is_cut=inside.is_cut, parent=window).open()
        else:
            text = self.tr("“{name}” can't be shown here. It goes with the reply as it is.")
            self.refused.emit(text.replace("{name}", name))

    def restore(self) -> None:
        """Bring the file back that was taken off last."""
        if self._matter is not None and self._taken_off:
            self._put(self._matter.conversation_id, self._taken_off[-1])

    def _put(self, conversation_id: int, one: Enclosure) -> None:
        """Put a file to the reply that it was meant for, whichever is written now."""
        if self._matter is None or self._matter.conversation_id != conversation_id:
            self.meant_for_other.emit(conversation_id, one)
            return
        from ...replies import answering

        channel = answering.channel(self._matter)
        try:
            together = added(self.enclosures, one, channel, self.server_takes())
        except EnclosureError as error:
            self.refused.emit(said(error))
            return
        self._taken_off = [other for other in self._taken_off if other != one]
        if together != self.enclosures:
            self._show(together)
            self.changed.emit()

    def _take_in(self, wanted: Sequence[Taking]) -> None:
        if self._matter is None or not wanted:
            return
        name = f"{_NAME} {next(self._numbers)}"
        self._under_way.add(name)
        folder = self._engine.outbox.enclosures
        work = partial(_taken_in, folder, self._matter.conversation_id, tuple(wanted))
        self._engine.background.start(name, work)

    def _on_finished(self, name: str, result: object) -> None:
        if name == _PREVIEW and isinstance(result, Inside):
            self._show_inside(result)
        if name not in self._under_way or not isinstance(result, _TakenIn):
            return
        self._under_way.discard(name)
        for one in result.enclosures:
            self._put(result.conversation_id, one)
        for problem in result.problems:
            self.refused.emit(said(problem))

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _PREVIEW and isinstance(error, FileLostError):
            self.refused.emit(said(error))
        elif name in {*self._under_way, _PREVIEW}:
            self._under_way.discard(name)
            self._engine.failed.emit(error)

    def _show(self, enclosures: tuple[Enclosure, ...]) -> None:
        self.enclosures = enclosures
        self._composer.show_enclosures(enclosures)
        folder, side = self._engine.outbox.enclosures, self._composer.thumbnail_side()
        for one in self._composer.without_thumbnail():
            # where letters' pictures are got, too: a large one would hold up the tone check
            work = partial(thumbnail, folder, one, side)
            self._engine.fetching.start(f"{_THUMBNAIL}{one.sha256}", work)

    def _on_thumbnail(self, name: str, result: object) -> None:
        if name.startswith(_THUMBNAIL) and isinstance(result, Thumbnail):
            self._composer.show_thumbnail(result)


def _braced(text: str) -> str:
    """A text that `str.format` gives back as it is."""
    return text.replace("{", "{{").replace("}", "}}")
