"""The command doctor: what is amiss here, how to mend it, and the repair of the database."""

import sqlite3
from contextlib import closing

import pytest
from builders import MINUTE
from fakes.command_line import CommandLine, NoKeyring
from fakes.imap_server import PASSWORD
from fakes.shop import ADDRESS, ANSWER, COMPLAINT, account_add

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.mailbox.store.lock import ProfileLock
from softanswer.replies.preferences import PREFERENCES_NAME

CHECKS = ["Qt", "display", "keyring", "search", "database", "accounts", "preferences"]


def examine(command, *options):
    finished = command("doctor", *options, "--format", "json")
    return finished.code, {one["check"]: one for one in finished.json()}


def test_people_are_told_in_the_language_of_the_system_and_scripts_in_one(command, monkeypatch):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_MESSAGES", "ru_RU.UTF-8")
    said = command("doctor").out
    assert "да    хранилище паролей: пароли в нём хранятся" in said
    assert not any(line.startswith(("ok", "MEND")) for line in said.splitlines())
    assert list(examine(command)[1]) == CHECKS
    refused = command("account", "remove", "nobody@mail.example")
    assert refused.code == 2
    assert "nobody@mail.example" in refused.err
    assert any("а" <= letter <= "я" for letter in refused.err)
    monkeypatch.setenv("LC_MESSAGES", "de_DE.UTF-8")
    assert "ok    keyring: it keeps passwords" in command("doctor").out


