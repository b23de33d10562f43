from __future__ import annotations

import pytest

from softanswer.replies.errors import OrderFileError
from softanswer.replies.orders.importing.reading import (
    MAX_CELL_CHARS,
    MAX_FILE_BYTES,
    Lines,
    Record,
    encoding_of,
    lines_of,
    read_records,
)

JAPANESE = "注文,商品名\n503-1234567-1234567,吾輩は猫である 初版 夏目漱石\n"
RUSSIAN = "заказ;название\n1041;Мастер и Маргарита, издание 1973 года\n"


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        ("id,title\n1,Plain\n", "ascii", "ascii"),
        ("id,title\n1,Café\n", "utf-8", "utf-8"),
        ("id,title\n1,Café\n", "utf-8-sig", "utf-8-sig"),
        ("id,title\n1,Café — signed\n", "cp1252", "cp1252"),
        ("id,title\n1,Café\n", "iso-8859-1", "iso-8859-1"),
        ("id\ttitle\n1\tCafé\n", "utf-16", "utf-16"),
        (JAPANESE, "cp932", "cp932"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_told_for_the_whole_file(text, codec, named):
    data = text.encode(codec)
    assert encoding_of(data) == named
    assert list(lines_of(data, named)) == text.splitlines()


def test_one_damaged_byte_does_not_turn_a_utf8_file_into_cp1252():
    data = "1,Café\n2,Sørlie\n3,Brontë\n".encode().replace("ø".encode(), b"\xff")
    assert encoding_of(data) == "utf-8"
    assert list(lines_of(data, "utf-8"))[1] == "2,S\N{REPLACEMENT CHARACTER}rlie"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n,,,\r\n", "is empty"),
        (b"PK\x03\x04rest of a spreadsheet", "spreadsheet"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old spreadsheet"),
        (b"\x00\x01\x02\x03 order-id", "not a text file"),
        (b"a" * (MAX_FILE_BYTES + 1), "larger than 64 MB"),
    ],
)
def test_what_is_no_text_says_what_it_is(data, says):
    with pytest.raises(OrderFileError, match=says) as error:
        encoding_of(data, "orders.csv")
    assert str(error.value).startswith("orders.csv ")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\n", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("a\r\r\nb", ["a", "b"]),
        ("a\rb\r", ["a", "b"]),
        ("a\rb\nc", ["a b", "c"]),
        ("a\x85b\u2028c\x0bd\n", ["a\x85b\u2028c\x0bd"]),
        ("a\n\nb\n", ["a", "", "b"]),
    ],
)
def test_only_line_ends_part_lines(text, lines):
    assert list(lines_of(text.encode(), "utf-8")) == lines


def read(*lines: str, width: int = 3, quoted: bool = True) -> list[Record]:
    return list(read_records(Lines(lines), ",", width, quoted=quoted))


def test_a_quotation_mark_is_data_where_the_format_has_no_quoting():
    assert read('1,"Tales", x,3', width=4, quoted=False) == [
        Record(1, ("1", '"Tales"', " x", "3"))
    ]


def test_a_quoted_cell_may_have_line_ends_and_the_row_counts_from_its_first_line():
    rows = read('1,"Second floor,', 'ring twice",x', "2,b,y")
    assert rows == [Record(1, ("1", "Second floor,\nring twice", "x")), Record(3, ("2", "b", "y"))]


def test_a_quotation_mark_that_is_never_closed_costs_one_row():
    rows = read("1,a,x", '2,"Penguin,y', "3,c,z", "4,d,w")
    assert [(r.line, r.cells[0], bool(r.fault)) for r in rows] == [
        (1, "1", False),
        (2, "2", True),
        (3, "3", False),
        (4, "4", False),
    ]
    assert rows[1].fault == "a quotation mark in it is opened and never closed"


def test_a_stray_quotation_mark_inside_a_cell_is_kept():
    assert read('1,a 5" plate,x') == [Record(1, ("1", 'a 5" plate', "x"))]


def test_a_quotation_mark_after_a_closed_cell_is_read_as_sheets_do():
    assert read('1,"abc"def,x')[0].cells == ("1", "abcdef", "x")


def test_rows_without_text_are_left_out():
    assert read(",,", "", "1,a,x", " , ,") == [Record(3, ("1", "a", "x"))]


def test_empty_cells_beyond_the_header_are_cut_and_full_ones_are_kept():
    assert [len(r.cells) for r in read("1,a,x,,", "1,a,x,y")] == [3, 4]


def test_a_nul_byte_makes_a_row_faulty_and_no_other():
    rows = read("1,a,x", "2,b\x00,y", "3,c,z")
    assert [bool(r.fault) for r in rows] == [False, True, False]


@pytest.mark.parametrize(("extra", "is_faulty"), [(0, False), (1, True)])
def test_a_cell_may_be_as_long_as_that_of_a_spreadsheet(extra, is_faulty):
    row = read(f"1,{'a' * (MAX_CELL_CHARS + extra)},x")[0]
    assert bool(row.fault) is is_faulty


def test_a_cell_of_many_megabytes_costs_one_row():
    rows = read("1,a,x", f'2,"{"b" * 30_000_000}",y', "3,c,z")
    assert [bool(r.fault) for r in rows] == [False, True, False]
    assert "30,000,006 characters" in rows[1].fault
