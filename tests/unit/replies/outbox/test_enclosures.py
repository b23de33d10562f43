"""Files that go with a reply: what is approved is sent, and without a file nothing is."""

from __future__ import annotations

import email
import email.policy
import os
from datetime import timedelta

import pytest
from builders import MINUTE, NOON, draft, occasion

from softanswer.mailbox.enclosure import describe
from softanswer.mailbox.smtp import Submission
from softanswer.mailbox.store.accounts import load_account
from softanswer.mailbox.store.server_changes import pending_changes
from softanswer.mailbox.store.size_limits import size_limit
from softanswer.replies.compose import store as drafts
from softanswer.replies.errors import EnclosureLostError
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.journal import Journal
from softanswer.replies.outbox.outbox import Outbox
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.outbox.postman import Postman
from softanswer.replies.outbox.reconciling import reconcile

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 40
NOTE = "Здравствуйте".encode()


class Server:
    """Takes letters; before the dot of the first one something may happen."""

    def __init__(self):
        self.taken = []

    def __call__(self, account, login, envelope, raw, before_dot, on_taken):
        before_dot()
        self.taken.append(raw)
        submission = Submission(250, "OK", "2.0.0", size_limit=35_000_000)
        on_taken(submission)
        return submission


class Secrets:
    def get(self, _address):
        return "s3cret"


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def postman(writer, outbox, server):
    return Postman(writer, outbox, Secrets(), look=lambda _: None, submit=server)


@pytest.fixture
def enclosures(outbox):
    found = []
    for name, content in (("Снимок корешка.jpg", PHOTO), ("note.txt", NOTE)):
        outbox.enclosures.put(content)
        found.append(describe(name, content))
    return tuple(found)


@pytest.fixture
def reply(writer, outbox, account_id, conversation_id, enclosures):
    return hold(writer, outbox, account_id, conversation_id, enclosures)


def hold(writer, outbox, account_id, conversation_id, enclosures):
    return writer.call(
        lambda tx: outbox.hold(
            tx,
            draft(account_id=account_id, enclosures=enclosures),
            conversation_id=conversation_id,
            occasion=occasion(0),
            first_body="",
        )
    )


def approve(writer, outbox, clock, reply):
    clock.pass_time(30 * MINUTE)
    return writer.call(lambda tx: outbox.approve(tx, reply.id))


def now(writer, reply):
    return writer.call(lambda tx: store.load(tx.db, reply.id))


def lose(outbox, enclosure):
    (outbox.enclosures.folder / enclosure.sha256).unlink()


def damage(outbox, enclosure):
    path = outbox.enclosures.folder / enclosure.sha256
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def age(outbox):
    for path in outbox.enclosures.folder.iterdir():
        os.utime(path, (0, 0))


def files_of(raw):
    read = email.message_from_bytes(raw, policy=email.policy.default)
    return {part.get_filename(): part.get_payload(decode=True) for part in read.iter_attachments()}


def test_what_is_approved_is_sent_and_filed_byte_for_byte(
    writer, outbox, clock, reply, postman, server, account_id
):
    approved = approve(writer, outbox, clock, reply)
    assert len(approved.raw) < 3_000  # the database does not hold the photo
    postman.work_once()
    (raw,) = server.taken
    assert files_of(raw) == {"Снимок корешка.jpg": PHOTO, "note.txt": NOTE}
    assert now(writer, reply).state is OutboxState.SENT
    changes = writer.call(lambda tx: pending_changes(tx.db, account_id))
    assert [change.raw for change in changes if change.raw] == [raw]


@pytest.mark.parametrize("harm", [lose, damage])
def test_a_reply_whose_file_is_lost_after_the_approval_is_held_back(
    writer, outbox, clock, reply, postman, server, enclosures, harm
):
    approve(writer, outbox, clock, reply)
    harm(outbox, enclosures[0])
    postman.work_once()
    held_back = now(writer, reply)
    assert server.taken == []
    assert (held_back.state, held_back.paused_by) == (OutboxState.PAUSED, PausedBy.FILE_LOST)
    assert "“Снимок корешка.jpg”" in held_back.pause_note
    assert not held_back.is_approved
    with pytest.raises(EnclosureLostError, match="Attach the file again"):
        writer.call(lambda tx: outbox.hold_again(tx, reply.id, occasion(0)))


