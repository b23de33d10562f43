"""The door to the system keyring: the only module that knows keyring."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, Protocol

from .errors import KeyringError
from .sentence import Sentence

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE_NAME: Final = "softanswer"

# Windows keeps 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE); tokens are longer.
_LONGEST_PIECE: Final = 1_000
_HEAD: Final = re.compile(r"(?P<count>[0-9]{1,2}) pieces of softanswer: (?P<first>.*)", re.DOTALL)
_CHOICE: Final = "PYTHON_KEYRING_BACKEND"
# They keep passwords in plain text, or ask for one on a terminal that a window does not have.
_NOT_BY_ITSELF: Final = ("keyrings.alt.", "keyrings.cryptfile.")
_NO_KEYRING: Final = ("keyring.backends.fail.", "keyring.backends.null.")
_MEND: Final = Sentence(
    "Mail",
    "Start or install one (GNOME Keyring, KWallet, or KeePassXC with its Secret Service), or type "
    "the password at each start.",
)


class _NoKeyringError(KeyringError):
    """There is no keyring that may be used, so nothing was ever kept in one."""


class Secrets(Protocol):
    """Where the passwords of accounts are."""

    def get(self, account_address: str) -> str:
        """The password of an account.

        Raises:
            KeyringError: it cannot be had; the message says what to do.
        """
        ...

    def set(self, account_address: str, secret: str) -> None:
        """Keep the password of an account.

        Raises:
            KeyringError: it cannot be kept.
        """
        ...

    def delete(self, account_address: str) -> None:
        """Forget the password of an account; one that is not there is no error.

        Raises:
            KeyringError: the keyring cannot be reached.
        """
        ...


class KeyringSecrets:
    """Passwords in the system keyring.

    A backend that keeps them in plain text is used only where PYTHON_KEYRING_BACKEND names it:
    then it is the seller's own choice (PRODUCT D13).
    """

    def get(self, account_address: str) -> str:
        """The stored password; see `Secrets.get`."""
        with _translated():
            secret = _read(_backend(), account_address)
        if secret is None:
            raise KeyringError(
                Sentence(
                    "Mail",
                    "The keyring has no password for {address}. Type it in the account's "
                    "settings, or run 'softanswer account add' again.",
                ).format(address=account_address)
            )
        return secret

    def set(self, account_address: str, secret: str) -> None:
        """Store a password; see `Secrets.set`."""
        with _translated():
            _write(_backend(), account_address, secret)

    def delete(self, account_address: str) -> None:
        """Forget a password; see `Secrets.delete`."""
        from keyring.errors import PasswordDeleteError  # 90 ms, so only where it is needed

        with _translated(), suppress(PasswordDeleteError, _NoKeyringError):
            backend = _backend()
            head = backend.get_password(SERVICE_NAME, account_address) or ""
            for name in (account_address, *_further_names(account_address, head)):
                backend.delete_password(SERVICE_NAME, name)


class SessionSecrets:
    """Passwords of the secrets below; those that they cannot keep last for this session."""

    def __init__(self, below: Secrets) -> None:
        self._below = below
        self._typed: dict[str, str] = {}
        self._lost: set[str] = set()

    def get(self, account_address: str) -> str:
        """The typed password, else that of the secrets below."""
        typed = self._typed.get(account_address.lower())
        return self._below.get(account_address) if typed is None else typed

    def set(self, account_address: str, secret: str) -> None:
        """Keep a password below; where that is not possible, in memory until the program ends."""
        self._typed[account_address.lower()] = secret
        try:
            self._below.set(account_address, secret)
        except KeyringError:
            self._lost.add(account_address.lower())
        else:
            self._lost.discard(account_address.lower())

    def lasts(self, account_address: str) -> bool:
        """Whether the password that was set for an account is there at the next start."""
        return account_address.lower() not in self._lost

    def delete(self, account_address: str) -> None:
        """Forget a password, here and below."""
        self._typed.pop(account_address.lower(), None)
        self._below.delete(account_address)


def backend_name() -> str:
    """The backend that is used, for `doctor`.

    Raises:
        KeyringError: there is none to be used.
    """
    with _translated():
        return _name(_backend())


def _backend() -> KeyringBackend:
    import keyring  # 90 ms, so only where it is needed

    chosen = keyring.get_keyring()
    # The chainer would fall through to plain text when a better one fails.
    candidates: list[KeyringBackend] = list(getattr(chosen, "backends", [])) or [chosen]
    named = os.environ.get(_CHOICE)
    for backend in candidates:
        name = _name(backend)
        if name.startswith(_NO_KEYRING):
            continue
        if named or not name.startswith(_NOT_BY_ITSELF):
            return backend
    if any(_name(backend).startswith(_NOT_BY_ITSELF) for backend in candidates):
        raise _NoKeyringError(
            Sentence(
                "Mail",
                "The only keyring of this computer keeps passwords in a file of its own "
                "({keyring}), which may be plain text. {mend} To use that file all the "
                "same, set {choice}={keyring}.",
            ).format(keyring=_name(candidates[0]), mend=_MEND, choice=_CHOICE)
        )
    raise _NoKeyringError(
        Sentence("Mail", "This computer has no keyring to keep passwords in. {mend}").format(
            mend=_MEND
        )
    )


def _read(backend: KeyringBackend, address: str) -> str | None:
    """A secret, put together from its pieces; None where one is missing."""
    head = backend.get_password(SERVICE_NAME, address)
    if head is None or (match := _HEAD.fullmatch(head)) is None:
        return head
    pieces = [match["first"]]
    for name in _further_names(address, head):
        piece = backend.get_password(SERVICE_NAME, name)
        if piece is None:
            return None
        pieces.append(piece)
    return "".join(pieces)


def _write(backend: KeyringBackend, address: str, secret: str) -> None:
    """Keep a secret; a long one in pieces, of which the first says how many there are."""
    before = _further_names(address, backend.get_password(SERVICE_NAME, address) or "")
    first, *rest = [
        secret[at : at + _LONGEST_PIECE] for at in range(0, len(secret) or 1, _LONGEST_PIECE)
    ]
    head = f"{1 + len(rest)} pieces of softanswer: {first}"
    names = _further_names(address, head)
    for name, piece in zip(names, rest, strict=True):
        backend.set_password(SERVICE_NAME, name, piece)
    is_plain = not rest and _HEAD.fullmatch(first) is None
    backend.set_password(SERVICE_NAME, address, first if is_plain else head)
    for name in before[len(rest) :]:
        backend.delete_password(SERVICE_NAME, name)


def _further_names(address: str, head: str) -> list[str]:
    """Under which names the pieces behind the first one stand."""
    match = _HEAD.fullmatch(head)
    return [f"{address} {number}" for number in range(2, int(match["count"]) + 1 if match else 0)]


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except KeyringError:
        raise
    except Exception as error:  # a backend raises whatever its system raises
        raise KeyringError(
            Sentence(
                "Mail",
                "The keyring cannot be used ({kind}: {error}). It may be locked: unlock it, "
                "then try again; or type the password at each start.",
            ).format(kind=type(error).__name__, error=error)
        ) from error
