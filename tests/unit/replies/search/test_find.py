"""Letters that a search finds: examples in both languages, and attempts to break out."""

from datetime import date, timedelta

import pytest
from builders import HOUR, NOON
from fakes.searching import search
from fakes.shop import COMPLAINT, QUESTION
from hypothesis import given, settings
from hypothesis import strategies as st

from softanswer.mailbox.store.messages import forget_messages, set_flag
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import CaseKind, Correction
from softanswer.replies.cases.promise_store import record
from softanswer.replies.compose.store import StoredDraft, save_draft
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine
from softanswer.replies.orders.store import save

DAY = timedelta(days=1)
AMAZON = "203-1234567-7654321"
PRAISE = "Thank you, the book came today and it is wonderful. I am so happy with it!\n"
ISBN = "0-306-40615-2"


def found(box, typed, limit=50):
    return [one.message.subject for one in box.do(lambda tx: search(tx.db, typed, limit))]


@pytest.fixture
def shop(box):
    """Some letters of some days; the newest is named last."""
    order = Order(
        order_id=AMAZON,
        source="amazon-orders",
        marketplace=Marketplace.AMAZON,
        items=(OrderLine("The Light at Skerra", isbn=ISBN),),
        ordered_at=date(2026, 11, 2),
        buyer=Buyer("Jane Harwood", "jh@mail.example", None, "jh_reads"),
        tracking=("9400111899223344556677",),
    )
    box.do(lambda tx: save(tx, ImportedFile("amazon-orders", "utf-8", orders=(order,))))
    jane = "Jane Harwood <jh@mail.example>"
    marsh = "Eve Marsh <marsh@mail.example>"
    box.receive("Old", QUESTION, at=NOON - 40 * DAY, flags=("\\Seen", "\\Answered"))
    box.receive("Praise", PRAISE, sender="Ann <ann@mail.example>", at=NOON - 2 * DAY)
    box.receive("Lost", COMPLAINT, sender=marsh, at=NOON - 30 * HOUR, to="orders@lantern.example")
    box.receive(f"Order {AMAZON}", f"ISBN {ISBN}, о книгах.\n", sender=jane, at=NOON - 3 * HOUR)
    box.receive(
        "Книга",
        "Где моя книга? Ещё не пришла, три недели жду.\n",
        sender="Анна Петрова <anna@mail.example>",
        at=NOON - HOUR,
    )
    return box


@pytest.mark.parametrize(
    ("typed", "subjects"),
    [
        ("crooks ", ["Lost"]),
        ("crook ", ["Lost"]),
        ("wonderful books ", ["Praise"]),
        ('"books"', []),
        ("books, wonderful!", ["Praise"]),
        ('"the book came"', ["Praise"]),
        ("money -crooks", []),
        ("книга ", ["Книга", f"Order {AMAZON}"]),
        ("книгу", ["Книга", f"Order {AMAZON}"]),
        ('"книгу"', []),
        ("еще ", ["Книга"]),
        ("недел", ["Книга"]),
        ("от:петровой ", ["Книга"]),
        ("from:harw", [f"Order {AMAZON}"]),
        ("from:jh@mail", [f"Order {AMAZON}"]),
        ("from:mail.example -from:jh@mail.example", ["Книга", "Lost", "Praise", "Old"]),
        ("to:orders ", ["Lost"]),
        ("кому:lantern.example", ["Lost"]),
        ("orders@lantern.example", []),
        ("subject:praise ", ["Praise"]),
        ("subject:wonderful ", []),
        ("тема:книги ", ["Книга"]),
        ("order:2031234567", [f"Order {AMAZON}"]),
        ("order:203-1234567", [f"Order {AMAZON}"]),
        ("заказ:203", [f"Order {AMAZON}"]),
        ("order:204", []),
        ("2031234567", [f"Order {AMAZON}"]),
        ("isbn:9780306406157", [f"Order {AMAZON}"]),
        ("0306406152", [f"Order {AMAZON}"]),
        ("9780306406157 ", [f"Order {AMAZON}"]),
        ('tracking:"9400 1118 9922"', [f"Order {AMAZON}"]),
        ("tracking:9400111899 книги ", [f"Order {AMAZON}"]),
        ("kind:praise", ["Praise"]),
        ("kind:not-received", ["Книга", "Lost"]),
        ("вид:не-пришло накал:>=2", ["Lost"]),
        ("heat:0 from:ann@mail", ["Praise"]),
        ("is:complaint is:unread", ["Книга", "Lost"]),
        ("это:похвала", ["Praise"]),
        ("is:answered", ["Old"]),
        ("is:read", ["Old"]),
        ("due:overdue", ["Lost"]),
        ("срок:завтра", ["Книга", f"Order {AMAZON}"]),
        ("due:2026-11-22", ["Lost"]),
        ("due:2026-11-20", []),
        ("state:needs-answer", ["Книга", f"Order {AMAZON}", "Lost"]),
        ("состояние:готово", ["Praise", "Old"]),
        ("has:order", [f"Order {AMAZON}"]),
        ("has:attachment", []),
        ("before:2026-11", ["Old"]),
        ("after:today", ["Книга", f"Order {AMAZON}"]),
        ("после:вчера до:сегодня", ["Lost"]),
        ("after:2026-11-20 book ", ["Lost", "Praise"]),
        ("wonderful OR kind:not-received", ["Книга", "Lost", "Praise"]),
        ("(crooks OR ещё) kind:not-received", ["Книга", "Lost"]),
        ("-kind:not-received -praise", [f"Order {AMAZON}", "Old"]),
        ("-(from:jh@mail OR kind:praise)", ["Книга", "Lost", "Old"]),
        ("", ["Книга", f"Order {AMAZON}", "Lost", "Praise", "Old"]),
        ("!!!", []),
    ],
)
def test_letters_are_found_by_words_and_fields_newest_first(shop, typed, subjects):
    assert found(shop, typed) == subjects
    assert found(shop, typed, limit=1) == subjects[:1]


