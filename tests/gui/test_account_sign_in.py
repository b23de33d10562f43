"""The account dialog finds servers and signs in through a browser, by keyboard and in Russian."""

from __future__ import annotations

import http.client
import threading
import time
import urllib.parse
from dataclasses import replace

import pytest
from builders import NOON, HandClock, account
from dialogs import button, field, typed
from fakes.certificates import Authority
from fakes.command_line import MemorySecrets
from fakes.identity_server import CLIENT_ID, CLIENT_SECRET, FakeIdentityServer
from fakes.imap_server import FULL, USERNAME, FakeImapServer
from fakes.internet import Internet
from fakes.smtp_server import FakeSmtpServer
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.discovery.finding import Finding, FoundServer, Origin
from softanswer.mailbox.discovery.providers import Hint, oauth_providers
from softanswer.mailbox.errors import CredentialsError
from softanswer.mailbox.sign_in.tokens import Tokens
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.sync_event import SyncEvent, SyncState
from softanswer.ui.desk import Desk
from softanswer.ui.errands import Errands
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.preferences.server_fields import ServerFields
from softanswer.ui.profile import Profile
from softanswer.ui.theme.buttons import PrimaryButton

ADDRESS = "ana@shop.example"
TOKENS = Tokens(CLIENT_SECRET, "REFRESH-CANARY", "ACCESS-CANARY", 2e9).to_secret()
FOUND = Finding(
    ADDRESS,
    "ana",
    FoundServer(
        Endpoint("in.shop.example", 993, Security.TLS), Origin.AUTOCONFIG, "https://shop.example/x"
    ),
    FoundServer(
        Endpoint("out.shop.example", 587, Security.STARTTLS), Origin.DNS, "_submission._tcp"
    ),
)


@pytest.fixture
def dialog(qtbot, theme):
    made = AccountDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def way(dialog):
    return next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Sign in")


def choose(dialog, short):
    box = way(dialog)
    box.setCurrentIndex(box.findData(short))
    box.activated.emit(box.currentIndex())


def origins(dialog):
    return [part.origin() for part in dialog.findChildren(ServerFields)]


# Finding the servers.


def test_the_servers_are_looked_for_and_the_wait_can_be_stopped(dialog, qtbot):
    typed(qtbot, dialog, "Address", ADDRESS)
    field(dialog, "Address").setFocus()

    with qtbot.waitSignal(dialog.find_wanted) as wanted:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)

    assert wanted.args == [ADDRESS, False]
    assert not field(dialog, "Address").isEnabled()
    assert dialog.focusWidget() is button(dialog, "Stop")
    dialog.show_search("Asking the DNS…")
    assert dialog.verdict() == "Asking the DNS…"

    with qtbot.waitSignal(dialog.called_off):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()
    assert dialog.verdict() == "It was called off; nothing was changed."
    assert field(dialog, "Address").isEnabled()
    assert dialog.focusWidget() is button(dialog, "Find the servers")
    dialog.show_search("Asking somebody else…")
    assert dialog.verdict() == "It was called off; nothing was changed."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_found_stands_in_the_fields_with_who_named_it(dialog, qtbot):
    typed(qtbot, dialog, "Address", ADDRESS)
    typed(qtbot, dialog, "Password", "s3cret")
    button(dialog, "Find the servers").click()

    dialog.show_finding(FOUND)

    made = dialog.account()
    assert (made.imap, made.smtp) == (FOUND.imap.endpoint, FOUND.smtp.endpoint)
    assert made.username == "ana"
    assert origins(dialog) == [
        "named by your provider at https://shop.example/x",
        "named in the DNS at _submission._tcp, which is not protected",
    ]
    assert dialog.focusWidget() is field(dialog, "Password")
    incoming, outgoing = dialog.findChildren(ServerFields)
    qtbot.keyClicks(incoming.host, "x")
    assert incoming.origin() == ""
    assert outgoing.origin() != ""


def test_usual_names_are_tried_only_when_she_agrees_to_what_it_tells(dialog, qtbot):
    typed(qtbot, dialog, "Address", ADDRESS)
    button(dialog, "Find the servers").click()

    dialog.show_nothing_found("Nobody knows.")

    assert dialog.verdict() == (
        "Nobody knows. Usual names can be tried: those servers then learn that somebody asks, "
        "not your address."
    )
    guess = button(dialog, "Try usual names")
    assert dialog.focusWidget() is guess
    with qtbot.waitSignal(dialog.find_wanted) as wanted:
        qtbot.keyClick(guess, Qt.Key.Key_Space)
    assert wanted.args == [ADDRESS, True]
    dialog.show_nothing_found("Nobody answers.")
    assert dialog.verdict() == "Nobody answers."
    assert not guess.isVisibleTo(dialog)


