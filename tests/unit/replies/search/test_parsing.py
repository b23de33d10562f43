"""What is typed into the search is read, whatever it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.search.parsing import parse, without_first_letter
from softanswer.replies.search.query import NOTHING, typed

SUNDAY = date(2026, 11, 22)
PIECES = st.sampled_from(
    "book книга OR ИЛИ AND NOT - -- ( ) \" * : | from: тема: kind:late kind:dam heat:>=2 heat:9 "
    "due:week due:zzz after: last week 7d 3 ноября state:held has:order is: unread order:203-1 "
    "order:\" isbn:1 « » x:y subject:\"a subject:( !!! \ue001 \0 to:a@b.example".split()
)  # fmt: skip


def read(text):
    """What a text means, as text again."""
    return str(parse(text, SUNDAY).query)


def said(text):
    return [(text[note.start : note.end], str(note.said)) for note in parse(text, SUNDAY).notes]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("book", "book*"),
        ("book ", "book"),
        ("late book", "late book*"),
        ('"late book"', '"late book"'),
        ('"late boo', '"late boo"*'),
        ("«поздняя книга»", '"поздняя книга"'),
        ("e-mail -book", "e-mail -book*"),
        ("NOT book ", "-book"),
        ("-(late book )", "-(late book)"),
        ("- book ", "book"),
        ("-- book ", "book"),
        ("-(-book )", "book"),
        ("a OR b ", "a OR b"),
        ("a ИЛИ b | c ", "a OR b OR c"),
        ("a or b ", "a or b"),
        ("a (b OR c) ", "a (b OR c)"),
        ("(a b) c ", "a b c"),
        ("a AND b ", "a b"),
        ("pri* book ", "pri* book"),
        ("subject:late ", "subject:late"),
        ('тема:"late book"', 'subject:"late book"'),
        ("от:Петрова ", "from:Петрова"),
        ("to:ana@lantern", "to:ana@lantern*"),
        ("order:111-222", "order:111-222"),
        ("заказ:111-222", "order:111-222"),
        ('tracking:"9400 1118"', 'tracking:"9400 1118"'),
        ("kind:damaged", "kind:damaged"),
        ("kind:Not_Received", "kind:not-received"),
        ("kind:dam", "kind:damaged"),
        ("kind:not", "kind:not-received OR kind:not-as-described"),
        ("kind:late,lost", "kind:late OR kind:not-received"),
        ("вид:повреждено", "kind:damaged"),
        ("вид:«не та книга»", "kind:wrong-item"),
        ("heat:2", "heat:2..2"),
        ("heat:>=2", "heat:2..3"),
        ("heat:>2", "heat:3..3"),
        ("накал:<2", "heat:0..1"),
        ("heat:1..2", "heat:1..2"),
        ("due:today", "due:2026-11-22..2026-11-22"),
        ("срок:завтра", "due:2026-11-23..2026-11-23"),
        ("due:week", "due:2026-11-22..2026-11-28"),
        ("due:<1d", "due:2026-11-22..2026-11-23"),
        ("срок:<3д", "due:2026-11-22..2026-11-25"),
        ("due:overdue", "due:overdue"),
        ("срок:просрочено", "due:overdue"),
        ("due:friday", "due:2026-11-27..2026-11-27"),
        ("state:needs-answer", "state:needs-answer"),
        ("состояние:ждут-ответа", "state:needs-answer"),
        ("state:held OR state:done", "state:held OR state:done"),
        ("has:attachment,draft", "has:attachment OR has:draft"),
        ("есть:вложение", "has:attachment"),
        ("is:unread", "is:unread"),
        ("это:жалоба", "is:complaint"),
        ("after:2026-11-01", "after:2026-11-01"),
        ("before:2026-11", "before:2026-11-01"),
        ("after:7d", "after:2026-11-15"),
        ("после:7д", "after:2026-11-15"),
        ("after:yesterday book ", "after:2026-11-21 book"),
        ("after:last week book ", "after:2026-11-09 book"),
        ("after:last-month", "after:2026-10-01"),
        ("после:прошлой недели книга ", "after:2026-11-09 книга"),
        ("до:вчера", "before:2026-11-21"),
        ("до:3 ноября 2025", "before:2025-11-03"),
        ("после:01.12", "after:2025-12-01"),
        ("after:monday", "after:2026-11-16"),
        ("http://a.example/b ", "http://a.example/b"),
        ("", ""),
        ("---", '""'),
    ],
)
def test_a_search_is_read_in_both_languages(text, meaning):
    assert read(text) == meaning
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "meaning", "piece", "words"),
    [
        ("heat:7 book ", "heat:7 book", "heat:7", "takes 0 to 3"),
        ("heat:<0 ", "heat:<0", "heat:<0", "takes 0 to 3"),
        ("kind:sad ", "kind:sad", "kind:sad", "takes not-received, late"),
        ("вид:грусть ", "вид:грусть", "вид:грусть", "takes не-пришло, опаздывает"),
        ("after:2026-13-01 ", "after:2026-13-01", "after:2026-13-01", "takes a day"),
        ("due:someday ", "due:someday", "due:someday", "takes overdue, today"),
        ("foo:bar ", "foo:bar", "foo:", "is no field"),
        ("book from: ", "book", "from:", "waits for a name"),
        ("a) b ", "a b", ")", "closing bracket"),
        ("OR b ", "b", "OR", "nothing on one side"),
    ],
)
def test_what_is_not_understood_is_searched_as_it_stands_and_said(text, meaning, piece, words):
    assert read(text) == meaning
    [(where, sentence)] = said(text)
    assert where == piece
    assert words in sentence


@pytest.mark.parametrize("text", ["kind:", "book OR", "(book", '"book', "-", "a NOT"])
def test_what_is_still_being_typed_is_no_mistake(text):
    assert [words for _, words in said(text) if "waits for" not in words] == []


def test_only_so_many_words_are_searched():
    query = parse("word " * 40, SUNDAY)
    assert str(query.query) == " ".join(["word"] * 32)
    assert str(query.notes[0].said) == "Only the first 32 words and fields are searched."


def test_brackets_without_end_are_no_trouble():
    assert read("(" * 3000 + "book ") == "book"
    assert read("-(" * 1900 + "book") in {"book*", "-book*"}
    assert len(parse("(" * 30 + "book", SUNDAY).notes) == 1


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4))).map(" ".join),
                 st.lists(PIECES).map("".join)))  # fmt: skip
def test_any_text_is_read_and_its_meaning_is_a_text_that_means_the_same(text):
    parsed = parse(text, SUNDAY)
    again = parse(typed(parsed.query), SUNDAY)
    assert again.query == parsed.query
    for note in parsed.notes:
        assert 0 <= note.start < note.end <= len(text)


def test_signs_alone_find_nothing():
    assert parse(" !!! ", SUNDAY).query == NOTHING


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("b", "b"), ("order 1", "order 1"), ("b*", "b*"), ("书", "书*"), ("bo", "bo*")],
)
def test_a_single_letter_is_a_word_and_no_beginning(text, meaning):
    assert read(text) == meaning


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("book b", "book "),
        ("book -5", "book "),
        ("(я", ""),
        ("b", ""),
        ("from:b", "from:b"),
        ("book b ", "book b "),
        ("b*", "b*"),
        ("书", "书"),
        ("book bo", "book bo"),
        ("-", "-"),
    ],
)
def test_the_first_letter_of_a_word_waits_for_the_second(typed, sought):
    assert without_first_letter(typed) == sought
