"""Make resources/tone/<language>/likeness.json of the labelled letters, and measure what it adds.

    python -P tests/scoring/likeness.py [--write]

Without an option each set of letters is judged by shares that were made of the other sets, and by
the cues alone beside it. The cues have learnt from all of these sets, the shares that are used
here have not. Nothing learns from what is held out; it is scored with the shares as they stand.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import chain
from math import log
from pathlib import Path
from typing import Any, Final, NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scoring.tone import CLOSED, LETTERS, Row, of_language, rows_of, score_letters

from softanswer.replies.cases import triage
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.cues import Family, cue_book
from softanswer.replies.cases.likeness import (
    COMPLAINT,
    FILE_NAME,
    ORDINARY,
    UNLIKE,
    shares_from,
    unit_vector,
    words_of,
)
from softanswer.replies.cases.reading import own_sentences
from softanswer.replies.cases.wrappers import own_words

TAUGHT: Final = tuple(name for name in LETTERS if name not in CLOSED)
WHY: Final = {"en": "reads like letters of this kind", "ru": "похоже на письма такого рода"}
_CHOICES: Final = (tuple(kind.value for kind in CaseKind), (COMPLAINT, ORDINARY))
_SMOOTHING: Final = 1.0  # added to the weight of every word
_LEAST_PAIRS: Final = 2  # letters in which a pair of words must stand
_PLACES: Final = 3  # decimal


def letters_of(names: Iterable[str], language: str) -> list[Row]:
    """The labelled letters of some sets in one language."""
    return of_language(rows_of(*chain.from_iterable(LETTERS[name] for name in names)), language)


def table_of(letters: Sequence[Row], language: str) -> dict[str, Any]:
    """The shares that letters and the examples of the cues teach, as the file holds them."""
    documents = [
        *((_counts(row["subject"], row["body"], language), _labels(row)) for row in letters),
        *(
            (_counts("", example, language), (cue.kind,))
            for cue in cue_book(language).cues.values()
            if cue.family in {Family.TROUBLE, Family.WISH} and cue.kind
            for example in cue.must
        ),
    ]
    seen = Counter(form for counts, _ in documents for form in counts)
    rarity = {
        form: log((1 + len(documents)) / (1 + n)) + 1
        for form, n in sorted(seen.items())
        if " " not in form or n >= _LEAST_PAIRS
    }
    vectors = [(unit_vector(counts, rarity), labels) for counts, labels in documents]
    bases: list[float] = []
    words: dict[str, list[float]] = {
        form: [round(weight, _PLACES)] for form, weight in rarity.items()
    }
    for labels in _CHOICES:
        first = len(bases)
        shares = _shares(vectors, labels)
        bases.extend(shares.bases)
        for form, added in shares.added.items():
            words[form].extend(part for place, x in added for part in (first + place, x))
    return {
        "why": WHY[language],
        "labels": list(chain(*_CHOICES)),
        "bases": bases,
        "words": {form: " ".join(map(str, numbers)) for form, numbers in words.items()},
    }


def _labels(row: Row) -> tuple[str, str]:
    return row["kind"], COMPLAINT if row["complaint"] else ORDINARY


def _counts(subject: str, body: str, language: str) -> Counter[str]:
    sentences = own_sentences(subject, body, own_words(body))
    return Counter(word.form for word in words_of(sentences, language))


class _Shares(NamedTuple):
    """What any word speaks for each label, and what a word adds for those it stood with."""

    bases: list[float]
    added: dict[str, list[tuple[int, float]]]


def _shares(
    vectors: Sequence[tuple[Mapping[str, float], tuple[str, ...]]], labels: Sequence[str]
) -> _Shares:
    """The shares of one choice between labels.

    A word speaks for a label by the logarithm of its weight in the letters of all the others,
    turned round. Of it that part is left out which is the same for all labels, as only differences
    count: what is left is 0 for every label that the word never stood with.
    """
    of_label: dict[str, Counter[str]] = {label: Counter() for label in labels}
    for vector, told in vectors:
        for label in of_label.keys() & set(told):
            of_label[label].update(vector)
    everywhere: Counter[str] = Counter()
    for weights in of_label.values():
        everywhere.update(weights)
    total = sum(everywhere.values()) + _SMOOTHING * len(everywhere)
    return _Shares(
        [round(log(total - sum(of_label[label].values())), _PLACES) for label in labels],
        {form: list(_added(form, weight, of_label)) for form, weight in everywhere.items()},
    )


def _added(
    form: str, everywhere: float, of_label: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[int, float]]:
    for place, weights in enumerate(of_label.values()):
        if form in weights:
            elsewhere = everywhere - weights[form] + _SMOOTHING
            yield place, round(log((everywhere + _SMOOTHING) / elsewhere), _PLACES)


def as_text(table: Mapping[str, Any]) -> str:
    """The file, one word a line."""
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


def path_of(language: str) -> Path:
    """Where the shares of a language stand."""
    return Path(str(files("softanswer.resources"))) / "tone" / language / FILE_NAME


# --- what is printed ---------------------------------------------------------------------


def main() -> None:
    """Print what the shares add, or write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="make the files anew")
    if parser.parse_args().write:
        for language in WHY:
            table = table_of(letters_of(TAUGHT, language), language)
            path_of(language).write_text(as_text(table), encoding="utf-8")
        return
    print(f"{'':20}{'kind':>22}{'complaint F1':>22}")
    print(f"{'letters':20}" + f"{'cues':>11}{'with shares':>11}" * 2)
    for language in WHY:
        for name, taught in _folds():
            rows = letters_of([name], language)
            table = table_of(letters_of(taught, language), language)
            cells = "".join(f"{one:11.2f}{two:11.2f}" for one, two in _compared(rows, table))
            print(f"{name:12}{language:4}{len(rows):4}{cells}")


def _folds() -> Iterator[tuple[str, list[str]]]:
    """Each set, and those that the shares are made of which judge it."""
    for name in LETTERS:
        yield name, [other for other in TAUGHT if other != name]


def _compared(rows: Sequence[Row], table: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """Kind accuracy and complaint F1, each by cues alone and with the shares."""
    shares = shares_from(table)
    with patch.object(triage, "likeness", lambda *_: UNLIKE):
        alone = score_letters(rows)
    with patch.object(triage, "likeness", lambda *given: shares.liken(words_of(*given))):
        beside = score_letters(rows)
    yield alone.kind_accuracy, beside.kind_accuracy
    yield alone.complaint.f1, beside.complaint.f1


if __name__ == "__main__":
    main()
