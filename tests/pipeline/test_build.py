"""Reports of a made-up committee, in each language, with none, one and forty meetings.

What is expected follows from the rules in generated.py.
"""

import re
import struct
import zlib

import pytest

import generated
import html_reading
import pdf_reading
from arsrapport.pipeline.build import Request, build_minutes, build_reports
from arsrapport.pipeline.check import check_project
from arsrapport.source.tree import MemoryTree

LANGUAGES = ["nn", "nb", "en"]
COUNTED = {
    ("nn", 0): "ingen møte",
    ("nn", 1): "eitt møte",
    ("nn", 40): "40 møte",
    ("nb", 0): "ingen møter",
    ("nb", 1): "ett møte",
    ("nb", 40): "40 møter",
    ("en", 0): "no meetings",
    ("en", 1): "one meeting",
    ("en", 40): "40 meetings",
}
APPENDIX = {"nn": "Vedlegg", "nb": "Vedlegg", "en": "Appendix"}
LAST_LETTER = {1: "A", 40: "AN"}


def quiet(*_):
    pass


def build(files, folder, use_case=build_reports, what="2021", formats=("pdf", "html")):
    outcome = use_case(MemoryTree(files), what, Request(folder, (), formats, quiet))

    assert outcome.diagnostics == ()
    return outcome.built


