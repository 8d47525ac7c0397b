"""`check`, run as its users run it: what is asked, in which form it is told, the exit code."""

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta

import pytest

import generated
from arsrapport.cli.asked import beginnings_of_codes
from arsrapport.cli.check import Flags, _checking, _exit_code
from arsrapport.cli.clock import read_day
from arsrapport.cli.console import painter
from arsrapport.diagnostics import Diagnostic, Severity
from arsrapport.reporting.text import unpainted
from arsrapport.source.place import Place
from arsrapport.source.tree import FolderTree
from conftest import arsrapport

FOLDER = "meetings/kart/2021"
MEETING = f"{FOLDER}/2021-01-01.md"
ERROR = f"{FOLDER}/2021-02-01.md"
STRAY = f"{FOLDER}/note.md"
WRONG = {
    ERROR: "---\ndate: 2021-02-01\nagenda:\n  - title: Djupner\n    presentr: Åse\n---\n",
    STRAY: "",  # a warning
}
TOLD = f"""\
{ERROR}:5:5: AR109 feil feltet «presentr» er ukjent
    5 |     presentr: Åse
      |     ^^^^^^^^
    Skriv «presenter», eller slett feltet

{STRAY}:1:1: AR203 åtvaring programmet veit ikkje kva fila «note.md» er, og ho blir ikkje lesen
    Gi ei møtefil namn etter den første møtedagen (2017-03-15.md, i mappa for året), og set den \
same datoen først i namnet på det som høyrer til møtet (2017-03-15-notat.md)

éin feil og éi åtvaring
"""


AS_OF = ("--as-of", "2021-01-02")
"""Of the second of two meetings: nothing is late."""


def check(*arguments, cwd, **environment):
    return arsrapport("check", *AS_OF, *arguments, cwd=cwd, **environment)


@pytest.fixture
def sound(project):
    return project(generated.committee("nn", 2))


@pytest.fixture
def wrong(project):
    return project(generated.committee("nn", 2) | WRONG)


@pytest.fixture
def warned(project):
    return project(generated.committee("nn", 2) | {STRAY: ""})


def codes(done):
    """Return the codes that were told on stdout, and demand that nothing stands on stderr."""
    assert done.stderr == ""
    return [line.split()[1] for line in done.stdout.splitlines() if line.startswith("meetings/")]


# --- what is told, and where ----------------------------------------------------------------


def test_findings_stand_on_stdout_with_their_lines(wrong):
    done = check(cwd=wrong)

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == TOLD


def test_a_build_shows_the_line_too_on_stderr(wrong):
    done = arsrapport("build", "2021", "--format", "md", cwd=wrong)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(TOLD[: TOLD.index("\n\n")])


def test_a_console_of_another_encoding_shows_what_it_can(wrong):
    done = check(cwd=wrong, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == TOLD


# --- exit codes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "clean", "warnings", "errors"),
    [((), 0, 0, 1), (("--strict",), 0, 3, 1), (("--strict", "--ignore", "AR203"), 0, 0, 1)],
)
def test_the_exit_code_says_how_severe_it_is(project, flags, clean, warnings, errors):
    root = project(generated.committee("nn", 1))
    found = []
    for name in (None, STRAY, ERROR):
        if name:
            (root / name).write_text(WRONG[name], encoding="utf-8")
        found.append(check(*flags, cwd=root).returncode)

    assert found == [clean, warnings, errors]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope.md"], "«nope.md» finst ikkje\n"),
        (["meetings", "nope/x", "nope"], "«nope/x» finst ikkje\n«nope» finst ikkje\n"),
        ([".."], "«..» ligg utanfor prosjektet\n"),
        (["../project2"], "«../project2» ligg utanfor prosjektet\n"),
        (["build"], "Programmet les ikkje «build»\n"),
        (["README.md"], "Programmet les ikkje «README.md»\n"),
        (
            ["--select", "AR6177"],
            "Ingen kode byrjar med «AR6177». Skriv AR617 om det er den du meiner\n",
        ),
        (["--ignore", "AR1,XYZ"], "Ingen kode byrjar med «XYZ»\n"),
        (
            ["--select", "a301"],
            "Ingen kode byrjar med «A301». Skriv AR301 om det er den du meiner\n",
        ),
        (
            ["--as-of", "1.2.2021"],
            "Datoen «1.2.2021» er ikkje skriven som år-månad-dag, eller han finst ikkje\n",
        ),
        (
            ["x", "--as-of", "2021-02-30", "--select", "Q"],
            """\
Datoen «2021-02-30» er ikkje skriven som år-månad-dag, eller han finst ikkje
«x» finst ikkje
Ingen kode byrjar med «Q»
""",
        ),
    ],
)
def test_what_cannot_be_used_is_exit_code_2_and_is_told_all_of_it(sound, arguments, said):
    (sound / "build").mkdir()
    (sound / "README.md").touch()
    (sound.parent / "project2").mkdir()

    done = check(*arguments, cwd=sound)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == said


@pytest.mark.parametrize(
    "arguments", [["--format", "xml"], ["--language", "sv"], ["--strict=yes"], ["--out", "."]]
)
def test_a_flag_of_another_form_is_exit_code_2(sound, arguments):
    assert check(*arguments, cwd=sound).returncode == 2


