"""The listener takes one answer, the one with the state, and nothing else (RELIABILITY E6)."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from softanswer.mailbox.errors import ConnectionFailedError
from softanswer.mailbox.sign_in.loopback import Callback, LoopbackListener, Page
from softanswer.mailbox.wake_up import WakeUp
from softanswer.mailbox.wire import CalledOffError

STATE = "the-state"
RIGHT = f"/?code=abc&state={STATE}"
PAGE = Page("Danke <b>", "Weiter geht's & fertig")


class Waiting:
    """A listener that waits in a thread."""

    def __init__(self, **parts):
        self.listener = LoopbackListener()
        self.where = urlsplit(self.listener.redirect_uri)
        self._pool = ThreadPoolExecutor(1)
        parts = {"time_limit_s": 10, **parts}
        self.result = self._pool.submit(lambda: self.listener.wait(STATE, PAGE, **parts))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()
        self._pool.shutdown(wait=False)

    def ask(self, target, method="GET", **headers):
        line = http.client.HTTPConnection(self.where.hostname, self.where.port, timeout=5)
        line.request(method, target, headers=headers)
        answer = line.getresponse()
        body = answer.read().decode()
        line.close()
        return answer.status, body, answer.headers

    def is_closed(self):
        with socket.socket() as sock:
            return sock.connect_ex(("127.0.0.1", self.where.port)) != 0


def test_the_answer_with_the_state_is_taken_and_answered_with_a_calm_page():
    with Waiting() as waiting:
        status, body, headers = waiting.ask(RIGHT)
        assert waiting.result.result(5) == Callback(code="abc")
        assert status == 200
        assert "<h1>Danke &lt;b&gt;</h1><p>Weiter geht&#x27;s &amp; fertig</p>" in body
        assert "script" not in body
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert (headers["Cache-Control"], headers["Referrer-Policy"]) == (
            "no-store",
            "no-referrer",
        )
        assert waiting.is_closed()


def test_she_may_say_no():
    with Waiting() as waiting:
        assert waiting.ask(f"/?error=access_denied&state={STATE}")[0] == 200
        assert waiting.result.result(5) == Callback(error="access_denied")


FORGED = {
    "wrong state": ("/?code=evil&state=guess", {}),
    "no state": ("/?code=evil", {}),
    "empty state": ("/?code=evil&state=", {}),
    "state twice": (f"/?code=evil&state=guess&state={STATE}", {}),
    "code twice": (f"/?code=evil&code=other&state={STATE}", {}),
    "code and error": (f"/?code=evil&error=no&state={STATE}", {}),
    "nothing": (f"/?state={STATE}", {}),
    "another path": (f"/callback?code=evil&state={STATE}", {}),
    "a whole address": (f"http://other.example/?code=evil&state={STATE}", {}),
    "another name for this computer": (RIGHT, {"Host": "evil.example"}),
    "a posted form": (RIGHT, {"method": "POST"}),
    "the icon": ("/favicon.ico", {}),
    "beyond ASCII": ("/?code=evil&state=%D0%BF", {}),
    "many fields": ("/?" + "&".join(f"a{n}=1" for n in range(60)) + f"&state={STATE}", {}),
}


@pytest.mark.parametrize(("target", "how"), FORGED.values(), ids=FORGED)
def test_a_forged_answer_is_sent_away_and_the_true_one_still_comes(target, how):
    with Waiting() as waiting:
        status, body, _ = waiting.ask(target, **how)
        assert (status, body) == (404, "")
        assert not waiting.result.done()
        assert waiting.ask(RIGHT)[0] == 200
        assert waiting.result.result(5) == Callback(code="abc")


@pytest.mark.parametrize("said", [b"", b"GET", b"\0" * 100, b"x" * 40_000, b"\r\n\r\n"])
def test_who_talks_nonsense_or_nothing_holds_nobody_up(said):
    with Waiting() as waiting:
        idle = [socket.create_connection(("127.0.0.1", waiting.where.port)) for _ in range(40)]
        for sock in idle:
            sock.sendall(said)
        start = time.monotonic()
        assert waiting.ask(RIGHT)[0] == 200
        assert waiting.result.result(5) == Callback(code="abc")
        assert time.monotonic() - start < 3
        for sock in idle:
            sock.close()


def test_an_answer_in_pieces_is_understood():
    with Waiting() as waiting, socket.create_connection(("127.0.0.1", waiting.where.port)) as sock:
        for piece in (
            f"GET {RIGHT} HT",
            "TP/1.1\r\nHo",
            f"st: {waiting.where.netloc}\r\n",
            "\r\n",
        ):
            sock.sendall(piece.encode())
            time.sleep(0.02)
        assert waiting.result.result(5) == Callback(code="abc")
        assert sock.recv(100).startswith(b"HTTP/1.1 200")


def test_only_this_computer_is_listened_to_and_each_time_at_another_port():
    with LoopbackListener() as one, LoopbackListener() as other:
        assert one.redirect_uri.startswith("http://127.0.0.1:")
        assert one.redirect_uri != other.redirect_uri
        assert one._listener.getsockname()[0] == "127.0.0.1"


def test_it_ends_after_its_time_and_is_closed():
    with Waiting(time_limit_s=0.1) as waiting:
        with pytest.raises(ConnectionFailedError, match="No answer came from the browser"):
            waiting.result.result(5)
        assert waiting.is_closed()


def test_it_can_be_called_off():
    cancel = WakeUp()
    with Waiting(cancel=cancel) as waiting:
        threading.Timer(0.05, cancel.ring).start()
        with pytest.raises(CalledOffError):
            waiting.result.result(5)
        assert waiting.is_closed()
