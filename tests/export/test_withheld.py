"""Withheld text reaches no format of data."""

import pytest

from arsrapport.export.calendar import report_calendar
from arsrapport.export.csv import report_csv
from arsrapport.export.json import report_json
from export_samples import FILES, made_of

MARCH = "meetings/kart/2021/2021-03-10.md"
HIDDEN = "HEMMELEG"

WITHHELD = [
    (
        "title: Farleier",
        """title: HEMMELEG
    withheld: {basis: offl. § 13, title: Personalsak}
    presenter: HEMMELEG
    papers: HEMMELEG""",
    ),
    ("listed_as: Farleiene", "listed_as: HEMMELEG"),
    ("Alfa set ut merke.", "HEMMELEG\n> på to liner."),
]


def everything(files) -> str:
    made = made_of(files)
    data = [report_json(*made), *report_csv(*made).values(), report_calendar(made[0])]
    return b"".join(data).decode().replace("\r\n ", "")


def replaced(text, pairs):
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_withheld_item_has_its_number_public_title_and_basis_only():
    found = everything({**FILES, MARCH: replaced(FILES[MARCH], WITHHELD)})

    assert HIDDEN not in found
    assert "K21-01" not in found
    assert "2 Personalsak" in found
    assert '"skjermingshjemmel": "offl. § 13"' in found


def test_what_became_of_a_withheld_action_is_withheld_too():
    pairs = [*WITHHELD, ("{action: K20-01, status: done", "{action: k21-01, status: done")]
    files = {**FILES, MARCH: replaced(FILES[MARCH], pairs).replace("Levert.", HIDDEN)}
    files["meetings/kart/follow-up.yaml"] = (
        "- date: 2021-09-01\n"
        "  follow_up:\n"
        "    - {action: K21-01, note: HEMMELEG}\n"
        "    - {action: [K20-02, K21-01], due: 1. mai 2022, note: HEMMELEG}\n"
        "    - {action: K20-03, to: K21-01, note: HEMMELEG}\n"
        "    - {action: K20-03, note: Ope.}\n"
    )

    found = everything(files)

    assert HIDDEN not in found
    assert "k21-01" not in found.casefold()
    assert "2022-05-01" in found
    assert "Ope." in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Takk.", "Takk.\n\n::: internal\n\nHEMMELEG\n\n:::"),
        ("Møtet blei opna.", "::: internal\n\nHEMMELEG\n\n:::"),
        ("> 1. mot nord", "> ::: internal\n>\n> HEMMELEG\n>\n> :::\n>\n> 1. mot nord"),
        ("> **Vedtak V1.**", "> **Vedtak V1.** A[^9]\n>\n> B"),
        ("Frå 2020.", "Frå 2020.\n\n    ::: internal\n\n    HEMMELEG\n\n    :::"),
    ],
)
def test_what_is_internal_is_nowhere(old, new):
    note = "\n[^9]: Ope.\n\n    ::: internal\n\n    HEMMELEG\n\n    :::\n" if "[^9]" in new else ""
    text = replaced(FILES[MARCH], [(old, new)]) + note
    assert HIDDEN in text

    assert HIDDEN not in everything({**FILES, MARCH: text})
