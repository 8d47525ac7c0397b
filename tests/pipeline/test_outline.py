"""Outlines: which texts make up a report."""

import pytest

import generated
from arsrapport.aggregate.report import aggregate
from arsrapport.pipeline.outline import find_outline
from arsrapport.pipeline.project import open_project
from arsrapport.pipeline.reports import find_plan
from arsrapport.source.tree import MemoryTree

FOLDER = "meetings/kart/2021/report"


def outline_of(**extra):
    files = generated.committee("nn", 1)
    files |= {
        name: text if isinstance(text, bytes) else text.encode()
        for name, text in extra.get("files", {}).items()
    }
    project = open_project(MemoryTree(files))
    assert project.diagnostics == ()
    (committee,) = project.archive.committees
    report = aggregate(project.archive, committee, find_plan(committee, "2021"))
    return find_outline(project, report)


def names(chapters):
    return [chapter.name if chapter else "minutes" for chapter in chapters]


def test_without_a_report_folder_there_is_a_sensible_default():
    outline, diagnostics = outline_of()

    assert diagnostics == ()
    assert names(outline.front) == []
    assert names(outline.chapters) == [
        *("mandate", "activity", "attendance", "working-groups"),
        *("decisions", "actions"),  # no case: nothing continues anything
    ]
    assert all(chapter.builtin for chapter in outline.chapters)
    assert names(outline.appendices) == ["minutes"]
    assert outline.imprint is None


def test_texts_that_are_there_are_taken_without_being_listed():
    outline, _ = outline_of(
        files={
            f"{FOLDER}/foreword.md": "# Føreord\n",
            f"{FOLDER}/imprint.md": "Eit døme.\n",
            f"{FOLDER}/activity.md": "# Møta\n",
            "meetings/kart/agreement.md": "# Avtale\n",
        }
    )

    assert names(outline.front) == ["foreword"]
    assert [(c.name, c.builtin) for c in outline.chapters] == [
        ("mandate", True),
        ("activity", False),
        ("attendance", True),
        ("working-groups", True),
        ("decisions", True),
        ("actions", True),
    ]
    assert names(outline.appendices) == ["agreement", "minutes"]
    assert outline.imprint.path == f"{FOLDER}/imprint.md"


def test_what_report_yaml_lists_is_taken_in_its_order_and_nothing_else():
    outline, _ = outline_of(
        files={
            f"{FOLDER}/report.yaml": "chapters: [activity, mandate]\nfront: []\nappendices: [minutes]\n",
            f"{FOLDER}/foreword.md": "# F\n",
        }
    )

    assert names(outline.front) == []
    assert names(outline.chapters) == ["activity", "mandate"]


def test_what_is_listed_in_vain_is_a_fault_at_its_place():
    _, diagnostics = outline_of(
        files={f"{FOLDER}/report.yaml": "chapters:\n  - activity\n  - mandat\n"}
    )

    (fault,) = diagnostics
    assert (fault.code, str(fault.place), dict(fault.arguments)) == (
        "AR602",
        f"{FOLDER}/report.yaml:3:5",
        {"name": "mandat", "nearest": "mandate"},
    )


@pytest.mark.parametrize("name", ["foreword", "summary", "mandate", "imprint"])
def test_a_broken_text_is_a_fault_also_where_nothing_lists_it(name):
    _, diagnostics = outline_of(files={f"{FOLDER}/{name}.md": b"# F\xff\n"})

    assert [(fault.code, fault.place.path) for fault in diagnostics] == [
        ("AR102", f"{FOLDER}/{name}.md")
    ]
