"""The commands that ask the mail server: sync, fetch."""

from __future__ import annotations

import argparse
import threading
from contextlib import closing
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ...mailbox.errors import MailError
from ...mailbox.sentence import Sentence, sentence_of
from ...mailbox.store.accounts import find_account, load_accounts
from ...mailbox.store.backlog import is_unread
from ...mailbox.store.database import translated_errors
from ...mailbox.store.gaps import open_gaps
from ...mailbox.store.lock import ProfileLock
from ...mailbox.store.messages import load_message
from ...mailbox.store.writer import StoreWriter
from ...mailbox.sync import AccountSync, SyncResult
from ...replies.cases.unjudged_store import OLD_MAIL, is_unjudged
from ..profile import Profile
from .exits import BAD_INPUT, OK, BadInputError
from .output import complain, say, say_json
from .problems import Problems

if TYPE_CHECKING:
    from ...replies.backlog import BacklogReader


def sync(options: argparse.Namespace, profile: Profile) -> int:
    """Fetch new mail once, or stay and watch; one account's trouble does not stop the others."""
    with ProfileLock(profile.folder), profile.writing() as writer:
        with closing(profile.open_reader()) as db, translated_errors(profile.database):
            chosen = (find_account(db, options.account),) if options.account else load_accounts(db)
        if not chosen:
            raise BadInputError(
                Sentence("Console", "There is no account yet. 'softanswer account add' adds one.")
            )
        with _Backlog(profile, writer, judges_older=options.watch) as backlog:
            problems = Problems()
            syncs = {
                account.address: profile.account_sync(
                    account, writer, partial(problems.note_sync, account.address), backlog.wake
                )
                for account in chosen
            }
            results = []
            for address, one in syncs.items():
                try:
                    results.append(one.sync_once())
                except MailError as error:
                    problems.note(address, sentence_of(error))
            _report(results, options.format)
            if options.watch:
                _watch(list(syncs.values()))
    return OK if len(results) == len(syncs) else BAD_INPUT


def fetch(options: argparse.Namespace, profile: Profile) -> int:
    """Fetch what of a letter was left on the server."""
    with ProfileLock(profile.folder), profile.writing() as writer:
        with profile.reading() as db:
            letter = load_message(db, options.id)
            gaps = open_gaps(db, options.id)
            account = next(a for a in load_accounts(db) if a.id == letter.account_id)
        if gaps:
            problems = Problems()
            one = profile.account_sync(
                account, writer, partial(problems.note_sync, account.address)
            )
            one.fetch_parts_once(options.id, _unseen)
    here = Sentence("Console", "Message {number} is here with all its attachments.")
    say(here.format(number=options.id))
    return OK


def _unseen(_came: int, _total: int) -> None:
    """Nobody watches how far it is."""


class _Backlog:
    """Reads a backlog while it is fetched, and all that is left of it at the end.

    What reads is loaded when there is something to read: mostly there is nothing.
    """

    def __init__(self, profile: Profile, writer: StoreWriter, *, judges_older: bool) -> None:
        self._profile = profile
        self._writer = writer
        self._judges_older = judges_older
        self._reader: BacklogReader | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        if self._judges_older:
            self.wake()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._reader is None and kind is None and self._is_left():
            self.wake()
        if self._reader is None or self._thread is None:
            return
        self._reader.stop()
        self._thread.join()
        try:
            if kind is None:
                self._reader.finish()
        finally:
            self._reader.close()

    def wake(self) -> None:
        """There is something to read."""
        if self._reader is None:
            self._reader = self._profile.backlog_reader(
                self._writer, judges_older=self._judges_older
            )
            self._thread = threading.Thread(target=self._reader.run, name="backlog")
            self._thread.start()
        self._reader.wake()

    def _is_left(self) -> bool:
        """Whether a program that was ended has left letters unread, or not judged."""
        since = self._profile.clock.read().wall - OLD_MAIL
        return self._writer.call(lambda tx: is_unread(tx.db) or is_unjudged(tx.db, since))


def _report(results: list[SyncResult], form: str) -> None:
    if form == "json":
        say_json({"accounts": [_result(result) for result in results]})
        return
    for result in results:
        done = Sentence(
            "Console",
            "{address}: {fetched} new, {marks} marks changed, {vanished} gone, {seconds} s",
        )
        say(
            done.format(
                address=result.address,
                fetched=result.fetched,
                marks=result.flags_changed,
                vanished=result.vanished,
                seconds=f"{result.seconds:.1f}",
            )
        )


def _result(result: SyncResult) -> dict[str, object]:
    return {
        "address": result.address,
        "folders": result.folders,
        "fetched": result.fetched,
        "flags_changed": result.flags_changed,
        "vanished": result.vanished,
        "seconds": round(result.seconds, 3),
        "bytes": result.bytes,
    }


def _watch(syncs: list[AccountSync]) -> None:
    threads = [threading.Thread(target=one.run, name="sync") for one in syncs]
    for thread in threads:
        thread.start()
    complain("watching for new mail; Ctrl+C ends it")
    try:
        for thread in threads:
            thread.join()
    except KeyboardInterrupt:
        pass
    finally:
        for one in syncs:
            one.stop()
        for thread in threads:
            thread.join()
