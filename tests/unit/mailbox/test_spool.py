"""The spool gives letters back as they came, and gives room back when they are read."""

from __future__ import annotations

import threading

import pytest

from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.spool import SPOOL_NAME, Spool, SpoolPlace

LETTERS = [b"one", b"", b"three\r\n" * 1000]


@pytest.fixture
def spool(tmp_path) -> Spool:
    return Spool(tmp_path)


def add(spool: Spool, letters: list[bytes]) -> tuple[SpoolPlace, ...]:
    with spool.adding(letters) as places:
        return places


def files(spool: Spool) -> set[str]:
    return {path.name for path in spool.folder.iterdir()}


def test_letters_come_back_as_they_came(spool, tmp_path):
    first, second = add(spool, LETTERS), add(spool, [b"again"])
    elsewhere = Spool(tmp_path)  # the process that reads
    assert [elsewhere.read(place) for place in (*first, *second)] == [*LETTERS, b"again"]


def test_nobody_else_may_read_them(spool):
    [place] = add(spool, [b"secret"])
    assert spool.folder.stat().st_mode & 0o077 == 0
    assert (spool.folder / f"{place.file:06}").stat().st_mode & 0o077 == 0


def test_what_is_not_there_as_it_was_written_is_none(spool):
    [place] = add(spool, [b"a letter"])
    (spool.folder / f"{place.file:06}").write_bytes(b"a let")
    assert spool.read(place) is None
    assert spool.read(SpoolPlace(99, 0, 5)) is None


def test_a_large_file_is_followed_by_another(spool, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.spool._FILE_BYTES", 10)
    numbers = [add(spool, [b"x" * 11])[0].file for _ in range(3)]
    assert len(set(numbers)) == 3
    spool.tidy(lambda: {numbers[1]})
    assert files(spool) == {f"{numbers[1]:06}"}


def test_it_goes_on_after_everything_was_read(spool):
    add(spool, LETTERS)
    spool.tidy(frozenset)
    assert files(spool) == set()
    [place] = add(spool, [b"new"])
    assert spool.read(place) == b"new"


def test_a_new_start_writes_over_nothing(spool, tmp_path):
    [old] = add(spool, [b"old"])
    [new] = add(Spool(tmp_path), [b"new"])
    assert (spool.read(old), spool.read(new)) == (b"old", b"new")


def test_what_is_not_noted_yet_is_not_tidied_away(spool):
    noted: set[int] = set()
    with spool.adding([b"a letter"]) as [place]:
        tidying = threading.Thread(target=spool.tidy, args=(lambda: noted,))
        tidying.start()
        tidying.join(0.1)
        assert tidying.is_alive()  # it waits for the block to end
        noted.add(place.file)
    tidying.join()
    assert spool.read(place) == b"a letter"


def test_a_disk_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / SPOOL_NAME).write_text("a file in the way")
    with pytest.raises(StoreError, match=SPOOL_NAME):
        add(Spool(tmp_path), [b"x"])
