"""The open window gives the space of deleted letters back, step by step, and others write on."""

from __future__ import annotations

import logging

import pytest
from builders import HandClock
from fakes.command_line import MemorySecrets

from softanswer.mailbox.store.space import space_of
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile

EMPTY = 40_000_000


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = Desk(Profile(tmp_path / "profile", HandClock(), MemorySecrets()))
    desk.open()
    yield desk
    desk.close()


def delete(desk, size):
    """Write so much and delete it."""

    def job(tx):
        tx.db.execute("CREATE TABLE much (raw BLOB)")
        tx.db.execute("INSERT INTO much VALUES (zeroblob(?))", (size,))
        tx.db.execute("DROP TABLE much")

    desk.engine.writer.call(job)


def empty(desk):
    return space_of(desk.engine.reader).empty


def test_much_is_given_back_while_others_write(qtbot, desk):
    delete(desk, EMPTY)
    assert empty(desk) > EMPTY
    desk.engine._giving_back.look()
    for _ in range(3):
        before = empty(desk)
        qtbot.waitUntil(lambda before=before: empty(desk) < before, timeout=5000)
        assert before - empty(desk) <= 3_200_000  # some steps, not all at once
        desk.engine.writer.call(lambda tx: tx.db.execute("UPDATE outbox_flags SET stopped = 0"))
    qtbot.waitUntil(lambda: empty(desk) == 0, timeout=30_000)


def test_little_is_left_for_new_letters(qtbot, desk):
    delete(desk, EMPTY // 4)
    before = empty(desk)
    desk.engine._giving_back.look()
    qtbot.waitUntil(lambda: desk.engine._giving_back._next.remainingTime() > 3_000_000)
    assert empty(desk) == before


def test_a_failure_is_tried_again_an_hour_later(qtbot, desk, caplog):
    caplog.set_level(logging.INFO)
    delete(desk, EMPTY)
    desk.engine.writer.call(lambda tx: tx.db.execute("PRAGMA query_only = ON"))
    desk.engine._giving_back.look()
    qtbot.waitUntil(lambda: "no space could be given back" in caplog.text)
    assert desk.engine._giving_back._next.remainingTime() > 3_000_000
