"""The letters of the store that have still to be looked at for notices of orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ..mailbox.errors import StoreError
from ..mailbox.message import StoredMessage
from ..mailbox.store.messages import load_letter, load_message
from ..mailbox.store.writer import Transaction
from .orders.from_mail.known import names_of
from .orders.from_mail.store import next_put_off

_PASSED_AT_ONCE: Final = 500  # letters of which only the sender is looked at
_READ_AT_ONCE: Final = 16
_MOST_BYTES: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class LetterToRead:
    """A letter of a known sender, with its bytes."""

    stored: StoredMessage
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PutOff:
    """The next letters.

    Attributes:
        passed: the rows of all that are done with once `letters` are read.
    """

    passed: tuple[int, ...] = ()
    letters: tuple[LetterToRead, ...] = ()


def notices_put_off(tx: Transaction, *, also_old: bool) -> PutOff:
    """The next letters to look at, newest first; most are passed over by their sender alone.

    Args:
        also_old: also those that were here before notices were read.
    """
    passed: list[int] = []
    letters: list[LetterToRead] = []
    size = 0
    for row, sender, recipients in next_put_off(tx.db, _PASSED_AT_ONCE, also_old=also_old):
        passed.append(row)
        if not names_of(sender, recipients):
            continue
        try:
            letter = LetterToRead(
                load_message(tx.db, row), load_letter(tx.db, row, fills_gaps=False).raw
            )
        except StoreError:
            continue  # it is damaged, and says so where it is opened
        letters.append(letter)
        size += len(letter.raw)
        if len(letters) >= _READ_AT_ONCE or size > _MOST_BYTES:
            break
    return PutOff(tuple(passed), tuple(letters))
