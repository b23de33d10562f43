"""One function for each thing the seller does that changes something kept. No Qt.

Window and commands call the same functions; each hands a job to the writer and returns its
future, or does a few of them in order.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..mailbox.account import Account
from ..mailbox.credentials import Secrets
from ..mailbox.enclosure import Enclosure
from ..mailbox.errors import KeyringError, MailError
from ..mailbox.folder_uses import FolderUse
from ..mailbox.message import Address
from ..mailbox.sentence import Sentence
from ..mailbox.sign_in.logins import give_back
from ..mailbox.store import accounts, chosen_folders, picture_senders
from ..mailbox.store.writer import StoreWriter, Transaction
from ..replies import inbox_store, new_letter_store
from ..replies.cases import store as cases
from ..replies.cases.call_store import CallOutcome, log_call
from ..replies.cases.case import Correction
from ..replies.compose import store as drafts
from ..replies.compose import version_store
from ..replies.compose.draft import Draft
from ..replies.compose.versions import DraftVersion
from ..replies.inbox import Matter
from ..replies.orders.unconfirmed import store as unconfirmed
from ..replies.outbox import store as held
from ..replies.outbox.held_reply import HeldReply
from ..replies.outbox.outbox import Outbox
from ..replies.search.saved import Searches
from ..replies.search.saved_store import load_searches, save_searches


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, for undo.

    Attributes:
        moves: the move of each letter.
        use: what the folder is for, None where `folder` names it.
        is_listed: the conversation stays in the lists, for its case is open or a reply is held.
    """

    conversation_id: int
    moves: tuple[int, ...]
    use: FolderUse | None
    folder: str
    is_listed: bool


def add_account(writer: StoreWriter, secrets: Secrets, account: Account, password: str) -> int:
    """Add an account and keep its password; returns its row.

    Raises:
        StoreError: the address is there already.
        KeyringError: the password can't be kept; then the account is not added.
    """
    account_id = writer.call(lambda tx: accounts.add_account(tx, account))
    try:
        secrets.set(account.address, password)
    except KeyringError:
        writer.call(lambda tx: accounts.remove_account(tx, account_id))
        raise
    return account_id


def save_account(writer: StoreWriter, secrets: Secrets, account: Account, password: str) -> None:
    """Add an account, or keep a changed one; an empty password leaves the kept one.

    Raises:
        StoreError: another account has one of its addresses, or replies from one that it had
            are still on their way.
        KeyringError: the password can't be kept; then nothing is changed.
    """
    if not account.id:
        add_account(writer, secrets, account, password)
        return

    def change(tx: Transaction) -> Account:
        for address in held.senders_on_their_way(tx.db, account.id):
            if not any(identity.is_at(address) for identity in account.identities):
                raise accounts.still_has_replies(address)
        before = accounts.load_account(tx.db, account.id)
        accounts.change_account(tx, account)
        return before

    before = writer.call(change)
    try:
        if password:
            secrets.set(account.address, password)
    except KeyringError:
        writer.call(lambda tx: accounts.change_account(tx, before))
        raise


def remove_account(
    writer: StoreWriter,
    secrets: Secrets,
    address: str,
    tls_context: ssl.SSLContext | None = None,
) -> None:
    """Forget an account, its mail here, and its secret; an access of ours is given back.

    Raises:
        StoreError: there is none, or replies of it are still on their way.
        KeyringError: it is forgotten, but its secret could not be.
        MailError: all is forgotten, but the provider could not be told.
    """

    def remove(tx: Transaction) -> Account:
        account = accounts.find_account(tx.db, address)
        held.forget_finished(tx, account.id)
        accounts.remove_account(tx, account.id)
        return account

    account = writer.call(remove)
    secret = ""
    try:
        if account.oauth is not None:
            with suppress(KeyringError):  # there is none, or deleting it tells why
                secret = secrets.get(account.address)
        secrets.delete(account.address)
    except KeyringError as error:
        raise KeyringError(
            Sentence(
                "Store", "{address} is removed, but its password is still in the keyring. {error}"
            ).format(address=address, error=error)
        ) from error
    try:
        give_back(account, secret, tls_context)
    except MailError as error:
        raise type(error)(
            Sentence(
                "Store",
                "{address} is removed here, but its provider could not be told ({error}) Take the "
                "access back in the security settings of your account there.",
            ).format(address=address, error=error)
        ) from error