def test_without_an_address_nobody_is_asked(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.find_wanted):
        button(dialog, "Find the servers").click()
    assert dialog.verdict().startswith("Give your mail address")
    assert dialog.focusWidget() is field(dialog, "Address")


def test_a_user_name_that_she_typed_stays(dialog, qtbot):
    typed(qtbot, dialog, "Address", ADDRESS)
    typed(qtbot, dialog, "User name", "shop-ana")
    typed(qtbot, dialog, "Password", "s3cret")
    button(dialog, "Find the servers").click()
    dialog.show_finding(FOUND)
    assert dialog.account().username == "shop-ana"


def test_a_provider_with_names_of_its_own_is_known(dialog, qtbot):
    typed(qtbot, dialog, "Address", "ana@web.de")
    typed(qtbot, dialog, "Password", "s3cret")
    assert dialog.account().username == "ana"


def test_tab_goes_through_the_fields_as_they_stand(dialog, qtbot):
    typed(qtbot, dialog, "Address", ADDRESS)
    choose(dialog, "google")
    field(dialog, "Address").setFocus()
    passed = []
    for _ in range(8):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        part = dialog.focusWidget()
        passed.append(part.accessibleName() or part.text())
    assert passed == [
        "Find the servers",
        "Your name",
        "User name",
        "Sign in",
        "Client ID",
        "Client secret",
        "Open the page of Google",
        "Sign in with Google…",
    ]


# Signing in.


def test_where_no_password_is_taken_the_sign_in_is_proposed(dialog, qtbot):
    typed(qtbot, dialog, "Address", "ana@outlook.com")
    assert way(dialog).currentText() == "through Microsoft"
    assert not field(dialog, "Password").isVisibleTo(dialog)
    typed(qtbot, dialog, "Address", "ana@gmail.com")
    assert way(dialog).currentText() == "with a password"
    assert field(dialog, "Password").isVisibleTo(dialog)


def test_a_way_that_she_chose_stays(dialog, qtbot):
    choose(dialog, "google")
    typed(qtbot, dialog, "Address", ADDRESS)
    button(dialog, "Find the servers").click()
    dialog.show_finding(replace(FOUND, hint=Hint.NO_PASSWORDS, oauth="microsoft"))
    assert way(dialog).currentText() == "through Google"


def test_a_sign_in_waits_for_the_browser_and_is_kept_with_the_account(dialog, qtbot):
    typed(qtbot, dialog, "Address", "ana@gmail.com")
    choose(dialog, "google")
    typed(qtbot, dialog, "Client ID", "123.apps.example")
    typed(qtbot, dialog, "Client secret", CLIENT_SECRET)

    with qtbot.waitSignal(dialog.sign_in_wanted) as wanted:
        qtbot.keyClick(button(dialog, "Sign in with Google"), Qt.Key.Key_Space)
    settings = oauth_providers()["google"].settings("123.apps.example")
    assert wanted.args == [settings, CLIENT_SECRET, "ana@gmail.com"]
    assert dialog.focusWidget() is button(dialog, "Stop")

    dialog.show_page("https://accounts.google.com/x", is_open=False)
    assert dialog.verdict().startswith("The browser did not open.")
    button(dialog, "Copy the address").click()
    assert QGuiApplication.clipboard().text() == "https://accounts.google.com/x"

    dialog.show_signed_in(TOKENS)
    assert dialog.verdict().startswith("You are signed in.")
    assert dialog.focusWidget() is dialog.findChild(PrimaryButton)
    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        dialog.findChild(PrimaryButton).click()
    kept, secret = wanted.args
    assert (kept.oauth, secret) == (settings, TOKENS)
    assert kept.files_sent_itself
    dialog.accept()
    assert dialog.password() == ""
    assert field(dialog, "Client secret").text() == ""


