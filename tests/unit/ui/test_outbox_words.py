from dataclasses import replace
from datetime import UTC, time, timedelta

import pytest
from builders import HOUR, MINUTE
from writing import NOW, STEADY_NS, at, held, plan

from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.hold import longer
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.outbox.quiet_hours import QuietHours
from softanswer.ui.outbox.news import News
from softanswer.ui.outbox_words import HoldWords, OutboxWords
from softanswer.ui.words import Words

SECOND = timedelta(seconds=1)
NIGHT = (QuietHours(time(15), time(3)),)
HOLD = HoldWords(Words(zone=UTC))
WORDS = OutboxWords(HOLD)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (MINUTE, "1 min"),
        (90 * SECOND, "2 min"),
        (90 * MINUTE, "90 min"),
        (2 * HOUR, "120 min"),
        (2 * HOUR + MINUTE, "2 h 1 min"),
        (48 * HOUR, "2 days"),
    ],
)
def test_a_length_is_said_in_minutes_up_to_two_hours(time, expected):
    assert HOLD.length(time) == expected


def test_the_button_says_until_when():
    assert HOLD.button(plan(), NOW) == "Cool down until 16:40"
    assert HOLD.button(longer(plan(), 24 * HOUR), NOW) == "Cool down until tomorrow 16:40"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            "90 min for heat 3.\nAnswer deadline tomorrow 09:10. "
            "You will be asked to read both letters again.",
        ),
        (
            {"deadline": NOW - HOUR},
            "90 min for heat 3.\nThe answer was due 14:10. "
            "You will be asked to read both letters again.",
        ),
        (
            {"heat": None, "deadline": None, "length": 30 * MINUTE},
            "30 min for ordinary mail.\nYou will be asked to read both letters again.",
        ),
        (
            {"deadline": None, "heat": 1, "sends_itself": True, "length": 30 * MINUTE},
            "30 min for heat 1.\nIt goes out by itself when the hold ends.",
        ),
        (
            {"own_heat": 2, "length": 135 * MINUTE, "deadline": None},
            "2 h 15 min: longer, because this was written in some heat.\n"
            "You will be asked to read both letters again.",
        ),
        (
            {"quiet": NIGHT, "deadline": None},
            "90 min for heat 3.\nYou will be asked to read both letters again. "
            "Nothing leaves before tomorrow 03:00: quiet hours.",
        ),
        (
            {"quiet": NIGHT, "deadline": NOW + 10 * HOUR},
            "90 min for heat 3.\nAnswer deadline tomorrow 01:10. "
            "You will be asked to read both letters again. "
            "Quiet hours last until tomorrow 03:00, which is after the answer deadline.",
        ),
        (
            {"is_cut": True, "length": 12 * MINUTE, "deadline": NOW + 42 * MINUTE},
            "12 min, cut to stay inside the deadline.\nAnswer deadline 15:52. "
            "You will be asked to read both letters again.",
        ),
    ],
)
def test_a_plan_says_why_so_long_and_what_follows(changes, expected, in_zone):
    in_zone("UTC")
    assert HOLD.plan(plan(**changes), NOW) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "90 min: base 30 min × 3 for heat 3."),
        ({"length": 150 * MINUTE}, "2 h 30 min: made longer by you."),
        (
            {"own_heat": 3, "length": 180 * MINUTE},
            "3 h: base 30 min × 3, longer for your own heat.",
        ),
        (
            {"is_cut": True, "length": 12 * MINUTE},
            "12 min instead of 90 min, to stay inside the answer deadline.",
        ),
        (
            {"heat": None, "factor": 1.0, "length": 30 * MINUTE},
            "30 min: the base, for ordinary mail.",
        ),
    ],
)
def test_a_held_reply_says_how_its_length_came_about(changes, expected):
    assert HOLD.why(plan(**changes)) == expected


def test_the_table_of_preferences_says_a_length_for_each_heat():
    assert HOLD.lengths(HoldPolicy()) == ("30 min", "30 min", "60 min", "90 min")


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (37 * MINUTE, "Cooling, 37 min left"),
        (61 * SECOND, "Cooling, 2 min left"),
        (60 * SECOND, "Cooling, 60 s left"),
        (SECOND, "Cooling, 1 s left"),
        (timedelta(milliseconds=1), "Cooling, 1 s left"),
        (timedelta(0), "Cooled down"),
        (-SECOND, "Cooled down"),
    ],
)
def test_a_cooling_reply_says_what_is_left_never_less(left, expected):
    reply = held(heat=3, ago=90 * MINUTE - left)

    assert WORDS.card(reply, NOW, STEADY_NS).state == expected


def test_a_cooling_reply_says_that_nothing_goes_by_itself():
    said = WORDS.card(held(heat=2), NOW, STEADY_NS)

    assert said.headline == "Until 16:10. Then you read it again; nothing goes by itself."
    assert said.detail.startswith("60 min: base 30 min × 2 for heat 2.")


def test_a_reply_that_goes_by_itself_says_so():
    reply = held(heat=0, policy=HoldPolicy(send_by_itself=True))

    assert WORDS.card(reply, NOW, STEADY_NS).headline == (
        "Until 15:40. Then it goes out by itself."
    )


