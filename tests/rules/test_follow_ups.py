"""Follow-ups that cannot be; both sides of every border."""

import pytest

from action_findings import action, findings, minutes

BODY = action("Ansvar: Bo Li", "Frist: løpande")


def meetings(*entries, body=BODY, lines=""):
    """A meeting that decides T1, and one that follows it up."""
    listed = "".join(f"  - {entry}\n" for entry in entries)
    front = f"{lines}follow_up:\n{listed}" if entries else lines
    return {
        "2021-03-10": minutes("2021-03-10/2021-03-11", body),
        "2021-06-02": minutes("2021-06-02", front=front),
    }


def told(code, *entries, log=(), body=BODY, **how):
    text = "".join(f"- date: {day}\n  follow_up:\n    - {entry}\n" for day, entry in log)
    return [
        (span, a) for _, span, a in findings(meetings(*entries, body=body), code, log=text, **how)
    ]


def spans(code, *entries, **how):
    return [span for span, _ in told(code, *entries, **how)]


BROKEN = {"meetings/kart/2021/2021-09-01.md": "---\ndate: 7\n---\n"}

# --- AR511 ----------------------------------------------------------------------------------


def test_an_action_that_nobody_decided_is_told_wherever_it_is_followed_up():
    entry = "{action: [T1, T2], status: done}"

    assert told("AR511", entry) == [("T2", {"id": "T2", "nearest": ""})]
    assert told("AR511", log=[("2021-05-03", entry)]) == [("T2", {"id": "T2", "nearest": ""})]


@pytest.mark.parametrize("id_", ["T1", "t1"])
def test_an_action_is_known_whatever_its_capitals(id_):
    assert told("AR511", f"{{action: {id_}, status: done}}") == []


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("K17-1", "K17-01"),
        ("k17/01", "K17-01"),
        ("K1701", "K17-01"),
        ("K17-02", "K17-01"),
        ("Z9", ""),
    ],
)
def test_the_nearest_id_is_told(written, nearest):
    body = action(lead="**Tiltak K17-01.** Tekst.")

    assert told("AR511", f"{{action: {written}, status: done}}", body=body) == [
        (written, {"id": written, "nearest": nearest})
    ]


def test_an_id_that_differs_in_signs_and_noughts_alone_goes_before_others():
    body = "\n".join(action(lead=f"**Tiltak K17-{n}.** Tekst.") for n in ("01", "10", "11"))

    assert told("AR511", "{action: K17-1, status: done}", body=body)[0][1]["nearest"] == "K17-01"


def test_a_decision_is_no_action():
    assert spans("AR511", "{action: V1, status: done}", body="> **Vedtak V1.** Ja.\n") == ["V1"]


def test_an_id_in_a_quote_that_is_nearly_an_action_is_not_told():
    body = "> **Tilak T1.** Tekst.\n\n> **Tiltak 2.1** Tekst.\n"

    assert spans("AR511", "{action: [T1, '2.1', T3], status: done}", body=body) == ["T3"]


def test_while_a_file_is_broken_unknown_actions_are_not_told():
    assert told("AR511", "{action: T2, status: done}", more=BROKEN) == []


# --- AR512 ----------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["done", "moved, to: 1", "dropped"])
@pytest.mark.parametrize(
    "second", ["status: done", "status: moved, to: 1", "status: dropped", "due: 2021-09-01"]
)
def test_what_is_closed_cannot_be_closed_again_or_get_a_due(first, second):
    log = [("2021-05-03", f"{{action: T1, status: {first}}}".replace("to: 1", "to: 2021-03-10/1"))]

    assert told("AR512", f"{{action: T1, {second}}}", log=log) == [
        ("T1", {"id": "T1", "status": first.split(",")[0], "date": "2021-05-03"})
    ]


@pytest.mark.parametrize(
    "second", ["status: open", "status: open, due: 2021-09-01", "note: Publisert"]
)
def test_what_is_closed_can_be_opened_and_noted(second):
    log = [("2021-05-03", "{action: T1, status: done}")]

    assert told("AR512", f"{{action: T1, {second}}}", log=log) == []


def test_what_was_opened_again_can_be_closed_again():
    log = [
        ("2021-05-03", "{action: T1, status: done}"),
        ("2021-05-04", "{action: T1, status: open}"),
    ]

    assert told("AR512", "{action: T1, status: done}", log=log) == []


def test_the_order_is_that_of_the_days_not_of_the_files():
    log = [
        ("2021-07-03", "{action: T1, status: done}"),
        ("2021-04-04", "{action: T1, status: open}"),
    ]

    assert told("AR512", "{action: T1, status: done}", log=log) == [
        ("T1", {"id": "T1", "status": "done", "date": "2021-06-02"})
    ]


def test_closed_twice_on_one_day_is_told_once():
    assert spans("AR512", "{action: [T1, T1], status: done}") == ["T1"]


