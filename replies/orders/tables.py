"""The data of the program on orders: tables of resources/orders, each read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def order_table(name: str) -> Mapping[str, Any]:
    """A table by its path, without the ending: "refunds", "notices/domains"."""
    file = files("softanswer.resources") / "orders" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
