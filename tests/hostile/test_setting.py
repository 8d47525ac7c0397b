"""What no line, no font and no page can hold: told at its place, or set inside the page."""

import re
from pathlib import Path

import pikepdf
import pytest
import typst

import html_reading
import pdf_reading
import pdf_samples
from hostile.trial import (
    AGREEMENT,
    BUILD,
    CHECK,
    COMMITTEE,
    FOLDER,
    INTERRUPTED,
    MEETING,
    MINUTES,
    OLD,
    PROJECT,
    REPORT,
    built,
    lay,
    meeting,
    output,
    refused,
    start,
)

SUMMARY = f"{FOLDER}/report/summary.md"
PDF = (*BUILD, "--format", "pdf")
MM = 72 / 25.4
LEFT, RIGHT, BOTTOM = 36 * MM, 36 * MM, 32 * MM
"""The margins of the text, in points; a hyphen may hang by its own width, a letter below the line."""


def overfull(root: Path) -> list[str]:
    found = pdf_reading.read_pdf((root / "build/kart/2021/kart-2021.pdf").read_bytes())
    texts = [run for run in found.runs if run.text.strip() and run.mcid is not None]
    assert texts
    return [
        run.text
        for run in texts
        if not (run.left > LEFT - 1 and run.baseline > BOTTOM - 8)
        or run.right >= found.sizes[run.page - 1][0] - RIGHT + 4
    ]


# --- characters -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signs", "is_piled"),
    [
        ("e" + "\u0301" * 29, False),
        ("e" + "\u0301" * 30, True),
        ("e" + "\u0301" * 500, True),
        ("e" + "\u20dd\u0488\ufe0f" * 10, True),
        ("e" + "\ufe0f" * 99, True),
        ("क" + "\u094d" * 300, True),
        ("क" + "\u093e" * 300, True),
        (("e" + "\u0301" * 20 + " ") * 100, False),
    ],
)
def test_marks_piled_on_a_letter_are_told_at_each_text(tmp_path, signs, is_piled):
    """Typst takes memory by the square of them: gigabytes for some thousands."""
    files = {
        MEETING: meeting(f"Før {signs} *{signs}*"),
        SUMMARY: f"# Samandrag\n\n`{signs}`\n",
    }
    if not is_piled:
        built(tmp_path, files, *PDF)
        return
    refused(
        tmp_path,
        files,
        f"{MEETING}:10:1 AR614",
        f"{MEETING}:10:{7 + len(signs)} AR614",
        f"{SUMMARY}:3:1 AR614",
        witness=False,
    )


@pytest.mark.parametrize("key", ["publisher: e{}", "publisher: 'Eit e{} her'"])
def test_marks_piled_on_the_title_page_are_told_of_the_project(tmp_path, key):
    files = {PROJECT: f"{key}\n".replace("{}", "\u0301" * 500)}

    ran = refused(tmp_path, files, f"{PROJECT}:1:1 AR614", witness=False)

    assert len(ran.err) < 500


@pytest.mark.parametrize(
    ("path", "key"), [(COMMITTEE, "name"), (REPORT, "title"), (REPORT, "series")]
)
def test_marks_piled_on_a_title_are_told_where_it_is_written(tmp_path, path, key):
    """And not where the report says it again; a letter with one mark is no fault."""
    marks = "\u0301" * 500
    files = {path: f"{key}: e{marks}\n", MEETING: meeting("Ein e\u0301 her.")}

    refused(tmp_path, files, f"{path}:1:{len(key) + 3} AR614", witness=False)


def test_marks_piled_in_the_minutes_alone(tmp_path):
    refused(
        tmp_path,
        {MEETING: meeting("e" + "\u0301" * 99)},
        f"{MEETING}:10:1 AR614",
        command=MINUTES,
        witness=False,
    )


@pytest.mark.parametrize("character", ["日", "😀", "\U00020000", "\u2041", "\U000f0000"])
def test_a_character_that_no_font_has_is_told_wherever_it_stands(tmp_path, character):
    files = {
        MEETING: meeting(f"Ein {character} her\n\n- {character}"),
        SUMMARY: f"# Sam{character}andrag\n\n| a |\n|---|\n| {character} |\n",
        AGREEMENT: f"# Avtale\n\n`{character}`\n",
    }

    refused(
        tmp_path,
        files,
        f"{MEETING}:10:1 AR614",
        f"{MEETING}:12:3 AR614",
        f"{SUMMARY}:1:3 AR614",
        f"{SUMMARY}:5:3 AR614",
        f"{AGREEMENT}:3:1 AR614",
        witness=False,
    )


