"""From data to file models: every fault by its type, at its key or value, all in one run."""

from datetime import date

import pytest

from arsrapport.load.parse.validation import validate
from arsrapport.load.parse.yaml_reader import read_yaml
from arsrapport.model.files.committee import CommitteeFile, ProjectFile, RegisterFile
from arsrapport.model.files.meeting import FollowUpLog, MeetingFile
from arsrapport.model.files.report import ChapterFile, ReportFile

MEETING = "date: 2017-03-15\nagenda: []\n"


def faults(model, text):
    document, diagnostics = read_yaml(text, "a.yaml")
    assert diagnostics == ()
    data, diagnostics = validate(model, document)
    assert (data is None) == bool(diagnostics)
    return [(f"{d.place.line}:{d.place.column}", d.code, dict(d.arguments)) for d in diagnostics]


def read(model, text):
    assert faults(model, text) == []
    return validate(model, read_yaml(text, "a.yaml")[0])[0]


def test_a_blank_document_is_an_empty_mapping_or_list():
    assert read(ChapterFile, "") == ChapterFile()
    assert read(FollowUpLog, "# tom\n").root == ()


@pytest.mark.parametrize(
    ("model", "text", "place", "key", "near"),
    [
        (MeetingFile, MEETING + "titel: x\n", "3:1", "titel", "title"),
        (MeetingFile, MEETING + "zzz: x\n", "3:1", "zzz", ""),
        (MeetingFile, MEETING + "minutes: {dato: 2017-04-11}\n", "3:11", "dato", "date"),
        (MeetingFile, MEETING + "present:\n  - {name: x, forr: y}\n", "4:15", "forr", "for"),
        (MeetingFile, MEETING + "present:\n  - namn: x\n", "4:5", "namn", "name"),
        (MeetingFile, MEETING + "present:\n  - {zzz: x}\n", "4:6", "zzz", ""),
        (MeetingFile, MEETING + "approved: {inn: x}\n", "3:12", "inn", "in"),
        (MeetingFile, MEETING + "from_: x\n", "3:1", "from_", "form"),
        (CommitteeFile, "name: {nn: x, nbb: y}\n", "1:15", "nbb", "nb"),
        (CommitteeFile, 'name: {nn: x, "[key]": y}\n', "1:15", "[key]", ""),
        (CommitteeFile, "name: x\nmembers:\n- {name: y, from_: z}\n", "3:13", "from_", "from"),
        (ProjectFile, '"[key]": x\n', "1:1", "[key]", ""),
        (
            FollowUpLog,
            "- {date: 2017-01-01, follow_up: [], folow: x}\n",
            "1:37",
            "folow",
            "follow_up",
        ),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_at_its_level(model, text, place, key, near):
    assert faults(model, text) == [(place, "AR109", {"key": key, "nearest": near})]


@pytest.mark.parametrize(
    ("model", "text", "place", "key"),
    [
        pytest.param(MeetingFile, "agenda: []\n", "1:1", "date", id="at the root"),
        pytest.param(MeetingFile, "agenda: []\ndate:\n", "2:1", "date", id="empty"),
        pytest.param(MeetingFile, "agenda: []\ndate: ' '\n", "2:1", "date", id="blank in quotes"),
        pytest.param(MeetingFile, "date: 2017-03-15\nagenda:\n", "2:1", "agenda", id="no list"),
        pytest.param(
            MeetingFile,
            MEETING.replace("[]", "\n  - kind: closing"),
            "3:5",
            "title",
            id="in a list",
        ),
        pytest.param(
            MeetingFile,
            MEETING.replace("[]", "[{title: x, withheld: {title: y}}]"),
            "2:21",
            "basis",
            id="at its key",
        ),
        pytest.param(
            MeetingFile,
            MEETING + "present:\n  - organisation: Etaten\n",
            "4:5",
            "name",
            id="person",
        ),
        pytest.param(CommitteeFile, "language: nn\n", "1:1", "name", id="name"),
        pytest.param(CommitteeFile, "name: {nn: }\n", "1:1", "name", id="no name in any language"),
        pytest.param(CommitteeFile, "name: {}\n", "1:1", "name", id="no language"),
    ],
)
def test_a_required_key_is_told_at_its_nearest_ancestor(model, text, place, key):
    assert faults(model, text) == [(place, "AR111", {"key": key})]


def test_an_empty_key_is_not_recorded_and_an_empty_list_is_none():
    meeting = read(MeetingFile, MEETING + "present:\napologies: []\nplace: ''\nlanguage: ' '\n")

    assert (meeting.present, meeting.apologies) == (None, ())
    assert (meeting.place, meeting.language) == (None, None)
    assert read(CommitteeFile, "name: {nn: Utvalet, nb: }\n").name == {"nn": "Utvalet"}


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("[a]\n", "1:1", "mapping"),
        ("berre tekst\n", "1:1", "mapping"),
        ("date: [a]\nagenda: []\n", "1:7", "dates"),
        ("date: {a: b}\nagenda: []\n", "1:7", "dates"),
        ("date: 2017-03-15\nagenda: x\n", "2:9", "list"),
        ("date: 2017-03-15\nagenda: {a: b}\n", "2:9", "list"),
        ("date: 2017-03-15\nagenda: [x]\n", "2:10", "mapping"),
        ("date: 2017-03-15\nagenda: [[x]]\n", "2:10", "mapping"),
        ("date: 2017-03-15\nagenda: [{title: [x]}]\n", "2:18", "text"),
        (MEETING + "chair: {a: b}\n", "3:8", "text"),
        (MEETING + "chair: [[a]]\n", "3:9", "text"),
        (MEETING + "chair: [a, '']\n", "3:12", "text"),
        (MEETING + "chair:\n  - a\n  -\n", "5:4", "text"),
        (MEETING + "present: Kari\n", "3:10", "list"),
        (MEETING + "present: [[Kari]]\n", "3:11", "text"),
        (MEETING + "present:\n  -\n", "4:4", "text"),
        (MEETING + "minutes: Kari\n", "3:10", "mapping"),
        (MEETING + "status: [draft]\n", "3:9", "text"),
        (MEETING + "next_meeting: [x]\n", "3:15", "dates"),
        (MEETING + "note: x\ntitle:\n  a: b\n  c: d\n", "5:3", "text"),
    ],
)
def test_a_wrong_type_is_told_with_what_is_wanted(text, place, expected):
    assert (place, "AR110", {"expected": expected}) in faults(MeetingFile, text)


