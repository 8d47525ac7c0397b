"""Figures: what attendance and a ledger cost as the meetings become more, apart from reading them.

Meetings are made as values, in this process: ten people at each, ten actions decided, and each of
those of the meeting before done. One mandate in ten ends half-way, and another begins.
"""

import gc
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Final

from arsrapport.aggregate.attendance import attendance
from arsrapport.model.archive import (
    Committee,
    FollowUp,
    Item,
    Mandate,
    Meeting,
    Organisation,
    Outcome,
    Participant,
    Person,
    Seat,
    Term,
)
from arsrapport.model.ledger import ledger
from arsrapport.model.report import Period
from arsrapport.source.place import Place
from measure.table import Row

PEOPLE: Final = 10
ACTIONS: Final = 10
FIRST: Final = date(1950, 1, 1)
"""A day from which 10,000 meetings, one every other day, end in 2004."""

_PLACE: Final = Place("made-up.md", 1)
_ALFA: Final = Organisation("Alfa")


def figures(sizes: Sequence[int], rounds: int) -> list[Row]:
    """Measure both over these numbers of meetings, the smallest first.

    `ratio` is the time per meeting by that of the smallest number: alike where time is linear.
    """
    made = {size: committee(size) for size in sizes}
    rows: list[Row] = []
    for what, run in (("attendance", _attendance), ("ledger", _ledger)):
        seconds = {size: _seconds(run, made[size], rounds) for size in sizes}
        least = seconds[sizes[0]] / sizes[0]
        rows += [
            {
                "what": what,
                "meetings": size,
                "actions": ACTIONS * size if what == "ledger" else None,
                "s": seconds[size],
                "ms each": 1000 * seconds[size] / size,
                "ratio": seconds[size] / size / least,
            }
            for size in sizes
        ]
    return rows


def _seconds(run: Callable[[Committee], object], made: Committee, rounds: int) -> float:
    found = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()  # as the program does
        begun = time.perf_counter()
        run(made)
        found.append(time.perf_counter() - begun)
        gc.enable()
    return median(found)


def _attendance(made: Committee) -> object:
    last = made.meetings[-1].last
    return attendance(made, made.meetings, Period(FIRST, last))


def _ledger(made: Committee) -> object:
    return ledger(made, made.meetings[-1].last)


# --- made up --------------------------------------------------------------------------------


def committee(size: int) -> Committee:
    """Return a committee that has held so many meetings, one every other day."""
    half = FIRST + timedelta(days=size)
    people = [Person(f"Person {n}") for n in range(PEOPLE + 1)]
    terms = {0: Term(None, half), PEOPLE: Term(half + timedelta(days=1), None)}
    mandates = tuple(
        Mandate(person, _ALFA, "member", terms.get(n, Term()), _PLACE)
        for n, person in enumerate(people)
    )
    return Committee(
        id="kart",
        names=(("", "Kart"),),
        language="nn",
        seats=(Seat(_ALFA, PEOPLE, "member", "", Term(), _PLACE),),
        mandates=mandates,
        working_groups=(),
        meetings=tuple(_meeting(number, people) for number in range(size)),
        plans=(),
        follow_up=(),
        place=_PLACE,
        quorum="half",
    )


def _meeting(number: int, people: Sequence[Person]) -> Meeting:
    day = FIRST + timedelta(days=2 * number)
    present = tuple(
        Participant(person.name, "", person, _ALFA, place=_PLACE)
        for n, person in enumerate(people)
        if (n + number) % len(people)
    )
    done = tuple(f"T{number - 1}-{n}" for n in range(ACTIONS)) if number else ()
    return Meeting(
        id=day.isoformat(),
        committee="kart",
        first=day,
        last=day,
        language="nn",
        status="approved",
        minutes_by=(),
        minutes_date=None,
        minutes_link="",
        approved_date=None,
        approved_in="",
        chair=(),
        present=present,
        apologies=(),
        introduction=(),
        items=(_item(number),),
        follow_up=(FollowUp(done, day, "done", (), "", "", _PLACE),) if done else (),
        next_meeting=None,
        form=None,
        time="",
        location="",
        number="",
        title="",
        attachments=(),
        place=_PLACE,
    )


def _item(number: int) -> Item:
    actions = (
        Outcome("action", f"T{number}-{n}", "", (), "nn", ("Alfa",), "neste møte", place=_PLACE)
        for n in range(ACTIONS)
    )
    return Item(
        number="1",
        title="Sak",
        listed_as="",
        presenters=(),
        kind=None,
        papers=(),
        outcome=None,
        language="nn",
        body=(),
        outcomes=tuple(actions),
        withheld=None,
        continues=(),
        is_heading=False,
        has_section=True,
        place=_PLACE,
    )