NAMES = {
    "committee": ({COMMITTEE: "name: Utvalet 日\n"}, f"{COMMITTEE}:1:7"),
    "title": ({REPORT: "series: Notat\ntitle: Rapport 日\n"}, f"{REPORT}:2:8"),
    "publisher": ({PROJECT: "language: nn\npublisher: Verket 日\n"}, f"{PROJECT}:1:1"),
    "organisation": (
        {COMMITTEE: "name: Utvalet\norganisations:\n  - {name: Verket 日, seats: 1}\n"},
        f"{COMMITTEE}:3:5",
    ),
    "item": ({MEETING: meeting().replace("Djupner", "Djupner 日")}, f"{MEETING}:4:5"),
    "text": ({MEETING: meeting("Djupner 日")}, f"{MEETING}:10:1"),
}


@pytest.mark.parametrize(
    ("command", "name"),
    [*((BUILD, name) for name in NAMES), *((MINUTES, n) for n in ("committee", "item", "text"))],
)
def test_a_character_in_a_name_is_told_where_the_name_is_written(tmp_path, name, command):
    """Not where it is printed, least of all in a chapter that the user does not have."""
    files, place = NAMES[name]
    refused(tmp_path, files, f"{place} AR614", command=command, witness=False)


@pytest.mark.parametrize("title", ["&#32;", "&nbsp;", "&#8203;", "\u200b", "*&shy;*", "\u034f"])
@pytest.mark.parametrize("command", [BUILD, CHECK])
def test_a_heading_whose_words_cannot_be_seen_has_none(tmp_path, title, command):
    files = {MEETING: meeting(f"### {title}\n\nTekst.")}

    refused(tmp_path, files, f"{MEETING}:10:1 AR421", command=command, witness=False)


def test_a_heading_of_a_reference_or_a_value_has_words(tmp_path):
    files = {
        MEETING: meeting("### <meeting:2021-01-01>\n\nTekst."),
        SUMMARY: "# Samandrag\n\n## {{ committee.name }}\n\nTekst.\n",
    }

    built(tmp_path, files)


@pytest.mark.parametrize("title", ["", "<!-- x -->", "[^1]"])
def test_a_heading_without_words_is_told_at_each_place(tmp_path, title):
    """No tagged PDF may hold one; all of them are told, with a number (2.1) or without."""
    note = "\n\n[^1]: Note." if title == "[^1]" else ""
    numbered = "chapters/activity.md"
    files = {
        MEETING: meeting(f"### {title}\n\nTekst.\n\n### Ord\n\n### {title}{note}"),
        SUMMARY: f"# Samandrag\n\n## {title}{note}\n",
        numbered: f"# Aktivitet\n\n## {title}{note}\n",
    }

    refused(
        tmp_path,
        files,
        f"{MEETING}:10:1 AR421",
        f"{MEETING}:16:1 AR421",
        f"{SUMMARY}:3:1 AR421",
        f"{numbered}:3:1 AR421",
    )


class PanicException(BaseException):
    """As pyo3 calls what it raises when Rust gives up: no error of Typst's, and no Exception."""


@pytest.mark.parametrize(("command", "path"), [(BUILD, PROJECT), (MINUTES, MEETING)])
def test_a_panic_of_typst_is_a_fault_and_no_traceback(tmp_path, monkeypatch, command, path):
    """Told at the likeliest place there is, never at none."""

    def panic(*_args, **_options):
        raise PanicException("called `Result::unwrap()` on an `Err` value")

    monkeypatch.setattr(typst, "compile_with_warnings", panic)
    ran = refused(tmp_path, {}, f"{path}:1:1 AR615", command=command, witness=False)

    assert "Result::unwrap" in ran.err


def test_an_interrupt_is_no_fault(tmp_path, monkeypatch):
    def interrupt(*_args, **_options):
        raise KeyboardInterrupt

    root = lay(tmp_path, {}, witness=False)
    monkeypatch.setattr(typst, "compile_with_warnings", interrupt)
    ran = start(root, *BUILD)

    assert (ran.code, ran.told, output(root)) == (INTERRUPTED, [], OLD)


