"""Pictures that are broken, far too large, not in the project, or reach out of themselves."""

import base64
import os
import struct
import zlib

import pytest

import pdf_samples
from hostile.test_writing import HTML
from hostile.trial import FOLDER, MEETING, assert_refused, built, lay, meeting, refused

TEXT = "Figur a: Kart\n\n![Kysten](2021-01-01-a)"
PICTURE = f"{FOLDER}/2021-01-01-a"
TOLD = f"{MEETING}:12:1"

# The witness of this family: pictures are looked at when all else is well, so that it is another
# committee's.
OTHER = {
    "meetings/veg/2021/2021-03-01.md": meeting("![Ein veg](2021-03-01-b)").replace(
        "2021-01-01", "2021-03-01"
    ),
    "meetings/veg/2021/2021-03-01-b": b"GIF89a",
}
OTHER_TOLD = "meetings/veg/2021/2021-03-01.md:10:1 AR419"


def chunk(kind: bytes, data: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + crc


def png(width: int, height: int, *, depth: int = 8, kind: int = 0, data: bytes = b"\0\0") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(data))
        + chunk(b"IEND", b"")
    )


def jpeg(width: int, height: int) -> bytes:
    size = struct.pack(">HH", height, width)
    return (
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08"
        + size
        + b"\3\1\x22\0\2\x11\1\3\x11\1\xff\xd9"
    )


def svg(inside: str = "", attributes: str = "", before: str = "") -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {spaces} width="9" height="9" {attributes}>{inside}</svg>'.encode()


GIF_IN_PNG = base64.b64encode(b"GIF89a").decode()
BOMB_IN_SVG = base64.b64encode(png(30_000, 30_000)).decode()

UNFIT = {
    "nothing": b"",
    "gif": b"GIF89a",
    "webp": b"RIFF0000WEBP",
    "pdf": b"%PDF-1.7\n",
    "text": b"hei",
    "page": b"<html><script>alert(1)</script></html>",
    "packed drawing": zlib.compress(svg(), wbits=31),
    "png of its mark only": png(1, 1)[:8],
    "png without a size": png(1, 1)[:20],
    "png of no width": png(0, 1),
    "png of no height": png(1, 0),
    "png that unpacks to gigabytes": png(30_000, 30_000, data=b"\0" * 100_000),
    "png that is as wide as can be": png(0x7FFFFFFF, 0x7FFFFFFF),
    "jpeg of its mark only": b"\xff\xd8\xff",
    "jpeg without a size": b"\xff\xd8" + b"\xff\xe0\x00\x02" * 1_000,
    "jpeg that goes nowhere": b"\xff\xd8" + b"\xff\xe0\x00\x00" * 1_000,
    "jpeg that unpacks to gigabytes": jpeg(65_000, 65_000),
    "drawing that never ends": b"<svg",
    "drawing of another kind": b'<svgx xmlns="http://www.w3.org/2000/svg"/>',
    "drawing and more": svg() + b"<x/>",
    "drawing with a picture from a file": svg('<image href="/etc/passwd" width="9" height="9"/>'),
    "drawing with a picture beside it": svg('<image href="2021-01-01-b.png" width="9" height="9"/>'),
    "drawing with a picture from the net": svg('<image xlink:href="https://x.no/a.png"/>'),
    "drawing that uses another": svg('<use href="https://x.no/a.svg#b"/>'),
    "drawing with a picture that is none": svg(f'<image href="data:image/png;base64,{GIF_IN_PNG}"/>'),
    "drawing with a picture that is huge": svg(f'<image href="data:image/png;base64,{BOMB_IN_SVG}"/>'),
    "drawing with a drawing in it": svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "drawing with a filter": svg('<filter id="a" width="9999999"><feTurbulence/></filter>'),
    "entities that laugh": svg("&b;", before='<!DOCTYPE svg [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>'),
    "entity from a file": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>'),
    "entity of the definition": svg(before='<!DOCTYPE svg [<!ENTITY % a SYSTEM "x"> %a;]>'),
    "entity that nobody declared": svg("&a;"),
    "utf-7": svg(before='<?xml version="1.0" encoding="utf-7"?>'),
    "shift-jis": svg(before='<?xml version="1.0" encoding="shift_jis"?>'),
    "encoding that is none": svg(before='<?xml version="1.0" encoding="nonsense"?>'),
    "encoding that is no text": svg(before='<?xml version="1.0" encoding="rot13"?>'),
    "bytes of another encoding": svg("<text>bl\u00e5</text>").replace("å".encode(), b"\xe5"),
}  # fmt: skip


