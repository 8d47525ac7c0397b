"""What PyYAML says is wrong, as keywords of our own and at the place where it can be mended.

PyYAML knows its errors only by English sentences. This table is the one place that reads them; what
it does not know is `other`, with PyYAML's own place.
"""

import re
from typing import Final, Literal, TypeAlias

import yaml
from msgspec import Struct

Problem: TypeAlias = Literal[
    "block-text",
    "bad-indentation",
    "colon",
    "colon-in-brackets",
    "directive",
    "documents",
    "escape",
    "list-entry",
    "missing-colon",
    "missing-comma",
    "other",
    "question-mark",
    "start-character",
    "stray-bracket",
    "tab",
    "text-after-bracket",
    "text-after-quote",
    "unclosed-bracket",
    "unclosed-quote",
]
"""The argument `problem` of AR105."""

Refused: TypeAlias = Literal["tag", "anchor", "alias"]
"""The argument `what` of AR106."""

_SENTENCES: Final[tuple[tuple[str, Problem | Refused], ...]] = (
    (r"found '\\t'|found character '\\t'", "tab"),
    (r"anchor: ", "anchor"),
    (r"alias: ", "alias"),
    (r"directive|incompatible YAML document|duplicate tag handle", "directive"),
    (r"(?:scanning|parsing) a tag|undefined tag handle", "tag"),
    (r"found unexpected (?:end of stream|document separator)", "unclosed-quote"),
    (r"a double-quoted scalar: ", "escape"),
    (r"a block scalar: ", "block-text"),
    (r"cannot start any token", "start-character"),
    (r"simple key: ", "missing-colon"),
    (r"sequence entries are not allowed", "list-entry"),
    (r"mapping keys are not allowed", "question-mark"),
    (r"mapping values are not allowed", "colon"),
    (r"(?:but got|but found) '(?:<(?:stream|document) (?:end|start)>)'", "unclosed-bracket"),
    (r"but got ':'", "colon-in-brackets"),
    (r"but got '[\]}]'", "stray-bracket"),
    (r"but got ", "missing-comma"),
    (r"but found '(?:[,\]}])'", "stray-bracket"),
    (r"expected <block end>, but found '-'", "list-entry"),
    (r"expected <block end>", "bad-indentation"),
    (r"expected '<document start>'", "documents"),
)
_OF_WORDS: Final[frozenset[Problem | Refused]] = frozenset(
    {
        "bad-indentation",
        "block-text",
        "documents",
        "missing-colon",
        "other",
        "text-after-bracket",
        "text-after-quote",
    }
)
"""Problems of all that stands on the line; the others are of one sign."""

_TABS: Final = re.compile("\t*")
_WORD: Final = re.compile(r".?[^\s,\[\]{}]*")
_LEAD: Final = re.compile(r"[ ]*+(?:- +)*+")
_KEY_LINE: Final = re.compile(_LEAD.pattern + r"(?P<key>[A-Za-z_]+)[ ]*(?P<colon>:)(?:[ \n]|$)")


class Seen(Struct, frozen=True):
    """The last text or closing bracket that was read before an error."""

    kind: Literal["plain", "quoted", "block", "brackets"]
    start: int
    end: int


class Scene(Struct, frozen=True):
    """What had been read when PyYAML gave up."""

    text: str
    last: Seen | None
    bracket: int | None
    """Where the innermost open `[` or `{` stands."""


def locate(error: yaml.MarkedYAMLError, scene: Scene) -> tuple[Problem | Refused, int]:
    """Return what is wrong, and the index of the character at which to say so."""
    problem = _keyword(error)
    index = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else index
    match problem:
        case "unclosed-quote" | "missing-colon" | "tag" | "anchor" | "alias":
            return problem, context
        case "unclosed-bracket":
            return problem, index if scene.bracket is None else scene.bracket
        case "colon" if scene.last is not None:
            return _colon(scene.text, scene.last, index)
        case "colon-in-brackets" | "missing-comma" if scene.bracket is not None:
            return _in_brackets(scene.text, scene.bracket, problem, index)
        case "bad-indentation" | "documents" if scene.last is not None:
            return _behind(scene.text, scene.last, problem, index)
        case _:
            return problem, index


def extent(problem: Problem | Refused, text: str, index: int) -> int:
    """Return where what is wrong ends: a sign that stands wrong, or the words to the line's end."""
    if problem == "tab":
        return next(_TABS.finditer(text, index)).end()
    if problem in _OF_WORDS:
        return end_of_line(text, index)
    return min(index + 1, len(text))


def end_of_line(text: str, index: int) -> int:
    """Return where the words of a line end, from an index on."""
    newline = text.find("\n", index)
    return index + len(text[index : newline if newline >= 0 else len(text)].rstrip())


def end_of_word(text: str, index: int) -> int:
    """Return where a tag, an anchor or an alias ends that begins at an index."""
    return next(_WORD.finditer(text, index)).end()


def _keyword(error: yaml.MarkedYAMLError) -> Problem | Refused:
    sentence = f"{error.context}: {error.problem}"
    return next((word for form, word in _SENTENCES if re.search(form, sentence)), "other")


def _colon(text: str, last: Seen, index: int) -> tuple[Problem, int]:
    """Tell a key that YAML took for a part of the text above it from a text with a colon.

    The key stands too far in, as in `date: 2017-03-15` over ` language: nn`; or not far in at all,
    and then the line above has no colon.
    """
    begin = _line_start(text, index)
    key = _KEY_LINE.match(text, begin)
    if key is None or key.start("colon") != index:
        return "colon", index
    return (
        ("missing-colon", last.start)
        if key.start("key") == begin
        else ("bad-indentation", key.start("key"))
    )


def _in_brackets(text: str, bracket: int, problem: Problem, index: int) -> tuple[Problem, int]:
    """Tell a bracket that was never closed, so that the keys below it were read as its entries.

    Such a key stands no further in than what stands first in the line of the bracket.
    """
    opening, begin = _line_start(text, bracket), _line_start(text, index)
    key = _KEY_LINE.match(text, begin)
    if opening == begin or key is None or key.start("key") - begin > _lead(text, opening):
        return problem, index
    return "unclosed-bracket", bracket


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _lead(text: str, begin: int) -> int:
    """Return how far in the first word of a line stands, behind the dashes of lists."""
    return next(_LEAD.finditer(text, begin)).end() - begin


def _behind(text: str, last: Seen, problem: Problem, index: int) -> tuple[Problem, int]:
    """Tell what stands behind a closed quote or bracket from what is not indented as it should."""
    if "\n" in text[last.end : index]:
        return problem, index
    match last.kind:
        case "brackets":
            return "text-after-bracket", index
        case "quoted" if "\n" in text[last.start : last.end]:
            return "unclosed-quote", last.start
        case "quoted":
            return "text-after-quote", index
        case _:
            return problem, index
