"""Each fault of YAML, of meetings and of people, put at random places of front matters and files."""

from random import Random

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from arsrapport.diagnostics.codes import CODES
from putting_faults import (
    RAW_BYTE,
    Fault,
    Files,
    Told,
    told,
    written,
)
from putting_faults import swap as swap_of_code
from sound_project import FRONTS, project

RANDOM = st.randoms(use_true_random=True)
LANGUAGES = st.sampled_from(["nn", "nb", "en"])
FEW = settings(max_examples=15, derandomize=True, phases=[Phase.generate])

COMMITTEE, REPORT = r"/committee\.yaml", r"/report\.yaml"
ALL = r"\.md|/(?:committee|register|follow-up|report)\.yaml"
YAML = r"/(?:committee|register|report)\.yaml"


def swap(pattern: str, *texts: str, path: str = r"\d\.md", also: str = "") -> Fault:
    """Return a way to put a fault in: that of `putting_faults`, whose code `fault` gives it."""
    return swap_of_code("", pattern, *texts, path=path, also=frozenset(also.split()))


def fault(code: str, *ways: Fault) -> Fault:
    """Return a fault that is put in one of several ways, at random one for which there is room."""

    def put(files: Files, language: str, random: Random) -> tuple[str, str] | None:
        changes = (way.put(files, language, random) for way in random.sample(ways, len(ways)))
        return next((change for change in changes if change), None)

    return Fault(code, put, frozenset().union(*(way.also for way in ways)))


def new_file(code: str, *names: str, also: str = "") -> Fault:
    """Return a fault that is a file by one of these names."""

    def put(files: Files, _: str, random: Random) -> tuple[str, str]:
        name = random.choice([name for name in names if f"meetings/kart/{name}" not in files])
        return f"meetings/kart/{name}", "⟦# Notat\n"

    return Fault(code, put, frozenset(also.split()))


# A key with a plain text behind it: of a file, or of an entry that has a line for each key.
KEYS = r"^((?:  (?:- |  ))?\w+: )(\w[^:#\n\[\]{}\"',/]*)$"
TOP_KEYS = r"^(\w+): (\w[^:#\n\[\]{}\"',/]*)$"
DAY_KEYS = r"\b(date|next_meeting|published|as_of|from): (20\d\d)-(\d\d)-(\d\d)(?=$|[,}])"

