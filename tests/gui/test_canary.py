"""No letter calls anybody or reads a file before it was agreed to (RELIABILITY F1 to F3)."""

from __future__ import annotations

import socket
import sys
import threading

import pytest
from fakes.canary import FileWatch, Listener
from fakes.reading_desk import ReadingDesk, letter, png
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QMessageBox

from softanswer.ui.theme.theme import Scheme

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify")
WAYS = """
<html><head><base href="{u}/base/"><link rel="stylesheet" href="{u}/link.css">
<link rel="prefetch dns-prefetch preconnect icon" href="{u}/prefetch">
<meta http-equiv="refresh" content="0;url={u}/refresh">
<style>@import url("{u}/import.css"); @import "{u}/import2.css";
body {{ background: url({u}/css.png) }} @font-face {{ font-family: x; src: url({u}/font.woff) }}
li {{ list-style-image: url({u}/bullet.png) }} p:before {{ content: url({u}/before.png) }}
</style><script src="{u}/script.js"></script></head>
<body background="{u}/body.png" onload="fetch('{u}/onload')">
<img src="{u}/img.png"><img src='{u}/img2.png' width=200><img src={u}/img3.png alt="words">
<img srcset="{u}/set.png 2x" src="{u}/set1.png"><img lowsrc="{u}/low.png" dynsrc="{u}/dyn.png">
<picture><source srcset="{u}/source.png"><img src="{u}/picture.png"></picture>
<p style="background:url('{u}/style.png')">styled</p>
<p style="background:u\\72l({u}/escaped.png)">escaped</p>
<div style="background-image:image-set('{u}/set.png' 1x)">image set</div>
<ul style="list-style-image:url({u}/list.png)"><li>item</li></ul>
<table background="{u}/table.png"><tr background="{u}/row.png"><td background="{u}/cell.png">a</td>
<td style="background:url({u}/cellstyle.png)">b</td></tr></table>
<object data="{u}/object.swf" type="image/png">object</object>
<embed src="{u}/embed.swf"><applet codebase="{u}/" code="x.class"></applet>
<iframe src="{u}/frame.html" srcdoc="<img src='{u}/srcdoc.png'>"></iframe>
<frameset><frame src="{u}/frameset.html"></frameset>
<video src="{u}/video.mp4" poster="{u}/poster.png" autoplay><track src="{u}/track.vtt"></video>
<audio src="{u}/audio.mp3" autoplay></audio><bgsound src="{u}/bg.wav">
<svg><image href="{u}/svg.png" xlink:href="{u}/xlink.png"/><use href="{u}/use.svg#x"/></svg>
<math href="{u}/math"><mtext><img src="{u}/mtext.png"></mtext></math>
<input type="image" src="{u}/input.png"><button formaction="{u}/form">press</button>
<form action="{u}/action"><isindex action="{u}/isindex"></form>
<a href="{u}/a" ping="{u}/ping">link</a><area href="{u}/area">
<blockquote cite="{u}/cite">q</blockquote>
<img src="cid:../../{m}"><img src="cid:{m}"><img src="{m}"><img src="{f}"><img src="{r}">
<img src="//127.0.0.1:{p}/relative.png"><img src="\\\\127.0.0.1\\share\\x.png">
<img src="file://127.0.0.1{m}"><img src="qrc:/x.png"><img src=":{m}"><img src="picture:0">
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{f}'/></svg>">
<img src="data:image/png;base64,iVBORw0KGgo="><link href="{f}"><style>@import "{f}";</style>
<p style="background:url({f})">x</p><table background="{m}"><tr><td>y<td>z</table>
</body></html>
"""


@pytest.fixture
def traps(tmp_path):
    listener = Listener()
    watch = FileWatch(tmp_path / "watched", png())
    yield listener, watch
    listener.close()
    watch.close()


