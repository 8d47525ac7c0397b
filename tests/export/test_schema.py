"""The published schema: everything that is exported fits it, and nothing else does."""

import json
from collections.abc import Iterator

import jsonschema
import msgspec
import pytest

import generated
from arsrapport.export.json import report_json, report_schema
from arsrapport.export.shapes import base, items, report, who
from arsrapport.source.tree import FolderTree, builtin_folder
from conftest import ROOT
from export_samples import FILES, made_from, made_of

Keys = tuple[str | int, ...]


@pytest.fixture(scope="module")
def schema():
    return json.loads((builtin_folder() / "schema/report.schema.json").read_bytes())


@pytest.fixture(scope="module")
def judge(schema):
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def faults(judge, data) -> list[str]:
    return [fault.message for fault in judge.iter_errors(data)]


def test_the_published_schema_is_that_of_the_shapes(schema):
    """When it is not: `python tools/schema.py`."""
    assert json.loads(report_schema()) == schema


def test_the_schema_is_one_of_2020_12_with_a_name(schema):
    jsonschema.Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:arsrapport:schema:report:1"


def test_no_object_of_the_schema_allows_what_it_does_not_name(schema):
    shapes = schema["$defs"]

    assert len(shapes) > 20
    assert [name for name in shapes if shapes[name]["additionalProperties"] is not False] == []
    assert [name for name in shapes if not shapes[name]["description"]] == []


def test_a_report_with_every_key_fits(judge):
    assert faults(judge, json.loads(report_json(*made_of(FILES)))) == []


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_reports_of_any_size_and_language_fit(judge, language, count):
    made = made_of(generated.committee(language, count))

    assert faults(judge, json.loads(report_json(*made))) == []


def test_every_report_of_the_sample_fits(judge):
    made = made_from(FolderTree(ROOT))
    assert made

    for name, each in made.items():
        data = json.loads(report_json(*each))
        assert faults(judge, data) == [], name
        assert data["figures"]["meetings"]["value"] == len(data["moetemappe"]) > 0, name


def objects(data, path: Keys = ()) -> Iterator[Keys]:
    if isinstance(data, dict):
        yield path
        for key, value in data.items():
            yield from objects(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from objects(value, (*path, index))


def test_one_property_too_many_anywhere_does_not_fit(judge):
    data = json.loads(report_json(*made_of(FILES)))
    paths = list(objects(data))
    assert len(paths) > 60

    for path in paths:
        target = data
        for key in path:
            target = target[key]
        target["more"] = 1
        assert faults(judge, data), path
        del target["more"]
    assert faults(judge, data) == []


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("as_of",), "31.12.2021"),
        (("language",), "de"),
        (("utvalg",), ""),
        (("figures", "items", "value"), "2"),
        (("figures", "items", "value"), -1),
        (("moetemappe", 0, "moetesak", 0, "moetesakstype"), "politiskt"),
        (("moetemappe", 0, "moetesak", 0, "places", 0, "line"), 0),
        (("$schema",), "urn:arsrapport:schema:report:2"),
    ],
)
def test_what_has_another_form_does_not_fit(judge, path, wrong):
    data = json.loads(report_json(*made_of(FILES)))
    *way, last = path
    target = data
    for key in way:
        target = target[key]
    assert last in target
    target[last] = wrong

    assert len(faults(judge, data)) == 1


def test_every_name_that_is_not_our_own_stands_in_the_page_on_exports():
    page = (ROOT / "docs/export.md").read_text(encoding="utf-8")
    renamed = {
        field.encode_name
        for module in (base, who, items, report)
        for shape in vars(module).values()
        if isinstance(shape, type) and issubclass(shape, base.Shape)
        for field in msgspec.structs.fields(shape)
        if field.encode_name != field.name
    }
    assert len(renamed) > 20

    ours = {"for", "except", "in", "$schema"}
    assert [name for name in sorted(renamed - ours) if f"`{name}`" not in page] == []
