"""What the folders of a server are for: as marked (RFC 6154), else by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from .imap_answers import ListedFolder

_LAST_PART: Final = re.compile(r"[^/.\\]*$")


class FolderUse(Enum):
    """What a folder is for; the value is its SPECIAL-USE attribute in lower case."""

    SENT = "sent"
    ARCHIVE = "archive"
    TRASH = "trash"
    JUNK = "junk"


def find_folder(folders: Iterable[ListedFolder], use: FolderUse) -> ListedFolder | None:
    """The folder of a use: marked as such, else named so in some language.

    Where nothing is marked or named as the archive, it is the folder of all mail (Gmail).
    """
    usable = [folder for folder in folders if folder.is_selectable]
    for folder in usable:
        if use.value in folder.attributes:
            return folder
    named = [folder for folder in usable if _last_part(folder.name) in _NAMES[use]]
    if not named and use is FolderUse.ARCHIVE:
        named = [folder for folder in usable if "all" in folder.attributes]
    return min(named, key=lambda folder: len(folder.name), default=None)


def name_for_new(folders: Sequence[ListedFolder], use: FolderUse) -> str:
    """What a folder of a use that is missing is to be called, beside the others of the server."""
    sent = find_folder(folders, FolderUse.SENT)
    head = "" if sent is None else _LAST_PART.sub("", sent.name)
    # Some servers have every folder below INBOX; a sent folder of another parent tells nothing.
    return (head if head.upper().startswith("INBOX") else "") + _PLAIN_NAMES[use]


def _last_part(name: str) -> str:
    match = _LAST_PART.search(name)
    return "" if match is None else match[0].casefold().strip()


_PLAIN_NAMES: Final = {
    FolderUse.SENT: "Sent",
    FolderUse.ARCHIVE: "Archive",
    FolderUse.TRASH: "Trash",
    FolderUse.JUNK: "Junk",
}
_NAMES: Final = {
    use: frozenset(name.casefold() for name in names)
    for use, names in {
        FolderUse.SENT: (
            "Sent", "Sent Items", "Sent Mail", "Sent Messages", "Sent-Mail",
            "Отправленные", "Надіслані", "Изпратени", "Послато",
            "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten",
            "Envoyés", "Éléments envoyés", "Messages envoyés", "Enviados", "Elementos enviados",
            "Mensajes enviados", "Itens Enviados", "Enviadas", "Posta inviata", "Inviata",
            "Inviati", "Verzonden", "Verzonden items", "Verzonden berichten", "Skickat",
            "Skickade objekt", "Sendt", "Sendt post", "Sendte elementer", "Lähetetyt", "Wysłane",
            "Elementy wysłane", "Odeslané", "Odeslaná pošta", "Odoslané", "Elküldött",
            "Elküldött elemek", "Trimise", "Gönderilmiş Öğeler", "Gönderilenler", "Απεσταλμένα",
            "Saadetud", "Išsiųsta", "Nosūtītie", "Poslano", "送信済み", "送信済みアイテム",
            "送信済みトレイ", "已发送", "已发送邮件", "已傳送", "寄件備份", "보낸편지함",
            "보낸 편지함",
        ),
        FolderUse.ARCHIVE: (
            "Archive", "Archives", "Archived", "Архив", "Архів", "Архива", "Archiv", "Archivio",
            "Archivo", "Archivos", "Archivados", "Arquivo", "Arquivos", "Arquivados", "Archief",
            "Arkiv", "Arkisto", "Archiwum", "Archív", "Archívum", "Archiválva", "Arhivă",
            "Arhiva", "Arhiiv", "Archyvas", "Arhīvs", "Arhiv", "Arşiv", "Αρχείο", "Αρχειοθήκη",
            "アーカイブ", "存档", "归档", "封存", "보관함", "보관",
        ),
        FolderUse.TRASH: (
            "Trash", "Deleted", "Deleted Items", "Deleted Messages", "Bin", "Корзина",
            "Удаленные", "Удалённые", "Удаленные элементы", "Кошик", "Видалені", "Кошче",
            "Papierkorb", "Gelöschte Elemente", "Gelöschte Objekte", "Gelöscht", "Corbeille",
            "Éléments supprimés", "Messages supprimés", "Papelera", "Elementos eliminados",
            "Lixeira", "Lixo", "Itens Excluídos", "Cestino", "Posta eliminata", "Eliminati",
            "Prullenbak", "Verwijderde items", "Papperskorgen", "Borttaget", "Papirkurv",
            "Søppel", "Slettede elementer", "Slettet post", "Roskakori", "Poistetut", "Kosz",
            "Elementy usunięte", "Koš", "Odstraněná pošta", "Kôš", "Kuka", "Törölt elemek",
            "Lomtár", "Coș de gunoi", "Șterse", "Çöp", "Çöp Kutusu", "Silinmiş Öğeler", "Κάδος",
            "Διαγραμμένα", "Prügikast", "Šiukšliadėžė", "Miskaste", "Smeće", "ごみ箱",
            "削除済みアイテム", "废纸篓", "已删除", "已删除邮件", "垃圾桶", "휴지통", "지운편지함",
        ),
        FolderUse.JUNK: (
            "Junk", "Spam", "Junk E-mail", "Junk Email", "Junk Mail", "Bulk Mail", "Спам",
            "Нежелательная почта", "Небажана пошта", "Нежелана поща", "Werbung",
            "Junk-E-Mail", "Spamverdacht", "Indésirables", "Courrier indésirable", "Pourriel",
            "Correo no deseado", "Correo basura", "Lixo Eletrônico", "Posta indesiderata",
            "Ongewenste e-mail", "Ongewenst", "Skräppost", "Uønsket", "Uønsket e-post",
            "Uønsket mail", "Roskaposti", "Niechciane", "Wiadomości-śmieci", "Nevyžádaná pošta",
            "Nevyžiadaná pošta", "Levélszemét", "Nedorite", "Önemsiz", "Gereksiz E-posta",
            "Ανεπιθύμητα", "Rämpspost", "Brukalas", "Mēstules", "迷惑メール", "垃圾邮件",
            "垃圾郵件", "스팸", "스팸메일함", "정크 메일",
        ),
    }.items()
}  # fmt: skip
