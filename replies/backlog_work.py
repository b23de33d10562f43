"""What is done to the letters of a backlog in the work process: reading and judging."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..mailbox.message import Message
from ..mailbox.mime import parse_message
from ..mailbox.packing import pack
from ..mailbox.spool import Spool
from ..mailbox.store.backlog import KeptLetter, ReadLetter
from .cases.case import Judgement


def read_letters(profile: Path, letters: Sequence[KeptLetter]) -> tuple[ReadLetter | None, ...]:
    """Read letters in the spool of a profile; None for one that is not there any more."""
    spool = Spool(profile)
    return tuple(_read(spool, letter) for letter in letters)


def judge_messages(messages: Sequence[Message]) -> tuple[Judgement, ...]:
    """What the recogniser makes of letters."""
    from .cases.triage import judge  # 0.2 s of rules, which reading does without

    return tuple(judge(message) for message in messages)


def _read(spool: Spool, letter: KeptLetter) -> ReadLetter | None:
    raw = spool.read(letter.place)
    if raw is None:
        return None
    kept, is_packed = pack(raw)
    return ReadLetter(letter.id, parse_message(raw), kept, is_packed)