@pytest.mark.parametrize("seats", ["ti", "-1", "1.5", "[1]", "{a: b}", "1234567", "٣"])
def test_seats_are_a_whole_number(seats):
    text = f"name: x\norganisations:\n  - name: y\n    seats: {seats}\n"

    assert faults(CommitteeFile, text) == [("4:12", "AR110", {"expected": "number"})]


@pytest.mark.parametrize("period", ["juli", "0000", "17", "[2017]", "2017-03-15"])
def test_a_period_is_a_year_or_two_dates(period):
    assert faults(ReportFile, f"period: {period}\n") == [("1:9", "AR110", {"expected": "period"})]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("15.3.2017", "2017-03-15"),
        ("15.03.2017", "2017-03-15"),
        ("15. mars 2017", "2017-03-15"),
        ("15 March 2017", "2017-03-15"),
        ("2017-3-15", "2017-03-15"),
        ("2017/3/15", "2017-03-15"),
        ("15/3-2017", "2017-03-15"),
        ("15/3 2017", "2017-03-15"),
        ("19.4.2018/20.4.2018", "2018-04-19/2018-04-20"),
        ("2018-4-19/20. april 2018", "2018-04-19/2018-04-20"),
        ("2017-02-30", ""),
        ("20170315", ""),
        ("2017-W11-3", ""),
        ("2017-3", ""),
        ("våren 2017", ""),
        ("2017-03-15/", "2017-03-15"),
        ("15.3.2017/", "2017-03-15"),
        ("2018-04-20/19. april 2018", ""),
        ("２０１７-03-15", ""),
    ],
)
def test_a_date_in_another_form_is_told_as_it_should_be(written, iso):
    assert faults(MeetingFile, f"agenda: []\ndate: {written}\n") == [
        ("2:7", "AR112", {"value": written, "iso": iso})
    ]


def test_one_day_is_never_told_to_be_two():
    assert faults(MeetingFile, MEETING + "minutes: {date: 19.4.2018/20.4.2018}\n") == [
        ("3:17", "AR112", {"value": "19.4.2018/20.4.2018", "iso": ""})
    ]


def test_a_date_is_a_day_or_a_first_and_a_last():
    assert read(MeetingFile, MEETING).date == (date(2017, 3, 15), date(2017, 3, 15))
    two = "date: 2018-04-19 / 2018-04-20\nagenda: []\n"
    assert read(MeetingFile, two).date == (date(2018, 4, 19), date(2018, 4, 20))


@pytest.mark.parametrize(
    ("model", "text", "place"),
    [
        (MeetingFile, "agenda: []\ndate: 2018-04-20/2018-04-19\n", "2:7"),
        (ReportFile, "period: 2018-06-30/2017-07-01\n", "1:9"),
        (
            CommitteeFile,
            "name: x\nmembers:\n- {name: y, from: 2018-01-02, to: 2018-01-01}\n",
            "3:35",
        ),
    ],
)
def test_the_last_day_comes_no_earlier_than_the_first(model, text, place):
    assert faults(model, text) == [(place, "AR202", {})]


