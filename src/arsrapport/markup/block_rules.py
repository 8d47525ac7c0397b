"""Rules of our own for blocks: depth, comments, passages, and where a table ends.

They take and give what markdown-it's block rules do: the state, the first line, the line after the
last, and whether only to say that a block begins here.
"""

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

DEPTH: Final = 24
"""How deep blocks may stand inside each other; a list counts twice, for its items."""

_MARK: Final = 3
"""The fewest colons of a line that opens or closes a passage."""

_PARAGRAPH_ENDS: Final = ["paragraph", "reference", "blockquote", "list"]


def use_block_rules(parser: MarkdownIt) -> None:
    """Put the rules in their places; the first of all sees every block."""
    rules = parser.block.ruler
    rules.before("table", "begin", begin)
    rules.before("table", "table_end", table_end, {"alt": ["blockquote"]})
    rules.before("fence", "passage", passage, {"alt": _PARAGRAPH_ENDS})
    rules.before("heading", "comment", comment, {"alt": _PARAGRAPH_ENDS[:3]})


def begin(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    """Note where the block that is about to be read begins, and drop one that stands too deep."""
    if silent:
        return False
    offset = _first(state, line)
    state.env["begins"][len(state.tokens)] = offset
    if state.level < DEPTH:
        return False
    state.env["too_deep"].append(offset)
    state.line = _block_end(state, line, end)
    return True


def _block_end(state: StateBlock, line: int, end: int) -> int:
    """Return the line after the last that may belong to a block: lists hand on the text's end."""
    for below in range(line + 1, end):
        if state.sCount[below] < state.blkIndent and not state.isEmpty(below):
            return below
    return end


def table_end(state: StateBlock, line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """End a table at a line without a bar.

    GFM takes such a line for a row of one cell, and would swallow the `Kjelde: …` right below.
    """
    if not silent or state.parentType != "table":
        return False
    return "|" not in state.src[_first(state, line) : state.eMarks[line]]


# --- comments -------------------------------------------------------------------------------


def comment(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Drop a comment that begins a line; what follows it on its last line is read on.

    One that is followed by words on its only line is left to the rule for running text, and so is
    one that never ends, which is reported there.
    """
    begins = _first(state, line)
    if state.is_code_block(line) or not state.src.startswith("<!--", begins):
        return False
    own = state.src.find("-->", begins + 2, state.eMarks[line])
    if own >= 0 and state.src[own + 3 : state.eMarks[line]].strip():
        return False
    if silent:  # a paragraph ends here; where the comment ends, its container decides
        return True
    close = own + 3 if own >= 0 else _comment_end(state, begins, state.eMarks[end - 1])
    if close < 0:
        return False
    last = line
    while state.eMarks[last] < close:
        last += 1
    if state.src[close : state.eMarks[last]].strip():
        _begin_line_at(state, last, close)
        state.line = last
    else:
        state.line = last + 1
    return True


def _comment_end(state: StateBlock, begins: int, limit: int) -> int:
    """Return where a comment ends, or -1; a search that failed is not made again from below."""
    failed: dict[int, int] = state.env["open_comments"]
    if begins >= failed.get(limit, len(state.src)):
        return -1
    found = state.src.find("-->", begins + 2, limit)  # `<!-->` is whole (CommonMark 6.6)
    if found < 0:
        failed[limit] = begins
        return -1
    return found + 3


def _begin_line_at(state: StateBlock, line: int, offset: int) -> None:
    after = state.skipSpaces(offset)
    state.bMarks[line] = after
    state.tShift[line] = 0
    state.sCount[line] = state.blkIndent


# --- passages -------------------------------------------------------------------------------


def passage(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read a passage, from `::: name` to its closing `:::`; one that never ends goes to the end."""
    mark = _passage_mark(state, line)
    if mark is None:
        return False
    if silent:
        return True
    colons, name = mark
    if not name:
        state.push("passage_stray", "", 0)
        state.line = line + 1
        return True
    last, is_closed = _passage_end(state, line, end, colons)
    token = state.push("passage_open", "", 1)
    token.info = name
    token.meta["is_closed"] = is_closed
    token.map = [line, last + is_closed]
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.md.block.tokenize(state, line + 1, last)
    state.parentType, state.lineMax = parent, limit
    state.push("passage_close", "", -1)
    state.line = last + is_closed
    return True


def _passage_end(state: StateBlock, line: int, end: int, colons: int) -> tuple[int, bool]:
    """Find the line that closes a passage.

    As with fences a passage inside another is closed by as many colons as opened it. Where all have
    as many, the innermost is closed first, so that forgetting the longer mark lets nothing out.
    """
    opened = [colons]
    for below in range(line + 1, end):
        if state.sCount[below] < state.blkIndent and not state.isEmpty(below):
            return below, False
        mark = _passage_mark(state, below)
        if mark is None:
            continue
        count, name = mark
        if name:
            opened.append(count)
        elif count in opened:
            while opened.pop() != count:
                pass
        elif count > opened[-1]:
            opened.pop()
        if not opened:
            return below, True
    return end, False


def _passage_mark(state: StateBlock, line: int) -> tuple[int, str] | None:
    """Return the colons that a line begins with and the name after them, if it is a mark."""
    first = _first(state, line)
    if not state.src.startswith(":" * _MARK, first) or state.is_code_block(line):
        return None
    words = state.src[first : state.eMarks[line]]
    name = words.lstrip(":")
    return len(words) - len(name), name.strip()


def _first(state: StateBlock, line: int) -> int:
    """Return the offset of a line's first character after marks and indent."""
    return state.bMarks[line] + state.tShift[line]
