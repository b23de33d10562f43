"""Bytes become text: the declared charset first, a good guess where it lies or is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.charset import decode, is_charset

RUSSIAN = [
    "Здравствуйте, где мой заказ?",
    "Книга не пришла.",
    "Верните деньги!",
    "Да",
    "Жду.",
    "ЭТО БЕЗОБРАЗИЕ!!! ВЕРНИТЕ ДЕНЬГИ",
    "Заказ 112-1234567-1234567 не получен, жду ответа.",
    "Ё-моё, всё ещё жду.",
    "Прошу вернуть деньги за заказ N 15",
    "Юлия Щукина",
]


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r"])
@pytest.mark.parametrize("text", RUSSIAN)
def test_short_russian_without_a_charset_is_read(text, codec):
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Дякую за книжку, її отримано", "koi8_u"),
        ("Größe falsch, enttäuscht", "cp1252"),
        ("Où est mon livre abîmé ? Déçu", "cp1252"),
        ("à bientôt", "cp1252"),
        ("It’s “bad” – refund", "cp1252"),
        ("prix 10 €", "cp1252"),
        ("Müller", "latin_1"),
        ("Książka nie dotarła, zwrot pieniędzy", "cp1250"),
        ("Kniha nepřišla, žádám vrácení peněz", "cp1250"),
        ("Το βιβλίο δεν ήρθε", "cp1253"),
        ("שלום רב, אני מאוד מאוכזב מהשירות", "cp1255"),
        ("本が届きません", "shift_jis"),
        ("我的书还没有到", "gb18030"),
        ("訂單尚未收到", "big5"),
        ("책이 도착하지 않았습니다", "euc_kr"),
        ("注文が届きません", "iso2022_jp"),
    ],
)
def test_other_languages_without_a_charset_are_read(text, codec):
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("KOI8-R", "koi8_r", "Книга"),
        ("win-1251", "cp1251", "Книга"),
        ('"windows-1251"', "cp1251", "Книга"),
        ("windows-1251 (Cyrillic)", "cp1251", "Книга"),
        ("cp-850", "cp850", "Größe"),
        ("iso-8859-1", "cp1252", "“5 €”"),
        ("ISO_8859-1:1987", "latin_1", "Größe"),
        ("iso-8859-8-i", "iso8859_8", "שלום"),
        ("ks_c_5601-1987", "cp949", "책이 뷁"),
        ("big5_tw", "big5", "訂單"),
        ("x-sjis", "cp932", "①本"),
        ("gb2312", "gb18030", "镕书"),
        ("utf8", "utf_8", "Größe"),
        ("utf-16", "utf_16", "Größe"),
        ("utf-7", "utf_7", "Größe + more"),
        ("hz-gb-2312", "hz", "我的书"),
        ("iso-2022-jp", "iso2022_jp", "本が"),
    ],
)
def test_the_labels_of_mail_are_known(label, codec, text):
    assert is_charset(label)
    assert decode(text.encode(codec), label) == text


@pytest.mark.parametrize(
    "label",
    ["rot13", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "zlib",
     "hex", "base64", "mbcs", "cp037", "utf-8-sig\0", "../../etc", "x-user-defined", "?", "é", ""],
)  # fmt: skip
def test_a_label_that_is_no_charset_of_mail_counts_for_nothing(label):
    assert not is_charset(label)
    assert decode(b"Refund \\u0041 please", label) == "Refund \\u0041 please"
    assert decode("Größe".encode(), label) == "Größe"


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        ("Grüße".encode(), "us-ascii", "Grüße"),
        ("Grüße".encode(), "iso-8859-1", "Grüße"),
        ("Где книга?".encode(), "koi8-r", "Где книга?"),
        ("Где книга?".encode("cp1251"), "utf-8", "Где книга?"),
        ("Где книга?".encode("cp1251"), "us-ascii", "Где книга?"),
        (b"Price 5 \xa3", "utf-16", "Price 5 £"),
        (b"+ADw-script+AD4-", "utf-7", "+ADw-script+AD4-"),
        ("Grüße".encode("utf_8_sig"), "koi8-r", "Grüße"),
        ("本が".encode("utf_16"), None, "本が"),
    ],
)
def test_a_declaration_that_lies_is_not_believed(data, label, text):
    assert decode(data, label) == text


def test_one_broken_character_does_not_change_the_charset():
    broken = ("Заказ не пришёл, жду ответа. " * 3).encode()[:-3] + b"\xd0 END"
    assert decode(broken, "utf-8").startswith("Заказ не пришёл, жду ответа. ")
    assert decode(broken, "utf-8").endswith("� END")


LABELS = st.sampled_from(
    [None, "utf-8", "koi8-r", "big5", "utf-16", "utf-7", "hz", "iso-2022-kr", "rot13", "euc-kr"]
)


@given(st.binary(max_size=300), LABELS | st.text(max_size=20))
def test_any_bytes_under_any_label_give_clean_text(data, label):
    text = decode(data, label)
    text.encode("utf-8")  # raises on a lone surrogate


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80), LABELS)
def test_ascii_stays_what_it_was(text, label):
    if label not in {"utf-7", "hz", "utf-16"}:
        assert decode(text.encode("ascii"), label) == text
    assert decode(text.replace("~", "").replace("+", "").encode("ascii"), label) == (
        text.replace("~", "").replace("+", "")
    )
