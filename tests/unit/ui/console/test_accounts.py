"""The commands account add, list, remove and test."""

import pytest
from fakes.command_line import CommandLine
from fakes.imap_server import PASSWORD
from fakes.shop import ADDRESS, COMPLAINT, account_add, open_shop

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.errors import KeyringError

IMAP = Endpoint("imap.shop.example", 993, Security.TLS)
SMTP = Endpoint("smtp.shop.example", 587, Security.STARTTLS)
ADD = account_add(IMAP, SMTP)


class ClosedKeyring:
    """Keeps nothing, and lets nothing go."""

    def get(self, account_address):
        raise KeyringError("This computer has no keyring.")

    def set(self, account_address, secret):
        raise KeyringError("This computer has no keyring. Start or install one.")

    def delete(self, account_address):
        raise KeyringError("It may be locked: unlock it.")


def accounts(command):
    return command("account", "list", "--format", "json").json()


def test_an_account_is_added_and_its_password_goes_to_the_keyring_alone(command):
    finished = command(*ADD, stdin="S3CRET-CANARY\n")
    assert finished.code == 0
    assert f"account test {ADDRESS}" in finished.out
    assert command.secrets.kept == {ADDRESS: "S3CRET-CANARY"}
    assert accounts(command) == [
        {
            "address": ADDRESS,
            "name": "Lena",
            "username": "lena",
            "imap": ["imap.shop.example", 993, "tls"],
            "smtp": ["smtp.shop.example", 587, "starttls"],
            "files_sent_itself": False,
            "identities": [{"address": ADDRESS, "name": "Lena", "marketplaces": []}],
            "auth": "password",
            "oauth": None,
        }
    ]
    listed = command("account", "list").out
    assert (
        listed
        == f"{ADDRESS}  imap imap.shop.example:993 tls  smtp smtp.shop.example:587 starttls\n"
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [("two words\r\n", "two words"), ("пароль", "пароль"), ("first\nsecond\n", "first")],
)
def test_the_password_is_the_first_line_of_stdin(command, given, kept):
    command(*ADD, stdin=given)
    assert command.secrets.kept == {ADDRESS: kept}


@pytest.mark.parametrize("given", ["", "\n"])
def test_an_empty_password_is_refused(command, refused, given):
    assert "The password is empty" in refused(*ADD, stdin=given)
    assert accounts(command) == []


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--address", "lena", "no mail address"),
        ("--address", "lena@", "no mail address"),
        ("--address", "le na@shop.example", "no mail address"),
        ("--imap", "imap.shop.example", "Give HOST:PORT"),
        ("--imap", ":993", "Give HOST:PORT"),
        ("--imap", "imap.shop.example:imaps", "Give HOST:PORT"),
        ("--smtp", "smtp.shop.example:0", "0 is no port"),
        ("--smtp", "smtp.shop.example:65536", "65536 is no port"),
        ("--smtp", "smtp shop:25", "blank"),
        ("--imap-security", "none", "only to this computer"),
        ("--smtp-security", "none", "only to this computer"),
        ("--imap-security", "ssl", "invalid choice"),
    ],
)
def test_what_is_no_account_is_refused(command, refused, option, value, said):
    assert said in refused(*ADD, option, value, stdin=PASSWORD)
    assert accounts(command) == []
    assert command.secrets.kept == {}


def test_an_account_is_added_with_the_addresses_that_it_writes_from(command):
    identities = (f"{ADDRESS.upper()}=ebay", "sold@shop.example=amazon,abebooks", "x@shop.example")
    given = [part for one in identities for part in ("--identity", one)]
    assert command(*ADD, *given, stdin=PASSWORD).code == 0
    [account] = accounts(command)
    assert account["identities"] == [
        {"address": ADDRESS, "name": "Lena", "marketplaces": ["ebay"]},
        {"address": "sold@shop.example", "name": "Lena", "marketplaces": ["amazon", "abebooks"]},
        {"address": "x@shop.example", "name": "Lena", "marketplaces": []},
    ]
    assert command("account", "list").out.split("\n")[1:] == [
        f"    from  {ADDRESS}  ebay",
        "    from  sold@shop.example  amazon, abebooks",
        "    from  x@shop.example",
        "",
    ]


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("sold", "'sold' is no mail address"),
        ("sold@shop.example=amazone", "'amazone' is no marketplace"),
        ("sold@shop.example=", "'' is no marketplace"),
        ("sold@shop.example=own", "Write ADDRESS=amazon,ebay,abebooks"),
    ],
)
def test_what_is_no_identity_is_refused(command, refused, identity, said):
    assert said in refused(*ADD, "--identity", identity, stdin=PASSWORD)
    assert accounts(command) == []


def test_an_address_that_is_given_twice_is_refused(command, refused):
    twice = ("--identity", "x@shop.example", "--identity", "X@shop.example=ebay")
    assert "X@shop.example is given twice" in refused(*ADD, *twice, stdin=PASSWORD)
    assert accounts(command) == []


def test_an_address_of_another_account_is_refused(command, refused):
    command(*ADD, "--identity", "x@shop.example", stdin=PASSWORD)
    other = account_add(IMAP, SMTP, "eva@shop.example")
    error = refused(*other, "--identity", "x@shop.example", stdin=PASSWORD)
    assert f"x@shop.example belongs to the account {ADDRESS}" in error
    assert command.secrets.kept == {ADDRESS: PASSWORD}


def test_no_protection_is_allowed_on_this_computer(command):
    local = Endpoint("127.0.0.1", 1143, Security.NONE)
    assert command(*account_add(local, local), stdin=PASSWORD).code == 0


def test_an_address_can_be_added_once_and_the_first_stays_as_it_was(command, refused):
    command(*ADD, stdin="first")
    assert "set up already" in refused(*ADD, "--name", "Other", stdin="second")
    assert command.secrets.kept == {ADDRESS: "first"}
    assert [one["name"] for one in accounts(command)] == ["Lena"]


def test_without_a_keyring_nothing_is_added(tmp_path, refused):
    command = CommandLine(tmp_path / "profile", secrets=ClosedKeyring())
    assert "no keyring" in refused(*ADD, stdin=PASSWORD, by=command)
    assert accounts(command) == []


def test_an_account_is_removed_with_its_password_whatever_the_case(command):
    command(*ADD, stdin=PASSWORD)
    finished = command("account", "remove", ADDRESS.upper())
    assert (finished.code, accounts(command), command.secrets.kept) == (0, [], {})
    assert "stays on the server" in finished.out


def test_a_password_that_a_locked_keyring_keeps_is_told(command, tmp_path, refused):
    command(*ADD, stdin=PASSWORD)
    locked = CommandLine(command.profile, secrets=ClosedKeyring())
    error = refused("account", "remove", ADDRESS, by=locked)
    assert "is removed, but its password is still in the keyring" in error
    assert accounts(command) == []


def test_an_account_with_waiting_replies_stays(shop, refused):
    letter = shop.receive("Where is my book", COMPLAINT)
    held = shop.hold(letter)
    assert "replies in the outbox" in refused("account", "remove", ADDRESS, by=shop.command)
    shop.do("outbox", "take-back", held["id"])
    shop.do("account", "remove", ADDRESS)
    assert shop.do("messages", "--format", "json").json() == []


def test_testing_an_account_signs_in_to_both_servers(tmp_path):
    with open_shop(tmp_path) as shop:
        shop.add_account()
        assert "both servers let us in" in shop.do("account", "test", ADDRESS).out
        assert (shop.imap.logins, shop.smtp.logged_in) == (1, 1)
        assert shop.smtp.accepted == []
