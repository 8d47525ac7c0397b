"""Whatever stands in one file, a check ends, and finds in the others what it finds without it."""

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

FOLDER = "meetings/kart/2021"
FAULTY = {
    "arsrapport.yaml": "languag: nn\n",
    "meetings/register.yaml": "peopl: []\n",
    "meetings/kart/committee.yaml": "name: Kartutvalet\nmember: []\n",
    "meetings/kart/follow-up.yaml": "- date: 2.5.2021\n  follow_up: []\n",
    "meetings/kart/agreement.md": "# Avtale\n\n[sjå](ftp://example.no)\n",
    f"{FOLDER}/2021-03-10.md": "---\ndate: 2021-03-10\nagend: []\n---\n\nKartet kom.\n",
    f"{FOLDER}/2021-05-20.md": "---\ndate: 2021-05-20\nagenda:\n  - title: Ås\n---\n\n## Sak 2\n",
    f"{FOLDER}/report/report.yaml": "chapter: [cases]\n",
    f"{FOLDER}/report/foreword.md": "# Føreord\n\n{{ nope }}\n",
}
"""A project in which each file has a fault of its own."""
OWN = {
    "arsrapport.yaml": {"AR109"},
    "meetings/register.yaml": {"AR109"},
    "meetings/kart/committee.yaml": {"AR109"},
    "meetings/kart/follow-up.yaml": {"AR112"},
    "meetings/kart/agreement.md": {"AR413"},
    f"{FOLDER}/2021-03-10.md": {"AR109"},
    f"{FOLDER}/2021-05-20.md": {"AR401"},
    f"{FOLDER}/report/report.yaml": {"AR109"},
    f"{FOLDER}/report/foreword.md": {"AR604"},
}

KEYS = ["date", "present", "agenda", "title", "name", "members", "follow_up", "action", "words"]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=9),
    st.sampled_from(
        ["2021-03-10", "Ragna Ås", "T1", "2021-03-10/1", "nn", "all", "<<", "&a", "!x"]
    ),
)
TREES = st.recursive(
    SCALARS,
    lambda below: st.one_of(
        st.lists(below, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), SCALARS), below, max_size=4),
    ),
    max_leaves=12,
)
YAML = TREES.map(lambda tree: yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
PIECES = """
## Sak 1. Kart
# Tittel
> **Tiltak T1.** Ås
> Frist: 1. mai
::: nb
:::
[^1]
[^1]: note
| a | b |
|--|--|
| c |
![x](a.png)
<meeting:2021-03-10>
{{ meetings }}
{% for x in y %}
{% endif %}
{#
<!-- arsrapport: ignore AR801 – x -->
<!--
- a
  - b
1. c
```
    kode
***
---
[x]{lang=zz}
\\
&amp;
ikke
Ragna Ås (sjuk)
<script>
{+x+}
""".strip().splitlines()
MARKDOWN = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", " ", "\r\n", "\t", "\x00"]).map(
        lambda end: end.join(pieces)
    )
)
WITH_FRONT = st.tuples(YAML, MARKDOWN).map(lambda parts: f"---\n{parts[0]}---\n\n{parts[1]}")
TEXTS = st.one_of(YAML, MARKDOWN, WITH_FRONT).map(lambda text: text.encode(errors="replace"))


def told(files: dict[str, bytes]) -> dict[str, set[str]]:
    """Return the codes that are found, by file."""
    checked = check_project(MemoryTree(files), Checking(as_of=date(2021, 12, 31)))
    found = {path: set() for path in FAULTY}
    for one in checked.diagnostics:
        found.setdefault(one.place.path, set()).add(one.code)
    return found


@pytest.mark.parametrize("path", FAULTY)
@settings(max_examples=60, derandomize=True)
@given(data=st.one_of(st.binary(max_size=300), TEXTS))
def test_whatever_stands_in_a_file_the_faults_of_the_others_are_found(path, data):
    files = {name: text.encode() for name, text in FAULTY.items()}

    found = told({**files, path: data})

    assert {name: OWN[name] - found[name] for name in FAULTY if name != path} == {
        name: set() for name in FAULTY if name != path
    }


@pytest.mark.parametrize("path", FAULTY)
def test_without_a_file_the_faults_of_the_others_are_found(path):
    files = {name: text.encode() for name, text in FAULTY.items() if name != path}

    found = told(files)

    assert [name for name in files if not OWN[name] <= found[name]] == []
