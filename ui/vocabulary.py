"""All words of the window in its language, made once and handed to the parts."""

from __future__ import annotations

from dataclasses import dataclass

from .delivery_words import DeliveryWords
from .languages import Languages
from .outbox_words import HoldWords, OutboxWords
from .presence.presence_words import PresenceWords
from .reply.reply_words import ReplyWords
from .templates.fact_words import FactWords
from .words import Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of letters, deliveries, replies, holds, and of the program beside its window.

    Attributes:
        language: in which letters and reasons are shown to her; see `Languages.written`.
    """

    language: str
    words: Words
    delivery: DeliveryWords
    reply: ReplyWords
    hold: HoldWords
    outbox: OutboxWords
    presence: PresenceWords
    facts: FactWords

    @classmethod
    def of(cls, languages: Languages) -> Vocabulary:
        """The vocabulary of the language that is chosen now."""
        words = Words(languages.translate(Words.__name__))
        facts = FactWords(languages.translate(FactWords.__name__))
        hold = HoldWords(words, languages.translate(HoldWords.__name__))
        return cls(
            language=languages.written,
            words=words,
            delivery=DeliveryWords(words, languages.translate(DeliveryWords.__name__)),
            reply=ReplyWords(
                languages.translate(ReplyWords.__name__), languages.written, facts.gaps()
            ),
            hold=hold,
            outbox=OutboxWords(hold, languages.translate(OutboxWords.__name__)),
            presence=PresenceWords(words, languages.translate(PresenceWords.__name__)),
            facts=facts,
        )
