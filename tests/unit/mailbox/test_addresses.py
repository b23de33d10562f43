"""Address fields of real mail, and of mail that means harm."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.addresses import MAX_ADDRESSES, _Reader, addresses, first_address
from softanswer.mailbox.headers import read_headers


def read(value: str) -> list[tuple[str, str]]:
    return [(a.name, a.addr_spec) for a in addresses(value)]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Jane Doe <jane@mail.example>", [("Jane Doe", "jane@mail.example")]),
        ("jane@mail.example", [("", "jane@mail.example")]),
        ("<jane@mail.example>", [("", "jane@mail.example")]),
        ("jane@mail.example (Jane Doe)", [("Jane Doe", "jane@mail.example")]),
        ('"Doe, Jane" <jane@mail.example>', [("Doe, Jane", "jane@mail.example")]),
        (r'"Jane \"JJ\" Doe" <jane@mail.example>', [('Jane "JJ" Doe', "jane@mail.example")]),
        ("a@x.example, B <b@x.example>", [("", "a@x.example"), ("B", "b@x.example")]),
        ("a@x.example; b@x.example", [("", "a@x.example"), ("", "b@x.example")]),
        ("Shop: A <a@x.example>, b@x.example;", [("A", "a@x.example"), ("", "b@x.example")]),
        ("undisclosed-recipients:;", []),
        ("", []),
        (" ,, ; ", []),
        ("Jane Doe", []),
        ("MAILER-DAEMON (Mail System)", []),
        ("<MAILER-DAEMON>", [("", "MAILER-DAEMON")]),
        (
            "=?utf-8?Q?a,b:c@d?= <a@x.example>, b@x.example",
            [("a,b:c@d", "a@x.example"), ("", "b@x.example")],
        ),
        ("<@relay.example:jane@mail.example>", [("", "jane@mail.example")]),
        ('"john smith"@mail.example', [("", '"john smith"@mail.example')]),
        ("Jane (a (nested) one) <j@x.example>", [("Jane", "j@x.example")]),
        ("Анна <anna@почта.example>", [("Анна", "anna@почта.example")]),
        ("mailto:jane@mail.example", [("", "jane@mail.example")]),
        ("=?koi8-r?B?4c7OwQ==?= <a@x.example>", [("Анна", "a@x.example")]),
        ('"=?utf-8?Q?M=C3=BCller=2C_Anna?=" <a@x.example>', [("Müller, Anna", "a@x.example")]),
        ("=?utf-8?Q?Anna?=\n =?utf-8?Q?_B?= <a@x.example>", [("Anna B", "a@x.example")]),
        ("Jane <jane@mail.example", [("Jane", "jane@mail.example")]),
        ("<<jane@mail.example>>", [("", "jane@mail.example")]),
        ('"Jane <jane@mail.example>', [("Jane", "jane@mail.example")]),
        ("Jane (aka <jane@mail.example>", [("Jane aka", "jane@mail.example")]),
        ("'jane@mail.example' <jane@mail.example>", [("", "jane@mail.example")]),
    ],
)
def test_addresses_are_read_as_they_are_meant(value, found):
    assert read(value) == found


@pytest.mark.parametrize(
    ("value", "name", "addr_spec"),
    [
        ('"help@bank.example" <thief@evil.example>', "help@bank.example", "thief@evil.example"),
        ("help@bank.example <thief@evil.example>", "help@bank.example", "thief@evil.example"),
        ("=?utf-8?b?aGVscEBiYW5rLmV4YW1wbGU=?= =?utf-8?Q?=00?= <thief@evil.example>",
         "help@bank.example", "thief@evil.example"),
        ('"a<help@bank.example>" <thief@evil.example>', "a<help@bank.example>",
         "thief@evil.example"),
        (f'"help@bank.example{" " * 300}" <thief@evil.example>', "help@bank.example",
         "thief@evil.example"),
        ("\u202egpj.exe <thief@evil.example>", "gpj.exe", "thief@evil.example"),
        ("=?utf-8?Q?a=0D=0ABcc:_b?= <thief@evil.example>", "a Bcc: b", "thief@evil.example"),
    ],
)  # fmt: skip
def test_a_name_never_hides_the_address(value, name, addr_spec):
    assert read(value) == [(name, addr_spec)]


def test_encoded_words_in_an_address_are_not_decoded():
    assert read("=?utf-8?Q?jane=40bank.example=00?=@evil.example")[0][1].endswith("@evil.example")


def test_only_a_name_is_still_a_sender():
    assert first_address("Jane Doe").name == "Jane Doe"
    assert first_address("").name == ""
    assert first_address("Team:; , Jane <jane@mail.example>").addr_spec == "jane@mail.example"


def test_a_raw_name_is_read_in_the_charset_of_the_letter():
    raw = "From: Ирина <i@x.example>\n".encode("koi8_r")
    headers, _ = read_headers(raw, 0, len(raw), [])
    assert addresses(headers.text("from", "koi8-r"))[0].name == "Ирина"


def test_a_crowd_is_cut():
    crowd = ",".join(f"p{n}@x.example" for n in range(900))
    assert len(addresses(crowd)) == MAX_ADDRESSES


@pytest.mark.parametrize(
    "unit", ["(", "<", '"', '"\\', "\\", "a@b,", "(a", "<a@b", '"a"@', ":", "[", "=?utf-8?Q?"]
)
def test_64_kilobytes_of_anything_are_read_at_once(unit):
    begin = time.process_time()
    addresses((unit * 65_536)[:65_536])
    assert time.process_time() - begin < 2  # measured: 0.1 s at most


@given(st.text(max_size=200) | st.text('<>@",;:()\\ab.= ?', max_size=60))
def test_no_field_is_refused(value):
    for address in addresses(value):
        assert address.addr_spec
        assert address.name.isprintable() or "\xa0" in address.name or not address.name.isascii()


@pytest.mark.parametrize(
    "field",
    [
        "Jane Doe <jane@mail.example>",
        '"Jane Doe" <jane@mail.example> ',
        "  jane.doe+books@mail.example",
        "<jane@mail.example>",
        "=?utf-8?B?0JjRgNC40L3QsA==?= <i@x.example>",
        "'Jane' <jane@mail.example>",
        "jane@mail.example <jane@mail.example>",
        '"jane@mail.example" <jane@mail.example>',
        "Jane  O'Hara Jr. <jane@mail.example>",
        "Ирина <i@x.example>",
    ],
)
def test_a_usual_field_is_read_as_by_the_reader_of_all_others(field):
    assert [*addresses(field)] == [a for a in _Reader(field).read() if a.addr_spec]
    assert first_address(field) == _Reader(field).read()[0]


@given(st.text('ab "<>@.=?', max_size=24))
def test_no_short_way_leads_elsewhere(field):
    assert [*addresses(field)] == [a for a in _Reader(field).read() if a.addr_spec]
