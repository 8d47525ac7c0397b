"""What `show` answers: the figures and registers of committees, with where each row comes from."""

import re
from datetime import date

import pytest

from arsrapport.pipeline.show import Asked, show
from arsrapport.source.tree import FolderTree
from conftest import ROOT
from small_projects import meeting, tree_of

TODAY = date(2021, 12, 31)
GROUP = ("kostra-helse-omsorg",)
GOLDEN = (ROOT / "tests/golden/2018/actions.md").read_text(encoding="utf-8")


def ask(files, what, **more):
    """The listings of a small project, where nothing is wrong."""
    found = show(tree_of(files), Asked(what, TODAY, "en", **more))
    assert [d.code for d in found.diagnostics] == []
    return found.listings


def rows(listing, *keys):
    """What a program reads in some columns, row by row."""
    known = [column.key for column in listing.columns]
    return [tuple(row.cells[known.index(key)].data for key in keys) for row in listing.rows]


def places(listing):
    return [[f"{p.path.rpartition('/')[2]}:{p.line}" for p in row.places] for row in listing.rows]


# --- the sample -----------------------------------------------------------------------------


def sample(what, day, **more):
    """The listings of the group."""
    asked = Asked(what, date(2026, 1, 1), "nb", committees=GROUP, as_of=day, **more)
    return show(FolderTree(ROOT), asked).listings


def golden_rows(heading):
    section = GOLDEN.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


LEFT_BY_APRIL = [f"18-04-{n}" for n in ("03", "07", "11", "12", "14", "19", "24", "25")]
"""What was open when the meeting of November was over (golden, 1.)."""


def test_the_follow_up_table_of_march_2019():
    """Its rows but the one that no minutes decided, plus the one without a row."""
    table, earlier = sample("actions", date(2019, 3, 19))

    golden = [row for row in golden_rows("2.") if re.fullmatch(r"18-11-\d\d", row[1])]
    assert [row[0] for row in golden] == [
        *("1", "2", "4", "5", "6", "7", "8", "9", "10", "11", "none"),
        *("12", "13", "14", "15", "15", "16", "17"),
    ]
    assert rows(table, "id", "meeting", "status", "overdue") == [
        (row[1], "2018-11-27", row[8].split(" (")[0].split(",")[0], "overdue" in row[8])
        for row in golden
    ]
    assert [id_ for (id_,) in rows(earlier, "id")] == LEFT_BY_APRIL
    assert [listing.title.partition(": ")[2] for listing in (table, earlier)] == [
        "tiltak fra møtet 27.\u00a0november 2018, per 19.3.2019",
        "tiltak fra tidligere møter, per 19.3.2019",
    ]
    assert [len(listing.notes) for listing in (table, earlier)] == [0, 1]
    assert "Ikke med her: 17 tiltak" in earlier.notes[0]  # 25 of April, 8 of them left open


def test_what_april_left_open_in_november_2018():
    decided, left = sample("actions", date(2018, 11, 27))

    assert rows(left, "id", "status", "overdue") == [
        (id_, "open", id_ in {"18-04-14", "18-04-24"}) for id_ in LEFT_BY_APRIL
    ]
    assert rows(decided, "id", "status") == [(f"18-11-{n:02}", "open") for n in range(1, 19)]


def test_all_actions_of_the_group_are_one_table_of_43():
    (listing,) = sample("actions", date(2019, 3, 19), is_whole=True)

    assert len(listing.rows) == 25 + 18
    assert listing.notes == ()


def test_the_day_before_the_meeting_of_november_its_actions_are_not_known():
    (listing,) = sample("actions", date(2018, 11, 26), only="open")

    assert len(listing.rows) == 19


