"""Suggestions for a letter of the store, or for one that only the command line has seen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from ..mailbox import outgoing
from ..mailbox.message import Message
from ..mailbox.quoting import RegionKind, own_text, regions
from .answering import channel
from .background import CustomerHistory
from .cases.signing import signed_as
from .cases.triage import judge
from .compose.circumstances import Past
from .compose.facts import Correspondence, Shop, Situation
from .compose.own_templates import NO_OWN_TEMPLATES, OwnTemplates
from .compose.suggest import SuggestionInputs, suggest
from .compose.suggestion import Stance, Suggestion
from .inbox import Matter
from .orders.delivery import reckon
from .orders.order import OrderFile
from .orders.references import channel_of, find_references
from .preferences import Preferences
from .tone.checker import check
from .tone.context import CheckContext
from .tone.finding import ToneReport


def suggestions(
    matter: Matter,
    preferences: Preferences,
    now: datetime,
    seller_language: str = "en",
    history: CustomerHistory | None = None,
    own: OwnTemplates = NO_OWN_TEMPLATES,
) -> tuple[Suggestion, ...]:
    """What to offer for a letter, best first; the arguments are those of `inputs_of`."""
    return suggest(inputs_of(matter, preferences, now, seller_language, history, own))


def inputs_of(
    matter: Matter,
    preferences: Preferences,
    now: datetime,
    seller_language: str = "en",
    history: CustomerHistory | None = None,
    own: OwnTemplates = NO_OWN_TEMPLATES,
) -> SuggestionInputs:
    """What the suggestions for a letter follow from.

    Args:
        now: in the seller's zone.
        seller_language: of the sentences that say why.
        history: what the store knows of the customer, where it was read.
        own: the seller's templates.
    """
    sent = _letters_sent(matter)
    message = matter.letter.message
    inputs = SuggestionInputs(
        situation=_situation(
            message,
            matter.order,
            now,
            _shop(preferences),
            matter.case.number if matter.case else None,
            matter.judgement.language,
        ),
        subject=outgoing.reply_subject(message.subject),
        language=matter.judgement.language,
        kind=matter.kind,
        complaint=matter.complaint,
        issues=matter.judgement.issues,
        automatic=matter.judgement.automatic,
        seller_language=seller_language,
        heat=matter.heat,
        past=Past(
            complaints=len(history.complaints) if history else 0,
            refunded=history.refunded if history else 0,
            letters=sent,
        ),
        own=own,
    )
    letter = replace(
        inputs.situation.letter,
        waiting_since=matter.waiting_since,
        waiting=max(1, _letters_waiting(matter)),
    )
    situation = replace(
        inputs.situation,
        letter=letter,
        channel=channel(matter),
        letters_sent=len(sent),
        fault=matter.fault,
    )
    return replace(inputs, situation=situation)


def suggestions_for_message(
    message: Message,
    file: OrderFile | None,
    now: datetime,
    language: str | None = None,
    stance: Stance | None = None,
) -> tuple[tuple[Suggestion, ToneReport], ...]:
    """What the window would offer for a message, each with what the tone check says of it."""
    judgement = judge(message)
    offered = suggest(
        SuggestionInputs(
            situation=_situation(message, file, now, Shop("", ""), None, judgement.language),
            subject=outgoing.reply_subject(message.subject),
            language=language or judgement.language,
            kind=judgement.kind,
            complaint=judgement.complaint,
            issues=judgement.issues,
            automatic=judgement.automatic,
            stance=stance,
            heat=judgement.heat,
        )
    )
    theirs = own_text(message.text)
    context = CheckContext(
        complaint=judgement.complaint,
        kind=judgement.kind.value,
        heat=judgement.heat,
        customer_signed=signed_as(theirs) or None,
        their_text=theirs,
        order=file.order if file and file.is_confirmed else None,
        channel=channel_of(message.sender.addr_spec),
    )
    return tuple((s, check(s.body, replace(context, language=s.language))) for s in offered)


def facts_stated(
    body: str, matter: Matter, preferences: Preferences, now: datetime
) -> tuple[tuple[str, str], ...]:
    """The facts of the order that a reply states: (name of the fact, its words in the reply)."""
    stated: dict[str, str] = {}
    for suggestion in suggestions(matter, preferences, now):
        for name, words in suggestion.facts.items():
            for part in (*words.split(", "), words):  # the whole last, so that it wins
                if part and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", body):
                    stated[name] = part
    return tuple(stated.items())


def _situation(
    message: Message,
    file: OrderFile | None,
    now: datetime,
    shop: Shop,
    case_number: int | None,
    language: str,
) -> Situation:
    theirs = own_text(message.text)
    if file is not None and not file.is_confirmed:
        file = None  # mail alone knows it (S0-32)
    return Situation(
        letter=Correspondence(
            text=theirs,
            sender_name=message.sender.name,
            signed=signed_as(theirs) or None,
            written_at=message.date,
            waiting_since=message.date,
            names_order=_named_order(message),
            language=language,
        ),
        shop=shop,
        now=now,
        file=file,
        delivery=reckon(file, now.date()) if file else None,
        channel=channel_of(message.sender.addr_spec),
        case_number=case_number,
    )


def _shop(preferences: Preferences) -> Shop:
    gender = preferences.writes_as.gender(preferences.seller_name)
    return Shop(preferences.shop_name, preferences.seller_name, gender=gender)


def _letters_sent(matter: Matter) -> tuple[str, ...]:
    """Our answers of the conversation before this letter of theirs, without what they quote.

    What we wrote before they had written at all, as that the order was posted, answers nothing.
    """
    theirs = [m.internal_date for m in matter.messages if not m.is_outgoing]
    if not theirs:
        return ()
    return tuple(
        own_text(sent.message.text)
        for sent in matter.messages
        if sent.is_outgoing and min(theirs) < sent.internal_date <= matter.letter.internal_date
    )


def _letters_waiting(matter: Matter) -> int:
    since = matter.waiting_since
    return sum(
        not m.is_outgoing and since is not None and m.internal_date >= since
        for m in matter.messages
    )


def _named_order(message: Message) -> str:
    """The one order number of a letter, also where a marketplace's lines say it; "" for none."""
    unquoted = "".join(
        message.text[region.start : region.end]
        for region in regions(message.text)
        if region.kind is not RegionKind.QUOTED
    )
    found = find_references(f"{message.subject}\n{unquoted}")
    numbers = {reference.number for reference in found if reference.certain}
    return numbers.pop() if len(numbers) == 1 else ""
