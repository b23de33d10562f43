"""What a server's refusal is about: replies as real servers write them."""

from __future__ import annotations

import pytest

from softanswer.mailbox.smtp_causes import Cause, Reply, Stage, why_not_now, why_refused

BUYER = "j.harwood@mail.example"
AT_AMAZON = "a1b2c3d4e5f6g7h@marketplace.amazon.co.uk"
AT_EBAY = "63ae59ac280fe0fa69@members.ebay.com"


def reply(line: str) -> Reply:
    return Reply.read(int(line[:3]), line[4:].encode())


REFUSED = [
    # The enhanced status decides, whatever the code.
    (Stage.SENDER, "552 5.3.4 message size exceeds fixed limit", Cause.TOO_LARGE),
    (Stage.RECIPIENT, "552 5.2.3 over this mailbox's limit", Cause.TOO_LARGE),
    (Stage.LETTER, "554 5.3.4 no", Cause.TOO_LARGE),
    (Stage.RECIPIENT, "552 5.2.2 no", Cause.FULL),
    (Stage.LETTER, "554 5.2.2 no", Cause.FULL),
    (Stage.RECIPIENT, "550 5.1.1 no", Cause.NO_MAILBOX),
    (Stage.RECIPIENT, "550 5.1.2 no", Cause.NO_MAILBOX),
    (Stage.RECIPIENT, "556 5.1.10 no", Cause.NO_MAILBOX),
    (Stage.RECIPIENT, "550 5.2.1 no", Cause.NO_MAILBOX),
    (Stage.RECIPIENT, "550 5.1.0 no", Cause.NO_MAILBOX),
    (Stage.RECIPIENT, "501 5.1.3 no", Cause.ADDRESS_FORM),
    (Stage.RECIPIENT, "553 5.1.3 no", Cause.ADDRESS_FORM),
    (Stage.RECIPIENT, "553 5.6.7 no", Cause.BEYOND_ASCII),
    (Stage.SENDER, "550 5.1.8 no", Cause.SENDER),
    (Stage.SENDER, "550 5.1.0 no", Cause.SENDER),
    (Stage.SENDER, "550 5.7.1 no", Cause.SENDER),
    (Stage.RECIPIENT, "550 5.1.8 no", Cause.SENDER),
    (Stage.RECIPIENT, "550 5.7.27 no", Cause.SENDER),
    (Stage.RECIPIENT, "550 5.7.1 no", Cause.POLICY),
    (Stage.LETTER, "550 5.7.1 no", Cause.POLICY),
    (Stage.LETTER, "554 5.7.0 no", Cause.POLICY),
    (Stage.LETTER, "550 5.7.26 This mail has been blocked: unauthenticated", Cause.POLICY),
    # Then the words.
    (Stage.RECIPIENT, "554 5.7.1 <b@c.example>: Relay access denied", Cause.RELAYING),
    (Stage.RECIPIENT, "550 5.7.54 SMTP; Unable to relay recipient", Cause.RELAYING),
    (Stage.SENDER, "550 5.7.1 Authentication required", Cause.RELAYING),
    (
        Stage.RECIPIENT,
        "553 5.7.1 <a@b.example>: Sender address rejected: not owned by user lena",
        Cause.SENDER,
    ),
    (
        Stage.LETTER,
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        Cause.SENDER,
    ),
    (Stage.LETTER, "550 5.4.5 Daily user sending limit exceeded.", Cause.LIMIT),
    (Stage.LETTER, "554 message too large", Cause.TOO_LARGE),
    (Stage.LETTER, "552 Mailbox full", Cause.FULL),
    (Stage.RECIPIENT, "554 user's quota exceeded", Cause.FULL),
    (Stage.RECIPIENT, "554 No such user here", Cause.NO_MAILBOX),
    (Stage.LETTER, "554 rejected: looks like spam", Cause.POLICY),
    (Stage.RECIPIENT, "550 blocked by our block list", Cause.POLICY),
    (Stage.LETTER, "552 message rejected by anti-spam engine", Cause.POLICY),
    # Then code and command.
    (Stage.SENDER, "552 no", Cause.TOO_LARGE),
    (Stage.SENDER, "553 no", Cause.SENDER),
    (Stage.SENDER, "501 no", Cause.SENDER),
    (Stage.RECIPIENT, "550 no", Cause.NO_MAILBOX),
    (Stage.RECIPIENT, "552 no", Cause.FULL),
    (Stage.RECIPIENT, "553 no", Cause.ADDRESS_FORM),
    (Stage.LETTER, "552 no", Cause.TOO_LARGE),
    (Stage.LETTER, "550 no", Cause.POLICY),
    (Stage.LETTER, "554 transaction failed", Cause.OTHER),
    (Stage.RECIPIENT, "503 no", Cause.OTHER),
    # Before there is a letter only the server itself can be meant.
    (Stage.GREETING, "554 5.7.1 your network is on a block list", Cause.WRONG_SERVER),
    (Stage.EHLO, "550 5.7.1 no", Cause.WRONG_SERVER),
]


