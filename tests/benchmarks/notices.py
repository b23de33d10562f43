"""Measure what looking for notices of orders adds to reading and judging a letter.

    python -P tests/benchmarks/notices.py [--letters 1000] [--rounds 3]

The letters are the samples of tests/data/mail, and in every seventh place a notice of a
marketplace or carrier. Processor time of one process; the best round counts.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

import notices as n  # noqa: E402 - found beside this folder

from softanswer.mailbox.message import Message  # noqa: E402
from softanswer.mailbox.mime import parse_message  # noqa: E402
from softanswer.replies.cases.triage import judge  # noqa: E402
from softanswer.replies.orders.from_mail.reading import read_notices  # noqa: E402

T = TypeVar("T")
_CAME = datetime(2026, 11, 3, tzinfo=UTC)
_EVERY = 7
_NOTICES = (
    n.notice(n.AMAZON, "Sold, ship now.", n.AMAZON_SALE),
    n.notice(n.EBAY, "You made the sale", n.EBAY_SALE, n.json_ld([n.ORDER_LD, n.PARCEL_LD])),
    n.notice(n.EBAY, "You made the sale", html=n.MICRODATA),
    n.notice("auto-reply@usps.com", "USPS Item Delivered", n.USPS_DELIVERED),
    n.notice("transaction@etsy.com", "You made a sale on Etsy", n.ETSY_SALE),
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    chance = random.Random(5)  # noqa: S311 - a sample, no secret
    others = [path.read_bytes() for path in sorted((TESTS / "data/mail").rglob("*.eml"))]
    raws = [
        chance.choice(others if place % _EVERY else _NOTICES) for place in range(given.letters)
    ]
    letters = [(raw, parse_message(raw)) for raw in raws]
    known = [letter for letter in letters if letter[0] in _NOTICES]
    strangers = [letter for letter in letters if letter[0] not in _NOTICES]
    without = _best(given.rounds, raws, lambda raw: judge(parse_message(raw)))
    added = _best(given.rounds, letters, _read)
    print(f"{len(letters)} letters, {len(known)} of them notices; processor ms a letter:")
    print(f"  read and judged    {without:.3f}")
    print(f"  notices, all       {added:.3f}  (+{100 * added / without:.0f} %)")
    print(f"  of known senders   {_best(given.rounds, known, _read):.3f}")
    print(f"  of anybody else    {_best(given.rounds, strangers, _read):.4f}")
    return 0


def _read(letter: tuple[bytes, Message]) -> object:
    return read_notices(*letter, _CAME)


def _best(rounds: int, letters: Sequence[T], work: Callable[[T], object]) -> float:
    took = []
    for _ in range(rounds):
        began = time.process_time()
        for letter in letters:
            work(letter)
        took.append((time.process_time() - began) * 1000 / len(letters))
    return min(took)


if __name__ == "__main__":
    sys.exit(main())
