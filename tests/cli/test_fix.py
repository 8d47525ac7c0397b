"""`check --fix` and `check --fix --diff`, run as their users run them."""

import json
import os
import shutil
import subprocess
import sys

import pytest

import generated
from conftest import arsrapport

MEETING = "meetings/kart/2021/2021-01-01.md"
COMMITTEE = "meetings/kart/committee.yaml"
ONLY = ("--select", "AR1,AR4")


def sound(language="nn"):
    return generated.committee(language, 1)


def broken(language="nn"):
    """A project with two faults that can be mended in one file, and one in another."""
    files = sound(language)
    text = files[MEETING].decode().replace("date: 2021-01-01", "date: 1.1.2021")
    files[MEETING] = text.replace(" 1. D", " 1. Sjød").replace("\n", "\r\n").encode()
    files[COMMITTEE] = b"\xef\xbb\xbf" + files[COMMITTEE]
    return files


def held(root, files):
    return {path: (root / path).read_bytes() for path in files}


def with_crlf(files):
    return {**files, MEETING: files[MEETING].replace(b"\n", b"\r\n")}


@pytest.mark.parametrize(
    ("language", "said", "well"),
    [
        (
            "nn",
            "Gjorde tre rettingar i to filer:\n  {}: to rettingar\n  {}: éi retting\n",
            "Fann ingen feil i fire filer\n",
        ),
        (
            "nb",
            "Gjorde tre rettelser i to filer:\n  {}: to rettelser\n  {}: én rettelse\n",
            "Fant ingen feil i fire filer\n",
        ),
        (
            "en",
            "Made three repairs in two files:\n  {}: two repairs\n  {}: one repair\n",
            "Found nothing wrong in four files\n",
        ),
    ],
)
def test_what_is_mended_is_written_and_told_then_what_is_left(project, language, said, well):
    root = project(broken(language))

    done = arsrapport("check", "--fix", *ONLY, cwd=root)

    assert done.returncode == 0
    assert done.stderr == said.format(MEETING, COMMITTEE)
    assert done.stdout == well
    assert held(root, sound()) == with_crlf(sound(language))


def test_a_second_run_does_nothing_and_says_nothing_of_it(project):
    root = project(broken())
    arsrapport("check", "--fix", *ONLY, cwd=root)
    before = {path: (root / path).stat().st_mtime_ns for path in sound()}

    done = arsrapport("check", "--fix", *ONLY, cwd=root)

    assert (done.returncode, done.stderr) == (0, "")
    assert {path: (root / path).stat().st_mtime_ns for path in sound()} == before


def test_what_is_left_decides_the_exit_code_and_has_the_form_asked_for(project):
    files = broken()
    files[MEETING] = files[MEETING].replace(b"kind: closing", b"kind: slutt")
    root = project(files)

    done = arsrapport("check", "--fix", *ONLY, "--format", "json", cwd=root)

    assert done.returncode == 1
    assert "AR113" in json.dumps(json.loads(done.stdout))
    assert "AR112" not in done.stdout
    assert done.stderr.startswith("Gjorde to rettingar")


def test_a_diff_writes_nothing_and_is_what_git_applies(project):
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git")
    files = broken()
    root = project(files)

    # As bytes: what ends a line is a part of the patch.
    done = subprocess.run(
        [sys.executable, "-m", "arsrapport", "check", "--fix", "--diff", *ONLY],
        cwd=root / "meetings",
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["Ville gjort tre rettingar i to filer"]
    assert held(root, files) == files
    subprocess.run([git, "init", "--quiet"], cwd=root, check=True)
    subprocess.run(
        [git, "-c", "core.autocrlf=false", "apply", "-"], cwd=root, input=done.stdout, check=True
    )
    assert held(root, files) == with_crlf(sound())


def test_where_there_is_nothing_to_mend_the_diff_is_empty(project):
    done = arsrapport("check", "--fix", "--diff", *ONLY, cwd=project(sound()))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Fann ikkje noko å rette\n")


def test_a_diff_of_nothing_in_particular_is_no_command(project):
    done = arsrapport("check", "--diff", cwd=project(sound()))

    assert done.returncode == 2
    assert "--diff" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows users lack")
def test_a_link_inside_the_project_is_followed(project):
    root = project(broken())
    (root / COMMITTEE).rename(root / "committee.yaml")
    (root / COMMITTEE).symlink_to("../../committee.yaml")

    done = arsrapport("check", "--fix", *ONLY, cwd=root)

    assert done.returncode == 0
    assert (root / COMMITTEE).is_symlink()
    assert (root / "committee.yaml").read_bytes() == sound()[COMMITTEE]


def test_a_file_that_cannot_be_written_is_an_error_and_no_other_is_written(project):
    files = broken()
    root = project(files)
    (root / ".broken").mkdir()
    (root / ".broken/sitecustomize.py").write_text(
        "import os\n"
        "may = os.access\n"
        "os.access = lambda path, mode, **rest: not str(path).endswith('committee.yaml') and may(path, mode, **rest)\n"
    )
    path = os.pathsep.join([str(root / ".broken"), os.environ.get("PYTHONPATH", "")])

    done = arsrapport("check", "--fix", *ONLY, cwd=root, PYTHONPATH=path)

    assert done.returncode == 1
    assert f"{COMMITTEE}:1:1: AR618" in done.stdout
    assert "AR112" in done.stdout
    assert held(root, files) == files
