"""Folders, messages and news of a server that keeps the rules, and of one that does not."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

import pytest
from fakes.imap_server import FakeFolder, FakeImapServer, open_session
from fakes.intake import letter

from softanswer.mailbox.errors import (
    ConnectionFailedError,
    ServerRefusedError,
)
from softanswer.mailbox.imap import ImapSession, News
from softanswer.mailbox.wake_up import WakeUp

# Folders.


def test_sent_is_found_by_its_mark():
    with FakeImapServer() as server, open_session(server) as imap:
        server.folders["Ausgang"] = server.folders.pop("Sent")
        folders = imap.find_folders()
    assert (folders.inbox, folders.sent) == ("INBOX", "Ausgang")


def test_a_folder_named_in_raw_bytes_is_opened_by_the_same_bytes():
    with FakeImapServer() as server, open_session(server) as imap:
        server.folders["&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-"] = FakeFolder()
        del server.folders["Sent"]
        assert imap.find_folders().sent == "Отправленные"
        assert imap.select("Отправленные").exists == 0


def test_a_folder_name_in_no_known_code_harms_nobody():
    with FakeImapServer() as server, open_session(server) as imap:
        server.habits.extra["LIST"] = b'* LIST () NIL "\xff\xfe&&-"\r\n* LIST ()\r\n'
        assert imap.find_folders().sent == "Sent"


def test_opening_a_folder_tells_its_state():
    with FakeImapServer() as server, open_session(server) as imap:
        server.deliver(letter(1))
        opened = imap.select("INBOX")
        assert opened == imap.status("INBOX")
    assert (opened.exists, opened.uid_validity, opened.uid_next) == (1, 1000, 2)
    assert opened.highest_modseq > 0


def test_a_folder_that_is_not_there_is_refused():
    with FakeImapServer() as server, open_session(server) as imap:
        with pytest.raises(ServerRefusedError, match="no such folder"):
            imap.select("Nowhere")
        assert imap.noop() == News()


# Messages.


@pytest.fixture(params=[0, 1, 7], ids=["whole", "by byte", "in pieces"])
def server(request):
    with FakeImapServer() as server:
        server.habits.in_pieces = request.param
        yield server


def test_messages_are_fetched_whole_and_in_the_wished_order(server):
    uids = [server.deliver(letter(n), flags=("\\Seen",)) for n in range(3)]
    with open_session(server) as imap:
        imap.select("INBOX")
        fetched = imap.fetch_messages([uids[2], uids[0]])
    assert [one.uid for one in fetched] == [uids[2], uids[0]]
    assert fetched[1].raw == letter(0)
    assert fetched[1].flags == {"\\Seen"}
    assert fetched[1].internal_date == datetime(2026, 3, 1, 10, tzinfo=UTC)


def test_what_is_gone_or_empty_is_left_out(server):
    uids = [server.deliver(letter(n)) for n in range(3)]
    server.habits.nil_bodies.add(uids[0])
    with open_session(server) as imap:
        imap.select("INBOX")
        server.expunge(uids[1])
        assert [one.uid for one in imap.fetch_messages(uids)] == [uids[2]]


def test_a_quoted_body_is_as_good_as_a_literal(server):
    server.habits.quoted_bodies = True
    uid = server.deliver(b'Subject: "UID 9"\\\t')
    with open_session(server) as imap:
        imap.select("INBOX")
        [fetched] = imap.fetch_messages([uid])
    assert fetched.raw == b'Subject: "UID 9"\\\t'


def test_a_date_that_does_not_exist_spoils_no_batch(server):
    good = server.deliver(letter(1))
    bad = server.deliver(letter(2), internal_date="31-Dec-9999 23:59:59 -1200")
    with open_session(server) as imap:
        imap.select("INBOX")
        fetched = imap.fetch_messages([good, bad])
    assert [one.uid for one in fetched] == [good, bad]
    assert fetched[1].internal_date.year < 9999


def test_a_literal_that_breaks_off_is_no_message(server):
    uid = server.deliver(letter(1))
    server.habits.cut_bodies.add(uid)
    with open_session(server) as imap:
        imap.select("INBOX")
        with pytest.raises(ConnectionFailedError):
            imap.fetch_messages([uid])


def test_the_start_of_a_message_can_be_fetched(server):
    uid = server.deliver(letter(1))
    with open_session(server) as imap:
        imap.select("INBOX")
        [fetched] = imap.fetch_messages([uid], at_most_bytes=10)
    assert fetched.raw == letter(1)[:10]


def test_listings_tell_flags_and_sizes(server):
    uids = [server.deliver(letter(n), flags=("$x",)) for n in range(3)]
    with open_session(server) as imap:
        imap.select("INBOX")
        assert imap.uids() == set(uids)
        listed = imap.listings(uids[1])
        assert [one.uid for one in imap.newest(2)] == uids[1:]
        assert [one.uid for one in imap.listings_of([uids[0]])] == uids[:1]
        assert imap.listings(uids[2] + 1) == ()
    assert [(one.uid, one.flags, one.size) for one in listed] == [
        (uid, {"$x"}, len(letter(n))) for n, uid in list(enumerate(uids))[1:]
    ]


def test_only_changed_flags_are_asked_for(server):
    uids = [server.deliver(letter(n)) for n in range(2)]
    with open_session(server) as imap:
        state = imap.select("INBOX").highest_modseq
        server.reflag(uids[1], {"\\Flagged"})
        flags, new_state = imap.fetch_flags(state)
        assert flags == {uids[1]: {"\\Flagged"}}
        assert imap.fetch_flags(new_state) == ({}, new_state)
        assert imap.fetch_flags()[0] == {uids[0]: set(), uids[1]: {"\\Flagged"}}


def test_identities_tell_message_ids():
    with FakeImapServer() as server, open_session(server) as imap:
        uid = server.deliver(letter(1))
        imap.select("INBOX")
        [identity] = imap.identities()
    assert (identity.uid, identity.message_id) == (uid, "<1@customer.example>")


def test_flags_are_set_and_cleared(server):
    uid = server.deliver(letter(1), flags=("\\Flagged",))
    with open_session(server) as imap:
        imap.select("INBOX")
        imap.store_flag(uid, "\\Answered", add=True)
        imap.store_flag(uid, "\\Flagged", add=False)
    assert server.flags_of(uid) == {"\\Answered"}


def test_a_copy_is_filed_byte_for_byte_and_found_again(server):
    with open_session(server) as imap:
        assert imap.find_message_id("Sent", "<1@customer.example>") == ()
        imap.append("Sent", letter(1), ["\\Seen"], datetime(2026, 3, 1, 9, 5, tzinfo=UTC))
        assert imap.find_message_id("Sent", "<1@customer.example>") == (1,)
    assert server.folders["Sent"].messages[0].raw == letter(1)
    assert server.count('APPEND "Sent" (\\Seen) "01-Mar-2026 09:05:00 +0000"') == 1


@pytest.mark.parametrize(
    "message_id", ["<x>\r\nZ1 DELETE INBOX", "<a\nb>", "<a\0b>", '<a"b>', "<a\\b>", "", "<ж>"]
)
def test_a_hostile_message_id_is_refused_before_any_command(message_id):
    with FakeImapServer() as server, open_session(server) as imap:
        commands = len(server.commands)
        with pytest.raises(ValueError, match="Message-ID"):
            imap.find_message_id("Sent", message_id)
        assert len(server.commands) == commands


def test_reading_changes_nothing_on_the_server(server):
    uid = server.deliver(letter(1))
    with open_session(server) as imap:
        imap.find_folders()
        imap.select("INBOX")
        imap.newest(50)
        imap.identities()
        imap.fetch_messages([uid])
    assert server.flags_of(uid) == set()
    for forbidden in ("UID STORE", "STORE", "EXPUNGE", "APPEND", "CLOSE", "UID FETCH 1 (BODY["):
        assert server.count(forbidden) == 0


# News.


def test_new_mail_ends_the_wait_even_when_its_line_comes_in_pieces(server):
    with open_session(server) as imap:
        imap.select("INBOX")
        threading.Timer(0.1, server.deliver, [letter(1)]).start()
        assert imap.idle(5, WakeUp()).arrived
        assert imap.exists == 1
        assert imap.noop() == News()


def test_flags_and_deletions_are_news_too(server):
    uids = [server.deliver(letter(n)) for n in range(2)]
    with open_session(server) as imap:
        imap.select("INBOX")
        server.reflag(uids[0], {"\\Seen"})
        assert imap.idle(5, WakeUp()) == News(reflagged=True)
        server.expunge(uids[0])
        assert imap.noop().gone
        assert imap.exists == 1


def test_a_ring_ends_the_wait_at_once():
    wake = WakeUp()
    with FakeImapServer() as server, open_session(server) as imap:
        imap.select("INBOX")
        threading.Timer(0.1, wake.ring).start()
        start = time.monotonic()
        assert imap.idle(60, wake) == News()
        assert time.monotonic() - start < 1
        assert imap.noop() == News()


def test_the_wait_ends_with_its_time():
    with FakeImapServer() as server, open_session(server) as imap:
        imap.select("INBOX")
        assert imap.idle(0.1, WakeUp()) == News()


def test_news_told_with_another_answer_are_not_lost():
    with FakeImapServer() as server, open_session(server) as imap:
        imap.select("INBOX")
        server.habits.extra["STATUS"] = b"* 1 EXISTS\r\n"
        imap.status("Sent")
        assert imap.idle(60, WakeUp()) == News(arrived=True)
        assert server.count("IDLE") == 0


@pytest.mark.parametrize("told", [b"UID 1 FLAGS (\\Seen)", b"MODSEQ (9) FLAGS (\\Seen)"])
@pytest.mark.parametrize(
    "ask", [lambda imap: imap.fetch_messages([1]), ImapSession.listings, ImapSession.fetch_flags]
)
def test_flags_told_within_another_fetch_are_not_lost(told, ask):
    with FakeImapServer() as server, open_session(server) as imap:
        server.deliver(letter(1))
        imap.select("INBOX")
        server.habits.extra["UID FETCH"] = b"* 1 FETCH (%s)\r\n" % told
        asked_for_flags = ask is ImapSession.fetch_flags and b"UID" in told
        ask(imap)
        assert imap.take_news().reflagged is not asked_for_flags


@pytest.mark.parametrize("answer", [b"{tag} BAD no\r\n", b"{tag} NO no\r\n"])
def test_a_server_that_refuses_idle_is_not_asked_again(answer):
    with FakeImapServer() as server, open_session(server) as imap:
        imap.select("INBOX")
        server.habits.answers["IDLE"] = answer
        assert imap.has_idle
        assert imap.idle(60, WakeUp()) == News()
        assert not imap.has_idle


def test_a_good_bye_while_waiting_is_a_lost_connection():
    with FakeImapServer() as server, open_session(server) as imap:
        imap.select("INBOX")
        server.habits.answers["IDLE"] = b"+ idling\r\n* BYE idle for too long\r\n"
        with pytest.raises(ConnectionFailedError, match="idle for too long"):
            imap.idle(5, WakeUp())


def test_alerts_are_kept_for_the_seller_once():
    with FakeImapServer() as server, open_session(server) as imap:
        server.habits.answers["NOOP"] = b"* OK [ALERT] Disk\x1b nearly full\r\n{tag} OK done\r\n"
        imap.noop()
        assert imap.take_alerts() == ("Disk  nearly full",)
        assert imap.take_alerts() == ()
