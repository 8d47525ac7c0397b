"""Chapters, standing texts and the tool's own chapters, from text to section."""

import time
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from arsrapport.compose.chapters.chapter import compose_chapter, compose_imprint, compose_standing
from arsrapport.document.nodes import (
    Definitions,
    Figure,
    Hole,
    List,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Table,
    Text,
)
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.model.archive import Person
from arsrapport.model.chapter import Chapter
from arsrapport.model.report import MemberRow, Period
from arsrapport.source.place import Place
from arsrapport.source.tree import builtin_folder

PATH = "meetings/kart/2021/report/activity.md"


def chapter(text: str, **changes) -> Chapter:
    return Chapter(**{"name": "activity", "path": PATH, "text": text, "first_line": 1, **changes})


@pytest.fixture
def composed(report):
    """Compose a text as a chapter of a Report with two meetings, without faults."""

    def compose(text: str, made=None, kind="chapter", **changes) -> Section:
        made = made or report("nn", 2)
        section, faults = compose_chapter(chapter(text, **changes), made, made.language, kind)

        assert faults == ()
        return section

    return compose


@pytest.fixture
def faults_of(report):
    def compose(text: str, **changes) -> list[tuple[str, str]]:
        _, faults = compose_chapter(chapter(text, **changes), report("nn", 2), "nn", "chapter")
        return [(fault.code, str(fault.place)) for fault in faults]

    return compose


def words(node) -> str:
    """All words below a node, references as their targets, hard spaces as `~`."""
    found = [
        part.value if isinstance(part, Text) else f"<{part.target}>"
        for part, _ in walk(node, "nn")
        if isinstance(part, Text | Reference)
    ]
    return "".join(found).replace("\N{NO-BREAK SPACE}", "~")


def outline(section: Section) -> list[tuple[int, str]]:
    return [
        (node.level, plain_text(node.title))
        for node, _ in walk(section, "nn")
        if isinstance(node, Section)
    ]


# --- a chapter ------------------------------------------------------------------------------


def test_a_chapter_is_a_section_with_its_title_and_name(composed):
    section = composed("# Aktivitet\n\nDet var {{ meetings | counted('møte') }}.\n")

    assert (section.kind, section.level, section.name) == ("chapter", 1, "chapter:activity")
    assert plain_text(section.title) == "Aktivitet"
    assert words(section) == "AktivitetDet var to møte."
    assert section.language is None
    assert section.place == Place(PATH, 1, 1)


def test_headings_below_the_title_nest(composed):
    section = composed("# A\n\n## B\n\n### C\n\nd\n\n## E\n", kind="front")

    assert section.kind == "front"
    assert outline(section) == [(1, "A"), (2, "B"), (3, "C"), (2, "E")]


def test_headings_from_a_loop_nest(composed):
    section = composed(
        "# A\n\n{% for m in meetings %}\n## {{ m.date | day }}\n\nx\n\n{% endfor %}\n"
    )

    assert [title.replace("\N{NO-BREAK SPACE}", " ") for _, title in outline(section)] == [
        "A",
        "3. februar",
        "3. mars",
    ]


def test_a_table_takes_the_caption_above_its_hole(composed):
    section = composed(
        "# A\n\nTabell seats: Plassar i {{ report.year }}\n\n{{ seats }}\n\nKjelde: Alfa.\n"
    )
    (table,) = section.children

    assert isinstance(table, Table)
    assert (table.name, plain_text(table.caption)) == ("table:seats", "Plassar i 2021")
    assert plain_text(table.source) == "Kjelde: Alfa."


def test_the_lists_of_a_report_are_blocks_of_the_chapter(composed):
    section = composed("# A\n\n{{ members }}\n\n{{ agendas }}\n\n{{ working_groups }}\n")

    assert [type(block) for block in section.children] == [Definitions, Paragraph, List, Table]


def test_a_title_is_put_in_as_text(composed, report, held):
    hostile = "# *a* <b> [c](d) {{ e }} {% f %} | g\n\n- h"
    made = report("nn", (held(date(2021, 2, 3), "nn", title=hostile),))
    section = composed("# A\n\n- Møte: {{ (meetings | first).title }}\n", made)

    assert words(section) == f"AMøte: {hostile}"
    assert outline(section) == [(1, "A")]


def test_rows_of_a_table_may_come_from_a_loop(composed):
    text = (
        "# A\n\n| Dato | Saker |\n|---|--:|\n"
        "{% for m in meetings %}\n| {{ m.date | day }} | {{ m.items | length }} |\n{% endfor %}\n"
    )
    (table,) = composed(text).children

    assert [[plain_text(cell.children) for cell in row] for row in table.rows] == [
        ["3.\N{NO-BREAK SPACE}februar", "2"],
        ["3.\N{NO-BREAK SPACE}mars", "2"],
    ]


