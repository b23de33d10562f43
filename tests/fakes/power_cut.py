"""What a disk holds after a power cut: what was flushed, and of the rest nobody knows what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fakes.preload import Act, ActKind


class Disk:
    """The files of one folder, which follow the acts of a program.

    What was written since the last flush of a file may be on the disk or not, each write by
    itself. A file that was removed stays removed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        files = [path for path in folder.iterdir() if path.is_file()]
        self._flushed = {path.name: path.read_bytes() for path in files}
        self._loose: dict[str, list[Act]] = {}

    def follow(self, act: Act) -> None:
        """Take an act in; what concerns no file changes nothing."""
        name = Path(act.name).name
        if act.kind in {ActKind.WROTE, ActKind.CUT}:
            self._loose.setdefault(name, []).append(act)
        elif act.kind is ActKind.FLUSHED:
            self._flushed[name] = self._content(name, self._loose.pop(name, []))
        elif act.kind is ActKind.REMOVED:
            self._flushed.pop(name, None)
            self._loose.pop(name, None)

    def copy_to(self, folder: Path, survives: Callable[[], bool]) -> None:
        """Make the folder that is found after a power cut at this moment.

        `survives` is asked for each write that was not flushed.
        """
        folder.mkdir()
        for name in {*self._flushed, *self._loose}:
            kept = [act for act in self._loose.get(name, []) if survives()]
            if kept or name in self._flushed:
                (folder / name).write_bytes(self._content(name, kept))

    def _content(self, name: str, acts: list[Act]) -> bytes:
        content = bytearray(self._flushed.get(name, b""))
        for act in acts:
            end = act.offset + len(act.data)
            content.extend(bytes(max(0, end - len(content))))
            if act.kind is ActKind.CUT:
                del content[end:]
            else:
                content[act.offset : end] = act.data
        return bytes(content)
