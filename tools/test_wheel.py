"""Run the tests on the built wheel, in a folder outside the repository.

The wheel goes into an environment of its own, so that nothing of src/ or of an editable install can
be found; the tests are run there by this environment's pytest, through its site-packages.
Usage: test_wheel.py DIST [PYTEST ARGUMENTS]
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(dist: Path, arguments: list[str]) -> int:
    """Install the newest wheel of `dist`, run pytest, and return its exit code."""
    wheel = max(dist.glob("*.whl"))
    with tempfile.TemporaryDirectory(prefix="arsrapport-tests-") as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        python = str(scripts / "python")
        site = sysconfig.get_path("purelib")
        subprocess.run(  # noqa: S603 - our own wheel, our own environment
            [python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)], check=True
        )
        # The libraries come from the environment that runs this, behind the wheel's own place.
        tools = subprocess.run(  # noqa: S603
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        Path(tools, "tools.pth").write_text(f"{site}\n", encoding="utf-8")
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        environment["PATH"] = f"{scripts}{os.pathsep}{environment['PATH']}"
        return subprocess.run(  # noqa: S603
            [
                *(python, "-m", "pytest", "-c", str(ROOT / "pyproject.toml")),
                *("--rootdir", str(ROOT), *arguments, str(ROOT / "tests")),
            ],
            check=False,
            cwd=folder,
            env=environment,
        ).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
