"""The evidence of a case in one folder: its letters as they came and went, its order, its course.

For a marketplace's claim, a bank or a court (PRODUCT S2-16). Nothing of the seller's own goes in:
no notes, no costs, no signs of risk.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..mailbox.errors import StoreError
from ..mailbox.message import StoredMessage
from ..mailbox.sentence import Sentence
from ..mailbox.store.messages import load_conversation, load_letter
from .cases import store as cases
from .cases.call_store import CallOutcome
from .cases.case import Case, CaseState
from .cases.promise_store import RecordedPromise, load_promises
from .errors import EvidenceError
from .orders.order import OrderFile
from .orders.order_json import order_to_json, shipment_to_json
from .orders.store import load_order

Say = Callable[[str], str]

SUMMARY_NAME: Final = "summary.txt"
ORDER_NAME: Final = "order.json"
SUMS_NAME: Final = "sha256sums.txt"
_LETTERS: Final = "letters"
_STATES: Final = {
    CaseState.NEW.value: Sentence("Evidence", "An answer is owed."),
    CaseState.COOLING.value: Sentence("Evidence", "A reply is written and waits its cool-down."),
    CaseState.WAITING.value: Sentence("Evidence", "All letters are answered."),
    CaseState.RESOLVED.value: Sentence("Evidence", "The case is closed."),
    CaseState.NO_COMPLAINT.value: Sentence("Evidence", "It is no complaint after all."),
}
_CALLS: Final = {
    CallOutcome.TALKED.value: Sentence("Evidence", "A telephone call: both talked."),
    CallOutcome.NO_ANSWER.value: Sentence("Evidence", "A telephone call: nobody answered."),
}
_STATE: Final = "state:"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a case.

    Attributes:
        letters: of all its conversations, both directions, the oldest first.
        raw: the bytes of a letter by its row, as they came; those that are not here are not in it.
        partial: rows of letters whose attachments are in part on the mail server only.
        events: the course of the case: when, and what as the store has it.
    """

    case: Case
    letters: tuple[StoredMessage, ...]
    raw: dict[int, bytes]
    partial: frozenset[int]
    events: tuple[tuple[datetime, str], ...]
    promises: tuple[RecordedPromise, ...]
    order: OrderFile | None


def gather_evidence(db: sqlite3.Connection, case_id: int) -> Evidence:
    """Read a case with all that belongs to it.

    Raises:
        NoSuchRecordError: there is no case with this id.
    """
    case = cases.load_case(db, case_id)
    conversations = cases.conversations_of(db, case_id)
    letters = [m for each in conversations for m in load_conversation(db, each)]
    raw: dict[int, bytes] = {}
    partial = set()
    for letter in letters:
        try:
            kept = load_letter(db, letter.id)
        except StoreError:  # only its header is here
            continue
        raw[letter.id] = kept.raw
        if kept.gaps:
            partial.add(letter.id)
    return Evidence(
        case=case,
        letters=tuple(sorted(letters, key=lambda letter: letter.internal_date)),
        raw=raw,
        partial=frozenset(partial),
        events=cases.load_events(db, case_id),
        promises=tuple(one for each in conversations for one in load_promises(db, each)),
        order=load_order(db, case.order_id) if case.order_id else None,
    )