@pytest.mark.parametrize(
    ("responsible", "count"),
    [("KS", 2), ("ks", 2), ("alle", 7), ("Oslo", 2), ("Helse", 0)],  # golden, both tables
)
def test_who_is_responsible_is_asked_by_name(responsible, count):
    (found,) = sample("actions", date(2019, 3, 19), is_whole=True, responsible=responsible)

    assert len(found.rows) == count


def test_the_overdue_of_march_2019_are_fifteen():
    listings = sample("actions", date(2019, 3, 19), only="overdue")

    assert [len(listing.rows) for listing in listings] == [9, 6]


def test_attendance_of_2017_is_that_of_the_report():
    asked = Asked("attendance", TODAY, "nn", "2017", by="organisation")
    (listing,) = show(FolderTree(ROOT), asked).listings

    found = rows(listing, "organisation", "presences", "people", "represented", "held")
    assert found[:3] == [
        ("NAV", 5, 2, 4, 4),
        ("HOD", 4, 3, 3, 4),
        ("Helsedirektoratet", 7, 2, 4, 4),
    ]
    assert sum(row[1] for row in found) == 57  # 16 + 14 + 14 + 13
    assert listing.total[0] == "I alt"
    assert listing.total[3:5] == ("57", "29")


# --- a small project ------------------------------------------------------------------------

ACTION = """\
## Sak 1

> **Tiltak K-1.** Send tala.
> Ansvar: {who}
> Frist: 2021-02-01
"""


def minuted(day, who="Bo Li", *lines):
    return meeting(day, *lines, body=ACTION.format(who=who))


def test_each_row_of_actions_has_where_it_was_decided_and_every_follow_up_so_far():
    follow_up = "- date: 2021-03-01\n  follow_up:\n    - {action: K-1, status: done}\n"
    files = {"2021-01-10": minuted("2021-01-10"), "meetings/kart/follow-up.yaml": follow_up}

    (before,) = ask(files, "actions", as_of=date(2021, 2, 28))
    (after,) = ask(files, "actions")

    assert rows(before, "id", "status", "overdue") == [("K-1", "open", True)]
    assert places(before) == [["2021-01-10.md:9"]]
    assert rows(after, "id", "status", "overdue", "followed_up") == [
        ("K-1", "done", False, date(2021, 3, 1))
    ]
    assert places(after) == [["2021-01-10.md:9", "follow-up.yaml:3"]]


@pytest.mark.parametrize("asked", ["Alfa institutt", "Alfa", "alfa", "Gamle Alfa"])
def test_an_organisation_is_known_by_each_of_its_names(asked):
    register = (
        "organisations:\n  - {name: Alfa institutt, short: Alfa, aliases: [Gamle Alfa]}\n"
        "  - {name: Beta}\n"
    )
    files = {"2021-01-10": minuted("2021-01-10", "Alfa"), "meetings/register.yaml": register}

    assert len(ask(files, "actions", responsible=asked)[0].rows) == 1
    assert len(ask(files, "actions", responsible="Beta")[0].rows) == 0


def test_a_year_is_the_period_of_its_report_and_none_is_the_whole_history():
    files = {f"{year}-01-10": meeting(f"{year}-01-10", "present: [Bo Li]") for year in (2020, 2021)}

    assert rows(ask(files, "meetings", year="2020")[0], "meeting") == [("2020-01-10",)]
    assert rows(ask(files, "meetings")[0], "meeting") == [("2020-01-10",), ("2021-01-10",)]
    assert rows(ask(files, "attendance")[0], "name", "present") == [("Bo Li", 2)]
    assert rows(ask(files, "attendance", as_of=date(2020, 12, 31))[0], "present") == [(1,)]


def test_a_planned_meeting_stands_with_the_meetings_and_in_no_figure():
    files = {
        "2021-01-10": meeting("2021-01-10", "present: [Bo Li]"),
        "2022-01-10": meeting("2022-01-10", "status: planned"),
    }

    assert rows(ask(files, "meetings")[0], "meeting", "status", "present") == [
        ("2021-01-10", None, 1),
        ("2022-01-10", "planned", None),
    ]
    assert rows(ask(files, "attendance", by="meeting")[0], "meeting") == [("2021-01-10",)]
    assert len(ask(files, "agenda")[0].rows) == 2


