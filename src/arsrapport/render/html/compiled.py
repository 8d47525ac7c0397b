"""Compiled templates, kept as Python keeps compiled modules: beside them, and only if it may."""

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class _Compiled(FileSystemBytecodeCache):
    """Keeps nothing where nothing can be written, and nothing that cannot be read again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - a damaged file can fail in any way; it is written anew
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def compiled_beside(templates: Path) -> FileSystemBytecodeCache:
    """Return a cache of the compiled templates of a folder, in its `__pycache__`."""
    folder = templates / "__pycache__"
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
    return _Compiled(str(folder), f"%s.{sys.implementation.cache_tag}.cache")
