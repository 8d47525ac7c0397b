"""For which items somebody was there; worked out by hand from docs/format.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.model.archive import Participant
from arsrapport.model.order import order_of
from arsrapport.model.presence import attended, is_certain

ORDER = order_of(["1", "2", "3a", "4", "4.1", "4.2", ""])
ALL = {0, 1, 2, 3, 4, 5, 6}


def participant(items=(), away=()):
    return Participant("Bo Li", "", None, None, items=tuple(items), away=tuple(away))


@pytest.mark.parametrize(
    ("items", "away", "expected"),
    [
        ([], [], ALL),
        (["1"], [], {0}),
        (["1", "3a"], [], {0, 2}),
        (["1-3a"], [], {0, 1, 2}),
        (["1–3A", "4.2"], [], {0, 1, 2, 5}),
        (["4"], [], {3, 4, 5}),
        ([], ["2"], ALL - {1}),
        ([], ["2-4"], {0, 6}),
        ([], ["1", "4.1"], ALL - {0, 4}),
        (["1-4"], ["2"], {0, 2, 3, 4, 5}),
        (["1"], ["1"], set()),
        (["9"], [], set()),
        (["9", "1"], [], {0}),
        ([], ["9"], ALL),
    ],
)
def test_somebody_is_there_for_what_is_named_less_what_she_was_away_for(items, away, expected):
    assert attended(participant(items, away), ORDER) == expected


@pytest.mark.parametrize(
    ("items", "away", "expected"),
    [
        ([], [], True),
        (["1-4"], ["2"], True),
        (["9"], [], False),
        (["1"], ["9"], False),
        (["3a-1"], [], False),
    ],
)
def test_it_is_certain_when_the_agenda_has_all_that_is_named(items, away, expected):
    assert is_certain(participant(items, away), ORDER) is expected


def test_in_an_agenda_without_items_nobody_is_there_for_any():
    assert attended(participant(), order_of([])) == frozenset()


@given(
    st.lists(st.sampled_from(["1", "2", "3a", "4", "4.1", "1-3a", "9"])),
    st.lists(st.sampled_from(["1", "2", "3a", "4", "4.1", "1-3a", "9"])),
)
def test_items_and_except_part_the_agenda_between_them(items, away):
    there = attended(participant(items, away), ORDER)

    assert there <= ALL
    assert attended(participant(away=away), ORDER) & attended(participant(items), ORDER) == there
    if away:
        assert there & attended(participant(away), ORDER) == frozenset()
