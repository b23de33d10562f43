"""A real postman with one approved reply, and the SMTP server that he is to take it to."""

from __future__ import annotations

import ssl
import time
from datetime import timedelta
from pathlib import Path

from builders import HOUR
from fakes.letterbox import Letterbox
from fakes.shop import QUESTION
from fakes.smtp_server import PASSWORD, USERNAME, FakeSmtpServer, Phase

from softanswer.mailbox import smtp
from softanswer.mailbox.account import Endpoint
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.mailbox.wire import Timeouts
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import HeldReply
from softanswer.replies.outbox.postman import Postman

PATIENT = Timeouts(connect_s=10, read_s=10, dot_s=10)


class Post:
    """The postman, on a clock that a test turns; use it as a context manager.

    Attributes:
        approved: the reply as it was when the seller pressed Send.
        endpoint: where the postman goes; the server, if nothing else is said.
    """

    def __init__(
        self,
        folder: Path,
        server: FakeSmtpServer,
        *,
        trust: ssl.SSLContext | None = None,
        endpoint: Endpoint | None = None,
        password: str = PASSWORD,
        timeouts: Timeouts = PATIENT,
    ) -> None:
        self.server = server
        self.endpoint = endpoint or server.endpoint
        self.password = password
        self.timeouts = timeouts
        self._trust = trust
        self._writer = StoreWriter(folder / "softanswer.sqlite3")
        self._box = Letterbox(folder, self._writer)
        self.clock = self._box.clock
        held = self._box.hold(self._box.receive("Another question", QUESTION))
        self.clock.pass_time(2 * HOUR)
        self.approved = self._box.do(lambda tx: self._box.outbox.approve(tx, held.id))
        self._postman = Postman(
            self._writer, self._box.outbox, self, look=lambda _: None, submit=self._submit
        )

    def __enter__(self) -> Post:
        self.server.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.__exit__()
        self._writer.close()

    def get(self, _address: str) -> str:
        """The password, as from the keyring."""
        return self.password

    def work(self) -> HeldReply:
        """Let the postman look once; the result is what has become of the reply."""
        self._postman.work_once()
        return self._box.do(lambda tx: store.load(tx.db, self.approved.id))

    def next_try(self, reply: HeldReply) -> timedelta | None:
        """How long until the reply is tried again, None for never."""
        if reply.retry_steady_ns is None:
            return None
        now = self._box.do(lambda tx: self._box.outbox.now(tx.db))
        return timedelta(microseconds=(reply.retry_steady_ns - now.steady_ns) / 1000)

    def mend(self) -> None:
        """From here on the server and the account are as they should be."""
        self.server.rules.clear()
        self.endpoint = self.server.endpoint
        self.password, self.timeouts = PASSWORD, PATIENT

    def taken(self) -> list[bytes]:
        """The letters that the server took."""
        return [letter.raw for letter in self.server.accepted]

    def _submit(self, _account, login, envelope, raw, before_dot, on_taken):
        def after_the_body() -> None:
            self._let_server_act()
            before_dot()

        return smtp.submit(
            self.endpoint,
            PasswordLogin(USERNAME, login.password),
            envelope,
            raw,
            before_dot=after_the_body,
            on_taken=on_taken,
            tls_context=self._trust,
            timeouts=self.timeouts,
        )

    def _let_server_act(self) -> None:
        """Wait until what the server does in the middle of the letter is done."""
        end = time.monotonic() + 10
        while self.server.rules.get(Phase.BODY) not in {None, *self.server.acted}:
            assert time.monotonic() < end
            time.sleep(0.001)
