"""`show`, run as its users run it."""

import json

import pytest

import generated
from conftest import arsrapport

SHOW = ("show", "attendance", "2021", "--by", "organisation")
TABLE = """\
Utvalet for sjøkart

Organisasjon  Plassar  Fylte plassar  Frammøte  Personar  Representert  Prosent av møta
------------  -------  -------------  --------  --------  ------------  ---------------
Alfa                2         2 av 4         2         1        2 av 2            100\u00a0%
Beta                1         2 av 2         2         1        2 av 2            100\u00a0%
Gamma                                        2         2        2 av 2            100\u00a0%
I alt               3         4 av 6         6         4
"""


@pytest.fixture
def sound(project):
    return project(generated.committee("nn", 2))


def test_a_table_in_the_language_of_the_project(sound):
    done = arsrapport(*SHOW, cwd=sound)

    assert (done.returncode, done.stderr, done.stdout) == (0, "", TABLE)


def test_another_language_changes_the_words_and_no_keys(sound):
    english = arsrapport(*SHOW, "--language", "en", cwd=sound)
    data = [
        arsrapport(*SHOW, "--format", "json", "--language", language, cwd=sound).stdout
        for language in ("nb", "en")
    ]

    assert english.stdout.splitlines()[2].startswith("Organisation  Seats")
    assert data[0] == data[1]
    assert json.loads(data[0])["rows"][0]["presences"] == 2


@pytest.mark.parametrize("form", ["text", "csv", "json", "md"])
def test_a_file_holds_what_would_be_printed(sound, form, tmp_path):
    out = tmp_path / "new" / "file"
    printed = arsrapport(*SHOW, "--format", form, "--explain", cwd=sound)
    written = arsrapport(*SHOW, "--format", form, "--explain", "--out", str(out), cwd=sound)

    assert (written.returncode, written.stdout, written.stderr) == (0, "", "")
    assert out.read_bytes().decode().replace("\r\n", "\n") == printed.stdout.replace("\r\n", "\n")
    assert "committee.yaml:4" in printed.stdout


@pytest.mark.parametrize(
    "what", ["attendance", "agenda", "members", "actions", "decisions", "meetings", "case"]
)
@pytest.mark.parametrize("form", ["text", "csv", "json", "md"])
def test_everything_has_every_form(sound, what, form):
    done = arsrapport("show", what, "--format", form, "--as-of", "2021-06-01", cwd=sound)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("meetings", "--committee", "kat"), 1, "AR611"),
        (("meetings", "1999"), 1, "AR612"),
        (("case", "2021-01-10/99"), 2, "2021-01-10/99"),
        (("actions", "--as-of", "10.1.2021"), 2, "10.1.2021"),
        (("actions", "--by", "person"), 2, "--by"),
        (("meetings", "--open"), 2, "--open"),
        (("weather",), 2, "weather"),
    ],
)
def test_what_cannot_be_shown_is_told_and_nothing_is(sound, arguments, code, told):
    done = arsrapport("show", *arguments, cwd=sound)

    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr


def test_outside_a_project_it_says_so(tmp_path):
    assert arsrapport("show", "meetings", cwd=tmp_path).returncode == 1


def test_a_project_without_a_meeting_says_so(project):
    done = arsrapport("show", "meetings", cwd=project({"arsrapport.yaml": ""}))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Det finst korkje møte eller rapport å byggje enno\n"


def test_with_an_error_in_a_file_nothing_is_shown(project):
    files = generated.committee("nn", 1) | {"meetings/kart/2021/2021-02-01.md": "---\nx: 1\n---\n"}
    done = arsrapport("show", "meetings", cwd=project(files))

    assert (done.returncode, done.stdout) == (1, "")
    assert "2021-02-01.md" in done.stderr


def test_a_console_that_lacks_a_character_is_no_bug(project):
    files = generated.committee("nn", 1)
    path = "meetings/kart/committee.yaml"
    folder = project(files | {path: files[path].replace("sjøkart".encode(), "表".encode())})
    done = arsrapport("show", "meetings", cwd=folder, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Utvalet for ?\n\nMøte")


def test_actions_are_those_decided_by_the_day_that_is_asked_about(sound):
    def count(*flags):
        done = arsrapport("show", "actions", "--format", "json", *flags, cwd=sound)
        return len(json.loads(done.stdout)["rows"])

    days = ("2020-12-31", "2021-01-01", "2021-01-02")  # each of two meetings decides one
    assert [count("--as-of", day) for day in days] == [0, 1, 2]
    assert [count("--as-of", day, "--open") for day in days] == [0, 1, 2]
    assert count("--as-of", "2021-01-02", "--responsible", "Nobody") == 0


def test_the_example_in_the_readme_is_what_the_command_gives(root, sample):
    done = arsrapport("show", "attendance", "2017", "--by", "organisation", cwd=sample)
    printed = done.stdout.replace("\u00a0", " ").splitlines()

    page = (root / "README.md").read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(page) if line.startswith("Organisasjon "))
    assert page[start : start + 5] == printed[2:7]
