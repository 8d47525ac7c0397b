"""Each fault of whole blocks, and of what refers to others, is told exactly where it stands.

Those of single words are in `test_random_faults`.
"""

from itertools import groupby
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from arsrapport.diagnostics.codes import CODES
from faults_of_words import IN_WORDS
from putting_faults import BLOCKS, CHAPTERS, OUTSIDE, TOP, block, swap, told, written
from sound_project import FRONTS, TEXTS, project

RANDOM = st.randoms(use_true_random=False)
LANGUAGES = st.sampled_from(["nn", "nb", "en"])

MINUTES = TOP | {"inner", "passage"}
JANUARY, MARCH, JUNE = "01-20.md", "03-17.md", "06-09.md"
CHAPTER, COMMITTEE, FOLLOW_UP = r"report/\w+\.md", r"committee\.yaml", r"follow-up\.yaml"
PLAN = r"report\.yaml"

TABLE = "| A | B |\n|---|---|\n| x | y |"
ACTION = "> **{action} T9.** x\n"
BETA, LATER = "> {responsible}: Beta", "> {due}: {ongoing}"
REST = f"{BETA}\n{LATER}"
DUE = f"{ACTION}{BETA}\n> {{due}}: "
SECTION = r"^(## .*)\n((?:(?!## ).*\n)*)"
"""The heading of an item, and what stands under it."""

