"""The tree of parts, and file names that are safe to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.parts import MAX_DEPTH, MAX_PARTS, Part, Reader, safe_name


def tree(part: Part) -> object:
    if part.children:
        return (part.content_type, [tree(child) for child in part.children])
    return part.content().decode().strip()


def read(data: str) -> tuple[object, list[str]]:
    reader = Reader()
    return tree(reader.read(data.encode())), reader.defects


MIXED = "Content-Type: multipart/mixed; boundary=b\n\n"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("--b\n\none\n--b\n\ntwo\n--b--\n", ["one", "two"]),
        ("preamble\n--b\n\none\n--b--\nepilogue\n--b\n\nghost", ["one"]),
        ("--b\n\none\n--b\n\ntwo", ["one", "two"]),
        ("--b  \n\none\n--b--  \n", ["one"]),
        ("--b\n\none --b two\n--bc\n--b--", ["one --b two\n--bc"]),
        ("--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\nin\n--b\n\nout\n--b--",
         [("multipart/mixed", ["in"]), "out"]),
    ],
)  # fmt: skip
def test_parts_stand_between_their_boundaries(body, parts):
    assert read(MIXED + body) == (("multipart/mixed", parts), [])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\none\n--x--\n",
         ("multipart/mixed", ["one"])),
        ("Content-Type: multipart/mixed; boundary=b\n\n--x\nContent-Type: text/plain\n\none\n--x",
         ("multipart/mixed", ["one"])),
        ("Content-Type: multipart/mixed; boundary=no\n\njust text", "just text"),
        ("Content-Type: multipart/mixed; boundary=\"\"\n\njust text", "just text"),
    ],
)  # fmt: skip
def test_a_missing_boundary_is_told_and_made_good(data, found):
    shown, defects = read(data)
    assert shown == found
    assert defects == ["the boundary of a multipart is missing"]


def test_deep_nesting_ends_somewhere():
    data = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000)
    )
    reader = Reader()
    part, depth = reader.read(data.encode()), 0
    while part.children:
        part, depth = part.children[0], depth + 1
    assert depth == MAX_DEPTH
    assert reader.defects == [f"parts are nested deeper than {MAX_DEPTH} levels"]


def test_a_flood_of_parts_is_cut():
    reader = Reader()
    root = reader.read((MIXED + "--b\n\nx\n" * 20_000).encode())
    assert len(root.children) < MAX_PARTS
    assert reader.defects == [f"there are more than {MAX_PARTS} parts"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ('Content-Disposition: attachment; filename="a b.pdf"', "a b.pdf"),
        ("Content-Disposition: attachment; filename=a b.pdf", "a b.pdf"),
        ("Content-Type: image/png; name=a.png", "a.png"),
        (
            "Content-Disposition: inline; filename=b.png\nContent-Type: image/png; name=a.png",
            "b.png",
        ),
        (
            "Content-Disposition: attachment; filename=old.txt; filename*=utf-8''%D0%B0.txt",
            "а.txt",
        ),
        (
            "Content-Disposition: attachment;\n filename*0*=koi8-r'ru'%C1;\n filename*1=b.txt",
            "аb.txt",
        ),
        ("Content-Disposition: attachment; filename*1=b.txt; filename*0=a", "ab.txt"),
        ('Content-Disposition: attachment; filename="=?utf-8?B?0LAuanBn?="', "а.jpg"),
        (r'Content-Disposition: attachment; filename="a\"b.txt"', "a_b.txt"),
        ('Content-Disposition: attachment; filename="a.exe"; filename="a.pdf"', "a.exe"),
        ('Content-Disposition: attachment; filename="../../etc/passwd"', "passwd"),
        ("Content-Disposition: attachment", ""),
    ],
)
def test_file_names_are_found_in_every_writing(fields, name):
    part = Reader().read(f"{fields}\n\nx".encode())
    assert part.filename == name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("photo.jpg", "photo.jpg"),
        ("C:\\Users\\jane\\photo.jpg", "photo.jpg"),
        ("/etc/passwd", "passwd"),
        ("..", ""),
        ("a/..", "a"),
        (".htaccess", "htaccess"),
        ("-rf.sh", "rf.sh"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("invoice.pdf" + " " * 100 + ".exe", "invoice.pdf .exe"),
        ("a\x00b\r\n.txt", "ab .txt"),
        ('a<b>:"c|d?*.txt', "a_b___c_d__.txt"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("console.txt", "console.txt"),
        ("report. . .", "report"),
        ("Фото книги.jpg", "Фото книги.jpg"),
    ],
)
def test_a_file_name_is_safe_on_any_system(given_name, name):
    assert safe_name(given_name) == name


@pytest.mark.parametrize("letter", ["a", "я", "書"])
def test_a_long_name_keeps_its_ending(letter):
    name = safe_name(letter * 500 + ".tar.exe")
    assert name.startswith(letter)
    assert name.endswith(".exe")
    assert len(name.encode()) <= 200


@given(st.text(max_size=80))
def test_no_name_leaves_its_folder(name):
    safe = safe_name(name)
    assert not set(safe) & set('/\\\0\n\r:*?"<>|')
    assert not safe.startswith((".", "-"))


@pytest.mark.parametrize("size", [0, 1, 2, 3, 57, 58, 1_000])
def test_the_size_of_base64_is_known_without_decoding(size):
    import base64

    body = base64.encodebytes(bytes(size)).decode()
    part = Reader().read(f"Content-Transfer-Encoding: base64\n\n{body}".encode())
    assert part.content_size() == size == len(part.content())
