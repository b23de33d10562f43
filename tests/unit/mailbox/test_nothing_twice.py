"""What was asked for ahead is kept whatever comes between: no letter is downloaded twice."""

from __future__ import annotations

from collections import Counter

import pytest
from fakes.backlog_reader import read_all
from fakes.comparing import differences
from fakes.desk import Desk, wait_until
from fakes.imap_server import FULL, PASSWORD, RESYNCING, USERNAME, FakeImapServer
from fakes.intake import letter

from softanswer.mailbox.imap_answers import uids_of
from softanswer.mailbox.store.chosen_folders import choose_folders
from softanswer.mailbox.store.messages import set_flag
from softanswer.mailbox.sync_event import SyncState

IN_INBOX, IN_OTHER, FEW = 260, 230, 120


@pytest.fixture(params=[FULL, RESYNCING])
def desk(request, writer, monkeypatch):
    """A first sync of three folders, in many small batches; every batch is asked for ahead."""
    monkeypatch.setattr("softanswer.mailbox.folder_sync.MOST_LISTED", 40)
    monkeypatch.setattr("softanswer.mailbox.folder_sync.LARGEST_BACKLOG_BATCH", 15)
    monkeypatch.setattr("softanswer.mailbox.folder_sync.MOST_IN_BATCH", 12)
    with FakeImapServer(request.param) as server:
        server.create("eBay")
        for folder, count in (("INBOX", IN_INBOX), ("eBay", IN_OTHER), ("Sent", FEW)):
            for number in range(count):
                server.deliver(letter(number, f"{folder} {number}"), folder)
        desk = Desk(server, writer)
        writer.call(lambda tx: choose_folders(tx, desk.account.id, ["eBay"]))
        yield desk


def asked_for(server, what):
    """How often each letter's headers, or all of it, were asked for, by folder and UID."""
    counts = Counter()
    folder = ""
    for line in server.commands:
        words = line.split()
        if words[0] == "SELECT":
            folder = words[1].strip('"')
        elif words[:2] == ["UID", "FETCH"] and what in line:
            counts.update((folder, uid) for uid in uids_of(words[2].encode()))
    return counts


def twice(server):
    """What was asked for more than once."""
    both = asked_for(server, "BODY.PEEK[])"), asked_for(server, "BODY.PEEK[HEADER.FIELDS (FROM")
    return [one for counts in both for one, count in counts.items() if count > 1]


def meanwhile(server, events):
    """Have these happen just before one FETCH after another."""
    fetches = Counter()

    def happen():
        fetches["all"] += 1
        for event in events.get(fetches["all"], ()):
            event()

    server.habits.before["UID FETCH"] = happen


def test_news_and_other_folders_between_cost_no_second_download(desk):
    server = desk.server
    events = {
        turn: [
            lambda turn=turn: server.deliver(letter(1000 + turn)),
            lambda turn=turn: server.deliver(letter(2000 + turn), "eBay"),
            lambda turn=turn: server.reflag(turn, {"\\Flagged"}),
            lambda turn=turn: server.expunge(IN_INBOX - turn),
        ]
        for turn in (3, 4, 7, 9, 12, 16, 21, 25, 33, 41)
    }
    meanwhile(server, events)
    desk.sync.sync_once()
    assert twice(server) == []
    server.habits.before.clear()
    desk.sync.sync_once()
    read_all(desk)
    found = differences(
        desk.writer.path, server.endpoint, USERNAME, PASSWORD, ("INBOX", "Sent", "eBay")
    )
    assert found == []


def test_wishes_looks_and_marks_between_cost_no_second_download(desk):
    """While it is followed: a letter is wanted, one is marked here, and looks are asked for."""
    server = desk.server
    wanted = []

    def want_and_mark():
        waiting = [one for one in desk.all() if not one.is_here and one.key not in wanted]
        if waiting:
            wanted.append(waiting[len(waiting) // 2].key)
            desk.sync.want(wanted[-1])
            desk.writer.submit(lambda tx: set_flag(tx, waiting[0].id, "\\Seen", on=True))
            desk.sync.retry()

    meanwhile(server, {turn: [want_and_mark] for turn in range(10, 60, 7)})
    with desk.running():
        wait_until(lambda: SyncState.UP_TO_DATE in desk.states() and not desk.pending(), 30)
    assert wanted
    assert twice(server) == []
    assert sum(asked_for(server, "BODY.PEEK[])").values()) == IN_INBOX + IN_OTHER + FEW
