"""The program is killed (kill -9) again and again while replies cool, are ready, are being sent.

Whatever happens: no reply is lost, none is sent twice, early or after it was taken back, and the
bytes that arrive are the approved ones. SOFTANSWER_KILL_ROUNDS gives the number of rounds for
longer runs by hand; SOFTANSWER_KILL_SEED repeats a run.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import time
from pathlib import Path

import pytest
from end_to_end.kill_shop import ANSWER, BASE, KillShop, Reply, customer
from fakes.imap_server import FakeImapServer
from fakes.smtp_server import Phase

from softanswer.mailbox.smtp import wire_form
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.replies.outbox.journal import Journal

ROUNDS = int(os.environ.get("SOFTANSWER_KILL_ROUNDS", "40"))
SEED = int(os.environ.get("SOFTANSWER_KILL_SEED", "0")) or random.randrange(1, 10**9)  # noqa: S311
LONGEST_COMMAND_S = 0.1

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(90 + 2 * ROUNDS),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the lives of the program are forked"),
]


@pytest.fixture
def shop(tmp_path, capsys):
    with FakeImapServer() as imap:
        shop = KillShop(tmp_path, imap, SEED)
        with shop.smtp:
            yield shop
        shop.nursery.close()
    with capsys.disabled():
        counts = ", ".join(f"{n} {what}" for what, n in sorted(shop.counts.items()))
        print(f"\nseed {SEED}: {counts}")  # noqa: T201 - the figures are wanted


def test_killing_the_postman_loses_doubles_and_hurries_nothing(shop):
    shop.set_up(ROUNDS)
    for number in range(ROUNDS):
        if number == ROUNDS // 2:  # from here on calm letters are answered without the gate
            shop.do("settings", "set", "hold.send_by_itself", "true")
        shop.hold(number)
        shop.live_and_die()
    shop.let_all_end()
    for reply in shop.replies:
        shop.counts[f"ended {shop.stored(reply).state.value}"] += 1
        check_outcome(shop, reply)
        check_time(shop, reply)
        check_servers_view(shop, reply)
    check_store(shop)


def test_a_killed_command_is_done_or_not_begun(shop, tmp_path):
    text = tmp_path / "reply.txt"
    rounds = max(10, ROUNDS // 2)
    shop.set_up(rounds)
    for number in range(rounds):
        text.write_text(ANSWER.format(number=number), encoding="utf-8")
        hold_and_be_killed(shop, number, text)
    for reply in shop.replies:
        confirm_and_be_killed(shop, reply)
    check_store_is_sound(shop)


def hold_and_be_killed(shop: KillShop, number: int, text: Path) -> None:
    """The reply is held whole, or not at all; at the second try it is held once."""
    before = shop.clock.read().wall
    letter = shop.message_of(number)
    said = killed(shop, "outbox", "hold", "--reply-to", letter, text, "--format", "json")
    held = [one for one in listed(shop) if one["reply_to"] == letter]
    assert len(held) <= 1
    assert held or said is None, "what was confirmed to the seller is gone"
    reply = shop.note(number, before, held[0]) if held else shop.hold(number)
    assert shop.stored(reply).draft.body == reply.body
    shop.counts["held by a killed command"] += len(held)


def confirm_and_be_killed(shop: KillShop, reply: Reply) -> None:
    """The approval stands whole or not at all, and the bytes of one that stands never change."""
    while shop.clock.read().wall < reply.not_before + BASE:
        time.sleep(0.02)
    said = killed(shop, "outbox", "confirm", reply.id, "--format", "json")
    first = shop.stored(reply)
    assert first.state in {OutboxState.COOLING, OutboxState.READY}
    assert (first.raw is not None) is first.is_approved
    assert first.is_approved or said is None
    shop.counts["approved by a killed command"] += first.is_approved
    shop.do("outbox", "confirm", reply.id)
    assert first.raw in {None, shop.stored(reply).raw}


def killed(shop: KillShop, *arguments: object) -> object | None:
    """Run a command that is killed at any moment; what it said, None where it came to no word."""
    shop.nursery.begin(*arguments)
    time.sleep(shop.random.uniform(0, LONGEST_COMMAND_S))
    shop.nursery.kill()
    shop.nursery.wait()
    with contextlib.suppress(ValueError):
        return json.loads(shop.nursery.out.read_text(encoding="utf-8"))
    return None


def listed(shop: KillShop) -> list[dict[str, object]]:
    return shop.do("outbox", "list", "--format", "json").json()


def check_outcome(shop: KillShop, reply: Reply) -> None:
    """Sent once with the approved bytes, or taken back and never sent, or told as uncertain."""
    stored = shop.stored(reply)
    taken = [one for one in shop.smtp.accepted if one.forward_paths == (customer(reply.number),)]
    reached = shop.smtp.reached
    if stored.state is OutboxState.SENT:
        assert len(taken) == 1
    elif stored.state is OutboxState.RECALLED:
        assert reply.is_taken_back
        assert taken == []
    else:
        assert stored.state is OutboxState.UNCERTAIN, f"reply {reply.number} is lost: {stored}"
        assert reached[customer(reply.number), Phase.BODY] > 0
        assert reached[customer(reply.number), Phase.QUIT] == 0
        assert len(taken) <= 1
    assert not (reply.is_taken_back and taken)
    for one in taken:
        assert one.raw == wire_form(reply.approved or stored.raw)
        assert f"Message-ID: {reply.message_id}".encode() in one.raw
        assert stored.draft.body == reply.body
        assert f"for customer {reply.number}\r\n".encode() in one.raw


def check_time(shop: KillShop, reply: Reply) -> None:
    """No MAIL before the hold was over."""
    for one in shop.smtp.accepted:
        if one.forward_paths == (customer(reply.number),):
            mail_at = max(at for at in shop.smtp.mail_at if at <= one.at)
            assert shop.clock.wall_at(mail_at) >= reply.not_before


def check_servers_view(shop: KillShop, reply: Reply) -> None:
    r"""What was sent lies in Sent once, and its letter bears \Answered; else neither."""
    is_sent = shop.stored(reply).state is OutboxState.SENT
    copies = [
        copy
        for copy in shop.imap.folders["Sent"].messages
        if reply.message_id.encode() in copy.raw
    ]
    letter = shop.imap.folders["INBOX"].messages[reply.number]
    assert len(copies) == is_sent
    assert ("\\Answered" in letter.flags) is is_sent


def check_store(shop: KillShop) -> None:
    """The database is sound, and the journal agrees with it."""
    check_store_is_sound(shop)
    uncertain = {r.message_id for r in shop.replies if r.states[-1] is OutboxState.UNCERTAIN}
    assert {reply.message_id for reply, _ in Journal(shop.profile).waiting()} == uncertain


def check_store_is_sound(shop: KillShop) -> None:
    with shop.reading() as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert b"Traceback" not in shop.nursery.stderr.read_bytes()