def test_pictures_are_relative_to_the_chapters_file(composed):
    (figure,) = composed("# A\n\n![Eit kart](kart.png)\n").children

    assert isinstance(figure, Figure)
    assert figure.asset == "meetings/kart/2021/report/kart.png"


def test_lines_of_a_quote_are_one_text(composed):
    (quote,) = composed("# A\n\n> ein\n> to {{ report.year }}\n> tre\n").children

    assert isinstance(quote, Quote)
    assert words(quote) == "ein to 2021 tre"


def test_no_hole_is_left(composed):
    section = composed(
        "# A {{ report.year }}\n\n*{{ committee.name }}*[^1]\n\n[^1]: {{ report.year }}\n"
    )

    assert not [node for node, _ in walk(section, "nn") if isinstance(node, Hole)]


# --- languages ------------------------------------------------------------------------------


def test_a_chapter_in_another_language_than_the_report_is_marked_and_speaks_it(composed):
    section = composed("# Aktivitet\n\nDet var {{ meetings | counted('møte') }}.\n", language="nb")

    assert section.language == "nb"
    assert words(section) == "AktivitetDet var to møter."


def test_a_chapter_in_the_reports_language_is_not_marked(composed):
    assert composed("# A\n", language="nn").language is None


# --- parts ----------------------------------------------------------------------------------


def part(name: str, text: str, **changes) -> Chapter:
    return chapter(text, name=f"cases/{name}", path=f"r/cases/{name}.md", **changes)


def test_parts_come_after_the_introduction_one_level_down(composed):
    parts = (part("01", "# Ei sak\n\n## Bakgrunn\n\nx\n"), part("02", "# Ei anna\n"))
    section = composed("# Saker\n\nInnleiing.\n\n## Om sakene\n", parts=parts)

    assert outline(section) == [
        (1, "Saker"),
        (2, "Om sakene"),
        (2, "Ei sak"),
        (3, "Bakgrunn"),
        (2, "Ei anna"),
    ]
    assert [node.name for node in section.children[2:]] == ["chapter:cases/01", "chapter:cases/02"]
    assert {node.kind for node in section.children[1:]} == {"section"}


def test_a_part_has_values_places_and_pictures_of_its_own(composed):
    parts = (part("01", "# Ei sak\n\n{{ report.year }}\n\n![Kart](a.png)\n", first_line=4),)
    (below,) = composed("# Saker\n", parts=parts).children

    assert words(below) == "Ei sak2021"
    assert below.place == Place("r/cases/01.md", 4)
    assert below.children[1].asset == "r/cases/a.png"


def test_a_part_in_another_language_is_marked(composed):
    parts = (part("01", "# Ei sak\n", language="nb"), part("02", "# Ei sak\n", language="nn"))

    assert [below.language for below in composed("# Saker\n", parts=parts).children] == ["nb", None]


def test_the_faults_of_all_parts_are_told_even_when_the_chapter_fails(faults_of):
    parts = (part("01", "# Ei sak\n\n{{ nope }}\n"), part("02", "x\n"))

    assert faults_of("# Saker\n\n{% if %}{% endif %}\n", parts=parts) == [
        ("AR603", f"{PATH}:3:7"),
        ("AR604", "r/cases/01.md:3:4"),
        ("AR610", "r/cases/02.md:1:1"),
    ]


# --- faults ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "Aktivitet\n", "## Aktivitet\n", "Innleiing.\n\n# Aktivitet\n"]
)
def test_a_chapter_without_a_title_is_told_at_its_start(faults_of, text):
    assert faults_of(text, first_line=5)[-1] == ("AR610", f"{PATH}:5:1")


@pytest.mark.parametrize("text", ["# A\n\n# B\n", "# A\n\n::: nb\n\n# B\n\n:::\n"])
def test_a_second_title_is_told_where_it_stands(faults_of, text):
    assert "AR420" in [code for code, _ in faults_of(text)]


def test_faults_of_template_markdown_and_values_come_together_with_their_places(faults_of):
    text = (
        "# A\n\n{{ report.yeer }} {{ report.year }} [x](javascript:y)\n\n"
        "Det var {{ meetings | counted('møtt') }} og {{ seats }} der.\n"
    )

    assert faults_of(text, first_line=3) == [
        ("AR604", f"{PATH}:5:11"),
        ("AR413", f"{PATH}:5:37"),
        ("AR608", f"{PATH}:7:12"),
        ("AR609", f"{PATH}:7:48"),
    ]


