"""Editions: nothing withheld is in any public output, in any form; the internal one has it all."""

import base64
import html
import inspect
import io
import json
import re
import zipfile
from datetime import date
from importlib import import_module
from inspect import Parameter, signature
from pkgutil import iter_modules
from typing import get_args, get_type_hints

import pikepdf
import pytest
from pydantic import BaseModel, RootModel

import marked_project
import pdf_reading
from arsrapport.aggregate.publish import publish
from arsrapport.aggregate.report import aggregate
from arsrapport.compose.minutes import compose_minutes, minutes_appendix
from arsrapport.diagnostics import has_errors
from arsrapport.document.walk import FIELDS, walk
from arsrapport.export.listing import listings_csv
from arsrapport.markup.blocks import line_locator, parse_blocks
from arsrapport.model import files
from arsrapport.model.archive import Published, PublishedCommittee
from arsrapport.model.files.base import FileModel
from arsrapport.model.report import Report
from arsrapport.pipeline.build import Request, build_minutes, build_reports
from arsrapport.pipeline.show import Asked, What, show
from arsrapport.render.markdown.listing import listings_markdown
from arsrapport.reporting.show import listing_lines, listings_json
from arsrapport.source.tree import MemoryTree
from conftest import arsrapport

FILES, WORDS = marked_project.filled()
FORMATS = ("pdf", "html", "docx", "md", "json", "csv", "ics")


def quiet(*_):
    pass


