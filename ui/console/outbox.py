"""The commands about held replies: hold, list, take-back, confirm, run."""

from __future__ import annotations

import argparse
import time
from datetime import timedelta
from functools import partial
from typing import Final

from ...mailbox.errors import MailError, StoreError
from ...mailbox.store.accounts import load_account, load_accounts
from ...mailbox.store.lock import ProfileLock
from ...mailbox.store.server_changes import pending_changes
from ...mailbox.store.writer import StoreWriter, Transaction
from ...replies import answering
from ...replies.inbox_store import matter_of_message
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ...replies.outbox.postman import Postman
from .. import operations
from ..outbox_words import HoldWords
from ..profile import Profile
from .exits import OK, BadInputError
from .output import complain, read_text, say, say_json, utc
from .problems import Problems

_FOREIGN_WRITES_S: Final = 1.0  # how often another process's writes are looked for
_AFTER_STORE_PROBLEM_S: Final = 30.0


def hold(options: argparse.Namespace, profile: Profile) -> int:
    """Let a finished reply cool down, after the tone gate."""
    body = read_text(options.file)
    dismissals = dict(_dismissal(text) for text in options.dismiss)
    outbox = profile.outbox()
    with profile.writing() as writer:
        profile.load_preferences(writer)
        with profile.reading() as db:
            matter = matter_of_message(db, options.reply_to)
            account = load_account(db, matter.account_id)
            own = [a.address for a in load_accounts(db)]
            private = answering.private_data(db, matter.order)
        context = answering.check_context(
            matter, profile.clock.read().wall, private, (account.name, account.address)
        )
        answering.ensure_may_be_held(answering.review(body, context), dismissals)
        draft = answering.make_draft(matter, account, own, "", body)
        reply = operations.hold_reply(writer, outbox, matter, draft, body, dismissals).result()
    _say_reply(reply, options.format)
    return OK


def list_(options: argparse.Namespace, profile: Profile) -> int:
    """List all held replies, those on their way first."""
    with profile.writing() as writer:
        writer.call(profile.outbox().release_due)
        with profile.reading() as db:
            live = held.load_in(db)
            ended = held.load_in(db, {OutboxState.SENT, OutboxState.RECALLED})
    if options.format == "json":
        say_json([_document(reply) for reply in (*live, *ended)])
        return OK
    for reply in live:
        _say_reply(reply, "text")
    if not live:
        say("Nothing is held.")
    return OK


def take_back(options: argparse.Namespace, profile: Profile) -> int:
    """End a hold; the text becomes a draft again."""
    with profile.writing() as writer:
        reply = operations.take_back(writer, profile.outbox(), options.id).result()
    _say_reply(reply, options.format)
    return OK


def confirm(options: argparse.Namespace, profile: Profile) -> int:
    """The gate's Send; the postman takes the reply when it runs next."""
    with profile.writing() as writer:
        reply = operations.confirm(writer, profile.outbox(), options.id).result()
    _say_reply(reply, options.format)
    return OK


def run(options: argparse.Namespace, profile: Profile) -> int:
    """Be the postman, until stopped or until nothing is left that may go out."""
    with ProfileLock(profile.folder), profile.writing() as writer:
        for problem in profile.load_preferences(writer)[1]:
            complain(problem)
        post = _Post(profile, writer)
        try:
            post.work(until_empty=options.until_empty)
        except KeyboardInterrupt:
            complain("stopped; what is held stays held")
        post.settle_with_servers()
    return OK


