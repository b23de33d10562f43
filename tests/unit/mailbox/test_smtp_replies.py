"""What the seller reads when a server refuses: its words, whom it is about, what to do."""

from __future__ import annotations

import pytest

from softanswer.mailbox.errors import (
    CredentialsError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
)
from softanswer.mailbox.sentence import Sentence, from_stored, sentence_of, to_stored
from softanswer.mailbox.smtp_causes import Reply, Stage
from softanswer.mailbox.smtp_replies import Step, failure

SENDER = "ana@lanternlane.example"
BUYER = "j.harwood@mail.example"
AT_AMAZON = "a1b2c3d4e5f6g7h@marketplace.amazon.de"
AT_EBAY = "63ae59ac280fe0fa69@members.ebay.com"


def said(stage: Stage, line: str, recipient: str = BUYER) -> tuple[type, str]:
    step = Step("smtp.provider.example", stage, SENDER, recipient)
    error = failure(step, Reply.read(int(line[:3]), line[4:].encode()))
    return type(error), str(error)


@pytest.mark.parametrize(
    ("stage", "line", "advice"),
    [
        (Stage.LETTER, "552 5.3.4 no", "Take the letter back, shorten it"),
        (Stage.SENDER, "553 5.7.1 no", f"have the provider add {SENDER}"),
        (Stage.RECIPIENT, "550 5.1.1 no", "Compare the address with the order"),
        (Stage.RECIPIENT, "552 5.2.2 no", "reach the customer in another way"),
        (Stage.RECIPIENT, "553 5.1.3 no", "Look for a typing mistake"),
        (Stage.RECIPIENT, "553 5.6.7 no", "Use another address"),
        (Stage.RECIPIENT, "554 5.7.1 relaying denied", "Check the outgoing server, its port"),
        (Stage.LETTER, "550 5.4.5 Daily user sending limit exceeded", "Wait until its limit"),
        (Stage.LETTER, "554 5.7.1 spam", "Take links out of the letter"),
        (Stage.GREETING, "554 no", "Ask the provider for its submission server and port"),
        (Stage.LETTER, "554 no", "Read the server's reason"),
    ],
)
def test_a_refusal_says_who_why_and_what_to_do(stage: Stage, line: str, advice: str):
    kind, words = said(stage, line)
    assert kind is ServerRefusedError
    assert words.startswith("smtp.provider.example refused the ")
    assert f"({line}). Nobody got the letter. " in words
    assert advice in words
    assert "hold " in words.lower()  # the way back into the hold, for there is none past it


@pytest.mark.parametrize(
    ("recipient", "advice"),
    [
        (AT_AMAZON, f"Approve {SENDER} in Seller Central"),
        (AT_EBAY, f"Look whether {SENDER} is the address that your eBay account"),
    ],
)
def test_a_marketplace_that_refuses_us_is_told_by_its_name(recipient: str, advice: str):
    assert advice in said(Stage.RECIPIENT, "550 5.7.1 no", recipient)[1]


@pytest.mark.parametrize(
    ("stage", "what"),
    [
        (Stage.GREETING, "the greeting"),
        (Stage.EHLO, "this program's EHLO"),
        (Stage.STARTTLS, "the request to protect the connection"),
        (Stage.LOG_IN, "the log-in"),
        (Stage.SENDER, f"the sender {SENDER}"),
        (Stage.RECIPIENT, f"the recipient {BUYER}"),
        (Stage.LETTER, "the letter"),
    ],
)
def test_a_refusal_for_now_is_calm_and_names_what_was_refused(stage: Stage, what: str):
    kind, words = said(stage, "451 4.3.0 later")
    assert kind is ServerBusyError
    assert words == (
        f"smtp.provider.example does not take {what} now (451 4.3.0 later). It is tried again by "
        "itself, for up to a day."
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("451 4.7.1 Greylisting in action", "Servers ask senders whom they do not know yet"),
        ("452 4.2.2 full", "The customer's mailbox is full."),
        ("421 closing", "It is busy or about to restart."),
    ],
)
def test_a_refusal_for_now_gives_its_reason(line: str, why: str):
    words = said(Stage.RECIPIENT, line)[1]
    assert f"({line}). {why}" in words
    assert words.endswith("It is tried again by itself, for up to a day.")


@pytest.mark.parametrize(
    ("stage", "line", "kind", "words"),
    [
        (Stage.LOG_IN, "535 5.7.8 wrong", CredentialsError, "did not accept the user name"),
        (Stage.LOG_IN, "504 not so", CredentialsError, "did not accept the user name"),
        (Stage.LOG_IN, "334 and now?", ProtocolError, "SMTP does not know (and now?)"),
        (Stage.SENDER, "530 5.7.0 first", CredentialsError, "wants a log-in before it takes"),
        (Stage.RECIPIENT, "535 5.7.8 first", CredentialsError, "wants a log-in before it takes"),
        (Stage.LETTER, "250 already?", ProtocolError, "SMTP does not know (already?)"),
        (Stage.RECIPIENT, "999 well", ProtocolError, "SMTP does not know (well)"),
    ],
)
def test_what_is_no_refusal_of_the_letter_is_told_as_what_it_is(stage, line, kind, words):
    assert said(stage, line)[0] is kind
    assert words in said(stage, line)[1]


def test_a_refusal_keeps_its_parts_for_another_language():
    step = Step("smtp.provider.example", Stage.RECIPIENT, SENDER, AT_AMAZON)
    sentence = sentence_of(failure(step, Reply.read(550, b"5.7.1 no")))
    kept = from_stored(to_stored(sentence))
    assert isinstance(kept, Sentence)
    assert kept == sentence
    assert [type(kept.values[part]) for part in ("what", "advice", "text")] == [
        Sentence,
        Sentence,
        str,
    ]