def test_remarks_are_no_warnings():
    remark = Diagnostic("AR412", Severity.INFO, Place(MEETING))

    assert _exit_code([remark], strict=True) == 0


def test_the_day_is_the_one_that_is_asked_for(sound):
    tree = FolderTree(sound)

    asked, wrong = _checking(Flags(as_of="2021-12-31"), sound, tree)
    before = date.today()  # noqa: DTZ011, TID251 - the command line reads it too
    unasked, _ = _checking(Flags(), sound, tree)

    assert (asked.as_of, wrong) == (date(2021, 12, 31), ())
    assert unasked.as_of - before in {timedelta(0), timedelta(1)}


# --- parts of a project ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "path", "expected"),
    [
        ("", "meetings", ["AR109", "AR203"]),
        ("", FOLDER, ["AR109", "AR203"]),
        ("", f"{FOLDER}/", ["AR109", "AR203"]),
        ("", ERROR, ["AR109"]),
        ("", STRAY, ["AR203"]),
        ("", MEETING, []),
        ("", "arsrapport.yaml", []),
        ("", ".", ["AR109", "AR203"]),
        (FOLDER, ".", ["AR109", "AR203"]),
        (FOLDER, "note.md", ["AR203"]),
        (FOLDER, "../../../meetings/./kart/2021/note.md", ["AR203"]),
        (FOLDER, "../../..", ["AR109", "AR203"]),
    ],
)
def test_a_path_is_seen_from_where_the_user_stands(wrong, here, path, expected):
    assert codes(check(path, cwd=wrong / here)) == expected


def test_a_path_may_be_absolute_and_there_may_be_several(wrong):
    done = check(str(wrong / STRAY), str(wrong / MEETING), cwd=wrong / "meetings")

    assert codes(done) == ["AR203"]


def test_the_files_are_counted_that_were_asked_about(wrong):
    done = check(MEETING, f"{FOLDER}/2021-01-02.md", "arsrapport.yaml", cwd=wrong)

    assert done.stdout == "Fann ingen feil i tre filer\n"


@pytest.mark.skipif(os.name == "nt", reason="links want an administrator there")
def test_a_link_to_the_project_is_the_project(wrong):
    (wrong.parent / "link").symlink_to(wrong)

    done = check(str(wrong.parent / "link" / STRAY), cwd=wrong)

    assert codes(done) == ["AR203"]


# --- codes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        (["--select", "AR1"], ["AR109"]),
        (["--select", "ar1, AR203"], ["AR109", "AR203"]),
        (["--select", "AR1", "--select", "AR203"], ["AR109", "AR203"]),
        (["--ignore", "AR1"], ["AR203"]),
        (["--select", "AR", "--ignore", "AR10,AR2"], []),
        (["--select", ""], ["AR109", "AR203"]),
    ],
)
def test_only_codes_that_begin_so_are_told(wrong, flags, expected):
    assert codes(check(*flags, cwd=wrong)) == expected


def test_beginnings_are_told_once_in_capitals():
    assert beginnings_of_codes(["ar3, AR203,,", " AR3"]) == (("AR3", "AR203"), ())


@pytest.mark.parametrize("text", ["20210301", "2021-W09-1", "2021-3-1", "", "x", "2021-02-30"])
def test_a_day_is_written_in_one_way(text):
    assert read_day(text) is None


# --- languages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "environment", "expected"),
    [
        ([], {}, "Fann ingen feil i fem filer\n"),
        (["--language", "nb"], {}, "Fant ingen feil i fem filer\n"),
        ([], {"ARSRAPPORT_LANGUAGE": "en"}, "Found nothing wrong in five files\n"),
        (["--language", "nb"], {"ARSRAPPORT_LANGUAGE": "en"}, "Fant ingen feil i fem filer\n"),
    ],
)
def test_messages_are_in_the_language_that_is_asked_for(sound, flags, environment, expected):
    assert check(*flags, cwd=sound, **environment).stdout == expected


def test_other_commands_heed_the_environment_too(wrong, tmp_path):
    english = {"ARSRAPPORT_LANGUAGE": "en"}

    built = arsrapport("build", "2021", cwd=wrong, **english)
    refused = check("nope", cwd=wrong, **english)
    lost = arsrapport("export", "2021", cwd=tmp_path, **english)

    assert built.stderr.endswith("\nNothing was written; what was built before is untouched.\n")
    assert refused.stderr == "“nope” does not exist\n"
    assert lost.stderr.startswith("AR617 error arsrapport.yaml is ")


# --- documents ------------------------------------------------------------------------------


def test_json_is_all_that_stands_on_stdout(wrong):
    done = check("--format", "json", cwd=wrong)

    assert (done.returncode, done.stderr) == (1, "")
    assert [each["code"] for each in json.loads(done.stdout)["findings"]] == ["AR109", "AR203"]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_document_is_utf_8_whatever_the_console_is(wrong, form):
    done = subprocess.run(
        [sys.executable, "-m", "arsrapport", "check", *AS_OF, "--format", form],
        cwd=wrong,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )

    assert "«presentr»" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


