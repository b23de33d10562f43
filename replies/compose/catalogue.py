"""Which template answers which letter: resources/templates/catalogue.toml as values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ..cases.case import CaseKind
from ..orders.delivery import Band
from .circumstances import Circumstance
from .suggestion import Spend, Stance

_ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class Entry:
    """A template and the letters it is for.

    Attributes:
        kinds: empty for all.
        bands: where the delivery stands; empty for anywhere.
        complaint: for complaints only, for ordinary mail only, or None for both.
        order_known: an order must be known, must not be, or None for both.
        mentions: beginnings of words by language, one of which the letter must hold; or empty.
        needs: facts without which it is not offered.
        remedy: what it offers, in a word.
        why: a template of one sentence for the seller, by language.
        spend, postage, certain: what it costs her; see `Cost`.
        rises, sinks: what moves it up or down among those that fit.
    """

    template: str
    kinds: frozenset[CaseKind]
    bands: frozenset[Band]
    complaint: bool | None
    order_known: bool | None
    mentions: Mapping[str, tuple[str, ...]]
    needs: frozenset[str]
    stance: Stance
    remedy: str
    why: Mapping[str, str]
    spend: Spend
    postage: bool
    certain: bool
    rises: frozenset[Circumstance]
    sinks: frozenset[Circumstance]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All templates, the better ones first, and the two holding replies.

    Attributes:
        reasons: a sentence for the seller on each circumstance that moved one up, by language.
        unchecked: that the tone check does not know the language of the letter, by language.
        own, own_wording: that a letter is hers, and that one of ours is in her words, by language.
    """

    entries: tuple[Entry, ...]
    holding_complaint: Entry
    holding_ordinary: Entry
    several: Entry
    reasons: Mapping[Circumstance, Mapping[str, str]]
    unchecked: Mapping[str, str]
    own: Mapping[str, str]
    own_wording: Mapping[str, str]


@cache
def catalogue() -> Catalogue:
    """The catalogue that the program comes with."""
    place = files("softanswer.resources") / "templates" / "catalogue.toml"
    tables = tomllib.loads(place.read_text(encoding="utf-8"))
    words = tables["words"]
    return Catalogue(
        tuple(_entry(table, words) for table in tables["entry"]),
        _entry({"kinds": [_ANY], "order": _ANY, **tables["holding"]["complaint"]}, words),
        _entry({"kinds": [_ANY], "order": _ANY, **tables["holding"]["ordinary"]}, words),
        _entry({"kinds": [_ANY], "order": _ANY, **tables["several"]}, words),
        {Circumstance(name): dict(said) for name, said in tables["reasons"].items()},
        dict(tables["unchecked"]),
        dict(tables["own"]["letter"]),
        dict(tables["own"]["wording"]),
    )


def _entry(table: Mapping[str, Any], words: Mapping[str, Mapping[str, list[str]]]) -> Entry:
    kinds = [kind for kind in table["kinds"] if kind != _ANY]
    order = table.get("order", True)
    mentions = words[table["mentions"]] if "mentions" in table else {}
    return Entry(
        template=table["template"],
        kinds=frozenset(CaseKind(kind) for kind in kinds),
        bands=frozenset(Band(band) for band in table.get("bands", ())),
        complaint=table.get("complaint"),
        order_known=None if order == _ANY else order,
        mentions={language: tuple(some) for language, some in mentions.items()},
        needs=frozenset(table.get("needs", ())),
        stance=Stance(table["stance"]),
        remedy=table["remedy"],
        why=dict(table["why"]),
        spend=Spend(table.get("spend", "nothing")),
        postage=table.get("postage", False),
        certain=table.get("certain", True),
        rises=frozenset(Circumstance(name) for name in table.get("rises", ())),
        sinks=frozenset(Circumstance(name) for name in table.get("sinks", ())),
    )