# --- lines ----------------------------------------------------------------------------------

RUNS = [
    "x" * 200,
    "WM" * 80,
    "1234567890" * 20,
    "." * 200,
    "/" * 200,
    "\\-" * 200,
    "–" * 200,
    "—" * 200,
    "\u2010" * 200,
    "1/2/" * 60,
    "1-2-" * 60,
    "ord\u00a0" * 60 + "ord",
    "12\u202f" * 60 + "1",
    "12\u2007" * 60 + "1",
    "x" * 49 + "\u00a0" + "y" * 49,
    "a\u00ad" * 200,
    "ord\u2060" * 100 + "ord",
    "https://www.example.org/" + "a" * 200,
    "%" * 200,
    "()" * 200,
    "א" * 200,
]

SETTINGS = {
    "paragraph": "{}",
    "item": "- > Før *{}*",
    "cell": "| a | b |\n|---|---|\n| {} | b |",
    "caption": "Tabell: {}\n\n| a |\n|---|\n| b |\n\nKjelde: {}",
    "heading": "### Om {}",
    "code": "`{}`",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_run_without_spaces_stays_inside_the_page(tmp_path, name):
    text = "\n\n".join(SETTINGS[name].replace("{}", run) for run in RUNS)
    root = built(tmp_path, {MEETING: meeting(text)}, *PDF)

    assert overfull(root) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_words_that_are_held_together_part_between_words_when_a_line_cannot_hold_them(
    tmp_path, space
):
    words = [f"ordet{number:03}" for number in range(60)]
    root = built(tmp_path, {MEETING: meeting(space.join(words))}, *PDF)

    found = pdf_reading.read_pdf((root / "build/kart/2021/kart-2021.pdf").read_bytes())
    assert " ".join(words) in found.root.text
    assert overfull(root) == []


def test_a_few_words_that_are_held_together_stay_so(tmp_path):
    root = built(tmp_path, {MEETING: meeting("Om 12\u00a0000\u00a0kroner.")}, *PDF)

    found = pdf_reading.read_pdf((root / "build/kart/2021/kart-2021.pdf").read_bytes())
    assert "12\u00a0000\u00a0kroner" in found.root.text


WORD = "omsorgstenestestatistikken"


@pytest.mark.parametrize(
    "text",
    [
        f"{WORD} " * 600,
        f"{WORD}\n" * 520,
        f"> {WORD}\n" * 520,
        f"| a | b |\n|---|---|\n| {f'{WORD} ' * 600}| b |",
        f"x[^1]\n\n[^1]: {f'{WORD} ' * 520}",
    ],
    ids=["words", "lines", "quote", "cell", "note"],
)
def test_more_long_words_than_typst_takes_in_one_run_are_set(tmp_path, text):
    root = built(tmp_path, {MEETING: meeting(text)}, *PDF)

    assert overfull(root) == []


def test_names_and_titles_as_long_as_can_be_stay_inside_the_page(tmp_path):
    words = f"{WORD} " * 30
    files = {
        COMMITTEE: f"name: {words}\norganisations: [{{name: {words}, seats: 1, note: {words}}}]\n",
        PROJECT: f"language: nn\npublisher: {words}\n",
        REPORT: f"title: {f'{WORD} ' * 9}\nseries: {words}\n",
        MEETING: meeting(
            "Tekst.",
            f"    presenter: {words}",
            f"    papers: [{words}, {'x' * 900}]",
            f"place: {'y' * 900}",
            f"present: [{words}, {{name: Kari, note: {'z' * 900}}}]",
        ),
    }
    root = built(tmp_path, files, *PDF)

    assert overfull(root) == []


@pytest.mark.parametrize("columns", [12, 20])
def test_a_table_of_many_columns_stays_inside_the_page(tmp_path, columns):
    row = f"|{'ordentleg|' * columns}"
    text = f"{row}\n|{'---|' * columns}\n{row}\n{row}"
    root = built(tmp_path, {MEETING: meeting(text)}, *PDF)

    assert overfull(root) == []


LONG = "ord " * 200


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (f"Tabell: {LONG}\n\n| a |\n|---|\n| b |", ["10:9 AR422"]),
        (f"| a |\n|---|\n| b |\n\nKjelde: {LONG}", ["14:1 AR422"]),
        (f"| a | *{LONG.strip()}* |\n|---|---|\n| b | c |", ["10:8 AR422"]),
        (f"|{'a|' * 21}\n|{'-|' * 21}\n| b |", ["10:1 AR423"]),
        (f"- |{'a|' * 1_000}\n  |{'-|' * 1_000}\n  | b |", ["10:3 AR423"]),
    ],
    ids=["caption", "source", "head", "columns", "list"],
)
@pytest.mark.parametrize("command", [BUILD, CHECK])
def test_what_has_no_room_on_a_page_is_told(tmp_path, text, faults, command):
    told = [f"{MEETING}:{fault}" for fault in faults]

    refused(tmp_path, {MEETING: meeting(text)}, *told, command=command)


