"""Faults put into sound files at random, each between `⟦` and `⟧`: what is to be told, exactly.

A `⟦` alone is where a finding begins that has no end.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from random import Random
from typing import Final, NamedTuple, TypeAlias

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree
from sound_project import BLOCK, FOLDER, OTHERS, OWN, WORDS, pictures

OPEN, CLOSE = "⟦", "⟧"
ANY = "any"
RAW_BYTE = "\ue0ff"
"""Stands for a byte that is not UTF-8."""
LATER: Final = date(2021, 12, 31)

Files: TypeAlias = Mapping[str, str]
Put: TypeAlias = Callable[[Files, str, Random], tuple[str, str] | None]
"""From the files, their language and chance: a path, and the text of it with the fault in it."""


class Fault(NamedTuple):
    """A fault, and how it is put in."""

    code: str
    put: Put
    also: frozenset[str] = frozenset()
    """What may be found besides."""


# --- where words and blocks may stand -------------------------------------------------------


class Spot(NamedTuple):
    """A mark in a file."""

    path: str
    at: int
    kind: str
    """Of words: paragraph, item, cell, quote, others (those of others), note, link, heading, title,
    comment. Of blocks: in minutes intro (above the items), top (right under one), passage or inner
    (in a list); in a chapter chapter or nested (in a list); standing in other texts."""
    language: str
    below: str | None
    """What a line begins with that goes on below; None where a text is one line."""


_LINE: Final = re.compile(r"(?P<lead>[ >]*(?:[*-] |[0-9]+\. |\[\^\w+\]: )?)(?P<rest>.*)")
_PASSAGE: Final = re.compile(r":::(?: (?P<language>\w\w))?")
_LINK: Final = re.compile(r"\[[^\[\]]*\]\(")
_COMMENT: Final = re.compile("<!--.*?-->|{%#.*?#%}")


def spots(files: Files, marks: str, language: str) -> Iterator[Spot]:
    """Yield the spots that have some of the marks of `sound_project`."""
    for path, text in files.items():
        begin, spoken, above = 0, language, "intro"
        in_front, in_quote = path.endswith(".yaml"), False
        for number, line in enumerate(text.split("\n")):
            if line == "---" and path.endswith(".md"):
                in_front = number == 0
            in_quote = line.startswith(">") or (in_quote and line != "")
            above = "top" if line.startswith("## ") else above
            passage = _PASSAGE.fullmatch(line)
            if passage:
                spoken = passage["language"] or language
                above = "passage" if passage["language"] else "top"
            for found in re.finditer(f"[{marks}]", line):
                kind, below = _kind(path, line, found.start(), in_front=in_front)
                kind = "quote" if in_quote and kind == "paragraph" else kind
                kind = above if kind == "top" else kind
                if line[: found.start()].endswith(("%}", "#}")):
                    below = None  # Jinja takes away a line break right behind a tag
                yield Spot(path, begin + found.start(), kind, spoken, below)
            begin += len(line) + 1


def _kind(  # noqa: PLR0911 - a kind each
    path: str, line: str, at: int, *, in_front: bool
) -> tuple[str, str | None]:
    lead, rest = _LINE.fullmatch(line).group("lead", "rest")
    below = "    " if "[^" in lead else re.sub("[^ >]", " ", lead)
    if line[at] == BLOCK:
        if "/report/" in path:
            return "nested" if lead else "chapter", below
        is_minutes = path[-4].isdecimal()
        return "inner" if lead else "top" if is_minutes else "standing", below
    if in_front:
        return "title", None
    if any(found.start() < at < found.end() for found in _COMMENT.finditer(line)):
        return "comment", None
    if any(found.start() < at < found.end() for found in _LINK.finditer(line)):
        return "link", below
    if rest[:1] in {"#", "|"}:
        return "heading" if rest[0] == "#" else "cell", None
    if line[at] == OTHERS:
        return "others", below
    if ">" in lead:
        return "quote", below
    if "[^" in lead or lead == "    ":
        return "note", "    "
    return "item" if lead else "paragraph", below


OWN_WORDS: Final = frozenset({"paragraph", "item", "cell", "quote", "note", "heading", "link"})
MARKDOWN: Final = OWN_WORDS | {"others"}
ANYWHERE: Final = MARKDOWN | {"title", "comment"}
RUNNING: Final = frozenset({"paragraph", "item", "note"})
"""Where a line break is a space like any other."""


def words(
    code: str,
    texts: Sequence[str] | Mapping[str, Sequence[str]],
    kinds: AbstractSet[str] = OWN_WORDS,
    *,
    folder: str = "",
    plain: bool = False,
    also: AbstractSet[str] = frozenset(),
) -> Fault:
    """Return a fault in running text.

    Args:
        code: Of the finding.
        texts: One of them is put in, between other words; or those of each language.
        kinds: Of the spots where it may stand.
        folder: What must be in the path of the file.
        plain: Whether it must stand as it is written: on one line, and not stressed.
        also: What may be found besides.
    """

    def put(files: Files, language: str, random: Random) -> tuple[str, str] | None:
        by_language = texts if isinstance(texts, Mapping) else dict.fromkeys(WORDS, texts)
        found = [
            spot
            for spot in spots(files, OWN + OTHERS, language)
            if spot.kind in kinds and folder in spot.path and spot.language in by_language
        ]
        if not found:
            return None
        spot = random.choice(found)
        text = random.choice(by_language[spot.language])
        before = after = " "
        if spot.below is not None:
            before, after = (random.choice([" ", f"\n{spot.below}"]) for _ in range(2))
        if not plain and spot.below is not None and spot.kind in RUNNING and random.random() < 0.3:
            text = text.replace(" ", f"\n{spot.below}", 1)
        if not plain and spot.kind in MARKDOWN:
            mark = random.choice(["", "", "", "*", "**", "_"])
            text = f"{mark}{text}{mark}"
        whole = files[spot.path]
        return spot.path, f"{whole[: spot.at]}{before}{text}{after}{whole[spot.at + 1 :]}"

    return Fault(code, put, frozenset(also))


TOP: Final = frozenset({"top"})
CHAPTERS: Final = frozenset({"chapter"})
OUTSIDE: Final = TOP | CHAPTERS | {"standing"}
BLOCKS: Final = OUTSIDE | {"intro", "passage", "inner", "nested"}


def block(
    code: str,
    *texts: str,
    kinds: AbstractSet[str] = BLOCKS,
    folder: str = "",
    also: AbstractSet[str] = frozenset(),
) -> Fault:
    """Return a fault that is a block of its own; the arguments are those of `words`.

    In its text `{action}`, `{due}` … stand for the language's own words, `{kart}` and `{feil}` for
    the paths of pictures.
    """

    def put(files: Files, language: str, random: Random) -> tuple[str, str] | None:
        found = [
            spot
            for spot in spots(files, BLOCK, language)
            if spot.kind in kinds and folder in spot.path
        ]
        if not found:
            return None
        spot = random.choice(found)
        text = filled(random.choice(texts), spot.language, spot.path)
        whole = files[spot.path]
        text = text.replace("\n", f"\n{spot.below}")
        return spot.path, f"{whole[: spot.at]}{text}{whole[spot.at + 1 :]}"

    return Fault(code, put, frozenset(also))


def filled(text: str, language: str, path: str) -> str:
    """Return a text with the words of a language, and paths as they are from a file."""
    for name in ("kart", "feil"):
        picture = f"{FOLDER}/2021-01-20-{name}.png"
        text = text.replace(f"{{{name}}}", posixpath.relpath(picture, posixpath.dirname(path)))
    for key, word in WORDS[language].items():
        text = text.replace(f"{{{key}}}", word)
    return text


# --- where a file has its keys and values ---------------------------------------------------


def swap(
    code: str,
    pattern: str,
    *texts: str,
    path: str = r"\d\.md",
    also: AbstractSet[str] = frozenset(),
) -> Fault:
    r"""Return a fault that stands in the place of something.

    Args:
        code: Of the finding.
        pattern: Of what is replaced, at random one that is found, in any file; `^` begins a line.
        texts: One of them takes its place; `\1` and `\g<name>` are groups of the pattern.
        path: Of the files.
        also: What may be found besides.
    """
    form = re.compile(pattern, re.MULTILINE)

    def put(files: Files, language: str, random: Random) -> tuple[str, str] | None:
        found = [
            (name, match)
            for name, text in files.items()
            if re.search(path, name)
            for match in form.finditer(text)
        ]
        if not found:
            return None
        name, match = random.choice(found)
        text = match.expand(filled(random.choice(texts), language, name))
        return name, f"{files[name][: match.start()]}{text}{files[name][match.end() :]}"

    return Fault(code, put, frozenset(also))


# --- the files as they are written ----------------------------------------------------------

_FRONT: Final = re.compile(r"\A---\n((?:.*\n)*?)---\n")
_TAGGED: Final = re.compile(f"{OPEN}(?P<tag>[\ue100-\ue1ff])|{CLOSE}|[^{OPEN}{CLOSE}]+")


class Told(NamedTuple):
    """A finding: its code, its path and its place; no end where it has none."""

    code: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Written(NamedTuple):
    """Files with faults in them, and what is to be told of these."""

    files: dict[str, bytes]
    expected: list[Told]
    also: frozenset[str]


def written(files: Files, faults: Sequence[Fault], language: str, random: Random) -> Written | None:
    """Put faults in, each at its own place, and write the files: with comments, any line ends."""
    changed = dict(files)
    for index, fault in enumerate(faults):
        change = fault.put(changed, language, random)
        if change is None:
            return None
        path, text = change
        changed[path] = _settled(
            re.sub(f"{OPEN}(?![\ue100-\ue1ff])", f"{OPEN}{chr(0xE100 + index)}", text)
        )
    data, expected = dict(pictures()), []
    for path, text in changed.items():
        dressed = commented(path, re.sub(f"[{OWN}{OTHERS}]", " ", text.replace(BLOCK, "")), random)
        bare, found = _read(path, dressed, [fault.code for fault in faults])
        data[path], expected = _bytes(bare, random), expected + found
    return Written(data, sorted(expected), frozenset().union(*(fault.also for fault in faults)))


def _settled(text: str) -> str:
    """Return a text without the marks in the paragraphs that have a fault."""
    parts = re.split(r"(\n\n)", text)
    return "".join(re.sub(f"[{OWN}{OTHERS}]", " ", p) if OPEN in p else p for p in parts)


def commented(path: str, text: str, random: Random) -> str:
    """Return a file with comments between and behind the lines of its YAML, but for the fault's."""
    front = _FRONT.match(text)
    start, end = (0, len(text)) if path.endswith(".yaml") else front.span(1) if front else (0, 0)
    lines, depth = [], 0
    for line in text[start:end].splitlines(keepends=True):
        if not depth and random.random() < 0.1:
            lines.append(random.choice(["# date: 1.1.2021\n", "    # «»: [\n", "\n"]))
        depth = line.count(OPEN) + depth - line.count(CLOSE) if CLOSE in text else 0
        is_sound = not depth and OPEN not in line and CLOSE not in line and line.strip()
        mark = random.choice(["x", "date: 1", "«"])
        is_sound = is_sound and random.random() < 0.1
        lines.append(f"{line[:-1]}  # {mark}\n" if is_sound else line)
    return text[:start] + "".join(lines) + text[end:]


