"""The bytes of mail as text: the declared charset where it is honest, a good guess where not."""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_ESCAPED: Final = frozenset({"iso2022_jp_2", "iso2022_kr", "hz"})  # text under 7-bit escapes
_WIDE: Final = frozenset({"utf_16", "utf_16_le", "utf_16_be", "utf_32"})
_LEAST_BOM: Final = b"\xef"
_NOT_ASCII: Final = _ESCAPED | _WIDE | {"utf_7"}  # bytes below 0x80 may mean something else
_WESTERN: Final = frozenset({"ascii", "cp1252", "iso8859_15"})
_BOMS: Final = ((codecs.BOM_UTF8, "utf_8"), (codecs.BOM_UTF32_LE, "utf_32"),
                (codecs.BOM_UTF16_LE, "utf_16"), (codecs.BOM_UTF16_BE, "utf_16"))  # fmt: skip

# Codec, and the labels that mean it, without punctuation and in lower case. A label of a subset
# is read by its superset, as browsers do (WHATWG Encoding Standard). Only charsets of mail stand
# here: every one leaves ASCII alone, and none is one of Python's text transforms.
_LABELS: Final = """
    ascii         usascii ascii ansix341968 iso646us us
    utf_8         utf8 utf8mb4 unicode11utf8 xunicode20utf8 cp65001
    utf_7         utf7 unicode11utf7 xunicode20utf7
    utf_16        utf16 ucs2 iso10646ucs2 unicode
    utf_16_le     utf16le
    utf_16_be     utf16be
    utf_32        utf32 ucs4
    cp1252        iso88591 latin1 l1 isolatin1 88591 windows1252 cp1252 win1252 xcp1252 ansi
    cp1250        windows1250 cp1250 win1250 xcp1250
    cp1251        windows1251 cp1251 win1251 xcp1251 win ansi1251
    cp1253        windows1253 cp1253 win1253
    cp1254        windows1254 cp1254 win1254 iso88599 latin5 l5
    cp1255        windows1255 cp1255 win1255
    cp1256        windows1256 cp1256 win1256
    cp1257        windows1257 cp1257 win1257
    cp1258        windows1258 cp1258 win1258
    iso8859_2     iso88592 latin2 l2 88592
    iso8859_3     iso88593 latin3
    iso8859_4     iso88594 latin4
    iso8859_5     iso88595 cyrillic 88595
    iso8859_6     iso88596 iso88596i iso88596e arabic
    iso8859_7     iso88597 greek
    iso8859_8     iso88598 iso88598i iso88598e logical hebrew
    iso8859_10    iso885910 latin6
    iso8859_13    iso885913 latin7
    iso8859_14    iso885914 latin8
    iso8859_15    iso885915 latin9 latin0 885915
    iso8859_16    iso885916 latin10
    cp874         iso885911 tis620 windows874 cp874 xwindows874
    koi8_r        koi8r koi koi8 cskoi8r
    koi8_u        koi8u koi8ru
    cp866         cp866 ibm866 866 dos866
    cp437         cp437 ibm437
    cp850         cp850 ibm850
    cp852         cp852 ibm852
    cp855         cp855 ibm855
    cp858         cp858 ibm858 ibm00858
    mac_roman     macintosh macroman xmacroman
    mac_cyrillic  maccyrillic xmaccyrillic
    cp932         shiftjis sjis xsjis mskanji windows31j cp932 xmscp932
    euc_jp        eucjp xeucjp ujis
    iso2022_jp_2  iso2022jp iso2022jp1 iso2022jp2 csiso2022jp
    cp949         euckr xeuckr ksc56011987 ksc56011989 ksc5601 ksx1001 windows949 cp949 uhc korean
    iso2022_kr    iso2022kr
    gb18030       gb18030 gbk gb2312 xgbk cp936 ms936 windows936 eucgb eucn euccn gb231280 chinese
    hz            hzgb2312 hz
    big5hkscs     big5 big5tw big5hkscs xxbig5 xbig5 cnbig5 cp950 windows950
"""


