"""`arsrapport explain` and the language that a command speaks, as a user runs it."""

import pytest

from arsrapport.cli.language import asked_language, chosen_language
from arsrapport.diagnostics import CODES
from conftest import arsrapport, write_project


def first_lines(stdout):
    """The first line of each explanation."""
    return [line for line in stdout.splitlines() if line.startswith("AR")]


def test_a_code_is_explained(tmp_path):
    done = arsrapport("explain", "AR502", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("AR502 feil linja «…» står to gonger i det same tiltaket\n\nKva")
    assert done.stdout.endswith("\n\nDette stoppar rapporten, og kan ikkje oversjåast.\n")


def test_several_codes_are_explained_in_the_order_asked_for_each_once(tmp_path):
    done = arsrapport("explain", "ar502", "AR202,AR502", "--language", "en", cwd=tmp_path)

    assert first_lines(done.stdout) == [
        "AR502 error the line “…” stands twice in the same action",
        "AR202 error the last day comes before the first",
    ]
    assert "cannot be ignored.\n\n\nAR202 error" in done.stdout


def test_a_family_is_explained_whole(tmp_path):
    done = arsrapport("explain", "AR2", "--language", "nb", cwd=tmp_path)

    codes = [line.split()[0] for line in first_lines(done.stdout)]
    assert codes == [code for code in CODES if code.startswith("AR2")]


def test_an_unknown_code_is_the_command_lines_own_fault(tmp_path):
    done = arsrapport("explain", "AR109", "AR0l", "--language", "en", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "AR0L" in done.stderr


def test_a_command_without_a_code_is_the_command_lines_own_fault(tmp_path):
    assert arsrapport("explain", cwd=tmp_path).returncode == 2


# --- the language ---------------------------------------------------------------------------


@pytest.fixture
def english(tmp_path):
    """A folder of a project in English."""
    return write_project(tmp_path, {"arsrapport.yaml": "language: en\n"})


def test_the_projects_language_is_spoken(english):
    assert "error" in arsrapport("explain", "AR502", cwd=english).stdout


def test_the_environment_goes_before_the_project(english):
    done = arsrapport("explain", "AR502", cwd=english, ARSRAPPORT_LANGUAGE=" NB ")

    assert done.stdout.startswith("AR502 feil linjen")


def test_the_flag_goes_before_the_environment(english):
    flags = ("--language", "nn")

    done = arsrapport("explain", "AR502", *flags, cwd=english, ARSRAPPORT_LANGUAGE="nb")

    assert done.stdout.startswith("AR502 feil linja")


@pytest.mark.parametrize("wanted", ["", "sv", "nb_NO.UTF-8"])
def test_an_environment_that_asks_for_no_language_of_ours_asks_for_nothing(wanted):
    assert asked_language(None, {"ARSRAPPORT_LANGUAGE": wanted}) is None


def test_without_anything_it_is_nynorsk(monkeypatch, tmp_path):
    monkeypatch.delenv("ARSRAPPORT_LANGUAGE", raising=False)

    assert chosen_language(None, None) == "nn"
    assert chosen_language(None, write_project(tmp_path, {"arsrapport.yaml": b"\xff: :"})) == "nn"
