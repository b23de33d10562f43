"""How the bytes and the text of a letter are kept: compressed, where that makes them smaller."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Final

import zstandard

_LEVEL: Final = 1  # with a dictionary 0.56 of the size at 0.04 ms a letter; level 3 gains 1 %
_LARGEST_BYTES: Final = 1 << 30
_LEAST_TEXT_CHARS: Final = 300
_DICTIONARY_BYTES: Final = 112_640
_SAMPLE_BYTES: Final = 20_000  # of one letter: its header and its words, not its pictures
_MOST_COMPRESSORS: Final = 3
_mine = threading.local()  # a compressor serves one thread


def pack(raw: bytes, dictionary: bytes = b"") -> tuple[bytes, bool]:
    """The bytes to keep, and whether they are compressed.

    Args:
        dictionary: what letters have in common, from `train`; it is needed to unpack them again.
    """
    packed = _compressed(raw, dictionary)
    return (packed, True) if len(packed) < len(raw) else (raw, False)


def unpack(kept: bytes, dictionary: bytes = b"") -> bytes:
    """The bytes of a compressed letter again.

    Raises:
        ValueError: what was kept is damaged, or was compressed with another dictionary.
    """
    try:
        common = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        return zstandard.ZstdDecompressor(dict_data=common).decompress(
            kept, max_output_size=_LARGEST_BYTES
        )
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


def pack_text(text: str) -> str | bytes:
    """The form in which a text is kept."""
    if len(text) < _LEAST_TEXT_CHARS:
        return text
    data = text.encode()
    packed = _compressed(data, b"")
    return packed if len(packed) < len(data) else text


def unpack_text(kept: str | bytes) -> str:
    """The text that was kept.

    Raises:
        ValueError: it is damaged.
    """
    return kept if isinstance(kept, str) else unpack(kept).decode()


def train(letters: Iterable[bytes]) -> bytes:
    """A dictionary of what letters have in common; b"" where they are too few."""
    samples: list[bytes | bytearray | memoryview] = [one[:_SAMPLE_BYTES] for one in letters]
    try:
        trained = zstandard.train_dictionary(
            _DICTIONARY_BYTES, samples, k=200, d=8, f=20, accel=4, steps=1, level=_LEVEL
        )
    except (zstandard.ZstdError, ValueError):
        return b""
    return bytes(trained.as_bytes())


def dictionary_id(dictionary: bytes) -> int:
    """The number by which letters name the dictionary that they were compressed with."""
    return int(zstandard.ZstdCompressionDict(dictionary).dict_id())


def named_dictionary(kept: bytes) -> int:
    """The number of the dictionary that a compressed letter needs, 0 for none.

    Raises:
        ValueError: what was kept is damaged.
    """
    try:
        return int(zstandard.get_frame_parameters(kept).dict_id)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


def _compressed(data: bytes, dictionary: bytes) -> bytes:
    compressors: dict[bytes, zstandard.ZstdCompressor] = _mine.__dict__.setdefault("all", {})
    compressor = compressors.get(dictionary)
    if compressor is None:
        common = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        if len(compressors) > _MOST_COMPRESSORS:
            compressors.clear()
        compressor = zstandard.ZstdCompressor(level=_LEVEL, dict_data=common)
        compressors[dictionary] = compressor
    packed: bytes = compressor.compress(data)
    return packed
