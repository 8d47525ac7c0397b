from pathlib import Path

import pytest

from arsrapport.diagnostics import Severity
from arsrapport.diagnostics.diagnostic import Diagnostic
from arsrapport.output.findings import FindingsFolder, findings_folder
from arsrapport.source.place import Place

FOUND = (
    Diagnostic(
        "AR412", Severity.WARNING, Place("meetings/kart/2021/x.md", 3, 1, 3, 9), (("label", "å"),)
    ),
)


def test_what_was_kept_is_recalled_with_its_key_only(tmp_path):
    folder = FindingsFolder(tmp_path / "new/folder", Path("/p"))

    folder.keep("kart", b"key", FOUND)

    assert folder.recall("kart", b"key") == FOUND
    assert folder.recall("kart", b"other") is None
    assert folder.recall("land", b"key") is None
    assert FindingsFolder(folder.folder, Path("/q")).recall("kart", b"key") is None


def test_the_last_findings_take_the_place_of_those_before(tmp_path):
    folder = FindingsFolder(tmp_path, Path("/p"))
    folder.keep("kart", b"1", FOUND)

    folder.keep("kart", b"2", ())

    assert folder.recall("kart", b"1") is None
    assert folder.recall("kart", b"2") == ()
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "damage", [b"", b"\x00", b"\xff" * 50, b"\x82\xa3key\xc4\x01k", b"\x91" * 100_000]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path, damage):
    folder = FindingsFolder(tmp_path, Path("/p"))
    folder.keep("kart", b"key", FOUND)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)

    assert folder.recall("kart", b"key") is None

    folder.keep("kart", b"key", FOUND)
    assert folder.recall("kart", b"key") == FOUND


def test_a_folder_that_cannot_be_made_is_nobody_s_concern(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    folder = FindingsFolder(tmp_path / "file/below", Path("/p"))

    folder.keep("kart", b"key", FOUND)

    assert folder.recall("kart", b"key") is None


def test_the_environment_names_the_folder_or_wants_none(tmp_path, monkeypatch):
    monkeypatch.setenv("ARSRAPPORT_CACHE", str(tmp_path))
    named = findings_folder(Path("/p"))
    monkeypatch.setenv("ARSRAPPORT_CACHE", "")
    none = findings_folder(Path("/p"))
    monkeypatch.delenv("ARSRAPPORT_CACHE")
    own = findings_folder(Path("/p"))

    assert named.folder == tmp_path
    assert none is None
    assert "arsrapport" in own.folder.parts
