"""Colours: contrast as WCAG has it, the nearest shade that holds, and the dark screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.theme.colours import ENOUGH, WHITE, contrast, judge_colours, mixed, shade
from arsrapport.model.files.theme import ColoursFile
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions

NOWHERE = Positions(Place("theme/theme.yaml"))
COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
KEYS = ("ink", "accent", "muted", "tint", "rule", "band")


def judged(**colours):
    return judge_colours(ColoursFile(**colours), NOWHERE)


def told(**colours):
    return [dict(found.arguments) for found in judged(**colours)[2]]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#00824d", "#ffffff", 4.9),
        ("#00824d", "#e3f1e6", 4.2),
    ],
)
def test_the_contrast_is_that_of_known_examples(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.06)
    assert contrast(one, other) == contrast(other, one)


def test_the_nearest_grey_that_can_be_read_on_white_is_the_known_one():
    assert shade("#808080", [WHITE]) in {"#757575", "#767676"}
    assert shade("#123456", [WHITE]) == "#123456"


def test_no_shade_stands_out_from_black_and_white_and_grey():
    assert shade("#ff0000", ["#000000", "#777777", "#ffffff"]) == ""


@given(COLOUR)
def test_a_shade_stands_out_and_the_one_before_does_not(colour):
    found = shade(colour, [WHITE])

    assert contrast(found, WHITE) >= ENOUGH
    if found != colour:
        parts = [int(c[i : i + 2], 16) for c in (colour, found) for i in (1, 3, 5)]
        assert all(after <= before for before, after in zip(parts[:3], parts[3:], strict=True))
        assert contrast(colour, WHITE) < ENOUGH


def test_a_mixture_goes_from_one_colour_to_the_other():
    assert [mixed("#000000", "#ff8000", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#804000",
        "#ff8000",
    ]


@pytest.mark.parametrize("accent", ["#00824d", "#767676", "#7a1f5c", "#0000ff"])
def test_an_accent_alone_is_enough_if_it_can_be_read_on_white(accent):
    light, _, found = judged(accent=accent)

    assert found == ()
    assert light.band == accent
    for ground in (WHITE, light.tint, light.faint):
        assert all(contrast(t, ground) >= ENOUGH for t in (light.ink, light.accent, light.muted))


def test_only_what_the_theme_says_is_told_of():
    assert told(ink="#111111") == []
    assert told(accent="#cccccc") == [
        {
            "key": "accent",
            "text": "accent",
            "ground": "paper",
            "whole": "1",
            "hundredths": "60",
            "better": "#767676",
        }
    ]
    assert told(tint="#888888")[0]["key"] == "tint"


def test_a_ratio_is_cut_and_never_rounded_up_to_what_is_enough():
    found = told(accent="#777777")[0]
    assert (found["whole"], found["hundredths"]) == ("4", "47")


def test_a_bright_band_has_dark_text_and_stays_bright_on_a_dark_screen():
    light, dark, found = judged(ink="#0d1b2a", band="#f2c230")

    assert found == ()
    assert (light.on_band, dark.band, dark.on_band) == ("#0d1b2a", "#f2c230", "#0d1b2a")


@given(st.dictionaries(st.sampled_from(KEYS), COLOUR))
def test_whatever_the_theme_says_all_that_is_worked_out_can_be_read(colours):
    light, dark, found = judged(**colours)

    for text in (dark.ink, dark.accent, dark.muted):
        assert contrast(text, dark.paper) >= ENOUGH
        assert contrast(text, dark.tint) >= ENOUGH
    weak = {dict(fault.arguments)["key"] for fault in found}
    assert weak <= set(colours)
    if "band" not in weak and not weak:
        assert contrast(light.on_band, light.band) >= ENOUGH
        assert contrast(dark.on_band, dark.band) >= ENOUGH


@given(st.dictionaries(st.sampled_from(KEYS), COLOUR, min_size=1))
def test_the_better_colours_are_good(colours):
    better = {each["key"]: each["better"] for each in told(**colours)}
    mended = {**colours, **{key: colour for key, colour in better.items() if colour}}

    if len(better) == 1 and all(better.values()):
        assert told(**mended) == []
