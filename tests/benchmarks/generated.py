"""A store of generated letters, through the store's own functions, with judgements and matters."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BATCH = 500
COMMON = "the a of to and in is it for that was on with my this have not but be you".split()
RARE = [a + b for a in "bin pap lea ink fol quar pres typ ver mar".split()
        for b in "ding er ther well io to sing e so gin ble der".split()]  # fmt: skip
RUSSIAN = "где моя книга я жду её уже три недели прошу ответить заказ пришёл конверт".split()
KINDS = {"question": 50, "not_received": 20, "damaged": 12, "praise": 10, "late": 7.7,
         "abusive": 0.3}  # fmt: skip


def letter_of(number: int) -> tuple[str, str, str, str]:
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


def make_store(file: Path, count: int) -> None:
    """Make a store with so many letters, a conversation for each second one."""
    from builders import account

    from softanswer.mailbox.store.accounts import add_account
    from softanswer.mailbox.store.folders import FolderRole, ensure_folder
    from softanswer.mailbox.store.writer import StoreWriter

    writer = StoreWriter(file)
    account_id = writer.call(lambda tx: add_account(tx, account()))
    inbox = writer.call(lambda tx: ensure_folder(tx.db, account_id, "INBOX", FolderRole.INBOX, 1))
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        writer.call(lambda tx, numbers=numbers: _put(tx, account_id, inbox.id, numbers, count))
    writer.close()


def _put(tx: object, account_id: int, folder_id: int, numbers: range, count: int) -> None:
    from softanswer.mailbox.message import Address, FetchedMessage, Message
    from softanswer.mailbox.store.messages import store_messages
    from softanswer.replies.cases import store as cases
    from softanswer.replies.cases.case import CaseKind, Judgement
    from softanswer.replies.cases.judgement_store import save_judgement

    batch = []
    for number in numbers:
        name, address, subject, text = letter_of(number)
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