@pytest.mark.parametrize(
    ("client_id", "words", "name"),
    [
        ("", "Give the client ID", "Client ID"),
        ("a b", "Give the client ID", "Client ID"),
        ("123.apps.example", "Sign in first", ""),
    ],
)
def test_what_is_missing_for_a_sign_in_is_named_and_has_the_keyboard(
    dialog, qtbot, client_id, words, name
):
    typed(qtbot, dialog, "Address", "ana@gmail.com")
    choose(dialog, "google")
    typed(qtbot, dialog, "Client ID", client_id)

    with qtbot.assertNotEmitted(dialog.save_wanted), qtbot.assertNotEmitted(dialog.sign_in_wanted):
        dialog.findChild(PrimaryButton).click()
        if name:
            button(dialog, "Sign in with Google").click()

    assert dialog.verdict().startswith(words)
    wanted = field(dialog, name) if name else button(dialog, "Sign in with Google")
    assert dialog.focusWidget() is wanted


def test_a_sign_in_of_another_client_does_not_count(dialog, qtbot):
    typed(qtbot, dialog, "Address", "ana@gmail.com")
    choose(dialog, "google")
    typed(qtbot, dialog, "Client ID", "123.apps.example")
    button(dialog, "Sign in with Google").click()
    dialog.show_signed_in(TOKENS)
    assert dialog.password() == TOKENS

    qtbot.keyClicks(field(dialog, "Client ID"), "4")

    assert dialog.password() == ""
    assert button(dialog, "Sign in with Google").isVisibleTo(dialog)


SIGNED_IN = account(
    id=5,
    imap=Endpoint("imap.lanternlane.example", 993, Security.TLS),
    smtp=Endpoint("smtp.lanternlane.example", 587, Security.STARTTLS),
    oauth=oauth_providers()["microsoft"].settings("app-1"),
)


@pytest.mark.parametrize("provider", ["Microsoft", "Quayside"])
def test_an_account_that_signs_in_is_changed_without_a_new_sign_in(qtbot, theme, provider):
    changes = {} if provider == "Microsoft" else {"token_url": "https://id.quayside.example/t"}
    before = replace(SIGNED_IN, oauth=replace(SIGNED_IN.oauth, provider=provider, **changes))
    dialog = AccountDialog(before)
    qtbot.addWidget(dialog)
    dialog.show()
    assert way(dialog).currentText() == f"through {provider}"
    assert dialog.account() == before

    choose(dialog, "")
    dialog.findChild(PrimaryButton).click()
    assert dialog.verdict().startswith("Give the password")


# The real errands, in the running window.


class Browser(QObject):
    """Her browser: it opens the provider's page, and she allows the access, or does nothing."""

    def __init__(self, identity):
        super().__init__()
        self.identity = identity
        self.pages = []
        self.allows = True
        QDesktopServices.setUrlHandler("https", self, "open_page")

    @Slot(QUrl)
    def open_page(self, url):
        self.pages.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if self.allows:
            threading.Thread(target=self._allow, daemon=True).start()

    def _allow(self):
        where = urllib.parse.urlsplit(self.identity.provider.consent(self.pages[-1]))
        line = http.client.HTTPConnection(where.hostname, where.port, timeout=5)
        line.request("GET", f"{where.path}?{where.query}")
        self.said = line.getresponse().read().decode()
        line.close()


class NoNames:
    """A DNS that knows nothing, after a while where it is told so."""

    def __init__(self):
        self.leave = threading.Event()
        self.leave.set()

    def exchangers(self, domain):
        self.leave.wait(5)
        return ()

    def services(self, name):
        return ()


class Quay:
    """A running window, whose seller has a mailbox at a provider on this computer."""

    def __init__(self, folder):
        authority = Authority(folder)
        self.identity = FakeIdentityServer(authority.certify().server_context())
        self.imap = FakeImapServer(f"{FULL} AUTH=XOAUTH2")
        self.smtp = FakeSmtpServer(features=("AUTH PLAIN XOAUTH2",))
        self.imap.habits.tokens = self.smtp.tokens = self.identity.provider.valid
        self.secrets = MemorySecrets()
        self.names = NoNames()
        profile = Profile(
            folder / "profile",
            HandClock(),
            self.secrets,
            authority.trusting_context(),
            self.names,
        )
        self.servers = (self.identity, self.imap, self.smtp)
        for server in self.servers:
            server.__enter__()
        self.desk = Desk(profile)
        self.browser = Browser(self.identity)

    def close(self):
        self.names.leave.set()
        QDesktopServices.unsetUrlHandler("https")
        self.desk.close()
        for server in self.servers:
            server.__exit__()

    def open_dialog(self, **changes):
        settling = self.desk.wiring.settling
        settling._open_account(
            account(
                username=USERNAME,
                imap=self.imap.endpoint,
                smtp=self.smtp.endpoint,
                oauth=self.identity.settings(),
                **changes,
            )
        )
        return settling._account_dialog


