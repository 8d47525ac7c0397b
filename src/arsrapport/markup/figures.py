"""Figures: paragraphs that are images."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from itertools import groupby

from markdown_it.token import Token

from arsrapport.diagnostics import fault
from arsrapport.document.nodes import Block, Definition, Definitions, Figure, List, ListItem
from arsrapport.document.plain import plain_text
from arsrapport.markup.addresses import asset_path
from arsrapport.markup.captions import CONTAINERS, is_caption_line
from arsrapport.markup.inlines import alternative_text
from arsrapport.markup.places import Origin
from arsrapport.markup.reading import Reading


def figure_lines(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the lines of a paragraph that is an image, alone or with its caption and source.

    The list is empty for any other paragraph; an image in that one stands in running text.
    """
    if not any(token.type == "image" for token in tokens):
        return []
    groups = groupby(tokens, key=lambda token: token.type in {"softbreak", "hardbreak"})
    lines = [
        [token for token in line if not _is_blank(token)] for broken, line in groups if not broken
    ]
    lines = [line for line in lines if line]
    is_fit = all(is_image(line) or _is_caption(line) for line in lines)
    return lines if is_fit else []


def is_image(line: Sequence[Token]) -> bool:
    """Say whether a line is one image and nothing else."""
    return len(line) == 1 and line[0].type == "image"


def _is_blank(token: Token) -> bool:
    return token.type == "comment" or (token.type == "text" and not token.content.strip())


def _is_caption(line: Sequence[Token]) -> bool:
    has_image = any(token.type == "image" for token in line)
    return line[0].type == "text" and is_caption_line(line[0].content) and not has_image


def read_figure(token: Token, origin: Origin, reading: Reading) -> Figure | None:
    """Read an image; None when its picture can lie nowhere in the project (AR414)."""
    offset = origin.offset(token.meta["at"])
    href = str(token.attrs.get("src", ""))
    alt = " ".join(reading.plain(alternative_text(token.children), offset).split())
    if not alt:
        reading.fault("AR408", offset)
    asset = asset_path(href, reading.base)
    if not asset:
        reading.fault("AR414", offset, path=href)
        return None
    return Figure(asset, alt, place=reading.place(offset))


def judge_figures(blocks: Iterable[Block | ListItem | Definition], reading: Reading) -> None:
    """Report each figure whose alternative text says no more than its caption or its file name.

    A screen reader reads both, one after the other (WCAG 2.1, 1.1.1; F30 on file names).
    """
    for block in blocks:
        if isinstance(block, Figure) and block.place is not None and _says_nothing(block):
            reading.diagnostics.append(fault("AR409", block.place))
        elif isinstance(block, List | Definitions):
            judge_figures(block.items, reading)
        elif isinstance(block, CONTAINERS):
            judge_figures(block.children, reading)


def _says_nothing(figure: Figure) -> bool:
    name = posixpath.basename(figure.asset)
    known = (plain_text(figure.caption), name, posixpath.splitext(name)[0])
    return bool(figure.alt) and _bare(figure.alt) in map(_bare, known)


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
