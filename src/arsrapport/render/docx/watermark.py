"""The watermark of a draft, across the page and behind it, as Word itself makes it.

Word has it as a drawing in its older language (VML) in the header of each section, known by the
beginning of its name: then *Design, Watermark, Remove* takes it away again.
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from arsrapport.model.theme import FAINT, SANS
from arsrapport.render.docx.gathered import Gathered
from arsrapport.render.docx.xml import NAMES, Element, clean

WIDTH: Final = 440
"""Of the word, in points; turned by 45° it has room between the margins of A4."""
LETTER: Final = 0.62
"""The breadth of a capital letter by its height."""
TALLEST: Final = 150

_SHAPE: Final = (
    '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>'
    '</v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" '
    'alt="" style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;'
    "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="{faint}" stroked="f">'
    "<v:textpath style={font} string={word}/></v:shape></w:pict></w:r>"
)


def watermark(word: str, gathered: Gathered) -> Element:
    """Return a run that holds the watermark."""
    theme = gathered.base.theme
    light = None if theme.house else theme.light
    family = theme.headings.name if theme.headings and not theme.house else SANS
    shown = clean(word).upper()
    height = min(TALLEST, round(WIDTH / (LETTER * max(1, len(shown)))))
    width = min(WIDTH, round(height * LETTER * len(shown)))
    number = gathered.heads + 1  # of the header that is being made
    root: Element = etree.fromstring(
        _SHAPE.format(
            w=NAMES["w"],
            number=number,
            spid=2048 + number,
            width=width,
            height=height,
            faint=(light and light.faint) or FAINT,
            font=quoteattr(f'font-family:"{clean(family).replace(chr(34), "")}";font-size:1pt'),
            word=quoteattr(shown),
        )
    )
    return root
