from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from letters import HOUR, NOW, inbox_row

from softanswer.mailbox.message import Address
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.facts import FACT_NAMES
from softanswer.replies.inbox import RowState
from softanswer.replies.orders.order import Marketplace
from softanswer.ui.words import Urgency, Words, plain_english, urgency, visible

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
WORDS = Words(zone=UTC)


@pytest.mark.parametrize(
    ("text", "n", "shown"),
    [
        ("%n mail(s)", 0, "0 mails"),
        ("%n mail(s)", 1, "1 mail"),
        ("%n mail(s)", 2, "2 mails"),
        ("%n box(es)", 1, "1 box"),
        ("%n box(es)", 3, "3 boxes"),
        ("no number", -1, "no number"),
        ("word(s)", -1, "word(s)"),
    ],
)
def test_an_english_plural_is_resolved(text, n, shown):
    assert plain_english(text, n) == shown


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (8 * HOUR, Urgency.CALM),
        (8 * HOUR - SECOND, Urgency.SOON),
        (2 * HOUR, Urgency.SOON),
        (2 * HOUR - SECOND, Urgency.URGENT),
        (0 * SECOND, Urgency.URGENT),
        (-SECOND, Urgency.OVER),
    ],
)
def test_a_clock_turns_at_eight_and_at_two_hours(left, expected):
    assert urgency(NOW + left, NOW) is expected


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (26 * HOUR, "1 d 2 h left"),
        (24 * HOUR, "1 d left"),
        (24 * HOUR - SECOND, "23 h left"),
        (18 * HOUR + 50 * MINUTE, "18 h left"),
        (2 * HOUR, "2 h left"),
        (100 * MINUTE, "1 h 40 left"),
        (65 * MINUTE, "1 h 05 left"),
        (60 * MINUTE, "1 h left"),
        (12 * MINUTE, "12 min left"),
        (59 * SECOND, "under 1 min left"),
        (-3 * HOUR, "3 h over"),
        (-SECOND, "under 1 min over"),
    ],
)
def test_a_clock_says_what_is_left(left, shown):
    assert WORDS.clock(NOW + left, NOW) == shown


@pytest.mark.parametrize(
    ("left", "shown"), [(18 * HOUR, "18 h"), (-3 * HOUR, "−3 h"), (30 * MINUTE, "30 min")]
)
def test_a_slim_clock_is_shorter(left, shown):
    assert WORDS.short_clock(NOW + left, NOW) == shown


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (27 * HOUR, "1 day 3 h"),
        (48 * HOUR, "2 days"),
        (200 * MINUTE, "3 h 20 min"),
        (3 * HOUR, "3 h"),
        (5 * MINUTE, "5 min"),
        (-5 * MINUTE, "under 1 min"),
    ],
)
def test_a_duration_has_its_two_largest_units(time, shown):
    assert WORDS.duration(time) == shown


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (datetime(2026, 11, 19, 23, 59, tzinfo=UTC), "23:59"),
        (datetime(2026, 11, 20, 0, 0, tzinfo=UTC), "tomorrow 00:00"),
        (datetime(2026, 11, 18, 23, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 11, 21, 9, 12, tzinfo=UTC), "21 Nov 09:12"),
        (datetime(2025, 11, 3, 9, 12, tzinfo=UTC), "3 Nov 2025 09:12"),
    ],
)
def test_a_moment_is_told_from_today(at, shown):
    assert WORDS.moment(at, NOW) == shown


def test_of_a_time_within_half_a_day_the_clock_says_enough():
    late = NOW.replace(hour=23, minute=30)
    assert WORDS.soon(late + HOUR, late) == "00:30"
    assert WORDS.soon(late + 13 * HOUR, late) == "tomorrow 12:30"
    assert WORDS.soon(late - HOUR * 24, late) == "yesterday 23:30"


def test_a_moment_is_told_where_the_seller_is():
    east = Words(zone=timezone(timedelta(hours=11)))
    assert east.moment(NOW, NOW - HOUR * 3) == "tomorrow 02:12"
    assert east.today(NOW) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 5, 3), "3 May", "3 May"),
        (date(2026, 11, 30), "30 Nov", "30 November"),
        (date(2025, 1, 1), "1 Jan 2025", "1 January 2025"),
    ],
)
def test_a_day_names_the_year_only_when_it_is_another(day, short, long):
    assert WORDS.day(day, date(2026, 11, 19)) == short
    assert WORDS.long_day(day, date(2026, 11, 19)) == long


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (Address("Jane Harwood", "j@mail.example"), "Jane Harwood"),
        (Address('"Jane Harwood"', "j@mail.example"), "Jane Harwood"),
        (Address("Jane Harwood - Amazon Marketplace", "x1@relay.example"), "Jane Harwood"),
        (Address("jane via eBay", "x1@relay.example"), "jane"),
        (Address("", "jane@mail.example"), "jane"),
        (Address(" \u202e\n ", "@"), "Unknown sender"),
        (Address("Jane\u202eEvil\n\tTwo", "j@mail.example"), "Jane Evil Two"),
    ],
)
def test_a_name_is_what_the_customer_gives_without_tricks(given, shown):
    assert WORDS.name(given) == shown