def files_of(edition, folder):
    """Build everything there is in one edition; return the files by name."""
    request = Request(folder, (), FORMATS, quiet, edition)
    for use_case, what in ((build_reports, "2021"), (build_minutes, "2021-03-10")):
        outcome = use_case(MemoryTree(FILES), what, request)
        assert outcome.diagnostics == ()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    return files_of("public", tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def inside(tmp_path_factory):
    return files_of("internal", tmp_path_factory.mktemp("internal"))


# --- everything that a file says ------------------------------------------------------------


def readings(name, data):
    """Yield all that is in a file, as bytes and unpacked in every way that it can be."""
    yield name
    for encoding in ("latin-1", "utf-16-be", "utf-16-le"):
        yield data.decode(encoding, "replace")
    if name.endswith(".pdf"):
        yield from pdf_readings(data)
    elif name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.namelist():
                yield from readings(part, parts.read(part))
                if part.endswith((".xml", ".rels")):
                    yield re.sub("<[^>]*>", "", parts.read(part).decode())
    else:
        text = data.decode("utf-8", "replace").replace("\r\n ", "")
        yield text
        yield html.unescape(re.sub("<[^>]*>", "", text))
        for packed in re.findall(r"data:[a-z/+]+;base64,([A-Za-z0-9+/=]+)", text):
            yield base64.b64decode(packed).decode("latin-1")


def pdf_readings(data):
    read = pdf_reading.read_pdf(data)
    yield "".join(run.text for run in read.runs)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for value in pdf.objects:
            yield from object_readings(value)


def object_readings(value):
    """Yield the names, strings and streams of an object, but not of those it refers to."""
    if isinstance(value, pikepdf.Stream):
        yield value.read_bytes().decode("latin-1")
        yield value.read_bytes().decode("utf-16-be", "replace")
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, inner in value.items():
            yield key
            if not inner.is_indirect if isinstance(inner, pikepdf.Object) else True:
                yield from object_readings(inner)
    elif isinstance(value, pikepdf.Array):
        for inner in value:
            if not (isinstance(inner, pikepdf.Object) and inner.is_indirect):
                yield from object_readings(inner)
    else:
        yield str(value)


def flat(text):
    """Take away all that may part a word: spaces, hyphens, marks of no width."""
    return re.sub(r"[\W_]+", "", text.casefold())


def told(files):
    """Return the markers whose words are anywhere in some files."""
    said = {flat(text) for name, data in files.items() for text in readings(name, data)}
    return {marker for marker, word in WORDS.items() if any(word in text for text in said)}


def only(files, end):
    return {name: data for name, data in files.items() if name.endswith(end)}


# --- the promise ----------------------------------------------------------------------------


@pytest.mark.parametrize("end", FORMATS)
def test_nothing_withheld_is_in_a_public_file(public, end):
    assert only(public, end)
    assert told(only(public, end)) == set()


def test_the_search_finds_all_that_is_in_the_internal_edition(inside):
    assert set(WORDS) - told(inside) == marked_project.UNSEEN


@pytest.mark.parametrize("end", ["pdf", "html", "docx", "md"])
def test_the_internal_edition_shows_it_to_who_reads(inside, end):
    unread = marked_project.UNSEEN | marked_project.NOT_READ

    assert set(WORDS) - told(only(inside, end)) - unread == set()


def test_every_field_of_every_file_has_a_marker_or_a_reason():
    modules = [import_module(f"{files.__name__}.{m.name}") for m in iter_modules(files.__path__)]
    models = {
        model
        for module in modules
        for _, model in inspect.getmembers(module, inspect.isclass)
        if issubclass(model, BaseModel) and "[" not in model.__name__
    } - {BaseModel, FileModel, RootModel}

    assert {model.__name__: set(model.model_fields) for model in models} == {
        name: set(fields) for name, fields in marked_project.FIELDS.items()
    }
    marked = {
        f"{model}.{key}"
        for model, keys in marked_project.FIELDS.items()
        for key, what in keys.items()
        if what in {marked_project.PERSON, marked_project.HIDDEN}
    }
    assert marked - set(WORDS) == set()


def test_every_kind_of_node_is_among_what_is_withheld():
    text = marked_project.internal("x", more=marked_project.OUTCOMES)
    blocks, _ = parse_blocks(text, line_locator("x.md", 1), base="x.md")
    kinds = {type(node) for block in blocks for node, _ in walk(block, "nn")}
    own = {"Hole", "Note", "Definition", "Definitions", "Break"}

    assert {kind.__name__ for kind in set(FIELDS) - kinds} == own


# --- what is shown on a terminal ------------------------------------------------------------


def shown(edition, what, year):
    asked = Asked(what=what, today=date(2021, 12, 31), language="nn", year=year, edition=edition)
    answer = show(MemoryTree(FILES), asked)
    assert not has_errors(answer.diagnostics)
    lines = listing_lines(answer.listings, "nn", 100, explain=True)
    forms = {
        "txt": "\n".join(lines).encode(),
        "json": listings_json(answer.listings, what),
        "csv": listings_csv(answer.listings, explain=True),
        "md": listings_markdown(answer.listings, "nn", explain=True),
    }
    return {f"{what}.{end}": data for end, data in forms.items()}


@pytest.mark.parametrize("year", ["", "2021"])
@pytest.mark.parametrize("what", get_args(What))
def test_nothing_withheld_is_shown_unless_it_is_asked_for(what, year):
    assert told(shown("public", what, year)) == set()


def test_show_has_what_is_withheld_when_it_is_asked_for():
    found = shown("internal", "actions", "")

    assert {"item.actiontext", "item.responsible"} <= told(found)
    assert b"Sj\xc3\xb8kartutvalet: tiltak" in found["actions.txt"]
    assert b"(intern utg\xc3\xa5ve)" in found["actions.txt"]


# --- the mark of the internal edition -------------------------------------------------------

MARK = "Internt: unnateke offentlegheit"


def test_files_of_both_editions_may_lie_in_one_folder(public, inside):
    assert not public.keys() & inside.keys()
    assert all(re.search(r"-internal[-.]", name) for name in inside)


@pytest.mark.parametrize("name", ["kart-2021", "kart-2021-03-10"])
def test_every_page_of_the_internal_edition_is_marked(public, inside, name):
    own, other = inside[f"kart/2021/{name}-internal.pdf"], public[f"kart/2021/{name}.pdf"]

    with pikepdf.open(io.BytesIO(own)) as pdf:
        pages, title = len(pdf.pages), str(pdf.docinfo["/Title"])
    assert pages > 1
    assert marked_pages(own) == list(range(1, pages + 1))
    assert title.endswith(" (intern utgåve)")
    assert marked_pages(other) == []


def marked_pages(data):
    """Return the pages with the mark, as it is printed: in capitals."""
    text = {}
    for run in pdf_reading.read_pdf(data).runs:
        text[run.page] = text.get(run.page, "") + run.text
    return sorted(page for page, words in text.items() if flat(MARK) in flat(words))


@pytest.mark.parametrize("name", ["kart-2021", "kart-2021-03-10"])
def test_the_page_and_its_title_are_marked(public, inside, name):
    own = inside[f"kart/2021/{name}-internal.html"].decode()
    other = public[f"kart/2021/{name}.html"].decode()

    assert f'<aside class="stamp">{MARK}</aside>' in own
    printed = own.partition('@top-right { content: "')[2].partition('"')[0]
    assert re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), printed) == MARK
    assert re.search("<title>[^<]*\\(intern utgåve\\)", own)
    assert MARK not in other
    assert "intern utgåve" not in other


