"""What forms of a word have in common: keys that a rule may name instead of an exact form.

For a word, `keys_of` gives its own form ("sent"), its lemma ("~send"), its shape ("@past") and
both together ("~send@past"). English lemmas come from a suffix normaliser and a table of irregular
verbs; a rule's own word passes through the same normaliser, so the lemma need be no real word.
Russian lemmas are those of pymorphy3, every parse counts; where the library is missing, endings
are cut off on both sides instead.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Final, Protocol

from .traits import languages

_IRREGULAR_VERBS: Final = """
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
get gets got gotten getting
send sends sent sending
pay pays paid paying
buy buys bought buying
bring brings brought bringing
take takes took taken taking
give gives gave given giving
make makes made making
say says said saying
see sees saw seen seeing
tell tells told telling
know knows knew known knowing
find finds found finding
feel feels felt feeling
keep keeps kept keeping
let lets letting
leave leaves left leaving
lose loses lost losing
mean means meant meaning
read reads reading
write writes wrote written writing
think thinks thought thinking
come comes came coming
become becomes became becoming
forget forgets forgot forgotten forgetting
put puts putting
set sets setting
hear hears heard hearing
hold holds held holding
understand understands understood understanding
misunderstand misunderstands misunderstood misunderstanding
speak speaks spoke spoken speaking
break breaks broke broken breaking
choose chooses chose chosen choosing
stand stands stood standing
tear tears tore torn tearing
bend bends bent bending
steal steals stole stolen stealing
hide hides hid hidden hiding
sell sells sold selling
swear swears swore sworn swearing
use uses used using
lie lies lied lying
try tries tried trying
reply replies replied replying
apologise apologises apologised apologising apologize apologizes apologized apologizing
oversee oversees oversaw overseen overseeing
overlook overlooks overlooked overlooking
mistake mistakes mistook mistaken mistaking
blame blames blamed blaming
fail fails failed failing
slip slips slipped slipping
wrap wraps wrapped wrapping
ship ships shipped shipping
drop drops dropped dropping
stop stops stopped stopping
refer refers referred referring
begin begins began begun beginning
spend spends spent spending
catch catches caught catching
teach teaches taught teaching
win wins won winning
meet meets met meeting
deal deals dealt dealing
cost costs costing
cut cuts cutting
hurt hurts hurting
run runs ran running
sit sits sat sitting
fall falls fell fallen falling
throw throws threw thrown throwing
grow grows grew grown growing
show shows showed shown showing
eat eats ate eaten eating
rewrite rewrites rewrote rewritten rewriting
resend resends resent resending
mislead misleads misled misleading
rebuild rebuilds rebuilt rebuilding
"""
_PAST_FORMS: Final = frozenset(
    "was were been had did done went gone got gotten sent paid bought brought took taken gave "
    "given made said saw seen told knew known found felt kept let left lost meant read wrote "
    "written thought came become became forgot forgotten put set heard held understood "
    "misunderstood spoke spoken broke broken chose chosen stood tore torn bent stole stolen "
    "hid hidden sold swore sworn oversaw overseen mistook mistaken began begun spent caught "
    "taught won met dealt hurt ran sat fell fallen threw thrown grew shown ate resent misled "
    "rewrote used built lent rang rung drew drawn drove driven flew flown wore worn led fed "
    "fought sought stuck struck swept slept woke rose shook shaken sank blew laid slid spilt "
    "burnt learnt hung dug tied died".split()
)
_DOUBLED: Final = frozenset("bdgmnprt")
_MIN_STEM: Final = 3

_RUSSIAN_ENDINGS: Final = sorted(
    "ами ями ого его ому ему ыми ими ешь ишь ете ите ала ила али или ало ило ена ено ены ать ить "
    "еть уть ают яют ует уют ит ет ат ят ют ут ал ил ел ла ло ли ть ая яя ое ее ые ие ый ий ой ей "
    "ом ем ам ям ах ях ов ев ую юю ую ою ею ся сь а я о е ы и у ю ь".split(),
    key=len,
    reverse=True,
)


def _irregular_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _IRREGULAR_VERBS.strip().splitlines():
        base, *forms = line.split()
        stem = _cut_suffix(base)
        table[base] = stem
        table.update(dict.fromkeys(forms, stem))
    return table


def _cut_suffix(word: str) -> str:
    """The stem of an English word by its endings alone."""
    stem = word.removesuffix("'s").removesuffix("'")
    for suffix, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", "")):
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _MIN_STEM - bool(instead):
            stem = stem.removesuffix(suffix) + instead
            if (
                not instead
                and len(stem) > _MIN_STEM
                and stem[-1] == stem[-2]
                and stem[-1] in _DOUBLED
            ):
                stem = stem[:-1]
            break
    else:
        if stem.endswith("s") and not stem.endswith(("ss", "us", "is")) and len(stem) > _MIN_STEM:
            stem = stem[:-1]
    if stem.endswith("e") and len(stem) > _MIN_STEM + 1:
        stem = stem[:-1]
    return stem


_IRREGULAR: Final = _irregular_table()


@lru_cache(maxsize=32_768)
def english_stem(word: str) -> str:
    """What "describe", "describes", "described" and "describing" have in common."""
    return _IRREGULAR.get(word) or _cut_suffix(word)


def _english_keys(word: str) -> tuple[str, ...]:
    lemma = "~" + english_stem(word)
    if word in _PAST_FORMS or (word.endswith("ed") and len(word) > _MIN_STEM + 1):
        return word, lemma, "@past", lemma + "@past"
    if word.endswith("ing") and len(word) > _MIN_STEM + 2:
        return word, lemma, "@ing", lemma + "@ing"
    return word, lemma


class _Tag(Protocol):
    """The grammar of one parse as pymorphy3 gives it, by the names of OpenCorpora."""

    POS: str | None
    mood: str | None
    tense: str | None
    number: str | None
    person: str | None

    def __contains__(self, grammeme: str) -> bool: ...


class _Morphology:
    """pymorphy3's analyser, loaded at the first use by whichever thread comes first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._analyser: Any = None
        self._is_missing = False

    def parses(self, word: str) -> list[Any] | None:
        """Every parse of the word, None where the library or its dictionary is missing."""
        with self._lock:
            if self._analyser is None and not self._is_missing:
                self._load()
            return None if self._is_missing else list(self._analyser.parse(word))

    def forms(self, word: str) -> Iterator[str]:
        """Every form of the words that this may be, those of a word with few forms first."""
        lexemes = [parse.lexeme for parse in self.parses(word) or ()]
        for lexeme in sorted(lexemes, key=len):  # a limit then leaves out no word as a whole
            for form in lexeme:
                yield form.word

    def _load(self) -> None:
        try:
            import pymorphy3
            import pymorphy3_dicts_ru

            from .mapped_words import map_words

            map_words()
            folder = pymorphy3_dicts_ru.get_path()  # else all that is installed is asked for it
            # Every parse counts, so none needs its probability, which takes two megabytes.
            self._analyser = pymorphy3.MorphAnalyzer(folder, "ru", probability_estimator_cls=None)
        except (ImportError, ValueError):  # ValueError: the dictionary cannot be found
            self._is_missing = True


