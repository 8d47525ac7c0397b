"""Findings in what is withheld: told where they are, and without its words where they may leak."""

from datetime import date

import pytest

from arsrapport.output.findings import FindingsFolder
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.reporting.annotations import annotation_lines
from arsrapport.reporting.json import findings_json
from arsrapport.reporting.sarif import sarif_log
from arsrapport.reporting.text import diagnostic_lines
from arsrapport.source.tree import MemoryTree

MEETING = "meetings/kart/2021/2021-03-10.md"
REGISTER = "people:\n  - {name: Zqinga Berg, public: initials}\n"
FRONT = """\
---
date: 2021-03-10
present: [Ragna Ås, Zqinga Berg]
agenda:
  - title: Zqtittel
    presenter: Zqpresenter
    withheld: {basis: offl. § 13, title: Personalsak}
  - title: Djupner
---

"""
HEAD = FRONT.count("\n")


def files(body="", front=FRONT, **more):
    return {
        "arsrapport.yaml": b"language: nn\n",
        "meetings/register.yaml": REGISTER.encode(),
        MEETING: (front + body).encode(),
        **{path: text.encode() for path, text in more.items()},
    }


def checked(tree_files, **more):
    return check_project(MemoryTree(tree_files), Checking(as_of=date(2021, 3, 11), **more))


def logs(found):
    """What of findings may be published, in every form."""
    language = "nn"
    return {
        "github": "\n".join(annotation_lines(found.diagnostics, language)),
        "json": findings_json(found.diagnostics, language).decode(),
        "sarif": sarif_log(found.diagnostics, found.texts, language).decode(),
    }


def terminal(found):
    return "\n".join(diagnostic_lines(found.diagnostics, found.texts, "nn"))


SECTION = "## Sak 1\n\n{}\n\n## Sak 2\n\nOpe.\n"
PASSAGE = "## Sak 1\n\nx\n\n## Sak 2\n\nOpe.\n\n::: internal\n\n{}\n\n:::\n"

QUOTING = {
    "AR312": (
        FRONT.replace("Zqpresenter", "Zqpresenter (Beta)"),
        SECTION.format("x"),
        "Zqpresenter",
    ),
    "AR405": (FRONT, "## Sak 1. Zqanna\n\nx\n\n## Sak 2\n\nOpe.\n", "Zqanna"),
    "AR411": (FRONT, PASSAGE.format("Ope.[^zqnote]"), "zqnote"),
    "AR413": (FRONT, SECTION.format("[x](ftp://zqadresse.no)"), "zqadresse"),
    "AR503": (FRONT, PASSAGE.format("> **Vedtakk V1.** Zqvedtak."), "Vedtakk"),
    "AR804": (FRONT, PASSAGE.format("Det var 24/12-17."), "24/12"),
}
"""For each code minutes with a finding in what is withheld, and what a terminal quotes of it."""


@pytest.mark.parametrize("code", QUOTING)
def test_a_finding_in_what_is_withheld_is_told_without_its_words(code):
    front, body, word = QUOTING[code]
    found = checked(files(body, front), select=(code,))

    assert [each.code for each in found.diagnostics] == [code]
    assert word in terminal(found)
    for form, log in logs(found).items():
        assert code in log, form
        assert word.casefold() not in log.casefold(), form


ELSEWHERE = {
    # an action that is followed up in public by nearly the id of a withheld one
    "AR511": (
        FRONT.replace("agenda:", "follow_up:\n  - {action: Zqk21-012, status: done}\nagenda:"),
        SECTION.format("> **Tiltak Zqk21-01.** x\n> Ansvar: alle\n> Frist: løpande"),
        "Zqk21-01»",
    ),
    # a name that is nearly that of somebody who stands with initials
    "AR303": (
        FRONT.replace("title: Djupner", "title: Djupner\n    presenter: Zqinga Bergg"),
        SECTION.format("x"),
        "Zqinga Berg",
    ),
}


@pytest.mark.parametrize("code", ELSEWHERE)
def test_a_finding_in_public_does_not_quote_what_is_withheld(code):
    front, body, word = ELSEWHERE[code]
    found = checked(files(body, front), select=(code,))

    assert [each.code for each in found.diagnostics] == [code]
    assert word in terminal(found)
    for form, log in logs(found).items():
        assert word not in log, form


