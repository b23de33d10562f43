"""What comes of attachments that were left on the server: stored, and listed as being here."""

from __future__ import annotations

import binascii
import json
from collections.abc import Iterable
from typing import Final

from ..gaps import Gap, SparseLetter
from ..packing import pack
from .changes import RecordKind
from .dictionaries import newest_dictionary
from .gaps import OpenGap, forget_gaps, keep_piece, open_gaps, pieces_of
from .message_rows import attachments_column
from .messages import is_stored, keep_raw, load_letter
from .writer import Transaction

_BLANKS: Final = b" \t\r\n"
_LONGEST_PADDING: Final = 2


def keep_next(tx: Transaction, message_row: int, wanted: OpenGap, piece: bytes) -> None:
    """Keep the next piece of a gap; with the last one, its attachment is here."""
    if not is_stored(tx.db, message_row):
        return  # it was deleted meanwhile, and the next look at it says so
    keep_piece(tx.db, wanted.id, piece)
    if wanted.came + len(piece) < wanted.gap.length:
        return
    letter = load_letter(tx.db, message_row, fills_gaps=False)
    number, encoding = _file_in(letter, wanted.gap)
    row = tx.db.execute("SELECT attachments FROM messages WHERE id = ?", (message_row,)).fetchone()
    files = json.loads(row["attachments"])
    size = _content_size(pieces_of(tx.db, wanted.id), encoding)
    files[number] = [*files[number][:2], size]
    _write_files(tx, message_row, json.dumps(files))


def keep_whole(tx: Transaction, message_row: int, raw: bytes) -> None:
    """Keep all of a letter that had gaps."""
    from ..mime import parse_content  # the window starts without it

    if not open_gaps(tx.db, message_row):
        return
    forget_gaps(tx.db, message_row)
    keep_raw(tx.db, message_row, *pack(raw, newest_dictionary(tx.db)))
    _write_files(tx, message_row, attachments_column(parse_content(raw).attachments))


def _file_in(letter: SparseLetter, gap: Gap) -> tuple[int, str]:
    """Which file of a letter a gap stands for, from 0, and its transfer encoding."""
    from ..letter_parts import files_of, read_parts  # nor does a sync without news need it

    places = dict(zip(letter.places(), letter.gaps, strict=True))
    root, _ = read_parts(letter.raw)
    for number, part in enumerate(files_of(root)):
        if places.get(part.start - 1) == gap:
            return number, part.headers.token("content-transfer-encoding")
    raise AssertionError("each gap stands for a file: that is seen to before there is one")


def _content_size(pieces: Iterable[bytes], encoding: str) -> int:
    """How many bytes a part has without its transfer encoding; it is not held in memory whole."""
    if encoding == "quoted-printable":
        return len(binascii.a2b_qp(b"".join(pieces).replace(b"\r\n", b"\n")))
    is_base64 = encoding == "base64"
    blanks = _BLANKS if is_base64 else b"\r"  # a line end counts as one byte
    count, tail = 0, b""
    for piece in pieces:
        letters = piece.translate(None, blanks)
        count += len(letters)
        tail = (tail + letters)[-_LONGEST_PADDING:]
    return count * 3 // 4 - tail.count(b"=") if is_base64 else count


def _write_files(tx: Transaction, message_row: int, files: str) -> None:
    tx.db.execute("UPDATE messages SET attachments = ? WHERE id = ?", (files, message_row))
    tx.changed(RecordKind.MESSAGE, [message_row])
