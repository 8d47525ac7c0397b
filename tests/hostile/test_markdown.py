"""Markdown that would run, fetch or lead somewhere it should not."""

import json
import re

import pytest

import html_reading
from hostile.trial import (
    AGREEMENT,
    COMMITTEE,
    FOLDER,
    MEETING,
    PROJECT,
    REGISTER,
    REPORT,
    built,
    meeting,
    refused,
)

PAGE = "build/kart/2021/kart-2021.html"
SUMMARY = f"{FOLDER}/report/summary.md"
ATTACHED = f"{FOLDER}/2021-01-01-notat.md"

HTML = [
    "<script>alert(1)</script>",
    "<script src=//x.no></script",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a xlink:href=//x.no>y</a></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=//x.no onclick=alert(1)>y</a>",
    "<style>@import '//x.no'; body{display:none}</style>",
    "<link rel=stylesheet href=//x.no>",
    "<meta http-equiv=refresh content='0;url=//x.no'>",
    "<base href=//x.no/>",
    "<form action=//x.no><input autofocus onfocus=alert(1)></form>",
    "</p></section></main></body></html>",
    "</title></style></textarea></noscript></template>",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<br><hr><b>x</b>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    "&lt;script&gt;",
    "<scr<script>ipt>",
    "<x-y z=1/>",
]


def shown(root) -> str:
    """The words of the page, in which nothing is fetched or run and no address dangles."""
    page = html_reading.parse((root / PAGE).read_bytes())
    assert html_reading.outside(page) == []
    assert html_reading.dangling(page) == []
    return html_reading.words(page)


def test_html_in_a_text_is_shown_as_it_is_written(tmp_path):
    text = "\n\n".join(f"Før {html} etter\n\n{html}\n\n- {html}" for html in HTML)
    root = built(
        tmp_path,
        {
            MEETING: meeting(text, f"attachments: [{ATTACHED.rpartition('/')[2]}]"),
            ATTACHED: f"# Notat\n\n{text}\n",
            AGREEMENT: f"# Avtale\n\n{text}\n",
            SUMMARY: f"# Samandrag\n\n{text}\n",
        },
    )
    words = shown(root)

    for html in HTML:
        written = html.replace("&lt;", "<").replace("&gt;", ">")
        assert words.count(f"Før {written} etter {written} {written} ") == 4


def test_html_in_names_and_titles_is_shown_too(tmp_path):
    html = " ".join(HTML)
    quoted = json.dumps(html)
    root = built(
        tmp_path,
        {
            PROJECT: f"language: nn\npublisher: {quoted}\n",
            COMMITTEE: f"name: {quoted}\norganisations: [{{name: {quoted}, note: {quoted}}}]\n",
            REGISTER: f"people: [{{name: Kari, initials: {quoted}}}]\n",
            REPORT: f"title: {quoted}\nseries: {quoted}\nisbn: {quoted}\n",
            MEETING: meeting(
                "Tekst.",
                f"    papers: {quoted}",
                f"    presenter: {quoted}",
                f"place: {quoted}",
                f"present: [{quoted}]",
                f"apologies: [{quoted}]",
                "minutes: {by: Kari}",
            ),
        },
    )

    # Title page, head of the page, seats with their note, imprint, minutes: some dozen times.
    assert shown(root).count(html) >= 12


def test_comments_are_dropped(tmp_path):
    text = "Før <!-- LØYND --> etter\n\n<!--\nLØYND\n-->\n\nSiste <!--> ord -->"
    root = built(tmp_path, {MEETING: meeting(text)})

    page = (root / PAGE).read_text(encoding="utf-8")
    assert "LØYND" not in page
    assert "<!--" not in page


UNSAFE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "\\javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg/>",
    "file:///etc/passwd",
    "ftp://x.no/",
    "x",
    "../x.md",
    "/etc/passwd",
    "//x.no/a",
    "\\\\\\\\x.no\\\\a",
    "C:\\\\x",
    "?a",
    "http:",
    "https://",
    "https://a:b@b.no/",
    "https://x .no/".replace(" ", "%20"),
    "https://a..no/",
    "https://[::1]/",
    "mailto:",
    "mailto:a",
    "mailto:a@b.no/../c",
    "https://x.no/" + "a" * 2_000,
    "https://" + "a" * 300 + ".no/",
    "https://x.no/\u202ea",
    "meeting:",
    "nope:2021-01-01",
]


def test_an_unsafe_link_is_told_wherever_it_stands(tmp_path):
    """One in every other line of the minutes and the chapter, and in every row of the text."""
    files = {
        MEETING: meeting("\n\n".join(f"a [b]({href})" for href in UNSAFE)),
        SUMMARY: "# Samandrag\n\n" + "\n\n".join(f"[**b**]({href} 'Tittel')" for href in UNSAFE),
        AGREEMENT: "# Avtale\n\n| a |\n|---|\n" + "\n".join(f"| [b]({href}) |" for href in UNSAFE),
    }
    told = [
        place
        for number in range(len(UNSAFE))
        for place in (
            f"{MEETING}:{10 + 2 * number}:3 AR413",
            f"{SUMMARY}:{3 + 2 * number}:1 AR413",
            f"{AGREEMENT}:{5 + number}:3 AR413",
        )
    ]

    refused(tmp_path, files, *told)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "file:///x"])
