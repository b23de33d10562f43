"""Fetches attachments that were left on the server, piece by piece, each stored as it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from .errors import MailError, ServerRefusedError
from .gaps import SparseLetter
from .imap import ImapSession
from .part_wishes import PartWish
from .sentence import Sentence
from .server_moves import find_message
from .store.filling import keep_next, keep_whole
from .store.gaps import OpenGap, gaps_of_files
from .store.messages import is_stored, load_letter
from .store.moves import Place, place_of_message
from .store.writer import StoreWriter, Transaction

PIECE_BYTES: Final = 512 << 10  # 4 s at 1 Mbit/s: so long news and a stop may have to wait
_OVERLAP_BYTES: Final = 64  # compared with what is here before and behind a gap


class PartMissingError(MailError):
    """An attachment can't be had from the server any more; the message says why."""


class PartFetch:
    """Carries out wishes for attachments over one connection.

    Args:
        open_followed: opens a folder that the sync follows, and brings its news in.
    """

    def __init__(
        self, imap: ImapSession, writer: StoreWriter, open_followed: Callable[[str], None]
    ) -> None:
        self._imap = imap
        self._writer = writer
        self._open_followed = open_followed
        self._wish: PartWish | None = None
        self._total = 0

    def fetch_some(self, wish: PartWish) -> bool:
        """Fetch and store the next piece; False when all is here.

        Raises:
            PartMissingError: it can't be had; another try will not help.
            MailError: the server refused, or the connection failed; what came is kept.
            StoreError: it can't be stored.
        """
        row = wish.message_row
        place, message_id, gaps = self._task(wish)
        if gaps and place is not None and place.is_followed:
            self._open_followed(place.folder)
            place, message_id, gaps = self._task(wish)  # its UID may be another one now
        if not gaps:
            return False
        uid = 0 if place is None else find_message(self._imap, place, message_id)
        if not uid:
            raise _gone()
        piece = self._piece(uid, row, gaps[0])
        if piece is None:
            self._fetch_whole(uid, row)
        else:
            self._writer.call(lambda tx: keep_next(tx, row, gaps[0], piece), is_repeatable=True)
        self._tell(wish, gaps, len(piece or b""))
        return True

    def _task(self, wish: PartWish) -> tuple[Place | None, str, tuple[OpenGap, ...]]:
        """Where the letter lies, its Message-ID, and what is wanted of it and still missing."""

        def job(tx: Transaction) -> tuple[Place | None, str, tuple[OpenGap, ...]]:
            if not is_stored(tx.db, wish.message_row):
                raise _gone()
            gaps = gaps_of_files(tx.db, wish.message_row, wish.numbers)
            return *place_of_message(tx.db, wish.message_row), gaps

        return self._writer.call(job)

    def _piece(self, uid: int, row: int, wanted: OpenGap) -> bytes | None:
        """The next piece of a gap; None where the server does not hand out such pieces.

        What stands before the first piece and behind the last one must be what is here.
        """
        count = min(PIECE_BYTES, wanted.gap.length - wanted.came)
        is_last = wanted.came + count == wanted.gap.length
        before = behind = b""
        if not wanted.came or is_last:
            letter = self._letter(row, fills_gaps=False)
            before, behind = letter.around(wanted.gap, _OVERLAP_BYTES)
        before = b"" if wanted.came else before
        behind = behind if is_last else b""
        start = wanted.gap.start + wanted.came - len(before)
        asked = len(before) + count + len(behind)
        try:
            came = self._imap.fetch_bytes(uid, start, asked)
        except ServerRefusedError:
            return None
        if came is None:
            raise _gone()
        if len(came) != asked or not (came.startswith(before) and came.endswith(behind)):
            return None
        return came[len(before) : len(before) + count]

    def _letter(self, row: int, *, fills_gaps: bool) -> SparseLetter:
        return self._writer.call(lambda tx: load_letter(tx.db, row, fills_gaps=fills_gaps))

    def _fetch_whole(self, uid: int, row: int) -> None:
        """Fetch the letter in one go; it must have the bytes that are here."""
        here = self._letter(row, fills_gaps=False)
        for whole in self._imap.fetch_messages((uid,)):
            if not here.agrees_with(SparseLetter(whole.raw)):
                raise PartMissingError(
                    Sentence(
                        "Mail",
                        "The mail server now has this letter in another form, so its attachments "
                        "were not taken over. Look at it with your provider's webmail.",
                    )
                )
            self._writer.call(lambda tx: keep_whole(tx, row, whole.raw))  # noqa: B023 - at once
            return
        raise _gone()

    def _tell(self, wish: PartWish, gaps: Sequence[OpenGap], fetched: int) -> None:
        if wish is not self._wish:
            self._wish, self._total = wish, sum(one.gap.length for one in gaps)
        left = sum(one.gap.length - one.came for one in gaps) - fetched
        wish.on_progress(self._total - left, self._total)


def _gone() -> PartMissingError:
    return PartMissingError(
        Sentence(
            "Mail",
            "This letter is not on the mail server any more, so what was left there can't be "
            "fetched. Ask the sender to send it again.",
        )
    )
