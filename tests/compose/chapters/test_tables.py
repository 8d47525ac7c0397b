"""The lists of a Report as tables and lists, in three languages."""

from datetime import date

import pytest
from msgspec.structs import replace

from arsrapport.compose.chapters.tables import (
    agendas_list,
    members_list,
    seats_table,
    working_groups_table,
)
from arsrapport.document.nodes import (
    Definitions,
    List,
    ListItem,
    Paragraph,
    Reference,
    Span,
    Table,
    Text,
)
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.model.archive import Mandate, Organisation, Person, Seat, Term, WorkingGroup
from arsrapport.model.report import AgendaLine, AgendaList, MemberRow, Period, SeatRow
from arsrapport.source.place import Place

ALFA = Organisation("Alfa institutt", "Alfa", "A-instituttet")
BETA = Organisation("Beta")
FILE = "meetings/kart/committee.yaml"
YEAR = Period(date(2021, 1, 1), date(2021, 12, 31))


def row(organisation, seats, *, note="", role="member", secretariat=False, line=4) -> SeatRow:
    place = Place(FILE, line)
    return SeatRow(Seat(organisation, seats, role, note, Term(), place), secretariat, (place,))


def members(organisation: str, *people: tuple[str, str]) -> MemberRow:
    mandates = tuple(
        Mandate(Person(name), Organisation(organisation) if organisation else None, role, Term(), Place(FILE, 7 + index))
        for index, (name, role) in enumerate(people)
    )  # fmt: skip
    return MemberRow(organisation, mandates, tuple(mandate.place for mandate in mandates))


def group(name: str, under: str = "") -> WorkingGroup:
    return WorkingGroup(name, under, "", Term(), Place(FILE, 12))


def words(table: Table) -> list[list[str]]:
    """The words of each row of a table, the head first."""
    return [[plain_text(cell.children) for cell in line] for line in (table.head, *table.rows)]


def names(blocks) -> list[str]:
    return [
        plain_text(item.children[0].children).replace("\N{NO-BREAK SPACE}", "~")
        for block in blocks
        if isinstance(block, List)
        for item in block.items
    ]


def line_of(definition) -> str:
    (paragraph,) = definition.children
    return plain_text(paragraph.children).replace("\N{NO-BREAK SPACE}", "~")


# --- seats ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "head", "status"),
    [
        ("nn", ["Organisasjon", "Plassar", "Status"], "pluss sekretariat"),
        ("nb", ["Organisasjon", "Plasser", "Status"], "pluss sekretariat"),
        ("en", ["Organisation", "Seats", "Status"], "plus secretariat"),
    ],
)
def test_seats_are_listed_by_organisation(language, head, status):
    rows = (row(ALFA, 2, secretariat=True), row(BETA, 1, note="utan røyst"))

    (table,) = seats_table(rows, language)

    assert words(table) == [
        head,
        ["Alfa institutt (Alfa)", "2", status],
        ["Beta", "1", "utan røyst"],
    ]
    assert table.align == ("left", "right", "left")
    assert table.header_column
    assert table.notes == ()


def test_status_is_a_column_only_when_an_organisation_has_it():
    (table,) = seats_table((row(ALFA, 2), row(BETA, 1)), "nn")

    assert words(table) == [
        ["Organisasjon", "Plassar"],
        ["Alfa institutt (Alfa)", "2"],
        ["Beta", "1"],
    ]


def test_an_observer_without_a_note_is_called_that():
    (table,) = seats_table((row(ALFA, 2), row(BETA, 1, role="observer")), "nb")

    assert [line[2] for line in words(table)] == ["Status", "", "observatør"]


def test_the_secretariat_stands_before_the_note_of_its_organisation():
    (table,) = seats_table((row(ALFA, 2, note="utan røyst", secretariat=True),), "nn")

    assert words(table)[1][2] == "pluss sekretariat, utan røyst"


def test_seats_that_are_not_recorded_have_a_sign_that_is_explained():
    (table,) = seats_table((row(ALFA, None, secretariat=True), row(BETA, 0)), "nn")

    assert [line[1] for line in words(table)] == ["Plassar", "..", "0"]
    assert [plain_text(note) for note in table.notes] == [".. = Oppgåve manglar"]


