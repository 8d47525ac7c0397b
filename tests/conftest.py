"""What tests share: a project written to a folder, and the program run as its users run it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are shared and noisy: no test fails for being slow.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

ROOT = Path(__file__).parents[1]
os.environ["ARSRAPPORT_CACHE"] = ""  # what one test found is nothing to the next


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository: for the sample and the documents, never for the program's own code."""
    return ROOT


def write_project(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Mapping[str, bytes | str]], Path]:
    """Write the files of a project to a folder and return it."""
    return lambda files: write_project(tmp_path / "project", files)


def arsrapport(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, with a bare environment."""
    names = ("PATH", "SYSTEMROOT", "PYTHONPATH", "ARSRAPPORT_CACHE")
    kept = {key: os.environ[key] for key in names if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "arsrapport", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        check=False,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
    )


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample project, without the rest of the repository."""
    return copy_sample(tmp_path / "sample")


def copy_sample(folder: Path) -> Path:
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "meetings").rglob("*"))
        if path.is_file()
    }
    assert len(files) > 10
    return write_project(
        folder, {"arsrapport.yaml": (ROOT / "arsrapport.yaml").read_bytes(), **files}
    )
