"""The command line: what it takes, and how it says what it does not take."""

import pytest

from softanswer import __version__
from softanswer.ui.console.arguments import parsed


def test_the_version_is_told(command):
    finished = command("--version")
    assert (finished.code, finished.out) == (0, f"softanswer {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [(), ("account",), ("outbox", "run"), ("orders", "import"), ("tour",)]
)
def test_every_command_explains_itself(command, arguments):
    finished = command(*arguments, "--help")
    assert finished.code == 0
    assert finished.out.startswith("usage: softanswer")


@pytest.mark.parametrize("before", [(), ("--profile", "x")])
def test_a_mail_link_stands_in_place_of_a_command(before):
    options = parsed([*before, "MAILTO:eva@mail.example"])
    assert options.command is None
    assert options.mail_link == "MAILTO:eva@mail.example"
    assert parsed(before).mail_link == ""


@pytest.mark.parametrize("also", ["--demo", "sync"])
def test_a_mail_link_stands_alone(refused, also):
    assert "mail link" in refused("mailto:eva@mail.example", also)


def test_the_case_to_export_is_named_by_its_number(refused):
    assert "whole number" in refused("export", "case", "first", "DIR")
    assert "folder is empty" in refused("export", "case", "1", "")
    assert "required" in refused("export", "case", "1")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "invalid choice: 'nonsense'"),
        (("account",), "required: action"),
        (("account", "add"), "required: --address"),
        (("message",), "required: id"),
        (("check", "--heat", "4"), "invalid choice: 4"),
        (("check", "--heat", "much"), "invalid int value"),
        (("check", "--language", "xx"), "invalid choice: 'xx'"),
        (("check", "--channel", "etsy"), "invalid choice: 'etsy'"),
        (("check", "a", "b"), "unrecognized arguments: b"),
        (("suggest", "x.eml", "--stance", "rude"), "invalid choice: 'rude'"),
        (("outbox", "hold"), "required: --reply-to"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(refused, arguments, said):
    error = refused(*arguments)
    assert said in error
    assert "--help" in error


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "one", "", "9" * 19, "9" * 5000, "١"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("message",),
        ("messages", "--limit"),
        ("outbox", "confirm"),
        ("outbox", "take-back"),
        ("outbox", "hold", "--reply-to"),
    ],
)
def test_a_number_that_no_record_has_is_refused(refused, arguments, number):
    refused(*arguments, number)


def test_an_empty_profile_name_is_no_folder(command, refused):
    assert "the name of the folder is empty" in refused("--profile", "", "cases")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("message", "7"), "no message 7"),
        (("outbox", "confirm", "7"), "no held reply 7"),
        (("outbox", "take-back", "7"), "no held reply 7"),
        (("outbox", "hold", "--reply-to", "7"), "no message 7"),
        (("account", "test", "a@b.example"), "no account a@b.example"),
        (("account", "remove", "a@b.example"), "no account a@b.example"),
        (("sync", "--account", "a@b.example"), "no account a@b.example"),
        (("sync",), "no account yet"),
        (("settings", "get", "hold.colour"), "no setting 'hold.colour'"),
        (("settings", "set", "hold.colour", "red"), "no setting 'hold.colour'"),
    ],
)
def test_what_is_not_there_is_told_with_the_next_step(refused, arguments, said):
    error = refused(*arguments, stdin="Thank you.")
    assert said in error
    assert "softanswer" in error.removeprefix("softanswer: ") or "The settings are" in error


@pytest.mark.parametrize(
    "arguments",
    [("messages",), ("cases",), ("outbox", "list"), ("account", "list")],
)
def test_an_empty_profile_has_empty_lists(command, arguments):
    finished = command(*arguments, "--format", "json")
    assert (finished.code, finished.json(), finished.err) == (0, [], "")
