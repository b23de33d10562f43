"""A DNS server over UDP on a loopback port, with the records that a test gives it."""

from __future__ import annotations

import contextlib
import socket
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


class FakeNameServer:
    """The server; use it as a context manager.

    Attributes:
        records: by (name, kind), such as ("shop.test", "MX"): the records as text.
        silent: it hears questions and never answers.
        rcode: what it answers to every question, if not what is asked for.
        asked: every question that came, as (name, kind).
    """

    def __init__(self, records: dict[tuple[str, str], list[str]] | None = None) -> None:
        self.records = records or {}
        self.silent = False
        self.rcode = dns.rcode.NOERROR
        self.asked: list[tuple[str, str]] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> FakeNameServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as waker:
            waker.sendto(b"", ("127.0.0.1", self.port))
        self._thread.join(5)
        self._socket.close()

    def _serve(self) -> None:
        while True:
            raw, sender = self._socket.recvfrom(4096)
            if not raw:
                return
            query = dns.message.from_wire(raw)
            with contextlib.suppress(OSError):
                if (answer := self._answer(query)) is not None:
                    self._socket.sendto(answer.to_wire(), sender)

    def _answer(self, query: dns.message.Message) -> dns.message.Message | None:
        [question] = query.question
        name = question.name.to_text(omit_final_dot=True)
        kind = dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, kind))
        if self.silent:
            return None
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        response.set_rcode(self.rcode)
        if records := self.records.get((name, kind)):
            response.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *records))
        elif not any(name == known for known, _ in self.records):
            response.set_rcode(self.rcode or dns.rcode.NXDOMAIN)
        return response
