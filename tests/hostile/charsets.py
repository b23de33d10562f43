"""F7: charsets that lie, are missing, or are none but a codec of Python."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, raw_letter

RUSSIAN = "Где моя книга? Верните деньги, пожалуйста."
CODECS_OF_PYTHON = (
    "unicode_escape",
    "raw_unicode_escape",
    "rot13",
    "hex",
    "base64",
    "zlib",
    "bz2",
    "uu",
    "quopri",
    "punycode",
    "idna",
    "undefined",
    "mbcs",
    "oem",
    "string_escape",
    "utf_8_sig",
    "charmap",
)
ODD_LABELS = (
    "",
    "x-unknown",
    "unknown-8bit",
    "utf-8\x00",
    "../../../etc/passwd",
    "utf8; drop",
    "none",
    "a" * 5_000,
    "%s%s%n",
    "utf-8'en'",
    "=?utf-8?q?x?=",
)


def _typed(charset: str, body: bytes, encoding: str = "8bit") -> bytes:
    return raw_letter(
        body, Content_Type=f'text/plain; charset="{charset}"', Content_Transfer_Encoding=encoding
    )


CHARSETS = (
    *(
        HostileLetter(f"f7-python-{name}", _typed(name, PLEA.encode()), says=(PLEA,))
        for name in CODECS_OF_PYTHON
    ),
    *(
        HostileLetter(f"f7-label-{place}", _typed(label, PLEA.encode()), says=(PLEA,))
        for place, label in enumerate(ODD_LABELS)
    ),
    HostileLetter(
        "f7-escapes-stay",
        _typed("unicode_escape", rb"C:\u0041\x00 " + PLEA.encode()),
        says=(PLEA, r"C:\u0041\x00"),
    ),
    HostileLetter(
        "f7-utf-8-called-latin", _typed("iso-8859-1", RUSSIAN.encode()), says=(RUSSIAN,)
    ),
    HostileLetter("f7-utf-8-called-ascii", _typed("us-ascii", RUSSIAN.encode()), says=(RUSSIAN,)),
    HostileLetter(
        "f7-koi8-called-utf-8", _typed("utf-8", RUSSIAN.encode("koi8_r")), says=(RUSSIAN,)
    ),
    HostileLetter("f7-1251-without-label", raw_letter(RUSSIAN.encode("cp1251")), says=(RUSSIAN,)),
    HostileLetter("f7-koi8-without-label", raw_letter(RUSSIAN.encode("koi8_r")), says=(RUSSIAN,)),
    HostileLetter("f7-ascii-called-utf-16", _typed("utf-16", PLEA.encode()), says=(PLEA,)),
    HostileLetter("f7-ascii-called-utf-32", _typed("utf-32", PLEA.encode()), says=(PLEA,)),
    HostileLetter(
        "f7-utf-7-markup",
        _typed("utf-7", b"+ADw-script+AD4- " + PLEA.encode()),
        says=(PLEA,),
        hides=("<script>",),
    ),
    HostileLetter("f7-ascii-called-big5", _typed("big5", PLEA.encode()), says=(PLEA,)),
    HostileLetter(
        "f7-half-a-character",
        _typed("utf-8", RUSSIAN.encode()[:-1] + b"\n" + PLEA.encode()),
        says=(PLEA, "Где моя книга"),
    ),
    HostileLetter(
        "f7-surrogates",
        _typed("utf-8", b"\xed\xa0\x80\xed\xb0\x80 " + PLEA.encode()),
        says=(PLEA,),
    ),
    HostileLetter(
        "f7-overlong",
        _typed("utf-8", b"\xc0\xbcscript\xc0\xbe " + PLEA.encode()),
        says=(PLEA,),
        hides=("<script>",),
    ),
    HostileLetter(
        "f7-escape-sequences",
        raw_letter(
            b"\x1b$B$3$N\x1b(B " + PLEA.encode(), Content_Type="text/plain; charset=iso-2022-jp"
        ),
        says=("この", PLEA),
    ),
    HostileLetter(
        "f7-unclosed-escape",
        raw_letter(PLEA.encode() + b"\x1b$B$3", Content_Type="text/plain; charset=iso-2022-jp"),
        says=(PLEA,),
    ),
    HostileLetter(
        "f7-two-charsets-in-a-subject",
        raw_letter(Subject="=?koi8-r?B?5MU=?= =?utf-8?B?0LzQvtGP?= =?rot13?Q?obbx?="),
        subject="Демояobbx",
    ),
    HostileLetter(
        "f7-raw-bytes-in-a-subject",
        raw_letter().replace(b"Where is my book\r", RUSSIAN.encode("cp1251") + b"\r"),
        subject=RUSSIAN,
    ),
    HostileLetter(
        "f7-cut-inside-a-character",
        raw_letter(Subject="=?utf-8?B?0JrQ?= =?utf-8?B?vdC40LPQsA==?="),
        subject="Книга",
    ),
    HostileLetter(
        "f7-terminal-escapes", raw_letter(f"\x1b]0;evil\x07\x1b[2J{PLEA}"), says=(PLEA,)
    ),
)
