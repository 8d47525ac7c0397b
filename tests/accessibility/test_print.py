"""An HTML page on paper: where the browser ends its pages. Its PDF is tagged, and so can be read."""

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

import pdf_reading

HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}


def pieces(data: bytes) -> list[tuple[bool, int]]:
    """The pieces of text in a PDF, in reading order: whether in a heading, and on which page."""

    def read(node: Any, page: Any, *, headed: bool) -> Iterator[tuple[bool, int, int]]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from read(child, page, headed=headed)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.get("/Pg", page)
            if "/S" in node:
                is_heading = str(node.S).lstrip("/") in HEADINGS
                yield from read(node.get("/K"), page, headed=headed or is_heading)
            elif "/MCID" in node:
                yield headed, numbers[page.objgen], int(node.MCID)
        elif node is not None:
            yield headed, numbers[page.objgen], int(node)

    # Chromium marks where a heading would have stood, too, with nothing in it.
    seen = {(run.page, run.mcid) for run in pdf_reading.read_pdf(data).runs if run.text.strip()}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        found = list(read(pdf.Root.StructTreeRoot.K, None, headed=False))
    return [(headed, page) for headed, page, mark in found if (page, mark) in seen]


def torn(found: list[tuple[bool, int]]) -> list[int]:
    """The pages at whose foot a heading is torn from its second line, or from what it is above."""
    return [
        page for (headed, page), (_, following) in pairwise(found) if headed and following != page
    ]


@pytest.mark.parametrize("name", ["2017", "2018", "minutes", "nn", "hav", "internal"])
def test_no_heading_stands_at_the_foot_of_a_page(browser, documents, name):
    browser.open(documents[name].html)

    found = pieces(browser.printed())
    assert sum(headed for headed, _ in found) > 5
    assert torn(found) == []


def test_a_heading_at_the_foot_of_a_page_is_found(browser, documents):
    browser.open(documents["minutes"].html)
    browser.run("document.querySelector('h2').nextElementSibling.style.breakBefore = 'page'")

    assert torn(pieces(browser.printed())) == [1]


def test_the_first_page_of_minutes_has_their_heading_and_who_was_there(browser, documents):
    browser.open(documents["minutes"].html)

    first = pdf_reading.read_pdf(browser.printed()).page_text(1)
    assert "Møteleiar" in first
