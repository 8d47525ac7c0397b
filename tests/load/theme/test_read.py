"""The theme of a project: its files read, judged and frozen."""

import pytest

from arsrapport.load.theme.read import BOUNDS, read_theme
from arsrapport.model.theme import PLAIN, Margins
from arsrapport.source.tree import SIZE_LIMIT, MemoryTree
from html_samples import SVG
from themed import theme_files

FONTS = {path: data for path, data in theme_files("fjell").items() if "/fonts/" in path}


def read(yaml="", publisher="Alfa", **files):
    known = {f"theme/{name.replace('__', '.')}": data for name, data in files.items()}
    if yaml:
        known["theme/theme.yaml"] = yaml.encode()
    return read_theme(MemoryTree({"arsrapport.yaml": b"", **known}), publisher)


def read_with(files, yaml):
    tree = MemoryTree({**files, "theme/theme.yaml": yaml.encode()})
    return read_theme(tree, "Alfa")


def told(result):
    return [f"{found.place} {found.code}" for found in result[1]]


def test_without_a_theme_everything_is_as_it_was():
    assert read() == (PLAIN, ())
    assert read("# nothing yet\n") == (PLAIN, ())
    assert read("colours:\nfonts: {}\nlogo:\nmargins: {left:}\n") == (PLAIN, ())


def test_an_unknown_key_is_told_of_with_the_nearest():
    theme, found = read("colors: {}\n")

    assert theme == PLAIN
    assert [(d.code, dict(d.arguments)["nearest"], str(d.place)) for d in found] == [
        ("AR109", "colours", "theme/theme.yaml:1:1")
    ]


def test_all_faults_are_told_of_in_one_run():
    result = read(
        "colours: {accent: '#cccccc'}\nfonts: {text: Arial}\nlogo: {file: nowhere.svg}\n"
        "margins: {left: 9}\n",
        extra__css=b"@import 'a';",
    )

    assert told(result) == [
        "theme/extra.css:1:1 AR908",
        "theme/theme.yaml:1:19 AR902",
        "theme/theme.yaml:2:15 AR903",
        "theme/theme.yaml:3:14 AR414",
        "theme/theme.yaml:4:17 AR907",
    ]


# --- colours ----------------------------------------------------------------------------------


def test_a_colour_without_quotation_marks_is_mended():
    (found,) = read("colours:\n  ink: #075745\n")[1]

    assert (found.code, dict(found.arguments)["line"]) == ("AR114", 'ink: "#075745"')
    (edit,) = found.edits
    assert (str(edit.place), edit.text) == ("theme/theme.yaml:2:8", '"#075745"')


@pytest.mark.parametrize(
    "yaml",
    [
        'colours:\n  ink: "#075745"  # of the house\n',
        "colours:\n  ink:  # not yet\n",
        "colours:\n  ink:\n  # accent: #075745\n",
        "running_head: Alfa #075745\n",
    ],
)
def test_a_comment_that_is_one_is_left_alone(yaml):
    assert "AR114" not in {found.code for found in read(yaml)[1] if found.place.column == 8}


def test_a_colour_in_another_form_is_mended():
    (found,) = read("colours: {ink: '#ABC'}\n")[1]

    assert found.edits[0].text == '"#aabbcc"'


# --- fonts ------------------------------------------------------------------------------------


def test_a_family_is_found_by_its_name_with_all_its_fonts():
    theme, found = read_with(FONTS, "fonts: {text: fjell antikva, headings: Fjell Grotesk}\n")

    assert found == ()
    assert [(face.weight, face.is_italic) for face in theme.text.faces] == [
        (700, False),
        (700, True),
        (400, True),
        (400, False),
    ]
    assert [bool(face.web) for face in theme.headings.faces] == [True, True]
    assert [bool(face.web) for face in theme.text.faces] == [False] * 4


def test_a_family_that_ships_with_the_program_needs_no_files():
    theme, found = read("fonts: {text: source sans pro}\n")

    assert found == ()
    assert (theme.text.name, theme.text.faces) == ("Source Sans Pro", ())


def test_a_misspelt_family_is_told_of_with_the_nearest():
    _, (found,) = read_with(
        {path: data for path, data in FONTS.items() if "Antikva" in path},
        "fonts: {text: Fjell Antiqua}\n",
    )

    assert (found.code, dict(found.arguments)["nearest"]) == ("AR903", "Fjell Antikva")


