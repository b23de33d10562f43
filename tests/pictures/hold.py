"""Take pictures of held replies in every state, and of the gate, in the sample shop.

    python -P tests/pictures/hold.py DIR [--language en|ru] [--dark] [--size WxH] [--text PERCENT]

For the user guide and for looking at: states that come about by accident on the wire are set here
by the steps that the postman takes. Nothing is sent.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import QEventLoop, QTimer
from wishes import preferences_of, sides, wishes_parser

from softanswer.mailbox.sentence import Sentence, sentence_of
from softanswer.mailbox.smtp_causes import Reply, Stage
from softanswer.mailbox.smtp_replies import Step, failure
from softanswer.replies import answering, inbox_store, suggesting
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.inbox import Shelf
from softanswer.replies.outbox import store
from softanswer.replies.outbox.clock import ClockReading, SystemClock, to_ns
from softanswer.replies.outbox.held_reply import HeldReply, OutboxState, PausedBy
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.ui import operations
from softanswer.ui.demo.shop_front import OpenShop, open_shop
from softanswer.ui.desk import Desk
from softanswer.ui.outbox.outbox_view import OutboxView
from softanswer.ui.rail import Place

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from fakes.shop import mail

MINUTE = timedelta(minutes=1)
_AGAIN = {
    "en": (
        "Hello? I have written to you yesterday and heard nothing.",
        "My neighbour has just brought the parcel over. It was with her all the time!",
        "Please forget what I said. The book is lovely.",
    ),
    "ru": (
        "Здравствуйте! Я писал вам вчера и не получил ответа.",
        "Соседка только что принесла бандероль: всё это время она лежала у неё!",
        "Не сердитесь, пожалуйста, за вчерашнее. Книга чудесная.",
    ),
}


def main(pictures: type[Pictures] | None = None, told: str | None = __doc__) -> int:
    """Take them all; `pictures` are others of the same window than those of this script."""
    parser = wishes_parser(told, "1240x860")
    parser.add_argument("--text", type=int, default=100)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.folder.mkdir(parents=True, exist_ok=True)
    preferences = preferences_of(
        options,
        hold=HoldPolicy(base=30 * MINUTE),
        shop_name="Lantern Lane Books",
        seller_name="Ana Reyes",
    )
    clock = MovedClock()
    with open_shop(clock, preferences) as shop:
        desk = Desk(shop.profile)
        desk.theme.set_text_percent(options.text)
        desk.window.resize(*sides(options))
        try:
            (pictures or Pictures)(desk, shop, clock, options.folder, options.language).take()
        finally:
            desk.close()
    return 0


class MovedClock(SystemClock):
    """The clocks of this computer, and half an hour on top when the replies have cooled."""

    def __init__(self) -> None:
        super().__init__()
        self.moved = timedelta(0)

    def read(self) -> ClockReading:
        """What the clocks say now."""
        now = super().read()
        return ClockReading(
            now.boot_id, now.boottime_ns + to_ns(self.moved), now.wall + self.moved
        )


class Pictures:
    """Holds some replies, brings each into a state, and takes its picture."""

    def __init__(
        self, desk: Desk, shop: OpenShop, clock: MovedClock, folder: Path, language: str
    ) -> None:
        self._clock = clock
        self._desk = desk
        self._engine = desk.engine
        self._shop = shop
        self._folder = folder
        self._language = language

    def take(self) -> None:
        """Take all pictures."""
        self._desk.open()
        total = sum(letter.folder == "INBOX" for letter in self._shop.sample.letters)
        self._wait_until(lambda: self._stored() >= total)
        self._engine.writer.call(lambda tx: operations.held.set_stopped(tx, stopped=True))
        held = self._hold_some(8)
        for reply in (held[0], held[-1]):
            operations.hold_longer(self._engine.writer, self._engine.outbox, reply.id).result()
        self._let_them_write_again(held[1])
        self._clock.moved = 38 * MINUTE
        self._engine.writer.call(self._engine.outbox.release_due)
        steps = (
            ("cooling", lambda r, _: r),
            ("paused", lambda r, _: r),
            (
                "order-changed",
                lambda r, _: r.paused(
                    PausedBy.ORDER_CHANGED,
                    Sentence("Orders", "The parcel has been delivered meanwhile."),
                ),
            ),
            ("ready", lambda r, _: r),
            ("waiting", lambda r, m: _sending(r, m).postponed(m, _busy(r))),
            ("failed", lambda r, m: _sending(r, m).failed(_refused(r))),
            ("uncertain", lambda r, m: _sending(r, m).uncertain(_unknown())),
        )
        for (_name, step), reply in zip(steps, held, strict=False):
            self._engine.writer.call(
                lambda tx, i=reply.id, s=step: self._engine.outbox.step(tx, i, s)
            )
        self._engine.writer.call(lambda tx: operations.held.set_stopped(tx, stopped=False))
        self._desk.wiring.show_place(Place.COOLING)
        self._settle(4000)
        view = self._desk.window.outbox
        for (name, _step), reply in zip(steps, held, strict=False):
            self._picture_of_card(view, reply, name)
        self._whole("outbox")
        self._desk.wiring.holding.open_gate(held[3].id)
        self._settle(1200)
        self._whole("gate")

    def _hold_some(self, count: int) -> list[HeldReply]:
        db, now = self._engine.reader, self._engine.outbox.clock.read().wall
        held: list[HeldReply] = []
        for row in inbox_store.rows(db, Shelf.NEEDS_ANSWER, now):
            matter = inbox_store.load_matter(db, row.conversation_id)
            is_theirs = matter.judgement.language == self._language
            if not (row.complaint and is_theirs) or matter.kind is CaseKind.OTHER:
                continue
            offered = suggesting.suggestions(
                matter, self._engine.preferences, now.astimezone(), self._language
            )
            whole = [one for one in offered if not one.missing]
            if not whole:
                continue
            draft = answering.make_draft(matter, self._engine.accounts(), "", whole[0].body)
            future = operations.hold_reply(
                self._engine.writer, self._engine.outbox, matter, draft, whole[0].body, {}
            )
            held.append(future.result())
            if len(held) == count:
                break
        return held

    def _let_them_write_again(self, reply: HeldReply) -> None:
        """Three letters within five minutes; the sync brings them in and pauses the reply."""
        now = self._engine.outbox.clock.read().wall
        for number, text in enumerate(_AGAIN[self._language]):
            raw = mail(
                f"{reply.draft.subject} {number}",
                text,
                f"{reply.draft.to.name} <{reply.draft.to.addr_spec}>",
                now - (9 - 2 * number) * MINUTE,
                to=reply.draft.sender.addr_spec,
                In_Reply_To=reply.draft.in_reply_to,
                References=reply.draft.in_reply_to,
            )
            self._shop.servers.deliver(raw, now - (9 - 2 * number) * MINUTE)
        self._engine.sync_now()
        outbox = self._engine.reader
        self._wait_until(
            lambda: (
                store.load(outbox, reply.id).state is OutboxState.PAUSED
                and len(inbox_store.load_matter(outbox, reply.conversation_id).messages) > 3
            )
        )

    def _picture_of_card(self, view: OutboxView, reply: HeldReply, name: str) -> None:
        view.select(reply.id)
        self._settle(200)
        card = next(c for c in view._list.built if c.reply_id == reply.id)
        card.grab().save(str(self._folder / f"{name}.png"))

    def _whole(self, name: str) -> None:
        self._desk.window.grab().save(str(self._folder / f"{name}.png"))

    def _stored(self) -> int:
        (count,) = self._engine.reader.execute(
            "SELECT count(*) FROM messages WHERE NOT is_outgoing"
        ).fetchone()
        return int(count)

    def _wait_until(self, holds) -> None:
        end = time.monotonic() + 60
        while not holds():
            if time.monotonic() > end:
                raise SystemExit("the sample's letters did not come in")
            self._settle(100)

    def _first_complaint(self):
        db = self._engine.reader
        now = self._engine.outbox.clock.read().wall
        for row in inbox_store.rows(db, Shelf.NEEDS_ANSWER, now):
            matter = inbox_store.load_matter(db, row.conversation_id)
            is_own = "amazon" not in matter.letter.message.sender.addr_spec
            is_theirs = matter.judgement.language == self._language
            if row.complaint and is_theirs and is_own and matter.order is not None:
                return matter
        raise SystemExit("the sample has no such letter")

    def _settle(self, for_ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(for_ms, loop.quit)
        loop.exec()


def _sending(reply: HeldReply, mark) -> HeldReply:
    at = mark.reading.wall
    return reply.released().approved(b"not sent", at).talking().dotted(at)


def _refused(reply):
    step = Step("mail.lanternlane.example", Stage.RECIPIENT, reply.draft.sender.addr_spec)
    answer = Reply.read(550, b"5.1.1 No such user here")
    return sentence_of(failure(replace(step, recipient=reply.draft.to.addr_spec), answer))


def _busy(reply):
    to = reply.draft.to.addr_spec
    step = Step("mail.lanternlane.example", Stage.RECIPIENT, recipient=to)
    return sentence_of(failure(step, Reply.read(451, b"4.7.1 Greylisted, please come back later")))


def _unknown():
    return Sentence(
        "Mail",
        "{host} did not confirm the letter after all of it was sent ({why}). It may have been "
        "delivered. Look into the Sent folder before you send it again.",
    ).format(host="mail.lanternlane.example", why=Sentence("Mail", "no answer came"))


if __name__ == "__main__":
    raise SystemExit(main())
