"""The register of decisions, with what supersedes what; and the actions that a period has."""

from datetime import date

from registered import minutes, report_of


def decision(id_="", *supersedes, word="Vedtak", label="Erstattar"):
    head = f"{word} {id_}".strip()
    line = f"\n> {label}: {', '.join(supersedes)}" if supersedes else ""
    return f"> **{head}.** Teksten.{line}\n"


def links(report):
    return [(r.outcome.id, r.supersedes, r.superseded_by) for r in report.decisions]


def test_decisions_and_conclusions_come_in_the_order_of_meetings_and_items():
    report = report_of(
        minutes("2021-06-02", decision("V3")),
        minutes("2021-03-10", decision("V2", word="Konklusjon"), decision("V1")),
    )

    assert [(r.meeting.id, r.item.number, r.outcome.kind, r.outcome.id) for r in report.decisions] == [
        ("2021-03-10", "1", "conclusion", "V2"),
        ("2021-03-10", "2", "decision", "V1"),
        ("2021-06-02", "1", "decision", "V3"),
    ]  # fmt: skip


def test_what_supersedes_what_is_told_both_ways():
    report = report_of(
        minutes("2021-03-10", decision("V1"), decision("V2")),
        minutes("2021-06-02", decision("V3", "V1", "V2")),
        minutes("2021-09-01", decision("V4", "v1")),
    )

    assert links(report) == [
        ("V1", (), ("V3", "V4")),
        ("V2", (), ("V3",)),
        ("V3", ("V1", "V2"), ()),
        ("V4", ("v1",), ()),
    ]


def test_it_is_told_across_periods_too():
    meetings = (minutes("2021-03-10", decision("V1")), minutes("2022-03-10", decision("V2", "V1")))

    assert links(report_of(*meetings)) == [("V1", (), ("V2",))]
    assert links(report_of(*meetings, year="2022")) == [("V2", ("V1",), ())]


def test_a_decision_without_an_id_is_called_by_its_item():
    report = report_of(
        minutes("2021-03-10", decision("V1"), decision()),
        minutes("2021-06-02", "Tekst.", decision("", "V1")),
    )

    assert links(report) == [("V1", (), ("2021-06-02/2",)), ("", (), ()), ("", ("V1",), ())]


def test_a_planned_meeting_decides_nothing():
    report = report_of(
        minutes("2021-03-10", decision("V1")),
        minutes("2021-06-02", decision("V2", "V1"), status="planned"),
    )

    assert links(report) == [("V1", (), ())]


def test_what_is_withheld_shows_nothing_not_even_what_it_supersedes():
    report = report_of(
        minutes("2021-03-10", decision("V1")),
        minutes("2021-06-02", (decision("V2", "V1"), "withheld: {basis: offl. § 13}")),
        minutes("2021-09-01", f"::: internal\n{decision('V3', 'V1')}\n:::\n\nTekst.\n"),
    )

    assert links(report) == [("V1", (), ())]


# --- actions of a period --------------------------------------------------------------------


def action(id_):
    return f"> **Tiltak {id_}.** Teksten.\n> Ansvar: alle\n> Frist: løpande\n"


def follow_up(*entries):
    return "follow_up:\n" + "".join(f"  - {{action: {i}, status: {s}}}\n" for i, s in entries)


def states(report):
    return [(a.outcome.id, a.status) for a in report.actions]


MEETINGS = (
    minutes("2020-03-10", action("T1"), action("T2"), action("T3")),
    minutes("2020-12-31", "Tekst.", front=follow_up(("T1", "done"))),
    minutes("2021-01-01", action("T4"), front=follow_up(("T2", "done"))),
    minutes("2021-12-31", action("T5")),
    minutes("2022-01-01", action("T6"), front=follow_up(("T5", "dropped"))),
)


def test_a_period_has_the_actions_decided_in_it_and_those_that_were_open_when_it_began():
    # T1 was done on the last day before it. T2 was open when it began, and done on its first day.
    assert states(report_of(*MEETINGS)) == [
        ("T2", "done"),
        ("T3", "open"),
        ("T4", "open"),
        ("T5", "open"),
    ]


def test_they_stand_as_they_did_on_the_day_asked_for():
    assert states(report_of(*MEETINGS, as_of=date(2021, 6, 1))) == [
        ("T2", "done"),
        ("T3", "open"),
        ("T4", "open"),
    ]
    assert states(report_of(*MEETINGS, as_of=date(2022, 6, 1)))[-1] == ("T5", "dropped")
