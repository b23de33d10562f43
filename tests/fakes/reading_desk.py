"""The real window on a profile with letters as they come off the wire, and no server behind it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from builders import HOUR, NOON, HandClock
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from PySide6.QtCore import QBuffer, QByteArray, QUrl
from PySide6.QtGui import QColor, QImage, QPainter

from softanswer.mailbox.remote_pictures import PictureDoor
from softanswer.mailbox.store.folders import FolderRole
from softanswer.replies.preferences import Preferences
from softanswer.ui.desk import Desk
from softanswer.ui.inbox.letter_body import LetterText
from softanswer.ui.inbox.letter_view import LetterView
from softanswer.ui.letter.opening import Outside
from softanswer.ui.profile import Profile

SENDER = "Tom Vale <tom.vale@mail.example>"
Attached = tuple[str, str, bytes]


def letter(
    html: str = "",
    plain: str = "",
    subject: str = "About my order",
    sender: str = SENDER,
    pictures: dict[str, bytes] | None = None,
    files: Sequence[Attached] = (),
) -> bytes:
    """The bytes of a letter: plain, HTML or both; with its own pictures and attached files."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "ana@lanternlane.example"
    mail["Subject"] = subject
    mail["Date"] = f"{NOON - HOUR:%a, %d %b %Y %H:%M:%S +0000}"
    mail["Message-ID"] = f"<{abs(hash((html, plain, subject)))}@mail.example>"
    if plain or not html:
        mail.set_content(plain)
        if html:
            mail.add_alternative(html, subtype="html")
    else:
        mail.set_content(html, subtype="html")
    shown = mail.get_payload()[-1] if mail.is_multipart() else mail
    for name, content in (pictures or {}).items():
        shown.add_related(content, "image", "png", cid=f"<{name}>")
    for name, kind, content in files:
        main, _, sub = kind.partition("/")
        mail.add_attachment(content, main, sub, filename=name)
    return mail.as_bytes()


def png(width: int = 40, height: int = 30, colour: str = "#3a7") -> bytes:
    """A picture as it lies in a letter."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    painter = QPainter(image)
    painter.drawLine(0, 0, width, height)
    painter.end()
    content, buffer = QByteArray(), QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    image.save(buffer, "PNG")
    content = buffer.data()
    return bytes(content.data())


@dataclass
class Watched:
    """What left the program: folders asked for, addresses opened."""

    folder: Path | None = None
    opened: list[str] = field(default_factory=list)

    def outside(self, door: PictureDoor | None = None) -> Outside:
        return Outside(self._choose, self._open, door or PictureDoor(resolve=_nowhere))

    def _choose(self, _view: LetterView) -> str:
        return str(self.folder or "")

    def _open(self, address: QUrl) -> bool:
        self.opened.append(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True


def _nowhere(_host: str, _port: int) -> list[str]:
    return []


class ReadingDesk:
    """The window with these letters; the newest is open. It is noon."""

    def __init__(
        self,
        folder: Path,
        letters: Sequence[bytes],
        preferences: Preferences | None = None,
        door: PictureDoor | None = None,
    ) -> None:
        profile = Profile(folder, HandClock(), MemorySecrets())
        with profile.writing() as writer:
            box = Letterbox(folder, writer)
            if preferences is not None:
                profile.save_preferences(writer, preferences)
            for number, raw in enumerate(letters):
                box.take_in(raw, NOON - HOUR * (len(letters) - number), FolderRole.INBOX)
        self.watched = Watched()
        self.desk = Desk(profile)
        self.desk.wiring.opening._outside = self.watched.outside(door)
        self.desk.wiring.open()

    @property
    def view(self) -> LetterView:
        return self.desk.window.inbox.letter

    def read(self, subject: str) -> None:
        """Open the letter with this subject."""
        (found,) = self.desk.engine.reader.execute(
            "SELECT conversation_id FROM messages WHERE subject = ?", (subject,)
        ).fetchone()
        self.desk.wiring.reading.show_conversation(found)

    def texts(self) -> list[LetterText]:
        """The texts in view."""
        return [text for text in self.view.findChildren(LetterText) if text.isVisible()]

    def shown(self) -> str:
        """What can be read of the letter."""
        return "\n".join(text.toPlainText() for text in self.texts())

    def close(self) -> None:
        with suppress(RuntimeError):
            self.desk.close()
