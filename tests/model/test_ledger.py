"""The ledger of actions; what is expected is worked out by hand from docs/format.md."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from arsrapport.load.project import load
from arsrapport.model.ledger import ledger
from arsrapport.source.tree import MemoryTree

T1 = """\
> **Tiltak T1.** Bo Li sender ut kartet.
> Frist: 1. april 2021
"""
T2 = """\
> **Tiltak T2.** Kartet blir retta.
> Frist: løpande
"""


def meeting(day, *, body="", follow_up=(), status="approved", items=2):
    agenda = "".join(f"  - title: Sak {number}\n" for number in range(1, items + 1))
    entries = "follow_up:\n" + "".join(f"  - {entry}\n" for entry in follow_up) if follow_up else ""
    sections = "".join(
        f"## Sak {n}\n\n{body if n == 1 else 'Tekst.'}\n\n" for n in range(1, items + 1)
    )
    front = f"---\ndate: {day}\nstatus: {status}\nagenda:\n{agenda}{entries}---\n"
    return front + (f"\n{sections}" if body else "")


def committee(meetings, log=()):
    """Return a committee with meetings by day, and with entries (day, text) of follow-up.yaml."""
    files = {"arsrapport.yaml": b""}
    for day, text in meetings.items():
        files[f"meetings/kart/{day[:4]}/{day}.md"] = text.encode()
    if log:
        groups = (f"- date: {day}\n  follow_up:\n    - {text}\n" for day, text in log)
        files["meetings/kart/follow-up.yaml"] = "".join(groups).encode()
    archive, diagnostics = load(MemoryTree(files))
    assert diagnostics == ()
    return archive.committees[0]


def state(found, day):
    """The actions on a day, each as its id, status, what took over, dues, and whether overdue."""
    return [
        (
            action.outcome.id,
            action.status,
            [str(target) for target in action.to],
            [str(due.day or due.written) for due in action.dues],
            action.is_overdue,
        )
        for action in ledger(found, date.fromisoformat(day))
    ]


# --- what is there --------------------------------------------------------------------------


def test_an_action_is_open_from_the_last_day_of_the_meeting_that_decided_it():
    found = committee({"2021-03-10": meeting("2021-03-10/2021-03-11", body=T1)})

    assert state(found, "2021-03-10") == []
    assert state(found, "2021-03-11") == [("T1", "open", [], ["2021-04-01"], False)]


def test_an_action_knows_where_it_was_decided():
    found = committee({"2021-03-10": meeting("2021-03-10", body=T1)})

    (action,) = ledger(found, date(2021, 3, 10))

    assert (action.meeting.id, action.item.number, action.outcome.id) == ("2021-03-10", "1", "T1")
    assert action.due.day == date(2021, 4, 1)


def test_decisions_and_conclusions_are_no_actions():
    body = "> **Vedtak V1.** Ja.\n\n> **Konklusjon.** Nei.\n\n" + T1

    assert [
        row[0]
        for row in state(committee({"2021-03-10": meeting("2021-03-10", body=body)}), "2022-01-01")
    ] == ["T1"]


def test_an_action_without_an_id_is_open_and_takes_no_follow_up():
    body = "> **Tiltak.** Tekst.\n> Frist: 1. april 2021\n"
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=body)},
        [("2021-05-01", "{action: T1, status: done}")],
    )

    assert state(found, "2021-06-01") == [("", "open", [], ["2021-04-01"], True)]


def test_a_planned_meeting_decides_nothing_and_follows_nothing_up():
    found = committee(
        {
            "2021-03-10": meeting("2021-03-10", body=T1),
            "2021-06-02": meeting(
                "2021-06-02", body=T2, follow_up=["{action: T1, status: done}"], status="planned"
            ),
        }
    )

    assert state(found, "2022-01-01") == [("T1", "open", [], ["2021-04-01"], True)]


def test_actions_come_in_the_order_of_meetings_and_items():
    found = committee(
        {
            "2021-06-02": meeting(
                "2021-06-02", body="> **Tiltak A9.** X.\n\n> **Tiltak A8.** X.\n"
            ),
            "2021-03-10": meeting("2021-03-10", body=T2),
        }
    )

    assert [row[0] for row in state(found, "2022-01-01")] == ["T2", "A9", "A8"]


# --- status ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2021-05-02", "open"),
        ("2021-05-03", "done"),
        ("2021-06-01", "done"),
        ("2021-06-02", "open"),
    ],
)
def test_the_status_on_a_day_is_that_of_the_last_follow_up_up_to_it(day, status):
    found = committee(
        {
            "2021-03-10": meeting("2021-03-10", body=T1),
            "2021-06-02": meeting("2021-06-02", follow_up=["{action: T1, status: open}"]),
        },
        [("2021-05-03", "{action: T1, status: done}")],
    )

    assert [row[1] for row in state(found, day)] == [status]


def test_a_date_of_its_own_goes_before_that_of_the_meeting():
    found = committee(
        {
            "2021-03-10": meeting("2021-03-10", body=T1),
            "2021-06-02": meeting(
                "2021-06-02", follow_up=["{action: T1, date: 2021-05-08, status: done}"]
            ),
        }
    )

    assert [row[1] for row in state(found, "2021-05-08")] == ["done"]


def test_ids_are_compared_without_regard_to_capitals_and_one_entry_may_name_several():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=f"{T1}\n{T2}")},
        [("2021-05-03", "{action: [t1, T2], status: dropped}")],
    )

    assert [row[1] for row in state(found, "2021-06-01")] == ["dropped", "dropped"]


def test_a_follow_up_without_a_status_changes_none():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=T1)},
        [
            ("2021-05-03", "{action: T1, status: done}"),
            ("2021-05-04", "{action: T1, note: Publisert}"),
        ],
    )

    (action,) = ledger(found, date(2021, 6, 1))

    assert action.status == "done"
    assert [step.follow_up.note for step in action.steps] == ["", "Publisert"]


def test_what_was_closed_on_a_day_is_closed_whatever_else_was_said_that_day():
    entries = ["{action: T1, status: done}", "{action: T1, status: open, note: Nesten ferdig}"]
    meetings = {"2021-03-10": meeting("2021-03-10", body=T1)}

    for order in (entries, entries[::-1]):
        found = committee(meetings, [("2021-05-03", entry) for entry in order])
        assert [row[1] for row in state(found, "2021-05-03")] == ["done"]


# --- what takes over ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("2", ["2021-06-02/2"]),
        ("2021-03-10/2", ["2021-03-10/2"]),
        ("[1, t2]", ["2021-06-02/1", "T2"]),
        ("2021-03-10", ["2021-03-10"]),
        ("9", ["9"]),
        ("2021-03-10/9", ["2021-03-10/9"]),
    ],
)
def test_what_took_over_is_named_in_full(to, expected):
    found = committee(
        {
            "2021-03-10": meeting("2021-03-10", body=f"{T1}\n{T2}"),
            "2021-06-02": meeting(
                "2021-06-02", follow_up=[f"{{action: T1, status: moved, to: {to}}}"]
            ),
        }
    )

    assert state(found, "2021-06-02")[0][1:3] == ("moved", expected)


def test_in_follow_up_yaml_a_number_alone_is_no_item():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=T1)},
        [("2021-05-03", "{action: T1, status: moved, to: 2}")],
    )

    (action,) = ledger(found, date(2021, 6, 1))

    assert [(target.is_known, target.written) for target in action.to] == [(False, "2")]


def test_what_is_done_has_nothing_that_took_over():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=f"{T1}\n{T2}")},
        [("2021-05-03", "{action: T1, status: done, to: T2}")],
    )

    assert state(found, "2021-05-03")[0][1:3] == ("done", [])


def test_what_is_opened_again_has_nothing_that_took_over():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=f"{T1}\n{T2}")},
        [
            ("2021-05-03", "{action: T1, status: moved, to: T2}"),
            ("2021-05-04", "{action: T1, status: open}"),
        ],
    )

    assert [state(found, day)[0][2] for day in ("2021-05-03", "2021-05-04")] == [["T2"], []]


# --- dues -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "expected"), [("2021-04-01", False), ("2021-04-02", True)])
def test_an_action_is_overdue_from_the_day_after_its_due(day, expected):
    found = committee({"2021-03-10": meeting("2021-03-10", body=T1)})

    assert [row[4] for row in state(found, day)] == [expected]


@pytest.mark.parametrize(
    "dues",
    [("2021-06-15", "2021-07-01"), ("15.06.2021", "1. juli 2021"), ("1. juli 2021", "15.6.2021")],
)
def test_of_two_dues_set_on_one_day_the_later_holds_however_they_are_written(dues):
    entries = [("2021-05-03", f"{{action: T1, due: {due}}}") for due in dues]
    found = committee({"2021-03-10": meeting("2021-03-10", body=T1)}, entries)

    assert state(found, "2021-06-20") == [
        ("T1", "open", [], ["2021-04-01", "2021-06-15", "2021-07-01"], False)
    ]


def test_a_later_due_holds_from_the_day_it_was_set_and_the_first_is_kept():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=T1)},
        [("2021-05-03", "{action: T1, due: 2021-06-01}")],
    )

    assert state(found, "2021-05-02") == [("T1", "open", [], ["2021-04-01"], True)]
    assert state(found, "2021-05-03") == [("T1", "open", [], ["2021-04-01", "2021-06-01"], False)]
    assert state(found, "2021-06-02") == [("T1", "open", [], ["2021-04-01", "2021-06-01"], True)]


@pytest.mark.parametrize("status", ["done", "moved", "dropped"])
def test_what_is_closed_is_never_overdue(status):
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body=T1)},
        [("2021-05-03", f"{{action: T1, status: {status}}}")],
    )

    assert [row[4] for row in state(found, "2022-01-01")] == [False]


@pytest.mark.parametrize("due", ["hausten 2020", "løpande", "?", "neste møte"])
def test_what_has_no_day_is_never_overdue(due):
    body = f"> **Tiltak T1.** Tekst.\n> Frist: {due}\n"
    found = committee({"2021-03-10": meeting("2021-03-10", body=body)})

    assert [row[4] for row in state(found, "2031-01-01")] == [False]


def test_the_next_meeting_is_the_first_that_was_held_later():
    body = "> **Tiltak T1.** Tekst.\n> Frist: til neste møte\n"
    found = committee(
        {
            "2021-03-10": meeting("2021-03-10", body=body),
            "2021-04-07": meeting("2021-04-07", status="planned"),
            "2021-06-02": meeting("2021-06-02"),
            "2021-09-01": meeting("2021-09-01"),
        }
    )

    assert state(found, "2021-06-01") == [("T1", "open", [], ["til neste møte"], False)]
    assert state(found, "2021-06-02") == [("T1", "open", [], ["2021-06-02"], False)]
    assert state(found, "2021-06-03") == [("T1", "open", [], ["2021-06-02"], True)]


def test_the_next_meeting_of_a_follow_up_is_the_first_after_that():
    found = committee(
        {
            "2021-03-10": meeting("2021-03-10", body=T1),
            "2021-06-02": meeting("2021-06-02", follow_up=["{action: T1, due: neste møte}"]),
            "2021-09-01": meeting("2021-09-01"),
        }
    )

    assert state(found, "2021-09-02") == [("T1", "open", [], ["2021-04-01", "2021-09-01"], True)]


def test_an_action_without_a_due_gets_one_by_a_follow_up():
    found = committee(
        {"2021-03-10": meeting("2021-03-10", body="> **Tiltak T1.** Tekst.\n")},
        [("2021-05-03", "{action: T1, due: 2021-06-01}")],
    )

    assert ledger(found, date(2021, 5, 2))[0].due.kind == "unknown"
    assert state(found, "2021-06-02") == [("T1", "open", [], ["2021-06-01"], True)]


# --- properties -----------------------------------------------------------------------------

ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["2021-04-01", "2021-05-03", "2021-06-02"]),
        st.sampled_from(["T1", "T2", "[T1, T2]"]),
        st.sampled_from(
            ["", ", status: open", ", status: done", ", status: moved, to: T2", ", status: dropped"]
        ),
        st.sampled_from(["", ", due: 2021-05-01", ", due: løpande"]),
    ),
    max_size=6,
)


def laid_out(entries, in_log):
    """The same follow-ups, those that `in_log` says in follow-up.yaml, the others in meetings."""
    days = ["2021-04-01", "2021-05-03", "2021-06-02"]
    texts = [(day, f"{{action: {id_}{status}{due}}}") for day, id_, status, due in entries]
    log = [entry for entry, there in zip(texts, in_log, strict=True) if there]
    rest = [entry for entry, there in zip(texts, in_log, strict=True) if not there]
    meetings = {"2021-03-10": meeting("2021-03-10", body=f"{T1}\n{T2}")}
    for day in days:
        meetings[day] = meeting(day, follow_up=[text for own, text in rest if own == day])
    return committee(meetings, log)


@given(ENTRIES, st.data())
def test_in_whichever_files_and_order_follow_ups_stand_the_ledger_is_the_same(entries, data):
    moved = data.draw(st.permutations(entries))
    places = st.lists(st.booleans(), min_size=len(entries), max_size=len(entries))
    one, other = (laid_out(listed, data.draw(places)) for listed in (entries, moved))

    for day in ("2021-03-31", "2021-04-01", "2021-05-03", "2022-01-01"):
        assert state(one, day) == state(other, day)


@given(ENTRIES)
def test_what_is_later_than_a_day_changes_nothing_on_it(entries):
    earlier = [entry for entry in entries if entry[0] <= "2021-05-02"]

    whole, cut = (laid_out(listed, [False] * len(listed)) for listed in (entries, earlier))

    assert state(whole, "2021-05-02") == state(cut, "2021-05-02")


def test_a_hundred_thousand_actions_take_seconds():
    count = 100_000
    one = committee({"2021-03-10": meeting("2021-03-10", body=T1)})
    (held,) = one.meetings
    (item, other) = held.items
    first = item.outcomes[0]
    outcomes = tuple(
        replace(first, id=f"T{n}", due=str(date(2021, 4, 1) + timedelta(n % 900)))
        for n in range(count)
    )
    log = committee(
        {"2021-03-10": meeting("2021-03-10", body=T1)},
        [("2021-05-03", "{action: T1, status: done}")],
    )
    entries = tuple(replace(log.follow_up[0], actions=(f"t{n}",)) for n in range(0, count, 2))
    large = replace(
        one,
        meetings=(replace(held, items=(replace(item, outcomes=outcomes), other)),),
        follow_up=entries,
    )

    start = time.process_time()
    found = ledger(large, date(2021, 6, 1))

    assert time.process_time() - start < 8
    assert sum(action.status == "done" for action in found) == count // 2