@pytest.mark.parametrize(
    "text",
    [
        f"Tabell: {'W' * 600}\n\n| a |\n|---|\n| b |\n\nKjelde: {'W' * 592}",
        f"| {'W' * 1_000} |\n|---|\n| b |",
        f"| {'W ' * 250} | a |\n|---|---|\n| b | {'ord ' * 500}|",
        f"|{('tal ' * 12 + '|') * 20}\n|{'-|' * 20}\n| b |",
    ],
    ids=["caption", "head", "two", "twenty"],
)
def test_what_is_as_long_as_may_be_stays_inside_the_page(tmp_path, text):
    root = built(tmp_path, {MEETING: meeting(text)}, *PDF)

    assert overfull(root) == []


def test_a_caption_as_long_as_may_be_stays_below_the_highest_picture(tmp_path):
    text = f"![Kart](2021-01-01-a.png)\nFigur: {'W' * 600}"
    files = {MEETING: meeting(text), f"{FOLDER}/2021-01-01-a.png": pdf_samples.png(50, 900)}
    root = built(tmp_path, files, *PDF)

    assert overfull(root) == []


@pytest.mark.parametrize(
    "text", ["«»" * 100, '\\"' * 200, "“" * 200, f"{'> ' * 23}Eit ordentleg avsnitt"]
)
def test_rows_of_quotation_marks_and_deep_quotes_stay_inside_the_page(tmp_path, text):
    root = built(tmp_path, {MEETING: meeting(text)}, *PDF)

    assert overfull(root) == []


# --- screens --------------------------------------------------------------------------------


def test_a_long_title_fits_on_a_narrow_screen(tmp_path):
    """At 320 px a title of one long word would be wider than the page, were it as large as can be."""
    root = built(tmp_path, {})

    page = html_reading.parse((root / "build/kart/2021/kart-2021.html").read_bytes())
    (size,) = re.findall(
        r"(?<![\w-])h1 ?{ ?font-size: ?([^;}]+)", "".join(e.text or "" for e in page.iter("style"))
    )
    smallest = re.match(r"clamp\(([\d.]+)rem, [\d.]+vw, [\d.]+rem\)", size)
    assert smallest, size
    assert float(smallest[1]) < 1.5


@pytest.mark.parametrize("sign", ["/", "-", "\u2003", "\u3000"])
def test_more_long_words_than_typst_takes_with_other_signs_between_them(tmp_path, sign):
    root = built(tmp_path, {MEETING: meeting(f"{WORD}{sign}" * 600)}, *PDF)

    assert overfull(root) == []


def test_a_title_of_more_long_words_than_typst_takes(tmp_path):
    built(tmp_path, {COMMITTEE: f"name: {f'{WORD} ' * 600}\n"}, *PDF)


def test_the_id_of_a_file_is_made_of_its_contents(tmp_path):
    table = "| | a |\n|---|---|\n| b | c |"
    ids = []
    for number, text in enumerate(("Tekst.", "Tekst.", "Anna tekst.")):
        root = built(tmp_path / str(number), {MEETING: meeting(f"{text}\n\n{table}")}, *PDF)
        with pikepdf.open(root / "build/kart/2021/kart-2021.pdf") as pdf:
            ids.append([bytes(half) for half in pdf.trailer.ID])
    one, same, other = ids

    assert one == same
    assert one != other
