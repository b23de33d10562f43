"""The tour of the sample shop: a complaint arrives, is answered, cools, is read again, is sent."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from ...mailbox.mime import parse_message
from ...mailbox.sentence import Sentence
from ...replies.cases.case import CaseKind
from ...replies.inbox import Matter
from ...replies.outbox import store as held
from ...replies.outbox.clock import Clock
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ...replies.outbox.policy import HoldPolicy
from ...replies.preferences import ColourScheme, Language, Preferences
from ..console.exits import BAD_INPUT, OK, BadInputError
from ..console.output import complain, say
from ..demo.shop_front import BASE, OpenShop, open_shop
from ..desk import Desk
from .hand import Hand, TourError

REPORT_NAME: Final = "tour.json"
_SIZE: Final = re.compile(r"(\d{3,4})x(\d{3,4})")
_SCOLDING: Final = {
    Language.ENGLISH: "You should have read the listing.",
    Language.RUSSIAN: "Вам следовало прочитать описание.",
}
_HOLD_S: Final = 90.0
_CHECKED_MS: Final = 900  # the check runs a moment behind the last key
_OF_A_BOOK: Final = frozenset(
    {CaseKind.LATE, CaseKind.DAMAGED, CaseKind.NOT_AS_DESCRIBED, CaseKind.WRONG_ITEM}
)
_MILD: Final = 1  # up to this heat the hold is the base alone
_LONGEST_LIST: Final = 60


def run(options: argparse.Namespace, clock: Clock) -> int:
    """Take the tour; pictures and tour.json lie in the folder afterwards."""
    try:
        width, height = _size(options.size)
        options.folder.mkdir(parents=True, exist_ok=True)
    except (BadInputError, OSError) as error:
        complain(str(error))
        return BAD_INPUT
    language = Language(options.language)
    preferences = Preferences(
        hold=HoldPolicy(base=BASE),
        shop_name="Lantern Lane Books",
        seller_name="Ana Reyes",
        language=language,
        colour_scheme=ColourScheme.DARK if options.dark else ColourScheme.LIGHT,
    )
    with open_shop(clock, preferences) as shop:
        desk = Desk(shop.profile)
        desk.window.resize(width, height)
        tour = Tour(desk, shop, options.folder, language)
        try:
            tour.take()
        except TourError as error:
            complain(str(error))
            return BAD_INPUT
        finally:
            tour.report()
            desk.close()
    say(f"{len(tour.hand.steps)} pictures and {REPORT_NAME} are in {options.folder}.")
    return OK


class Tour:
    """Takes one tour."""

    def __init__(self, desk: Desk, shop: OpenShop, folder: Path, language: Language) -> None:
        self.hand = Hand(desk.window, folder)
        self._desk = desk
        self._shop = shop
        self._folder = folder
        self._language = language
        self._reply: HeldReply | None = None
        self._late_id = parse_message(shop.sample.late_letter.raw).message_id

    def take(self) -> None:
        """Go through the whole job.

        Raises:
            TourError: something did not happen in its time.
        """
        self._desk.open()
        self._see_the_inbox()
        self._see_a_complaint_arrive()
        self._write_a_reply()
        self._let_it_cool()
        self._change_the_cool_down()
        self._read_it_again_and_send()

    def report(self) -> None:
        """Write tour.json, whatever came of the tour."""
        reply = self._reply
        delivered = self._delivered()
        document = {
            "steps": [asdict(step) for step in self.hand.steps],
            "held_at": reply.held_at.isoformat() if reply else None,
            "send_after": reply.plan.send_after.isoformat() if reply else None,
            "sent_at": delivered[0] if delivered else None,
            "delivered": bool(delivered),
            "message_id": reply.message_id if reply else None,
        }
        text = json.dumps(document, indent=1)
        (self._folder / REPORT_NAME).write_text(text + "\n", encoding="utf-8")

    def _see_the_inbox(self) -> None:
        total = sum(letter.folder == "INBOX" for letter in self._shop.sample.letters)
        self.hand.wait_until("the inbox was not fetched", lambda: self._stored() >= total)
        self.hand.press("G,C")
        self.hand.picture("inbox")

    def _see_a_complaint_arrive(self) -> None:
        before = self._stored()
        self._shop.deliver_late_letter()
        self.hand.wait_until("the new letter did not appear", lambda: self._stored() > before)
        self.hand.settle(1000)
        self._go_to(self._is_late_letter)
        self.hand.picture("complaint")
        self.hand.press("Shift+V")
        self.hand.press("Shift+V")

    def _write_a_reply(self) -> None:
        self._go_to(self._is_the_one_to_answer)
        self.hand.press("Shift+R")
        self.hand.settle(_CHECKED_MS)
        self.hand.picture("suggestion")
        scolding = _SCOLDING[self._language]
        self.hand.press("Ctrl+End")
        self.hand.press("Return")
        self.hand.type(scolding)
        self.hand.settle(_CHECKED_MS)
        self.hand.press("F8")
        self.hand.picture("finding")
        self.hand.press("Esc")
        self.hand.press("Ctrl+End")
        self.hand.press_often("Backspace", len(scolding) + 1)
        self.hand.settle(_CHECKED_MS)

    def _let_it_cool(self) -> None:
        self.hand.press("Ctrl+Return")
        self.hand.wait_until("the reply was not held", lambda: self._held() is not None)
        self._reply = self._held()
        self.hand.press("G,H")
        self.hand.picture("cooling")

    def _change_the_cool_down(self) -> None:
        """Twice as long, in Preferences; the next reply follows it, the held one stays."""
        self.hand.press("Ctrl+,")
        self.hand.picture("preferences")
        self.hand.press("Ctrl+A")
        self.hand.type("2")
        self.hand.press("Return")
        self.hand.wait_until(
            "the new cool-down was not kept",
            lambda: self._desk.engine.preferences.hold.base == BASE * 2,
        )
        self.hand.press("G,C")
        self._go_to(lambda matter: matter.complaint and not self._is_held(matter))
        self.hand.press("Shift+R")
        self.hand.settle(_CHECKED_MS)
        self.hand.picture("next-plan")
        self.hand.press("Esc")

    def _read_it_again_and_send(self) -> None:
        self.hand.press("G,H")
        self.hand.wait_until("the hold did not end", self._is_ready, _HOLD_S)
        self.hand.picture("ready")
        self.hand.press("Return")
        self.hand.picture("gate")
        self.hand.press("Ctrl+Return")
        self.hand.wait_until("the reply was not delivered", lambda: bool(self._delivered()))
        self.hand.settle(_CHECKED_MS)
        self.hand.press("G,W")
        self.hand.picture("sent")

    def _go_to(self, wanted: Callable[[Matter], bool]) -> None:
        """Go down the list, key by key, to a letter."""
        self.hand.press("Alt+2")
        self.hand.press("Ctrl+Home")
        for _ in range(_LONGEST_LIST):
            matter = self._desk.wiring.reading.matter
            if matter is not None and wanted(matter):
                return
            self.hand.press("J")
        raise TourError("No letter of the sample fits the next step.")

    def _is_late_letter(self, matter: Matter) -> bool:
        return matter.letter.message.message_id == self._late_id

    def _is_the_one_to_answer(self, matter: Matter) -> bool:
        return (
            matter.complaint
            and matter.kind in _OF_A_BOOK
            and (not matter.complaint or matter.occasion.heat <= _MILD)
            and matter.order is not None
            and matter.judgement.language == self._language.value
        )

    def _is_held(self, matter: Matter) -> bool:
        reply = self._held()
        return reply is not None and reply.conversation_id == matter.conversation_id

    def _held(self) -> HeldReply | None:
        replies = held.load_in(self._desk.engine.reader, set(OutboxState))
        return replies[0] if replies else None

    def _is_ready(self) -> bool:
        reply = self._held()
        return reply is not None and reply.state is OutboxState.READY

    def _delivered(self) -> list[str]:
        """When the reply reached the sample's SMTP server."""
        if self._reply is None:
            return []
        name = self._reply.message_id.encode()
        servers = self._shop.servers
        return [letter.at.isoformat() for letter in servers.delivered if name in letter.raw]

    def _stored(self) -> int:
        (count,) = self._desk.engine.reader.execute("SELECT count(*) FROM messages").fetchone()
        return int(count)


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if not found:
        raise BadInputError(
            Sentence(
                "Console", "'{text}' is no size. Give WIDTHxHEIGHT, such as 1440x900."
            ).format(text=text)
        )
    return int(found[1]), int(found[2])
