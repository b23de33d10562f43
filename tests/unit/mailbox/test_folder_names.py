"""Names of folders in modified UTF-7 and in UTF-8 (RFC 3501 section 5.1.3, RFC 6855)."""

from __future__ import annotations

import pytest
from fakes.imap_server import FULL, RESYNCING, FakeFolder, FakeImapServer, open_session
from fakes.intake import letter

from softanswer.mailbox.errors import ServerRefusedError

ONLY_UTF8 = "UTF8=ONLY"


def names(imap):
    imap.find_folders()
    return imap.folder_names


@pytest.mark.parametrize("offered", ["", " ENABLE UTF8=ACCEPT"])
def test_a_server_that_offers_utf8_is_spoken_to_in_modified_utf7(offered):
    with FakeImapServer(FULL + offered) as server, open_session(server) as imap:
        server.create("&BB4EQgQ3BEsEMgRL- &- Co")
        assert "Отзывы & Co" in names(imap)
        imap.select("Отзывы & Co")
        imap.create_folder("Новые & старые")
    assert server.count("ENABLE") == 0
    assert "&BB0EPgQyBEsENQ- &- &BEEEQgQwBEAESwQ1-" in server.folders


@pytest.mark.parametrize("capabilities", [FULL, RESYNCING])
def test_a_server_that_wants_utf8_gets_it(capabilities):
    with (
        FakeImapServer(f"{capabilities} {ONLY_UTF8}") as server,
        open_session(server) as imap,
    ):
        server.create("Отзывы & Co")
        server.create("&BB4-")  # no modified UTF-7 here, but four signs of its own
        assert {"Отзывы & Co", "&BB4-"} <= set(names(imap))
        assert imap.select("Отзывы & Co").exists == 0
        assert imap.select("&BB4-").exists == 0
        imap.create_folder("Новые & старые")
        server.deliver(letter(1))
        imap.select("INBOX")
        imap.move(1, "Новые & старые")
        assert imap.status("Новые & старые").exists == 1
    assert server.count("ENABLE") == 1
    assert "Новые & старые" in server.folders


def test_a_name_in_utf8_that_nobody_allowed_is_read_and_opened_all_the_same():
    with FakeImapServer() as server, open_session(server) as imap:
        server.folders["Отзывы"] = FakeFolder()
        assert "Отзывы" in names(imap)
        assert imap.select("Отзывы").exists == 0


def test_a_server_that_wants_utf8_but_refuses_to_enable_it_is_told_of():
    with FakeImapServer(f"{FULL} {ONLY_UTF8}") as server:
        server.habits.answers["ENABLE"] = b"{tag} NO not today\r\n"
        with open_session(server) as imap, pytest.raises(ServerRefusedError, match="UTF-8 here"):
            imap.find_folders()
