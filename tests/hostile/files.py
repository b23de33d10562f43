"""I1 to I3: attachments with names and kinds that mean harm."""

from __future__ import annotations

import base64

from hostile.letter import PLEA, HostileLetter, mixed, part

NAMES = {
    "i1-two-endings": ("invoice.pdf.exe", "invoice.pdf.exe"),
    "i1-bidi": ("invoice\u202efdp.exe", "invoicefdp.exe"),
    "i1-padding": ("invoice.pdf" + " " * 150 + ".exe", "invoice.pdf .exe"),
    "i1-newline": ("invoice.pdf\n.exe", None),
    "i1-zero-width": ("invoice.pdf\u200b.exe", "invoice.pdf.exe"),
    "i1-long": ("a" * 3_000 + ".exe", None),
    "i2-path-up": ("../../../../etc/cron.d/evil", "evil"),
    "i2-path-up-backslash": ("..\\..\\Startup\\evil.bat", "evil.bat"),
    "i2-absolute": ("/etc/passwd", "passwd"),
    "i2-drive": ("C:\\Windows\\evil.dll", "evil.dll"),
    "i2-unc": ("\\\\evil.example\\share\\a.txt", "a.txt"),
    "i2-home": ("~/.ssh/authorized_keys", "authorized_keys"),
    "i2-stream": ("a.txt::$DATA", "a.txt__$DATA"),
    "i2-reserved": ("CON.txt", "_CON.txt"),
    "i2-reserved-lower": ("aux", "_aux"),
    "i2-nul": ("a.exe\x00.txt", None),
    "i2-dots": ("..", None),
    "i2-hidden": (".bashrc", "bashrc"),
    "i2-dash": ("-rf *.sh", "rf _.sh"),
    "i2-end-dots": ("a.exe. . .", "a.exe"),
    "i2-blank": ("   ", None),
    "i2-controls": ("\x1b[2Ja.txt", None),
    "i2-format": ("%s%n%x.txt", "%s%n%x.txt"),
    "i2-command": ("$(rm -rf ~).txt", None),
}
DANGEROUS = (
    "exe com scr pif bat cmd vbs js jse wsf hta lnk msi ps1 reg jar docm xlsm iso chm url"
).split()
ZIP = base64.b64encode(b"PK\x03\x04" + bytes(400)).decode()
EVIL_XML = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


def _attached(name: str, kind: str = "application/octet-stream", body: str = "x") -> bytes:
    words = base64.b64encode(name.encode("utf-8", "replace")).decode()
    named = f'Content-Disposition: attachment; filename="=?utf-8?B?{words}?="'
    return mixed([part(PLEA), part(body, kind, named)])


def _plainly(parameter: str) -> bytes:
    return mixed(
        [part(PLEA), part("x", "image/png", f"Content-Disposition: attachment; {parameter}")]
    )


FILES = (
    *(
        HostileLetter(name, _attached(written), says=(PLEA,), files=(shown,) if shown else None)
        for name, (written, shown) in NAMES.items()
    ),
    *(
        HostileLetter(
            f"i1-kind-{ending}",
            _attached(f"photo.jpg.{ending}", "image/jpeg"),
            says=(PLEA,),
            files=(f"photo.jpg.{ending}",),
        )
        for ending in DANGEROUS
    ),
    HostileLetter(
        "i1-wrong-type", _attached("photo.jpg", "application/x-msdownload"), files=("photo.jpg",)
    ),
    HostileLetter(
        "i2-two-of-one-name",
        mixed([part("x", "image/png", 'Content-Disposition: attachment; filename="a.png"')] * 2),
        files=("a.png", "a.png"),
    ),
    HostileLetter(
        "i2-two-names", _plainly('filename="a.png"; filename="a.exe"'), files=("a.png",)
    ),
    HostileLetter(
        "i2-continued-path", _plainly("filename*0=../; filename*1=../evil.sh"), files=("evil.sh",)
    ),
    HostileLetter(
        "i2-percent-path", _plainly("filename*=utf-8''..%2F..%2Fevil.sh"), files=("evil.sh",)
    ),
    HostileLetter("i2-no-name", _plainly("x=y"), files=("image.png",)),
    HostileLetter(
        "i2-codec-of-python",
        _plainly("filename*=unicode_escape''a%5Cu002f.sh"),
        files=("u002f.sh",),
    ),
    HostileLetter(
        "i3-zip", _attached("orders.zip", "application/zip", ZIP), files=("orders.zip",)
    ),
    HostileLetter(
        "i3-letter",
        mixed([part(PLEA), part("From: x@y.example\r\n\r\nnever shown", "message/rfc822")]),
        says=(PLEA,),
        hides=("never shown",),
        files=("letter.eml",),
    ),
    HostileLetter(
        "i3-calendar",
        _attached("x.ics", "text/calendar", "BEGIN:VCALENDAR\r\nATTACH:file:///etc"),
        hides=("VCALENDAR",),
        files=("x.ics",),
    ),
    HostileLetter(
        "i3-card",
        _attached("x.vcf", "text/vcard", "PHOTO;VALUE=uri:http://127.0.0.1:9/x"),
        hides=("PHOTO",),
        files=("x.vcf",),
    ),
    HostileLetter("i3-svg", _attached("x.svg", "image/svg+xml", EVIL_XML), files=("x.svg",)),
    HostileLetter(
        "i3-attached-html",
        _attached("x.html", "text/html", "<p>never shown"),
        hides=("never shown",),
        files=("x.html",),
    ),
    HostileLetter(
        "i3-external-body",
        mixed(
            [
                part(PLEA),
                part(
                    "\r\n", 'message/external-body; access-type=URL; URL="http://127.0.0.1:9/seen"'
                ),
            ]
        ),
        says=(PLEA,),
    ),
    HostileLetter(
        "i3-partial",
        mixed([part(PLEA), part("x", "message/partial; id=a; number=1; total=2")]),
        says=(PLEA,),
    ),
    HostileLetter(
        "i3-winmail",
        _attached("winmail.dat", "application/ms-tnef", 'x\x9f>"'),
        files=("winmail.dat",),
    ),
)
