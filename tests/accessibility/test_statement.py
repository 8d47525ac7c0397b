"""docs/accessibility.md: what it says was checked is what is checked, and its commands work."""

import os
import re
import shlex
import subprocess
from importlib.metadata import version

import pytest

from conftest import arsrapport, copy_sample
from judging import output, packaged, tool, version_of


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs/accessibility.md").read_text(encoding="utf-8")


def rows(page, heading):
    """Return the cells of the table whose head begins so, without its head."""
    table = re.search(
        rf"^\| {re.escape(heading)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", page, flags=re.MULTILINE
    )
    return [[cell.strip() for cell in row.strip("|\n").split("|")] for row in table[1].splitlines()]


def test_the_versions_are_those_of_the_tools_here(page, root):
    told = {row[0]: row[1] for row in rows(page, "Tool | Version")}

    assert told["page-validation"] == version("page-validation")
    assert told["axe-core"] == version_of("axe-core")
    assert told["Nu Html Checker"] == version_of("vnu-jar")
    checker = output(tool("java"), "-jar", str(packaged("vnu-jar/build/dist/vnu.jar")), "--version")
    assert checker.startswith(told["Nu Html Checker"])
    for name in ("qpdf", "Chromium"):
        assert told[name].startswith("Debian's")
        assert f"{name.lower()} " in (root / "tools/debian.txt").read_text(encoding="utf-8")


def test_every_false_alarm_that_the_tests_let_pass_is_told(page):
    told = [row[0] for row in rows(page, "Tool | Says")]

    # The same numbers as in pdf_reading.FALSE_ALARM, test_html_validator.FALSE_ALARMS and
    # test_axe.FOR_PEOPLE, of which two rows tell two each.
    assert told == ["page-validation", *["Nu Html Checker"] * 2, *["axe-core"] * 2]


def test_the_commands_work(page, root, tmp_path):
    blocks = re.findall(r"^```\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    assert [shlex.split(line)[0] for line in lines] == ["make", "arsrapport", "qpdf", "java"]
    project = copy_sample(tmp_path / "sample")
    (project / "tests").symlink_to(root / "tests")

    make, build, *judges = map(shlex.split, lines)

    quiet = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    planned = subprocess.run(
        [tool(make[0]), "--dry-run", *make[1:]],
        cwd=root,
        env=quiet,
        capture_output=True,
        check=True,
        text=True,
    )
    assert "pytest tests/accessibility" in planned.stdout
    assert arsrapport(*build[1:], cwd=project).returncode == 0
    for command in judges:
        done = subprocess.run(
            [tool(command[0]), *command[1:]], cwd=project, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_the_readme_links_to_it_and_its_files_are_there(page, root):
    assert "(docs/accessibility.md)" in (root / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|tools|docs)/[^`]+)`", page)
    assert len(named) >= 3

    assert [name for name in named if not (root / name).exists()] == []


def test_ci_installs_what_debian_brings(root):
    script = (root / ".ci/run").read_text(encoding="utf-8")
    wanted = (root / "tools/debian.txt").read_text(encoding="utf-8").splitlines()[1:]

    assert "tools/debian.txt" in script
    for line in wanted:
        command, _package = line.split()
        tool(command)
