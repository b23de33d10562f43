"""Sentences for the seller, which a window can say in her language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

Value = str | int | float


class Sentence(str):
    """A sentence in English that remembers how it was made.

    As text it is what commands show and logs keep. A window finds the translation of `template`
    under `context` in its catalogue, and fills the values in again.

    Attributes:
        context: the part of the program that says it, such as "Mail"; the catalogue's context.
        template: the sentence with its fields, as for `str.format`.
        values: what stands in the fields; may hold other sentences.
    """

    __slots__ = ("context", "template", "values")

    context: str
    template: str
    values: Mapping[str, Value]

    def __new__(cls, context: str, template: str) -> Sentence:
        """A sentence whose fields, where it has any, `format` fills."""
        return cls._made(context, template, template, {})

    @classmethod
    def _made(
        cls, context: str, template: str, text: str, values: Mapping[str, Value]
    ) -> Sentence:
        made = super().__new__(cls, text)
        made.context, made.template, made.values = context, template, values
        return made

    def format(self, *_: object, **values: object) -> Sentence:
        """The sentence with its fields filled in, by their names."""
        plain = {name: _plain(value) for name, value in values.items()}
        return self._made(self.context, self.template, self.template.format(**plain), plain)


def sentence_of(error: BaseException) -> str:
    """What an error says; the `Sentence` itself where it was raised with one."""
    said = error.args[0] if error.args else None
    return said if isinstance(said, Sentence) else str(error)


def in_a_row(sentences: Iterable[str]) -> str:
    """Sentences one behind the other, "" for none."""
    values = {f"part{place}": sentence for place, sentence in enumerate(sentences)}
    template = " ".join(f"{{{name}}}" for name in values)
    return Sentence("", template).format(**values) if values else ""


def to_stored(text: str) -> str:
    """The form of a text for a column of the store, from which a sentence comes back whole."""
    return json.dumps(_document(text), ensure_ascii=False) if text else ""


def from_stored(column: str) -> str:
    """The text or the `Sentence` that was given to `to_stored`."""
    read = _read(json.loads(column)) if column else ""
    return read if isinstance(read, str) else str(read)


def _plain(value: object) -> Value:
    if isinstance(value, BaseException):
        return sentence_of(value)
    return value if isinstance(value, str | int | float) else str(value)


def _document(value: Value) -> Any:  # noqa: ANN401 - of JSON
    if not isinstance(value, Sentence):
        return value
    values = {name: _document(one) for name, one in value.values.items()}
    return [value.context, value.template, values]


def _read(document: Any) -> Value:  # noqa: ANN401 - of JSON
    if not isinstance(document, list):
        return _plain(document)
    context, template, values = document
    return Sentence(context, template).format(**{name: _read(v) for name, v in values.items()})
