"""Numbers under one another by their decimal mark: what is to stand unseen behind each."""

import pytest
from msgspec.structs import replace

import html_reading
import html_samples
import pdf_samples
from arsrapport.document.nodes import Cell, Paragraph, Table, Text
from arsrapport.render.decimals import decimal_pads

NBSP = "\N{NO-BREAK SPACE}"


def table(*columns, align=None):
    """A table of these columns, with a head."""
    rows = [tuple(Cell((Text(value),)) for value in row) for row in zip(*columns, strict=True)]
    head = tuple(Cell((Text(str(n)),)) for n in range(len(columns)))
    return Table(head=head, rows=tuple(rows), align=align or ("right",) * len(columns))


def pads(*cells):
    return [row[0] for row in decimal_pads(table(cells))]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # decimals that are missing, with the mark where that is too
        (("1,5", "12", "100,25"), ["0", ",00", ""]),
        (("1.5", "12", "100.25"), ["0", ".00", ""]),
        (("–3,1", "-3", "−3", "+3"), ["", ",0", ",0", ",0"]),
        # thousands
        ((f"1{NBSP}234,5", "1 234", "9"), ["", ",0", ",0"]),
        (("1,234.5", "12"), ["", ".0"]),
        (("1.234,5", "12"), ["", ",0"]),
        (("1,234", "12"), ["", ""]),
        (("1,234,567", "12"), ["", ""]),
        # provisional figures and shares
        (("12*", "3", "4,5"), [",0", ",0*", "*"]),
        (("1,5 %", f"22{NBSP}%", "100 %"), ["", "", ""]),
        (("1,5 %", "22 %", "100 %"), ["", ",0", ",0"]),
        (("1,5 %", "22"), ["", ""]),
        # what is no number
        (("1,5", "..", "-", "", "a 1", "3 av 4", "1"), ["", "", "", "", "", "", ",0"]),
        (("1.2.2017", "3"), ["", ""]),
        (("1:30", "3"), ["", ""]),
        # nothing to do
        (("1", "22", "333"), ["", "", ""]),
        ((), []),
    ],
)  # fmt: skip
def test_a_number_gets_room_for_the_decimals_that_it_lacks(cells, expected):
    assert pads(*cells) == expected


def test_only_columns_that_are_set_to_the_right_are_concerned():
    both = table(("1,5", "2"), ("1,5", "2"), align=("left", "right"))

    assert decimal_pads(both) == (("", ""), ("", ",0"))
    assert decimal_pads(table(align=())) == ()


def test_ten_thousand_rows_and_digits_cost_no_more_than_reading_them():
    assert pads(*["1"] * 10_000, "1,5")[:2] == [",0", ",0"]
    assert pads("1" * 100_000 + "x", "1 111" * 20_000, "1,1" * 30_000) == ["", "", ""]


NUMBERS = table(("1,5", "12", "100,25", ".."))


def test_in_html_it_is_no_text():
    section = replace(html_samples.SAMPLE.chapters[0], children=(NUMBERS,))
    page = html_reading.parse(
        html_samples.render(replace(html_samples.SAMPLE, chapters=(section,)))
    )
    cells = [e for e in page.iter("td") if e.get("class") == "right"][:4]

    assert [html_reading.words(cell) for cell in cells] == ["1,5", "12", "100,25", ".."]
    assert [cell.get("data-pad") for cell in cells] == ["0", ",00", None, None]


def test_in_the_pdf_the_marks_stand_under_one_another():
    found = pdf_samples.read(pdf_samples.minutes(NUMBERS, Paragraph((Text("Slutt"),))))
    runs = {run.text: run for run in found.runs if run.text in {"1,5", "12", "100,25", ".."}}
    digit = (runs["12"].right - runs["12"].left) / 2

    # From the decimal mark to the right edge: a mark and two figures, one figure less, and none.
    assert runs["100,25"].right - runs["1,5"].right == pytest.approx(digit, abs=0.05)
    mark = runs["1,5"].right - runs["1,5"].left - 2 * digit
    assert runs["100,25"].right - runs["12"].right == pytest.approx(2 * digit + mark, abs=0.05)
