"""The style sheet of the HTML: contrast of every pair of colours (WCAG 2.1, 1.4.3 and 1.4.11)."""

import re

import pytest

from arsrapport.source.tree import builtin_folder

CSS = (builtin_folder() / "html" / "style.css").read_text(encoding="utf-8")

SURFACES = {
    "paper": ("ink", "muted", "accent"),
    "tint": ("ink", "muted", "accent"),
    "band": ("on-band",),
    "warning": ("on-warning",),
}
"""Every background with the colours of text that stand on it."""


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def _inside(opening: str) -> str:
    """Return the body of the first rule that begins so, with whatever is nested in it."""
    start = CSS.index(opening) + len(opening)
    depth = 0
    for end in range(start, len(CSS)):
        depth += {"{": 1, "}": -1}.get(CSS[end], 0)
        if depth == 0 and CSS[end] == "}":
            return CSS[start:end]
    raise AssertionError(opening)


LIGHT = _colours(_inside(":root"))
THEMES = {
    "light": LIGHT,
    "dark": LIGHT | _colours(_inside("@media screen and (prefers-color-scheme: dark)")),
    "print": LIGHT | _colours(_inside("@media print")),
}


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1.0)],
)
def test_the_contrast_is_that_of_known_examples(one, other, ratio) -> None:
    assert ratio == pytest.approx(contrast(one, other), abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_its_background(theme: str) -> None:
    colours = THEMES[theme]
    weak = {
        (text, surface): round(contrast(colours[text], colours[surface]), 2)
        for surface, texts in SURFACES.items()
        for text in texts
        if contrast(colours[text], colours[surface]) < 4.5
    }

    assert weak == {}


def test_the_dark_theme_changes_every_colour() -> None:
    assert [name for name, colour in THEMES["dark"].items() if colour == LIGHT[name]] == []


def test_no_pair_of_colours_is_used_that_is_not_tested() -> None:
    surfaces = set(re.findall(r"background: var\(--([\w-]+)\)", CSS))
    texts = set(re.findall(r"(?<![-\w])color: var\(--([\w-]+)\)", CSS))

    assert surfaces == set(SURFACES)
    assert texts == {text for texts in SURFACES.values() for text in texts}
    assert len(texts) == 5


def test_colours_are_named_once_at_the_top() -> None:
    rules = re.sub(r"--[\w-]+: #[0-9a-f]{6};", "", CSS)

    # A picture may be transparent and is drawn for white paper, in the dark too.
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", rules) == ["#ffffff"]
    assert "background: #ffffff" in rules.partition("\nimg {")[2].partition("}")[0]


def test_the_focus_is_always_seen() -> None:
    assert "outline: 3px solid var(--accent)" in _inside(
        "a:focus-visible, summary:focus-visible, .scroll:focus-visible"
    )
    assert re.findall(r"outline(?:-width|-style)?: *(?:0|none)", CSS) == []


def test_nothing_moves_for_those_who_asked_for_stillness() -> None:
    moving = r"scroll-behavior|transition|animation"

    assert re.findall(moving, CSS) == ["scroll-behavior"]
    assert re.findall(moving, _inside("@media (prefers-reduced-motion: no-preference)")) == [
        "scroll-behavior"
    ]


def test_sizes_of_text_follow_the_reader() -> None:
    sizes = re.findall(r"font-size: ([^;]+);", CSS.partition("@media print")[0])

    assert len(sizes) > 20
    assert [
        size for size in sizes if not re.fullmatch(r"[\d.]+(rem|em|%)|clamp\([\d.]+rem, .*\)", size)
    ] == []


def test_the_sheet_fetches_nothing() -> None:
    assert re.findall(r"@import|@font-face|url\(", CSS) == []