def test_a_letter_is_found_by_its_attachment(box):
    raw = (
        b"From: a@mail.example\r\nTo: b@mail.example\r\nSubject: Files\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
        b"See the picture.\r\n--x\r\nContent-Type: image/png; name=a.png\r\n"
        b"Content-Disposition: attachment; filename=a.png\r\n\r\nPNG\r\n--x--\r\n"
    )
    from softanswer.mailbox.store.folders import FolderRole

    box.take_in(raw, NOON, FolderRole.INBOX)
    box.receive("None", QUESTION)
    assert found(box, "has:attachment") == ["Files"]
    assert found(box, "есть:вложение picture") == ["Files"]
    assert found(box, "-есть:вложение") == ["None"]


def test_what_the_seller_corrected_counts(shop):
    [lost] = shop.do(lambda tx: search(tx.db, "crooks "))
    said = Correction(complaint=True, kind=CaseKind.DAMAGED, heat=1)
    shop.do(lambda tx: cases.correct(tx, lost.conversation_id, said, NOON))
    assert found(shop, "kind:damaged heat:1") == ["Lost"]
    assert found(shop, "heat:>=2") == []
    none = Correction(complaint=False)
    shop.do(lambda tx: cases.correct(tx, lost.conversation_id, none, NOON))
    assert "Lost" not in found(shop, "is:complaint")


def test_drafts_held_replies_and_promises_are_found(shop):
    [lost] = shop.do(lambda tx: search(tx.db, "crooks "))
    [book] = shop.do(lambda tx: search(tx.db, "тема:книга "))
    assert (found(shop, "state:draft"), found(shop, "state:held")) == ([], [])
    draft = StoredDraft(book.conversation_id, "Re: Book", "Text")
    shop.do(lambda tx: save_draft(tx, draft, NOON))
    shop.hold(lost)
    sent = {"conversation_id": lost.conversation_id, "message_id": "<r@x.example>"}
    body = "I will write to you on Tuesday with its tracking number.\n"
    shop.do(lambda tx: record(tx, **sent, body=body, sent_at=NOON))
    assert found(shop, "has:draft") == ["Книга"]
    assert found(shop, "state:held") == found(shop, "state:cooling") == ["Lost"]
    assert found(shop, "state:paused") == []
    assert found(shop, "has:promise due:2026-11-24") == ["Lost"]


def test_a_star_and_what_is_forgotten_are_followed(shop):
    [lost] = shop.do(lambda tx: search(tx.db, "crooks "))
    shop.do(lambda tx: set_flag(tx, lost.id, "\\Flagged", on=True))
    assert found(shop, "is:starred") == ["Lost"]
    shop.do(lambda tx: forget_messages(tx.db, [lost.id]))
    for typed in ("crooks ", "to:orders ", "is:starred", "from:marsh -kind:other"):
        assert "Lost" not in found(shop, typed)
    shop.do(
        lambda tx: tx.db.execute(
            "INSERT INTO message_search(message_search) VALUES ('integrity-check')"
        )
    )


HOSTILE = [
    "'; DROP TABLE messages; --",
    '" OR 1=1 --',
    'subject:"x" NEAR(a b) ^a {subject} : b + c',
    "from:' UNION SELECT raw FROM raw_messages --",
    "order:%' OR '1'='1",
    "kind:late' OR 't'='t",
    "after:2026-11-01'); DELETE FROM messages; --",
    "is:unread) OR (1=1",
    "from:a@b'; PRAGMA writable_schema=1; --",
    '"a" "*" - : ^ \\ \0 rowid:1 message_search:x',
    "\ud800 \ue001lantern \ue002",
    "получить отправить прислать вернуть найти потерять заказать оплатить " * 4,
    '"' + "a " * 1999 + '"',
    "a OR " * 40,
    "(" * 19 + "a -(b" * 3,
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_typed_never_becomes_a_part_of_a_statement(shop, typed):
    everything = found(shop, "")
    assert set(found(shop, typed)) <= set(everything)
    assert found(shop, "") == everything


@settings(max_examples=60, deadline=None)
@given(
    typed=st.one_of(
        st.text(), st.sampled_from(HOSTILE).flatmap(lambda h: st.text().map(h.__add__))
    )
)
def test_nothing_that_can_be_typed_is_an_error(shop_of_all, typed):
    shop_of_all(typed)


@pytest.fixture(scope="module")
def shop_of_all(tmp_path_factory):
    """A search in a small store that the examples share."""
    from fakes.letterbox import Letterbox

    from softanswer.mailbox.store.writer import StoreWriter

    folder = tmp_path_factory.mktemp("shop")
    writer = StoreWriter(folder / "softanswer.sqlite3")
    box = Letterbox(folder, writer)
    box.receive("Lost", COMPLAINT)
    yield lambda typed: found(box, typed)
    writer.close()
