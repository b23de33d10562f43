"""An IMAP server in memory, with habits: it speaks enough IMAP4rev1 for a client to sync with.

It runs in threads on a free loopback port. Tests change its folders while clients are connected,
and read `commands` for what was asked of it.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import re
import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from typing import IO, Any

from fakes.imap_compress import DeflatedSide
from fakes.imap_habits import Habits as Habits
from fakes.imap_moving import MovingCommands, numbers, strings
from fakes.imap_states import StateCommands
from fakes.imap_structure import body_structure, section

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.imap import ImapSession
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.wire import Timeouts

USERNAME = "lena"
PASSWORD = "S3CRET-CANARY"
FULL = "IMAP4rev1 IDLE UIDPLUS MOVE CONDSTORE SPECIAL-USE AUTH=PLAIN"
RESYNCING = f"{FULL} ENABLE ESEARCH QRESYNC"
PLAIN = "IMAP4rev1"


@dataclass
class FakeMessage:
    """A message on the server."""

    uid: int
    raw: bytes
    flags: set[str]
    internal_date: str
    modseq: int


@dataclass
class FakeFolder:
    """A folder on the server.

    Attributes:
        expunged: the UIDs that are gone, each with the MODSEQ of its end.
    """

    uid_validity: int = 1000
    uid_next: int = 1
    modseq: int = 1
    attributes: str = ""
    messages: list[FakeMessage] = field(default_factory=list)
    expunged: dict[int, int] = field(default_factory=dict)


def open_session(server: FakeImapServer, **changes: Any) -> ImapSession:
    """Log in to the server with little patience."""
    login = PasswordLogin(USERNAME, changes.pop("password", PASSWORD))
    parts = {"login": login, "timeouts": Timeouts(connect_s=5, read_s=0.5), **changes}
    return ImapSession.connect(server.endpoint, **parts)


def bearer_parts(mechanism: str, answer: str, endpoint: Endpoint) -> tuple[str, str]:
    """The user name and the token in a client's first answer, whose form is looked at."""
    if mechanism == "XOAUTH2":
        user, token = re.fullmatch(
            "user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01", answer
        ).groups()
        return user, token
    where = f"\x01host={endpoint.host}\x01port={endpoint.port}\x01"
    form = f"n,a=([^,]*),{re.escape(where)}auth=Bearer ([^\x01]*)\x01\x01"
    user, token = re.fullmatch(form, answer).groups()
    return user.replace("=2C", ",").replace("=3D", "="), token


