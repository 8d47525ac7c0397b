"""The export of a year, run as its users run it."""

import json
import re
from pathlib import Path

import pytest

import generated
from conftest import arsrapport, write_project

TABLES = ["actions", "items", "meetings", "people", "presence"]


def built(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_export_writes_every_format_of_data_beside_the_report(project):
    root = project(generated.committee("nb", 2))

    done = arsrapport("export", "2021", cwd=root)

    assert (done.returncode, done.stderr) == (0, "")
    assert built(root / "build") == [
        *(f"kart/2021/kart-2021-{table}.csv" for table in TABLES),
        "kart/2021/kart-2021.ics",
        "kart/2021/kart-2021.json",
    ]
    # two meetings, three items treated in each, four people, no pages, seven files
    assert done.stdout.splitlines()[1].split()[:5] == ["kart", "2", "6", "4", "7"]


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        (["json"], ["kart-2021.json"]),
        (["ics", "json"], ["kart-2021.ics", "kart-2021.json"]),
        (["csv"], [f"kart-2021-{table}.csv" for table in TABLES]),
    ],
)
def test_only_the_formats_asked_for_are_written(project, tmp_path, formats, expected):
    root = project(generated.committee("nb", 1))
    flags = [word for each in formats for word in ("--format", each)]

    done = arsrapport("export", "2021", *flags, "--out", str(tmp_path / "ut"), cwd=root)

    assert done.returncode == 0, done.stderr
    assert built(tmp_path / "ut") == [f"kart/2021/{name}" for name in expected]


def test_only_the_committees_asked_for_are_exported(project):
    files = generated.committee("nn", 1)
    files |= {
        path.replace("/kart", "/veg"): data for path, data in files.items() if "/kart" in path
    }
    root = project(files)

    done = arsrapport("export", "2021", "--committee", "veg", "--format", "ics", cwd=root)

    assert done.returncode == 0, done.stderr
    assert built(root / "build") == ["veg/2021/veg-2021.ics"]


def test_build_gives_the_same_json_and_only_when_asked(project, tmp_path):
    root = project(generated.committee("nn", 2))
    assert arsrapport("export", "2021", "--format", "json", cwd=root).returncode == 0

    for name, flags in (("one", ["--format", "json"]), ("all", ["--all"])):
        done = arsrapport("build", "2021", *flags, "--out", str(tmp_path / name), cwd=root)
        assert done.returncode == 0, done.stderr
        data = (tmp_path / name / "kart/2021/kart-2021.json").read_bytes()
        assert data == (root / "build/kart/2021/kart-2021.json").read_bytes()
    assert built(tmp_path / "one") == ["kart/2021/kart-2021.json"]
    assert not [name for name in built(tmp_path / "all") if name.endswith((".csv", ".ics"))]


@pytest.mark.parametrize(
    "arguments",
    [
        ["minutes", "2021-01-01", "--format", "json"],
        ["export", "2021", "--format", "pdf"],
        ["export"],
    ],
)
def test_a_format_that_is_none_of_the_commands_is_exit_code_2(project, arguments):
    root = project(generated.committee("nn", 1))

    assert arsrapport(*arguments, cwd=root).returncode == 2
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["2020"], "arsrapport.yaml:1:1: AR612"),
        (["2021", "--committee", "kartt"], "arsrapport.yaml:1:1: AR611"),
    ],
)
def test_what_is_not_there_is_an_error(project, arguments, expected):
    root = project(generated.committee("nn", 1))

    done = arsrapport("export", *arguments, cwd=root)

    assert done.returncode == 1
    assert done.stderr.startswith(expected)
    assert not (root / "build").exists()


def test_a_broken_file_stops_the_export_and_a_broken_chapter_does_not(project):
    root = project(generated.committee("nn", 1))
    write_project(root, {"meetings/kart/2021/report/report.yaml": "chapters: [finst-ikkje]\n"})
    assert arsrapport("build", "2021", cwd=root).returncode == 1
    assert arsrapport("export", "2021", cwd=root).returncode == 0

    write_project(root, {"meetings/kart/2021/2021-02-01.md": "no front matter"})
    done = arsrapport("export", "2021", "--out", str(root / "ut"), cwd=root)

    assert done.returncode == 1
    assert done.stderr.startswith("meetings/kart/2021/2021-02-01.md:1:1: AR103")
    assert not (root / "ut").exists()


def test_the_data_of_the_sample_say_what_its_report_says(sample):
    """17 agenda lines stand in golden/2017/, and 57 entries of those present, of 29 people."""
    assert arsrapport("export", "2017", cwd=sample).returncode == 0
    folder = sample / "build"
    (name,) = (name for name in built(folder) if name.endswith(".json"))
    data = json.loads((folder / name).read_bytes())

    assert {key: figure["value"] for key, figure in data["figures"].items()} == {
        "meetings": 4,
        "items": 17,
        "people": 29,
    }
    assert len(data["figures"]["people"]["places"]) == 57
    for each in built(folder):
        assert not re.search(rb"\w@\w", (folder / each).read_bytes()), each
