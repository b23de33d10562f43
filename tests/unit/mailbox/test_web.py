"""Requests to the web are protected, bounded in time and size, and go nowhere else."""

from __future__ import annotations

import socket
import threading
import time

import pytest
from fakes.certificates import Authority
from fakes.identity_server import FakeIdentityServer
from fakes.internet import Internet
from fakes.web_server import FakeWebServer

from softanswer.mailbox.errors import CertificateError, ConnectionFailedError, ProtocolError
from softanswer.mailbox.web import WebAnswer, WebRequest, fetch


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def trust(authority):
    return authority.trusting_context()


@pytest.fixture
def web(authority):
    with FakeWebServer(authority.certify().server_context()) as server:
        server.site.pages["localhost/page"] = (200, b"hello", "")
        yield server


def page(web, **parts):
    return WebRequest(f"https://localhost:{web.port}/page", **parts)


def test_a_page_is_read(web, trust):
    assert fetch(page(web), trust) == WebAnswer(200, b"hello")


def test_a_refusal_is_an_answer(web, trust):
    request = WebRequest(f"https://localhost:{web.port}/other")
    assert fetch(request, trust) == WebAnswer(404, b"not here")


@pytest.mark.parametrize("behaviour", ["delay_s", "drip_s"])
def test_a_slow_answer_is_not_waited_for_longer_than_said(web, trust, behaviour):
    """Neither one that does not begin, nor one that comes byte by byte for ever."""
    web.site.pages["localhost/page"] = (200, b"x" * 100, "")
    setattr(web.site, behaviour, 0.1 if behaviour == "drip_s" else 2.0)
    start = time.monotonic()
    with pytest.raises(ConnectionFailedError, match="did not answer in time"):
        fetch(page(web, timeout_s=0.5), trust)
    assert time.monotonic() - start < 1.5


@pytest.mark.parametrize(("size", "fits"), [(1000, True), (1001, False)])
def test_an_answer_larger_than_wanted_is_not_taken(web, trust, size, fits):
    web.site.pages["localhost/page"] = (200, b"x" * size, "")
    if fits:
        assert len(fetch(page(web, limit=1000), trust).body) == 1000
    else:
        with pytest.raises(ProtocolError, match="more than was asked for"):
            fetch(page(web, limit=1000), trust)


def test_a_stranger_is_not_asked(web, trust):
    with pytest.raises(CertificateError, match="could not prove who it is"):
        fetch(page(web))
    request = WebRequest(f"https://127.0.0.1:{web.port}/page")
    with pytest.raises(CertificateError, match=r"another name than 127\.0\.0\.1"):
        fetch(request, trust)
    assert web.site.asked == []


@pytest.mark.parametrize(
    "url",
    ["http://localhost/x", "file:///etc/passwd", "ftp://localhost/x", "data:,x", "https:///x", "x",
     "https://me:secret@localhost/x", "https://[::1/x"],
)  # fmt: skip
def test_an_address_that_is_not_protected_is_not_asked(url, trust):
    with pytest.raises(ConnectionFailedError, match="not protected"):
        fetch(WebRequest(url), trust)


def test_a_form_is_never_sent_on_to_another_address(authority, trust):
    with FakeIdentityServer(authority.certify().server_context()) as identity:
        identity.provider.refusal = (302, {})
        answer = fetch(WebRequest(f"{identity.base}/token", b"a=b", redirects=3), trust)
        assert [path for path, _ in identity.provider.requests] == ["/token"]
        assert answer.status in {302, 501}


def test_nobody_and_unknown_names_are_told(monkeypatch, trust):
    Internet(monkeypatch)
    with pytest.raises(ConnectionFailedError, match="nobody answers there"):
        fetch(WebRequest("https://localhost:1/"), trust)
    with pytest.raises(ConnectionFailedError, match="not known"):
        fetch(WebRequest("https://nowhere.test/"), trust)


@pytest.mark.parametrize("said", [b"", b"hello\r\n", b"\0" * 5000, b"HTTP/1.1 999999 x\r\n\r\n"])
def test_what_is_no_http_is_told(authority, trust, said):
    tls = authority.certify().server_context()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer():
            sock, _ = listener.accept()
            with tls.wrap_socket(sock, server_side=True) as protected:
                protected.recv(1000)
                protected.sendall(said)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises((ProtocolError, ConnectionFailedError)):
            fetch(WebRequest(f"https://localhost:{listener.getsockname()[1]}/"), trust)
        thread.join(5)
