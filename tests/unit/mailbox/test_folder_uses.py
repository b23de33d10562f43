"""Every folder that something can be put into is found, in whatever language it is named."""

from __future__ import annotations

import pytest

from softanswer.mailbox.folder_uses import FolderUse, find_folder, name_for_new
from softanswer.mailbox.imap_answers import ListedFolder


def listed(name: str, *attributes: str) -> ListedFolder:
    return ListedFolder(name, name.encode(), frozenset(attributes))


@pytest.mark.parametrize(
    ("use", "folders", "expected"),
    [
        (FolderUse.SENT, [listed("INBOX"), listed("Odd name", "sent")], "Odd name"),
        (FolderUse.SENT, [listed("Sent"), listed("Mine", "sent")], "Mine"),
        (FolderUse.SENT, [listed("INBOX.Sent")], "INBOX.Sent"),
        (FolderUse.SENT, [listed("[Gmail]/Отправленные")], "[Gmail]/Отправленные"),
        (FolderUse.SENT, [listed("Gesendete Elemente")], "Gesendete Elemente"),
        (FolderUse.SENT, [listed("Archive/2024/Sent"), listed("Sent")], "Sent"),
        (FolderUse.SENT, [listed("Sent", "noselect")], None),
        (FolderUse.SENT, [listed("Sentences"), listed("INBOX")], None),
        (FolderUse.SENT, [], None),
        (FolderUse.ARCHIVE, [listed("Old", "archive"), listed("Archive")], "Old"),
        (FolderUse.ARCHIVE, [listed("Архив")], "Архив"),
        (FolderUse.ARCHIVE, [listed("[Gmail]/All Mail", "all")], "[Gmail]/All Mail"),
        (FolderUse.ARCHIVE, [listed("All", "all"), listed("Archiv")], "Archiv"),
        (FolderUse.ARCHIVE, [listed("Trash", "trash")], None),
        (FolderUse.TRASH, [listed("INBOX/Корзина")], "INBOX/Корзина"),
        (FolderUse.TRASH, [listed("Papierkorb"), listed("Bin", "trash")], "Bin"),
        (FolderUse.TRASH, [listed("Trash", "nonexistent"), listed("Deleted Items")],
         "Deleted Items"),
        (FolderUse.JUNK, [listed("СПАМ")], "СПАМ"),
        (FolderUse.JUNK, [listed("迷惑メール")], "迷惑メール"),
        (FolderUse.JUNK, [listed("Junk/2024")], None),
    ],
)  # fmt: skip
def test_a_folder_is_found_by_its_mark_or_its_name(use, folders, expected):
    found = find_folder(folders, use)
    assert (found.name if found else None) == expected


def test_no_name_means_two_things():
    names = [
        (name, use)
        for use in FolderUse
        for name in ("Archive", "Trash", "Junk", "Sent", "Lixo", "Koš", "Архив", "Спам")
        if find_folder([listed(name)], use)
    ]
    assert len({name for name, _ in names}) == len(names) == 8


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        ([], "Archive"),
        ([listed("Sent")], "Archive"),
        ([listed("INBOX.Sent", "sent")], "INBOX.Archive"),
        ([listed("[Gmail]/Sent Mail", "sent")], "Archive"),
    ],
)
def test_a_missing_folder_is_named_as_its_neighbours_are(folders, expected):
    assert name_for_new(folders, FolderUse.ARCHIVE) == expected
