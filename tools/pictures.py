"""Make the pictures of the guides and of README.md.

The guides themselves are followed, and the screens are kept; README.md shows pages of the sample.

Run it where the program and its development tools are installed, with `tests` as PYTHONPATH:
`PYTHONPATH=tests python tools/pictures.py`. It wants chromium, pdftoppm (poppler-utils) and
pngquant from the system. Text is what the program said; the prompt, and the backslashes of the
files that were built, are what Windows shows.
"""

import html
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from guide_running import Followed, Screen, follow

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = {"nn": DOCS / "rettleiing.nn.md", "nb": DOCS / "veiledning.nb.md"}

HOME = r"C:\Users\Kari"
COLUMNS, LETTER, LINE, MARGIN, BAR = 104, 8.43, 20, 16, 34  # pixels, but for the first
SHARPNESS = 1.5
COLOURS = 24

FRAME = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: {background}; }}
header {{ height: {bar}px; line-height: {bar}px; padding-left: 14px; background: #dfe3e6;
  color: #222; font: 13px/{bar}px "Open Sans", "DejaVu Sans", sans-serif; }}
pre {{ margin: 0; padding: {margin}px; color: #eee; white-space: pre-wrap; word-break: break-all;
  font: 14px/{line}px "DejaVu Sans Mono"; width: {width}px; }}
b {{ color: #ffe08a; font-weight: normal; }}
iframe {{ border: 0; width: 100%; height: {height}px; }}
img {{ display: block; width: 76%; margin: 24px auto; }}
</style><header>{title}</header>{body}"""


PAGES = {"seats": "Tabell 1.1", "attendance": "Figur 5.1 ", "minutes": "Møteleiar"}
"""Of the sample report for 2017: what each is called, and what stands there first."""


def main() -> None:
    """Make the pictures of both guides and of the sample."""
    pages()
    for language, guide in GUIDES.items():
        with tempfile.TemporaryDirectory() as folder:
            followed = follow(guide.read_text(encoding="utf-8"), Path(folder).resolve())
            make_pictures(followed, Path(folder).resolve(), DOCS / f"images/{language}")


def make_pictures(followed: Followed, folder: Path, start: Path) -> None:
    """Make five pictures; `start` is what their names begin with."""
    by_command = {screen.command.split()[1]: screen for screen in reversed(followed.screens)}
    wrong = next(screen for screen in followed.screens if screen.code)
    for name, screen in (
        ("init", by_command["init"]),
        ("check", wrong),
        ("build", by_command["build"]),
    ):
        terminal(screen, folder, Path(f"{start}-{name}.png"))
    (pdf,) = followed.project.glob("build/*/2017/*-2017.pdf")
    reader(pdf, Path(f"{start}-pdf.png"))
    browser(pdf.with_suffix(".html"), Path(f"{start}-html.png"))


def terminal(screen: Screen, folder: Path, picture: Path) -> None:
    """Show a command and what it said, as in a window of PowerShell."""
    here = str(screen.folder.relative_to(folder)).removeprefix(".")
    prompt = f"PS {HOME}{here and chr(92) + here}> "
    said = re.sub(r"(?m)^  build/.*$", lambda line: line[0].replace("/", "\\"), screen.said)
    typed = f"{prompt}{screen.command}"
    rows = [typed, *said.rstrip().splitlines(), prompt]
    height = sum(math.ceil(max(len(row), 1) / COLUMNS) for row in rows) * LINE + 2 * MARGIN
    body = html.escape("\n".join(rows[1:]))
    text = f"{html.escape(prompt)}<b>{html.escape(screen.command)}</b>\n{body}"
    photograph(f"<pre>{text}</pre>", "Windows PowerShell", height, picture, "#0c2340")


def browser(page: Path, picture: Path) -> None:
    """Show the upper part of a page of HTML."""
    body = f'<iframe src="{page.as_uri()}"></iframe>'
    photograph(body, page.name, 620, picture, "#fff")


def photograph(body: str, title: str, height: int, picture: Path, background: str) -> None:
    """Let a browser show a window of a height, and take its picture."""
    width = math.ceil(COLUMNS * LETTER)
    frame = FRAME.format(
        body=body,
        title=title,
        height=height,
        width=width,
        background=background,
        bar=BAR,
        margin=MARGIN,
        line=LINE,
    )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "window.html"
        page.write_text(frame, encoding="utf-8")
        run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            "--disable-gpu",
            "--allow-file-access-from-files",
            f"--force-device-scale-factor={SHARPNESS}",
            f"--window-size={width + 2 * MARGIN},{height + BAR}",
            f"--screenshot={picture}",
            page.as_uri(),
        )
    shrink(picture)


def reader(pdf: Path, picture: Path) -> None:
    """Show the upper part of a PDF's last page."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "150", "-png", str(pdf), f"{folder}/page")
        *_, last = sorted(Path(folder).iterdir())
        photograph(f'<img src="{last.as_uri()}">', pdf.name, 700, picture, "#7d878e")


def pages() -> None:
    """Show three whole pages of the sample report."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "arsrapport", "build", "2017", "--format", "pdf", "--out", folder)
        (pdf,) = Path(folder).glob("*/2017/*.pdf")
        texts = run("pdftotext", "-layout", str(pdf), "-").decode("utf-8").split("\f")
        for name, words in PAGES.items():
            number = str(next(n for n, text in enumerate(texts, 1) if words in text))
            picture = DOCS / f"images/page-{name}.png"
            only = ("-f", number, "-l", number, "-singlefile")
            run("pdftoppm", "-r", "110", "-png", *only, str(pdf), str(picture.with_suffix("")))
            shrink(picture)


def shrink(picture: Path) -> None:
    """Keep a picture's few colours only, and say how big it is."""
    run(
        "pngquant",
        "--force",
        "--strip",
        "--speed=1",
        f"--output={picture}",
        str(COLOURS),
        str(picture),
    )
    print(f"{picture.relative_to(DOCS)}: {picture.stat().st_size:,} bytes")


def run(*command: str) -> bytes:
    """Run a program of the system, and return what it says."""
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