def plain(text):
    return re.sub(
        r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{SOFT HYPHEN}", "")
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 40])
def test_a_report_reads_right_and_meets_the_standards(language, count, tmp_path):
    (built,) = build(generated.committee(language, count), tmp_path)
    pdf, html = (file.read_bytes() for file in built.files)
    page, reading = html_reading.parse(html), pdf_reading.read_pdf(pdf)
    text = plain(html_reading.words(page))

    assert (built.meetings, built.items, built.people) == (
        count,
        3 * count,
        2 + count if count else 0,
    )
    assert built.pages == reading.pages
    assert COUNTED[language, count] in text
    assert COUNTED[language, count] in plain(reading.root.text)
    if count:
        assert f"{APPENDIX[language]} {LAST_LETTER[count]}:" in text
    else:
        assert f"{APPENDIX[language]} A" not in text
    assert [pdf_reading.failures(pdf, profile) for profile in ("ua1", "2a")] == [[], []]
    assert html_reading.outside(page) == []
    assert html_reading.dangling(page) == []
    assert reading.language == {"nn": "nn-NO", "nb": "nb-NO", "en": "en-GB"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_is_text_in_both_formats(language, tmp_path):
    (built,) = build(generated.committee(language, 1), tmp_path)
    pdf, html = (file.read_bytes() for file in built.files)

    assert b"<script" not in html.replace(b'<script type="application/ld+json">', b"")
    assert "1 < 2 & <script>" in plain(html_reading.words(html_reading.parse(html)))
    assert "1 < 2 & <script>" in plain(pdf_reading.read_pdf(pdf).root.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_stand_alone(language, tmp_path):
    (built,) = build(generated.committee(language, 2), tmp_path, build_minutes, "2021-01-02")
    pdf, html = (file.read_bytes() for file in built.files)
    page = html_reading.parse(html)
    headings = html_reading.outline(page)
    words = generated.WORDS[language]

    assert headings[0][0] == 1
    assert words["name"] in plain(headings[0][1])
    assert [plain(title) for level, title in headings if level == 2][:2] == [
        f"{words['item']} 1. {words['first']} 2",
        f"{words['item']} 2. {words['second']}",
    ]
    assert [pdf_reading.failures(pdf, profile) for profile in ("ua1", "2a")] == [[], []]


def test_a_report_in_another_language_than_its_minutes_marks_them(tmp_path):
    files = generated.committee("nb", 1)
    files["meetings/kart/2021/report/report.yaml"] = b"language: en\n"
    files["meetings/kart/committee.yaml"] = files["meetings/kart/committee.yaml"].replace(
        "name: Utvalget for sjøkart".encode(), b"name: {nb: Utvalget, en: Committee on Charts}"
    )
    (built,) = build(files, tmp_path)
    page = html_reading.parse(built.files[1].read_bytes())
    spoken = [(tongue, plain(text)) for tongue, text in html_reading.languages(page)]

    assert any(
        "Committee on Charts held one meeting" in text
        for tongue, text in spoken
        if tongue == "en-GB"
    )
    assert any("Møtet drøftet saken." in text for tongue, text in spoken if tongue == "nb-NO")
    assert not any("Møtet drøftet saken." in text for tongue, text in spoken if tongue == "en-GB")
    assert any("Appendix A: Minutes" in text for tongue, text in spoken if tongue == "en-GB")


def test_a_withheld_item_leaves_nothing_in_any_file(tmp_path):
    files = generated.committee("nn", 1)
    path = "meetings/kart/2021/2021-01-01.md"
    files[path] = (
        files[path]
        .replace(
            b"  - title: Farleier\n",
            "  - title: HEMMELEG\n    papers: HEMMELEG\n    withheld: {basis: offl. § 13, title: Personalsak}\n".encode(),
        )
        .replace(b"> **Tiltak T1.**", b"HEMMELEG tekst\n\n> **Tiltak T1.** HEMMELEG")
    )
    (built,) = build(files, tmp_path)
    pdf, html = (file.read_bytes() for file in built.files)
    text = plain(pdf_reading.read_pdf(pdf).root.text)

    assert b"HEMMELEG" not in html
    assert "HEMMELEG" not in text
    assert "Sak 2. Personalsak" in text
    assert "Unnateke offentlegheit, jf. offl. § 13." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_generated_project_is_clean(language):
    checked = check_project(MemoryTree(generated.committee(language, 3)))

    assert (checked.language, checked.files, checked.diagnostics) == (language, 6, ())


def test_a_missing_picture_is_told_at_its_place(tmp_path):
    files = generated.committee("nn", 1)
    path = "meetings/kart/2021/2021-01-01.md"
    files[path] = files[path].replace(
        b"## Sak 4\n", b"## Sak 4\n\n![Eit kart over kysten](2021-01-01-kart.png)\n"
    )

    outcome = build_reports(MemoryTree(files), "2021", Request(tmp_path, (), ("html",), quiet))

    (fault,) = outcome.diagnostics
    line = (
        files[path].decode().splitlines().index("![Eit kart over kysten](2021-01-01-kart.png)") + 1
    )
    assert (fault.code, str(fault.place)) == ("AR414", f"{path}:{line}:1")
    assert list(tmp_path.iterdir()) == []


def png() -> bytes:
    """A picture of two by two black dots."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    size = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    dots = zlib.compress((b"\0" + b"\0\0\0" * 2) * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def test_a_picture_has_its_own_words_in_the_pdf_and_none_of_its_captions(tmp_path):
    files = generated.committee("nn", 1)
    path = "meetings/kart/2021/2021-01-01.md"
    figure = "Figur kart: Kysten\n\n![To mørke felt ved sida av kvarandre](2021-01-01-kart.png)\n"
    files[path] = files[path].replace(b"## Sak 4\n", f"## Sak 4\n\n{figure}".encode())
    files["meetings/kart/2021/2021-01-01-kart.png"] = png()
    (built,) = build(files, tmp_path)
    reading = pdf_reading.read_pdf(built.files[0].read_bytes())
    alts = {element.alt for element in reading.root.walk() if element.alt}
    captions = {plain(element.text) for element in reading.root.all("Caption")}

    assert alts == {
        "To mørke felt ved sida av kvarandre",
        "Frammøte etter organisasjon. Alfa: 1; Beta: 1; Gamma: 1.",
        "Saker etter type. Drøfting: 1; Eventuelt: 1; Ikkje oppgitt: 1.",
    }
    assert "Figur A.1 Kysten" in {re.sub(r"\s+", " ", caption) for caption in captions}
    assert not alts & captions


REPORT = "meetings/kart/2021/report"
HIDDEN = "\n::: internal\n\nHEMMELEG\n\n:::\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{REPORT}/foreword.md", "# Føreord\n"),
        (f"{REPORT}/activity.md", "# Møta\n"),
        (f"{REPORT}/imprint.md", "Eit døme.\n"),
        ("meetings/kart/agreement.md", "# Avtale\n"),
        ("meetings/kart/2021/2021-01-01-notat.md", "# Notat\n"),
    ],
)
def test_what_is_internal_leaves_nothing_wherever_it_stands(path, text, tmp_path):
    files = generated.committee("nn", 1)
    meeting = "meetings/kart/2021/2021-01-01.md"
    files[meeting] = files[meeting].replace(
        b"chair: ", b"attachments: 2021-01-01-notat.md\nchair: "
    )
    files["meetings/kart/2021/2021-01-01-notat.md"] = b"# Notat\n"
    files[path] = (text + HIDDEN + "\nOpe.\n").encode()
    (built,) = build(files, tmp_path)
    pdf, html = (file.read_bytes() for file in built.files)
    read = plain(pdf_reading.read_pdf(pdf).root.text)

    assert b"HEMMELEG" not in html
    assert "HEMMELEG" not in read
    assert b"Ope." in html
    assert "Ope." in read
