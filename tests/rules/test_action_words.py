"""Bold words and labels that are nearly right; both sides of every border."""

import pytest

from action_findings import action, of_quotes

LINES = ("Ansvar: Bo Li", "Frist: løpande")


def lead_told(lead, **how):
    """What is told of a quote with these bold words: the span and the nearest right words."""
    return [(span, a["nearest"]) for _, span, a in of_quotes(f"> {lead}\n", "AR503", **how)]


# --- AR503 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lead", "span", "nearest"),
    [
        ("**Tilak T1.** Tekst.", "Tilak", "Tiltak"),
        ("**Titlak T1. Kart.** Tekst.", "Titlak", "Tiltak"),
        ("**Vedtk.** Tekst.", "Vedtk", "Vedtak"),
        ("**vedak 3.** Tekst.", "vedak", "vedtak"),
        ("**Konklusion.** Tekst.", "Konklusion", "Konklusjon"),
        ("**Conclution.** Text.", "Conclution", "Conclusion"),
        ("**Acton A1.** Text.", "Acton", "Action"),
        ("**Tilak**. Tekst.", "Tilak", "Tiltak"),
        ("**Tilak**: Tekst.", "Tilak", "Tiltak"),
        ("**TILAK T1.** Tekst.", "TILAK", "Tiltak"),
        ("**Aksjon 2.** Tekst.", "Aksjon", "Tiltak"),
        ("**Beslutning:** Tekst.", "Beslutning", "Vedtak"),
        ("**Vedtaket.** Tekst.", "Vedtaket", "Vedtak"),
        ("**Task.** Text.", "Task", "Action"),
    ],
)
def test_a_bold_word_that_is_nearly_right_is_told(lead, span, nearest):
    assert lead_told(lead) == [(span, nearest)]


@pytest.mark.parametrize(
    ("lead", "span", "nearest"),
    [
        ("**Tiltak**", "Tiltak", "Tiltak."),
        ("**Tiltak** K17-01. Tekst.", "Tiltak", "Tiltak."),
        ("**Tiltak K17-01** Tekst.", "Tiltak K17-01", "Tiltak K17-01."),
        ("**Tiltak K17-01 Kart.** Tekst.", "Tiltak K17-01", "Tiltak K17-01."),
        ("**Tiltak 17.1. Kart.** Tekst.", "Tiltak 17.1.", "Tiltak 17-1."),
        ("**Tiltak1.** Tekst.", "Tiltak1.", "Tiltak 1."),
        ("**Tilak 17.1.** Tekst.", "Tilak 17.1.", "Tiltak 17-1."),
        ("**Tilak** Tekst.", "Tilak", "Tiltak."),
    ],
)
def test_a_right_word_that_is_not_read_for_its_end_or_number_is_told(lead, span, nearest):
    assert lead_told(lead) == [(span, nearest)]


@pytest.mark.parametrize(
    "lead",
    [
        "**Tiltak T1.** Tekst.",
        "**Vedtak:** Tekst.",
        "**Decision 3.** Text.",
        "**Vedtekt.** Tekst.",
        "**Merknad.** Tekst.",
        "**Section 3.** Text.",
        "**Motion 3.** Text.",
        "**Option A.** Text.",
        "**Kommentar.** Tekst.",
        "**Beslutning** er eit ord.",
        "**Vedtak i Stortinget** seier noko anna.",
        "**Vedtak 3 i sak 2** seier noko anna.",
        "**Tiltak mot frost.** Tekst.",
        "Tilak T1. Tekst.",
        "Det blei **Tilak.** Tekst.",
        "*Tilak.* Tekst.",
        "**.** Tekst.",
    ],
)
def test_other_words_that_a_quote_begins_with_are_not_told(lead):
    assert lead_told(lead) == []


def test_only_quotes_are_told_not_paragraphs_and_not_quotes_in_quotes():
    assert of_quotes("**Tilak T1.** Tekst.\n\n> Ho sa:\n>\n> > **Tilak.** Tekst.\n", "AR503") == []


