"""The commands, run as their users run them."""

import os
from pathlib import Path

import pytest

import generated
from conftest import arsrapport, write_project


def built(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_build_makes_both_formats_and_says_what_it_did(project):
    root = project(generated.committee("nn", 2))

    done = arsrapport("build", "2021", cwd=root)

    assert (done.returncode, done.stderr) == (0, "")
    assert built(root / "build") == ["kart/2021/kart-2021.html", "kart/2021/kart-2021.pdf"]
    head, row, *rest = [line.split() for line in done.stdout.splitlines()]
    assert head == ["Utval", "Møte", "Saker", "Personar", "Sider", "Filer", "Sekund"]
    # two meetings, three items treated in each; the chair, the member and a new guest at each
    assert row[:4] == ["kart", "2", "6", "4"]
    assert row[5] == "2"
    assert [line for line in rest if line] == [
        ["build/kart/2021/kart-2021.pdf"],
        ["build/kart/2021/kart-2021.html"],
    ]


def test_build_runs_from_any_folder_below_the_project(project):
    root = project(generated.committee("nn", 1))

    done = arsrapport("build", "2021", "--format", "html", cwd=root / "meetings/kart/2021")

    assert done.returncode == 0, done.stderr
    assert built(root / "build") == ["kart/2021/kart-2021.html"]
    assert "../../../build/kart/2021/kart-2021.html" in done.stdout


def test_out_puts_the_files_elsewhere(project, tmp_path):
    root = project(generated.committee("nn", 1))

    done = arsrapport("build", "2021", "--all", "--out", str(tmp_path / "elsewhere"), cwd=root)

    assert done.returncode == 0, done.stderr
    assert built(tmp_path / "elsewhere") == [
        # The charts, of items and of attendance, which Markdown shows from beside it.
        *(f"kart/2021/kart-2021-{n}.svg" for n in (1, 2)),
        *(f"kart/2021/kart-2021.{end}" for end in ("docx", "html", "json", "md", "pdf")),
    ]
    assert not (root / "build").exists()


def test_only_the_committees_asked_for_are_built(project):
    files = generated.committee("nn", 1)
    files |= {
        path.replace("/kart", "/veg"): data for path, data in files.items() if "/kart" in path
    }
    root = project(files)

    arsrapport("build", "2021", "--committee", "veg", "--format", "html", cwd=root)
    assert built(root / "build") == ["veg/2021/veg-2021.html"]
    arsrapport("build", "2021", "--format", "html", cwd=root)
    assert built(root / "build") == ["kart/2021/kart-2021.html", "veg/2021/veg-2021.html"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build", "2020"], "arsrapport.yaml:1:1: AR612"),
        (["build", "x"], "arsrapport.yaml:1:1: AR612"),
        (["build", "2021", "--committee", "kartt"], "arsrapport.yaml:1:1: AR611"),
        (["minutes", "2021-01-02"], "arsrapport.yaml:1:1: AR613"),
    ],
)
def test_what_is_not_there_is_an_error(project, arguments, expected):
    root = project(generated.committee("nn", 1))

    done = arsrapport(*arguments, cwd=root)

    assert done.returncode == 1
    assert done.stderr.startswith(expected)
    assert not (root / "build").exists()


def test_outside_a_project_it_says_so(tmp_path):
    done = arsrapport("check", cwd=tmp_path)

    assert done.returncode == 1
    assert "AR617" in done.stderr
    assert "arsrapport.yaml" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["build"], ["bild", "2021"], ["build", "2021", "--format", "doc"]]
)
def test_a_command_line_that_cannot_be_read_is_exit_code_2(tmp_path, arguments):
    assert arsrapport(*arguments, cwd=tmp_path).returncode == 2


def test_check_says_so_when_all_is_well(project):
    root = project(generated.committee("nn", 3))

    done = arsrapport("check", "--as-of", "2021-01-03", cwd=root)

    # three meetings, committee.yaml, register.yaml and arsrapport.yaml
    assert (done.returncode, done.stdout, done.stderr) == (0, "Fann ingen feil i seks filer\n", "")


