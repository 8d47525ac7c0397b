"""YAML as data with places: what is read, where it stands, and what is wrong with it."""

import pytest

from arsrapport.load.parse import yaml_reader
from arsrapport.load.parse.yaml_reader import read_yaml


def value(text):
    document, diagnostics = read_yaml(text, "a.yaml")
    assert diagnostics == ()
    return document.value


def span(place):
    return (place.line, place.column, place.end_line, place.end_column)


def found(diagnostics):
    return [(f"{d.place.line}:{d.place.column}", d.code, dict(d.arguments)) for d in diagnostics]


def faults(text, first_line=1):
    document, diagnostics = read_yaml(text, "a.yaml", first_line)
    return document and document.value, found(diagnostics)


@pytest.mark.parametrize(
    "scalar",
    ["no", "10:30", "07", "08", "1.10", "2017-03-15", "~", "null", "true", "1_000", "0x1f"],
)
def test_every_scalar_is_text(scalar):
    assert value(f"a: {scalar}\nb: [{scalar}]\n") == {"a": scalar, "b": [scalar]}


def test_only_an_empty_plain_scalar_is_none():
    text = "a:\nb: ''\nc: \"\"\nd: [x, ]\ne:\n  -\n  - y\nf: {g}\nh: |\n"

    assert value(text) == {
        "a": None,
        "b": "",
        "c": "",
        "d": ["x"],
        "e": [None, "y"],
        "f": {"g": None},
        "h": "",
    }


def test_texts_over_several_lines_are_read_as_yaml_does():
    text = "a: ei line\n  til\n\n  og\nb: |\n  to\n   linjer\nc: >-\n  to\n  linjer\n"

    assert value(text) == {"a": "ei line til\nog", "b": "to\n linjer\n", "c": "to linjer"}


@pytest.mark.parametrize("text", ["", "\n\n", "# berre ein merknad\n", "   \n# a\n", "---\n"])
def test_a_blank_text_holds_nothing_and_stands_at_its_beginning(text):
    document, diagnostics = read_yaml(text, "a.yaml", 2)

    assert (document.value, diagnostics) == (None, ())
    assert document.positions.value.line in {2, 3}


def test_every_key_and_value_knows_where_it_begins_and_ends():
    text = (
        "date: 2017-03-15    # to dagar\n"
        "møte:\n"
        "  - title: Ein tittel\n"
        "      på to linjer\n"
        '    papers: ["ø", {a: b}]\n'
        "  -\n"
        "note: |\n"
        "  Tekst\n"
        "\n"
        "time:\n"
    )
    positions = read_yaml(text, "m.md", 2)[0].positions
    item = positions.children["møte"].children[0]

    assert span(positions.value) == (2, 1, 11, 6)
    assert span(positions.children["date"].key) == (2, 1, 2, 5)
    assert span(positions.children["date"].value) == (2, 7, 2, 17)
    assert span(positions.children["møte"].key) == (3, 1, 3, 5)
    assert span(positions.children["møte"].value) == (4, 3, 7, 4)
    assert item.key is None
    assert span(item.value) == (4, 5, 6, 26)
    assert span(item.children["title"].value) == (4, 12, 5, 19)
    assert span(item.children["papers"].value) == (6, 13, 6, 26)
    assert span(item.children["papers"].children[0].value) == (6, 14, 6, 17)
    assert span(item.children["papers"].children[1].value) == (6, 19, 6, 25)
    assert span(item.children["papers"].children[1].children["a"].key) == (6, 20, 6, 21)
    assert span(positions.children["møte"].children[1].value) == (7, 4, 7, 4)
    assert span(positions.children["note"].value) == (8, 7, 9, 8)
    assert span(positions.children["time"].value) == (11, 6, 11, 6)


