"""Opens the letter that is read: its formatted form, its files, and pictures on request."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from ...mailbox.attachments import FileNotKeptError, file_name, look_at_file, save_new
from ...mailbox.errors import StoreError
from ...mailbox.gaps import SparseLetter
from ...mailbox.html_marks import Picture
from ...mailbox.mail_link import SCHEME
from ...mailbox.message import StoredMessage
from ...mailbox.remote_pictures import PictureDoor
from ...mailbox.sentence import Sentence
from ...mailbox.showing import OpenedLetter, file_of, open_letter
from ...mailbox.store.gaps import has_gaps
from ...mailbox.store.messages import load_letter
from ...mailbox.store.picture_senders import shows_pictures
from ...replies.cases.masking import masked_spans
from ...replies.inbox import Matter
from ...replies.preferences import RemotePictures
from ...replies.tone.finding import Span
from .. import operations
from ..engine import Engine
from ..file_places import OPENED_FOLDER
from ..inbox.letter_view import LetterView
from ..inbox.sent_letter import is_elsewhere
from ..languages import said, spoken
from ..words import visible
from .part_fetching import PartFetching
from .picture_dialog import LARGEST, PictureDialog
from .pictures import decoded, decoded_all
from .question import Question
from .source_dialog import SourceDialog

SMALL: Final = 100_000  # bytes; larger letters, and pictures, are opened in another thread
_PICTURE_MARK: Final = b"image/"
_OPEN: Final = "open"
_FILE: Final = "file"
_FETCH: Final = "fetch"
_NOTHING: Final = OpenedLetter(None, has_plain=False, differs=False, pictures={}, raw=b"")


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter with its own pictures decoded."""

    letter_id: int
    letter: OpenedLetter
    images: Mapping[str, QImage]


@dataclass(frozen=True, slots=True)
class _Taken:
    """An attachment whose bytes were asked for."""

    action: str
    name: str
    content: bytes
    image: QImage | None


@dataclass(frozen=True, slots=True)
class Outside:
    """What leads out of the program: the folder that is chosen, the address that is opened."""

    choose_folder: Callable[[LetterView], str]
    open_address: Callable[[QUrl], bool]
    door: PictureDoor = field(default_factory=PictureDoor)


def system_outside() -> Outside:
    """The folder dialog, browser and programs of this computer, and the internet."""
    return Outside(_choose_folder, QDesktopServices.openUrl)


