"""Measure what reading a letter costs, against the standard library's parser (PERFORMANCE P1).

    python -P tests/benchmarks/parsing.py [--mails FOLDER] [--sample 2500] [--rounds 5]

Both read the same letters, in one process and in turn. "stdlib" is compat32: the message is
parsed, its parts are walked, text parts are decoded, subject and sender too. Ours gives all that a
`Message` has. Neither figure holds the time in which HTML is made text: the standard library can
not do that at all; for ours it is told in a line of its own. The texts are compared with all white
space made one blank; where a letter is HTML alone, with our text of what the standard library
decoded.
"""

from __future__ import annotations

import argparse
import email
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import format_datetime, getaddresses
from pathlib import Path

from softanswer.mailbox import mime
from softanswer.mailbox.html_text import text_from_html

RATIO_LIMIT = 0.25
EQUAL_LIMIT = 0.99
_WRITTEN = 500
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e\ufeff]")
_SOFT_LINE_END = re.compile(r" \n>* ?")


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mails", type=Path, help="a folder of letters, its folders too")
    parser.add_argument("--sample", type=int, default=2_500, help="read so many of them, evenly")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.mails is None:
            write_letters(Path(folder), min(given.sample, _WRITTEN))
        raws = _read_folder(given.mails or Path(folder), given.sample)
    if not raws:
        print(f"There is no letter in {given.mails}.", file=sys.stderr)
        return 2
    return _report(raws, given.rounds)


def _report(raws: Sequence[bytes], rounds: int) -> int:
    ours: list[float] = []
    html: list[float] = []
    stdlib: list[float] = []
    for _ in range(rounds):
        whole, converting = _timed_ours(raws)
        ours.append(whole - converting)
        html.append(converting)
        stdlib.append(_timed(read_with_stdlib, raws))
    ratio = statistics.median(a / b for a, b in zip(ours, stdlib, strict=True))
    same = sum(_is_same_text(raw) for raw in raws) / len(raws)
    size = sum(map(len, raws)) / len(raws)
    print(f"{len(raws)} letters of {size:,.0f} bytes on average, {rounds} rounds, ms a letter")
    for name, times in (("ours", ours), ("stdlib", stdlib), ("ours, HTML to text", html)):
        print(f"{name:20} min {min(times):.3f}  median {statistics.median(times):.3f}")
    print(f"ours / stdlib: {ratio:.3f}, median of the rounds (limit {RATIO_LIMIT})")
    print(f"equal texts: {same:.2%} (limit {EQUAL_LIMIT:.0%})")
    return int(ratio > RATIO_LIMIT or same < EQUAL_LIMIT)


def read_with_stdlib(raw: bytes) -> tuple[str, list[tuple[str, str]], str | None, str, str]:
    """Subject, senders, id, the first plain text and the first HTML of a letter."""
    message = email.message_from_bytes(raw)
    plain = html = ""
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() or part.get_filename() or kind not in {"text/plain", "text/html"}:
            continue
        content = part.get_payload(decode=True)
        text = _decoded(content, part.get_content_charset())
        if kind == "text/plain":
            plain = plain or text
        else:
            html = html or text
    senders = getaddresses([_words(message["from"])])
    return _words(message["subject"]), senders, message["message-id"], plain, html


def _words(value: object) -> str:
    text = "" if value is None else str(value)
    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text)))
    except (LookupError, ValueError):
        return text


def _decoded(content: object, charset: str | None) -> str:
    data = content if isinstance(content, bytes) else b""
    try:
        return data.decode(charset or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _timed(read: Callable[[bytes], object], raws: Sequence[bytes]) -> float:
    """Processor milliseconds a letter."""
    start = time.process_time()
    for raw in raws:
        read(raw)
    return (time.process_time() - start) / len(raws) * 1_000


def _timed_ours(raws: Sequence[bytes]) -> tuple[float, float]:
    """Milliseconds a letter, and how many of them made text of HTML."""
    spent = 0.0

    def converted(html: str) -> str:
        nonlocal spent
        start = time.process_time()
        text = text_from_html(html)
        spent += time.process_time() - start
        return text

    mime.text_from_html = converted
    try:
        whole = _timed(mime.parse_message, raws)
    finally:
        mime.text_from_html = text_from_html
    return whole, spent / len(raws) * 1_000


def _is_same_text(raw: bytes) -> bool:
    *_, plain, html = read_with_stdlib(raw)
    theirs = plain if plain.strip() else text_from_html(html)
    if b"flowed" in raw.lower():
        theirs = _SOFT_LINE_END.sub(" ", theirs)
    return _bare(mime.parse_message(raw).text) == _bare(theirs)


def _bare(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _read_folder(folder: Path, sample: int) -> list[bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    step = max(1, len(files) // sample)
    return [path.read_bytes() for path in files[::step][:sample]]


WORDS = {
    "utf-8": "Здравствуйте! Посылка так и не пришла, верните деньги за заказ, пожалуйста. ",
    "koi8-r": "Где моя книга? Я жду её уже три недели, продавец молчит. ",
    "iso-8859-1": "Où est mon livre? Ich warte schon drei Wochen auf die Lieferung. ",
    "us-ascii": "The book has not arrived and I would like to have my money back, please. ",
}


def write_letters(folder: Path, count: int) -> None:
    """Write letters as a bookseller gets them: plain, with HTML, with photos, in four charsets."""
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for number in range(count):
        charset = tuple(WORDS)[number % len(WORDS)]
        letter = EmailMessage()
        for hop in range(1 + number % 4):
            letter["Received"] = f"from mx{hop}.mail.example by in.shop.example; {at:%a, %d %b %Y}"
        letter["Subject"] = WORDS[charset][: 20 + number % 40]
        letter["From"] = f'"Ирина {number}" <buyer{number}@mail.example>'
        letter["To"] = "orders@shop.example"
        letter["Date"] = format_datetime(at + timedelta(hours=number))
        letter["Message-ID"] = f"<letter-{number}@mail.example>"
        if number % 3:
            letter["References"] = " ".join(f"<{number}.{n}@mail.example>" for n in range(5))
        body = "\n".join(WORDS[charset] for _ in range(5 + number % 30))
        letter.set_content(body, charset=charset)
        if number % 2:
            paragraphs = "".join(f"<p>{line}</p>\n" for line in body.split("\n"))
            letter.add_alternative(f"<html><body>{paragraphs}</body></html>", subtype="html")
        if number % 20 == 0:
            letter.add_attachment(
                bytes(range(256)) * 600, maintype="image", subtype="jpeg", filename="book.jpg"
            )
        (folder / f"{number:05}.eml").write_bytes(bytes(letter))


if __name__ == "__main__":
    raise SystemExit(main())
