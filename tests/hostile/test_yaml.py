"""YAML that says what nobody asked for, or would cost a machine its memory."""

import pytest

from hostile.trial import (
    BUILD,
    COMMITTEE,
    FOLDER,
    FOLLOW_UP,
    MEETING,
    OLD,
    PROJECT,
    REGISTER,
    REPORT,
    WITNESS_TOLD,
    built,
    lay,
    meeting,
    output,
    refused,
    start,
)

SUMMARY = f"{FOLDER}/report/summary.md"


def keys(*lines: str) -> str:
    """A meeting with more keys: the first stands in line 6."""
    return meeting("Tekst.", *lines)


@pytest.mark.parametrize(
    ("path", "text", "place", "nearest"),
    [
        (PROJECT, "langauge: nn\n", "1:1", "language"),
        (COMMITTEE, "name: A\nmember: []\n", "2:1", "members"),
        (COMMITTEE, "name: A\nmembers:\n  - name: B\n    organization: C\n", "4:5", "organisation"),
        (COMMITTEE, "name: {nn: A, nbb: B}\n", "1:15", "nb"),
        (REGISTER, "organisations:\n  - {name: A, shrt: B}\n", "2:15", "short"),
        (REGISTER, "persons: []\n", "1:1", ""),
        (FOLLOW_UP, "- {date: 2021-02-01, follow_up: [{action: A, statuss: done}]}\n", "1:46", "status"),
        (REPORT, "titel: x\n", "1:1", "title"),
        (REPORT, "signed: {by: A, plase: B}\n", "1:17", "place"),
        (MEETING, keys("plase: Oslo"), "6:1", "place"),
        (MEETING, keys("Place: Oslo"), "6:1", "place"),
        (MEETING, keys("minutes: {bye: Siv}"), "6:11", "by"),
        (MEETING, keys("present: [{name: A, organization: B}]"), "6:21", "organisation"),
        (MEETING, keys("    presentor: Kari"), "6:5", "presenter"),
        (MEETING, keys("    withheld: {basis: x, titel: y}"), "6:26", "title"),
        (MEETING, keys("zzzzzz: 1"), "6:1", ""),
        (MEETING, keys('"\\u202eplace": 1'), "6:1", "place"),
        (MEETING, keys(f"{'x' * 900}: 1"), "6:1", ""),
        (SUMMARY, "---\nlangage: nn\n---\n\n# Samandrag\n", "2:1", "language"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_told_with_the_nearest_known(tmp_path, path, text, place, nearest):
    ran = refused(tmp_path, {path: text}, f"{path}:{place} AR109")

    assert (f"Skriv «{nearest}»" in ran.err) == bool(nearest)


@pytest.mark.parametrize(
    ("path", "text", "faults"),
    [
        (PROJECT, "- a\n", ["1:1 AR110"]),
        (PROJECT, "nn\n", ["1:1 AR110"]),
        (PROJECT, "language: [nn]\npublisher: {a: b, c: d}\n", ["1:11 AR110", "2:12 AR110"]),
        (PROJECT, "language: no\n", ["1:11 AR113"]),
        (COMMITTEE, "name: A\nmembers: B\n", ["2:10 AR110"]),
        (COMMITTEE, "name: A\nmembers: [{name: [B]}]\n", ["2:18 AR110"]),
        (COMMITTEE, "organisations: []\n", ["1:1 AR111"]),
        (COMMITTEE, "name: A\norganisations:\n  - {name: A, seats: to}\n", ["3:22 AR110"]),
        (COMMITTEE, "name: A\norganisations:\n  - {name: A, seats: -1}\n", ["3:22 AR110"]),
        (COMMITTEE, f"name: A\norganisations:\n  - {{name: A, seats: {'9' * 5000}}}\n", ["3:22 AR110"]),
        (COMMITTEE, "name: A\nmembers:\n  - {name: B, role: sjef, from: 2021-1-1}\n", ["3:21 AR113", "3:33 AR112"]),
        (REGISTER, "organisations: {name: A}\n", ["1:16 AR110"]),
        (REGISTER, "people: [{name: ''}]\n", ["1:11 AR111"]),
        (FOLLOW_UP, "a: b\n", ["1:1 AR110"]),
        (FOLLOW_UP, "- {date: snart, follow_up: [x]}\n", ["1:10 AR112", "1:29 AR110"]),
        (REPORT, "period: 2021-12-31/2021-01-01\n", ["1:9 AR202"]),
        (REPORT, "period: neste år\nas_of: 2021-02-30\n", ["1:9 AR110", "2:8 AR112"]),
        (REPORT, "chapters: [[a]]\nfront: {a: b, c: d}\n", ["1:12 AR110", "2:8 AR110"]),
        (MEETING, keys("status: [draft]"), ["6:9 AR110"]),
        (MEETING, keys("status: ferdig"), ["6:9 AR113"]),
        (MEETING, keys("present: {a: b}"), ["6:10 AR110"]),
        (MEETING, keys("minutes: Siv"), ["6:10 AR110"]),
        (MEETING, keys("next_meeting: 24. mai 2021"), ["6:15 AR112"]),
        (MEETING, "---\ndate: 2021-01-01\nagenda: Kart\n---\n", ["3:9 AR110"]),
        (MEETING, "---\ndate: 2021-01-01\nagenda: [Kart]\n---\n", ["3:10 AR110"]),
        (MEETING, "---\ndate:\nagenda:\n---\n", ["2:1 AR111", "3:1 AR111"]),
        (MEETING, "---\n---\n", ["1:1 AR119"]),
        (MEETING, "---\ndate: 2021-01-02\nagenda: []\n---\n", ["2:7 AR201"]),
        (MEETING, "---\ndate: 2021-01-01/2020-12-31\nagenda: []\n---\n", ["2:7 AR202"]),
        (MEETING, "---\ndate: 0000-00-00\nagenda: []\n---\n", ["2:7 AR112"]),
        (MEETING, "---\ndate: ２０２１-01-01\nagenda: []\n---\n", ["2:7 AR112"]),
        (SUMMARY, "---\nlanguage: no\nitems: 1\n---\n\n# Samandrag\n", ["2:11 AR113"]),
    ],
)  # fmt: skip
def test_what_is_of_the_wrong_kind_is_told_where_it_stands(tmp_path, path, text, faults):
    refused(tmp_path, {path: text}, *(f"{path}:{fault}" for fault in faults))


def test_a_date_in_words_is_told_as_it_should_be(tmp_path):
    ran = refused(tmp_path, {MEETING: keys("next_meeting: 24. mai 2021")}, f"{MEETING}:6:15 AR112")

    assert "Skriv 2021-05-24\n" in ran.err


@pytest.mark.parametrize(
    ("path", "text", "faults"),
    [
        (PROJECT, "publisher: !!python/object/apply:os.system ['x']\n", ["1:12 AR106"]),
        (PROJECT, "publisher: !!python/name:os.system x\n", ["1:12 AR106"]),
        (PROJECT, "!!map {language: nn}\n", ["1:1 AR106"]),
        (PROJECT, "publisher: ! x\n", ["1:12 AR106"]),
        (PROJECT, "publisher: &a x\n", ["1:12 AR106"]),
        (PROJECT, "publisher: *a\n", ["1:12 AR106"]),
        (PROJECT, "publisher: &a [*a]\n", ["1:12 AR106", "1:16 AR106"]),
        (COMMITTEE, "name: &a A\n<<: *a\n", ["1:7 AR106", "2:1 AR109", "2:5 AR106"]),
        (MEETING, keys("place: *viktig* her"), ["6:8 AR106"]),
        (MEETING, keys("place: !include x"), ["6:8 AR106"]),
        (SUMMARY, "---\nlanguage: &a nn\n---\n\n# Samandrag\n", ["2:11 AR106"]),
    ],
)  # fmt: skip
def test_tags_anchors_and_aliases_are_refused(tmp_path, path, text, faults):
    refused(tmp_path, {path: text}, *(f"{path}:{fault}" for fault in faults))


LAUGHS = "publisher: x\na: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize("path", [PROJECT, COMMITTEE, REGISTER, REPORT])
def test_a_bomb_of_aliases_is_not_followed(tmp_path, path):
    ran = refused_somehow(tmp_path, path, LAUGHS)

    # An anchor in each of eight lines, and nine aliases in each of seven.
    assert ran.count("AR106") == 8 + 7 * 9


def refused_somehow(folder, path, text):
    """The codes of all faults of a file; which there are is said by its own tests."""
    root = lay(folder, {path: text})
    ran = start(root, *BUILD)
    assert ran.code == 1
    assert WITNESS_TOLD in ran.told
    assert output(root) == OLD
    assert {told.partition(":")[0] for told in ran.told} <= {path, WITNESS_TOLD.partition(":")[0]}
    return [told.rpartition(" ")[2] for told in ran.told]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        # The mapping is one, so that the twentieth bracket is too deep.
        ("publisher: " + "[" * 50_000, "1:31 AR107"),
        ("publisher: " + "{a: " * 20_000, "1:88 AR107"),
        ("- " * 20_000 + "x\n", "1:41 AR107"),
        ("".join(f"{' ' * n}a:\n" for n in range(300)), "21:21 AR107"),
        ("? " * 20_000 + "x\n", "1:41 AR107"),
        ("# x\n" + "x" * 500_000, "1:1 AR107"),
    ],
)
def test_what_is_too_deep_or_too_long_is_given_up_at_once(tmp_path, text, fault):
    refused(tmp_path, {PROJECT: text}, f"{PROJECT}:{fault}")


@pytest.mark.parametrize(
    ("path", "text", "faults"),
    [
        (PROJECT, "language: nn\nlanguage: nb\n", ["2:1 AR108"]),
        (PROJECT, "language: nn\n\"language\": nb\n'language': en\n", ["2:1 AR108", "3:1 AR108"]),
        (COMMITTEE, "name: {nn: A, nb: B, nn: C}\n", ["1:22 AR108"]),
        (MEETING, keys("date: 2021-01-02"), ["6:1 AR108"]),
        (MEETING, keys("    title: Noko anna"), ["6:5 AR108"]),
        (PROJECT, "? [a]\n: b\n", ["1:3 AR110"]),
        (PROJECT, "{a: b}: c\n", ["1:1 AR110"]),
        (PROJECT, "language: nn\n---\nlanguage: nb\n", ["2:1 AR105"]),
        (PROJECT, "language: nn\n...\nlanguage: nb\n", ["3:1 AR105"]),
        (PROJECT, "%YAML " + "9" * 5_000 + ".1\n---\nlanguage: nn\n", ["1:7 AR105"]),
        (PROJECT, "language: nn\n\tpublisher: x\n", ["2:1 AR105"]),
        (PROJECT, "publisher: [a, b\n", ["1:12 AR105"]),
        (PROJECT, "publisher: 'a\n", ["1:12 AR105"]),
        (PROJECT, 'publisher: "\\UFFFFFFFF"\n', ["1:15 AR105"]),
        (PROJECT, 'publisher: "\\x00\\e[31m"\n', ["1:12 AR116"]),
        (PROJECT, 'publisher: "\\ud800"\n', ["1:12 AR116"]),
        (PROJECT, "publisher: @x\n", ["1:12 AR105"]),
        (PROJECT, "publisher: a: b\n", ["1:13 AR115"]),
        (PROJECT, "publisher: Tal #3\n", ["1:16 AR114"]),
        (MEETING, keys("title: Sak: noko", "place: Oslo #1"), ["6:11 AR115", "7:13 AR114"]),
        (MEETING, keys("papers"), ["6:1 AR105"]),
    ],
)  # fmt: skip
def test_what_yaml_would_swallow_or_choke_on_is_told(tmp_path, path, text, faults):
    refused(tmp_path, {path: text}, *(f"{path}:{fault}" for fault in faults))


def test_words_that_yaml_takes_for_other_things_are_texts(tmp_path):
    front = ("place: no", "time: 10:30", "number: 0o17", "title: ~")
    root = built(tmp_path, {MEETING: keys(*front)})

    page = (root / "build/kart/2021/kart-2021.html").read_text(encoding="utf-8")
    assert "10:30" in page
    assert "no" in page
