"""Servers with bad habits: healthy mail comes in, once, and nothing is done that nobody asked for.

The habits are those of RELIABILITY section 5, goal 6, as far as they concern the sync.
SOFTANSWER_QUIRK_RUNS=20 breaks the line at twenty times as many places.
"""

from __future__ import annotations

import contextlib
import os
import random
from collections import Counter
from collections.abc import Callable

import pytest
from fakes.comparing import differences
from fakes.desk import Desk
from fakes.imap_server import PASSWORD, USERNAME, FakeImapServer
from fakes.intake import letter
from fakes.line_cutter import LineCutter

from softanswer.mailbox.errors import MailError
from softanswer.mailbox.store.messages import load_raw
from softanswer.mailbox.wire import Timeouts

COUNT = 8
FOLDERS = ("INBOX", "Sent")
CHANGING = ("UID STORE", "STORE", "EXPUNGE", "UID EXPUNGE", "APPEND", "UID COPY", "UID MOVE",
            "CREATE", "DELETE", "RENAME", "SUBSCRIBE")  # fmt: skip
GARBAGE = b"%$ \x00\xff no IMAP at all\r\n"

Quirk = Callable[[FakeImapServer], None]


def once(command: str, answer: bytes) -> Quirk:
    return lambda server: server.habits.answers_once.update({command: answer})


def always(command: str, before_answer: bytes) -> Quirk:
    return lambda server: server.habits.extra.update({command: before_answer})


def habit(**habits: object) -> Quirk:
    def set_up(server: FakeImapServer) -> None:
        for name, value in habits.items():
            setattr(server.habits, name, value)

    return set_up


def expunge_during(command: str, uid: int) -> Quirk:
    def set_up(server: FakeImapServer) -> None:
        def expunge() -> None:
            if any(one.uid == uid for one in server.folders["INBOX"].messages):
                server.expunge(uid)

        server.habits.before[command] = expunge

    return set_up


def deliver_during(command: str) -> Quirk:
    def set_up(server: FakeImapServer) -> None:
        def deliver() -> None:
            del server.habits.before[command]
            server.deliver(letter(77))

        server.habits.before[command] = deliver

    return set_up


ODD_FOLDERS = (
    b'* LIST (\\Noselect) "/" "Old"\r\n* LIST () NIL "Flat"\r\n* LIST () "/" "Caf\xc3\xa9"\r\n'
    b'* LIST () "/" "\xff\xfe"\r\n* LIST () "/" "broken &utf-7"\r\n* LIST () "/" {5}\r\nLiter\r\n'
    b'* LIST (\\NonExistent) "/" "Ghost"\r\n* LIST () "\\\\" "Back\\\\slash"\r\n'
    b"* LIST nonsense\r\n"
)
COMMANDS = ("LIST", "SELECT", "UID FETCH", "STATUS")
QUIRKS: dict[str, Quirk] = {
    "answers in single bytes": habit(in_pieces=1),
    "answers in pieces of 7 bytes": habit(in_pieces=7),
    **{f"BYE after {n} commands": habit(bye_after=n) for n in range(1, 12)},
    **{f"tagged BYE to {c}": once(c, b"{tag} BYE gone\r\n") for c in COMMANDS},
    **{f"BYE instead of an answer to {c}": once(c, b"* BYE gone\r\n") for c in COMMANDS},
    **{f"three times BYE to {c}": once(c, b"* BYE gone\r\n" * 3) for c in COMMANDS},
    **{f"garbage before {c}": once(c, GARBAGE + b"{tag} OK done\r\n") for c in COMMANDS},
    **{f"wrong tag to {c}": once(c, b"XYZ99 OK done\r\n") for c in COMMANDS},
    **{f"no answer lines to {c}": once(c, b"{tag} OK done\r\n") for c in COMMANDS},
    **{
        f"NO [{code}] to {c}": once(c, b"{tag} NO [%s] later\r\n" % code.encode())
        for c in COMMANDS
        for code in ("UNAVAILABLE", "THROTTLED", "OVERQUOTA", "INUSE", "SERVERBUG")
    },
    **{f"BAD to {c}": once(c, b"{tag} BAD what\r\n") for c in COMMANDS},
    "alert at every command": habit(extra=dict.fromkeys(COMMANDS, b"* OK [ALERT] <b>Hi</b>\r\n")),
    "EXISTS flood": always("UID FETCH", b"* 8 EXISTS\r\n" * 2000),
    "RECENT and FLAGS in between": always("UID FETCH", b"* 3 RECENT\r\n* FLAGS (\\X)\r\n"),
    "flags of others in between": always("UID FETCH", b"* 2 FETCH (FLAGS (\\Seen))\r\n"),
    "odd folders": always("LIST", ODD_FOLDERS),
    "expunge during a fetch": expunge_during("UID FETCH", 3),
    "expunge between SELECT and FETCH": expunge_during("SELECT", 3),
    "delivery during a fetch": deliver_during("UID FETCH"),
    "UIDNEXT is missing": habit(told_uid_next=-1),
}


def fill(desk: Desk) -> Desk:
    for number in range(COUNT):
        desk.server.deliver(letter(number), flags=("\\Answered",) if number % 2 else ())
    desk.server.deliver(letter(99), "Sent")
    return desk


