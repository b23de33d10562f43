"""Large attachments stay on the server until they are wanted, and then come once."""

from __future__ import annotations

import threading

import pytest
from fakes.comparing import differences
from fakes.desk import Desk, until_idle, wait_until
from fakes.imap_server import PASSWORD, USERNAME
from fakes.intake import letter
from fakes.large_letters import content, large_letter, read_wholly

from softanswer.mailbox.errors import ConnectionFailedError, MailError, StoreError
from softanswer.mailbox.part_fetch import PIECE_BYTES, PartMissingError
from softanswer.mailbox.showing import file_of
from softanswer.mailbox.store.gaps import count_open, has_gaps
from softanswer.mailbox.store.messages import load_letter, load_raw

KB, MB = 1 << 10, 1 << 20
PDF = content(1300 * KB, 1)
PHOTO = content(700 * KB, 2)
NOTE = content(20 * KB, 3)
FILES = (
    ("cover.jpg", "image/jpeg", PHOTO),
    ("note.bin", "application/octet-stream", NOTE),
    ("счёт.pdf", "application/pdf", PDF),
)
LARGE = large_letter(1, FILES)


@pytest.fixture
def desk(any_desk) -> Desk:
    any_desk.leaves_above = MB
    any_desk.intake.read = read_wholly
    return any_desk


def compared(desk: Desk) -> list[str]:
    return differences(
        desk.writer.path, desk.server.endpoint, USERNAME, PASSWORD, ("INBOX", "Sent")
    )


def listed(desk: Desk, subject: str = "Order 1") -> list[tuple[str, int, bool]]:
    files = desk.letters()[subject].message.attachments
    return [(file.filename, file.size_bytes, file.is_here) for file in files]


def fetch(desk: Desk, *numbers: int) -> list[tuple[int, int]]:
    """Fetch attachments while the sync runs; what was told of the progress."""
    told: list[tuple[int, int]] = []
    desk.sync = desk.new_sync()
    with desk.running() as sync:
        wish = sync.fetch_parts(
            desk.letters()["Order 1"].id, numbers or None, lambda *now: told.append(now)
        )
        assert wish.outcome.result(8) is True
    return told


# What stays, and what comes.


def test_a_large_letter_comes_without_its_large_files(desk):
    desk.server.deliver(LARGE)
    desk.server.deliver(letter(2))
    result = desk.sync.sync_once()
    assert result.bytes < 80 * KB
    one = desk.letters()["Order 1"]
    assert one.message.text == "The cover is torn, see the pictures."
    files = listed(desk)
    assert [(name, is_here) for name, _, is_here in files] == [
        ("cover.jpg", False),
        ("note.bin", True),
        ("счёт.pdf", False),
    ]
    for (_, told, _), (_, _, real) in zip(files, FILES, strict=True):
        assert abs(told - len(real)) <= 2
    here = desk.read(load_letter, one.id)
    assert here.size == len(LARGE)
    assert b"The end." in here.raw
    assert compared(desk) == []
    assert desk.read(count_open) == 2
    asked = [line for line in desk.server.commands if line.startswith("UID FETCH 1 (")]
    assert len(asked) == 4  # the structure, the head, and what stands behind each of two files


@pytest.mark.parametrize("limit", [0, 5 * MB])
def test_a_letter_below_the_limit_comes_whole_and_is_asked_nothing_more(desk, limit):
    desk.leaves_above = limit
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == LARGE
    assert not desk.read(has_gaps, 1)
    assert desk.server.count("UID FETCH 1 (UID BODYSTRUCTURE)") == 0
    assert desk.server.count("UID FETCH 1 (FLAGS INTERNALDATE BODY.PEEK[])") == 1
    assert compared(desk) == []


def test_a_letter_whose_files_are_small_comes_whole(desk):
    small = tuple((f"{n}.bin", "application/zip", content(180 * KB, n)) for n in range(8))
    raw = large_letter(1, small)
    desk.server.deliver(raw)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == raw


def test_a_long_text_comes_whole_and_a_long_attached_text_does_not(desk):
    text = "A line of the letter.\r\n" * 20_000
    log = ("log.txt", "text/plain", b"A line of a log.\n" * 60_000)
    desk.server.deliver(large_letter(1, (log,), text))
    desk.sync.sync_once()
    assert len(desk.letters()["Order 1"].message.text) > 400_000
    assert [is_here for _, _, is_here in listed(desk)] == [False]
    assert compared(desk) == []


def test_letters_of_a_backlog_leave_their_large_files_too(desk):
    for n in range(2, 230):
        desk.server.deliver(letter(n))
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    with desk.writer.spool.adding([]):
        spooled = sum(path.stat().st_size for path in desk.writer.spool.folder.iterdir())
    assert spooled < 150 * KB
    assert desk.read(count_open) == 2


