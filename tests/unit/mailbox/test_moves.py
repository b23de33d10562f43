"""Letters that are moved here are moved on the server, once, whatever comes between."""

from __future__ import annotations

import contextlib
from datetime import timedelta

import pytest
from fakes.desk import NOON, Desk, until_idle, wait_until
from fakes.imap_server import FULL, PLAIN, FakeImapServer
from fakes.intake import letter
from fakes.searching import search

from softanswer.mailbox.errors import ConnectionFailedError, StoreError
from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.store import moves, server_folders
from softanswer.mailbox.store.messages import load_message, load_raw, set_flag

WITHOUT_MOVE = FULL.replace(" MOVE", "")
WITHOUT_UIDPLUS = FULL.replace(" MOVE", "").replace(" UIDPLUS", "")
EVERY_WAY = (FULL, WITHOUT_MOVE, FULL.replace(" UIDPLUS", ""), WITHOUT_UIDPLUS, PLAIN)


@pytest.fixture
def desk(desk) -> Desk:
    """Two letters, an archive and a trash."""
    desk.server.create("Archive", "\\Archive")
    desk.server.create("Bin", "\\Trash")
    desk.server.deliver(letter(1), flags=("\\Seen",))
    desk.server.deliver(letter(2))
    desk.sync.sync_once()
    return desk


def move(desk: Desk, subject: str = "Order 1", use=FolderUse.ARCHIVE, folder: str = "") -> int:
    row = desk.letters()[subject].id
    return desk.writer.call(lambda tx: moves.queue_move(tx, row, use, folder, NOON))


def undo(desk: Desk, move_id: int, now=NOON) -> int | None:
    return desk.writer.call(lambda tx: moves.undo_move(tx, move_id, now))


def subjects(server: FakeImapServer, folder: str) -> list[str]:
    """The letters of a folder that are not marked as deleted."""
    return [
        one.raw.split(b"Subject: ")[1].split(b"\r\n")[0].decode()
        for one in server.folders[folder].messages
        if "\\Deleted" not in one.flags
    ]


# Moving.


@pytest.mark.parametrize("capabilities", EVERY_WAY)
@pytest.mark.parametrize(
    ("use", "folder"),
    [(FolderUse.ARCHIVE, "Archive"), (FolderUse.TRASH, "Bin"), (None, "Archive")],
)
def test_a_letter_leaves_the_list_at_once_and_its_folder_with_the_next_sync(
    desk, capabilities, use, folder
):
    desk.server.capabilities = capabilities
    move(desk, use=use, folder="" if use else folder)
    assert list(desk.letters()) == ["Order 2"]
    assert subjects(desk.server, "INBOX") == ["Order 1", "Order 2"]
    desk.new_sync().sync_once()
    assert subjects(desk.server, "INBOX") == ["Order 2"]
    assert subjects(desk.server, folder) == ["Order 1"]
    assert desk.server.folders[folder].messages[0].flags >= {"\\Seen"}
    desk.new_sync().sync_once()
    assert list(desk.letters()) == ["Order 2"]
    assert desk.pending() == 0
    assert desk.server.count("EXPUNGE") == 0


def test_moving_the_last_letter_is_no_sudden_emptiness(desk):
    desk.server.expunge(2)
    desk.sync.sync_once()
    move(desk)
    desk.sync.sync_once()
    desk.sync.sync_once()
    assert [event.problem for event in desk.events if event.problem] == []


def test_a_move_reaches_the_server_while_following(desk):
    with desk.running() as sync:
        until_idle(desk)
        move(desk)
        sync.wake()
        wait_until(lambda: subjects(desk.server, "Archive") == ["Order 1"])
        desk.server.deliver(letter(3))
        wait_until(lambda: set(desk.letters()) == {"Order 2", "Order 3"})