_MORPHOLOGY: Final = _Morphology()


def _russian_keys(word: str) -> tuple[str, ...]:
    parses = _MORPHOLOGY.parses(word)
    if parses is None:
        return word, "~" + _cut_russian(word)
    keys: dict[str, None] = {word: None}
    for parse in parses:
        lemma = "~" + parse.normal_form.replace("ё", "е")
        keys[lemma] = None
        for shape in _russian_shapes(parse.tag):
            keys[shape] = None
            keys[lemma + shape] = None
    return tuple(keys)


def _russian_shapes(tag: _Tag) -> tuple[str, ...]:
    if "Name" in tag:
        return ("@name",)
    part = str(tag.POS)
    if part == "INFN":
        return ("@inf",)
    if part == "VERB":
        if tag.mood == "impr":
            return ("@imper",)
        if tag.tense == "past":
            return ("@past", "@past-plur" if tag.number == "plur" else "@past-sing")
        person = {"1per": "1", "2per": "2", "3per": "3"}.get(str(tag.person), "")
        tense = "@fut" if tag.tense == "futr" else "@pres"
        return (tense + person,)
    return ("@short",) if part in {"PRTS", "ADJS"} else ()


@lru_cache(maxsize=1_024)
def russian_forms(word: str, limit: int) -> tuple[str, ...]:
    """The forms of a Russian word, ё as е, itself first; only itself where it has none known."""
    forms = (form.replace("ё", "е") for form in _MORPHOLOGY.forms(word))
    return tuple(islice(dict.fromkeys(chain([word.replace("ё", "е")], forms)), limit))


def _cut_russian(word: str) -> str:
    for ending in _RUSSIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=65_536)
def keys_of(word: str, language: str) -> tuple[str, ...]:
    """Every key by which a rule of the language may name this word, the word itself first."""
    if language == "ru":
        return _russian_keys(word) if _is_cyrillic(word) else (word,)
    if language == "en":
        return _english_keys(word)
    traits = languages().get(language)
    return (word, "~" + traits.stem(word)) if traits is not None else (word,)


@lru_cache(maxsize=8_192)
def lemma_key(word: str, language: str) -> str:
    """The key that a rule's "~word" stands for; "~send@past" keeps its shape."""
    base, mark, shape = word.partition("@")
    if language == "en":
        return "~" + english_stem(base) + mark + shape
    if language != "ru":
        traits = languages().get(language)
        return "~" + (traits.stem(word) if traits is not None else word)
    lemmas = [key for key in _russian_keys(base) if key[0] == "~" and "@" not in key]
    own = "~" + base.replace("ё", "е")
    if own in lemmas or not lemmas:
        return own + mark + shape
    return lemmas[0] + (mark + shape if _MORPHOLOGY.parses(base) is not None else "")


def _is_cyrillic(word: str) -> bool:
    return any("а" <= letter <= "я" for letter in word)
