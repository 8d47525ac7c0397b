import pytest

from arsrapport.source.characters import CONTROL, code_point, shown


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x0c", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_control_characters_are_told(character):
    assert CONTROL.search(f"a{character}b")


@pytest.mark.parametrize("character", ["\t", "\n", "å", "\u00a0", "\u00ad", "–", "\U0001f600"])
def test_what_people_write_is_none(character):
    assert not CONTROL.search(f"a{character}b")


def test_a_code_point_is_written_as_unicode_does():
    assert [code_point("\x0b"), code_point("\U0001f600")] == ["U+000B", "U+1F600"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\n  b\tc", "a b c"),
        ("a\x1b[31m", "a\ufffd[31m"),
        ("a\u202eb\ud800", "a\ufffdb\ufffd"),
        ("15.\u00a0mars", "15.\u00a0mars"),
        ("x" * 200, "x" * 200),
        ("x" * 201, "x" * 199 + "…"),
    ],
)
def test_what_is_shown_stands_on_one_line_and_steers_nothing(text, seen):
    assert shown(text) == seen
