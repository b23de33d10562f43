"""What the commands say of attachments that are on the server, and the command fetch."""

import pytest
from fakes.large_letters import content, large_letter

PDF = content(1_200_000)
LARGE = large_letter(1, (("scan.pdf", "application/pdf", PDF), ("a.bin", "x/y", b"small")))


@pytest.fixture
def letter(shop):
    shop.imap.deliver(LARGE)
    shop.do("sync")
    return shop.ids()["Order 1"]


def attachments(shop, letter):
    return shop.do("message", letter, "--format", "json").json()["attachments"]


def test_a_message_says_which_attachments_are_on_the_server(shop, letter):
    scan, small = attachments(shop, letter)
    assert (scan["filename"], scan["type"]) == ("scan.pdf", "application/pdf")
    assert abs(scan["bytes"] - len(PDF)) <= 2
    assert scan["on_server"] is True
    assert small == {"filename": "a.bin", "type": "x/y", "bytes": 5, "on_server": False}


def test_its_bytes_are_not_given_while_some_are_missing(shop, letter):
    finished = shop.command("message", letter, "--format", "eml")
    assert (finished.code, finished.out) == (2, "")
    assert f"'softanswer fetch {letter}' brings them" in finished.err


def test_fetch_brings_them_once(shop, letter):
    said = f"Message {letter} is here with all its attachments.\n"
    assert shop.do("fetch", letter).out == said
    assert shop.do("message", letter, "--format", "eml").out.encode() == LARGE
    assert [one["on_server"] for one in attachments(shop, letter)] == [False, False]
    logins = shop.imap.logins
    assert shop.do("fetch", letter).out == said
    assert shop.imap.logins == logins


def test_fetch_says_when_a_letter_is_gone_or_unknown(shop, letter):
    shop.imap.expunge(1)
    finished = shop.command("fetch", letter)
    assert finished.code == 2
    assert "not on the mail server any more" in finished.err
    assert shop.command("fetch", 77).code == 2


def test_fetch_without_a_server_says_what_is_wrong(shop, letter):
    shop.imap.habits.close_on.add("LOGIN")
    finished = shop.command("fetch", letter)
    assert finished.code == 2
    assert "connection" in finished.err


def test_a_backup_says_what_it_does_not_hold(shop, letter, tmp_path):
    assert (
        "attachments that are on the mail server only: 1. "
        in shop.do("backup", tmp_path / "one.zip").out
    )
    shop.do("fetch", letter)
    whole = tmp_path / "two.zip"
    assert "mail server" not in shop.do("backup", whole).out
    shop.do("restore", whole)
    assert shop.do("message", letter, "--format", "eml").out.encode() == LARGE


def test_the_preference_can_be_turned_off(shop):
    shop.do("settings", "set", "mail.leave_on_server_above_mb", "0")
    shop.imap.deliver(LARGE)
    shop.do("sync")
    letter = shop.ids()["Order 1"]
    assert shop.do("message", letter, "--format", "eml").out.encode() == LARGE
    assert not [line for line in shop.imap.commands if "BODYSTRUCTURE" in line]
