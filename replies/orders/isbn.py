"""ISBNs: the number of a book in its two forms, of ten digits and of thirteen."""

from __future__ import annotations

import re
from typing import Final

_ISBN_10: Final = re.compile(r"[0-9]{9}[0-9X]")
_ISBN_13: Final = re.compile(r"97[89][0-9]{10}")
_BOOKLAND: Final = "978"  # the only prefix that has a form of ten digits


def isbn_forms(number: str) -> tuple[str, ...]:
    """Both forms of an ISBN, the longer one first; none where the check digit is wrong.

    Dashes and blanks do not count; one that begins with 979 has no short form.
    """
    bare = "".join(c for c in number.upper() if c.isascii() and c.isalnum())
    bare = bare.removeprefix("ISBN")
    if _ISBN_10.fullmatch(bare) and bare[9] == _check_10(bare):
        long = _BOOKLAND + bare[:9]
        return long + _check_13(long), bare
    if _ISBN_13.fullmatch(bare) and bare[12] == _check_13(bare):
        short = bare[3:12]
        return (bare, short + _check_10(short)) if bare.startswith(_BOOKLAND) else (bare,)
    return ()


def _check_10(number: str) -> str:
    """ISO 2108: weights 10 to 2, modulo 11, ten is written X."""
    total = sum((10 - place) * int(digit) for place, digit in enumerate(number[:9]))
    check = -total % 11
    return "X" if check == 10 else str(check)  # noqa: PLR2004 - ten


def _check_13(number: str) -> str:
    """ISO 2108: weights 1 and 3 in turn, modulo 10."""
    total = sum((1, 3)[place % 2] * int(digit) for place, digit in enumerate(number[:12]))
    return str(-total % 10)
