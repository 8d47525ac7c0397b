"""Where an outline's names are found."""

import pytest

from arsrapport.load.chapters import find_chapter
from arsrapport.model.archive import ReportPlan
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree

REPORT = "meetings/kart/2018/report"
PLAN = ReportPlan(folder=REPORT, year="2018")
BUILTIN = MemoryTree(
    {
        f"chapters/{name}.md": f"# {name}\n".encode()
        for name in ("mandate.nn", "mandate.en", "activity.nb", "sub/own.nn")
    }
)


def find(name, *paths, plan=PLAN, language="nn", **texts):
    files = {path: f"# {path}\n".encode() for path in paths} | {
        path: text.encode() for path, text in texts.items()
    }
    return find_chapter(MemoryTree(files), BUILTIN, "kart", plan, name, language)


def test_the_report_comes_before_the_committee_the_project_and_the_tool():
    places = [f"{REPORT}/mandate.md", "meetings/kart/mandate.md", "chapters/mandate.md"]

    for index, path in enumerate(places):
        chapter, diagnostics = find("mandate", *places[index:])
        assert diagnostics == ()
        assert (chapter.path, chapter.name, chapter.text, chapter.builtin) == (
            path,
            "mandate",
            f"# {path}\n",
            False,
        )
    chapter, _ = find("mandate")
    assert (chapter.path, chapter.text, chapter.builtin) == (
        "chapters/mandate.nn.md",
        "# mandate.nn\n",
        True,
    )


def test_the_tools_own_is_in_the_language_of_the_report():
    assert find("mandate", language="en")[0].path == "chapters/mandate.en.md"
    assert find("mandate", language="nb")[0] is None


def test_the_files_of_others_are_not_looked_into():
    others = [
        "meetings/veg/cases.md",
        "meetings/kart/2017/report/cases.md",
        "meetings/kart/2018/cases.md",
        "cases.md",
    ]

    assert find("cases", *others)[0] is None


def test_front_matter_says_language_and_items_and_is_no_part_of_the_text():
    chapter, diagnostics = find(
        "cases",
        **{f"{REPORT}/cases.md": "---\nlanguage: nb\nitems: [2018-01-02/1]\n---\n\n# Saker\n"},
    )

    assert diagnostics == ()
    assert (chapter.language, chapter.items) == ("nb", ("2018-01-02/1",))
    assert (chapter.text, chapter.first_line) == ("\n# Saker\n", 5)


def test_parts_lie_in_a_folder_beside_the_chapter_and_come_by_name():
    parts = [f"{REPORT}/cases/02-b.md", f"{REPORT}/cases/10.md", f"{REPORT}/cases/01-a.md"]
    others = [
        f"{REPORT}/cases/x.png",
        f"{REPORT}/cases/sub/01.md",
        "meetings/kart/cases/00.md",
        f"{REPORT}/cases2/00.md",
    ]

    chapter, _ = find("cases", f"{REPORT}/cases.md", *parts, *others)

    assert [(part.name, part.path) for part in chapter.parts] == [
        ("cases/01-a", f"{REPORT}/cases/01-a.md"),
        ("cases/02-b", f"{REPORT}/cases/02-b.md"),
        ("cases/10", f"{REPORT}/cases/10.md"),
    ]


def test_parts_without_a_chapter_are_none():
    assert find("cases", f"{REPORT}/cases/01.md")[0] is None


@pytest.mark.parametrize(
    "name",
    [
        "../kart/agreement",
        "report/foreword",
        "/etc/passwd",
        "..",
        ".",
        "",
        "a.b",
        "a\\b",
        "a b",
        "agreement\n",
        "-x",
        "x" * 101,
        "2018/report/foreword",
        "~",
        "sub/own",
    ],
)
def test_a_name_is_a_bare_word(name):
    chapter, diagnostics = find(
        name, f"{REPORT}/foreword.md", f"{REPORT}/{name}.md", "meetings/kart/agreement.md"
    )

    assert chapter is None
    assert [d.code for d in diagnostics] == ["AR602"]


@pytest.mark.parametrize("name", ["foreword", "samandrag", "01-kart", "føreord", "a_b"])
def test_a_bare_word_may_hold_letters_digits_and_hyphens(name):
    assert find(name, f"{REPORT}/{name}.md")[0].name == name


def test_minutes_are_no_text():
    assert find("minutes", f"{REPORT}/minutes.md") == (None, ())


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        (PLAN, Place(f"{REPORT}/report.yaml")),
        (ReportPlan(REPORT, "2018", place=Place("r.yaml")), Place("r.yaml")),
        (
            ReportPlan(
                REPORT,
                "2018",
                chapters=("x", "mandat"),
                places=(("chapters", Place("r.yaml", 2)), ("chapters/1", Place("r.yaml", 4))),
            ),
            Place("r.yaml", 4),
        ),
        (
            ReportPlan(
                REPORT, "2018", appendices=("mandat",), places=(("appendices", Place("r.yaml", 2)),)
            ),
            Place("r.yaml", 2),
        ),
    ],
)
def test_a_name_that_is_nowhere_is_reported_where_it_is_asked_for(plan, place):
    chapter, diagnostics = find("mandat", "chapters/annex.md", plan=plan)

    assert chapter is None
    assert [(d.code, d.place, d.arguments) for d in diagnostics] == [
        ("AR602", place, (("name", "mandat"), ("nearest", "mandate")))
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("anex", "annex"),
        ("minute", "minutes"),
        ("aktivitet", "activity"),
        ("agrement", "agreement"),
        ("zzz", ""),
    ],
)
def test_the_nearest_name_is_one_that_would_be_found(name, near):
    paths = ["chapters/annex.md", "meetings/kart/agreement.md", "meetings/veg/zzzz.md"]
    _, (diagnostic,) = find(name, *paths, language="nb")

    assert dict(diagnostic.arguments)["nearest"] == near


def test_faults_of_a_chapter_and_of_all_its_parts_are_reported():
    _, diagnostics = find(
        "cases",
        **{
            f"{REPORT}/cases.md": "---\nlanguage: xx\n---\n",
            f"{REPORT}/cases/1.md": "---\nitms: 1\n---\n",
            f"{REPORT}/cases/2.md": "---\n",
        },
    )

    assert [(d.code, d.place.path.rpartition("/")[2]) for d in diagnostics] == [
        ("AR113", "cases.md"),
        ("AR109", "1.md"),
        ("AR104", "2.md"),
    ]


def test_a_chapter_stands_without_a_part_that_cannot_be_read():
    files = {
        f"{REPORT}/cases.md": b"# S\n",
        f"{REPORT}/cases/1.md": b"\xff",
        f"{REPORT}/cases/2.md": b"# B\n",
    }
    chapter, diagnostics = find_chapter(MemoryTree(files), BUILTIN, "kart", PLAN, "cases", "nn")

    assert [part.name for part in chapter.parts] == ["cases/2"]
    assert [d.code for d in diagnostics] == ["AR102"]