@pytest.mark.parametrize(
    ("name", "shown"), [("Ms Harwood", "Harw."), ("J. Abara", "Abara"), ("Соболева", "Собо.")]
)
def test_a_strip_shows_the_head_of_a_name(name, shown):
    assert WORDS.short_name(Address(name, "x@mail.example")) == shown


def test_control_characters_never_reach_a_label():
    assert visible("a\x00b\u2066c\r\nd") == "a b c d"


@pytest.mark.parametrize("kind", CaseKind)
def test_every_kind_has_its_words(kind):
    assert WORDS.kind(kind)
    assert WORDS.issue(kind)[0].isupper()
    assert WORDS.summary(kind, ())[0].isupper()


def test_a_summary_names_a_wish_before_a_threat():
    issues = (CaseKind.NOT_RECEIVED, CaseKind.FEEDBACK_THREAT, CaseKind.REFUND_REQUEST)
    shown = WORDS.summary(CaseKind.NOT_RECEIVED, issues)
    assert shown == "Parcel has not arrived; wants the money back"


def test_a_summary_leaves_threats_to_the_check_list():
    issues = (CaseKind.DAMAGED, CaseKind.FEEDBACK_THREAT, CaseKind.REFUND_REQUEST)
    shown = WORDS.summary_sentences(CaseKind.DAMAGED, issues)
    assert shown == "Book arrived damaged. Wants the money back."


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [(0.85, "sure"), (0.849, "likely"), (0.6, "likely"), (0.599, "unsure")],
)
def test_certainty_is_a_word(confidence, shown):
    assert WORDS.certainty(confidence) == shown


@pytest.mark.parametrize(
    ("number", "end"),
    [
        ("14-20731-55812", "55812"),
        ("204-1187003-2091145", "1145"),
        ("100284471", "4471"),
        ("311", "311"),
        ("", ""),
    ],
)
def test_an_order_is_told_by_the_end_of_its_number(number, end):
    row = inbox_row(order_number=number)
    assert WORDS.order_mark(row) == ("eBay", "The Light at Skerra", end)


def test_a_row_without_an_order_has_no_order_chip():
    assert WORDS.order_mark(inbox_row(marketplace=None)) == ("", "", "")


def test_a_row_is_read_out_in_the_order_in_which_it_is_seen():
    row = inbox_row(seen=False, state=RowState.COOLING, send_after=NOW + 88 * MINUTE)
    assert WORDS.row(row, NOW) == (
        "furious. Ms Harwood. Parcel has not arrived; wants the money back. not received. "
        "eBay The Light at Skerra 55812. 18 h left. cooling, 16:40. unread"
    )


def test_praise_is_read_out_without_heat():
    row = inbox_row(kind=CaseKind.PRAISE, heat=0, issues=(), due=None, marketplace=None)
    assert WORDS.row(row, NOW) == "praise. Ms Harwood. Is pleased and says so. praise"


@pytest.mark.parametrize("state", [s for s in RowState if s is not RowState.NONE])
def test_every_state_of_a_row_has_a_word(state):
    assert WORDS.state(inbox_row(state=state), NOW)


@pytest.mark.parametrize("marketplace", Marketplace)
def test_every_marketplace_has_a_name_and_a_short_mark(marketplace):
    assert len(WORDS.marketplace_mark(marketplace)) <= 4
    assert WORDS.marketplace(marketplace)


@pytest.mark.parametrize(
    ("mails", "since", "shown"),
    [
        (1, NOW - 27 * HOUR, "1 mail, waiting 1 day 3 h"),
        (2, NOW - 5 * MINUTE, "2 mails, waiting 5 min"),
        (2, None, "2 mails"),
    ],
)
def test_waiting_tells_how_many_letters_and_how_long(mails, since, shown):
    assert WORDS.waiting(mails, since, NOW) == shown


@pytest.mark.parametrize(
    ("ago", "shown"),
    [(59 * SECOND, "Up to date just now"), (MINUTE, "Up to date 1 min ago")],
)
def test_the_state_of_the_mail_is_told_in_words(ago, shown):
    assert WORDS.synced(ago) == shown


@pytest.mark.parametrize(("held", "shown"), [(0, "Offline"), (3, "Offline: 3 held, will wait")])
def test_offline_tells_what_waits(held, shown):
    assert WORDS.offline(held) == shown


@pytest.mark.parametrize(
    ("size", "shown"),
    [(1, "1 byte"), (1023, "1023 bytes"), (1024, "1 kB"), (1024 * 1024, "1.0 MB")],
)
def test_a_size_has_a_unit(size, shown):
    assert WORDS.size(size) == shown


def test_every_text_passes_through_the_translator():
    asked = []

    def translate(text, n):
        asked.append(text)
        return f"<{plain_english(text, n)}>"

    foreign = Words(translate, UTC)
    assert foreign.clock(NOW + 3 * HOUR, NOW) == "<<3 h> left>"
    assert foreign.kind(CaseKind.LATE) == "<late>"
    assert "%n h" in asked


@pytest.mark.parametrize(
    ("name", "shown"), [("posted_on", "Posted on: 3 November"), ("brand_new", "3 November")]
)
def test_a_fact_that_a_reply_states_is_named(name, shown):
    assert WORDS.fact(name, "3 November") == shown


def test_every_fact_that_has_a_name_is_a_fact_of_replies():
    assert set(WORDS._facts) <= FACT_NAMES
