"""Who is who: names of meetings, looked up in register.yaml and committee.yaml."""

import pytest

from arsrapport.load.project import load
from arsrapport.model.archive import Organisation, Person
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree

REGISTER = """\
organisations:
  - {name: Kystverket, short: KV, aliases: [Kystdirektoratet]}
  - {name: Etat for tidvatn, short: Tidvatn, listed_as: Tidvassetaten}
  - {name: Kart og plan, aliases: [KV]}
people:
  - {name: Ragna Ås, aliases: [Ragna Marie Ås], initials: ra}
  - {name: Siv Øy, organisations: [KV]}
  - {name: Siv Øy, organisations: Tidvatn}
  - {name: Jo Dal}
  - {name: Jon Dal, aliases: [Jo Dal]}
"""

COMMITTEE = """\
name: Utvalet for sjøkart
organisations:
  - {name: KV, seats: 2}
  - {name: Havbruk, seats: 1}
members:
  - {name: Ragna Ås, organisation: KV, to: 2020-12-31}
  - {name: Ragna Marie Ås, organisation: Havbruk, from: 2021-01-01}
  - {name: Bo-Erik Li, organisation: Kystverket}
  - {name: Tor Vik}
  - {name: Siv Øy, organisation: Tidvatn, role: secretary}
"""

MEETING = "---\ndate: {day}\nagenda:\n  - {{title: Kart, presenter: {presenter}}}\npresent: {present}\n---\n"


def meeting(
    present="[]", presenter="[]", day="2020-03-01", register=REGISTER, committee=COMMITTEE, **more
):
    files = {
        f"meetings/kart/{day[:4]}/{day}.md": MEETING.format(
            day=day, present=present, presenter=presenter
        )
    }
    files |= {"meetings/register.yaml": register} if register else {}
    files |= {"meetings/kart/committee.yaml": committee} if committee else {}
    archive, diagnostics = load(
        MemoryTree({path: text.encode() for path, text in (files | more).items()})
    )
    assert diagnostics == ()
    return archive.committees[0].meetings[0]


def one(text, **options):
    """What somebody on the list is linked with: name, organisation as written, person, organisation."""
    (found,) = meeting(f"[{text}]", **options).present
    return (
        found.name,
        found.written_organisation,
        found.person and found.person.name,
        found.organisation and found.organisation.name,
    )


@pytest.mark.parametrize(
    "name", ["Kystverket", "KV", "kv", "Kystdirektoratet", "Kystverket (KV)", "KYSTVERKET"]
)
def test_an_organisation_goes_by_each_of_its_names_and_may_stand_alone(name):
    assert one(name) == (name, "", None, "Kystverket")


def test_listed_as_is_a_name_too_and_an_alias_outranks_nobodys_own_name():
    assert one("Tidvassetaten") == ("Tidvassetaten", "", None, "Etat for tidvatn")
    assert one("KV") == ("KV", "", None, "Kystverket")
    assert one("Havbruk") == ("Havbruk", "", None, "Havbruk")


def test_a_full_name_outranks_the_short_name_of_another():
    register = "organisations:\n  - {name: A, short: B}\n  - {name: B}\n"

    assert one("B", register=register, committee="") == ("B", "", None, "B")


def test_the_organisation_stands_in_brackets_or_in_its_key():
    assert one("Ola Nes (KV)") == ("Ola Nes", "KV", "Ola Nes", "Kystverket")
    assert one("{name: Ola Nes, organisation: KV}") == ("Ola Nes", "KV", "Ola Nes", "Kystverket")
    assert one("{name: Ola (Olli) Nes, organisation: KV}") == (
        "Ola (Olli) Nes",
        "KV",
        "Ola (Olli) Nes",
        "Kystverket",
    )


def test_a_guest_may_come_from_anywhere():
    assert one("Ola Nes (Universitetet i Nord)") == (
        "Ola Nes",
        "Universitetet i Nord",
        "Ola Nes",
        "Universitetet i Nord",
    )
    assert one("Ola Nes") == ("Ola Nes", "", "Ola Nes", None)


def test_an_organisation_that_is_not_written_is_that_of_the_mandate_in_force():
    assert one("Ragna Ås", day="2020-12-31") == ("Ragna Ås", "", "Ragna Ås", "Kystverket")
    assert one("Ragna Ås", day="2021-01-01") == ("Ragna Ås", "", "Ragna Ås", "Havbruk")
    assert one("Ragna Ås (Tidvatn)") == ("Ragna Ås", "Tidvatn", "Ragna Ås", "Etat for tidvatn")


def test_a_member_for_herself_has_no_organisation():
    assert one("Tor Vik") == ("Tor Vik", "", "Tor Vik", None)


def test_an_alias_means_the_person_of_the_register_who_is_called_as_the_register_calls_her():
    found = meeting("[Ragna Marie Ås]").present[0]

    assert found.name == "Ragna Marie Ås"
    assert found.person == Person(
        "Ragna Ås", ("Ragna Marie Ås",), "ra", Place("meetings/register.yaml", 6, 5, 6, 62)
    )
    assert found.organisation.name == "Kystverket"


@pytest.mark.parametrize("name", ["bo-erik li", "Bo\u2011Erik\u00a0Li", "BO\u2013ERIK LI"])
def test_somebody_outside_the_register_is_one_person_however_the_name_is_spelt(name):
    assert one(f'"{name}"') == (name, "", "Bo-Erik Li", "Kystverket")


def test_people_of_one_name_are_told_apart_by_organisation():
    kv, tide, alone = meeting("[Siv Øy (Kystverket), Siv Øy (Tidvassetaten), Siv Øy]").present

    assert kv.person != tide.person
    assert (kv.person.place.line, tide.person.place.line) == (7, 8)
    # Only one of the two has a mandate, so she is meant where the organisation is not written.
    assert (alone.person, alone.organisation.name) == (tide.person, "Etat for tidvatn")


