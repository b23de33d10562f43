from dataclasses import replace

import pytest

from softanswer.mailbox.account import Endpoint, Security
from softanswer.ui.preferences.account_entry import (
    AccountEntry,
    EntryError,
    EntryFault,
    ServerEntry,
    read_entry,
)

ENTRY = AccountEntry(
    address=" ana@shop.example ",
    name=" Ana Reyes ",
    username="",
    imap=ServerEntry("imap.shop.example", 993, Security.TLS),
    smtp=ServerEntry(" smtp.shop.example ", 465, Security.TLS),
)


def test_an_entry_becomes_an_account_without_blanks_around_it():
    account = read_entry(ENTRY, 7)

    assert account.id == 7
    assert account.address == "ana@shop.example"
    assert account.name == "Ana Reyes"
    assert account.smtp == Endpoint("smtp.shop.example", 465, Security.TLS)


def test_the_user_name_is_the_address_unless_another_is_given():
    assert read_entry(ENTRY).username == "ana@shop.example"
    assert read_entry(replace(ENTRY, username=" ana ")).username == "ana"


@pytest.mark.parametrize(
    "address",
    ["", "ana", "@shop.example", "ana@", "ana@.", "a b@shop.example", "<ana@shop.example>",
     "ana@shop.example,bo@shop.example", "ana\x00@shop.example", "a" * 250 + "@b.example"],
)  # fmt: skip
def test_what_is_no_address_is_named(address):
    with pytest.raises(EntryError) as caught:
        read_entry(replace(ENTRY, address=address))

    assert caught.value.fault is EntryFault.ADDRESS


@pytest.mark.parametrize(
    "host", ["", "  ", "imap shop.example", "https://imap.shop.example", "imap.shop.example:993"]
)
def test_what_is_no_server_name_is_named(host):
    server = ServerEntry(host, 993, Security.TLS)

    with pytest.raises(EntryError) as incoming:
        read_entry(replace(ENTRY, imap=server))
    with pytest.raises(EntryError) as outgoing:
        read_entry(replace(ENTRY, smtp=server))

    assert incoming.value.fault is EntryFault.IMAP_HOST
    assert outgoing.value.fault is EntryFault.SMTP_HOST


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_only_this_computer_may_go_without_protection(host):
    near = ServerEntry(host if ":" not in host else "127.0.0.2", 1143, Security.NONE)
    far = ServerEntry("imap.shop.example", 143, Security.NONE)

    assert read_entry(replace(ENTRY, imap=near)).imap.security is Security.NONE
    with pytest.raises(EntryError) as incoming:
        read_entry(replace(ENTRY, imap=far))
    with pytest.raises(EntryError) as outgoing:
        read_entry(replace(ENTRY, smtp=far))
    assert incoming.value.fault is EntryFault.IMAP_UNPROTECTED
    assert outgoing.value.fault is EntryFault.SMTP_UNPROTECTED
