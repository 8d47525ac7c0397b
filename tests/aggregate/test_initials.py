"""People who stand in public with their initials: what they are called, and that nothing counts
otherwise."""

from time import process_time

import pytest

from arsrapport.aggregate.publish import publish
from arsrapport.aggregate.report import aggregate
from arsrapport.export.json import report_json
from arsrapport.load.project import load
from arsrapport.pipeline.reports import find_plan
from arsrapport.source.tree import MemoryTree

COMMITTEE = """\
name: Utvalet
organisations:
  - {name: Alfa, seats: 2}
members:
  - {name: Kari Nord, organisation: Alfa}
  - {name: Knut Nes, organisation: Alfa}
"""
MEETING = """\
---
date: 2021-03-10
minutes: {by: Kari Nord}
chair: Knut Nes
present:
  - {name: Bo Li, organisation: Alfa, for: Kari Nord}
  - {name: Siv Øy, organisation: Alfa, for: Knut Nes (Alfa)}
  - K. Nord (Beta)
apologies: [Kari Nord, Knut Nes]
agenda:
  - title: Djupner
    presenter: [KARI  NORD, Knut Nes (Alfa), Alfa]
---

## Sak 1

Kari Nord la fram saka.

> **Tiltak K1.** Gå vidare.
> Ansvar: Kari Nord, Alfa, Knut Nes (Alfa)
> Frist: 1. mai 2021
"""
BOTH = """\
people:
  - {name: Kari Nord, aliases: K. Nord, public: initials}
  - {name: Knut Nes, public: initials}
"""


def archive_of(register=BOTH, meeting=MEETING, committee=COMMITTEE):
    files = {
        "arsrapport.yaml": "language: nn\n",
        "meetings/register.yaml": register,
        "meetings/kart/committee.yaml": committee,
        "meetings/kart/2021/2021-03-10.md": meeting,
    }
    archive, diagnostics = load(MemoryTree({path: text.encode() for path, text in files.items()}))
    assert diagnostics == ()
    return archive


def public_of(*changed):
    return publish(archive_of(*changed), "public").committees[0]


def test_every_field_that_names_her_has_her_initials():
    committee = public_of()
    (meeting,) = committee.meetings
    (item,) = meeting.items

    assert [mandate.name for mandate in committee.mandates] == ["KN", "KN 2"]
    assert [mandate.person.aliases for mandate in committee.mandates] == [(), ()]
    assert (meeting.minutes_by, meeting.chair) == (("KN",), ("KN 2",))
    assert [(p.name, p.stands_in_for) for p in meeting.present] == [
        ("Bo Li", "KN"),
        ("Siv Øy", "KN 2 (Alfa)"),
        ("KN", ""),
    ]
    assert [p.name for p in meeting.apologies] == ["KN", "KN 2"]
    assert [p.name for p in item.presenters] == ["KN", "KN 2", "Alfa"]
    assert item.outcomes[0].responsible == ("KN", "Alfa", "KN 2 (Alfa)")


def test_the_line_that_is_printed_has_them_too_and_sentences_do_not():
    ((sentence, action),) = (item.body for item in public_of().meetings[0].items)

    assert "KN, Alfa, KN 2 (Alfa)" in str(action)
    assert "Kari" not in str(action)
    assert "Kari Nord la fram saka." in str(sentence)


def test_no_figure_differs():
    archive = archive_of()

    def told(edition):
        shown = publish(archive, edition)
        committee = shown.committees[0]
        report = aggregate(shown, committee, find_plan(committee, "2021"))
        attendance = report.attendance
        return (
            report.people,
            report.items,
            [(s.people, s.filled, s.seats) for s in attendance.sittings],
            [[a.state for a in person.appearances] for person in attendance.people],
            [(o.persons, o.presences, o.filled, o.possible) for o in attendance.organisations],
        )

    assert told("public") == told("internal")
    assert told("public")[2] == [(3, 2, 2)]  # both seats are filled, by who stands in


@pytest.mark.parametrize(
    ("entry", "initials"),
    [
        ("{name: Kari Nord, initials: kno, public: initials}", "kno"),
        ("{name: Ann-Kristin van Øy, aliases: Kari Nord, public: initials}", "AKvØ"),
        ("{name: Kari Nord, public: initials}\n  - {name: KN}", "KN 2"),
        ("{name: Kari Nord, public: initials}\n  - {name: Q, aliases: kn}", "KN 2"),
    ],
)
def test_initials_are_those_of_the_register_else_first_letters_that_nobody_else_has(
    entry, initials
):
    committee = public_of(f"people:\n  - {entry}\n")

    assert committee.mandates[0].name == initials


def test_of_two_people_of_one_name_only_the_one_who_asked_stands_with_initials():
    register = (
        "people:\n  - {name: Kari Nord, organisations: Alfa, public: initials}\n"
        "  - {name: Kari Nord, organisations: Beta}\n"
    )
    listed = "present:\n  - Kari Nord (Alfa)\n  - Kari Nord (Beta)\n  - Kari Nord (Gamma)\n"
    meeting = f"---\ndate: 2021-03-10\n{listed}agenda: [{{title: A}}]\n---\n"
    (shown,) = public_of(register, meeting).meetings

    # whom the third one is nothing tells: it may be her
    assert [p.name for p in shown.present] == ["KN", "Kari Nord", "KN"]
    assert len({p.person for p in shown.present}) == 3


def test_everybody_has_a_name_where_nobody_asked():
    archive = archive_of("people:\n  - {name: Kari Nord, initials: kn}\n")

    assert publish(archive, "public").people == archive.people


def test_the_data_has_no_other_name_of_hers():
    shown = publish(archive_of(), "public")
    committee = shown.committees[0]
    data = report_json(aggregate(shown, committee, find_plan(committee, "2021")), shown.people)

    assert b"Knut" not in data
    assert data.count(b"Kari") == 1  # the sentence, of which check tells


def test_thousands_of_the_same_initials_take_no_longer_than_others():
    people = "".join(f"  - {{name: Kari N{number}, public: initials}}\n" for number in range(4_000))
    archive = archive_of(f"people:\n  - {{name: Kari Nord}}\n{people}")

    began = process_time()
    shown = publish(archive, "public")
    assert process_time() - began < 2  # some hundredths of it
    assert len({person.name for person in shown.people}) == len(archive.people)