@pytest.fixture
def desk(desk) -> Desk:
    return fill(desk)


def impatient(desk: Desk):
    sync = desk.new_sync()
    sync._timeouts = Timeouts(connect_s=2, read_s=0.3)
    return sync


def compared(desk: Desk) -> list[str]:
    habits, desk.server.habits = desk.server.habits, type(desk.server.habits)()
    try:
        return differences(desk.writer.path, desk.server.endpoint, USERNAME, PASSWORD, FOLDERS)
    finally:
        desk.server.habits = habits


def unasked(desk: Desk) -> list[str]:
    return [line for line in desk.server.commands if line.upper().startswith(CHANGING)]


@pytest.mark.parametrize("name", QUIRKS)
def test_a_quirk_costs_a_retry_at_most(desk, name):
    QUIRKS[name](desk.server)
    sync = impatient(desk)
    # a server that says BYE after each few commands gets on only by its own good luck
    tries = 2 if not name.startswith("BYE after") else 1
    for _ in range(tries):
        with contextlib.suppress(MailError):
            sync.sync_once()
    if name.startswith("BYE after"):
        desk.server.habits.bye_after = 0
        sync.sync_once()
    assert compared(desk) == []
    assert unasked(desk) == []


CUT_RUNS = int(os.environ.get("SOFTANSWER_QUIRK_RUNS", "1"))


@pytest.mark.parametrize("run", range(CUT_RUNS))
@pytest.mark.parametrize("name", QUIRKS)
def test_a_quirk_on_a_line_that_breaks_costs_nothing_either(server, writer, name, run):
    chance = random.Random(f"{name} {run}")  # noqa: S311 - no secret
    with LineCutter(server.endpoint) as cutter:
        desk = fill(Desk(server, writer, cutter.endpoint))
        QUIRKS[name](server)
        sync = impatient(desk)
        for _ in range(3):
            cutter.to_program = chance.randrange(4000)
            with contextlib.suppress(MailError):
                sync.sync_once()
        cutter.let_pass()
        server.habits.bye_after = 0
        for _ in range(2):
            with contextlib.suppress(MailError):
                sync.sync_once()
    assert compared(desk) == []
    assert unasked(desk) == []


@pytest.mark.parametrize("wrong_by", [-20, -1, 1, 20, 100_000])
def test_a_body_of_a_wrong_size_keeps_no_other_out(desk, wrong_by):
    desk.server.habits.wrong_sizes[4] = wrong_by
    sync = impatient(desk)
    for _ in range(6):
        with contextlib.suppress(MailError):
            sync.sync_once()
    here = Counter(one.message.subject for one in desk.all())
    assert {subject: here[subject] for subject in here if subject != "Order 3"} == {
        f"Order {n}": 1 for n in (*range(COUNT), 99) if n != 3
    } | {subject: 1 for subject in here if "could not be read" in subject}
    for one in desk.all():
        if one.message.subject.startswith("Order"):
            number = int(one.message.subject.split()[1])
            assert desk.read(load_raw, one.id) == letter(number), "a part is stored as a whole"
    assert unasked(desk) == []


@pytest.mark.parametrize("habits", [{"nil_bodies": {4}}, {"refused_bodies": {4}}])
def test_a_body_that_cannot_be_had_keeps_no_other_out(desk, habits):
    habit(**habits)(desk.server)
    sync = impatient(desk)
    for _ in range(5):
        with contextlib.suppress(MailError):
            sync.sync_once()
    here = Counter(one.message.subject for one in desk.all())
    assert all(here[f"Order {n}"] == 1 for n in (*range(COUNT), 99) if n != 3)
    assert max(here.values()) == 1
    assert unasked(desk) == []


def test_a_uidnext_that_falls_doubles_and_loses_nothing(desk):
    sync = impatient(desk)
    sync.sync_once()
    before = {one.id for one in desk.all()}
    desk.server.habits.told_uid_next = 3
    sync.sync_once()
    assert {one.id for one in desk.all()} == before
    assert compared(desk) == []


@pytest.mark.parametrize(
    "hostile",
    ["<x>\r\nZ1 DELETE INBOX\r\n", '<x" DELETE "y>', "<x\x00y>", "<x{3}\r\nabc>"],
)
@pytest.mark.parametrize("field", ["Message-ID", "References"])
def test_a_hostile_message_id_smuggles_no_command(desk, hostile, field):
    raw = letter(50).replace(b"Message-ID:", b"X-Old:")
    head, _, body = raw.partition(b"\r\n\r\n")
    desk.server.deliver(head + f"\r\n{field}: {hostile}".encode() + b"\r\n\r\n" + body)
    sync = impatient(desk)
    sync.sync_once()
    [one] = [one for one in desk.all() if one.message.subject == "Order 50"]
    desk.flag(one, "\\Seen")
    desk.server.renumber()
    sync.sync_once()
    asked = " ".join(desk.server.commands)
    assert "DELETE" not in asked
    assert {line.split()[0] for line in desk.server.commands} <= {
        *("CAPABILITY", "LOGIN", "LIST", "SELECT", "UID", "FETCH", "STATUS", "LOGOUT", "BYE"),
    }
