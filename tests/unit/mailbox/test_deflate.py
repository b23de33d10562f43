"""A compressed line carries the same, bounds what it swells to, and tells what is damaged."""

from __future__ import annotations

import socket
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.deflate import DamagedError, DeflatedLine
from softanswer.mailbox.errors import CompressionError, ConnectionFailedError, ProtocolError
from softanswer.mailbox.wire import Timeouts, Wire

MIB = 1 << 20


@given(st.lists(st.binary(max_size=300)), st.integers(1, 40))
def test_what_one_side_says_the_other_reads_piece_by_piece(said, step):
    here, there = DeflatedLine(), DeflatedLine()
    line = b"".join(here.deflated(one) for one in said)
    read = [there.inflated(line[at : at + step]) for at in range(0, len(line), step)]
    assert b"".join(read) == b"".join(said)


@pytest.mark.parametrize("size", [MIB - 1, MIB, MIB + 1, 3 * MIB + 7, 30 * MIB])
def test_no_more_than_a_mebibyte_comes_at_once_and_nothing_is_left_behind(size):
    here, there = DeflatedLine(), DeflatedLine()
    pieces = [there.inflated(here.deflated(bytes(size)))]
    while there.has_waiting:
        pieces.append(there.inflated())
    assert max(map(len, pieces)) <= MIB
    assert sum(map(len, pieces)) == size


@pytest.mark.parametrize(
    "came",
    [
        pytest.param(b"* OK plain text\r\n", id="plain text"),
        pytest.param(zlib.compress(b"with a header"), id="zlib"),
        pytest.param(b"\x03\x00", id="the end"),
        pytest.param(b"\x00\x00\x00\xff\xff" * (MIB // 4), id="blocks of nothing"),
    ],
)
def test_what_is_no_stream_of_letters_is_told(came):
    line = DeflatedLine()
    pieces = [came[at : at + (1 << 16)] for at in range(0, len(came), 1 << 16)]
    with pytest.raises(DamagedError):
        b"".join(map(line.inflated, pieces))


@pytest.fixture
def ends() -> Iterator[tuple[Wire, socket.socket]]:
    """A wire, and the server's end of it."""
    mine, theirs = socket.socketpair()
    wire = Wire(mine, Endpoint("mail.example", 993, Security.TLS), Timeouts(read_s=2))
    with theirs:
        yield wire, theirs
        wire.close()


def test_what_came_before_the_switch_was_seen_is_read_as_compressed(ends):
    wire, server = ends
    server.sendall(b"1 OK begin\r\n" + DeflatedLine().deflated(b"* 3 EXISTS\r\n"))
    assert wire.readline() == b"1 OK begin\r\n"
    wire.start_deflate()
    assert wire.readline() == b"* 3 EXISTS\r\n"
    wire.send(b"2 NOOP\r\n")
    assert DeflatedLine().inflated(server.recv(100)) == b"2 NOOP\r\n"


def test_a_stream_that_swells_meets_the_bounds_of_a_line(ends):
    wire, server = ends
    wire.start_deflate()
    bomb = DeflatedLine().deflated(b"x" * (200 * MIB))
    assert len(bomb) < MIB
    server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MIB)
    server.sendall(bomb)
    tracemalloc.start()
    with pytest.raises(ProtocolError, match="endless line"):
        wire.readline(limit=8 * MIB)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 32 * MIB
    assert wire.received < 12 * MIB


def test_damage_is_told_as_what_it_is(ends):
    wire, server = ends
    wire.start_deflate()
    server.sendall(b"* OK plain text\r\n")
    with pytest.raises(CompressionError, match=r"mail\.example"):
        wire.readline()


def test_a_cut_stream_is_a_lost_connection(ends):
    wire, server = ends
    wire.start_deflate()
    said = DeflatedLine().deflated(b"* 1 FETCH (UID 1)\r\n" * 50)
    server.sendall(said[: len(said) // 2])
    server.close()
    with pytest.raises(ConnectionFailedError):
        wire.read(len(said) * 50)
