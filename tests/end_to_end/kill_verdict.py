"""What became of the replies of a `KillShop`: what counts as lost, doubled, early."""

from __future__ import annotations

from collections.abc import Iterator

from end_to_end.kill_shop import KillShop, Reply, customer
from fakes.cutting_proxy import Place
from fakes.smtp_server import Accepted

from softanswer.mailbox.smtp import wire_form
from softanswer.replies.outbox.held_reply import LIVE, HeldReply, OutboxState
from softanswer.replies.outbox.journal import Journal

LOST, DOUBLED, EARLY = "lost", "doubled", "early"
OTHER = "otherwise wrong"
ENDS = {
    OutboxState.SENT: "sent once",
    OutboxState.RECALLED: "taken back",
    OutboxState.UNCERTAIN: "uncertain",
}


def judge(shop: KillShop) -> list[str]:
    """Count how the replies ended; the result names every fault."""
    shop.counts.update({LOST: 0, DOUBLED: 0, EARLY: 0, OTHER: 0})
    told = []
    for reply in shop.replies:
        stored = shop.stored(reply)
        shop.counts[ENDS.get(stored.state, stored.state.value)] += 1
        for fault, what in _faults(shop, reply, stored):
            shop.counts[fault] += 1
            told.append(f"reply {reply.number} ({stored.state.value}) is {fault}: {what}")
    return told


def check_store(shop: KillShop) -> None:
    """The database is sound, and the journal agrees with it."""
    check_store_is_sound(shop)
    uncertain = {r.message_id for r in shop.replies if r.state is OutboxState.UNCERTAIN}
    last = [entry.reply for entry in Journal(shop.profile).latest()]
    assert {reply.message_id for reply in last if reply.state in LIVE} == uncertain


def check_store_is_sound(shop: KillShop) -> None:
    """No damage, no reference to what is not there, and the program never fell over."""
    with shop.reading() as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert b"Traceback" not in shop.nursery.stderr.read_bytes()


def _faults(shop: KillShop, reply: Reply, stored: HeldReply) -> Iterator[tuple[str, str]]:
    taken = [one for one in shop.smtp.accepted if one.forward_paths == (customer(reply.number),)]
    if len(taken) > 1:
        yield DOUBLED, f"the server took it {len(taken)} times"
    if stored.state not in ENDS:
        yield LOST, "it came to no end"
    if stored.state is OutboxState.SENT and not taken:
        yield LOST, "no server took it"
    if any(not _came_in_time(shop, reply, one) for one in taken):
        yield EARLY, f"its hold lasted until {reply.not_before}"
    if taken and (reply.is_taken_back or stored.state is OutboxState.RECALLED):
        yield OTHER, "it was sent although it was taken back"
    if stored.state is OutboxState.RECALLED and not reply.is_taken_back:
        yield OTHER, "nobody took it back"
    if stored.state is OutboxState.UNCERTAIN and not _is_unknowable(shop, reply):
        yield OTHER, "what became of it could be known"
    approved = reply.approved or shop.whole(stored)
    if any(not _is_what_was_approved(reply, stored, approved, one) for one in taken):
        yield OTHER, "these are not the approved bytes"
    yield from _faults_on_server(shop, reply, is_sent=stored.state is OutboxState.SENT)


def _came_in_time(shop: KillShop, reply: Reply, taken: Accepted) -> bool:
    begun = [passage.mail_at for passage in shop.proxy.to(customer(reply.number))]
    mail_at = max(at for at in begun if at <= taken.at)
    return shop.clock.wall_at(mail_at) >= reply.not_before


def _is_unknowable(shop: KillShop, reply: Reply) -> bool:
    """Whether the program wrote the dot, or was killed when it may have been about to.

    QUIT comes after the answer to the dot was stored, so whoever says it knows the outcome.
    """
    passages = shop.proxy.to(customer(reply.number))
    if any(passage.reached is Place.QUIT for passage in passages):
        return False
    return any(
        passage.wrote_dot or (passage.met_a_kill and passage.reached >= Place.DATA)
        for passage in passages
    )


def _is_what_was_approved(
    reply: Reply, stored: HeldReply, approved: bytes, taken: Accepted
) -> bool:
    return (
        taken.raw == wire_form(approved)
        and (b"photo" in taken.raw) is bool(stored.draft.enclosures)
        and f"Message-ID: {reply.message_id}".encode() in taken.raw
        and f"for customer {reply.number}\r\n".encode() in taken.raw
        and stored.draft.body == reply.body
    )


def _faults_on_server(shop: KillShop, reply: Reply, *, is_sent: bool) -> Iterator[tuple[str, str]]:
    r"""What was sent lies in Sent once, and its letter bears \Answered; else neither."""
    in_sent = shop.imap.folders["Sent"].messages
    copies = sum(reply.message_id.encode() in copy.raw for copy in in_sent)
    letter = shop.imap.folders["INBOX"].messages[reply.number]
    if copies != is_sent:
        yield OTHER, f"it lies in Sent {copies} times"
    if ("\\Answered" in letter.flags) is not is_sent:
        yield OTHER, f"its letter bears {letter.flags}"