def _read(path: str, text: str, codes: Sequence[str]) -> tuple[str, list[Told]]:
    """Return a text without its faults' marks, and where these stood."""
    bare, found, begin = "", [], None
    for part in _TAGGED.finditer(text):
        line, column = bare.count("\n") + 1, len(bare) - bare.rfind("\n")
        if part["tag"]:
            found += [Told(*begin, 0, 0)] if begin else []
            begin = (codes[ord(part["tag"]) - 0xE100], path, line, column)
        elif part[0] == CLOSE:
            found.append(Told(*begin, line, column))
            begin = None
        else:
            bare += part[0]
    return bare, [*found, Told(*begin, 0, 0)] if begin else found


def _bytes(text: str, random: Random) -> bytes:
    end, mark = random.choice(["\n", "\n", "\r\n", "\r"]), random.choice(["", "\ufeff"])
    before, _, after = (mark + text.replace("\n", end)).partition(RAW_BYTE)
    return before.encode() + (b"\xe5" if RAW_BYTE in text else b"") + after.encode()


def told(files: Mapping[str, bytes], *codes: str) -> list[Told]:
    """Return what `check` finds; without codes, all but what the line ends and marks yield."""
    ignore = () if codes else ("AR117", "AR118")
    checking = Checking(as_of=LATER, select=codes, ignore=ignore)
    return sorted(
        Told(
            d.code, d.place.path, d.place.line, d.place.column, d.place.end_line, d.place.end_column
        )
        for d in check_project(MemoryTree(files), checking).diagnostics
    )