def test_only_a_line_feed_ends_a_line():
    """YAML 1.1 has U+2028 as a line break too; editors and git do not."""
    positions = read_yaml('a: "x\u2028y"\nb: c\n', "a.yaml")[0].positions

    assert span(positions.children["b"].key) == (2, 1, 2, 2)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ('title: "Sak\n', "1:8", "unclosed-quote"),
        ("title: 'Sak\n\n", "1:8", "unclosed-quote"),
        ('a: "Sak\nb: "Kari"\n', "1:4", "unclosed-quote"),
        ('a: b\nc: "x\n...\n', "2:4", "unclosed-quote"),
        ("a: [b, c\n", "1:4", "unclosed-bracket"),
        ("a: {b: c\n", "1:4", "unclosed-bracket"),
        ("a: [b,\n", "1:4", "unclosed-bracket"),
        ("a: [b, {c: d}\ne: f\n", "1:4", "unclosed-bracket"),
        ("a: [b\nc: d\n", "1:4", "unclosed-bracket"),
        ("- a: [b\n  c: d\n", "1:6", "unclosed-bracket"),
        ("- {a: b,\n   c: d e: f}\n", "2:10", "colon-in-brackets"),
        ("a: b\n\tc: d\n", "2:1", "tab"),
        ("\ta: b\n", "1:1", "tab"),
        ("a:\tb\n", "1:3", "tab"),
        ("a: b\t# c\n", "1:5", "tab"),
        ("date: x\n language: nn\n", "2:2", "bad-indentation"),
        ("a:\n  - x: 1\n   y: 2\n", "3:4", "bad-indentation"),
        ("a:\n  - x: 1\n     y: 2\n", "3:6", "bad-indentation"),
        ("a:\n  - x: 1\n - y: 2\n", "3:2", "bad-indentation"),
        ("a:\n  - x\n   - y: 2\n", "3:6", "bad-indentation"),
        ("title: [Utkast]: noko\n", "1:16", "colon"),
        ("title: !x : noko\n", "1:11", "colon"),
        ("a: {b: c: d}\n", "1:9", "colon-in-brackets"),
        ("a: [b: c: d]\n", "1:9", "colon-in-brackets"),
        ("date: x\ntitle Sak\nb: c\n", "2:1", "missing-colon"),
        ("hei og hå\ndate: x\n", "1:1", "missing-colon"),
        ("title:Sak\ndate: x\n", "1:1", "missing-colon"),
        ('a: ["b" c]\n', "1:9", "missing-comma"),
        ("title: [Utkast] sak\n", "1:17", "text-after-bracket"),
        ("{a: b} c\n", "1:8", "text-after-bracket"),
        ('title: "Sak" ein\n', "1:14", "text-after-quote"),
        ("title: 'Kari's sak'\n", "1:14", "text-after-quote"),
        ("a: , b\n", "1:4", "stray-bracket"),
        ("a: ] b\n", "1:4", "stray-bracket"),
        ("a: b\n- c\n", "2:1", "list-entry"),
        ("a: - b\n", "1:4", "list-entry"),
        ("a: ? b\n", "1:4", "question-mark"),
        ("a: @b\n", "1:4", "start-character"),
        ("a: `b`\n", "1:4", "start-character"),
        ("a: 10\nb: %\n", "2:4", "start-character"),
        ("a: > b\n", "1:6", "block-text"),
        ("a: |x\n", "1:5", "block-text"),
        ('a: "\\q"\n', "1:6", "escape"),
        ('a: "\\UFFFFFFFF"\n', "1:7", "escape"),
        ("a: 1\n---\nb: 2\n", "2:1", "documents"),
        ("a: 1\n...\nb: 2\n", "3:1", "documents"),
        ("%YAML 2.0\n---\na: b\n", "1:1", "directive"),
        ("%YAML x\n---\na: b\n", "1:7", "directive"),
    ],
)
def test_a_syntax_error_has_a_keyword_and_the_place_to_mend(text, place, problem):
    assert faults(text) == (None, [(place, "AR105", {"problem": problem})])