IN_YAML = (
    fault("AR101", swap(r"\A", f"⟦{'#' * 2_000_001}\n")),
    fault("AR102", swap(r"(?<=\w)(?=\w)", f"⟦{RAW_BYTE}⟧", path=ALL)),
    fault("AR103", swap(r"\A---", "⟦\n---", "⟦# Møte\n\n---", "⟦ ---", "⟦- --")),
    fault(
        "AR104", swap(r"\A---(\n(?:.*\n)*?)---\n", r"⟦---⟧\1", r"⟦---⟧\1----\n", r"⟦---⟧\1 ---\n")
    ),
    fault(
        "AR105",
        swap(r"^ +(?=- )", "⟦\t⟧", "⟦\t\t⟧"),
        swap(
            KEYS, r"\1⟦@⟧\2", r"\1⟦%⟧\2", r"\1⟦`⟧\2", r'\1⟦"⟧\2', r"\1⟦'⟧\2", r"\1⟦[⟧\2", path=ALL
        ),
        swap(KEYS, r'\1"\2" ⟦i fjorden⟧', r"\1'\2' ⟦og meir⟧", r"\1[\2] ⟦møte⟧", path=ALL),
        swap(TOP_KEYS, r"⟦\1 \2⟧", path=ALL),
        swap(r"^    (\w+: \w.*)$", r"     ⟦\1⟧", r"       ⟦\1⟧"),
        swap(r"(?<=\n)(?=\w)", "⟦---⟧\n", path=YAML),
    ),
    fault(
        "AR106",
        swap(KEYS, r"\1⟦**Møte**⟧", r"\1⟦&a⟧ \2", r"\1⟦!!str⟧ \2", path=ALL),
        swap(TOP_KEYS, r"\1: ⟦*a⟧", path=ALL),
    ),
    fault(
        "AR107",
        swap(TOP_KEYS, rf"\1: {'[' * 19}⟦[{']' * 20}", path=ALL),
        swap(r"^  - title: .*$", rf"  - title: {'[' * 17}⟦[{']' * 18}"),
    ),
    fault(
        "AR108",
        swap(r"^(\w+)(: .+)$", r"\1\2\n⟦\1⟧\2", path=ALL),
        swap(r"^  - (\w+)(: \w.*)$", r"  - \1\2\n    ⟦\1⟧\2", path=ALL),
        swap(r"^    (\w+)(: .+)$", r"    \1\2\n    ⟦\1⟧\2", path=ALL),
        swap(r"\{(\w+): ([^,{}\[\]]+), ", r"{\1: \2, ⟦\1⟧: \2, ", path=ALL),
    ),
    fault(
        "AR109",
        swap(r"^(?=\w+:)", "⟦dato⟧: x\n", "⟦Ting⟧: [x]\n", path=rf"\d\.md|{YAML}"),
        swap(r"^    (?=\w+: )", "    ⟦tittel⟧: x\n    ", path=ALL),
        swap(r"\{(?=\w+: )", "{⟦namn⟧: x, ", path=ALL),
        swap(r"(?<=\w)\}", ", ⟦tlf⟧: [1]}", path=ALL),
    ),
    fault(
        "AR110",
        swap(
            r"^(date|place|time|number|next_meeting): .*$", r"\1: ⟦[x, y]⟧", r"\1: ⟦{x: y, z: w}⟧"
        ),
        swap(r"^(minutes|approved): \{.*\}$", r"\1: ⟦Kari Moen⟧", r"\1: ⟦[Kari Moen]⟧"),
        swap(r"\bseats: \d", "seats: ⟦mange⟧", "seats: ⟦-1⟧", "seats: ⟦[1]⟧", path=COMMITTEE),
        swap(r"^present: \[.*\]$", "present: ⟦Ragna Ås⟧", 'present: ⟦"Ragna Ås, Bo Li"⟧'),
        swap(r"^  - ([\w' \"]+)$", "  - ⟦[Tor Moe]⟧"),
    ),
    fault(
        "AR111",
        swap(r"^date: .*$", "⟦date⟧:", '⟦date⟧: ""'),
        swap(r"^  - title: .*$", "  - ⟦title⟧:", "  - ⟦title⟧: ''"),
        swap(r"\{name: [^,}]+", '{⟦name⟧: ""', "{⟦name⟧: ", path=ALL),
        swap(r"\{name: [^,}]+, (.*?)\}", r"⟦{\1}⟧", path=ALL),
        swap(r"^  - title: .*\n    (.*(?:\n    .*)*)", r"  - ⟦\1⟧"),
        swap(r"\A---\ndate: .*\n([\s\S]*?)\n---\n", "---\n⟦\\1⟧\n---\n"),
    ),
    fault(
        "AR112",
        swap(
            DAY_KEYS,
            r"\1: ⟦\4.\3.\2⟧",
            r"\1: ⟦\4/\3-\2⟧",
            r"\1: ⟦\2-\3-32⟧",
            r"\1: ⟦\2-13-\4⟧",
            r"\1: ⟦\2\3\4⟧",
            r"\1: ⟦12. mai \2⟧",
            r'\1: ⟦"12. mai"⟧',
            path=ALL,
        ),
        swap(r"^(date|next_meeting): .*$", r"\1: ⟦2021-02-10/11⟧", r"\1: ⟦10.2.2021/11.2.2021⟧"),
    ),
    fault(
        "AR113",
        swap(r"\b(status|form|kind|outcome): [a-z-]+", r"\1: ⟦godkjend⟧", r"\1: ⟦Møte⟧"),
        swap(r"\b(role): [a-z]+", r"\1: ⟦medlem⟧", r'\1: ⟦"observatør"⟧', path=COMMITTEE),
        swap(r"^language: \w\w$", "language: ⟦no⟧", "language: ⟦'nynorsk'⟧", path=".*"),
    ),
    fault(
        "AR114",
        swap(r"^( +- title: |place: )(\w+)$", r"\1\2 ⟦#3⟧", r"\1\2 ⟦#3 og #4⟧", also="AR405"),
        swap(r"^(  - title: )(\w+)$", r"\1\2 ⟦# 5⟧", also="AR405"),
        swap(r"\b(Notat|Kart)(?=[,\]])", r"\1 ⟦#1⟧"),
        swap(r"^(      - )(Notat|Kart)$", r"\1\2 ⟦#1, om #2⟧"),
    ),
    fault(
        "AR115",
        swap(r"^(  - title: |place: )(\w+)$", r"\1\2⟦:⟧ kva no", r"\1\2⟦:⟧ Å vere", also="AR405"),
        swap(r"^(      - )(Notat|Kart)$", r"\1⟦\2: kaier⟧"),
        swap(r"^(  - )(\w+ \w+)$", r"\1⟦\2: leiar⟧"),
    ),
    fault(
        "AR116",
        swap(KEYS, "\\1\\2⟦\x1b⟧", "\\1⟦\u2028⟧ \\2", path=ALL),
        swap(KEYS, r'\1⟦"\2\\u0007"⟧', r'\1⟦"\\u2029 \2"⟧', path=ALL),
    ),
    fault("AR119", swap(r"\A---\n(?:.*\n)*?---\n", "⟦---\n---⟧\n", "⟦---\n# date: 1\n\n---⟧\n")),
    fault("AR120", swap(KEYS, r"\1\2  # arsrapport: ignore ⟦AR801⟧", path=ALL)),
    fault("AR121", swap(KEYS, r"\1\2  # arsrapport: ignore ⟦AR999⟧ – x", path=ALL)),
    fault("AR122", swap(KEYS, r"\1\2  # arsrapport: ignore ⟦AR312⟧ – x", path=ALL)),
)

