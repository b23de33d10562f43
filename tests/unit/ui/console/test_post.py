"""The postman without a window gives way between two letters, never in the middle of one."""

import pytest
from builders import MINUTE
from fakes.shop import ANSWER, COMPLAINT

from softanswer.ui.console.post import Post
from softanswer.ui.profile import Profile


@pytest.fixture
def two_confirmed(shop):
    """Two replies that may go, to two customers."""
    for number, name in enumerate(("Tom Vale", "Ann Moor"), start=1):
        sender = f"{name} <{name.lower().replace(' ', '.')}@mail.example>"
        letter = shop.receive(f"My book {number}", COMPLAINT, sender=sender)
        shop.hold(letter, ANSWER)
    shop.clock.pass_time(90 * MINUTE)
    for number in (1, 2):
        shop.do("outbox", "confirm", number)


def states(shop):
    return sorted(reply["state"] for reply in shop.outbox())


def work(shop, may_go_on):
    profile = Profile(shop.profile, shop.clock, shop.command.secrets)
    with profile.writing() as writer:
        Post(profile, writer, may_go_on).work()


def test_the_letter_in_hand_is_finished_and_no_other_begun(shop, two_confirmed):
    work(shop, lambda: not shop.smtp.accepted)
    assert len(shop.smtp.accepted) == 1
    assert states(shop) == ["ready", "sent"]
    work(shop, lambda: len(shop.smtp.accepted) < 2)
    assert states(shop) == ["sent", "sent"]


def test_no_letter_is_begun_where_it_may_not(shop, two_confirmed):
    work(shop, lambda: False)
    assert (shop.smtp.accepted, states(shop)) == ([], ["ready", "ready"])
