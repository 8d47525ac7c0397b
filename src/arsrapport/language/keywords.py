"""The words by which minutes mark something: *Sak*, *Vedtak*, *Frist*, in every language."""

from typing import Literal, TypeAlias

from arsrapport.language.tables import read_table

Keyword: TypeAlias = Literal[
    "item",
    "decision",
    "conclusion",
    "action",
    "responsible",
    "due",
    "remark",
    "supersedes",
    "table",
    "figure",
    "source",
    "everyone",
    "ongoing",
    "next_meeting_due",
]


def keyword(kind: Keyword) -> tuple[str, ...]:
    """Return the words for something in nynorsk, bokmål and English, in small letters.

    Capitals make no difference in a file: compare with what `casefold` makes of its words.
    """
    return tuple(read_table("keywords")[kind])
