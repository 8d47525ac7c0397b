"""One project on other people's machines: their line ends, their folders, their names, their console."""

import io

import pytest

import generated
from arsrapport.cli import main
from arsrapport.cli.commands import build
from arsrapport.diagnostics import fault
from arsrapport.pipeline.build import Request, build_reports
from arsrapport.pipeline.check import check_project
from arsrapport.pipeline.export import export_reports
from arsrapport.source.place import Place
from arsrapport.source.tree import FolderTree, MemoryTree
from conftest import arsrapport, write_project

CHAPTER = """\
# Saker

Det var {{ meetings | counted("møte") }}[^1] i
{{ report.year }}.

{% for meeting in meetings %}
- <meeting:{{ meeting.id }}>
{% endfor %}

Tabell tal: Tal

| A | B |
|---|--:|
| 1 | 2 |

Kjelde: Beta

[^1]: Alle er med.
    To linjer.
"""


def project():
    return generated.committee("nn", 2) | {
        "meetings/kart/2021/report/report.yaml": b"chapters:\n  - mandate\n  - cases\n",
        "meetings/kart/2021/report/cases.md": CHAPTER.replace(
            "- <meeting:{{ meeting.id }}>", "- {{ meeting.reference }}"
        ).encode(),
    }


ENDS = {
    "Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "an old Mac": lambda data: data.replace(b"\n", b"\r"),
    "both, as some editors leave them": lambda data: data.replace(b"\n", b"\r\n", 1),
    "a byte-order mark": lambda data: b"\xef\xbb\xbf" + data,
    "a byte-order mark, Windows": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "no end of the last line": lambda data: data.rstrip(b"\n"),
}


def all_files(files, folder):
    tree = MemoryTree(files)
    made = {}
    for use_case, formats in (
        (build_reports, ("pdf", "html", "md", "json")),
        (export_reports, ("csv", "ics")),
    ):
        outcome = use_case(tree, "2021", Request(folder, (), formats, lambda *_: None))
        assert outcome.diagnostics == ()
        made |= {file.name: file.read_bytes() for file in outcome.built[0].files}
    return made


@pytest.mark.parametrize("ends", ENDS)
def test_line_ends_and_byte_order_marks_change_no_byte_of_any_format(ends, tmp_path):
    plain = all_files(project(), tmp_path / "plain")
    changed = {path: ENDS[ends](data) for path, data in project().items()}

    assert len(plain) == 10
    assert all(changed[path] != data for path, data in project().items())
    assert all_files(changed, tmp_path / "changed") == plain


def test_no_text_that_is_written_has_line_ends_of_the_machine(tmp_path):
    """Those of CSV and iCalendar are CRLF on every machine, and are no others."""
    for name, data in all_files(project(), tmp_path).items():
        ends = name.rpartition(".")[2]
        if ends in {"csv", "ics"}:
            assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
        elif ends != "pdf":
            assert b"\r" not in data


def test_a_project_may_lie_deeper_than_260_characters(tmp_path):
    deep = tmp_path / ("d" * 150) / ("e" * 150)
    root = write_project(deep, generated.committee("nn", 1))

    outcome = build_reports(
        FolderTree(root), "2021", Request(root / "build", (), ("html",), lambda *_: None)
    )

    assert outcome.diagnostics == ()
    assert outcome.built[0].files[0].is_file()


# --- names ----------------------------------------------------------------------------------

NAMES = {
    "meetings/aux/committee.yaml": ("aux", "device"),
    "meetings/kart/con.md": ("con.md", "device"),
    "meetings/kart/2021/2021-01-01-kva?.png": ("2021-01-01-kva?.png", "character"),
    "meetings/kart /committee.yaml": ("kart ", "ending"),
    "meetings/Kart/committee.yaml": ("kart", "case"),
    "meetings/kart/Committee.yaml": ("committee.yaml", "case"),
}


def name_faults(files):
    found = check_project(MemoryTree(dict.fromkeys(files, b""))).diagnostics
    return [found for found in found if found.code == "AR204"]


@pytest.mark.parametrize("path", NAMES)
def test_a_name_that_windows_cannot_have_is_told_of(path):
    """A folder is told of once, at its first file: capitals come before small letters."""
    name, reason = NAMES[path]
    files = ["arsrapport.yaml", "meetings/kart/committee.yaml", path, f"{path}-2.md"]
    told = Place(path if reason != "case" else "meetings/kart/committee.yaml")

    found = name_faults(files)

    assert [one for one in found if one.arguments[0] == ("name", name)] == [
        fault("AR204", told, name=name, reason=reason)
    ]


def test_plain_names_are_no_fault():
    assert name_faults([*project(), "meetings/kart/2021/2021-01-01-æøå (1).png"]) == []


def test_a_name_that_windows_cannot_have_stops_no_report(tmp_path):
    files = {path.replace("kart", "aux"): data for path, data in project().items()}

    assert all_files(files, tmp_path).keys() > {"aux-2021.pdf", "aux-2021-items.csv"}


# --- the console ----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_a_console_that_lacks_our_letters_stops_nothing(encoding, tmp_path):
    """What is printed loses letters; what is written does not."""
    files = generated.committee("nn", 1)
    files["meetings/日本/2021/2021-01-05.md"] = (
        b"---\ndate: 2021-01-05\nagenda: [{title: A}]\n---\n"
    )
    root = write_project(tmp_path, files)

    for arguments in (
        ("check",),
        ("build", "2021", "--format", "html"),
        ("minutes", "2021-01-01", "--format", "html"),
        ("export", "2021"),
        ("--help",),
        ("build", "--help"),
    ):
        done = arsrapport(*arguments, cwd=root, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    page = (root / "build/kart/2021/kart-2021.html").read_text(encoding="utf-8")
    assert "Utvalet for sjøkart" in page
    assert (root / "build/日本/2021/日本-2021.html").is_file()


def test_a_name_on_the_command_line_is_no_pattern(monkeypatch):
    """On Windows the program itself would look for files by it; elsewhere a shell does, unasked."""
    asked = {}
    monkeypatch.setattr(main, "app", lambda **how: asked.update(how))

    main.run()

    assert asked == {"windows_expand_args": False}


class Terminal(io.StringIO):
    def isatty(self):
        return True


PROGRESS = {
    "nn": ["Les filene", "Set saman dokumentet", "Lagar HTML", "Skriv filene"],
    "nb": ["Leser filene", "Setter sammen dokumentet", "Lager HTML", "Skriver filene"],
    "en": ["Reading the files", "Composing the document", "Making HTML", "Writing the files"],
}


@pytest.mark.parametrize("language", PROGRESS)
def test_progress_needs_no_more_than_a_carriage_return(language, tmp_path, monkeypatch):
    """An old Windows console shows the codes of other terminals as they are. 60 columns are there."""
    terminal = Terminal()
    monkeypatch.chdir(write_project(tmp_path, generated.committee(language, 1)))
    monkeypatch.setattr("sys.stderr", terminal)

    assert build("2021", [], ("html",), None) == 0
    shown = terminal.getvalue()
    lines = shown.split("\r")
    assert [line.strip() for line in lines if line.strip()] == PROGRESS[language]
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert {len(line) for line in lines} <= {0, 60}
    assert lines[-1] == ""
