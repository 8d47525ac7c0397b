"""Finished HTML pages, judged by the Nu Html Checker, the W3C's own, with the CSS in them."""

import json
import re
from pathlib import Path

from judging import output, packaged, tool

FALSE_ALARMS = {
    # Without it Safari's VoiceOver tells no list where `list-style` is none; the standard calls it
    # needless, not wrong.
    (r'<ol (class="footnotes" )?role="list"', "The “list” role is unnecessary for element “ol”."),
    # The policy says `img-src data:`. Browsers show the picture: `test_axe.test_pictures_are_shown`.
    (
        r"<img src=.data:image/",
        r"Resource violates Content Security Policy \(meta tag\): image “data:image/.*",
    ),
    # It is data that no browser runs: `test_axe.test_the_policy_of_a_page_blocks_nothing_in_it`.
    (
        r'<script type="application/ld\+json">',
        r"Inline script violates Content Security Policy \(meta tag\): .*",
    ),
}
"""Warnings that are wrong or needless: markup, and the checker's words. An error is never among them."""


def judge(*pages: Path) -> list[dict[str, str]]:
    """Return what the checker says of pages, all in one run."""
    said = output(
        *(tool("java"), "-jar", str(packaged("vnu-jar/build/dist/vnu.jar"))),
        *("--format", "json", "--exit-zero-always", *map(str, pages)),
    )
    found: list[dict[str, str]] = json.loads(said)["messages"]
    return found


def is_false_alarm(message: dict[str, str]) -> bool:
    return message["type"] == "info" and any(
        re.search(markup, message.get("extract", "")) and re.fullmatch(words, message["message"])
        for markup, words in FALSE_ALARMS
    )


def test_the_checker_finds_neither_errors_nor_warnings(documents):
    found = judge(*(document.html for document in documents.values()))

    assert [message for message in found if not is_false_alarm(message)] == []


def test_the_checker_sees_faults_in_markup_aria_and_css(documents, tmp_path):
    page = documents["nn"].html.read_text(encoding="utf-8")
    for right, wrong in (
        ("<main ", "<main><main "),
        ('role="region"', 'role="regio"'),
        ("color-scheme: light dark;", "colour: red;"),
    ):
        assert right in page
        page = page.replace(right, wrong, 1)
    (tmp_path / "x.html").write_text(page, encoding="utf-8")

    errors = [
        message["message"] for message in judge(tmp_path / "x.html") if message["type"] == "error"
    ]

    assert len(errors) >= 3
    for named in ("main", "regio", "colour"):
        assert any(f"“{named}”" in error for error in errors), errors
