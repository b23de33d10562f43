"""C1, C11: letters that a parser chokes on. Every one is listed, and says what it can."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, html_letter, mixed, part, raw_letter

DEEP = 3_000
MANY = 5_000


def _nested(depth: int) -> bytes:
    heads = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return b"From: jane@mail.example\n" + "".join(heads).encode() + b"\ndeep"


def _from(rest: bytes) -> bytes:
    return b"From: Jane <jane@mail.example>\r\n" + rest


WITH_PLEA = PLEA.encode()
BROKEN = (
    HostileLetter("c1-nothing", b""),
    HostileLetter("c1-one-nul", b"\x00"),
    HostileLetter("c1-line-ends-only", b"\r\n" * 400),
    HostileLetter("c1-no-header", WITH_PLEA, says=(PLEA,)),
    HostileLetter("c1-no-body", _from(b"Subject: Hello"), sender="jane@mail.example"),
    HostileLetter("c1-only-an-empty-line", b"\r\n\r\n" + WITH_PLEA, says=(PLEA,)),
    HostileLetter(
        "c1-bare-carriage-returns",
        _from(b"X: y\r\r").replace(b"\n", b"") + WITH_PLEA,
        says=(PLEA,),
    ),
    HostileLetter(
        "c1-doubled-carriage-returns",
        raw_letter().replace(b"\r\n", b"\r\r\n"),
        says=(PLEA,),
        sender="jane@mail.example",
    ),
    HostileLetter(
        "c1-mbox-line",
        b"From jane Mon Nov 3 10:15:00 2025\n" + raw_letter(),
        says=(PLEA,),
        sender="jane@mail.example",
    ),
    HostileLetter("c1-utf-16-file", raw_letter().decode().encode("utf-16")),
    HostileLetter("c1-utf-8-mark", b"\xef\xbb\xbf" + raw_letter(), sender="jane@mail.example"),
    HostileLetter("c1-cut-in-a-header", raw_letter()[:33], sender="jane@mail.example"),
    HostileLetter("c1-cut-in-a-part", mixed([part(PLEA)])[:-20], says=("Where is my book",)),
    HostileLetter(
        "c1-year-9999", raw_letter(Date="Fri, 31 Dec 9999 23:59:59 -1200"), says=(PLEA,)
    ),
    HostileLetter("c1-year-0", raw_letter(Date="Sat, 1 Jan 0000 00:00:00 +0000"), says=(PLEA,)),
    HostileLetter(
        "c1-zone-of-weeks", raw_letter(Date="Mon, 3 Nov 2025 10:15:00 +99999999"), says=(PLEA,)
    ),
    HostileLetter("c1-date-of-digits", raw_letter(Date="9" * 60_000), says=(PLEA,)),
    HostileLetter("c1-parts-in-parts", _nested(DEEP), defect="nested deeper"),
    HostileLetter(
        "c1-part-of-itself", b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 999
    ),
    HostileLetter("c1-flood-of-parts", mixed(["\r\nx"] * MANY), defect="more than 500 parts"),
    HostileLetter("c1-letter-in-letter", b"Content-Type: message/rfc822\n\n" * DEEP + WITH_PLEA),
    HostileLetter(
        "c1-no-boundary",
        mixed([part(PLEA)], head={"Content-Type": "multipart/mixed"}),
        says=(PLEA,),
        defect="boundary of a multipart is missing",
    ),
    HostileLetter(
        "c1-wrong-boundary",
        mixed([part(PLEA)]).replace(b"boundary=b", b"boundary=z"),
        says=(PLEA,),
        defect="boundary of a multipart is missing",
    ),
    HostileLetter("c1-empty-multipart", mixed([])),
    HostileLetter(
        "c1-boundary-of-signs",
        raw_letter("--(.*)+\\\n\nx", Content_Type='multipart/mixed; boundary="(.*)+\\\\"'),
    ),
    HostileLetter("c1-almost-boundaries", mixed(["\r\n" + "--b-\r\n" * 30_000 + PLEA])),
    HostileLetter("c1-type-of-signs", raw_letter(Content_Type=';;;=;"'), says=(PLEA,)),
    HostileLetter(
        "c1-type-without-end", raw_letter(Content_Type='text/plain; charset="utf-8'), says=(PLEA,)
    ),
    HostileLetter(
        "c1-many-parameters",
        raw_letter(Content_Type="text/plain" + "; a*1*=b" * 7_000),
        says=(PLEA,),
    ),
    HostileLetter(
        "c1-unknown-encoding", raw_letter(Content_Transfer_Encoding="x-uuencode"), says=(PLEA,)
    ),
    HostileLetter(
        "c1-broken-base64",
        raw_letter("V2hlcmUg!aXMg\r\nbXk gYm9vaw", Content_Transfer_Encoding="base64"),
        says=("Where is my book",),
    ),
    HostileLetter(
        "c1-broken-quoted-printable",
        raw_letter(f"=ZZ=\r\n{PLEA}=", Content_Transfer_Encoding="quoted-printable"),
        says=(PLEA,),
    ),
    HostileLetter(
        "c1-a-line-that-is-no-header",
        _from(b"lost line\r\nSubject: x\r\n\r\n") + WITH_PLEA,
        says=(PLEA,),
        defect="is no header",
    ),
    HostileLetter(
        "c1-header-never-closed",
        _from(b"Subject: x\r\n") + WITH_PLEA + b"\r\nand more",
        says=(PLEA,),
        defect="not closed by an empty line",
    ),
    HostileLetter(
        "c1-200000-headers",
        _from(b"X: y\r\n" * 50_000) + b"\r\n" + WITH_PLEA,
        sender="jane@mail.example",
    ),
    HostileLetter(
        "c1-subject-of-300-kb",
        raw_letter(Subject="=?utf-8?Q?=D0=90=D0=91?= " * 13_000),
        says=(PLEA,),
        defect="64 kB",
    ),
    HostileLetter("c1-unfinished-words", raw_letter(Subject="=?utf-8?Q?" * 6_000), says=(PLEA,)),
    HostileLetter("c1-parentheses", raw_letter(From="(" * 30_000), says=(PLEA,)),
    HostileLetter("c1-quotes", raw_letter(From='"\\' * 30_000), says=(PLEA,)),
    HostileLetter("c1-10000-recipients", raw_letter(To="a@b.example, " * 10_000), says=(PLEA,)),
    HostileLetter(
        "c1-flood-of-references", raw_letter(References="<a@b> " * 10_000), says=(PLEA,)
    ),
    HostileLetter("c1-signed-and-sealed", mixed(["--c\r\n"], "encrypted")),
    HostileLetter("c1-html-without-end", html_letter(f"<p>{PLEA}<table><tr><td"), says=(PLEA,)),
    HostileLetter("c1-nul-everywhere", raw_letter("\0".join(PLEA)), says=(PLEA,)),
    HostileLetter("c1-all-bytes", raw_letter(bytes(range(256)) * 40)),
    HostileLetter("c11-no-message-id", raw_letter(Message_ID=None), says=(PLEA,)),
    HostileLetter("c11-a-known-message-id", raw_letter("One.", Message_ID="<same@mail.example>")),
    HostileLetter("c11-the-same-message-id", raw_letter("Two.", Message_ID="<same@mail.example>")),
)
