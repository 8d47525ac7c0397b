"""Three made-up publishers' looks: what differs is looks, never numbering, wording or order."""

import io
import os
import re

import pikepdf
import pytest

import html_reading
import pdf_reading
import reading_order
from arsrapport.load.theme.read import BOUNDS, LOGO_BOUNDS
from arsrapport.pipeline.build import Request, build_minutes, build_reports
from arsrapport.pipeline.check import check_project
from arsrapport.source.tree import MemoryTree
from themed import NAMES, themed

MM = 72 / 25.4
ACCENTS = {"fjell": "#7a1f5c", "hav": "#0b4f8a", "by": "#a3341c"}
BANDS = {**ACCENTS, "hav": "#f2c230"}
FONTS = {
    "fjell": {"Fjell-Antikva-Regular", "Fjell-Grotesk-Regular", "Fjell-Grotesk-Bold"},
    "hav": {"SourceSerifPro-Regular", "Hav-Sans-Regular", "Hav-Sans-Bold"},
    "by": {"SourceSansPro-Regular", "SourceSerifPro-Regular", "SourceSerifPro-Semibold"},
}
LEFT = {"": 36, "fjell": 30, "hav": 22, "by": 45}
HEADS = {"fjell": "", "hav": "Havtilsynet · ", "by": ""}


def build(name, folder, use_case=build_reports, what="2021", files=None):
    files = themed(name) if files is None else files
    request = Request(folder, (), ("pdf", "html"), lambda *_: None)
    outcome = use_case(MemoryTree(files), what, request)
    assert outcome.diagnostics == ()
    return {path.suffix: path.read_bytes() for path in outcome.built[0].files}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    return {name: build(name, tmp_path_factory.mktemp(name or "plain")) for name in ("", *NAMES)}


@pytest.fixture(scope="module")
def minutes(tmp_path_factory):
    return {
        name: build(name, tmp_path_factory.mktemp(name or "plain"), build_minutes, "2021-01-01")
        for name in ("", *NAMES)
    }


def colours(data):
    """The colours that anything on the pages is set in."""
    found = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in {"scn", "SCN", "rg", "RG"} and len(operands) == 3:
                    found.add("#" + "".join(f"{round(float(part) * 255):02x}" for part in operands))
    return found


