"""Dues that cannot be read, lie before the meeting, or have a mistaken year; both sides of borders."""

import pytest

from action_findings import action, findings, minutes, of_quotes

CODES = ("AR507", "AR509", "AR510")


def told(due, day="2021-03-10", language="nn"):
    """What is told of a due: the code, the span, and what it likely means."""
    text = minutes(day, action("Ansvar: Bo Li", f"Frist: {due}"))
    found = findings({day[:10]: text}, *CODES, language=language)
    return [(code, span, a.get("likely")) for code, span, a in found]


# --- AR507 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "likely"),
    [
        ("31.2.2021", ""),
        ("15/11/2021", "15. november 2021"),
        ("15/11-2021", "15. november 2021"),
        ("15.11.21", "15. november 2021"),
        ("2021-5-3", "3. mai 2021"),
        ("2021-02-30", ""),
        ("12. augst 2021", "12. august 2021"),
        ("32. mai 2021", ""),
        ("1. mai", "1. mai 2021"),
        ("10. mars", "10. mars 2021"),
        ("9. mars", "9. mars 2022"),
        ("innan 15. november", "15. november 2021"),
    ],
)
def test_what_is_meant_as_a_date_and_cannot_be_read_is_told(due, likely):
    assert told(due) == [("AR507", due, likely)]


@pytest.mark.parametrize(
    "due",
    [
        "15. november 2021",
        "15.11.2021",
        "2021-11-15",
        "onsdag 15. november 2021 kl. 12",
        "løpande",
        "neste møte",
        "?",
        "hausten 2021",
        "veke 49",
        "ca. 20. juni",
        "mai 2021",
        "1.–2. juni 2021",
        "når sak 9.3.12 er ferdig",
    ],
)
def test_other_words_are_not_told(due):
    assert told(due) == []


def test_a_due_is_written_in_the_language_of_the_passage():
    assert told("1/5-2021", language="en") == [("AR507", "1/5-2021", "")]
    assert told("15/5-2021", language="en") == [("AR507", "15/5-2021", "15 May 2021")]
    assert told("1/5-2021", language="nb") == [("AR507", "1/5-2021", "1. mai 2021")]


def test_the_span_is_the_words_whatever_stands_among_them():
    body = action("Ansvar: Bo Li", "**Frist:** 31\\.2.2021  ")

    assert [span for _, span, _ in of_quotes(body, *CODES)] == ["31\\.2.2021"]


def log_of(*entries):
    return "".join(f"- date: {day}\n  follow_up:\n    - {entry}\n" for day, entry in entries)


def in_log(day, entry, lead="**Tiltak T1.** Tekst."):
    text = minutes("2021-03-10", action("Ansvar: Bo Li", "Frist: løpande", lead=lead))
    found = findings({"2021-03-10": text}, *CODES, log=log_of((day, entry)))
    return [(code, span, a.get("likely")) for code, span, a in found]


def test_a_new_due_is_told_in_the_form_of_front_matter():
    assert in_log("2021-05-03", "{action: T1, due: 1/6/2021}") == [
        ("AR507", "1/6/2021", "2021-06-01")
    ]
    assert in_log("2021-05-03", "{action: T1, due: hausten}") == []


# --- AR509 and AR510 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2021-03-10", []),
        ("2021-03-09", [("AR509", "2021-03-09", None)]),
        ("2020-12-10", [("AR509", "2020-12-10", None)]),
        ("2020-12-09", [("AR510", "2020-12-09", "2021-12-09")]),
        ("2020-03-10", [("AR510", "2020-03-10", "2021-03-10")]),
        ("2020-03-09", [("AR509", "2020-03-09", None)]),
        ("2020-02-29", [("AR509", "2020-02-29", None)]),
        ("0001-01-01", [("AR509", "0001-01-01", None)]),
    ],
)
def test_a_due_before_the_meeting_is_told_and_its_year_when_another_is_likely(due, expected):
    assert told(due) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2022-03-10", []),
        ("2022-03-11", [("AR510", "2022-03-11", "2021-03-11")]),
        ("2022-04-10", [("AR510", "2022-04-10", "2021-04-10")]),
        ("2022-04-11", []),
        ("2023-03-20", []),
        ("9999-12-31", []),
    ],
)
def test_a_due_a_year_and_less_than_a_month_away_has_most_likely_the_wrong_year(due, expected):
    assert told(due) == expected


def test_during_a_meeting_of_several_days_a_due_may_fall():
    assert told("2021-03-10", day="2021-03-10/2021-03-12") == []
    assert told("2022-03-11", day="2021-03-10/2021-03-12") == []


def test_the_year_is_put_right_in_the_words_as_they_are_written():
    assert told("10. desember 2019 kl. 12", day="2018-11-27") == [
        ("AR510", "10. desember 2019 kl. 12", "10. desember 2018 kl. 12")
    ]


@pytest.mark.parametrize(("due", "day"), [("1.6.2019", "2018-04-20"), ("30.9.2019", "2018-04-20")])
def test_a_task_that_takes_more_than_a_year_is_no_mistake(due, day):
    assert told(due, day=day) == []


@pytest.mark.parametrize("due", ["hausten 2019", "løpande", "neste møte", "?"])
def test_what_is_no_date_is_not_early(due):
    assert told(due) == []


@pytest.mark.parametrize(
    ("day", "due", "expected"),
    [
        ("2021-05-03", "2021-03-10", []),
        ("2021-05-03", "2021-03-09", [("AR509", "2021-03-09", None)]),
        ("2021-05-03", "2020-06-01", [("AR510", "2020-06-01", "2021-06-01")]),
        ("2021-05-03", "2022-05-20", [("AR510", "2022-05-20", "2021-05-20")]),
        ("2021-05-03", "2022-03-20", []),
    ],
)
def test_a_new_due_is_early_when_it_lies_before_the_decision(day, due, expected):
    assert in_log(day, f"{{action: T1, due: {due}}}") == expected


def test_a_new_due_of_an_unknown_action_is_not_judged():
    assert in_log("2021-05-03", "{action: T9, due: 2019-01-01}") == []
