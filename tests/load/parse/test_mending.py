"""The line as it should be, and the way back from a mended text to the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.parse.mending import Draft, Span, mended_line, quoted


@pytest.mark.parametrize(
    ("text", "scalar"),
    [
        ("Sak: noko", '"Sak: noko"'),
        ('Om "noko": her', "'Om \"noko\": her'"),
        ("C:\\noko", "'C:\\noko'"),
        ('Kari\'s "noko"', "'Kari''s \"noko\"'"),
    ],
)
def test_a_text_is_quoted_so_that_yaml_reads_it_as_it_is(text, scalar):
    assert quoted(text) == scalar


def test_a_line_is_shown_with_what_stands_around_the_text():
    text = "a: 1\n  - title: Sak: noko   # merknad\nb: 2\n"
    start = text.index("Sak")

    line = mended_line(text, Span(start, start + len("Sak: noko")))

    assert line == '  - title: "Sak: noko"   # merknad'


def test_a_text_of_several_lines_is_shown_on_one():
    text = "title: Sak: noko\n  som held fram\n"

    assert mended_line(text, Span(7, len(text) - 1)) == 'title: "Sak: noko som held fram"'


def test_a_line_that_is_shown_steers_no_terminal_and_ends():
    line = mended_line(f"a: \x1b[31m\u202e{'b' * 2_000}\n", Span(3, 2_009))

    assert line.startswith('a: "\ufffd[31m\ufffdbbb')
    assert len(line) == 500


def mended(text, data, passes):
    draft = Draft(text)
    for _ in range(data.draw(st.integers(0, passes))):
        ends = st.lists(st.integers(0, len(draft.text)), max_size=6, unique=True).map(sorted)
        drawn = data.draw(ends)
        draft = draft.quote([Span(*pair) for pair in zip(drawn[::2], drawn[1::2], strict=False)])
    return draft


@given(st.text("ab'\"\\ \n", max_size=30), st.data())
def test_the_way_back_keeps_the_order_and_both_ends(text, data):
    draft = mended(text, data, passes=3)

    found = [draft.original(index) for index in range(len(draft.text) + 1)]

    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, len(text))


@given(st.text("ab \n", max_size=30), st.data())
def test_every_character_of_a_mended_text_leads_back_to_its_own(text, data):
    draft = mended(text, data, passes=2)

    written = [index for index, character in enumerate(draft.text) if character in "ab \n"]

    assert [draft.original(index) for index in written] == list(range(len(text)))
