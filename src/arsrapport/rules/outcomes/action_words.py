"""Words that are nearly right: those that make a quote an action, and a line one that closes it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.lead import read_lead, split_lead
from arsrapport.document.nodes import (
    List,
    ListItem,
    Paragraph,
    Passage,
    Quote,
    Section,
    Strong,
    Text,
)
from arsrapport.document.plain import plain_text
from arsrapport.language.keywords import Keyword
from arsrapport.language.near_words import is_keyword, misspelt_keyword, replaced_keyword
from arsrapport.model.archive import Committee, Outcome
from arsrapport.model.follow_ups import actions_of
from arsrapport.rules.subject import Subject
from arsrapport.rules.written import Lines, spanned
from arsrapport.source.place import Place

LEADS: Final[tuple[Keyword, ...]] = ("decision", "conclusion", "action")
LABELS: Final[tuple[Keyword, ...]] = ("responsible", "due", "remark")

# --- the bold word --------------------------------------------------------------------------

_CONTAINERS: Final = (Section, Passage, List, ListItem)
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r" ?(?P<number>[^\s:]*[0-9][^\s:]*?)(?P<stop>[.:]*)(?= |$)")


class NearLead(Struct, frozen=True):
    """Bold words that a quote begins with, and that are nearly those of an outcome."""

    place: Place
    written: str
    """What is wrong in them: the word, or the word with its number."""
    right: str
    id: str
    """The number that they give, as written; "" for none."""


def misread_leads(subject: Subject) -> Iterator[Diagnostic]:
    """AR503: a quote that begins with a bold word that is nearly *Vedtak*, *Tiltak* and the like.

    The word is a slip of the right one, one that people are known to write instead, or the right
    one with a number or an end that keeps the quote from being read.
    """
    lines = Lines(subject.texts)
    for lead in near_leads(subject.committee):
        place = spanned(lead.place, lead.written, lines)
        yield fault("AR503", place, word=lead.written, nearest=lead.right)


def near_leads(committee: Committee) -> Iterator[NearLead]:
    """Yield the bold words of a committee's minutes that are nearly right."""
    for meeting in committee.meetings:
        for item in meeting.items:
            for quote in _own_quotes(item.body):
                yield from _near_lead(quote)


def _own_quotes(blocks: Iterable[Any]) -> Iterator[Quote]:
    """Yield the quotes that could be outcomes; one in another is what somebody else said."""
    waiting = list(reversed(tuple(blocks)))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Quote):
            if node.kind == "quote":
                yield node
        elif isinstance(node, _CONTAINERS):
            waiting += reversed(node.items if isinstance(node, List) else node.children)


def _near_lead(quote: Quote) -> Iterator[NearLead]:
    place = _bold_place(quote)
    words, _ = split_lead(quote.children)
    found = _WORD.match(words)
    if place is None or found is None:
        return
    word, rest, lead = found[0], words[found.end() :], read_lead(words)
    has_shape = lead is not None and lead.word == word
    right = _right_word(word) or (replaced_keyword(word, "leads") if has_shape else "")
    number = _NUMBER.match(rest)
    if right and lead is not None and has_shape:
        yield NearLead(place, word, right, lead.id)
    elif right and number and (number["stop"] or number.end() == len(rest) or _is_id(number)):
        id_ = number["number"]
        yield NearLead(place, f"{word}{number[0]}", f"{right} {id_.replace('.', '-')}.", id_)
    elif right and not rest.strip(" .:"):
        yield NearLead(place, word, f"{right}.", "")


def _right_word(word: str) -> str:
    return word if is_keyword(word, LEADS) else misspelt_keyword(word, LEADS)


def _is_id(number: re.Match[str]) -> bool:
    """Say whether a number is one that only an outcome has: *K17-01*, not *3*."""
    return not number["number"].isdecimal()


def _bold_place(quote: Quote) -> Place | None:
    """Return where the bold words begin, where they begin with plain words."""
    first = quote.children[0] if quote.children else None
    strong = first.children[0] if isinstance(first, Paragraph) and first.children else None
    text = strong.children[0] if isinstance(strong, Strong) and strong.children else None
    return text.place if isinstance(text, Text) else None


# --- the labels -----------------------------------------------------------------------------

_QUOTED: Final = re.compile(r"[ \t]*>[ \t]?")
_LABEL: Final = re.compile(
    r"(?P<before>[ \t]*[*_]{0,3})(?P<label>[^\W\d_][^:*_]{0,40}?)[*_]{0,3}[ \t]*:"
)


class Label(Struct, frozen=True):
    """The label of a line at the end of an action."""

    written: str
    right: str
    """The word that it is, or is meant to be."""
    kind: Keyword
    place: Place


def misread_labels(subject: Subject) -> Iterator[Diagnostic]:
    """AR504: a line that closes an action with a label that is nearly right: *Ansvr: …*.

    The label is a slip of the right one, or one that people are known to write instead.
    """
    lines = Lines(subject.texts)
    for meeting in subject.committee.meetings:
        for _, outcome in actions_of(meeting):
            for label in reversed(labels_of(outcome, lines)):
                if label.written.casefold() != label.right.casefold():
                    yield fault("AR504", label.place, label=label.written, nearest=label.right)


def labels_of(outcome: Outcome, lines: Lines) -> Sequence[Label]:
    """Return the labels that close an action though one of them is only nearly right.

    None where all are right, as then the lines have been read. The last one comes first.
    """
    place = outcome.place
    last = outcome.body[-1] if outcome.body else None
    if place is None or not isinstance(last, Paragraph) or ":" not in plain_text(last.children):
        return ()
    found = []
    for number, column, text in reversed(_quoted_lines(place, lines)):
        label = _label(place.path, number, column, text)
        if label is not None:
            found.append(label)
        elif text.strip():
            break
    return found


def _quoted_lines(place: Place, lines: Lines) -> list[tuple[int, int, str]]:
    """Return the lines of a quote, each with its number, its first column and its text."""
    found = []
    written = lines.of(place.path)
    start = place.column - 1
    for number in range(place.line, len(written) + 1):
        mark = _QUOTED.match(written[number - 1], start)
        if mark is None:
            break
        found.append((number, mark.end() + 1, written[number - 1][mark.end() :]))
        start = 0
    return found


def _label(path: str, number: int, column: int, text: str) -> Label | None:
    match = _LABEL.match(text)
    if match is None:
        return None
    written = " ".join(match["label"].split())
    right = written if is_keyword(written, LABELS) else ""
    right = right or misspelt_keyword(written, LABELS) or replaced_keyword(written, "labels")
    kind = next((kind for kind in LABELS if is_keyword(right, (kind,))), None)
    if kind is None:
        return None
    start = column + match.start("label")
    place = Place(path, number, start, number, start + len(match["label"].rstrip()))
    return Label(written, right, kind, place)
