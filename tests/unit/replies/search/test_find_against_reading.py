"""Whatever is asked, the statement finds what reading every letter one by one would find."""

import random
from datetime import date, datetime, timedelta

import pytest
from builders import HOUR, NOON
from fakes.letterbox import OWN, Letterbox
from fakes.shop import mail
from hypothesis import given, settings
from hypothesis import strategies as st

from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.messages import newest
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import ANSWER_WITHIN, CaseKind, Correction
from softanswer.replies.compose.store import StoredDraft, save_draft
from softanswer.replies.search import query as q
from softanswer.replies.search.parsing import parse
from softanswer.replies.search.store import find

WORDS = "alpha beta gamma delta omega"
NAMES = ("kim", "lou", "max")
KINDS = (CaseKind.LATE, CaseKind.DAMAGED, CaseKind.PRAISE, CaseKind.QUESTION)
DAYS = [NOON.date() - timedelta(days=n) for n in range(-1, 9)]


class Shelf:
    """Sixty-five letters, each with what is known of it, read row by row."""

    def __init__(self, box):
        self.box = box
        dice = random.Random(7)  # noqa: S311 - no secret
        words = WORDS.split()
        for number in range(60):
            name, to = dice.choice(NAMES), dice.choice(NAMES)
            letter = box.receive(
                " ".join(dice.choices(words, k=2)),
                " ".join(dice.choices(words, k=4)) + "\n",
                sender=f"{name.title()} <{name}{number}@mail.example>",
                at=NOON - number * 3 * HOUR,
                flags=tuple(dice.sample(["\\Seen", "\\Flagged", "\\Answered"], dice.randrange(3))),
                to=f"{to}@shop.example",
                Message_Number=str(number),
                In_Reply_To=f"<thread-{dice.randrange(40)}@mail.example>",
            )
            said = Correction(dice.random() < 0.5, dice.choice(KINDS), dice.randrange(4))
            row = letter.conversation_id
            if dice.random() < 0.6:
                box.do(lambda tx, row=row, said=said: cases.correct(tx, row, said, NOON))
            if dice.random() < 0.1:
                draft = StoredDraft(row, "Re:", "Text")
                box.do(lambda tx, draft=draft: save_draft(tx, draft, NOON))
        for number in range(5):
            raw = mail(f"{words[number]} {number}", "alpha.\n", f"Ana <{OWN}>", NOON)
            box.take_in(raw, NOON - number * 5 * HOUR - timedelta(minutes=1), FolderRole.SENT)
        self.put_off(random.Random(11))  # noqa: S311 - no secret
        found = box.do(lambda tx: tx.db.execute("SELECT id, reply_due FROM cases").fetchall())
        self.dues = {
            row["id"]: datetime.fromisoformat(row["reply_due"])
            for row in found
            if row["reply_due"]
        }
        self.letters = box.do(lambda tx: newest(tx.db, 1000))
        matters = box.do(lambda tx: tx.db.execute("SELECT * FROM matters").fetchall())
        self.matters = {row["conversation_id"]: row for row in matters}
        drafts = box.do(lambda tx: tx.db.execute("SELECT conversation_id FROM drafts").fetchall())
        self.drafts = {row["conversation_id"] for row in drafts}

    def put_off(self, dice):
        """Put some off: until a time that is past, near or far, and for an older letter too."""

        def job(tx):
            for row in tx.db.execute("SELECT conversation_id, last_incoming FROM matters"):
                if dice.random() < 0.5:
                    until = NOON + dice.choice([-1, 1, 90]) * HOUR
                    letter = row["last_incoming"] - (dice.random() < 0.2)
                    tx.db.execute(
                        "UPDATE matters SET put_off_until = ?, put_off_letter = ?"
                        " WHERE conversation_id = ?",
                        (until.isoformat(), letter, row["conversation_id"]),
                    )

        self.box.do(job)

    def is_away(self, matter):
        """Whether it is put off: until later, for this letter, no complaint beyond its time."""
        until = matter["put_off_until"]
        if until is None or datetime.fromisoformat(until) <= NOON:
            return False
        due = self.dues.get(matter["case_id"])
        too_late = due is not None and datetime.fromisoformat(until) >= due
        is_newest = matter["put_off_letter"] == matter["last_incoming"]
        return is_newest and not (matter["complaint"] and too_late)

    def found(self, query, limit):
        return self.box.do(lambda tx: find(tx.db, query, limit, NOON, NOON.tzinfo))

    def read(self, query):
        return [one.id for one in self.letters if self.fits(one, query)]

    def fits(self, letter, query):  # noqa: PLR0911 - one for each sort of leaf
        match query:
            case q.And(queries):
                return all(self.fits(letter, one) for one in queries)
            case q.Or(queries):
                return any(self.fits(letter, one) for one in queries)
            case q.Not(one):
                return not self.fits(letter, one)
            case q.Text():
                return self.says(letter, query)
            case q.Since(day):
                return letter.internal_date.date() >= day
            case q.Until(day):
                return letter.internal_date.date() < day
            case q.Is(q.Mark.UNREAD | q.Mark.READ as mark):
                is_read = "\\Seen" in letter.flags
                return not letter.is_outgoing and is_read is (mark is q.Mark.READ)
            case q.Is(q.Mark.STARRED):
                return "\\Flagged" in letter.flags
            case q.Is(q.Mark.ANSWERED):
                return "\\Answered" in letter.flags
        matter = self.matters.get(letter.conversation_id)  # what only went out has none
        return matter is not None and self.stands(matter, query)

    def stands(self, matter, query):  # noqa: PLR0911 - one for each sort of leaf
        waiting = matter["waiting_since"]
        praise = matter["kind"] == "praise" and not matter["complaint"]
        is_away = self.is_away(matter)
        due = datetime.fromisoformat(waiting) + ANSWER_WITHIN if waiting and not praise else None
        match query:
            case q.KindIs(kind):
                return matter["kind"] == kind.value
            case q.HeatIs(least, most):
                return least <= matter["heat"] <= most
            case q.Is(q.Mark.COMPLAINT):
                return bool(matter["complaint"])
            case q.Is(q.Mark.PRAISE):
                return praise
            case q.StateIs(q.State.NEEDS_ANSWER):
                return due is not None and not is_away
            case q.Is(q.Mark.SNOOZED):
                return due is not None and is_away
            case q.Has(q.Thing.DRAFT):
                return matter["conversation_id"] in self.drafts
            case q.DueIn(first, last):
                return due is not None and first <= due.date() <= last
            case q.Overdue():
                return due is not None and due < NOON
        raise AssertionError(query)

    def says(self, letter, query):
        m = letter.message
        if query.is_address:
            return m.sender.addr_spec.startswith(query.text)
        texts = {
            q.Place.ANYWHERE: [m.subject, f"{m.sender.name} {m.sender.addr_spec}", m.text],
            q.Place.SUBJECT: [m.subject],
            q.Place.SENDER: [f"{m.sender.name} {m.sender.addr_spec}"],
            q.Place.RECIPIENT: [m.to[0].addr_spec],
        }[query.place]
        return any(_holds(_tokens(text), _tokens(query.text), query.prefix) for text in texts)