def test_actions_of_a_year_stand_as_in_its_report_unless_a_day_is_asked_about():
    files = {"2020-01-10": minuted("2020-01-10").replace("Frist: 2021", "Frist: 2020")}
    later = "- date: 2021-03-01\n  follow_up:\n    - {action: K-1, status: done}\n"
    files["meetings/kart/follow-up.yaml"] = later

    assert rows(ask(files, "actions", year="2020")[0], "status") == [("open",)]
    (asked,) = ask(files, "actions", year="2020", as_of=date(2021, 3, 1))
    assert rows(asked, "status") == [("done",)]


def test_a_program_learns_at_which_meetings_a_person_was():
    lists = {
        1: "present: [Bo Li]",
        2: "present: [{name: Bo Li, items: 1}, Siv Øy]",
        3: "present: [Siv Øy]\napologies: [Bo Li]",
        4: "present: [Siv Øy]",
    }
    two = ("Djupner", "Leier")
    files = {
        f"2021-0{n}-10": meeting(f"2021-0{n}-10", text, titles=two) for n, text in lists.items()
    }
    files["meetings/kart/committee.yaml"] = "name: Kart\nmembers: [{name: Bo Li}, {name: Siv Øy}]\n"

    found = rows(
        ask(files, "attendance")[0],
        *("name", "present", "held", "percent"),
        *("whole_meetings", "part_of_meetings", "apologies", "absent"),
    )

    days = [f"2021-0{n}-10" for n in (1, 2, 3, 4)]
    assert found == [
        ("Bo Li", 2, 4, 50, (days[0],), (days[1],), (days[2],), (days[3],)),
        ("Siv Øy", 3, 4, 75, tuple(days[1:]), (), (), (days[0],)),
    ]


CONTINUED = {
    "2021-01-10": meeting("2021-01-10", titles=("Djupner", "Leier")),
    "2021-02-10": "---\ndate: 2021-02-10\nagenda:\n"
    "  - {title: Djupner att, continues: 2021-01-10/1}\n---\n",
}


def test_a_case_is_named_by_its_first_item_and_found_by_any():
    expected = [("2021-01-10/1", "2021-01-10", "1"), ("2021-01-10/1", "2021-02-10", "1")]

    for more in ({}, {"item": "2021-01-10/1"}, {"item": "2021-02-10/1"}):
        (listing,) = ask(CONTINUED, "case", **more)
        assert rows(listing, "case", "meeting", "item") == expected


def test_an_item_that_nothing_continues_is_a_case_of_its_own_and_what_is_not_there_is_none():
    (listing,) = ask(CONTINUED, "case", item="2021-01-10/2")

    assert rows(listing, "case", "title") == [("2021-01-10/2", "Leier")]
    assert ask(CONTINUED, "case", item="2021-01-10/3") == ()


def test_what_is_withheld_is_a_number_and_a_public_title():
    files = {
        "2021-01-10": "---\ndate: 2021-01-10\nagenda:\n"
        "  - {title: Løyndom, presenter: Bo Li, withheld: {basis: offl. § 13, title: Ei sak}}\n"
        f"---\n\n{ACTION.format(who='Bo Li')}",
    }

    (agenda,) = ask(files, "agenda")
    assert rows(agenda, "item", "title", "withheld", "presenters") == [
        ("1", "Ei sak", "offl. § 13", ())
    ]
    assert ask(files, "actions")[0].rows == ()
    assert ask(files, "decisions")[0].rows == ()
    (case,) = ask(files, "case", item="2021-01-10/1")
    assert rows(case, "title", "conclusions") == [("Ei sak", ())]