@pytest.fixture
def opened(qtbot, theme, tmp_path):
    desks = []

    def open_desk(*raw):
        desk = ReadingDesk(tmp_path / "profile", raw)
        desks.append(desk)
        return desk

    yield open_desk
    for desk in desks:
        desk.close()


def _call(port):
    socket.create_connection(("127.0.0.1", port)).close()


def named(listener, watch):
    """Every way to name the port and the file."""
    relative = "../" * 12 + str(watch.marker).lstrip("/")
    return WAYS.format(
        u=f"http://127.0.0.1:{listener.port}",
        p=listener.port,
        m=watch.marker,
        f=watch.marker.as_uri(),
        r=relative,
    )


def test_a_trap_that_is_stepped_on_is_told(traps, qtbot):
    listener, watch = traps
    caller = threading.Thread(target=_call, args=(listener.port,))
    caller.start()
    caller.join()
    document = QTextDocument()
    document.setHtml(f'<img src="{watch.marker}">')
    document.size()
    assert watch.was_read()
    assert not watch.was_read()
    qtbot.waitUntil(lambda: listener.calls == 1)  # its thread may be slower than the caller


@pytest.mark.parametrize("has_plain", [False, True])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_letter_that_is_read_calls_nobody_and_reads_no_file(
    opened, traps, qtbot, theme, has_plain, scheme
):
    listener, watch = traps
    html = named(listener, watch).replace("http://127", f"{scheme}://127")
    evil = f'<img src="{watch.marker}"><img src="http://127.0.0.1:{listener.port}/">'
    raw = letter(
        html,
        plain="Plain words." if has_plain else "",
        subject=evil,
        sender=f'"{evil.replace(chr(34), chr(39))}" <tom@mail.example>',
        files=[(f"{evil}.png", "image/png", png()), ("a.txt", "text/plain", b"x")],
        pictures={"cover": png()},
    )
    desk = opened(raw)
    view = desk.view
    qtbot.waitUntil(lambda: desk.desk.wiring.opening._opened is not None)
    for _ in range(2):
        qtbot.wait(50)
        view.toggle_form()
        for text in desk.texts():
            for number in range(3):
                text.link_pointed.emit(number)
    qtbot.wait(50)  # see `worn_theme`
    theme.set_scheme(Scheme.DARK)
    desk.desk.wiring.opening.show_source()
    view.find_words()
    view._find_bar.field.setText("styled")
    view.find_next()
    qtbot.wait(100)
    for window in QApplication.topLevelWidgets():
        window.grab()
    assert listener.calls == 0
    assert not watch.was_read()
    assert desk.watched.opened == []


def test_the_text_never_loads_by_itself(opened, traps, qtbot):
    listener, watch = traps
    desk = opened(letter('<p>x<img src="cid:a"></p>', pictures={"a": png()}))
    qtbot.waitUntil(lambda: desk.view._page.is_as_sent)
    (text,) = desk.texts()
    document = text.document()
    for kind in QTextDocument.ResourceType:
        for address in (
            watch.marker.as_uri(),
            str(watch.marker),
            f"http://127.0.0.1:{listener.port}",
            "picture:99",
            "picture:-1",
            "picture:x",
            "qrc:/x",
            "data:image/png;base64,AA",
        ):
            found = document.resource(int(kind.value), QUrl(address))
            assert not isinstance(found, QImage) or found.width() == 1
    text.setSource(QUrl.fromLocalFile(str(watch.marker)))
    assert text.toPlainText().startswith("x")
    assert listener.calls == 0
    assert not watch.was_read()


def test_a_warning_shows_foreign_text_as_it_is(opened, traps, qtbot):
    _, watch = traps
    name = f'<img src="{watch.marker}">'
    desk = opened(letter(f'<a href="https://x.example/{name}">www.other.example</a>'))
    desk.texts()[0].link_pressed.emit(0)
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    box.grab()
    box.reject()
    assert not watch.was_read()
    assert desk.watched.opened == []
