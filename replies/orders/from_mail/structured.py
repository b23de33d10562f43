"""The structured data in the HTML of a letter: JSON-LD and microdata, both as JSON objects.

Nothing is run and nothing is looked up: the source is cut, and what is no data is left out. All of
it takes time in proportion to its size, which is bounded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final, TypeAlias

from ....mailbox.html_tokens import attributes, decoded, pieces, split_tag

Node: TypeAlias = dict[str, Any]

MAX_HTML_CHARS: Final = 250_000
_MAX_JSON_CHARS: Final = 100_000
_MAX_SCRIPTS: Final = 12
_MAX_NODES: Final = 1_000
_MAX_PIECES: Final = 8_000
_MAX_MARKED: Final = 1_000  # tags with marks; a notice has some tens
_MAX_OPEN: Final = 40
_MAX_READ: Final = 4  # properties within properties whose text is read
_SCRIPT: Final = re.compile(r"<script\b([^<>]{1,300})>", re.IGNORECASE)
_SCRIPT_END: Final = re.compile(r"</script", re.IGNORECASE)
_COMMA_TOO_MANY: Final = re.compile(r",(?=\s{0,200}[}\]])")
_WRAPPING: Final = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_VOID: Final = frozenset("area base br col embed hr img input link meta param source wbr".split())
_VALUES: Final = {
    "meta": "content", "time": "datetime", "link": "href", "a": "href", "img": "src",
    "data": "value",
}  # fmt: skip


def nodes_in(html: str) -> tuple[Node, ...]:
    """The objects of schema.org in the source of a letter, those within others included.

    Each names its type under "@type", without the address of the vocabulary.
    """
    html = html[:MAX_HTML_CHARS]
    found: list[Node] = []
    for document in (*_json_documents(html), *_microdata(html)):
        _gather(document, found)
    return tuple(found)


def type_of(value: object) -> str:
    """The name of an object's type: "Order"; "" for what is no object."""
    named = value.get("@type", "") if isinstance(value, dict) else ""
    if isinstance(named, list):
        named = next((one for one in named if isinstance(one, str)), "")
    return named.rstrip("/").rpartition("/")[2].strip() if isinstance(named, str) else ""


def _gather(document: object, found: list[Node]) -> None:
    """Add the typed objects of a document, without following it by recursion."""
    waiting = [document]
    seen = 0
    while waiting and seen < _MAX_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            if type_of(value):
                found.append(value)
            waiting += reversed([one for one in value.values() if isinstance(one, dict | list)])
        elif isinstance(value, list):
            waiting += reversed(value[:_MAX_NODES])


def _json_documents(html: str) -> Iterator[object]:
    place = 0
    for _ in range(_MAX_SCRIPTS):
        start = _SCRIPT.search(html, place)
        end = _SCRIPT_END.search(html, start.end()) if start else None
        if start is None or end is None:
            return
        place = end.end()
        is_data = "ld+json" in start[1].lower()
        if is_data and end.start() - start.end() <= _MAX_JSON_CHARS:
            document = _parsed(html[start.end() : end.start()])
            if document is not None:
                yield document


def _parsed(text: str) -> object:
    """JSON as mailers write it: in comments, with a comma too many, with references of HTML."""
    bare = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for attempt in (bare, _COMMA_TOO_MANY.sub("", bare), _COMMA_TOO_MANY.sub("", unescape(bare))):
        try:
            document: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return document
    return None


class _Open:
    """An element that is open: its name, and what it is the value of."""

    __slots__ = ("item", "name", "names", "texts")

    def __init__(self, name: str, item: Node | None, names: list[str]) -> None:
        self.name = name
        self.item = item  # the object that it is
        self.names = names  # of the property that its text is
        self.texts: list[str] = []


def _microdata(html: str) -> list[Node]:
    """The objects that are marked by itemscope and itemprop (HTML, section 5)."""
    if "itemscope" not in html.lower():
        return []
    roots: list[Node] = []
    stack: list[_Open] = []
    marked = 0
    for number, (tag, text) in enumerate(pieces(html)):
        marked += "itemprop" in tag or "itemscope" in tag
        if number > _MAX_PIECES or marked > _MAX_MARKED:
            break
        slash, name, written = split_tag(tag) if tag else ("", "", "")
        if slash:
            _close(stack, name)
        elif name:
            _open(stack, roots, name, written)
        if text.strip():
            reading = [element for element in stack if element.names][-_MAX_READ:]
            for element in reading:
                element.texts.append(decoded(text))
    while stack:
        _close(stack, stack[-1].name)
    return roots


def _open(stack: list[_Open], roots: list[Node], name: str, written: str) -> None:
    marks = attributes(written) if "item" in written.lower() else {}
    names = marks.get("itemprop", "").split()[:5]
    item: Node | None = None
    if "itemscope" in marks:
        item = {"@type": marks.get("itemtype", "Thing")}
        owner = _owner(stack)
        if names and owner is not None:
            _put(owner, names, item)
        else:
            roots.append(item)
    elif names:
        value = marks.get("content") or attributes(written).get(_VALUES.get(name, ""), "")
        owner = _owner(stack)
        if owner is not None and (value or name in _VOID):
            _put(owner, names, value)
            names = []
    if name not in _VOID and len(stack) < _MAX_OPEN:
        stack.append(_Open(name, item, names if item is None else []))


def _close(stack: list[_Open], name: str) -> None:
    """Close the innermost element of a name, and those in it that were left open."""
    if not any(element.name == name for element in stack):
        return
    while stack:
        element = stack.pop()
        owner = _owner(stack)
        if element.names and owner is not None:
            _put(owner, element.names, " ".join("".join(element.texts).split()))
        if element.name == name:
            return


def _owner(stack: list[_Open]) -> Node | None:
    return next((element.item for element in reversed(stack) if element.item is not None), None)


def _put(owner: Node, names: list[str], value: object) -> None:
    """Set a property; one that is given several times is a list."""
    for name in names:
        if name not in owner:
            owner[name] = value
        elif isinstance(owner[name], list):
            owner[name].append(value)
        else:
            owner[name] = [owner[name], value]
