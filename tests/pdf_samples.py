"""Documents for the tests of the PDF renderer, and short ways to build and render them."""

import struct
import zlib
from collections.abc import Mapping
from datetime import date

import pdf_reading as reading
from arsrapport.diagnostics import Diagnostic
from arsrapport.document.nodes import (
    Block,
    Break,
    Cell,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Inline,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Text,
    Titles,
)
from arsrapport.render.pdf.document import render_pdf
from arsrapport.source.place import Place
from arsrapport.source.tree import builtin_folder

WORDS = (
    ("contents", "Innhald"),
    ("draft", "Utkast"),
    ("imprint", "Kolofon"),
    ("footnote", "Fotnote"),
    ("back_to_text", "Tilbake til teksten"),
)
TITLES = Titles(
    title="Årsrapport 2021",
    committee="Rådet for fjellvatn",
    publisher="Vasstilsynet",
    series="Rapport 2022/7",
    date="2. mai 2022",
    running="Rapport 2022/7 · Årsrapport 2021",
)


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">'
    b'<rect width="300" height="120" fill="#075745"/></svg>'
)
ASSETS = {"meetings/rad/2021/kart.png": png(60, 40), "meetings/rad/2021/graf.svg": SVG}


def text(value: str) -> tuple[Text, ...]:
    return (Text(value),)


def paragraph(*children: Inline | str, **fields) -> Paragraph:
    return Paragraph(tuple(Text(c) if isinstance(c, str) else c for c in children), **fields)


def cells(*values: str) -> tuple[Cell, ...]:
    return tuple(Cell(text(value) if value else ()) for value in values)


def items(*values: str) -> List:
    return List(tuple(ListItem((paragraph(value),)) for value in values))


def definition(term: str, *children: Block) -> Definition:
    return Definition(text(term), children)


def minutes(*blocks: Block, **fields) -> Document:
    """One chapter with a heading and no title page."""
    part = Section(
        text("Møte i rådet"), blocks, kind="chapter", id="meeting", place=Place("møte.md", 2)
    )
    known = {
        "language": "nn",
        "titles": Titles("Møte i rådet", "Rådet", running="Møte i rådet"),
        "created": date(2021, 2, 10),
        "chapters": (part,),
        "words": WORDS,
    }
    return Document(kind="minutes", **(known | fields))


def read(document: Document, assets: Mapping[str, bytes] = ASSETS) -> reading.Reading:
    return reading.read_pdf(data(document, assets))


def data(document: Document, assets: Mapping[str, bytes] = ASSETS) -> bytes:
    pdf, faults = render_pdf(document, assets, builtin_folder())
    assert faults == ()
    assert pdf is not None
    return pdf.data


def faults_of(document: Document, assets: Mapping[str, bytes] = ASSETS) -> list[Diagnostic]:
    pdf, faults = render_pdf(document, assets, builtin_folder())
    assert pdf is None
    return list(faults)


NOTE = Footnote((paragraph("Tala er førebelse."),), "1", "note-activity-1")

SEATS = Table(
    head=cells("Organisasjon", "Plassar"),
    rows=(cells("Fjellkommunane", "2"), cells("Vasstilsynet", "1")),
    align=("left", "right"),
    header_column=True,
    caption=text("Plassar etter organisasjon"),
    label="Tabell 1.1",
    notes=(text("Utan observatørar."),),
    source=text("Kjelde: Rådet."),
    id="table-seats",
)

ACTIVITY = Section(
    text("Aktivitet"),
    (
        paragraph(
            "Rådet hadde tre møte i 2021",
            NOTE,
            ", sjå ",
            Reference("meeting:2021-02-03", text("Vedlegg B"), id="meeting-2021-02-03"),
            " og ",
            Link("https://example.org/vatn", text("vatn på nett")),
            ". Rapporten ",
            Emphasis((Span("en", text("Lakes at a Glance")),)),
            " kom ut på ny.",
        ),
        SEATS,
        Section(
            text("Tal"),
            (
                paragraph("Tala står fast", NOTE, "."),
                Figure(
                    "meetings/rad/2021/graf.svg",
                    "Stolpar som veks frå to til ni.",
                    caption=text("Vatn med målingar"),
                    label="Figur 1.1",
                    source=text("Kjelde: Vasstilsynet."),
                    id="figure-lakes",
                ),
                Table(cells("År", "Vatn"), (cells("2020", "7"),), ("left", "right")),
            ),
            level=2,
            number="1.1",
            id="activity-figures",
        ),
        Passage((paragraph("Dette avsnittet er på bokmål."),), language="nb"),
    ),
    kind="chapter",
    number="1",
    id="activity",
)

APPENDIX = Section(
    text("Referat 3. februar 2021"),
    (
        paragraph("Referat fra møte i Rådet for fjellvann", role="subtitle"),
        Note((paragraph("Referatet er et utkast."),)),
        paragraph("BEk, 10.2.2021", role="byline"),
        Definitions(
            (
                definition("Møteleder", paragraph("Ada Li")),
                definition("Til stede", items("Ada Li (Fjellkommunene)", "Bo Ek")),
                definition("Forfall", paragraph("ingen")),
            )
        ),
        Section(
            text("Målinger"),
            (
                paragraph(
                    "Ada Li orienterte",
                    Footnote((paragraph("Uten bilder."),), "1", "note-meeting-2021-02-03-1"),
                    ".",
                ),
                Section(text("a) Innrapportering"), (paragraph("Alle leverte."),), level=3),
                Quote(
                    (paragraph(Strong(text("Konklusjon.")), " Tatt til orientering."),),
                    kind="conclusion",
                ),
                Quote(
                    (
                        paragraph(Strong(text("Tiltak F21-01.")), " Måle igjen."),
                        Definitions((definition("Ansvar", paragraph("alle")),)),
                    ),
                    kind="action",
                ),
                Quote((paragraph(Strong(text("Vedtak.")), " Vedtatt."),), kind="decision"),
                Quote((paragraph("Water is life.", language="en"),)),
            ),
            kind="item",
            level=2,
            number="Sak 1.",
            id="item-2021-02-03-1",
        ),
    ),
    kind="appendix",
    number="Vedlegg B:",
    id="meeting-2021-02-03",
    language="nb",
    title_language="nn",
)

REPORT = Document(
    kind="report",
    language="nn",
    titles=TITLES,
    created=date(2022, 5, 2),
    imprint=(
        Definitions((definition("Utgivar", paragraph("Vasstilsynet")),)),
        Table(
            cells("Standardteikn i tabellar", "Symbol"),
            (cells("Null", "-"), cells("Oppgåve manglar", "..")),
            ("left", "center"),
            header_column=True,
        ),
    ),
    front=(
        Section(
            text("Føreord"),
            (
                paragraph("Takk til alle."),
                paragraph("Fjellbyen, 2. mai 2022", Break(), "Ada Li", role="byline"),
            ),
            kind="front",
            id="foreword",
        ),
        Section(text("Samandrag"), (paragraph("Eit godt år."),), kind="front", id="summary"),
    ),
    chapters=(
        ACTIVITY,
        Section(
            text("Saker"),
            (paragraph("Ei sak."), items("éin", "to")),
            kind="chapter",
            number="2",
            id="cases",
        ),
    ),
    appendices=(
        Section(
            text("Avtale"),
            (Section(text("Formål"), (paragraph("Å måle."),), level=2),),
            kind="appendix",
            number="Vedlegg A:",
            id="agreement",
        ),
        APPENDIX,
    ),
    words=WORDS,
)
