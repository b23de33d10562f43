"""Measure searches for the newest 50 in a store of generated letters, beside notmuch.

    python -P tests/benchmarks/searching.py [--letters 20000] [--notmuch-letters 2000]

The letters go straight through the store's own functions, with judgements and matters. Exit 1
where the median of a query is over 2 ms (5 ms above 50,000 letters). notmuch is measured as a
process, where it is installed; its index takes minutes for 20,000.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEWEST = 50
ROUNDS = 15
LIMIT_MS = {"small": 2.0, "large": 5.0}
LARGE = 50_000
BATCH = 500
# The kinds of PERFORMANCE section 7, and fields; behind each, the same for notmuch.
QUERIES = {
    "common word": ("book ", "book"),
    "two words": ("birthday octavo ", "birthday octavo"),
    "middling word": ("postage ", "postage"),
    "order number": ("203-{number} ", '"203-{number}"'),
    "order number in part": ("order:203{begin}", "203-{begin}*"),
    "prefix": ("birthd", "birthd*"),
    "phrase": ('"kind of the bookseller"', '"kind of the bookseller"'),
    "subject:": ("subject:voyages ", "subject:voyages"),
    "Cyrillic word": ("посылка ", "посылка"),
    "no hit": ("zyzzyva ", "zyzzyva"),
    "from:": ("from:harwood ", "from:harwood"),
    "from: address": ("from:reader77@mail.example ", "from:reader77@mail.example"),
    "kind:": ("kind:damaged", ""),
    "kind:, rare": ("kind:abusive", ""),
    "heat: and word": ("heat:>=2 postage ", ""),
    "kind: or word": ("kind:abusive OR birthday ", ""),
    "state:": ("state:needs-answer", ""),
    "is:unread": ("is:unread", ""),
    "days": ("after:7d book ", ""),
    "denied": ("-book ", "not tag:none and not book"),
}
COMMON = "the a of to and in is it for that was on with my this have not but be you".split()
RARE = [a + b for a in "bin pap lea ink fol quar pres typ ver mar".split()
        for b in "ding er ther well io to sing e so gin ble der".split()]  # fmt: skip
RUSSIAN = "где моя книга я жду её уже три недели прошу ответить заказ пришёл конверт".split()
KINDS = {"question": 50, "not_received": 20, "damaged": 12, "praise": 10, "late": 7.7,
         "abusive": 0.3}  # fmt: skip


def main() -> int:
    """Measure and print; exit 1 where a query is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--notmuch-letters", type=int, default=2_000)
    options = parser.parse_args()
    limit = LIMIT_MS["large" if options.letters > LARGE else "small"]
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        db = _store(Path(folder), options.letters)
        size = (Path(folder) / "s.sqlite3").stat().st_size / 1e6
        print(f"{options.letters} letters in {time.monotonic() - started:.0f} s, {size:.0f} MB")
        worst = _measure(db, options.letters)
        if shutil.which("notmuch") and options.notmuch_letters:
            _measure_notmuch(Path(folder), options.notmuch_letters)
    print(f"slowest median: {worst:.2f} ms (limit {limit} ms)")
    return int(worst > limit)


def _measure(db: sqlite3.Connection, count: int) -> float:
    from softanswer.replies.search.expressions import expression
    from softanswer.replies.search.parsing import parse
    from softanswer.replies.search.store import find

    worst = 0.0
    print(f"{'query':<22}{'hits':>8}{'median ms':>11}{'p95 ms':>9}")
    for name, (pattern, _) in QUERIES.items():
        typed = _filled(pattern, count)

        def ask(limit: int = NEWEST, typed: str = typed) -> tuple[int, ...]:
            expression.cache_clear()
            return find(db, parse(typed, NOW.date()).query, limit, NOW, UTC)

        hits = len(ask(count))
        median, p95 = _times(ask)
        worst = max(worst, median)
        print(f"{name:<22}{hits:>8}{median:>11.2f}{p95:>9.2f}")
    return worst


