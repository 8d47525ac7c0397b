"""Write docs/rules.md from the registry of codes, the catalogues and the examples of the corpus."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from arsrapport.diagnostics import CODES, can_be_ignored
from arsrapport.language.catalogue import in_general
from arsrapport.language.explanations import example, explanation
from arsrapport.reporting.explaining import cut_lines

PAGE = Path(__file__).parents[1] / "docs/rules.md"

TITLES: Final = {
    "1": "Files and YAML",
    "2": "Meetings",
    "3": "People and presence",
    "4": "Agenda and body",
    "5": "Decisions and actions",
    "6": "Report and references",
    "7": "Privacy",
    "8": "Language",
    "9": "Theme",
}

HEAD: Final = """\
<!-- Written by `python tools/rules.py`; a test holds it current. -->
# What arsrapport finds

Each finding has a code that never changes its meaning. `arsrapport explain AR301` says what stands
here in nynorsk, bokmål or English, `arsrapport explain AR3` all of a family.

An **error** has to be put right; most of them stop a build. A **warning** does not; with `check
--strict` it gives exit code 3. An **info** (a *remark* in what `check` prints) is no fault; most
depend on the day, `--as-of` or today.

## Ignoring a finding

What is right as it stands is ignored where it stands, always with the reason:

```yaml
presenter: Ola Hansen  # arsrapport: ignore AR312 – he spoke by telephone
```

```markdown
<!-- arsrapport: ignore AR801 – a quotation -->
```

For the project, a folder or a file it stands in arsrapport.yaml:

```yaml
check:
  ignore:
    - {code: AR8, path: meetings/kart/2015, reason: copied as it was printed}
```

For one run there are `check --select AR3,AR501` and `check --ignore AR801`. Where it says *cannot
be ignored*, a build finds the error too: what would be built is not whole.
[checking.md](checking.md) tells more.
"""


def page() -> str:
    """Return the page."""
    lines = [HEAD, "## All codes", ""]
    for figure, title in TITLES.items():
        codes = [code for code in CODES if code[2] == figure]
        if codes:
            links = ", ".join(f"[{code}](#{code.lower()})" for code in codes)
            lines.append(f"- [{title}](#{_anchor(title)}): {links}")
    for figure, title in TITLES.items():
        codes = [code for code in CODES if code[2] == figure]
        if codes:
            lines += ["", f"## {title}"]
        for code in codes:
            lines += ["", *_entry(code)]
    return "\n".join(lines) + "\n"


def _anchor(title: str) -> str:
    """Return what GitHub calls a heading of plain words."""
    return title.lower().replace(" ", "-")


def _entry(code: str) -> Iterator[str]:
    sentence, _ = in_general("en", code)
    told = explanation("en", code)
    fixed = "" if can_be_ignored(code) else ", cannot be ignored"
    yield f"### {code}"
    yield ""
    yield f"**{_plain(_capitalised(sentence))}** ({CODES[code]}{fixed})"
    yield ""
    yield f"{_plain(told.what)} {_plain(told.why)}"
    shown = example(code)
    if shown is not None:
        yield from ("", "Wrong:", "", *_fenced(shown.wrong))
        yield from ("", "Right:", "", *_fenced(shown.right))


def _capitalised(sentence: str) -> str:
    first = sentence.split(maxsplit=1)[0]
    return sentence if "." in first else f"{sentence[0].upper()}{sentence[1:]}"  # a file's name


def _fenced(text: str) -> Iterator[str]:
    lines = cut_lines(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}text", *lines, fence)


def _plain(words: str) -> str:
    """Return words as Markdown that shows them as they are; those in backticks are code."""
    parts = re.split("(`[^`]*`)", words)
    return "".join(part if n % 2 else _escaped(part) for n, part in enumerate(parts))


def _escaped(words: str) -> str:
    return re.sub(r"([\\`*_<>\[\]#|~])", r"\\\1", words)


if __name__ == "__main__":
    PAGE.write_bytes(page().encode())
