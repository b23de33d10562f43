"""After a restored backup, a copied profile or a damaged file: no reply lost, none sent again.

The journal and the database know of each other (`journal_number`, `home`). Where they do not fit,
one of them is not the one that was written last, and what is waiting may have gone out since: it
is paused until the seller decides (RELIABILITY B7, D3).

A program may be killed within any of this. So the journal grows by the first thing that is done to
it, and that a file is another one is kept in the database before the journal is written to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from ...mailbox.store import accounts, messages
from ...mailbox.store.writer import StoreWriter, Transaction
from . import home_store, store
from .held_reply import LIVE, OutboxState
from .journal import Entry, last_number
from .outbox import Outbox
from .policy import HoldPolicy, strictest

_GOES_ON: Final = frozenset({OutboxState.COOLING, OutboxState.READY, OutboxState.SENDING})
_NO_HOME: Final = "0 0 0 0"  # the stamps of no files: there is no inode 0
_NO_JOURNAL: Final = "0"  # the inode of one that is not there


@dataclass(frozen=True, slots=True)
class Fit:
    """How database and journal fit together.

    Attributes:
        is_older: the database knows less than the journal.
        is_copy: one of the files is not the one that was written to.
        committed: the number of the last transaction that the database knows of.
    """

    is_older: bool
    is_copy: bool
    committed: int

    @property
    def is_doubtful(self) -> bool:
        """What waits here may have gone out since."""
        return self.is_older or self.is_copy


def fit_of(mark: home_store.JournalMark, last: int, committed: int, here: str) -> Fit:
    """Compare what the database knows of the journal with the journal itself.

    Args:
        mark: what the database knows.
        last: the number of the last transaction in the journal, 0 for an empty one.
        committed: the number of the last transaction that was committed for sure.
        here: the stamps of both files as they are now.
    """
    if not mark.home:
        return Fit(is_older=last > 0, is_copy=False, committed=0)
    # A program that ends just before its COMMIT leaves one transaction more in the journal.
    was_killed = last == mark.number + 1 and committed < last
    return Fit(
        is_older=last > mark.number and not was_killed,
        is_copy=_is_another(mark.home, here),
        committed=mark.number,
    )


def _is_another(home: str, here: str) -> bool:
    """Tell whether one of the files was put in the place of the one that was written to.

    A journal that has only grown, or begun, is the same: its last lines were never committed.
    """
    database, journal, size, changed = home.split()
    database_here, journal_here, size_here, changed_here = here.split()
    if database != database_here:
        return True
    if journal == _NO_JOURNAL:
        return False
    is_grown = int(size_here) > int(size)
    return journal != journal_here or (changed != changed_here and not is_grown)


def reconcile(writer: StoreWriter, outbox: Outbox) -> int:
    """Make database and journal fit; returns how many replies were brought back or paused.

    Done whenever the store of a profile is opened for writing.
    """
    writer.call(lambda tx: _keep_doubt(tx, outbox))
    return writer.call(lambda tx: _reconcile(tx, outbox))


def _keep_doubt(tx: Transaction, outbox: Outbox) -> None:
    """Keep that a file is another one, until that is settled.

    What settles it writes to the journal: if it is killed, the journal has only grown.
    """
    mark = home_store.load_journal_mark(tx.db)
    here = outbox.journal_mark(tx, 0).home
    if mark.home not in {"", _NO_HOME} and _is_another(mark.home, here):
        home_store.save_journal_mark(tx.db, replace(mark, home=_NO_HOME))


def _reconcile(tx: Transaction, outbox: Outbox) -> int:
    outbox.note_boot(tx)
    entries = outbox.journal.latest()
    mark = home_store.load_journal_mark(tx.db)
    last = last_number(entries)
    here = outbox.journal_mark(tx, 0).home
    fit = fit_of(mark, last, outbox.journal.committed(), here)
    if fit.is_doubtful or not mark.home:
        home_store.save_journal_mark(tx.db, home_store.JournalMark(max(mark.number, last), here))
    found = sum(_settle(tx, outbox, entry, fit) for entry in entries)
    if fit.is_doubtful:
        for reply in store.load_in(tx.db, _GOES_ON):
            outbox.step(tx, reply.id, lambda r, _: r.put_back())
            found += 1
        longest = max((entry.reply.plan.base for entry in entries), default=HoldPolicy().base)
        guard_policy(tx, outbox, HoldPolicy(base=max(longest, HoldPolicy().base)))
    known = {entry.reply.message_id for entry in entries}
    for reply in store.load_in(tx.db):
        if reply.message_id not in known:
            outbox.note(tx, reply)
    return found


def _settle(tx: Transaction, outbox: Outbox, entry: Entry, fit: Fit) -> bool:
    """Let the database know what a line of the journal tells; whether that was news."""
    reply = store.by_message_id(tx.db, entry.reply.message_id)
    is_news = entry.number > fit.committed
    if reply is None:
        was_kept = fit.is_older or not is_news
        if not (was_kept and entry.reply.state in LIVE):
            return False
        _bring_back(tx, outbox, entry)
        return True
    if not is_news or reply.state is OutboxState.SENT:
        return False
    told = entry.reply
    if told.state is OutboxState.SENT:
        # Written only after the server had said that it took the letter.
        outbox.step(tx, reply.id, lambda r, at: r.found_in_sent(told.sent_at or at.reading.wall))
    elif fit.is_older:
        outbox.step(tx, reply.id, lambda r, _: r.caught_up(told))
        if told.state is OutboxState.RECALLED:
            outbox.take_back(tx, reply.id)
    return fit.is_older or told.state is OutboxState.SENT


def _bring_back(tx: Transaction, outbox: Outbox, entry: Entry) -> None:
    account_id = accounts.ensure_account(tx, entry.account)
    conversation_id = messages.reserve_conversation(
        tx.db, account_id, entry.reply.draft.in_reply_to
    )
    restored = entry.reply.restored(account_id, conversation_id, outbox.now(tx.db))
    outbox.note(tx, restored)
    store.insert(tx, restored)


def guard_policy(tx: Transaction, outbox: Outbox, in_force: HoldPolicy) -> None:
    """Let a policy that came with another file wait as any other change does (D2).

    Args:
        in_force: the policy that counted before, as far as it is known.
    """
    changes = store.load_policies(tx.db)
    mark = outbox.now(tx.db)
    wished = changes[-1].policy if changes else HoldPolicy()
    known = [change.policy for change in changes[-2:]]
    store.add_policy(tx, strictest([in_force, *known]), mark)
    store.add_policy(tx, wished, mark)
