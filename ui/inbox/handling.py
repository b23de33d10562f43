"""What the seller does with letters: each step can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from ...mailbox.folder_uses import FolderUse
from ...mailbox.store.server_folders import folder_names
from ...replies.cases.case import Correction
from .. import bulk, operations
from ..bulk import BroughtBack
from ..engine import Engine
from ..operations import Link, Moved
from .inbox_page import InboxPage
from .reading import Reading

_SEEN = "\\Seen"
_FLAGGED = "\\Flagged"


@dataclass(frozen=True, slots=True)
class Done:
    """One step that was done.

    Attributes:
        undo: takes it back.
        said: what to say of it, with a place for the keys of Undo.
    """

    undo: Callable[[], None]
    said: str


class Handling(QObject):
    """Puts letters away, moves, stars and marks them, and keeps what she corrects.

    What is done is done to all letters that are chosen in the list, as one step; where none is,
    to the letter that is read.

    Signals:
        done: carries the Done of a step.
        said: carries a short line.
    """

    done = Signal(object)
    said = Signal(str)

    def __init__(self, engine: Engine, page: InboxPage, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._page = page
        self._reading = reading
        page.letter.correction_wanted.connect(self.correct)
        page.facts.order_chosen.connect(self.choose_order)
        page.facts.confirm_wanted.connect(self.confirm_order)

    def settle(self) -> None:
        """They are done with, or need no answer."""
        chosen = self.chosen()
        if not chosen:
            return
        future = bulk.settle_all(self._engine.writer, self._engine.outbox, chosen)
        self._engine.follow(future, self._on_settled)
        self._page.list.leave_chosen()

    def bring_back(self) -> None:
        """They wait for an answer after all, or are no longer put off."""
        if chosen := self.chosen():
            self.bring_back_these(chosen)

    def bring_back_these(self, letters: Sequence[int]) -> None:
        """These, chosen or not, wait for an answer after all, or are no longer put off."""
        future = bulk.bring_back_all(self._engine.writer, self._engine.outbox, letters)
        self._engine.follow(future, self._on_brought_back)

    def move(self, use: FolderUse | None, folder: str = "") -> None:
        """Move them to the folder of a use, or of a name; go to the next."""
        if use is FolderUse.TRASH and (begun := self._begun_here()) is not None:
            self._drop(begun)
            return
        chosen = self.chosen()
        if not chosen:
            return
        writer, outbox = self._engine.writer, self._engine.outbox
        future = bulk.move_all(writer, outbox, chosen, use, folder)
        self._engine.follow(future, self._on_moved)
        self._reading.stop_seeing()
        self._page.list.leave_chosen()

    def folders(self) -> tuple[str, ...]:
        """The folders of the server that the letter can be moved to."""
        matter = self._reading.matter
        if matter is None:
            return ()
        here = matter.letter.key
        names = folder_names(self._engine.reader, matter.account_id)
        return tuple(name for name in names if here.uid < 0 or name != here.folder)

    def toggle_star(self) -> None:
        """Star them, or take their stars away where all have one."""
        self._flag(_FLAGGED, on=None)

    def star_these(self, letters: Sequence[int]) -> None:
        """Star these, chosen or not."""
        future = bulk.flag_all(self._engine.writer, letters, _FLAGGED, on=True)
        self._engine.follow(future, partial(self._on_flagged, _FLAGGED))

    def mark_read(self) -> None:
        """Mark them as read."""
        self._flag(_SEEN, on=True)

    def mark_unread(self) -> None:
        """Mark them as unread."""
        self._reading.stop_seeing()
        self._flag(_SEEN, on=False)

    def correct(self, correction: Correction) -> None:
        """Keep her word on kind, heat, complaint and fault of the letter that is read."""
        matter = self._reading.matter
        if matter is not None:
            future = self._corrected(matter.conversation_id, correction)
            then = partial(self._on_corrected, matter.conversation_id, correction)
            self._engine.follow(future, then)

    def choose_order(self, order_row: int) -> None:
        """Keep which order the letter is about."""
        matter = self._reading.matter
        if matter is not None:
            chosen = matter.conversation_id
            future = operations.choose_order(self._engine.writer, chosen, order_row)
            self._engine.follow(future, partial(self._on_order_chosen, chosen))

    def confirm_order(self, order_row: int) -> None:
        """What mail says of an order is right: it counts from now on."""
        at = self._reading.now()
        future = operations.confirm_order(self._engine.writer, order_row, at)
        self._engine.follow(future, lambda _: self._on_confirmed(order_row, at))

    def not_sent_yet(self) -> str:
        """Why a letter of hers that is not sent can be neither put away nor starred."""
        return self.tr("This letter is not sent yet: write on, or throw it away.")

    def chosen(self) -> Sequence[int]:
        """The letters that are chosen in the list, or the one that is read."""
        chosen = self._page.list.chosen()
        if len(chosen) > 1:
            return chosen
        matter = self._reading.matter
        if matter is None:
            return ()
        if matter.is_begun_here:
            self.said.emit(self.not_sent_yet())
            return ()
        return (matter.conversation_id,)

    def _begun_here(self) -> int | None:
        """The letter of hers that is open and not sent, where no others are chosen."""
        matter = self._reading.matter
        if matter is None or not matter.is_begun_here or len(self._page.list.chosen()) > 1:
            return None
        return matter.conversation_id

    def _drop(self, conversation_id: int) -> None:
        future = operations.drop_letter(self._engine.writer, self._engine.outbox, conversation_id)
        self._engine.follow(future, lambda _: self._on_dropped(conversation_id))

    def _on_dropped(self, conversation_id: int) -> None:
        self._reading.let_go(conversation_id)
        undo = partial(self._undrop, conversation_id)
        self._tell(undo, self.tr("The letter is thrown away. Undo with {keys}."))

    def _undrop(self, conversation_id: int) -> None:
        future = operations.take_back_drop(self._engine.writer, conversation_id)
        self._engine.follow(future, lambda _: self._reading.go_to(conversation_id))

    def _tell(self, undo: Callable[[], None], said: str) -> None:
        self.done.emit(Done(undo, said))

    def _on_settled(self, conversations: Sequence[int]) -> None:
        said = self.tr("Put away. Undo with {keys}.")
        if len(conversations) > 1:
            said = self.tr("Put away: {count} letters. Undo with {keys}.")
        self._tell(partial(self._unsettle, conversations), _counted(said, conversations))

    def _unsettle(self, conversations: Sequence[int]) -> None:
        future = bulk.unsettle_all(self._engine.writer, self._engine.outbox, conversations)
        self._engine.follow(future, lambda _: self._reading.go_to(conversations[0]))

    def _on_brought_back(self, brought: Sequence[BroughtBack]) -> None:
        if not brought:
            said = self.tr("Nothing to bring back: it waits already, or it has its answer.")
            self.said.emit(said)
            return
        said = self.tr("It waits for an answer again. Undo with {keys}.")
        if len(brought) > 1:
            said = self.tr("They wait for an answer again: {count} letters. Undo with {keys}.")
        self._tell(partial(self._put_away_again, brought), _counted(said, brought))

    def _put_away_again(self, brought: Sequence[BroughtBack]) -> None:
        writer, outbox = self._engine.writer, self._engine.outbox
        self._engine.follow(bulk.put_away_again(writer, outbox, brought))

    def _on_moved(self, moved: Sequence[Moved]) -> None:
        for one in moved:
            if not one.is_listed:
                self._reading.let_go(one.conversation_id)
        self._tell(partial(self._unmove, moved), self._said_of(moved))

    def _said_of(self, moved: Sequence[Moved]) -> str:
        words = {
            FolderUse.ARCHIVE: self.tr("Moved to Archive. Undo with {keys}."),
            FolderUse.TRASH: self.tr("Moved to Trash. Undo with {keys}."),
            FolderUse.JUNK: self.tr("Moved to Junk. Undo with {keys}."),
        }
        first = moved[0]
        said = self.tr("Moved to {folder}. Undo with {keys}.")
        said = said.replace("{folder}", _literal(first.folder))
        said = said if first.use is None else words[first.use]
        if len(moved) > 1:
            said = self.tr("Moved: {count} letters. Undo with {keys}.")
        elif first.is_listed:
            said += " " + self.tr("It stays in the list until its case and its reply are done.")
        return _counted(said, moved)

    def _unmove(self, moved: Sequence[Moved]) -> None:
        future = bulk.undo_all_moves(self._engine.writer, self._engine.outbox, moved)
        self._engine.follow(future, lambda _: self._reading.go_to(moved[0].conversation_id))

    def _flag(self, name: str, *, on: bool | None) -> None:
        if chosen := self.chosen():
            future = bulk.flag_all(self._engine.writer, chosen, name, on=on)
            self._engine.follow(future, partial(self._on_flagged, name))

    def _on_flagged(self, name: str, changed: tuple[tuple[int, ...], bool]) -> None:
        letters, is_on = changed
        if not letters:
            return
        said = {
            (_FLAGGED, True): self.tr("Starred. Undo with {keys}."),
            (_FLAGGED, False): self.tr("No star any more. Undo with {keys}."),
            (_SEEN, True): self.tr("Marked as read. Undo with {keys}."),
            (_SEEN, False): self.tr("Marked as unread. Undo with {keys}."),
        }
        self._tell(partial(self._flag_back, letters, name, not is_on), said[name, is_on])

    def _flag_back(self, letters: Sequence[int], name: str, is_on: bool) -> None:  # noqa: FBT001 - of a partial
        self._reading.stop_seeing()
        self._engine.follow(bulk.set_flags(self._engine.writer, letters, name, on=is_on))

    def _corrected(self, conversation_id: int, correction: Correction) -> Future[Correction]:
        writer, outbox = self._engine.writer, self._engine.outbox
        return operations.correct(writer, outbox, conversation_id, correction)

    def _on_corrected(self, conversation_id: int, said: Correction, before: Correction) -> None:
        if said != before:
            undo = partial(self._uncorrect, conversation_id, before)
            self._tell(undo, self.tr("Corrected. Undo with {keys}."))

    def _uncorrect(self, conversation_id: int, before: Correction) -> None:
        self._engine.follow(self._corrected(conversation_id, before))

    def _on_order_chosen(self, conversation_id: int, before: Link) -> None:
        undo = partial(self._unchoose_order, conversation_id, before)
        self._tell(undo, self.tr("The order is chosen. Undo with {keys}."))

    def _unchoose_order(self, conversation_id: int, before: Link) -> None:
        future = operations.give_back_order(self._engine.writer, conversation_id, before)
        self._engine.follow(future)

    def _on_confirmed(self, order_row: int, at: datetime) -> None:
        said = self.tr("What mail says of this order counts from now on. Undo with {keys}.")
        self._tell(partial(self._unconfirm, order_row, at), said)

    def _unconfirm(self, order_row: int, at: datetime) -> None:
        self._engine.follow(operations.unconfirm_order(self._engine.writer, order_row, at))


def _counted(said: str, what: Sequence[object]) -> str:
    return said.replace("{count}", str(len(what)))


def _literal(name: str) -> str:
    """A foreign name in a text that is formatted once more."""
    return name.replace("{", "{{").replace("}", "}}")
