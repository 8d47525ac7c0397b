"""From a chapter's text to Jinja's tree, with exact places and only what chapters may use.

Jinja lends its lexer and its parser; nothing is ever compiled to Python or run by Jinja itself
(`evaluate` reads the tree). Its tokens carry a line only, so they are found again in the text and
given their offset instead: the `lineno` of every node and of every syntax error is an offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TokenStream
from jinja2.parser import Parser
from msgspec import Struct

from arsrapport.compose.template.source import FAULTS_LIMIT, TemplateSource
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.markup.holes import RESERVED
from arsrapport.source.characters import code_point, shown

ENVIRONMENT: Final = Environment(  # noqa: S701 - only its lexer and parser are used, never a rendering
    comment_start_string="{%#",  # `{#` is free text: Markdown uses it for names
    comment_end_string="#%}",
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)

TOKENS_LIMIT: Final = 100
"""Tokens in one tag: bounds how deep an expression can be."""
BRACKETS_LIMIT: Final = 10
"""Brackets within brackets: the parser goes a dozen calls down for each."""
NESTING_LIMIT: Final = 20
"""Loops and conditions within each other."""
DIGITS_LIMIT: Final = 9
"""Digits of a number."""

TAGS: Final = frozenset({"for", "endfor", "if", "elif", "else", "endif", "set", "endset"})
FOREIGN_TAGS: Final = frozenset(
    {
        *("autoescape", "block", "break", "call", "continue", "debug", "do", "extends", "filter"),
        *("from", "import", "include", "macro", "pluralize", "print", "trans", "with"),
    }
)
"""Jinja's other tags; none of them has a place in a chapter."""

_BEGINS: Final = frozenset({"variable_begin", "block_begin"})
_ENDS: Final = frozenset({"variable_end", "block_end"})
_WHITESPACE: Final = re.compile(r"\s*")
_PROBLEM_LIMIT: Final = 40


class PlacedToken(Struct, frozen=True):
    """A token of Jinja's lexer with its offset in the text."""

    offset: int
    kind: str
    text: str


class Tag(Struct, frozen=True):
    """A tag with the tokens between its marks, whitespace left out."""

    offset: int
    kind: str
    tokens: tuple[PlacedToken, ...]
    closed: bool

    @property
    def name(self) -> PlacedToken | None:
        """What a `{% … %}` begins with."""
        first = self.tokens[0] if self.tokens else None
        named = first is not None and first.kind == "name" and self.kind == "block_begin"
        return first if named else None


def parse(source: TemplateSource) -> tuple[nodes.Template | None, tuple[Diagnostic, ...]]:
    """Parse a chapter; the tree's line numbers are offsets in the text.

    Faults: AR116 for a character that the tool keeps for itself, AR603 for Jinja syntax, AR606 for
    a tag that is not allowed, AR607 for tags too long or too deep. With any of them, no tree.
    """
    faults = _reserved(source)
    if faults:
        return None, faults
    tokens, faults = _tokens(source)
    if faults:
        return None, faults
    tags = tuple(_tags(tokens))
    faults = tuple(islice(_faults_in_tags(source, tags), FAULTS_LIMIT))
    faults = faults or tuple(_faults_in_nesting(source, tags))
    if faults:
        return None, faults
    return _tree(source, tokens)


def _reserved(source: TemplateSource) -> tuple[Diagnostic, ...]:
    """Report each reserved character once, where it stands first."""
    first: dict[str, int] = {}
    for match in RESERVED.finditer(source.text):
        first.setdefault(match[0], match.start())
    return tuple(
        fault("AR116", source.place(offset), character=code_point(character))
        for character, offset in first.items()
    )


def _tokens(source: TemplateSource) -> tuple[list[PlacedToken], tuple[Diagnostic, ...]]:
    """Return the tokens of the text; what the lexer leaves out between two is white space."""
    tokens: list[PlacedToken] = []
    end = 0
    try:
        for _, kind, text in ENVIRONMENT.lexer.tokeniter(source.text, None):
            start = end
            if not source.text.startswith(text, start):
                start = _end_of_space(source.text, start)
            tokens.append(PlacedToken(start, kind, text))
            end = start + len(text)
    except TemplateSyntaxError:
        last = tokens[-1] if tokens else None
        if last is not None and last.kind in {"comment_begin", "raw_begin"}:
            return [], (_syntax(source, last.offset, last.text),)
        return [], (_syntax(source, end, source.text[end : end + 1]),)
    return tokens, ()


