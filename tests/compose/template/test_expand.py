"""A chapter's Jinja: holes, places, faults and bounds."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.compose.chapters.values import Count, Day, Days, Nodes, Rows, View, Words
from arsrapport.compose.template.expand import expand
from arsrapport.compose.template.source import LineIndex
from arsrapport.markup.blocks import TEXT_LIMIT
from arsrapport.markup.holes import hole_marker
from arsrapport.model.chapter import Chapter


def meeting(day: str) -> View:
    return View(
        "meeting",
        {
            "id": day,
            "date": Day(date.fromisoformat(day), date.fromisoformat(day)),
            "place": "Hamar" if day < "2021-04-01" else "",
            "items": Rows("items", (View("item", {"title": Words("*Ein* tittel", "nn")}),) * 2),
        },
    )


MEETINGS = (meeting("2021-02-03"), meeting("2021-05-04"))

CONTEXT = {
    "meetings": Rows("meetings", MEETINGS),
    "seats": Rows("seats", (), Nodes("seats", lambda _: ())),
    "report": View("report", {"year": "2021", "series": "", "items": 7, "published": None}),
    "flag": True,
}


def run(text: str, context=CONTEXT, first_line: int = 1):
    return expand(Chapter("activity", "report/activity.md", text, first_line), context)


def expanded(text: str):
    """Expand a text without faults; each hole is written as its value's repr would be too long."""
    result, faults = run(text)

    assert faults == ()
    return result


def text_of(text: str) -> str:
    """The expanded text with holes as `<0>`."""
    return expanded(text).text.replace("\ue000", "<").replace("\ue001", ">")


def codes(text: str) -> list[tuple]:
    """Each fault of a text: code, line, column, arguments."""
    _, faults = run(text)
    return [
        (fault.code, fault.place.line, fault.place.column, dict(fault.arguments))
        for fault in faults
    ]


# --- holes ----------------------------------------------------------------------------------


def test_a_printed_value_leaves_a_hole_and_is_kept_as_it_is():
    result = expanded('# Aktivitet\n\nDet var {{ meetings | counted("møte") }}.\n')

    assert f"# Aktivitet\n\nDet var {hole_marker(0)}.\n" == result.text
    assert (Count(2, "møte"),) == result.values


def test_a_text_is_a_hole_too_so_it_is_never_read_as_markdown():
    result = expanded(
        "{% for m in meetings %}{% for i in m.items %}{{ i.title }} {% endfor %}{% endfor %}"
    )

    assert " ".join(map(hole_marker, range(4))) == result.text.strip()
    assert (Words("*Ein* tittel", "nn"),) * 4 == result.values


def test_a_constant_text_is_a_hole_too():
    assert (Words("**nei**"),) == expanded('{{ "**nei**" }}').values


def test_the_comment_mark_of_jinja_is_free_text():
    assert text_of("## Tal {#tal}\n#}") == "## Tal {#tal}\n#}"


def test_a_comment_leaves_nothing():
    assert text_of("før {%# gøymt {{ nope }} #%}etter") == "før etter"


def test_raw_text_is_left_alone():
    assert text_of("skriv {% raw %}{{ slik }}{% endraw %}") == "skriv {{ slik }}"


def test_a_tag_alone_on_its_line_leaves_no_line():
    text = "- a\n  {% for m in meetings %}\n- {{ m.id }}\n  {% endfor %}\n- z\n"

    assert text_of(text) == "- a\n- <0>\n- <1>\n- z\n"


def test_the_last_line_feed_stays():
    assert text_of("a\n\n") == "a\n\n"


