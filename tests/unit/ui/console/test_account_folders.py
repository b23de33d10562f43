"""The command account folders."""

import pytest
from builders import NOON
from fakes.shop import ADDRESS, COMPLAINT, mail

FOLDERS = ("account", "folders", ADDRESS)


@pytest.fixture
def shop(shop):
    server = shop.imap
    for name, attributes in (("eBay", ""), ("&BB4EQgQ3BEsEMgRL-", ""), ("Bin", "\\Trash")):
        server.create(name, attributes)
    shop.command("sync")
    return shop


def test_folders_are_listed_with_their_names_and_what_they_are_for(shop):
    listed = shop.command(*FOLDERS)
    assert listed.code == 0
    assert listed.out.splitlines() == [
        "followed  INBOX  (always followed)",
        "followed  Sent  (sent mail, always followed)",
        "-         eBay",
        "-         Отзывы",
        "-         Bin  (trash)",
    ]
    assert shop.command(*FOLDERS, "--format=json").json()[2:4] == [
        {"name": "eBay", "kind": "plain", "followed": False, "choosable": True},
        {"name": "Отзывы", "kind": "plain", "followed": False, "choosable": True},
    ]


def test_a_folder_is_followed_and_left_again(shop):
    raw = mail("Late again", COMPLAINT)
    shop.imap.deliver(raw, "eBay", internal_date=f"{NOON:%d-%b-%Y %H:%M:%S} +0000")
    assert not shop.ids()
    chosen = shop.command(*FOLDERS, "--follow", "eBay", "--follow", "Отзывы")
    assert (chosen.code, chosen.err) == (0, "")
    assert "INBOX, Sent, eBay, Отзывы are followed" in chosen.out
    shop.command("sync")
    assert list(shop.ids()) == ["Late again"]
    assert len(shop.command("cases", "--format=json").json()) == 1
    left = shop.command(*FOLDERS, "--leave", "Отзывы", "--format=json").json()
    assert left == {"followed": ["eBay"], "let_go": 0}
    assert shop.command(*FOLDERS).out.count("followed  eBay") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--follow", "Ebay"], "no folder Ebay on the server"),
        (["--follow", "Bin"], "Bin cannot be chosen: what is thrown away"),
        (["--follow", "INBOX"], "INBOX cannot be chosen: it is always followed"),
        (["--leave", "eBay"], "not among the folders that were chosen. These are: none"),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_a_reason(shop, refused, arguments, words):
    assert words in refused(*FOLDERS, *arguments, by=shop.command)


def test_without_a_connection_it_says_so_and_a_folder_can_still_be_left(shop, refused):
    shop.command(*FOLDERS, "--follow", "eBay")
    shop.imap.__exit__()
    assert "could not be reached" in refused(*FOLDERS, by=shop.command)
    assert shop.command(*FOLDERS, "--leave", "eBay").code == 0