def test_a_decision_says_what_superseded_it_as_far_as_is_known_that_day():
    decided = "## Sak 1\n\n> **Vedtak V-1.** Ja.\n"
    later = "## Sak 1\n\n> **Vedtak V-2.** Nei.\n> Erstattar: V-1\n"
    files = {
        "2021-01-10": meeting("2021-01-10", body=decided),
        "2021-02-10": meeting("2021-02-10", body=later),
    }

    assert rows(ask(files, "decisions")[0], "id", "kind", "supersedes", "superseded_by") == [
        ("V-1", "decision", (), ("V-2",)),
        ("V-2", "decision", ("V-1",), ()),
    ]
    (before,) = ask(files, "decisions", as_of=date(2021, 2, 9))
    assert rows(before, "id", "superseded_by") == [("V-1", ())]


MEMBERS = """\
name: Kart
organisations: [{name: Alfa, seats: 2}, {name: Beta, seats: 1}]
members:
  - {name: Bo Li, organisation: Alfa, to: 2020-12-31}
  - {name: Siv Øy, organisation: Alfa, from: 2021-01-01}
"""


def test_members_are_those_of_the_day_and_seats_that_nobody_is_named_for_are_there():
    files = {"meetings/kart/committee.yaml": MEMBERS, "2021-01-10": meeting("2021-01-10")}

    now, before = ask(files, "members")[0], ask(files, "members", as_of=date(2020, 1, 1))[0]

    assert rows(now, "organisation", "name", "seats", "from") == [
        ("Alfa", "Siv Øy", 2, date(2021, 1, 1)),
        ("Beta", None, 1, None),
    ]
    assert rows(before, "name") == [("Bo Li",), (None,)]
    assert places(now) == [["committee.yaml:2", "committee.yaml:5"], ["committee.yaml:2"]]


# --- what is wrong --------------------------------------------------------------------------


class Watched:
    """A tree that remembers which files were read."""

    def __init__(self, tree):
        self.tree = tree
        self.read_paths = []

    def __getattr__(self, name):
        return getattr(self.tree, name)

    def read(self, path):
        self.read_paths.append(path)
        return self.tree.read(path)


def test_of_other_committees_nothing_is_read():
    files = {"2021-01-10": meeting("2021-01-10"), "meetings/leier/2021/2021-01-10.md": "---\n"}
    tree = Watched(tree_of(files))

    found = show(tree, Asked("meetings", TODAY, "nn", committees=("kart",)))

    assert len(found.listings) == 1
    assert any("/kart/" in path for path in tree.read_paths)
    assert not any("/leier/" in path for path in tree.read_paths)


@pytest.mark.parametrize(
    ("files", "more", "codes"),
    [
        ({"2021-01-10": meeting("2021-01-10")}, {"committees": ("kat",)}, ["AR611"]),
        ({"2021-01-10": meeting("2021-01-10")}, {"year": "1999"}, ["AR612"]),
        ({"2021-01-10": meeting("2021-01-10", "chiar: Bo")}, {}, ["AR109"]),
    ],
)
def test_with_an_error_nothing_is_shown(files, more, codes):
    found = show(tree_of(files), Asked("meetings", TODAY, "nn", **more))

    assert [d.code for d in found.diagnostics] == codes
    assert found.listings == ()


def test_behind_the_seats_of_a_meeting_stands_who_was_there_and_where_seats_are_recorded():
    committee = (
        "name: Kart\n"
        "organisations:\n"
        "  - {name: Alfa, seats: 2}\n"
        "  - {name: Beta, seats: 1, from: 2021-02-01}\n"
        "  - {name: Gamma, role: observer}\n"
    )
    files = {
        "meetings/kart/committee.yaml": committee,
        "2021-01-10": meeting("2021-01-10", "present: [Bo Li (Alfa)]"),
        "2021-03-10": meeting("2021-03-10", "present: [Bo Li (Alfa)]"),
    }

    (listing,) = ask(files, "attendance", by="meeting")

    assert rows(listing, "meeting", "seats_filled", "seats") == [
        ("2021-01-10", 1, 2),
        ("2021-03-10", 1, 3),
    ]
    assert places(listing) == [
        ["2021-01-10.md:1", "2021-01-10.md:3", "committee.yaml:3"],
        ["2021-03-10.md:1", "2021-03-10.md:3", "committee.yaml:3", "committee.yaml:4"],
    ]


