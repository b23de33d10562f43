"""SQL for accounts; secrets are never here."""

from __future__ import annotations

import sqlite3

from ..account import Account, Endpoint, Security
from ..errors import StoreError
from ..sentence import Sentence
from .changes import RecordKind
from .messages import forget_messages
from .writer import Transaction


def add_account(tx: Transaction, account: Account) -> int:
    """Store an account; the result is its row.

    Raises:
        StoreError: its address is stored already.
    """
    try:
        cursor = tx.db.execute(
            "INSERT INTO accounts (address, name, username, imap_host, imap_port, imap_security,"
            " smtp_host, smtp_port, smtp_security, files_sent_itself)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _columns(account),
        )
    except sqlite3.IntegrityError as error:
        raise StoreError(
            Sentence(
                "Store",
                "The account {address} is set up already. Remove it first to set it up anew.",
            ).format(address=account.address)
        ) from error
    account_id = cursor.lastrowid or 0
    tx.changed(RecordKind.ACCOUNT, [account_id])
    return account_id


def change_account(tx: Transaction, account: Account) -> None:
    """Store an account anew, with other servers, another name or user name."""
    tx.db.execute(
        "UPDATE accounts SET address = ?, name = ?, username = ?, imap_host = ?, imap_port = ?,"
        " imap_security = ?, smtp_host = ?, smtp_port = ?, smtp_security = ?,"
        " files_sent_itself = ? WHERE id = ?",
        (*_columns(account), account.id),
    )
    tx.changed(RecordKind.ACCOUNT, [account.id])


def ensure_account(tx: Transaction, account: Account) -> int:
    """The row of the account with this address, stored now where there is none."""
    row = tx.db.execute("SELECT id FROM accounts WHERE address = ?", (account.address,)).fetchone()
    return int(row["id"]) if row else add_account(tx, account)


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
        raise StoreError(
            Sentence(
                "Store",
                "The account {address} still has replies in the outbox. Take them back or let "
                "them go out first.",
            ).format(address=account.address)
        ) from error
    for kind in (RecordKind.ACCOUNT, RecordKind.MESSAGE, RecordKind.CONVERSATION):
        tx.changed(kind)


def load_accounts(db: sqlite3.Connection) -> tuple[Account, ...]:
    """All accounts, by address."""
    return tuple(_account(row) for row in db.execute("SELECT * FROM accounts ORDER BY address"))


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
    return _account(row)


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
    return _account(row)


def _columns(account: Account) -> tuple[str | int, ...]:
    imap, smtp = account.imap, account.smtp
    return (
        account.address, account.name, account.username,
        imap.host, imap.port, imap.security.value,
        smtp.host, smtp.port, smtp.security.value,
        int(account.files_sent_itself),
    )  # fmt: skip


def _account(row: sqlite3.Row) -> Account:
    return Account(
        id=row["id"],
        address=row["address"],
        name=row["name"],
        username=row["username"],
        imap=Endpoint(row["imap_host"], row["imap_port"], Security(row["imap_security"])),
        smtp=Endpoint(row["smtp_host"], row["smtp_port"], Security(row["smtp_security"])),
        files_sent_itself=bool(row["files_sent_itself"]),
    )
