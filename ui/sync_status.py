"""How the mail stands, over all accounts, in words for the top bar and the problem bar."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from ..mailbox.errors import CredentialsError, KeyringError
from ..mailbox.sync_event import SyncEvent, SyncState
from ..replies.outbox import store as held
from .engine import Engine
from .languages import spoken
from .problems import Problem, ProblemBar
from .top_bar import SyncSign, TopBar
from .words import Words

_ACCOUNT_KEY: Final = "account:"
_SIGNS: Final = {
    SyncState.CONNECTING: SyncSign.WORKING,
    SyncState.SYNCING: SyncSign.WORKING,
    SyncState.UP_TO_DATE: SyncSign.UP_TO_DATE,
    SyncState.OFFLINE: SyncSign.OFFLINE,
    SyncState.NEEDS_SELLER: SyncSign.PROBLEM,
}
_WORST_FIRST: Final = (
    SyncState.NEEDS_SELLER,
    SyncState.OFFLINE,
    SyncState.SYNCING,
    SyncState.CONNECTING,
    SyncState.UP_TO_DATE,
)
_UNDER_WAY: Final = frozenset({SyncState.CONNECTING, SyncState.SYNCING})


class SyncStatus(QObject):
    """Shows what the syncs of all accounts do; what needs the seller goes to the problem bar.

    Signals:
        password_wanted: carries the account id of a sync that lacks a password.
        known: every account has been looked at, or could not be.
        works: every account has been looked at.
    """

    password_wanted = Signal(int)
    known = Signal()
    works = Signal()

    def __init__(
        self, engine: Engine, top_bar: TopBar, problems: ProblemBar, words: Words, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._top_bar = top_bar
        self._problems = problems
        self._words = words
        self._events: dict[int, SyncEvent] = {}
        engine.sync_event.connect(self._on_sync_event)
        problems.button_pressed.connect(self._on_button_pressed)

    def renew(self) -> None:
        """Say again how the mail stands; its words name how long ago that was."""
        events = self._events.values()
        if not events:
            is_opening = bool(self._engine.accounts())
            text = self.tr("Opening…") if is_opening else self.tr("No account yet")
            self._top_bar.show_sync(SyncSign.WORKING, text)
            return
        event = min(events, key=lambda each: _WORST_FIRST.index(each.state))
        self._top_bar.show_sync(_SIGNS[event.state], self._said(event))

    def _said(self, event: SyncEvent) -> str:
        if event.state is SyncState.CONNECTING:
            return self.tr("Connecting…")
        if event.state is SyncState.SYNCING:
            text = self.tr("Fetching mail: {done} of {total}")
            return text.format(done=event.done, total=event.total)
        if event.state is SyncState.UP_TO_DATE:
            return self._words.synced(self._now() - event.at)
        if event.state is SyncState.OFFLINE:
            return self._words.offline(len(held.load_in(self._engine.reader)))
        return self.tr("Waiting for you")

    def _on_sync_event(self, event: SyncEvent) -> None:
        self._events[event.account_id] = event
        key = f"{_ACCOUNT_KEY}{event.account_id}"
        if event.state is SyncState.NEEDS_SELLER:
            lacks_password = isinstance(event.error, CredentialsError | KeyringError)
            button = self._mend(event.account_id) if lacks_password else self.tr("Try again")
            self._problems.show_problem(Problem(key, spoken(event.problem), "", button))
        elif event.state is SyncState.OFFLINE:
            self._problems.show_problem(
                Problem(
                    key,
                    spoken(event.problem) or self.tr("No connection to the mail server."),
                    self.tr("Held letters wait and are looked at again before they go."),
                    self.tr("Try now"),
                )
            )
        elif event.problem:
            self._problems.show_problem(Problem(key, spoken(event.problem), ""))
        elif event.state is SyncState.UP_TO_DATE:
            self._problems.solve(key)
        self.renew()
        if event.state not in _UNDER_WAY and self._is_known():
            self.known.emit()
            if all(one.state is SyncState.UP_TO_DATE for one in self._events.values()):
                self.works.emit()

    def _is_known(self) -> bool:
        told = {each.account_id for each in self._events.values() if each.state not in _UNDER_WAY}
        return told >= {account.id for account in self._engine.accounts()}

    def _mend(self, account_id: int) -> str:
        signs_in = any(one.id == account_id and one.oauth for one in self._engine.accounts())
        return self.tr("Sign in") if signs_in else self.tr("Type the password")

    def _on_button_pressed(self, key: str) -> None:
        if not key.startswith(_ACCOUNT_KEY):
            return
        account_id = int(key.removeprefix(_ACCOUNT_KEY))
        event = self._events.get(account_id)
        if event is not None and isinstance(event.error, CredentialsError | KeyringError):
            self.password_wanted.emit(account_id)
        else:
            self._engine.sync_now()

    def _now(self) -> datetime:
        return self._engine.profile.clock.read().wall
