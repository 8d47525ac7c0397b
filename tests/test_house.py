"""The house rules that a machine can see."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, RootModel

from arsrapport.compose.chapters.filters import FILTERS
from arsrapport.model.files import committee, meeting, report, theme
from conftest import arsrapport, copy_sample, write_project


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
        found |= {path.parent.name, *data["name"].values()}
        found |= {
            entry["name"] for key in ("members", "working_groups") for entry in data.get(key, [])
        }
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


def test_every_word_of_the_tool_is_used(root):
    labels = tomllib.loads((root / "src/arsrapport/language/labels/nn.toml").read_text("utf-8"))
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("src", "templates")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in {".py", ".typ", ".html"}
    )

    def is_used(key: str) -> bool:
        """Whether a key stands in the code, as it is or as `form_{…}` or `{…}_item`."""
        forms = [rf"[\"'.]{key}\b"]
        for gap in re.finditer("_", key):
            forms += [rf"\"{key[: gap.start()]}_\{{", rf"\}}_{key[gap.end() :]}\""]
        return any(re.search(form, text) for form in forms)

    assert [key for key in labels["labels"] if not is_used(key)] == []


FILE_MODELS = [
    model
    for module in (meeting, committee, report, theme)
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


def test_every_filter_stands_in_the_page_on_the_format(root):
    page = (root / "docs/format.md").read_text(encoding="utf-8")
    assert len(FILTERS) > 5

    assert [name for name in FILTERS if f"`{name}" not in page] == []


def commands_in(page: Path) -> list[str]:
    """The lines of fenced blocks that run the program."""
    found, fenced = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced and line.startswith("arsrapport "):
            found.append(line)
    return found


def test_every_command_in_the_readme_works(root, tmp_path):
    commands = commands_in(root / "README.md")
    assert len(commands) >= 4
    project = copy_sample(tmp_path / "sample")

    for command in commands:
        words = command.replace("/tmp/reports", str(tmp_path / "reports")).split()[1:]  # noqa: S108
        done = arsrapport(*words, cwd=project)
        assert done.returncode == 0, (command, done.stderr)
    assert (tmp_path / "reports/kontaktutvalet/2017/kontaktutvalet-2017.pdf").is_file()
    assert (project / "build/kontaktutvalet/2017/kontaktutvalet-2017-03-15.html").is_file()


def test_the_meeting_file_in_the_readme_is_sound(root, tmp_path):
    (text,) = re.findall(
        r"^```markdown\n(.*?)^```",
        (root / "README.md").read_text(encoding="utf-8"),
        flags=re.DOTALL | re.MULTILINE,
    )
    project = write_project(
        tmp_path / "new",
        {"arsrapport.yaml": "language: nn\n", "meetings/kart/2021/2021-03-10.md": text},
    )

    done = arsrapport("build", "2021", cwd=project)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].split()[:4] == ["kart", "1", "2", "2"]


def test_every_make_target_in_the_readme_is_there(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(
        re.findall(
            r"\bmake ([a-z]+)",
            "\n".join(
                p.read_text(encoding="utf-8")
                for p in [root / "README.md", *root.glob("docs/*.md")]
                if p.name != "rules.md"  # sentences of the catalogue, which make other things
            ),
        )
    )
    assert {"report", "test"} <= targets

    assert [
        target
        for target in sorted(targets)
        if not re.search(rf"^{target}:", makefile, flags=re.MULTILINE)
    ] == []


def test_every_file_that_a_page_names_is_there_and_every_picture_is_described(root):
    code = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
    texts = {
        page: code.sub("", page.read_text(encoding="utf-8"))
        for page in [root / "README.md", *root.glob("docs/*.md")]
    }
    named = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)|<img src=\"([^\"]+)\"")
    found = {
        (page.name, path): (page.parent / path).exists()
        for page, text in texts.items()
        for path in map("".join, named.findall(text))
    }
    assert ("README.md", "docs/images/page-seats.png") in found

    assert [key for key, is_there in found.items() if not is_there] == []
    nameless = re.compile(r"!\[\]|<img(?![^>]* alt=\"\w)")
    assert [page.name for page, text in texts.items() if nameless.search(text)] == []