# --- what chapters may say ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if meetings %}ja{% else %}nei{% endif %}", "ja"),
        ("{% if seats %}ja{% else %}nei{% endif %}", "nei"),
        ("{% if report.series %}ja{% elif flag %}kanskje{% else %}nei{% endif %}", "kanskje"),
        ("{% if not report.series and meetings | length == 2 %}ja{% endif %}", "ja"),
        ("{% if meetings | length > 1 or nope.nope %}ja{% endif %}", None),
        ("{% if 1 < meetings | length <= 2 %}ja{% endif %}", "ja"),
        ("{% if meetings | length != 2 %}ja{% endif %}", ""),
        ("{% if 1 < 3 < 2 %}ja{% endif %}", ""),
        ('{% if (meetings | first).place == "Hamar" %}ja{% endif %}', "ja"),
        ("{% if report.published is none %}ja{% endif %}", "ja"),
        ("{% if report.items is not none %}ja{% endif %}", "ja"),
        (
            "{% for m in meetings %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "<0>, <1>",
        ),
        ("{% for m in seats %}x{% else %}ingen{% endfor %}", "ingen"),
        ('{% for m in meetings if m.place == "Hamar" %}x{% endfor %}', "x"),
        ('{% for m in meetings | where("place", "Hamar") %}x{% endfor %}', "x"),
        ("{% set n = meetings | length %}{% if n == 2 %}to{% endif %}", "to"),
        ('{{ "a" if flag else "b" }}', "<0>"),
        ("{{ meetings[1].date }}{{ meetings[0]['date'] }}", "<0><1>"),
        ("{% if true and not false and not none %}ja{% endif %}", "ja"),
    ],
)
def test_what_chapters_may_say(text, expected):
    if expected is None:
        assert [code for code, *_ in codes(text)] == ["AR604"]
    else:
        assert expected == text_of(text)


def test_a_name_that_is_set_in_a_loop_ends_with_its_turn():
    text = "{% set x = 1 %}{% for m in meetings %}{% set x = 2 %}{% endfor %}{{ x }}"

    assert (Count(1),) == expanded(text).values


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("report.items", Count(7)),
        ('report.items | counted("sak")', Count(7, "sak")),
        ("meetings | length", Count(2)),
        ("meetings | months", Days(tuple(m.fields["date"] for m in MEETINGS), "months")),
        ("meetings | dates", Days(tuple(m.fields["date"] for m in MEETINGS), "dates")),
        ("meetings | first | day", Day(date(2021, 2, 3), date(2021, 2, 3), "day")),
        ("(meetings | last).date | month", Day(date(2021, 5, 4), date(2021, 5, 4), "month")),
        ("report.series or report.year", Words("2021")),
        ("report.year and report.series", Words("")),
    ],
)
def test_the_value_of_an_expression(expression, expected):
    assert (expected,) == expanded(f"{{{{ {expression} }}}}").values


# --- places ---------------------------------------------------------------------------------