@pytest.mark.parametrize(
    ("encoding", "body", "size"),
    [
        ("base64", b"QUJD\r\n" * 60_000 + b"QQ==", 180_001),
        ("base64", b"QUJD\r\n" * 60_000 + b"QUI=\r\n", 180_002),
        ("quoted-printable", b"=41B=\r\nC\r\n" * 40_000, 4 * 40_000),
        ("8bit", "Ж\r\n".encode() * 90_000, 3 * 90_000),
        ("", b"A line.\r\n" * 50_000, 8 * 50_000),
    ],
)
def test_the_size_of_a_file_is_right_when_it_is_here(desk, encoding, body, size):
    file = (
        b'--=_outer\r\nContent-Type: application/x; name="x"\r\n'
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + body
    )
    raw = large_letter(1, ()).replace(b"--=_outer--", file + b"\r\n--=_outer--")
    desk.leaves_above = 1
    desk.server.deliver(raw)
    desk.sync.sync_once()
    assert not listed(desk)[0][2]
    fetch(desk, 0)
    assert listed(desk) == [("x", size, True)]
    assert len(file_of(desk.read(load_raw, 1), 0)) == size


# What does not fit is fetched whole.


@pytest.mark.parametrize("wrong_by", [-78, -1, 1, 78, 400 * KB, -600 * KB])
def test_sizes_that_lie_are_found_out(desk, wrong_by):
    desk.server.habits.wrong_part_sizes = wrong_by
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == LARGE


@pytest.mark.parametrize(
    "structure",
    [
        b"NIL",
        b"(" * 300 + b")" * 300,
        b'(("text" "plain" NIL NIL NIL "7bit" 5 1)("a" "b" NIL NIL NIL "base64" 900000) "mixed")',
        b'("text" "plain" NIL NIL NIL "7bit" 2800000 100)',
    ],
)
def test_a_structure_that_does_not_fit_is_not_followed(desk, structure):
    desk.server.habits.structures = {1: structure}
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == LARGE


@pytest.mark.parametrize(
    "raw",
    [
        LARGE.replace(b"\r\n", b"\n"),
        LARGE.replace(b"The cover", b"The\r\r\ncover"),
        b"\r\n" + LARGE,
        LARGE.replace(b'boundary="=_inner"', b'boundary="=_other"'),
    ],
    ids=["bare line ends", "doubled line ends", "blank first line", "missing boundary"],
)
def test_an_odd_letter_comes_whole(desk, raw):
    desk.server.deliver(raw)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == raw


def test_a_server_without_pieces_gives_the_letter_whole(desk):
    desk.server.habits.ignores_partial = True
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == LARGE


def test_a_server_that_refuses_the_structure_gives_the_letter_whole(desk):
    desk.server.habits.refuse_structure = True
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    assert desk.read(load_raw, 1) == LARGE


# Fetched when it is wanted.


