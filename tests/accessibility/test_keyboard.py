"""Finished HTML pages, used with the keyboard alone in a real browser."""

import pytest
from selenium.webdriver.common.keys import Keys

from browsing import DARK, DESKTOP, NARROW, Browser

FOCUSABLE = """
return [...document.querySelectorAll("a[href], summary, [tabindex], button, input, select, textarea")]
  .filter(e => e.checkVisibility() || e.matches(".skip"))
"""

FOCUSED = """
const at = document.activeElement;
if (!at || at === document.body || at === document.documentElement) return null;
const style = getComputedStyle(at), box = at.getBoundingClientRect();
const solid = colour => !/rgba\\(.*, 0\\)|transparent/.test(colour);
let behind = at.parentElement;
while (behind && !solid(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
const all = Array.from((() => { FOCUSABLE })());
return {
  number: all.indexOf(at),
  name: (at.getAttribute("aria-label") || at.textContent).trim().slice(0, 50),
  outline: [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor],
  behind: behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)",
  inside: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
  covered: (() => {
    const r = at.getClientRects()[0], x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
    const top = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 2),
                                          Math.min(Math.max(y, 1), innerHeight - 2));
    return !(top && (at.contains(top) || top.contains(at)));
  })(),
};
""".replace("FOCUSABLE", FOCUSABLE)

TARGET = """
const at = document.querySelector(":target");
if (!at) return null;
const box = at.getBoundingClientRect();
return [at.tagName.toLowerCase(), at.textContent.trim().replace(/\\s+/g, " "),
        box.top >= -1 && box.top < innerHeight];
"""


SCROLLED = """
const done = arguments[0], end = performance.now() + 5000;
const look = () => {
  if (document.activeElement.scrollLeft > 0) done(true);
  else if (performance.now() > end) done(false);
  else setTimeout(look, 20);
};
look();
"""
"""Whether the focused element is scrolled sideways before long: the browser takes its time."""


def stops(browser: Browser, count: int, *, back: bool = False) -> list[dict]:
    """Press Tab until the page is left, and return where the focus stood each time.

    A browser without bars of its own may go on at the other end, instead of leaving.
    """
    found = []
    start = browser.run(FOCUSED)
    ends = {start["number"]} if start else set()
    for _ in range(count + 5):
        if back:
            browser.press_with_shift(Keys.TAB)
        else:
            browser.press(Keys.TAB)
        stop = browser.run(FOCUSED)
        if stop is None or stop["number"] in ends:
            break
        ends = ends or {stop["number"]}
        found.append(stop)
    return found


def focus(browser: Browser, selector: str, number: int = 0) -> None:
    """Put the focus on an element, as if it had been reached by Tab."""
    browser.run(
        "document.querySelectorAll(arguments[0])[arguments[1]].focus({focusVisible: true})",
        selector,
        number,
    )


def follow(browser: Browser) -> None:
    """Press Enter on a link, and wait until the page has been drawn where it leads."""
    browser.press(Keys.ENTER)
    browser.wait_for(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))"
    )


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


# --- the way through a page -----------------------------------------------------------------


@pytest.mark.parametrize("view", [DESKTOP, NARROW, DARK], ids=lambda view: view.name)
def test_tab_reaches_all_in_reading_order_and_the_focus_is_seen(browser, document, view):
    browser.open(document.html, view)
    count = len(browser.run(FOCUSABLE))
    assert count > 1

    found = stops(browser, count)

    assert [stop["number"] for stop in found] == list(range(count))
    for stop in found:
        style, width, colour = stop["outline"]
        assert style not in {"none", "auto"}, stop
        assert width >= 2, stop
        assert contrast(colour, stop["behind"]) >= 3, stop  # WCAG 2.1, 1.4.11
        assert stop["inside"], stop
        assert not stop["covered"], stop


def test_shift_and_tab_go_the_same_way_back(browser, document):
    browser.open(document.html, NARROW)
    count = len(browser.run(FOCUSABLE))
    found = stops(browser, count)
    assert found[-1]["number"] == count - 1

    # From the end of the page, as the browser's own bar gives the focus back to it.
    focus(browser, "a[href], summary, [tabindex]", count - 1)
    back = stops(browser, count, back=True)

    assert [stop["number"] for stop in back] == list(range(count - 2, -1, -1))


def test_escape_neither_traps_nor_moves_anybody(browser, documents):
    browser.open(documents["nn"].html)
    for _ in range(3):
        browser.press(Keys.TAB)
    before = browser.run(FOCUSED)

    browser.press(Keys.ESCAPE)

    assert browser.run(FOCUSED) == before
    browser.press(Keys.TAB)
    assert browser.run(FOCUSED)["number"] == before["number"] + 1