def test_a_family_of_italics_alone_is_told_of_and_breaks_nothing():
    italics = {path: data for path, data in FONTS.items() if "Italic" in path}

    theme, found = read_with(italics, "fonts: {headings: Fjell Antikva}\n")

    assert [dict(d.arguments)["face"] for d in found] == ["regular", "bold"]
    assert theme.headings.breadth > 0.9


def test_a_broken_font_for_the_web_is_told_of():
    files = dict(FONTS)
    files["theme/fonts/FjellGrotesk-Bold.woff2"] = b"wOF2" + b"\0" * 50

    theme, found = read_with(files, "fonts: {text: Fjell Antikva, headings: Fjell Grotesk}\n")

    assert told((theme, found)) == ["theme/fonts/FjellGrotesk-Bold.woff2:1:1 AR904"]


# --- logo, margins, the rest ------------------------------------------------------------------


def test_a_logo_is_called_by_its_words_else_by_the_publisher():
    yaml = "logo: {file: logo.svg}\n"

    assert read(yaml, logo__svg=SVG)[0].logo.alt == "Alfa"
    assert read("logo: {file: logo.svg, alt: Merket}\n", logo__svg=SVG)[0].logo.alt == "Merket"
    assert told(read(yaml, publisher="", logo__svg=SVG)) == ["theme/theme.yaml:1:1 AR111"]


@pytest.mark.parametrize("path", ["../arsrapport.yaml", "/etc/passwd", "fonts", "C:\\x.svg", "."])
def test_a_logo_outside_theme_is_nowhere(path):
    theme, found = read(f"logo: {{file: '{path}'}}\n", logo__svg=SVG)

    assert theme.logo is None
    assert [d.code for d in found] == ["AR414"]


def test_a_logo_that_is_too_large_is_told_of():
    result = read("logo: {file: logo.svg}\n", logo__svg=b" " * (SIZE_LIMIT + 1))

    assert told(result) == ["theme/theme.yaml:1:14 AR101"]


@pytest.mark.parametrize("key", BOUNDS)
def test_margins_have_bounds(key):
    low, high = BOUNDS[key]
    codes = [
        [d.code for d in read(f"margins: {{{key}: {value}}}\n")[1]]
        for value in (low - 1, low, high, high + 1)
    ]

    assert codes == [["AR907"], [], [], ["AR907"]]


def test_margins_that_are_left_out_are_as_usual():
    theme, _ = read("margins: {left: 30}\n")

    assert theme.margins == Margins(30, 36, 36, 32)
    assert theme.room == pytest.approx(144 / 138)


def test_a_style_sheet_needs_no_theme_yaml():
    theme, found = read(extra__css=b"h1 { color: red }\n")

    assert (theme.style, found) == ("h1 { color: red }", ())


def test_files_that_nothing_reads_are_told_of():
    result = read(
        "running_head: Alfa\n", theme__yml=b"", logo__svg=SVG, house__docx=b"", OFL__txt=b""
    )

    assert told(result) == ["theme/logo.svg:1:1 AR909", "theme/theme.yml:1:1 AR909"]


@pytest.mark.parametrize(
    ("path", "likely"),
    [
        ("theme/House.docx", "theme/house.docx"),
        ("theme/mal.dotx", "theme/house.docx"),
        ("theme/house.doc", "theme/house.docx"),
        ("theme/style.css", "theme/extra.css"),
        ("theme/theme.yml", ""),
        ("theme/logo.svg", ""),
    ],
)
def test_the_name_that_a_file_should_have_is_told_unless_one_has_it(path, likely):
    _, found = read_with({path: b""}, "running_head: Alfa\n")

    assert [(d.code, dict(d.arguments)) for d in found] == [
        ("AR909", {"name": path, "likely": likely})
    ]


def test_what_word_lays_beside_an_open_file_is_not_told_of():
    found = read_with({"theme/~$use.docx": b"", "theme/House.docx": b""}, "running_head: Alfa\n")

    assert told(found) == ["theme/House.docx:1:1 AR909"]


def test_a_file_is_not_called_unread_when_the_theme_could_not_be_read():
    assert told(read("colours: [\n", logo__svg=SVG)) == ["theme/theme.yaml:1:10 AR105"]
