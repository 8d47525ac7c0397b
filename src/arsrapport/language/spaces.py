"""Spaces where no line may end: *kl. 9*, *8 %*, *§ 13*, *15. mars*, *1 000*, *jf. § 2*, *J. H. Li*.

Source of the rules: Språkrådet, «Mellomrom» and «Tall, tid, dato».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from arsrapport.language.languages import Language
from arsrapport.language.tables import NBSP, grammar, read_table


def with_hard_spaces(text: str, language: Language) -> str:
    """Return a text in which what belongs together stays on one line.

    Nothing but the kind of some spaces changes: the text is as long as before. The time taken is
    linear in its length.
    """
    return _pattern(language).sub(lambda found: found[0].replace(" ", NBSP), text)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = read_table("spaces")[language]
    end = re.escape(grammar(language).day_end)
    alternatives = (
        rf"(?i:(?<![\w.]){_any(words['before_numbers'])}) (?=[0-9§])",
        rf"(?i:(?<![\w.]){_any(words['before_words'])}) (?=[\w§(])",
        # The thousands of a number: each group but the first has three figures.
        r"(?<![0-9.,/-])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])",
        rf"(?<=[0-9]) (?={_any(words['after_numbers'])}(?!\w))",
        rf"(?<=[0-9]{end}) (?={_any(grammar(language).months)}\b)",
        # Initials: the last of several stays with the name, too.
        r"(?<=\b[A-ZÆØÅ]\.) (?=[A-ZÆØÅ])",
    )
    return re.compile("|".join(alternatives))


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
