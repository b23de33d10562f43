"""What goes wrong around the program: each fault is told with the next step, and loses nothing."""

from __future__ import annotations

import base64
import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
from pathlib import Path

import keyring
import pytest
from builders import MINUTE
from fakes.certificates import Authority
from fakes.command_line import CommandLine
from fakes.file_keyring import LockedKeyring
from fakes.imap_server import FULL, PASSWORD, FakeImapServer
from fakes.shop import ADDRESS, ANSWER, COMPLAINT, Shop, account_add
from fakes.smtp_server import FakeSmtpServer, Phase, Rule

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.credentials import KeyringSecrets
from softanswer.mailbox.errors import StoreFullError
from softanswer.mailbox.store.database import DATABASE_NAME, migrations
from softanswer.mailbox.store.lock import ProfileLock
from softanswer.replies.outbox import store
from softanswer.replies.outbox.journal import JOURNAL_NAME

CLOSED = Endpoint("127.0.0.1", 1, Security.NONE)  # tcpmux: nobody listens there
BUSY_NO_MORE = 15 * MINUTE  # after a refused log-in


def refused(finished) -> str:
    """The one line that a command says that could not do its work."""
    assert finished.code == 2
    assert finished.err.startswith("softanswer: ")
    assert finished.err.count("\n") == 1
    return finished.err


def confirmed(shop: Shop) -> dict[str, object]:
    """A reply whose hold is over and that the seller has read again."""
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    shop.clock.pass_time(90 * MINUTE)
    shop.do("outbox", "confirm", held["id"])
    return held


def waits(shop: Shop, held: dict[str, object]) -> str:
    """The reply waits, approved as it was; the result is what the seller reads beside it."""
    [reply] = shop.outbox()
    assert (reply["id"], reply["state"]) == (held["id"], "ready")
    assert reply["approved_at"] is not None
    assert shop.smtp.accepted == []
    return reply["problem"]


def goes_out(shop: Shop, held: dict[str, object]) -> None:
    """Once the fault is mended the reply leaves by itself, once."""
    shop.clock.pass_time(BUSY_NO_MORE)
    shop.do("outbox", "run", "--until-empty")
    assert [held["message_id"].encode() in taken.raw for taken in shop.smtp.accepted] == [True]


# Servers


def test_a_wrong_password_is_told_and_what_waits_goes_on_waiting(shop):
    held = confirmed(shop)
    shop.command.secrets.kept[ADDRESS] = "wrong"
    for command in (("sync",), ("account", "test", ADDRESS), ("outbox", "run", "--until-empty")):
        error = refused(shop.command(*command))
        assert "did not accept the user name and password" in error
        assert "app password" in error
    assert "did not accept" in waits(shop, held)
    shop.command.secrets.kept[ADDRESS] = PASSWORD
    goes_out(shop, held)


def test_a_password_that_only_the_outgoing_server_refuses_uses_up_no_attempt(shop):
    held = confirmed(shop)
    shop.smtp.rules[Phase.AUTH] = Rule("535 5.7.8 no such user or password")
    for _ in range(5):
        error = refused(shop.command("outbox", "run", "--until-empty"))
        assert "535 5.7.8" in error
        assert "535 5.7.8" in waits(shop, held)
        shop.clock.pass_time(BUSY_NO_MORE)
    assert len([line for line in shop.smtp.commands if line.startswith("AUTH")]) == 5
    shop.smtp.rules.clear()
    goes_out(shop, held)


@pytest.mark.parametrize("server", ["imap", "smtp"])
def test_a_refused_connection_is_told(bare_shop, server):
    bare_shop.add_account(**{server: CLOSED})
    error = refused(bare_shop.command("account", "test", ADDRESS))
    assert "127.0.0.1" in error
    assert "Check" in error


def test_a_server_that_cannot_be_reached_leaves_the_mail_as_it_is(shop):
    shop.receive("Where is my book", COMPLAINT)
    shop.imap.__exit__()
    assert "127.0.0.1" in refused(shop.command("sync", "--format", "text"))
    assert list(shop.ids()) == ["Where is my book"]
    assert len(shop.do("cases", "--format", "json").json()) == 1


# Certificates


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