def test_a_server_that_cannot_expunge_one_letter_keeps_a_marked_original_and_says_so(desk):
    desk.server.capabilities = WITHOUT_UIDPLUS
    desk.server.reflag(2, {"\\Deleted"})  # somebody else's, which an EXPUNGE would take along
    move(desk)
    desk.new_sync().sync_once()
    assert desk.server.flags_of(1) == {"\\Seen", "\\Deleted"}
    assert [one.uid for one in desk.server.folders["INBOX"].messages] == [1, 2]
    assert "“Order 1” was copied to Archive" in desk.events[-1].problem


def test_a_missing_archive_is_made(desk):
    del desk.server.folders["Archive"]
    move(desk)
    desk.new_sync().sync_once()
    assert subjects(desk.server, "Archive") == ["Order 1"]


def test_a_chosen_folder_that_is_gone_is_made_where_the_server_offers_it(desk):
    move(desk, use=None, folder="Kept")
    desk.new_sync().sync_once()
    assert subjects(desk.server, "Kept") == ["Order 1"]


@pytest.mark.parametrize("capabilities", [FULL, WITHOUT_MOVE])
def test_a_move_that_is_refused_for_good_is_taken_back_and_told(desk, capabilities):
    desk.server.capabilities = capabilities
    for command in ("UID MOVE", "UID COPY"):
        desk.server.habits.answers[command] = b"{tag} NO you may not write there\r\n"
    move(desk)
    desk.new_sync().sync_once()
    assert set(desk.letters()) == {"Order 1", "Order 2"}
    assert subjects(desk.server, "INBOX") == ["Order 1", "Order 2"]
    assert desk.pending() == 0
    assert "“Order 1” could not be moved" in desk.events[-1].problem
    assert "you may not write there" in desk.events[-1].problem


def test_a_mark_that_is_refused_for_good_is_taken_back_and_told(desk):
    desk.server.habits.answers["UID STORE"] = b"{tag} NO read-only\r\n"
    desk.flag(desk.letters()["Order 2"], "\\Flagged")
    desk.new_sync().sync_once()
    assert desk.letters()["Order 2"].flags == set()
    assert desk.pending() == 0
    assert "A mark of “Order 2” could not be changed" in desk.events[-1].problem


@pytest.mark.parametrize("capabilities", [FULL, WITHOUT_MOVE])
def test_a_busy_server_is_asked_again_later(desk, capabilities):
    desk.server.capabilities = capabilities
    for command in ("UID MOVE", "UID COPY"):
        desk.server.habits.answers[command] = b"{tag} NO [OVERQUOTA] full\r\n"
    move(desk)
    sync = desk.new_sync()
    sync.sync_once()
    assert list(desk.letters()) == ["Order 2"]
    assert "is not moved on the server yet" in desk.events[-1].problem
    desk.server.habits.answers.clear()
    sync.sync_once()  # the pause is not over
    assert subjects(desk.server, "Archive") == []
    desk.new_sync().sync_once()
    assert subjects(desk.server, "Archive") == ["Order 1"]


# What happened on the server meanwhile.


def test_a_move_of_a_letter_that_is_gone_is_settled_quietly(desk):
    move(desk)
    desk.server.expunge(1)
    desk.new_sync().sync_once()
    assert (desk.pending(), list(desk.letters())) == (0, ["Order 2"])
    assert subjects(desk.server, "Archive") == []
    assert [event.problem for event in desk.events if event.problem] == []


def test_a_letter_that_goes_while_the_server_is_told_is_settled_quietly(desk):
    move(desk)
    desk.server.habits.before["STATUS"] = lambda: desk.server.expunge(1)
    desk.new_sync().sync_once()
    assert (desk.pending(), list(desk.letters())) == (0, ["Order 2"])


@pytest.mark.parametrize("capabilities", EVERY_WAY)
def test_after_new_uids_the_right_letter_is_moved(desk, capabilities):
    desk.server.capabilities = capabilities
    move(desk)
    desk.server.renumber()  # in reverse order: UID 1 is another letter now
    desk.new_sync().sync_once()
    assert subjects(desk.server, "Archive") == ["Order 1"]
    assert subjects(desk.server, "INBOX") == ["Order 2"]


