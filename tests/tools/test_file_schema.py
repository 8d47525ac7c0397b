"""The JSON Schemas of a project's files: true to what the reader takes, as an editor reads YAML."""

import importlib
import json
import re
from datetime import date
from functools import partial
from pathlib import Path

import jsonschema
import pytest
import yaml

from arsrapport.load.parse import parsed
from arsrapport.model.files.theme import ThemeFile
from arsrapport.source.tree import FolderTree, MemoryTree, builtin_folder

CORPUS = Path(__file__).parents[1] / "corpus"
SCHEMAS = {
    path.name.partition(".")[0]: json.loads(path.read_bytes())
    for path in sorted((builtin_folder() / "schema/files").iterdir())
}
PARSERS = {
    kind: partial(parsed.parse_yaml, ThemeFile)
    if kind == "theme"
    else getattr(parsed, f"parse_{kind.replace('-', '_')}")
    for kind in SCHEMAS
}


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it: numbers, truth and nothing, but days are texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_of(text):
    """The YAML of a file: its front matter where it has one."""
    found = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", text, flags=re.DOTALL | re.MULTILINE)
    return found[1] if found else text


def judge(kind, text):
    """Return what is wrong with a file by its schema, as places and messages."""
    validator = jsonschema.Draft202012Validator(SCHEMAS[kind])
    data = yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a SafeLoader that reads less
    return [told for fault in validator.iter_errors(data) for told in all_of(fault)]


def all_of(fault):
    """A fault, and those of each shape that would have done in its place."""
    yield list(fault.absolute_path), fault.message
    for within in fault.context:
        yield from all_of(within)


def is_read(kind, text):
    """Whether arsrapport takes the file."""
    written = f"---\n{text}\n---\n" if kind in {"meeting", "chapter"} else text
    file, _ = PARSERS[kind](MemoryTree({"file": written.encode()}), "file")
    return file is not None


# --- the schemas themselves -----------------------------------------------------------------


def test_the_published_schemas_are_those_of_the_models(root, monkeypatch):
    """When they are not: `python tools/schema.py`."""
    monkeypatch.syspath_prepend(root / "tools")
    made = importlib.import_module("file_schema")

    assert set(made.MODELS) == set(SCHEMAS)
    for kind in SCHEMAS:
        stored = (builtin_folder() / f"schema/files/{kind}.schema.json").read_bytes()
        assert made.file_schema(kind) == stored


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one_of_2020_12_and_all_its_references_lead_somewhere(kind):
    schema = SCHEMAS[kind]
    jsonschema.Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    references = set(re.findall(r"#/\$defs/(\w+)", json.dumps(schema)))
    assert references == set(schema["$defs"])


def mappings(shape):
    """Every part of a schema that is about a mapping with keys of its own."""
    if isinstance(shape, dict):
        if isinstance(shape.get("properties"), dict) and "additionalProperties" in shape:
            yield shape
        for part in shape.values():
            yield from mappings(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from mappings(part)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_is_described_and_no_other_is_allowed(kind):
    found = [shape for shape in mappings(SCHEMAS[kind]) if set(shape["properties"]) - LANGUAGES]
    assert found

    assert all(shape["additionalProperties"] is False for shape in found)
    assert [
        name
        for shape in found
        for name, value in shape["properties"].items()
        if not value.get("description")
    ] == []


LANGUAGES = {"nn", "nb", "en"}


# --- what is right --------------------------------------------------------------------------


def kind_of(path):
    """The kind of a file of a project, by its path; None for what has no YAML."""
    kinds = {
        r"arsrapport\.yaml": "project",
        r"theme/theme\.yaml": "theme",
        r"meetings/register\.yaml": "register",
        r"meetings/\w[^/]*/committee\.yaml": "committee",
        r"meetings/\w[^/]*/follow-up\.yaml": "follow-up",
        r"meetings/.*/report/report\.yaml": "report",
        r"meetings/.*/[0-9-]{10}[a-z]?\.md": "meeting",
        r"(meetings|chapters)/.*\.md": "chapter",
    }
    return next((kind for pattern, kind in kinds.items() if re.fullmatch(pattern, path)), None)


def shipped(root):
    """Every file of the sample with YAML in it: kind, path and text."""
    tree = FolderTree(root)
    for path in tree.paths():
        kind = kind_of(path)
        text = tree.read(path).decode() if kind else ""
        if kind and (kind != "chapter" or text.startswith("---\n")):
            yield kind, path, front_of(text)


def test_every_file_of_the_sample_is_valid(root):
    found = list(shipped(root))
    assert {kind for kind, _, _ in found} >= {"project", "register", "committee", "meeting"}
    assert len(found) > 10

    assert [(path, judge(kind, text)) for kind, path, text in found if judge(kind, text)] == []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((CORPUS / "valid").iterdir()) if path.name != "chapter-bare.md"],
    ids=lambda path: path.name,
)
def test_every_valid_file_of_the_corpus_is_valid(path):
    kind = next(kind for kind in SCHEMAS if path.stem == kind or path.stem.startswith(f"{kind}-"))

    assert judge(kind, front_of(path.read_text(encoding="utf-8"))) == []


