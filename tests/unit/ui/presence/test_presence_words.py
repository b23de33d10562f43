"""What is said of held replies to a seller who goes away or is away."""

from datetime import UTC

import pytest
from builders import HOUR
from writing import NOW

from softanswer.mailbox.message import Address
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.ui.presence.presence_words import Circumstances, PresenceWords
from softanswer.ui.presence.standing import Notice, Stage, Standing
from softanswer.ui.words import Words

WORDS = PresenceWords(Words(zone=UTC))
UNTIL = NOW + HOUR + HOUR / 2  # 16:40
ALONE = Circumstances()
STOPPED = Circumstances(is_stopped=True)
ATTENDED = Circumstances(has_postman=True)
HARWOOD = Address("Jane Harwood", "j.harwood@mail.example")


def standing(*stages):
    return Standing(stages, UNTIL if Stage.COOLING in stages else None)


def closing(*stages, circumstances=ALONE):
    words = WORDS.closing(standing(*stages), NOW, circumstances)
    return words.head, *(line for _, line in words.lines)


@pytest.mark.parametrize(
    ("stages", "line"),
    [
        (
            (Stage.COOLING,),
            "One reply cools until 16:40. If Soft Answer is closed then, it waits to be read at "
            "the next start.",
        ),
        (
            (Stage.COOLING,) * 3,
            "3 replies cool, the last one until 16:40. Those that have cooled down wait to be "
            "read at the next start.",
        ),
        ((Stage.TO_READ,), "One reply has cooled down. It waits for you to read it again."),
        (
            (Stage.GOES_BY_ITSELF,) * 2,
            "2 replies that go out by themselves wait for the next start.",
        ),
        (
            (Stage.APPROVED,),
            "One reply has been read but not sent yet. It goes out at the next start; if that is "
            "more than 12 hours away, you are asked to read it again.",
        ),
        (
            (Stage.LEAVING,),
            "One reply is being handed to the mail server. That is finished first.",
        ),
        ((Stage.PAUSED,) * 2, "2 replies are paused. They stay until you decide."),
        (
            (Stage.FAILED,),
            "One reply was refused by the mail server. It stays until you decide.",
        ),
        ((Stage.UNCERTAIN,), "One reply was perhaps sent. It stays until you have looked."),
    ],
)
def test_closing_says_what_becomes_of_a_reply_at_each_stage(stages, line):
    assert closing(*stages) == ("Nothing goes out while Soft Answer is closed.", line)


def test_every_stage_has_its_line():
    words = WORDS.closing(standing(*Stage), NOW, ALONE)
    assert [stage for stage, _ in words.lines] == list(Stage)


@pytest.mark.parametrize(
    ("circumstances", "first", "approved"),
    [
        (STOPPED, "You have stopped all outgoing mail", "It stays here."),
        (ATTENDED, "Replies still go out while this window is closed", "It goes out meanwhile."),
        (
            Circumstances(is_stopped=True, has_postman=True),
            "You have stopped all outgoing mail",
            "It stays here.",
        ),
    ],
)
def test_closing_says_what_is_true_of_this_computer(circumstances, first, approved):
    head, line = closing(Stage.APPROVED, circumstances=circumstances)
    assert head.startswith(first)
    assert line.endswith(approved)


def test_a_postman_sends_what_goes_by_itself():
    _, line = closing(Stage.GOES_BY_ITSELF, circumstances=ATTENDED)
    assert line == "One reply goes out by itself when it has cooled down."


@pytest.mark.parametrize(
    ("stages", "is_stopped", "tip"),
    [
        ((), False, "Soft Answer: nothing is held"),
        (
            (Stage.COOLING, Stage.GOES_BY_ITSELF, Stage.TO_READ),
            False,
            "Soft Answer: 2 replies cool, 1 is ready to be read",
        ),
        (
            (Stage.APPROVED, Stage.PAUSED, Stage.FAILED),
            True,
            "Soft Answer: 1 is on its way, 2 replies need you, all outgoing is stopped",
        ),
    ],
)
def test_the_tip_of_the_tray_counts_what_is_held(stages, is_stopped, tip):
    assert WORDS.tip(standing(*stages), is_stopped=is_stopped) == tip


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (
            Notice(Stage.TO_READ, HARWOOD),
            "The reply to Jane Harwood has cooled down. You can read it again.",
        ),
        (
            Notice(Stage.PAUSED, HARWOOD, PausedBy.NEWER_MAIL),
            "The reply to Jane Harwood is paused: they wrote again.",
        ),
        (
            Notice(Stage.PAUSED, HARWOOD, PausedBy.RESTORED),
            "The reply to Jane Harwood is paused until you decide.",
        ),
        (
            Notice(Stage.FAILED, HARWOOD),
            "The mail server refused the reply to Jane Harwood. Nobody has got it.",
        ),
        (
            Notice(Stage.UNCERTAIN, HARWOOD),
            "It is not certain whether the reply to Jane Harwood has gone out. Please look.",
        ),
    ],
)
def test_one_thing_is_told_in_a_sentence(notice, said):
    assert WORDS.notice([notice]) == said


def test_several_things_are_told_in_one_sentence_without_names():
    told = [Notice(stage, HARWOOD) for stage in (Stage.TO_READ, Stage.TO_READ, Stage.PAUSED)]
    assert WORDS.notice(told) == "Replies: 2 ready to be read again, 1 paused."


@pytest.mark.parametrize(
    "name", ["", "You crook", "Ты мошенник", "<b>Jane</b>", "jane@mail.example"]
)
def test_a_name_that_not_everybody_should_read_is_left_out(name):
    told = WORDS.notice([Notice(Stage.TO_READ, Address(name, "j@mail.example"))])
    assert told == "The reply to a customer has cooled down. You can read it again."


def test_the_pause_at_the_start_counts_what_leaves_after_it():
    assert WORDS.going_out(1, 30) == "One reply goes out in 30 seconds."
    assert WORDS.going_out(2, 30) == "2 replies go out in 30 seconds."