def _codec_table() -> Mapping[str, str]:
    rows = (line.split() for line in _LABELS.strip().splitlines())
    return MappingProxyType({label: codec for codec, *labels in rows for label in labels})


_CODECS: Final = _codec_table()

# Cyrillic letters in 1,000 of running Russian text; the last five, of Ukrainian and Belarusian.
_LETTERS: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё" + "іїєґў"
_SHARES: Final = (109, 85, 80, 73, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16,
                  16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 0.4, 4, 40, 9, 7, 1, 5)  # fmt: skip
_WEIGHT: Final = {c: math.log(n / 1000) for c, n in zip(_LETTERS, _SHARES, strict=True)}
_FOREIGN_WEIGHT: Final = -9.0
_MIXED_CASE_COST: Final = 2.0
_CAPITALS_COST: Final = 0.25
_STRAY_COST: Final = 6.0
_CYRILLIC_ENOUGH: Final = -3.5  # Russian words score -2.6 to -3.4, Greek and Hebrew ones less
_CYRILLIC_WORD: Final = -4.5  # for a text whose only word has none but foreign letters
_SHORT_WORD: Final = range(2, 6)  # bytes
_CYRILLIC_CODECS: Final = ("cp1251", "koi8_r", "koi8_u")
_RARE_CYRILLIC_CODECS: Final = ("cp866", "iso8859_5")
_CYRILLIC_MARKS: Final = frozenset("«»„“”’–—…№•°\xa0")
_WORD: Final = re.compile(r"[^\W\d_]+")
_GLUED: Final = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")

_GUESSABLE: Final = (
    "cp1251 koi8-r koi8-u iso8859-5 cp1250 iso8859-2 cp1252 iso8859-15 cp1253 iso8859-7 "
    "cp1254 cp1255 cp1256 cp1257 cp1258 cp874 big5 gb18030 euc-jp cp932 cp949"
).split()
_CYRILLIC_GUESSES: Final = frozenset({"cp1251", "koi8-r", "koi8-u", "iso8859-5"})
_LATIN_GUESSES: Final = frozenset({"cp1250", "iso8859-2", "iso8859-15", "cp1254", "cp1257"})
_LATIN_ENOUGH: Final = 0.055  # chardet 7.7 gives Polish or Czech sentences 0.06 and more
_SAMPLE_BYTES: Final = 16_384
_FEW_BYTES: Final = 3  # fewer bytes beyond ASCII prove nothing but Western punctuation
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")

