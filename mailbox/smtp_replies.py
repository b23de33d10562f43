"""What the seller is told when an SMTP server refuses: pure.

A sentence keeps the server's own words and adds what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .errors import (
    CredentialsError,
    MailError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
)
from .sentence import Sentence
from .smtp_causes import Cause, Reply, Stage, why_not_now, why_refused

_LOG_IN_FIRST: Final = frozenset({530, 534, 535, 538})  # RFC 4954 section 6


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a submission: with whom, and about whom.

    Attributes:
        recipient: whom the step is about; several are joined by commas.
    """

    host: str
    stage: Stage
    sender: str = ""
    recipient: str = ""

    def object_of_reply(self) -> Sentence:
        """What the server took or refused, as a part of a sentence."""
        path = self.sender if self.stage is Stage.SENDER else self.recipient
        return _OBJECTS[self.stage].format(path=path)


_OBJECTS: Final = {
    Stage.GREETING: Sentence("Mail", "the greeting"),
    Stage.EHLO: Sentence("Mail", "this program's EHLO"),
    Stage.STARTTLS: Sentence("Mail", "the request to protect the connection"),
    Stage.LOG_IN: Sentence("Mail", "the log-in"),
    Stage.SENDER: Sentence("Mail", "the sender {path}"),
    Stage.RECIPIENT: Sentence("Mail", "the recipient {path}"),
    Stage.LETTER: Sentence("Mail", "the letter"),
}

# Amazon: Seller Central help 201054220, "Messaging permissions": mail to buyers from any address
# but the registered one or an authorized one is rejected. For eBay nothing is claimed, only asked.
_REFUSED: Final = {
    Cause.TOO_LARGE: Sentence(
        "Mail", "It is too large. Take the letter back, shorten it, and hold it again."
    ),
    Cause.SENDER: Sentence(
        "Mail",
        "The server takes no mail from {sender}. Write from an address that belongs to this "
        "account, or have the provider add {sender} to it; then hold the letter again.",
    ),
    Cause.AMAZON_SENDER: Sentence(
        "Mail",
        "Amazon takes mail to a buyer only from your registered address or from an approved "
        "sender. Approve {sender} in Seller Central under Messaging Permissions, then hold the "
        "letter again.",
    ),
    Cause.EBAY_SENDER: Sentence(
        "Mail",
        "This address is an eBay alias. Look whether {sender} is the address that your eBay "
        "account is registered with, then hold the letter again; or answer in eBay's messages.",
    ),
    Cause.NO_MAILBOX: Sentence(
        "Mail",
        "There is no such mailbox, or it takes no mail any more. Compare the address with the "
        "order, correct it, and hold the letter again.",
    ),
    Cause.FULL: Sentence(
        "Mail",
        "The customer's mailbox is full. Hold the letter again tomorrow, or reach the customer "
        "in another way.",
    ),
    Cause.ADDRESS_FORM: Sentence(
        "Mail",
        "The server cannot read this address. Look for a typing mistake, correct it, and hold the "
        "letter again.",
    ),
    Cause.BEYOND_ASCII: Sentence(
        "Mail",
        "The server cannot send to addresses with letters beyond ASCII. Use another address of "
        "the customer, then hold the letter again.",
    ),
    Cause.RELAYING: Sentence(
        "Mail",
        "The server passes mail on only for those who have logged in to it. Check the outgoing "
        "server, its port and the user name in the account, then hold the letter again.",
    ),
    Cause.LIMIT: Sentence(
        "Mail",
        "The provider lets this account send no more for now. Wait until its limit is over, "
        "often a day, then hold the letter again.",
    ),
    Cause.POLICY: Sentence(
        "Mail",
        "A spam filter or a rule of the server stopped it. Take links out of the letter and hold "
        "it again; if it stays so, show the server's words to your mail provider.",
    ),
    Cause.WRONG_SERVER: Sentence(
        "Mail",
        "It takes no mail from this program at this port. Ask the provider for its submission "
        "server and port, correct them in the account, then hold the letter again.",
    ),
    Cause.OTHER: Sentence(
        "Mail",
        "Read the server's reason, change the letter or its recipient, and hold it again.",
    ),
}
_NOT_NOW: Final = {
    Cause.GREYLISTED: Sentence(
        "Mail",
        "Servers ask senders whom they do not know yet to wait a little. It is tried again by "
        "itself, for up to a day.",
    ),
    Cause.FULL: Sentence(
        "Mail",
        "The customer's mailbox is full. It is tried again by itself, for up to a day.",
    ),
    Cause.BUSY: Sentence(
        "Mail",
        "It is busy or about to restart. It is tried again by itself, for up to a day.",
    ),
    Cause.OTHER: Sentence("Mail", "It is tried again by itself, for up to a day."),
}


def failure(step: Step, reply: Reply) -> MailError:
    """What a reply means that ends the submission (RFC 5321 section 4.2.1)."""
    words: dict[str, str | int] = {
        "host": step.host,
        "what": step.object_of_reply(),
        "code": reply.code,
        "text": reply.text,
    }
    kind = reply.code // 100
    if kind == 5 and step.stage is Stage.LOG_IN:  # noqa: PLR2004 - the class of the reply
        return CredentialsError(
            Sentence(
                "Mail",
                "{host} did not accept the user name and password ({code} {said}). Check both "
                "in the account; some providers want an app password.",
            ).format(host=step.host, code=reply.code, said=reply.text)
        )
    if reply.code in _LOG_IN_FIRST:
        return CredentialsError(
            Sentence(
                "Mail",
                "{host} wants a log-in before it takes {what} ({code} {text}). Check the user "
                "name, the password and the port in the account.",
            ).format(**words)
        )
    if kind == 4:  # noqa: PLR2004 - not now
        advice = _NOT_NOW[why_not_now(step.stage, reply)]
        sentence = Sentence("Mail", "{host} does not take {what} now ({code} {text}). {advice}")
        return ServerBusyError(sentence.format(advice=advice, **words), reply.code)
    if kind == 5:  # noqa: PLR2004 - never
        advice = _REFUSED[why_refused(step.stage, reply, step.recipient)]
        advice = advice.format(sender=step.sender)
        sentence = Sentence(
            "Mail", "{host} refused {what} ({code} {text}). Nobody got the letter. {advice}"
        )
        return ServerRefusedError(sentence.format(advice=advice, **words), reply.code)
    return not_smtp(step.host, reply.text)


def too_large(host: str, size: int, limit: int) -> ServerRefusedError:
    """A letter that the server's SIZE says it will not take (RFC 1870)."""
    return ServerRefusedError(
        Sentence(
            "Mail",
            "The letter is too large for {host}: {size:.1f} MB, and the server takes "
            "{limit:.1f} MB. Make it smaller.",
        ).format(host=host, size=size / 1e6, limit=limit / 1e6),
        552,
    )


def beyond_ascii(host: str, path: str) -> ServerRefusedError:
    """An address that needs SMTPUTF8 (RFC 6531), which the server does not offer."""
    return ServerRefusedError(
        Sentence(
            "Mail",
            "{host} cannot send to addresses with letters beyond ASCII: {path}. Use another "
            "address.",
        ).format(host=host, path=path),
        553,
    )


def not_smtp(host: str, said: object) -> ProtocolError:
    """An answer that no server should give."""
    return ProtocolError(
        Sentence(
            "Mail",
            "{host} answered in a way that SMTP does not know ({said}). It is tried again by "
            "itself, for up to a day.",
        ).format(host=host, said=said)
    )
