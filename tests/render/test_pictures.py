"""Which pictures can be set, judged by their bytes."""

import base64
import struct

import pytest

from arsrapport.render.pictures import picture_kind
from pdf_samples import SVG, png

SPACE = b'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str) -> bytes:
    return b"<svg " + SPACE + b">" + inside.encode() + b"</svg>"


def jpeg(height: int, width: int) -> bytes:
    comment = b"\xff\xfe\x00\x06\xff\xc0ab"
    size = b"\xff\xc2\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + b"\xff\xe0\x00\x04ab" + comment + size + b"\xff\xd9"


def test_the_kind_of_a_picture_is_seen_in_its_bytes():
    assert picture_kind(png(3, 2)) == "png"
    assert picture_kind(jpeg(2, 3)) == "jpg"
    assert picture_kind(SVG) == "svg"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"RIFF....WEBP",
        b"%PDF-1.7",
        b"<html/>",
        b"<svg",
        b"\x1f\x8b\x08",
        b"\xff\xd8\xff",
    ],
)
def test_nothing_else_is_a_picture(data):
    assert picture_kind(data) is None


def test_a_picture_that_unpacks_to_too_many_pixels_is_refused():
    start = png(1, 1)[:16]

    assert picture_kind(start + struct.pack(">II", 8000, 5000)) == "png"
    assert picture_kind(start + struct.pack(">II", 8000, 5001)) is None
    assert picture_kind(start + struct.pack(">II", 0, 5)) is None
    assert picture_kind(jpeg(8000, 5000)) == "jpg"
    assert picture_kind(jpeg(8000, 5001)) is None


def test_a_jpeg_without_a_size_is_refused_and_read_to_its_end_once():
    endless = b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000

    assert picture_kind(endless) is None
    assert picture_kind(b"\xff\xd8\xff\xe0\x00\x00" * 3) is None


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/>',
        '<a href="https://example.org/"><rect/></a>',
        f'<image href="data:image/png;base64,{base64.b64encode(png(2, 2)).decode()}"/>',
        "<text>Tekst &amp; meir</text>",
    ],
)
def test_a_drawing_that_holds_all_it_needs_is_fit(inside):
    assert picture_kind(svg(inside)) == "svg"


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="https://example.org/a.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="../hemmeleg.png"/>',
        '<use href="annan.svg#a"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<image href="data:image/png;base64,å"/>',
        '<filter id="f"/>',
    ],
)
def test_a_drawing_that_reaches_out_or_is_filtered_is_refused(inside):
    assert picture_kind(svg(inside)) is None


def test_a_picture_inside_a_drawing_is_judged_too():
    bomb = png(1, 1)[:16] + struct.pack(">II", 50_000, 50_000)

    inside = f'<image href="data:image/png;base64,{base64.b64encode(bomb).decode()}"/>'

    assert picture_kind(svg(inside)) is None


def test_a_drawing_that_declares_entities_is_refused():
    declared = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("&b;")

    assert picture_kind(declared) is None
    assert picture_kind(b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">' + SVG) == "svg"


@pytest.mark.parametrize("encoding", ["utf-7", "shift_jis", "no-such-encoding", "rot13", "base64"])
def test_a_drawing_in_an_odd_encoding_is_refused_and_no_bug(encoding):
    drawing = (
        f'<?xml version="1.0" encoding="{encoding}"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    )

    assert picture_kind(drawing.encode()) is None