class Opening(QObject):
    """Follows the letter that is shown, and does what is asked for with its parts.

    Signals:
        said: carries a sentence on what was done.
        failed: carries an exception for the seller to read.
        letter_wanted: carries a mail link that was followed, and the account that writes.
    """

    said = Signal(str)
    failed = Signal(object)
    letter_wanted = Signal(str, object)

    def __init__(
        self, engine: Engine, view: LetterView, outside: Outside, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._view = view
        self._outside = outside
        self._matter: Matter | None = None
        self._opened: Opened | None = None
        self._fetched: dict[str, QImage] = {}
        self.parts = PartFetching(engine, self)
        self.parts.failed.connect(self.failed)
        self.parts.progressed.connect(self._show_progress)
        self.parts.arrived.connect(self._on_part_arrived)
        view.stop_wanted.connect(self._on_stop_wanted)
        view.set_opened_at_once()
        shutil.rmtree(engine.profile.folder / OPENED_FOLDER, ignore_errors=True)
        engine.lookups.finished.connect(self._on_looked_up)
        engine.lookups.failed.connect(self._on_look_up_failed)
        engine.fetching.finished.connect(self._on_fetched)
        view.link_agreed.connect(self._open_link)
        view.pictures_wanted.connect(self._on_pictures_wanted)
        for action, signal in (
            ("save", view.save_wanted),
            ("look", view.look_wanted),
            ("open", view.open_wanted),
        ):
            signal.connect(partial(self._take_file, action))

    def follow(self, matter: Matter | None) -> None:
        """Open the letter of a matter, if it is not open yet."""
        before = self._matter
        self._matter = matter
        if matter is None:
            self._opened = None
            return
        if before is None or before.letter.id != matter.letter.id:
            self._opened = None
            self._fetched = {}
            self._open(matter)
        elif self._opened is not None:
            self._show(matter, self._opened)
        self._show_progress(matter.letter.id)

    def show_source(self) -> None:
        """Show the source of the letter."""
        if self._opened is not None:
            letter = self._opened.letter
            dialog = SourceDialog(
                letter.source,
                is_cut=letter.source_is_cut,
                is_whole=letter.is_whole,
                parent=self._view.window(),
            )
            dialog.whole_wanted.connect(self.fetch_whole)
            dialog.open()

    def fetch_whole(self) -> None:
        """Fetch all files of the letter that are on the server only."""
        if self._matter is None:
            return
        letter = self._matter.letter
        absent = _absent(letter, range(len(letter.message.attachments)))
        if absent:
            self.parts.fetch(letter, absent, self._say_whole)
        else:
            self._say_whole()

    def save_all(self) -> None:
        """Save every file of the letter into one folder."""
        if self._matter is None or not self._matter.letter.message.attachments:
            self.said.emit(self.tr("This letter brought no files."))
            return
        self._take_file("save all", 0)

    def _say_whole(self) -> None:
        self.said.emit(self.tr("The whole letter is here."))

    def _on_stop_wanted(self, number: int) -> None:
        if self._matter is not None:
            self.parts.stop(self._matter.letter.id, number)

    def _on_part_arrived(self, letter_id: int) -> None:
        if self._matter is not None and self._is_read(letter_id):
            self._open(self._matter)

    def _show_progress(self, letter_id: int) -> None:
        if self._is_read(letter_id):
            self._view.show_fetched(letter_id, self.parts.percents(letter_id))

    def _open(self, matter: Matter) -> None:
        letter = matter.letter
        if not letter.is_here:
            self._engine.want(letter)
            return
        work = partial(_read_opened, letter.id, letter.message.text)
        if has_gaps(self._engine.reader, letter.id):  # what came of them may be large
            self._engine.look_up(_OPEN, work)
            return
        try:
            here = load_letter(self._engine.reader, letter.id)
        except StoreError:
            return
        if len(here.raw) <= SMALL and _PICTURE_MARK not in here.raw:
            self._take(_opened(letter.id, here, letter.message.text))
        else:
            self._engine.look_up(_OPEN, work)

    def _take(self, opened: Opened) -> None:
        matter = self._matter
        if matter is None or matter.letter.id != opened.letter_id:
            return
        self._opened = opened
        self._show(matter, opened)
        sender = matter.letter.message.sender.addr_spec
        if (
            not _is_doubtful(matter)
            and self._may_fetch()
            and shows_pictures(self._engine.reader, sender)
        ):
            self._fetch(opened)

    def _show(self, matter: Matter, opened: Opened) -> None:
        sent = opened.letter.sent
        masked: Sequence[Span] = ()
        if sent is not None and sent.text == matter.letter.message.text:
            masked = matter.masks.get(matter.letter.id, ())
        elif sent is not None:
            masked = masked_spans(sent.text, matter.judgement.language)
        spans = [(span.start, span.end) for span in masked]
        images = {**opened.images, **self._fetched}
        self._view.show_opened(
            opened.letter_id, opened.letter, spans, images, may_fetch=self._may_fetch()
        )

    def _may_fetch(self) -> bool:
        return self._engine.preferences.remote_pictures is RemotePictures.ASK

    def _on_looked_up(self, name: str, result: object) -> None:
        if name == _OPEN and isinstance(result, Opened):
            self._take(result)
        elif name == _FILE and isinstance(result, list):
            self._do(result)

    def _on_look_up_failed(self, name: str, error: Exception) -> None:
        if name in {_OPEN, _FILE}:
            self.failed.emit(error)

    def _on_pictures_wanted(self, is_always: bool) -> None:  # noqa: FBT001 - a slot
        matter, opened = self._matter, self._opened
        if matter is None or opened is None or not self._may_fetch():
            return
        if not _is_doubtful(matter):
            self._show_pictures(matter, opened, is_always=is_always)
            return
        sender = visible(matter.letter.message.sender.addr_spec)
        question = Question(
            self.tr("This complaint comes from somebody with no order here. Show its pictures?"),
            self.tr(
                "{address} then learns that you have read it, when, and roughly from where. "
                "They are shown this once."
            ).format(address=sender),
            self.tr("Show them once"),
            self._view.window(),
        )
        question.accepted.connect(partial(self._show_pictures, matter, opened, is_always=False))
        question.open()

    def _show_pictures(self, matter: Matter, opened: Opened, *, is_always: bool) -> None:
        sender = matter.letter.message.sender.addr_spec
        if is_always and sender:
            now = self._engine.profile.clock.read().wall
            self._engine.follow(operations.allow_pictures(self._engine.writer, sender, now))
        if self._opened is opened:
            self._fetch(opened)

    def _fetch(self, opened: Opened) -> None:
        sent = opened.letter.sent
        sources = [p.source for p in sent.pictures if is_elsewhere(p.source)] if sent else []
        if sources:
            letter_id = opened.letter_id
            self.said.emit(self.tr("The pictures are being fetched."))
            self._engine.fetching.start(
                _FETCH, partial(_fetched, self._outside.door, letter_id, sources, self._is_read)
            )

    def _is_read(self, letter_id: int) -> bool:
        """Whether a letter is still the one that is read; asked from another thread."""
        matter = self._matter
        return matter is not None and matter.letter.id == letter_id

    def _on_fetched(self, _name: str, result: object) -> None:
        if not isinstance(result, Opened) or self._matter is None or self._opened is None:
            return
        if result.letter_id == self._opened.letter_id:
            self._fetched = dict(result.images)
            self._show(self._matter, self._opened)
            if not result.images:
                self.said.emit(self.tr("The pictures could not be fetched."))

    def _open_link(self, address: str) -> None:
        if address.startswith(SCHEME):
            account = None if self._matter is None else self._matter.account_id
            self.letter_wanted.emit(address, account)
            return
        if not self._outside.open_address(QUrl(address, QUrl.ParsingMode.StrictMode)):
            self.said.emit(self.tr("No program of this computer opens this link."))

    def _take_file(self, action: str, number: int) -> None:
        if self._matter is None:
            return
        letter = self._matter.letter
        count = len(letter.message.attachments)
        numbers = range(count) if action == "save all" else range(number, number + 1)
        wanted = [each for each in numbers if each < count]
        absent = _absent(letter, wanted)
        if absent:
            self.parts.fetch(letter, absent, partial(self._read, letter, action, wanted))
        else:
            self._read(letter, action, wanted)

    def _read(self, letter: StoredMessage, action: str, numbers: Sequence[int]) -> None:
        files = letter.message.attachments
        wanted = [(each, files[each].filename) for each in numbers]
        if self._is_read(letter.id):
            self._engine.look_up(_FILE, partial(_read_files, letter.id, action, wanted))
        else:  # she reads on: no dialog comes between
            names = ", ".join(visible(name) for _, name in wanted)
            self.said.emit(self.tr("Fetched: {names}.").format(names=names))

    def _do(self, taken: list[_Taken]) -> None:
        if taken and taken[0].action.startswith("save"):
            self._save(taken)
        elif taken and taken[0].action == "look":
            self._look(taken[0])
        elif taken:
            self._ask_to_open(taken[0])

    def _save(self, taken: Sequence[_Taken]) -> None:
        folder = self._outside.choose_folder(self._view)
        if not folder:
            return
        places = []
        for file in taken:
            try:
                places.append(save_new(Path(folder), file.name, file.content))
            except FileNotKeptError as error:
                self.failed.emit(error)
                return
        names = ", ".join(place.name for place in places)
        self.said.emit(self.tr("Saved as {names}.").format(names=names))

    def _look(self, file: _Taken) -> None:
        if file.image is None:
            self.said.emit(self.tr("This is no picture that can be shown, or it is too large."))
            return
        PictureDialog(visible(file.name), file.image, self._view.window()).open()

    def _ask_to_open(self, file: _Taken) -> None:
        look = look_at_file(file.name, file.content)
        if not look.opens:
            self.said.emit(spoken(look.reason))
            return
        question = Question(
            self.tr("Open {name} with the program of this computer for it?").format(
                name=file_name(file.name)
            ),
            self.tr("Open only what you expect. It is opened as a copy that nothing else uses."),
            self.tr("Open it"),
            self._view.window(),
        )
        question.accepted.connect(partial(self._open_file, file))
        question.open()

    def _open_file(self, file: _Taken) -> None:
        folder = self._engine.profile.folder / OPENED_FOLDER
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            place = save_new(Path(tempfile.mkdtemp(dir=folder)), file.name, file.content)
        except (OSError, FileNotKeptError) as error:
            self.said.emit(said(error))
            return
        self._outside.open_address(QUrl.fromLocalFile(str(place)))


def _choose_folder(view: LetterView) -> str:
    places = QStandardPaths.StandardLocation
    start = QStandardPaths.writableLocation(places.DownloadLocation)
    title = QCoreApplication.translate("Opening", "Save in this folder")
    return QFileDialog.getExistingDirectory(view.window(), title, start)


def _is_doubtful(matter: Matter) -> bool:
    """A complaint of somebody whose order is not known: asked about each time."""
    return matter.complaint and matter.order is None


def _absent(letter: StoredMessage, numbers: Sequence[int]) -> tuple[int, ...]:
    """Those of the files that are on the server only."""
    files = letter.message.attachments
    return tuple(number for number in numbers if not files[number].is_here)


def _opened(letter_id: int, here: SparseLetter, text: str) -> Opened:
    letter = open_letter(here.raw, text, here.gaps)
    return Opened(letter_id, letter, _own_images(letter))


def _own_images(letter: OpenedLetter) -> dict[str, QImage]:
    pictures: Sequence[Picture] = letter.sent.pictures if letter.sent is not None else ()
    contents = {picture.source: letter.own_picture(picture.source) for picture in pictures}
    return decoded_all({name: found for name, found in contents.items() if found is not None})


def _read_opened(letter_id: int, text: str, db: sqlite3.Connection) -> Opened:
    return _opened(letter_id, load_letter(db, letter_id), text)


def _read_files(
    letter_id: int, action: str, wanted: Sequence[tuple[int, str]], db: sqlite3.Connection
) -> list[_Taken]:
    here = load_letter(db, letter_id)
    taken = []
    for number, name in wanted:
        try:
            content = file_of(here.raw, number, here.gaps)
        except LookupError as error:
            raise FileNotKeptError(
                Sentence(
                    "Letter", "{name} can't be found in the letter. Look at its source instead."
                ).format(name=name)
            ) from error
        image = decoded(content, LARGEST) if action == "look" else None
        taken.append(_Taken(action, name, content, image))
    return taken


def _fetched(
    door: PictureDoor, letter_id: int, sources: Sequence[str], is_read: Callable[[int], bool]
) -> Opened:
    contents = door.fetch(sources, partial(is_read, letter_id))
    return Opened(letter_id, _NOTHING, decoded_all(contents))