def test_when_no_seats_are_recorded_there_is_no_such_column():
    (table,) = seats_table((row(ALFA, None), row(BETA, None)), "nn")

    assert words(table) == [["Organisasjon"], ["Alfa institutt (Alfa)"], ["Beta"]]
    assert table.notes == ()


def test_every_cell_leads_back_to_its_line():
    (table,) = seats_table((row(ALFA, 2, line=4), row(BETA, 1, line=9)), "nn")

    assert [cell.children[0].place.line for cell in (line[0] for line in table.rows)] == [4, 9]
    assert table.place == Place(FILE, 4)


def test_without_organisations_there_is_no_table():
    assert seats_table((), "nn") == ()


# --- members --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "explained"),
    [("nn", "(s) = sekretariat"), ("nb", "(s) = sekretariat"), ("en", "(s) = secretariat")],
)
def test_members_stand_under_their_organisation_and_the_mark_is_explained(language, explained):
    rows = (
        members("Alfa", ("Ragna Ås", "member"), ("Siv Øy", "secretary")),
        members("Beta", ("Bo Li", "member")),
    )

    listed, note = members_list(rows, language)

    assert isinstance(listed, Definitions)
    assert [plain_text(item.term) for item in listed.items] == ["Alfa", "Beta"]
    assert [line_of(item) for item in listed.items] == ["Ragna Ås, Siv Øy~(s)", "Bo Li"]
    assert plain_text(note.children) == explained


def test_without_secretaries_nothing_is_explained():
    (listed,) = members_list((members("Alfa", ("Ragna", "member")),), "nn")

    assert line_of(listed.items[0]) == "Ragna"


def test_people_without_an_organisation_come_last_under_a_name_of_their_own():
    rows = (members("Alfa", ("Ragna Ås", "member")), members("", ("Bo Li", "member")))

    (listed,) = members_list(rows, "nb")

    assert [plain_text(item.term) for item in listed.items] == ["Alfa", "Uten organisasjon"]


def test_when_nobody_has_an_organisation_it_is_a_plain_list():
    listed, note = members_list((members("", ("Bo", "member"), ("Siv", "secretary")),), "nn")

    assert names((listed,)) == ["Bo", "Siv~(s)"]
    assert plain_text(note.children) == "(s) = sekretariat"


def test_deputies_and_observers_are_not_taken_for_members():
    (listed,) = members_list((members("Alfa", ("A", "deputy"), ("B", "observer")),), "nn")

    assert line_of(listed.items[0]) == "A (varamedlem), B (observatør)"


def test_a_name_is_printed_as_it_is_written_where_she_has_her_mandate():
    alfa = members("Alfa", ("Ragna Marie Ås", "secretary"))
    written = replace(alfa.mandates[0], written="Ragna Ås")

    listed, _ = members_list((replace(alfa, mandates=(written,)),), "nn")

    assert line_of(listed.items[0]) == "Ragna Ås~(s)"


def test_every_name_leads_back_to_its_line():
    (listed,) = members_list((members("Alfa", ("A", "member"), ("B", "member")),), "nn")
    found = [node.place for node, _ in walk(listed, "nn") if isinstance(node, Text)]

    assert [place.line for place in found if place] == [7, 7, 8]


def test_without_members_there_is_no_list():
    assert members_list((), "nn") == ()


# --- agendas --------------------------------------------------------------------------------


def line(title: str, language="nn", organisations=()) -> AgendaLine:
    return AgendaLine(organisations, title, language, None, (Place("m.md", 12),))


def agenda(held, *lines: AgendaLine) -> AgendaList:
    return AgendaList(held, lines)


def heads(blocks) -> list[str]:
    return [
        "".join(
            f"<{node.target}>" if isinstance(node, Reference) else plain_text((node,))
            for node in item.children[0].children
        ).replace("\N{NO-BREAK SPACE}", "~")
        for item in blocks[0].items
    ]


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("nn", "15.~mars (jf.~<meeting:2021-03-15>)"),
        ("nb", "15.~mars (jf.~<meeting:2021-03-15>)"),
        ("en", "15~March (see~<meeting:2021-03-15>)"),
    ],
)
def test_a_meeting_is_listed_by_its_date_with_a_reference(held, language, head):
    blocks = agendas_list((agenda(held(date(2021, 3, 15), "nn"), line("Djupner")),), YEAR, language)

    assert heads(blocks) == [head]