def _end_of_space(text: str, start: int) -> int:
    match = _WHITESPACE.match(text, start)
    return match.end() if match else start


def _syntax(source: TemplateSource, offset: int, problem: str) -> Diagnostic:
    return fault("AR603", source.place(offset), problem=shown(problem.strip(), _PROBLEM_LIMIT))


def _tags(tokens: list[PlacedToken]) -> Iterator[Tag]:
    begin: PlacedToken | None = None
    inside: list[PlacedToken] = []
    for token in tokens:
        if token.kind in _BEGINS:
            begin, inside = token, []
        elif begin is not None and token.kind in _ENDS:
            yield Tag(begin.offset, begin.kind, tuple(inside), closed=True)
            begin = None
        elif begin is not None and token.kind != "whitespace":
            inside.append(token)
    if begin is not None:
        yield Tag(begin.offset, begin.kind, tuple(inside), closed=False)


def _faults_in_tags(source: TemplateSource, tags: tuple[Tag, ...]) -> Iterator[Diagnostic]:
    for tag in tags:
        if not tag.closed:
            yield _syntax(source, tag.offset, "{%" if tag.kind == "block_begin" else "{{")
        elif len(tag.tokens) > TOKENS_LIMIT or _depth(tag) > BRACKETS_LIMIT:
            yield fault("AR607", source.place(tag.offset))
        else:
            yield from _faults_in_tag(source, tag)


def _depth(tag: Tag) -> int:
    depth = deepest = 0
    for token in tag.tokens:
        if token.kind == "operator" and token.text in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif token.kind == "operator" and token.text in ")]}":
            depth -= 1
    return deepest


def _faults_in_tag(source: TemplateSource, tag: Tag) -> Iterator[Diagnostic]:
    name = tag.name
    if name is not None and name.text not in TAGS:
        known = name.text.removeprefix("end") in FOREIGN_TAGS
        if not known:
            yield _syntax(source, name.offset, name.text)
        elif not name.text.startswith("end"):
            yield fault("AR606", source.place(name.offset), name=name.text)
        return
    for token in tag.tokens:
        place = source.place(token.offset)
        if token.kind == "float":
            yield fault("AR606", place, name=shown(token.text, _PROBLEM_LIMIT))
        elif token.kind == "integer" and len(token.text) > DIGITS_LIMIT:
            yield fault("AR607", place)
        elif token.kind == "string" and "\\" in token.text:
            yield _syntax(source, token.offset + token.text.index("\\"), "\\")


def _faults_in_nesting(source: TemplateSource, tags: tuple[Tag, ...]) -> Iterator[Diagnostic]:
    """Report ends without a beginning, beginnings without an end, and too many within each other.

    Only the first: what follows from it would mislead.
    """
    open_tags: list[PlacedToken] = []
    for tag in tags:
        name = tag.name
        if name is None:
            continue
        if name.text in {"for", "if"}:
            open_tags.append(name)
        elif name.text in {"endfor", "endif"}:
            if not open_tags or name.text != f"end{open_tags[-1].text}":
                yield _syntax(source, name.offset, name.text)
                return
            open_tags.pop()
        if len(open_tags) > NESTING_LIMIT:
            yield fault("AR607", source.place(name.offset))
            return
    if open_tags:
        yield _syntax(source, open_tags[-1].offset, open_tags[-1].text)


def _tree(
    source: TemplateSource, tokens: list[PlacedToken]
) -> tuple[nodes.Template | None, tuple[Diagnostic, ...]]:
    placed = ((token.offset, token.kind, token.text) for token in tokens)
    try:
        parser = Parser(ENVIRONMENT, "")
        parser.stream = TokenStream(ENVIRONMENT.lexer.wrap(placed), None, None)
        return parser.parse(), ()
    except TemplateSyntaxError as error:
        problem = next((token.text for token in tokens if token.offset == error.lineno), "")
        return None, (_syntax(source, error.lineno, problem),)
