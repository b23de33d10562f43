"""What an account dialog wants from the world: its servers found, and a sign-in by browser."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ...mailbox.credentials import Secrets
from ...mailbox.discovery.finding import Finding
from ...mailbox.errors import KeyringError
from ...mailbox.sign_in.loopback import Page
from ...mailbox.sign_in.settings import OAuthSettings
from ...mailbox.sign_in.tokens import Tokens
from ...mailbox.wake_up import WakeUp
from ..engine import Engine
from ..languages import said, spoken
from .account_dialog import AccountDialog

_FIND = "find servers"
_SIGN_IN = "sign in"


class AccountErrands(QObject):
    """Runs the errands of one dialog, and lives as long as it.

    Signals:
        step_taken: carries in words what a search tries now.
        page_ready: carries the address of the provider's page.
    """

    step_taken = Signal(str)
    page_ready = Signal(str)

    def __init__(self, engine: Engine, dialog: AccountDialog) -> None:
        super().__init__(dialog)
        self._engine = engine
        self._dialog = dialog
        dialog.find_wanted.connect(self._on_find_wanted)
        dialog.sign_in_wanted.connect(self._on_sign_in_wanted)
        dialog.called_off.connect(engine.errands.call_off)
        self.step_taken.connect(self._on_step_taken)
        self.page_ready.connect(self._on_page_ready)
        engine.errands.finished.connect(self._on_finished)
        engine.errands.failed.connect(self._on_failed)

    def _on_find_wanted(self, address: str, may_guess: bool) -> None:  # noqa: FBT001 - a slot
        from ...mailbox.discovery.search import ServerSearch  # the web, which takes 0.1 s

        profile = self._engine.profile

        def find(cancel: WakeUp) -> Finding:
            search = ServerSearch(profile.names, profile.tls_context, cancel, self.step_taken.emit)
            return search.guess(address) if may_guess else search.find(address)

        self._engine.errands.start(_FIND, find)

    def _on_sign_in_wanted(
        self, settings: OAuthSettings, client_secret: str, address: str
    ) -> None:
        from ...mailbox.sign_in.browser import sign_in

        profile = self._engine.profile
        page = Page(
            self.tr("Thank you"),
            self.tr("Soft Answer has the answer and goes on by itself. You can close this page."),
        )

        def go(cancel: WakeUp) -> str:
            tokens = sign_in(
                settings,
                client_secret or _kept_client_secret(profile.secrets, address),
                address,
                self.page_ready.emit,
                page=page,
                tls_context=profile.tls_context,
                cancel=cancel,
            )
            return tokens.to_secret()

        self._engine.errands.start(_SIGN_IN, go)

    def _on_step_taken(self, step: str) -> None:
        self._dialog.show_search(spoken(step))

    def _on_page_ready(self, url: str) -> None:
        self._dialog.show_page(url, is_open=QDesktopServices.openUrl(QUrl(url)))

    def _on_finished(self, name: str, result: object) -> None:
        if name == _FIND and isinstance(result, Finding):
            self._dialog.show_finding(result)
        elif name == _SIGN_IN and isinstance(result, str):
            self._dialog.show_signed_in(result)

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _FIND:
            self._dialog.show_nothing_found(said(error))
        elif name == _SIGN_IN:
            self._dialog.show_problem(said(error))


def _kept_client_secret(secrets: Secrets, address: str) -> str:
    """What the keyring has from an earlier sign-in, "" for nothing."""
    try:
        return Tokens.from_secret(secrets.get(address)).client_secret
    except (KeyringError, ValueError):
        return ""