@pytest.mark.parametrize(
    ("text", "data", "places"),
    [
        ("a: !!python/object:os.system b\n", {"a": "b"}, {"1:4": "tag"}),
        ("a: !x [b]\n", {"a": ["b"]}, {"1:4": "tag"}),
        ("a: ! b\n", {"a": "b"}, {"1:4": "tag"}),
        ("a: &x b\nc: *x\n", {"a": "b", "c": "*x"}, {"1:4": "anchor", "2:4": "alias"}),
        ("a: {<<: *x}\n", {"a": {"<<": "*x"}}, {"1:9": "alias"}),
        ("a: !e!b c\n", None, {"1:4": "tag"}),
        ("title: *Viktig* sak\n", None, {"1:8": "alias"}),
        ("title: **Viktig** sak\n", None, {"1:8": "alias"}),
        ("title: & sak\n", None, {"1:8": "anchor"}),
    ],
)
def test_tags_anchors_and_aliases_are_refused_and_never_followed(text, data, places):
    assert faults(text) == (data, [(place, "AR106", {"what": w}) for place, w in places.items()])


def test_a_key_that_stands_twice_is_refused_and_the_first_counts():
    assert faults("a: 1\nb:\n  c: 1\n  'c': {d: 2}\na: 3\na: 4\n", 2) == (
        {"a": "1", "b": {"c": "1"}},
        [
            ("5:3", "AR108", {"key": "c", "line": "4"}),
            ("6:1", "AR108", {"key": "a", "line": "2"}),
            ("7:1", "AR108", {"key": "a", "line": "2"}),
        ],
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[a]: b\nc: d\n", "1:1"),
        ("? {a: b}\n: b\nc: d\n", "1:3"),
        ("'': b\nc: d\n", "1:1"),
        ("?\n: b\nc: d\n", "1:2"),
    ],
)
def test_a_key_that_is_no_text_is_refused_with_its_value(text, place):
    assert faults(text) == ({"c": "d"}, [(place, "AR110", {"expected": "text"})])


def test_control_characters_that_escapes_bring_in_are_refused():
    assert faults('a: "b\\u0007c"\n"d\\0": "\\ud800"\n') == (
        {"a": "b c", "d ": " "},
        [
            ("1:4", "AR116", {"character": "U+0007"}),
            ("2:1", "AR116", {"character": "U+0000"}),
            ("2:8", "AR116", {"character": "U+D800"}),
        ],
    )


@pytest.mark.parametrize(
    ("text", "data", "place", "line"),
    [
        ("title: Sak: noko\n", {"title": "Sak: noko"}, "1:11", 'title: "Sak: noko"'),
        ("- title: A: b\n  c: d", [{"title": "A: b", "c": "d"}], "1:11", '- title: "A: b"'),
        ("title: Noko:\n", {"title": "Noko:"}, "1:12", 'title: "Noko:"'),
        ('title: "A": b\n', {"title": '"A": b'}, "1:11", "title: '\"A\": b'"),
        ("a: b: c   # d\n", {"a": "b: c"}, "1:5", 'a: "b: c"   # d'),
        ("a: b: c #3\n", {"a": "b: c #3"}, "1:5", 'a: "b: c #3"'),
        ("a: b: c: d\n", {"a": "b: c: d"}, "1:5", 'a: "b: c: d"'),
        ("a: b: c\n  d e\nf: g\n", {"a": "b: c d e", "f": "g"}, "1:5", 'a: "b: c d e"'),
        ("a: b\n  Ås: c\nf: g\n", {"a": "b Ås: c", "f": "g"}, "2:5", 'a: "b Ås: c"'),
    ],
)
def test_a_text_with_a_colon_is_read_whole_and_told(text, data, place, line):
    assert faults(text) == (data, [(place, "AR115", {"line": line})])


