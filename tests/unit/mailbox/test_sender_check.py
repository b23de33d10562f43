"""Whether a server found that a letter comes from where it says: forged words do not count."""

import pytest

from softanswer.mailbox.sender_check import SenderCheck, check_sender

OWN = "Received: from out.example by mx.shop.example; Tue, 3 Nov 2026 10:15:02 +0000"
FROM = "From: Amazon <seller-notification@amazon.com>"


def letter(*fields: str) -> bytes:
    return "\r\n".join([*fields, "Subject: Sold", "", "text"]).encode()


def results(said: str) -> str:
    return f"Authentication-Results: {said}"


@pytest.mark.parametrize(
    "said",
    [
        "mx.shop.example; dkim=pass header.d=amazon.com",
        "mx.shop.example; dkim=pass header.i=@amazon.com header.s=x",
        "mx.shop.example; spf=pass (sender is ok) smtp.mailfrom=bounces.amazon.com; dkim=none",
        "mx.google.com; dkim=pass header.i=@amazonses.com; dkim=pass header.i=@amazon.com;"
        " dmarc=pass (p=QUARANTINE) header.from=amazon.com",
        "mx.shop.example 1; dmarc=pass header.from=amazon.com",
        "spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=amazon.com; dkim=pass header.d=amazon.com",
        "mx.shop.example;\r\n\tdkim=pass (2048-bit key; unprotected)\r\n\theader.d=amazon.com",
    ],
)
def test_a_pass_for_the_domain_in_from_counts(said):
    assert check_sender(letter(results(said), OWN, FROM), "amazon.com") is SenderCheck.PASSED


@pytest.mark.parametrize(
    "said",
    [
        "mx.shop.example; dkim=fail header.d=amazon.com; spf=softfail smtp.mailfrom=amazon.com",
        "mx.shop.example; dmarc=fail header.from=amazon.com; dkim=pass header.d=amazon.com",
        "mx.shop.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example",
        "mx.shop.example; dkim=pass header.d=notamazon.com",
        "mx.shop.example; dkim=pass header.d=amazon.com.evil.example",
        "mx.shop.example; dkim=pass header.d=com",
        "mx.shop.example; dkim=none; spf=none",
        "mx.shop.example; dkim=pass (header.d=amazon.com) header.d=evil.example",
    ],
)
def test_anything_else_is_no_pass(said):
    assert check_sender(letter(results(said), OWN, FROM), "amazon.com") is SenderCheck.FAILED


def test_a_server_that_says_nothing_is_silent():
    assert check_sender(letter(OWN, FROM), "amazon.com") is SenderCheck.SILENT
    assert check_sender(letter(results("mx.shop.example; none"), FROM), "amazon.com") is (
        SenderCheck.SILENT
    )


FORGED = results("mx.shop.example; dkim=pass header.d=amazon.com; dmarc=pass")
SEEN = results("mx.shop.example; dkim=none; spf=fail smtp.mailfrom=evil.example")


@pytest.mark.parametrize(
    "fields",
    [
        (SEEN, OWN, FORGED, FROM),  # below the line of our own server: it came with the letter
        (SEEN, FORGED, FROM),
        (OWN, SEEN, FORGED, FROM),
        (SEEN, results("other.example; dkim=pass header.d=amazon.com"), FROM),
    ],
)
def test_a_forged_result_below_that_of_our_server_does_not_count(fields):
    assert check_sender(letter(*fields), "amazon.com") is SenderCheck.FAILED


def test_results_of_our_server_in_several_fields_are_taken_together():
    spf = results("mx.shop.example; spf=fail smtp.mailfrom=relay.example")
    dkim = results("mx.shop.example; dkim=pass header.d=amazon.com")
    assert check_sender(letter(spf, dkim, OWN, FROM), "amazon.com") is SenderCheck.PASSED


@pytest.mark.parametrize("fields", [(FORGED, FROM, "From: Thief <t@evil.example>"), (FORGED,)])
def test_a_letter_without_exactly_one_from_fails(fields):
    assert check_sender(letter(*fields), "amazon.com") is SenderCheck.FAILED


def test_a_field_in_the_text_is_none():
    raw = letter(OWN, FROM) + b"\r\nAuthentication-Results: x; dkim=pass header.d=amazon.com"
    assert check_sender(raw, "amazon.com") is SenderCheck.SILENT
