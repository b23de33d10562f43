"""What servers answer is read whatever shape it has; a bad answer costs only itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.imap_answers import (
    FetchAnswer,
    field_value,
    parse_fetch,
    parse_flags,
    parse_internal_date,
    parse_list,
    uid_sets,
)


def answer(uid: int = 7, **parts) -> FetchAnswer:
    nothing = {"flags": None, "size": None, "internal_date": None, "modseq": 0, "body": None}
    return FetchAnswer(uid=uid, **{**nothing, **parts})


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([b"1 (UID 7 FLAGS (\\Seen $Label))"], [answer(flags=frozenset({"\\Seen", "$Label"}))]),
        ([b"1 (FLAGS () UID 7 RFC822.SIZE 44)"], [answer(flags=frozenset(), size=44)]),
        ([b"1 (UID 7 MODSEQ (12) FLAGS (\\Recent))"], [answer(flags=frozenset(), modseq=12)]),
        ([(b"1 (UID 7 BODY[] {3}", b"abc"), b")"], [answer(body=b"abc")]),
        ([(b"1 (BODY[] {3}", b"abc"), b" UID 7 RFC822.SIZE 3)"], [answer(body=b"abc", size=3)]),
        ([(b"1 (UID 7 BODY[]<0> {2}", b"ab"), b")"], [answer(body=b"ab")]),
        ([b'1 (UID 7 BODY[] "a\\"b")'], [answer(body=b'a"b')]),
        ([b'1 (BODY[] "UID 9 FLAGS (x)" UID 7)'], [answer(body=b"UID 9 FLAGS (x)")]),
        ([b'1 (UID 7 BODY[] "")'], [answer(body=b"")]),
        ([b"1 (UID 7 BODY[] NIL)"], [answer()]),
        ([b"1 (FLAGS (\\Seen))"], [answer(0, flags=frozenset({"\\Seen"}))]),
        ([None, b"nonsense", b"2 (UID 7)"], [answer(0), answer()]),
        (
            [(b"1 (UID 7 BODY[] {1}", b"a"), b")", (b"2 (UID 8 BODY[] {1}", b"b"), b")"],
            [answer(body=b"a"), answer(8, body=b"b")],
        ),
    ],
)
def test_a_fetch_is_read_in_every_order_and_form(items, expected):
    assert list(parse_fetch(items)) == expected


@given(st.lists(st.one_of(st.binary(), st.tuples(st.binary(), st.binary()), st.none())))
def test_no_fetch_answer_can_raise(items):
    assert all(one.uid >= 0 for one in parse_fetch(items))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (b"17-Jul-1996 02:44:25 -0700", datetime(1996, 7, 17, 9, 44, 25, tzinfo=UTC)),
        (b" 1-Mar-2026 00:00:00 +0130", datetime(2026, 2, 28, 22, 30, tzinfo=UTC)),
        (b"31-Dec-9999 23:59:59 -1200", None),
        (b"31-Feb-2026 00:00:00 +0000", None),
        (b"01-Foo-2026 00:00:00 +0000", None),
        (b"01-Mar-2026 00:00:00 +9900", None),
        (b"yesterday", None),
    ],
)
def test_a_date_that_does_not_exist_is_no_date(text, moment):
    assert parse_internal_date(text) == moment


@pytest.mark.parametrize(
    ("item", "name", "attributes"),
    [
        (b'(\\HasNoChildren \\Sent) "/" Sent', b"Sent", {"hasnochildren", "sent"}),
        (b'() "." "INBOX.Sent Items"', b"INBOX.Sent Items", set()),
        (b"(\\Noselect) NIL Shared", b"Shared", {"noselect"}),
        (b'() "\\\\" "a\\"b"', b'a"b', set()),
        (b'() "/" "\xcf\xf0\xe8"', b"\xcf\xf0\xe8", set()),
        ((b'() "/" {4}', b"Se t"), b"Se t", set()),
    ],
)
def test_a_folder_is_listed_with_its_raw_name(item, name, attributes):
    assert list(parse_list([item, b"" if isinstance(item, tuple) else None])) == [
        (name, frozenset(attributes))
    ]


def test_a_body_that_swallowed_the_next_answer_is_left_out():
    announced_too_long = [
        (b"4 (UID 4 FLAGS () BODY[] {10}", b"abcde)\r\n* "),
        (b"5 FETCH (UID 5 FLAGS (\\Seen) BODY[] {3}", b"xyz"),
        b")",
        (b"6 (UID 6 FLAGS () BODY[] {2}", b"ok"),
        b")",
    ]
    [answer] = parse_fetch(announced_too_long)
    assert (answer.uid, answer.body) == (6, b"ok")


@pytest.mark.parametrize(
    "rest", [b"", b"UID 5 FLAGS (\\Seen))", b" FLAGS (\\Seen))", b" UID 4 FLAGS ())"]
)
def test_a_body_without_an_end_of_its_own_is_left_out(rest):
    assert not list(parse_fetch([(b"4 (UID 4 FLAGS () BODY[] {9}", b"abcdefgh)"), rest]))


def test_what_stands_behind_a_body_is_read_too():
    [answer] = parse_fetch([(b"4 (BODY[] {2}", b"ok"), b" UID 4 FLAGS (\\Seen))"])
    assert (answer.uid, answer.flags, answer.body) == (4, {"\\Seen"}, b"ok")


def test_recent_is_no_flag_of_ours():
    assert parse_flags(b"\\Seen \\RECENT $x") == {"\\Seen", "$x"}


@pytest.mark.parametrize(
    ("header", "value"),
    [
        (b"Message-ID: <a@b.example>\r\n\r\n", "<a@b.example>"),
        (b"Message-ID:\r\n <a@b.example>\r\n\r\n", "<a@b.example>"),
        (b"\r\n", ""),
        (None, ""),
    ],
)
def test_a_field_is_unfolded(header, value):
    assert field_value(header) == value


def test_uids_are_written_as_ranges():
    assert list(uid_sets([5, 1, 2, 3, 9])) == ["1:3,5,9"]
    assert list(uid_sets([])) == []


@given(st.sets(st.integers(1, 10**9), max_size=2000))
def test_no_set_of_uids_is_too_long_for_a_command_line(uids):
    written = list(uid_sets(uids))
    assert all(len(one) <= 4000 for one in written)
    read = set()
    for piece in ",".join(written).split(",") if written else []:
        first, _, last = piece.partition(":")
        read.update(range(int(first), int(last or first) + 1))
    assert read == uids


@pytest.mark.parametrize(
    "told",
    [
        b'UID 7 FLAGS (\\Seen Old) INTERNALDATE "01-Jan-2022 00:14:11 +0000" RFC822.SIZE 90',
        b'UID 7 RFC822.SIZE 90 FLAGS () INTERNALDATE " 1-Jan-2022 00:14:11 -0130"',
        b'UID 7 FLAGS () RFC822.SIZE 90 MODSEQ (12) INTERNALDATE "31-Feb-2022 00:14:11 +0000"',
        b'UID 7 FLAGS (x) INTERNALDATE "01-Jan-2022 00:14:11 +0000"',
        b'UID 7 FLAGS (x) FLAGS (y) INTERNALDATE "01-Jan-2022 00:14:11 +0000"',
        b'FLAGS (x) UID 7 INTERNALDATE "01-Jan-2022 00:14:11 +0000"',
    ],
)
def test_the_usual_way_to_write_an_answer_is_read_as_any_other(told):
    line = b"1 (" + told + b' BODY[HEADER.FIELDS (FROM "TO")] {4}'
    as_any_other = list(parse_fetch([(line, b"body"), b" )"]))
    assert list(parse_fetch([(line, b"body"), b")"])) == as_any_other