IN_TEXTS = (
    # agenda and body
    block("AR401", "⟦## {item} 77. Djup\n\nx", "⟦## {item} 9a\n\nx", kinds=TOP, folder=JANUARY),
    block("AR401", "⟦{item} 4\n---\n\nx", "⟦## {item} 1.1 ##\n\nx", kinds=TOP, folder=JANUARY),
    swap("AR402", r"(?<=title: )(Kart)(\n(?:.*\n)*?)## \w+ 2\n", r"⟦\1⟧\2"),
    swap("AR402", r"(?<=title: )('.*')(\n(?:.*\n)*?)## \w+ 3\n", r"⟦\1⟧\2"),
    block("AR403", "⟦## Vedlegg\n\nx", "⟦Vedlegg\n---\n\nx", kinds=TOP | {"intro", "passage"}),
    block(
        "AR403",
        "⟦# Vedlegg\n\nx",
        "⟦Vedlegg *1*\n===\n\nx",
        kinds=TOP | {"intro", "passage"},
        also={"AR407"},  # of the next heading, of level 3
    ),
    swap("AR404", r"^(## \w+) 1$(\n(?:.*\n)*?)## \w+ 2$", r"\1 2\2⟦\1 1"),
    swap("AR404", r"^(## \w+) 2$(\n(?:.*\n)*?)## \w+ 3$", r"\1 3\2⟦\1 2"),
    swap("AR405", r"^(## \w+ [12])$", r"⟦\1. Sjø", r"⟦\1: *x*", r"⟦\1 Kart no", path=JANUARY),
    block("AR407", "⟦##### Djup\n\nx", "⟦###### Djup ##\n\nx", kinds=OUTSIDE | {"passage"}),
    block("AR408", "⟦![]({kart})", "⟦![ ](<{kart}>)", "⟦![]({kart})\nFigur: Sjøkart"),
    block("AR409", "⟦![2021-01-20-kart]({kart})", "⟦![2021-01-20-KART.png]({kart})"),
    block("AR409", "⟦![Kart]({kart})\nFigur: Kart", "Figur: *Kart*\n\n⟦![kart.]({kart})"),
    block("AR410", "⟦|  |  |\n|---|---|\n| x | y |", "⟦| | |\n|:--|:-:|"),
    block("AR410", "| A | B |\n⟦|---|\n| 1 | 2 |", "⟦|---|--:|\n| x | y |"),
    block("AR412", "⟦[^9]: x y", "⟦[^9]: x\n    y\n\n    z"),
    block("AR414", "⟦![Sjø](nope.png)", "⟦![Kart](../../../../../x.png)"),
    block("AR414", "⟦![Kart](https://example.no/x.png)", "⟦![Kart](/x.png)\nFigur x: Sjø"),
    swap("AR414", r"(?<=^attachments: \[)", "⟦2021-01-20-nope.md⟧, ", "⟦'x.md'⟧, "),
    block("AR415", "⟦::: zz\nx\n:::", "⟦::: zz\n\nx\n\n:::", kinds=BLOCKS - {"passage"}),
    block("AR415", "x\n\n⟦:::\n\nx", ":: ⟦nn\nx", kinds=BLOCKS - {"passage"}),
    swap("AR415", r"\Z", "\n⟦::: internal\n\nx\n", "\n⟦:::en\n\nx\n"),
    block("AR417", "⟦## {item} 1\n\nx", "⟦{item} 1\n--\n\nx", kinds=TOP, folder=JANUARY),
    block("AR418", f"{'> ' * 24}⟦> x", kinds=OUTSIDE),
    block("AR419", "⟦![Sjø]({feil})", "⟦![Kart]({feil})\nFigur x: Sjø"),
    swap("AR419", r"(?<=^attachments: \[)", "⟦2021-01-20-kart.png⟧, "),
    block("AR420", "⟦***", "⟦- - -", "⟦___", "- ⟦### x", "> ⟦## x", "1. x\n\n   ⟦# x"),
    block("AR421", "⟦###\n\nx", "⟦### <!-- x -->\n\nx", "⟦### ###\n\nx", kinds=TOP),
    block("AR421", "⟦##\n\nx", "⟦## <!-- x --> ##\n\nx", kinds=CHAPTERS | {"standing"}),
    block("AR422", f"{{table}}: ⟦{'x ' * 301}\n\n{TABLE}", f"{TABLE}\n\n⟦Kjelde: {'x ' * 301}"),
    block("AR422", f"| ⟦{'x ' * 501} | x |\n|---|---|\n| x | y |"),
    block("AR422", f"Figur: *⟦{'x ' * 301}y*\n\n![Kart]({{kart}})"),
    block("AR423", f"⟦{'| x ' * 21}|\n{'|--' * 21}|\n{'| x ' * 21}|"),
    block("AR424", "⟦### Tom⟧\n\n### Djup\n\nx", kinds=TOP),
    block("AR424", "⟦### Tom⟧\n\n[^9]: x\n    y\n\n### Djup\n\nx[^9]", kinds=TOP),
    block("AR424", "⟦### Tom ###⟧\n\n<!-- x -->\n### Djup\n\nx", kinds=TOP),
    # decisions and actions
    block("AR501", f"⟦> **{{action}} T1.** x\n{REST}", kinds=TOP, folder=MARCH),
    block("AR501", "> **{decision} V9.** x\n\n⟦> **{conclusion} V9. Kart.** y", kinds=MINUTES),
    block("AR501", "> **{conclusion} V9.** x\n\n⟦> **{decision} v9.** y", kinds=MINUTES),
    block("AR502", f"{ACTION}{BETA}\n> ⟦{{responsible}}: Alfa\n{LATER}", kinds=MINUTES),
    block("AR502", f"{ACTION}{LATER}\n{BETA}\n> ⟦Due: 2022-01-02", kinds=MINUTES),
    block("AR502", f"{ACTION}{REST}\n> {{remark}}: x\n> ⟦{{remark}}: y", kinds=MINUTES),
    block("AR503", f"> **⟦Tilak⟧ T9.** x\n{REST}", "> **⟦Actoin⟧ T9. Kart.** x", kinds=MINUTES),
    block("AR503", "> **⟦{action} T9⟧** x", "> **⟦{action} 1.2.⟧** x", kinds=MINUTES),
    block("AR503", "> **⟦Beslutning⟧.** x", "> **⟦Resolution⟧ V9.** x\n> y", kinds=MINUTES),
    block("AR503", "> **⟦{decision}⟧** x", "> **⟦{conclusion} K9⟧** x", kinds=MINUTES),
    block("AR504", f"{ACTION}> ⟦Ansvr⟧: Beta\n{LATER}", kinds=MINUTES),
    block("AR504", f"{ACTION}{BETA}\n> ⟦Deadline⟧: {{ongoing}}", kinds=MINUTES),
    block("AR504", f"{ACTION}> **⟦Tidsfrist⟧:** 2022-01-02\n{BETA}", kinds=MINUTES),
    block("AR505", f"> **⟦{{action}} T9⟧.** x\n{LATER}", kinds=MINUTES),
    block("AR505", f"> **⟦{{action}} T9⟧. Kart.** x\n{LATER}", kinds=MINUTES),
    block("AR506", f"> **⟦{{action}} T9⟧.** x\n{BETA}", f"{DUE}⟦?⟧", kinds=MINUTES),
    block("AR507", f"{DUE}⟦31.2.2022⟧", f"{DUE}⟦15.11.22⟧", kinds=MINUTES),
    block("AR507", f"{ACTION}> {{due}}: ⟦15/11/2022⟧\n{BETA}", kinds=MINUTES, also={"AR804"}),
    block("AR508", f"{ACTION}> {{responsible}}: ⟦Alfa institut⟧\n{LATER}", kinds=MINUTES),
    block("AR508", f"{ACTION}{LATER}\n{BETA}, ⟦Bo Li/Beta⟧", kinds=MINUTES),
    block("AR508", f"{ACTION}> {{responsible}}: ⟦Ragna Aas⟧, Beta\n{LATER}", kinds=MINUTES),
    block("AR508", f"{ACTION}{BETA},  ⟦?⟧\n{LATER}", kinds=MINUTES),
    # What was due before the check is told as overdue, too.
    block("AR509", f"{DUE}⟦2020-01-02⟧", f"{DUE}⟦19.1.2021⟧", kinds=MINUTES, also={"AR515"}),
    block("AR510", f"{DUE}⟦2020-05-01⟧", kinds=MINUTES, also={"AR515"}),
    block("AR510", f"{DUE}⟦1.2.2022⟧", kinds=MINUTES, folder=JANUARY),
    block("AR515", f"{ACTION}> {{due}}: ⟦2021-06-01⟧\n{BETA}", f"{DUE}⟦30.12.2021⟧", kinds=MINUTES),
    block("AR515", f"> **{{action}}.** x\n{BETA}\n> {{due}}: ⟦2021-06-01⟧", kinds=MINUTES),
    block(
        "AR516",
        "> **{decision} V21-01.** x\n\n> **{decision} V21-03.** y\n> Supersedes: ⟦V21-02⟧",
        "> **{decision} V21-01.** x\n\n> **{decision} V21-03.** y\n> Erstattar: V21-01, ⟦V21-07⟧",
        kinds=MINUTES,
    ),
    # report and references
    block("AR603", "{% ⟦for m in meetings %}\n\nx", kinds=CHAPTERS, folder="cases.md"),
    block("AR603", "{% ⟦endif %}", "x {% ⟦zz %}", kinds=CHAPTERS, folder="cases.md"),
    block("AR606", '{% ⟦include "x" %}', "{{ ⟦2 * 3 }}", kinds=CHAPTERS),
    block("AR606", "{% ⟦macro x() %}y{% endmacro %}", kinds=CHAPTERS),
    block(
        "AR607",
        "{{ ⟦1000000000000 }}",
        "{% if items | count < ⟦99999999999 %}{% endif %}",
        kinds=CHAPTERS,
    ),
    block("AR608", '{{ ⟦meetings | counted("xyzzy") }}', kinds=CHAPTERS),
    block("AR609", "x {{ ⟦seats }} y", "{{ ⟦meetings }}", kinds=CHAPTERS),
    swap("AR610", r"\A(---\n(?:.*\n)*?---\n)\n# .*\n", "\\1⟦\n", "\\1⟦## x\n", path=CHAPTER),
    swap("AR610", r"\A# .*\n", "⟦", "⟦## x\n\n", path="report/cases/a"),
    block("AR616", f"{{table}} q: x\n\n{TABLE}\n\n{{table}} q: y\n\n⟦{TABLE}"),
    block("AR616", "x[^9]\n\n[^9]: y\n\n⟦[^9]: z"),
    block("AR620", "{count}", "{count} x", kinds=CHAPTERS | {"nested"}, folder="cases.md"),
    block("AR620", "{count}", kinds=CHAPTERS, folder="foreword"),
)

