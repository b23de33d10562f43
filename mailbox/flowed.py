"""The text format of RFC 3676: paragraphs travel as short lines and arrive whole."""

from __future__ import annotations

from typing import Final

WIDTH: Final = 72
_MIN_WIDTH: Final = 20
_SIGNATURE: Final = "-- "
_STUFFED: Final = (" ", ">", "From ")


def flow(text: str) -> str:
    """Break the long lines of `text` at blanks so that `unflow` gives them back.

    Blanks at the ends of lines are lost, but for the signature mark "-- ".
    """
    return "\n".join(piece for line in text.split("\n") for piece in _flowed(line))


def unflow(text: str, *, drops_space: bool = False) -> str:
    """Join the soft lines of a format=flowed text; `drops_space` is its DelSp parameter."""
    if not (" \n" in text or "\n " in text or text.endswith(" ") or text.startswith(" ")):
        return text  # no soft line end, and nothing stuffed
    lines: list[str] = []
    pieces: list[str] = []
    depth = 0
    for line in text.split("\n"):
        content = line.lstrip(">")
        quotes = len(line) - len(content)
        content = content.removeprefix(" ")
        if pieces and (quotes != depth or content == _SIGNATURE):
            lines.append(_joined(pieces, depth))
            pieces = []
        is_soft = content.endswith(" ") and content != _SIGNATURE
        if not pieces and not is_soft:
            lines.append(line if quotes else content)
            continue
        depth = quotes
        pieces.append(content[:-1] if is_soft and drops_space else content)
        if not is_soft:
            lines.append(_joined(pieces, depth))
            pieces = []
    if pieces:
        lines.append(_joined(pieces, depth))
    return "\n".join(lines)


def _joined(pieces: list[str], depth: int) -> str:
    text = "".join(pieces)
    return f"{'>' * depth} {text}" if depth else text


def _flowed(line: str) -> list[str]:
    if line == _SIGNATURE:
        return [line]
    bare = line.rstrip(" ")
    content = bare.lstrip(">")
    quotes = bare[: len(bare) - len(content)]
    if len(bare) <= WIDTH or not content:
        return [bare if quotes else _stuffed(bare)]
    if quotes:
        content = content.removeprefix(" ")
        width = max(WIDTH - len(quotes) - 1, _MIN_WIDTH)
        return [f"{quotes} {piece}" for piece in _wrapped(content, width)]
    return [_stuffed(piece) for piece in _wrapped(content, WIDTH)]


def _stuffed(line: str) -> str:
    return " " + line if line.startswith(_STUFFED) else line


def _wrapped(text: str, width: int) -> list[str]:
    """Break behind blanks, so that each piece but the last ends in one."""
    pieces = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start + 1, start + width)
        if end < 0:
            end = text.find(" ", start + 1)
        if end < 0:
            break
        while end < len(text) and text[end] == " ":
            end += 1
        if text[start:end] == _SIGNATURE or end == len(text):
            break
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]