# --- where links lead -----------------------------------------------------------------------


@pytest.mark.parametrize("view", [DESKTOP, NARROW], ids=lambda view: view.name)
def test_the_first_stop_leads_past_the_contents(browser, document, view):
    browser.open(document.html, view)
    inside = "return document.querySelector('main').contains(document.activeElement)"

    browser.press(Keys.TAB)
    first = browser.run(
        """const at = document.activeElement, box = at.getBoundingClientRect();
        return [at.className, box.width > 40 && box.height > 20 && box.top >= 0 && box.left >= 0]"""
    )
    follow(browser)
    target = browser.run(TARGET)
    browser.press(Keys.TAB)

    assert first == ["skip", True]
    assert (target[0], target[2]) == ("main", True)
    has_links = browser.run("return !!document.querySelector('main a, main [tabindex]')")
    assert browser.run(inside) is has_links
    assert browser.run(FOCUSED) is None or browser.run(FOCUSED)["number"] > 0


def test_the_contents_lead_to_the_headings(browser, document):
    browser.open(document.html)
    names = browser.run(
        "return [...document.querySelectorAll('nav a')].map(a => a.textContent.trim().replace(/\\s+/g, ' '))"
    )
    assert (len(names) > 3) is document.is_report

    for number, name in enumerate(names):
        focus(browser, "nav a", number)
        follow(browser)
        tag, words, is_seen = browser.run(TARGET)
        assert tag in {"h2", "h3"}
        assert words == name
        assert is_seen, name


def test_the_contents_can_be_closed_and_opened(browser, documents):
    browser.open(documents["nn"].html)
    is_open = "return document.querySelector('nav details').open"
    focus(browser, "summary")

    seen = [browser.run(is_open)]
    for key in (Keys.ENTER, Keys.SPACE):
        browser.press(key)
        seen.append(browser.run(is_open))

    assert seen == [True, False, True]


@pytest.mark.parametrize("view", [DESKTOP, NARROW], ids=lambda view: view.name)
@pytest.mark.parametrize("name", ["2018", "nn", "every-node"])
def test_a_footnote_is_reached_from_its_mark_and_leads_back_to_it(browser, documents, name, view):
    browser.open(documents[name].html, view)
    marks = browser.run("return document.querySelectorAll('a[role=doc-noteref]').length")
    assert marks > 1

    for number in range(marks):
        focus(browser, "a[role=doc-noteref]", number)
        mark = browser.run("return document.activeElement.id")
        follow(browser)
        tag, _, is_seen = browser.run(TARGET)
        assert (tag, is_seen) == ("li", True)

        back = browser.run(
            """const links = [...document.querySelector(":target").querySelectorAll("a[role=doc-backlink]")];
            const at = links.find(a => a.hash === "#" + arguments[0]);
            at.focus({focusVisible: true});
            return at.getAttribute("aria-label")""",
            mark,
        )
        assert len(back.split()) > 2
        follow(browser)
        assert browser.run("return location.hash") == f"#{mark}"
        assert browser.run(TARGET)[2]
        # The next stop is the one behind the mark, not the start of the page.
        order = browser.run(FOCUSABLE.replace("return", "const all =") + "; return all.findIndex(e => e.id === arguments[0])", mark)  # fmt: skip
        browser.press(Keys.TAB)
        assert browser.run(FOCUSED)["number"] == order + 1


@pytest.mark.parametrize("name", ["2017", "2018", "nn"])
def test_the_arrows_scroll_a_table_that_is_wider_than_the_screen(browser, documents, name):
    browser.open(documents[name].html, NARROW)
    wide = browser.run(
        """return [...document.querySelectorAll("[role=region]")]
        .map((e, i) => e.scrollWidth > e.clientWidth ? i : -1).filter(i => i >= 0)"""
    )
    assert len(wide) > 1

    for number in wide:
        focus(browser, "[role=region]", number)
        browser.press(Keys.ARROW_RIGHT)
        assert browser.wait_for(SCROLLED), number
        assert browser.run("return pageXOffset") == 0


def test_a_focus_that_is_not_seen_is_found(browser, documents):
    browser.open(documents["nn"].html)
    browser.run(
        """const style = document.createElement("style");
        style.textContent = "nav a:focus-visible { outline: none }";
        document.head.append(style)"""
    )
    focus(browser, "nav a", 0)

    assert browser.run(FOCUSED)["outline"][0] == "none"
