"""Spaces where no line may end: *kl. 9*, *8 %*, *§ 13*, *15. mars*, *1 000*, *jf. § 2*, *J. H. Li*.

Source of the rules: Språkrådet, «Mellomrom» and «Tall, tid, dato».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from arsrapport.language.languages import Language
from arsrapport.language.tables import NBSP, grammar, read_table

_THOUSANDS: Final = re.compile(r"(?<![0-9.,/-])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
"""Each group of a number but the first has three figures."""


def with_hard_spaces(text: str, language: Language) -> str:
    """Return a text in which what belongs together stays on one line.

    Nothing but the kind of some spaces changes: the text is as long as before. The time taken is
    linear in its length.
    """
    words = _between_words(language).sub(NBSP, text)
    return _THOUSANDS.sub(lambda number: number[0].replace(" ", NBSP), words)


@cache
def _between_words(language: Language) -> re.Pattern[str]:
    """Return what finds such a space; most others are passed by for what stands before them."""
    words = read_table("spaces")[language]
    end = re.escape(grammar(language).day_end)
    alternatives = (
        rf"(?=[0-9§])(?i:{_after(words['before_numbers'])})",
        rf"(?=[\w§(])(?i:{_after(words['before_words'])})",
        rf"(?<=[0-9] )(?={_any(words['after_numbers'])}(?!\w))",
        rf"(?<=[0-9]{end} )(?={_any(grammar(language).months)}\b)",
        # Initials: the last of several stays with the name, too.
        r"(?<=\b[A-ZÆØÅ]\. )(?=[A-ZÆØÅ])",
    )
    ends = {word[-1] for word in (*words["before_numbers"], *words["before_words"])}
    return re.compile(
        rf"(?<=[0-9.{re.escape(''.join(sorted(ends)))}]) (?:{'|'.join(alternatives)})"
    )


def _after(words: Iterable[str]) -> str:
    return "|".join(rf"(?<=(?<![\w.]){re.escape(word)} )" for word in words)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
