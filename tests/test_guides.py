"""The guides for a secretary: all that they tell somebody to do is done here, and comes out so."""

import html
import re

import pytest

from arsrapport.language.catalogue import label, message
from conftest import arsrapport
from guide_running import NOT_RUN, PLACE, Followed, as_told, blocks, follow

GUIDES = {"nn": "rettleiing.nn.md", "nb": "veiledning.nb.md"}


@pytest.fixture(scope="module", params=GUIDES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def page(root, language):
    return page_in(root, language)


def page_in(root, language):
    return (root / "docs" / GUIDES[language]).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def followed(page, tmp_path_factory) -> Followed:
    pytest.importorskip("pty", reason="no such terminals on Windows")
    return follow(page, tmp_path_factory.mktemp("guide"))


def prose(page):
    """Return a page without its blocks."""
    return re.sub(r"^```.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE)


def codes_in(text):
    """Return what stands between backticks outside blocks; in a table `|` is written `\\|`."""
    return [code.replace("\\|", "|") for code in re.findall(r"`([^`\n]+)`", prose(text))]


def rows_of(page, number):
    """Return the cells of the table in a chapter, without its head."""
    (chapter,) = (
        each
        for each in re.split(r"^## ", prose(page), flags=re.MULTILINE)
        if each.startswith(f"{number}. ")
    )
    rows = re.findall(r"^\| (.*?) (?<!\\)\| (.*) \|$", chapter, flags=re.MULTILINE)
    assert len(rows) > 3
    return rows[1:]


# --- what it tells somebody to do -----------------------------------------------------------


def test_every_command_works_and_says_what_the_guide_shows(followed):
    assert [screen.command.split()[1] for screen in followed.screens] == [
        *("init", "check", "check", "minutes", "build", "build", "export", "build")
    ]
    for screen in followed.screens:
        is_wrong = bool(PLACE.search(screen.told))
        assert screen.code == is_wrong, (screen.command, screen.said)
        if screen.told:
            told, said = as_told(screen)
            assert told == said
    assert sum(bool(screen.told) for screen in followed.screens) == 3
    assert sum(screen.code for screen in followed.screens) == 1, "one shows what an error is like"


def test_every_file_it_shows_is_sound(followed, page):
    shown = {block.path for block in blocks(page)} - {""}
    assert shown == set(followed.files)
    assert len(shown) == 4

    done = arsrapport("check", cwd=followed.project)

    assert (done.returncode, done.stderr) == (0, "")
    assert {
        path: (followed.project / path).read_text(encoding="utf-8") for path in shown
    } == followed.files


def test_commands_between_the_lines_work_too(followed, page):
    commands = {code for code in codes_in(page) if code.startswith("arsrapport ")}
    assert len(commands) >= 3

    for command in sorted(commands):
        done = arsrapport(*command.split()[1:], cwd=followed.project)
        assert (done.returncode, done.stderr) == (0, ""), command


def test_the_files_and_folders_that_it_names_are_there(followed, page):
    named = {
        code.replace("\\", "/")
        for code in codes_in(page)
        if re.match(r"(meetings|build|\.github)[/\\]", code)
    }
    assert len(named) >= 5

    assert [path for path in sorted(named) if not (followed.project / path).exists()] == []
    for name in ("committee.yaml", "2017-03-08.md"):
        assert f"`{name}`" in page
        assert len(list(followed.project.rglob(name))) == 1


def test_what_is_not_run_stands_in_the_guide(page):
    commands = [
        line for b in blocks(page) if b.kind == "powershell" for line in b.text.splitlines()
    ]

    assert [command for command in NOT_RUN if command not in commands] == []


# --- what it says of files and reports ------------------------------------------------------


def test_the_lines_that_it_explains_are_those_of_its_first_meeting(followed, page):
    (meeting,) = [t for path, t in followed.files.items() if path.endswith("2017-03-08.md")]
    explained = [code for row in rows_of(page, 4) for code in codes_in(row[0])]
    lines = [line.strip() for line in meeting.splitlines()]

    assert len(explained) == 16
    assert [code for code in explained if not any(line.startswith(code) for line in lines)] == []


def test_the_placeholders_that_it_explains_become_what_it_says(followed, page):
    (chapter,) = [text for path, text in followed.files.items() if path.endswith("cases.md")]
    (built,) = followed.project.glob("build/*/2017/*-2017.html")
    text = html.unescape(re.sub(r"<[^>]+>", "", built.read_text(encoding="utf-8")))
    rows = rows_of(page, 8)
    assert len(rows) == 4
    for code, result in rows:
        (code_,) = codes_in(code)
        assert code_ in chapter
        chapter = chapter.replace(code_, result)
    paragraphs = [line for line in chapter.splitlines() if line and not line.startswith("#")]
    assert len(paragraphs) == 2

    flat = " ".join(text.split())

    assert [paragraph for paragraph in paragraphs if paragraph not in flat] == []


def test_the_messages_that_it_explains_are_those_of_the_program(page, language):
    no_project = "nn"  # which language a project speaks is not known where there is none
    bug = label(language, "bug")
    expected = [
        message(language, "AR618", {"name": "…", "reason": "in-use"}),
        label(language, "nothing_written"),
        message(no_project, "AR617", {}),
        message(language, "AR203", {"name": "…"}),
        message(language, "AR102", {"byte": "…"}),
        bug[: bug.index(".") + 1],
    ]

    said = [code for left, _ in rows_of(page, 10) for code in codes_in(left)]

    assert [code for code in said if code != "arsrapport"] == expected


def test_the_words_of_the_workflow_are_those_of_the_program(page, language):
    assert label(language, "workflow_install") in page
    assert f"`{label(language, 'workflow_artifact')}`" in page


# --- the two of them, and their pictures ----------------------------------------------------


def shape(page):
    """Return what the guides must have alike: headings, blocks, tables, steps, pictures."""
    return [
        re.sub(r"images/n[nb]-", "images/", mark)
        for mark in re.findall(
            r"^#+ (?:\d+)?|^```\w*|^\| |^\d+\. |^- |\(images/[^)]+\)", page, flags=re.MULTILINE
        )
    ]


def test_the_guides_tell_the_same_in_the_same_order(root):
    nn, nb = (shape(page_in(root, language)) for language in GUIDES)

    assert nn == nb
    assert len(nn) > 80


def test_a_guide_is_short_enough_to_be_read(page):
    assert len(page.splitlines()) <= 290


def test_each_picture_is_there_is_small_and_has_words_for_those_who_cannot_see_it(
    root, page, language
):
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page)

    assert [path for _, path in pictures] == [
        f"images/{language}-{name}.png" for name in ("init", "check", "build", "pdf", "html")
    ]
    for words, path in pictures:
        assert len(words) > 30
        data = (root / "docs" / path).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 120_000, path


def test_every_link_leads_somewhere(root, page):
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", page)
    assert len(links) == 3

    for path, _, heading in (link.partition("#") for link in links):
        linked = (root / "docs" / path).read_text(encoding="utf-8")
        assert not heading or f"\n## {heading.capitalize()}\n" in linked


def test_the_readme_links_to_the_guides(root):
    readme = (root / "README.md").read_text(encoding="utf-8")

    assert [name for name in GUIDES.values() if f"(docs/{name})" not in readme] == []