@pytest.mark.parametrize(
    ("text", "data", "place", "line"),
    [
        ("title: Tabell #3\n", {"title": "Tabell #3"}, "1:15", 'title: "Tabell #3"'),
        ("- Om  #hashtag her\n", ["Om  #hashtag her"], "1:7", '- "Om  #hashtag her"'),
        ("title: Tabell # 3\n", {"title": "Tabell # 3"}, "1:15", 'title: "Tabell # 3"'),
        ("papers:\n  - C # D\n", {"papers": ["C # D"]}, "2:7", '  - "C # D"'),
        ("a: b #1 c   # d\n", {"a": "b #1 c"}, "1:6", 'a: "b #1 c"   # d'),
        ("a: b #1\n  c d\ne: f\n", {"a": "b #1 c d", "e": "f"}, "1:6", 'a: "b #1 c d"'),
        ("a: [b #1, c]\n", {"a": ["b #1", "c"]}, "1:7", 'a: ["b #1", c]'),
        ("{a: b #1}\n", {"a": "b #1"}, "1:7", '{a: "b #1"}'),
    ],
)
def test_a_text_that_a_comment_would_cut_is_read_whole_and_told(text, data, place, line):
    assert faults(text) == (data, [(place, "AR114", {"line": line})])


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c\n",
        "a: b   # c\n",
        "a: b #\n",
        "a: b ## c\n",
        "a: b #--- c\n",
        "title: b   # c\n",
        'a: "b" #c\n',
        "a: {x: b} #c\n",
        "a: C# og F#\n",
        "#c\na: b\n  #c\n",
        "a: b\n#c\n",
    ],
)
def test_a_comment_is_a_comment(text):
    document, diagnostics = read_yaml(text, "a.yaml")

    assert list(document.value) == [text[: text.index(": ")].rpartition("\n")[2]]
    assert diagnostics == ()


def test_all_texts_cut_short_are_told_in_one_run_with_what_else_is_wrong():
    text = (
        "agenda:\n"
        "  - title: Sak: ein\n"
        "  - title: Tabell #3\n"
        "  - title: 'Ei: grei'\n"
        "    papers: [Figur #1, {a: Figur #2}, *b]\n"
        "  - title: Sak: to\n"
        "date: 1\n"
        "date: 2\n"
    )

    assert faults(text, first_line=2) == (
        {
            "agenda": [
                {"title": "Sak: ein"},
                {"title": "Tabell #3"},
                {"title": "Ei: grei", "papers": ["Figur #1", {"a": "Figur #2"}, "*b"]},
                {"title": "Sak: to"},
            ],
            "date": "1",
        },
        [
            ("3:15", "AR115", {"line": '  - title: "Sak: ein"'}),
            ("4:19", "AR114", {"line": '  - title: "Tabell #3"'}),
            ("6:20", "AR114", {"line": '    papers: ["Figur #1", {a: Figur #2}, *b]'}),
            ("6:34", "AR114", {"line": '    papers: ["Figur #1", {a: "Figur #2"}, *b]'}),
            ("7:15", "AR115", {"line": '  - title: "Sak: to"'}),
            ("6:39", "AR106", {"what": "alias"}),
            ("9:1", "AR108", {"key": "date", "line": "8"}),
        ],
    )


def test_a_line_no_further_in_is_no_part_of_a_text_that_was_cut():
    assert faults("- a: b: c\n  d e\n") == (
        None,
        [
            ("1:7", "AR115", {"line": '- a: "b: c"'}),
            ("2:3", "AR105", {"problem": "missing-colon"}),
        ],
    )


def test_a_fault_that_a_cut_text_may_have_caused_is_not_told(monkeypatch):
    monkeypatch.setattr(yaml_reader, "_MENDING_LIMIT", 0)

    assert [code for _, code, _ in faults("a: [b #1, c]\nd: e\n")[1]] == ["AR114"]


def test_places_behind_a_mended_text_are_those_of_the_file():
    document, _ = read_yaml("a: [b #1, c, {d: e}]\nf: g\n", "a.yaml")
    a = document.positions.children["a"]

    assert span(a.value) == (1, 4, 1, 21)
    assert span(a.children[0].value) == (1, 5, 1, 9)
    assert span(a.children[1].value) == (1, 11, 1, 12)
    assert span(a.children[2].children["d"].key) == (1, 15, 1, 16)
    assert span(document.positions.children["f"].value) == (2, 4, 2, 5)
