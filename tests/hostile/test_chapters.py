"""Chapters and their templates: nothing of the program can be reached, and every bomb is a dud.

The faults are those of docs/format.md; each is told in the chapter's own file, at its own line.
"""

import pytest

import generated
from hostile.trial import (
    AGREEMENT,
    BUILD,
    FOLDER,
    FOREWORD,
    MEETING,
    OLD,
    REPORT,
    WITNESS_TOLD,
    assert_refused,
    built,
    lay,
    meeting,
    output,
    refused,
    start,
)

SUMMARY = f"{FOLDER}/report/summary.md"
PAGE = "build/kart/2021/kart-2021.html"


def summary(text: str) -> dict[str, str]:
    """A chapter; its text begins in line 3."""
    return {SUMMARY: f"# Samandrag\n\n{text}\n"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("I {{ report.yeer }}", "3:13 AR604"),
        ("a\n{% if meetngs %}\n{% endif %}", "4:7 AR604"),
        ("{{ meetings | conted('møte') }}", "3:15 AR605"),
        ("{{ meetings | counted('mote') }}", "3:4 AR608"),
        ("{{ meetings }}", "3:4 AR609"),
        ("{{ report.published }}", "3:4 AR609"),
        ("{% for m in meetings %}{{ m.date.year }}{% endfor %}", "3:34 AR604"),
        ("{% if meetings %}", "3:4 AR603"),
        ("{{ meetings", "3:1 AR603"),
        ("{% endfor %}", "3:4 AR603"),
        ("{{ 'a }}", "3:4 AR603"),
        ("Tekst \ue000 her", "3:7 AR116"),
    ],
)
def test_a_chapter_that_fails_is_told_at_the_place_in_the_chapter(tmp_path, text, fault):
    refused(tmp_path, summary(text), f"{SUMMARY}:{fault}")


