"""A keyring in a JSON file, for programs that tests start: PYTHON_KEYRING_BACKEND names it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

FILE_VARIABLE = "SOFTANSWER_TEST_KEYRING"


class FileKeyring(KeyringBackend):
    """Keeps passwords in the file that the variable names; {} is an empty one."""

    priority = -1  # no other test gets it by accident

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._keep({**self._kept(), f"{service} {username}": password})

    def delete_password(self, service: str, username: str) -> None:
        kept = self._kept()
        if kept.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError
        self._keep(kept)

    @property
    def _path(self) -> Path:
        return Path(os.environ[FILE_VARIABLE])

    def _kept(self) -> dict[str, str]:
        return json.loads(self._path.read_text(encoding="utf-8"))

    def _keep(self, kept: dict[str, str]) -> None:
        self._path.write_text(json.dumps(kept), encoding="utf-8")


class LockedKeyring(KeyringBackend):
    """A keyring that nobody unlocks."""

    priority = -1

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the collection is locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("the collection is locked")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked("the collection is locked")