@pytest.mark.parametrize(
    ("form", "empty"), [("json", ["findings"]), ("sarif", ["runs", 0, "results"])]
)
def test_nothing_found_is_a_document_too(sound, form, empty):
    done = check("--format", form, cwd=sound)

    document = json.loads(done.stdout)
    for key in empty:
        document = document[key]
    assert (done.returncode, done.stderr, document) == (0, "", [])


def test_sarif_has_paths_from_the_top_of_the_repository(wrong):
    (wrong.parent / ".git").mkdir()

    done = check("--format", "sarif", ERROR, cwd=wrong)

    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == f"project/{ERROR}"


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_a_file_holds_what_would_else_be_printed(wrong, form):
    printed = check("--format", form, cwd=wrong)

    written = check("--format", form, "--out", "found/it.txt", cwd=wrong)

    assert (written.returncode, written.stderr) == (1, "")
    assert written.stdout == "éin feil og éi åtvaring\n"
    assert (wrong / "found/it.txt").read_bytes() == printed.stdout.encode()


def test_a_file_that_cannot_be_written_is_told(sound):
    (sound / "found").touch()

    done = check("--format", "json", "--out", "found/it.json", cwd=sound)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{os.path.join('found', 'it.json')}:1:1: AR618 feil ")  # noqa: PTH118


# --- colours --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "is_painted"),
    [
        ({}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
    ],
)
def test_who_wants_no_colours_gets_none(environment, is_painted):
    painted = [painter(environment)("feil", severity) for severity in Severity]

    assert [words == unpainted("feil", Severity.ERROR) for words in painted] == [not is_painted] * 3
    assert len(set(painted)) == (3 if is_painted else 1)


def on_a_terminal(root, **environment):
    """Return what check shows on a terminal."""
    pty = pytest.importorskip("pty", reason="no such terminals on Windows")
    ours, theirs = pty.openpty()
    kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
    with subprocess.Popen(
        [sys.executable, "-m", "arsrapport", "check", *AS_OF],
        cwd=root,
        env={**kept, "PYTHONUTF8": "1", **environment},
        stdout=theirs,
        stderr=theirs,
        stdin=theirs,
    ):
        os.close(theirs)
        screen = b""
        try:
            while chunk := os.read(ours, 4096):
                screen += chunk
        except OSError:  # so ends a terminal on Linux
            pass
    os.close(ours)
    return screen.decode().replace("\r\n", "\n")


def test_on_a_terminal_the_severity_and_the_mark_have_a_colour(wrong):
    red, yellow, end = "\x1b[91m", "\x1b[33m", "\x1b[0m"

    assert on_a_terminal(wrong, NO_COLOR="1") == TOLD
    assert on_a_terminal(wrong, TERM="dumb") == TOLD
    assert on_a_terminal(wrong, TERM="xterm") == (
        TOLD.replace(" feil feltet", f" {red}feil{end} feltet")
        .replace("^^^^^^^^", f"{red}^^^^^^^^{end}")
        .replace(" åtvaring programmet", f" {yellow}åtvaring{end} programmet")
    )


# --- what is written of it ------------------------------------------------------------------


def blocks(page, kind=""):
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE)
    return [text for of, text in found if of == kind]


def told_in_english(project, form):
    root = project(
        {
            "arsrapport.yaml": "language: en\n",
            "meetings/kart/2021/2021-03-10.md": """\
---
date: 2021-03-10
agenda:
  - title: Depths
    presentr: Kari Ås
---
""",
        }
    )
    return check("--format", form, cwd=root).stdout


def test_the_page_on_checking_shows_what_is_printed(root, project):
    page = (root / "docs/checking.md").read_text(encoding="utf-8")
    _commands, text = blocks(page)
    (document,) = blocks(page, "json")

    assert told_in_english(project, "text") == f"{text}\none error\n"
    assert told_in_english(project, "json") == document


def test_the_page_on_checking_names_every_flag_and_its_commands_work(root, sound):
    page = (root / "docs/checking.md").read_text(encoding="utf-8")
    flags = re.findall(r"--[a-z-]+", check("--help", cwd=root, COLUMNS="200").stdout)
    assert len(set(flags)) > 6
    commands = blocks(page)[0].replace("meetings/kontaktutvalet/2017", "meetings/kart").splitlines()
    assert len(commands) > 4

    assert [flag for flag in flags if flag not in page and flag != "--help"] == []
    for command in commands:
        done = arsrapport(*command.split()[1:], cwd=sound)
        assert (done.returncode, done.stderr) == (0, ""), command


def test_the_readme_shows_what_is_printed(root, project):
    page = (root / "README.md").read_text(encoding="utf-8")
    (meeting,) = blocks(page, "markdown")
    (told,) = [block for block in blocks(page) if " AR109 " in block]
    broken = meeting.replace("presenter", "presentr")

    done = arsrapport(
        "check", cwd=project({"arsrapport.yaml": "", "meetings/kart/2021/2021-03-10.md": broken})
    )

    assert done.stdout == f"{told}\néin feil\n"
