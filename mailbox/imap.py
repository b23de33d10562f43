"""A session with an IMAP server: folders, listings, messages, flags, and news.

Bulk answers are read by `imap_answers`: imapclient's reader costs ten times as much, and one date
that does not exist makes it raise for a whole batch.
"""

from __future__ import annotations

import contextlib
import re
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from .account import Endpoint
from .early_answers import EarlyAnswers
from .errors import MailError, MissingFolderError, ServerRefusedError
from .folder_uses import FolderUse, find_folder, name_for_new
from .imap_answers import (
    FetchAnswer,
    ListedFolder,
    field_value,
    parse_fetch,
    parse_list,
    uid_sets,
    uids_of,
)
from .imap_values import Arrival as Arrival
from .imap_values import FolderChanges as FolderChanges
from .imap_values import Folders as Folders
from .imap_values import FolderStatus as FolderStatus
from .imap_values import Listing as Listing
from .imap_values import News as News
from .login import Login
from .message import FetchedMessage, ListedMessage
from .sync_plan import RemoteIdentity
from .wake_up import WakeUp
from .wire import CalledOffError, Timeouts, Wire

if TYPE_CHECKING:
    from .body_structure import Leaf
    from .imap_connection import Connection

# What tells who wrote, of what, to which conversation, and whether a person did.
LISTED_FIELDS: Final = (
    "FROM SENDER REPLY-TO TO CC SUBJECT DATE MESSAGE-ID IN-REPLY-TO REFERENCES RETURN-PATH"
    " CONTENT-TYPE AUTO-SUBMITTED PRECEDENCE LIST-ID LIST-UNSUBSCRIBE X-AUTOREPLY X-AUTORESPOND"
)
_LOGOUT_TIMEOUT_S: Final = 0.5
_WORTH_COMPRESSING: Final = 20  # messages; COMPRESS costs a round trip itself
_COPY_UID: Final = re.compile(rb"(\d+) \d+ (\d+)$")
_SAFE_IN_SEARCH: Final = re.compile(r"[\x20\x21\x23-\x5b\x5d-\x7e]{1,998}")  # no quote, no CTL


