"""`init`, run as its users run it: with flags, and on a terminal."""

import os
import re
import subprocess
import sys
from datetime import date

import pytest

from conftest import arsrapport, write_project

FLAGS = ["--committee", "Utvalet for hamnedata", "--date", "2027-03-05"]
FILES = [
    ".gitignore",
    "README.md",
    "arsrapport.yaml",
    "meetings/utvalet-for-hamnedata/2027/2027-03-05.md",
    "meetings/utvalet-for-hamnedata/committee.yaml",
]


def made(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_it_says_what_was_made_and_what_to_do_next(tmp_path):
    done = arsrapport("init", "mitt utval", *FLAGS, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Prosjektet er klart. Desse filene blei laga:",
        "",
        *(f"  {name}" for name in FILES),
        "",
        "No kan du",
        '  1. gå til mappa: cd "mitt utval"',
        f"  2. opne {FILES[3]} og byte ut dømet med eit møte de har hatt",
        "  3. kontrollere filene: arsrapport check",
        "  4. lage rapporten: arsrapport build 2027",
    ]
    assert made(tmp_path / "mitt utval") == FILES


@pytest.mark.parametrize(
    ("language", "first", "clean"),
    [
        ("nn", "Prosjektet er klart.", "Fann ingen feil i tre filer\n"),
        ("nb", "Prosjektet er klart.", "Fant ingen feil i tre filer\n"),
        ("en", "The project is ready.", "Found nothing wrong in three files\n"),
    ],
)
def test_the_commands_that_it_and_its_readme_name_work(tmp_path, language, first, clean):
    done = arsrapport("init", *FLAGS, "--language", language, cwd=tmp_path)
    assert done.stdout.startswith(first)
    assert "cd " not in done.stdout
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    arsrapport (.*)$", readme, flags=re.MULTILINE)
    assert commands == ["check", "minutes 2027-03-05", "build 2027"]
    assert re.findall(r": arsrapport (.*)", done.stdout) == ["check", "build 2027"]

    commands[0] += " --as-of 2027-03-05"  # later on it tells what has not become of the meeting
    check, *built = (arsrapport(*command.split(), cwd=tmp_path) for command in commands)

    assert (check.returncode, check.stdout, check.stderr) == (0, clean, "")
    assert [(each.returncode, each.stderr) for each in built] == [(0, "")] * 2
    assert made(tmp_path / "build/utvalet-for-hamnedata/2027") == [
        f"utvalet-for-hamnedata-{name}.{end}"
        for name in ("2027-03-05", "2027")
        for end in ("html", "pdf")
    ]


def test_the_first_meeting_is_today_unless_said(tmp_path):
    before = date.today()  # noqa: DTZ011, TID251 - the command line reads it too
    done = arsrapport("init", "--committee", "X", cwd=tmp_path)
    after = date.today()  # noqa: DTZ011, TID251

    assert done.returncode == 0
    (meeting,) = (tmp_path / "meetings/x").glob("*/*.md")
    assert meeting.stem in {str(before), str(after)}


def test_every_flag_is_heeded(tmp_path):
    done = arsrapport(
        *("init", *FLAGS, "--language", "nb", "--publisher", "Fjord: forlag", "--ci", "github"),
        *("--member", "Åse Berg (Alfa)", "--member", "Bo Li"),
        cwd=tmp_path,
    )

    assert done.returncode == 0, done.stderr
    assert made(tmp_path) == [".github/workflows/report.yml", *FILES]
    project = (tmp_path / "arsrapport.yaml").read_text(encoding="utf-8")
    committee = (tmp_path / FILES[4]).read_text(encoding="utf-8")
    assert 'publisher: "Fjord: forlag"\n' in project
    assert "language: nb\n" in project
    assert "  - {name: Åse Berg, organisation: Alfa}\n  - {name: Bo Li}\n" in committee


def test_nothing_is_written_over(tmp_path):
    write_project(tmp_path, {"README.md": "mine", "arsrapport.yaml": "language: en\n"})

    done = arsrapport("init", *FLAGS, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "Ingenting blei skrive, for dette finst frå før:",
        "  README.md",
        "  arsrapport.yaml",
        "Vel ei anna mappe, eller flytt det som ligg der",
    ]
    assert made(tmp_path) == ["README.md", "arsrapport.yaml"]


def test_a_file_that_has_the_folder_s_name_is_named(tmp_path):
    (tmp_path / "x").write_text("mine")

    done = arsrapport("init", "x", *FLAGS, cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.splitlines()[1] == "  x"


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ([], "Skriv namnet på utvalet med --committee\n"),
        (["--language", "en"], "Give the committee's name with --committee\n"),
        (["--committee", " "], "Namnet er tomt\n"),
        (
            ["--committee", "X", "--date", "20270305"],
            "Datoen «20270305» er ikkje skriven som år-månad-dag, eller han finst ikkje\n",
        ),
        (
            ["--committee", "X", "--date", "2027-02-29"],
            "Datoen «2027-02-29» er ikkje skriven som år-månad-dag, eller han finst ikkje\n",
        ),
        (
            ["--committee", "X", "--member", "Bo", "--member", "bo"],
            "«bo» er nemnd før. Når to har same namnet, må kvar av dei ha sin organisasjon i parentes\n",
        ),
    ],
)
def test_a_flag_that_cannot_be_used_is_exit_code_2(tmp_path, flags, expected):
    done = arsrapport("init", "new", *flags, cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("flags", [["--language", "se"], ["--ci", "x"], ["--committee"]])
def test_a_flag_of_no_such_value_is_exit_code_2(tmp_path, flags):
    assert arsrapport("init", *flags, cwd=tmp_path).returncode == 2


def test_a_workflow_that_github_would_not_find_is_told_of(tmp_path):
    (tmp_path / ".git").mkdir()

    inside = arsrapport("init", "x", *FLAGS, "--ci", "github", cwd=tmp_path)
    on_top = arsrapport("init", *FLAGS, "--ci", "github", cwd=tmp_path)

    assert (inside.returncode, on_top.returncode) == (0, 0)
    assert inside.stderr == (
        "GitHub finn .github/workflows/report.yml berre øvst i repoet. "
        f"Flytt mappa .github til {tmp_path}\n"
    )
    assert on_top.stderr == ""


# --- on a terminal --------------------------------------------------------------------------


def on_a_terminal(answers, *arguments, cwd):
    """Run `init` with a terminal as its input, and the answers typed ahead."""
    pty = pytest.importorskip("pty", reason="no such terminals on Windows")
    ours, theirs = pty.openpty()
    try:
        os.write(ours, answers.encode())
        return subprocess.run(
            [sys.executable, "-m", "arsrapport", "init", *arguments],
            cwd=cwd,
            env={
                **{k: os.environ[k] for k in ("PATH", "PYTHONPATH") if k in os.environ},
                "PYTHONUTF8": "1",
            },
            stdin=theirs,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60,
        )
    finally:
        os.close(ours)
        os.close(theirs)


def test_on_a_terminal_it_asks(tmp_path):
    typed = "nb\nUtvalget for havnedata\nFjord forlag\nÅse Berg (Alfa)\nBo Li\n\n"

    done = on_a_terminal(typed, "--date", "2027-03-05", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    for question in ("Språk / language (nn, nb, en)", "Navnet på utvalget", "Utgiveren", "Medlem,"):
        assert question in done.stdout
    folder = tmp_path / "meetings/utvalget-for-havnedata"
    committee = (folder / "committee.yaml").read_text(encoding="utf-8")
    assert "  - {name: Åse Berg, organisation: Alfa}\n  - {name: Bo Li}\n" in committee
    assert "publisher: Fjord forlag\n" in (tmp_path / "arsrapport.yaml").read_text("utf-8")
    assert (folder / "2027/2027-03-05.md").is_file()
    checked = arsrapport("check", "--as-of", "2027-03-05", cwd=tmp_path)
    assert checked.stdout == "Fant ingen feil i tre filer\n"


def test_what_cannot_be_used_is_asked_for_again(tmp_path):
    typed = "norsk\nen\n\nCommittee on Harbours\n\nBo Li\nbo li\nBo Li (Beta)\nSiv\n\n"

    done = on_a_terminal(typed, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Språk / language") == 2
    assert done.stdout.count("The committee's name") == 2
    assert done.stdout.count("is already there") == 2
    committee = tmp_path / "meetings/committee-on-harbours/committee.yaml"
    assert "  - {name: Bo Li}\n  - {name: Siv}\n\n" in committee.read_text("utf-8")


def test_only_what_no_flag_says_is_asked_for(tmp_path):
    done = on_a_terminal(
        *("X\n\n", "--language", "nn", "--member", "Bo"),
        cwd=tmp_path,
    )

    assert done.returncode == 0, done.stderr
    assert "Språk" not in done.stdout
    assert "Medlem" not in done.stdout
    assert "{name: Bo}" in (tmp_path / "meetings/x/committee.yaml").read_text("utf-8")


def test_with_the_committee_in_a_flag_nothing_is_asked(tmp_path):
    done = on_a_terminal("", *FLAGS, cwd=tmp_path)

    assert (done.returncode, made(tmp_path)) == (0, FILES)


def test_a_project_that_is_there_is_told_of_before_anything_is_asked(tmp_path):
    write_project(tmp_path, {"arsrapport.yaml": ""})

    done = on_a_terminal("", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "  arsrapport.yaml\n" in done.stderr


def test_somebody_who_goes_away_leaves_nothing(tmp_path):
    done = on_a_terminal("nn\nUtvalet\n\x04", cwd=tmp_path)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


# --- check --format github ------------------------------------------------------------------

BROKEN = "---\ndate: 2027-04-01\nagenda:\n  - titel: x\n---\n"


@pytest.fixture
def broken(tmp_path):
    arsrapport("init", "utval/hamn", *FLAGS, cwd=tmp_path)
    root = tmp_path / "utval/hamn"
    return write_project(root, {"meetings/utvalet-for-hamnedata/2027/2027-04-01.md": BROKEN})


def annotated(done):
    """Return the files of the two annotations, which all that is printed must be."""
    assert (done.returncode, done.stderr) == (1, "")
    *lines, count = done.stdout.splitlines()
    assert count == "to feil"
    return [line.partition(",")[0] for line in lines]


PATH = "meetings/utvalet-for-hamnedata/2027/2027-04-01.md"


def test_annotations_have_paths_from_the_top_of_the_checkout(broken, tmp_path):
    alone = arsrapport("check", "--format", "github", cwd=broken)
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")  # a worktree
    below = arsrapport("check", "--format", "github", cwd=broken / "meetings")
    (broken / ".git").mkdir()
    on_top = arsrapport("check", "--format", "github", cwd=broken)

    assert annotated(alone) == [f"::error file={PATH}"] * 2
    assert annotated(below) == [f"::error file=utval/hamn/{PATH}"] * 2
    assert annotated(on_top) == [f"::error file={PATH}"] * 2


def test_text_is_the_format_unless_said(broken):
    plain, text = (
        arsrapport("check", cwd=broken),
        arsrapport("check", "--format", "text", cwd=broken),
    )

    assert plain.stderr == text.stderr == ""
    assert plain.stdout == text.stdout
    assert plain.stdout.startswith(f"{PATH}:4:5: AR109 ")


# --- build --all-years ----------------------------------------------------------------------


def test_all_years_are_built_in_one_run(tmp_path):
    arsrapport("init", *FLAGS, cwd=tmp_path)
    meetings = tmp_path / "meetings/utvalet-for-hamnedata"
    text = (meetings / "2027/2027-03-05.md").read_text("utf-8")
    other = text.replace("2027-03-05", "2026-11-02").replace("Tiltak T1", "Tiltak T0")
    write_project(meetings, {"2026/2026-11-02.md": other})

    done = arsrapport("build", "--all-years", "--format", "html", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert made(tmp_path / "build") == [
        f"utvalet-for-hamnedata/{year}/utvalet-for-hamnedata-{year}.html" for year in (2026, 2027)
    ]
    assert [line.split()[0] for line in done.stdout.splitlines()[1:3]] == [
        "utvalet-for-hamnedata/2026",
        "utvalet-for-hamnedata/2027",
    ]


def test_with_nothing_to_build_it_says_so(tmp_path):
    arsrapport("init", *FLAGS, cwd=tmp_path)
    meeting = tmp_path / FILES[3]
    text = meeting.read_text("utf-8").replace("\nstatus: draft", "\nstatus: planned")
    meeting.write_text(text, encoding="utf-8")

    done = arsrapport("build", "--all-years", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Det finst korkje møte eller rapport å byggje enno\n"


@pytest.mark.parametrize("arguments", [[], ["2027", "--all-years"], [""]])
def test_a_year_or_all_of_them(tmp_path, arguments):
    assert arsrapport("build", *arguments, cwd=tmp_path).returncode == 2