IN_MEETINGS = (
    fault("AR201", swap(r"^date: 2021-(\d\d)-\d\d(.*)$", r"date: ⟦2021-\1-08\2⟧")),
    fault(
        "AR202",
        swap(
            r"^(date|next_meeting): (2021-\d\d-\d\d)(?:/\S+)?$",
            r"\1: ⟦\2/2021-01-02⟧",
            r"\1: ⟦'\2/2020-12-31'⟧",
        ),
        swap(r"\bto: 2020-06-30", "to: ⟦2014-06-30⟧", path=COMMITTEE),
        swap(r"^period: 2021$", "period: ⟦2021-06-01/2021-01-31⟧", path=REPORT),
    ),
    new_file(
        "AR203",
        "2021/notat.md",
        "2021/20.01.2021.md",
        "2021/2021-1-20.md",
        "2021/mappe/2021-02-20.md",
        "committee.yml",
        "2021-02-20.md",
        "notat.txt",
    ),
    new_file(
        "AR204",
        "2021/2021-01-20-kva?.md",
        "2021/2021-01-20-a:b.md",
        "2021/2021-01-20-slutt.",
        "aux.md",
        "2021/report/NUL.md",
        "Agreement?.md",
    ),
    new_file(
        "AR205",
        "2020/2021-01-20.md",
        "2022/2021-03-17.md",
        "2021/2021-06-09.MD",
        also="AR203 AR204",
    ),
    fault(
        "AR206",
        swap(r"^(approved: \{date: )2021-\d\d-\d\d", r"\1⟦2021-01-02⟧", r"\1⟦2020-12-24⟧"),
        swap(r", in: \S+\}", ", in: ⟦2021-01-20⟧}", ', in: ⟦"2020-11-30/4"⟧}'),
        swap(r"^(number: \"3/2021\")$", r"\1\napproved: {in: ⟦2021-03-17⟧}"),
    ),
    fault(
        "AR207",
        swap(
            r", in: \S+\}", ", in: ⟦2021-03-16⟧}", ", in: ⟦2021-03-17/9⟧}", ", in: ⟦2021-03-17b⟧}"
        ),
        swap(r"^approved: \{date: 2021-05-03\}", "approved: {in: ⟦2021-05-03⟧}"),
        swap(r"^approved: \{date: 2021-05-03\}", "approved: {in: ⟦'2021-06-09/4'⟧}"),
    ),
    fault(
        "AR208",
        swap(
            r"^next_meeting: 2021-(03|06)-.*$",
            r"next_meeting: ⟦2021-\1-02⟧",
            r"next_meeting: ⟦2021-\1-05/2021-\1-06⟧",
        ),
    ),
    fault(
        "AR209",
        swap(
            r"^language: (n[nb])\n([\s\S]*?^time: )10:00$",
            r"language: \1\ntitle: Møte ⟦onsdag⟧ 11. mai 2021\n\g<2>10:00",
            r"language: \1\n\2⟦Torsdag⟧ 20.1.2021, kl. 10",
        ),
        swap(
            r"^language: en\n([\s\S]*?\ntime: )10:00$",
            r"language: en\ntitle: A meeting on ⟦Wednesday⟧ 11 May 2021\n\g<1>10:00",
            r"language: en\n\g<1>⟦Thursday⟧, 20 January 2021",
        ),
    ),
    fault(
        "AR210",
        swap(r"^number: \"?[23]/2021\"?$", "number: ⟦1/2021⟧", 'number: ⟦"1/2021"⟧'),
    ),
    fault("AR211", swap(r"^status: approved$(?=\nnumber: \"3)", "status: ⟦planned⟧")),
    fault(
        "AR212",
        swap(
            r"^status: approved\n(number: .*\n)?(approved: .*\n)?",
            r"status: ⟦draft⟧\n\1",
            r"status: ⟦for-comment⟧\n\1",
            also="AR624",
        ),
    ),
    fault(
        "AR213",
        swap(r"(?<=[ {])date: 2021-(?:01-27|03-25)", "date: ⟦2021-01-02⟧", "date: ⟦2020-12-27⟧"),
        swap(r"\[Siv Øy\]\}", "[Siv Øy], date: ⟦2021-06-08⟧}"),
    ),
    fault(
        "AR214",
        swap(
            r"^status: approved(?=\n(?:number: .*\n)?approved:)",
            "status: ⟦draft⟧",
            "status: ⟦for-comment⟧",
            also="AR624",
        ),
        swap(
            r"^status: approved$(?=\nnumber: \"3)",
            "status: ⟦draft⟧\napproved: {date: 2021-10-06}",
            also="AR624",
        ),
    ),
    fault(
        "AR215",
        swap(
            r"^next_meeting: .*$",
            "next_meeting: ⟦2021-01-20⟧",
            "next_meeting: ⟦2020-10-06/2020-10-07⟧",
        ),
    ),
)

