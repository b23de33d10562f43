"""Letters whose headers or bodies are hard to write, for every parser that reads them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from softanswer.mailbox.enclosure import describe, digest_of, filled
from softanswer.mailbox.message import Address
from softanswer.mailbox.outgoing import Letter, build

ANA: Final = Address("Ana Reyes", "ana@lanternlane.example")
PLAIN: Final = Letter(
    sender=ANA,
    to=Address("Jane Doe", "jane@mail.example"),
    subject="Re: Your order 114-2847561-9053318",
    body="Dear Jane,\n\nI am sorry.\n\nAna\n",
    message_id="<1@lanternlane.example>",
    date=datetime(2026, 11, 22, 12, 30, tzinfo=UTC),
)
RELAY: Final = "3k9x1z+A2ZQ7-0a1b2c3d4e5f6a7b8c9d@marketplace.amazon.example"
EBAY: Final = "b1c2d3_buyer=4af5+tok.EnDs-Here@members.ebay.example"


def _to(name: str) -> Letter:
    return replace(PLAIN, to=Address(name, "jane@mail.example"))


def _subject(text: str) -> Letter:
    return replace(PLAIN, subject=text)


def _ids(count: int, length: int) -> Letter:
    ids = tuple(f"<{number:04}.{'r' * (length - 17)}@x.example>" for number in range(count))
    return replace(PLAIN, in_reply_to=ids[-1], references=ids)


# The files that letters of the table take along, by the names they are to arrive under.
CONTENTS: Final[Mapping[str, bytes]] = {
    "spine.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 60,
    "return label.pdf": b"%PDF-1.7\n--\n.\nFrom here\n",
    "page, two; or three.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 57,
    "Фото корешка.jpg": b"\xff\xd8\xff\xe1" + b"x" * 56,
    "Война и мир, том второй, издание 1869 года, снимок титульного листа и корешка.pdf": b"%PDF-",
    "本の写真 👍🏽.png": b"\x89PNG\r\n\x1a\n.",
    "100%25 like new.txt": "Größe".encode(),
    "=_q_encoded=_.txt": b"--=_\r\n",
    f"{'long-' * 38}name.jpg": b"\xff\xd8\xff",
    "no ending": b"\x00\x01",
}


def _with(*names: str, **changes: str) -> Letter:
    return replace(
        PLAIN, **changes, enclosures=tuple(describe(name, CONTENTS[name]) for name in names)
    )


def as_sent(letter: Letter) -> bytes:
    """The letter as it goes out, the contents of its files put in."""
    contents = {digest_of(content): content for content in CONTENTS.values()}
    return filled(build(letter), contents.__getitem__)


LETTERS: Final[Mapping[str, Letter]] = {
    "plain": PLAIN,
    # RFC 5322: names that need quotation marks, subjects that fold, what looks like a field
    "a name with a comma": _to("Doe, Jane"),
    "a name with quotes": _to('Jane "JD" Doe'),
    "a name with a backslash": _to("Jane \\ Doe"),
    "a name with brackets": _to("Jane (from the shop)"),
    "a name with an address": _to("jane@mail.example"),
    "a name with a dot": _to("J. R. Doe, Jr."),
    "a name like a group": _to("Friends: Jane;"),
    "a long name": _to("Jane " * 40 + "Doe"),
    "no name": _to(""),
    "a name with an apostrophe": _to("O'Neill"),
    "no subject": _subject(""),
    "a subject that folds": _subject("Re: " + "the parcel that I wait for " * 12),
    "a subject that is one word": _subject("Re: " + "x" * 700),
    "a subject like a field": _subject("Bcc: spy@evil.example"),
    "a subject with wide gaps": _subject("Re: a  b   c"),
    "a subject with a marketplace's token": _subject("Re: [#2847561] Order 114-2847561-9053318"),
    # RFC 2047: other scripts, what looks encoded already, and encoded words that end anywhere
    "Cyrillic": replace(
        PLAIN,
        sender=Address("Книги на Арбате", "ana@lanternlane.example"),
        to=Address("Щербакова, Анна", "jane@mail.example"),
        subject="Re: Где моя книга «Война и мир»? " * 6,
        body="Здравствуйте, Анна!\n\nМне очень жаль.\n\nАна\n",
    ),
    "emoji": replace(
        PLAIN,
        to=Address("Jane 📚 Doe", "jane@mail.example"),
        subject="Re: 👩‍👧‍👦 " + "😀" * 60,
        body="Thank you 🙏🏽\n",
    ),
    "accents": replace(
        PLAIN,
        to=Address("Zoë Müller-Lüdenscheidt", "jane@mail.example"),
        subject="Re: Café à côté",
    ),
    "Chinese": replace(PLAIN, subject="Re: " + "我的書在哪裡" * 30, body="對不起。\n"),
    "right to left": _subject("Re: איפה הספר שלי? אין מענה"),
    "one that looks encoded": _subject("Re: =?utf-8?q?not_so?= at all"),
    "a name that looks encoded": _to("=?utf-8?q?Jane?="),
    "encoded and plain": _subject("Re: Ваш заказ No 114-2847561-9053318 from eBay (книга)"),
    # ids: long ones, many, and with signs of relays
    "a long id": _ids(1, 240),
    "ids as long as a line may be": _ids(2, 980),
    "many ids": _ids(21, 90),
    "ids of a relay": replace(
        PLAIN,
        in_reply_to="<urn.rtn.msg.20261120.abc=$%+~_{x}@eu-west-1.amazonses.example>",
        references=("<JavaMail.evans.7!8#9*'/?^`|@mail.example>",) * 1
        + ("<urn.rtn.msg.20261120.abc=$%+~_{x}@eu-west-1.amazonses.example>",),
    ),
    # relays: address, subject and token as they came
    "Amazon's relay": replace(
        PLAIN,
        to=Address("Jane - Marketplace", RELAY),
        subject="Re: Inquiry from customer (Order: 114-2847561-9053318) [commMgrTok:A0123456789]",
    ),
    "eBay's relay": replace(
        PLAIN, to=Address("jane_reads", EBAY), subject="Re: Light at Skerra #14-20731-55812"
    ),
    "another identity": replace(
        PLAIN, sender=Address("Lantern Lane (orders)", "orders+de@lanternlane.example")
    ),
    "a domain in other letters": replace(PLAIN, to=Address("", "info@bücher.example")),
    # RFC 2045: bodies
    "a long line": replace(PLAIN, body="word " * 300 + "\n"),
    "a word longer than a line": replace(PLAIN, body="https://x.example/" + "a" * 1_500 + "\n"),
    "lines that mean something": replace(PLAIN, body="From here\n.\n..\n> quoted\n-- \nAna\n"),
    "accents in the body": replace(PLAIN, body="Café = crème, 100 % sûr\n" * 3),
    "a long Russian line": replace(PLAIN, body="Добрый день, Ирина! " * 60 + "\n"),
    # RFC 2046, 2183, 2231: files
    "a photo": _with("spine.jpg"),
    "a Russian letter with a Russian name": _with(
        "Фото корешка.jpg", body="Во вложении снимок.\n"
    ),
    "many files": _with(*CONTENTS, body="Größe\n"),
}
FIELDS: Final = {
    "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding",
}  # fmt: skip


def spec_of(address: Address) -> str:
    """The address as it travels."""
    return address.addr_spec.replace("bücher", "xn--bcher-kva")


def squeezed(text: str) -> str:
    """A body without line ends and blanks, where flowed text has its own."""
    return "".join(line for line in text.split())