def choose_folders(
    writer: StoreWriter, account_id: int, names: Collection[str], now: datetime
) -> int:
    """Follow these folders besides INBOX and Sent; how many letters of others were let go of.

    What hangs on a case, a held reply or a draft is kept.
    """

    def choose(tx: Transaction) -> int:
        chosen_folders.choose_folders(tx, account_id, names)
        touched = chosen_folders.let_go_of_left(tx, account_id)
        for conversation_id in touched.conversations:
            cases.refresh(tx, conversation_id, now)
        return len(touched.messages)

    return writer.call(choose)


def hold_reply(
    writer: StoreWriter,
    outbox: Outbox,
    matter: Matter,
    draft: Draft,
    first_body: str,
    dismissals: Mapping[str, str],
    own_heat: int = 0,
) -> Future[HeldReply]:
    """Let a finished reply cool down; the tone gate was passed before.

    Args:
        own_heat: 0-3, how hotly it was written.
    """
    return writer.submit(
        lambda tx: outbox.hold(
            tx,
            draft,
            conversation_id=matter.conversation_id,
            occasion=matter.occasion,
            first_body=first_body,
            dismissals=tuple(dismissals.items()),
            own_heat=own_heat,
        )
    )


def hold_again(
    writer: StoreWriter, outbox: Outbox, matter: Matter, reply_id: int
) -> Future[HeldReply]:
    """Let a paused reply cool down anew."""
    return writer.submit(lambda tx: outbox.hold_again(tx, reply_id, matter.occasion))


def take_back(writer: StoreWriter, outbox: Outbox, reply_id: int) -> Future[HeldReply]:
    """End a hold; the text becomes the draft again."""
    return writer.submit(lambda tx: outbox.take_back(tx, reply_id))


def hold_longer(
    writer: StoreWriter, outbox: Outbox, reply_id: int, by: timedelta = timedelta(hours=1)
) -> Future[HeldReply]:
    """Hold a reply an hour longer."""
    return writer.submit(lambda tx: outbox.hold_longer(tx, reply_id, by))


def confirm(writer: StoreWriter, outbox: Outbox, reply_id: int) -> Future[HeldReply]:
    """The gate's Send."""
    return writer.submit(lambda tx: outbox.approve(tx, reply_id))


def talked(writer: StoreWriter, outbox: Outbox, reply_id: int) -> Future[HeldReply]:
    """The customer was called and answered: the reply becomes a draft again, for the next mail."""

    def job(tx: Transaction) -> HeldReply:
        reply = outbox.take_back(tx, reply_id)
        log_call(tx, reply.conversation_id, CallOutcome.TALKED, outbox.clock.read().wall)
        return reply

    return writer.submit(job)


def nobody_answered(writer: StoreWriter, outbox: Outbox, conversation_id: int) -> Future[None]:
    """The customer was called in vain; the held reply stays as it is."""
    now = outbox.clock.read().wall
    return writer.submit(lambda tx: log_call(tx, conversation_id, CallOutcome.NO_ANSWER, now))


def stop_all(writer: StoreWriter, *, stopped: bool) -> Future[None]:
    """Stop everything outgoing at once, or let it go on."""
    return writer.submit(lambda tx: held.set_stopped(tx, stopped=stopped))


def save_draft(writer: StoreWriter, outbox: Outbox, draft: drafts.StoredDraft) -> Future[None]:
    """Keep a draft as it stands."""
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> None:
        drafts.save_draft(tx, draft, now)
        new_letter_store.keep_subject(tx, draft.conversation_id, draft.subject)

    return writer.submit(job)


