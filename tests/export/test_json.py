"""The whole Report as JSON: what stands in it, and where it comes from."""

import json
from typing import Any

import pytest

import generated
from arsrapport.export.json import report_json
from export_samples import FILES, made_of

MARCH = "meetings/kart/2021/2021-03-10.md"
YAML = "meetings/kart/committee.yaml"


def at(line: int, column: int = 5, path: str = MARCH) -> dict[str, Any]:
    return {"path": path, "line": line, "column": column}


def exported(files, year="2021") -> dict[str, Any]:
    return json.loads(report_json(*made_of(files, year)))


def changed(path: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new)}


# --- the whole --------------------------------------------------------------------------------


def test_what_the_report_says_of_itself():
    found = exported(FILES)

    assert {key: value for key, value in found.items() if not isinstance(value, list)} == {
        "$schema": "urn:arsrapport:schema:report:1",
        "committee": "kart",
        "utvalg": "Sjøkartutvalet",
        "publisher": "Alfa institutt",
        "language": "nn",
        "series": "Notat 2022/1",
        "period": {"first": "2021-01-01", "last": "2021-12-31"},
        "as_of": "2021-12-31",
        "figures": {
            "meetings": {"value": 1, "places": [at(1, 1)]},
            # postponed and closing items are not treated
            "items": {"value": 2, "places": [at(18), at(23)]},
            # the organisation that stands alone is nobody
            "people": {"value": 3, "places": [at(12), at(13), at(14)]},
        },
    }


def test_every_figure_has_the_places_of_all_that_it_counts():
    figures = exported(generated.committee("nn", 2))["figures"]

    # two meetings; three items treated in each; the chair, the member and a new guest in each
    assert {name: figure["value"] for name, figure in figures.items()} == {
        "meetings": 2,
        "items": 6,
        "people": 4,
    }
    assert [[p["line"] for p in figures[name]["places"]] for name in figures] == [
        [1, 1],
        [13, 17, 19] * 2,
        [8, 9, 10] * 2,
    ]


def test_seats_members_and_working_groups_are_those_of_the_day():
    found = exported(FILES)

    assert found["seats"] == [
        {
            "organisation": "Alfa institutt",
            "role": "member",
            "seats": 2,
            "secretariat": False,  # her mandate ended in June
            "places": [at(4, path=YAML)],
        },
        {
            "organisation": "Beta",
            "role": "observer",
            "secretariat": False,
            "note": "utan røyst",
            "places": [at(5, path=YAML)],
        },
    ]
    assert found["members"] == [
        {
            "person": "Ragna Ås",
            "name": "Ragna Ås",
            "organisation": "Alfa institutt",
            "role": "member",
            "places": [at(7, path=YAML)],
        }
    ]
    assert found["working_groups"] == [
        {"name": "Tidvatn", "under": "Alfa", "places": [at(10, path=YAML)]}
    ]


def test_organisations_and_people_have_every_place_where_they_stand():
    found = exported(FILES)

    assert found["organisations"][0] == {
        "name": "Alfa institutt",
        "short": "Alfa",
        "listed_as": "Alfa",
        "places": [
            at(2, path="meetings/register.yaml"),
            at(4, path=YAML),
            at(7, path=YAML),
            at(12),
            at(13),
        ],
    }
    assert [o["name"] for o in found["organisations"]] == ["Alfa institutt", "Beta", "Gamma AS"]
    assert found["people"] == [
        {
            "id": "Ragna Ås",
            "name": "Ragna Ås",
            "organisations": ["Alfa institutt"],
            "present": ["2021-03-10"],
            "apologies": [],
            "places": [at(7, path=YAML), at(12)],
        },
        {
            "id": "Siv Øy",
            "name": "Siv Øy",
            "initials": "siø",
            "organisations": ["Alfa institutt"],
            "present": ["2021-03-10"],
            "apologies": [],
            "places": [at(13)],
        },
        {
            "id": "Bo Li",
            "name": "Bo Li",
            "organisations": ["Gamma AS"],
            "present": ["2021-03-10"],
            "apologies": [],
            "places": [at(14)],
        },
    ]