def test_a_picture_that_cannot_be_set_is_told_where_it_is_shown(tmp_path):
    """One in every other line; a sound one among them is not told."""
    pictures = {**UNFIT, "sound": svg("<rect width='9' height='9'/>")}
    names = {name: f"2021-01-01-{number}" for number, name in enumerate(pictures)}
    text = "\n\n".join(f"![Kysten, slik ho er]({names[name]})" for name in pictures)
    files = {f"{FOLDER}/{names[name]}": data for name, data in pictures.items()}
    told = [f"{MEETING}:{10 + 2 * number}:1 AR419" for number in range(len(UNFIT))]

    refused(tmp_path, {**OTHER, MEETING: meeting(text), **files}, *told, OTHER_TOLD, witness=False)


UNSETTABLE = {
    "png cut short": png(5, 5, data=(b"\0" + b"\0" * 5) * 5)[:-20],
    "png without rows": png(5, 5, data=b""),
    "png of another depth": png(1, 1, depth=3),
    "png of another kind": png(1, 1, kind=5),
    "palette without one": png(1, 1, kind=3),
    "jpeg without an image": jpeg(10, 10),
}


def test_pictures_that_only_typst_finds_broken_are_told_at_every_place(tmp_path):
    data = {**UNSETTABLE, "sound": pdf_samples.png(2, 2)}
    names = {name: f"2021-01-01-{number}" for number, name in enumerate(data)}
    shown = [*UNSETTABLE, "sound", "png cut short"]
    files = {f"{FOLDER}/{names[name]}": bytes_ for name, bytes_ in data.items()}
    text = "\n\n".join(f"![Kysten, slik ho er]({names[name]})" for name in shown)
    told = [f"{MEETING}:{10 + 2 * n}:1 AR419" for n, name in enumerate(shown) if name != "sound"]

    refused(tmp_path, {MEETING: meeting(text), **files}, *told, witness=False)


def test_what_a_drawing_could_run_never_runs_in_the_page(tmp_path):
    """Scripts and the like in a drawing are dead in an image; it is no part of the page itself."""
    inside = "<script>alert(1)</script><foreignObject><body onload='alert(1)'/></foreignObject>"
    files = {MEETING: meeting(TEXT), PICTURE: svg(inside, 'onload="alert(1)"')}
    root = built(tmp_path, files)

    page = (root / "build/kart/2021/kart-2021.html").read_text(encoding="utf-8")
    assert "alert(1)" not in page
    assert '<img src="data:image/svg+xml;base64,' in page


def test_a_picture_of_more_than_twenty_million_bytes_is_not_read(tmp_path):
    root = lay(tmp_path, {**OTHER, MEETING: meeting(TEXT)}, witness=False)
    with (root / PICTURE).open("wb") as file:
        file.write(pdf_samples.png(2, 2))
        file.truncate(20_000_001)

    assert_refused(root, f"{TOLD} AR101", OTHER_TOLD, witness=False)


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that Windows users lack")
@pytest.mark.parametrize("target", ["../../../../secret.png", "/dev/zero", "2021-01-01-a", "gone"])
def test_a_picture_that_is_a_link_out_of_the_project_is_not_read(tmp_path, target):
    (tmp_path / "secret.png").write_bytes(pdf_samples.png(2, 2))
    root = lay(tmp_path, {**OTHER, MEETING: meeting(TEXT)}, witness=False)
    (root / PICTURE).symlink_to(target)

    assert_refused(root, f"{TOLD} AR101", OTHER_TOLD, witness=False)


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that Windows users lack")
def test_a_picture_in_a_folder_that_is_a_link_is_not_seen(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kart.png").write_bytes(pdf_samples.png(2, 2))
    root = lay(tmp_path, {MEETING: meeting("![Kysten](bilete/kart.png)")})
    (root / FOLDER / "bilete").symlink_to(tmp_path / "elsewhere")

    assert_refused(root, f"{MEETING}:10:1 AR414")


@pytest.mark.skipif(os.name == "nt", reason="Windows has none")
def test_a_picture_that_is_a_pipe_is_not_waited_for(tmp_path):
    root = lay(tmp_path, {**OTHER, MEETING: meeting(TEXT)}, witness=False)
    os.mkfifo(root / PICTURE)

    assert_refused(root, f"{TOLD} AR101", OTHER_TOLD, witness=False)


def test_a_picture_that_is_a_folder_is_none(tmp_path):
    root = lay(tmp_path, {MEETING: meeting(TEXT), f"{PICTURE}/x": b"x"})

    assert_refused(root, f"{TOLD} AR414")


def test_a_picture_shown_again_and_again_is_bounded(tmp_path):
    """HTML holds a picture at each place where it is shown: no more than 60 MB in all."""
    data = pdf_samples.png(2, 2)
    large = data[:33] + chunk(b"prVt", os.urandom(700_000)) + data[33:]
    text = "\n\n".join(f"![Bilete {number}](2021-01-01-a)" for number in range(100))

    refused(
        tmp_path,
        {MEETING: meeting(text), f"{FOLDER}/2021-01-01-a": large},
        # 85 times 700,069 bytes are 59.5 million; the 86th is in line 10 + 2 * 85.
        f"{MEETING}:180:1 AR101",
        command=HTML,
        witness=False,
    )
