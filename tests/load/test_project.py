"""A whole project, from files to a linked Archive."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from arsrapport.document.plain import plain_text
from arsrapport.load.project import load
from arsrapport.model.archive import NOWHERE, FollowUp, Term, Withheld
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree, UnreadableError

MINUTES = "---\ndate: {day}\nagenda:\n  - title: {title}\n---\n\n## {item} 1\n\n> **{word} {id}.** {title}\n"

PROJECT = {
    "arsrapport.yaml": "publisher: Alfa\nlanguage: nb\n",
    "meetings/register.yaml": "organisations:\n  - {name: Alfa institutt, short: Alfa}\n",
    "meetings/kart/committee.yaml": """\
name: {nn: Utvalet for sjøkart, en: Committee on Charts}
language: nn
organisations:
  - {name: Alfa, seats: 2, note: utan stemme}
  - {name: Beta, role: observer, from: 2018-01-01, to: 2018-12-31}
members:
  - {name: Bo Li, organisation: Alfa institutt}
  - {name: Siv Øy, organisation: Sekretariatet, role: secretary, from: 2018-01-01}
working_groups:
  - {name: Tidvatn, under: Eit departement, committee: tide}
  - {name: Djupner}
""",
    "meetings/kart/follow-up.yaml": "- date: 2018-06-01\n  follow_up:\n    - {action: [A1, A2], status: moved, to: 2018-04-19/1}\n    - {action: A3, date: 2018-05-01, due: i haust, note: sein}\n",
    "meetings/kart/2018/2018-04-19.md": MINUTES.format(day="2018-04-19/2018-04-20", title="Kart", item="Sak", word="Tiltak", id="A1"),
    "meetings/kart/2018/2018-04-19b.md": MINUTES.format(day="2018-04-19", title="Farleier", item="Sak", word="Vedtak", id="1"),
    "meetings/kart/2017/2017-01-02.md": MINUTES.format(day="2017-01-02", title="Oppstart", item="Sak", word="Konklusjon", id="1"),
    "meetings/kart/2018/report/report.yaml": "title: Årsmelding\nperiod: 2018\nsigned: {by: Bo Li, place: Sør}\nchapters: [mandate, cases]\nfront: foreword\n",
    "meetings/kart/2017/report/foreword.md": "# Føreord\n",
    "meetings/tide/2018/2018-02-03.md": MINUTES.format(day="2018-02-03", title="Tides", item="Item", word="Action", id="T1"),
}  # fmt: skip


def load_texts(files):
    return load(MemoryTree({path: text.encode() for path, text in files.items()}))


def faults(files):
    return [(d.code, d.place.path.rpartition("/")[2], d.place.line) for d in load_texts(files)[1]]


def meeting_of(text, path="meetings/kart/2018/2018-04-19.md", **files):
    archive, diagnostics = load_texts({path: text} | files)
    assert diagnostics == ()
    return archive.committees[0].meetings[0]


def test_a_project_becomes_an_archive():
    archive, diagnostics = load_texts(PROJECT)

    assert diagnostics == ()
    assert (archive.publisher, archive.language) == ("Alfa", "nb")
    assert [committee.id for committee in archive.committees] == ["kart", "tide"]
    kart, tide = archive.committees
    assert [meeting.id for meeting in kart.meetings] == ["2017-01-02", "2018-04-19", "2018-04-19b"]
    assert [(m.committee, m.first, m.last) for m in tide.meetings] == [
        ("tide", date(2018, 2, 3), date(2018, 2, 3))
    ]


def test_a_committee_has_names_seats_mandates_and_groups():
    kart = load_texts(PROJECT)[0].committees[0]

    assert (kart.name("nn"), kart.name("en"), kart.name("nb"), kart.language) == (
        "Utvalet for sjøkart",
        "Committee on Charts",
        "Utvalet for sjøkart",
        "nn",
    )
    assert [(s.organisation.name, s.seats, s.role, s.note) for s in kart.seats] == [
        ("Alfa institutt", 2, "member", "utan stemme"),
        ("Beta", None, "observer", ""),
    ]
    assert kart.seats[1].term == Term(date(2018, 1, 1), date(2018, 12, 31))
    assert [(m.person.name, m.organisation.name, m.role, m.term.first) for m in kart.mandates] == [
        ("Bo Li", "Alfa institutt", "member", None),
        ("Siv Øy", "Sekretariatet", "secretary", date(2018, 1, 1)),
    ]
    assert [(g.name, g.under, g.committee) for g in kart.working_groups] == [
        ("Tidvatn", "Eit departement", "tide"),
        ("Djupner", "", ""),
    ]
    places = (kart.seats[1].place, kart.mandates[0].place, kart.working_groups[1].place)
    assert [(place.path, place.line) for place in places] == [
        ("meetings/kart/committee.yaml", line) for line in (5, 7, 11)
    ]


def test_a_folder_without_committee_yaml_is_a_committee_of_that_name_with_a_capital():
    tide = load_texts(PROJECT)[0].committees[1]

    assert (tide.name("nn"), tide.names) == ("Tide", (("", "Tide"),))
    assert (tide.seats, tide.mandates, tide.plans, tide.follow_up) == ((), (), (), ())


def test_an_item_has_what_stands_in_its_section():
    (item,) = load_texts(PROJECT)[0].committees[0].meetings[1].items

    assert (item.number, item.title, item.has_section, item.is_heading) == (
        "1",
        "Kart",
        True,
        False,
    )
    assert [(o.kind, o.id) for o in item.outcomes] == [("action", "A1")]
    assert [block.kind for block in item.body] == ["action"]
    assert (item.place.path, item.place.line) == ("meetings/kart/2018/2018-04-19.md", 4)


def test_follow_ups_between_meetings_count_from_their_own_date_else_that_of_the_entry():
    found = load_texts(PROJECT)[0].committees[0].follow_up

    assert tuple(replace(entry, positions=NOWHERE) for entry in found) == (
        FollowUp(
            ("A1", "A2"),
            date(2018, 6, 1),
            "moved",
            ("2018-04-19/1",),
            "",
            "",
            Place("meetings/kart/follow-up.yaml", 3, 7, 3, 58),
        ),
        FollowUp(
            ("A3",),
            date(2018, 5, 1),
            None,
            (),
            "i haust",
            "sein",
            Place("meetings/kart/follow-up.yaml", 4, 7, 4, 63),
        ),
    )


def test_follow_ups_of_a_meeting_count_from_its_last_day():
    meeting = meeting_of(
        "---\ndate: 2018-04-19/2018-04-20\nagenda: []\nfollow_up:\n  - {action: A1, status: done}\n---\n"
    )

    assert [(f.actions, f.day, f.status) for f in meeting.follow_up] == [
        (("A1",), date(2018, 4, 20), "done")
    ]


def test_every_year_with_a_report_folder_has_a_plan():
    plan_2017, plan_2018 = load_texts(PROJECT)[0].committees[0].plans

    assert (plan_2017.folder, plan_2017.year, plan_2017.place) == (
        "meetings/kart/2017/report",
        "2017",
        None,
    )
    assert (plan_2018.title, plan_2018.signed_by, plan_2018.signed_place) == (
        "Årsmelding",
        ("Bo Li",),
        "Sør",
    )
    assert plan_2018.period == (date(2018, 1, 1), date(2018, 12, 31))
    assert (plan_2018.front, plan_2018.chapters, plan_2018.appendices) == (
        ("foreword",),
        ("mandate", "cases"),
        None,
    )
    places = {key: (place.line, place.column) for key, place in plan_2018.places}
    assert places == {"title": (1, 8), "period": (2, 9), "signed": (3, 9), "signed/by": (3, 14), "signed/place": (3, 28),
                      "chapters": (4, 11), "chapters/0": (4, 12), "chapters/1": (4, 21), "front": (5, 8)}  # fmt: skip


@pytest.mark.parametrize(
    ("item", "meeting", "committee", "project", "expected"),
    [
        ("en", "nb", "nn", "nn", ("en", "nb", "nn")),
        ("", "nb", "en", "nn", ("nb", "nb", "en")),
        ("", "", "en", "nb", ("en", "en", "en")),
        ("", "", "", "nb", ("nb", "nb", "nb")),
        ("", "", "", "", ("nn", "nn", "nn")),
    ],
)
def test_the_language_is_that_of_the_nearest_that_says(item, meeting, committee, project, expected):
    archive, diagnostics = load_texts(
        {
            "arsrapport.yaml": f"language: {project}\n",
            "meetings/kart/committee.yaml": f"name: Kart\nlanguage: {committee}\n",
            "meetings/kart/2018/2018-04-19.md": f"---\ndate: 2018-04-19\nlanguage: {meeting}\nagenda:\n  - title: Kart\n    language: {item}\n---\n\n## Sak 1\n\n> **Vedtak.** A\n",
        }
    )

    assert diagnostics == ()
    (found,) = archive.committees[0].meetings
    assert (found.items[0].language, found.language, archive.committees[0].language) == expected
    assert found.items[0].outcomes[0].language == expected[0]


def test_a_meeting_without_any_extras_knows_nothing_more():
    meeting = meeting_of("---\ndate: 2018-04-19\nagenda:\n  - title: Kart\n---\n")

    assert (
        meeting.status,
        meeting.present,
        meeting.apologies,
        meeting.next_meeting,
        meeting.form,
    ) == (None,) * 5
    assert (meeting.chair, meeting.minutes_by, meeting.minutes_date, meeting.attachments) == (
        (),
        (),
        None,
        (),
    )
    assert (meeting.items[0].presenters, meeting.items[0].papers, meeting.items[0].withheld) == (
        (),
        (),
        None,
    )
    assert (meeting.counts, meeting.has_appendix) == (True, False)


def test_all_keys_of_a_meeting_arrive():
    meeting = meeting_of("""\
