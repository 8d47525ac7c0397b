"""What the parser offers to mend, and what it only tells of."""

import pytest

from arsrapport.load.parse.parsed import parse_committee, parse_meeting
from arsrapport.source.edits import apply
from arsrapport.source.tree import MemoryTree


def mended(text, parse=parse_meeting):
    """The text as the edits of its faults make it, and the codes of those that have none."""
    _, found = parse(MemoryTree({"a": text.encode()}), "a")
    edits = [edit for diagnostic in found for edit in diagnostic.edits]
    return apply(edits, text.encode()).decode(), [d.code for d in found if not d.edits]


def meeting(*lines):
    return "\n".join(["---", "date: 2019-04-25", "agenda:", *lines, "---", ""])


# --- quotes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("  - title: Kaier: kva no", '  - title: "Kaier: kva no"'),
        ("  - title: Kaier: kva no   # hugs", '  - title: "Kaier: kva no"   # hugs'),
        ('  - title: Om "nye" kaier: kva no', "  - title: 'Om \"nye\" kaier: kva no'"),
        ("  - title: Tabell #3 og #4", '  - title: "Tabell #3 og #4"'),
        ("  - title: Tabell # 3", '  - title: "Tabell # 3"'),
        ("  - title: Tabell #3\n      frå i fjor", '  - title: "Tabell #3\n      frå i fjor"'),
        ("  - title: A\n    papers: [Figur #1, B]", '  - title: A\n    papers: ["Figur #1", B]'),
        ("  - title: A\n    papers: [Notat: B , C]", '  - title: A\n    papers: ["Notat: B" , C]'),
        (
            "  - title: A\n    papers:\n      - Notat: B",
            '  - title: A\n    papers:\n      - "Notat: B"',
        ),
        (
            "  - title: A\n    papers:\n      - Notat: B #3",
            '  - title: A\n    papers:\n      - "Notat: B #3"',
        ),
    ],
)
def test_a_text_that_is_cut_gets_quotes_and_is_sound(wrong, right):
    assert mended(meeting(wrong)) == (meeting(right), [])
    assert mended(meeting(right)) == (meeting(right), [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("  - title: Eventuelt # hugs kaffi", "AR114", id="a comment, perhaps"),
        pytest.param("  - title: Eventuelt #", "AR114", id="an empty comment, perhaps"),
        pytest.param("  - title: title: Kaier", "AR115", id="a key, perhaps"),
        pytest.param('  - title: "Kaier": kva no', "AR115", id="quotes that may be a part"),
        pytest.param(
            "  - title: A\n    papers:\n      - name: B", "AR115", id="a key in a list, perhaps"
        ),
        pytest.param(
            "  - title: A\n    papers:\n      - Notat: [B]", "AR115", id="a list, perhaps"
        ),
        pytest.param(
            "  - title: A\n    papers:\n      - Notat:", "AR115", id="something left out, perhaps"
        ),
        pytest.param(
            "  - title:\n      Sak: noko", "AR115", id="a mapping of its own lines, perhaps"
        ),
    ],
)
def test_what_may_mean_something_else_is_told_and_left(line, code):
    assert mended(meeting(line)) == (meeting(line), [code])


def test_a_name_that_a_colon_follows_may_be_a_key_of_a_person_and_is_left():
    text = "---\ndate: 2019-04-25\nagenda: []\npresent:\n  - Kari Moen: leiar\n---\n"

    assert mended(text) == (text, ["AR115"])


def test_two_signs_that_cut_one_text_are_mended_at_once():
    text = meeting("  - title: A\n    papers: [Figur #1: B, C]", "  - title: Sak: tabell #3")

    expected = meeting(
        '  - title: A\n    papers: ["Figur #1: B", C]', '  - title: "Sak: tabell #3"'
    )
    assert mended(text) == (expected, [])


# --- dates ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("25.4.2019", "2019-04-25"),
        ("25. 04. 2019", "2019-04-25"),
        ("'25.4.2019'", "2019-04-25"),
        ("25. april 2019", "2019-04-25"),
        ("25 apr. 2019", "2019-04-25"),
        ("25th of April 2019", "2019-04-25"),
        ("2019.4.25", "2019-04-25"),
        ("2019/04/25", "2019-04-25"),
        ("25/4-2019", "2019-04-25"),
        ("25.4.2019/26.4.2019", "2019-04-25/2019-04-26"),
    ],
)
def test_a_date_in_another_form_gets_the_iso_one(written, iso):
    text = "---\ndate: {}  # torsdag\nagenda: []\n---\n"

    assert mended(text.format(written)) == (text.format(iso), [])


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("torsdag 25.4.2019", id="a weekday would be lost"),
        pytest.param("25. april 2019 kl. 10", id="a clock time would be lost"),
        pytest.param("25.4.19", id="which century"),
        pytest.param("25/4/2019", id="of an American, or not"),
        pytest.param("31.4.2019", id="no such day"),
        pytest.param("i april 2019", id="no day"),
        pytest.param("26.4.2019/25.4.2019", id="the last before the first"),
        pytest.param("|\n  25.4.2019", id="lines of its own"),
    ],
)
def test_a_date_that_is_not_certain_is_left(written):
    text = f"---\ndate: {written}\nagenda: []\n---\n"

    assert mended(text) == (text, ["AR112"])


def test_two_days_are_no_one_day():
    text = "name: A\nmembers:\n  - {name: B, from: 1.1.2019/2.1.2019}\n"

    assert mended(text, parse_committee) == (text, ["AR112"])


def test_keys_that_are_nearly_right_are_left():
    text = "---\ndate: 2019-04-25\nagenda: []\nplase: Oslo\n---\n"

    assert mended(text) == (text, ["AR109"])
