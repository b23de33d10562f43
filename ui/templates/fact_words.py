"""What the facts and parts that a template may hold mean, in a few words. No Qt."""

from __future__ import annotations

from ...replies.compose.facts import FACT_NAMES
from ..words import Translate, plain_english


class FactWords:
    """The words of the list of allowed names, in one language."""

    def __init__(self, translate: Translate = plain_english) -> None:
        self._translate = translate
        self._facts = self._fact_words()
        self._parts = self._part_words()

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def meaning(self, name: str, *, is_part: bool = False) -> str:
        """What a fact or a part of ours is."""
        known = (self._parts if is_part else self._facts).get(name)
        return known or name.replace("_", " ")

    def gaps(self) -> dict[str, str]:
        """What stands in a letter, in brackets, where a fact is not known: its meaning."""
        return {name: self.meaning(name) for name in FACT_NAMES}

    def _fact_words(self) -> dict[str, str]:
        return {
            "today": self.tr("today"),
            "act_by": self.tr("next business day, for what you do first"),
            "answer_by": self.tr("when you answer at the latest"),
            "channel": self.tr("marketplace of the letter"),
            "seller": self.tr("your name"),
            "shop": self.tr("name of your shop"),
            "addressee": self.tr("whom the letter greets"),
            "case_number": self.tr("number of the case"),
            "letters_sent": self.tr("letters that they had from you"),
            "side": self.tr("“seller”, “carrier” and so on: whose side it was"),
            "self_gender": self.tr("“feminine” or “masculine”: how you write of yourself"),
            "occasion": self.tr("“birthday”, “wedding” and so on: what they wanted it for"),
            "missing_part": self.tr("“map”, “jacket” and so on: what they miss"),
            "damage": self.tr("“wet”, “cover” and so on: what is damaged"),
            "defect": self.tr("“stamps”, “notes” and so on: what is not as described"),
            "letter_on": self.tr("day of their letter"),
            "first_letter_on": self.tr("day of their first letter without answer"),
            "waiting": self.tr("letters without answer"),
            "waited_days": self.tr("days that they wait for an answer"),
            "order_number": self.tr("order number"),
            "title": self.tr("title of the book"),
            "books": self.tr("copies in the order"),
            "condition": self.tr("condition as sold"),
            "city": self.tr("town it goes to"),
            "ordered_on": self.tr("day of the order"),
            "total": self.tr("sum they paid"),
            "postage": self.tr("postage they paid"),
            "posted_on": self.tr("day of posting"),
            "service": self.tr("postal service"),
            "tracking": self.tr("tracking number"),
            "lag_days": self.tr("days from order to posting"),
            "earliest": self.tr("first day of delivery"),
            "latest": self.tr("last day of delivery"),
            "counting": self.tr("“business” or “calendar” days"),
            "day": self.tr("which day of the delivery time it is"),
            "days": self.tr("days of the delivery time"),
            "settle_by": self.tr("business day after the delivery time"),
            "lost_by": self.tr("day from which it counts as lost"),
            "delivered_on": self.tr("day of delivery"),
            "kept_days": self.tr("days they have had it, if many"),
            "returned_on": self.tr("day it came back"),
        }

    def _part_words(self) -> dict[str, str]:
        return {
            "book": self.tr("the book or the books, with the title"),
            "damage": self.tr("how it arrived: soaked, with a damaged cover"),
            "defect": self.tr("what is not as described, behind “that”"),
            "full_sum": self.tr("the whole sum"),
            "goods": self.tr("what they ordered"),
            "greeting": self.tr("greeting"),
            "its_sum": self.tr("the sum of this book"),
            "missing": self.tr("the part that is missing"),
            "missing_acc": self.tr("the part that you send"),
            "occasion": self.tr("what they wanted it for: for the birthday"),
            "parcel": self.tr("the parcel, with its day"),
            "regret_again": self.tr("regret, to one who writes again"),
            "sign_off": self.tr("sign-off and signature"),
            "thanks_again": self.tr("thanks, to one who writes again"),
            "whose": self.tr("owns it, by the side it arose on"),
            "wait": self.tr("owns the wait, where there was one"),
            "window": self.tr("delivery time in a sentence"),
        }
