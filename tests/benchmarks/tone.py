"""Measure what judging a letter and checking a reply cost (TONE 5, issue 6).

    python -P tests/benchmarks/tone.py [--rounds 3]

All times are processor time of this process, the quickest of the rounds, since the machine may be
busy with other things; a bare loop tells how quick it is at present. The caches of sentences are
emptied before each letter and each draft; only the keys of one draft are typed with them, as in
the window.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.tone_weight import weigh
from scoring.tone import REPLIES, RULED, context_of, of_language, rows_of

from softanswer.replies.cases import cues, masking
from softanswer.replies.cases.triage import judge_text
from softanswer.replies.language import tokens
from softanswer.replies.tone import letter, surface
from softanswer.replies.tone.checker import check, warm_up
from softanswer.replies.tone.context import CheckContext

FULL_P99_MS: Final = 10.0
KEY_MEAN_MS: Final = 2.0
CLASSIFY_P99_MS: Final = 20.0
LETTERS_PER_S: Final = 100.0
HOSTILE_S: Final = 1.0
_WORDS: Final = 250
_HOSTILE_LENGTH: Final = 200_000
_KEYS: Final = 300


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    warm_up()
    for row in rows_of("letters.jsonl"):
        judge_text(row["subject"], row["body"])
    gc.collect()
    gc.freeze()  # as replies/warm_up.py does in the window
    print(f"{'a million rounds of a bare loop':38} {_loop_ms():9.2f} ms")
    kept = [_checks(rounds, language) for language in RULED]
    kept += [_keys(language) for language in RULED]
    kept += [_letters(rounds), _hostile(), weigh()]
    return 0 if all(kept) else 1


def _checks(rounds: int, language: str) -> bool:
    times = [
        _quickest(rounds, partial(check, text, context)) for text, context in drafts(language)
    ]
    return _told(f"check of {_WORDS} words, {language}", times, _p99(times), "p99", FULL_P99_MS)


def _keys(language: str) -> bool:
    text, context = next(drafts(language))
    _forget()
    check(text[:-_KEYS], context)
    times = [
        _ms(partial(check, text[:end], context)) for end in range(len(text) - _KEYS, len(text))
    ]
    mean = statistics.mean(times)
    return _told(f"a key in such a draft, {language}", times, mean, "mean", KEY_MEAN_MS)


def _letters(rounds: int) -> bool:
    times = [
        _quickest(rounds, partial(judge_text, row["subject"], row["body"]))
        for row in rows_of("letters.jsonl")
    ]
    kept = _told("classify a letter", times, _p99(times), "p99", CLASSIFY_P99_MS)
    speed = 1000 / statistics.mean(times)
    print(f"{'letters a second':38} {speed:9.0f}   (at least {LETTERS_PER_S:.0f})")
    return kept and speed >= LETTERS_PER_S


def _hostile() -> bool:
    kept = True
    for name, text in hostile_texts().items():
        for what, job in (
            ("check", partial(check, text, CheckContext())),
            ("classify", partial(judge_text, "", text)),
        ):
            _forget()
            seconds = _ms(job) / 1000
            kept &= seconds <= HOSTILE_S
            print(f"{what + ' ' + name:38} {seconds:9.2f} s (at most {HOSTILE_S:.0f})")
    return kept


def drafts(language: str) -> Iterator[tuple[str, CheckContext]]:
    """Replies of the development set, joined to drafts of 250 words."""
    rows = of_language(rows_of(*REPLIES["dev"]), language)
    for start in range(0, len(rows) - 8, 2):
        words = " ".join(row["text"] for row in rows[start : start + 8]).split(" ")
        yield " ".join(words[:_WORDS]), context_of(rows[start])


def hostile_texts() -> dict[str, str]:
    """Texts of 200 kB made to be slow to read."""
    size = _HOSTILE_LENGTH
    return {
        "one word": "a" * size,
        "one line": "sorry if any you " * (size // 17),
        "quote marks": '"' * 10_000 + "> " * 10_000 + "«" * (size - 30_000),
        "nested brackets": "(" * (size // 2) + ")" * (size // 2),
        "capitals and marks": "YOU!!!?? " * (size // 9),
        "short lines": "If\nyou\n" * (size // 7),
        "Cyrillic": "если вы не " * (size // 11),
        "Han signs": "沒收到書" * (size // 4),
        "signs for letters": "f***k *** " * (size // 10),
    }


def _forget() -> None:
    letter._found_in.cache_clear()
    letter._placed.cache_clear()
    for kept in (
        surface._open_fields,
        surface._scare_quotes,
        surface._swearing_signs,
        surface._bangs,
    ):
        kept.cache_clear()
    tokens._sentences_of_block.cache_clear()
    tokens._tokens_of_part.cache_clear()
    cues.hits_in.cache_clear()
    cues.what_is_read.cache_clear()
    masking.masked_spans.cache_clear()


def _ms(job: Callable[[], object]) -> float:
    begun = time.process_time()
    job()
    return (time.process_time() - begun) * 1000


def _quickest(rounds: int, job: Callable[[], object]) -> float:
    """Of several rounds the quickest: what the job costs, without what the neighbours cost it."""
    times: list[float] = []
    for _ in range(rounds):
        _forget()
        times.append(_ms(job))
    return min(times)


def _loop_ms() -> float:
    """How quick this machine is at present: a bare loop of a million rounds."""
    return min(_ms(lambda: [None for _ in range(1_000_000)]) for _ in range(3))


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _told(name: str, times: Sequence[float], value: float, measure: str, limit: float) -> bool:
    middle = statistics.median(times)
    print(f"{name:38} {value:9.2f} ms {measure}, median {middle:.2f} (at most {limit:.0f})")
    return value <= limit


if __name__ == "__main__":
    sys.exit(main())
