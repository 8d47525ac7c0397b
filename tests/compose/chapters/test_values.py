"""What a chapter knows of a Report, and what it may ask of it."""

from datetime import date

import pytest
from msgspec.structs import replace

from arsrapport.compose.chapters.context import context_of
from arsrapport.compose.chapters.filters import FILTERS
from arsrapport.compose.chapters.values import (
    MISFIT,
    Count,
    Day,
    Days,
    Enumeration,
    Nodes,
    Number,
    Rows,
    Target,
    View,
    Wording,
    Words,
    is_true,
    kind_of,
    printable,
    weight_of,
)
from arsrapport.document.nodes import Paragraph, Passage, Text
from arsrapport.language.catalogue import messages
from arsrapport.language.languages import LANGUAGES
from arsrapport.model.archive import Outcome
from arsrapport.source.place import Place

MARCH, MAY = date(2021, 3, 15), date(2021, 5, 4)


def fields(view: View, *names: str) -> list:
    return [view.fields[name] for name in names]


def apply(name: str, thing, *arguments):
    return FILTERS[name].apply(thing, *arguments)


def outcome(kind: str, name: str, **changes) -> Outcome:
    body = (Paragraph((Text("Ordlyd."),)),)
    made = Outcome(
        kind, name, "Tittel", body, "nb", ("Alfa", "Bo"), "neste møte", "", Place("m.md", 20)
    )
    return replace(made, **changes)


# --- the context ----------------------------------------------------------------------------


def test_a_chapter_knows_these_names(report):
    assert sorted(context_of(report())) == [
        "actions", "agendas", "attendance", "cases", "committee", "decisions", "items", "ledger",
        "meetings", "members", "report", "seats", "working_groups",
    ]  # fmt: skip


def test_the_report_has_what_the_title_page_has(report):
    made = report("nn", 3)
    plan = replace(made.plan, title="Årsmelding", series="Kart 2021/4", published=MAY)
    view = context_of(replace(made, plan=plan))["report"]

    assert fields(view, "title", "series", "year", "items", "published", "as_of") == [
        "Årsmelding", "Kart 2021/4", "2021", 6, Day(MAY, MAY), Day(date(2021, 12, 31), date(2021, 12, 31)),
    ]  # fmt: skip


def test_what_report_yaml_does_not_say_is_empty(report):
    view = context_of(report())["report"]

    assert fields(view, "title", "series", "isbn", "issn", "published") == ["", "", "", "", None]


def test_the_committee_is_printed_as_its_name_in_any_language(report):
    committee = context_of(report("nb"))["committee"]
    name = Wording(
        (("nn", "Sjøkartutvalet"), ("nb", "Sjøkartutvalget"), ("en", "Committee on Charts"))
    )

    assert (committee.printed, committee.fields["name"]) == (name, name)


def test_a_meeting_has_its_date_place_and_items(report, held):
    meeting = held(MARCH, "nn", last=date(2021, 3, 16), location="Hamar")
    (view,) = context_of(report("nn", (meeting,)))["meetings"].items

    assert fields(view, "id", "date", "place", "reference", "has_appendix") == [
        "2021-03-15", Day(MARCH, date(2021, 3, 16)), "Hamar", Target("meeting:2021-03-15"), True,
    ]  # fmt: skip
    assert [item.printed for item in view.fields["items"].items] == [
        Words("Djupner", "nn"),
        Words("Eventuelt", "nn"),
    ]


def test_an_item_knows_its_meeting_and_who_presents_it(report):
    item = context_of(report())["items"].items[0]

    assert fields(item, "number", "title", "date", "reference") == [
        "1", Words("Djupner", "nn"), Day(date(2021, 2, 3), date(2021, 2, 3)), Target("item:2021-02-03/1"),
    ]  # fmt: skip
    assert item.fields["organisations"].items == ("Alfa",)
    assert item.fields["meeting"].fields["id"] == "2021-02-03"


def test_items_are_those_that_count_as_treated(report, held):
    made = held(MARCH, "nn")
    items = (
        *made.items,
        replace(made.items[0], number="3", is_heading=True),
        replace(made.items[0], number="4", outcome="postponed"),
    )
    context = context_of(report("nn", (replace(made, items=items),)))

    assert [item.fields["number"] for item in context["items"].items] == ["1", "2"]
    assert len(context["agendas"].items[0].fields["lines"].items) == 4