def test_when_nothing_tells_people_of_one_name_apart_it_is_somebody_of_that_name():
    found = meeting("[Siv Øy (Havbruk)]").present[0]

    assert found.person == Person("Siv Øy")
    assert found.organisation.name == "Havbruk"


def test_two_members_of_one_name_are_not_told_apart_without_an_organisation():
    committee = COMMITTEE + "  - {name: Siv Øy, organisation: KV}\n"
    one_of_them, alone = meeting("[Siv Øy (KV), Siv Øy]", committee=committee).present

    assert one_of_them.person.place.line == 7
    assert (alone.person, alone.organisation) == (Person("Siv Øy"), None)


def test_of_several_of_a_name_the_one_without_organisations_is_any_other():
    register = "people:\n  - {name: A, organisations: X}\n  - {name: A}\n"
    x, y = meeting("[A (X), A (Y)]", register=register, committee="").present

    assert (x.person.place.line, y.person.place.line) == (2, 3)


def test_two_names_of_the_register_are_two_people_whatever_the_aliases_say():
    assert [p.person.place.line for p in meeting("[Jo Dal, Jon Dal]").present] == [9, 10]


def test_partial_presence_stand_ins_and_notes_are_kept_as_written():
    found = meeting(
        "[{name: Ola Nes, for: Bo-Erik Li, items: 1, except: [1], note: digitalt}]"
    ).present[0]

    assert (found.stands_in_for, found.items, found.away, found.note) == (
        "Bo-Erik Li",
        ("1",),
        ("1",),
        "digitalt",
    )
    assert found.place == Place("meetings/kart/2020/2020-03-01.md", 5, 11, 5, 82)


@pytest.mark.parametrize(
    ("entry", "organisation"),
    [
        ("{name: Ola Nes, for: Bo-Erik Li}", "Kystverket"),
        ("{name: Ola Nes, for: Per Moe (Havbruk)}", "Havbruk"),
        ("{name: Ola Nes, organisation: Havbruk, for: Bo-Erik Li}", "Havbruk"),
        ("{name: Ragna Ås, for: Siv Øy}", "Kystverket"),
        ("{name: Ola Nes, for: Per Moe}", None),
    ],
)
def test_a_stand_in_without_an_organisation_is_there_for_that_of_whom_she_stands_in_for(
    entry, organisation
):
    assert one(entry)[3] == organisation


def test_not_recorded_is_not_the_same_as_none():
    files = {
        "meetings/kart/2020/2020-03-01.md": b"---\ndate: 2020-03-01\nagenda: []\napologies: []\n---\n"
    }
    (found,) = load(MemoryTree(files))[0].committees[0].meetings

    assert (found.present, found.apologies) == (None, ())


def presenters(text, present="[]", **options):
    (item,) = meeting(present, text, **options).items
    return [
        (p.name, p.written_organisation, p.organisation and p.organisation.name)
        for p in item.presenters
    ]


def test_a_presenter_has_the_organisation_in_brackets_else_of_those_present_else_of_the_mandate():
    assert presenters("Ragna Ås (Tidvatn)", "[Ragna Ås (Havbruk)]") == [
        ("Ragna Ås", "Tidvatn", "Etat for tidvatn")
    ]
    assert presenters("Ragna Ås", "[Ragna Marie Ås (Havbruk)]") == [("Ragna Ås", "", "Havbruk")]
    assert presenters("Ragna Ås") == [("Ragna Ås", "", "Kystverket")]
    assert presenters("Ola Nes", "[Ola Nes (Nord)]") == [("Ola Nes", "", "Nord")]
    assert presenters("Siv Øy", "[Siv Øy (KV)]") == [("Siv Øy", "", "Kystverket")]
    assert presenters("Ola Nes", "[Ola Nes]") == [("Ola Nes", "", None)]


def test_a_presenter_may_be_an_organisation_and_there_may_be_several():
    assert presenters("[KV, Ola Nes (Nord)]") == [
        ("KV", "", "Kystverket"),
        ("Ola Nes", "Nord", "Nord"),
    ]


def test_without_register_and_committee_the_minutes_alone_tell():
    found = meeting("[Ola Nes (Nord), Kari Li (nord)]", register="", committee="")

    assert [p.organisation for p in found.present] == [Organisation("Nord")] * 2


def test_the_archive_lists_everyone_once():
    committee = COMMITTEE + "  - {name: Ola Nes, organisation: Nord}\n"
    files = {
        "meetings/register.yaml": REGISTER,
        "meetings/kart/committee.yaml": committee.replace(
            "  - {name: Havbruk", "  - {name: Nord}\n  - {name: Havbruk"
        ),
        "meetings/kart/2020/2020-03-01.md": MEETING.format(
            day="2020-03-01", present="[Ola NES, Liv Moe (Sør), Liv Moe]", presenter="[Å (Vest)]"
        ),
    }
    archive, diagnostics = load(MemoryTree({path: text.encode() for path, text in files.items()}))

    assert diagnostics == ()
    assert [o.name for o in archive.organisations] == [
        "Kystverket",
        "Etat for tidvatn",
        "Kart og plan",
        "Nord",
        "Havbruk",
        "Sør",
        "Vest",
    ]
    assert [p.name for p in archive.people] == [
        "Ragna Ås", "Siv Øy", "Siv Øy", "Jo Dal", "Jon Dal", "Bo-Erik Li", "Tor Vik", "Ola Nes", "Liv Moe"
    ]  # fmt: skip
