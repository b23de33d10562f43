"""Folders that the seller follows besides INBOX and Sent."""

from __future__ import annotations

import pytest
from fakes.desk import NOON, wait_until
from fakes.imap_server import FULL, PLAIN, RESYNCING
from fakes.intake import letter

from softanswer.mailbox.folder_choice import FolderKind, ServerFolder, sorted_out
from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.imap_answers import ListedFolder
from softanswer.mailbox.store import moves
from softanswer.mailbox.store.chosen_folders import (
    choose_folders,
    chosen_folders,
    count_letters,
    let_go_of_left,
)
from softanswer.mailbox.store.folders import load_folders
from softanswer.mailbox.store.messages import load_message, set_flag


@pytest.fixture
def chosen(any_desk):
    """A folder with two letters is followed; another one is not."""
    server = any_desk.server
    for name in ("eBay", "Other"):
        server.create(name)
        for number in (1, 2):
            server.deliver(letter(number + (0 if name == "eBay" else 10)), name)
    server.deliver(letter(20))
    choose(any_desk, "eBay")
    any_desk.sync.sync_once()
    return any_desk


def choose(desk, *names):
    desk.writer.call(lambda tx: choose_folders(tx, desk.account.id, names))


def shown(desk):
    return sorted((one.key.folder, one.message.subject) for one in desk.all())


def test_a_chosen_folder_is_followed_as_inbox_is(chosen):
    assert shown(chosen) == [("INBOX", "Order 20"), ("eBay", "Order 1"), ("eBay", "Order 2")]
    chosen.server.deliver(letter(3), "eBay")
    chosen.server.expunge(1, "eBay")
    chosen.server.reflag(2, {"\\Seen"}, "eBay")
    chosen.sync.sync_once()
    letters = chosen.letters()
    assert sorted(letters) == ["Order 2", "Order 20", "Order 3"]
    assert letters["Order 2"].flags == {"\\Seen"}


def test_what_is_done_in_a_chosen_folder_reaches_the_server(chosen):
    letters = chosen.letters()
    chosen.writer.call(lambda tx: set_flag(tx, letters["Order 1"].id, "\\Flagged", on=True))
    chosen.writer.call(
        lambda tx: moves.queue_move(tx, letters["Order 2"].id, FolderUse.TRASH, "", NOON)
    )
    chosen.sync.sync_once()
    assert chosen.server.flags_of(1, "eBay") == {"\\Flagged"}
    trash = [one.raw for one in chosen.server.folders["Trash"].messages]
    assert trash == [letter(2)]


@pytest.mark.parametrize("capabilities", [FULL, RESYNCING, f"{PLAIN} UIDPLUS", PLAIN])
def test_a_letter_that_is_moved_to_a_chosen_folder_stays_in_the_lists_and_comes_back(
    desk, capabilities
):
    desk.server.capabilities = capabilities
    desk.server.create("eBay")
    uid = desk.server.deliver(letter(1))
    choose(desk, "eBay")
    desk.sync.sync_once()
    row = desk.letters()["Order 1"].id
    moved = desk.writer.call(lambda tx: moves.queue_move(tx, row, None, "eBay", NOON))
    for _ in range(2):
        desk.sync.sync_once()
    assert shown(desk) == [("eBay", "Order 1")]
    if "UIDPLUS" not in capabilities:  # the original stays, and is only marked
        assert "\\Deleted" in desk.server.flags_of(uid)
        return
    assert desk.letters()["Order 1"].id == row
    desk.writer.call(lambda tx: moves.undo_move(tx, moved, NOON))
    for _ in range(2):
        desk.sync.sync_once()
    assert shown(desk) == [("INBOX", "Order 1")]