LAST_PRESENT = r"(?=^apologies:\n)|(?<=except: 2\}\n)(?=agenda:\n)"

IN_PEOPLE = (
    fault(
        "AR301",
        swap(
            r"\borganisation: (?:Alfa|Beta|Gamma verk)\b(?!, role: secretary)",
            "organisation: ⟦Betta⟧",
            "organisation: ⟦Delta⟧",
            "organisation: ⟦'Gamma verkk'⟧",
            path=COMMITTEE,
        ),
    ),
    fault(
        "AR302",
        swap(r"^  - ([\w ]+)$", r"  - {name: \1, items: ⟦7⟧}", r"  - {name: \1, except: [2, ⟦9⟧]}"),
        swap(r"\b(items: 1/21|except: 2)\b", "items: ⟦7/21⟧", "except: ⟦1/22⟧"),
    ),
    fault(
        "AR303",
        swap(r"Kristin Strand", "⟦Kirstin Strand⟧", "⟦Kristin Strnad⟧"),
        swap(r"\b(Ragna) Ås\b(?=$|[,\]])", r"⟦\1 Aas⟧"),
        swap(r"(?<=name: )Kristin Strand$", "⟦Kirstin Strand⟧", path=COMMITTEE),
    ),
    fault("AR304", swap("Jørn Leonhardsen", "⟦Jørn Leonardsen⟧", "⟦Jørn Leonharsden⟧")),
    fault(
        "AR305",
        swap(r"^(apologies:\n)", r"\1  - ⟦Ragna Ås⟧\n", r"\1  - name: ⟦Siv Øy⟧\n"),
        swap(r"^(apologies: \[)", r"\1⟦Ragna Ås⟧, ", r"\1{name: ⟦Kristin Strand⟧}, "),
        swap(r"(?<=except: 2\})\n", "\napologies:\n  - '⟦Bo Li⟧'\n"),
    ),
    fault(
        "AR306",
        swap(
            r"^  - (['\"]?)([\w ]+)\1\n", r"  - \2\n  - \1⟦\2⟧\1\n", r"  - \2\n  - {name: ⟦\2⟧}\n"
        ),
        swap(r"^((?:present|apologies): \[)(\w+ \w+)", r"\1\2, ⟦\2⟧", r"\1\2, {name: ⟦\2⟧}"),
    ),
    fault(
        "AR307",
        swap(
            r"^  - (['\"]?)([\w ]+)\1$",
            r"  - \2 (⟦møteleder⟧)",
            r"  - \1\2 (⟦til kl. 12⟧)\1",
            r"  - {name: \2, organisation: ⟦referent⟧}",
            r"  - \2 (⟦sak 1⟧)",
        ),
        swap(r"^(present: \[)(\w+ \w+)", r"\1\2 (⟦digitally⟧)", r'\1"\2 (Alfa, ⟦leiar⟧)"'),
    ),
    fault(
        "AR308",
        swap("Gamma verk", "⟦Gama verk⟧", "⟦Gammaverk⟧"),
        swap(r"(?<=- )(Ragna Ås|Siv Øy)$", r"\1 (⟦Alfa instituttet⟧)", r"\1 (⟦Alfa instittut⟧)"),
    ),
    fault(
        "AR309",
        swap(r"^present:\n", "present:\n  - ⟦Una Lid⟧\n", "present:\n  - {name: '⟦Una Lid⟧'}\n"),
        swap(r"^(present: \[.*)\]$", r"\1, ⟦Una Lid⟧]"),
        swap(r"^  - Siv Øy\n", "  - Siv Øy\n  - name: ⟦Una Lid⟧\n"),
    ),
    fault(
        "AR310",
        swap(r"^    for: Bo Li\n", "    for: Bo Li\n  - {name: Ola Nes, for: ⟦Bo Li⟧}\n"),
        swap(
            r"^  - Siv Øy\n",
            "  - Siv Øy\n  - name: Ola Nes\n    for: ⟦'Bo Li'⟧\n    organisation: Beta\n",
        ),
        swap(
            r"^present: \[",
            "present: [{name: Ola Nes, for: Bo Li}, {name: Per Vik, for: ⟦Bo Li⟧}, ",
        ),
    ),
    fault(
        "AR311",
        swap(r"^present:\n", "present:\n  - {name: Ola Nes, for: ⟦Ragna Ås⟧}\n"),
        swap(r"^present: \[", 'present: [{name: Ola Nes, for: ⟦"Kristin Strand"⟧}, '),
        swap(LAST_PRESENT, "  - name: Ola Nes\n    for: ⟦Ragna Ås⟧\n"),
    ),
    fault(
        "AR312",
        swap(
            r"\bpresenter: (?:[\w ]+?|'Bo Li'|\".*?\")$",
            "presenter: ⟦Una Lid⟧",
            "presenter: ⟦Tor Moe⟧ (Beta)",
            'presenter: [Ragna Ås, "⟦Tor Moe⟧ (Alfa)"]',
        ),
        swap(r"\bpresenter: Ragna Ås(?=\})", "presenter: ⟦Bo Li⟧", "presenter: '⟦Una Lid⟧'"),
    ),
    fault(
        "AR313",
        swap(r"(?<=Farlei, presenter: )Ragna Ås", "⟦Jørn Leonhardsen⟧", "[⟦Jørn Leonhardsen⟧]"),
        swap(r"(?<='Farlei'\n    presenter: )\"Ragna Ås\"", '"⟦Jørn Leonhardsen⟧ (Gamma verk)"'),
        swap(
            r"^  - Ragna Ås\n([\s\S]*?presenter: )Ragna Ås$",
            r"  - {name: Ragna Ås, except: 1}\n\1⟦Ragna Ås⟧",
            r"  - {name: Ragna Ås, items: 2-3}\n\1⟦Ragna Ås⟧",
        ),
        swap(r"name: Bo Li\}([\s\S]*?)'Bo Li'", r"name: Bo Li, items: 3}\1'⟦Bo Li⟧'"),
    ),
    fault(
        "AR314",
        swap(r"^  - Kristin Strand\n([\s\S]*?)^apologies:", r"\1⟦apologies⟧:"),
        swap(r"^apologies: \[\{name: Bo Li", "⟦apologies⟧: [{name: Ola Nes"),
        swap(r"^  - \"Kristin Strand\"\n((?:  .*\n)+)", r"\1⟦apologies⟧: [Ola Nes]\n"),
    ),
    fault(
        "AR315",
        swap(r"(Alfa, seats: )2", r"\1⟦1⟧", r"\1⟦0⟧", path=COMMITTEE),
        swap(r"(Beta\n    seats: )1", r"\1⟦0⟧", r'\1⟦"0"⟧', path=COMMITTEE),
    ),
    fault(
        "AR316",
        swap(r"^present:\n", "present:\n  - {name: Ola Nes, for: ⟦Una Lid⟧}\n"),
        swap(r"^present: \[", "present: [{name: Ola Nes, for: '⟦Tor Moe⟧ (Alfa)'}, "),
        swap(LAST_PRESENT, "  - name: Ola Nes\n    for: ⟦Una Lid⟧ (Gamma verk)\n"),
    ),
    fault(
        "AR317",
        swap(
            r"^chair: .*$",
            "chair: ⟦Tor Moe⟧",
            "chair: [Ragna Ås, ⟦Una Lid⟧]",
            "chair: '⟦Tor Moe⟧'",
            "chair:\n  - ⟦Una Lid⟧ (Gamma verk)",
        ),
    ),
)

