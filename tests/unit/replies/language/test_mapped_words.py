"""Word graphs are read where they lie, and say the same as copies would."""

import struct
from array import array

from dawg_python import wrapper

from softanswer.replies.language.lemmas import keys_of, russian_forms
from softanswer.replies.language.mapped_words import map_words

UNITS = array("I", [0x12345678, 7, 0xFFFFFFFF])
LABELS = bytes(range(1, 7))


def test_units_and_labels_are_those_of_the_file_and_no_copies(tmp_path):
    path = tmp_path / "words.dawg"
    length = struct.pack("=I", len(UNITS))
    path.write_bytes(length + UNITS.tobytes() + length + LABELS)
    map_words()
    dictionary, guide = wrapper.Dictionary(), wrapper.Guide()
    with path.open("rb") as file:
        dictionary.read(file)
        guide.read(file)
        assert file.read() == b""
    assert list(dictionary._units) == list(UNITS)
    assert bytes(guide._units) == LABELS
    assert guide.size() == len(LABELS)
    assert not isinstance(dictionary._units, array)


def test_known_and_unknown_russian_words_have_their_forms():
    assert "~вернуть@past" in keys_of("вернул", "ru")
    assert "~книга" in keys_of("книгами", "ru")
    assert russian_forms("букинист", 3) == ("букинист", "букиниста", "букинисту")
    assert len(keys_of("забукинистили", "ru")) > 1  # guessed by the end of the word