def write_evidence(evidence: Evidence, folder: Path, now: datetime, say: Say = str) -> int:
    """Write the folder whole, or nothing; returns how many files it holds.

    Args:
        folder: is made; where it is there already it must be empty.
        now: in the seller's zone, in which all times of the summary stand.
        say: puts a sentence into the seller's language.

    Raises:
        EvidenceError: the folder holds something.
        OSError: it can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EvidenceError(
            Sentence(
                "Evidence", "{folder} holds something already. Name a new folder, or an empty one."
            ).format(folder=folder)
        )
    files = dict(_files(evidence, now, say))
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    files[SUMS_NAME] = sums.encode()
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".evidence-", dir=folder.parent))
    try:
        for name, content in files.items():
            place = made / name
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
        if folder.exists():
            folder.rmdir()
        os.replace(made, folder)  # noqa: PTH105 - the atomic call by its name
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return len(files)


def _files(evidence: Evidence, now: datetime, say: Say) -> Iterator[tuple[str, bytes]]:
    yield SUMMARY_NAME, "\n".join((*_summary(evidence, now, say), "")).encode()
    if evidence.order is not None:
        yield ORDER_NAME, _order(evidence.order)
    for number, letter in enumerate(evidence.letters, 1):
        if letter.id in evidence.raw:
            yield _name(number, letter), evidence.raw[letter.id]


def _name(number: int, letter: StoredMessage) -> str:
    """Such as "letters/03-2026-11-12-ours.eml": in their order, by day, and by whom."""
    whose = "ours" if letter.is_outgoing else "theirs"
    return f"{_LETTERS}/{number:02}-{letter.internal_date:%Y-%m-%d}-{whose}.eml"


def _order(file: OrderFile) -> bytes:
    document = order_to_json(file.order) | {
        "source": file.order.source,
        "marketplace": file.order.marketplace.value,
        "confirmed": file.is_confirmed,
        "shipments": [shipment_to_json(parcel) for parcel in file.shipments],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _summary(evidence: Evidence, now: datetime, say: Say) -> Iterator[str]:
    case = evidence.case
    head = Sentence("Evidence", "Case {number}, opened {day}")
    yield say(head.format(number=case.number, day=_at(case.opened_at, now)))
    customer = Sentence("Evidence", "Customer: {name} <{address}>")
    yield say(customer.format(name=case.customer_name, address=case.customer_address))
    if evidence.order is not None:
        yield from _order_lines(evidence.order, say)
    else:
        yield say(Sentence("Evidence", "No order is known."))
    yield ""
    zone = now.strftime("UTC%z")
    yield say(Sentence("Evidence", "What happened, in times of {zone}:").format(zone=zone))
    for at, said in _course(evidence, say):
        yield f"  {_at(at, now)}  {said}"
    if lacking := _lacking(evidence):
        yield ""
        yield from (say(line) for line in lacking)


def _order_lines(file: OrderFile, say: Say) -> Iterator[str]:
    order = file.order
    known = Sentence("Evidence", "Order {number} ({place})")
    if not file.is_confirmed:
        known = Sentence("Evidence", "Order {number} ({place}), known from mail only")
    yield say(known.format(number=order.order_id, place=order.marketplace.value))
    for line in order.items:
        yield f"  {line.qty} × {line.title}"
    for parcel in file.shipments:
        sent = Sentence("Evidence", "posted {day}, {service}, tracking number {tracking}")
        said = sent.format(
            day=parcel.shipped_on or "?",
            service=parcel.service or "?",
            tracking=parcel.tracking or "?",
        )
        yield f"  {say(said)}"


def _course(evidence: Evidence, say: Say) -> Sequence[tuple[datetime, str]]:
    """All that happened with its time, the oldest first."""
    found = [
        (letter.internal_date, say(_letter_line(number, letter, evidence)))
        for number, letter in enumerate(evidence.letters, 1)
    ]
    for at, what in evidence.events:
        known = _CALLS.get(what) or _STATES.get(what.removeprefix(_STATE))
        if known is not None:
            found.append((at, say(known)))
    for one in evidence.promises:
        made = Sentence("Evidence", "Promised: “{sentence}”")
        found.append((one.made_at, say(made.format(sentence=one.promise.sentence))))
        if one.kept_at is not None:
            kept = Sentence("Evidence", "Kept: “{sentence}”")
            found.append((one.kept_at, say(kept.format(sentence=one.promise.sentence))))
    return sorted(found, key=lambda entry: entry[0].astimezone(UTC))


def _letter_line(number: int, letter: StoredMessage, evidence: Evidence) -> Sentence:
    line = Sentence("Evidence", "They wrote: “{subject}” ({file})")
    if letter.is_outgoing:
        line = Sentence("Evidence", "We wrote: “{subject}” ({file})")
    file: str = Sentence("Evidence", "not on this computer")
    if letter.id in evidence.raw:
        file = _name(number, letter)
    return line.format(subject=letter.message.subject, file=file)


def _lacking(evidence: Evidence) -> list[Sentence]:
    lacking = []
    absent = len(evidence.letters) - len(evidence.raw)
    if absent:
        lacking.append(
            Sentence(
                "Evidence",
                "Letters of which only the header is on this computer: {count}. "
                "'softanswer sync' brings the rest.",
            ).format(count=absent)
        )
    if evidence.partial:
        lacking.append(
            Sentence(
                "Evidence",
                "Letters without some of their attachments, which are on the mail server only: "
                "{count}. 'softanswer fetch ID' brings those of a letter here.",
            ).format(count=len(evidence.partial))
        )
    return lacking


def _at(moment: datetime, now: datetime) -> str:
    return f"{moment.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
