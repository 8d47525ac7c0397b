"""Reads a finished HTML page back as a browser would: its outline, landmarks, languages, tables."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib

_LANDMARKS = {"header": "banner", "nav": "navigation", "main": "main", "footer": "contentinfo"}
_LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping"}


class ReadTable(NamedTuple):
    """A table: its caption, and for every cell of its body the headers that are read out first."""

    caption: str
    head: list[str]
    rows: list[list[tuple[tuple[str, ...], str]]]


def parse(data: bytes) -> Element:
    """Return the root element; raises html5lib's ParseError for any fault in the markup."""
    parser = html5lib.HTMLParser(
        html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    )
    return parser.parse(data.decode("utf-8"))


def words(element: Element) -> str:
    """Return an element's text with every run of white space as one space."""
    return re.sub(r"[ \n\t]+", " ", "".join(element.itertext())).strip()


def name(page: Element, element: Element) -> str:
    """Return an element's accessible name: its label, else the text that it refers to or holds."""
    if label := element.get("aria-label"):
        return label
    if by := element.get("aria-labelledby"):
        return words(by_id(page, by))
    return element.get("alt") or words(element)


def by_id(page: Element, wanted: str) -> Element:
    """Return the only element with an id."""
    (found,) = (element for element in page.iter() if element.get("id") == wanted)
    return found


def section(page: Element, wanted: str) -> Element:
    """Return the section that the heading with an id begins."""
    (found,) = [
        section
        for section in page.iter("section")
        if next((e.get("id") for e in section.iter() if re.fullmatch("h[1-6]", str(e.tag))), "")
        == wanted
    ]
    return found


def outline(page: Element) -> list[tuple[int, str]]:
    """Return every heading with its level, in order."""
    found = []
    for element in page.iter():
        if re.fullmatch("h[1-6]", str(element.tag)):
            found.append((int(element.tag[1]), words(element)))
        elif element.get("role") == "heading":
            found.append((int(element.get("aria-level", "2")), words(element)))
    return found


def landmarks(page: Element) -> list[tuple[str, str]]:
    """Return every landmark with its accessible name, "" for none, in order."""
    found = []
    for element in page.iter():
        named = element.get("aria-label") or element.get("aria-labelledby")
        role = element.get("role") or _LANDMARKS.get(str(element.tag), "")
        if role in {*_LANDMARKS.values(), "region"} or (element.tag == "section" and named):
            found.append((role or "region", name(page, element) if named else ""))
    return found


def languages(element: Element, outside: str = "") -> list[tuple[str, str]]:
    """Return every piece of text with the language that it is read out in, neighbours joined.

    `outside` is the language of the place where the element stands.
    """
    found: list[tuple[str, str]] = []
    for language, piece in _spoken(element, outside):
        if found and found[-1][0] == language:
            found[-1] = (language, found[-1][1] + piece)
        elif piece.strip():
            found.append((language, piece))
    return [(language, re.sub(r"[ \n\t]+", " ", text).strip()) for language, text in found]


def _spoken(element: Element, outside: str) -> Iterator[tuple[str, str]]:
    if element.tag == "head":
        return
    language = element.get("lang", outside)
    for label in ("aria-label", "alt"):
        if label in element.attrib:
            yield language, f" {element.get(label)} "
    yield language, element.text or ""
    for child in element:
        yield from _spoken(child, language)
        yield language, child.tail or ""


def tables(page: Element) -> list[ReadTable]:
    """Return every table, each cell with the words of its column's and its row's header."""
    return [_table(element) for element in page.iter("table")]


def _table(table: Element) -> ReadTable:
    caption = table.find("caption")
    head = list(table.iterfind("thead/tr/*"))
    columns = [words(cell) if _is_header(cell, "col") else "" for cell in head]
    rows = []
    for row in table.iterfind("tbody/tr"):
        beside = [words(cell) for cell in row if _is_header(cell, "row")]
        rows.append(
            [
                (tuple(filter(None, (columns[i], *(b for b in beside if i)))), words(cell))
                for i, cell in enumerate(row)
            ]
        )
    return ReadTable(
        "" if caption is None else words(caption), [words(cell) for cell in head], rows
    )


def _is_header(cell: Element, scope: str) -> bool:
    return cell.tag == "th" and cell.get("scope") == scope


def links(page: Element) -> list[tuple[str, str]]:
    """Return every link with its accessible name and its address."""
    return [(name(page, element), element.get("href", "")) for element in page.iter("a")]


def ids(page: Element) -> list[str]:
    """Return every id, in order."""
    return [element.get("id", "") for element in page.iter() if "id" in element.attrib]


def dangling(page: Element) -> list[str]:
    """Return every address within the page that leads to nothing: links and ARIA's references."""
    known = {f"#{known}" for known in ids(page)}
    wanted = [href for _, href in links(page) if href.startswith("#")]
    for attribute in ("aria-labelledby", "aria-describedby"):
        wanted += [f"#{e.get(attribute)}" for e in page.iter() if attribute in e.attrib]
    return [address for address in wanted if address not in known]


def outside(page: Element) -> list[str]:
    """Return everything that a browser would fetch from elsewhere, or run.

    JSON-LD is data, which no browser runs, and what the licence is, none fetches (HTML Standard,
    4.12.1.1 and 4.6.7.9).
    """
    found = [
        str(e.tag)
        for e in page.iter()
        if e.tag in {"script", "iframe", "object", "embed"}
        and e.attrib != {"type": "application/ld+json"}
    ]
    for element in page.iter():
        is_loading = element.tag in {"link", "base", "use", "image"}
        loading = _LOADING | ({"href"} if is_loading and element.get("rel") != "license" else set())
        for attribute, value in element.attrib.items():
            if attribute.startswith("on"):
                found.append(attribute)
            elif attribute in loading and not value.startswith("data:"):
                found.append(value)
    for style in page.iter("style"):
        found += re.findall(r"@import[^;]*|url\([^)]*\)", style.text or "")
    return found