def test_what_is_followed_no_more_is_let_go_of(chosen):
    choose(chosen)
    assert chosen.read(count_letters, chosen.account.id, ["eBay"]) == 2
    chosen.writer.call(lambda tx: let_go_of_left(tx, chosen.account.id))
    assert shown(chosen) == [("INBOX", "Order 20")]
    chosen.sync.sync_once()
    assert [one.name for one in chosen.read(load_folders, chosen.account.id)] == ["INBOX", "Sent"]
    assert len(chosen.server.folders["eBay"].messages) == 2
    choose(chosen, "eBay", "Other")
    chosen.sync.sync_once()
    assert len(shown(chosen)) == 5


def test_a_letter_whose_mark_is_not_through_waits_for_it(chosen):
    row = chosen.letters()["Order 1"].id
    chosen.writer.call(lambda tx: set_flag(tx, row, "\\Flagged", on=True))
    choose(chosen)
    chosen.writer.call(lambda tx: let_go_of_left(tx, chosen.account.id))
    assert ("eBay", "Order 1") in shown(chosen)
    chosen.sync.sync_once()
    assert chosen.server.flags_of(1, "eBay") == {"\\Flagged"}
    chosen.sync.sync_once()
    assert shown(chosen) == [("INBOX", "Order 20")]


def test_what_hangs_on_something_is_kept_without_a_place(chosen):
    row = chosen.letters()["Order 1"]
    chosen.writer.call(
        lambda tx: tx.db.execute(
            "INSERT INTO drafts (conversation_id, body, subject, dismissals, saved_at)"
            " VALUES (?, '', '', '{}', '')",
            (row.conversation_id,),
        )
    )
    choose(chosen)
    chosen.sync.sync_once()
    assert shown(chosen) == [("INBOX", "Order 20")]
    kept = chosen.read(load_message, row.id)
    assert (kept.key.folder, kept.key.uid) == ("INBOX", -row.id)
    assert [one.name for one in chosen.read(load_folders, chosen.account.id)] == ["INBOX", "Sent"]
    choose(chosen, "eBay")
    chosen.sync.sync_once()
    assert chosen.letters()["Order 1"].id == row.id
    assert len(shown(chosen)) == 3


def test_a_folder_that_is_gone_or_shut_is_told_and_stops_no_other(chosen):
    chosen.server.folders["Ebay DE"] = chosen.server.folders.pop("eBay")
    chosen.server.deliver(letter(21))
    chosen.sync.sync_once()
    assert ("INBOX", "Order 21") in shown(chosen)
    assert ("eBay", "Order 1") in shown(chosen)
    assert "eBay is not on the server any more" in chosen.events[-1].problem


def test_a_folder_that_is_chosen_while_the_sync_runs_is_followed_soon(chosen):
    with chosen.running() as sync:
        sync.look(10)
        chosen.server.create("Later")
        chosen.server.deliver(letter(30), "Later")
        choose(chosen, "Later")
        sync.retry()
        wait_until(lambda: ("Later", "Order 30") in shown(chosen))
        assert [folder for folder, _ in shown(chosen)] == ["INBOX", "Later"]
    assert chosen.read(chosen_folders, chosen.account.id) == ("Later",)


def test_folders_are_sorted_out_by_what_they_are_for():
    listed = [
        ListedFolder(name, name.encode(), frozenset(attributes))
        for name, attributes in (
            ("Отзывы", ()),
            ("eBay", ()),
            ("All", ("all",)),
            ("Entwürfe", ("drafts",)),
            ("Archive", ()),
            ("Parent", ("noselect",)),
            ("Sent", ("sent",)),
            ("INBOX", ()),
        )
    ]
    assert sorted_out(listed, {"eBay"}) == (
        ServerFolder("INBOX", FolderKind.INBOX, is_followed=True),
        ServerFolder("Sent", FolderKind.SENT, is_followed=True),
        ServerFolder("eBay", FolderKind.PLAIN, is_followed=True),
        ServerFolder("Отзывы", FolderKind.PLAIN, is_followed=False),
        ServerFolder("All", FolderKind.VIEW, is_followed=False),
        ServerFolder("Archive", FolderKind.ARCHIVE, is_followed=False),
        ServerFolder("Entwürfe", FolderKind.DRAFTS, is_followed=False),
    )
