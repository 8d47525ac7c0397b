"""The words of nodes without their form."""

import pytest

from arsrapport.document.nodes import (
    Break,
    Code,
    Emphasis,
    Footnote,
    Hole,
    Link,
    Paragraph,
    Reference,
    Span,
    Strong,
    Text,
)
from arsrapport.document.plain import plain_text


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Text("a\u00a0b"), "a\u00a0b"),
        (Text("\n"), " "),
        (Emphasis((Text("a"), Strong((Text("b"),)))), "ab"),
        (Code("a  b"), "a  b"),
        (Link("https://c.no", (Text("a"),)), "a"),
        (Reference("meeting:1", (Text("a"),)), "a"),
        (Reference("meeting:1"), ""),
        (Footnote((Paragraph((Text("a"),)),)), ""),
        (Span("en", (Text("a"),)), "a"),
        (Break(), " "),
        (Hole(1), ""),
    ],
)
def test_each_node_gives_the_words_that_are_read(node, expected):
    assert plain_text((Text("<"), node, Text(">"))) == f"<{expected}>"


def test_nothing_has_no_words():
    assert plain_text(()) == ""