def test_a_follow_up_of_the_log_counts_in_the_period_and_up_to_its_day():
    assert exported(FILES)["follow_up"] == [
        {
            "action": ["K21-01"],
            "date": "2021-09-01",
            "status": "moved",
            "to": ["V1"],
            "places": [at(4, 15, "meetings/kart/follow-up.yaml")],
        }
    ]


# --- a meeting --------------------------------------------------------------------------------


def test_a_meeting_has_what_its_front_matter_says():
    (meeting,) = exported(FILES)["moetemappe"]
    lists = ("moetedeltaker", "moetesak", "follow_up")

    assert {key: value for key, value in meeting.items() if key not in lists} == {
        "id": "2021-03-10",
        "moetedato": "2021-03-10",
        "last_day": "2021-03-10",
        "moetenummer": "1/21",
        "language": "nn",
        "status": "approved",
        "form": "hybrid",
        "time": "10.00–15.30",
        "moetested": "Oslo, rom 4; fløy B",
        "minutes": {"by": ["Siv H. Øy"], "date": "2021-03-17"},
        "approved": {"in": "2021-05-12/1"},
        "next_meeting": {"first": "2021-05-12", "last": "2021-05-13"},
        "chair": ["Ragna Ås"],
        "apologies": [],
        "introduction": "Møtet blei opna.",
        "attachments": [],
        "places": [at(1, 1)],
    }


def test_those_present_stand_as_written_and_as_who_they_are():
    (meeting,) = exported(FILES)["moetemappe"]

    assert meeting["moetedeltaker"] == [
        {
            "moetedeltakerNavn": "Ragna Ås",
            "moetedeltakerFunksjon": "Møteleder",
            "person": "Ragna Ås",
            "organisation": "Alfa institutt",
            "role": "member",
            "items": [],
            "except": [],
            "places": [at(12)],
        },
        {
            "moetedeltakerNavn": "Siv Øy",
            "moetedeltakerFunksjon": "Referent",  # minutes.by has another of her names
            "person": "Siv Øy",
            "organisation": "Alfa institutt",
            "role": "secretary",  # in March she still was
            "items": [],
            "except": ["2"],
            "places": [at(13)],
        },
        {
            "moetedeltakerNavn": "Bo Li",
            "written_organisation": "Gamma AS",
            "person": "Bo Li",
            "organisation": "Gamma AS",
            "role": "guest",
            "items": ["1-2"],
            "except": [],
            "for": "Kari Vik (Beta)",
            "note": "digitalt",
            "places": [at(14)],
        },
        {
            "moetedeltakerNavn": "Beta",
            "organisation": "Beta",
            "items": [],
            "except": [],
            "places": [at(15)],
        },
    ]


def test_an_item_has_its_agenda_line_its_text_and_what_it_ended_with():
    first = exported(FILES)["moetemappe"][0]["moetesak"][0]

    assert first == {
        "number": "1",
        "offentligTittel": "Djupner ved kysten",
        "language": "nn",
        "kind": "information",
        "moetesakstype": "orientering",
        "heading": False,
        "treated": True,
        "presenter": [
            {"name": "Bo Li", "organisation": "Gamma AS", "places": [at(19, 17)]},
            {"name": "Beta", "organisation": "Beta", "places": [at(19, 24)]},
        ],
        "dokumentbeskrivelse": [{"tittel": "Notat"}, {"tittel": "Kart"}],
        "continues": ["2020-11-01/3"],
        "listed": {
            "organisations": ["Gamma AS", "Beta"],
            "offentligTittel": "Djupner ved kysten",
            "language": "nn",
            "places": [at(18), at(19, 17), at(19, 24)],
        },
        "text": (
            "Bo Li viste tala. [Frå 2020.] Sjå <item:2021-03-10/2> og kartet"
            " <https://kart.example/a>.\n\nKonklusjon. Tal. Tala er gode."
        ),
        "vedtak": [
            {
                "kind": "conclusion",
                "title": "Tal",
                "vedtakstekst": {"tekstInnhold": "Tala er gode.", "tekstFormat": "text/plain"},
                "dato": "2021-03-10",
                "language": "nn",
                "places": [at(42, 1)],
            }
        ],
        "actions": [],
        "places": [at(18)],
    }


