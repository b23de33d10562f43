"""F4: letters that take a layout, a regular expression or the memory down with them."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, html_letter, mixed, part, raw_letter

BOMBS = (
    *(
        HostileLetter(
            f"f4-tables-{depth}-deep",
            html_letter(f"<p>{PLEA}</p>" + "<table><tr><td>" * depth + "x"),
            says=(PLEA,),
        )
        for depth in (12, 24, 400, 10_000)
    ),
    HostileLetter(
        "f4-blocks-50000-deep", html_letter(f"<p>{PLEA}</p>" + "<div>" * 50_000), says=(PLEA,)
    ),
    HostileLetter(
        "f4-quotes-10000-deep",
        html_letter(f"<p>{PLEA}</p>" + "<blockquote>" * 10_000 + "x"),
        says=(PLEA,),
    ),
    HostileLetter(
        "f4-lists-5000-deep", html_letter(f"<p>{PLEA}</p>" + "<ul><li>x" * 5_000), says=(PLEA,)
    ),
    HostileLetter(
        "f4-100000-cells",
        html_letter(f"<p>{PLEA}</p><table><tr>" + "<td>x" * 100_000),
        says=(PLEA,),
    ),
    HostileLetter("f4-word-of-1-mb", raw_letter(PLEA + "\n" + "x" * 1_000_000), says=(PLEA,)),
    HostileLetter("f4-line-of-1-mb", raw_letter(PLEA + "\n" + "x " * 500_000), says=(PLEA,)),
    HostileLetter(
        "f4-word-of-1-mb-in-html", html_letter(f"<p>{PLEA}</p>" + "x" * 1_000_000), says=(PLEA,)
    ),
    HostileLetter("f4-subject-of-one-word", raw_letter(Subject="x" * 60_000), says=(PLEA,)),
    HostileLetter(
        "f4-name-of-one-word",
        raw_letter(From=f"{'x' * 18_000} <jane@mail.example>"),
        sender="jane@mail.example",
    ),
    HostileLetter("f4-500000-empty-lines", raw_letter(PLEA + "\n" * 500_000 + "x"), says=(PLEA,)),
    HostileLetter("f4-quote-marks", raw_letter(f"{PLEA}\n" + ">" * 200_000), says=(PLEA,)),
    HostileLetter(
        "f4-200000-quoted-lines", raw_letter(f"{PLEA}\n" + "> a\nb\n" * 20_000), says=(PLEA,)
    ),
    HostileLetter(
        "f4-picture-of-30000-pixels",
        html_letter(f'<p>{PLEA}<img width="30000" height="30000" style="width:1e9px">'),
        says=(PLEA,),
    ),
    HostileLetter(
        "f4-picture-in-the-text",
        html_letter(f"<p>{PLEA}<img src='data:image/png;base64,{'A' * 1_000_000}'>"),
        says=(PLEA,),
    ),
    HostileLetter(
        "f4-colspan",
        html_letter(f"<table><td colspan=99999999 rowspan=99999999>{PLEA}"),
        says=(PLEA,),
    ),
    HostileLetter(
        "f4-unclosed-tags", html_letter(f"<p>{PLEA}</p>" + "<a " * 33_000), says=(PLEA,)
    ),
    HostileLetter(
        "f4-unclosed-comments", html_letter(f"<p>{PLEA}</p>" + "<!--" * 50_000), says=(PLEA,)
    ),
    HostileLetter("f4-ampersands", html_letter(f"<p>{PLEA}</p>" + "&" * 100_000), says=(PLEA,)),
    HostileLetter("f4-huge-number", html_letter(f"<p>{PLEA}</p>&#{'9' * 50_000};"), says=(PLEA,)),
    HostileLetter(
        "f4-style-of-1-mb", html_letter(f"<p style='{'a:b;' * 250_000}'>{PLEA}"), says=(PLEA,)
    ),
    HostileLetter(
        "f4-forms-in-divs",
        html_letter(f"<p>{PLEA}</p>" + "<form><div></form>" * 8_000),
        says=(PLEA,),
    ),
    HostileLetter(
        "f4-combining-marks", raw_letter(f"{PLEA}\nz" + "\u0301" * 20_000), says=(PLEA,)
    ),
    HostileLetter(
        "f4-words-like-rules",
        raw_letter(f"{PLEA}\nOn " + "1 Jan 2025, " * 8_000 + "wrote:"),
        says=(PLEA,),
    ),
    HostileLetter("f4-dashes", raw_letter(f"{PLEA}\n" + "-- \n" * 20_000), says=(PLEA,)),
    HostileLetter(
        "f4-order-numbers", raw_letter(f"{PLEA}\n" + "111-2222222-3333333 " * 5_000), says=(PLEA,)
    ),
    HostileLetter("f4-exclamation-marks", raw_letter(f"{PLEA}\n" + "!" * 300_000), says=(PLEA,)),
    HostileLetter("f4-at-signs", raw_letter(f"{PLEA}\n" + "a@" * 100_000), says=(PLEA,)),
    HostileLetter(
        "f4-200-attachments",
        mixed(
            [
                part(PLEA),
                *[
                    part("x", "image/png", f'Content-Disposition: attachment; filename="{n}.png"')
                    for n in range(200)
                ],
            ]
        ),
        says=(PLEA,),
    ),
)
