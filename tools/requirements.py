"""Print a dependency group of pyproject.toml, one requirement a line, for pip.

Usage: requirements.py [GROUP]; `dev`, the development tools, unless said.
"""

import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"

if __name__ == "__main__":
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    print("\n".join(groups[sys.argv[1] if sys.argv[1:] else "dev"]))
