"""The seller's own dictionary: kept as lines of a file, damaged or not."""

from __future__ import annotations

import pytest

from softanswer.replies.own_words import OWN_WORDS_NAME, OwnWords, sorted_words


def test_words_are_kept_a_line_each_in_order(tmp_path):
    own = OwnWords(tmp_path)
    assert own.load() == ()
    own.add("octavo")
    own.add("ёрш")
    own.add("Foxing")
    own.add("octavo")
    assert own.load() == ("Foxing", "octavo", "ёрш")
    file = tmp_path / OWN_WORDS_NAME
    assert file.read_text("utf-8") == "Foxing\noctavo\nёрш\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_another_program_wrote_is_read(tmp_path):
    (tmp_path / OWN_WORDS_NAME).write_bytes("\ufeff quarto \r\n\r\n\x00bad\r\nfoxing".encode())
    assert OwnWords(tmp_path).load() == ("foxing", "quarto")


def test_what_is_no_text_gives_no_error(tmp_path):
    (tmp_path / OWN_WORDS_NAME).write_bytes(b"foxing\n\xff\xfe\n")
    assert "foxing" in OwnWords(tmp_path).load()


def test_a_folder_that_cannot_be_written_leaves_the_file_as_it_was(tmp_path):
    own = OwnWords(tmp_path)
    own.save(["quarto"])
    (tmp_path / "dictionary.new").mkdir()
    with pytest.raises(IsADirectoryError):
        own.save(["octavo"])
    assert own.load() == ("quarto",)


def test_a_word_has_a_length_that_a_word_can_have():
    assert sorted_words(["a" * 100, "b" * 101]) == ("a" * 100,)