def _times(ask: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile in ms."""
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), sorted(taken)[int(ROUNDS * 0.95)]


def _filled(pattern: str, count: int) -> str:
    number = f"{count // 2:07}-{count // 2:07}"
    return pattern.format(number=number, begin=number[:7])


def _letter(number: int) -> tuple[str, str, str, str]:
    """Name, address, subject and text of a letter, always the same for a number."""
    dice = random.Random(number)  # noqa: S311 - no secret
    name = dice.choice(("Jane Harwood", "Tom Vale", "Анна Петрова", "Eve Marsh", "Li Wei"))
    address = f"reader{number % 4999}@mail.example"
    subject = f"{'Voyages of' if dice.random() < 0.07 else 'About'} {dice.choice(RARE)}"
    words = dice.choices(COMMON, k=130) + dice.choices(RARE, k=90)
    for word, share in (("book", 0.7), ("birthday", 0.05), ("octavo", 0.3), ("postage", 0.13)):
        if dice.random() < share:
            words.append(word)
    dice.shuffle(words)
    if dice.random() < 0.05:
        words += ["kind", "of", "the", "bookseller"]
    if dice.random() < 0.08:
        words += dice.choices(RUSSIAN, k=60) + (["посылка"] * (dice.random() < 0.6))
    text = f"{' '.join(words)}.\nOrder 203-{number:07}-{number:07}.\n"
    return name, address, subject, text


def _store(folder: Path, count: int) -> sqlite3.Connection:
    """A store with so many letters, a conversation for each second one."""
    from builders import account

    from softanswer.mailbox.store.accounts import add_account
    from softanswer.mailbox.store.database import open_for_reading
    from softanswer.mailbox.store.folders import FolderRole, ensure_folder
    from softanswer.mailbox.store.writer import StoreWriter

    writer = StoreWriter(folder / "s.sqlite3")
    account_id = writer.call(lambda tx: add_account(tx, account()))
    inbox = writer.call(lambda tx: ensure_folder(tx.db, account_id, "INBOX", FolderRole.INBOX, 1))
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        writer.call(lambda tx, numbers=numbers: _put(tx, account_id, inbox.id, numbers, count))
    writer.close()
    return open_for_reading(folder / "s.sqlite3")


def _put(tx: object, account_id: int, folder_id: int, numbers: range, count: int) -> None:
    from softanswer.mailbox.message import Address, FetchedMessage, Message
    from softanswer.mailbox.store.messages import store_messages
    from softanswer.replies.cases import store as cases
    from softanswer.replies.cases.case import CaseKind, Judgement
    from softanswer.replies.cases.judgement_store import save_judgement

    batch = []
    for number in numbers:
        name, address, subject, text = _letter(number)
        at = NOW - timedelta(hours=365 * 24 * (count - number) / count)
        reply_to = (f"<{number - 1}@mail.example>",) if number % 2 else ()
        message = Message(
            message_id=f"<{number}@mail.example>",
            in_reply_to=reply_to,
            references=reply_to,
            sender=Address(name, address),
            reply_to=(),
            to=(Address("Lantern Lane", "orders@lantern.example"),),
            cc=(),
            subject=subject,
            date=at,
            text=text,
            attachments=(),
        )
        flags = frozenset() if number > count - 40 else frozenset({"\\Seen"})
        batch.append((FetchedMessage(number + 1, flags, at, b"raw"), message))
    stored = store_messages(tx.db, account_id, folder_id, batch)
    dice = random.Random(numbers.start)  # noqa: S311 - no secret
    for one in stored:
        kind = CaseKind(dice.choices(list(KINDS), list(KINDS.values()))[0])
        heat = dice.choices(range(4), (60, 25, 12, 3))[0]
        is_complaint = kind not in {CaseKind.QUESTION, CaseKind.PRAISE}
        save_judgement(tx, one.id, Judgement("en", is_complaint, kind, heat * is_complaint))
    for conversation_id in sorted({one.conversation_id for one in stored}):
        cases.refresh(tx, conversation_id, NOW)


def _measure_notmuch(folder: Path, count: int) -> None:
    mail = folder / "mail" / "cur"
    for name in ("cur", "new", "tmp"):
        (mail.parent / name).mkdir(parents=True)
    for number in range(count):
        name, address, subject, text = _letter(number)
        head = (
            f"From: {name} <{address}>\nTo: orders@lantern.example\nSubject: {subject}\n"
            f"Date: {format_datetime(NOW - timedelta(hours=count - number))}\n"
            f"Message-ID: <{number}@mail.example>\nContent-Type: text/plain; charset=utf-8\n\n"
        )
        (mail / f"{number}:2,S").write_text(head + text, encoding="utf-8")
    config = folder / "notmuch-config"
    config.write_text(
        f"[database]\npath={mail.parent}\n[user]\nname=A\nprimary_email=a@b.example\n"
    )

    def run(*arguments: str) -> str:
        command = ["notmuch", f"--config={config}", *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)  # noqa: S603 - our words
        return done.stdout

    started = time.monotonic()
    run("new", "--quiet")
    print(f"notmuch: {count} letters indexed in {time.monotonic() - started:.1f} s")
    floor, _ = _times(lambda: run("count", "id:none"))
    print(f"a process that finds nothing: {floor:.1f} ms; without it:")
    for label, (_, pattern) in QUERIES.items():
        if pattern:
            typed = _filled(pattern, count)
            words = ("search", "--output=messages", f"--limit={NEWEST}", typed)
            median, p95 = _times(lambda words=words: run(*words))
            hits = run("count", typed).strip()
            print(f"{label:<22}{hits:>8}{median - floor:>11.2f}{p95 - floor:>9.2f}")


if __name__ == "__main__":
    sys.exit(main())
