"""What is done to the letters of a backlog in the work process: reading and judging."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ..mailbox.message import Message
from ..mailbox.packing import train
from ..mailbox.spool import Spool
from ..mailbox.store.backlog import KeptLetter, ReadLetter, read_letter
from .cases.case import Judgement
from .orders.order import Notice


def read_letters(profile: Path, letters: Sequence[KeptLetter]) -> tuple[ReadLetter | None, ...]:
    """Read letters in the spool of a profile; None for one that is not there any more."""
    raws = Spool(profile).read_all(letter.place for letter in letters)
    return tuple(
        None if raw is None else read_letter(letter, raw)
        for letter, raw in zip(letters, raws, strict=True)
    )


def train_dictionary(profile: Path, letters: Sequence[KeptLetter]) -> bytes:
    """What letters in the spool have in common, to compress others with; b"" for nothing."""
    raws = Spool(profile).read_all(letter.place for letter in letters)
    return train(raw for raw in raws if raw is not None)


def judge_messages(messages: Sequence[Message]) -> tuple[Judgement, ...]:
    """What the recogniser makes of letters."""
    from .cases.triage import judge  # 0.2 s of rules, which reading does without

    return tuple(judge(message) for message in messages)


def notices_in(
    letters: Sequence[tuple[bytes, Message, datetime]],
) -> tuple[tuple[Notice, ...], ...]:
    """What letters say of orders: bytes, the same parsed, and when each came."""
    from .orders.from_mail.reading import read_notices  # with its data, which reading does without

    return tuple(read_notices(*letter) for letter in letters)
