"""The themes of three made-up publishers, and projects that wear them."""

from pathlib import Path

import generated

THEMES = Path(__file__).parent / "themes"
NAMES = ("fjell", "hav", "by")


def theme_files(name: str) -> dict[str, bytes]:
    """Return the files of a theme as they lie in a project; none for the name ""."""
    folder = THEMES / name
    found = sorted(path for path in folder.rglob("*") if path.is_file()) if name else []
    return {f"theme/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def themed(name: str, language: str = "nn", meetings: int = 3) -> dict[str, bytes]:
    """Return a generated project with a theme."""
    return {**generated.committee(language, meetings), **theme_files(name)}
