"""Claims: sentences that surely count what a committee did in the whole of a period.

Only a sentence that begins as one of the shapes in `language/claims/` is one, and only when nothing
behind it limits or adds to the count, and nothing before it is about another time or body.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from arsrapport.language.openings import is_abbreviation
from arsrapport.language.tables import read_table
from arsrapport.rules.report.claim_shapes import (
    Setting,
    bodies,
    body_words,
    figures,
    forms,
    number_of,
    numeral,
    phrases,
    quick,
    shape,
    when,
    with_treating,
    years,
)

_SENTENCE_END: Final = re.compile(r"[.!?…][\"'»”’)\]]{0,3}\s+(?=[^\sa-zæøå])")
_YEAR: Final = re.compile(r"(?<!\w)(?:1[89]|2[01])[0-9]{2}(?!\w)")
_NEAR: Final = 300
"""Characters behind a claim in which something may be added to what it counts."""
_CONTEXT: Final = 2_000
"""Characters before a sentence that may tell what it is about."""


class Context(Struct, frozen=True):
    """Where a running text stands."""

    above: str
    """The titles over it, and what stands before it in its section."""
    is_top: bool = True
    """Whether no title but a chapter's is over it. Under another, a sentence that names no time is
    about what that title says."""


class Claim(Struct, frozen=True):
    """A number with its noun, in a text."""

    figure: str
    """`meetings`, `items` … as in language/claims/common.toml."""
    number: int
    written: str
    noun: str
    start: int
    end: int


def find_claims(
    text: str, context: Context, setting: Setting, is_wrong: Callable[[Claim], bool]
) -> Iterator[Claim]:
    """Yield the claims of a running text that are wrong.

    Args:
        text: With what others said blanked out.
        context: Where it stands.
        setting: Of the report, in the language of the text.
        is_wrong: Says whether the data contradict a claim.
    """
    if not quick(setting.language).search(text):
        return
    for start, end in _sentences(text):
        claims = [claim for claim in _claims_of(text, start, end, setting) if is_wrong(claim)]
        before = f"{context.above} {text[max(start - _CONTEXT, 0) : start]}"[-_CONTEXT:]
        sentence = text[start:end]
        if not claims or not _is_whole(sentence, before, setting):
            continue
        is_timed = context.is_top or _is_timed(sentence, setting)
        lasting = read_table("claims/common")["lasting"]["figures"]
        for claim in claims:
            if (is_timed or claim.figure in lasting) and not _adds(text, claim, setting):
                yield claim


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends."""
    ends = [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if not is_abbreviation(text, found.start())
    ]
    begin = len(text) - len(text.lstrip())
    for start, end in pairwise((begin, *ends, len(text))):
        if start < end:
            yield start, end


def _claims_of(text: str, start: int, end: int, setting: Setting) -> Iterator[Claim]:
    """Yield what a sentence counts, whatever stands around it."""
    language = setting.language
    words = {found[1].casefold() for found in quick(language).finditer(text, start, end)}
    counted = {figure for figure in figures() if words & forms(figure, language)}
    seen: set[tuple[str, int]] = set()
    for template in read_table(f"claims/{language}")["shapes"] if counted else ():
        whole = with_treating(template, language)
        if not any(f"{{{figure}}}" in whole for figure in counted):
            continue
        found = shape(template, setting).match(text, start, end)
        for figure in sorted(counted & (found.groupdict().keys() if found else set())):
            if found and found[figure] and (figure, found.start(figure)) not in seen:
                seen.add((figure, found.start(figure)))
                written, noun = found[f"{figure}_number"], found[f"{figure}_noun"]
                number = number_of(written, language)
                yield Claim(figure, number, written, noun, *found.span(figure))


def _is_whole(sentence: str, before: str, setting: Setting) -> bool:
    """Say whether a sentence is about no other time, and no other committee.

    One that names the period says so itself; what stands before another must not be about a part
    of it, or about another year. The same goes for the committee.
    """
    of_period = years(setting)
    if _YEAR.search(re.sub(of_period, "", sentence)):
        return False
    if not _is_timed(sentence, setting):
        others = _YEAR.search(re.sub(of_period, "", before))
        if others or phrases("parts", setting.language).search(before):
            return False
    return not _other_body(f"{before} {sentence}", sentence, setting)


def _is_timed(sentence: str, setting: Setting) -> bool:
    return re.search(when(setting), sentence, re.IGNORECASE) is not None


def _other_body(text: str, sentence: str, setting: Setting) -> bool:
    """Say whether another body may be meant: of *utvalet* another *-utval*, else any."""
    own = bodies(setting)
    small = sentence.casefold()
    is_named = any(name in small for name in own.called)
    for found in body_words().finditer(text.casefold()):
        stem = found[0].removesuffix("s")
        if found[0] in own.known or stem in own.known or stem in own.ends:
            continue
        if stem.endswith(own.ends):
            return True
        if not is_named and any(end in found["end"] for end in own.others):
            return True
    return False


def _adds(text: str, claim: Claim, setting: Setting) -> bool:
    """Say whether more is counted behind a claim: *i tillegg*, *og eitt telefonmøte*."""
    behind = text[claim.end : claim.end + _NEAR]
    if phrases("additions", setting.language).search(behind):
        return True
    more = rf"(?<!\w)(?:{numeral(setting.language)})\s+\w+{re.escape(claim.noun)}(?!\w)"
    return re.search(more, behind, re.IGNORECASE) is not None
