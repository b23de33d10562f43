"""Lists letters and keeps them in the spool, as the sync of a backlog does."""

from __future__ import annotations

from fakes.letterbox import Letterbox

from softanswer.mailbox.message import ListedMessage
from softanswer.mailbox.store.backlog import mark_kept, read_headers
from softanswer.mailbox.store.folders import FolderRole


def listed(box: Letterbox, letters: list[tuple[bytes, object]], role=FolderRole.INBOX) -> None:
    """List letters and keep them in the spool, as the sync of a backlog does."""
    folder = box.folder(role)
    batch = []
    for uid, (raw, at) in enumerate(letters, 1000):
        head = raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        one = ListedMessage(uid, frozenset(), at, len(raw), head)
        batch.append(one)
    rows = read_headers(batch)
    box.do(lambda tx: box.intake.commit_listed(tx, box.account_id, folder.id, rows))
    with box.writer.spool.adding([raw for raw, _ in letters]) as places:
        kept = [(one.uid, place) for one, place in zip(batch, places, strict=True)]
        box.do(lambda tx: mark_kept(tx.db, folder.id, kept))
