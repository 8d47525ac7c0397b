"""Charts: SVG from the numbers, whatever the names."""

import re
from xml.etree import ElementTree as ET

import pytest

from arsrapport.compose.chapters.chart import WIDTH, Bar, bars

SVG = "{http://www.w3.org/2000/svg}"


def read(*rows):
    return ET.fromstring(bars([Bar(*row) for row in rows], "nn"))  # noqa: S314 - our own bytes


def texts(root):
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def widths(root):
    """Of the bars; the first rectangle is the paper."""
    return [int(element.attrib["width"]) for element in root.iter(f"{SVG}rect")][1:]


def test_each_bar_has_its_name_and_its_number():
    assert texts(read(("Alfa", 7), ("Beta", 0))) == ["Alfa", "7", "Beta", "0"]


def test_the_longest_bar_fills_the_room_and_the_others_are_in_proportion():
    # 640 less 220 for names and 50 for numbers; 370 × 3 / 12 = 92.5.
    assert widths(read(("Alfa", 12), ("Beta", 3), ("Gamma", 0))) == [370, 92, 0]
    assert widths(read(("Alfa", 0))) == [0]


@pytest.mark.parametrize("count", [0, 1, 400])
def test_the_drawing_is_as_high_as_its_bars(count):
    root = read(*(("Alfa", 1),) * count)

    assert root.attrib["viewBox"] == f"0 0 {WIDTH} {26 * count + 8}"
    assert max((int(t.attrib["y"]) for t in root.iter(f"{SVG}text")), default=0) <= 26 * count + 8


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('A & B" onload="x', 'A & B" onload="x'),
        ("]]>&#0;", "]]>&#0;"),
        ("A\0\x01\x1b\x7fB", "A\x7fB"),
        ("A\ufffe\uffff\ud800B", "AB"),
        ("A\n\tB", "A B"),
        ("Å" * 30, "Å" * 30),
        ("Å" * 31, "Å" * 29 + "…"),
        ("Å" * 28 + "  B C", "Å" * 28 + "…"),
        ("\U0001f5fa", "\U0001f5fa"),
    ],
)
def test_a_name_is_text_whatever_it_holds(name, shown):
    assert texts(read((name, 1))) == [shown, "1"]


def test_nothing_is_fetched_and_nothing_runs():
    drawing = bars([Bar("<image href='https://example.org/x.png'/>", 1)], "nn")
    root = ET.fromstring(drawing)  # noqa: S314 - our own bytes

    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "rect", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert [
        name for name in names if name.startswith("on") or "href" in name or name == "style"
    ] == []
    assert re.findall(rb"url\(|@import|<!|<\?", drawing) == []


def test_the_same_numbers_are_the_same_bytes():
    assert bars([Bar("Alfa", 1)], "nn") == bars([Bar("Alfa", 1)], "nn")
