"""What a reply of an SMTP server is about: pure.

The enhanced status code is asked first (RFC 3463 and IANA's registry of "SMTP Enhanced Status
Codes"). Many servers give none, or one that says little, and one reply code stands for many things
(552 is a letter too large or a mailbox too full). So the server's words come next, and last what
RFC 5321 section 4.2 says of the reply code after the command in question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_LONGEST_WORDS: Final = 300
_STATUS: Final = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?:\s|$)")


class Stage(Enum):
    """Which step of a submission a reply answers."""

    GREETING = auto()
    EHLO = auto()
    STARTTLS = auto()
    LOG_IN = auto()
    SENDER = auto()
    RECIPIENT = auto()
    LETTER = auto()


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's reply, its words made fit to be read.

    Attributes:
        status: the enhanced status code (RFC 3463), "" where the server gives none.
    """

    code: int
    text: str
    status: str

    @classmethod
    def read(cls, code: int, said: bytes) -> Reply:
        """The reply as smtplib hands it over."""
        text = printable(said.decode("utf-8", "replace"))[:_LONGEST_WORDS]
        status = _STATUS.match(text)
        return cls(code, text, "" if status is None else status[1])


class Cause(Enum):
    """What a refusal is about."""

    TOO_LARGE = auto()
    SENDER = auto()
    AMAZON_SENDER = auto()
    EBAY_SENDER = auto()
    NO_MAILBOX = auto()
    FULL = auto()
    ADDRESS_FORM = auto()
    BEYOND_ASCII = auto()
    RELAYING = auto()
    LIMIT = auto()
    POLICY = auto()
    WRONG_SERVER = auto()
    OTHER = auto()
    GREYLISTED = auto()
    BUSY = auto()


_BY_STATUS: Final = {
    "1.1": Cause.NO_MAILBOX,
    "1.2": Cause.NO_MAILBOX,  # no such mail system
    "1.3": Cause.ADDRESS_FORM,
    "1.6": Cause.NO_MAILBOX,  # moved, nobody knows where to
    "1.7": Cause.SENDER,
    "1.8": Cause.SENDER,
    "1.10": Cause.NO_MAILBOX,  # RFC 7505: the domain takes no mail
    "2.1": Cause.NO_MAILBOX,  # disabled
    "2.2": Cause.FULL,
    "2.3": Cause.TOO_LARGE,
    "3.4": Cause.TOO_LARGE,
    "6.7": Cause.BEYOND_ASCII,  # RFC 6531 section 3.5
    **{f"7.{detail}": Cause.POLICY for detail in range(20, 27)},  # RFC 7372: DKIM, SPF, DNS
    "7.27": Cause.SENDER,  # RFC 7505: its domain takes no answers
}
_BY_WORDS: Final = tuple(
    (cause, re.compile(words, re.IGNORECASE))
    for cause, words in (
        (Cause.LIMIT, r"\b(?:daily|hourly|sending|relay) (?:\w+ ){0,2}(?:limit|quota)"),
        (
            Cause.RELAYING,
            r"\brelay|authenticat(?:e|ion) (?:is )?(?:required|needed)"
            r"|must (?:authenticate|log ?in)|not logged in",
        ),
        (
            Cause.SENDER,
            r"not owned by|\bsend as\b|sender (?:address )?(?:is )?(?:rejected|refused|not\b)"
            r"|(?:unauthori[sz]ed|unapproved|invalid|unknown) sender|approved sender",
        ),
        (Cause.TOO_LARGE, r"(?:message|mail|letter) (?:is )?too (?:large|big|long)|message size"),
        (
            Cause.FULL,
            r"(?:mailbox|inbox) (?:is )?full|over ?quota|quota (?:is )?exceeded"
            r"|exceeded .{0,20}quota",
        ),
        (
            Cause.NO_MAILBOX,
            r"(?:unknown|no such|invalid) (?:user|mailbox|recipient|address|account)"
            r"|(?:user|mailbox|recipient|account) (?:is )?(?:unknown|not found|does ?n[o']t)",
        ),
        (
            Cause.POLICY,
            r"spam|\bblock|black ?list|\bpolicy|reputation|unsolicited|virus|malware"
            r"|\b(?:dmarc|dkim|spf)\b",
        ),
    )
)
_BY_SUBJECT: Final = {"1": Cause.NO_MAILBOX, "7": Cause.POLICY}  # RFC 3463 section 3
_BY_CODE: Final = {  # RFC 5321 section 4.2.2; 556: RFC 7504
    Stage.SENDER: {
        501: Cause.SENDER,
        550: Cause.SENDER,
        551: Cause.SENDER,
        552: Cause.TOO_LARGE,  # RFC 1870 section 6.1
        553: Cause.SENDER,
    },
    Stage.RECIPIENT: {
        501: Cause.ADDRESS_FORM,
        550: Cause.NO_MAILBOX,
        551: Cause.NO_MAILBOX,
        552: Cause.FULL,
        553: Cause.ADDRESS_FORM,
        556: Cause.NO_MAILBOX,
    },
    Stage.LETTER: {550: Cause.POLICY, 552: Cause.TOO_LARGE},
}