class ImapSession:
    """A logged-in connection to an IMAP server; every method raises `MailError`s.

    Reading never changes a message: bodies are fetched with PEEK. Nothing is ever expunged but the
    one message that was copied elsewhere before.

    Attributes:
        selected: the name of the open folder, "" for none.
        uid_validity: that of the open folder.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw_names: dict[str, bytes] = {}
        self._listed: tuple[ListedFolder, ...] = ()
        self._reflagged = False
        self._refuses_idle = False
        self._asked_for = 0
        self._early = EarlyAnswers()
        self.selected = ""
        self.uid_validity = 0

    @classmethod
    def connect(
        cls,
        endpoint: Endpoint,
        login: Login,
        *,
        tls_context: ssl.SSLContext | None = None,
        timeouts: Timeouts | None = None,
        cancel: WakeUp | None = None,
        may_compress: bool = True,
    ) -> Self:
        """Connect and log in.

        Args:
            may_compress: what comes may be compressed, where the line is slow and the server can.

        Raises:
            CredentialsError: the server takes neither the password nor the token.
            CertificateError: the server could not prove who it is, or cannot protect the line.
            ConnectionFailedError: it cannot be reached.
            ServerBusyError: it asks to come again later.
        """
        from .imap_connection import connect  # with imaplib, which no start of a window needs

        wire = Wire.connect(endpoint, timeouts or Timeouts(), tls_context, cancel)
        try:
            connection = connect(endpoint, wire, tls_context)
            connection.log_in(login)
            connection.enable_what_helps()
            connection.may_compress = may_compress
        except BaseException:
            wire.close()
            raise
        return cls(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Say good-bye where the server still listens, and drop the connection."""
        wire = self._connection.wire
        wire.read_timeout_s = _LOGOUT_TIMEOUT_S
        with contextlib.suppress(MailError, CalledOffError):
            wire.send(b"BYE LOGOUT\r\n")
            wire.readline()
        wire.close()

    @property
    def received_bytes(self) -> int:
        """How much the server has sent so far."""
        return self._connection.wire.carried

    def batch_bytes(self, most: int) -> int:
        """How much mail to ask for at once, as the line has been so far; `most` at most."""
        return self._connection.speed.batch_bytes(most)

    @property
    def exists(self) -> int:
        """The number of messages in the open folder, as last told."""
        return self._connection.exists

    @property
    def has_idle(self) -> bool:
        """Whether the server tells news by itself (RFC 2177)."""
        return "IDLE" in self._connection.features and not self._refuses_idle

    @property
    def has_condstore(self) -> bool:
        """Whether the server can say which flags changed since a state (RFC 7162)."""
        return bool(self._connection.features & {"CONDSTORE", "QRESYNC"})

    @property
    def has_move(self) -> bool:
        """Whether the server moves a message in one step (RFC 6851)."""
        return bool(self._connection.features & {"MOVE", "IMAP4REV2"})

    @property
    def has_uidplus(self) -> bool:
        """Whether one message can be expunged and no other with it (RFC 4315)."""
        return bool(self._connection.features & {"UIDPLUS", "IMAP4REV2"})

    @property
    def files_sent_itself(self) -> bool:
        """Whether the server puts each letter that it sends into Sent, as Gmail does."""
        return "X-GM-EXT-1" in self._connection.features

    def take_alerts(self) -> tuple[str, ...]:
        """Texts that the server wants the user to see (RFC 9051 section 7.1); told once."""
        alerts = tuple(self._connection.alerts)
        self._connection.alerts.clear()
        return alerts

    def find_folders(self) -> Folders:
        """The INBOX, and the folder of sent mail where there is one."""
        arguments = ['""', '"*"']
        if {"SPECIAL-USE", "LIST-EXTENDED"} <= self._connection.features:
            arguments += ["RETURN", "(SPECIAL-USE)"]
        listed = [
            ListedFolder(self._connection.decoded(raw), raw, attributes)
            for raw, attributes in parse_list(self._ask("LIST", "LIST", *arguments))
        ]
        self._raw_names.update((folder.name, folder.raw_name) for folder in listed)
        self._listed = tuple(listed)
        sent = find_folder(listed, FolderUse.SENT)
        return Folders("INBOX", None if sent is None else sent.name)

    @property
    def listed_folders(self) -> tuple[ListedFolder, ...]:
        """All folders of the server; known after `find_folders`."""
        return self._listed

    @property
    def folder_names(self) -> tuple[str, ...]:
        """The folders that can hold messages; known after `find_folders`."""
        return tuple(folder.name for folder in self._listed if folder.is_selectable)

    def folder_for(self, use: FolderUse) -> str | None:
        """The folder of a use, None where the server has none; known after `find_folders`."""
        found = find_folder(self._listed, use)
        return None if found is None else found.name

    def name_for_new(self, use: FolderUse) -> str:
        """What a folder for a use that has none is to be called."""
        return name_for_new(self._listed, use)

    def create_folder(self, name: str) -> str:
        """Make a folder; its name."""
        self._connection.run("CREATE", self._quoted(name))
        self._listed += (ListedFolder(name, name.encode(), frozenset()),)
        return name

    def select(self, folder: str, since: tuple[int, int] | None = None) -> FolderStatus:
        """Open a folder; what follows is about it.

        Args:
            since: UIDVALIDITY and HIGHESTMODSEQ of a state; where the server can, it tells what
                has changed since then.

        Raises:
            ServerRefusedError: there is no such folder, or it may not be opened.
        """
        self.selected = ""
        resyncs = since is not None and self._connection.has_qresync
        if since is not None and resyncs:
            arguments = [f"(QRESYNC ({since[0]} {since[1]}))"]
        else:
            arguments = ["(CONDSTORE)"] if self.has_condstore else []
        self._connection.reopen(self._quoted(folder), *arguments)
        changes = self._told_changes()
        self.take_news()
        self.selected = folder
        self.uid_validity = self._number("UIDVALIDITY")
        highest_modseq = self._number("HIGHESTMODSEQ")
        knows_state = since is not None and since[0] == self.uid_validity and highest_modseq > 0
        return FolderStatus(
            exists=self.exists,
            uid_validity=self.uid_validity,
            uid_next=self._number("UIDNEXT"),
            highest_modseq=highest_modseq,
            changes=changes if resyncs and knows_state else None,
        )

    def _told_changes(self) -> FolderChanges:
        answers = tuple(parse_fetch(self._connection.take("FETCH")))
        gone = _joined(self._connection.take("VANISHED")).replace(b"(EARLIER)", b"")
        return FolderChanges(
            gone=frozenset(uids_of(gone.replace(b" ", b","))),
            flags={a.uid: a.flags for a in answers if a.uid and a.flags is not None},
        )

    def status(self, folder: str) -> FolderStatus:
        """Look at a folder without opening it."""
        items = ["MESSAGES", "UIDVALIDITY", "UIDNEXT"]
        items += ["HIGHESTMODSEQ"] if self.has_condstore else []
        answer = self._ask("STATUS", "STATUS", self._quoted(folder), f"({' '.join(items)})")
        told = _joined(answer).rpartition(b"(")[2]
        numbers = {name: int(n) for name, n in re.findall(rb"([A-Z]+) (\d+)", told)}
        return FolderStatus(
            exists=numbers.get(b"MESSAGES", 0),
            uid_validity=numbers.get(b"UIDVALIDITY", 0),
            uid_next=numbers.get(b"UIDNEXT", 0),
            highest_modseq=numbers.get(b"HIGHESTMODSEQ", 0),
        )

    def uids(self, first_uid: int = 1) -> frozenset[int]:
        """The UIDs of all messages of the open folder, or of those from one on."""
        wanted = ("ALL",) if first_uid == 1 else ("UID", f"{first_uid}:*")
        if "ESEARCH" in self._connection.features:  # ranges, RFC 4731
            said = _joined(self._ask("ESEARCH", "UID", "SEARCH", "RETURN", "(ALL)", *wanted))
            found = re.search(rb"\bALL ([\d:,]+)", said)
            uids = frozenset(uids_of(found[1])) if found else frozenset()
        else:
            uids = _numbers(self._ask("SEARCH", "UID", "SEARCH", *wanted))
        return frozenset(uid for uid in uids if uid >= first_uid)  # n:* names the last at least

    def newest(self, count: int) -> tuple[Listing, ...]:
        """The messages that came last into the open folder, at most `count`."""
        if self.exists == 0:
            return ()
        return self._listings("FETCH", f"{max(1, self.exists - count + 1)}:*")

    def listings(self, first_uid: int = 1) -> tuple[Listing, ...]:
        """The messages of the open folder from a UID on."""
        listed = self._listings("UID", "FETCH", f"{first_uid}:*")
        return tuple(one for one in listed if one.uid >= first_uid)  # n:* names the last at least

    def listings_of(self, uids: Iterable[int]) -> tuple[Listing, ...]:
        """Those of the messages that still exist."""
        return tuple(
            one for chosen in uid_sets(uids) for one in self._listings("UID", "FETCH", chosen)
        )

    def newest_listed(self, count: int) -> tuple[ListedMessage, ...]:
        """The headers of the messages that came last into the open folder, at most `count`."""
        if self.exists == 0:
            return ()
        return self._headers("FETCH", f"{max(1, self.exists - count + 1)}:*")

    def listed(self, uids: Iterable[int], then: Iterable[int] = ()) -> tuple[ListedMessage, ...]:
        """The headers of messages; those that are gone are left out.

        Args:
            then: what is asked for next, in a call like this: the server goes on meanwhile.
        """
        wanted = tuple(uids)
        self._prepare_for(len(wanted))
        return tuple(
            one
            for chosen, ahead in self._sets(wanted, then)
            for one in self._headers("UID", "FETCH", chosen, ahead=ahead)
        )

    def fetch_flags(self, changed_since: int = 0) -> tuple[Mapping[int, frozenset[str]], int]:
        """Flags by UID, and the state (HIGHESTMODSEQ) that they show.

        Args:
            changed_since: only what changed since that state; 0 for all messages.
        """
        since = [f"(CHANGEDSINCE {changed_since})"] if changed_since else []
        answers = self._fetch("UID", "FETCH", "1:*", "(FLAGS)", *since)
        flags = {answer.uid: answer.flags for answer in answers if answer.flags is not None}
        return flags, max((answer.modseq for answer in answers), default=changed_since)

    def fetch_messages(
        self, uids: Sequence[int], at_most_bytes: int | None = None, then: Iterable[int] = ()
    ) -> tuple[FetchedMessage, ...]:
        """Whole messages, or their first bytes; those that are gone or empty are left out.

        Args:
            then: what is asked for next, whole, in a call like this: the server goes on.
        """
        self._prepare_for(len(uids))
        body = "BODY.PEEK[]" if at_most_bytes is None else f"BODY.PEEK[]<0.{at_most_bytes}>"
        found: dict[int, FetchedMessage] = {}
        items = f"(FLAGS INTERNALDATE {body})"
        for chosen, ahead in self._sets(uids, then):
            for answer in self._fetch("UID", "FETCH", chosen, items, ahead=ahead):
                if answer.body is None:
                    self._reflagged = True
                    continue
                found[answer.uid] = FetchedMessage(
                    uid=answer.uid,
                    flags=answer.flags or frozenset(),
                    internal_date=answer.internal_date or datetime.now(UTC),
                    raw=answer.body,
                )
        return tuple(found[uid] for uid in uids if uid in found)

    def structure(self, uid: int) -> tuple[Leaf, ...] | None:
        """The leaves of a message with parts; None where the server does not tell them well."""
        self._reflagged |= bool(self._connection.take("FETCH"))
        items = self._ask("FETCH", "UID", "FETCH", str(uid), "(UID BODYSTRUCTURE)")
        self._reflagged |= any(answer.flags is not None for answer in parse_fetch(items))
        from .body_structure import read_structure  # a sync without news does without

        return read_structure(items, uid)

    def fetch_bytes(self, uid: int, start: int, count: int) -> bytes | None:
        """So many bytes of a message, fewer at its end; None where it is gone.

        What the server gives in their stead is given: it may be more, or none.
        """
        answers = self._fetch("UID", "FETCH", str(uid), f"(UID BODY.PEEK[]<{start}.{count}>)")
        self._reflagged |= any(answer.flags is not None for answer in answers)
        bodies = (answer.body for answer in answers if answer.uid == uid)
        return next((body for body in bodies if body is not None), None)

    def identities(self) -> tuple[RemoteIdentity, ...]:
        """What tells the messages of the open folder apart, whatever their UIDs."""
        items = "(RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"
        return tuple(
            RemoteIdentity(answer.uid, field_value(answer.body), answer.size, answer.internal_date)
            for answer in self._fetch("UID", "FETCH", "1:*", items)
            if answer.size is not None
        )

    def store_flag(self, uid: int, flag: str, *, add: bool) -> None:
        """Set or clear one flag of a message of the open folder."""
        item = "+FLAGS.SILENT" if add else "-FLAGS.SILENT"
        self._connection.run("UID", "STORE", str(uid), item, f"({flag})")

    def move(self, uid: int, folder: str) -> Arrival:
        """Move a message of the open folder in one step; needs `has_move`.

        Raises:
            MissingFolderError: there is no such folder; nothing was moved.
        """
        return self._send_to(folder, "UID", "MOVE", str(uid))

    def copy(self, uid: int, folder: str) -> Arrival:
        """Copy a message of the open folder.

        Raises:
            MissingFolderError: there is no such folder; nothing was copied.
        """
        return self._send_to(folder, "UID", "COPY", str(uid))

    def expunge(self, uid: int) -> None:
        r"""Remove one message of the open folder that is marked \Deleted; needs `has_uidplus`."""
        self._connection.run("UID", "EXPUNGE", str(uid))

    def append(
        self, folder: str, raw: bytes, flags: Iterable[str], internal_date: datetime
    ) -> None:
        """Put a message into a folder."""
        day, month, year, clock = format_datetime(internal_date.astimezone(UTC)).split()[1:5]
        self._connection.run(
            "APPEND",
            self._quoted(folder),
            f"({' '.join(flags)})",
            f'"{day}-{month}-{year} {clock} +0000"',
            literal=raw,
        )

    def find_message_id(self, folder: str, message_id: str, first_uid: int = 1) -> tuple[int, ...]:
        """Open a folder and find the UIDs, from `first_uid` on, that bear a Message-ID.

        Raises:
            ValueError: it holds a letter that could end the command (CR, LF, NUL, a quote);
                nothing was sent.
        """
        if _SAFE_IN_SEARCH.fullmatch(message_id) is None:
            raise ValueError("a Message-ID with a quote or control letter is not sent to a server")
        self.select(folder)
        found = self._ask("SEARCH", "UID", "SEARCH", "HEADER", "Message-ID", f'"{message_id}"')
        return tuple(sorted(uid for uid in _numbers(found) if uid >= first_uid))

    def noop(self) -> News:
        """Ask for news."""
        self._connection.run("NOOP")
        return self.take_news()

    def idle(self, timeout_s: float, wake: WakeUp) -> News:
        """Wait for news until `wake` rings or the time is over; needs `has_idle`.

        What was told before is given at once.
        """
        if not self._connection.has_told():
            self._refuses_idle = not self._connection.idle(timeout_s, wake)
        return self.take_news()

    def take_news(self) -> News:
        """What the server told so far without being asked; it is told once."""
        arrived = bool(self._connection.take("EXISTS"))
        gone = bool(self._connection.take("EXPUNGE") + self._connection.take("VANISHED"))
        reflagged = bool(self._connection.take("FETCH")) or self._reflagged
        self._reflagged = False
        return News(arrived, gone, reflagged)

    def finish_ahead_by(self, finish: Callable[[], None]) -> None:
        """Have this called, once, before any other command than the one that was asked ahead.

        It is to run that one, so that nothing is fetched twice; where it does not, what comes of
        that is dropped.
        """
        if self._connection.is_ahead:
            self._connection.finish_ahead = finish

    def take_in_ahead(self) -> None:
        """Have what was asked for ahead taken in now, before it is decided what comes next."""
        self._connection.take_in_ahead()

    def _prepare_for(self, messages: int) -> None:
        """Have the line compressed where so much is asked for, by and by, that it pays."""
        self._asked_for += messages
        if self._asked_for >= _WORTH_COMPRESSING and not self._connection.is_ahead:
            self._connection.compress()

    def _send_to(self, folder: str, *command: str) -> Arrival:
        for kind in ("COPYUID", "TRYCREATE"):
            self._connection.take(kind)
        try:
            self._connection.run(*command, self._quoted(folder))
        except ServerRefusedError as error:
            if self._connection.take("TRYCREATE"):
                raise MissingFolderError(*error.args) from error
            raise
        told = [_COPY_UID.match(one) for one in self._connection.take("COPYUID") if one]
        return next((Arrival(int(one[1]), int(one[2])) for one in told if one), Arrival())

    def _quoted(self, folder: str) -> bytes:
        return self._connection.quoted(self._raw_names.get(folder, folder))

    def _sets(self, uids: Iterable[int], then: Iterable[int]) -> Iterator[tuple[str, str]]:
        """The UIDs in sets, each with the set that is to be asked for ahead, "" for none."""
        sets = list(uid_sets(uids))
        following = next(uid_sets(then), "")
        return zip(sets, [*sets[1:], following] if following else [""] * len(sets), strict=True)

    def _ask(
        self, kind: str, name: str, *arguments: str | bytes, ahead: Sequence[str] = ()
    ) -> list[Any]:
        self._connection.take(kind)
        self._connection.run(name, *arguments, ahead=tuple(ahead))
        return self._connection.take(kind)

    def _fetch(self, *command: str, ahead: str = "") -> tuple[FetchAnswer, ...]:
        self._reflagged |= bool(self._connection.take("FETCH"))
        following = [*command[:2], ahead, *command[3:]] if ahead else []
        was_asked_ahead = self._connection.is_asked_ahead(command)
        answers = self._early.with_early(
            parse_fetch(self._ask("FETCH", *command, ahead=following)),
            was_asked_ahead=was_asked_ahead,
        )
        answers = self._early.keep(answers, ahead)
        self._reflagged |= any(not answer.uid for answer in answers)  # told without being asked
        return tuple(answer for answer in answers if answer.uid)

    def _listings(self, *command: str) -> tuple[Listing, ...]:
        answers = self._fetch(*command, "(UID FLAGS RFC822.SIZE)")
        self._reflagged |= any(answer.size is None for answer in answers)
        return tuple(
            Listing(answer.uid, answer.flags or frozenset(), answer.size)
            for answer in answers
            if answer.size is not None
        )

    def _headers(self, *command: str, ahead: str = "") -> tuple[ListedMessage, ...]:
        items = f"(UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS ({LISTED_FIELDS})])"
        answers = self._fetch(*command, items, ahead=ahead)
        self._reflagged |= any(answer.body is None for answer in answers)
        return tuple(
            ListedMessage(
                uid=answer.uid,
                flags=answer.flags or frozenset(),
                internal_date=answer.internal_date or datetime.now(UTC),
                size=answer.size,
                header=answer.body,
            )
            for answer in answers
            if answer.size is not None and answer.body is not None
        )

    def _number(self, kind: str) -> int:
        return max(_numbers(self._connection.take(kind)), default=0)


def _joined(answer: Iterable[Any]) -> bytes:
    return b" ".join(
        part
        for item in answer
        for part in (item if isinstance(item, tuple) else (item,))
        if part is not None
    )


def _numbers(answer: Iterable[Any]) -> frozenset[int]:
    return frozenset(int(word) for word in _joined(answer).split() if word.isdigit())
