"""G1 to G3: who wrote a letter, and to whom an answer would go."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, html_letter, raw_letter

JANE = "jane@mail.example"
OWN = "ana@lanternlane.example"
MANY = ", ".join(f"p{n}@mail.example" for n in range(40))


def _from(name: str, sender: str, shown: str = JANE, **more: str) -> HostileLetter:
    return HostileLetter(f"g2-{name}", raw_letter(From=sender), says=(PLEA,), sender=shown, **more)


PEOPLE = (
    HostileLetter(
        "g1-reply-to-differs",
        raw_letter(Reply_To="thief@evil.example"),
        answers="thief@evil.example",
        sender=JANE,
    ),
    HostileLetter("g1-several-reply-to", raw_letter(Reply_To=MANY), answers=JANE),
    HostileLetter("g1-reply-to-rubbish", raw_letter(Reply_To="<<>>,,;:@"), answers=JANE),
    HostileLetter("g1-reply-to-ourselves", raw_letter(Reply_To=OWN), answers=JANE),
    HostileLetter("g1-from-ourselves", raw_letter(From=OWN), is_listed=False),
    HostileLetter("g1-from-ourselves-in-capitals", raw_letter(From=OWN.upper()), is_listed=False),
    HostileLetter("g1-no-reply", raw_letter(From="no-reply@shop.example"), answers=""),
    HostileLetter("g1-do-not-reply", raw_letter(From="donotreply@shop.example"), answers=""),
    HostileLetter(
        "g1-bounce",
        raw_letter(Return_Path="<>", From="MAILER-DAEMON@mail.example"),
        automatic="bounce",
        answers="",
    ),
    HostileLetter(
        "g1-list", raw_letter(List_Id="<books.lists.example>"), automatic="list", answers=""
    ),
    HostileLetter("g1-nobody", raw_letter(From=None), answers=""),
    HostileLetter("g1-a-name-alone", raw_letter(From="Jane Doe"), answers=""),
    HostileLetter("g1-undisclosed", raw_letter(From="undisclosed-recipients:;"), answers=""),
    HostileLetter(
        "g1-an-address-with-a-command",
        raw_letter(From="<a@b.example> SIZE=1"),
        sender="a@b.example",
        answers="a@b.example",
    ),
    HostileLetter(
        "g1-an-address-of-two", raw_letter(From="<a@b.example,c@d.example>"), answers=""
    ),
    HostileLetter(
        "g1-an-address-of-2000-letters", raw_letter(From=f"<{'a' * 2_000}@b.example>"), answers=""
    ),
    HostileLetter("g1-sender-field-alone", raw_letter(From=None, Sender=JANE), sender=JANE),
    _from("name-is-an-address", f'"service@amazon.com" <{JANE}>'),
    _from("name-is-an-address-in-brackets", f'"Amazon <service@amazon.com>" <{JANE}>'),
    _from("name-padded", f'"Amazon{" " * 300}x" <{JANE}>'),
    _from("two-addresses", f"{JANE}, service@amazon.com"),
    _from("two-angles", f"<{JANE}> <service@amazon.com>"),
    _from("comment-with-address", f"(service@amazon.com) {JANE}"),
    _from("group", f"Amazon: {JANE};"),
    _from("encoded-address", f"=?utf-8?Q?service=40amazon.com?= <{JANE}>"),
    _from("route", f"<@amazon.com:{JANE}>"),
    _from(
        "quoted-local-part",
        '"service@amazon.com"@evil.example',
        '"service@amazon.com"@evil.example',
    ),
    _from(
        "nul-in-name",
        f"=?utf-8?B?c2VydmljZUBhbWF6b24uY29tAA==?= <{JANE}>",
        defect="From field hides",
    ),
    _from("newline-in-name", f"=?utf-8?B?c2VydmljZUBhbWF6b24uY29tCg==?= <{JANE}>"),
    _from("bidi-sender", f"\u202emoc.nozama\u202c <{JANE}>", defect="From field hides"),
    _from(
        "bidi-in-words", f"=?utf-8?B?4oCubW9jLm5vemFtYQ==?= <{JANE}>", defect="From field hides"
    ),
    _from("zero-width", f"Ama\u200bzon <{JANE}>", defect="From field hides"),
    _from("homograph", "Amazon <service@аmazon.com>", "service@аmazon.com"),
    _from("control-in-address", "<jane\x07@mail.example>", defect="From field hides"),
    HostileLetter(
        "g2-two-from-fields",
        b"From: " + JANE.encode() + b"\r\nFrom: service@amazon.com\r\n\r\n" + PLEA.encode(),
        sender=JANE,
        defect="several From fields",
    ),
    HostileLetter(
        "g2-from-in-other-case",
        b"fRoM: " + JANE.encode() + b"\r\n\r\n" + PLEA.encode(),
        sender=JANE,
    ),
    HostileLetter(
        "g2-from-with-blank-before-colon",
        b"From : " + JANE.encode() + b"\r\n\r\n" + PLEA.encode(),
        sender=JANE,
    ),
    HostileLetter("g2-folded-from", raw_letter(From=f'"Jane\r\n Doe"\r\n <{JANE}>'), sender=JANE),
    HostileLetter(
        "g2-forged-authentication",
        raw_letter(Authentication_Results="mx.shop.example; dmarc=pass; spf=pass"),
        sender=JANE,
    ),
    HostileLetter(
        "g2-bidi-subject",
        raw_letter(Subject="Order \u202e54321\u202c"),
        subject="Order 54321",
        defect="Subject field hides",
    ),
    HostileLetter(
        "g2-bidi-text", raw_letter(f"\u202e{PLEA}\u202c\u2066x\u2069\u200f"), says=(PLEA,)
    ),
    HostileLetter("g2-bidi-html", html_letter(f"&#8238;{PLEA}&#x202c;&#x2067;"), says=(PLEA,)),
    HostileLetter(
        "g2-bidi-reply-to",
        raw_letter(Reply_To="\u202ex <thief@evil.example>"),
        defect="Reply-To field hides",
    ),
    HostileLetter(
        "g3-known-name-other-address",
        raw_letter(From="Jane Harwood <jane.harwood@evil.example>"),
        sender="jane.harwood@evil.example",
    ),
    HostileLetter(
        "g3-order-of-another",
        raw_letter("My order 14-20731-55812: send it to 1 Evil Street, please."),
        says=("14-20731-55812",),
    ),
)
