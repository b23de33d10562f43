"""Hostile and broken letters, each through all that the program does with a letter.

`pytest tests/gui/test_hostile_letters.py --letters FOLDER` puts a folder of .eml files to it, too.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from builders import NOON
from fakes.letterbox import OWN, Letterbox
from fakes.shop import ANSWER
from hostile.canary import CANARY
from hostile.checks import check_read, check_sent
from hostile.letter import PLEA, html_letter
from hostile.letters import LETTERS
from hostile.showing import calling_home, reading_files
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QTextBrowser

from softanswer.mailbox.html_text import text_from_html
from softanswer.mailbox.message import FetchedMessage
from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.outgoing import Letter, build, new_message_id
from softanswer.mailbox.quoting import own_text, regions
from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.answering import make_draft
from softanswer.replies.cases.triage import judge
from softanswer.replies.errors import ReplyError
from softanswer.replies.inbox import Shelf
from softanswer.replies.inbox_store import load_matter, rows
from softanswer.ui.inbox.letter_body import FoldedText
from softanswer.ui.inbox.letter_view import LetterView
from softanswer.ui.words import visible

pytestmark = pytest.mark.slow  # hundreds of cases; .ci/run has them beside the others

LIMIT_S = 1.0  # of processor time, for each step
ROWS = (
    "c1 c11 f1 f2 f3 f4 f5 f6 f7 g1 g2 g3 h1 h2 h3 h4 i1 i2 i3".split()
)  # of RELIABILITY section 4
AT = NOON - timedelta(hours=2)


@pytest.fixture(scope="module", autouse=True)
def _warmed_up():
    """What is loaded once for all letters is no cost of the first one."""
    judge(parse_message(html_letter("<p>Где моя книга? Где деньги?")))
    text_from_html("<p>x")
    import chardet

    chardet.detect("где моя книга".encode("koi8_r"))


@pytest.fixture
def box(tmp_path):
    writer = StoreWriter(tmp_path / "softanswer.sqlite3")
    yield Letterbox(tmp_path, writer)
    writer.close()


@pytest.fixture
def view(qtbot, theme, words, delivery_words):
    view = LetterView(words, delivery_words)
    qtbot.addWidget(view)
    view.resize(700, 900)
    view.show()
    return view


def in_time(call, *arguments):
    """What a call gives that takes less than a second; on a busy computer, the second time."""
    for _ in range(2):
        begin = time.process_time()
        result = call(*arguments)
        if time.process_time() - begin < LIMIT_S:
            return result
    pytest.fail(f"{call.__name__} takes {time.process_time() - begin:.1f} s")


def take_in(box, *raws):
    """Store letters as the sync does; the result is what the list and the view show of each."""
    folder = box.folder(FolderRole.INBOX)
    fetched = [FetchedMessage(uid, frozenset(), AT, raw) for uid, raw in enumerate(raws, 1)]
    prepared = [box.intake.prepare(one) for one in fetched]
    box.do(lambda tx: box.intake.commit(tx, box.account_id, folder.id, prepared))
    return box.do(
        lambda tx: [
            (row, load_matter(tx.db, row.conversation_id)) for row in rows(tx.db, Shelf.ALL, NOON)
        ]
    )


def answer_to(box, matter):
    """The bytes of an answer that quotes the letter, and the address that it goes to."""
    theirs = matter.letter.message.text[:20_000]
    quoted = "\n".join(f"> {line}" for line in theirs.split("\n"))
    body = f"{ANSWER}\n{theirs}\n\n{quoted}\n"
    draft = make_draft(matter, box.do(lambda tx: load_accounts(tx.db)), "", body)
    letter = Letter(
        sender=draft.sender,
        to=draft.to,
        subject=draft.subject,
        body=draft.body,
        message_id=new_message_id(OWN),
        date=NOON,
        in_reply_to=draft.in_reply_to,
        references=draft.references,
    )
    return build(letter), draft.to.addr_spec


def show(view, matter):
    """Set the letter as the window does, every fold open."""
    view.show_matter(matter, NOON)
    for fold in view.findChildren(FoldedText):
        fold.set_unfolded(True)
    view.set_revealed(True)
    assert not view.grab().isNull()


def test_every_row_has_its_letters():
    assert {letter.name.partition("-")[0] for letter in LETTERS} == set(ROWS)
    assert len({letter.name for letter in LETTERS}) == len(LETTERS) >= 300


def test_a_hostile_letter_does_nothing_but_be_read(hostile_letter, box, view, tmp_path):
    raw = hostile_letter.raw
    with CANARY.watching(tmp_path) as canary:
        message = in_time(parse_message, raw)
        check_read(hostile_letter, message)
        in_time(text_from_html, raw.decode("latin-1"))
        in_time(regions, message.text)
        in_time(own_text, message.text)
        in_time(judge, message)
        listed = take_in(box, raw)
        assert len(listed) == hostile_letter.is_listed
        for row, matter in listed:
            assert row.subject == message.subject
            assert matter.letter.message == message
            assert hostile_letter.answers in {None, in_time(_answered, box, matter)}
            in_time(show, view, matter)
            QCoreApplication.processEvents()
            _check_labels(view, message)
    assert canary.seen == []


def _answered(box, matter):
    """Where an answer goes to, "" where none can be sent."""
    try:
        raw, to = answer_to(box, matter)
    except ReplyError:
        return ""
    check_sent(raw, to)
    return to


def _check_labels(view, message):
    labels = view.findChildren(QLabel)
    assert visible(message.sender.addr_spec) in {label.text() for label in labels}
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText


class _Home(HTTPServer):
    """Counts who calls home."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _HomeHandler)
        self.requests = 0
        self.thread = Thread(target=self.serve_forever, args=(0.02,))

    def get_request(self):
        self.requests += 1
        return super().get_request()