def damage(shop):
    """Overwrite the middle of the database."""
    path = shop.profile / DATABASE_NAME
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 4)
        file.write(b"\xa5" * (size // 2))


def test_a_sound_profile_has_nothing_to_mend(command):
    code, found = examine(command)
    assert list(found) == CHECKS
    assert [one["ok"] for one in found.values()] == [True] * len(CHECKS)
    assert {one["mend"] for one in found.values()} == {None}
    assert code == 0
    assert command("doctor").out.count("\nok  ") == len(CHECKS) - 1


def test_a_missing_display_is_told_with_what_to_do(command, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    code, found = examine(command)
    assert (code, found["display"]["ok"]) == (1, False)
    assert "xvfb" in found["display"]["mend"]


def test_a_missing_keyring_is_told_with_what_to_do(tmp_path):
    command = CommandLine(tmp_path, secrets=NoKeyring())
    code, found = examine(command)
    assert (code, found["keyring"]["ok"]) == (1, False)
    assert "install one" in found["keyring"]["mend"]
    assert "MEND  keyring: " in command("doctor").out


def test_an_account_without_a_password_is_named(command):
    nowhere = Endpoint("127.0.0.1", 1, Security.NONE)
    command(*account_add(nowhere, nowhere), stdin=PASSWORD)
    command.secrets.kept.clear()
    code, found = examine(command)
    assert (code, found["accounts"]["ok"]) == (1, False)
    assert ADDRESS in found["accounts"]["finding"]


def test_a_value_outside_of_its_range_is_named(command):
    command("settings", "get")
    (command.profile / PREFERENCES_NAME).write_text("[hold]\nbase_minutes = 0\n")
    code, found = examine(command)
    assert (code, found["preferences"]["ok"]) == (1, False)
    assert "hold.base_minutes" in found["preferences"]["finding"]


@pytest.mark.parametrize(
    "content", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 600]
)
def test_a_damaged_database_is_told_with_the_way_to_mend_it(command, content):
    command.profile.mkdir()
    path = command.profile / DATABASE_NAME
    path.write_bytes(content)
    code, found = examine(command)
    assert (code, found["database"]["ok"]) == (1, False)
    assert "doctor --repair" in found["database"]["mend"]
    assert path.read_bytes() == content


def test_repair_brings_waiting_replies_back_paused(shop, refused):
    letter = shop.receive("Where is my book", COMPLAINT)
    cooling = shop.hold(letter)
    other = shop.receive("Another", COMPLAINT, sender="Eva <eva@mail.example>")
    taken_back = shop.hold(other)
    shop.do("outbox", "take-back", taken_back["id"])
    damage(shop)
    assert "doctor --repair" in refused("messages", by=shop.command)
    code, found = examine(shop.command, "--repair")
    assert code == 0
    assert "1 waiting replies are back" in found["repair"]["finding"]
    [back] = shop.outbox()
    assert (back["state"], back["message_id"]) == ("paused", cooling["message_id"])
    assert back["subject"] == "Re: Where is my book"
    kept = [path.name for path in shop.profile.glob("*.damaged-*.sqlite3")]
    assert len(kept) == 1
    assert kept[0] in found["repair"]["finding"]
    shop.do("sync")
    assert set(shop.ids()) == {"Where is my book", "Another"}
    shop.do("outbox", "take-back", back["id"])


def test_what_comes_back_is_the_text_as_it_was(shop):
    shop.hold(shop.receive("Where is my book", COMPLAINT))
    damage(shop)
    shop.do("doctor", "--repair")
    [back] = shop.outbox()
    shop.do("sync")
    shop.do("outbox", "take-back", back["id"])
    again = shop.hold(shop.ids()["Where is my book"], ANSWER)
    shop.clock.pass_time(90 * MINUTE)
    shop.do("outbox", "confirm", again["id"])
    shop.do("outbox", "run", "--until-empty")
    assert len(shop.smtp.accepted) == 1


def test_an_account_that_can_still_be_read_is_kept(shop):
    path = shop.profile / DATABASE_NAME
    shop.receive("Where is my book", COMPLAINT)
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'judgements'"
        ).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    code, found = examine(shop.command, "--repair")
    assert code == 0
    assert "1 accounts and 0 waiting replies" in found["repair"]["finding"]
    shop.do("sync")
    assert set(shop.ids()) == {"Where is my book"}


def test_a_sound_database_is_not_set_aside(command, refused):
    command("cases")
    assert "nothing to repair" in refused("doctor", "--repair")


def test_a_database_that_is_in_use_is_not_set_aside(shop, refused):
    damage(shop)
    with ProfileLock(shop.profile):
        assert "already running" in refused("doctor", "--repair", by=shop.command)
    assert not list(shop.profile.glob("*.damaged-*"))


def delete_much(tx):
    """Leave forty megabytes empty."""
    tx.db.execute("CREATE TABLE much (raw BLOB)")
    tx.db.execute("INSERT INTO much VALUES (zeroblob(40000000))")
    tx.db.execute("DROP TABLE much")


def test_space_of_deleted_letters_is_given_back(shop):
    shop.receive("Where is my book", COMPLAINT)
    path = shop.profile / DATABASE_NAME
    with shop.writing() as writer:
        writer.call(delete_much)
    assert "doctor --compact" in examine(shop.command)[1]["database"]["finding"]
    finished = shop.command("doctor", "--compact", "--format", "json")
    found = {one["check"]: one for one in finished.json()}
    assert "40.1 MB were given back" in found["compact"]["finding"]
    told = [int(line.split()[2].rstrip("%")) for line in finished.err.splitlines()]
    assert told[0] == 10
    assert len(told) >= 8
    assert found["database"]["finding"] == str(path)
    assert path.stat().st_size < 2_000_000
    assert set(shop.ids()) == {"Where is my book"}


def test_a_database_of_an_older_program_is_compacted_as_a_whole(shop):
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    with closing(sqlite3.connect(shop.profile / DATABASE_NAME, isolation_level=None)) as db:
        db.execute("PRAGMA auto_vacuum = NONE")
        db.execute("VACUUM")
    finished = shop.command("doctor", "--compact")
    assert "as a whole" in finished.err
    assert "were given back" in finished.out
    assert [(one["id"], one["state"]) for one in shop.outbox()] == [(held["id"], "cooling")]


def test_a_database_that_is_in_use_is_not_compacted(shop, refused):
    shop.receive("Where is my book", COMPLAINT)
    with ProfileLock(shop.profile):
        assert "already running" in refused("doctor", "--compact", by=shop.command)