_NEARLY_RIGHT: Final = 0.02  # this share of broken characters still means that charset
_UTF8_PAIR: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_PAIRS_OF_A_LIE: Final = 3
_UTF7_RUN: Final = re.compile(r"\+[A-Za-z0-9+/]*-?")
_WIDE_ASCII_SHARE: Final = 0.8  # wide text has half of that, or NUL bytes


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`: by its declared charset, else UTF-8, else a guess, else windows-1252.

    Never raises. Labels that are no charset of mail count as missing; the result has no byte
    order mark and no lone surrogate, and ASCII stays what it was.
    """
    codec = _codec((declared or "")[:80])
    if data.isascii() and codec not in _NOT_ASCII:
        escaped = _strict(data, "iso2022_jp_2") if b"\x1b$" in data else None
        return data.decode("ascii") if escaped is None else escaped
    for mark, marked in _BOMS if data[:1] >= _LEAST_BOM else ():
        if data.startswith(mark):
            return data.decode(marked, "replace").removeprefix("\ufeff")
    text = _as_declared(data, codec) if codec else None
    if text is None:
        text = _strict(data, "utf_8")
    return _guessed(data) if text is None else text


def is_charset(label: str) -> bool:
    """Tell whether mail uses this label for a charset."""
    return _codec(label[:80]) is not None


@lru_cache(maxsize=128)
def _codec(label: str) -> str | None:
    words = label.strip(" \"'").lower().split(maxsplit=1)
    bare = re.sub(r":\d{4}$", "", words[0]) if words else ""
    return _CODECS.get(re.sub("[^a-z0-9]", "", bare))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except ValueError:
        return None


def _as_declared(data: bytes, codec: str) -> str | None:
    """The text by the declared codec, or None where the declaration cannot be right."""
    if codec == "utf_8" and (text := _strict(data, codec)) is not None:
        return text
    if codec == "utf_7":
        return _utf7(data)
    if codec in _WIDE and b"\0" not in data and _ascii_share(data) >= _WIDE_ASCII_SHARE:
        return None
    if _is_rather_utf8(data, codec):
        return data.decode("utf_8")
    text = _strict(data, codec)
    if text is not None or codec == "ascii":
        return text
    text = data.decode(codec, "replace")
    high = len(text) - len(text.encode("ascii", "ignore"))
    return text if text.count("\ufffd") <= 1 + _NEARLY_RIGHT * high and high > 1 else None


def _is_rather_utf8(data: bytes, codec: str) -> bool:
    """A declaration of one-byte letters over text that can only be UTF-8."""
    if codec in _ESCAPED | _WIDE or _strict(data, "utf_8") is None:
        return False
    return codec in _WESTERN or len(_UTF8_PAIR.findall(data)) >= _PAIRS_OF_A_LIE


def _utf7(data: bytes) -> str | None:
    """RFC 2152 text, unless its escapes hide ASCII characters."""
    text = _strict(data, "utf_7")
    if text is None or any("\ud800" <= c <= "\udfff" for c in text):
        return None
    plain = _UTF7_RUN.sub("", data.decode("ascii", "ignore").replace("+-", ""))
    shown = "".join(c for c in text if c.isascii() and c != "+")
    return text if shown == plain else None


def _ascii_share(data: bytes) -> float:
    return len(data.decode("ascii", "ignore")) / max(len(data), 1)


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE_BYTES]
    codec = _cyrillic_codec(sample) or _detected_codec(sample)
    return data.decode(codec, "replace")


def _cyrillic_codec(sample: bytes) -> str | None:
    """The Cyrillic charset by which the words read most like Russian, None where none does."""
    if _GLUED.search(sample):
        return None
    codecs_to_try = _CYRILLIC_CODECS + (() if _is_scant(sample) else _RARE_CYRILLIC_CODECS)
    readings = [(codec, _strict(sample, codec)) for codec in codecs_to_try]
    scores = [(_cyrillic_score(text), codec) for codec, text in readings if text is not None]
    if not scores:
        return None
    best = max(score for score, _ in scores)
    if best < (_CYRILLIC_WORD if _is_one_short_word(sample) else _CYRILLIC_ENOUGH):
        return None
    return next(codec for score, codec in scores if score == best)


def _cyrillic_score(text: str) -> float:
    """The mean log share of the letters, less what their case and stray signs cost."""
    total, count = 0.0, 0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        total += sum(_WEIGHT.get(c, _FOREIGN_WEIGHT) for c in word.lower())
        count += len(word)
        if word.isupper():
            total -= _CAPITALS_COST * len(word)
        elif not word[1:].islower():
            total -= _MIXED_CASE_COST * len(word)
    if not count:
        return -math.inf
    strays = sum(not (c.isascii() or c.isalpha() or c in _CYRILLIC_MARKS) for c in text)
    return (total - _STRAY_COST * strays) / (count + strays)


def _is_one_short_word(sample: bytes) -> bool:
    runs = _HIGH_RUN.findall(sample)
    return len(runs) == 1 and len(runs[0]) in _SHORT_WORD


def _is_scant(sample: bytes) -> bool:
    return sum(map(len, _HIGH_RUN.findall(sample))) < _FEW_BYTES


def _detected_codec(sample: bytes) -> str:
    if _is_scant(sample):
        return "cp1252"
    import chardet  # here: 70 ms that honest mail never pays

    found = chardet.detect(sample, compat_names=False, include_encodings=_GUESSABLE)
    codec = str(found["encoding"] or "cp1252")
    is_doubtful_latin = codec in _LATIN_GUESSES and found["confidence"] < _LATIN_ENOUGH
    is_latin_word = codec in _CYRILLIC_GUESSES and _GLUED.search(sample) is not None
    return "cp1252" if is_doubtful_latin or is_latin_word else codec