def test_decisions_hold_conclusions_too_and_actions_stand_apart(report, held):
    made = held(MARCH, "nn")
    outcomes = (outcome("decision", "V1"), outcome("conclusion", "V2"), outcome("action", "T1"))
    items = (replace(made.items[0], outcomes=outcomes), made.items[1])
    context = context_of(report("nn", (replace(made, items=items),)))

    assert [view.fields["id"] for view in context["decisions"].items] == ["V1", "V2"]
    (action,) = context["actions"].items
    assert fields(action, "id", "due", "item") == ["T1", "neste møte", "1"]
    assert action.fields["responsible"].items == ("Alfa", "Bo")
    assert action.fields["text"].build("nn") == (
        Passage((Paragraph((Text("Ordlyd."),)),), "nb", place=Place("m.md", 20)),
    )


def test_seats_members_and_groups_are_lists_and_whole_tables(report):
    context = context_of(report())

    assert [fields(view, "short", "seats", "note", "secretariat") for view in context["seats"].items] == [
        ["Alfa", 2, "", True],
        ["Beta", 1, "utan røyst", False],
    ]  # fmt: skip
    assert [fields(view, "name", "organisation", "role") for view in context["members"].items] == [
        ["Ragna Ås", "Alfa", "member"],
        ["Siv Øy", "Alfa", "secretary"],
        ["Bo Li", "Beta", "member"],
    ]
    assert [fields(view, "name", "under") for view in context["working_groups"].items] == [
        ["Tidvatn", "Alfa"]
    ]
    for name in ("seats", "members", "agendas", "working_groups"):
        assert isinstance(context[name].printed, Nodes)
        assert len(context[name].printed.build("nn")) >= 1


@pytest.mark.parametrize("count", [0, 1, 40])
def test_lists_are_as_long_as_the_year(report, count):
    context = context_of(report("nb", count))

    assert len(context["meetings"].items) == count
    assert len(context["agendas"].items) == count
    assert len(context["items"].items) == 2 * count == context["report"].fields["items"]


def test_nothing_but_views_and_values_can_be_reached(report, held):
    """Whatever a chapter can ask for, it never gets a Python object of another kind."""
    allowed = (
        Words, Wording, Count, Number, Day, Days, Enumeration, Target, Nodes, View, Rows, str, int, bool, type(None),
    )  # fmt: skip
    made = held(MARCH, "nn")
    items = (replace(made.items[0], outcomes=(outcome("action", "T1"),)),)
    rest = list(context_of(report("nn", (replace(made, items=items),))).values())
    seen = 0
    while rest:
        thing = rest.pop()
        seen += 1
        assert isinstance(thing, allowed)
        if isinstance(thing, View):
            rest += thing.fields.values()
        if isinstance(thing, View | Rows):
            rest.append(thing.printed)
        if isinstance(thing, Rows):
            rest += thing.items

    assert seen > 100


def test_every_kind_has_a_word_in_the_messages(report, held):
    made = held(MARCH, "nn")
    outcomes = (outcome("decision", ""), outcome("conclusion", ""), outcome("action", ""))
    items = (replace(made.items[0], outcomes=outcomes),)
    rest = [
        *context_of(report("nn", (replace(made, items=items),))).values(),
        *(None, True, 1, "a", Words(""), Wording(()), Count(1), Number(1), Day(MAY, MAY)),
        *(Days((), "months"), Enumeration(()), Target(""), View("loop", {})),
    ]
    kinds = set()
    while rest:
        thing = rest.pop()
        kinds.add(kind_of(thing))
        rest += thing.fields.values() if isinstance(thing, View) else ()
        rest += (thing.printed,) if isinstance(thing, View | Rows) else ()
        rest += thing.items if isinstance(thing, Rows) else ()

    assert len(kinds) > 20
    for language in LANGUAGES:
        assert kinds - set(messages(language)["AR609"]["values"]["kind"]) == set()


# --- filters --------------------------------------------------------------------------------

DAYS = Rows("meetings", tuple(View("meeting", {"date": Day(day, day)}) for day in (MARCH, MAY)))


