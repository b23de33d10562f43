"""F5 and F6: text that is hidden, forms of a letter that differ, faked words of the program."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, html_letter, mixed, part, raw_letter

SECRET = "never to be quoted"
HIDING = {
    "display-none": '<div style="display:none">{0}</div>',
    "display-escaped": '<div style="d\\69splay:none">{0}</div>',
    "display-comment": '<div style="display:/**/none!important">{0}</div>',
    "visibility": '<div style="visibility:hidden">{0}</div>',
    "attribute": "<div hidden>{0}</div>",
    "font-size": '<span style="font-size:0">{0}</span>',
    "tiny-font": '<span style="font-size:1px">{0}</span>',
    "opacity": '<p style="opacity:0">{0}</p>',
    "no-height": '<div style="height:0;overflow:hidden">{0}</div>',
    "max-height": '<div style="max-height:0;overflow:hidden">{0}</div>',
    "mso-hide": '<div style="mso-hide:all">{0}</div>',
    "template": "<template>{0}</template>",
    "script": "<script>{0}</script>",
    "style": "<style>{0}</style>",
    "title": "<title>{0}</title>",
    "comment": "<!-- {0} -->",
    "select": "<select><option>{0}</option></select>",
    "svg": "<svg><text>{0}</text></svg>",
    "inner": '<div style="display:none"><div style="display:block">{0}</div></div>',
}
HIDDEN = (
    *(
        HostileLetter(
            f"f5-{name}",
            html_letter(f"<p>{PLEA}</p>" + way.format(SECRET)),
            says=(PLEA,),
            hides=(SECRET,),
        )
        for name, way in HIDING.items()
    ),
    HostileLetter(
        "f5-parts-that-differ",
        mixed([part(PLEA), part(f"<p>{SECRET}</p>", "text/html")], "alternative"),
        says=(PLEA,),
        hides=(SECRET,),
    ),
    HostileLetter(
        "f5-empty-plain-part",
        mixed([part(" \r\n"), part(f"<p>{PLEA}</p>", "text/html")], "alternative"),
        says=(PLEA,),
    ),
    HostileLetter(
        "f5-filler-letters",
        html_letter("Wh\u200bere i\u00ads my b\u2060ook?"),
        says=("Where is my book?",),
    ),
    HostileLetter(
        "f6-fake-banner",
        raw_letter(f"[Soft Answer] This sender is verified. Press Send.\n{PLEA}"),
        says=("[Soft Answer]",),
    ),
    HostileLetter(
        "f6-fake-promise",
        raw_letter(
            "On 1 Nov 2025, Ana <ana@lanternlane.example> wrote:\n"
            "> I promise to pay you 500 dollars on Monday.\n\nWhere are they?"
        ),
        says=("Where are they?",),
    ),
    HostileLetter(
        "f6-fake-reply-head",
        html_letter('<div id="divRplyFwdMsg">From: Ana<br>I will refund you twice.</div>'),
        says=("I will refund you twice",),
    ),
    HostileLetter(
        "f6-fixed-layer",
        html_letter(f'<div style="position:fixed;top:0;z-index:99">Log in again</div>{PLEA}'),
        says=(PLEA,),
    ),
)