---
date: 2018-04-19
agenda:
  - title: Sak om Bo Li
    number: 1/18
    kind: decision
    papers: [A, B]
    outcome: postponed
    listed_as: Om Bo Li
    continues: 2017-01-02/1
    withheld: {basis: offl. § 13, title: Personalsak}
status: for-comment
minutes: {by: [Siv Øy, Bo Li], date: 2018-04-21, link: "https://example.no/a"}
approved: {date: 2018-05-01, in: 2018-05-01/1}
chair: Bo Li (Alfa)
next_meeting: 2018-05-01/2018-05-02
form: hybrid
time: 10:30
place: Sør
number: 2/18
title: Ekstra møte
---
""")

    (item,) = meeting.items
    assert (item.number, item.kind, item.papers, item.outcome) == (
        "1/18",
        "decision",
        ("A", "B"),
        "postponed",
    )
    assert (item.listed_as, item.continues, item.withheld) == (
        "Om Bo Li",
        ("2017-01-02/1",),
        Withheld("offl. § 13", "Personalsak"),
    )
    assert (meeting.status, meeting.minutes_by, meeting.minutes_date) == (
        "for-comment",
        ("Siv Øy", "Bo Li"),
        date(2018, 4, 21),
    )
    assert (meeting.minutes_link, meeting.approved_date, meeting.approved_in) == (
        "https://example.no/a",
        date(2018, 5, 1),
        "2018-05-01/1",
    )
    assert (meeting.chair, meeting.next_meeting, meeting.form) == (
        ("Bo Li (Alfa)",),
        (date(2018, 5, 1), date(2018, 5, 2)),
        "hybrid",
    )
    assert (meeting.time, meeting.location, meeting.number, meeting.title) == (
        "10:30",
        "Sør",
        "2/18",
        "Ekstra møte",
    )


def test_quotes_above_the_first_section_run_on():
    meeting = meeting_of("---\ndate: 2018-04-19\nagenda: []\n---\n\n> ein\n> to\n")

    assert plain_text(meeting.introduction[0].children[0].children) == "ein to"
    assert len(meeting.introduction[0].children[0].children) == 1


def test_where_the_minutes_lie_elsewhere_what_was_decided_counts():
    meeting = meeting_of(
        "---\ndate: 2018-04-19\nminutes: {link: 'https://example.no'}\nagenda:\n  - title: A\n  - title: B\n---\n\n## Sak 2\n\n> **Vedtak.** Ja\n"
    )

    assert not meeting.has_appendix
    assert [len(item.outcomes) for item in meeting.items] == [0, 1]


ATTACHED = "---\ndate: 2018-04-19\nagenda: []\nattachments: {0}\n---\n"
FOLDER = "meetings/kart/2018/"


def test_attachments_are_texts_with_a_title_if_they_have_one():
    meeting = meeting_of(
        ATTACHED.format("[2018-04-19-notat.md, 2018-04-19-liste.md]"),
        **{
            FOLDER
            + "2018-04-19-notat.md": "---\nlanguage: en\n---\n\nOver.\n\n# Note *one*\n\nText.\n\n## More\n",
            FOLDER + "2018-04-19-liste.md": "> a\n> b\n",
        },
    )

    note, listing = meeting.attachments
    assert (note.path, plain_text(note.title), note.language) == (
        FOLDER + "2018-04-19-notat.md",
        "Note one",
        "en",
    )
    assert [len(block.children) for block in listing.body[0].children] == [1]
    assert [type(block).__name__ for block in note.body] == ["Paragraph", "Paragraph", "Section"]
    assert note.body[0].place == Place(FOLDER + "2018-04-19-notat.md", 5, 1)
    assert (listing.title, plain_text(listing.body[0].children[0].children)) == ((), "a b")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2018-04-19-borte.md", "AR414"), ("2018-04-20-notat.md", "AR414"), ("notat.md", "AR414"), ("../2018/2018-04-19-notat.md", "AR414"),
        ("/etc/passwd", "AR414"), ("2018-04-19.md", "AR414"), ("2018-04-19-kart.pdf", "AR419"),
    ],
)  # fmt: skip
def test_an_attachment_lies_beside_its_meeting_and_is_markdown(name, code):
    files = {
        FOLDER + "2018-04-19.md": ATTACHED.format(f"[2018-04-19-notat.md, {name}]"),
        FOLDER + "2018-04-19-notat.md": "x\n",
        FOLDER + "2018-04-20-notat.md": "x\n",
        FOLDER + "2018-04-19-kart.pdf": "x\n",
    }
    archive, (diagnostic,) = load_texts(files)

    assert (diagnostic.code, diagnostic.arguments) == (code, (("path", name),))
    assert (diagnostic.place.line, diagnostic.place.column) == (4, 36)
    assert len(archive.committees[0].meetings[0].attachments) == 1


# --- faults ---------------------------------------------------------------------------------

FAULTS = {
    "meetings/kart/2018/2018-01-01.md": ("no front matter", [("AR103", 1)]),
    "meetings/kart/2018/2018-01-02.md": ("---\ndate: 2018-01-03\nagenda: []\n---\n", [("AR201", 2)]),
    "meetings/kart/2018/2018-01-04.md": ("---\ndate: 2018-01-04\nagenda:\n  - title: A\n  - {title: B, number: 1}\n---\n\n## Sak 1\n\n# Nei\n", [("AR402", 5), ("AR406", 5), ("AR403", 10)]),
    "meetings/kart/2018/2018-01-05.md": ("---\ndate: 2018-01-05\nagenda:\n  - title: A\npresent:\n  - {name: Bo Li, items: [1, 2]}\n  - {name: Siv Øy, except: 3-4}\napologies:\n  - {name: Ola, items: 7}\n---\n", [("AR302", 6), ("AR302", 7), ("AR302", 9)]),
    "meetings/kart/2018/2018-01-06.md": ("---\ndate: 2018-01-06\nagenda: []\nminutes:\n  link: javascript:alert(1)\n---\n", [("AR413", 5)]),
    "meetings/kart/2018/2018-01-07.md": ("---\ndate: 2018-01-07\nagenda:\n  - title: A\n---\n\n## Sak 1\n\n[x](file:///etc)\n\n> **Tiltak.** A\n> Frist: a\n> Frist: b\n", [("AR413", 9), ("AR502", 13)]),
    "meetings/kart/2018/notat.md": ("", [("AR203", 1)]),
    "meetings/kart/2018/report/report.yaml": ("titel: x\n", [("AR109", 1)]),
    "meetings/kart/committee.yaml": ("name: Kart\norganisations:\n  - {name: Alfa}\nmembers:\n  - {name: A, organisation: Alpha}\n  - {name: B, organisation: Gamma, role: secretary}\nworking_groups:\n  - {name: G, committee: vegg}\n", [("AR301", 5), ("AR611", 8)]),
    "meetings/kart/follow-up.yaml": ("date: 2018-01-01\n", [("AR110", 1)]),
    "meetings/veg/2018/2018-01-01.md": ("---\ndate: 2018-01-01\nagenda: []\n---\n", []),
    "arsrapport.yaml": ("language: norsk\n", [("AR113", 1)]),
}  # fmt: skip


@pytest.mark.parametrize("path", [path for path, (_, expected) in FAULTS.items() if expected])
def test_each_fault_is_reported_where_it_stands(path):
    files = {
        path: FAULTS[path][0],
        "meetings/veg/2018/2018-01-01.md": FAULTS["meetings/veg/2018/2018-01-01.md"][0],
    }
    if path.endswith("notat.md"):
        files["meetings/kart/2018/2018-02-02.md"] = "---\ndate: 2018-02-02\nagenda: []\n---\n"

    assert faults(files) == [
        (code, path.rpartition("/")[2], line) for code, line in FAULTS[path][1]
    ]


def test_all_faults_of_all_files_come_in_one_run_and_the_rest_is_there():
    archive, diagnostics = load_texts({path: text for path, (text, _) in FAULTS.items()})

    expected = [(path, line, code) for path, (_, found) in FAULTS.items() for code, line in found]
    assert sorted((d.place.path, d.place.line, d.code) for d in diagnostics) == sorted(expected)
    assert [(c.id, len(c.meetings)) for c in archive.committees] == [("kart", 5), ("veg", 1)]


def test_what_is_not_known_of_an_item_or_an_organisation_is_told_with_its_arguments():
    _, diagnostics = load_texts({path: text for path, (text, _) in FAULTS.items()})
    arguments = {(d.code, d.place.line): dict(d.arguments) for d in diagnostics}

    assert arguments["AR302", 6] == {"number": "2"}
    assert arguments["AR302", 7] == {"number": "3-4"}
    assert arguments["AR301", 5] == {"name": "Alpha", "nearest": "Alfa"}
    assert arguments["AR611", 8] == {"name": "vegg", "nearest": "veg"}
    assert arguments["AR201", 2] == {"date": "2018-01-03", "name": "2018-01-02"}
    assert arguments["AR203", 1] == {"name": "notat.md"}


def test_the_place_of_an_unknown_item_is_its_own():
    _, diagnostics = load_texts(
        {path: text for path, (text, _) in FAULTS.items() if path.endswith("2018-01-05.md")}
    )

    assert [(d.place.line, d.place.column) for d in diagnostics] == [(6, 30), (7, 28), (9, 24)]


@pytest.mark.parametrize(
    "committee",
    [
        "name: K\nmembers:\n  - {name: A, organisation: Nord}\n",
        "name: K\norganisations: []\nmembers:\n  - {name: A, organisation: Nord}\n",
        "name: K\norganisations:\n  - {name: Nord}\nmembers:\n  - {name: A, organisation: NORD}\n  - {name: B}\n",
        "name: K\norganisations:\n  - {name: Sør}\nmembers:\n  - {name: A, organisation: Alfa}\n",
        "name: K\norganisations:\n  - {name: Sør}\nworking_groups:\n  - {name: G, under: Nord}\n",
    ],
)
def test_an_organisation_is_unknown_only_where_a_list_says_so(committee):
    assert (
        faults(
            {
                "meetings/kart/committee.yaml": committee,
                "meetings/register.yaml": PROJECT["meetings/register.yaml"],
            }
        )
        == []
    )


def test_a_register_that_cannot_be_read_is_no_evidence():
    committee = (
        "name: K\norganisations:\n  - {name: Sør}\nmembers:\n  - {name: A, organisation: Alfa}\n"
    )
    files = {"meetings/kart/committee.yaml": committee}

    assert faults(files) == [("AR301", "committee.yaml", 5)]
    assert faults(files | {"meetings/register.yaml": "- x\n"}) == [("AR110", "register.yaml", 1)]


def test_a_folder_with_nothing_but_strays_is_no_committee_but_they_are_told():
    archive, diagnostics = load_texts(
        {"meetings/kart/2018/notat.md": "", "meetings/bilete/a.png": ""}
    )

    assert archive.committees == ()
    assert [(d.code, d.place) for d in diagnostics] == [
        ("AR203", Place("meetings/bilete/a.png")),
        ("AR203", Place("meetings/kart/2018/notat.md")),
    ]


def test_meetings_come_by_their_first_day():
    text = "---\ndate: {0}\nagenda: []\n---\n"
    days = {"01-02": "2018-03-01", "02-02": "2018-02-02/2018-04-01", "02-02b": "2018-02-02"}
    archive, _ = load_texts(
        {f"meetings/kart/2018/2018-{name}.md": text.format(day) for name, day in days.items()}
    )

    found = [meeting.id for meeting in archive.committees[0].meetings]
    assert found == ["2018-02-02", "2018-02-02b", "2018-01-02"]


def test_a_project_may_be_empty():
    archive, diagnostics = load_texts({})

    assert diagnostics == ()
    assert (archive.publisher, archive.language, archive.committees) == ("", "nn", ())


# --- the whole ------------------------------------------------------------------------------


@dataclass
class CountingTree:
    """A tree that lists its paths in a given order and counts what is read."""

    files: dict[str, bytes]
    order: list[str]
    read_count: Counter[str] = field(default_factory=Counter)

    def paths(self):
        return tuple(self.order)

    def read(self, path):
        self.read_count[path] += 1
        if self.files[path] == b"unreadable":
            raise UnreadableError(path, "unreadable")
        return self.files[path]


EVERYTHING = {
    path: text.encode()
    for path, text in (PROJECT | {path: text for path, (text, _) in FAULTS.items()}).items()
}


@settings(max_examples=25)
@given(st.permutations(sorted(EVERYTHING)))
def test_the_order_of_the_files_makes_no_difference(order):
    expected = load(MemoryTree(EVERYTHING))

    assert load(CountingTree(EVERYTHING, order)) == expected


def test_no_file_is_read_twice():
    tree = CountingTree(EVERYTHING, sorted(EVERYTHING))
    load(tree)

    assert set(tree.read_count.values()) == {1}
    assert "meetings/kart/2018/notat.md" not in tree.read_count


@settings(max_examples=25)
@given(
    st.sampled_from(sorted(PROJECT)),
    st.sampled_from([b"unreadable", b"\xff", b"", b"---", b"[", b"---\n{}\n---\n", b"x: &a [*a]"]),
)
def test_whatever_a_file_holds_the_others_are_there(path, data):
    files = {p: text.encode() for p, text in PROJECT.items()} | {path: data}
    archive, _ = load(CountingTree(files, sorted(files)))

    meetings = sum(path.endswith(".md") and "report" not in path for path in PROJECT)
    assert sum(len(c.meetings) for c in archive.committees) >= meetings - 1
