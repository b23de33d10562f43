"""Take pictures of letters as they were sent, and of what belongs to them.

    python -P tests/pictures/letters.py DIR [--language en|ru] [--dark] [--size WxH]

For the user guide and for looking at. Nothing is fetched and nothing is sent.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes.reading_desk import ReadingDesk, letter, png
from pausing import pause
from wishes import preferences_of, sides, wishes_parser

from softanswer.ui.desk import application_of

RECEIPT = """<html><head><style>td{color:#fff}</style></head><body bgcolor="#000080">
<div style="display:none;max-height:0">Hidden preheader, never shown</div>
<table width="100%"><tr><td align="center"><table width="600" bgcolor="white"><tr><td>
<img src="https://img.example/logo.png" alt="The marketplace" width="160" height="40">
<h1 style="color:#fefefe">A question about your order</h1>
<p>Hello Ana,</p>
<p>my parcel has <b>not arrived</b> and I am <i>really</i> annoyed. You idiot promised:</p>
<ul><li>it would be posted on Monday,</li><li>it would have a number:
<ol><li>on the label</li><li>in your mail</li></ol></li></ul>
<table border="1"><tr><th>Title</th><th>Condition</th><th>Price</th></tr>
<tr><td>The Light at Skerra</td><td>very good</td><td align="right">&pound;18.50</td></tr>
<tr><td>A History of Lanterns</td><td>good</td><td align="right">&pound;7.20</td></tr></table>
<p>See <a href="https://track.example/123">the tracking page</a> or
<a href="https://evil.example/login">www.marketplace.example</a>.</p>
<p>The cover, as it came:</p><div><img src="cid:cover@mail" alt="torn cover"></div>
<p>Tom Vale</p>
<blockquote type="cite"><p>Dear Mr Vale, thank you for your order.</p></blockquote>
</td></tr></table></td></tr></table></body></html>"""


def main() -> int:
    """Take them all."""
    parser = wishes_parser(__doc__, "1240x860")
    parser.add_argument("--text", type=int, default=100)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    preferences = preferences_of(options)
    application_of()
    raw = letter(
        RECEIPT,
        pictures={"cover@mail": png(260, 120, "#a63")},
        files=[
            ("photo.jpg", "image/jpeg", b"\xff\xd8\xff" + b"x" * 90_000),
            ("invoice.pdf.exe", "application/pdf", b"MZ" * 40_000),
            ("notes.txt", "text/plain", b"Bring the receipt."),
        ],
    )
    with tempfile.TemporaryDirectory() as folder:
        reading = ReadingDesk(Path(folder), [raw], preferences)
        reading.desk.theme.set_text_percent(options.text)
        window = reading.desk.window
        window.resize(*sides(options))
        pause()
        window.grab().save(str(options.folder / "as-sent.png"))
        area = reading.view._area.verticalScrollBar()
        area.setValue(area.maximum())
        pause()
        window.grab().save(str(options.folder / "foot.png"))
        reading.view._page.form.form_pressed.emit()
        reading.view.find_words()
        reading.view._find_bar.field.setText("the")
        reading.view._find_bar.step(1)
        area.setValue(0)
        pause()
        window.grab().save(str(options.folder / "as-text-find.png"))
        reading.view._find_bar.leave()
        reading.view.toggle_form()
        texts = reading.texts()
        texts[0].link_pointed.emit(1)
        pause()
        window.grab().save(str(options.folder / "link.png"))
        reading.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
