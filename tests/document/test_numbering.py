"""Numbers, letters, labels and references."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.diagnostics import fault
from arsrapport.document.nodes import (
    Document,
    Footnote,
    Paragraph,
    Passage,
    Reference,
    Section,
    Table,
    Text,
    Titles,
)
from arsrapport.document.numbering import number_document
from arsrapport.document.plain import plain_text
from arsrapport.document.targets import letter, make_id
from arsrapport.document.walk import walk
from arsrapport.source.place import Place

NBSP = "\N{NO-BREAK SPACE}"
HERE = Place("chapters/x.md", 3, 5)


def words(text):
    return (Text(text),)


def says(*inline):
    return Paragraph(tuple(inline))


def refers(target):
    return Paragraph((Reference(target, place=HERE),))


def chapter(name, *children, kind="chapter", **more):
    return Section(words(name.title()), children, kind=kind, name=f"chapter:{name}", **more)


def minutes(day, *children, language="nn", **more):
    return Section(
        words(f"Referat {day}"),
        children,
        kind="appendix",
        name=f"meeting:{day}",
        language=language,
        title_language="nn",
        **more,
    )


def item(day, number, *children, **more):
    return Section(
        words("Tittel"),
        children,
        kind="item",
        level=2,
        number=number,
        name=f"item:{day}/{number}",
        **more,
    )


def report(chapters=(), appendices=(), front=(), language="nn", kind="report"):
    return Document(
        kind=kind,
        language=language,
        titles=Titles("T", "K"),
        created=date(2017, 12, 31),
        front=tuple(front),
        chapters=tuple(chapters),
        appendices=tuple(appendices),
    )


def nowhere(_name, _language):
    return ""


def numbered(document, elsewhere=nowhere):
    result, diagnostics = number_document(document, elsewhere)

    assert diagnostics == ()
    return result


def references(document):
    parts = (*document.front, *document.chapters, *document.appendices)
    return [
        plain_text(node.children)
        for part in parts
        for node, _ in walk(part, document.language)
        if isinstance(node, Reference)
    ]


def sections(document):
    parts = (*document.front, *document.chapters, *document.appendices)
    return [
        node.number for part in parts for node, _ in walk(part, "nn") if isinstance(node, Section)
    ]


def test_chapters_and_the_first_level_below_are_numbered_and_nothing_deeper():
    deep = Section(words("d"), (), level=3)
    document = report(
        front=[chapter("foreword", kind="front")],
        chapters=[
            chapter("a"),
            chapter("b", Section(words("x"), (deep,), level=2), Section(words("y"), (), level=2)),
        ],
    )

    assert sections(numbered(document)) == ["", "1", "2", "2.1", "", "2.2"]


def test_appendices_have_letters_and_nothing_inside_them_is_numbered():
    document = report(appendices=[minutes("a", Section(words("x"), (), level=2)), minutes("b")])

    assert sections(numbered(document)) == [f"Vedlegg{NBSP}A:", "", f"Vedlegg{NBSP}B:"]


def test_items_keep_their_own_number_in_the_language_of_the_minutes():
    document = report(appendices=[minutes("d", item("d", "1/22"), item("d", ""), language="en")])

    assert sections(numbered(document))[1:] == [f"Item{NBSP}1/22.", ""]


def test_captioned_tables_are_numbered_by_part_and_others_not():
    table = Table((), (), (), caption=words("Tal"))
    bare = Table((), (), ())
    document = report(
        chapters=[chapter("a", table, bare, table), chapter("b", table)],
        appendices=[minutes("d", Passage((table,), language="en"))],
    )
    found = numbered(document)
    parts = (*found.chapters, *found.appendices)

    labels = [n.label for p in parts for n, _ in walk(p, "nn") if isinstance(n, Table)]

    assert labels == [
        f"Tabell{NBSP}1.1",
        "",
        f"Tabell{NBSP}1.2",
        f"Tabell{NBSP}2.1",
        f"Table{NBSP}A.1",
    ]


def test_footnotes_begin_anew_in_each_part_and_one_note_keeps_its_number():
    note = Footnote((says(Text("first")),), id="a")
    other = Footnote((says(Text("second")),), id="b")
    document = report(chapters=[chapter("a", says(note, other, note)), chapter("b", says(other))])
    found = numbered(document)

    notes = [
        (n.number, n.id)
        for p in found.chapters
        for n, _ in walk(p, "nn")
        if isinstance(n, Footnote)
    ]

    assert notes == [
        ("1", "note-chapter-a-1"),
        ("2", "note-chapter-a-2"),
        ("1", "note-chapter-a-1"),
        ("1", "note-chapter-b-1"),
    ]


def test_references_say_what_they_lead_to():
    table = Table((), (), (), caption=words("Plassar"), name="table:seats")
    document = report(
        chapters=[
            chapter(
                "a",
                *map(
                    refers,
                    [
                        "chapter:b",
                        "appendix:minutes",
                        "meeting:d2",
                        "item:d1/2",
                        "table:seats",
                        "appendix:agreement",
                    ],
                ),
            ),
            chapter("b", table),
        ],
        appendices=[
            Section(words("Avtale"), (), kind="appendix", name="appendix:agreement"),
            minutes("d1", item("d1", "1"), item("d1", "2", refers("item:d1/1"))),
            minutes("d2"),
        ],
    )

    assert references(numbered(document)) == [
        f"kapittel{NBSP}2",
        f"Vedlegg{NBSP}B–C",
        f"Vedlegg{NBSP}C",
        f"Vedlegg{NBSP}B, sak{NBSP}2",
        f"Tabell{NBSP}2.1",
        f"Vedlegg{NBSP}A",
        f"sak{NBSP}1",
    ]


def test_the_minutes_of_one_meeting_are_one_appendix():
    document = report(
        chapters=[chapter("a", refers("appendix:minutes"))], appendices=[minutes("d")]
    )

    assert references(numbered(document)) == [f"Vedlegg{NBSP}A"]


@pytest.mark.parametrize(("language", "expected"), [("nb", "kapittel"), ("en", "chapter")])
def test_a_reference_speaks_the_language_of_its_passage(language, expected):
    passage = Passage((refers("chapter:a"),), language=language)

    assert references(numbered(report(chapters=[chapter("a", passage)]))) == [f"{expected}{NBSP}1"]


def test_an_appendix_is_called_what_its_heading_calls_it():
    document = report(
        language="en",
        chapters=[chapter("a")],
        appendices=[minutes("d", refers("meeting:d"), refers("chapter:a"))],
    )

    assert references(numbered(document)) == [f"Appendix{NBSP}A", f"kapittel{NBSP}1"]


def test_front_matter_without_a_number_is_called_by_its_title():
    document = report(
        front=[chapter("foreword", kind="front")],
        chapters=[chapter("a", refers("chapter:foreword"))],
    )

    assert references(numbered(document)) == ["Foreword"]


def test_own_words_stay_and_lead_to_the_target():
    link = Reference("chapter:a", words("der framme"), HERE)
    found = numbered(report(chapters=[chapter("a", says(link))]))
    (reference,) = [n for n, _ in walk(found.chapters[0], "nn") if isinstance(n, Reference)]

    assert (plain_text(reference.children), reference.id) == ("der framme", "chapter-a")


def test_what_is_elsewhere_is_named_in_full():
    document = report(chapters=[chapter("a", refers("meeting:2016-11-30"))])

    found = numbered(document, lambda name, language: f"{name} in {language}")

    assert references(found) == ["meeting:2016-11-30 in nn"]


def test_a_reference_to_nowhere_is_a_fault_with_the_nearest_name():
    document = report(chapters=[chapter("cases", refers("chapter:casse"))])

    _, diagnostics = number_document(document, nowhere)

    assert diagnostics == (fault("AR601", HERE, target="chapter:casse", nearest="chapter:cases"),)


def test_a_name_given_twice_in_one_part_is_a_fault():
    one = Table((), (), (), caption=words("x"), name="table:t", place=Place("a.md", 1))
    two = Table((), (), (), caption=words("y"), name="table:t", place=Place("a.md", 9))
    document = report(chapters=[chapter("a", one, two)])

    _, diagnostics = number_document(document, nowhere)

    assert diagnostics == (fault("AR616", Place("a.md", 9), name="table:t", place="a.md:1:1"),)


def test_two_meetings_may_name_a_table_alike_and_each_means_its_own():
    table = Table((), (), (), caption=words("x"), name="table:t", place=HERE)
    document = report(
        appendices=[
            minutes("d1", table, refers("table:t")),
            minutes("d2", table, refers("table:t")),
        ]
    )

    assert references(numbered(document)) == [f"Tabell{NBSP}A.1", f"Tabell{NBSP}B.1"]


def test_from_outside_such_a_name_is_ambiguous():
    table = Table((), (), (), caption=words("x"), name="table:t", place=HERE)
    document = report(
        chapters=[chapter("a", refers("table:t"))],
        appendices=[minutes("d1", table), minutes("d2", table)],
    )

    _, diagnostics = number_document(document, nowhere)

    assert diagnostics == (fault("AR601", HERE, target="table:t", nearest=""),)


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letters_go_on_after_z(index, expected):
    assert expected == letter(index)


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_letters_are_in_order_and_never_shared(one, other):
    ordered = (len(letter(one)), letter(one)) < (len(letter(other)), letter(other))

    assert ordered == (one < other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("chapter:årsmøte", "chapter-arsmote"),
        ("item:d/S 7/13", "item-d-s-7-13"),
        ("ÆØÅ", "aeoa"),
        ("日本", ""),
    ],
)
def test_ids_are_ascii(name, expected):
    assert expected == make_id(name)


@given(st.lists(st.sampled_from(["a", "å", "A", "", "日本"]), min_size=1, max_size=12))
def test_no_two_parts_share_an_id(titles):
    document = report(chapters=[Section(words(t), (), kind="chapter") for t in titles])

    found, _ = number_document(document, nowhere)

    assert len({section.id for section in found.chapters}) == len(titles)
    assert [s.number for s in found.chapters] == [str(n) for n in range(1, len(titles) + 1)]


def test_minutes_alone_have_no_chapter_number():
    document = report(chapters=[chapter("a", item("d", "1"))], kind="minutes")

    assert sections(numbered(document)) == ["", f"Sak{NBSP}1."]


@given(
    st.data(),
    st.lists(st.sampled_from(["a", "b", "å", "c d", "7"]), min_size=1, max_size=6, unique=True),
)
def test_every_reference_leads_to_something_that_is_there(data, names):
    """Whatever refers to whatever, in whichever order: each id that is referred to exists once."""
    wanted = data.draw(st.lists(st.sampled_from(names), max_size=8))
    split = data.draw(st.integers(0, len(names)))
    document = report(
        chapters=[
            chapter(n, *(refers(f"chapter:{w}") for w in wanted if w in names[:split]))
            for n in names[:split]
        ],
        appendices=[
            minutes(n, item(n, "1"), *(refers(f"item:{w}/1") for w in wanted if w in names[split:]))
            for n in names[split:]
        ],
    )
    found = numbered(document)
    parts = (*found.chapters, *found.appendices)
    nodes = [node for part in parts for node, _ in walk(part, "nn")]
    ids = [node.id for node in nodes if isinstance(node, Section)]

    assert len(ids) == len(set(ids))
    for reference in (node for node in nodes if isinstance(node, Reference)):
        assert reference.id in ids
        assert plain_text(reference.children) != ""
