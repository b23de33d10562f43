"""The command line of the whole program, run inside the test: arguments in, texts and code out."""

from __future__ import annotations

import contextlib
import io
import json
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from softanswer import app
from softanswer.mailbox.credentials import Secrets
from softanswer.mailbox.discovery.dns import NameSource
from softanswer.mailbox.errors import KeyringError
from softanswer.replies.outbox.clock import Clock, SystemClock


class MemorySecrets:
    """A keyring that forgets everything with the test."""

    def __init__(self, kept: dict[str, str] | None = None) -> None:
        self.kept = dict(kept or {})

    def get(self, account_address: str) -> str:
        try:
            return self.kept[account_address]
        except KeyError:
            raise KeyringError(f"The keyring has no password for {account_address}.") from None

    def set(self, account_address: str, secret: str) -> None:
        self.kept[account_address] = secret

    def delete(self, account_address: str) -> None:
        self.kept.pop(account_address, None)


class NoKeyring:
    """A computer without a keyring."""

    def get(self, account_address: str) -> str:
        raise KeyringError("This computer has no keyring. Start or install one.")

    def set(self, account_address: str, secret: str) -> None:
        self.get(account_address)

    def delete(self, account_address: str) -> None:
        self.get(account_address)


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """Runs commands on one profile, with a clock and a keyring of the test's own."""

    def __init__(
        self,
        profile: Path,
        clock: Clock | None = None,
        secrets: Secrets | None = None,
        tls_context: ssl.SSLContext | None = None,
        names: NameSource | None = None,
    ) -> None:
        self.profile = profile
        self.clock = clock or SystemClock()
        self.secrets = MemorySecrets() if secrets is None else secrets
        self.tls_context = tls_context
        self.names = names

    def __call__(self, *arguments: object, stdin: str | bytes = b"") -> Finished:
        """Run a command to its end."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = _stream(), _stream()
        line = ["--profile", str(self.profile), *map(str, arguments)]
        with (
            _standard_input(given),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = self._run(line)
        return Finished(code, _text(out), _text(err))

    def _run(self, line: list[str]) -> int:
        try:
            return app.main(
                line,
                clock=self.clock,
                secrets=self.secrets,
                tls_context=self.tls_context,
                names=self.names,
            )
        except SystemExit as ending:  # --version and --help
            return int(ending.code or 0)


@contextlib.contextmanager
def _standard_input(given: bytes):
    import sys

    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    raw: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return raw.decode()