def test_an_action_closed_before_the_latest_meeting_is_left_out_unless_all_are_asked_for():
    """K-1 is closed between the two later meetings, and so before the latest of them."""
    one = minuted("2021-01-10")
    files = {
        "2021-01-10": one,
        "2021-05-10": one.replace("2021-01-10", "2021-05-10").replace("K-1", "K-2"),
        "2021-09-10": meeting("2021-09-10"),
        "meetings/kart/follow-up.yaml": (
            "- {date: 2021-06-01, follow_up: [{action: K-1, status: done}]}\n"
            "- {date: 2021-10-01, follow_up: [{action: K-2, status: done}]}\n"
        ),
    }

    def ids(**more):
        return [[id_ for (id_,) in rows(each, "id")] for each in ask(files, "actions", **more)]

    assert ids(as_of=date(2021, 5, 9)) == [["K-1"]]
    assert ids(as_of=date(2021, 6, 1)) == [["K-2"], ["K-1"]]  # closed since the meeting of May
    assert ids(as_of=date(2021, 9, 10)) == [["K-2"]]
    assert ids(as_of=date(2021, 10, 1)) == [["K-2"]]  # closed since the meeting of September
    assert ids(as_of=date(2021, 10, 1), is_whole=True) == [["K-1", "K-2"]]


def decided(days, id_, due="2021-02-01"):
    """A meeting that decides one action."""
    body = f"## Sak 1\n\n> **Tiltak {id_}.** Send tala.\n> Ansvar: Kari Ek (Alfa), alle\n> Frist: {due}\n"
    return meeting(days, body=body)


def ids(files, **more):
    return [id_ for each in ask(files, "actions", **more) for (id_,) in rows(each, "id")]


def test_actions_of_a_meeting_over_new_year_are_those_of_the_year_it_began_in():
    files = {
        "2017-12-31": decided("2017-12-31/2018-01-01", "K1"),
        "2018-05-02": meeting("2018-05-02"),
    }

    assert ids(files, year="2017") == ["K1"]
    assert ids(files, year="2018") == ["K1"]  # it was open when the year began
    assert ids(files, year="2017", as_of=date(2017, 12, 30)) == []


def test_a_year_has_the_actions_that_were_opened_again_in_it():
    files = {
        "2016-03-01": decided("2016-03-01", "K1"),
        "2017-03-01": meeting("2017-03-01"),
        "meetings/kart/follow-up.yaml": (
            "- {date: 2016-06-01, follow_up: [{action: K1, status: done}]}\n"
            "- {date: 2017-06-01, follow_up: [{action: K1, status: open}]}\n"
        ),
    }
    closed = {**files, "meetings/kart/follow-up.yaml": files["meetings/kart/follow-up.yaml"][:61]}

    assert ids(files, year="2017") == ["K1"]
    assert ids(closed, year="2017") == []


def test_a_meeting_is_told_of_in_one_report_when_years_begin_in_july():
    days = ("2017-03-01", "2017-09-01", "2018-03-01", "2018-06-30")
    files = {day: meeting(day, "present: [Bo Li]") for day in days}
    files["meetings/kart/2018/report/report.yaml"] = "period: 2017-07-01/2018-06-30\n"

    for what in ("meetings", "attendance"):
        found = {
            year: [m for (m,) in rows(ask(files, what, year=year, by="meeting")[0], "meeting")]
            for year in ("2017", "2018")
        }
        assert found == {"2017": [days[0]], "2018": list(days[1:])}