def test_words_that_are_public_one_by_one_are_withheld_together():
    """The name of who presented a withheld item: a first and a last name that others have."""
    front = (
        FRONT.replace("Zqpresenter", "Ragna Vik (Beta)")
        .replace("Zqinga Berg]", "Ola Vik (Beta)]")
        .replace("title: Djupner", "title: Djupner\n    presenter: Ragna Vikk (Beta)")
    )
    found = checked(files(SECTION.format("x"), front), select=("AR304",))

    assert [dict(each.arguments)["other"] for each in found.diagnostics] == ["Ragna Vik"]
    for form, log in logs(found).items():
        assert "Ragna Vik" not in log, form


def test_what_is_public_is_quoted_everywhere():
    body = SECTION.format("x") + "\nDet var 24/12-17.\n"
    found = checked(files(body), select=("AR804",))

    assert [each.is_withheld for each in found.diagnostics] == [False]
    for form, log in logs(found).items():
        assert "24/12" in log, form


def test_a_file_that_cannot_be_read_is_withheld_if_it_may_withhold_anything():
    broken = FRONT.replace("presenter: Zqpresenter", "zqfelt: x").replace("2021-03-10", "10. mars")
    found = checked(files(SECTION.format("x"), broken), select=("AR1",))

    assert [each.code for each in found.diagnostics] == ["AR112", "AR109"]
    assert "zqfelt" in terminal(found)
    for form, log in logs(found).items():
        assert "zqfelt" not in log, form


def test_a_word_that_is_public_elsewhere_is_not_quoted_where_it_is_withheld():
    day = "Det var 24/12-17."
    body = PASSAGE.format(day).replace("Ope.", day)
    found = checked(files(body), select=("AR804",))

    assert [each.is_withheld for each in found.diagnostics] == [False, True]
    for form, log in logs(found).items():
        assert log.count("24/12") == 1, form


def test_with_a_register_that_cannot_be_read_no_finding_is_quoted():
    given = files(SECTION.format("Det var 24/12-17."))
    given["meetings/register.yaml"] = b"people:\n  - {nme: Zqinga Berg, public: initials}\n"
    found = checked(given)

    assert found.diagnostics
    assert all(each.is_withheld for each in found.diagnostics)


def test_the_print_of_a_line_that_is_withheld_says_nothing_of_it():
    body = PASSAGE.format("Det var 24/12-17 i {}.")
    prints = {
        logs(checked(files(body.format(place)), select=("AR804",)))["sarif"]
        for place in ("Zqbodø", "Zqoslo")
    }

    assert len(prints) == 1


# --- what is remembered ---------------------------------------------------------------------


def test_what_is_withheld_is_not_remembered(tmp_path):
    def run(body):
        memory = FindingsFolder(tmp_path, tmp_path)
        return checked(files(body), memory=memory).diagnostics

    secret, public = PASSAGE.format("> **Vedtakk Zqv.** x"), SECTION.format("x")

    assert "AR503" in {each.code for each in run(secret)}
    assert list(tmp_path.iterdir()) == []
    assert run(public.replace("Zq", "")) is not None


def test_what_is_public_is_remembered(tmp_path):
    given = {path: data for path, data in files().items() if "register" not in path}
    given[MEETING] = (
        b"---\ndate: 2021-03-10\nagenda: [{title: A}]\n---\n\n## Sak 1\n\nDet var 24/12-17.\n"
    )
    found = checked(given, memory=FindingsFolder(tmp_path, tmp_path))

    assert [each.code for each in found.diagnostics] == ["AR804"]
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (FRONT.replace("withheld:", "kind: zqkind\n    witheld:"), ""),
        (FRONT, PASSAGE.replace("internal", "intern").format("[x](ftp://zqadresse.no)")),
        (FRONT, PASSAGE.replace("::: internal", ":: internal").format("[x](ftp://zqadresse.no)")),
    ],
)
def test_nothing_is_quoted_from_a_file_where_something_was_perhaps_to_be_withheld(front, body):
    found = checked(files(body, front))

    assert {d.code for d in found.diagnostics} & {"AR109", "AR415"}
    assert not [form for form, log in logs(found).items() if "zq" in log.casefold()]