def place_of(result, word: str, occurrence: int = 0) -> tuple[int, int]:
    """The place in the file of a word in the expanded text."""
    offset = -1
    for _ in range(occurrence + 1):
        offset = result.text.index(word, offset + 1)
    before = result.text[:offset]
    place = result.locate(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return place.line, place.column


def test_words_after_a_value_on_the_same_line_know_their_column():
    result = expanded("# Tittel\n\nI {{ report.year }} var det {{ meetings | length }} møte.\n")

    assert place_of(result, "var") == (3, 21)
    assert place_of(result, "møte") == (3, 53)


def test_a_hole_is_where_its_expression_begins():
    result = expanded('a\nDet var {{   meetings | counted("møte") }}.')

    assert place_of(result, hole_marker(0)) == (2, 14)


def test_each_turn_of_a_loop_leads_back_to_the_same_line():
    result = expanded(
        "a\n\n{% for m in meetings %}\n- dag {{ m.id }} slutt\n{% endfor %}\n\netter\n"
    )

    assert place_of(result, "dag") == (4, 3)
    assert place_of(result, "dag", 1) == (4, 3)
    assert place_of(result, "slutt", 1) == (4, 18)
    assert place_of(result, "etter") == (7, 1)


def test_words_after_a_tag_on_the_same_line_know_their_column():
    result = expanded("{% if flag %}inne{% endif %} ute")

    assert place_of(result, "inne") == (1, 14)
    assert place_of(result, "ute") == (1, 30)


def test_white_space_control_moves_no_place():
    result = expanded("ein   {%- if flag -%}\n\n   to   {%- endif %}\n  tre")

    assert result.text == "einto  tre"
    assert place_of(result, "to") == (3, 4)
    assert place_of(result, "tre") == (4, 3)


def test_lines_count_from_where_the_text_begins_in_its_file():
    result, _ = run("a\n{{ report.year }} b", first_line=5)

    assert result.locate(2, 1).line == 6
    assert result.locate(2, 1).path == "report/activity.md"


def test_line_ends_of_windows_count_as_one():
    result = expanded("a\r\n{{ report.year }}\r\nb")

    assert place_of(result, "b") == (3, 1)


def test_a_place_outside_the_text_is_drawn_inside():
    result = expanded("ab\ncd")

    assert (result.locate(9, 9).line, result.locate(9, 9).column) == (2, 3)
    assert (result.locate(0, 0).line, result.locate(0, 0).column) == (1, 1)


def test_an_empty_chapter_has_a_place():
    assert (expanded("").locate(1, 1).line, expanded("").locate(1, 1).column) == (1, 1)


@given(st.text(alphabet="ab\n", max_size=20))
def test_every_offset_has_a_line_and_a_column_that_lead_back_to_it(text):
    index = LineIndex.of(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        line, column = before.count("\n") + 1, offset - before.rfind("\n")

        assert index.position(offset) == (line, column)
        assert index.offset(line, column) == offset


LITERAL = st.text(alphabet="abæ {}%#-*\n", max_size=12).map(
    lambda words: words.replace("{", "(").replace("}", ")")
)


@given(
    st.lists(
        st.tuples(
            LITERAL,
            st.sampled_from(
                [
                    "{{ report.year }}",
                    "{%- if flag %}",
                    "{% if flag -%}",
                    "{%# c #%}",
                    "{% set x = 1 %}",
                    "{% for m in meetings %}",
                ]
            ),
        ),
        max_size=6,
    ),
    LITERAL,
)
def test_every_literal_character_leads_back_to_itself(parts, tail):
    """Literal text around tags maps back to the very same character of the source."""
    source = ""
    closing = []
    for index, (literal, tag) in enumerate(parts):
        word = f"<{index}>"
        source += word + literal + tag
        if "if flag" in tag:
            closing.append("{% endif %}")
        elif "for m" in tag:
            closing.append("{% endfor %}")
    source += tail + "".join(reversed(closing))
    lines = source.split("\n")
    result = expanded(source)

    for line, words in enumerate(result.text.split("\n"), 1):
        inside = False
        for column, character in enumerate(words, 1):
            inside = (inside or character == "\ue000") and character != "\ue001"
            if not inside and character != "\ue001":
                place = result.locate(line, column)
                assert character == lines[place.line - 1][place.column - 1]


# --- faults ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nI {{ meetngs | length }}", ("AR604", 3, 6, {"name": "meetngs", "nearest": "meetings"})),
        ("I {{ report.yeer }}", ("AR604", 1, 13, {"name": "yeer", "nearest": "year"})),
        ("I {{ report. yeer }}", ("AR604", 1, 14, {"name": "yeer", "nearest": "year"})),
        ("{{ report.year.upper }}", ("AR604", 1, 16, {"name": "upper", "nearest": ""})),
        ("{{ meetings[7] }}", ("AR604", 1, 12, {"name": "[7]", "nearest": ""})),
        ("{{ meetings[2] }}", ("AR604", 1, 12, {"name": "[2]", "nearest": ""})),
        ("{{ meetings | conted('x') }}", ("AR605", 1, 15, {"name": "conted", "nearest": "counted"})),
        ("{% if flag %}\n{% if nope %}{% endif %}{% endif %}", ("AR604", 2, 7, {"name": "nope", "nearest": ""})),
        ("{% if flag %}x", ("AR603", 1, 4, {"problem": "if"})),
        ("{% for m in meetings %}x{% endif %}", ("AR603", 1, 28, {"problem": "endif"})),
        ("x {% fro m in meetings %}", ("AR603", 1, 6, {"problem": "fro"})),
        ("{% for m of meetings %}{% endfor %}", ("AR603", 1, 10, {"problem": "of"})),
        ("{{ meetings | }}", ("AR603", 1, 15, {"problem": "}}"})),
        ("{{ meetings", ("AR603", 1, 1, {"problem": "{{"})),
        ("{% if flag", ("AR603", 1, 1, {"problem": "{%"})),
        ("{{ 'a }}", ("AR603", 1, 4, {"problem": "'"})),
        ("{{ meetings ? }}", ("AR603", 1, 13, {"problem": "?"})),
        ("a {%# open", ("AR603", 1, 3, {"problem": "{%#"})),
        ("{% raw %} open", ("AR603", 1, 1, {"problem": "{% raw %}"})),
        ("{{ }}", ("AR603", 1, 4, {"problem": "}}"})),
        ("{% else %}", ("AR603", 1, 4, {"problem": "else"})),
        ("{{ meetings | counted }}", ("AR603", 1, 15, {"problem": "counted"})),
        ("{{ 'a\\x41' }}", ("AR603", 1, 6, {"problem": "\\"})),
        ("ab\ue000c", ("AR116", 1, 3, {"character": "U+E000"})),
        ("ab {{ '\ue00f' }}", ("AR116", 1, 8, {"character": "U+E00F"})),
        ("Sjå {{ meetings }}", ("AR609", 1, 8, {"kind": "meetings"})),
        ("{{ meetings | first }}", ("AR609", 1, 4, {"kind": "meeting"})),
        ("{{ report.published }}", ("AR609", 1, 4, {"kind": "nothing"})),
        ("{{ flag }}", ("AR609", 1, 4, {"kind": "truth"})),
        ("{{ report.year | month }}", ("AR609", 1, 18, {"kind": "text"})),
        ("{% for x in report.year %}{% endfor %}", ("AR609", 1, 13, {"kind": "text"})),
        ("{% if report.year > 3 %}{% endif %}", ("AR609", 1, 7, {"kind": "text"})),
        ("{% if meetings == meetings %}{% endif %}", ("AR609", 1, 7, {"kind": "meetings"})),
        ("{{ meetings | where('plase', 'x') | length }}", ("AR609", 1, 15, {"kind": "meetings"})),
        ("{% for m in meetings %}{% endfor %}{{ m }}", ("AR604", 1, 39, {"name": "m", "nearest": ""})),
    ],
)  # fmt: skip
def test_a_fault_has_its_exact_place(text, expected):
    assert [expected] == codes(text)


