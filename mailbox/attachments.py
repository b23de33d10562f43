"""Attached files: what they really are, whether they may be opened, and how they are kept."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from .errors import MailError
from .parts import safe_name
from .sentence import Sentence

_PICTURES: Final = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "gif": b"GIF8",
    "webp": b"RIFF",
}
_OPENED: Final = {**_PICTURES, "pdf": b"%PDF-"}
_WEBP: Final = b"WEBP"
_PROGRAMS: Final = frozenset(
    "action apk app appimage application appref-ms bash bat bin cmd com command cpl csh deb "
    "dll dmg elf exe fish gadget hta inf ins iso isp jar js jse jnlp ksh library-ms lnk mjs "
    "msc msi msix msp mst osx out pif pkg pl ps1 ps1xml ps2 psc1 psd1 psm1 py pyc pyw pyz rb "
    "reg rgs rpm run scf scpt scr sct search-ms settingcontent-ms sh shb shs snap sys tcsh "
    "terminal url vb vbe vbs vbscript vhd vhdx vxd webloc workflow ws wsc wsf wsh xap xpi zsh "
    "desktop img".split()
)
_PAGES: Final = frozenset(
    "chm hlp htm html mht mhtml shtml svg svgz swf xht xhtml xml xsl".split()
)
_MACROS: Final = frozenset(
    "doc docm dot dotm mdb ade adp accdb one onepkg pot potm ppa ppam ppt pptm pps ppsm rtf "
    "slk xla xlam xls xlsb xlsm xlt xltm xll iqy oqy csv".split()
)
_ARCHIVES: Final = frozenset("7z ace arj bz2 cab gz lha lzh rar tar tgz xz z zip zst".split())
_LETTERS: Final = frozenset("eml ics msg p7m p7s vcf winmail dat".split())
_KNOWN: Final = frozenset(
    {*_OPENED, *_PROGRAMS, *_PAGES, *_MACROS, *_ARCHIVES, "docx", "txt", "xlsx"}
)
_BETWEEN_FOLDERS: Final = re.compile(r"[/\\]+")
_ENDING: Final = re.compile(r"\.([\w-]{1,20})\s*$")
_HEAD_BYTES: Final = 16
_PROGRAM_HEADS: Final = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"PK\x03\x04",
)
_MOST_COPIES: Final = 1_000


class Danger(Enum):
    """What may be done with a file besides keeping it."""

    NONE = "none"
    UNKNOWN = "unknown"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a look at a file gave.

    Attributes:
        ending: the real ending in lower case, "" where there is none.
        is_picture: it can be shown in the window.
        reason: why it is not opened from here, "" where it may be.
    """

    ending: str
    danger: Danger
    is_picture: bool
    reason: Sentence | str = ""

    @property
    def opens(self) -> bool:
        """Whether it may be opened, after a question."""
        return self.danger is Danger.NONE


class FileNotKeptError(MailError):
    """A file could not be saved, or is not there; the message says why and what to do."""


def look_at_name(name: str) -> FileLook:
    """What the name of a file tells of it."""
    ending, inner = _endings(name)
    if (
        inner in _KNOWN
        and ending in _PROGRAMS | _PAGES | _MACROS | _ARCHIVES
        and inner not in {ending, *_ARCHIVES}
    ):
        return FileLook(
            ending,
            Danger.HIGH,
            is_picture=False,
            reason=Sentence(
                "Letter",
                "It is named like a .{inner} file, but it is a .{ending} file. Save it only if "
                "you know what it is.",
            ).format(inner=inner, ending=ending),
        )
    if reason := _reason(ending):
        return FileLook(ending, Danger.HIGH, is_picture=False, reason=reason)
    if ending in _OPENED or ending == "txt":
        return FileLook(ending, Danger.NONE, is_picture=ending in _PICTURES)
    return FileLook(
        ending,
        Danger.UNKNOWN,
        is_picture=False,
        reason=Sentence(
            "Letter",
            "Files of this kind are not opened from here. Save it, and open it with a program "
            "that you trust.",
        ),
    )


def look_at_file(name: str, content: bytes) -> FileLook:
    """What the name and the beginning of a file tell of it together."""
    look = look_at_name(name)
    head = content[:_HEAD_BYTES]
    if not look.opens or _is(look.ending, head):
        return look
    return FileLook(
        look.ending,
        Danger.HIGH,
        is_picture=False,
        reason=Sentence(
            "Letter",
            "Its name says that it is a .{ending} file, its content says something else. Save it "
            "only if you know what it is.",
        ).format(ending=look.ending),
    )


def file_name(name: str) -> str:
    """The plain name that a file is saved under, on any system."""
    return safe_name(name) or "attachment.bin"


def letter_file_name(subject: str) -> str:
    """The plain name that a letter is saved under, after its subject."""
    plain = safe_name(_BETWEEN_FOLDERS.sub("-", subject))
    return safe_name(f"{plain or 'letter'}.eml")


def save_new(folder: Path, name: str, content: bytes) -> Path:
    """Save a file under a plain name that nothing in the folder has yet; returns where.

    Raises:
        FileNotKeptError: the folder can't be written; nothing is left behind.
    """
    plain = Path(file_name(name))
    try:
        for number in range(1, _MOST_COPIES):
            tail = f" ({number})" if number > 1 else ""
            place = folder / f"{plain.stem}{tail}{plain.suffix}"
            try:
                handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            _fill(handle, place, content)
            return place
    except OSError as error:
        raise FileNotKeptError(
            Sentence(
                "Letter", "{name} can't be saved in {folder}: {error}. Choose another folder."
            ).format(name=plain, folder=folder, error=error.strerror or error)
        ) from error
    raise FileNotKeptError(
        Sentence(
            "Letter", "{folder} has too many files named {name}. Choose another folder."
        ).format(name=plain, folder=folder)
    )


def _fill(handle: int, place: Path, content: bytes) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except OSError:
        place.unlink(missing_ok=True)
        raise


def _endings(name: str) -> tuple[str, str]:
    """The last ending and the one before it, in lower case."""
    plain = file_name(name)
    last = _ENDING.search(plain)
    if last is None:
        return "", ""
    inner = _ENDING.search(plain[: last.start()].rstrip(" ._"))
    return last[1].lower(), inner[1].lower() if inner else ""


def _reason(ending: str) -> Sentence | None:
    if ending in _PROGRAMS:
        return Sentence(
            "Letter", "It is a program or a shortcut to one (.{ending}). Never start it unasked."
        ).format(ending=ending)
    if ending in _PAGES:
        return Sentence(
            "Letter",
            "It is a page that can run scripts (.{ending}), so it is not opened from here.",
        ).format(ending=ending)
    if ending in _MACROS:
        return Sentence(
            "Letter", "It can carry macros or formulas (.{ending}), so it is not opened from here."
        ).format(ending=ending)
    if ending in _ARCHIVES:
        return Sentence(
            "Letter",
            "It is an archive (.{ending}): what is in it can't be seen, and it is not unpacked.",
        ).format(ending=ending)
    if ending in _LETTERS:
        return Sentence(
            "Letter",
            "It is a letter, an invitation or a card (.{ending}); it is not opened from here.",
        ).format(ending=ending)
    return None


def _is(ending: str, head: bytes) -> bool:
    if ending == "txt":
        return b"\x00" not in head and not head.startswith(_PROGRAM_HEADS)
    if ending == "webp" and head[8:12] != _WEBP:
        return False
    return head.startswith(_OPENED[ending])
