"""Links that lead out, things that are no files, and names that nobody would choose."""

import os
import re
import socket
from pathlib import Path

import pytest

from hostile.trial import (
    AGREEMENT,
    BUILD,
    CHECK,
    COMMITTEE,
    FOLDER,
    FOLLOW_UP,
    MEETING,
    MINUTES,
    OLD,
    PROJECT,
    REGISTER,
    REPORT,
    WITNESS_TOLD,
    assert_refused,
    lay,
    meeting,
    output,
    start,
)

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="links need a right, and such names are none, on Windows"
)

FILES = [PROJECT, REGISTER, COMMITTEE, FOLLOW_UP, MEETING, AGREEMENT, REPORT, "chapters/mandate.md"]


def put(root: Path, path: str) -> Path:
    """Make room for something else where a file is."""
    (root / path).unlink(missing_ok=True)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    return root / path


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "gone", "{self}"])
def test_a_file_that_is_a_link_out_or_nowhere_is_told_and_not_read(tmp_path, path, target):
    if path == PROJECT and target != "/etc/passwd":
        return  # which is no project
    root = lay(tmp_path, {})
    put(root, path).symlink_to(target.replace("{self}", path.rpartition("/")[2]))

    ran = assert_refused(root, f"{path}:1:1 AR101")

    assert "root:" not in ran.err
    assert str(tmp_path) not in ran.err


@pytest.mark.parametrize("path", [path for path in FILES if path != PROJECT])
def test_a_file_that_is_a_pipe_is_not_waited_for(tmp_path, path):
    root = lay(tmp_path, {})
    os.mkfifo(put(root, path))

    assert_refused(root, f"{path}:1:1 AR101")


def test_a_file_that_is_a_socket_is_told(tmp_path, monkeypatch):
    root = lay(tmp_path, {})
    name = put(root, MEETING).name
    monkeypatch.chdir(root / FOLDER)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)

    assert_refused(root, f"{MEETING}:1:1 AR101")


def test_a_link_inside_the_project_is_followed(tmp_path):
    root = lay(tmp_path, {"chapters/text.md": meeting("{{")}, witness=False)
    put(root, MEETING).symlink_to("../../../chapters/text.md")

    ran = start(root, *BUILD, "--format", "html")

    assert (ran.code, ran.told) == (0, [])


WITHHELD = "HEMMELEG"


def elsewhere(tmp_path: Path) -> Path:
    """A folder beside the project that is a whole committee of its own, with a fault to be told."""
    folder = tmp_path / "elsewhere"
    for name in ("", "kart/", "kart/2021/"):
        for file in ("2021-01-01.md", "mandate.md", "committee.yaml", "2021/2021-01-01.md"):
            path = folder / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{WITHHELD}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("folder", ["meetings", "meetings/kart", FOLDER])
def test_a_folder_that_is_a_link_out_is_not_walked(tmp_path, folder):
    """Nothing behind it is seen, so that there is nothing in the year."""
    root = lay(tmp_path, {}, witness=False)
    (root / folder).rename(tmp_path / "before")
    (root / folder).symlink_to(elsewhere(tmp_path))

    ran = assert_refused(root, f"{PROJECT}:1:1 AR612", witness=False)
    assert WITHHELD not in ran.err
    assert f"{PROJECT}:1:1 AR613" in start(root, *MINUTES).told
    assert start(root, *CHECK).told == []


@pytest.mark.parametrize("folder", ["chapters", "theme"])
def test_a_folder_of_texts_that_is_a_link_out_is_not_walked(tmp_path, folder):
    root = lay(tmp_path, {})
    (root / folder).symlink_to(elsewhere(tmp_path))

    assert_refused(root)


@pytest.mark.parametrize("target", ["..", "/", ".", "../../../meetings"])
def test_a_folder_that_holds_itself_is_walked_once(tmp_path, target):
    root = lay(tmp_path, {})
    (root / FOLDER / "rundt").symlink_to(target)
    (root / "theme").symlink_to("theme")

    assert_refused(root)


def test_a_folder_where_a_file_should_be(tmp_path):
    root = lay(tmp_path, {REPORT: "title: x\n"})
    (put(root, MEETING) / "inni.md").parent.mkdir()
    (root / MEETING / "inni.md").write_text("x", encoding="utf-8")

    # It is a stray, of which there is a warning; the report is built of what is left.
    ran = start(root, *BUILD)
    assert sorted(ran.told) == [f"{MEETING}/inni.md:1:1 AR203", WITNESS_TOLD]
    assert (ran.code, output(root)) == (1, OLD)


