"""Templates of Word as organisations have them: made part by part, as a Norwegian Word names things."""

import io
import zipfile

from pdf_samples import png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NORWEGIAN = {
    "Normal": "Normal",
    "Title": "Tittel",
    "Subtitle": "Undertittel",
    "heading 1": "Overskrift1",
    "heading 2": "Overskrift2",
    "heading 3": "Overskrift3",
    "heading 4": "Overskrift4",
    "caption": "Bildetekst",
    "List Bullet": "Punktliste",
    "List Number": "Nummerertliste",
    "Quote": "Sitat",
    "footnote text": "Fotnotetekst",
    "toc 1": "INNH1",
    "toc 2": "INNH2",
}
"""The ids that a Norwegian Word gives the styles, by their names."""

LOGO = png(60, 20)
HEADER = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="720000" cy="240000"/>'
    '<wp:docPr id="1" name="Bilde 1" descr="C:\\Users\\ola\\logo.png"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic='
    '"http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="0" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="720000" cy="240000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r><w:r><w:t>Testdirektoratet</w:t></w:r></w:p>"
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2268" w:right="1418" w:bottom="1418" w:left="1418" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
)


def styles(lacking=(), more: str = "", ids=NORWEGIAN) -> str:
    """The standard styles, without some of them."""
    found = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"{_default(name)}><w:name w:val="{name}"/>'
        f"{_based(name)}<w:rPr>{_look(name)}</w:rPr></w:style>"
        for name, id_ in ids.items()
        if name not in lacking
    )
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault>'
        f"</w:docDefaults>{found}{more}</w:styles>"
    )


def _default(name: str) -> str:
    return ' w:default="1"' if name == "Normal" else ""


def _based(name: str) -> str:
    return "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'


def _look(name: str) -> str:
    if name == "Normal":
        return '<w:sz w:val="22"/><w:lang w:val="nb-NO"/>'
    if name == "heading 1":
        return '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="7A1F5C"/>'
    return ""


def relations(*found: tuple[str, str, str]) -> str:
    """Relations: id, kind, and target, which lies outside where it is an address."""
    outside = ("http", "file:", "mailto:", "\\\\")
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{id_}" Type="{kind if "/" in kind else f"{R}/{kind}"}" '
            f'Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if target.startswith(outside) else ""}/>'
            for id_, kind, target in found
        )
        + "</Relationships>"
    )


def parts(
    *,
    header: str = "",
    footer: str = "",
    page: str = PAGE,
    style: str = "",
    kind: str = f"{WORD}.document.main+xml",
) -> dict[str, str | bytes]:
    """The parts of a template, with what its author wrote in it."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Default Extension="png" '
        f'ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{kind}"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{WORD}.header+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{WORD}.footer+xml"/></Types>',
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": "<coreProperties>Ola Nordmann</coreProperties>",
        "word/styles.xml": style or styles(),
    }
    known = [("rId1", "styles", "styles.xml")]
    references = ""
    for name, words in (("header", header), ("footer", footer)):
        if words:
            tag = {"header": "hdr", "footer": "ftr"}[name]
            found[f"word/{name}1.xml"] = f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{words}</w:{tag}>'
            known.append((f"rId{name}", name, f"{name}1.xml"))
            references += f'<w:{name}Reference w:type="default" r:id="rId{name}"/>'
    if "rId1" in header:
        found["word/_rels/header1.xml.rels"] = relations(("rId1", "image", "media/image1.png"))
        found["word/media/image1.png"] = LOGO
    found["word/_rels/document.xml.rels"] = relations(*known)
    found["word/document.xml"] = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:p><w:r><w:t>Skriv her, seier Ola '
        f"Nordmann</w:t></w:r></w:p><w:sectPr>{references}{page}</w:sectPr></w:body></w:document>"
    )
    return found


def packed(found: dict[str, str | bytes]) -> bytes:
    """Parts as a Word file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in found.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            file.writestr(member, part, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def template(**fields) -> bytes:
    """A template as a file."""
    return packed(parts(**fields))
