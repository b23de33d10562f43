"""The program is killed (kill -9) again and again while replies cool, are ready, are being sent.

Between it and the SMTP server stands a proxy that breaks the line at chosen places. Whatever
happens: no reply is lost, none is sent twice, early or after it was taken back, the bytes that
arrive are the approved ones, and none is called uncertain whose fate could be known.

    SOFTANSWER_KILL_ROUNDS=1000 pytest tests/end_to_end/test_kill_loop.py

does it a thousand times; SOFTANSWER_KILL_SEED repeats a run.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from end_to_end.kill_shop import ANSWER, AimedImapServer, KillShop, Reply, temper
from end_to_end.kill_verdict import check_store, check_store_is_sound, judge
from fakes.cutting_proxy import CuttingProxy
from fakes.smtp_server import FakeSmtpServer

from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import OutboxState

ROUNDS = int(os.environ.get("SOFTANSWER_KILL_ROUNDS", "20"))
SEED = int(os.environ.get("SOFTANSWER_KILL_SEED", "0")) or random.randrange(1, 10**9)  # noqa: S311
HELD_AT_A_TIME = 2

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(90 + 3 * ROUNDS),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the lives of the program are forked"),
]


@pytest.fixture
def shop(tmp_path, capsys):
    with (
        AimedImapServer() as imap,
        FakeSmtpServer() as smtp,
        CuttingProxy(smtp.endpoint) as proxy,
    ):
        shop = KillShop(tmp_path, SEED, imap, smtp, proxy)
        yield shop
        shop.nursery.close()
    with capsys.disabled():
        print(f"\nseed {SEED}: {figures(shop.counts)}")  # noqa: T201 - they are wanted


def test_killing_the_postman_loses_doubles_and_hurries_nothing(shop):
    shop.set_up(ROUNDS)
    for number in range(ROUNDS):
        if number == ROUNDS // 2:  # from here on calm letters are answered without the gate
            shop.do("settings", "set", "hold.send_by_itself", "true")
        shop.hold(number)
        shop.live_and_die()
        shop.counts["rounds"] += 1
    shop.let_all_end()
    assert judge(shop) == []
    check_store(shop)


def test_a_killed_command_is_done_or_not_begun(shop, tmp_path):
    text = tmp_path / "reply.txt"
    numbers = [n for n in range(ROUNDS) if temper(n) == "calm"]
    shop.set_up(ROUNDS)
    chances = defaultdict(Chance)
    for number in [*numbers, None, None]:
        if number is not None:
            text.write_text(ANSWER.format(number=number), encoding="utf-8")
            hold_and_be_killed(shop, chances["hold"], number, text)
        if len(shop.replies) > HELD_AT_A_TIME or number is None:
            reply = next(one for one in shop.replies if not one.approved)
            see_it_ready_and_be_killed(shop, chances["list"], reply)
            confirm_and_be_killed(shop, chances["confirm"], reply)
            if reply.number % 2:
                take_back_and_be_killed(shop, chances["take-back"], reply)
    check_store_is_sound(shop)


@dataclass
class Chance:
    """When a command is killed: it follows how long one takes, so that half of them end."""

    longest_s: float = 0.1

    def killed(self, shop: KillShop, *arguments: object) -> object | None:
        """Run a command that is killed at any moment; what it said, None if it came to no word."""
        shop.nursery.begin(*arguments)
        time.sleep(shop.random.uniform(0, self.longest_s))
        shop.nursery.kill()
        shop.nursery.wait()
        try:
            said = json.loads(shop.nursery.out.read_text(encoding="utf-8"))
        except ValueError:
            self.longest_s *= 1.1
            return None
        self.longest_s /= 1.1
        return said


def figures(counts: Counter[str]) -> str:
    """The counts, those of the kills behind the others."""
    names = sorted(counts, key=lambda what: (what.startswith("killed"), what))
    return ", ".join(f"{counts[what]} {what}" for what in names)


def hold_and_be_killed(shop: KillShop, chance: Chance, number: int, text: Path) -> None:
    """The reply is held whole, or not at all; at the second try it is held once."""
    before = shop.clock.read().wall
    letter = shop.message_of(number)
    said = chance.killed(shop, "outbox", "hold", "--reply-to", letter, text, "--format", "json")
    with shop.reading() as db:
        held = [one for one in store.load_in(db) if one.draft.reply_to_message == letter]
    assert len(held) <= 1
    assert held or said is None, "what was confirmed to the seller is gone"
    assert [one.draft.body for one in held] in ([], [ANSWER.format(number=number)])
    if not held:
        shop.hold(number)
        return
    told = {"id": held[0].id, "message_id": held[0].message_id}
    shop.note(number, before, {**told, "send_after": held[0].plan.send_after.isoformat()})
    shop.counts["held by a killed command"] += 1


def see_it_ready_and_be_killed(shop: KillShop, chance: Chance, reply: Reply) -> None:
    """The hold has ended or it has not; nothing is approved by that."""
    while shop.clock.read().wall < datetime.fromisoformat(reply.send_after):
        time.sleep(0.02)
    before = shop.stored(reply)
    said = chance.killed(shop, "outbox", "list", "--format", "json")
    stored = shop.stored(reply)
    is_ready = stored.state is OutboxState.READY
    assert is_ready or (said is None and stored == before)
    assert not stored.is_approved
    shop.counts["ready by a killed command"] += is_ready and before != stored


def confirm_and_be_killed(shop: KillShop, chance: Chance, reply: Reply) -> None:
    """The approval stands whole or not at all, and the bytes of one that stands never change."""
    said = chance.killed(shop, "outbox", "confirm", reply.id, "--format", "json")
    first = shop.stored(reply)
    assert first.state in {OutboxState.COOLING, OutboxState.READY}
    assert (first.raw is not None) is first.is_approved
    assert first.is_approved or said is None
    shop.counts["approved by a killed command"] += first.is_approved
    shop.do("outbox", "confirm", reply.id)
    reply.approved = shop.stored(reply).raw or b""
    assert first.raw in {None, reply.approved}


def take_back_and_be_killed(shop: KillShop, chance: Chance, reply: Reply) -> None:
    """It is a draft again and approved no more, or it is as it was."""
    before = shop.stored(reply)
    said = chance.killed(shop, "outbox", "take-back", reply.id, "--format", "json")
    stored = shop.stored(reply)
    is_back = stored.state is OutboxState.RECALLED
    assert is_back or (said is None and stored == before)
    assert is_back is not stored.is_approved
    shop.counts["taken back by a killed command"] += is_back
