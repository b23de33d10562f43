"""Two accounts, each with servers of its own: every reply leaves through the right ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from builders import HOUR, MINUTE, NOON
from fakes.desk import wait_until
from fakes.imap_server import PASSWORD, FakeImapServer
from fakes.shop import ADDRESS, COMPLAINT, Shop, account_add, mail
from fakes.smtp_server import CUT, FakeSmtpServer, Phase, Rule

from softanswer.mailbox.mime import parse_message
from softanswer.replies.outbox.store import set_stopped

BACK_OFF = MINUTE
SOLD = "sold@shop.example"
EVA = "eva@quay.example"
AMAZON = "Tom Vale <x7p2kq9m4rt1v5z@marketplace.amazon.com>"
READER = "Jane Harwood <j.harwood@mail.example>"


@dataclass(frozen=True, slots=True)
class TwoShops:
    """Lena's account, which Amazon knows by a second address, and Eva's on other servers."""

    shop: Shop
    imap: FakeImapServer
    smtp: FakeSmtpServer

    def confirm_both(self) -> dict[str, str]:
        """Hold an answer in each account and let both go; their Message-IDs by their senders."""
        at = NOON - 2 * HOUR
        self.shop.deliver("Where is my book", COMPLAINT, sender=AMAZON, at=at, to=SOLD)
        other = mail("My book is late", COMPLAINT, READER, at, to=EVA)
        self.imap.deliver(other, internal_date=f"{at:%d-%b-%Y %H:%M:%S} +0000")
        self.shop.do("sync")
        ids = self.shop.ids()
        held = [self.shop.hold(ids[one]) for one in ("Where is my book", "My book is late")]
        self.shop.clock.pass_time(90 * MINUTE)
        for reply in held:
            self.shop.do("outbox", "confirm", reply["id"])
        return {reply["from"]: reply["message_id"] for reply in held}

    def states(self) -> dict[str, str]:
        return {reply["from"]: reply["state"] for reply in self.shop.outbox()}


@pytest.fixture
def two(bare_shop) -> Iterator[TwoShops]:
    with FakeImapServer() as imap, FakeSmtpServer() as smtp:
        lena = account_add(bare_shop.imap.endpoint, bare_shop.smtp.endpoint)
        bare_shop.do(*lena, "--identity", f"{SOLD}=amazon", stdin=PASSWORD)
        bare_shop.do(*account_add(imap.endpoint, smtp.endpoint, EVA), stdin=PASSWORD)
        yield TwoShops(bare_shop, imap, smtp)


def run(two):
    """Be the postman until nothing is left that can leave."""
    return two.shop.command("outbox", "run", "--until-empty")


def copies(imap):
    return [copy.raw for copy in imap.folders["Sent"].messages]


def test_each_reply_leaves_through_its_account_and_is_filed_and_marked_there(two):
    message_ids = two.confirm_both()
    assert run(two).err == ""
    sides = (
        (two.shop.imap, two.shop.smtp, SOLD, "x7p2kq9m4rt1v5z@marketplace.amazon.com"),
        (two.imap, two.smtp, EVA, "j.harwood@mail.example"),
    )
    for imap, smtp, sender, recipient in sides:
        [taken] = smtp.accepted
        assert (taken.reverse_path, taken.forward_paths) == (sender, (recipient,))
        letter = parse_message(taken.raw)
        assert (letter.sender.addr_spec, letter.sender.name) == (sender, "Lena")
        assert letter.message_id == message_ids[sender]
        assert letter.message_id.endswith(f"@{sender.partition('@')[2]}>")
        assert copies(imap) == [taken.raw]
        assert "\\Answered" in imap.flags_of(1)
    assert two.states() == {SOLD: "sent", EVA: "sent"}


def lock_out(two):
    two.shop.smtp.rules[Phase.AUTH] = Rule("535 5.7.8 no such user or password")


def change_password(two):
    two.shop.command.secrets.kept[ADDRESS] = "wrong"


def forget_password(two):
    del two.shop.command.secrets.kept[ADDRESS]


@pytest.mark.parametrize("fault", [lock_out, change_password, forget_password])
def test_an_account_that_needs_the_seller_holds_up_no_other(two, fault):
    two.confirm_both()
    fault(two)
    finished = run(two)
    assert finished.code == 2
    assert two.states() == {SOLD: "ready", EVA: "sent"}
    assert [taken.reverse_path for taken in two.smtp.accepted] == [EVA]
    assert (two.shop.smtp.accepted, len(copies(two.imap))) == ([], 1)


def test_a_server_that_is_away_holds_up_no_other_account(two):
    two.confirm_both()
    two.shop.smtp.rules[Phase.GREETING] = CUT
    ended = []
    postman = threading.Thread(target=lambda: ended.append(run(two)))
    postman.start()
    wait_until(lambda: two.smtp.accepted)
    assert two.shop.smtp.accepted == []
    two.shop.smtp.rules.clear()
    two.shop.clock.pass_time(BACK_OFF)
    with two.shop.writing() as writer:  # wakes the postman, whom a stop would end
        writer.call(lambda tx: [set_stopped(tx, stopped=stopped) for stopped in (True, False)])
    postman.join(20)
    assert [finished.code for finished in ended] == [0]
    assert [taken.reverse_path for taken in two.shop.smtp.accepted] == [SOLD]
    assert two.states() == {SOLD: "sent", EVA: "sent"}


def test_an_account_is_removed_only_when_its_own_replies_are_gone(two):
    two.confirm_both()
    lock_out(two)
    run(two)
    two.shop.do("account", "remove", EVA)
    refused = two.shop.command("account", "remove", ADDRESS)
    assert (refused.code, f"{ADDRESS} still has replies in the outbox" in refused.err) == (2, True)
