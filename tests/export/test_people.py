"""What a record calls people, and what they were at a meeting."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.export.people import names_of, person_ids
from arsrapport.model.archive import Committee, Mandate, Organisation, Participant, Person, Term
from arsrapport.source.place import Place

HERE = Place("meetings/register.yaml")
BO, EVA = Person("Bo Li"), Person("Eva Øy")
ALFA, BETA = Organisation("Alfa"), Organisation("Beta")


def registered(name: str, line: int) -> Person:
    return Person(name, place=Place("meetings/register.yaml", line))


def test_a_person_is_called_by_her_name():
    assert person_ids([registered("Siv Øy", 2), BO, BO]) == {
        registered("Siv Øy", 2): "Siv Øy",
        BO: "Bo Li",
    }


def test_several_of_one_name_are_numbered_and_the_bare_name_is_one_of_them():
    one, two = registered("Bo Li", 2), registered("Bo Li", 3)

    assert person_ids([one, two, BO]) == {one: "Bo Li (1)", two: "Bo Li (2)", BO: "Bo Li"}


def test_a_name_that_looks_like_a_numbered_one_is_still_its_own():
    people = [registered("Bo Li (1)", 1), registered("Bo Li", 2), registered("Bo Li", 3)]

    assert list(person_ids(people).values()) == ["Bo Li (1)", "Bo Li (2)", "Bo Li (3)"]


@given(
    st.lists(
        st.builds(
            Person,
            st.sampled_from(["A", "A (1)", "A (2)", "B"]),
            place=st.none() | st.builds(Place, st.just("r"), st.integers(1, 5)),
        )
    )
)
def test_no_two_people_are_called_the_same(people):
    ids = person_ids(people)

    assert len(set(ids.values())) == len(ids) == len(set(people))


def mandate(person, organisation, role, first=None, last=None):
    return Mandate(person, organisation, role, Term(first, last), HERE)


NAMES = names_of(
    Committee(
        id="kart",
        names=(),
        language="nn",
        seats=(),
        mandates=(
            mandate(BO, ALFA, "deputy"),
            mandate(BO, BETA, "observer", first=date(2021, 2, 1)),
        ),
        working_groups=(),
        meetings=(),
        plans=(),
        follow_up=(),
        place=HERE,
    ),
    [BO, EVA],
)


@pytest.mark.parametrize(
    ("person", "organisation", "day", "expected"),
    [
        (BO, ALFA, date(2021, 3, 1), "deputy"),
        (BO, BETA, date(2021, 3, 1), "observer"),
        (BO, BETA, date(2021, 1, 1), "deputy"),  # the other mandate was not in force yet
        (BO, None, date(2021, 3, 1), "deputy"),
        (EVA, ALFA, date(2021, 3, 1), "guest"),
    ],
)
def test_the_role_is_that_of_the_mandate_for_whom_she_was_there(
    person, organisation, day, expected
):
    participant = Participant(person.name, "", person, organisation)

    assert NAMES.role(participant, day) == expected


def test_an_organisation_alone_has_no_role():
    assert not NAMES.role(Participant("Alfa", "", None, ALFA), date(2021, 3, 1))
