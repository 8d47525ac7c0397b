"""Hard spaces in documents: by the language of each passage, never in code and links."""

from arsrapport.document.nodes import (
    Cell,
    Code,
    Footnote,
    Link,
    Paragraph,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from arsrapport.document.spaces import set_hard_spaces
from arsrapport.document.walk import walk
from pdf_samples import minutes

NBSP = "\N{NO-BREAK SPACE}"
BOTH = (Text("kl. 9, no. 4"),)


def texts(document):
    return [
        node.value.replace(NBSP, "~")
        for part in (*document.imprint, *document.front, *document.chapters, *document.appendices)
        for node, _ in walk(part, "nn")
        if isinstance(node, Text | Code)
    ]


def test_every_text_wherever_it_stands_by_its_own_language():
    nodes = (
        Paragraph((*BOTH, Strong(BOTH), Span("en", BOTH), Footnote((Paragraph(BOTH),), "1", "n"))),
        Paragraph(BOTH, language="en"),
        Table(
            (Cell(BOTH),), ((Cell(BOTH, language="en"),),), ("left",), caption=BOTH, notes=(BOTH,)
        ),
        Section(BOTH, (), title_language="en", level=2),
    )
    found = texts(set_hard_spaces(minutes(*nodes, imprint=(Paragraph(BOTH),))))

    nn, en = "kl.~9, no. 4", "kl. 9, no.~4"
    # the imprint; the title of the minutes is not concerned
    assert [text for text in found if "kl." in text] == [
        nn,
        *(nn, nn, en, nn),
        en,
        *(nn, nn, en, nn),
        en,
    ]


def test_code_and_links_are_as_they_are_written():
    nodes = Paragraph((Code("kl. 9"), Link("https://example.org/", (Text("kl. 9"),))))

    assert [text for text in texts(set_hard_spaces(minutes(nodes))) if "kl" in text] == [
        "kl. 9",
        "kl. 9",
    ]


def test_a_document_without_such_places_stays_the_same_one():
    plain = minutes(Paragraph((Text("Møtet er ope."),)))

    assert set_hard_spaces(plain) == plain