@pytest.fixture
def quay(qapp, theme, tmp_path, monkeypatch):
    Internet(monkeypatch)
    made = Quay(tmp_path)
    yield made
    made.close()


def test_a_sign_in_in_the_window_ends_in_the_keyring_and_lets_in(qtbot, quay):
    dialog = quay.open_dialog()
    typed(qtbot, dialog, "Client secret", CLIENT_SECRET)

    button(dialog, "Sign in with Quayside").click()
    qtbot.waitUntil(lambda: dialog.verdict().startswith("You are signed in"), timeout=10_000)
    assert "goes on by itself" in quay.browser.said
    button(dialog, "Try to sign in").click()
    qtbot.waitUntil(lambda: dialog.verdict() == "Both servers let us in.", timeout=10_000)
    dialog.findChild(PrimaryButton).click()
    qtbot.waitUntil(lambda: bool(quay.secrets.kept), timeout=10_000)

    [secret] = quay.secrets.kept.values()
    assert Tokens.from_secret(secret).refresh_token in quay.identity.provider.refresh_tokens
    qtbot.waitUntil(lambda: len(quay.desk.engine.accounts()) == 1)
    [kept] = quay.desk.engine.accounts()
    assert kept.oauth.client_id == CLIENT_ID
    profile = quay.desk.engine.profile.folder
    stored = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    assert b"CANARY" not in stored


def test_a_wait_for_the_browser_is_stopped_at_once(qtbot, quay):
    quay.browser.allows = False
    dialog = quay.open_dialog()
    button(dialog, "Sign in with Quayside").click()
    qtbot.waitUntil(lambda: bool(quay.browser.pages), timeout=10_000)
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(quay.browser.pages[0]).query)
    where = urllib.parse.urlsplit(asked["redirect_uri"][0])

    qtbot.keyClick(button(dialog, "Stop"), Qt.Key.Key_Space)

    assert dialog.verdict() == "It was called off; nothing was changed."
    assert field(dialog, "Client ID").isEnabled()
    qtbot.waitUntil(lambda: not listens(where.port), timeout=5_000)
    dialog.reject()
    assert quay.secrets.kept == {}


def listens(port):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    found = []

    def look():  # connections are not made in the GUI's thread
        try:
            line.connect()
            found.append(port)
        except OSError:
            pass
        line.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    return bool(found)


def test_a_search_in_the_window_says_what_it_found_out(qtbot, quay):
    dialog = quay.open_dialog()
    typed(qtbot, dialog, "Address", ADDRESS)
    button(dialog, "Find the servers").click()
    qtbot.waitUntil(lambda: "were not found" in dialog.verdict(), timeout=10_000)
    assert button(dialog, "Try usual names").isVisibleTo(dialog)
    dialog.reject()


def test_closing_the_window_leaves_a_search_and_a_sign_in_at_once(qtbot, quay):
    quay.names.leave.clear()
    dialog = quay.open_dialog()
    typed(qtbot, dialog, "Address", ADDRESS)
    button(dialog, "Find the servers").click()
    start = time.monotonic()
    quay.desk.engine.errands.stop()
    assert time.monotonic() - start < 1


def test_a_newer_errand_silences_the_older(qtbot, qapp):
    errands = Errands()
    told = []
    errands.finished.connect(lambda name, result: told.append((name, result)))
    may_end = threading.Event()
    errands.start("old", lambda _: may_end.wait(5))
    errands.start("new", lambda _: "done")
    may_end.set()
    qtbot.waitUntil(lambda: bool(told))
    errands.stop()
    QApplication.processEvents()
    assert told == [("new", "done")]


def test_a_sync_that_needs_a_new_sign_in_leads_to_it(qtbot, quay):
    with quay.desk.engine.profile.writing() as writer:
        account_id = writer.call(
            lambda tx: add_account(tx, account(oauth=quay.identity.settings()))
        )
    error = CredentialsError("The sign-in no longer holds.")
    quay.desk.engine.sync_event.emit(
        SyncEvent(account_id, SyncState.NEEDS_SELLER, NOON, problem=str(error), error=error)
    )
    bar = quay.desk.window.problem_bar
    assert bar.current.button == "Sign in"

    quay.desk.wiring.sync_status.password_wanted.emit(account_id)

    dialog = quay.desk.wiring.settling._account_dialog
    assert button(dialog, "Sign in with Quayside").isVisibleTo(dialog)
    dialog.reject()
