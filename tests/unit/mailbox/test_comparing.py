"""The reader that compares store and server sees every kind of difference."""

from __future__ import annotations

import pytest
from fakes.comparing import differences
from fakes.desk import Desk
from fakes.imap_server import PASSWORD, USERNAME
from fakes.intake import letter

FOLDERS = ("INBOX", "Sent")


def compared(desk: Desk) -> list[str]:
    return differences(desk.writer.path, desk.server.endpoint, USERNAME, PASSWORD, FOLDERS)


@pytest.fixture
def desk(desk) -> Desk:
    for number in range(3):
        desk.server.deliver(letter(number), flags=("\\Seen", "$x"))
    desk.server.deliver(letter(9), "Sent")
    desk.sync.sync_once()
    return desk


def test_equal_sides_have_no_difference(desk):
    assert compared(desk) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE messages SET uid = 77 WHERE uid = 2",
        "UPDATE messages SET uid_validity = 7 WHERE uid = 2",
        "UPDATE messages SET flagged = 1 WHERE uid = 2",
        "UPDATE messages SET other_flags = '' WHERE uid = 2",
        "UPDATE raw_messages SET raw = (SELECT raw FROM raw_messages WHERE id = 3) WHERE id = 2",
        "DELETE FROM raw_messages WHERE id = 2",
        "DELETE FROM messages WHERE id = 2",
        "INSERT INTO message_search (rowid, subject, sender, text) VALUES (5, 'a', 'b', 'c')",
        "INSERT INTO message_search (message_search) VALUES ('delete-all')",
    ],
)
def test_a_difference_in_the_store_is_seen(desk, change):
    desk.writer.call(lambda tx: tx.db.execute(change).rowcount)
    assert compared(desk)


@pytest.mark.parametrize("act", ["deliver", "expunge", "reflag", "renumber"])
def test_a_difference_on_the_server_is_seen(desk, act):
    arguments = {
        "deliver": [letter(5)],
        "expunge": [1],
        "reflag": [1, {"\\Seen"}],
        "renumber": [],
    }
    getattr(desk.server, act)(*arguments[act])
    assert compared(desk)
