"""Colours: whether text can be read on its ground, and how they are on a dark screen.

Contrast is that of WCAG 2.1: relative luminance, and its ratio (1.4.3, at least 4.5 for text).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import asdict, replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.files.theme import ColoursFile
from arsrapport.model.theme import ACCENT, FAINT, Colours
from arsrapport.source.positions import Positions

ENOUGH: Final = 4.5
"""WCAG 2.1, 1.4.3 (AA)."""

WHITE: Final = "#ffffff"
BLACK: Final = "#000000"

OWN: Final = Colours(
    ink="#1c2522", accent=ACCENT, muted="#4b7272", tint="#eef4f1", rule="#a2baba", paper=WHITE
)
"""The tool's own; where the PDF and HTML differ, the one with less contrast."""

_STEPS: Final = 128
_ROUTE: Final = "colours"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of sRGB


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shade(colour: str, grounds: Iterable[str], enough: float = ENOUGH) -> str:
    """Return the nearest shade of a colour that stands out from all these; "" when none does."""
    known = tuple(grounds)
    for step in range(_STEPS + 1):
        for end in (BLACK, WHITE):
            found = mixed(colour, end, step / _STEPS)
            if all(contrast(found, ground) >= enough for ground in known):
                return found
    return ""


def judge_colours(
    file: ColoursFile, positions: Positions
) -> tuple[Colours, Colours, tuple[Diagnostic, ...]]:
    """Return the colours of a theme in light and in dark, and AR902 for text that is hard to read.

    Args:
        file: What the theme says.
        positions: Of theme.yaml.
    """
    given = Colours(**{key: value or "" for key, value in file.model_dump().items()})
    light = _completed(given) if given.accent else given
    whole = replace(OWN, **_written(light))
    band = whole.band or whole.accent
    on_band = max((WHITE, whole.ink), key=lambda text: min(contrast(text, band), ENOUGH))
    found = tuple(_weak(given, replace(whole, band=band, on_band=on_band), positions))
    faint = _lightened(FAINT, (whole.ink, whole.accent, whole.muted))
    finished = replace(light, band=band, on_band=on_band, faint=faint)
    return finished, _dark(finished, whole.accent), found


def _written(colours: Colours) -> dict[str, str]:
    return {key: value for key, value in asdict(colours).items() if value}


def _completed(given: Colours) -> Colours:
    """Return colours in which greys with a touch of the accent stand for what is left out."""
    accent = given.accent
    ink = given.ink or mixed("#1b1b1b", accent, 0.08)
    muted = given.muted or mixed("#555555", accent, 0.12)
    tint = given.tint or _lightened(mixed("#f5f5f5", accent, 0.03), (ink, accent, muted))
    rule = given.rule or mixed("#c6c6c6", accent, 0.15)
    return replace(given, ink=ink, muted=muted, tint=tint, rule=rule)


def _lightened(ground: str, texts: Iterable[str]) -> str:
    """Return a ground as light as texts need; white where even that is not enough."""
    known = tuple(texts)
    shades = _towards(ground, WHITE)
    return next((c for c in shades if all(contrast(t, c) >= ENOUGH for t in known)), WHITE)


def _weak(given: Colours, whole: Colours, positions: Positions) -> Iterator[Diagnostic]:
    grounds = {"paper": WHITE, "tint": whole.tint}
    texts = {key: getattr(whole, key) for key in ("ink", "accent", "muted")}
    for text in (key for key in texts if getattr(given, key)):
        ratio, ground = min((contrast(texts[text], grounds[key]), key) for key in grounds)
        if ratio < ENOUGH:
            better = shade(texts[text], grounds.values())
            yield _fault(positions, text, text, ground, ratio, better)
    # The texts that the theme does not colour can be read unless its tint is in the way.
    rest = [(contrast(texts[key], whole.tint), key) for key in texts if not getattr(given, key)]
    ratio, text = min(rest, default=(ENOUGH, ""))
    if ratio < ENOUGH and given.tint:
        better = shade(whole.tint, texts.values())
        yield _fault(positions, "tint", text, "tint", ratio, better)
    ratio = contrast(whole.on_band, whole.band)
    if ratio < ENOUGH and given.band:
        better = shade(whole.band, (WHITE,))
        yield _fault(positions, "band", "on_band", "band", ratio, better)


def _fault(  # noqa: PLR0913, PLR0917 - each is a part of the sentence
    positions: Positions, key: str, text: str, ground: str, ratio: float, better: str
) -> Diagnostic:
    # Cut, not rounded: 4.47 is not 4.5. What stands between the two, each language says.
    whole, hundredths = divmod(int(ratio * 100), 100)
    shown = {"whole": str(whole), "hundredths": f"{hundredths:02}"}
    place = positions.closest((_ROUTE, key))
    return fault("AR902", place, key=key, text=text, ground=ground, better=better, **shown)


def _dark(light: Colours, accent: str) -> Colours:
    """Return the colours on a dark screen: greys with a touch of the accent, and the accent lit.

    A band that is bright stays so, for dimmed it would be another colour.
    """
    tint = mixed("#202020", accent, 0.08)
    ink = mixed("#e8e8e8", accent, 0.03)
    return Colours(
        paper=mixed("#141414", accent, 0.05),
        tint=tint,
        ink=ink,
        muted=mixed("#b4b4b4", accent, 0.05),
        accent=_lit(accent, tint),
        rule=mixed("#454545", accent, 0.1),
        band=_dimmed(light.band, ink) if light.on_band == WHITE else light.band,
        on_band=ink if light.on_band == WHITE else light.on_band,
    )


def _lit(colour: str, ground: str) -> str:
    return next(c for c in _towards(colour, WHITE) if contrast(c, ground) >= _COMFORT)


def _dimmed(colour: str, text: str) -> str:
    return next(c for c in _towards(colour, BLACK) if contrast(c, text) >= _COMFORT)


_COMFORT: Final = 7.0
"""WCAG 2.1, 1.4.6 (AAA): a colour that is worked out can be better than one that is chosen."""


def _towards(colour: str, end: str) -> Iterator[str]:
    return (mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
