"""Dates in sentences: a weekday that does not fit. 10 March 2021 was a Wednesday."""

import pytest

from small_projects import found, meeting

HEAD = ("language: nn", "next_meeting: 2021-05-12")


def told(body, *lines, titles=("Djupner",), name="2021-03-10"):
    text = meeting(name, *lines, titles=titles, body=f"## Sak 1\n\n{body}")
    return [
        (place.partition(":")[2], said["weekday"], said["date"], said["right"])
        for place, said in found("AR209", {name: text})
    ]


@pytest.mark.parametrize(
    ("words", "weekday", "date", "right"),
    [
        ("torsdag 10. mars 2021", "torsdag", "2021-03-10", "onsdag"),
        ("Tysdag 10.3.2021", "Tysdag", "2021-03-10", "Onsdag"),
        ("Thursday 10 March 2021", "Thursday", "2021-03-10", "Onsdag"),  # as the text is written
        ("onsdag 10. mars 2022", "onsdag", "2022-03-10", "torsdag"),
        ("torsdag 10. mars", "torsdag", "2021-03-10", "onsdag"),  # the meeting's own day
        ("torsdag 12. mai", "torsdag", "2021-05-12", "onsdag"),  # that of the next
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_told(words, weekday, date, right):
    assert told(f"Frå {words} av.", *HEAD) == [
        (f"11:5-11:{5 + len(weekday)}", weekday, date, right)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "onsdag 10. mars 2021",
        "onsdag 10. mars",
        "onsdag 12. mai",
        "torsdag 11. mars",  # a day of no meeting: which year
        "torsdag 12. april",
        "torsdag 31. februar 2021",
        "torsdag 30.2.2021",
        "torsdag 10. mars 0000",
        "«torsdag 10. mars 2021»",  # others' words
        "`torsdag 10. mars 2021`",
    ],
)
def test_what_fits_or_is_not_certain_is_not(words):
    assert told(f"Frå {words} av.", *HEAD) == []


def test_a_quotation_is_others_words_but_a_decision_is_not():
    assert told("> Frå torsdag 10. mars 2021.") == []
    assert told("> **Vedtak.** Frå torsdag 10. mars 2021.") == [
        ("9:19-9:26", "torsdag", "2021-03-10", "onsdag")
    ]


def test_the_date_may_stand_on_the_next_line():
    assert told("Utvalet møtest\nigjen torsdag\n12. mai 2021.") == [
        ("10:7-10:14", "torsdag", "2021-05-12", "onsdag")
    ]


def test_what_comes_behind_emphasis_and_a_line_break_has_its_place():
    assert told("Utvalet *møtest*\nigjen torsdag 12. mai 2021.") == [
        ("10:7-10:14", "torsdag", "2021-05-12", "onsdag")
    ]


def test_titles_and_the_time_are_judged_too():
    lines = (
        "title: Møtet torsdag 10. mars",
        "time: torsdag 10. mars kl. 10",
        "place: torsdag 10. mars 2021",
    )

    assert told("Tekst.", *lines, titles=('"Tur: fredag 10. mars"',)) == [
        ("3:14-3:21", "torsdag", "2021-03-10", "onsdag"),
        ("4:7-4:14", "torsdag", "2021-03-10", "onsdag"),
        ("7:18-7:24", "fredag", "2021-03-10", "onsdag"),
    ]


def test_a_day_of_this_meeting_and_of_the_next_in_another_year_is_not_certain():
    assert told("Fredag 10. mars.", "next_meeting: 2022-03-10") == []
    assert told("Fredag 10. mars 2022.", "next_meeting: 2022-03-10") == [
        ("10:1-10:7", "Fredag", "2022-03-10", "Torsdag")
    ]


def test_both_days_of_a_long_meeting_are_its_own():
    text = meeting("2021-03-10/2021-03-12", body="## Sak 1\n\nTorsdag 12. mars.\n")

    ((place, said),) = found("AR209", {"2021-03-10": text})
    assert (place, said["right"]) == ("2021-03-10:9:1-9:8", "Fredag")


def test_an_attachment_is_of_its_meeting():
    path = "meetings/kart/2021/2021-03-10-notat.md"
    files = {
        "2021-03-10": meeting("2021-03-10", "attachments: [2021-03-10-notat.md]"),
        path: "# Notat\n\nTorsdag 10. mars.\n",
    }

    assert [place for place, _ in found("AR209", files)] == ["2021-03-10-notat:3:1-3:8"]


def test_a_chapter_needs_the_year():
    files = {
        "2021-03-10": meeting("2021-03-10"),
        "meetings/kart/2021/report/report.yaml": "chapters: [cases]\n",
        "meetings/kart/2021/report/cases.md": "# Saker\n\nTorsdag 10. mars, torsdag 10. mars 2021.\n",
    }

    assert [place for place, _ in found("AR209", files)] == ["cases:3:19-3:26"]
