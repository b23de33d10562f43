"""What is decided here reaches the server, once."""

from __future__ import annotations

import pytest
from fakes.desk import until_idle, wait_until
from fakes.intake import letter

from softanswer.mailbox.errors import (
    ConnectionFailedError,
)
from softanswer.mailbox.store.messages import (
    queue_sent_copy,
)

# Telling the server.


def test_a_flag_set_here_reaches_the_server_at_once(desk):
    uid = desk.server.deliver(letter(1))
    with desk.running() as sync:
        until_idle(desk)
        desk.flag(desk.letters()["Order 1"], "\\Answered")
        sync.wake()
        wait_until(lambda: desk.server.flags_of(uid) == {"\\Answered"})
        wait_until(lambda: desk.pending() == 0)
        sync.look(5)
    assert desk.letters()["Order 1"].flags == {"\\Answered"}


def test_a_flag_set_while_offline_is_not_undone_by_the_server(desk):
    uid = desk.server.deliver(letter(1))
    desk.sync.sync_once()
    desk.flag(desk.letters()["Order 1"], "\\Seen")
    desk.server.reflag(uid, {"\\Flagged"})
    desk.new_sync().sync_once()
    assert desk.server.flags_of(uid) == {"\\Seen", "\\Flagged"}
    assert desk.letters()["Order 1"].flags == {"\\Seen", "\\Flagged"}


def test_a_sent_letter_is_filed_once_and_brought_in(any_desk):
    any_desk.writer.call(
        lambda tx: queue_sent_copy(tx.db, any_desk.account.id, "<7@customer.example>", letter(7))
    )
    any_desk.sync.sync_once()
    any_desk.new_sync().sync_once()
    [filed] = any_desk.server.folders["Sent"].messages
    assert (filed.raw, filed.flags) == (letter(7), {"\\Seen"})
    assert any_desk.letters()["Order 7"].is_outgoing
    assert any_desk.pending() == 0


def test_a_letter_that_the_server_filed_itself_gets_no_second_copy(desk):
    desk.server.deliver(letter(7), "Sent")
    desk.writer.call(
        lambda tx: queue_sent_copy(tx.db, desk.account.id, "<7@customer.example>", letter(7))
    )
    desk.sync.sync_once()
    assert desk.server.count("APPEND") == 0
    assert desk.pending() == 0


def test_gmail_is_left_to_file_its_own_copy(desk):
    desk.server.capabilities += " X-GM-EXT-1"
    desk.writer.call(
        lambda tx: queue_sent_copy(tx.db, desk.account.id, "<7@customer.example>", letter(7))
    )
    desk.sync.sync_once()
    assert (desk.server.count("APPEND"), desk.pending()) == (0, 0)


def test_a_copy_that_was_filed_before_the_line_broke_is_not_filed_again(desk):
    desk.writer.call(
        lambda tx: queue_sent_copy(tx.db, desk.account.id, "<7@customer.example>", letter(7))
    )
    desk.server.habits.keep_append_then_close = True
    with pytest.raises(ConnectionFailedError):
        desk.sync.sync_once()
    assert desk.pending() == 1
    desk.server.habits.keep_append_then_close = False
    desk.new_sync().sync_once()
    assert len(desk.server.folders["Sent"].messages) == 1
    assert desk.pending() == 0


@pytest.mark.parametrize("answer", [b"{tag} NO [OVERQUOTA] full\r\n", b"{tag} NO read-only\r\n"])
def test_a_copy_that_is_refused_is_told_and_holds_up_no_mail(desk, answer):
    desk.server.habits.answers["APPEND"] = answer
    desk.writer.call(
        lambda tx: queue_sent_copy(tx.db, desk.account.id, "<7@customer.example>", letter(7))
    )
    uid = desk.server.deliver(letter(1))
    with desk.running() as sync:
        until_idle(desk)
        desk.flag(desk.letters()["Order 1"], "\\Seen")
        sync.wake()
        wait_until(lambda: desk.server.flags_of(uid) == {"\\Seen"})
        desk.server.deliver(letter(2))
        wait_until(lambda: "Order 2" in desk.letters())
    assert "A letter was delivered, but no copy of it is in Sent yet." in desk.events[-1].problem
    assert desk.server.count("APPEND") == 1
    assert desk.pending() == 1


def test_without_a_sent_folder_mail_comes_in_all_the_same(desk):
    del desk.server.folders["Sent"]
    desk.writer.call(
        lambda tx: queue_sent_copy(tx.db, desk.account.id, "<7@customer.example>", letter(7))
    )
    desk.server.deliver(letter(1))
    result = desk.sync.sync_once()
    assert (result.folders, result.fetched, desk.pending()) == (1, 1, 1)
    assert "no folder for sent letters" in desk.events[-1].problem


def test_a_flag_of_a_letter_that_is_gone_is_let_go(desk):
    uid = desk.server.deliver(letter(1))
    desk.server.deliver(letter(2))
    desk.sync.sync_once()
    desk.flag(desk.letters()["Order 1"], "\\Seen")
    desk.server.expunge(uid)
    desk.new_sync().sync_once()
    assert desk.pending() == 0
    assert desk.server.count("UID STORE") == 0