def test_minutes_are_marked_as_a_draft_unless_approved(project):
    files = generated.committee("nb", 2)
    path = "meetings/kart/2021/2021-01-02.md"
    files[path] = files[path].replace(b"status: approved", b"status: draft")
    root = project(files)
    for day in ("2021-01-01", "2021-01-02"):
        assert arsrapport("minutes", day, cwd=root).returncode == 0

    folder = root / "build/kart/2021"
    texts = {
        day: (folder / f"kart-2021-01-0{day}.html").read_text(encoding="utf-8") for day in (1, 2)
    }
    assert built(folder) == [f"kart-2021-01-0{d}.{e}" for d in (1, 2) for e in ("html", "pdf")]
    assert "Utkast" not in texts[1]
    assert "Utkast" in texts[2]


def test_what_is_not_approved_is_refused_as_final_and_built_as_a_draft(project):
    files = generated.committee("nb", 2)
    path = "meetings/kart/2021/2021-01-02.md"
    files[path] = files[path].replace(b"status: approved", b"status: draft")
    root = project(files)

    refused = arsrapport("build", "2021", "--final", cwd=root)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(
        f"{path}:4:9: AR619 feil referatet er bare et utkast, og da kan --final ikke brukes\n"
    )
    assert not (root / "build").exists()
    assert arsrapport("minutes", "2021-01-01", "--final", cwd=root).returncode == 0
    done = arsrapport("minutes", "2021-01-01", "--draft", "--format", "html", cwd=root)
    page = root / "build/kart/2021/kart-2021-01-01.html"
    assert (done.returncode, "Utkast" in page.read_text("utf-8")) == (0, True)


def test_nothing_is_both_a_draft_and_final(project):
    done = arsrapport("build", "2021", "--draft", "--final", cwd=project({"arsrapport.yaml": ""}))

    assert (done.returncode, "say --draft or --final, not both" in done.stderr) == (2, True)


BROKEN = {
    "meetings/kart/2021/2021-02-01.md": "no front matter",
    "meetings/kart/2021/2021-02-02.md": "---\ndate: 2021-02-02\nagenda:\n  - titel: x\n---\n",
    "meetings/kart/2021/2021-02-03.md": b"---\ndate: 2021-02-03\nagenda: []\nplace: \xff\n---\n",
    "meetings/kart/2021/report/report.yaml": "chapters: [mandat]\n",
}


def test_every_fault_of_every_file_is_told_in_one_run_and_the_old_output_stays(project):
    root = project(generated.committee("nn", 1))
    assert arsrapport("build", "2021", cwd=root).returncode == 0
    before = {name: (root / "build" / name).read_bytes() for name in built(root / "build")}
    write_project(root, BROKEN)

    done = arsrapport("build", "2021", cwd=root)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "Ingenting blei skrive; det som er bygd før, står urørt."
    )
    assert [
        tuple(line.split(" ")[:2])
        for line in done.stderr.splitlines()
        if line.startswith("meetings")
    ] == [
        ("meetings/kart/2021/2021-02-01.md:1:1:", "AR103"),
        ("meetings/kart/2021/2021-02-02.md:4:5:", "AR109"),
        ("meetings/kart/2021/2021-02-02.md:4:5:", "AR111"),
        ("meetings/kart/2021/2021-02-03.md:4:8:", "AR102"),
        ("meetings/kart/2021/report/report.yaml:1:12:", "AR602"),
    ]
    assert "Traceback" not in done.stderr
    assert {name: (root / "build" / name).read_bytes() for name in built(root / "build")} == before


def test_a_bug_shows_its_traceback_and_says_that_it_is_one(project):
    root = project(generated.committee("nn", 1))
    (root / "broken").mkdir()
    (root / "broken/sitecustomize.py").write_text(
        "import sys\n"
        "class Broken:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'arsrapport.load.project': raise ZeroDivisionError\n"
        "sys.meta_path.insert(0, Broken())\n"
    )
    path = os.pathsep.join(filter(None, [str(root / "broken"), os.environ.get("PYTHONPATH", "")]))

    done = arsrapport("check", cwd=root, PYTHONPATH=path)

    assert done.returncode == 70
    assert "ZeroDivisionError" in done.stderr
    assert "This is a bug in arsrapport" in done.stderr.splitlines()[-1]


def test_a_console_that_lacks_a_character_is_no_bug(project):
    files = generated.committee("nn", 1)
    files["meetings/kart/2021/2021-01-05.md"] = (
        "---\ndate: 2021-01-05\nagenda: []\n日本: x\n---\n".encode()
    )

    done = arsrapport("check", cwd=project(files), PYTHONUTF8="0", PYTHONIOENCODING="cp1252")

    assert (done.returncode, done.stderr) == (1, "")
    assert "AR109" in done.stdout