def test_an_attachment_is_fetched_in_pieces_and_once(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    told = fetch(desk, 2)
    assert len(told) == -(-len(PDF) * 78 // 57 // PIECE_BYTES)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert listed(desk)[2] == ("счёт.pdf", len(PDF), True)
    assert [is_here for _, _, is_here in listed(desk)] == [False, True, True]
    here = desk.read(load_letter, 1)
    assert file_of(here.raw, 2) == PDF
    with pytest.raises(StoreError, match="still on the mail server"):
        desk.read(load_raw, 1)
    before = desk.server.count("UID FETCH 1 (UID BODY.PEEK")
    assert fetch(desk, 2) == []
    assert desk.server.count("UID FETCH 1 (UID BODY.PEEK") == before
    assert compared(desk) == []


def test_the_whole_letter_is_then_the_servers_byte_for_byte(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    fetch(desk, 0)
    fetch(desk)
    assert desk.read(load_raw, 1) == LARGE
    assert listed(desk) == [(name, len(inside), True) for name, _, inside in FILES]
    assert compared(desk) == []
    desk.new_sync().sync_once()
    assert desk.server.count("UID FETCH 1 (FLAGS INTERNALDATE BODY.PEEK[])") == 0


def test_what_came_before_a_cut_is_not_fetched_again(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    with desk.running() as sync:
        until_idle(desk)
        desk.server.habits.cut_after_pieces = 3
        wish = sync.fetch_parts(1, [2], lambda *_: None)
        with pytest.raises(ConnectionFailedError):
            wish.outcome.result(8)
    here = desk.read(lambda db: db.execute("SELECT sum(came) FROM gaps").fetchone()[0])
    assert here == 2 * PIECE_BYTES
    asked = len(desk.server.commands)
    fetch(desk, 2)
    pieces = [one for one in desk.server.commands[asked:] if "BODY.PEEK[]<" in one]
    assert len(pieces) == -(-len(PDF) * 78 // 57 // PIECE_BYTES) - 2
    assert file_of(desk.read(load_letter, 1).raw, 2) == PDF


def test_a_wish_can_be_called_off_between_two_pieces(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    reached = threading.Event()
    go_on = threading.Event()

    def progress(_came: int, _total: int) -> None:
        reached.set()
        go_on.wait(5)

    with desk.running() as sync:
        wish = sync.fetch_parts(1, [2], progress)
        assert reached.wait(8)
        sync.call_off(wish)
        go_on.set()
        assert wish.outcome.result(1) is False
        until_idle(desk)
    assert desk.read(lambda db: db.execute("SELECT sum(came) FROM gaps").fetchone()[0]) == (
        PIECE_BYTES
    )


def test_a_letter_that_is_gone_is_told(desk):
    uid = desk.server.deliver(LARGE)
    desk.sync.sync_once()
    with desk.running() as sync:
        until_idle(desk)
        desk.server.expunge(uid)
        wish = sync.fetch_parts(1, [2], lambda *_: None)
        with pytest.raises(PartMissingError, match="not on the mail server any more"):
            wish.outcome.result(8)


def test_a_mailbox_with_new_numbers_still_gives_it(desk):
    desk.server.deliver(LARGE)
    desk.server.deliver(letter(2))
    desk.sync.sync_once()
    desk.server.renumber()
    fetch(desk, 2)
    row = desk.letters()["Order 1"].id
    assert file_of(desk.read(load_letter, row).raw, 2) == PDF


def test_another_letter_under_its_number_is_not_mixed_into_it(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    other = LARGE.replace(b"The end.", b"Another!")
    desk.server.folders["INBOX"].messages[0].raw = other
    with desk.running() as sync:
        until_idle(desk)
        wish = sync.fetch_parts(1, [2], lambda *_: None)
        with pytest.raises(PartMissingError, match="another form"):
            wish.outcome.result(8)
    assert listed(desk)[2][2] is False


def test_without_a_connection_a_wish_is_refused_in_words(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    desk.server.habits.close_on.add("LOGIN")
    with desk.running() as sync:
        wish = sync.fetch_parts(1, [2], lambda *_: None)
        with pytest.raises(ConnectionFailedError, match="connection"):
            wish.outcome.result(8)
        desk.server.habits.close_on.clear()
        wish = sync.fetch_parts(1, [2], lambda *_: None)
        assert wish.outcome.result(8) is True
    late = sync.fetch_parts(1, None, lambda *_: None)
    with pytest.raises(ConnectionFailedError, match="not followed any more"):
        late.outcome.result(1)


def test_a_wish_without_a_password_is_refused_until_it_is_typed(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    desk.secrets.password = "wrong"
    with desk.running() as sync:
        wish = sync.fetch_parts(1, [0], lambda *_: None)
        with pytest.raises(MailError, match="password"):
            wish.outcome.result(8)


def test_a_server_that_forgot_pieces_gives_the_whole_letter_once(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    desk.server.habits.ignores_partial = True
    fetch(desk, 0)
    assert desk.read(load_raw, 1) == LARGE
    assert desk.read(count_open) == 0


def test_new_mail_is_stored_while_an_attachment_comes(desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.part_fetch.PIECE_BYTES", 8 * KB)
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    here: list[int] = []

    def progress(came: int, _total: int) -> None:
        if came == 8 * KB:
            desk.server.deliver(letter(5))
        if not here and "Order 5" in desk.letters():
            here.append(came)

    with desk.running() as sync:
        wish = sync.fetch_parts(1, [2], progress)
        wait_until(lambda: "Order 5" in desk.letters())
        assert wish.outcome.result(30) is True
    assert here
    assert here[0] < len(PDF) // 2


def test_a_piece_that_is_damaged_on_the_disk_is_told(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    fetch(desk, 2)
    desk.writer.call(
        lambda tx: tx.db.execute("UPDATE gap_pieces SET piece = x'00', packed = 1").rowcount
    )
    with pytest.raises(StoreError, match="damaged on this disk"):
        desk.read(load_letter, 1)


# Letters that go and come back.


def test_a_letter_that_comes_back_gets_its_row_with_what_was_fetched(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    fetch(desk, 2)
    desk.writer.call(
        lambda tx: tx.db.execute("UPDATE messages SET uid = -id WHERE id = 1").rowcount
    )
    desk.server.renumber(first_uid=30)
    desk.new_sync().sync_once()
    (one,) = desk.all()
    assert (one.id, one.key.uid) == (1, 30)
    assert [is_here for _, _, is_here in listed(desk)] == [False, True, True]
    assert compared(desk) == []


def test_a_letter_that_comes_back_whole_needs_nothing_more(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    desk.writer.call(
        lambda tx: tx.db.execute("UPDATE messages SET uid = -id WHERE id = 1").rowcount
    )
    desk.server.renumber(first_uid=30)
    desk.leaves_above = 0
    desk.new_sync().sync_once()
    assert desk.read(load_raw, 1) == LARGE
    assert listed(desk) == [(name, len(inside), True) for name, _, inside in FILES]


def test_another_letter_of_the_same_length_is_not_taken_for_it(desk):
    desk.server.deliver(LARGE)
    desk.sync.sync_once()
    desk.writer.call(
        lambda tx: tx.db.execute("UPDATE messages SET uid = -id WHERE id = 1").rowcount
    )
    desk.server.deliver(LARGE.replace(b"is torn", b"is fine"))
    desk.server.expunge(1)
    desk.new_sync().sync_once()
    assert [one.id for one in desk.all()] == [2]
