"""References that begin a sentence."""

import pytest

from arsrapport.document.nodes import Emphasis, Reference, Text
from arsrapport.document.openings import with_capitals
from arsrapport.document.plain import plain_text
from arsrapport.source.place import Place

HERE = Place("x.md", 1, 1)
CHAPTER = Reference("chapter:cases", (Text("kapittel 4"),), place=HERE, id="chapter-cases")
OWN = Reference("chapter:cases", (Text("neste kapittel", HERE),), place=HERE, id="chapter-cases")


def said(*nodes):
    inlines = tuple(Text(node, HERE) if isinstance(node, str) else node for node in nodes)
    return plain_text(with_capitals(inlines))


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((CHAPTER, " handlar om kart."), "Kapittel 4 handlar om kart."),
        (("Sjå ", CHAPTER, "."), "Sjå kapittel 4."),
        (("Det er kart. ", CHAPTER, " har fleire."), "Det er kart. Kapittel 4 har fleire."),
        (("Kart (jf. ", CHAPTER, ")."), "Kart (jf. kapittel 4)."),
        ((CHAPTER, " og ", CHAPTER, " heng saman."), "Kapittel 4 og kapittel 4 heng saman."),
        ((Emphasis((Text("Kart."),)), " ", CHAPTER, "!"), "Kart. Kapittel 4!"),
        ((CHAPTER,), "kapittel 4"),
        ((OWN, " handlar om kart."), "neste kapittel handlar om kart."),
    ],
)
def test_a_reference_that_begins_a_sentence_has_a_capital(nodes, expected):
    assert said(*nodes) == expected
