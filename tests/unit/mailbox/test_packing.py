"""Raw letters are kept smaller, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.packing import pack, unpack


@given(st.binary(max_size=5_000))
def test_every_letter_comes_back_as_it_was(raw):
    kept, is_packed = pack(raw)
    assert len(kept) <= len(raw)
    assert unpack(kept, is_packed=is_packed) == raw


def test_text_is_packed_and_noise_is_left_alone():
    assert len(pack(b"Where is my book? " * 100)[0]) < 200
    assert pack(b"\x93\x01\xfe") == (b"\x93\x01\xfe", False)


@pytest.mark.parametrize("kept", [b"", b"no frame", pack(b"a" * 1000)[0][:-3]])
def test_damage_is_told(kept):
    with pytest.raises(ValueError, match=r"."):
        unpack(kept, is_packed=True)