class _HomeHandler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_error(404)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def home():
    server = _Home()
    server.thread.start()
    yield server
    server.shutdown()
    server.thread.join(5)
    server.server_close()


@pytest.fixture
def marker(tmp_path):
    """A picture whose time of reading is known to be long ago."""
    path = tmp_path / "marker.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    _forget_reading(path)
    return path


def _forget_reading(path):
    now = datetime.now(UTC).timestamp()
    os.utime(path, (now - 3 * 24 * 3_600, now))  # older than a day: noted even with relatime


def was_read(path):
    return time.time() - path.stat().st_atime < 24 * 3_600


def show_all(qtbot, view, box, letters):
    """Show letters one after the other, and give the window time to fetch what it would."""
    raws = []
    for markup in letters.values():
        raw = html_letter(f"<p>{PLEA}</p>{markup}", Subject=markup.replace("\n", " "))
        name = markup.replace('"', "'").replace("\n", " ")[:190]
        raw = raw.replace(b"Jane Doe", f'"{name}"'.encode())
        raws.append(raw.replace(b"jane@", b"jane%d@" % len(raws)))  # else all would be one case
    listed = take_in(box, *raws)
    assert len(listed) == len(letters)
    for _, matter in listed:
        show(view, matter)
        QCoreApplication.processEvents()
    qtbot.wait(200)


def test_no_letter_calls_home(qtbot, view, box, home):
    letters = calling_home(f"http://127.0.0.1:{home.server_port}/seen.png")
    show_all(qtbot, view, box, letters)
    assert home.requests == 0

    caller = Thread(target=_call, args=(home.server_port,))
    caller.start()
    caller.join(5)
    assert home.requests == 1  # a call would have been counted


def _call(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/")
    connection.getresponse()
    connection.close()


def test_no_letter_reads_a_file(qtbot, view, box, marker, monkeypatch):
    monkeypatch.chdir(marker.parent)
    letters = reading_files(str(marker), marker.name)
    show_all(qtbot, view, box, letters)
    assert not was_read(marker)

    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setHtml(letters["absolute-path"])
    browser.grab()
    assert was_read(marker)  # Qt's own view would have read it
