"""The house rules that a machine can see."""

import re
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, RootModel

from arsrapport.model.files import committee, meeting, report


def modules(root: Path) -> list[Path]:
    found = sorted((root / "src").rglob("*.py"))
    assert len(found) > 40
    return found


def test_no_module_is_longer_than_400_lines(root):
    assert [
        path.name
        for path in modules(root)
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ] == []


def names_in(root: Path) -> set[str]:
    """Every name of a person, an organisation or a committee in the sample."""
    found: set[str] = set()
    register = yaml.safe_load((root / "meetings/register.yaml").read_text(encoding="utf-8"))
    for entry in register["organisations"] + register["people"]:
        found |= {
            entry["name"],
            entry.get("short", ""),
            entry.get("initials", ""),
            *entry.get("aliases", []),
        }
    for path in root.glob("meetings/*/committee.yaml"):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        found |= {path.parent.name, *(m["name"] for m in data["members"]), *data["name"].values()}
        found |= {group["name"] for group in data["working_groups"]}
    for path in root.glob("meetings/*/*/*.md"):
        data = next(yaml.safe_load_all(path.read_text(encoding="utf-8")))
        for person in data.get("present") or []:
            found.add((person if isinstance(person, str) else person["name"]).partition(" (")[0])
    return found - {""}


def test_no_name_of_the_sample_stands_in_the_program_or_its_templates(root):
    names = names_in(root)
    assert len(names) > 50
    texts = {
        path: path.read_text(encoding="utf-8")
        for folder in ("src", "templates")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in {".py", ".toml", ".md", ".typ", ".html", ".css", ".jinja"}
    }
    assert len(texts) > 60

    found = [
        (path.relative_to(root).as_posix(), name)
        for path, text in texts.items()
        for name in sorted(names)
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]

    assert found == []


FILE_MODELS = [
    model
    for module in (meeting, committee, report)
    for model in vars(module).values()
    if isinstance(model, type)
    and issubclass(model, BaseModel)
    and not issubclass(model, RootModel)
    and model.__module__ == module.__name__
]


@pytest.mark.parametrize("model", FILE_MODELS, ids=lambda model: model.__name__)
def test_every_key_stands_in_the_page_on_the_format(root, model):
    page = (root / "docs/format.md").read_text(encoding="utf-8")
    keys = [field.alias or name for name, field in model.model_fields.items()]
    assert keys

    assert [key for key in keys if f"`{key}`" not in page] == []