def test_an_unsafe_link_is_told_in_every_form(tmp_path, href):
    text = f"<{href}>\n\n[a][b] [b]\n\n[b]: {href}\n\n[c]: <{href}2>"

    refused(
        tmp_path,
        {MEETING: meeting(text)},
        f"{MEETING}:10:1 AR413",
        f"{MEETING}:12:1 AR413",
        f"{MEETING}:12:8 AR413",
        f"{MEETING}:16:1 AR413",
    )


def test_links_that_are_safe_are_links_and_nothing_else(tmp_path):
    text = (
        "[a](https://x.no/?a=1&b=\"<>'#c) [b](HTTPS://X.NO) <https://y.no/å> www.z.no "
        "[c](mailto:a@b.no?subject=x&body=y) https://q.no/javascript:x javascript:x"
    )
    root = built(tmp_path, {MEETING: meeting(text)})

    page = html_reading.parse((root / PAGE).read_bytes())
    outward = {href for _, href in html_reading.links(page) if not href.startswith("#")}
    assert outward == {
        "https://x.no/?a=1&b=%22%3C%3E'#c",
        "https://x.no",
        "https://y.no/%C3%A5",
        "https://www.z.no",
        "mailto:a@b.no?subject=x&body=y",
        "https://q.no/javascript:x",
    }


OUTSIDE = [
    "../../../../kart.png",
    "/kart.png",
    "//x.no/kart.png",
    "https://x.no/kart.png",
    "file:///etc/passwd",
    "data:image/png;base64,iVBORw0KGgo=",
    "\\\\\\\\x.no\\\\kart.png",
    "C:\\\\kart.png",
    "c:kart.png",
    "\\\\\\\\?\\\\C:\\\\kart.png",
    "..\\\\..\\\\..\\\\..\\\\kart.png",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/kart.png",
    "..%2f..%2f..%2f..%2fkart.png",
    "%5c%5cx.no%5ckart.png",
    "C%3A/kart.png",
    "%252e%252e/kart.png",
    "kart%00.png",
    "kart.png%",
    "%ff.png",
    "\u202ekart.png",
    "..",
    "kart.png?x",
    "~/kart.png",
    "a" * 3_000 + ".png",
    "manglar.png",
    "../../committee.png",
]


def test_a_picture_that_is_not_in_the_project_is_told(tmp_path):
    """One in every other line."""
    files = {
        MEETING: meeting("\n\n".join(f"![Kysten]({href})" for href in OUTSIDE)),
        SUMMARY: "# Samandrag\n\n" + "\n\n".join(f"- ![Kysten]({href})" for href in OUTSIDE),
        "kart.png": b"secret",
        "arsrapport.png": b"secret",
    }
    told = [
        place
        for number in range(len(OUTSIDE))
        for place in (
            f"{MEETING}:{10 + 2 * number}:1 AR414",
            f"{SUMMARY}:{3 + 2 * number}:3 AR414",
        )
    ]

    refused(tmp_path, files, *told)


@pytest.mark.parametrize(
    "href", ["../../../build/kart/2021/x.png", "../../../.git/x.png", ".x.png"]
)
def test_a_picture_among_what_is_no_input_is_told(tmp_path, href):
    """What was built, what git keeps and hidden files are no part of the project's content."""
    files = {MEETING: meeting(f"![Kysten]({href})"), ".git/x.png": b"x", f"{FOLDER}/.x.png": b"x"}

    refused(tmp_path, files, f"{MEETING}:10:1 AR414")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a ![b](kart.png) c", ["10:3 AR420"]),
        ("![](kart.png)", ["10:1 AR408", "10:1 AR414"]),
        ("![kart.png](kart.png)", ["10:1 AR409", "10:1 AR414"]),
        ("Figur: Kart\n\n![Kart](kart.png)", ["12:1 AR409", "12:1 AR414"]),
        ("[![b](kart.png)](javascript:x)", ["10:1 AR413", "10:2 AR420"]),
        ("| a |\n|---|\n| ![b](x.png) |", ["12:3 AR420"]),
        # A passage that is never closed holds the next section, which is then missed.
        ("::: nb\n\nTekst.", ["10:1 AR415", "14:1 AR403", "5:12 AR402"]),
        ("::: intern\n\nTekst.\n\n:::", ["10:1 AR415"]),
        ("[a]{lang=xx}", ["10:1 AR416"]),
        ("a <!-- b", ["10:3 AR420"]),
        ("| a |\n\n|---|\n", ["12:1 AR410"]),
    ],
)
def test_what_has_no_place_is_told(tmp_path, text, faults):
    refused(tmp_path, {MEETING: meeting(text)}, *(f"{MEETING}:{fault}" for fault in faults))


def test_a_page_allows_itself_nothing(tmp_path):
    """Whatever slipped through, the page's own policy lets no script run and nothing be fetched."""
    root = built(tmp_path, {})

    page = html_reading.parse((root / PAGE).read_bytes())
    (policy,) = (
        element.get("content", "")
        for element in page.iter("meta")
        if element.get("http-equiv") == "Content-Security-Policy"
    )
    assert re.match(r"default-src 'none'(;|$)", policy)
    assert "script-src" not in policy