class _Post:
    """The postman without a window; what is in the way is said on stderr."""

    def __init__(self, profile: Profile, writer: StoreWriter) -> None:
        self._profile = profile
        self._writer = writer
        self._problems = Problems()
        self._tried: set[tuple[object, ...]] = set()
        self._postman = Postman(
            writer, profile.outbox(), profile.secrets, look=self._look, submit=profile.submit
        )

    def work(self, *, until_empty: bool) -> None:
        """Send what may go, and wait for more; with `until_empty` only while there is more.

        Raises:
            StoreError: with `until_empty`, the database can't be written; else it is tried again.
        """
        while True:
            try:
                version = self._writer.call(_version)
                pause = self._postman.work_once()
                waiting = self._writer.call(lambda tx: held.load_in(tx.db))
                self._tell(waiting)
                if until_empty and not _may_go_out(waiting):
                    return
                self.settle_with_servers()
                self._wait(version, pause)
            except StoreError as error:
                if until_empty:
                    raise
                self._problems.note("the outbox", str(error))
                time.sleep(_AFTER_STORE_PROBLEM_S)

    def settle_with_servers(self) -> None:
        """Bring what is owed to the servers there, each once: Sent copies and marks."""
        for account in self._writer.call(lambda tx: load_accounts(tx.db)):
            owed = self._writer.call(partial(_owed, account.id))
            if owed <= self._tried:
                continue
            self._tried |= owed
            try:
                self._look(account.id)
            except MailError as error:
                self._problems.note(account.address, str(error))

    def _look(self, account_id: int) -> None:
        account = self._writer.call(lambda tx: load_account(tx.db, account_id))
        note = partial(self._problems.note_sync, account.address)
        self._profile.account_sync(account, self._writer, note).sync_once()

    def _tell(self, waiting: tuple[HeldReply, ...]) -> None:
        for reply in waiting:
            self._problems.note(f"reply {reply.id} to {reply.draft.to.addr_spec}", reply.problem)

    def _wait(self, version: int, pause: timedelta) -> None:
        """Wait, but no longer than until another command or window has changed something."""
        deadline = time.monotonic() + pause.total_seconds()
        while (left := deadline - time.monotonic()) > 0:
            if self._writer.call(_version) != version:
                return
            time.sleep(min(left, _FOREIGN_WRITES_S))


def _version(tx: Transaction) -> int:
    """A number that another connection's writes change."""
    (version,) = tx.db.execute("PRAGMA data_version").fetchone()
    return int(version)


def _may_go_out(replies: tuple[HeldReply, ...]) -> bool:
    """Tell whether something can still leave without the seller doing anything."""
    return any(
        (r.state is OutboxState.READY and r.is_approved)
        or (r.state is OutboxState.COOLING and r.plan.sends_itself)
        for r in replies
    )


def _owed(account_id: int, tx: Transaction) -> set[tuple[object, ...]]:
    """What a server is still to be told, apart from how often it was tried."""
    pending = pending_changes(tx.db, account_id)
    return {(change.kind, change.key, change.flag, change.message_id) for change in pending}


def _dismissal(text: str) -> tuple[str, str]:
    rule, equals, reason = text.partition("=")
    if not (rule and equals and reason.strip()):
        raise BadInputError(f"--dismiss '{text}' gives no reason. Write RULE=REASON.")
    return rule, reason


def _document(reply: HeldReply) -> dict[str, object]:
    return {
        "id": reply.id,
        "message_id": reply.message_id,
        "reply_to": reply.draft.reply_to_message,
        "to": reply.draft.to.addr_spec,
        "subject": reply.draft.subject,
        "state": reply.state.value,
        "held_at": utc(reply.held_at),
        "send_after": utc(reply.plan.send_after),
        "approved_at": utc(reply.approved_at),
        "sent_at": utc(reply.sent_at),
        "heat": reply.plan.heat,
        "why_held": HoldWords().why(reply.plan),
        "problem": reply.problem or None,
    }


def _say_reply(reply: HeldReply, form: str) -> None:
    if form == "json":
        say_json(_document(reply))
        return
    until = reply.plan.send_after.astimezone()
    say(
        f"{reply.id}  {reply.state.value:<9} until {until:%Y-%m-%d %H:%M}  "
        f"{reply.draft.to.addr_spec}  {reply.draft.subject}"
    )
    if reply.problem:
        say(f"    {reply.problem}")
