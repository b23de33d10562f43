"""A provider's list of servers is hostile input."""

from __future__ import annotations

import time

import pytest

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.discovery.autoconfig import LARGEST_BYTES, read_autoconfig
from softanswer.mailbox.errors import ProtocolError

ADDRESS = "ana@shop.test"


def server(
    kind="imap", host="imap.shop.test", port="993", socket="SSL", name="%EMAILADDRESS%", way=""
):
    tag = "outgoingServer" if kind == "smtp" else "incomingServer"
    ways = "".join(f"<authentication>{one}</authentication>" for one in way.split())
    return (
        f'<{tag} type="{kind}"><hostname>{host}</hostname><port>{port}</port>'
        f"<socketType>{socket}</socketType><username>{name}</username>{ways}</{tag}>"
    )


SMTP = server("smtp", "smtp.shop.test", "465")


def document(*servers):
    inner = "".join(servers)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><clientConfig version="1.1">'
        f'<emailProvider id="shop.test"><domain>shop.test</domain>{inner}</emailProvider>'
        "</clientConfig>"
    ).encode()


def test_the_best_protected_servers_are_taken():
    raw = document(
        server("pop3", "pop.shop.test", "995"),
        server(port="143", socket="STARTTLS"),
        server(),
        server("smtp", "smtp.shop.test", "587", "STARTTLS"),
        SMTP,
    )
    found = read_autoconfig(raw, ADDRESS)
    assert found.imap.endpoint == Endpoint("imap.shop.test", 993, Security.TLS)
    assert found.smtp.endpoint == Endpoint("smtp.shop.test", 465, Security.TLS)
    assert found.imap.username == ADDRESS


@pytest.mark.parametrize(
    ("template", "username"),
    [
        ("%EMAILADDRESS%", "ana@shop.test"),
        ("%EMAILLOCALPART%", "ana"),
        ("%EMAILLOCALPART%-%EMAILDOMAIN%", "ana-shop.test"),
        ("", "ana@shop.test"),
        ("fixed", "fixed"),
    ],
)
def test_the_places_in_names_are_filled(template, username):
    raw = document(server(host="imap.%EMAILDOMAIN%", name=template), SMTP)
    found = read_autoconfig(raw, ADDRESS)
    assert (found.imap.username, found.imap.endpoint.host) == (username, "imap.shop.test")


@pytest.mark.parametrize(
    ("way", "takes"),
    [
        ("", True),
        ("password-cleartext", True),
        ("OAuth2 password-cleartext", True),
        ("OAuth2", False),
    ],
)
def test_a_server_that_wants_a_token_says_so(way, takes):
    assert read_autoconfig(document(server(way=way), SMTP), ADDRESS).imap.takes_passwords is takes


def test_a_server_of_this_computer_may_go_without_protection():
    raw = document(
        server(host="127.0.0.1", port="1143", socket="plain"),
        server("smtp", "localhost", "1025", "plain"),
    )
    found = read_autoconfig(raw, ADDRESS)
    assert found.imap.endpoint == Endpoint("127.0.0.1", 1143, Security.NONE)


UNUSABLE = {
    "plain": server(port="143", socket="plain"),
    "no protection named": server(socket=""),
    "unknown protection": server(socket="rot13"),
    "no port": server(port=""),
    "port 0": server(port="0"),
    "port too high": server(port="65536"),
    "long port": server(port="9" * 5000),
    "port in other digits": server(port="٩٩٣"),
    "no host": server(host=""),
    "blank in host": server(host="imap shop.test"),
    "an address as host": server(host="https://imap.shop.test"),
    "user in host": server(host="ana@evil.test"),
    "unknown place": server(host="imap.%DOMAIN%"),
    "Cyrillic host": server(host="imаp.shop.test"),
    "only pop3": server("pop3"),
}


@pytest.mark.parametrize("imap", UNUSABLE.values(), ids=UNUSABLE)
def test_a_server_that_may_not_be_used_is_not_found(imap):
    with pytest.raises(ProtocolError, match="no protected server"):
        read_autoconfig(document(imap, SMTP), ADDRESS)
    read_autoconfig(document(imap, server(), SMTP), ADDRESS)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(2, 12)).replace(
        "&l1;", "&l;"
    )
    + "]><clientConfig>&l11;</clientConfig>"
)
FOREIGN = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    "<clientConfig>&e;</clientConfig>"
)
GOOD = document(server(), SMTP)
MALFORMED = {
    "nothing": b"",
    "a page": b"<!doctype html><html><body>404</body></html>",
    "a page without a doctype": b"<html><body><p>404</body></html>",
    "cut off": GOOD[:-20],
    "no XML": b"hello",
    "NUL": GOOD.replace(b"ssl", b"\0").replace(b"993", b"\0"),
    "another root": GOOD.replace(b"clientConfig", b"otherConfig"),
    "no server": document(),
    "bomb": BOMB.encode(),
    "bomb in UTF-16": BOMB.encode("utf-16"),
    "bomb behind a byte order mark": b"\xef\xbb\xbf" + BOMB.encode(),
    "file of this computer": FOREIGN.encode(),
    "doctype alone": GOOD.replace(b"<clientConfig", b"<!DOCTYPE clientConfig><clientConfig", 1),
    "outer doctype": GOOD.replace(
        b"<clientConfig",
        b'<!DOCTYPE clientConfig SYSTEM "http://evil.test/x.dtd"><clientConfig',
        1,
    ),
    "deep": b"<clientConfig>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</clientConfig>",
    "unknown encoding": GOOD.replace(b"UTF-8", b"utf-99"),
    "wrong encoding": GOOD.replace(b"UTF-8", b"UTF-16"),
    "entity that nobody made": document("<x>&nbsp;</x>"),
    "large": b"<clientConfig>" + b" " * LARGEST_BYTES + b"</clientConfig>",
}


@pytest.mark.parametrize("raw", MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_list_is_refused_at_once(raw):
    start = time.monotonic()
    with pytest.raises(ProtocolError):
        read_autoconfig(raw, ADDRESS)
    assert time.monotonic() - start < 1


def test_a_name_space_and_what_else_is_in_a_file_do_no_harm():
    raw = GOOD.replace(b"<clientConfig", b'<clientConfig xmlns="urn:x"').replace(
        b"</emailProvider>", b"<enable visiturl='https://x.test'/></emailProvider><webMail/>"
    )
    assert read_autoconfig(raw, ADDRESS).imap.endpoint.port == 993
