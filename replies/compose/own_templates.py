"""The seller's own templates, and ours in her wording: values, and the form of their files. Pure.

A file is a head in TOML between two lines of plus signs, and the letter under it:

    +++
    name = "A late parcel"
    language = "en"
    kinds = ["late", "not_received"]
    +++
    Dear {{ addressee }}, ...

`replaces = "late_arrived"` stands in the head of one that is ours in her wording.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ...mailbox.sentence import Sentence
from ..cases.case import CaseKind
from ..errors import TemplateError
from .catalogue import catalogue
from .template import check_text, is_written

LONGEST_NAME: Final = 80
FILE_SUFFIX: Final = ".template.txt"
MAX_FILE_BYTES: Final = 100_000  # the longest template, in letters of four bytes, and its head
_FENCE: Final = "+++"
_GAPS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A letter of hers, or the words in which she wants one of ours.

    Attributes:
        id: the name of its file.
        name: what she calls it; for one of ours that letter's name.
        kinds: of letters it is offered for; empty for all.
        replaces: the template of ours for which it stands in its language, "" for her own.
    """

    id: str
    name: str
    language: str
    text: str
    kinds: frozenset[CaseKind] = frozenset()
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """All of them."""

    templates: tuple[OwnTemplate, ...] = ()

    def wording_of(self, template: str, language: str) -> OwnTemplate | None:
        """Her wording of one of ours, None where she has none."""
        found = (o for o in self.templates if (o.replaces, o.language) == (template, language))
        return next(found, None)

    def letters(self, language: str) -> tuple[OwnTemplate, ...]:
        """Her own letters in a language, by name."""
        own = (o for o in self.templates if not o.replaces and o.language == language)
        return tuple(sorted(own, key=lambda o: o.name.casefold()))


NO_OWN_TEMPLATES: Final = OwnTemplates()


@cache
def template_languages() -> tuple[str, ...]:
    """The languages in which templates can be written, English and Russian first."""
    place = files("softanswer.resources") / "templates"
    found = sorted(folder.name for folder in place.iterdir() if folder.is_dir())
    return tuple(sorted(found, key=lambda code: code not in ("en", "ru")))


@cache
def our_templates(language: str) -> tuple[str, ...]:
    """The templates of ours in a language, the commonest first."""
    shelf = catalogue()
    entries = (*shelf.entries, shelf.holding_complaint, shelf.holding_ordinary)
    names = dict.fromkeys(entry.template for entry in entries)
    return tuple(name for name in names if is_written(name, language))


def wording_id(template: str, language: str) -> str:
    """The id under which her wording of one of ours is kept."""
    return f"{language}.{template}"


def free_id(own: OwnTemplates) -> str:
    """An id that none of them has."""
    taken = {one.id for one in own.templates}
    return next(
        id_ for number in range(1, len(taken) + 2) if (id_ := f"own-{number}") not in taken
    )


def checked_template(own: OwnTemplate, others: OwnTemplates = NO_OWN_TEMPLATES) -> OwnTemplate:
    """The same, with its name in one line.

    Raises:
        TemplateError: it can't be used; the message says where and why.
    """
    name = _GAPS.sub(" ", own.name).strip()
    if not name:
        raise TemplateError(Sentence("Templates", "Give the template a name."))
    if len(name) > LONGEST_NAME:
        long = Sentence("Templates", "The name is longer than {count} characters.")
        raise TemplateError(long.format(count=LONGEST_NAME))
    if own.language not in template_languages():
        raise _unknown("language", own.language)
    if own.replaces and own.replaces not in our_templates(own.language):
        raise _unknown("replaces", own.replaces)
    if not own.text.strip():
        raise TemplateError(Sentence("Templates", "The template is empty. Write its letter."))
    if not own.replaces and any(
        one.name.casefold() == name.casefold() and one.id != own.id
        for one in others.letters(own.language)
    ):
        taken = Sentence("Templates", "Another template is called “{name}”. Choose another name.")
        raise TemplateError(taken.format(name=name))
    check_text(own.text, name, own.language)
    id_ = wording_id(own.replaces, own.language) if own.replaces else own.id
    return OwnTemplate(id_, name, own.language, own.text, own.kinds, own.replaces)


def to_file(own: OwnTemplate) -> str:
    """What its file holds."""
    head = [
        _FENCE,
        f"name = {_quoted(own.name)}",
        f"language = {_quoted(own.language)}",
        f"kinds = [{', '.join(_quoted(kind.value) for kind in CaseKind if kind in own.kinds)}]",
    ]
    if own.replaces:
        head.append(f"replaces = {_quoted(own.replaces)}")
    return "\n".join([*head, _FENCE, own.text.strip("\n")]) + "\n"


def from_file(source: str, id_: str, shown: str) -> OwnTemplate:
    """The template in a file; its letter is not looked at.

    Args:
        id_: under which it is kept.
        shown: what messages call the file.

    Raises:
        TemplateError: the head is wrong; the message says what.
    """
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].strip() != _FENCE or _FENCE not in [line.strip() for line in lines[1:]]:
        no_head = Sentence(
            "Templates",
            "{file} is no template: its first line must be +++, and a line +++ ends its head.",
        )
        raise TemplateError(no_head.format(file=shown))
    end = [line.strip() for line in lines].index(_FENCE, 1)
    try:
        head = tomllib.loads("\n".join(lines[1:end]))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        wrong = Sentence("Templates", "The head of {file} can't be read: {error}.")
        raise TemplateError(wrong.format(file=shown, error=f"{error}")) from error
    values = {key: head.get(key, "") for key in ("name", "language", "replaces")}
    for key, value in values.items():
        if not isinstance(value, str):
            raise _unknown(key, str(value))
    return OwnTemplate(
        id=id_,
        name=values["name"],
        language=values["language"],
        text="\n".join(lines[end + 1 :]).strip("\n"),
        kinds=_kinds(head.get("kinds", [])),
        replaces=values["replaces"],
    )


def _kinds(given: object) -> frozenset[CaseKind]:
    known = {kind.value: kind for kind in CaseKind}
    if not isinstance(given, list):
        raise _unknown("kinds", str(given))
    for one in given:
        if not isinstance(one, str) or one not in known:
            raise _unknown("kinds", str(one))
    return frozenset(known[one] for one in given)


def _unknown(key: str, value: str) -> TemplateError:
    said = Sentence("Templates", "“{value}” can't stand for “{key}” in the head of a template.")
    return TemplateError(said.format(key=key, value=value[:LONGEST_NAME]))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