def test_a_meeting_without_an_appendix_has_no_reference(held):
    blocks = agendas_list(
        (agenda(held(date(2021, 3, 15), "nn", minutes_link="https://a.no")),), YEAR, "nn"
    )

    assert heads(blocks) == ["15.~mars"]


def test_a_meeting_of_several_days_has_both(held):
    two = held(date(2021, 4, 19), "nn", last=date(2021, 4, 20), items=())

    assert heads(agendas_list((agenda(two),), YEAR, "nn")) == ["19.–20.~april"]


def test_the_year_stands_at_each_date_when_the_period_has_two(held):
    period = Period(date(2020, 7, 1), date(2021, 6, 30))
    meetings = (held(date(2020, 9, 1), "nn", items=()), held(date(2021, 2, 1), "nn", items=()))

    blocks = agendas_list(tuple(map(agenda, meetings)), period, "nn")

    assert heads(blocks) == ["1.~september 2020", "1.~februar 2021"]


def test_a_line_has_its_organisations_a_dash_and_its_title(held):
    lines = (line("Djupner", "nn", ("Alfa", "Beta")), line("Eventuelt"))

    (listed,) = agendas_list((agenda(held(date(2021, 3, 15), "nn"), *lines),), YEAR, "nn")

    _, nested = listed.items[0].children
    assert names((nested,)) == ["Alfa/Beta – Djupner", "Eventuelt"]
    place = Place("m.md", 12)
    assert nested.items[0].children[0] == Paragraph(
        (Text("Alfa/Beta – ", place), Text("Djupner", place)), place=place
    )


def test_a_title_in_another_language_than_the_reports_is_marked(held):
    (listed,) = agendas_list(
        (agenda(held(date(2021, 3, 15), "nb"), line("Dybder", "nb", ("Alfa",))),), YEAR, "nn"
    )

    _, nested = listed.items[0].children
    place = Place("m.md", 12)
    assert nested.items == (
        ListItem(
            (
                Paragraph(
                    (Text("Alfa – ", place), Span("nb", (Text("Dybder", place),))), place=place
                ),
            )
        ),
    )


def test_a_meeting_without_items_has_no_list_under_it(held):
    (listed,) = agendas_list((agenda(held(date(2021, 3, 15), "nn")),), YEAR, "nn")

    assert len(listed.items[0].children) == 1


@pytest.mark.parametrize("count", [1, 40])
def test_each_meeting_is_an_item(report, count):
    made = report("nn", count)

    (listed,) = agendas_list(made.agendas, made.period, "nn")

    assert len(listed.items) == count


def test_without_meetings_there_is_no_list():
    assert agendas_list((), YEAR, "nn") == ()


# --- working groups -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("nn", ["Arbeidsgruppe", "Sorterer under"]),
        ("nb", ["Arbeidsgruppe", "Sorterer under"]),
        ("en", ["Working group", "Belongs under"]),
    ],
)
def test_groups_stand_beside_whom_they_sort_under(language, head):
    (table,) = working_groups_table((group("Tidvatn", "Alfa"), group("Lodd")), language)

    assert words(table) == [head, ["Tidvatn", "Alfa"], ["Lodd", ""]]
    assert table.header_column


def test_when_no_group_is_known_to_sort_under_any_there_is_no_such_column():
    (table,) = working_groups_table((group("Tidvatn"),), "nn")

    assert words(table) == [["Arbeidsgruppe"], ["Tidvatn"]]


def test_without_groups_there_is_no_table():
    assert working_groups_table((), "nn") == ()


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_rows_are_as_wide_as_the_head(report, language):
    made = report(language)
    tables = (
        *seats_table(made.seats, language),
        *working_groups_table(made.working_groups, language),
    )

    assert len(tables) == 2
    for table in tables:
        assert {len(cells) for cells in table.rows} == {len(table.head)} == {len(table.align)}
