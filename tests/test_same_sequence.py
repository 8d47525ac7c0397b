"""One document in PDF, HTML, Word and Markdown tells the same, in the same order.

What is told, and what is evened out because formats must differ in it, stands in `sequence`.
"""

from itertools import combinations

import pytest
from msgspec.structs import replace

import generated
import marked_project
import sequence_samples as samples
import themed
from arsrapport.document.nodes import Document, Footnote, Paragraph, Reference, Section
from sequence_samples import FORMATS, Finished

COMMITTEES = [f"{language}-{size}" for language in ("nn", "nb", "en") for size in (0, 1, 7)]
NAMES = (
    *("2017", "2018", "2017-03-15", "2017-05-24", "2018-04-19", "2017-draft", "hav"),
    *COMMITTEES,
    *("nb-minutes", "every-node", "every-form", "every-form-minutes"),
    *("public", "internal", "public-minutes", "internal-minutes"),
)


def make(name: str, folder) -> Finished:
    if name == "every-node":
        return samples.finished(samples.EVERY_NODE)
    first, _, second = name.partition("-")
    language = {"nb": "nb", "en": "en", "2018": "nb"}.get(first, "nn")
    files, what, asked = samples.sample(), name, {}
    if name in COMMITTEES:
        files, what = generated.committee(language, int(second)), "2021"
    elif name == "nb-minutes":
        files, what = generated.committee(language), "2021-01-01"
    elif first in {"public", "internal", "every"}:
        files = samples.EVERY_FORM if first == "every" else marked_project.filled()[0]
        what = "2021-03-10" if second.endswith("minutes") else "2021"
        asked = {} if first == "every" else {"edition": first}
    elif name == "hav":
        files, what = themed.themed(name), "2021"
    elif name == "2017-draft":
        what, asked = first, {"state": "draft"}
    return samples.build(folder, files, what, language, **asked)


@pytest.fixture(scope="module", params=NAMES)
def sequences(request, tmp_path_factory) -> dict:
    finished = make(request.param, tmp_path_factory.mktemp("x"))
    return {name: finished.sequence(name) for name in FORMATS}


@pytest.mark.parametrize(("one", "other"), list(combinations(FORMATS, 2)))
@pytest.mark.parametrize("what", ["title_page", "contents", "body", "imprint"])
def test_two_formats_tell_the_same_in_the_same_order(sequences, one, other, what):
    assert getattr(sequences[one], what) == getattr(sequences[other], what)


def test_the_sequence_holds_what_the_document_has():
    """By hand, for the parts of the sample of nodes that hold the most."""
    for name in FORMATS:
        body = samples.finished(samples.EVERY_NODE).sequence(name).body
        start = body.index(("heading", 1, "1 Aktivitet"))

        assert body[start : start + 24] == [
            ("heading", 1, "1 Aktivitet"),
            (
                "paragraph",
                (
                    "Rådet hadde tre møte i 2021[1], sjå Vedlegg B og vatn på nett. "
                    "Rapporten Lakes at a Glance kom ut på ny."
                ),
            ),
            ("reference", "Vedlegg B", "Vedlegg B: Referat 3. februar 2021"),
            ("link", "vatn på nett", "https://example.org/vatn"),
            ("caption", "Tabell 1.1 Plassar etter organisasjon"),
            ("table", 3, 2),
            ("head", "Organisasjon"),
            ("head", "Plassar"),
            ("row", "Fjellkommunane"),
            ("cell", "2"),
            ("row", "Vasstilsynet"),
            ("cell", "1"),
            ("paragraph", "Utan observatørar."),
            ("paragraph", "Kjelde: Rådet."),
            ("heading", 2, "1.1 Tal"),
            ("paragraph", "Tala står fast[1]."),
            ("caption", "Figur 1.1 Vatn med målingar"),
            ("figure", "Stolpar som veks frå to til ni."),
            ("paragraph", "Kjelde: Vasstilsynet."),
            ("table", 2, 2),
            ("head", "År"),
            ("head", "Vatn"),
            ("cell", "2020"),
            ("cell", "7"),
        ]


# --- what one format alone has otherwise is seen --------------------------------------------------

CHAPTER, CASES = samples.EVERY_NODE.chapters
TEXT, SEATS, *_ = CHAPTER.children


def with_chapter(*blocks) -> Document:
    chapter = replace(CHAPTER, children=blocks)
    return replace(samples.EVERY_NODE, chapters=(chapter, CASES))


def with_seats(**fields) -> Document:
    return with_chapter(TEXT, replace(SEATS, **fields), *CHAPTER.children[2:])


def with_text(change) -> Document:
    text = replace(TEXT, children=tuple(map(change, TEXT.children)))
    return with_chapter(text, *CHAPTER.children[1:])


def renumbered(node):
    return replace(node, number="2", id="x") if isinstance(node, Footnote) else node


def other_note(node):
    if not isinstance(node, Footnote):
        return node
    return replace(
        node, children=(Paragraph((*node.children[0].children, *node.children[0].children)),)
    )


def led_elsewhere(node):
    return replace(node, id="agreement") if isinstance(node, Reference) else node


AGREEMENT, MINUTES = samples.EVERY_NODE.appendices
*ABOVE, ITEM = MINUTES.children
RAISED = replace(
    ITEM,
    children=tuple(
        replace(block, level=2) if isinstance(block, Section) else block for block in ITEM.children
    ),
)
SAID, LISTED = CASES.children
COUNTED = replace(LISTED, ordered=True, start=2)
(FIRST_ROW, SECOND_ROW), (HEAD, *OTHER_HEADS) = SEATS.rows, SEATS.head
CHANGES = {
    "blocks in another order": with_chapter(SEATS, TEXT, *CHAPTER.children[2:]),
    "a cell without its words": with_seats(
        rows=(FIRST_ROW, (SECOND_ROW[0], replace(SECOND_ROW[1], children=())))
    ),
    "a row less": with_seats(rows=(FIRST_ROW,)),
    "rows in another order": with_seats(rows=(SECOND_ROW, FIRST_ROW)),
    "heads in another order": with_seats(head=(*OTHER_HEADS, HEAD)),
    "a table counted otherwise": with_seats(label="Tabell 1.2"),
    "a table without its source": with_seats(source=()),
    "a footnote counted otherwise": with_text(renumbered),
    "a footnote that says something else": with_text(other_note),
    "a footnote in another place": with_chapter(
        replace(TEXT, children=(*TEXT.children[1:], TEXT.children[0])), *CHAPTER.children[1:]
    ),
    "a reference that leads elsewhere": with_text(led_elsewhere),
    "a heading on another level": replace(
        samples.EVERY_NODE, appendices=(AGREEMENT, replace(MINUTES, children=(*ABOVE, RAISED)))
    ),
    "a heading without its number": replace(
        samples.EVERY_NODE, chapters=(replace(CHAPTER, number=""), CASES)
    ),
    "a list that is counted": replace(
        samples.EVERY_NODE, chapters=(CHAPTER, replace(CASES, children=(SAID, COUNTED)))
    ),
}


@pytest.fixture(scope="module")
def unchanged() -> dict:
    finished = samples.finished(samples.EVERY_NODE)
    return {name: finished.sequence(name) for name in FORMATS}


@pytest.mark.parametrize("change", CHANGES)
def test_what_one_format_alone_has_otherwise_is_seen(unchanged, change):
    changed = samples.finished(CHANGES[change])

    for name in FORMATS:
        assert changed.sequence(name).body != unchanged[name].body, name
