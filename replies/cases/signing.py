"""How a customer signed, which decides how she is addressed (S2-04)."""

from __future__ import annotations

import re
from typing import Final

_CLOSING: Final = re.compile(
    r"(?:(?:with )?(?:my |our |very |all )*(?:kind(?:est)?|best|warm(?:est)?|many|sincere|good)"
    r"(?: (?:regards|wishes|thanks|and best))*|regards|yours?(?: (?:sincerely|faithfully|truly|ever|etc))?"
    r"|sincerely(?: yours)?|respectfully|faithfully|cordially|cheers|thanks(?: (?:again|in advance|so much|a lot|for your help))?"
    r"|thank you(?: (?:again|in advance|very much|so much))?|many thanks|all the best|all good wishes|take care|best|love|ta|rgds|br"
    r"|с (?:искренним |глубоким |большим |наилучшими |добрыми )*(?:уважением|пожеланиями|приветом|надеждой)"
    r"|искренне ваша?|ваша?|заранее (?:спасибо|благодар\w+)|спасибо(?: заранее| большое)?|благодарю|всего (?:доброго|хорошего|наилучшего)"
    r"|жду ответа|до свидания|удачи|хорошего (?:дня|вечера))",
    re.IGNORECASE,
)
_CLOSING_LINE: Final = re.compile(rf"\s*{_CLOSING.pattern}\s*[,.!)]*\s*", re.IGNORECASE)
_CLOSING_AND_NAME: Final = re.compile(
    rf"(?:^|.*[.!?,]\s+){_CLOSING.pattern}\s*[,.!–—-]+\s*(?P<name>.+)", re.IGNORECASE
)
_SENT_FROM: Final = re.compile(
    r"\s*(?:sent from|get outlook|отправлено (?:с|из)|von meinem|\[?commmgrtok|--\s*$)",
    re.IGNORECASE,
)
_WORD: Final = (
    r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w'’-]*\.?|de|la|van|von|der|den|du|da|di|al|el|bin|ter|le|st\.)"
)
_TITLE: Final = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Fr|Sir|Dame|Lady|Lord|Sister|Captain|Major|Col)\.?\s+"
    r"|(?:г-н|г-жа|господин|госпожа|проф\.|профессор|доктор|д-р)\s+)"
)
_NAME: Final = re.compile(
    rf"\s*[-–—~*]{{0,3}}\s*(?P<name>{_TITLE}?{_WORD}(?:\s+(?:(?:&|and|и)\s+)?{_WORD}){{0,4}})"
    r"(?:\s*\((?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\))?(?P<rest>\s*[,.!]?\s*(?:[A-Za-zА-Яа-я ,.]{0,40})?)?\s*"
)
_LOWER_NAME: Final = re.compile(r"\s*[-–—~*]{0,3}\s*([a-zà-öø-ÿа-яё]{2,15})\s*[.!]?\s*")
_NO_NAME: Final = frozenset(
    "i the a an it this that please thanks thank you yes no ok hello hi dear sorry regards best order "
    "book refund my your we they he she what when where why how and but so if not now here there "
    "я мы вы он она это спасибо да нет здравствуйте привет добрый уважаемые жду прошу если как что "
    "где когда почему верните заказ книга".split()
)
_LOOK_AT: Final = 6  # lines from the end in which a name may stand
_NAME_LENGTH: Final = 45  # characters


def signed_as(text: str) -> str:
    """The name as the customer wrote it under the letter, "" where there is none.

    `text` is the customer's own text, without what is quoted.
    """
    lines = [line for line in text.splitlines() if line.strip() and not _SENT_FROM.match(line)]
    tail = lines[-_LOOK_AT:]
    for index in range(len(tail) - 1, -1, -1):
        if _CLOSING_LINE.fullmatch(tail[index]):
            return _name_in(tail[index + 1]) if index + 1 < len(tail) else ""
        named = _CLOSING_AND_NAME.fullmatch(tail[index].strip())
        if named:
            name = _name_in(named["name"])
            if name:
                return name
    if len(lines) > 1:
        return _name_in(tail[-1], has_closing=False)
    return _name_after_dash(tail[-1]) if tail else ""


def _name_in(line: str, *, has_closing: bool = True) -> str:
    match = _NAME.fullmatch(line)
    if match and len(match["name"]) <= _NAME_LENGTH:
        name = match["name"].strip().rstrip(",!")
        if not name[:-2].count(".") or "." in name[:3] or has_closing:
            name = name if _is_initial(name.split()[-1]) else name.rstrip(".")
            first = name.split()[0].lower().rstrip(".")
            if first not in _NO_NAME and (has_closing or not line.rstrip().endswith(("!", "?"))):
                return name
    lower = _LOWER_NAME.fullmatch(line)
    if lower and has_closing and lower[1] not in _NO_NAME:
        return lower[1]
    return ""


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."  # noqa: PLR2004 - a letter and its stop


def _name_after_dash(line: str) -> str:
    _, dash, rest = line.rpartition(" - ") if " - " in line else line.rpartition("— ")
    return _name_in(rest) if dash and rest[:1].isupper() else ""
