"""Which items a number or a range names; worked out by hand from docs/format.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.model.order import order_of

ORDER = order_of(["1", "3a", "4", "4.1", "S 7/13", "X-1", ""])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1", [0]),
        ("3a", [1]),
        ("3A", [1]),
        ("s  7/13", [4]),
        ("1-3a", [0, 1]),
        ("1–4.1", [0, 1, 2, 3]),
        ("1 - 4.1", [0, 1, 2, 3]),
        ("4.1", [3]),
        ("X-1", [5]),
        ("1-X-1", [0, 1, 2, 3, 4, 5]),
        ("1-1", [0]),
    ],
)
def test_a_number_or_a_range_in_the_order_of_the_agenda_names_items(written, expected):
    assert list(ORDER.named(written)) == expected


@pytest.mark.parametrize(
    "written",
    [
        "2-2",
        "3a-1",
        "9",
        "1-9",
        "9-1",
        "-",
        "",
        "1-3a-4.1",
        "1" * 500,
        "-" * 100_000,
        "1 " * 100 + "-1",
    ],
)
def test_all_else_names_none(written):
    assert list(ORDER.named(written)) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4", ["4", "4.1", "4.1.1", "4.1.2", "4.2"]),
        ("4.1", ["4.1", "4.1.1", "4.1.2"]),
        ("4.1.2", ["4.1.2"]),
        ("3-4", ["3", "4", "4.1", "4.1.1", "4.1.2", "4.2"]),
        ("4-4.1", ["4", "4.1", "4.1.1", "4.1.2"]),
        ("4.2-5", ["4.2", "5"]),
        ("4.1-4", []),
        ("5", ["5"]),
        ("6", ["6", "6.1"]),
    ],
)
def test_an_item_is_named_with_the_sub_items_that_follow_it(written, expected):
    numbers = ["3", "4", "4.1", "4.1.1", "4.1.2", "4.2", "5", "40.1", "6", "6.1"]

    assert [numbers[index] for index in order_of(numbers).named(written)] == expected


def test_an_item_without_a_number_among_sub_items_is_named_with_their_heading():
    order = order_of(["4", "4.1", "", "4.2", "", "5"])

    assert list(order.named("4")) == [0, 1, 2, 3]
    assert list(order.named("4.1")) == [1]


def test_of_two_items_of_one_number_the_first_is_named():
    assert list(order_of(["1", "2", "2", "3"]).named("2")) == [1]


def test_an_item_without_a_number_has_a_place_but_no_name():
    order = order_of(["", "1", ""])

    assert (order.size, order.index("1"), order.index("")) == (3, 1, None)


def test_a_long_agenda_takes_no_more_than_its_length():
    numbers = ["1", *(f"1.{n}" for n in range(50_000)), *(f"2{'.1' * n}" for n in range(1_000))]
    order = order_of(numbers)

    assert order.named("1") == range(50_001)
    assert order.named("2") == range(50_001, 51_001)


@given(st.lists(st.sampled_from(["", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "a", "a."])))
def test_what_a_number_names_is_the_run_of_its_sub_items(numbers):
    order = order_of(numbers)

    for number in filter(None, numbers):
        named = order.named(number)
        inside = [numbers[index] for index in named]
        assert inside[0] == number
        assert all(not other or other.startswith(f"{number}.") for other in inside[1:])
        assert inside[-1]
        after = [other for other in numbers[named.stop :] if other][:1]
        assert not after or not after[0].startswith(f"{number}.")