def test_a_mark_set_after_the_move_follows_the_letter(desk):
    row = desk.letters()["Order 1"].id
    move(desk)
    desk.writer.call(lambda tx: set_flag(tx, row, "\\Flagged", on=True))
    desk.new_sync().sync_once()
    assert desk.server.folders["Archive"].messages[0].flags == {"\\Seen", "\\Flagged"}


@pytest.mark.parametrize("capabilities", EVERY_WAY)
def test_a_letter_that_comes_back_has_its_old_row(desk, capabilities):
    desk.server.capabilities = capabilities
    row = desk.letters()["Order 1"].id
    move(desk)
    desk.new_sync().sync_once()
    [archived] = desk.server.folders["Archive"].messages
    desk.server.expunge(archived.uid, "Archive")
    desk.server.deliver(archived.raw, flags=("\\Answered",))
    desk.new_sync().sync_once()
    [back] = [one for one in desk.all() if one.message.subject == "Order 1"]
    if "UIDPLUS" in capabilities or "MOVE" in capabilities:
        assert back.id == row
    assert back.flags == {"\\Answered"}
    assert desk.read(load_raw, back.id) == letter(1)
    assert [one.id for one in desk.read(search, "Order 1", 5)].count(back.id) == 1


# Breaking off.


@pytest.mark.parametrize("capabilities", [FULL, WITHOUT_MOVE, WITHOUT_UIDPLUS])
@pytest.mark.parametrize("command", ["UID MOVE", "UID COPY", "UID STORE", "UID EXPUNGE"])
@pytest.mark.parametrize("is_done", [False, True])
def test_a_move_that_was_broken_off_moves_once(desk, capabilities, command, is_done):
    desk.server.capabilities = capabilities
    (desk.server.habits.done_then_close if is_done else desk.server.habits.close_on).add(command)
    move(desk)
    try:
        desk.new_sync().sync_once()
    except ConnectionFailedError:
        assert list(desk.letters()) == ["Order 2"]
    desk.server.habits.close_on.clear()
    desk.server.habits.done_then_close.clear()
    desk.new_sync().sync_once()
    assert subjects(desk.server, "INBOX") == ["Order 2"]
    assert subjects(desk.server, "Archive") == ["Order 1"]
    assert (desk.pending(), list(desk.letters())) == (0, ["Order 2"])


# Undo.


@pytest.mark.parametrize("capabilities", EVERY_WAY)
def test_an_undone_move_that_nobody_heard_of_leaves_no_trace(desk, capabilities):
    desk.server.capabilities = capabilities
    undo(desk, move(desk))
    assert set(desk.letters()) == {"Order 1", "Order 2"}
    assert desk.pending() == 0
    desk.new_sync().sync_once()
    assert desk.server.count("UID MOVE") + desk.server.count("UID COPY") == 0


@pytest.mark.parametrize("capabilities", EVERY_WAY)
@pytest.mark.parametrize("command", ["UID MOVE", "UID COPY", "UID STORE", "UID EXPUNGE"])
@pytest.mark.parametrize("is_done", [False, True])
def test_a_move_that_was_broken_off_is_undone(desk, capabilities, command, is_done):
    desk.server.capabilities = capabilities
    (desk.server.habits.done_then_close if is_done else desk.server.habits.close_on).add(command)
    moved = move(desk)
    with contextlib.suppress(ConnectionFailedError):
        desk.new_sync().sync_once()
    undo(desk, moved)
    desk.server.habits.close_on.clear()
    desk.server.habits.done_then_close.clear()
    desk.new_sync().sync_once()
    desk.new_sync().sync_once()
    assert sorted(subjects(desk.server, "INBOX")) == ["Order 1", "Order 2"]
    assert subjects(desk.server, "Archive") == []
    assert (desk.pending(), set(desk.letters())) == (0, {"Order 1", "Order 2"})