_ALIASES: Final = (
    (Cause.AMAZON_SENDER, re.compile(r"@marketplace\.amazon\.", re.IGNORECASE)),
    (Cause.EBAY_SENDER, re.compile(r"@members\.ebay\.", re.IGNORECASE)),
)
_PERHAPS_THE_MARKETPLACE: Final = frozenset({None, Cause.SENDER, Cause.POLICY})
_OWN_SERVER_SPEAKS: Final = re.compile(r"not owned by|\bsend as\b", re.IGNORECASE)
_CLOSING: Final = 421  # "service not available, closing transmission channel"
_GREYLISTED: Final = re.compile(r"gr[ae]y[ -]?list", re.IGNORECASE)
_TOO_MANY: Final = re.compile(r"\btoo many\b", re.IGNORECASE)


def why_refused(stage: Stage, reply: Reply, recipient: str) -> Cause:
    """What a refusal for good (5yz) is about.

    Args:
        recipient: whom the step is about; several are joined by commas.
    """
    if stage not in _BY_CODE:
        return Cause.WRONG_SERVER
    told = _told(stage, reply)
    alias = next((cause for cause, at in _ALIASES if at.search(recipient)), None)
    if (
        alias is not None
        and stage is not Stage.SENDER
        and told in _PERHAPS_THE_MARKETPLACE
        and reply.code in {550, 553, 554}
        and not _OWN_SERVER_SPEAKS.search(reply.text)
    ):
        return alias
    return told or _BY_CODE[stage].get(reply.code, Cause.OTHER)


def why_not_now(stage: Stage, reply: Reply) -> Cause:
    """What a refusal for now (4yz) is about.

    Greylisting (RFC 6647) has no code of its own. Most servers name it; of those that do not,
    4.7.1 is usual, as in Plesk's "451 4.7.1 Service unavailable - try again later".
    """
    is_about_letter = stage in {Stage.RECIPIENT, Stage.LETTER}
    if _GREYLISTED.search(reply.text) or (
        is_about_letter and reply.code in {450, 451} and reply.status == "4.7.1"
    ):
        return Cause.GREYLISTED
    if is_about_letter and _told(stage, reply) is Cause.FULL:
        return Cause.FULL
    is_busy = reply.code == _CLOSING or _TOO_MANY.search(reply.text)
    return Cause.BUSY if is_busy else Cause.OTHER


def printable(text: str) -> str:
    """A text of others without what could change how it is shown."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def _told(stage: Stage, reply: Reply) -> Cause | None:
    """What the enhanced status and the words say, whatever the reply code is."""
    detail = reply.status.partition(".")[2]
    subject = detail.partition(".")[0]
    if stage is Stage.SENDER and subject == "1":
        return Cause.SENDER
    if detail in _BY_STATUS:
        return _BY_STATUS[detail]
    worded = next((cause for cause, words in _BY_WORDS if words.search(reply.text)), None)
    if worded is None and stage is Stage.SENDER and subject == "7":
        return Cause.SENDER
    return worded or _BY_SUBJECT.get(subject)
