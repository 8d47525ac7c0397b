"""The Markdown that is read: CommonMark, tables, footnotes, and the forms of docs/format.md."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from arsrapport.markup.block_rules import use_block_rules
from arsrapport.markup.inline_rules import use_inline_rules

_NESTING = 32
"""How deep brackets may stand inside each other; the parser takes deeper ones for text. More than
block_rules.DEPTH, so that no block is left out without a word."""


class _Parser(MarkdownIt):
    """Leaves addresses as they are written; `addresses` judges and encodes them."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's signature
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "maxNesting": _NESTING, "store_labels": True}
    parser = _Parser("commonmark", options).enable("table")
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.disable("html_block")
    use_block_rules(parser)
    use_inline_rules(parser)
    # Words stay in the pieces that they were read in, so that each keeps its place.
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    parser.core.ruler.enableOnly(["normalize", "block", "inline"])
    return parser


def internal_maps(tokens: Sequence[Token]) -> Iterator[range]:
    """Yield the lines of each withheld passage, its marks among them; the first is 0."""
    for token in tokens:
        if token.type == "passage_open" and token.info.lower() == "internal":
            yield range(*(token.map or (0, 0)))


def parse_tokens(text: str) -> tuple[list[Token], dict[str, Any]]:
    """Parse a text whose lines end with a line feed, the last one too.

    Returns:
        The tokens. A block's has in `meta["at"]` where it begins in the text, those of running text
        where they begin in the content of theirs. And what the rules noted: `too_deep`, where
        blocks were dropped, and `references`, the definitions of links.
    """
    notes: dict[str, Any] = {
        "begins": {},
        "open_comments": {},
        "unclosed": ("", 0, 0),
        "too_deep": [],
    }
    tokens = _parser().parse(text, notes)
    for index, offset in notes["begins"].items():
        if index < len(tokens):
            tokens[index].meta["at"] = offset
    return tokens, notes