def test_a_move_that_broke_off_before_it_was_told_leaves_no_trace_when_it_is_undone(desk):
    asked = []

    def break_at_the_archive() -> None:
        asked.append(desk.server.commands[-1])
        if "Archive" in asked[-1]:
            desk.server.drop_connections()

    desk.server.habits.before["STATUS"] = break_at_the_archive
    moved = move(desk)
    with pytest.raises(ConnectionFailedError):
        desk.new_sync().sync_once()
    assert "Archive" in asked[-1]
    desk.server.habits.before.clear()
    undo(desk, moved)
    assert desk.pending() == 0
    desk.new_sync().sync_once()
    assert set(subjects(desk.server, "INBOX")) == set(desk.letters()) == {"Order 1", "Order 2"}
    assert desk.server.count("UID MOVE") == 0


@pytest.mark.parametrize("capabilities", EVERY_WAY)
def test_a_move_that_was_carried_out_is_undone_by_its_opposite(desk, capabilities):
    desk.server.capabilities = capabilities
    row = desk.letters()["Order 1"].id
    moved = move(desk)
    desk.new_sync().sync_once()
    undo(desk, moved)
    assert set(desk.letters()) == {"Order 1", "Order 2"}
    desk.new_sync().sync_once()
    desk.new_sync().sync_once()
    assert sorted(subjects(desk.server, "INBOX")) == ["Order 1", "Order 2"]
    assert subjects(desk.server, "Archive") == []
    back = desk.letters()["Order 1"]
    assert (back.id, len(desk.all())) == (row, 2)
    assert desk.server.flags_of(back.key.uid) == {"\\Seen"}
    assert desk.pending() == 0


def test_an_undo_finds_the_letter_by_its_message_id(desk):
    desk.server.capabilities = FULL.replace(" UIDPLUS", "")
    moved = move(desk)
    desk.new_sync().sync_once()
    desk.server.renumber("Archive", 70)
    undo(desk, moved)
    desk.new_sync().sync_once()
    assert subjects(desk.server, "Archive") == []


@pytest.mark.parametrize("message_id", ['<a"b@x>', ""])
def test_a_message_id_that_may_not_be_sent_is_not_searched_for(desk, message_id):
    desk.server.capabilities = FULL.replace(" UIDPLUS", "")
    raw = letter(3).replace(b"<3@customer.example>", message_id.encode())
    desk.server.deliver(raw)
    desk.sync.sync_once()
    moved = move(desk, "Order 3")
    desk.new_sync().sync_once()
    undo(desk, moved)
    desk.new_sync().sync_once()
    assert desk.server.count("UID SEARCH HEADER") == 0
    assert subjects(desk.server, "Archive") == ["Order 3"]
    assert "“Order 3” was not found in Archive any more" in desk.events[-1].problem
    assert "Order 3" not in desk.letters()


def test_an_undo_while_the_server_is_being_told_moves_the_letter_back(desk):
    moved = move(desk)

    def take_back() -> None:
        desk.server.habits.before.clear()
        undo(desk, moved)

    desk.server.habits.before["UID MOVE"] = take_back
    desk.new_sync().sync_once()
    assert set(desk.letters()) == {"Order 1", "Order 2"}
    desk.new_sync().sync_once()
    assert sorted(subjects(desk.server, "INBOX")) == ["Order 1", "Order 2"]
    assert desk.pending() == 0


def test_an_undo_in_the_middle_of_a_move_unmarks_the_original(desk):
    desk.server.capabilities = WITHOUT_UIDPLUS
    moved = move(desk)
    desk.server.habits.done_then_close.add("UID COPY")
    with pytest.raises(ConnectionFailedError):
        desk.new_sync().sync_once()
    undo(desk, moved)
    desk.server.habits.done_then_close.clear()
    for _ in range(3):
        desk.new_sync().sync_once()
    assert sorted(subjects(desk.server, "INBOX")) == ["Order 1", "Order 2"]
    assert subjects(desk.server, "Archive") == []
    assert set(desk.letters()) == {"Order 1", "Order 2"}
    assert desk.letters()["Order 1"].flags == {"\\Seen"}


