"""The door to pictures of the internet, against a server of this computer."""

from __future__ import annotations

import http.server
import threading
import time
from typing import ClassVar

import pytest
from fakes.certificates import Authority

from softanswer.mailbox import remote_pictures
from softanswer.mailbox.remote_pictures import MAX_PICTURES, PictureDoor, public_addresses

pytestmark = pytest.mark.slow

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


class Pictures(http.server.BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    seen: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_GET(self):
        type(self).seen.append((self.path, dict(self.headers)))
        kind, body, status, extra = "image/png", PNG, 200, {}
        if self.path == "/page":
            kind = "text/html"
        elif self.path == "/svg":
            kind = "image/svg+xml"
        elif self.path == "/missing":
            status = 404
        elif self.path == "/large":
            body = b"x" * 5_000_000
        elif self.path.startswith("/to/"):
            status, extra = 302, {"Location": self.path.removeprefix("/to/")}
        elif self.path == "/round":
            status, extra = 302, {"Location": "/round"}
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", "who=you")
        for name, value in extra.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def log_message(self, *_):
        pass


class QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


@pytest.fixture
def server(tmp_path):
    authority = Authority(tmp_path)
    Pictures.seen = []
    server = QuietServer(("127.0.0.1", 0), Pictures)
    context = authority.certify("pictures.example").server_context()
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield authority, server.server_port
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def door(server):
    authority, _ = server
    return PictureDoor(
        resolve=lambda _host, _port: ["127.0.0.1"], context=authority.trusting_context
    )


def test_a_picture_is_fetched_with_nothing_that_tells_of_the_reader(server, door):
    url = f"https://pictures.example:{server[1]}/a.png?x=1"
    assert door.fetch([url, url]) == {url: PNG}
    ((path, headers),) = Pictures.seen
    assert path == "/a.png?x=1"
    assert set(headers) == {"Host", "Accept", "Accept-Encoding", "Connection"}


def test_cookies_are_not_kept(server, door):
    urls = [f"https://pictures.example:{server[1]}/{n}.png" for n in range(2)]
    assert set(door.fetch(urls)) == set(urls)
    assert all("Cookie" not in headers for _, headers in Pictures.seen)


@pytest.mark.parametrize(
    "path", ["page", "svg", "missing", "large", "round", "to/http://x.example/"]
)
def test_what_is_no_picture_stays_away_and_the_next_one_comes(server, door, path):
    base = f"https://pictures.example:{server[1]}"
    assert list(door.fetch([f"{base}/{path}", f"{base}/b.png"])) == [f"{base}/b.png"]


def test_a_redirect_is_followed_over_https_only(server, door):
    base = f"https://pictures.example:{server[1]}"
    assert door.fetch([f"{base}/to/{base}/b.png"]) == {f"{base}/to/{base}/b.png": PNG}
    assert door.fetch([f"{base}/to/http://pictures.example:{server[1]}/b.png"]) == {}


@pytest.mark.parametrize(
    "url",
    ["http://pictures.example:{port}/a", "https://u:p@pictures.example:{port}/a", "file:///etc/passwd",
     "https:///a", "cid:x", "", "https://pictures.example:99999/", "https://[::1/", "ftp://x.example/"],
)  # fmt: skip
def test_nothing_but_plain_https_is_asked_for(server, door, url):
    assert door.fetch([url.format(port=server[1])]) == {}
    assert Pictures.seen == []


def test_a_server_that_cannot_prove_its_name_gets_no_question(server):
    url = f"https://other.example:{server[1]}/a.png"
    authority, _ = server
    door = PictureDoor(resolve=lambda *_: ["127.0.0.1"], context=authority.trusting_context)
    assert door.fetch([url]) == {}
    assert PictureDoor(resolve=lambda *_: ["127.0.0.1"]).fetch([url]) == {}
    assert Pictures.seen == []


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "169.254.169.254",
                                  "0.0.0.0", "localhost", "100.64.0.1", "fe80::1"])  # fmt: skip  # noqa: S104 - none is bound
def test_addresses_of_the_home_network_are_never_given(host):
    assert public_addresses(host, 443) == []


def test_public_addresses_are_given():
    assert public_addresses("198.41.0.4", 443) == ["198.41.0.4"]


def test_no_letter_reaches_this_computer(server):
    authority, port = server
    door = PictureDoor(context=authority.trusting_context)
    assert door.fetch([f"https://127.0.0.1:{port}/a.png", f"https://localhost:{port}/a.png"]) == {}
    assert Pictures.seen == []


def test_there_is_an_end_to_the_number(server, door):
    urls = [f"https://pictures.example:{server[1]}/{n}" for n in range(MAX_PICTURES + 5)]
    assert len(door.fetch(urls)) == MAX_PICTURES


def test_all_of_them_together_have_a_limit(server, door, monkeypatch):
    monkeypatch.setattr(remote_pictures, "MAX_BYTES_ALL", len(PNG) * 3)
    urls = [f"https://pictures.example:{server[1]}/{n}" for n in range(9)]
    assert len(door.fetch(urls)) == 3


def test_it_ends_when_the_letter_is_left(server, door):
    asked = iter([True, True, False])
    urls = [f"https://pictures.example:{server[1]}/{n}" for n in range(5)]
    assert len(door.fetch(urls, lambda: next(asked))) == 2


def test_it_takes_no_longer_than_it_may(door, server, monkeypatch):
    monkeypatch.setattr(remote_pictures, "MAX_SECONDS_ALL", 0.0)
    begin = time.monotonic()
    assert door.fetch([f"https://pictures.example:{server[1]}/a"]) == {}
    assert time.monotonic() - begin < 1