@pytest.mark.parametrize(
    ("path", "extra"),
    [
        (SUMMARY, {}),
        (f"{FOLDER}/report/imprint.md", {}),
        ("meetings/kart/activity.md", {}),
        ("chapters/mandate.md", {}),
        (f"{FOLDER}/report/cases/b.md", {f"{FOLDER}/report/cases.md": "# Saker\n", REPORT: "chapters: [cases]\n"}),
        (f"{FOLDER}/report/cases.md", {REPORT: "chapters: [cases]\n"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("front", ["", "---\nlanguage: nb\nitems: [2021-01-01/1]\n---\n"])
def test_the_line_is_that_of_the_file_wherever_a_chapter_lies(tmp_path, path, extra, front):
    line = front.count("\n") + 4
    text = f"{front}# Tittel\n\n{{% if meetings %}}\nSjå {{{{ meetngs }}}}.\n{{% endif %}}\n"

    refused(tmp_path, {**extra, path: text}, f"{path}:{line}:8 AR604")


def test_every_chapter_is_judged_in_the_same_run(tmp_path):
    files = {
        **summary("{{ report.x }}\n\n{{ meetings }}\n\n[a](javascript:b)\n\n<table:x>"),
        f"{FOLDER}/report/imprint.md": "{% include 'x' %}\n",
        "chapters/activity.md": "Ingen tittel.\n",
    }

    refused(
        tmp_path,
        files,
        f"{SUMMARY}:3:11 AR604",
        f"{SUMMARY}:5:4 AR609",
        f"{SUMMARY}:7:1 AR413",
        f"{SUMMARY}:9:1 AR601",
        f"{FOLDER}/report/imprint.md:1:4 AR606",
        "chapters/activity.md:1:1 AR610",
    )


WAYS_OUT = [
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "3:42 AR606"),
    ("{{ report.__class__ }}", "3:11 AR604"),
    ("{{ report['__class__'] }}", "3:10 AR604"),
    ("{{ report | attr('__class__') }}", "3:13 AR605"),
    ("{{ meetings | map(attribute='__class__') }}", "3:15 AR605"),
    ("{{ self }}", "3:4 AR604"),
    ("{{ config }}", "3:4 AR604"),
    ("{{ lipsum.__globals__ }}", "3:4 AR604"),
    ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "3:51 AR606"),
    ("{{ '%s' | format(report) }}", "3:11 AR605"),
    ("{{ '{0.__class__}'.format(report) }}", "3:26 AR606"),
    ("{{ report.title | safe }}", "3:19 AR605"),
    ("{{ range(9) }}", "3:9 AR606"),
    ("{{ 'a' * 999999999 }}", "3:4 AR606"),
    ("{{ 9 ** 9 ** 9 ** 9 }}", "3:16 AR606"),
    ("{{ 'a' ~ 'b' }}", "3:4 AR606"),
    ("{{ [1] }}", "3:4 AR606"),
    ("{{ {'a': 1} }}", "3:4 AR606"),
    ("{{ meetings[0:1] }}", "3:12 AR606"),
    ("{% include '/etc/passwd' %}", "3:4 AR606"),
    ("{% include 'foreword.md' %}", "3:4 AR606"),
    ("{% import 'os' as o %}", "3:4 AR606"),
    ("{% extends 'x' %}", "3:4 AR606"),
    ("{% macro a() %}{{ a() }}{% endmacro %}", "3:4 AR606"),
    ("{% set x %}mykje{% endset %}", "3:4 AR606"),
    ("{% do meetings %}", "3:4 AR606"),
    ("{% debug %}", "3:4 AR606"),
    ("{% for m in meetings recursive %}{{ loop(m) }}{% endfor %}", "3:4 AR606"),
]


def test_nothing_but_the_values_of_the_format_can_be_reached(tmp_path):
    """Each in a part of its own, and each told in the same run, at the line that it stands in."""
    parts = {
        f"{FOLDER}/report/cases/{number:02}.md": f"# Sak\n\n{text}\n"
        for number, (text, _) in enumerate(WAYS_OUT)
    }
    files = {
        REPORT: "front: [foreword]\nchapters: [cases]\n",
        f"{FOLDER}/report/cases.md": "# Saker\n",
        **parts,
    }
    root = lay(tmp_path, files)

    ran = start(root, *BUILD)

    for path, (_, fault) in zip(parts, WAYS_OUT, strict=True):
        assert f"{path}:{fault}" in ran.told
    assert WITNESS_TOLD in ran.told
    assert {told.rpartition(" ")[2] for told in ran.told} == {"AR604", "AR605", "AR606"}
    assert (ran.code, output(root)) == (1, OLD)


def codes_of(folder, text):
    root = lay(folder, summary(text))
    ran = start(root, *BUILD)
    assert ran.code == 1
    assert output(root) == OLD
    assert WITNESS_TOLD in ran.told
    return [told for told in ran.told if told != WITNESS_TOLD]


def nested(count: int, body: str, rows: str = "items") -> str:
    opened = "".join(f"{{% for x{n} in {rows} %}}" for n in range(count))
    return opened + body + "{% endfor %}" * count


# A loop over items takes 21 characters, or 22 from the eleventh on, one over meetings three more;
# the work runs out in the innermost one, and the depth where the twenty-first `for` or `if` stands.
BOMBS = [
    (nested(19, ""), 10 * 21 + 8 * 22 + 4),
    (nested(2, "{% if items | where('title', x0.title) %}{% endif %}"), 2 * 21 + 4),
    (nested(2, "{{ agendas }}\n\n", "meetings"), 2 * 24 + 4),
    (nested(30, "x", "meetings"), 10 * 24 + 10 * 25 + 4),
    ("{% if meetings %}" * 30 + "{% endif %}" * 30, 20 * 17 + 4),
    ("{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}", 1),
    ("{{ meetings" + " | first" * 5_000 + " }}", 1),
    ("{{ report" + ".title" * 5_000 + " }}", 1),
    ("{{ " + "not " * 5_000 + "meetings }}", 1),
    ("{{ " + "9" * 5_000 + " }}", 4),
]


def test_loops_and_brackets_are_bounded(tmp_path):
    """Each in a part of its own: what one costs is taken from no other."""
    parts = {
        f"{FOLDER}/report/cases/{number:02}.md": f"# Sak\n\nFør.\n\n{text}\n"
        for number, (text, _) in enumerate(BOMBS)
    }
    files = {
        **generated.committee("nn", 24),
        REPORT: "front: [foreword]\nchapters: [cases]\n",
        f"{FOLDER}/report/cases.md": "# Saker\n",
        **parts,
    }
    told = [f"{path}:5:{column} AR607" for path, (_, column) in zip(parts, BOMBS, strict=True)]

    ran = refused(tmp_path, files, *told)

    assert "meir arbeid" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "x" * 500_001,
        "{{ a }}" * 5_000,
        "{% foo %}" * 5_000,
        "{{ '" + "a" * 400_000,
        "\ue000" * 400_000,
    ],
)
def test_a_long_chapter_is_told_of_a_hundred_times_and_no_more(tmp_path, text):
    found = codes_of(tmp_path, text)

    assert 0 < len(found) <= 100


