"""What photos tell beside what they show is taken out; the picture stays, pixel for pixel."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from softanswer.mailbox.enclosure import PhotoData
from softanswer.mailbox.photo_data import without_photo_data

PLACE = b"GPS 55.7558 N 37.6173 E, camera 4711"


def drawn(kind: str) -> bytes:
    image = QImage(40, 24, QImage.Format.Format_RGB32)
    for x in range(40):
        for y in range(24):
            image.setPixel(x, y, 0xFF000000 | x * 6 << 16 | y * 10 << 8 | (x * y) % 256)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 90)
    return bytes(content.data())


def shown(content: bytes, *, turned: bool = False) -> QImage:
    buffer = QBuffer()
    buffer.setData(content)
    reader = QImageReader(buffer)
    reader.setAutoTransform(turned)
    image = reader.read()
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def tiff(turn: int, order: str = ">") -> bytes:
    head = (b"MM" if order == ">" else b"II") + struct.pack(f"{order}HI", 42, 8)
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turn, 0)
    entries += struct.pack(f"{order}HHII", 0x8825, 4, 1, 38)
    return head + struct.pack(f"{order}H", 2) + entries + struct.pack(f"{order}I", 0) + PLACE


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(*segments: bytes, behind: bytes = b"") -> bytes:
    plain = drawn("JPG")
    return plain[:2] + b"".join(segments) + plain[2:] + behind


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes, behind: bytes = b"") -> bytes:
    plain = drawn("PNG")
    begin = 8 + 25  # signature and IHDR
    return plain[:begin] + b"".join(chunks) + plain[begin:] + behind


EXIF = segment(0xE1, b"Exif\x00\x00" + tiff(1))
XMP = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x>" + PLACE)
IPTC = segment(0xED, b"Photoshop 3.0\x00" + PLACE)
MORE = segment(0xE2, b"MPF\x00" + PLACE)
SECOND = b"\xff\xd8" + EXIF + b"\xff\xd9"  # as telephones put behind the first picture


@pytest.mark.parametrize(
    "content",
    [
        jpeg(EXIF),
        jpeg(EXIF, XMP),
        jpeg(IPTC, EXIF),
        jpeg(MORE, behind=SECOND),
        jpeg(segment(0xFE, PLACE)),
        jpeg(b"\xff\xff", behind=PLACE).replace(b"\xff\xd8\xff\xff", b"\xff\xd8\xff", 1),
        png(chunk(b"eXIf", tiff(1))),
        png(chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00<x>" + PLACE)),
        png(chunk(b"tEXt", b"Raw profile type exif\x00" + PLACE.hex().encode()), behind=PLACE),
    ],
    ids=lambda content: f"{len(content)} bytes",
)
def test_places_are_taken_out_and_the_picture_is_the_same(content):
    cleaned, what = without_photo_data(content)
    assert what is PhotoData.TAKEN_OUT
    assert PLACE not in cleaned
    assert PLACE.hex().encode() not in cleaned
    assert shown(cleaned) == shown(content)
    assert without_photo_data(cleaned) == (cleaned, PhotoData.NOTHING)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turn", [3, 6, 8])
def test_a_photo_still_stands_upright(turn, order):
    content = jpeg(segment(0xE1, b"Exif\x00\x00" + tiff(turn, order)), XMP)
    cleaned, _ = without_photo_data(content)
    assert PLACE not in cleaned
    assert shown(cleaned, turned=True) == shown(content, turned=True)
    assert shown(cleaned, turned=True) != shown(cleaned)
    assert without_photo_data(cleaned)[0] == cleaned


@pytest.mark.parametrize("kind", ["JPG", "PNG"])
def test_a_picture_that_tells_nothing_is_not_changed(kind):
    plain = drawn(kind)
    assert without_photo_data(plain) == (plain, PhotoData.NOTHING)


def test_a_webp_loses_its_chunks_and_the_flags_that_announce_them():
    size = struct.pack("<I", 10)
    header = b"VP8X" + size + bytes([0x08 | 0x04 | 0x10]) + bytes(9)
    picture = b"VP8L" + struct.pack("<I", 6) + b"pixels"
    exif = b"EXIF" + struct.pack("<I", len(PLACE)) + PLACE
    body = b"WEBP" + header + picture + exif
    cleaned, what = without_photo_data(b"RIFF" + struct.pack("<I", len(body)) + body)
    assert what is PhotoData.TAKEN_OUT
    kept = b"WEBP" + b"VP8X" + size + bytes([0x10]) + bytes(9) + picture
    assert cleaned == b"RIFF" + struct.pack("<I", len(kept)) + kept


@pytest.mark.parametrize(
    "content",
    [b"\x00\x00\x00\x18ftypheic" + PLACE, b"II*\x00" + PLACE, jpeg(EXIF)[:400], png()[:60]],
    ids=["heic", "tiff", "cut jpeg", "cut png"],
)
def test_what_can_not_be_cleaned_is_left_as_it_is_and_said(content):
    assert without_photo_data(content) == (content, PhotoData.PERHAPS)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"hello", b"\xff\xd8", b"RIFF....WEBP"])
def test_other_files_and_stumps_are_never_changed(content):
    assert without_photo_data(content)[0] == content