def test_all_faults_of_a_chapter_are_told_at_once():
    text = "{{ a }}\n{{ report.b }}\n{{ report.c }}\n{{ meetings }}"

    assert [(code, line) for code, line, *_ in codes(text)] == [("AR604", 1)]
    assert [(code, line) for code, line, *_ in codes(text.replace("{{ a }}", ""))] == [
        ("AR604", 2),
        ("AR604", 3),
        ("AR609", 4),
    ]


def test_a_fault_in_a_loop_is_told_once():
    assert [
        (code, line) for code, line, *_ in codes("{% for m in meetings %}{{ m.nope }}{% endfor %}")
    ] == [("AR604", 1)]


def test_a_fault_in_a_branch_that_is_not_taken_is_told():
    assert [code for code, *_ in codes("{% if false %}{{ 1 | nope }}{% endif %}")] == ["AR605"]


def test_what_has_a_fault_prints_nothing_and_the_rest_goes_on():
    result, faults = run("a {{ report.nope | counted('x') }} b {{ report.year }}")

    assert [fault.code for fault in faults] == ["AR604"]
    assert (Words(""), Words("2021")) == result.values


# --- what chapters may not ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{% macro m() %}x{% endmacro %}", "macro"),
        ("{% include 'x' %}", "include"),
        ("{% import 'x' as y %}", "import"),
        ("{% from 'x' import y %}", "from"),
        ("{% extends 'x' %}", "extends"),
        ("{% block b %}{% endblock %}", "block"),
        ("{% call m() %}{% endcall %}", "call"),
        ("{% filter upper %}x{% endfilter %}", "filter"),
        ("{% with a = 1 %}{% endwith %}", "with"),
        ("{% autoescape true %}{% endautoescape %}", "autoescape"),
        ("{% do meetings %}", "do"),
        ("{% print meetings %}", "print"),
        ("{% trans %}x{% endtrans %}", "trans"),
        ("{% debug %}", "debug"),
        ("{% set x %}big{% endset %}", "endset"),
        ("{% for m in meetings recursive %}{% endfor %}", "recursive"),
        ("{% for a, b in meetings %}{% endfor %}", "tuple"),
        ("{% set a, b = meetings %}", "tuple"),
        ("{% set ns.x = 1 %}", "namespace"),
        ("{{ meetings() }}", "call"),
        ("{{ report.year.format(1) }}", "call"),
        ("{{ 1 + 1 }}", "add"),
        ("{{ 9 - 1 }}", "sub"),
        ("{{ -1 }}", "neg"),
        ("{{ +1 }}", "pos"),
        ("{{ 'a' * 9 }}", "mul"),
        ("{{ 9 ** 9 }}", "pow"),
        ("{{ 9 / 9 }}", "div"),
        ("{{ 9 // 9 }}", "floordiv"),
        ("{{ '%9999s' % 1 }}", "mod"),
        ("{{ 'a' ~ 'b' }}", "~"),
        ("{{ [1, 2] | length }}", "list"),
        ("{{ {'a': 1} | length }}", "dict"),
        ("{{ (1, 2) }}", "tuple"),
        ("{{ meetings[0:1] }}", "slice"),
        ("{{ meetings['a'] and meetings[flag] }}", "[]"),
        ("{% if 1 in meetings %}{% endif %}", "in"),
        ("{% if 1 not in meetings %}{% endif %}", "in"),
        ("{% if flag is defined %}{% endif %}", "is defined"),
        ("{% if flag is divisibleby 2 %}{% endif %}", "is divisibleby"),
        ("{{ meetings | counted(noun='x') }}", "="),
        ("{{ meetings | counted(*meetings) }}", "*"),
        ("{{ 1.5 }}", "1.5"),
        ("{{ 1e999 }}", "1e999"),
    ],
)
def test_a_construct_that_is_not_allowed_is_named(text, name):
    assert ("AR606", name) in [
        (code, arguments.get("name")) for code, _, _, arguments in codes(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ report.__class__ }}",
        "{{ report['__class__'] }}",
        "{{ report.fields }}",
        "{{ meetings.items }}",
        "{{ meetings.printed.build }}",
        "{{ seats.printed }}",
        "{{ report | attr('fields') }}",
        "{{ meetings | map(attribute='id') | join }}",
        "{{ self }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum.__globals__ }}",
        "{{ range(999999999) }}",
        "{{ namespace(a=1) }}",
        "{{ config }}",
        "{{ loop }}",
        "{% for m in meetings %}{{ loop }}{{ loop.__init__ }}{{ loop.cycle }}{% endfor %}",
        "{{ meetings | first | attr('kind') }}",
        "{{ caller() }}",
        "{{ (meetings | first).date.first }}",
        "{{ report.year | safe }}",
        "{{ report.year | e }}",
        "{{ report.year | xmlattr }}",
        "{{ 'x' | format }}",
        "{{ meetings | batch(1000000) }}",
        "{{ meetings | tojson }}",
        "{{ meetings | random }}",
        "{{ meetings | pprint }}",
    ],
)
def test_no_way_out_of_the_values(text):
    assert {code for code, *_ in codes(text)} <= {"AR604", "AR605", "AR606", "AR609"}
    assert codes(text)


