"""The letters of tests/data/letters/customers_*.toml, each with its order."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from letter_grid import NOW, Point, file_at

from softanswer.mailbox.message import Message
from softanswer.mailbox.mime import parse_message
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.orders.order import OrderFile

_DATA = Path(__file__).parent / "data" / "letters"


@dataclass(frozen=True)
class CustomerLetter:
    """A letter with what a careful reader makes of it; see the head of customers_en.toml."""

    name: str
    language: str
    message: Message
    point: Point
    file: OrderFile | None
    kind: CaseKind
    complaint: bool
    heat: int
    first: tuple[str, ...]
    issues: tuple[CaseKind, ...]


def customer_letters() -> tuple[CustomerLetter, ...]:
    """All of them, in the order of their files."""
    return tuple(
        _letter(table, path.stem.removeprefix("customers_"))
        for path in sorted(_DATA.glob("customers_*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["letter"]
    )


def _letter(table: dict, language: str) -> CustomerLetter:
    mail = EmailMessage()
    mail["From"] = table["from"]
    mail["To"] = "Ana Reyes <ana@lanternlane.example>"
    mail["Subject"] = table["subject"]
    mail["Date"] = NOW
    mail["Message-ID"] = f"<{table['id']}@mail.example>"
    mail.set_content(table["body"].strip() + "\n")
    known = table["parcel"] != "none"
    point = Point(
        title=table["title"],
        parcel=table["parcel"] if known else "inside",
        known=known,
        amount="rub" if language == "ru" else "usd",
    )
    return CustomerLetter(
        name=table["id"],
        language=language,
        message=parse_message(mail.as_bytes()),
        point=point,
        file=file_at(point) if known else None,
        kind=CaseKind(table["kind"]),
        complaint=table["complaint"],
        heat=table["heat"],
        first=tuple(table["first"]),
        issues=tuple(CaseKind(kind) for kind in table.get("issues", ())),
    )