class Trusting:
    """An account whose servers show certificates, and a program that trusts one authority."""

    def __init__(self, folder: Path, authority: Authority, security: Security) -> None:
        good = authority.certify().server_context()
        features = f"{FULL} STARTTLS" if security is Security.STARTTLS else FULL
        self.imap = FakeImapServer(features, tls=good, security=security, host="localhost")
        self.smtp = FakeSmtpServer(tls=good, security=security, host="localhost")
        self.command = CommandLine(folder / "profile", tls_context=authority.trusting_context())

    @contextlib.contextmanager
    def opened(self):
        with self.imap, self.smtp:
            add = account_add(self.imap.endpoint, self.smtp.endpoint)
            assert self.command(*add, stdin=PASSWORD).code == 0
            yield self

    def test_account(self):
        return self.command("account", "test", ADDRESS)


PROTECTED = [Security.TLS, Security.STARTTLS]


@pytest.mark.parametrize("security", PROTECTED)
def test_a_good_certificate_lets_us_in(tmp_path, authority, security):
    with Trusting(tmp_path, authority, security).opened() as shop:
        assert shop.test_account().code == 0
        assert (shop.imap.logins, shop.smtp.logged_in) == (1, 1)


@pytest.mark.parametrize("security", PROTECTED)
@pytest.mark.parametrize("server", ["imap", "smtp"])
@pytest.mark.parametrize(
    ("host", "fault", "said"),
    [
        ("localhost", {"expired": True}, "has expired"),
        ("localhost", {"self_signed": True}, "is self-signed"),
        ("mail.other.example", {}, "for another name than localhost"),
    ],
    ids=["expired", "self-signed", "other name"],
)
def test_a_bad_certificate_gets_no_password(
    tmp_path, authority, security, server, host, fault, said
):
    with Trusting(tmp_path, authority, security).opened() as shop:
        bad = getattr(shop, server)
        bad.tls = authority.certify(host, **fault).server_context()
        error = refused(shop.test_account())
        assert "could not prove who it is" in error
        assert said in error
        assert "No password was sent" in error
        assert not any("AUTH" in line or "LOGIN" in line for line in bad.commands)


@pytest.mark.parametrize("server", ["imap", "smtp"])
def test_a_connection_whose_protection_was_stripped_gets_no_password(tmp_path, authority, server):
    with Trusting(tmp_path, authority, Security.STARTTLS).opened() as shop:
        shop.imap.capabilities = FULL if server == "imap" else shop.imap.capabilities
        shop.smtp.tls = None if server == "smtp" else shop.smtp.tls
        error = refused(shop.test_account())
        assert "STARTTLS" in error
        assert "No password was sent" in error
        assert not has_canary("\n".join(getattr(shop, server).commands).encode())


# The keyring


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("keyring.backends.fail.Keyring", "no keyring"),
        ("keyring.backends.null.Keyring", "no keyring"),
        ("fakes.file_keyring.LockedKeyring", "unlock it"),
    ],
)
def test_without_a_keyring_no_password_is_kept_and_nothing_is_half_done(
    program, bare_shop, backend, said
):
    add = account_add(bare_shop.imap.endpoint, bare_shop.smtp.endpoint)
    program.environment["PYTHON_KEYRING_BACKEND"] = backend
    added = program(*add, stdin=PASSWORD)
    assert (added.returncode, added.stdout) == (2, "")
    assert said in added.stderr
    assert program("account", "list").stdout == ""
    assert not has_canary(*files(program.profile))


def test_a_keyring_that_was_locked_meanwhile_keeps_what_waits(shop, monkeypatch):
    held = confirmed(shop)
    usual = shop.command.secrets
    with monkeypatch.context() as locked:
        locked.setattr(keyring, "get_keyring", LockedKeyring)
        shop.command.secrets = KeyringSecrets()
        assert "unlock it" in refused(shop.command("sync"))
    waits(shop, held)
    shop.command.secrets = usual
    goes_out(shop, held)


# The disk and the database


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes, where this user may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607


def fill(place: Path) -> Path:
    """Fill a disk to the last byte."""
    ballast = place / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    return ballast


