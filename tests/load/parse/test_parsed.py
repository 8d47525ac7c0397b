"""Whole files, from their bytes."""

from datetime import date

from arsrapport.load.parse.parsed import (
    parse_chapter,
    parse_committee,
    parse_follow_up,
    parse_meeting,
    parse_project,
    parse_register,
    parse_report,
)
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree


def parsed(parse, text):
    file, diagnostics = parse(MemoryTree({"a": text.encode()}), "a")
    assert diagnostics == ()
    return file


def found(parse, text):
    data = text if isinstance(text, bytes) else text.encode()
    file, diagnostics = parse(MemoryTree({"a": data}), "a")
    return file and file.data, [f"{d.place.line}:{d.place.column} {d.code}" for d in diagnostics]


def test_a_meeting_has_data_with_places_and_a_body_with_its_line():
    text = "---\r\ndate: 2017-03-15\r\nagenda:\r\n  - title: Ein\r\n---\r\n\r\n## Sak 1\r\n"
    meeting = parsed(parse_meeting, text)

    assert meeting.path == "a"
    assert meeting.data.date == (date(2017, 3, 15), date(2017, 3, 15))
    assert meeting.positions.closest(("agenda", 0, "title")) == Place("a", 4, 12, 4, 15)
    assert (meeting.body, meeting.body_line) == ("\n## Sak 1\n", 6)


def test_a_meeting_must_have_front_matter_and_a_chapter_need_not():
    assert found(parse_meeting, "# Tittel\n") == (None, ["1:1 AR103"])
    assert found(parse_meeting, "---\na: b\n") == (None, ["1:1 AR104"])
    assert found(parse_meeting, "---\n# tom\n---\n") == (None, ["1:1 AR119"])

    bare = parsed(parse_chapter, "# Tittel\n")
    assert (bare.data.language, bare.body, bare.body_line) == (None, "# Tittel\n", 1)
    assert bare.positions.value.line == 1
    titled = parsed(parse_chapter, "---\nlanguage: nb\nitems: 2017-05-24/1\n---\n# Tittel\n")
    assert (titled.data.language, titled.data.items) == ("nb", ("2017-05-24/1",))
    assert (titled.body, titled.body_line) == ("# Tittel\n", 5)


def test_a_yaml_file_is_data_from_its_first_line_and_has_no_body():
    committee = parsed(parse_committee, "# Utvalet\nname: {nn: Utvalet, nb: Utvalget}\n")

    assert committee.data.name == {"nn": "Utvalet", "nb": "Utvalget"}
    assert committee.positions.closest(("name", "nb")) == Place("a", 2, 25, 2, 33)
    assert committee.body == ""


def test_each_kind_of_file_has_its_model():
    assert parsed(parse_project, "publisher: Etaten\n").data.publisher == "Etaten"
    assert parsed(parse_report, "period: 2017\n").data.period[1] == date(2017, 12, 31)
    assert parsed(parse_register, "people: [{name: Kari}]\n").data.people[0].name == "Kari"
    log = "- date: 2017-06-01\n  follow_up:\n    - {action: [K1, K2], status: done}\n"
    (entry,) = parsed(parse_follow_up, log).data.root
    assert (entry.date, entry.follow_up[0].action) == (date(2017, 6, 1), ("K1", "K2"))


def test_blank_files_of_yaml_say_nothing():
    assert parsed(parse_project, "").data.publisher is None
    assert parsed(parse_register, "# tom\n").data.people is None
    assert parsed(parse_follow_up, "\n").data.root == ()
    assert found(parse_committee, "") == (None, ["1:1 AR111"])


def test_a_file_that_cannot_be_read_is_told_once():
    assert found(parse_committee, b"name: \xe5\n") == (None, ["1:7 AR102"])
    assert found(parse_meeting, b"\xff\xfe-\x00") == (None, ["1:1 AR102"])
    assert parse_report(MemoryTree({}), "b")[1][0].code == "AR101"


def test_faults_of_bytes_yaml_and_model_are_told_in_one_run():
    text = "---\ndate: 2017-3-15\ntitle: Møte: ekstra\nagenda:\n  - title: A\x0b\n    title: B\n    sort: x\n---\n"

    assert found(parse_meeting, text) == (
        None,
        ["5:13 AR116", "3:12 AR115", "6:5 AR108", "2:7 AR112", "7:5 AR109"],
    )


def test_what_was_refused_as_yaml_is_not_refused_again_by_the_model():
    text = "date: *dato\nagenda: []\nstatus: !s 1\n"

    assert found(parse_meeting, f"---\n{text}---\n") == (None, ["2:7 AR106", "4:9 AR106"])


def test_of_a_line_with_two_colons_the_model_knows_more_than_the_reader():
    text = "---\ndate: 2017-03-15\nagenda: []\nattachments:\n  - Vedlegg: del: ein\n---\n"
    _, (diagnostic,) = parse_meeting(MemoryTree({"a": text.encode()}), "a")

    assert (diagnostic.code, diagnostic.place.line, diagnostic.place.column) == ("AR115", 5, 5)
    assert dict(diagnostic.arguments) == {"line": '  - "Vedlegg: del: ein"'}


def test_a_file_with_mended_texts_is_still_judged_and_its_data_given():
    data, places = found(parse_project, "publisher: Etaten: avdeling\n")

    assert data.publisher == "Etaten: avdeling"
    assert places == ["1:18 AR115"]
