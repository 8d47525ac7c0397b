"""Bytes that are no text, and front matter that is not there: each told where it begins."""

import os

import pytest

from hostile.trial import (
    AGREEMENT,
    COMMITTEE,
    FOLDER,
    FOLLOW_UP,
    MEETING,
    PROJECT,
    REGISTER,
    REPORT,
    assert_refused,
    built,
    lay,
    meeting,
    refused,
)

PART = f"{FOLDER}/report/cases/a.md"
ATTACHED = f"{FOLDER}/2021-01-01-notat.md"
FILES = {
    PROJECT: "language: nn\n",
    REGISTER: "people: []\n",
    COMMITTEE: "name: Utvalet\n",
    FOLLOW_UP: "- {date: 2021-02-01, follow_up: []}\n",
    REPORT: "chapters: [cases, mandate]\n",
    MEETING: meeting("Tekst.", "attachments: [2021-01-01-notat.md]"),
    ATTACHED: "# Notat\n",
    AGREEMENT: "# Avtale\n",
    "chapters/mandate.md": "# Mandat\n",
    f"{FOLDER}/report/imprint.md": "Eit døme.\n",
    f"{FOLDER}/report/summary.md": "# Samandrag\n",
    f"{FOLDER}/report/cases.md": "# Saker\n",
    PART: "# Ei sak\n",
}
YAML = [path for path in FILES if path.endswith(".yaml")]
TEXTS = [path for path in FILES if path.endswith(".md")]


@pytest.mark.parametrize("path", FILES)
def test_bytes_that_are_not_utf8_are_told_in_every_file(tmp_path, path):
    files = {**FILES, path: b"\xef\xbb\xbf\n\r\nbl\xe5b\xe6r\n"}

    refused(tmp_path, files, f"{path}:3:3 AR102")


@pytest.mark.parametrize("path", YAML)
def test_a_null_byte_in_yaml_is_told_where_it_is(tmp_path, path):
    files = {**FILES, path: f"{FILES[path]}# ein \0\n"}

    refused(tmp_path, files, f"{path}:2:7 AR116")


@pytest.mark.parametrize("path", TEXTS)
def test_a_null_byte_in_a_text_is_told_where_it_is(tmp_path, path):
    lines = FILES[path].count("\n")
    files = {**FILES, path: f"{FILES[path]}\nEin \0.\n"}

    refused(tmp_path, files, f"{path}:{lines + 2}:5 AR116")


@pytest.mark.parametrize("path", [PROJECT, MEETING, AGREEMENT, PART, ATTACHED])
def test_a_file_of_more_than_two_million_bytes_is_not_read(tmp_path, path):
    refused(tmp_path, {**FILES, path: b"#" * 2_000_001}, f"{path}:1:1 AR101")


def test_every_file_that_is_broken_is_told_in_one_run(tmp_path):
    # The meeting is not read, so that nothing asks for what is attached to it.
    faults = [f"{path}:1:3 AR102" for path in FILES if path != ATTACHED]
    refused(tmp_path, dict.fromkeys(FILES, b"\t\t\xff"), *faults)


FRONT = "---\ndate: 2021-01-01\nagenda: []\n---\n"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (FRONT.encode("utf-16"), "1:1"),
        (b"\xff\xfe\x00\x00" + FRONT.encode("utf-32-le"), "1:1"),
        (b"\x1f\x8b\x08\x00", "1:2"),  # gzip
        (b"PK\x03\x04\x8a", "1:5"),  # zip, and so Word's files
        (b"\x89PNG\r\n\x1a\n", "1:1"),
        (FRONT.encode() + b"\nK\xe5re Li\n", "6:2"),
        (FRONT.encode() + b"\n\xc0\xaf\n", "6:1"),  # a slash in two bytes
        (FRONT.encode() + b"\na\xed\xa0\x80\n", "6:2"),  # half a surrogate pair
        (FRONT.encode() + b"\n\xf4\x90\x80\x80\n", "6:1"),  # beyond the last character
        (FRONT.encode() + b"\nab\xc3", "6:3"),  # cut in the middle of a letter
        (FRONT.replace("\n", "\r\n").encode() + "\r\nblå".encode() + b"\xff", "6:4"),
        (FRONT.replace("\n", "\r").encode() + b"\r\xff", "6:1"),
    ],
)
def test_what_is_not_utf8_is_told_at_its_first_byte(tmp_path, data, place):
    refused(tmp_path, {MEETING: data}, f"{MEETING}:{place} AR102")


def test_a_file_full_of_null_bytes_is_given_up_after_twenty(tmp_path):
    text = FRONT.encode("utf-16-be")  # every other byte is null

    places = [f"{MEETING}:{line}:{c} AR116" for line, c in NULLS[:20]]
    refused(tmp_path, {MEETING: text}, *places)


# `\0-\0-\0-\0\n` is the first line, `\0d\0a…` the second: a null before each character, and
# one before the line feed, which is the last of its line.
NULLS = [(1, 1), (1, 3), (1, 5), (1, 7), *((2, column) for column in range(1, 100, 2))]


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_characters_that_cannot_be_seen_are_told(tmp_path, character):
    refused(tmp_path, {MEETING: meeting(f"Noko{character} her.")}, f"{MEETING}:10:5 AR116")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_end_move_no_place(tmp_path, end):
    text = f"\ufeff{meeting('![](x.png)')}".replace("\n", end)

    refused(tmp_path, {MEETING: text}, f"{MEETING}:10:1 AR408", f"{MEETING}:10:1 AR414")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1:1 AR103"),
        ("\n---\ndate: 2021-01-01\nagenda: []\n---\n", "1:1 AR103"),
        ("## Sak 1\n\nTekst.\n", "1:1 AR103"),
        ("----\ndate: 2021-01-01\n----\n", "1:1 AR103"),
        (" ---\ndate: 2021-01-01\n---\n", "1:1 AR103"),
        ("---\ndate: 2021-01-01\nagenda: []\n", "1:1 AR104"),
        ("---\ndate: 2021-01-01\nagenda: []\n...\n", "1:1 AR104"),
        ("---", "1:1 AR104"),
        ("---\n", "1:1 AR104"),
        ("---\n--- #\n ---\n", "1:1 AR104"),
    ],
)
def test_front_matter_that_is_missing_or_never_closed(tmp_path, text, fault):
    refused(tmp_path, {MEETING: text}, f"{MEETING}:{fault}")


def test_front_matter_of_chapters_may_be_missing_but_not_unclosed(tmp_path):
    built(tmp_path / "whole", {f"{FOLDER}/report/summary.md": "# Samandrag\n"})

    path = f"{FOLDER}/report/summary.md"
    refused(tmp_path, {path: "---\nlanguage: nn\n# Samandrag\n"}, f"{path}:1:1 AR104")


@pytest.mark.skipif(os.name == "nt", reason="no sparse files")
@pytest.mark.parametrize("path", [PROJECT, MEETING, COMMITTEE])
def test_a_file_of_gigabytes_costs_nothing(tmp_path, path):
    root = lay(tmp_path, {})
    with (root / path).open("wb") as file:
        file.truncate(5_000_000_000)

    assert_refused(root, f"{path}:1:1 AR101")