IN_FRONTS = (*IN_YAML, *IN_MEETINGS, *IN_PEOPLE)

PUT_OTHERWISE = {
    "AR117": "the mark is no part of a text: see the test of line ends",
    "AR118": "a line end is no part of a text: see the test of line ends",
}
"""Codes of these families that no table has, and why."""


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_fronts_that_faults_are_put_in_are_sound(language):
    assert told(written(project(language, FRONTS), (), language, Random(0)).files) == []


@pytest.mark.parametrize("fault", IN_FRONTS, ids=lambda fault: fault.code)
@FEW
@given(random=RANDOM, language=LANGUAGES)
def test_a_fault_in_a_front_is_told_once_and_covers_what_was_put_in(fault, random, language):
    put = written(project(language, FRONTS), (fault,), language, random)
    assume(put is not None)

    found = [one for one in told(put.files) if one.code not in put.also]

    assert found == put.expected


@FEW
@given(random=RANDOM, language=LANGUAGES)
def test_a_mark_and_a_line_that_ends_otherwise_are_told_where_they_stand(random, language):
    files = written(project(language, FRONTS), (), language, random).files
    path = random.choice(sorted(path for path in files if path.endswith((".md", ".yaml"))))
    lines = "\n".join(files[path].decode().removeprefix("\ufeff").splitlines()).split("\n")
    usual, other = random.choice([("\n", "\r\n"), ("\n", "\r"), ("\r\n", "\n"), ("\r\n", "\r")])
    ends = [usual] * len(lines)
    at = random.randrange(len(lines))
    ends[at] = other
    text = "".join(map("".join, zip(lines, ends, strict=True)))
    mark = random.choice(["", "\ufeff"])

    found = told({**files, path: f"{mark}{text}".encode()}, "AR117", "AR118")

    expected = [Told("AR118", path, at + 1, len(lines[at]) + 1, at + 2, 1)]
    marked = [Told("AR117", path, 1, 1, 0, 0)] if mark else []
    assert [one for one in found if one.path == path] == [*marked, *expected]


def test_every_code_of_these_families_is_put_in_or_says_why_not():
    put = {fault.code for fault in IN_FRONTS} | PUT_OTHERWISE.keys()
    families = {code for code in CODES if code[:3] in {"AR1", "AR2", "AR3"}}

    assert families - put == set()
    assert PUT_OTHERWISE.keys() <= families
