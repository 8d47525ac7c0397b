"""`arsrapport schema`, as a user runs it. What the schemas take is judged in tests/tools/."""

import json

import pytest

from arsrapport.source.tree import builtin_folder
from conftest import arsrapport

KINDS = {path.name.partition(".")[0] for path in (builtin_folder() / "schema/files").iterdir()}


def test_there_is_a_schema_of_every_kind_of_file():
    assert {
        "meeting",
        "committee",
        "register",
        "report",
        "chapter",
        "follow-up",
        "project",
        "theme",
    } == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_schema_of_a_kind_is_printed(kind, tmp_path):
    done = arsrapport("schema", kind, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["$id"] == f"urn:arsrapport:schema:file:{kind}:1"


def test_the_schema_of_the_export_is_printed(tmp_path):
    done = arsrapport("schema", "export", cwd=tmp_path)

    assert json.loads(done.stdout)["$id"] == "urn:arsrapport:schema:report:1"


def test_a_schema_is_written_to_a_file_in_utf_8(tmp_path):
    out = tmp_path / ".vscode/meeting.json"

    done = arsrapport("schema", "meeting", "--out", str(out), cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_bytes() == (builtin_folder() / "schema/files/meeting.schema.json").read_bytes()


def test_a_schema_that_cannot_be_written_is_an_error(tmp_path):
    (tmp_path / "taken").write_bytes(b"a file, and no folder")

    done = arsrapport("schema", "meeting", "--out", "taken/meeting.json", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "AR618 feil fila «meeting.json» kan ikkje skrivast" in done.stderr


def test_an_unknown_kind_is_the_command_lines_own_fault(tmp_path):
    assert arsrapport("schema", "minutes", cwd=tmp_path).returncode == 2
