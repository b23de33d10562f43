"""The line to the SMTP server is cut at an exact place: each has one right state."""

from __future__ import annotations

import pytest
from builders import HOUR, MINUTE
from fakes.cutting_proxy import CuttingProxy, Place
from fakes.shop import COMPLAINT, Shop

from softanswer.replies.outbox.postman import Postman
from softanswer.ui.profile import Profile

READY, SENT, UNCERTAIN = "ready", "sent", "uncertain"
PLACES = [
    # Before the program has written the dot, the server cannot have taken the letter.
    (Place.MAIL, READY, 0),
    (Place.DATA, READY, 0),
    (Place.IN_LETTER, READY, 0),
    # From there on the program cannot know it: at IN_DOT the server has not, after it it has.
    (Place.IN_DOT, UNCERTAIN, 0),
    (Place.BEFORE_REPLY, UNCERTAIN, 1),
    (Place.IN_REPLY, UNCERTAIN, 1),
    # The server's word has come; what breaks after it changes nothing.
    (Place.AFTER_REPLY, SENT, 1),
    (Place.QUIT, SENT, 1),
]


@pytest.fixture
def proxy(bare_shop):
    with CuttingProxy(bare_shop.smtp.endpoint) as proxy:
        bare_shop.add_account(smtp=proxy.endpoint)
        yield proxy


def send_what_may_go(shop: Shop) -> None:
    """Let the postman look once; the command would wait for the next try."""
    profile = Profile(shop.profile, shop.clock, shop.command.secrets)
    with profile.writing() as writer:
        Postman(
            writer, profile.outbox(), profile.secrets, look=lambda _: None, submit=profile.submit
        ).work_once()


def cut_at(shop: Shop, proxy: CuttingProxy, place: Place) -> dict[str, object]:
    """Send a reply over a line that is cut; the result is the reply as it then stands."""
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    shop.clock.pass_time(90 * MINUTE)
    shop.do("outbox", "confirm", held["id"])
    proxy.cut_at = place
    send_what_may_go(shop)
    assert proxy.cut_at is None
    [reply] = shop.outbox()
    return reply


@pytest.mark.parametrize(("place", "state", "taken"), PLACES)
def test_a_cut_line_leaves_the_state_that_is_true(bare_shop, proxy, place, state, taken):
    shop = bare_shop
    reply = cut_at(shop, proxy, place)
    assert (reply["state"], len(shop.smtp.accepted)) == (state, taken)
    assert (reply["problem"] is None) is (state == SENT)


@pytest.mark.parametrize(("place", "state", "taken"), PLACES)
def test_after_a_cut_the_letter_leaves_once_or_waits_for_the_seller(
    bare_shop, proxy, place, state, taken
):
    shop = bare_shop
    cut_at(shop, proxy, place)
    for _ in range(3):
        shop.clock.pass_time(8 * HOUR)
        send_what_may_go(shop)
    [reply] = shop.outbox()
    assert reply["state"] == (UNCERTAIN if state == UNCERTAIN else SENT)
    assert len(shop.smtp.accepted) == (taken if state == UNCERTAIN else 1)
    assert len(proxy.passages) == (2 if state == READY else 1)


@pytest.mark.parametrize(
    "place", [p for p, state, taken in PLACES if state == UNCERTAIN and taken]
)
def test_a_copy_that_the_provider_files_tells_what_became_of_an_uncertain_one(
    bare_shop, proxy, place
):
    shop = bare_shop
    cut_at(shop, proxy, place)
    shop.imap.deliver(shop.smtp.accepted[0].raw, "Sent")
    shop.do("sync")
    assert [reply["state"] for reply in shop.outbox()] == [SENT]
    assert len(shop.imap.folders["Sent"].messages) == 1