def test_paths_that_no_system_call_takes(tmp_path, monkeypatch):
    root = lay(tmp_path, {})
    monkeypatch.chdir(root / FOLDER)
    for _ in range(50):
        Path("d" * 100).mkdir()
        monkeypatch.chdir("d" * 100)
    Path("2021-01-09.md").write_text("x", encoding="utf-8")
    monkeypatch.chdir(root)

    # How deep the system goes depends on where the project lies.
    (deepest,) = (told for told in start(root, *CHECK).told if told != WITNESS_TOLD)
    assert re.fullmatch(rf"{FOLDER}(/d{{100}}){{30,40}}:1:1 AR101", deepest)
    assert_refused(root, deepest)


def test_hundreds_of_files_that_nobody_asked_for(tmp_path):
    root = lay(tmp_path, {})
    for number in range(500):
        (root / FOLDER / f"rusk{number}.md").touch()

    ran = start(root, *BUILD)

    assert len(ran.told) == 501
    assert WITNESS_TOLD in ran.told
    assert (ran.code, output(root)) == (1, OLD)


NAMES = [
    "a 'b\" $HOME `id`",
    "*",
    "[!a]",
    "a%20b&c<d>#e",
    "-rf",
    "a:b\\c|d",
    "å日本e\u0301",
    "k" * 200,
]
STEERING = [
    "a\nb:1:1: AR999 ",
    "a\rb",
    "a\x1b[31mb",
    "a\x9b31mb",
    "\u202eab",
    "\u2066a",
    "a\u2028b",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_committee_of_any_name_is_built_and_its_left_overs_are_cleared(tmp_path, name):
    root = lay(tmp_path, {}, witness=False)
    (root / "build").rename(tmp_path / "before")
    (root / "meetings/kart").rename(root / "meetings" / name)
    folder = root / "build" / name / "2021"
    folder.mkdir(parents=True)
    (folder / f".{name}-2021.html.77.new").write_bytes(b"half")

    ran = start(root, *BUILD, "--format", "html")

    assert (ran.code, ran.told) == (0, [])
    assert [path.name for path in folder.iterdir()] == [f"{name}-2021.html"]


@pytest.mark.parametrize("name", [*NAMES, *STEERING, "\ue000"])
def test_a_fault_in_a_folder_of_any_name_is_told_on_its_line_and_steers_no_terminal(tmp_path, name):
    root = lay(tmp_path, {MEETING: meeting("[a](javascript:x)")}, witness=False)
    (root / "meetings/kart").rename(root / "meetings" / name)

    ran = start(root, *BUILD)

    (told,) = ran.told
    assert ran.code == 1
    assert told.startswith("meetings/")
    assert told.endswith("/2021/2021-01-01.md:10:1 AR413")
    assert output(root) == OLD


@pytest.mark.parametrize("name", ["kart", "2021", "report", ".git"])
def test_what_is_hidden_is_no_input(tmp_path, name):
    root = lay(tmp_path, {f"meetings/.{name}/2021/2021-01-01.md": "x", f"{FOLDER}/.{name}.md": "x"})

    assert_refused(root)


@pytest.mark.parametrize("part", ["meetings/{}", "meetings/kart/{}", FOLDER + "/{}"])
def test_names_that_are_no_text_at_all(tmp_path, part):
    """Bytes that are not UTF-8 are a name on Linux; the rest of the project is there all the same."""
    root = lay(tmp_path, {})
    folder = root / part.replace("{}", os.fsdecode(b"bl\xe5")) / "2021"
    folder.mkdir(parents=True)
    (folder / "2021-01-01.md").write_text("x", encoding="utf-8")

    ran = start(root, *BUILD)

    assert WITNESS_TOLD in ran.told
    assert (ran.code, output(root)) == (1, OLD)


def test_a_committee_whose_name_is_no_text_is_refused_or_built_but_no_bug(tmp_path):
    root = lay(tmp_path, {}, witness=False)
    (root / "meetings/kart").rename(root / "meetings" / os.fsdecode(b"k\xff"))

    for command in (CHECK, BUILD, MINUTES):
        start(root, *command)
    assert {path: data for path, data in output(root).items() if "kart" in path} == OLD


def test_a_project_whose_own_folder_has_an_odd_name(tmp_path):
    for name in ("a [b]*?'\"", "\x1b[31m"):
        root = lay(tmp_path / name, {}, witness=False)

        ran = start(root, *BUILD, "--format", "html", cwd=root / FOLDER)

        assert (ran.code, ran.told) == (0, [])
