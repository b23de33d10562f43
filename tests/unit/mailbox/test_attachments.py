"""Attached files: looked at, kept under plain names, never over another file."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.attachments import (
    Danger,
    FileNotKeptError,
    file_name,
    letter_file_name,
    look_at_file,
    look_at_name,
    save_new,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.mark.parametrize(
    ("name", "ending", "is_picture"),
    [("cover.PNG", "png", True), ("a.b.jpeg", "jpeg", True), ("x.webp", "webp", True),
     ("invoice.pdf", "pdf", False), ("notes.txt", "txt", False)],
)  # fmt: skip
def test_harmless_files_may_be_opened(name, ending, is_picture):
    look = look_at_name(name)
    assert (look.ending, look.is_picture, look.opens, look.reason) == (
        ending,
        is_picture,
        True,
        "",
    )


@pytest.mark.parametrize(
    "ending",
    "exe com bat cmd scr pif js jse vbs wsf hta ps1 msi jar lnk url desktop reg sh app dmg iso "
    "html svg xml docm xlsm doc xls rtf csv zip rar 7z gz eml ics vcf one chm img deb".split(),
)
def test_dangerous_kinds_are_only_saved_and_it_is_said_why(ending):
    look = look_at_name(f"file.{ending}")
    assert look.danger is Danger.HIGH
    assert not look.opens
    assert f".{ending}" in look.reason


@pytest.mark.parametrize("name", ["file.docx", "file.xyz", "file", ".bashrc"])
def test_unknown_kinds_are_not_opened_either(name):
    look = look_at_name(name)
    assert (look.danger, look.opens) == (Danger.UNKNOWN, False)
    assert look.reason


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("photo.jpg.exe", "exe"),
        ("photo.jpg                    .scr", "scr"),
        ("photo\u202egpj.exe", "exe"),
        ("invoice.pdf.zip", "zip"),
        ("photo.jpg.", "jpg"),
        ("photo.exe ", "exe"),
        ("dir/photo.png/../evil.js", "js"),
    ],
)
def test_the_real_ending_is_told(name, ending):
    assert look_at_name(name).ending == ending


def test_a_double_ending_is_named():
    assert "named like a .jpg file, but it is a .exe" in look_at_name("a.jpg.exe").reason
    assert "archive" in look_at_name("a.tar.gz").reason


@pytest.mark.parametrize(
    ("name", "content", "opens"),
    [
        ("a.png", PNG, True),
        ("a.png", b"MZ\x90", False),
        ("a.jpg", PNG, False),
        ("a.pdf", b"%PDF-1.7", True),
        ("a.pdf", b"<html>", False),
        ("a.txt", b"Hello", True),
        ("a.txt", b"MZ\x90", False),
        ("a.txt", b"#!/bin/sh", False),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", True),
        ("a.webp", b"RIFF\0\0\0\0WAVE", False),
        ("a.exe", b"MZ", False),
    ],
)
def test_the_content_must_fit_the_name(name, content, opens):
    assert look_at_file(name, content).opens is opens


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.dll", "evil.dll"),
        ("-rf", "rf"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("a\x00b\nc.txt", "ab c.txt"),
        ("a\u202egpj.exe", "agpj.exe"),
        (" . ", "attachment.bin"),
        ("", "attachment.bin"),
        ("a:b*c?.txt", "a_b_c_.txt"),
    ],
)
def test_a_file_is_kept_under_a_plain_name(name, plain):
    assert file_name(name) == plain


@given(st.text(max_size=300))
def test_every_name_is_plain(name):
    plain = file_name(name)
    assert plain.strip() == plain
    assert 0 < len(plain.encode()) <= 255
    assert not set(plain) & set('/\\\0\n<>:"|?*')
    assert plain[0] not in ".-"


def test_nothing_is_overwritten(tmp_path):
    places = [save_new(tmp_path, "a.txt", content) for content in (b"one", b"two", b"three")]
    assert [place.name for place in places] == ["a.txt", "a (2).txt", "a (3).txt"]
    assert [place.read_bytes() for place in places] == [b"one", b"two", b"three"]


def test_a_link_that_lies_there_is_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    assert save_new(folder, "a.txt", b"theirs").name == "a (2).txt"
    assert outside.read_bytes() == b"mine"


def test_a_kept_file_is_nobody_else_s_and_no_program(tmp_path):
    place = save_new(tmp_path, "run.sh", b"#!/bin/sh")
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(FileNotKeptError, match="Choose another folder"):
        save_new(tmp_path / "gone", "a.txt", b"x")


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    if not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("/dev/full")
    opened = os.open

    def full(path, *arguments):
        handle = opened(path, *arguments)
        os.close(handle)
        return opened("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(FileNotKeptError):
        save_new(tmp_path, "a.txt", b"x" * 100_000)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Where is my book?", "Where is my book_.eml"),
        ("Re: order 5/10", "Re_ order 5-10.eml"),
        ("..\\..\\etc/passwd", "etc-passwd.eml"),
        ("Где моя книга", "Где моя книга.eml"),
        ("con", "_con.eml"),
        ("...", "letter.eml"),
        ("", "letter.eml"),
    ],
)
def test_a_letter_is_saved_under_its_subject(subject, name):
    assert letter_file_name(subject) == name


def test_a_letter_with_an_endless_subject_is_still_an_eml():
    name = letter_file_name("ы" * 500)
    assert name.endswith("ы.eml")
    assert len(name.encode()) <= 255
    assert file_name(name) == name