class FakeImapServer:
    """The server; use it as a context manager.

    Attributes:
        folders: by name; change them through the methods while clients are connected.
        commands: every command line that came, with its arguments.
        logins: how many log-ins were tried.
    """

    def __init__(
        self,
        capabilities: str = FULL,
        *,
        tls: ssl.SSLContext | None = None,
        security: Security = Security.NONE,
        host: str = "127.0.0.1",
    ) -> None:
        self.capabilities = capabilities
        self.habits = Habits()
        self.folders = {"INBOX": FakeFolder(), "Sent": FakeFolder(attributes="\\Sent")}
        self.next_validity = 2000
        self.commands: list[str] = []
        self.logins = 0
        self.tls = tls
        self.security = security
        self.changed = threading.Condition(threading.RLock())
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = Endpoint(host, self._listener.getsockname()[1], security)
        self._sessions: list[_Session] = []

    def __enter__(self) -> FakeImapServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop_connections()
        for session in self._sessions:
            session.thread.join(5)

    def deliver(
        self,
        raw: bytes,
        folder: str = "INBOX",
        flags: tuple[str, ...] = (),
        internal_date: str = "01-Mar-2026 10:00:00 +0000",
    ) -> int:
        """Put a message into a folder; the result is its UID."""
        with self.changed:
            box = self.folders[folder]
            box.modseq += 1
            message = FakeMessage(box.uid_next, raw, set(flags), internal_date, box.modseq)
            box.messages.append(message)
            box.uid_next += 1
            self.changed.notify_all()
            return message.uid

    def expunge(self, uid: int, folder: str = "INBOX") -> None:
        """Take a message away."""
        with self.changed:
            box = self.folders[folder]
            number = next(n for n, m in enumerate(box.messages, 1) if m.uid == uid)
            box.modseq += 1
            box.expunged[uid] = box.modseq
            del box.messages[number - 1]
            for session in self._sessions:
                session.note_expunge(folder, number, uid)
            self.changed.notify_all()

    def create(self, name: str, attributes: str = "") -> str:
        """Make a folder; the answer to CREATE."""
        with self.changed:
            if name in self.folders:
                return "NO [ALREADYEXISTS] it is there"
            self.folders[name] = FakeFolder(self.next_validity, attributes=attributes)
            self.next_validity += 1
        return "OK done"

    def reflag(
        self, uid: int, flags: set[str], folder: str = "INBOX", teller: object = None
    ) -> None:
        """Change the flags of a message; the session that did it is not told as news."""
        with self.changed:
            box = self.folders[folder]
            message = next(m for m in box.messages if m.uid == uid)
            box.modseq += 1
            message.flags, message.modseq = set(flags), box.modseq
            for session in self._sessions:
                if session is not teller:
                    session.note_flags(folder, message)
            self.changed.notify_all()

    def renumber(self, folder: str = "INBOX", first_uid: int = 1) -> None:
        """Give a folder a new UIDVALIDITY, and its messages new UIDs in reverse order."""
        with self.changed:
            box = self.folders[folder]
            box.uid_validity += 1
            box.messages.reverse()
            box.expunged.clear()
            for uid, message in enumerate(box.messages, first_uid):
                message.uid = uid
            box.uid_next = first_uid + len(box.messages)

    def flags_of(self, uid: int, folder: str = "INBOX") -> set[str]:
        """The flags of a message."""
        with self.changed:
            return set(next(m for m in self.folders[folder].messages if m.uid == uid).flags)

    def wait_for(self, command: str, times: int = 1) -> None:
        """Wait until a command came so often."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.count(command) >= times, 10), self.commands

    def count(self, command: str) -> int:
        """How often a command came."""
        return sum(line.upper().startswith(command.upper()) for line in self.commands)

    def drop_connections(self) -> None:
        """Break every connection."""
        for session in self._sessions:
            session.close()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            session = _Session(self, sock)
            self._sessions.append(session)
            session.thread.start()


_ON_A_FOLDER = {"FETCH", "UID FETCH", "UID SEARCH", "UID STORE", "UID COPY", "UID MOVE"}


class _ClosedError(Exception):
    """The client or the test closed the connection."""


class _Session(MovingCommands, StateCommands):
    """One client's connection."""

    def __init__(self, server: FakeImapServer, sock: socket.socket) -> None:
        self.server = server
        self.sock = sock
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.file: IO[bytes] = io.BytesIO()
        self.folder = ""
        self.enabled: set[str] = set()
        self.deflated: DeflatedSide | None = None
        self.told_exists = 0
        self.pending: list[bytes] = []
        self.is_idle = False
        self.heard = 0

    def close(self) -> None:
        """Break the connection; its thread then gives the socket back."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    @property
    def _box(self) -> FakeFolder:
        return self.server.folders[self.folder]

    def _run(self) -> None:
        with self.sock, contextlib.suppress(OSError, _ClosedError, ValueError):
            if self.server.security is Security.TLS:
                self._start_tls()
            else:
                self._open()
            if "GREETING" in self.server.habits.silent_on:
                self._wait_for_close()
            self._send(self.server.habits.greeting)
            while (line := self.file.readline()).endswith(b"\n"):  # else it was broken off
                self._command(line.rstrip(b"\r\n").decode("utf-8"))
        self.file.close()
        self.sock.close()

    def _open(self) -> None:
        self.file = self.sock.makefile("rb")

    def _start_tls(self) -> None:
        assert self.server.tls is not None
        self.file.close()
        self.sock = self.server.tls.wrap_socket(self.sock, server_side=True)
        self._open()

    def _command(self, line: str) -> None:
        tag, _, rest = line.partition(" ")
        name = rest.split(" ")[0].upper()
        arguments = rest.partition(" ")[2]
        if name == "UID":
            name = "UID " + arguments.split(" ")[0].upper()
            arguments = arguments.partition(" ")[2]
        habits = self.server.habits
        with self.server.changed:
            self.server.commands.append(rest)
            self.server.changed.notify_all()
        if name in habits.close_on:
            raise _ClosedError
        if name in habits.silent_on:
            self._wait_for_close()
        self._send(habits.extra.get(name, b""))
        habits.before.get(name, _nothing)()
        self.heard += 1
        if self.heard == habits.bye_after:
            self._send(b"* BYE I am going down\r\n")
            raise _ClosedError
        if name in habits.answers_once:
            self._send(habits.answers_once.pop(name).replace(b"{tag}", tag.encode()))
            return
        if name in habits.answers:
            self._send(habits.answers[name].replace(b"{tag}", tag.encode()))
            return
        method = getattr(self, "_do_" + name.lower().replace(" ", "_"), None)
        if method is None or (name in _ON_A_FOLDER and not self.folder):
            self._send(f"{tag} BAD unknown command\r\n".encode())
            return
        answer = method(tag, arguments)
        if name in habits.done_then_close:
            raise _ClosedError
        if answer:
            self._tell_news()
            self._send(f"{tag} {answer}\r\n".encode())

    # Commands: each returns its tagged answer, or "" where it has sent one itself.

    def _do_capability(self, tag: str, arguments: str) -> str:
        self._send(f"* CAPABILITY {self.server.capabilities}\r\n".encode())
        return "OK done"

    def _do_starttls(self, tag: str, arguments: str) -> str:
        self._send(f"{tag} OK begin\r\n".encode())
        self._start_tls()
        return ""

    def _do_login(self, tag: str, arguments: str) -> str:
        return self._log_in(*strings(arguments))

    def _do_authenticate(self, tag: str, arguments: str) -> str:
        self._send(b"+ \r\n")
        answer = base64.b64decode(self._answer()).decode()
        if arguments in {"XOAUTH2", "OAUTHBEARER"}:
            return self._log_in_by_token(arguments, answer)
        _, username, password = answer.split("\0")
        return self._log_in(username, password)

    def _answer(self) -> bytes:
        """A line that belongs to a command."""
        line = self.file.readline().rstrip(b"\r\n")
        with self.server.changed:
            self.server.commands.append(line.decode())
        return line

    def _log_in_by_token(self, mechanism: str, answer: str) -> str:
        """Take a token, or say in JSON what is wrong with it, and then NO (RFC 7628)."""
        self.server.logins += 1
        username, token = bearer_parts(mechanism, answer, self.server.endpoint)
        if username == USERNAME and token in self.server.habits.tokens:
            return "OK welcome"
        challenge = json.dumps({"status": "invalid_token", "schemes": "Bearer", "scope": "mail"})
        self._send(b"+ " + base64.b64encode(challenge.encode()) + b"\r\n")
        expected = base64.b64encode(b"\x01") if mechanism == "OAUTHBEARER" else b""
        if self._answer() != expected:
            return "BAD not what the mechanism says"
        return "NO [AUTHENTICATIONFAILED] no such token"

    def _log_in(self, username: str, password: str) -> str:
        self.server.logins += 1
        if (username, password) != (USERNAME, PASSWORD):
            return "NO [AUTHENTICATIONFAILED] no such user or password"
        if self.server.habits.login_answer:
            return self.server.habits.login_answer.decode()
        return "OK welcome"

    def _do_logout(self, tag: str, arguments: str) -> str:
        self._send(f"* BYE bye\r\n{tag} OK done\r\n".encode())
        raise _ClosedError

    def _do_noop(self, tag: str, arguments: str) -> str:
        return "OK done"

    def _do_list(self, tag: str, arguments: str) -> str:
        if "UTF8=ONLY" in self.server.capabilities and "UTF8=ACCEPT" not in self.enabled:
            return "NO [CANNOT] names are in UTF-8 here, enable it"
        for name, folder in self.server.folders.items():
            self._send(f'* LIST ({folder.attributes}) "/" "{name}"\r\n'.encode())
        return "OK done"

    def _do_status(self, tag: str, arguments: str) -> str:
        name = strings(arguments)[0]
        if name not in self.server.folders:
            return "NO no such folder"
        with self.server.changed:
            box = self.server.folders[name]
            told = f"MESSAGES {len(box.messages)} UIDVALIDITY {box.uid_validity}"
            told += f" UIDNEXT {self._uid_next(box)}"
            if "CONDSTORE" in self.server.capabilities:
                told += f" HIGHESTMODSEQ {box.modseq}"
        self._send(f'* STATUS "{name}" ({told})\r\n'.encode())
        return "OK done"

    def _uid_next(self, box: FakeFolder) -> int:
        return self.server.habits.told_uid_next or box.uid_next

    def _do_select(self, tag: str, arguments: str) -> str:
        name = strings(arguments)[0]
        if name not in self.server.folders:
            return "NO no such folder"
        with self.server.changed:
            self.folder, self.pending = name, []
            box = self._box
            self.told_exists = len(box.messages)
            lines = [
                f"* {len(box.messages)} EXISTS",
                f"* OK [UIDVALIDITY {box.uid_validity}] ok",
                f"* OK [UIDNEXT {self._uid_next(box)}] ok",
                *self.states_told(arguments),
            ]
        self._send("".join(line + "\r\n" for line in lines).encode())
        return "OK [READ-WRITE] open"

    _do_examine = _do_select

    def _do_uid_search(self, tag: str, arguments: str) -> str:
        criteria = arguments.removeprefix("RETURN (ALL) ")
        asked = strings(criteria)
        with self.server.changed:
            messages = self._box.messages
            if asked[0] == "UID":
                wanted = numbers(asked[1], messages[-1].uid if messages else 0)
                found = [m.uid for m in messages if m.uid in wanted]
            else:
                text = asked[-1].encode() if asked[0] == "HEADER" else b""
                found = [m.uid for m in messages if text in m.raw]
        if arguments != criteria:
            told = f" UID ALL {','.join(map(str, found))}" if found else " UID"
            self._send(f'* ESEARCH (TAG "{tag}"){told}\r\n'.encode())
        else:
            self._send(f"* SEARCH {' '.join(map(str, found))}\r\n".encode())
        return "OK done"

    def _do_append(self, tag: str, arguments: str) -> str:
        name = strings(arguments)[0]
        flags = re.search(r"\(([^)]*)\)", arguments)
        size = int(re.search(r"\{(\d+)\}$", arguments)[1])
        if name not in self.server.folders:
            return "NO [TRYCREATE] no such folder"
        self._send(b"+ go on\r\n")
        raw = self.file.read(size)
        if not self.file.readline().endswith(b"\n"):
            raise _ClosedError
        self.server.deliver(raw, name, tuple(flags[1].split()))
        if self.server.habits.keep_append_then_close:
            raise _ClosedError
        return "OK done"

    def _do_idle(self, tag: str, arguments: str) -> str:
        self._send(b"+ idling\r\n")
        self.is_idle = True
        watcher = threading.Thread(target=self._watch, daemon=True)
        watcher.start()
        line = self.file.readline()
        with self.server.changed:
            self.is_idle = False
            self.server.changed.notify_all()
        watcher.join(5)
        if line.strip().upper() != b"DONE":
            raise _ClosedError
        return "OK done"

    def _watch(self) -> None:
        with self.server.changed, contextlib.suppress(OSError):
            while self.is_idle:
                self._tell_news()
                self.server.changed.wait()

    def _do_uid_fetch(self, tag: str, arguments: str) -> str:
        chosen, _, items = arguments.partition(" ")
        with self.server.changed:
            last = self._box.messages[-1].uid if self._box.messages else 0
            wanted = numbers(chosen, last)
            messages = [(n, m) for n, m in enumerate(self._box.messages, 1) if m.uid in wanted]
        return self._fetch(messages, items)

    def _do_fetch(self, tag: str, arguments: str) -> str:
        chosen, _, items = arguments.partition(" ")
        with self.server.changed:
            wanted = numbers(chosen, len(self._box.messages))
            messages = [(n, m) for n, m in enumerate(self._box.messages, 1) if n in wanted]
        return self._fetch(messages, items)

    def _fetch(self, messages: list[tuple[int, FakeMessage]], items: str) -> str:
        since = self.changed_since(items)
        for number, message in messages:
            if message.modseq <= since:
                continue
            if "BODY.PEEK[]" in items and message.uid in self.server.habits.refused_bodies:
                return "NO that one is broken"
            if "BODYSTRUCTURE" in items and self.server.habits.refuse_structure:
                return "NO it is a secret"
            if "SUBJECT" in items and self.server.habits.refuse_headers:
                return "NO no headers today"
            self._send_message(number, message, items)
        return "OK done"

    def _send_message(self, number: int, message: FakeMessage, items: str) -> None:
        told = [f"UID {message.uid}".encode()]
        if "FLAGS" in items:
            told.append(f"FLAGS ({' '.join(sorted(message.flags))})".encode())
        if "CHANGEDSINCE" in items:
            told.append(f"MODSEQ ({message.modseq})".encode())
        if "RFC822.SIZE" in items:
            told.append(b"RFC822.SIZE %d" % len(message.raw))
        if "INTERNALDATE" in items:
            told.append(f'INTERNALDATE "{message.internal_date}"'.encode())
        if "HEADER.FIELDS" in items:
            names = re.search(r"HEADER\.FIELDS \(([^)]*)\)", items)[1]
            fields = _literal(_fields(message.raw, names.upper().split()))
            told.append(f"BODY[HEADER.FIELDS ({names})] ".encode() + fields)
        elif "BODY.PEEK[" in items:
            told.append(self._body(message, items))
        if "BODYSTRUCTURE" in items:
            told.append(b"BODYSTRUCTURE " + self._structure(message))
        line = b"* %d FETCH (%s)\r\n" % (number, b" ".join(told))
        self._cut(message, items, line)
        self._send(line)

    def _cut(self, message: FakeMessage, items: str, line: bytes) -> None:
        """Break the connection in the body of a message, where that is the habit."""
        habits = self.server.habits
        if "BODY.PEEK[]" in items and message.uid in habits.cut_bodies:
            self._send(line[: len(line) - len(message.raw) // 2])
            raise _ClosedError
        if "BODY.PEEK[]<" in items and habits.cut_after_pieces:
            habits.cut_after_pieces -= 1
            if not habits.cut_after_pieces:
                self._send(line[: len(line) // 2])
                raise _ClosedError

    def _body(self, message: FakeMessage, items: str) -> bytes:
        name, start, count = re.search(r"PEEK\[([^\]]*)\](?:<(\d+)\.(\d+)>)?", items).groups()
        raw = message.raw if not name else section(message.raw, name)
        name = b"BODY[%s]" % name.encode()
        if raw is None:
            return name + b" NIL"
        if start and not self.server.habits.ignores_partial:
            raw = raw[int(start) : int(start) + int(count)]
            name += b"<%s>" % start.encode()
        name += b" "
        if message.uid in self.server.habits.nil_bodies:
            return name + b"NIL"
        if self.server.habits.quoted_bodies:
            return name + b'"' + re.sub(rb'(["\\])', rb"\\\1", raw) + b'"'
        wrong_by = self.server.habits.wrong_sizes.get(message.uid, 0)
        return name + b"{%d}\r\n" % (len(raw) + wrong_by) + raw

    def _structure(self, message: FakeMessage) -> bytes:
        told = self.server.habits.structures.get(message.uid)
        wrong_by = self.server.habits.wrong_part_sizes
        return body_structure(message.raw, wrong_by) if told is None else told

    # Sending.

    def _tell_news(self) -> None:
        with self.server.changed:
            if not self.folder:
                return
            news, self.pending = self.pending, []
            if len(self._box.messages) != self.told_exists:
                self.told_exists = len(self._box.messages)
                news.append(b"* %d EXISTS\r\n" % self.told_exists)
        self._send(b"".join(news))

    def _do_compress(self, tag: str, arguments: str) -> str:
        if "COMPRESS=DEFLATE" not in self.server.capabilities or self.deflated is not None:
            return "NO [COMPRESSIONACTIVE] not again"
        self._send(f"{tag} OK begin\r\n".encode())
        self.deflated = DeflatedSide(self.sock)
        self.file = self.deflated.file
        return ""

    def _send(self, data: bytes) -> None:
        if self.deflated is not None and data:
            data = self.deflated.deflated(data)
        size = self.server.habits.in_pieces
        if not size:
            self.sock.sendall(data)
            return
        for start in range(0, len(data), size):
            self.sock.sendall(data[start : start + size])
            time.sleep(0.0002)

    def _wait_for_close(self) -> None:
        while self.file.read(1):
            pass
        raise _ClosedError


def _nothing() -> None:
    """What happens before most commands."""


def _literal(data: bytes) -> bytes:
    return b"{%d}\r\n" % len(data) + data


def _fields(raw: bytes, names: list[str]) -> bytes:
    head = raw.partition(b"\r\n\r\n")[0] + b"\r\n"
    lines = re.finditer(rb"^([!-9;-~]+):.*\r\n(?:[ \t].*\r\n)*", head, re.MULTILINE)
    return b"".join(m[0] for m in lines if m[1].decode().upper() in names) + b"\r\n"