@pytest.mark.parametrize(
    ("text", "place", "value", "near", "allowed"),
    [
        ("status: aproved", "3:9", "aproved", "approved", "planned, draft, for-comment, approved"),
        ("status: ferdig", "3:9", "ferdig", "", "planned, draft, for-comment, approved"),
        ("language: no", "3:11", "no", "", "nn, nb, en"),
        ("form: Digital", "3:7", "Digital", "digital", "physical, digital, hybrid, written"),
        (
            "follow_up: [{action: K1, status: opn}]",
            "3:34",
            "opn",
            "open",
            "open, done, moved, dropped",
        ),
    ],
)
def test_a_word_that_may_not_stand_there_is_told_with_those_that_may(
    text, place, value, near, allowed
):
    arguments = {"value": value, "nearest": near, "allowed": allowed}

    assert faults(MeetingFile, MEETING + text) == [(place, "AR113", arguments)]


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("present:\n  - Kari Moen: leiar   # ny\n", "4:5", '  - "Kari Moen: leiar"   # ny'),
        ("present:\n  - Kari Moen:\n", "4:5", '  - "Kari Moen:"'),
        ("chair:\n- Kari: leiar\n", "4:3", '- "Kari: leiar"'),
        ("chair: [Kari: leiar, Ola]\n", "3:9", 'chair: ["Kari: leiar", Ola]'),
        ("title:\n  Møte: ekstra\n", "4:3", '  "Møte: ekstra"'),
        ("attachments:\n- 'a': \"b\"\n", "4:3", "- '''a'': \"b\"'"),
    ],
)
def test_a_mapping_of_one_key_where_a_text_is_wanted_is_told_as_a_text(text, place, line):
    assert faults(MeetingFile, MEETING + text) == [(place, "AR115", {"line": line})]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("attachments:\n- {a: b}\n", "4:3"),
        ("attachments:\n- a: b\n  c: d\n", "4:3"),
        ("attachments:\n- a:\n    b\n", "4:3"),
        ("attachments:\n- ? a\n  : b\n", "4:3"),
        ("attachments:\n- [a]\n", "4:3"),
    ],
)
def test_what_was_never_one_line_of_text_is_told_as_a_wrong_type(text, place):
    assert faults(MeetingFile, MEETING + text) == [(place, "AR110", {"expected": "text"})]


def test_names_are_one_text_or_a_list_and_a_text_may_stand_for_a_person():
    text = "chair: Kari\npresent:\n  - Ola (Etaten)\n  - {name: Per, except: 7, for: Pål, items: [1, 2-3]}\n"
    meeting = read(MeetingFile, MEETING + text)
    first, second = meeting.present

    assert meeting.chair == ("Kari",)
    assert (first.name, first.items, first.for_) == ("Ola (Etaten)", None, None)
    assert (second.except_, second.for_, second.items) == (("7",), "Pål", ("1", "2-3"))


def test_texts_stand_on_one_line_with_one_space_between_words():
    text = "title: '  Eit\n\n  møte '\nplace: |\n  Oslo,\n   rom  2\nattachments: ['a  b ']\nchair: ' K  M'\n"
    meeting = read(MeetingFile, MEETING + text)

    assert (meeting.title, meeting.place) == ("Eit møte", "Oslo, rom 2")
    assert (meeting.attachments, meeting.chair) == (("a b",), ("K M",))


def test_a_no_break_space_inside_a_text_stays():
    assert read(MeetingFile, MEETING + "title: 15.\u00a0mars\n").title == "15.\u00a0mars"


def test_everything_wrong_in_a_file_is_told_in_the_order_of_its_places():
    text = (
        "status: ferdig\n"
        "agenda:\n"
        "  - titel: Ein\n"
        "    kind: closing\n"
        "  - title: To\n"
        "    papers: [a, [b]]\n"
        "next_meeting: 24.5.2017\n"
    )

    assert [(place, code) for place, code, _ in faults(MeetingFile, text)] == [
        ("1:1", "AR111"),
        ("1:9", "AR113"),
        ("3:5", "AR109"),
        ("3:5", "AR111"),
        ("6:17", "AR110"),
        ("7:15", "AR112"),
    ]


def test_a_file_with_endless_faults_tells_a_hundred():
    text = "people:\n" + "  - {nam: x, name: y}\n" * 500

    assert len(faults(RegisterFile, text)) == 100


def test_what_is_shown_of_a_value_ends():
    (_, _, arguments), *_ = faults(MeetingFile, "agenda: []\ndate: " + "9" * 5_000)

    assert len(arguments["value"]) == 200


@pytest.mark.parametrize(
    ("model", "text", "key"),
    [
        (MeetingFile, MEETING.replace("[]", "[{title: x, withheld: }]"), "withheld"),
        (MeetingFile, MEETING.replace("[]", '[{title: x, withheld: ""}]'), "withheld"),
        (RegisterFile, "people: [{name: Bo Li, public: }]", "public"),
    ],
)
def test_what_keeps_something_from_the_public_is_not_left_empty(model, text, key):
    ((_, code, arguments),) = faults(model, text)

    assert (code, arguments) == ("AR111", {"key": key})