def begin_letter(
    writer: StoreWriter, outbox: Outbox, account_id: int, to: Address, subject: str, body: str
) -> Future[int]:
    """Begin a letter that answers none; the future has its conversation."""
    now = outbox.clock.read().wall
    return writer.submit(lambda tx: new_letter_store.begin(tx, account_id, to, subject, body, now))


def drop_letter(writer: StoreWriter, outbox: Outbox, conversation_id: int) -> Future[None]:
    """Throw a letter away that was begun here and is not held."""
    now = outbox.clock.read().wall
    return writer.submit(lambda tx: new_letter_store.drop(tx, conversation_id, now))


def take_back_drop(writer: StoreWriter, conversation_id: int) -> Future[None]:
    """Undo `drop_letter`."""
    return writer.submit(lambda tx: new_letter_store.take_back_drop(tx, conversation_id))


def keep_version(
    writer: StoreWriter, outbox: Outbox, conversation_id: int, body: str
) -> Future[None]:
    """Keep a text of a draft as a version, before another one takes its place."""
    now = outbox.clock.read().wall
    version = DraftVersion(body, now, now)
    return writer.submit(lambda tx: version_store.keep_version(tx, conversation_id, version))


def enclose(
    writer: StoreWriter, outbox: Outbox, conversation_id: int, enclosure: Enclosure
) -> Future[None]:
    """Put a file to the draft of a conversation that is not open."""
    now = outbox.clock.read().wall
    return writer.submit(lambda tx: drafts.enclose(tx, conversation_id, enclosure, now))


def correct(
    writer: StoreWriter, outbox: Outbox, conversation_id: int, correction: Correction
) -> Future[Correction]:
    """Keep the seller's word on a letter; the future has what she said before."""
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> Correction:
        before = inbox_store.load_matter(tx.db, conversation_id).correction
        cases.correct(tx, conversation_id, correction, now)
        return before

    return writer.submit(job)


@dataclass(frozen=True, slots=True)
class Link:
    """Which order a conversation is about, how sure that is, and whether the seller said so."""

    order_row: int | None
    score: float
    by_seller: bool


def choose_order(writer: StoreWriter, conversation_id: int, order_row: int | None) -> Future[Link]:
    """Keep which order the seller says a conversation is about; the future has what was so."""

    def job(tx: Transaction) -> Link:
        matter = inbox_store.load_matter(tx.db, conversation_id)
        row = matter.order.id if matter.order is not None else None
        cases.link_order(tx, conversation_id, order_row, 1.0, by_seller=True)
        return Link(row, matter.order_score, matter.order_by_seller)

    return writer.submit(job)


def give_back_order(writer: StoreWriter, conversation_id: int, before: Link) -> Future[None]:
    """Undo `choose_order`."""
    return writer.submit(
        lambda tx: cases.give_back_order(
            tx, conversation_id, before.order_row, before.score, by_seller=before.by_seller
        )
    )


def confirm_order(writer: StoreWriter, order_row: int, at: datetime) -> Future[bool]:
    """Keep that the seller says that what mail tells of an order is right."""
    return writer.submit(lambda tx: unconfirmed.confirm_order(tx, order_row, at))


def unconfirm_order(writer: StoreWriter, order_row: int, at: datetime) -> Future[None]:
    """Undo what `confirm_order` did at that moment."""
    return writer.submit(lambda tx: unconfirmed.take_back_confirmation(tx, order_row, at))


def allow_pictures(writer: StoreWriter, address: str, now: datetime) -> Future[None]:
    """Show pictures from the internet in the letters of an address from now on."""
    return writer.submit(lambda tx: picture_senders.allow_pictures(tx, address, now))


def change_searches(
    writer: StoreWriter, change: Callable[[Searches], Searches]
) -> Future[tuple[Searches, Searches]]:
    """Change the saved searches; the future has what they were, and what they are now.

    The future raises a `PreferenceError` where `change` does; nothing was changed then.
    """

    def job(tx: Transaction) -> tuple[Searches, Searches]:
        before = load_searches(tx.db)
        after = change(before)
        if after != before:
            save_searches(tx, after)
        return before, after

    return writer.submit(job)
