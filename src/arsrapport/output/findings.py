"""What a check found, remembered from one run to the next; safe to delete at any time.

It lies outside the project, in the folder that the system has for such. A file that is damaged, of
another version, or cannot be written is as good as none.
"""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final
from uuid import uuid4

import msgspec
from msgspec import Struct

from arsrapport.diagnostics import Diagnostic

VARIABLE: Final = "ARSRAPPORT_CACHE"
"""The environment variable that names another folder, or, empty, says that none is wanted."""


class _Remembered(Struct, frozen=True):
    key: bytes
    found: tuple[Diagnostic, ...]


class FindingsFolder(Struct, frozen=True):
    """A folder with a file for each committee of each project; the last findings of each."""

    folder: Path
    project: Path

    def recall(self, name: str, key: bytes) -> tuple[Diagnostic, ...] | None:
        """Return what was found in a committee with this key; None when it is not known."""
        try:
            data = self._file(name).read_bytes()
            remembered = msgspec.msgpack.decode(data, type=_Remembered)
        except (OSError, msgspec.DecodeError, ValueError, RecursionError):
            return None
        return remembered.found if remembered.key == key else None

    def keep(self, name: str, key: bytes, found: tuple[Diagnostic, ...]) -> None:
        """Remember what was found, in place of what was."""
        file = self._file(name)
        beside = file.with_suffix(f".{uuid4().hex}")
        with suppress(OSError, ValueError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                beside.write_bytes(msgspec.msgpack.encode(_Remembered(key, found)))
                beside.replace(file)
            finally:
                beside.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        whose = f"{self.project}\n{name}".encode(errors="surrogatepass")
        return self.folder / f"{blake2b(whose, digest_size=16).hexdigest()}.findings"


def findings_folder(project: Path) -> FindingsFolder | None:
    """Return where the findings of a project are remembered; None when nobody wants that."""
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    if named is None:
        from platformdirs import user_cache_path  # noqa: PLC0415 - start-up

        return FindingsFolder(user_cache_path("arsrapport", appauthor=False), project)
    return FindingsFolder(Path(named), project)