def test_decisions_and_actions_have_their_words_and_their_days():
    second = exported(FILES)["moetemappe"][0]["moetesak"][1]

    assert second["listed"]["offentligTittel"] == "Farleiene"
    assert second["moetesakstype"] == "annet"
    assert [(v["kind"], v["id"], v["vedtakstekst"]["tekstInnhold"]) for v in second["vedtak"]] == [
        ("decision", "V1", "Leia blir flytta.\n\n1. mot nord\n2. mot sør")
    ]
    assert second["actions"] == [
        {
            "id": "K21-01",
            "title": "Merke",
            "text": "Alfa set ut merke.",
            "responsible": ["Alfa", "Bo Li"],
            "due": "15. juni 2021",
            "due_date": "2021-06-15",
            "note": "venta",
            "language": "nn",
            "places": [at(53, 1)],
        },
        {
            "text": "Utan id.",
            "responsible": [],
            "due": "til hausten",
            "language": "nn",
            "places": [at(58, 1)],
        },
    ]


def test_what_was_decided_in_a_meeting_of_several_days_was_decided_by_the_last():
    files = changed(MARCH, "date: 2021-03-10\n", "date: 2021-03-10/2021-03-11\n")
    (meeting,) = exported(files)["moetemappe"]

    assert (meeting["moetedato"], meeting["last_day"]) == ("2021-03-10", "2021-03-11")
    assert meeting["moetesak"][1]["vedtak"][0]["dato"] == "2021-03-11"


def test_what_was_not_treated_says_so_and_what_closes_is_not_listed():
    third, fourth = exported(FILES)["moetemappe"][0]["moetesak"][2:]

    assert (third["outcome"], third["treated"], "listed" in third) == ("postponed", False, True)
    assert (fourth["kind"], fourth["treated"], "listed" in fourth) == ("closing", False, False)


def test_follow_ups_of_a_meeting_stand_with_it():
    assert exported(FILES)["moetemappe"][0]["follow_up"] == [
        {
            "action": ["K20-01"],
            "date": "2021-03-10",
            "status": "done",
            "to": [],
            "note": "Levert.",
            "places": [at(31)],
        },
        {
            "action": ["K20-02", "K20-03"],
            "date": "2021-02-01",
            "to": ["2"],
            "due": "1. mai 2021",
            "due_date": "2021-05-01",
            "places": [at(32)],
        },
    ]


def test_meetings_refer_to_those_beside_them_in_the_report():
    meetings = exported(generated.committee("nn", 3))["moetemappe"]

    assert [(m.get("referanseForrigeMoete"), m.get("referanseNesteMoete")) for m in meetings] == [
        (None, "2021-01-02"),
        ("2021-01-01", "2021-01-03"),
        ("2021-01-02", None),
    ]


def test_a_meeting_that_is_only_planned_stands_by_itself():
    found = exported(FILES)

    assert [m["id"] for m in found["moetemappe"]] == ["2021-03-10"]
    assert found["planned"] == [
        {
            "id": "2021-12-01",
            "moetedato": "2021-12-01",
            "last_day": "2021-12-01",
            "language": "nn",
            "status": "planned",
            "chair": [],
            "moetesak": [],
            "attachments": [],
            "follow_up": [],
            "places": [at(1, 1, "meetings/kart/2021/2021-12-01.md")],
        }
    ]


