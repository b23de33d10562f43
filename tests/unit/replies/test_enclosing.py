"""Which files may go with a reply, by channel, and how they are taken in."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from softanswer.mailbox.enclosure import describe
from softanswer.mailbox.enclosure_folder import EnclosureFolder
from softanswer.replies.enclosing import added, ensure_may_go, rules_of, take_in, take_in_file
from softanswer.replies.errors import EnclosureError
from softanswer.replies.orders.order import Marketplace

MB = 1_000_000


def of(name: str, size: int = 1_000, content: bytes = b"") -> object:
    return replace(describe(name, content or name.encode()), size=size)


def test_every_channel_has_rules_with_a_source_and_a_date():
    text = (files("softanswer.resources") / "mail" / "enclosures.toml").read_text("utf-8")
    table = tomllib.loads(text)
    assert set(table) == {channel.value for channel in Marketplace} | {"program"}
    for row in table.values():
        assert len(row["source"]) > 20
        assert isinstance(row["checked"], date)
        assert row["trust"] in {"good", "fair", "prudent"}
    for channel in Marketplace:
        rules = rules_of(channel)
        assert 0 < rules.most_files <= 50
        assert MB < rules.most_bytes <= 20 * MB
        assert "exe" not in rules.taken
        assert bool(rules.taken) is not bool(rules.refused)


@pytest.mark.parametrize(
    ("channel", "names", "why"),
    [
        (Marketplace.OWN, ["a.jpg", "b.pdf", "c.zip", "d"], ""),
        (Marketplace.OWN, ["setup.EXE"], "mail servers turn .exe files away"),
        (Marketplace.OWN, ["photo.jpg.js"], "mail servers turn .js files away"),
        (Marketplace.ABEBOOKS, ["a.docx", "b.webp"], ""),
        (Marketplace.ABEBOOKS, ["a.vbs"], "mail servers turn"),
        (Marketplace.AMAZON, ["a.JPG", "b.pdf", "c.docx"], ""),
        (Marketplace.AMAZON, ["a.webp"], "letter to Amazon, which takes .jpg, .jpeg, .png,"),
        (Marketplace.AMAZON, ["label"], "can't go with a letter to Amazon"),
        (Marketplace.EBAY, [f"{n}.png" for n in range(5)], ""),
        (Marketplace.EBAY, [f"{n}.png" for n in range(6)], "eBay takes at most 5 files"),
        (Marketplace.OWN, [f"{n}.png" for n in range(51)], "Your mail server takes at most 50"),
    ],
)
def test_kinds_and_numbers_by_channel(channel, names, why):
    enclosures = [of(name) for name in names]
    if why:
        with pytest.raises(EnclosureError, match=why):
            ensure_may_go(enclosures, channel)
    else:
        ensure_may_go(enclosures, channel)


@pytest.mark.parametrize(
    ("channel", "server", "size", "said"),
    [
        # A file of 14.5 MB is 19.8 MB in base64.
        (Marketplace.OWN, None, 14_500_000, ""),
        (Marketplace.OWN, None, 14_700_000, "20.1 MB, and your mail server takes 20.0 MB"),
        (Marketplace.OWN, 35 * MB, 25_000_000, ""),
        (Marketplace.OWN, 5 * MB, 4_000_000, "5.5 MB, and your mail server takes 5.0 MB"),
        (Marketplace.AMAZON, 35 * MB, 7_000_000, ""),
        (Marketplace.AMAZON, 35 * MB, 7_500_000, "10.3 MB, and Amazon takes 10.0 MB"),
        (Marketplace.AMAZON, 5 * MB, 4_000_000, "5.5 MB, and your mail server takes 5.0 MB"),
    ],
)
def test_the_size_of_the_whole_letter_counts(channel, server, size, said):
    enclosures = [of("a.jpg"), of("b.jpg", size)]
    if said:
        with pytest.raises(EnclosureError, match=said) as error:
            ensure_may_go(enclosures, channel, server)
        assert "Make the file smaller" in str(error.value)
    else:
        ensure_may_go(enclosures, channel, server)


def test_names_are_told_apart_and_no_file_goes_twice():
    first, second = of("a.jpg", content=b"1"), of("A.jpg", content=b"2")
    both = added(added((), first, Marketplace.OWN), second, Marketplace.OWN)
    assert [one.name for one in both] == ["a.jpg", "A (2).jpg"]
    assert added(both, replace(first, name="b.jpg"), Marketplace.OWN) == both


def test_a_file_is_copied_as_it_is_at_this_moment(tmp_path):
    folder = EnclosureFolder(tmp_path / "profile")
    path = tmp_path / "note.txt"
    path.write_bytes(b"first")
    one = take_in_file(folder, path)
    path.write_bytes(b"second")
    assert (one.name, one.media_type, one.size) == ("note.txt", "text/plain; charset=utf-8", 5)
    assert folder.content(one) == b"first"


@pytest.mark.parametrize("what", ["missing", "folder", "pipe", "empty", "huge"])
def test_what_can_not_be_taken_in_is_said_in_a_sentence(tmp_path, what):
    folder, path = EnclosureFolder(tmp_path / "profile"), tmp_path / "photo.jpg"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)  # nobody writes to it: reading it would wait for ever
    elif what != "missing":
        path.touch()
    if what == "huge":
        with path.open("r+b") as file:
            file.truncate(100 * MB + 1)  # sparse: it has no bytes on the disk
    said = {
        "missing": "can't be read: No such file",
        "folder": "is a folder. Attach the files in it.",
        "pipe": "is no ordinary file",
        "empty": "is empty. Choose another file.",
        "huge": "has more than 100 MB",
    }
    with pytest.raises(EnclosureError, match=f"^“photo.jpg” {said[what]}"):
        take_in_file(folder, path)
    assert folder.files() == []


def test_a_profile_that_can_not_be_written_is_said(tmp_path):
    (tmp_path / "enclosures").touch()  # a file where the folder should be
    with pytest.raises(EnclosureError, match="can't be kept in the profile folder"):
        take_in(EnclosureFolder(tmp_path), "a.txt", b"text")
