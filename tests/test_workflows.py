"""The workflows: this repository's and a new project's, by their schema, by zizmor, and by running them."""

import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from arsrapport import __version__
from conftest import ROOT, arsrapport, copy_sample, write_project

OURS = ROOT / ".github/workflows/report.yml"


@pytest.fixture(scope="module")
def new(tmp_path_factory):
    """A new project in each language."""
    folder = tmp_path_factory.mktemp("new")
    for language in ("nn", "nb", "en"):
        done = arsrapport(
            *("init", language, "--language", language, "--ci", "github"),
            *("--committee", "Utvalet for hamnedata", "--date", "2027-03-05"),
            cwd=folder,
        )
        assert done.returncode == 0, done.stderr
    return folder


def workflow(folder):
    return folder / ".github/workflows/report.yml"


def all_workflows(new):
    return [OURS, *(workflow(new / language) for language in ("nn", "nb", "en"))]


def steps_of(path):
    (job,) = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return job["steps"]


def commands_of(path):
    return [step["run"] for step in steps_of(path) if "run" in step]


# --- as they are written --------------------------------------------------------------------


def test_they_follow_github_s_schema(new):
    done = subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema", "--builtin-schema"),
            *("vendor.github-workflows", *map(str, all_workflows(new))),
        ],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout


def zizmor():
    """Return the program: it has no module, and need not be on the PATH."""
    (found,) = (
        f for f in metadata.files("zizmor") if f.stem == "zizmor" and f.parts[-2] != "sboms"
    )
    return str(found.locate())


def test_zizmor_has_nothing_to_say_of_them(new):
    done = subprocess.run(
        [
            *(zizmor(), "--offline", "--no-config", "--no-ignores", "--persona", "auditor"),
            *("--strict-collection", "--format", "json", *map(str, all_workflows(new))),
        ],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, yaml.safe_load(done.stdout)) == (0, []), done.stderr
    assert done.stderr.count("completed") == 4


def test_they_ask_for_no_more_than_they_need(new):
    for path in all_workflows(new):
        text = path.read_text(encoding="utf-8")
        assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
        assert "secrets" not in text
        assert "pull_request_target" not in text
        uses = re.findall(r"uses: (\S+)@(\S+) # v[0-9.]+$", text, flags=re.MULTILINE)
        assert len(uses) == text.count("uses: ") == 3
        assert all(re.fullmatch("[0-9a-f]{40}", commit) for _, commit in uses)
        assert steps_of(path)[0]["with"] == {"persist-credentials": False}


def test_ours_is_a_new_project_s_but_for_the_program(new):
    """So that a newer commit of an action goes into both."""

    def lines(path):
        text = path.read_text(encoding="utf-8")
        return [line for line in text.splitlines() if not line.startswith("#")]

    theirs = "\n".join(lines(workflow(new / "en")))
    installs = f"python -m pip install arsrapport=={__version__}"

    assert installs in theirs
    assert "\n".join(lines(OURS)) == theirs.replace(installs, "python -m pip install .")


# --- as they are run ------------------------------------------------------------------------


def cloned(folder, room):
    """Return a fresh clone of what a folder holds; a copy where there is no git."""
    origin, clone = room / "origin", room / "clone"
    shutil.copytree(folder, origin)
    git = shutil.which("git")
    if not git:
        return origin
    owner = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], [*owner, "commit", "-q", "-m", "x"]):
        subprocess.run([git, *arguments], cwd=origin, check=True)
    subprocess.run([git, "clone", "-q", str(origin), str(clone)], check=True)
    return clone


@pytest.fixture
def run_steps(tmp_path):
    """Run commands as GitHub runs the steps of a job: each by `bash -e`, up to the first that fails."""
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("no bash")
    tools = tmp_path / "tools"
    tools.mkdir()
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]])
    if not shutil.which("arsrapport", path=path):  # the program is run from its sources
        script = f'#!/bin/sh\nexec "{sys.executable}" -m arsrapport "$@"\n'
        (tools / "arsrapport").write_text(script)
        (tools / "arsrapport").chmod(0o755)
    kept = {k: os.environ[k] for k in ("PYTHONPATH", "SYSTEMROOT") if k in os.environ}
    # The program is there already: pip finds it so, and needs nothing from outside.
    environment = {**kept, "PATH": path, "PYTHONUTF8": "1", "PIP_NO_INDEX": "1"}

    def run(commands, folder):
        done = []
        for command in commands:
            step = subprocess.run(
                [bash, "-e", "-c", command],
                cwd=folder,
                env=environment,
                capture_output=True,
                check=False,
                encoding="utf-8",
            )
            done.append(step)
            if step.returncode:
                break
        return done

    return run


def installed():
    try:
        return bool(metadata.version("arsrapport"))
    except metadata.PackageNotFoundError:
        return False


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_commands_of_a_new_project_work_in_a_fresh_clone(new, tmp_path, run_steps, language):
    commands = commands_of(workflow(new / language))
    assert commands == [
        f"python -m pip install arsrapport=={__version__}",
        "arsrapport check --format github",
        "arsrapport build --all-years",
    ]
    clone = cloned(new / language, tmp_path)

    done = run_steps(commands if installed() else commands[1:], clone)

    assert [(step.returncode, step.stderr) for step in done] == [(0, "")] * len(done), done
    assert "::" not in done[-2].stdout
    assert sorted(p.suffix for p in (clone / "build").rglob("*.*")) == [".html", ".pdf"]
    if (clone / ".git").is_dir():
        (changed,) = run_steps(["git status --porcelain"], clone)
        assert (changed.returncode, changed.stdout) == (0, "")


def test_a_fault_stops_the_run_and_is_annotated(new, tmp_path, run_steps):
    clone = cloned(new / "nn", tmp_path)
    path = "meetings/utvalet-for-hamnedata/2027/2027-03-05.md"
    text = (clone / path).read_text(encoding="utf-8")
    write_project(clone, {path: text.replace("\nstatus: draft", "\nstatus: utkast")})
    line = text.splitlines().index("status: draft") + 1

    done = run_steps(commands_of(workflow(clone))[1:], clone)

    assert [step.returncode for step in done] == [1]
    assert done[0].stdout.startswith(f"::error file={path},line={line},col=9,title=AR113::{path}:")
    assert not (clone / "build").exists()


def test_our_commands_work_on_the_sample(tmp_path, run_steps):
    install, *commands = commands_of(OURS)
    assert install == "python -m pip install ."
    folder = copy_sample(tmp_path / "sample")

    done = run_steps(commands, folder)

    assert [step.returncode for step in done] == [0, 0], done
    committees = {p.parent.name for p in (folder / "meetings").glob("*/committee.yaml")}
    assert committees
    assert {p.name for p in (folder / "build").iterdir()} == committees