def test_one_that_goes_by_itself_is_held_back_too_and_holds_up_no_other(
    writer, outbox, clock, account_id, conversation_id, enclosures, postman
):
    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(send_by_itself=True)))
    clock.pass_time(timedelta(days=1))
    reply = hold(writer, outbox, account_id, conversation_id, enclosures)
    assert reply.plan.sends_itself
    lose(outbox, enclosures[1])
    clock.pass_time(30 * MINUTE)
    postman.work_once()
    assert now(writer, reply).paused_by is PausedBy.FILE_LOST


def test_nothing_is_held_whose_file_is_not_there(
    writer, outbox, account_id, conversation_id, enclosures
):
    damage(outbox, enclosures[0])
    with pytest.raises(EnclosureLostError, match="is damaged"):
        hold(writer, outbox, account_id, conversation_id, enclosures)
    assert writer.call(lambda tx: store.load_in(tx.db)) == ()


def test_a_letter_that_went_out_is_sent_even_where_its_copy_lacks_a_file(
    writer, outbox, clock, reply, enclosures, account_id
):
    approve(writer, outbox, clock, reply)
    writer.call(lambda tx: outbox.take(tx, reply.id))
    lose(outbox, enclosures[0])
    writer.call(lambda tx: outbox.step(tx, reply.id, lambda r, m: r.sent(m.reading.wall)))
    assert now(writer, reply).state is OutboxState.SENT
    (copy,) = [c.raw for c in writer.call(lambda tx: pending_changes(tx.db, account_id)) if c.raw]
    assert files_of(copy)["note.txt"] == NOTE
    assert b"No copy of it is left" in files_of(copy)["Снимок корешка.jpg"]


def test_files_stay_while_a_draft_or_a_held_reply_needs_them_and_go_then(
    writer, outbox, clock, reply, enclosures, conversation_id
):
    spare = outbox.enclosures.put(b"taken off again")
    age(outbox)
    writer.call(outbox.tidy)
    needed = {one.sha256 for one in enclosures}
    assert {path.name for path in outbox.enclosures.files()} == needed
    assert spare not in needed

    writer.call(lambda tx: outbox.take_back(tx, reply.id))
    writer.call(outbox.tidy)
    assert {path.name for path in outbox.enclosures.files()} == needed
    kept = writer.call(lambda tx: drafts.load_draft(tx.db, conversation_id))
    assert kept.enclosures == enclosures

    writer.call(lambda tx: drafts.delete_draft(tx, conversation_id))
    writer.call(outbox.tidy)
    assert outbox.enclosures.files() == []


def test_what_was_put_there_just_now_is_not_deleted_before_its_draft_is_kept(writer, outbox):
    outbox.enclosures.put(b"a moment ago")
    writer.call(outbox.tidy)
    assert len(outbox.enclosures.files()) == 1


def test_taking_back_keeps_the_files_of_a_draft_that_was_begun_meanwhile(
    writer, outbox, reply, enclosures, conversation_id
):
    outbox.enclosures.put(b"third")
    third = describe("third.txt", b"third")
    writer.call(lambda tx: drafts.enclose(tx, conversation_id, third, NOON))
    writer.call(lambda tx: outbox.take_back(tx, reply.id))
    kept = writer.call(lambda tx: drafts.load_draft(tx.db, conversation_id))
    assert kept.enclosures == (*enclosures, third)


def test_a_reply_that_comes_back_from_the_journal_has_its_files(
    tmp_path, writer, outbox, clock, reply, enclosures
):
    writer.call(lambda tx: tx.db.execute("DELETE FROM held_replies"))
    reconcile(writer, Outbox(clock, Journal(tmp_path)))
    (restored,) = writer.call(lambda tx: store.load_in(tx.db))
    assert restored.draft.enclosures == enclosures
    assert outbox.contents(restored)[enclosures[0].sha256] == PHOTO


def test_the_size_that_a_server_takes_is_known_after_the_first_letter(
    writer, outbox, clock, reply, postman, account_id
):
    host = writer.call(lambda tx: load_account(tx.db, account_id)).smtp.host
    assert writer.call(lambda tx: size_limit(tx.db, account_id, host)) is None
    approve(writer, outbox, clock, reply)
    postman.work_once()
    assert writer.call(lambda tx: size_limit(tx.db, account_id, host)) == 35_000_000
    assert writer.call(lambda tx: size_limit(tx.db, account_id, "other.example")) is None


def test_its_file_is_for_the_seller_alone(outbox, enclosures):
    folder = outbox.enclosures.folder
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