def test_an_undo_after_the_archive_was_deleted_is_told(desk):
    moved = move(desk)
    desk.new_sync().sync_once()
    undo(desk, moved)
    del desk.server.folders["Archive"]
    desk.new_sync().sync_once()
    assert (desk.pending(), list(desk.letters())) == (0, ["Order 2"])
    assert "“Order 1” was not found in Archive any more" in desk.events[-1].problem


def test_a_letter_goes_from_the_archive_to_the_bin_and_back(desk):
    row = desk.letters()["Order 1"].id
    move(desk)
    desk.new_sync().sync_once()
    binned = desk.writer.call(lambda tx: moves.queue_move(tx, row, FolderUse.TRASH, "", NOON))
    desk.new_sync().sync_once()
    assert (subjects(desk.server, "Archive"), subjects(desk.server, "Bin")) == ([], ["Order 1"])
    undo(desk, binned)
    assert list(desk.letters()) == ["Order 2"]
    desk.new_sync().sync_once()
    assert (subjects(desk.server, "Archive"), subjects(desk.server, "Bin")) == (["Order 1"], [])


def test_a_move_is_forgotten_after_a_day(desk):
    row = desk.letters()["Order 1"].id
    moved = move(desk)
    desk.new_sync().sync_once()
    late = NOON + moves.UNDO_WITHIN + timedelta(seconds=1)
    desk.writer.call(lambda tx: moves.forget_old_moves(tx, desk.account.id, NOON))
    assert desk.read(load_message, row).id == row
    desk.writer.call(lambda tx: moves.forget_old_moves(tx, desk.account.id, late))
    with pytest.raises(StoreError):
        desk.read(load_message, row)
    with pytest.raises(StoreError, match="too long ago"):
        undo(desk, moved)
    assert desk.read(search, "Order 1", 5) == ()


# Flags that cancel out.


def test_opposite_marks_that_nobody_heard_of_cancel_out(desk):
    two = desk.letters()["Order 2"]
    for on in (True, False, True, False):
        desk.writer.call(lambda tx, on=on: set_flag(tx, two.id, "\\Flagged", on=on))
    assert desk.pending() == 0
    desk.new_sync().sync_once()
    assert desk.server.count("UID STORE") == 0


def test_a_mark_taken_back_while_the_server_is_told_is_cleared_there_too(desk):
    two = desk.letters()["Order 2"]
    desk.flag(two, "\\Flagged")

    def take_back() -> None:
        desk.server.habits.before.clear()
        desk.writer.call(lambda tx: set_flag(tx, two.id, "\\Flagged", on=False))

    desk.server.habits.before["UID STORE"] = take_back
    desk.new_sync().sync_once()
    desk.new_sync().sync_once()
    assert desk.server.flags_of(2) == set()
    assert desk.letters()["Order 2"].flags == set()
    assert desk.pending() == 0


def test_of_a_mark_that_was_changed_on_both_sides_ours_wins_and_theirs_stays_beside_it(desk):
    one = desk.letters()["Order 1"]
    desk.writer.call(lambda tx: set_flag(tx, one.id, "\\Seen", on=False))
    desk.server.reflag(1, {"\\Seen", "\\Answered"})
    desk.new_sync().sync_once()
    desk.new_sync().sync_once()
    assert desk.server.flags_of(1) == {"\\Answered"}
    assert desk.letters()["Order 1"].flags == {"\\Answered"}


def test_the_folders_to_choose_from_are_kept(desk):
    names = desk.read(server_folders.folder_names, desk.account.id)
    assert names == ("Archive", "Bin", "INBOX", "Sent")
    del desk.server.folders["Bin"]
    desk.new_sync().sync_once()
    assert desk.read(server_folders.folder_names, desk.account.id) == ("Archive", "INBOX", "Sent")


def test_a_letter_that_another_program_took_away_cannot_be_moved(desk):
    row = desk.letters()["Order 1"].id
    desk.server.expunge(1)
    desk.new_sync().sync_once()
    with pytest.raises(StoreError, match="not in your inbox any more"):
        desk.writer.call(lambda tx: moves.queue_move(tx, row, FolderUse.TRASH, "", NOON))
