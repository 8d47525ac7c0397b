"""Finished HTML pages, judged by axe-core in a real browser, in each way that people look at them.

axe-core finds about half of what can go wrong by WCAG; what it cannot tell it hands to people
("incomplete"). Here nothing may be left to them that is not named below with its reason.
"""

import json
import re
from functools import cache

import pytest

from browsing import DARK, DESKTOP, LARGE, NARROW, PRINT, SPACED, SPACED_NARROW, Browser, View
from judging import Published, packaged

REQUIRED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
RULES = [*REQUIRED, "best-practice"]

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0]}).then(found => done(JSON.stringify(found)), done);
"""

FOR_PEOPLE = {
    # The arrow back from a footnote: no letters. Its colour is that of all links, which are judged;
    # its name begins with words and has no need to hold an arrow.
    ("color-contrast", 'role="doc-backlink"', "only non-text characters"),
    ("label-content-name-mismatch", 'role="doc-backlink"', "Unable to determine"),
    # A figure of one digit, in the colour of the text beside it.
    ("color-contrast", "<t[dh]", "too short to determine"),
    # A cell, or a link in one, in the part of a wide table that is still to be scrolled to: the same
    # cells are judged on a wide screen, and every pair of colours in tests/render/html/test_style.py.
    ("color-contrast", "<(t[dh]|a)\\b", "partially obscured by another element"),
}
"""What axe-core leaves to people: rule, markup, and its words for why."""


@cache
def axe() -> str:
    return packaged("axe-core/axe.min.js").read_text(encoding="utf-8")


def judge(browser: Browser, document: Published, view: View) -> dict[str, list[tuple[str, str]]]:
    """Return what axe-core says of a page: for each kind of result, rule and markup."""
    browser.open(document.html, view)
    browser.run(axe())
    found = json.loads(browser.wait_for(RUN, RULES))
    assert len(found["passes"]) > 20
    return {
        kind: [
            (rule["id"], f"{node['html']} {reasons(node)}")
            for rule in found[kind]
            for node in rule["nodes"]
        ]
        for kind in ("violations", "incomplete")
    }


def reasons(node: dict[str, list[dict[str, str]]]) -> str:
    return " ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))


@pytest.mark.parametrize(
    "view",
    [DESKTOP, NARROW, DARK, NARROW._replace(name="dark, narrow", scheme="dark"), PRINT, LARGE],
    ids=lambda view: view.name,
)
def test_axe_finds_no_violation(browser, document, view):
    found = judge(browser, document, view)

    assert found["violations"] == []
    assert [
        (rule, node)
        for rule, node in found["incomplete"]
        if not any(
            rule == named and re.search(markup, node) and re.search(why, node)
            for named, markup, why in FOR_PEOPLE
        )
    ] == []


def test_axe_sees_a_page_that_breaks_the_rules(browser, documents, tmp_path):
    page = documents["nn"].html.read_text(encoding="utf-8")
    broken = tmp_path / "x.html"
    for right, wrong in (('scope="col"', 'scope="x"'), ("--ink: #1c2522", "--ink: #cccccc")):
        assert right in page
        page = page.replace(right, wrong)
    page = re.sub(r'alt="[^"]*"', "", page)
    broken.write_text(page, encoding="utf-8")

    found = judge(browser, documents["nn"]._replace(html=broken), DESKTOP)

    assert {"color-contrast", "image-alt", "scope-attr-valid"} <= {
        rule for rule, _ in found["violations"]
    }


# --- what a narrow screen, large text and wide spacing leave --------------------------------------

LOST = """
const lost = [];
const page = document.documentElement;
if (page.scrollWidth > page.clientWidth) lost.push(`the page is ${page.scrollWidth} wide`);
const shown = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const lines = [];
for (let node; (node = shown.nextNode()); ) {
  const around = node.parentElement;
  if (!node.data.trim() || around.closest(".skip, style")) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const text = node.data.trim().slice(0, 40);
  const rects = [...range.getClientRects()].filter(r => r.width > 1 && r.height > 1);
  if (!rects.length) lost.push(`not shown: ${text}`);
  // Whatever hides or scrolls: only a scrolled region may be larger than it looks.
  for (let box = around; box !== page; box = box.parentElement) {
    const style = getComputedStyle(box);
    const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (clips && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight))
      lost.push(`cut off: ${text}`);
  }
  const region = around.closest(".scroll");
  const room = region && region.scrollWidth > region.clientWidth ? null : page.clientWidth;
  for (const r of rects) {
    if (r.left < -1 || (room && r.right > room + 1)) lost.push(`beside the page: ${text}`);
    if (!around.closest("sup, nav, .scroll")) lines.push([r, around.closest("p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, caption, figcaption, div"), text]);
  }
}
lines.sort((a, b) => a[0].top - b[0].top);
for (let i = 0; i < lines.length; i++) {
  const [a, inside, text] = lines[i];
  for (let j = i + 1; j < lines.length && lines[j][0].top < a.bottom; j++) {
    const [b, other, words] = lines[j];
    const over = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const beside = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    if (inside !== other && !inside.contains(other) && !other.contains(inside)
        && beside > 1 && over > 0.4 * Math.min(a.height, b.height))
      lost.push(`on top of each other: ${text} | ${words}`);
  }
}
return lost;
"""
"""What cannot be read: cut off, outside the page, not shown, or under other words."""


@pytest.mark.parametrize(
    "view",
    [
        NARROW,  # WCAG 2.1, 1.4.10: 320 pixels, no scrolling in two directions but in tables
        LARGE,  # 1.4.4
        SPACED,  # 1.4.12
        SPACED_NARROW,
    ],
    ids=lambda view: view.name,
)
def test_nothing_is_lost(browser, document, view):
    browser.open(document.html, view)

    assert browser.run(LOST) == []


def test_what_is_lost_is_seen(browser, documents):
    browser.open(documents["nn"].html, NARROW)
    browser.run("document.querySelector('main p').style.cssText = 'width: 90vw; margin-left: 60px'")
    browser.run(
        "document.querySelector('main li, main dd').style.cssText = 'height: 5px; overflow: hidden'"
    )
    browser.run("document.querySelector('main p + p').style.marginTop = '-4em'")

    found = {words.partition(":")[0] for words in browser.run(LOST)}

    assert "cut off" in found
    assert "on top of each other" in found
    assert "the page is 348 wide" in found or "beside the page" in found


def test_text_twice_as_large_is_that_large(browser, documents):
    sizes = []
    for view in (DESKTOP, LARGE):
        browser.open(documents["nn"].html, view)
        sizes.append(
            browser.run(
                "return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
            )
        )

    # On a screen that is wide for its letters they are a little larger (112.5 % for 106.25 %).
    assert sizes[1] / sizes[0] == pytest.approx(2 * 106.25 / 112.5)


def test_only_regions_that_the_keyboard_reaches_can_be_scrolled(browser, document):
    browser.open(document.html, NARROW)

    assert (
        browser.run(
            """return [...document.querySelectorAll("*")]
            .filter(e => /auto|scroll/.test(getComputedStyle(e).overflowX))
            .filter(e => e.scrollWidth > e.clientWidth && e.tabIndex < 0)
            .map(e => e.textContent.trim().slice(0, 60))"""
        )
        == []
    )


@pytest.mark.parametrize("width", [320, 500])
def test_no_word_of_a_reference_in_a_table_is_divided(browser, documents, width):
    browser.open(documents["2018"].html, View("narrow", width, 640))

    lines = browser.run("""
        return [...document.querySelectorAll("td > a[href^='#']")].flatMap(link => {
          const text = link.firstChild;
          return [...text.data.matchAll(/\\p{L}+/gu)].map(word => {
            const range = new Range();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return range.getClientRects().length;
          });
        });""")
    assert len(lines) > 20
    assert set(lines) == {1}


def test_pictures_are_shown(browser, document):
    """The page's own policy (CSP) lets them through, whatever an HTML checker thinks of it."""
    browser.open(document.html)

    shown = browser.run("return [...document.images].map(i => i.complete && i.naturalWidth > 0)")

    assert all(shown)
    assert len(shown) == document.html.read_text(encoding="utf-8").count("<img ")


def test_the_policy_of_a_page_blocks_nothing_in_it_but_would_a_script(browser, document, tmp_path):
    """The JSON-LD is data, not a script, whatever an HTML checker thinks of it."""
    page = document.html.read_text(encoding="utf-8")
    data = '<script type="application/ld+json">'
    assert page.count(data) == 1
    (tmp_path / "x.html").write_text(
        page.replace(data, f"<script>document.title</script>{data}"), encoding="utf-8"
    )
    browser.complaints()

    browser.open(document.html)
    assert browser.complaints() == []

    browser.open(tmp_path / "x.html")
    (said,) = browser.complaints()
    assert "violates the following Content Security Policy directive" in said
