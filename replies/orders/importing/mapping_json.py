"""Column mappings as JSON: what the store remembers, and what `--mapping MAP.json` gives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from ....mailbox.sentence import Sentence
from ...errors import OrderFileError
from ..order import Marketplace
from .layouts import folded
from .mapped import NEEDED, ColumnMapping, Field

_FIELDS: Final = {field.name.casefold(): field for field in Field}
_MARKETPLACES: Final = {one.value: one for one in Marketplace}


def mapping_to_json(mapping: ColumnMapping) -> dict[str, Any]:
    """The mapping, without its name, as it is stored."""
    return {
        "header": list(mapping.header),
        "columns": {field.name: column for field, column in mapping.columns.items()},
        "marketplace": mapping.marketplace.value,
        "day_first": mapping.day_first,
    }


def mapping_from_json(name: str, document: Mapping[str, Any]) -> ColumnMapping:
    """What `mapping_to_json` wrote; fields of other versions are left out."""
    return ColumnMapping(
        name=name,
        header=tuple(str(one) for one in document["header"]),
        columns={
            _FIELDS[key.casefold()]: str(column)
            for key, column in document["columns"].items()
            if key.casefold() in _FIELDS
        },
        marketplace=Marketplace(document["marketplace"]),
        day_first=bool(document["day_first"]),
    )


def parse_mapping(text: str, name: str) -> ColumnMapping:
    """A mapping that was written by hand; its header is that of the file it is used on.

    Raises:
        OrderFileError: it is no mapping; the message says what is wrong and shows a right one.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise _wrong(
            name, Sentence("Orders", "it is no JSON ({why})").format(why=error)
        ) from error
    columns = document.get("columns") if isinstance(document, dict) else None
    if not isinstance(columns, dict) or not columns:
        raise _wrong(name, Sentence("Orders", 'it has no "columns"'))
    for key, column in columns.items():
        if key.casefold() not in _FIELDS:
            unknown = Sentence("Orders", "there is no field '{field}'; the fields are {fields}")
            raise _wrong(name, unknown.format(field=key, fields=", ".join(_FIELDS)))
        if not isinstance(column, str) or not column.strip():
            text = Sentence("Orders", "the column of '{field}' is no text").format(field=key)
            raise _wrong(name, text)
    place = document.get("marketplace", Marketplace.OWN.value)
    if place not in _MARKETPLACES:
        text = Sentence("Orders", "its marketplace is none of {places}")
        raise _wrong(name, text.format(places=", ".join(_MARKETPLACES)))
    if not isinstance(document.get("day_first", False), bool):
        raise _wrong(name, Sentence("Orders", 'its "day_first" is neither true nor false'))
    mapping = ColumnMapping(
        name=str(document.get("name") or name),
        header=(),
        columns={_FIELDS[key.casefold()]: column for key, column in columns.items()},
        marketplace=_MARKETPLACES[place],
        day_first=document.get("day_first", False),
    )
    if any(field not in mapping.columns for field in NEEDED):
        raise _wrong(name, Sentence("Orders", "it does not say which column is the order_id"))
    return mapping


def fitted(mapping: ColumnMapping, columns: Sequence[str], file: str) -> ColumnMapping:
    """The mapping for a file of these columns, which may have more than those it names.

    Raises:
        OrderFileError: the file lacks a column that it names.
    """
    known = {folded(column) for column in columns}
    missing = [column for column in mapping.columns.values() if folded(column) not in known]
    if missing:
        raise OrderFileError(
            Sentence(
                "Orders",
                "{file} has no column '{column}', which the mapping '{name}' names. Its columns "
                "are: {columns}. Give another mapping, or correct this one.",
            ).format(
                file=file,
                column=missing[0],
                name=mapping.name,
                columns=", ".join(column for column in columns if column),
            )
        )
    return replace(mapping, header=tuple(columns))


def _wrong(name: str, why: str) -> OrderFileError:
    return OrderFileError(
        Sentence(
            "Orders",
            "{file} is no mapping of columns: {why}. Write it like this: {example}",
        ).format(
            file=name,
            why=why,
            example='{"columns": {"order_id": "Order No.", "title": "Title"}, "day_first": true}',
        )
    )
