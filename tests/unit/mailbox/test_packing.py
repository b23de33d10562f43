"""Raw letters are kept smaller, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.packing import (
    dictionary_id,
    named_dictionary,
    pack,
    pack_text,
    train,
    unpack,
    unpack_text,
)

LETTERS = [
    f"Received: from mail.example (mail.example [10.0.0.{n}]) by shop.example\r\nFrom: Buyer {n} "
    f"<{n}@buyer.example>\r\nSubject: Order {n * 7919}\r\n\r\nWhere is my book number {n}?\r\n"
    f"It was to come on {n % 28 + 1} May, and {n * 31 % 97} days have gone by.\r\n".encode()
    for n in range(400)
]
DICTIONARY = train(LETTERS)


@given(st.binary(max_size=5_000), st.sampled_from([b"", DICTIONARY]))
def test_every_letter_comes_back_as_it_was(raw, dictionary):
    kept, is_packed = pack(raw, dictionary)
    assert len(kept) <= len(raw)
    assert (unpack(kept, dictionary) if is_packed else kept) == raw


@given(st.text(max_size=2_000))
def test_every_text_comes_back_as_it_was(text):
    assert unpack_text(pack_text(text)) == text


def test_text_is_packed_and_noise_is_left_alone():
    assert len(pack(b"Where is my book? " * 100)[0]) < 200
    assert pack(b"\x93\x01\xfe") == (b"\x93\x01\xfe", False)
    assert len(pack_text("Where is my book? " * 100)) < 200
    assert pack_text("Where is my book?") == "Where is my book?"


def test_what_letters_have_in_common_is_kept_once():
    letter = LETTERS[0].replace(b"number 0", b"number 9999")
    assert len(pack(letter, DICTIONARY)[0]) < len(pack(letter)[0]) * 0.6


def test_a_letter_names_the_dictionary_that_it_needs():
    with_one, without = pack(LETTERS[0], DICTIONARY)[0], pack(LETTERS[0] * 9)[0]
    assert named_dictionary(with_one) == dictionary_id(DICTIONARY) > 0
    assert named_dictionary(without) == 0
    with pytest.raises(ValueError, match=r"."):
        unpack(with_one)


@pytest.mark.parametrize("letters", [[], [b"a"], [b""] * 10])
def test_nothing_is_learned_from_too_little(letters):
    assert train(letters) == b""


@pytest.mark.parametrize("kept", [b"", b"no frame", pack(b"a" * 1000)[0][:-3]])
def test_damage_is_told(kept):
    with pytest.raises(ValueError, match=r"."):
        unpack(kept)


@pytest.mark.parametrize("kept", [b"", b"no frame"])
def test_what_is_no_letter_names_no_dictionary(kept):
    with pytest.raises(ValueError, match=r"."):
        named_dictionary(kept)
