"""A Report made by hand: other names than the sample's, any language, any number of meetings."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from arsrapport.language.languages import Language
from arsrapport.model.archive import (
    Item,
    Mandate,
    Meeting,
    Organisation,
    Person,
    PublishedCommittee,
    ReportPlan,
    Seat,
    Term,
    WorkingGroup,
)
from arsrapport.model.report import AgendaLine, AgendaList, MemberRow, Period, Report, SeatRow
from arsrapport.source.place import Place

FILE = "meetings/kart/committee.yaml"
ALFA = Organisation("Alfa institutt", "Alfa")
BETA = Organisation("Beta")
ALWAYS = Term()


def place(line: int, path: str = FILE) -> Place:
    return Place(path, line)


def seat(organisation: Organisation, seats: int | None, line: int, note: str = "") -> Seat:
    return Seat(organisation, seats, "member", note, ALWAYS, place(line))


def mandate(name: str, organisation: Organisation | None, line: int, role="member") -> Mandate:
    return Mandate(Person(name), organisation, role, ALWAYS, place(line))


def item(number: int, title: str, language: Language, kind=None, outcome=None) -> Item:
    return Item(
        number=str(number),
        title=title,
        listed_as="",
        presenters=(),
        kind=kind,
        papers=(),
        outcome=outcome,
        language=language,
        body=(),
        outcomes=(),
        withheld=None,
        continues=(),
        is_heading=False,
        has_section=True,
        place=Place("meetings/kart/2021/m.md", 10 + number),
    )


def meeting(first: date, language: Language, last: date | None = None, **changes) -> Meeting:
    made = Meeting(
        id=first.isoformat(),
        committee="kart",
        first=first,
        last=last or first,
        language=language,
        status="approved",
        minutes_by=(),
        minutes_date=None,
        minutes_link="",
        approved_date=None,
        approved_in="",
        chair=("Ragna Ås",),
        present=None,
        apologies=None,
        introduction=(),
        items=(item(1, "Djupner", language), item(2, "Eventuelt", language, "any-other-business")),
        follow_up=(),
        next_meeting=None,
        form=None,
        time="",
        location="",
        number="",
        title="",
        attachments=(),
        place=Place(f"meetings/kart/{first.year}/{first}.md", 2),
    )
    return replace(made, **changes)


def agenda(held: Meeting) -> AgendaList:
    organisations = {"1": ("Alfa",)}
    return AgendaList(
        held,
        tuple(
            AgendaLine(
                organisations.get(listed.number, ()),
                listed.title,
                listed.language,
                listed,
                (listed.place,),
            )
            for listed in held.items
        ),
    )


def make_report(
    language: Language = "nn", meetings: int | tuple[Meeting, ...] = 1, **changes
) -> Report:
    """Meetings on the 3rd of February, March … of 2021, two items each, the first by Alfa."""
    if isinstance(meetings, int):
        days = [date(2021, 2 + n % 11, 3 + n // 11) for n in range(meetings)]
        meetings = tuple(meeting(day, language) for day in sorted(days))
    names = (("nn", "Sjøkartutvalet"), ("nb", "Sjøkartutvalget"), ("en", "Committee on Charts"))
    made = Report(
        committee=PublishedCommittee(
            "kart", names, language, (), (), (), meetings, (), (), Place(FILE), edition="public"
        ),
        plan=ReportPlan("meetings/kart/2021/report", "2021"),
        language=language,
        publisher="Alfa institutt",
        period=Period(date(2021, 1, 1), date(2021, 12, 31)),
        as_of=date(2021, 12, 31),
        meetings=meetings,
        agendas=tuple(map(agenda, meetings)),
        seats=(
            SeatRow(seat(ALFA, 2, 4), has_secretariat=True, places=(place(4),)),
            SeatRow(seat(BETA, 1, 5, "utan røyst"), has_secretariat=False, places=(place(5),)),
        ),
        members=(
            MemberRow("Alfa", (mandate("Ragna Ås", ALFA, 7), mandate("Siv Øy", ALFA, 9, "secretary")), (place(7), place(9))),
            MemberRow("Beta", (mandate("Bo Li", BETA, 8),), (place(8),)),
        ),
        working_groups=(WorkingGroup("Tidvatn", "Alfa", "", ALWAYS, place(11)),),
        items=2 * len(meetings),
        people=0,
    )  # fmt: skip
    return replace(made, **changes)


@pytest.fixture
def report() -> Callable[..., Report]:
    """Make a Report: `report("nb", 40, seats=())`."""
    return make_report


@pytest.fixture
def held() -> Callable[..., Meeting]:
    """Make a meeting: `held(date(2021, 2, 3), "nn", location="Hamar")`."""
    return meeting
