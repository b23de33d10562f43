"""Why a rule asks for a change, in the language of the seller rather than in that of the reply."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from .finding import Finding

_RULES: Final = "reply_"
_FURTHER: Final = "reasons.toml"


def reason_in(language: str, finding: Finding) -> str:
    """The reason of a finding in a language, where that has one; else as the check gave it."""
    return _reasons(language).get(finding.rule, finding.message)


@cache
def _reasons(language: str) -> dict[str, str]:
    """The reasons of all rules that a language has, read from its data without any pattern."""
    folder = files("softanswer.resources") / "tone" / language
    if not folder.is_dir():
        return {}
    found: dict[str, str] = {}
    for file in folder.iterdir():
        if file.name.startswith(_RULES) or file.name == _FURTHER:
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
            found |= {rule["id"]: rule["reason"] for rule in tables.get("rule", ())}
            found |= tables.get("words", {}).get("reasons", {})
            found |= tables.get("reasons", {})
    return found
