"""A letter of the seller's to herself: it shows that sending and fetching work, and the hold."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ...mailbox.account import Account
from ...mailbox.message import Address
from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies.cases.own_letter_store import count_back
from ...replies.new_letter_store import find_unsent
from ...replies.outbox import store as held
from ...replies.outbox.hold import HoldPlan, Occasion
from .. import operations
from ..engine import Engine
from ..outbox_words import HoldWords


class OwnLetter(QObject):
    """Begins it as a new letter, which is held and sent as every other, and says when it is back.

    Signals:
        begun: carries the conversation of the letter.
        said: carries a sentence on it.
    """

    begun = Signal(int)
    said = Signal(str)

    def __init__(self, engine: Engine, words: HoldWords, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._words = words
        self._back = count_back(engine.reader)
        engine.changed.connect(self._on_changed)

    def begin(self, account_id: int | None = None) -> None:
        """Begin one, or go on with the one that was begun.

        Args:
            account_id: the account that writes to itself, None for the first.
        """
        accounts = sorted(self._engine.accounts(), key=lambda one: one.id != account_id)
        if not accounts:
            self.said.emit(self.tr("Add an account first: a letter needs one to go out."))
            return
        account = accounts[0]
        subject = self.tr("A test letter to myself")
        letter = find_unsent(self._engine.reader, account.address, subject)
        if letter is None:
            self._begin(account, subject)
        elif held.live_of_conversation(self._engine.reader, letter.conversation_id):
            self.said.emit(self.tr("Your test letter is held already: you find it in Cooling."))
        else:
            self.begun.emit(letter.conversation_id)

    def _begin(self, account: Account, subject: str) -> None:
        ordinary = Occasion(complaint=False, heat=0, deadline=None)
        plan = self._engine.outbox.plan(self._engine.reader, ordinary)
        future = operations.begin_letter(
            self._engine.writer,
            self._engine.outbox,
            account.id,
            Address(account.name, account.address),
            subject,
            self._text(plan),
        )
        self._engine.follow(future, self.begun.emit)

    def _text(self, plan: HoldPlan) -> str:
        then = (
            self.tr("When that time is over, it goes out by itself.")
            if plan.sends_itself
            else self.tr(
                "When that time is over, it is ready: open it in Cooling, read it once more, "
                "and send it."
            )
        )
        parts = (
            self.tr("Hello,"),
            self.tr(
                "This is a test letter. It goes from you to yourself, and you may write in it "
                "whatever you like."
            ),
            self.tr(
                "Start its cool-down. Nothing leaves at once here: the letter rests for {time}, "
                "as long as you have set. {then}"
            ).format(time=self._words.length(plan.length), then=then),
            self.tr(
                "A little later it comes back into your inbox. Then you know that both sending "
                "and fetching work."
            ),
            self.tr("Thank you for trying it out!"),
        )
        return "\n\n".join(parts) + "\n"

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(RecordKind.CONVERSATION):
            return
        before, self._back = self._back, count_back(self._engine.reader)
        if self._back > before:
            self.said.emit(self._words.words.back())
