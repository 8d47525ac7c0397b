"""The tools that judge finished files, and what they are given.

A tool that is missing fails the tests that need it, it does not skip them.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT

PACKAGES = ROOT / "tests/accessibility/node_modules"
"""What `npm ci` puts beside package-lock.json."""


class Published(NamedTuple):
    """One document as it is put out."""

    name: str
    language: str
    """The document's own, `nn-NO`."""
    pdf: Path
    html: Path
    is_report: bool = True


def tool(name: str) -> str:
    """Return the path of a program; what is missing fails."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is missing: see docs/accessibility.md", pytrace=False)
    return found


def packaged(name: str) -> Path:
    """Return a file of an npm package; what is missing fails."""
    path = PACKAGES / name
    if not path.is_file():
        pytest.fail(f"{path} is missing: see docs/accessibility.md", pytrace=False)
    return path


def output(*command: str) -> str:
    """Return what a program prints, whatever it finds."""
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return done.stdout + done.stderr


def version_of(package: str) -> str:
    return json.loads(packaged(f"{package}/package.json").read_text(encoding="utf-8"))["version"]