def fonts(data):
    """The fonts of a file, without the tag that says they are a part."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = {
            str(thing["/FontName"])
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
        }
    return {name.partition("+")[2].removesuffix("-Identity-H") for name in names}


def text_of_pdf(data):
    """The text by parts; the one on the title page, "", without the words of a logo.

    The contents are left out: with other margins parts begin on other pages. Bookmarks say the rest.
    """
    parts = reading_order.parts_of_pdf(pdf_reading.read_pdf(data).root)
    orders = {name: reading_order.of_pdf(children) for name, children in parts.items()}
    orders[""].blocks[:] = [block for block in orders[""].blocks if block.kind != "figure"]
    assert len(orders.pop("Innhald").blocks) > 1
    return orders


def main_of(page):
    (found,) = page.iter("main")
    return found


def variables(css, mode=""):
    """The variables of a style sheet on a light screen, or a dark one: the last of each holds."""
    dark = r"@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{(?P<dark>.*?)\}"
    found = {}
    for block in re.finditer(rf"{dark}|^:root \{{(?P<all>.*?)\}}", css, re.DOTALL | re.MULTILINE):
        text = block["all"] or (block["dark"] if mode == "dark" else "")
        found |= re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text)
    return found


def luminance(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


# --- the same document ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_is_sound_by_check(name):
    assert check_project(MemoryTree(themed(name))).diagnostics == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_says_the_same_in_the_same_order(name, reports):
    assert text_of_pdf(reports[name][".pdf"]) == text_of_pdf(reports[""][".pdf"])


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_has_the_same_bookmarks_and_headings(name, reports):
    with_theme, without = (pdf_reading.read_pdf(reports[n][".pdf"]) for n in (name, ""))

    assert with_theme.bookmarks == without.bookmarks
    assert (with_theme.title, with_theme.language) == (without.title, without.language)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_the_same_in_the_same_order(name, reports):
    with_theme, without = (html_reading.parse(reports[n][".html"]) for n in (name, ""))

    assert html_reading.words(main_of(with_theme)) == html_reading.words(main_of(without))
    assert html_reading.outline(with_theme) == html_reading.outline(without)
    assert html_reading.ids(with_theme) == html_reading.ids(without)
    assert html_reading.landmarks(with_theme) == html_reading.landmarks(without)


# --- sound files ------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", NAMES)
def test_page_validation_finds_no_rule_broken(name, profile, reports, minutes):
    assert pdf_reading.failures(reports[name][".pdf"], profile) == []
    assert pdf_reading.failures(minutes[name][".pdf"], profile) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_fetches_nothing(name, reports):
    page = html_reading.parse(reports[name][".html"])
    sources = {element.get("src", "")[:5] for element in page.iter()} - {""}

    assert sources == {"data:"}
    assert re.findall(rb"@import|url\((?![\"']?data:)", reports[name][".html"]) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_same_theme_gives_the_same_bytes(name, reports, tmp_path):
    assert build(name, tmp_path) == reports[name]


def test_without_a_theme_nothing_speaks_of_one(reports):
    assert b"--usual-serif" not in reports[""][".html"]
    assert b'class="logo"' not in reports[""][".html"]
    assert b"font-src" not in reports[""][".html"]


# --- the looks --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_in_the_colours_of_the_theme(name, reports):
    found = colours(reports[name][".pdf"])

    assert {ACCENTS[name], BANDS[name]} <= found
    assert "#075745" not in found
    assert "#075745" in colours(reports[""][".pdf"])


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_in_the_fonts_of_the_theme(name, reports):
    assert FONTS[name] <= fonts(reports[name][".pdf"])
    own = {font for font in FONTS[name] if not font.startswith("Source")}
    assert not own & fonts(reports[""][".pdf"])


@pytest.mark.parametrize("name", ["", *NAMES])
def test_the_text_begins_at_the_margin(name, reports):
    reading = pdf_reading.read_pdf(reports[name][".pdf"])
    left = min(run.left for run in reading.runs if run.page > 2)

    assert left == pytest.approx(LEFT[name] * MM, abs=1)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_runs_out_of_the_page(name, reports):
    reading = pdf_reading.read_pdf(reports[name][".pdf"])

    assert max(run.right for run in reading.runs) <= (210 - LEFT[name]) * MM + 1


@pytest.mark.parametrize("name", NAMES)
def test_the_running_head_begins_with_the_words_of_the_theme(name, reports):
    plain, own = (
        pdf_reading.read_pdf(reports[n][".pdf"]).page_text(5).partition("Årsrapport 2021")[0]
        for n in ("", name)
    )

    assert own == HEADS[name] + plain


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_in_the_colours_of_the_theme_and_all_can_be_read(name, reports):
    css = reports[name][".html"].decode().partition("</style>")[0]
    light = variables(css)
    dark = variables(css, "dark")

    assert (light["accent"], light["band"]) == (ACCENTS[name], BANDS[name])
    for them in (light, dark):
        for ground, texts in (("paper", 3), ("tint", 3), ("band", 1)):
            for text in ("ink", "muted", "accent")[:texts] if texts > 1 else ("on-band",):
                assert contrast(them[text], them[ground]) >= 4.5, (text, ground)
    assert luminance(dark["paper"]) < 0.02


def test_a_font_is_in_the_page_only_where_the_publisher_gives_it_for_the_web(reports):
    embedded = {
        name: re.findall(rb'@font-face \{ font-family: "([^"]+)"', reports[name][".html"])
        for name in NAMES
    }

    assert embedded == {"fjell": [b"Fjell Grotesk"] * 2, "hav": [], "by": []}
    assert b"font-src data:" in reports["fjell"][".html"]
    assert b'--serif: "Fjell Antikva", var(--usual-serif);' in reports["fjell"][".html"]
    assert b"--sans: var(--usual-serif);" in reports["by"][".html"]


def test_the_style_sheet_of_the_theme_stands_last(reports):
    css = reports["hav"][".html"].decode().partition("</style>")[0]

    assert css.rstrip().endswith(
        "blockquote { background: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\"); }"
    )


# --- the logo ---------------------------------------------------------------------------------


def figures(data):
    return [e.alt for e in pdf_reading.read_pdf(data).root.all("Figure")]


def logo_of(data):
    page = html_reading.parse(data)
    (found,) = (img for img in page.iter("img") if img.get("class") == "logo")
    return found.get("alt")


def test_a_logo_beside_the_publishers_name_is_for_the_eye_alone(reports):
    plain = figures(reports[""][".pdf"])

    assert figures(reports["fjell"][".pdf"]) == plain
    assert logo_of(reports["fjell"][".html"]) == ""


def test_a_logo_with_words_of_its_own_says_them(reports):
    assert figures(reports["hav"][".pdf"])[0] == "Bølgjemerket til Havtilsynet"
    assert logo_of(reports["hav"][".html"]) == "Bølgjemerket til Havtilsynet"


def test_at_the_head_of_minutes_a_logo_says_what_the_publishers_name_does_not(minutes):
    assert [figures(minutes[name][".pdf"]) for name in ("", *NAMES)] == [
        [],
        [],
        ["Bølgjemerket til Havtilsynet"],
        [],
    ]


def test_the_logo_is_as_wide_as_the_theme_says_and_on_the_cover_only(reports):
    plain, own = (pdf_reading.read_pdf(reports[name][".pdf"]).pictures for name in ("", "hav"))
    (logo,) = (picture for picture in own if picture not in plain)

    assert (logo.page, round(logo.width / MM, 1), round(logo.height / MM, 1)) == (1, 26, 16)


# --- the page on the format ---------------------------------------------------------------------


def test_the_example_of_the_page_on_the_format_works(root, tmp_path):
    page = (root / "docs/format.md").read_text(encoding="utf-8").partition("\n## Theme\n")[2]
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    files = {
        **themed(""),
        "theme/theme.yaml": example.encode(),
        "theme/logo.svg": themed("fjell")["theme/logo.svg"],
    }

    report = build("", tmp_path, files=files)

    assert "#7a1f5c" in colours(report[".pdf"])
    assert "SourceSansPro-Regular" in fonts(report[".pdf"])
    assert logo_of(report[".html"]) == ""


def test_the_page_on_the_format_has_the_bounds_that_hold(root):
    page = (root / "docs/format.md").read_text(encoding="utf-8").partition("\n## Theme\n")[2]
    bounds = [*BOUNDS.values(), LOGO_BOUNDS]

    assert [pair for pair in bounds if f"from {pair[0]} to {pair[1]}" not in page] == []


# --- on another machine -----------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="the order of a folder is the system's own there")
def test_the_order_of_files_makes_no_difference(reports, tmp_path):
    files = dict(reversed(themed("fjell").items()))

    assert build("fjell", tmp_path, files=files) == reports["fjell"]
