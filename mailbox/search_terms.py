"""The form in which letters go into the index, and in which words are looked up in it.

Both sides fold in the same way; the rest (case, accents, what a word is) does the index's own
tokeniser. What the seller's query language means stands in `replies.search`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# Han, kana, hangul and half-width kana: written without blanks, and unicode61 would take a whole
# run of them for one word. Compiled when first used: that takes 3 ms.
_CJK: Final = (
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"
)
_UNSEEN: Final = "\u00ad\u200b\u2060"  # inside of words: soft hyphen, zero-width space, joiner
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2212-"  # hyphens that mail programs put in
# It takes whole runs of digits, also those that stand alone, and begins with one digit: re finds
# that in C, where a look behind each letter for the start of a run takes many times as long.
# No possessive group that can fail half-way: Python before 3.11.5 reads on from there.
_PARTED: Final = re.compile(
    rf"([0-9][0-9]*+(?:([ {_DASHES}])[0-9]++(?:\2[0-9]++)*(?:\2[xX](?![0-9A-Za-z]))?)?)"
)
_LEAST_JOINED: Final = {" ": 10}  # an ISBN-10; blanks also stand between numbers of their own
_LEAST_DASHED: Final = 9  # a date has 8 digits
_LONGEST_INDEXED: Final = 500_000  # characters of one letter
_WORD: Final = re.compile(r"[^\W_]+")

# As Xapian does it: a fact of a letter is a word of its own with a sign before it that nobody
# types (private use, which unicode61 takes for a letter), so that one index answers all.
LETTER_MARK: Final = "\ue000"  # of every letter, so that the index can tell what is denied
RECIPIENT_MARK: Final = "\ue001"
ATTACHMENT_MARK: Final = "\ue002"


def indexed(text: str) -> str:
    """The form in which a text goes into the index; the same text gives the same form for ever.

    It must not change without rebuilding the index, which can forget only what it was given.
    A number in groups, such as an ISBN or an order number, stands once more in one piece behind
    the text, so that it is found with and without its dashes.
    """
    form = folded(text[:_LONGEST_INDEXED])
    parted = _PARTED.findall(form)
    joined = [one for run, mark in parted if mark and (one := _joined(run, mark))]
    return f"{form}\n{' '.join(joined)}" if joined else form


def folded(text: str) -> str:
    """A text as index and query compare it: ё as е, unseen signs left out, CJK letters apart."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).replace("ё", "е").replace("Ё", "Е")
    for sign in _UNSEEN:
        text = text.replace(sign, "")
    return _cjk().sub(lambda letter: f" {letter[0]} ", text)


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(_CJK)


def marked(mark: str, text: str) -> str:
    """The words of a text as facts of a kind: each with the kind's sign before it."""
    return _WORD.sub(lambda word: mark + word[0], folded(text))


def joined_number(text: str) -> str:
    """A number without its dashes and blanks, in capitals; "" for what is no number in groups."""
    bare = "".join(c for c in text.lstrip("#№") if not c.isspace() and c not in _DASHES).upper()
    digits = bare[:-1] if bare.endswith("X") else bare
    return bare if digits.isascii() and digits.isdigit() else ""


def has_word(text: str) -> bool:
    """Whether unicode61 sees a word in it: letters, digits, private use (its default classes)."""
    return any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in text)


def string(text: str, *, prefix: bool = False) -> str:
    """A string of FTS5 that finds the words of a text in a row; "" where it holds none.

    Whatever the text holds, it is a string: quotation marks and NUL cannot end it.
    """
    plain = folded(text).replace('"', " ").replace("\0", " ").strip()
    plain = plain.encode("utf-8", "replace").decode()
    if not has_word(plain):
        return ""
    return f'"{plain}"*' if prefix else f'"{plain}"'


def _joined(run: str, mark: str) -> str:
    least = _LEAST_JOINED.get(mark, _LEAST_DASHED)
    if len(run) <= least:
        return ""
    number = run.replace(mark, "").upper()
    return number if len(number) >= least else ""