def test_what_nobody_decided_is_not_closed():
    log = [("2021-05-03", "{action: T2, status: done}")]

    assert told("AR512", "{action: T2, status: done}", log=log) == []


def test_while_a_file_is_broken_it_may_have_opened_the_action():
    log = [("2021-05-03", "{action: T1, status: done}")]

    assert told("AR512", "{action: T1, status: done}", log=log, more=BROKEN) == []


# --- AR513 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"), [("2021-03-09", ["T1"]), ("2021-03-10", []), ("2021-03-11", [])]
)
def test_a_follow_up_before_the_meeting_is_told(day, expected):
    assert spans("AR513", log=[(day, "{action: T1, status: done}")]) == expected


def test_a_date_of_its_own_is_told_where_it_stands():
    assert told("AR513", "{action: t1, date: 2021-01-02, status: done}") == [
        ("2021-01-02", {"id": "t1", "date": "2021-01-02", "decided": "2021-03-10"})
    ]


def test_a_meeting_that_follows_up_what_a_later_one_decided_is_told():
    found = findings(
        {
            "2021-03-10": minutes(
                "2021-03-10", front="follow_up:\n  - {action: T1, status: done}\n"
            ),
            "2021-06-02": minutes("2021-06-02", BODY),
        },
        "AR513",
    )

    assert [span for _, span, _ in found] == ["T1"]


# --- AR514 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("1", []),
        ("T1", []),
        ("t1", []),
        ("2021-03-10/1", []),
        ("2021-03-10", []),
        ("2021-06-03/1", []),
        ("2022-01-12", []),
        ("2", ["2"]),
        ("T2", ["T2"]),
        ("2021-03-10/2", ["2021-03-10/2"]),
        ("2021-06-01/1", ["2021-06-01/1"]),
        ("[1, 2, T9]", ["2", "T9"]),
        ("vår 2022", ["vår 2022"]),
    ],
)
def test_what_took_over_must_be_somewhere(to, expected):
    assert spans("AR514", f"{{action: T1, status: moved, to: {to}}}") == expected


def test_in_follow_up_yaml_the_number_of_an_item_needs_its_meeting():
    assert spans("AR514", log=[("2021-05-03", "{action: T1, status: moved, to: 1}")]) == ["1"]
    assert (
        spans("AR514", log=[("2021-05-03", "{action: T1, status: moved, to: 2021-06-02/1}")]) == []
    )


def test_moved_to_nothing_is_told_at_the_status():
    assert told("AR514", "{action: T1, status: moved}") == [("moved", {"to": ""})]
    assert told("AR514", "{action: T1, status: moved, to: []}") == [("moved", {"to": ""})]
    assert told("AR514", "{action: T1, status: done}") == []


def test_while_a_file_is_broken_only_moved_to_nothing_is_told():
    entries = ("{action: T1, status: moved, to: T9}", "{action: T1, status: moved}")

    assert spans("AR514", *entries, more=BROKEN) == ["moved"]


# --- AR515 ----------------------------------------------------------------------------------

DATED = action("Ansvar: Bo Li", "Frist: 1. mai 2021")


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2021-05-01", []), ("2021-05-02", ["1. mai 2021"])]
)
def test_an_action_is_overdue_the_day_after_its_due(as_of, expected):
    assert spans("AR515", body=DATED, as_of=as_of) == expected


def test_a_later_due_is_told_where_it_stands():
    assert told("AR515", "{action: T1, due: 2021-07-01}", body=DATED) == [
        ("2021-07-01", {"action": "T1", "id": "T1", "due": "2021-07-01"})
    ]


def test_what_is_done_is_not_overdue_but_was_before():
    entry = "{action: T1, status: done}"

    assert spans("AR515", entry, body=DATED) == []
    assert spans("AR515", entry, body=DATED, as_of="2021-06-01") == ["1. mai 2021"]


def test_what_was_due_at_the_next_meeting_is_overdue_after_it():
    body = action("Ansvar: Bo Li", "Frist: neste møte")

    assert told("AR515", body=body) == [
        ("neste møte", {"action": "T1", "id": "T1", "due": "2021-06-02"})
    ]
    assert told("AR515", body=body, as_of="2021-06-02") == []


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("**Tiltak. Kart.** Tekst.", "Kart"),
        ("**Tiltak.** Bo Li sender *ut* kartet.", "Bo Li sender ut kartet."),
    ],
)
def test_an_action_without_an_id_is_told_by_its_title_or_its_words(lead, name):
    body = action("Ansvar: Bo Li", "Frist: 1. mai 2021", lead=lead)

    assert told("AR515", body=body) == [
        ("1. mai 2021", {"action": name, "id": "", "due": "2021-05-01"})
    ]


def test_while_a_file_is_broken_nothing_is_overdue():
    assert told("AR515", body=DATED, more=BROKEN) == []
