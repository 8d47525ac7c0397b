"""Pictures as Word takes them: their size on the page, and drawings set in dots by Typst."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec import Struct

from arsrapport.render.pictures import picture_kind

DOTS: Final = 200
"""To an inch, of a drawing. Word takes SVG only beside a picture in dots."""

TALLEST: Final = 170 / 25.4
"""Inches: no higher than a page with a caption. How broad it may be depends on where it stands."""

UNSAID: Final = 72
"""Dots to an inch of a picture that does not say, as Typst takes it."""


class Picture(Struct, frozen=True):
    """A picture as it stands in the file."""

    data: bytes
    kind: str
    """*png* or *jpg*."""
    width: float
    """On the page, in inches."""
    height: float


def make_pictures(
    assets: Mapping[str, bytes], templates: Path
) -> tuple[dict[str, Picture], frozenset[str]]:
    """Return each asset as a picture, and the names of those that cannot be set."""
    drawings = {path: data for path, data in assets.items() if picture_kind(data) == "svg"}
    drawn = _draw(drawings, templates) if drawings else {}
    found = {
        path: _picture(drawn.get(path, data), path in drawings) for path, data in assets.items()
    }
    unfit = {path for path, picture in found.items() if picture is None}
    unfit |= drawings.keys() - drawn.keys()
    known = {path: picture for path, picture in found.items() if picture is not None}
    return known, frozenset(unfit)


def _draw(drawings: Mapping[str, bytes], templates: Path) -> dict[str, bytes]:
    """Return drawings as PNG, without those that Typst cannot read."""
    with TemporaryDirectory(prefix="arsrapport-", ignore_cleanup_errors=True) as folder:
        template = Path(folder) / "drawing.typ"
        template.write_bytes((templates / "pdf/drawing.typ").read_bytes())
        found = {}
        for number, (path, data) in enumerate(drawings.items(), 1):
            # Names that a user chose never reach Typst or the disk.
            file = Path(folder) / f"drawing-{number}.svg"
            file.write_bytes(data)
            if picture := _set(template, file.name, templates / "fonts"):
                found[path] = picture
        return found


def _set(template: Path, name: str, fonts: Path) -> bytes:
    """Return a drawing as PNG, nothing when Typst cannot read it."""
    import typst  # noqa: PLC0415 - start-up

    try:
        made = typst.compile(
            str(template),
            sys_inputs={"file": name},
            root=str(template.parent),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="png",
            ppi=DOTS,
        )
    except typst.TypstError:
        return b""
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # pyo3's; it cannot be imported
            raise
        return b""
    return made


def _picture(data: bytes, drawn: bool) -> Picture | None:  # noqa: FBT001 - of two kinds
    """Return a picture with its size on the page; None when its bytes do not tell it."""
    from docx.image.image import Image  # noqa: PLC0415 - start-up

    kind = picture_kind(data)
    if kind not in {"png", "jpg"}:
        return None
    try:
        image = Image.from_file(io.BytesIO(data))
        pixels = (image.px_width, image.px_height)
        dots = (DOTS, DOTS) if drawn else (image.horz_dpi, image.vert_dpi)
    except Exception:  # noqa: BLE001 - bytes that any file may hold
        return None
    width, height = (size / (each or UNSAID) for size, each in zip(pixels, dots, strict=True))
    if min(width, height) <= 0:
        return None
    scale = min(1.0, TALLEST / height)
    return Picture(data, kind, width * scale, height * scale)
