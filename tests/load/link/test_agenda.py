"""Numbers of items; the expected ones are worked out by hand from docs/format.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.link.agenda import number_items, read_agenda
from arsrapport.model.files.meeting import AgendaItem
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([None, None, None], ("1", "2", "3")),
        (["none", None, "none", None], ("", "1", "", "2")),
        (["None"], ("",)),
        (["7", None], ("7", "8")),
        ([None, None, "3a", None], ("1", "2", "3a", "4")),
        (["4", "4.1", "4.2", None], ("4", "4.1", "4.2", "5")),
        (["1/22", None, None], ("1/22", "2/22", "3/22")),
        (["08/16", None, None], ("08/16", "09/16", "10/16")),
        (["S 7/13", None], ("S 7/13", "S 8/13")),
        (["S  7/13"], ("S 7/13",)),
        (["A", None, "B", None], ("A", "1", "B", "2")),
        (["9" * 5000, None], ("9" * 5000, "1")),
    ],
)
def test_a_number_that_is_not_written_is_the_one_before_plus_one(written, expected):
    assert number_items(written) == expected


@given(st.lists(st.sampled_from([None, "none"])))
def test_without_written_numbers_they_run_from_1_and_none_takes_none(written):
    numbers = [number for number in number_items(written) if number]

    assert numbers == [str(n) for n in range(1, written.count(None) + 1)]


@given(st.lists(st.one_of(st.none(), st.text(max_size=8))))
def test_any_agenda_gets_a_number_for_each_item_and_keeps_what_is_written(written):
    numbers = number_items(written)

    assert len(numbers) == len(written)
    for number, text in zip(numbers, written, strict=True):
        if text is not None and text.strip().casefold() != "none":
            assert number == " ".join(text.split())


def agenda(*numbers, title="Noko"):
    places = {
        index: Positions(
            Place("m.md", index + 10, 3),
            children={
                key: Positions(Place("m.md", index + 10, column))
                for key, column in (("title", 10), ("number", 20))
            },
        )
        for index in range(len(numbers))
    }
    positions = Positions(
        Place("m.md"), children={"agenda": Positions(Place("m.md", 9), children=places)}
    )
    items = [AgendaItem.model_validate({"title": title, "number": number}) for number in numbers]
    return read_agenda(items, positions)


def test_an_item_with_sub_items_is_their_heading():
    entries, diagnostics = agenda("4", "4.1", "4.2", "5", "5.1.1", "3", "3a", "6", "6.")

    assert [entry.number for entry in entries if entry.is_heading] == ["4"]
    assert diagnostics == ()


@pytest.mark.parametrize(("first", "second"), [("2", "2"), ("S 7/13", "s  7/13"), ("3a", "3A")])
def test_two_items_of_one_number_are_reported_at_the_second(first, second):
    _, diagnostics = agenda("1", first, second)

    assert [(d.code, d.place) for d in diagnostics] == [("AR406", Place("m.md", 12, 20))]


def test_several_items_without_a_number_are_no_fault():
    _, diagnostics = agenda("none", "none")

    assert diagnostics == ()