@pytest.mark.parametrize(
    ("name", "thing", "arguments", "expected"),
    [
        ("counted", DAYS, ("møte",), Count(2, "møte")),
        ("counted", 3, ("sak",), Count(3, "sak")),
        ("number", DAYS, (), Number(2)),
        ("number", 31, (), Number(31)),
        ("length", DAYS, (), 2),
        ("count", DAYS, (), 2),
        ("length", Count(3, "sak"), (), 3),
        ("first", DAYS, (), DAYS.items[0]),
        ("last", DAYS, (), DAYS.items[1]),
        ("first", Rows("meetings", ()), (), None),
        ("last", Rows("meetings", ()), (), None),
        ("date", DAYS.items[0], (), Day(MARCH, MARCH, "date")),
        ("day", Day(MARCH, MAY), (), Day(MARCH, MAY, "day")),
        ("month", Day(MARCH, MAY), (), Day(MARCH, MAY, "month")),
        ("months", DAYS, (), Days((Day(MARCH, MARCH), Day(MAY, MAY)), "months")),
        ("months", DAYS.items[1], (), Days((Day(MAY, MAY),), "months")),
        ("dates", DAYS, (), Days((Day(MARCH, MARCH), Day(MAY, MAY)), "dates")),
        ("list", Rows("chair", ("A", "B")), (), Enumeration((Words("A"), Words("B")))),
        ("list", Rows("seats", (View("seat", {}, Words("A")),)), (), Enumeration((Words("A"),))),
        ("where", DAYS, ("date", Day(MAY, MAY)), Rows("meetings", DAYS.items[1:])),
    ],
)
def test_a_filter_gives_what_it_promises(name, thing, arguments, expected):
    assert apply(name, thing, *arguments) == expected


@pytest.mark.parametrize(
    ("name", "thing", "arguments"),
    [
        ("counted", "fire", ("møte",)),
        ("counted", True, ("møte",)),
        ("counted", None, ("møte",)),
        ("counted", 3, (4,)),
        ("number", "fire", ()),
        ("length", "fire", ()),
        ("length", DAYS.items[0], ()),
        ("first", 3, ()),
        ("last", "abc", ()),
        ("date", "2021-03-15", ()),
        ("date", None, ()),
        ("date", View("seat", {}), ()),
        ("months", Rows("chair", ("A",)), ()),
        ("dates", 3, ()),
        ("list", "abc", ()),
        ("list", DAYS, ()),
        ("list", Rows("x", (View("x", {}, Nodes("seats", lambda _: ())),)), ()),
        ("where", 3, ("a", "b")),
        ("where", DAYS, ("nope", "b")),
        ("where", DAYS, (3, "b")),
        ("where", DAYS, ("date", DAYS)),
    ],
)
def test_a_filter_that_has_no_sense_gives_nothing(name, thing, arguments):
    assert apply(name, thing, *arguments) is MISFIT


# --- values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("a", Words("a")),
        (4, Count(4)),
        (True, None),
        (None, None),
        (MISFIT, None),
        (DAYS, None),
        (View("a", {}), None),
        (View("a", {}, Words("b")), Words("b")),
        (Number(4), Number(4)),
    ],
)
def test_what_a_thing_is_printed_as(thing, expected):
    assert printable(thing) == expected


@pytest.mark.parametrize(
    "thing",
    [
        "",
        0,
        None,
        False,
        MISFIT,
        Rows("a", ()),
        Words(""),
        Count(0, "sak"),
        Number(0),
        Enumeration(()),
    ],
)
def test_what_counts_as_nothing(thing):
    assert not is_true(thing)


@pytest.mark.parametrize(
    "thing", ["a", 1, True, DAYS, View("a", {}), Words("a"), Count(1), Day(MAY, MAY), Target("a")]
)
def test_what_counts_as_something(thing):
    assert is_true(thing)


def test_a_long_title_weighs_what_it_prints():
    title = Words("x" * 5_000)

    assert weight_of(title) == 5_000
    assert weight_of(Enumeration((title, title))) == 10_000
    assert weight_of(Wording((("nn", "abc"), ("nb", "ab")))) == 3
    assert weight_of(Nodes("seats", lambda _: (), 700)) == 700


def test_a_whole_list_weighs_all_its_titles(report, held):
    made = held(MARCH, "nn")
    items = tuple(replace(item, title="x" * 5_000) for item in made.items)
    context = context_of(report("nn", (replace(made, items=items),)))

    assert weight_of(context["agendas"].printed) > 10_000
