"""SQL for accounts and the addresses they write from; secrets are never here."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from ..account import Account, Endpoint, Identity, Security
from ..errors import StoreError
from ..sentence import Sentence
from ..sign_in.settings import OAuthSettings
from .changes import RecordKind
from .messages import forget_messages
from .writer import Transaction


def add_account(tx: Transaction, account: Account) -> int:
    """Store an account; the result is its row.

    Raises:
        StoreError: one of its addresses is stored already.
    """
    _ensure_free(tx.db, account)
    cursor = tx.db.execute(
        "INSERT INTO accounts (address, name, username, imap_host, imap_port, imap_security,"
        " smtp_host, smtp_port, smtp_security, files_sent_itself, marketplaces, oauth)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _columns(account),
    )
    account_id = cursor.lastrowid or 0
    _store_further(tx, replace(account, id=account_id))
    return account_id


def change_account(tx: Transaction, account: Account) -> None:
    """Store an account anew, with other servers, names or addresses.

    Raises:
        StoreError: one of its addresses is another account's.
    """
    _ensure_free(tx.db, account)
    tx.db.execute(
        "UPDATE accounts SET address = ?, name = ?, username = ?, imap_host = ?, imap_port = ?,"
        " imap_security = ?, smtp_host = ?, smtp_port = ?, smtp_security = ?,"
        " files_sent_itself = ?, marketplaces = ?, oauth = ? WHERE id = ?",
        (*_columns(account), account.id),
    )
    tx.db.execute("DELETE FROM identities WHERE account_id = ?", (account.id,))
    _store_further(tx, account)


def ensure_account(tx: Transaction, account: Account) -> int:
    """The row of the account with this address, stored now where there is none.

    Of its further addresses those are left out that another account has by now.
    """
    row = tx.db.execute("SELECT id FROM accounts WHERE address = ?", (account.address,)).fetchone()
    if row:
        return int(row["id"])
    tx.db.execute("DELETE FROM identities WHERE address = ?", (account.address,))
    free = tuple(one for one in account.further if not _holder(tx.db, one.address, account.id))
    return add_account(tx, replace(account, further=free))


def remove_account(tx: Transaction, account_id: int) -> None:
    """Forget an account and all its mail; the mail stays on the server.

    Raises:
        StoreError: there is no such account, or replies still belong to it.
    """
    account = load_account(tx.db, account_id)
    rows = tx.db.execute("SELECT id FROM messages WHERE account_id = ?", (account_id,)).fetchall()
    forget_messages(tx.db, [row["id"] for row in rows])
    try:
        tx.db.execute("DELETE FROM accounts WHERE id = ?", (account_id,))
    except sqlite3.IntegrityError as error:
        raise still_has_replies(account.address) from error
    for kind in (RecordKind.ACCOUNT, RecordKind.MESSAGE, RecordKind.CONVERSATION):
        tx.changed(kind)


def still_has_replies(address: str) -> StoreError:
    """The refusal to let an address go while replies from it are on their way."""
    return StoreError(
        Sentence(
            "Store",
            "{address} still has replies in the outbox. Take them back or let them go out first.",
        ).format(address=address)
    )


def load_accounts(db: sqlite3.Connection) -> tuple[Account, ...]:
    """All accounts, by address."""
    rows = db.execute("SELECT * FROM accounts ORDER BY address").fetchall()
    return tuple(_account(db, row) for row in rows)


def load_account(db: sqlite3.Connection, account_id: int) -> Account:
    """One account.

    Raises:
        StoreError: there is none with this row.
    """
    row = db.execute("SELECT * FROM accounts WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise StoreError(
            Sentence("Store", "There is no account number {number}.").format(number=account_id)
        )
    return _account(db, row)


def find_account(db: sqlite3.Connection, address: str) -> Account:
    """The account of an address, written in capitals or not.

    Raises:
        StoreError: there is none.
    """
    row = db.execute("SELECT * FROM accounts WHERE address = ?", (address,)).fetchone()
    if row is None:
        raise StoreError(
            Sentence(
                "Store",
                "There is no account {address}. 'softanswer account list' names those there are.",
            ).format(address=address)
        )
    return _account(db, row)


def _ensure_free(db: sqlite3.Connection, account: Account) -> None:
    for identity in account.identities:
        holder = _holder(db, identity.address, account.id)
        if holder and identity.is_at(account.address) and identity.is_at(holder):
            raise StoreError(
                Sentence(
                    "Store",
                    "The account {address} is set up already. Remove it first to set it up anew.",
                ).format(address=account.address)
            )
        if holder:
            raise StoreError(
                Sentence(
                    "Store", "{address} belongs to the account {holder}. Remove it there first."
                ).format(address=identity.address, holder=holder)
            )


def _holder(db: sqlite3.Connection, address: str, except_for: int) -> str:
    """The address of the account that an address belongs to, "" for none."""
    row = db.execute(
        "SELECT accounts.address FROM accounts LEFT JOIN identities ON account_id = accounts.id"
        " WHERE accounts.id <> ? AND ? COLLATE NOCASE IN (accounts.address, identities.address)",
        (except_for, address),
    ).fetchone()
    return row["address"] if row else ""


def _store_further(tx: Transaction, account: Account) -> None:
    tx.db.executemany(
        "INSERT INTO identities (account_id, address, name, marketplaces) VALUES (?, ?, ?, ?)",
        [
            (account.id, one.address, one.name, json.dumps(one.marketplaces))
            for one in account.further
        ],
    )
    tx.changed(RecordKind.ACCOUNT, [account.id])


def _columns(account: Account) -> tuple[str | int | None, ...]:
    imap, smtp = account.imap, account.smtp
    return (
        account.address, account.name, account.username,
        imap.host, imap.port, imap.security.value,
        smtp.host, smtp.port, smtp.security.value,
        int(account.files_sent_itself), json.dumps(account.marketplaces),
        None if account.oauth is None else json.dumps(account.oauth.to_document()),
    )  # fmt: skip


def _account(db: sqlite3.Connection, row: sqlite3.Row) -> Account:
    further = db.execute(
        "SELECT address, name, marketplaces FROM identities WHERE account_id = ? ORDER BY id",
        (row["id"],),
    )
    return Account(
        id=row["id"],
        address=row["address"],
        name=row["name"],
        username=row["username"],
        imap=Endpoint(row["imap_host"], row["imap_port"], Security(row["imap_security"])),
        smtp=Endpoint(row["smtp_host"], row["smtp_port"], Security(row["smtp_security"])),
        files_sent_itself=bool(row["files_sent_itself"]),
        marketplaces=tuple(json.loads(row["marketplaces"])),
        further=tuple(
            Identity(one["address"], one["name"], tuple(json.loads(one["marketplaces"])))
            for one in further
        ),
        oauth=OAuthSettings.from_document(json.loads(row["oauth"])) if row["oauth"] else None,
    )