RIGHT = [
    ("meeting", "date: 2017-03-15\nagenda: []\n"),
    ("meeting", "date: 2018-04-19/2018-04-20\nagenda: []\nnext_meeting: 2018-05-01\n"),
    ("meeting", "date: 2017-03-15\nagenda: []\nstatus:\nlanguage: ''\nform:\npresent:\nminutes:\n"),
    ("meeting", "date: 2017-03-15\nagenda: []\nnumber: 1.10\ntime: 10:30\nplace: no\ntitle: 7\n"),
    ("meeting", "date: 2017-03-15\nagenda:\n  - {title: 1, number: 4.1, papers: 2, kind:}\n"),
    ("meeting", "date: 2017-03-15\nagenda:\n  - title: A\n    continues: [2017-01-01/1, 3]\n"),
    ("meeting", "date: 2017-03-15\nagenda: []\npresent: [Kari (X), {name: Bo, items: 4}, 7]\n"),
    ("meeting", "date: 2017-03-15\nagenda: []\nfollow_up: [{action: [A1, 2], to: 3, due: 2018}]\n"),
    ("committee", "name: Kart\norganisations:\n  - {name: Alfa, seats: 2, from:}\n"),
    (
        "committee",
        "name: {nn: Kart, nb:}\nmembers:\n  - {name: Kari, to: 2017-01-01, role: deputy}\n",
    ),
    ("committee", "name: Kart\norganisations:\n  - {name: Alfa, seats: '2', role: ''}\n"),
    ("register", "organisations:\n  - {name: Alfa, aliases: A}\npeople:\n"),
    ("register", ""),
    ("report", "period: 2017\nisbn: 9788253796239\nsigned: {by: [A, B], date:}\nfront: []\n"),
    ("report", "period: 2017-07-01/2018-06-30\nchapters: cases\n"),
    ("report", "period: '2017'\n"),
    ("project", "check:\n  words: {nn: {uke: veke, noen:}, en: {}}\n"),
    ("project", "check:\n  ignore: [{code: AR8, reason: gamalt}]\n"),
    ("follow-up", "- date: 2018-01-01\n  follow_up: [{action: A1, status: done}]\n"),
    ("follow-up", ""),
    ("chapter", "items: 2017-05-24/1\n"),
    ("theme", ""),
    ("theme", "colours: {ink: '#1b1B1b', tint:}\nmargins: {left: 30, top: '30'}\n"),
    ("theme", "logo: {file: 7}\nfonts: {text: Alfa}\nrunning_head: 2017\n"),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_what_the_reader_takes_is_valid_as_an_editor_reads_it(kind, text):
    assert is_read(kind, text)

    assert judge(kind, text) == []


# --- what is wrong --------------------------------------------------------------------------

WRONG = [
    ("meeting", "date: 15.3.2017\nagenda: []\n", ["date"]),
    ("meeting", "date: 2017-13-15\nagenda: []\n", ["date"]),
    ("meeting", "date:\nagenda: []\n", ["date"]),
    ("meeting", "date: [2017-03-15]\nagenda: []\n", ["date"]),
    ("meeting", "agenda: []\n", []),
    ("meeting", "", []),
    ("meeting", "date: 2017-03-15\nagenda: []\nstatus: godkjend\n", ["status"]),
    ("meeting", "date: 2017-03-15\nagenda: []\ndato: 2017-03-15\n", []),
    ("meeting", "date: 2017-03-15\nagenda: []\nchair: {by: Kari}\n", ["chair"]),
    ("meeting", "date: 2017-03-15\nagenda: [Eventuelt]\n", ["agenda", 0]),
    ("meeting", "date: 2017-03-15\nagenda:\n  - title: ''\n", ["agenda", 0, "title"]),
    ("meeting", "date: 2017-03-15\nagenda:\n  - title:\n", ["agenda", 0, "title"]),
    ("meeting", "date: 2017-03-15\nagenda:\n  - {title: A, kinda: closing}\n", ["agenda", 0]),
    ("meeting", "date: 2017-03-15\nagenda: []\npresent: Kari\n", ["present"]),
    (
        "meeting",
        "date: 2017-03-15\nagenda: []\npresent: [{namn: Kari, items: 1}]\n",
        ["present", 0],
    ),
    ("meeting", "date: 2017-03-15\nagenda: []\nplace: [Oslo]\n", ["place"]),
    ("committee", "language: nn\n", []),
    ("committee", "name: {sv: Kart}\n", ["name"]),
    ("committee", "name: {}\n", ["name"]),
    (
        "committee",
        "name: A\norganisations:\n  - {name: B, seats: to}\n",
        ["organisations", 0, "seats"],
    ),
    ("committee", "name: A\nmembers:\n  - {name: B, role: leiar}\n", ["members", 0, "role"]),
    ("report", "period: 17\n", ["period"]),
    ("report", "period: 2017/2018\n", ["period"]),
    ("report", "published: '2018'\n", ["published"]),
    ("project", "check:\n  ignore: [{code: AR8}]\n", ["check"]),
    ("follow-up", "- {date: 2018-01-01}\n", [0]),
    ("follow-up", "date: 2018-01-01\nfollow_up: []\n", []),
    ("chapter", "- items\n", []),
    ("theme", "colours: {ink: '#123'}\n", ["colours", "ink"]),
    ("theme", "colours: {ink: 123456}\n", ["colours", "ink"]),
    ("theme", "colours: {paper: '#ffffff'}\n", ["colours"]),
    ("theme", "logo: {width: 30}\n", ["logo"]),
    ("theme", "margins: {left: 3cm}\n", ["margins", "left"]),
]


@pytest.mark.parametrize(("kind", "text", "where"), WRONG)
def test_what_the_reader_refuses_is_not_valid_and_the_place_is_told(kind, text, where):
    assert not is_read(kind, text)

    assert where in [place for place, _ in judge(kind, text)]


# --- both together --------------------------------------------------------------------------

MEETING = "date: 2017-03-15\nagenda: []"
AROUND = [
    ("meeting", [], f"{MEETING}\n@"),
    ("meeting", ["minutes"], f"{MEETING}\nminutes: {{@}}"),
    ("meeting", ["approved"], f"{MEETING}\napproved: {{@}}"),
    ("meeting", ["present"], f"{MEETING}\npresent: [{{name: A, @}}]"),
    ("meeting", ["agenda"], "date: 2017-03-15\nagenda: [{title: A, @}]"),
    (
        "meeting",
        ["agenda", "withheld"],
        "date: 2017-03-15\nagenda: [{title: A, withheld: {basis: B, @}}]",
    ),
    ("meeting", ["follow_up"], f"{MEETING}\nfollow_up: [{{action: A, @}}]"),
    ("committee", [], "name: A\n@"),
    ("committee", ["organisations"], "name: A\norganisations: [{name: B, @}]"),
    ("committee", ["members"], "name: A\nmembers: [{name: B, @}]"),
    ("committee", ["working_groups"], "name: A\nworking_groups: [{name: B, @}]"),
    ("register", [], "@"),
    ("register", ["organisations"], "organisations: [{name: B, @}]"),
    ("register", ["people"], "people: [{name: B, @}]"),
    ("report", [], "@"),
    ("report", ["signed"], "signed: {@}"),
    ("project", [], "@"),
    ("project", ["check"], "check: {@}"),
    ("project", ["check", "ignore"], "check: {ignore: [{code: A, reason: B, @}]}"),
    ("chapter", [], "@"),
]
"""Files, each with room at @ for one key more: the kind, and which mapping it is."""

VALUES = [
    *("", "''", "' '", "a", "2", "-1", "'2'", "1.10", "2017", "no"),
    *("2017-03-15", "2017-03-15/2017-03-16", "2017-07-01/2018-06-30"),
    *("nn", "member", "observer", "deputy", "open", "approved", "digital", "closing", "postponed"),
    *(
        "[]",
        "[a, 2]",
        "[[a]]",
        "[{name: a}]",
        "[{title: a}]",
        "['']",
        "{}",
        "{nn: a}",
        "{nn: {a: b}}",
    ),
    *("{by: a}", "{name: a}", "{basis: a}", "{a: b}"),
]


def properties_of(kind, route):
    """The keys of a mapping in a file."""
    shape = SCHEMAS[kind]
    for step in route:
        shape = shape["properties"][step]
        while "properties" not in shape:  # an array, or one of several shapes: the last but Empty
            inner = [part for part in shape.get("anyOf", []) if part != {"$ref": "#/$defs/Empty"}]
            shape = inner[-1] if inner else shape.get("items", shape)
            if "$ref" in shape:
                shape = SCHEMAS[kind]["$defs"][shape["$ref"].rpartition("/")[2]]
    return shape["properties"]


@pytest.mark.parametrize(("kind", "route", "text"), AROUND)
def test_a_value_is_valid_exactly_where_the_reader_takes_it(kind, route, text):
    there = text.rpartition("{")[2]
    keys = [key for key in properties_of(kind, route) if f"{key}:" not in there]
    assert keys
    assert is_read(kind, text.replace("@", ""))

    for key in keys:
        for value in VALUES:
            written = text.replace("@", f"{key}: {value}")
            assert (written, is_read(kind, written)) == (written, judge(kind, written) == [])


def test_a_day_is_a_text_to_the_editor_that_judges_here():
    assert yaml.load("2017-03-15", Loader=EditorLoader) == "2017-03-15"  # noqa: S506 - see above
    assert yaml.safe_load("2017-03-15") == date(2017, 3, 15)
