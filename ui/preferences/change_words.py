"""Settings and their values in words, as the pages of Preferences call them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from ...replies.language.gender import WritesAs
from ...replies.orders.refunds import Payer
from ...replies.outbox.policy import OrdinaryMail
from ...replies.outbox.quiet_hours import Whose
from ...replies.preferences import (
    ColourScheme,
    Density,
    Language,
    NewLetters,
    RemotePictures,
)
from ..outbox_words import HoldWords


class ChangeWords:
    """Says by the key of a setting what it is called, and what one of its values means."""

    def __init__(self, words: HoldWords) -> None:
        self._words = words
        self._names = self._all_names()
        self._choices = self._all_choices()
        self._sayings: dict[str, Callable[[object], str]] = {
            "hold.base_minutes": self._base,
            "hold.factors": self._factors,
            "hold.quiet_hours": self._quiet,
            "shop.return_days": self._days,
            "keys.own": self._keys,
            "mail.leave_on_server_above_mb": self._limit,
        }

    def tr(self, text: str) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("ChangeWords", text)

    def name(self, key: str) -> str:
        """What a setting is called."""
        return self._names[key]

    def value(self, key: str, value: object) -> str:
        """What a value of a setting means."""
        if key in self._choices:
            return self._choices[key].get(value, str(value))
        if (say := self._sayings.get(key)) is not None:
            return say(value)
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return (value or self.tr("nothing")) if isinstance(value, str) else f"{value} %"

    def _base(self, value: object) -> str:
        return self._words.length(timedelta(minutes=float(str(value))))

    def _factors(self, value: object) -> str:
        factors = value if isinstance(value, list) else [value]
        return ", ".join(f"× {one:g}" for one in factors)

    def _keys(self, value: object) -> str:
        lines = value if isinstance(value, list | tuple) else ()
        return "; ".join(map(str, lines)) or self.tr("none")

    def _days(self, value: object) -> str:
        return self.tr("{count} days").format(count=value) if value else self.tr("not at all")

    def _limit(self, value: object) -> str:
        above = self.tr("When I want them, in letters above {size} MB").format(size=value)
        return above if value else self.tr("At once, with every letter")

    def _quiet(self, written: object) -> str:
        times, _, whose = str(written).partition(" ")
        if not times:
            return self.tr("no")
        by_customer = self.tr("{times}, by the customer's clock")
        by_me = self.tr("{times}, by my clock")
        said = by_customer if whose == Whose.CUSTOMER.value else by_me
        return said.format(times=times.replace("-", "–"))

    def _all_names(self) -> dict[str, str]:
        return {
            "hold.base_minutes": self.tr("Ordinary mail, and the base for complaints"),
            "hold.factors": self.tr("For a complaint: the base times, by its heat"),
            "hold.send_by_itself": self.tr("Send a reply by itself when its hold ends"),
            "hold.ordinary": self.tr("Ordinary mail is"),
            "hold.own_heat": self.tr("Hold what I write in heat longer"),
            "hold.quiet_hours": self.tr("Nothing leaves at night"),
            "shop.name": self.tr("Name of the shop"),
            "shop.seller": self.tr("Your name, as you sign"),
            "shop.writes_as": self.tr("Russian and French letters speak of you"),
            "shop.return_days": self.tr("You take a change of mind back for"),
            "shop.restocking_percent": self.tr("Restocking fee, where the channel allows one"),
            "shop.return_postage": self.tr("The way back, without a fault of yours, is paid by"),
            "shop.card_cost_percent": self.tr("Of a payment the card company keeps"),
            "look.language": self.tr("Language of the window"),
            "look.colour_scheme": self.tr("Colours"),
            "look.text_percent": self.tr("Size of the text"),
            "look.density": self.tr("Density"),
            "look.remote_pictures": self.tr("Pictures in letters from the internet"),
            "mail.notices": self.tr("A notice tells of new letters while you are elsewhere"),
            "mail.leave_on_server_above_mb": self.tr("Large attachments are fetched"),
            "orders.watched_folder": self.tr("Watched folder"),
            "writing.spelling": self.tr("Mark words that are in no dictionary"),
            "keys.single_letters": self.tr("Single letters work as keys in lists and letters"),
            "keys.own": self.tr("Keys of my own"),
        }

    def _all_choices(self) -> dict[str, dict[object, str]]:
        system = self.tr("As the system")
        return {
            "hold.ordinary": {
                OrdinaryMail.NO_COMPLAINT.value: self.tr("every letter without a complaint"),
                OrdinaryMail.CALM.value: self.tr("calm letters without a complaint"),
                OrdinaryMail.NONE.value: self.tr("none: every hold goes by the heat"),
            },
            "shop.writes_as": {
                WritesAs.BY_NAME.value: self.tr("As your name says"),
                WritesAs.FEMININE.value: self.tr("Feminine: «я упаковала», “désolée”"),
                WritesAs.MASCULINE.value: self.tr("Masculine: «я упаковал», “désolé”"),
                WritesAs.NEITHER.value: self.tr("Worded without it"),
            },
            "shop.return_postage": {
                Payer.BUYER.value: self.tr("The customer"),
                Payer.SELLER.value: self.tr("You"),
            },
            "look.language": {
                Language.SYSTEM.value: system,
                Language.ENGLISH.value: "English",
                Language.RUSSIAN.value: "Русский",
                Language.TRADITIONAL_CHINESE.value: "繁體中文",
            },
            "look.colour_scheme": {
                ColourScheme.SYSTEM.value: system,
                ColourScheme.LIGHT.value: self.tr("Light"),
                ColourScheme.DARK.value: self.tr("Dark"),
                ColourScheme.HIGH_CONTRAST_LIGHT.value: self.tr("High contrast, light"),
                ColourScheme.HIGH_CONTRAST_DARK.value: self.tr("High contrast, dark"),
            },
            "look.density": {
                Density.COMFORTABLE.value: self.tr("Comfortable"),
                Density.COMPACT.value: self.tr("Compact: more rows at once"),
            },
            "look.remote_pictures": {
                RemotePictures.ASK.value: self.tr("Only when I ask for them, letter by letter"),
                RemotePictures.NEVER.value: self.tr("Never"),
            },
            "mail.notices": {
                NewLetters.COMPLAINTS.value: self.tr("Of complaints"),
                NewLetters.ALL.value: self.tr("Of all that need an answer"),
                NewLetters.NONE.value: self.tr("Of none"),
            },
        }