def test_a_fault_in_markdown_made_by_a_loop_leads_to_its_line(faults_of):
    text = "# A\n\n{% for m in meetings %}\n- {{ m.date }} [x](javascript:y)\n{% endfor %}\n"

    assert set(faults_of(text)) == {("AR413", f"{PATH}:4:16")}


def test_a_value_in_an_address_is_told(faults_of):
    assert [
        code for code, _ in faults_of("# A\n\n<meeting:{{ report.year }}> `{{ report.year }}`\n")
    ] == [
        "AR413",
        "AR420",
    ]


def test_a_table_bomb_costs_little(report):
    text = "# A\n\n" + "{% for m in meetings %}" * 4 + "{{ seats }}\n\n" + "{% endfor %}" * 4
    began = time.process_time()
    section, faults = compose_chapter(chapter(text), report("nn", 40), "nn", "chapter")

    assert section is None
    assert [fault.code for fault in faults] == ["AR607"]
    assert time.process_time() - began < 5


# --- standing texts and the imprint ---------------------------------------------------------


def test_a_standing_text_never_passes_through_jinja():
    text = "# Avtale\n\n{{ 7 * 7 }} {% include 'x' %} {# c #}\n"
    section, faults = compose_standing(chapter(text, name="agreement"), "nn", "appendix")

    assert faults == ()
    assert (section.kind, section.name, section.language) == (
        "appendix",
        "appendix:agreement",
        None,
    )
    assert words(section) == "Avtale{{ 7 * 7 }} {% include 'x' %} {# c #}"


def test_a_standing_text_in_another_language_is_marked():
    section, _ = compose_standing(chapter("# A\n", language="nb"), "nn", "appendix")

    assert section.language == "nb"


def test_a_standing_text_without_a_title_is_told():
    section, faults = compose_standing(chapter("x\n", first_line=4), "nn", "appendix")

    assert section is None
    assert [(fault.code, str(fault.place)) for fault in faults] == [("AR610", f"{PATH}:4:1")]


def test_the_imprint_needs_no_title(report):
    blocks, faults = compose_imprint(chapter("Gjeld {{ report.year }}.\n"), report(), "nn")

    assert faults == ()
    assert [words(block) for block in blocks] == ["Gjeld 2021."]


def test_an_imprint_in_another_language_is_marked(report):
    blocks, _ = compose_imprint(chapter("Gjeld.\n", language="nb"), report(), "nn")

    assert [(type(block), block.language) for block in blocks] == [(Passage, "nb")]


def test_an_imprint_with_a_fault_has_no_blocks(report):
    blocks, faults = compose_imprint(chapter("{{ nope }}\n"), report(), "nn")

    assert (blocks, [fault.code for fault in faults]) == ((), ["AR604"])


# --- the tool's own chapters ----------------------------------------------------------------

