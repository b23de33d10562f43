"""Lists letters and keeps them in the spool, as the sync of a backlog does."""

from __future__ import annotations

from fakes.letterbox import Letterbox

from softanswer.mailbox.message import ListedMessage
from softanswer.mailbox.store.backlog import mark_kept, read_headers
from softanswer.mailbox.store.folders import FolderRole

Letters = list[tuple[bytes, object]]

_FIRST_UID = 1000


def listed(box: Letterbox, letters: Letters, role=FolderRole.INBOX) -> None:
    """List letters and keep them in the spool, as the sync of a backlog does."""
    only_listed(box, letters, role)
    keep(box, letters, range(len(letters)), role)


def only_listed(box: Letterbox, letters: Letters, role=FolderRole.INBOX) -> None:
    """Store the headers of letters, which are still to be fetched."""
    rows = read_headers(
        ListedMessage(uid, frozenset(), at, len(raw), raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
        for uid, (raw, at) in enumerate(letters, _FIRST_UID)
    )
    box.do(lambda tx: box.intake.commit_listed(tx, box.account_id, box.folder(role).id, rows))


def keep(box: Letterbox, letters: Letters, which: range, role=FolderRole.INBOX) -> None:
    """Keep some of the letters that are listed, as if they had been fetched now."""
    folder = box.folder(role)
    with box.writer.spool.adding([letters[n][0] for n in which]) as places:
        kept = [(_FIRST_UID + n, place) for n, place in zip(which, places, strict=True)]
        box.do(lambda tx: mark_kept(tx.db, folder.id, kept))
