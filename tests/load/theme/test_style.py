r"""A style sheet of the project's own: nothing is loaded, whatever way it is written."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.theme.style import LENGTH_LIMIT, judge_style


def told(text):
    return [
        (found.place.line, found.place.column, dict(found.arguments)["what"])
        for found in judge_style(text, "theme/extra.css")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "h1 { color: red; margin: 0 auto }",
        "h1 { background: url(data:image/png;base64,AAAA) }",
        "h1 { background: url( 'data:image/png;base64,AAAA' ) }",
        "h1 { mask: url(#a) }",
        "/* url(https://example.org) @import */",
        'h1::before { content: "url(x) @import /*" }',
        "h1::before { content: '\\'url(x)' }",
        "@media print { h1 { color: black } } @supports (display: grid) { a { b: c } }",
        "h1 { width: calc(1px + var(--a)); transform: translate(1px) }",
        "@font-face { font-family: A; src: url(data:font/woff2;base64,AA) format('woff2') }",
        "@media (width < 40em) { a { b: c } }",
    ],
)
def test_what_loads_nothing_is_not_told_of(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("h1 { background: url(a.png) }", "address"),
        ("h1 { background: URL( https://example.org/a.png ) }", "address"),
        ('h1 { background: url("//example.org") }', "address"),
        (r"h1 { background: \75rl(a) }", "address"),
        (r"h1 { background: u\72 l('a') }", "address"),
        (r"h1 { background: \000075\000072\00006c('a') }", "address"),
        ("h1 { background: image-set('a.png' 1x) }", "address"),
        ("h1 { background: -webkit-image-set(url(data:,) 1x) }", "address"),
        ("h1 { background: src('a') }", "address"),
        ("h1 { content: '/*' } h2 { background: url(a) } h3 { content: '*/' }", "address"),
        ('h1 { background: url(data:x"y) ; a: url(b) ; c: "d" }', "address"),
        ("/* open */ h1 { background: url(a) } /*", "address"),
        ("h1 { content: 'open\n; background: url(a) }", "address"),
        ("@import 'a.css';", "import"),
        ("@IMPORT url(data:,)", "import"),
        (r"@\69mport 'a'", "import"),
        ("</style><script>", "end"),
        ("/* </STYLE> */", "end"),
        ("h1 { content: '</style>' }", "end"),
        ("h1 { background: url(data:</style>) }", "end"),
        ("h1 { background: url('data:</style>') }", "end"),
        (" " * (LENGTH_LIMIT + 1), "length"),
    ],
)
def test_what_loads_or_ends_the_sheet_is_told_of(text, what):
    assert what in {found for _, _, found in told(text)}


def test_all_are_told_of_where_they_stand():
    assert told("a { b: url(c) }\n  @import 'd';\n</e") == [
        (1, 8, "address"),
        (2, 3, "import"),
        (3, 1, "end"),
    ]


@given(st.text("url(@import\\75 \"'/*</data:#x)\n", max_size=60))
def test_no_end_of_the_sheet_ever_passes(text):
    assert ("</" in text) <= bool(told(text))


@pytest.mark.parametrize(
    "piece", ["(", '"', "'", "\\", "/*", "url(", "a", "@", "/* * ", "é", "u\\72 "]
)
def test_a_long_sheet_takes_no_time(piece):
    text = piece * (LENGTH_LIMIT // len(piece))
    begin = time.process_time()

    judge_style(text, "theme/extra.css")

    assert time.process_time() - begin < 2