def test_the_time_of_release_is_counted_from_the_steady_clock():
    reply = held(heat=0)
    an_hour_ahead = NOW + HOUR

    said = WORDS.card(reply, an_hour_ahead, STEADY_NS)

    assert said.headline.startswith("Until 16:40.")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (PausedBy.NEWER_MAIL, "Paused: they wrote again"),
        (PausedBy.ANSWERED_ELSEWHERE, "Paused: answered elsewhere"),
        (PausedBy.ORDER_CHANGED, "Paused: the order has changed"),
        (PausedBy.RESTORED, "Paused: restored from a copy"),
        (PausedBy.NOTHING, "Paused"),
    ],
)
def test_a_paused_reply_says_what_stopped_it(by, expected):
    assert WORDS.card(held().paused(by), NOW, STEADY_NS).state == expected


def test_news_of_the_order_are_told():
    paused = held().paused(PausedBy.ORDER_CHANGED, "The parcel has been delivered meanwhile.")
    assert WORDS.card(paused, NOW, STEADY_NS).headline == paused.pause_note


@pytest.mark.parametrize(
    ("by", "news", "line"),
    [
        (PausedBy.NEWER_MAIL, News("", NOW - HOUR), "Their new letter, 14:10"),
        (
            PausedBy.NEWER_MAIL,
            News("", NOW - HOUR, 3, 5 * MINUTE),
            "They wrote 3 times within 5 min, last 14:10",
        ),
        (
            PausedBy.NEWER_MAIL,
            News("", NOW - 2 * MINUTE, 2, MINUTE),
            "They wrote 2 times within 1 min, last 15:08. They may still be writing.",
        ),
        (PausedBy.ANSWERED_ELSEWHERE, News("", NOW - HOUR), "The other answer, 14:10"),
        (PausedBy.ORDER_CHANGED, News("", NOW - HOUR), "The letter it answers, 14:10"),
    ],
)
def test_the_line_over_what_stands_beside_a_paused_reply(by, news, line):
    assert WORDS.news(by, news, NOW) == line


def test_an_approved_reply_says_that_it_waits_for_the_morning(in_zone):
    in_zone("UTC")
    night = held(ago=2 * HOUR, policy=HoldPolicy(quiet=NIGHT))
    said = WORDS.card(night.released().approved(b"x", NOW), NOW, STEADY_NS)
    assert said.state == "Read again, waits for the morning"
    assert said.headline == "Nothing leaves before tomorrow 03:00: quiet hours."


def test_a_ready_reply_says_since_when_and_that_nothing_was_sent():
    reply = held(ago=2 * HOUR).released()

    said = WORDS.card(reply, NOW, STEADY_NS)

    assert said.state == "Ready to read again"
    assert said.headline == "The hold ended 14:40. It waits for you; nothing has been sent."


def test_a_postponed_reply_says_when_it_is_tried_again_and_why():
    reply = held(ago=2 * HOUR).released().approved(b"x", NOW).postponed(at(), "It is offline.")

    said = WORDS.card(reply, NOW, STEADY_NS)

    assert said.headline == "Not sent yet. The next try comes by itself, 15:11."
    assert said.detail == "It is offline."
    assert WORDS.card(reply, NOW, STEADY_NS + 61 * 10**9).state == "Read again, goes out next"


def test_an_uncertain_reply_promises_that_it_is_not_repeated():
    reply = replace(held(), state=OutboxState.UNCERTAIN, problem="No answer came.")

    assert WORDS.card(reply, NOW, STEADY_NS).detail == (
        "No answer came. It is never sent again by itself."
    )


@pytest.mark.parametrize("state", OutboxState)
def test_every_state_has_words(state):
    said = WORDS.card(replace(held(), state=state), NOW, STEADY_NS)

    assert said.state
    assert said.headline


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (
            held(ago=2 * HOUR).released(),
            "The hold of 90 min ended 14:40. Nothing has been sent. "
            "Take your time: 18 h left to answer.",
        ),
        (
            held(heat=None, ago=HOUR).released(),
            "The hold of 30 min ended 14:40. Nothing has been sent. Take your time.",
        ),
        (held(heat=3), "It cools until 16:40. Until then it can be read, not sent."),
        (
            held().paused(PausedBy.NEWER_MAIL),
            "It is paused and can't be sent. Hold it again, or take it back.",
        ),
        (
            held(ago=2 * HOUR).released().approved(b"x", NOW),
            "You have approved it already; here it can only be read.",
        ),
    ],
)
def test_the_gate_says_what_may_be_done(reply, expected):
    assert HOLD.gate_head(reply, NOW) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("very", "", "Taken out: “very”"),
        ("", "today", "Put in: “today”"),
        ("13", "3", "“13” became “3”"),
        ("word " * 20, "", f"Taken out: “{'word ' * 11}word…”"),
    ],
)
def test_a_change_is_one_short_line(before, after, expected):
    assert HOLD.change(before, after) == expected


def test_a_shorter_setting_says_from_when_it_counts():
    later = HOLD.counts_later(NOW + HOUR, HOUR, NOW)

    assert later.startswith("Counts for replies held from 16:10 on.\n")
    assert "60 min" in later


def test_the_words_are_handed_to_the_translator():
    marked = HoldWords(Words(zone=UTC), lambda text, n: f"<{text}>".replace("%n", str(n)))

    assert marked.button(plan(), NOW) == "<Cool down until 16:40>"
    assert marked.length(MINUTE) == "<1 min>"