IN_FRONTS = (
    # agenda and body
    swap("AR401", r"^## (\w+)(?= 2| 3| 4/)", r"⟦## \1 9/21. Djup\n\nx\n\n\g<0>"),
    swap(
        "AR402", r"^(?=follow_up:)", "  - title: ⟦Ny⟧\n", "  - kind: closing\n    title: ⟦'Ny'⟧\n"
    ),
    swap("AR404", r"^(## .*)(\n(?:.*\n)*?)(## .*)$", r"\3\2⟦\1"),
    swap("AR404", r"^(## \w+ 2.*)(\n(?:.*\n)*?)(## .*)$", r"\3\2⟦\1"),
    swap("AR405", r"^## (\w+) (1/21|4/21|1)\. (\w+)$", r"⟦## \1 \2. x", r"⟦## \1 \2: \3 \3"),
    swap(
        "AR406",
        r"^(?=follow_up:)",
        "  - {number: ⟦4/21⟧, title: x}\n",
        "  - title: x\n    number: ⟦'4/21'⟧\n",
        path=MARCH,
        also={"AR402", "AR616"},  # as two items have that name, and one of them has no section
    ),
    swap("AR417", SECTION, r"\g<0>\n⟦\1\n\nx\n", path=f"{JANUARY}|{MARCH}"),
    swap(
        "AR424",
        r"^(## .*)\n\n(?:[^\n#>].*\n)+(?=\n#|\Z)",
        r"⟦\1⟧\n",
        r"⟦\1⟧\n\n<!-- x -->\n",
        path=f"{MARCH}|{JUNE}",
    ),
    swap("AR426", r"(?<=r: )4/21((?:.*\n)*?## \w+ )4/21", r"⟦0/21⟧\g<1>0/21", path=MARCH),
    swap(
        "AR426",
        r"(?<=r: )2(/21(?:.*\n)*?  - number: )4/21((?:.*\n)*?## \w+ )2",
        r"5\1⟦4/21⟧\g<2>5",
        path=MARCH,
    ),
    swap("AR427", r"(?<=continues: \[)2021-01-20/3", "⟦2021-01-20/9⟧", "2021-01-20/3, ⟦'1/20'⟧"),
    swap("AR427", r"^(?=    presenter: )", "    continues: ⟦2021-02-20/3⟧\n"),
    # decisions and actions
    swap("AR501", r"^(?=> \*\*)", "⟦> **{decision} T1.** x\n\n", path=f"{MARCH}|{JUNE}"),
    swap("AR507", r"(?<=due: )2021-12-31$", "⟦31.2.2022⟧", "⟦1 April 22⟧", path=MARCH),
    swap("AR509", r"(?<=due: )2021-12-31$", "⟦2020-01-31⟧", "⟦'2020-01-31'⟧", path=MARCH),
    swap("AR510", r"(?<=due: )2021-12-31$", "⟦2020-06-01⟧", path=MARCH),
    swap("AR511", r"(?<=^follow_up:\n)", "  - {action: ⟦T99⟧, status: done}\n"),
    swap("AR511", r"(?<=^follow_up:\n)", "  - action: [T1, ⟦'T99'⟧]\n    note: x\n"),
    swap("AR511", r"(?<=    - action: )T3", "⟦A3⟧", path=FOLLOW_UP),
    swap(
        "AR512",
        r"\Z",
        "- {date: 2021-10-01, follow_up: [{action: ⟦T3⟧, status: dropped}]}\n",
        "- date: 2021-10-01\n  follow_up:\n    - action: [⟦T3⟧]\n      due: 2022-01-31\n",
        path=FOLLOW_UP,
    ),
    swap(
        "AR513",
        r"\A",
        "- {date: 2020-10-01, follow_up: [{action: ⟦T1⟧, note: x}]}\n",
        "- date: 2021-05-01\n  follow_up:\n    - {action: [T1, ⟦'T3'⟧], note: x}\n",
        path=FOLLOW_UP,
    ),
    swap("AR513", r"(?<=^follow_up:\n)", "  - {action: T2, date: ⟦2020-12-01⟧, note: x}\n"),
    swap("AR514", r"(?<=status: )done$", "⟦moved⟧", path=FOLLOW_UP),
    swap("AR514", r"(?<=status: )done$", "moved\n      to: [2021-01-20/3, ⟦77⟧]", path=FOLLOW_UP),
    swap("AR514", r"(?<=status: )done(?=})", "moved, to: ⟦'9'⟧", "moved, to: [T3, ⟦T4⟧]"),
    swap("AR515", r"(?<=      )status: done", "due: ⟦2021-11-01⟧", path=FOLLOW_UP),
    # report and references
    swap("AR602", r"(?<=chapters: \[)", "⟦nope⟧, ", "⟦'nope'⟧, ", path=PLAN),
    swap("AR611", r"(?<=under: Alfa)", ", committee: ⟦nope⟧", path=COMMITTEE),
    swap("AR621", r"(?<=isbn: ).*", "⟦978-82-999999-1-4⟧", "'⟦978-82-999999-5⟧'", path=PLAN),
    swap("AR621", r"(?<=isbn: .{17})", " (pdf), ⟦978-82-999999-2-3⟧ (x)", path=PLAN),
    swap("AR622", r"(?<=issn: ).*", "⟦1234-5678⟧", '"⟦1234-567⟧"', path=PLAN),
    swap(
        "AR622", r"(?<=series: ).*", "Notat, ISSN ⟦1234-5678⟧", "'x: ISSN ⟦1234-5678⟧.'", path=PLAN
    ),
    swap("AR623", r"(?<=period: ).*", "⟦2012⟧", "⟦'2012'⟧", "⟦2011-01-01/2011-12-31⟧", path=PLAN),
    swap("AR624", r"(?<=^status: ).*", "⟦draft⟧", "⟦for-comment⟧", also={"AR212", "AR214"}),
    swap("AR625", r"(?<=published: ).*", "⟦2021-02-10⟧", path=PLAN),
    swap("AR625", r"(?<=Ragna Ås, date: )[0-9-]+", "⟦2021-02-10⟧", path=PLAN),
    swap("AR625", r"(?<=as_of: ).*", "⟦2020-12-30⟧", path=PLAN),
)