def test_what_is_no_template_never_passes_through_one(tmp_path):
    """Minutes, standing texts and attachments are printed as they stand."""
    text = "{{ 7 * 7 }} {% for %} {%# x #%} {#"
    root = built(
        tmp_path,
        {
            AGREEMENT: f"# Avtale\n\n{text}\n",
            f"{FOLDER}/2021-01-01-notat.md": f"# Notat\n\n{text}\n",
            MEETING: meeting(text, "attachments: [2021-01-01-notat.md]"),
        },
    )

    assert (root / PAGE).read_text(encoding="utf-8").count(text) == 3


def test_a_value_is_never_a_template_nor_markup(tmp_path):
    title = "{{ 7 * 7 }} *x* <script>alert(1)</script> [a](javascript:b)"
    root = built(
        tmp_path,
        {
            REPORT: f'title: "{title}"\n',
            **summary("{{ report.title }}"),
        },
    )

    page = (root / PAGE).read_text(encoding="utf-8")
    assert "{{ 7 * 7 }} *x* &lt;script&gt;alert(1)&lt;/script&gt; [a](javascript:b)" in page


def test_a_chapter_without_a_title_and_one_with_two(tmp_path):
    files = {
        SUMMARY: "Tekst.\n",
        "chapters/mandate.md": "# Ein\n\n# To\n",
    }

    refused(tmp_path, files, f"{SUMMARY}:1:1 AR610", "chapters/mandate.md:3:1 AR420")


def test_the_same_chapter_again_and_again_is_a_fault_and_costs_little(tmp_path):
    files = {REPORT: f"front: [{', '.join(['foreword'] * 30)}]\n"}
    root = lay(tmp_path, files)

    assert_refused(root)


def test_a_chapter_that_calls_itself_by_its_parts(tmp_path):
    """Parts have no parts: a folder of that name in a folder of parts is not looked into."""
    files = {
        REPORT: "front: [foreword]\nchapters: [cases]\n",
        f"{FOLDER}/report/cases.md": "# Saker\n",
        f"{FOLDER}/report/cases/cases.md": "# Saker\n\n{{ x }}\n",
        f"{FOLDER}/report/cases/cases/cases.md": "# Saker\n\n{{ y }}\n",
    }

    refused(tmp_path, files, f"{FOLDER}/report/cases/cases.md:3:4 AR604")


def test_the_foreword_of_the_project_is_told_with_its_front_matter(tmp_path):
    text = "---\nlanguage: nn\n---\n\n# Føreord\n\n{{ nope }}\n"

    refused(tmp_path, {FOREWORD: text}, f"{FOREWORD}:7:4 AR604", witness=False)