@pytest.mark.parametrize(("stage", "line", "cause"), REFUSED)
def test_a_refusal_is_read_from_status_words_and_code(stage: Stage, line: str, cause: Cause):
    assert why_refused(stage, reply(line), BUYER) is cause


@pytest.mark.parametrize(
    ("recipient", "marketplace"),
    [(AT_AMAZON, Cause.AMAZON_SENDER), (AT_EBAY, Cause.EBAY_SENDER)],
)
@pytest.mark.parametrize(
    ("stage", "line", "as_elsewhere"),
    [
        (Stage.RECIPIENT, "550 5.7.1 no", None),
        (Stage.RECIPIENT, "553 5.1.8 no", None),
        (Stage.RECIPIENT, "550 no", None),
        (Stage.LETTER, "550 5.7.1 unauthorized sender", None),
        (Stage.LETTER, "554 transaction failed", None),
        (Stage.SENDER, "550 5.7.1 no", Cause.SENDER),
        (Stage.RECIPIENT, "550 5.1.1 no", Cause.NO_MAILBOX),
        (Stage.RECIPIENT, "554 5.7.1 Relay access denied", Cause.RELAYING),
        (Stage.RECIPIENT, "553 5.7.1 Sender address rejected: not owned by user", Cause.SENDER),
        (Stage.LETTER, "552 5.3.4 no", Cause.TOO_LARGE),
        (Stage.LETTER, "552 no", Cause.TOO_LARGE),
    ],
)
def test_a_marketplace_refuses_an_address_that_it_does_not_know(
    recipient, marketplace, stage, line, as_elsewhere
):
    assert why_refused(stage, reply(line), recipient) is (as_elsewhere or marketplace)


@pytest.mark.parametrize(
    ("stage", "line", "cause"),
    [
        (Stage.RECIPIENT, "450 4.2.0 <b@c.example>: Recipient address rejected: Greylisted", None),
        (Stage.RECIPIENT, "451 grey listed, come back", None),
        (Stage.SENDER, "450 4.7.1 you are graylisted", None),
        (Stage.LETTER, "451 4.7.1 Service unavailable - try again later", None),
        (Stage.RECIPIENT, "450 4.7.1 later", None),
        (Stage.SENDER, "450 4.7.1 later", Cause.OTHER),
        (Stage.RECIPIENT, "452 4.7.1 later", Cause.OTHER),
        (Stage.RECIPIENT, "452 4.2.2 later", Cause.FULL),
        (Stage.RECIPIENT, "450 the user's mailbox is full", Cause.FULL),
        (Stage.LETTER, "452 insufficient system storage", Cause.OTHER),
        (Stage.GREETING, "421 4.3.2 closing", Cause.BUSY),
        (Stage.LETTER, "421 closing", Cause.BUSY),
        (Stage.LOG_IN, "454 4.7.0 Too many log-ins", Cause.BUSY),
        (Stage.GREETING, "450 too many connections from your network", Cause.BUSY),
        (Stage.LETTER, "451 local error", Cause.OTHER),
    ],
)
def test_a_refusal_for_now_tells_greylisting_from_a_full_mailbox_and_from_haste(
    stage, line, cause
):
    assert why_not_now(stage, reply(line)) is (cause or Cause.GREYLISTED)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("550 5.1.1 no such user", "5.1.1"),
        ("550 5.1.10", "5.1.10"),
        ("250 2.0.0 taken", "2.0.0"),
        ("550 no such user 5.1.1", ""),
        ("550 5.1.1.2 is an address", ""),
        ("550 ", ""),
    ],
)
def test_the_enhanced_status_stands_first_or_is_none(line: str, status: str):
    assert reply(line).status == status


def test_a_servers_words_can_neither_hide_nor_flood():
    said = Reply.read(550, b"5.1.1 no\x1b[2J\xe2\x80\xae user\n" + b"x" * 5000)
    assert said.text.startswith("5.1.1 no [2J  user x")
    assert len(said.text) == 300
