"""Documents for the tests of the HTML renderer, and short ways to build and render them."""

import base64
from datetime import date

import html_reading as reading
from arsrapport.document.nodes import (
    Block,
    Cell,
    Definition,
    Definitions,
    Document,
    Figure,
    Footnote,
    Inline,
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
from arsrapport.render.html.document import render_html
from arsrapport.source.tree import builtin_folder

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120"><rect width="400" height="120"/></svg>"""
JPEG = b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xd9"
ASSETS = {"meetings/rad/2021/kart.png": PNG, "meetings/rad/2021/graf.svg": SVG}

WORDS = {
    "contents": "Innhald",
    "skip_to_content": "Hopp til innhaldet",
    "footnotes": "Fotnotar",
    "back_to_text": "Tilbake til teksten",
    "imprint": "Kolofon",
    "draft": "Utkast",
    "table": "Tabell",
}
TITLES = Titles(
    title="Årsrapport 2021",
    committee="Rådet for fjellvatn",
    publisher="Vasstilsynet",
    series="Rapport 2022/7",
    date="Mai 2022",
    running="Rapport 2022/7 · Årsrapport 2021",
)


def text(value: str) -> tuple[Text, ...]:
    return (Text(value),)


def paragraph(*children: Inline | str, **fields) -> Paragraph:
    return Paragraph(tuple(Text(c) if isinstance(c, str) else c for c in children), **fields)


def cells(*values: str) -> tuple[Cell, ...]:
    return tuple(Cell(text(value) if value else ()) for value in values)


def report(*chapters: Section, **fields) -> Document:
    known = {"language": "nn", "titles": TITLES, "created": date(2022, 5, 2)}
    words = tuple(WORDS.items())
    return Document(kind="report", chapters=chapters, words=words, **(known | fields))


def chapter(*children: Block, **fields) -> Section:
    known = {"title": text("Aktivitet"), "kind": "chapter", "number": "1", "id": "activity"}
    return Section(children=children, **(known | fields))


def render(document: Document) -> bytes:
    return render_html(document, ASSETS, builtin_folder())


def page(*blocks: Block, **fields):
    """Render blocks as the one chapter of a report, and read the page back."""
    return reading.parse(render(report(chapter(*blocks, **fields))))


def body(*blocks: Block) -> str:
    """Return the markup of blocks inside a chapter, between its heading and its end."""
    markup = render(report(chapter(*blocks))).decode()
    inside = markup.partition("Aktivitet</h2>\n")[2].partition("</main>")[0]
    return inside.rpartition("</section>")[0].strip()


NOTE = Footnote((paragraph("Tala er førebelse."),), "1", "note-activity-1")

SAMPLE = report(
    chapter(
        paragraph(
            "Rådet hadde tre møte",
            NOTE,
            " i 2021, sjå ",
            Reference("meeting:2021-02-03", text("Vedlegg A"), id="meeting-2021-02-03"),
            ".",
        ),
        Table(
            head=cells("Organisasjon", "Plassar"),
            rows=(cells("Fjellkommunane", "2"), cells("Vasstilsynet", "1")),
            align=("left", "right"),
            header_column=True,
            caption=text("Plassar etter organisasjon"),
            label="Tabell 1.1",
            notes=(text("Utan observatørar."),),
            source=text("Kjelde: Rådet"),
            id="table-seats",
        ),
        Section(
            text("Tal"),
            (
                paragraph(
                    "Tala står fast",
                    NOTE,
                    ". Dei byggjer på ",
                    Span("en", text("Lakes at a Glance")),
                    ".",
                ),
                Figure(
                    "meetings/rad/2021/graf.svg",
                    "Stolpar som veks frå to til ni.",
                    caption=text("Vatn med målingar"),
                    label="Figur 1.1",
                    source=text("Kjelde: Vasstilsynet"),
                    id="figure-lakes",
                ),
            ),
            level=2,
            number="1.1",
            id="activity-figures",
        ),
    ),
    front=(
        Section(
            text("Føreord"),
            (paragraph("Takk."), paragraph("Fjellbyen, 2. mai 2022", role="byline")),
            kind="front",
            id="foreword",
        ),
    ),
    appendices=(
        Section(
            text("Møtet 3. februar 2021"),
            (
                paragraph("Møte i rådet", role="subtitle"),
                Note((paragraph("Referatet er et utkast."),)),
                Definitions(
                    (
                        Definition(
                            text("Til stede"),
                            (
                                List(
                                    (
                                        ListItem((paragraph("Ada Li (Fjellkommunane)"),)),
                                        ListItem((paragraph("Bo Ek"),)),
                                    )
                                ),
                            ),
                        ),
                        Definition(text("Forfall"), (paragraph("ingen"),)),
                    )
                ),
                Section(
                    text("Målinger"),
                    (
                        paragraph(
                            "Ada Li orienterte",
                            Footnote((paragraph("I bokmål."),), "1", "note-meeting-2021-02-03-1"),
                            ".",
                        ),
                        Quote(
                            (paragraph(Strong(text("Konklusjon.")), " Tatt til orientering."),),
                            kind="conclusion",
                        ),
                        Quote(
                            (
                                paragraph(Strong(text("Tiltak F21-01.")), " Måle igjen."),
                                Definitions((Definition(text("Ansvar"), (paragraph("alle"),)),)),
                            ),
                            kind="action",
                        ),
                        Quote((paragraph(Strong(text("Vedtak.")), " Vedtatt."),), kind="decision"),
                        Passage((Quote((paragraph("Water is life."),)),), language="en"),
                    ),
                    kind="item",
                    level=2,
                    number="Sak 1.",
                    id="item-2021-02-03-1",
                ),
            ),
            kind="appendix",
            number="Vedlegg A:",
            id="meeting-2021-02-03",
            language="nb",
            title_language="nn",
        ),
    ),
    imprint=(paragraph("© Vasstilsynet. ISSN 1234-5678."),),
)
