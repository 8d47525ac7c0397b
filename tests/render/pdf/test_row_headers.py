"""Row headers in a finished PDF."""

import pytest

import pdf_reading as reading
from arsrapport.document.nodes import Footnote, Table
from arsrapport.render.pdf.finishing import Unmarked, finish
from pdf_samples import SEATS, cells, data, minutes, paragraph

PLAIN = Table(cells("A", "B"), (cells("1", "2"), cells("3", "4")), ("left", "left"))


def scopes(pdf: bytes) -> list[list[str]]:
    """Of each table, the kind and scope of every cell."""
    tables = reading.read_pdf(pdf).root.all("Table")
    return [[f"{c.tag} {c.scope}".strip() for c in table.all("TH", "TD")] for table in tables]


TWO = ["TH Column", "TH Column", "TD", "TD", "TD", "TD"]
MARKED = ["TH Column", "TH Column", "TH Row", "TD", "TH Row", "TD"]


def test_only_the_tables_that_are_marked_get_row_headers():
    pdf = data(minutes(PLAIN, PLAIN, PLAIN))

    assert scopes(pdf) == [TWO, TWO, TWO]
    assert scopes(finish(pdf, Unmarked((False, True, False)))[0]) == [TWO, MARKED, TWO]


def test_a_file_without_such_tables_is_left_as_it_is():
    pdf = data(minutes(PLAIN))

    assert finish(pdf, Unmarked((False,))) == (pdf, 1)


def test_a_marked_file_still_keeps_both_standards_and_is_the_same_each_time():
    pdf = data(minutes(PLAIN))
    marked, _ = finish(pdf, Unmarked((True,)))

    assert finish(pdf, Unmarked((True,))) == (marked, 1)
    assert reading.failures(marked, "ua1") == []
    assert reading.failures(marked, "2a") == []


def test_tables_are_counted_in_reading_order_those_in_notes_too():
    note = Footnote((paragraph("Sjå"), PLAIN), "1", "n")

    found = scopes(data(minutes(SEATS, paragraph("Tekst", note), SEATS, PLAIN)))

    assert found == [MARKED, TWO, MARKED, TWO]


def test_another_number_of_tables_than_the_document_has_is_a_bug():
    with pytest.raises(ValueError, match="1 tables in the file, 2 in the document"):
        finish(data(minutes(PLAIN)), Unmarked((True, False)))
