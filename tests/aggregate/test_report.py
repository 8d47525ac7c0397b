"""A period, added up: expected figures are worked out from the rules in generated.py."""

from datetime import date

import pytest
from msgspec.structs import replace

import generated
from arsrapport.aggregate.publish import publish
from arsrapport.aggregate.report import aggregate
from arsrapport.load.project import load
from arsrapport.model.archive import ReportPlan
from arsrapport.source.tree import MemoryTree

PLAN = ReportPlan(folder="meetings/kart/2021/report", year="2021")


def archive_of(files):
    archive, diagnostics = load(MemoryTree(files))

    assert diagnostics == ()
    return publish(archive, "public")


def report_of(files, plan=PLAN, **more):
    archive = archive_of(files)
    return aggregate(archive, archive.committees[0], plan, **more)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_the_figures_of_a_year(language, count):
    report = report_of(generated.committee(language, count))

    assert len(report.meetings) == count
    assert report.items == 3 * count
    assert report.people == (2 + count if count else 0)
    assert len(report.agendas) == count


def test_agenda_lists_leave_the_closing_out_and_name_the_presenters_organisation():
    report = report_of(generated.committee("nb", 1))

    lines = [(line.organisations, line.title) for line in report.agendas[0].lines]

    assert lines == [
        (("Alfa",), "Dybder ved kysten 1"),
        (("Gamma",), "Farleder"),
        ((), "Eventuelt"),
    ]


def test_seats_and_members_come_in_the_files_order_and_the_secretariat_is_marked():
    report = report_of(generated.committee())

    assert [(r.seat.organisation.full, r.seat.seats, r.has_secretariat) for r in report.seats] == [
        ("Alfa institutt (Alfa)", 2, True),
        ("Beta", 1, False),
    ]
    assert [(r.organisation, [m.person.name for m in r.mandates]) for r in report.members] == [
        ("Alfa", ["Ragna Ås", "Siv Øy"]),
        ("Beta", ["Bo Li"]),
    ]


def with_terms(**terms):
    files = generated.committee()
    line = "".join(f", {key}: {value}" for key, value in terms.items())
    text = files["meetings/kart/committee.yaml"].decode()
    files["meetings/kart/committee.yaml"] = text.replace(
        "name: Bo Li, organisation: Beta", f"name: Bo Li, organisation: Beta{line}"
    ).encode()
    return files


@pytest.mark.parametrize(
    ("terms", "as_of", "there"),
    [
        ({}, date(2021, 12, 31), True),
        ({"from": "2021-12-31"}, date(2021, 12, 31), True),
        ({"from": "2022-01-01"}, date(2021, 12, 31), False),
        ({"to": "2021-12-31"}, date(2021, 12, 31), True),
        ({"to": "2021-12-30"}, date(2021, 12, 31), False),
        ({"from": "2020-01-01", "to": "2021-06-30"}, date(2021, 6, 30), True),
    ],
)
def test_members_are_those_in_force_that_day_both_ends_included(terms, as_of, there):
    report = report_of(with_terms(**terms), as_of=as_of)

    assert ("Beta" in [row.organisation for row in report.members]) == there


def test_the_day_is_the_periods_last_unless_the_report_says():
    files = generated.committee()

    assert report_of(files).as_of == date(2021, 12, 31)
    assert report_of(files, replace(PLAN, as_of=date(2021, 3, 1))).as_of == date(2021, 3, 1)


def test_a_period_that_crosses_the_year_takes_the_meetings_in_it():
    files = generated.committee("nn", 24, in_one_year=False)
    report = report_of(files, replace(PLAN, period=(date(2021, 7, 1), date(2022, 6, 30))))

    assert [m.first for m in report.meetings] == [date(2021, m, 10) for m in range(7, 13)] + [
        date(2022, m, 10) for m in range(1, 7)
    ]
    assert report.period.label == "2021–2022"


@pytest.mark.parametrize(
    ("status", "counts"), [("planned", 0), ("draft", 1), ("for-comment", 1), ("approved", 1)]
)
def test_planned_meetings_never_count_and_drafts_do(status, counts):
    files = generated.committee()
    path = "meetings/kart/2021/2021-01-01.md"
    files[path] = files[path].replace(b"status: approved", f"status: {status}".encode())
    report = report_of(files)

    assert len(report.meetings) == counts
    assert len(report.planned) == 1 - counts


@pytest.mark.parametrize("outcome", ["postponed", "withdrawn"])
def test_what_was_not_treated_is_listed_and_not_counted(outcome):
    files = generated.committee()
    path = "meetings/kart/2021/2021-01-01.md"
    files[path] = files[path].replace(
        b"  - title: Farleier\n", f"  - title: Farleier\n    outcome: {outcome}\n".encode()
    )
    report = report_of(files)

    assert report.items == 2
    assert len(report.agendas[0].lines) == 3


def test_the_order_of_files_is_irrelevant():
    files = generated.committee("nn", 5)

    assert report_of(files) == report_of(dict(reversed(files.items())))


def test_a_withheld_item_keeps_number_public_title_and_basis_and_nothing_else():
    files = generated.committee()
    path = "meetings/kart/2021/2021-01-01.md"
    secret = (
        files[path]
        .replace(
            b"  - title: Farleier\n    presenter: Gjest 1\n",
            "  - title: HEMMELEG\n    presenter: Gjest 1\n    papers: [HEMMELEG]\n    listed_as: HEMMELEG\n    withheld: {basis: offl. § 13, title: Personalsak}\n".encode(),
        )
        .replace(b"> **Tiltak T1.**", b"> **Tiltak T1.** HEMMELEG")
    )
    files[path] = secret
    archive = archive_of(files)
    item = archive.committees[0].meetings[0].items[1]

    assert (item.number, item.title, item.withheld.basis) == ("2", "Personalsak", "offl. § 13")
    assert "HEMMELEG" not in repr(archive)


def test_an_internal_passage_is_gone_with_the_actions_in_it():
    files = generated.committee()
    path = "meetings/kart/2021/2021-01-01.md"
    files[path] = files[path].replace(
        b"> **Tiltak T1.**", b"::: internal\n\n> **Tiltak T9.** HEMMELEG\n\n:::\n\n> **Tiltak T1.**"
    )
    archive = archive_of(files)
    item = archive.committees[0].meetings[0].items[1]

    assert [outcome.id for outcome in item.outcomes] == ["T1"]
    assert "HEMMELEG" not in repr(archive)
