"""Made-up projects of as many meetings as wanted, which differ in people, dates and texts.

Everything follows from numbers by arithmetic: the same files each time and on each machine. A
meeting's file is as long as that of a real one, some ten kB.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from measure.phrases import (
    ACTION,
    COMMITTEE,
    FIRST,
    ITEM,
    LAST,
    MEETING,
    OBJECTS,
    ORGANISATIONS,
    SLIPS,
    SUBJECTS,
    TABLE,
    TAILS,
    TITLES,
    VERBS,
)

YEAR = 2021
A_YEAR = 20
"""Meetings a year in a project of many years; a busy committee has half of that."""
A_COMMITTEE = 1_000
"""Meetings of one committee in a project of many."""

T = TypeVar("T")


class Draw:
    """Numbers that look drawn and follow from a seed: a linear congruential generator."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2_654_435_761 % 2**32

    def below(self, limit: int) -> int:
        """Return a number from 0 up to a limit."""
        self._state = (self._state * 1_664_525 + 1_013_904_223) % 2**32
        return (self._state >> 12) % limit  # the lowest bits repeat soon

    def one(self, choices: Sequence[T]) -> T:
        """Return one of several."""
        return choices[self.below(len(choices))]

    def paragraph(self) -> str:
        """Return some sentences, in lines of no more than a hundred characters."""
        return textwrap.fill(" ".join(self.sentence() for _ in range(4)), 100)

    def sentence(self) -> str:
        """Return one sentence."""
        parts = (self.one(words) for words in (SUBJECTS, VERBS, OBJECTS, TAILS))
        return "{} {} {}{}.".format(*parts)


def report_project(meetings: int) -> Iterator[tuple[str, str]]:
    """Yield the files of one committee with all its meetings in one year: one report holds them."""
    yield from _project([[(YEAR, meetings)]])


def archive_project(meetings: int) -> Iterator[tuple[str, str]]:
    """Yield the files of a project of many years, and of several committees where it takes them."""
    committees = -(-meetings // A_COMMITTEE)
    least, rest = divmod(meetings, committees)
    yield from _project([_years(least + (number < rest)) for number in range(committees)])


def _years(meetings: int) -> list[tuple[int, int]]:
    """Return how many meetings there are in each year, the last first."""
    starts = range(0, meetings, A_YEAR)
    return [(YEAR - n, min(A_YEAR, meetings - start)) for n, start in enumerate(starts)]


def write(folder: Path, files: Iterable[tuple[str, str]]) -> Path:
    """Write files one by one, and return the folder."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def bodies(files: Iterable[tuple[str, str]]) -> str:
    """Return the minutes of a project as one Markdown text, each under a heading of its own."""
    minutes = ((name, text) for name, text in files if name.endswith(".md"))
    return "\n".join(
        f"# Møte {Path(name).stem}\n\n{text.split('---', 2)[2].lstrip()}" for name, text in minutes
    )


def _project(committees: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[str, str]]:
    """Yield the files of committees, of each of which is said how many meetings it has in a year.

    These are spread over the year; when there are many, several have the same day.
    """
    yield "arsrapport.yaml", "publisher: Alfa\nlanguage: nn\n"
    for number, years in enumerate(committees):
        folder = f"meetings/utval-{number:02}"
        people = [_person(number * 100 + n) for n in range(14)]
        yield f"{folder}/committee.yaml", _committee(number, people)
        for year, meetings in years:
            days = [date(year, 1, 4) + timedelta(days=n * 350 // meetings) for n in range(meetings)]
            for n, day in enumerate(days):
                mark = "abcdefghij"[n - days.index(day)] if n > days.index(day) else ""
                following = next((later for later in days if later > day), date(year + 1, 1, 4))
                text = _meeting(number, n, day, following, people)
                yield f"{folder}/{year}/{day}{mark}.md", text


def with_slips(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the files of a project, with a slip of some kind in every seventh meeting."""
    for number, (name, text) in enumerate(files):
        is_hit = name.endswith(".md") and number % 7 == 3  # noqa: PLR2004 - any seventh
        yield name, text.replace(*SLIPS[number // 7 % len(SLIPS)], 1) if is_hit else text


def _person(number: int) -> str:
    draw = Draw(number + 1)
    return f"{draw.one(FIRST)} {draw.one(FIRST)} {draw.one(LAST)} {draw.one(LAST)}"


def _committee(number: int, people: Sequence[str]) -> str:
    seats = (f"  - {{name: {name}, seats: 3}}" for name in ORGANISATIONS)
    members = (
        f"  - {{name: {person}, organisation: {ORGANISATIONS[n % len(ORGANISATIONS)]}"
        f"{', role: secretary' if n == 0 else ''}}}"
        for n, person in enumerate(people)
    )
    return COMMITTEE.format(name=number + 1, seats="\n".join(seats), members="\n".join(members))


def _meeting(committee: int, number: int, day: date, following: date, people: Sequence[str]) -> str:
    draw = Draw(day.toordinal() * 1_009 + number * 31 + committee)
    chosen = [person for person in people[1:] if draw.below(4)]
    guests = [f"{_person(draw.below(10**6))} ({draw.one(ORGANISATIONS)})" for _ in range(2)]
    present = [people[0], people[1], *chosen[1:], *guests]
    titles = [f"{draw.one(TITLES)} {draw.below(900) + 100}" for _ in range(5 + draw.below(3))]
    return MEETING.format(
        day=day,
        secretary=people[0],
        written=day + timedelta(days=9),
        chair=people[1],
        present="\n".join(f"  - {person}" for person in dict.fromkeys(present)),
        agenda="\n".join(_entry(title, draw.one(present)) for title in titles),
        follow_up=f"follow_up:\n  - {{action: T{day.year}-{number - 1}, status: done}}\n"
        if number
        else "",
        next=following,
        body=_body(draw, titles, f"{day.year}-{number}", day.year),
    )


def _entry(title: str, presenter: str) -> str:
    return f"  - title: {title}\n    presenter: {presenter}\n    papers: [Notat]"


def _body(draw: Draw, titles: Sequence[str], name: str, year: int) -> str:
    """Return the sections of a meeting, with a table, and an action that bears the name."""
    sections = [_item(draw, number, title, name) for number, title in enumerate(titles, 1)]
    rows = (f"| {draw.one(LAST)} | {draw.below(9_000)} | {draw.below(100)} % |" for _ in range(6))
    table = TABLE.format(title=titles[-1].lower(), rows="\n".join(rows))
    action = ACTION.format(
        action=f"T{name}",
        text=draw.sentence(),
        responsible=draw.one(ORGANISATIONS),
        due=f"{draw.below(28) + 1}. desember {year}",
    )
    return "\n".join([*sections, table, action])


def _item(draw: Draw, number: int, title: str, name: str) -> str:
    return ITEM.format(
        number=number,
        title=title,
        note=f"{name}-{number}",
        first=draw.paragraph(),
        second=draw.paragraph(),
        third=draw.sentence(),
        fourth=draw.sentence(),
        conclusion=draw.sentence(),
        text=draw.sentence(),
    )