NOT_PUT_IN = {
    "AR612": "no file has it: a year that is asked for, and has no report",
    "AR613": "no file has it: a meeting that is asked for, and does not exist",
    "AR614": "told by rendering alone: a character that the fonts lack",
    "AR615": "told by rendering alone: what its libraries cannot do",
    "AR617": "no file has it: the project file itself is missing",
    "AR618": "no file has it: what is written, not what is read",
    "AR619": "told by a build with --final alone: minutes that are not approved",
    "AR626": "told by a build with --final alone: that there are warnings",
}


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_fronts_that_faults_are_put_in_are_sound(language):
    assert told(written(project(language, FRONTS), (), language, Random(0)).files) == []


@pytest.mark.parametrize(
    ("files", "faults"),
    [
        pytest.param(files, tuple(faults), id=code)
        for files, table in ((TEXTS, IN_TEXTS), (FRONTS, IN_FRONTS))
        for code, faults in groupby(table, key=lambda fault: fault.code)
    ],
)
@settings(max_examples=10, derandomize=True)
@given(data=st.data(), random=RANDOM, language=LANGUAGES)
def test_a_fault_at_any_place_is_told_once_and_where_it_was_put_in(
    files, faults, data, random, language
):
    fault = data.draw(st.sampled_from(faults))
    put = written(project(language, files), (fault,), language, random)
    assume(put is not None)

    assert [one for one in told(put.files) if one.code not in put.also] == put.expected


def test_every_code_of_minutes_and_reports_is_put_in_or_cannot_be():
    of_these = {code for code in CODES if code.startswith(("AR4", "AR5", "AR6"))}
    put_in = {fault.code for fault in (*IN_WORDS, *IN_TEXTS, *IN_FRONTS)} & of_these

    assert of_these == put_in | NOT_PUT_IN.keys()
    assert put_in.isdisjoint(NOT_PUT_IN)