@pytest.mark.parametrize("name", ["kart-2021", "kart-2021-03-10"])
def test_markdown_is_marked_at_its_head(public, inside, name):
    head = inside[f"kart/2021/{name}-internal.md"].decode().partition("## ")[0]

    assert f"> **{MARK}**" in head
    assert "(intern utgåve)" in head
    assert "ntern" not in public[f"kart/2021/{name}.md"].decode()


@pytest.mark.parametrize("name", ["kart-2021", "kart-2021-03-10"])
def test_every_header_in_word_is_marked(public, inside, name):
    def headers(data):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = [part for part in parts.namelist() if re.search(r"word/header\d", part)]
            return [flat(re.sub("<[^>]*>", "", parts.read(part).decode())) for part in names]

    own = headers(inside[f"kart/2021/{name}-internal.docx"])

    assert own
    assert all(flat(MARK) in words for words in own)
    assert not any(flat(MARK) in words for words in headers(public[f"kart/2021/{name}.docx"]))


def test_data_says_which_edition_it_is(public, inside):
    assert json.loads(inside["kart/2021/kart-2021-internal.json"])["edition"] == "internal"
    assert "edition" not in json.loads(public["kart/2021/kart-2021.json"])
    assert (
        "NAME:Sjøkartutvalet (intern utgåve)" in inside["kart/2021/kart-2021-internal.ics"].decode()
    )


def test_what_is_withheld_is_marked_where_it_stands(inside):
    text = inside["kart/2021/kart-2021-internal.md"].decode()
    begins = "> Internt: Det som følgjer, står ikkje i den offentlege utgåva."
    ends = "> Slutt på det som er internt."
    _, _, passage = text.partition(f"{begins}\n\n{WORDS['chapter.text']}")

    assert WORDS["chapter.figurecaption"] in passage.partition(ends)[0]
    heading = f"Sak\N{NO-BREAK SPACE}1. {WORDS['AgendaItem.title']}\n\n> Unnateke offentlegheit, jf.\N{NO-BREAK SPACE}offl.\N{NO-BREAK SPACE}§\N{NO-BREAK SPACE}13.\n"
    assert heading in text


# --- the way there --------------------------------------------------------------------------


def test_nothing_but_publish_makes_an_edition(root):
    """What is aggregated and composed is of these types, and mypy holds callers to that."""
    sources = (root / "src/arsrapport").rglob("*.py")
    makers = {
        path.relative_to(root / "src/arsrapport").as_posix()
        for path in sources
        if re.search(r"(?<!class )\bPublished(Committee)?\(", path.read_text(encoding="utf-8"))
    }

    assert makers == {"aggregate/publish.py"}
    for function, name in (
        (aggregate, "archive"),
        (aggregate, "committee"),
        (compose_minutes, "committee"),
        (minutes_appendix, "committee"),
    ):
        assert get_type_hints(function)[name] in {Published, PublishedCommittee}
    assert get_type_hints(Report)["committee"] is PublishedCommittee
    assert signature(publish).parameters["edition"].default is Parameter.empty


@pytest.mark.parametrize(
    ("flags", "where"), [((), "build"), (("--edition", "internal"), "build-internal")]
)
def test_each_edition_has_its_own_folder(project, flags, where):
    root = project(FILES)

    for command in (("build", "2021"), ("minutes", "2021-03-10"), ("export", "2021")):
        given = () if command[0] == "export" else ("--format", "md")
        done = arsrapport(*command, *given, *flags, cwd=root)
        assert (done.returncode, done.stderr) == (0, "")
    names = [path.name for path in (root / where).rglob("*") if path.is_file()]

    assert {path.name for path in root.iterdir() if path.name.startswith("build")} == {where}
    assert names
    assert all(("-internal" in name) is bool(flags) for name in names)


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_several_withheld_items_may_have_one_public_title(edition, tmp_path):
    items = "".join(
        f"  - {{title: {title}, number: none, withheld: {{basis: offl. § 13}}}}\n" for title in "AB"
    )
    text = f"---\ndate: 2021-03-10\nagenda:\n{items}---\n\n## A\n\nx\n\n## B\n\ny\n"
    files = {"arsrapport.yaml": b"", "meetings/kart/2021/2021-03-10.md": text.encode()}
    request = Request(tmp_path, (), ("html",), quiet, edition)

    assert build_minutes(MemoryTree(files), "2021-03-10", request).diagnostics == ()