def test_a_quote_in_a_list_or_a_passage_is_told_too():
    body = "- > **Tilak T1.** Tekst.\n\n::: nb\n> **Vedtk.** Tekst.\n:::\n\n### Meir\n\n> **Aksjon.** X.\n"

    assert [span for _, span, _ in of_quotes(body, "AR503")] == ["Tilak", "Vedtk", "Aksjon"]


# --- AR504 ----------------------------------------------------------------------------------


def labels_told(*lines):
    found = of_quotes(action(*lines), "AR504", "AR505", "AR506")
    return [(code, span, a.get("nearest")) for code, span, a in found]


@pytest.mark.parametrize(
    ("label", "nearest"),
    [
        ("Ansvr", "Ansvar"),
        ("ansvra", "ansvar"),
        ("Ansvarleig", "Ansvarleg"),
        ("Ansvarlige", "Ansvarlig"),
        ("Eier", "Ansvar"),
        ("Responsable", "Responsible"),
        ("Assigned to", "Responsible"),
    ],
)
def test_a_label_of_the_responsible_that_is_nearly_right_is_told(label, nearest):
    assert labels_told(f"{label}: Bo Li", "Frist: løpande") == [("AR504", label, nearest)]


@pytest.mark.parametrize(
    ("label", "nearest"),
    [
        ("Fris", "Frist"),
        ("Frits", "Frist"),
        ("Tidsfrist", "Frist"),
        ("Ny frist", "Frist"),
        ("Deadline", "Due"),
        ("Due date", "Due"),
    ],
)
def test_a_label_of_the_due_that_is_nearly_right_is_told(label, nearest):
    assert labels_told("Ansvar: Bo Li", f"{label}: 1. mai 2021") == [("AR504", label, nearest)]


@pytest.mark.parametrize(
    ("label", "nearest"),
    [("Merk", "Merknad"), ("Merkand", "Merknad"), ("Kommentar", "Merknad"), ("Notes", "Note")],
)
def test_a_label_of_a_remark_that_is_nearly_right_is_told(label, nearest):
    assert labels_told(*LINES, f"{label}: hastar") == [("AR504", label, nearest)]


@pytest.mark.parametrize(
    "label", ["**Ansvr:** Bo Li", "**Ansvr**: Bo Li", "*Ansvr:* Bo Li", "Ansvr : Bo Li"]
)
def test_the_span_is_the_word_without_marks(label):
    assert labels_told(label, "Frist: løpande") == [("AR504", "Ansvr", "Ansvar")]


def test_two_labels_are_told_in_their_order():
    found = labels_told("Ansvr: Bo Li", "Fris: 1. mai 2021")

    assert [span for _, span, _ in found] == ["Ansvr", "Fris"]


def test_labels_after_a_blank_line_or_a_list_are_told():
    assert labels_told("", "- eit punkt", "", "Ansvr: Bo Li", "Frist: løpande") == [
        ("AR504", "Ansvr", "Ansvar")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        LINES,
        ("Ansvarleg: Bo Li", "Due: ongoing", "Note: X"),
        ("Fris: 1. mai gjeld ikkje.", "Slik er det.", *LINES),
        ("First: talk to Beta.", *LINES),
        ("Status: open", *LINES),
        ("Sjå https://example.org/Fris: her", *LINES),
        ("- Ansvr: Bo Li", "", *LINES),
        ("> Ansvr: Bo Li", "", *LINES),
    ],
)
def test_other_lines_of_an_action_are_not_told(lines):
    assert labels_told(*lines) == []


def test_a_status_line_that_hides_the_others_is_no_label_but_the_others_are_missing():
    assert [code for code, *_ in labels_told(*LINES, "Status: i arbeid")] == ["AR505", "AR506"]


def test_a_decision_has_no_closing_lines():
    assert of_quotes("> **Vedtak V1.** Ja.\n> Fris: 1. mai 2021\n", "AR504") == []


@pytest.mark.parametrize("mark", ["- > ", "1. > ", "> "])
def test_an_action_in_a_list_is_told_at_its_place(mark):
    indent = " " * (len(mark) - 2)
    body = f"{mark}**Tiltak T1.** Tekst.\n{indent}> Ansvr: Bo Li\n{indent}> Frist: løpande\n"

    assert [span for _, span, _ in of_quotes(body, "AR504")] == ["Ansvr"]