@pytest.mark.parametrize("asked", ["Kari Ek", "Alfa", "alle", "all", "everyone"])
def test_who_is_responsible_is_found_by_name_by_organisation_and_as_everyone(asked):
    files = {"2021-01-10": decided("2021-01-10", "K1")}

    assert ids(files, responsible=asked) == ["K1"]
    assert ids(files, responsible="Beta") == []


def test_attendance_as_of_a_day_has_no_mandate_that_begins_later():
    committee = "name: Kart\nmembers:\n  - {name: Bo Li}\n  - {name: Ny Ås, from: 2021-06-01}\n"
    files = {
        "meetings/kart/committee.yaml": committee,
        "2021-01-10": meeting("2021-01-10", "present: [Bo Li]"),
        "2021-09-10": meeting("2021-09-10", "present: [Ny Ås]"),
    }

    def names(**more):
        return rows(ask(files, "attendance", year="2021", **more)[0], "name", "present", "held")

    assert names() == [("Bo Li", 1, 2), ("Ny Ås", 1, 1)]
    assert names(as_of=date(2021, 3, 1)) == [("Bo Li", 1, 1)]


def test_what_is_over_is_known_only_when_a_meeting_of_several_days_is():
    files = {"2021-03-10": decided("2021-03-10/2021-03-11", "K1")}

    assert ids(files, as_of=date(2021, 3, 10)) == []
    assert ids(files, as_of=date(2021, 3, 11)) == ["K1"]


TRACED = {
    "meetings/kart/committee.yaml": (
        "name: Kart\nquorum: half\norganisations:\n  - {name: Alfa, seats: 1}\n"
        "members:\n  - {name: Bo Li, organisation: Alfa}\n"
    ),
    "2021-01-10": meeting(
        "2021-01-10", "present: [Bo Li]", body="## Sak 1\n\n> **Vedtak V1.** Ja.\n"
    ),
    "2021-03-10": meeting(
        "2021-03-10", "present: []", body="## Sak 1\n\n> **Vedtak V2.** Nei.\n> Erstattar: V1\n"
    ),
}


@pytest.mark.parametrize(
    ("what", "by", "expected"),
    [
        # Her mandate, where she is listed, and the meeting that she was away from.
        ("attendance", "person", [["committee.yaml:6", "2021-01-10.md:3", "2021-03-10.md:1"]]),
        # The seats, who was there, and the meetings that were held.
        (
            "attendance",
            "organisation",
            [["committee.yaml:4", "2021-01-10.md:3", "2021-01-10.md:1", "2021-03-10.md:1"]],
        ),
        (
            "attendance",
            "meeting",
            [
                ["2021-01-10.md:1", "2021-01-10.md:3", "committee.yaml:4", "committee.yaml:2"],
                ["2021-03-10.md:1", "committee.yaml:4", "committee.yaml:2"],
            ],
        ),
        ("decisions", "", [["2021-01-10.md:10", "2021-03-10.md:10"], ["2021-03-10.md:10"]]),
        (
            "meetings",
            "",
            [
                ["2021-01-10.md:1", "2021-01-10.md:3", "2021-01-10.md:5", "2021-01-10.md:10"],
                ["2021-03-10.md:1", "2021-03-10.md:5", "2021-03-10.md:10"],
            ],
        ),
        ("agenda", "", [["2021-01-10.md:5"], ["2021-03-10.md:5"]]),
        ("members", "", [["committee.yaml:4", "committee.yaml:6"]]),
    ],
)
def test_each_figure_can_be_traced(what, by, expected):
    more = {"by": by} if by else {}

    (listing,) = ask(TRACED, what, **more)

    assert places(listing) == expected
    if what == "meetings":
        assert rows(listing, "decisions", "actions") == [(1, 0), (1, 0)]
