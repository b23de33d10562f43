"""Letters that leave: the bytes of a reply, and whom and what it answers."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final

from .automatic import is_no_reply
from .enclosure import Enclosure, with_files
from .flowed import WIDTH, flow
from .headers import MAX_ID_CHARS
from .message import Address, Message
from .sentence import Sentence

MAX_LINE_CHARS: Final = 998  # RFC 5322 section 2.1.1
_FOLD_AT: Final = 78
_ENCODED_WORD_BYTES: Final = 42  # of UTF-8 in one word, so that it has at most 75 characters
_MAX_NEWEST_REFERENCES: Final = 20
_LAST_LATIN: Final = "\u024f"
_MAX_ADDRESS_CHARS: Final = 254  # RFC 5321 section 4.5.3.1.3, less the angle brackets

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ID: Final = re.compile(f"<[!-;=?-~]{{1,{MAX_ID_CHARS}}}>")
_ATOMS: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
_ADDRESS: Final = re.compile(r"[^\s@<>,;:()\"\\]+@[^\s@<>,;:()\"\\]+")
_REPLY_MARK: Final = re.compile(
    r"\s*(?:re|aw|antw|antwort|sv|vs|odp|отв|ответ)\s?(?:[\[(]\d{1,3}[\])]|\^\d{1,3})?\s?[:：]\s*",
    re.IGNORECASE,
)
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Letter:
    """What one letter says, to whom, and with which files; ids with their angle brackets."""

    sender: Address
    to: Address
    subject: str
    body: str
    message_id: str
    date: datetime
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


def build(letter: Letter) -> bytes:
    """The letter as RFC 5322 bytes: CRLF line ends only, plain text, the date in UTC.

    It names no program, no computer and no user. Lines have at most 78 characters where they
    can, and never more than 998; ids are folded between each other and never encoded. A mark
    stands for the content of each file, which `enclosure.filled` puts in.

    Raises:
        ValueError: a field holds what would forge a header, or cannot be written; the message
            says which and what to do.
    """
    if letter.date.tzinfo is None:
        raise ValueError("The date of a letter needs a time zone.")
    fields = [
        ("Date", format_datetime(letter.date.astimezone(UTC))),
        ("From", _mailbox(letter.sender, "From")),
        ("To", _mailbox(letter.to, "To")),
        ("Subject", _unstructured(letter.subject)),
        ("Message-ID", _ids((letter.message_id,), "Message-ID")),
    ]
    if letter.in_reply_to:
        fields.append(("In-Reply-To", _ids((letter.in_reply_to,), "In-Reply-To")))
    if letter.references:
        fields.append(("References", _ids(letter.references, "References")))
    content_fields, content = _content(letter.body)
    if letter.enclosures:
        version, *text_fields = content_fields
        of_text = [_folded(name, value) for name, value in text_fields]
        kind, content = with_files(of_text, content, letter.enclosures, letter.message_id)
        content_fields = [version, ("Content-Type", kind)]
    lines = [_folded(name, value) for name, value in [*fields, *content_fields]]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + content


def new_message_id(own_address: str) -> str:
    """A new random Message-ID on the domain of the sender's own address.

    Raises:
        ValueError: the address has no domain.
    """
    domain = own_address.rpartition("@")[2] if "@" in own_address else ""
    if not domain:
        raise ValueError(
            Sentence("Mail", "{address} is no mail address: there is nothing behind an @.").format(
                address=own_address
            )
        )
    return f"<{secrets.token_hex(16)}@{_ascii_domain(domain)}>"


def reply_subject(subject: str) -> str:
    """The subject of an answer: "Re: " once, and all else to the letter."""
    rest = subject
    while mark := _REPLY_MARK.match(rest):
        rest = rest[mark.end() :]
    return f"Re: {rest}".rstrip()


def reply_references(message: Message) -> tuple[str, ...]:
    """The References of an answer (RFC 5322 section 3.6.4): the first and the newest 20."""
    earlier = message.references
    if not earlier and len(message.in_reply_to) == 1:
        earlier = message.in_reply_to
    ids = tuple(i for i in dict.fromkeys((*earlier, message.message_id)) if _ID.fullmatch(i))
    return ids[:1] + ids[1:][-_MAX_NEWEST_REFERENCES:]


def reply_recipient(message: Message, own: Collection[str]) -> Address:
    """Whom an answer goes to: the Reply-To where it is one good address, else the sender.

    Args:
        message: the letter to answer.
        own: the seller's own addresses, to which nothing is sent.

    Raises:
        ValueError: nobody would read an answer; the message says why.
    """
    if message.automatic:
        raise ValueError(
            Sentence(
                "Mail", "A program wrote this message ({why}): nobody would read an answer."
            ).format(why=message.automatic)
        )
    ours = {address.casefold() for address in own}
    if len(message.reply_to) == 1:
        answered = message.reply_to[0]
        if _is_answerable(answered) and answered.addr_spec.casefold() not in ours:
            is_sender = answered.addr_spec.casefold() == message.sender.addr_spec.casefold()
            return message.sender if is_sender and not answered.name else answered
    sender = message.sender
    if sender.addr_spec.casefold() in ours:
        raise ValueError(
            Sentence("Mail", "You wrote this letter yourself: choose a letter of the customer.")
        )
    if is_no_reply(sender.addr_spec):
        raise ValueError(
            Sentence(
                "Mail", "{address} takes no answers: answer on the site that sent the message."
            ).format(address=sender.addr_spec)
        )
    if not _is_answerable(sender):
        raise ValueError(
            Sentence(
                "Mail",
                "The letter names no address that an answer could go to: look for the "
                "customer's address in the order.",
            )
        )
    return sender


def new_recipient(address: Address) -> Address:
    """Whom a letter goes to that answers none: this address, looked through.

    Raises:
        ValueError: no letter can go there; the message says why.
    """
    _mailbox(address, "To")
    if is_no_reply(address.addr_spec):
        raise ValueError(
            Sentence("Mail", "{address} takes no letters: only a program writes from it.").format(
                address=address.addr_spec
            )
        )
    return address


def _is_answerable(address: Address) -> bool:
    spec = address.addr_spec
    is_address = _ADDRESS.fullmatch(spec) is not None and len(spec) <= _MAX_ADDRESS_CHARS
    return is_address and not is_no_reply(spec)


def _refuse_controls(text: str, field: str) -> None:
    if _CONTROL.search(text):
        raise ValueError(
            Sentence(
                "Mail",
                "The {field} field has a line end or a control character in it: write it anew.",
            ).format(field=field)
        )


def _mailbox(address: Address, field: str) -> str:
    _refuse_controls(address.name + address.addr_spec, field)
    spec = address.addr_spec
    if not _ADDRESS.fullmatch(spec) or len(spec) > _MAX_ADDRESS_CHARS:
        raise ValueError(
            Sentence("Mail", 'The {field} field holds no single mail address: "{spec}".').format(
                field=field, spec=spec
            )
        )
    local, _, domain = spec.rpartition("@")
    if not local.isascii():
        raise ValueError(
            Sentence(
                "Mail",
                "{address} has letters before the @ that most servers refuse: use another "
                "address.",
            ).format(address=spec)
        )
    spec = f"{local}@{_ascii_domain(domain)}"
    name = " ".join(address.name.split())
    return f"{_phrase(name)} <{spec}>" if name else spec


def _ascii_domain(domain: str) -> str:
    """The domain in letters of ASCII (RFC 5891), as IDNA 2008 keeps them: "ß" stays one."""
    labels = unicodedata.normalize("NFKC", domain).lower().split(".")
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
        for label in labels
    )


def _phrase(name: str) -> str:
    if not name.isascii() or "=?" in name or len(name) > MAX_LINE_CHARS // 2:
        return _encoded_words(name)
    if _ATOMS.fullmatch(name):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unstructured(text: str) -> str:
    _refuse_controls(text, "Subject")
    text = text.strip()
    is_plain = text.isascii() and "=?" not in text
    longest = max((len(word) for word in text.split(" ")), default=0)
    return text if is_plain and longest < MAX_LINE_CHARS // 2 else _encoded_words(text)


def _encoded_words(text: str) -> str:
    """RFC 2047 words of whole characters; a folded line may end behind each."""
    pieces = [""]
    for character in text:
        if len((pieces[-1] + character).encode("utf-8", "replace")) > _ENCODED_WORD_BYTES:
            pieces.append("")
        pieces[-1] += character
    words = (base64.b64encode(piece.encode("utf-8", "replace")) for piece in pieces)
    return " ".join(f"=?utf-8?B?{word.decode('ascii')}?=" for word in words)


def _ids(ids: tuple[str, ...], field: str) -> str:
    for message_id in ids:
        if not _ID.fullmatch(message_id):
            raise ValueError(f"The {field} field holds something that is no message id.")
    return " ".join(ids)


def _folded(name: str, value: str) -> str:
    """A field with its lines broken at single blanks (RFC 5322 section 2.2.3)."""
    lines = [f"{name}:"]
    for word in re.findall(r" *[^ ]+", f" {value}" if value else ""):
        if len(lines[-1]) + len(word) > _FOLD_AT and lines[-1] != f"{name}:":
            lines.append(word)
        else:
            lines[-1] += word
    return "\r\n".join(lines)


def _content(body: str) -> tuple[list[tuple[str, str]], bytes]:
    """The MIME fields and the bytes of a plain text."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", body))
    lines = [line if line == "-- " else line.rstrip() for line in text.strip("\n").split("\n")]
    text = "\n".join(lines)
    is_flowed = any(len(line) > WIDTH or line.startswith("From ") for line in lines)
    if is_flowed:
        text = flow(text)
    charset, encoding, content = _encoded(text + "\n")
    flow_parameter = "; format=flowed" if is_flowed else ""
    return [
        ("MIME-Version", "1.0"),
        ("Content-Type", f"text/plain; charset={charset}{flow_parameter}"),
        ("Content-Transfer-Encoding", encoding),
    ], content


def _encoded(text: str) -> tuple[str, str, bytes]:
    """Charset, transfer encoding and bytes; an encoding only where the text needs one."""
    content = text.replace("\n", "\r\n").encode("utf-8", "replace")
    longest = max(len(line) for line in content.split(b"\r\n"))
    if text.isascii() and longest <= _FOLD_AT:
        return "us-ascii", "7bit", content
    charset = "us-ascii" if text.isascii() else "utf-8"
    if _is_mostly_latin(text):
        return charset, "quoted-printable", binascii.b2a_qp(content, istext=True)
    return charset, "base64", base64.encodebytes(content).replace(b"\n", b"\r\n")


def _is_mostly_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 * sum(c > _LAST_LATIN for c in letters) <= len(letters)