# --- bounds ---------------------------------------------------------------------------------


def nested_loops(count: int, body: str) -> str:
    return "{% for m in meetings %}" * count + body + "{% endfor %}" * count


FORTY = {**CONTEXT, "meetings": Rows("meetings", MEETINGS * 20)}
LONG = {
    "meetings": Rows("meetings", (View("meeting", {"title": "x" * 100_000 + "y"}),) * 40),
    "long": "x" * 100_000 + "z",
}
TABLE = {"seats": Rows("seats", (1,) * 40, Nodes("seats", lambda _: (), 4_000))}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (nested_loops(19, "x"), FORTY),
        (nested_loops(19, "{{ m.date }}"), CONTEXT),
        (nested_loops(4, ""), FORTY),
        (nested_loops(3, "{% set x = meetings | where('place', 'Hamar') | length %}"), FORTY),
        (nested_loops(2, "{% for i in meetings if i.place == 'x' %}{% endfor %}" * 50), FORTY),
        (nested_loops(3, "x" * 100), FORTY),
        (nested_loops(2, "{% if meetings | where('title', long) %}{% endif %}"), LONG),
        (nested_loops(2, "{% if m.title == long %}{% endif %}" * 3), LONG),
        ("{{ " + "(" * 11 + "1" + ")" * 11 + " }}", CONTEXT),
        (nested_loops(25, ""), CONTEXT),
        ("{% if flag %}" * 30 + "{% endif %}" * 30, CONTEXT),
        ("{% for s in seats %}{% for t in seats %}{{ seats }}{% endfor %}{% endfor %}", TABLE),
        ("{% for m in meetings %}{{ long }}{% endfor %}", {**FORTY, "long": "x" * 100_000}),
        ("{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}", CONTEXT),
        ("{{ " + "[" * 5_000 + "]" * 5_000 + " }}", CONTEXT),
        ("{{ meetings" + " | first" * 5_000 + " }}", CONTEXT),
        ("{{ report" + ".year" * 5_000 + " }}", CONTEXT),
        ("{{ " + "not " * 5_000 + "flag }}", CONTEXT),
        ("{{ " + "1 if flag else " * 5_000 + "2 }}", CONTEXT),
        ("{{ " + "1 == " * 5_000 + "2 }}", CONTEXT),
        ("{{ " + "- " * 5_000 + "2 }}", CONTEXT),
        ("{{ " + "9" * 5_000 + " }}", CONTEXT),
        ("{{ 0x" + "f" * 5_000 + " }}", CONTEXT),
        ("x" * (TEXT_LIMIT + 1), CONTEXT),
        ("{{ report.year }}" * (TEXT_LIMIT // 10), CONTEXT),
    ],
)  # fmt: skip
def test_a_bomb_goes_off_harmlessly(text, context):
    began = time.process_time()
    result, faults = run(text, context)

    assert [fault.code for fault in faults] == ["AR607"]
    assert result is None
    assert time.process_time() - began < 5


