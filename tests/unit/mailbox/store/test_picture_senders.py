"""Whose pictures the seller wants to see."""

from __future__ import annotations

from builders import NOON

from softanswer.mailbox.store.picture_senders import (
    allow_pictures,
    forget_picture_senders,
    shows_pictures,
)
from softanswer.mailbox.store.writer import StoreWriter


def test_a_sender_is_remembered_until_all_are_forgotten(tmp_path):
    writer = StoreWriter(tmp_path / "store.sqlite3")
    try:
        for _ in range(2):
            writer.call(lambda tx: allow_pictures(tx, "Tom@Mail.example", NOON))
        asked = ("tom@mail.example", "TOM@MAIL.EXAMPLE", "eva@mail.example", "")
        assert writer.call(lambda tx: [shows_pictures(tx.db, one) for one in asked]) == [
            True, True, False, False,
        ]  # fmt: skip
        writer.call(forget_picture_senders)
        assert not writer.call(lambda tx: shows_pictures(tx.db, "tom@mail.example"))
    finally:
        writer.close()