def _tokens(text):
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def _holds(tokens, wanted, prefix):
    for start in range(len(tokens) - len(wanted) + 1):
        here = tokens[start : start + len(wanted)]
        if here == wanted:
            return True
        if prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1]):
            return True
    return False


word = st.sampled_from([*WORDS.split(), "al", "zzz"])
texts = st.one_of(
    st.builds(
        q.Text, word, st.sampled_from([q.Place.ANYWHERE, q.Place.SUBJECT]), prefix=st.booleans()
    ),
    st.builds(lambda a, b: q.Text(f"{a} {b}", exact=True), word, word),
    st.builds(q.Text, st.sampled_from(NAMES), st.sampled_from(q.Place), prefix=st.booleans()),
    st.sampled_from([q.Text("kim1", q.Place.SENDER, prefix=True), q.Text("lou1@", q.Place.SENDER),
                     q.Text("kim3@mail", q.Place.SENDER)]),
)  # fmt: skip
leaves = st.one_of(
    texts,
    st.sampled_from([q.KindIs(kind) for kind in KINDS]),
    st.sampled_from([q.HeatIs(a, b) for a in range(4) for b in range(a, 4)]),
    st.builds(q.Is, st.sampled_from(q.Mark)),
    st.builds(q.Since, st.sampled_from(DAYS)),
    st.builds(q.Until, st.sampled_from(DAYS)),
    st.builds(lambda day, n: q.DueIn(day, day + timedelta(days=n)), st.sampled_from(DAYS),
              st.integers(0, 3)),
    st.sampled_from([q.Overdue(), q.StateIs(q.State.NEEDS_ANSWER), q.Has(q.Thing.DRAFT)]),
)  # fmt: skip
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(q.negation, inner),
        st.lists(inner, min_size=2, max_size=4).map(q.conjunction),
        st.lists(inner, min_size=2, max_size=3).map(q.disjunction),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shelf")
    writer = StoreWriter(folder / "softanswer.sqlite3")
    yield Shelf(Letterbox(folder, writer))
    writer.close()


@settings(max_examples=400, deadline=None)
@given(query=queries, limit=st.sampled_from([1, 5, 1000]))
def test_the_statement_finds_what_reading_finds(shelf, query, limit):
    assert list(shelf.found(query, limit)) == shelf.read(query)[:limit]


@settings(max_examples=100, deadline=None)
@given(query=queries)
def test_a_query_means_the_same_when_it_is_typed(query):
    assert parse(q.typed(query), date(2026, 11, 22)).query == query


def test_the_letters_are_of_every_sort(shelf):
    for leaf in (
        q.Overdue(),
        q.Has(q.Thing.DRAFT),
        q.Is(q.Mark.PRAISE),
        q.HeatIs(3, 3),
        q.Is(q.Mark.SNOOZED),
    ):
        assert 0 < len(shelf.read(leaf)) < len(shelf.letters), leaf