BUILTIN = ("mandate", "activity", "working-groups")
SENTENCES = {
    ("nn", 0): [
        "Det er ikkje registrert kven som er representert i Sjøkartutvalet.",
        "Sjøkartutvalet hadde ingen møte i 2021.",
        "Under Sjøkartutvalet var det ingen arbeidsgrupper per 31.~desember 2021.",
    ],
    ("nn", 1): [
        "I Sjøkartutvalet hadde to organisasjonar plass per 31.~desember 2021. Oversikta står i <table:seats>.",
        "Sjøkartutvalet hadde eitt møte i 2021 og behandla to saker. Her er datoen og saklista for møtet:",
        "Under Sjøkartutvalet var det éi arbeidsgruppe per 31.~desember 2021. Oversikta står i <table:working-groups>.",
    ],
    ("nn", 40): [
        "I Sjøkartutvalet hadde to organisasjonar plass per 31.~desember 2021. Oversikta står i <table:seats>.",
        "Sjøkartutvalet hadde 40~møte i 2021 og behandla 80~saker. Her er datoane og saklista for kvart møte:",
        "Under Sjøkartutvalet var det éi arbeidsgruppe per 31.~desember 2021. Oversikta står i <table:working-groups>.",
    ],
    ("nb", 0): [
        "Det er ikke registrert hvem som er representert i Sjøkartutvalget.",
        "Sjøkartutvalget hadde ingen møter i 2021.",
        "Under Sjøkartutvalget var det ingen arbeidsgrupper per 31.~desember 2021.",
    ],
    ("nb", 1): [
        "I Sjøkartutvalget hadde to organisasjoner plass per 31.~desember 2021. Oversikten står i <table:seats>.",
        "Sjøkartutvalget hadde ett møte i 2021 og behandlet to saker. Her er datoen og sakslisten for møtet:",
        "Under Sjøkartutvalget var det én arbeidsgruppe per 31.~desember 2021. Oversikten står i <table:working-groups>.",
    ],
    ("nb", 40): [
        "I Sjøkartutvalget hadde to organisasjoner plass per 31.~desember 2021. Oversikten står i <table:seats>.",
        "Sjøkartutvalget hadde 40~møter i 2021 og behandlet 80~saker. Her er datoene og sakslisten for hvert møte:",
        "Under Sjøkartutvalget var det én arbeidsgruppe per 31.~desember 2021. Oversikten står i <table:working-groups>.",
    ],
    ("en", 0): [
        "There is no record of who is represented in Committee on Charts.",
        "Committee on Charts held no meetings in 2021.",
        "As of 31~December 2021, Committee on Charts had no working groups.",
    ],
    ("en", 1): [
        "As of 31~December 2021, Committee on Charts had seats for two organisations. An overview is given in <table:seats>.",
        "Committee on Charts held one meeting in 2021 and dealt with two items. The date and agenda of the meeting:",
        "As of 31~December 2021, Committee on Charts had one working group. An overview is given in <table:working-groups>.",
    ],
    ("en", 40): [
        "As of 31~December 2021, Committee on Charts had seats for two organisations. An overview is given in <table:seats>.",
        "Committee on Charts held 40~meetings in 2021 and dealt with 80~items. The date and agenda of each meeting:",
        "As of 31~December 2021, Committee on Charts had one working group. An overview is given in <table:working-groups>.",
    ],
}  # fmt: skip


def builtin(name: str, language: str) -> Chapter:
    path = Path("chapters") / f"{name}.{language}.md"
    text = (builtin_folder() / path).read_text(encoding="utf-8")
    return Chapter(name, f"templates/{path.as_posix()}", text, 1, builtin=True)


@pytest.mark.parametrize(("language", "count"), SENTENCES)
def test_the_tools_own_chapters_are_right_in_each_language(report, language, count):
    """With no meetings there are no seats, no members and no groups either."""
    nothing = {} if count else {"seats": (), "members": (), "working_groups": ()}
    made = report(language, count, **nothing)
    first = []
    for name in BUILTIN:
        section, faults = compose_chapter(builtin(name, language), made, language, "chapter")

        assert faults == ()
        assert section.language is None
        first.append(words(section.children[0]))

    assert first == SENTENCES[language, count]


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("nn", "Fast medlem per 31.~desember 2021:", "Faste medlemmer per 31.~desember 2021:"),
        ("nb", "Fast medlem per 31.~desember 2021:", "Faste medlemmer per 31.~desember 2021:"),
        ("en", "Permanent member as of 31~December 2021:", "Permanent members as of 31~December 2021:"),
    ],
)  # fmt: skip
def test_the_mandate_heads_its_members_by_their_number(report, language, one, many):
    made = report(language)
    alone = (MemberRow("", made.members[1].mandates, ()),)
    section, _ = compose_chapter(builtin("mandate", language), made, language, "chapter")
    single, _ = compose_chapter(
        builtin("mandate", language), report(language, members=alone), language, "chapter"
    )

    assert many in [words(block) for block in section.children]
    assert one in [words(block) for block in single.children]


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("name", BUILTIN)
def test_the_tools_own_chapters_stand_first_names_and_figures_that_nobody_recorded(
    report, language, name
):
    made = report(language)
    unknown = tuple(
        replace(row, seat=replace(row.seat, seats=None, note=""), has_secretariat=False)
        for row in made.seats
    )
    mandates = tuple(
        replace(mandate, person=Person("Ragna"), organisation=None, role="member")
        for mandate in made.members[0].mandates
    )
    period = Period(date(2020, 7, 1), date(2021, 6, 30))
    bare = report(language, seats=unknown, members=(MemberRow("", mandates, ()),), period=period)
    section, faults = compose_chapter(builtin(name, language), bare, language, "chapter")

    assert faults == ()
    assert section.children


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_a_table_that_a_chapter_of_the_tool_refers_to_is_there(report, language):
    for name in BUILTIN:
        section, _ = compose_chapter(builtin(name, language), report(language), language, "chapter")
        nodes = [node for node, _ in walk(section, language)]
        targets = {node.target for node in nodes if isinstance(node, Reference)}
        tables = {node.name for node in nodes if isinstance(node, Table)}

        assert {target for target in targets if target.startswith("table:")} == tables
