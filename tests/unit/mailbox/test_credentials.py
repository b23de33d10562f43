"""Passwords go to the system keyring or nowhere; plain text only by the seller's own choice."""

from __future__ import annotations

import subprocess
import sys

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from softanswer.mailbox.credentials import (
    SERVICE_NAME,
    KeyringSecrets,
    SessionSecrets,
    backend_name,
)
from softanswer.mailbox.errors import KeyringError

LENA = "lena@shop.example"


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets; its low priority keeps other tests from getting it by accident."""

    priority = -1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    set_password = delete_password = get_password


class PlaintextKeyring(MemoryKeyring):
    __module__ = "keyrings.alt.file"


class AskingKeyring(MemoryKeyring):
    __module__ = "keyrings.cryptfile.cryptfile"


class Chainer(MemoryKeyring):
    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()
        self.backends = list(backends)


@pytest.fixture
def use(monkeypatch):
    """Make a backend the one that the system offers."""
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)

    def use(backend: KeyringBackend) -> KeyringBackend:
        monkeypatch.setattr("keyring.core._keyring_backend", backend)
        return backend

    return use


def test_a_password_is_kept_and_forgotten(use):
    keyring = use(MemoryKeyring())
    secrets = KeyringSecrets()
    secrets.set(LENA, "S3CRET")
    assert secrets.get(LENA) == "S3CRET"
    assert keyring.kept == {(SERVICE_NAME, LENA): "S3CRET"}
    secrets.delete(LENA)
    secrets.delete(LENA)
    assert keyring.kept == {}


class SmallKeyring(MemoryKeyring):
    """A keyring that keeps no more than Windows does, 2,560 bytes of UTF-16."""

    def set_password(self, service: str, username: str, password: str) -> None:
        assert len(password.encode("utf-16-le")) <= 2560
        super().set_password(service, username, password)


@pytest.mark.parametrize("length", [0, 1, 999, 1000, 1001, 2000, 5001])
@pytest.mark.parametrize("later", [0, 1, 1500, 4000])
def test_a_long_secret_is_kept_in_pieces_and_forgotten_whole(use, length, later):
    keyring = use(SmallKeyring())
    secrets = KeyringSecrets()
    for size in (length, later):
        secret = ("π0123456789abcdef" * 400)[:size]
        secrets.set(LENA, secret)
        assert secrets.get(LENA) == secret
        assert len(keyring.kept) == max(1, -(-size // 1000))
    secrets.delete(LENA)
    assert keyring.kept == {}


def test_a_secret_of_which_a_piece_is_lost_is_missing(use):
    keyring = use(SmallKeyring())
    KeyringSecrets().set(LENA, "x" * 2500)
    del keyring.kept[SERVICE_NAME, f"{LENA} 2"]
    with pytest.raises(KeyringError, match="no password"):
        KeyringSecrets().get(LENA)


@pytest.mark.parametrize("secret", ["3 pieces of softanswer: ", "x pieces of softanswer: y"])
def test_a_password_that_looks_like_the_head_of_pieces_stays_itself(use, secret):
    use(SmallKeyring())
    KeyringSecrets().set(LENA, secret)
    assert KeyringSecrets().get(LENA) == secret


def test_a_missing_password_says_what_to_do(use):
    use(MemoryKeyring())
    with pytest.raises(KeyringError, match=f"no password for {LENA}.*Type it"):
        KeyringSecrets().get(LENA)


@pytest.mark.parametrize("act", [lambda s: s.get(LENA), lambda s: s.set(LENA, "x")])
def test_a_locked_keyring_says_what_to_do(use, act):
    use(LockedKeyring())
    with pytest.raises(KeyringError, match="unlock it"):
        act(KeyringSecrets())


@pytest.mark.parametrize("backend", [FailKeyring, NullKeyring])
@pytest.mark.parametrize("act", [lambda s: s.get(LENA), lambda s: s.set(LENA, "x")])
def test_no_keyring_is_no_silent_keyring(use, backend, act):
    use(backend())
    with pytest.raises(KeyringError, match="no keyring"):
        act(KeyringSecrets())


def test_where_nothing_can_be_kept_nothing_needs_to_be_forgotten(use):
    use(FailKeyring())
    KeyringSecrets().delete(LENA)
    use(LockedKeyring())
    with pytest.raises(KeyringError, match="unlock it"):
        KeyringSecrets().delete(LENA)


@pytest.mark.parametrize("backend", [PlaintextKeyring, AskingKeyring])
def test_a_file_of_its_own_is_used_only_by_choice(use, monkeypatch, backend):
    keyring = use(backend())
    with pytest.raises(KeyringError, match=r"may be plain text.*PYTHON_KEYRING_BACKEND"):
        KeyringSecrets().set(LENA, "S3CRET")
    assert keyring.kept == {}
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend_class_name(backend))
    KeyringSecrets().set(LENA, "S3CRET")
    assert keyring.kept == {(SERVICE_NAME, LENA): "S3CRET"}


def test_a_chain_never_falls_through_to_plain_text(use):
    plain, good = PlaintextKeyring(), LockedKeyring()
    use(Chainer(good, plain))
    with pytest.raises(KeyringError, match="unlock it"):
        KeyringSecrets().set(LENA, "S3CRET")
    assert plain.kept == {}
    use(Chainer(plain))
    with pytest.raises(KeyringError, match="plain text"):
        KeyringSecrets().set(LENA, "S3CRET")


def test_the_backend_is_named_for_the_doctor(use):
    use(MemoryKeyring())
    assert backend_name().endswith("MemoryKeyring")


def test_what_was_typed_is_kept_in_the_keyring(use):
    keyring = use(MemoryKeyring())
    secrets = SessionSecrets(KeyringSecrets())
    secrets.set(LENA, "typed")
    assert keyring.kept == {(SERVICE_NAME, LENA): "typed"}
    assert SessionSecrets(KeyringSecrets()).get(LENA) == "typed"


@pytest.mark.parametrize("backend", [FailKeyring, LockedKeyring])
def test_what_no_keyring_keeps_lasts_for_the_session(use, backend):
    use(backend())
    secrets = SessionSecrets(KeyringSecrets())
    secrets.set(LENA, "typed")
    assert secrets.get("Lena@Shop.Example") == "typed"
    with pytest.raises(KeyringError):
        SessionSecrets(KeyringSecrets()).get(LENA)


def test_what_was_not_typed_comes_from_below(use):
    use(MemoryKeyring()).kept[SERVICE_NAME, LENA] = "kept"
    secrets = SessionSecrets(KeyringSecrets())
    assert secrets.get(LENA) == "kept"
    secrets.set(LENA, "typed")
    secrets.delete(LENA)
    with pytest.raises(KeyringError, match="no password"):
        secrets.get(LENA)


def test_keyring_is_not_loaded_before_it_is_needed():
    code = "import sys, softanswer.mailbox.credentials; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-P", "-c", code], check=False).returncode == 0  # noqa: S603


def backend_class_name(backend: type) -> str:
    return f"{backend.__module__}.{backend.__qualname__}"