def test_a_full_disk_is_told_and_all_goes_on_when_there_is_room(small_disk, bare_shop):
    shop = bare_shop
    shop.move_to(small_disk / "profile")
    shop.add_account()
    held = confirmed(shop)
    other = shop.receive("Another", COMPLAINT, sender="Eva <eva@mail.example>")
    ballast = fill(small_disk)
    for command, stdin in (
        (("outbox", "hold", "--reply-to", other), ANSWER),
        (("outbox", "run", "--until-empty"), ""),
        (("settings", "set", "hold.base_minutes", "45"), ""),
        (("outbox", "take-back", held["id"]), ""),
    ):
        error = refused(shop.command(*command, stdin=stdin)).lower()
        assert "no room left" in error or "no space left" in error
    assert shop.smtp.saw_dot == 0
    ballast.unlink()
    assert [reply["state"] for reply in shop.outbox()] == ["ready"]
    shop.hold(other)
    goes_out(shop, held)


def test_a_database_that_may_not_grow_loses_nothing(shop):
    """As a full disk, also where none can be mounted: SQLite is told to let it grow no more."""
    held = confirmed(shop)
    with shop.writing() as writer:
        writer.call(lambda tx: tx.db.execute("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreFullError, match="make room"):
            writer.call(lambda tx: tx.db.execute("CREATE TABLE more AS SELECT zeroblob(1000000)"))
        assert writer.call(lambda tx: store.load(tx.db, held["id"])).is_approved
    goes_out(shop, held)


def test_settings_that_cannot_be_written_stay_as_they_were(shop):
    (shop.profile / "preferences.new").mkdir()
    error = refused(shop.command("settings", "set", "hold.base_minutes", "45"))
    assert "preferences.new: Is a directory" in error
    assert shop.do("settings", "get", "hold.base_minutes").out == "30\n"


@pytest.fixture
def sealed(small_disk, bare_shop):
    """A profile with a reply that is on its way, and a way to make its disk read-only."""
    bare_shop.move_to(small_disk / "profile")
    bare_shop.add_account()

    def seal(*, really: bool) -> None:
        how = "remount,ro" if really else "remount,rw"
        subprocess.run(["mount", "-o", how, str(small_disk)], check=True)  # noqa: S603, S607

    yield seal
    seal(really=False)


def test_a_folder_that_is_read_only_is_told(bare_shop, sealed):
    shop = bare_shop
    held = confirmed(shop)
    sealed(really=True)
    for arguments in (
        ("messages",),
        ("outbox", "list"),
        ("outbox", "take-back", held["id"]),
        ("outbox", "run"),
        ("sync",),
        ("settings", "set", "hold.base_minutes", "45"),
        ("doctor", "--repair"),
    ):
        error = refused(shop.command(*arguments))
        assert "may write there" in error or "Read-only file system" in error
    sealed(really=False)
    goes_out(shop, held)


@pytest.mark.parametrize("kind", ["a folder", "a file above"])
def test_a_database_that_cannot_be_opened_is_told(tmp_path, kind):
    command = CommandLine(tmp_path / "profile")
    if kind == "a folder":
        (tmp_path / "profile" / DATABASE_NAME).mkdir(parents=True)
    else:
        (tmp_path / "profile").write_text("in the way")
    for arguments in (("messages",), ("outbox", "list"), ("sync",), ("outbox", "run")):
        assert "profile" in refused(command(*arguments))


def test_a_newer_database_is_left_as_it_is(shop):
    held = confirmed(shop)
    path = shop.profile / DATABASE_NAME
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
        db.commit()
    for arguments in (("messages",), ("outbox", "run", "--until-empty"), ("doctor", "--repair")):
        error = refused(shop.command(*arguments))
        assert "newer Soft Answer" in error
        assert "Nothing was changed" in error
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {len(migrations())}")
        db.commit()
    goes_out(shop, held)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_damaged_no_waiting_reply_is_lost(shop, seed):
    """A damaged database works on, or is told; after the repair the reply is there, not sent."""
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    path = shop.profile / DATABASE_NAME
    damage(path, random.Random(seed))  # noqa: S311 - no secret
    listed = shop.command("outbox", "list", "--format", "json")
    if listed.code or not listed.json():
        repaired = shop.command("doctor", "--repair", "--format", "json")
        assert repaired.code in {0, 1}, repaired.err
        listed = shop.command("outbox", "list", "--format", "json")
    assert [one["message_id"] for one in listed.json()] == [held["message_id"]]
    assert listed.json()[0]["state"] in {"cooling", "paused"}
    assert shop.smtp.saw_dot == 0


def damage(path: Path, chance) -> None:
    """Cut it, fill a stretch with zeros, or turn a page round."""
    data = bytearray(path.read_bytes())
    kind = chance.choice(["cut", "zeros", "page", "head"])
    at = chance.randrange(len(data))
    if kind == "cut":
        del data[at:]
    elif kind == "zeros":
        data[at : at + 20_000] = bytes(len(data[at : at + 20_000]))
    elif kind == "page":
        at -= at % 4096
        data[at : at + 4096] = data[at : at + 4096][::-1]
    else:
        data[:100] = chance.randbytes(100)
    path.write_bytes(data)


def test_a_damaged_journal_loses_only_its_damaged_lines(shop):
    first = shop.hold(shop.receive("Where is my book", COMPLAINT))
    other = shop.receive("Another", COMPLAINT, sender="Eva <eva@mail.example>")
    journal = shop.profile / JOURNAL_NAME
    with journal.open("ab") as file:
        file.write(b'{"account": {"address": "torn by a kill')
    second = shop.hold(other)
    with journal.open("ab") as file:
        file.write(b'5\n{}\n{"reply": 1, "account": 2}\n\xff\n')
    (shop.profile / DATABASE_NAME).write_bytes(b"damaged")
    shop.do("doctor", "--repair")
    back = {reply["message_id"] for reply in shop.outbox()}
    assert back == {first["message_id"], second["message_id"]}


# Two programs on one profile


def test_a_second_program_neither_syncs_nor_sends(shop):
    held = confirmed(shop)
    with ProfileLock(shop.profile):
        for arguments in (("sync",), ("sync", "--watch"), ("outbox", "run", "--until-empty")):
            error = refused(shop.command(*arguments))
            assert "already running" in error
            assert "close it first" in error
    goes_out(shop, held)


def test_two_programs_that_change_one_reply_never_both_succeed(shop):
    held = confirmed(shop)
    other = CommandLine(shop.profile, shop.clock, shop.command.secrets)
    assert other("outbox", "take-back", held["id"]).code == 0
    assert "taken back" in refused(shop.command("outbox", "confirm", held["id"]))
    shop.do("outbox", "run", "--until-empty")
    assert shop.smtp.accepted == []


# Secrets and letters stay where they belong


def files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def has_canary(*texts: bytes) -> bool:
    """Tell whether a text holds the password, plain or as it goes over the line."""
    sought = [PASSWORD.encode(), base64.b64encode(PASSWORD.encode())]
    sought += [base64.b64encode(f"{before}{PASSWORD}".encode()) for before in ("\0lena\0",)]
    return any(one in text for text in texts for one in sought)


def test_the_password_is_in_no_file_and_in_nothing_that_is_said(shop):
    said = []
    held = confirmed(shop)
    for arguments in (
        ("account", "list", "--format", "json"),
        ("account", "test", ADDRESS),
        ("outbox", "run", "--until-empty"),
        ("outbox", "list", "--format", "json"),
        ("doctor", "--format", "json"),
        ("sync",),
    ):
        finished = shop.command(*arguments)
        said += [finished.out.encode(), finished.err.encode()]
    shop.command.secrets.kept[ADDRESS] = f"{PASSWORD}!"
    for arguments in (("sync",), ("account", "test", ADDRESS)):
        finished = shop.command(*arguments)
        said += [finished.out.encode(), finished.err.encode()]
    assert held["message_id"].encode() in b"".join(said)
    assert not has_canary(*said, *files(shop.profile))


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_nobody_else_on_this_computer_can_read_the_profile(shop):
    confirmed(shop)
    shop.do("settings", "set", "shop.name", "Lantern Lane Books")
    shop.do("outbox", "run", "--until-empty")
    (shop.profile / DATABASE_NAME).write_bytes(b"damaged")
    shop.do("doctor", "--repair")
    modes = {path.name: path.stat().st_mode & 0o777 for path in shop.profile.iterdir()}
    assert set(modes.values()) == {0o600}
    assert len(modes) >= 5
    assert shop.profile.stat().st_mode & 0o777 == 0o700
