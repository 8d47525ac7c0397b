"""What a screen reader says for the links of a finished PDF."""

import io

import pikepdf
import pytest

from arsrapport.document.nodes import Cell, Figure, Footnote, Link, Reference, Table
from pdf_samples import NOTE, SEATS, cells, data, minutes, paragraph, text

VATN = "https://example.org/vatn"


def said(*inlines, blocks=(), **fields) -> list[tuple[str, str]]:
    """Of every link, what is said for it and the address that it leads out to, in order."""
    with pikepdf.open(io.BytesIO(data(minutes(paragraph(*inlines), *blocks, **fields)))) as pdf:
        return [
            (str(link.Contents), str(link.A.URI) if "/A" in link else "")
            for page in pdf.pages
            for link in page.get("/Annots", ())
        ]


def test_the_words_of_a_link_are_said_and_not_its_address():
    links = (Link(VATN, text("vatn")), " og ", Link(VATN, text("ei side")))

    assert said(*links) == [("vatn", VATN), ("ei side", VATN)]


def test_a_link_that_is_broken_over_pages_says_the_same_on_both():
    link = Link(VATN, text("vatn " * 700))

    found = said(link)

    assert len(found) > 1
    assert {(words[:9], address) for words, address in found} == {("vatn vatn", VATN)}


def test_links_in_notes_and_tables_are_found_too():
    note = Footnote((paragraph(Link("https://a.no/", text("ei note"))),), "1", "n")
    cell = Cell((Link("https://b.no/", text("ei celle")),))
    table = Table(cells("A"), ((cell,),), ("left",))

    assert set(said("sjå", note, blocks=(table,))) >= {
        ("ei note", "https://a.no/"),
        ("ei celle", "https://b.no/"),
    }


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("nn", ("Fotnote", "Tilbake til teksten"), ["Fotnote 1", "Tilbake til teksten, 1"]),
        ("en", ("Footnote", "Back to the text"), ["Footnote 1", "Back to the text, 1"]),
    ],
)
def test_a_footnote_is_called_so_in_the_language_of_the_document(language, words, expected):
    known = {"contents": "x", "draft": "x", "imprint": "x"}
    all_words = known | dict(zip(("footnote", "back_to_text"), words, strict=True))

    found = said("Tal", NOTE, language=language, words=tuple(all_words.items()))

    assert [name for name, _ in found] == expected


def test_a_table_and_a_figure_are_called_by_their_labels():
    figure = Figure(
        "meetings/rad/2021/graf.svg", "x", text("Vatn"), label="Figur 1.1", id="figure-lakes"
    )
    references = (
        Reference("table:seats", text("tabellen"), id="table-seats"),
        Reference("figure:lakes", text("figuren"), id="figure-lakes"),
    )

    found = said(*references, blocks=(SEATS, figure))

    assert [name for name, _ in found] == ["Tabell 1.1, side 1", "Figur 1.1, side 1"]


def test_a_heading_that_reads_like_a_footnote_keeps_its_own_words():
    found = said(Reference("chapter:x", text("der"), id="meeting"))

    assert [name for name, _ in found] == ["Møte i rådet, side 1"]