def test_as_many_brackets_and_loops_as_are_allowed():
    assert expanded("{{ " + "(" * 10 + "7" + ")" * 10 + " }}").values == (Count(7),)
    assert text_of("{% if flag %}" * 20 + "x" + "{% endif %}" * 20) == "x"


def test_a_bomb_is_told_where_it_lies():
    _, faults = run(f"# Tittel\n\nfør {nested_loops(19, '')}", FORTY)

    assert [fault.place.line for fault in faults] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "{{ a }}" * 50_000,
        "{{ report.nope }}" * 10_000,
        "{% foo %}" * 50_000,
        "{% raw %}{% endraw %}" * 20_000,
        "{%# a #%}" * 50_000,
        "{{ '" + "a" * 500_000,
        "{%" + " " * 500_000,
        ("{%" + " " * 50) * 10_000,
        "{{ 1" + "_1" * 200_000 + " }}",
        "\ue000" * 500_000,
        "{% if flag %}{% endif %}" * 20_000,
        "{% if flag %}" + "{% elif flag %}" * 20_000 + "{% endif %}",
        " \n" * 400_000 + "{% if flag %}" + " " * 100_000 + "{% endif %}",
    ],
)
def test_a_long_text_takes_no_more_than_its_length(text):
    began = time.process_time()
    _, faults = run(text)

    assert len(faults) <= 100
    assert time.process_time() - began < 10


def test_a_year_of_forty_meetings_is_well_within_the_bounds():
    text = (
        "{% for m in meetings %}## {{ m.date | date }}\n\n"
        "{% for i in m.items if i.title != '' %}{{ loop.index }} {{ i.title }}\n{% endfor %}"
        "{% endfor %}"
    )
    result, faults = run(text, FORTY)

    assert faults == ()
    assert len(result.values) == 40 * 5


PIECES = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{%#", "#%}", "{%-", "-%}", "for", "in", "if", "else", "endif", "endfor",
     "set", "meetings", "report", ".year", "|", "counted", "(", ")", "[", "]", "'a'", "1", "==", "not",
     "is", "none", "raw", "endraw", "elif", ",", "=", "\n", " ", "x", "\\", "'", "å", "-", "~", "macro"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_no_text_whatever_brings_expansion_down(text):
    result, faults = run(text)

    assert result is not None or faults


@given(st.text(max_size=60))
def test_no_characters_whatever_bring_expansion_down(text):
    result, faults = run("{{ " + text + " }}")

    assert result is not None or faults


@pytest.mark.parametrize(
    ("text", "codes"),
    [("{{ big }}", []), ("{{ big }}\n\n{{ big }}", ["AR607"]), ("{{ big }}" + "x" * 400_000, [])],
)
def test_a_whole_table_is_as_long_as_the_files_make_it_but_is_printed_so_only_once(text, codes):
    big = Nodes("big", lambda _: (), 3 * TEXT_LIMIT)

    _, faults = run(text, {**CONTEXT, "big": big})

    assert [fault.code for fault in faults] == codes
