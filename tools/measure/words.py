"""Words of documents: how many there are, whatever the format, to see that no text was lost."""

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

WORD = re.compile(r"[^\W\d_]+")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def count_words(path: Path) -> int | None:
    """Count the words of a finished file; None for a PDF when pypdfium2 is not installed."""
    match path.suffix:
        case ".html":
            text: str | None = _of_html(path.read_text(encoding="utf-8"))
        case ".docx":
            text = _of_docx(path)
        case ".pdf":
            text = _of_pdf(path)
        case _:
            text = _of_markdown(path.read_text(encoding="utf-8"))
    return None if text is None else len(WORD.findall(text))


def _of_markdown(text: str) -> str:
    """Leave out the addresses of links, and the marks of footnotes."""
    return re.sub(r"\]\([^)]*\)|\[\^[^]]*\]", "]", text)


class _Body(HTMLParser):
    """Gathers the text of a page's body."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's
        if tag in {"head", "style", "script"} and not self._unseen:
            self._unseen = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)


def _of_html(text: str) -> str:
    body = _Body()
    body.feed(text)
    return " ".join(body.texts)


def _of_docx(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(f"word/{name}.xml") for name in ("document", "footnotes")]
    return "\n".join(line for part in parts for line in _paragraphs(fromstring(part)))  # noqa: S314 - pandoc's own


def _paragraphs(root: Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _of_pdf(path: Path) -> str | None:
    try:
        import pypdfium2  # noqa: PLC0415 - only where it is installed
    except ImportError:
        return None
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    # A word that was parted at the end of a line is one.
    return re.sub(r"[-\N{SOFT HYPHEN}\x02\ufffe]\s*\n", "", "\n".join(pages))