def test_somebody_on_the_list_of_a_planned_meeting_is_known_and_was_not_there():
    files = changed(
        "meetings/kart/2021/2021-12-01.md", "agenda: []", "agenda: []\npresent: [Eli Sol (Delta)]"
    )
    found = exported(files)

    assert found["people"][-1]["id"] == found["planned"][0]["moetedeltaker"][0]["person"]
    assert found["people"][-1]["present"] == []
    assert found["figures"]["people"]["value"] == 3


def test_attachments_have_their_title_and_text():
    files = changed(MARCH, "chair: ", "attachments: 2021-03-10-notat.md\nchair: ")
    files["meetings/kart/2021/2021-03-10-notat.md"] = "# Notat om *djup*\n\nTolv meter.\n"

    assert exported(files)["moetemappe"][0]["attachments"] == [
        {
            "tittel": "Notat om djup",
            "language": "nn",
            "text": "Tolv meter.",
            "places": [at(1, 1, "meetings/kart/2021/2021-03-10-notat.md")],
        }
    ]


# --- what is not known, and what is withheld --------------------------------------------------


def test_what_was_not_recorded_is_left_out_and_none_is_an_empty_list():
    files = {
        "arsrapport.yaml": "",
        "meetings/kart/committee.yaml": "name: Kart\n",
        "meetings/kart/2021/2021-03-10.md": "---\ndate: 2021-03-10\nagenda: []\npresent: []\n---\n",
    }
    found = exported(files)
    (meeting,) = found["moetemappe"]

    assert found.keys().isdisjoint({"publisher", "series", "title", "published", "signed"})
    assert meeting["moetedeltaker"] == []
    assert meeting.keys().isdisjoint({"apologies", "status", "form", "minutes", "moetested"})


def test_where_no_mandate_is_on_record_nobody_has_a_role():
    files = changed(YAML, FILES[YAML], "name: Kart\n")

    present = exported(files)["moetemappe"][0]["moetedeltaker"]
    assert [p.get("role") for p in present] == [None] * 4


def test_people_of_one_name_are_numbered_as_the_register_has_them():
    path = "meetings/register.yaml"
    of_delta = "  - {name: Bo Li, organisations: Delta}\n"
    of_gamma = "  - {name: Bo Li, organisations: Gamma AS}\n"
    found = exported({**FILES, path: FILES[path] + of_delta + of_gamma})

    assert found["moetemappe"][0]["moetedeltaker"][2]["person"] == "Bo Li (2)"
    assert [p["id"] for p in found["people"]] == ["Ragna Ås", "Siv Øy", "Bo Li (2)"]


def test_a_text_without_words_and_a_day_of_the_first_years_are_no_trouble():
    files = changed(MARCH, "> **Konklusjon. Tal.** Tala er gode.", "> **Konklusjon.**")
    files |= {"meetings/kart/0101/0101-01-02.md": "---\ndate: 0101-01-02\nagenda: []\n---\n"}

    conclusion = exported(files)["moetemappe"][0]["moetesak"][0]["vedtak"][0]
    assert conclusion["vedtakstekst"]["tekstInnhold"] == ""
    assert exported(files, "0101")["moetemappe"][0]["moetedato"] == "0101-01-02"


def test_the_order_of_the_files_is_irrelevant():
    assert report_json(*made_of(FILES)) == report_json(*made_of(dict(reversed(FILES.items()))))


def test_a_place_stands_on_one_line_and_no_text_is_taken_for_one():
    trap = '{ "path": "x", "line": 1, "column": 1 }'
    data = report_json(*made_of(changed(MARCH, "Takk.", f"`{trap}`")))

    assert f'{{"path": "{MARCH}", "line": 12, "column": 5}}'.encode() in data
    assert json.loads(data)["moetemappe"][0]["moetesak"][3]["text"] == trap


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_committee_is_called_what_the_language_calls_it(language):
    files = changed(
        "meetings/kart/2021/report/report.yaml", "series: ", f"language: {language}\nseries: "
    )

    names = {"nn": "Sjøkartutvalet", "nb": "Sjøkartutvalget", "en": "Sjøkartutvalet"}
    assert exported(files)["utvalg"] == names[language]
