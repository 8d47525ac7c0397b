"""What only Windows asks for: small, since elsewhere it can only be tried through its seams."""

import os
import re
from pathlib import Path, PurePath
from typing import Final

WINDOWS: Final = os.name == "nt"

FAR: Final = 100
"""Characters of a folder's path from which a file below it may lie too deep.

Windows opens no path of more than 259 characters unless it is written in the extended form, or the
machine and the program are set up for long ones ("Maximum Path Length Limitation"). What a project
or a build holds lies some 120 below its folder.
"""

MOUNT_POINT: Final = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT: a junction, a folder that is another one."""

_DEVICE: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)
"""Names of devices, whatever their ending ("Naming Files, Paths, and Namespaces")."""

_FORBIDDEN: Final = re.compile(r'[<>:"\\|?*\x00-\x1f]')


def reachable(folder: Path) -> Path:
    """Return a folder as the files below it can be reached, however deep it lies.

    Only a long path gets another form: in that one Windows takes every name as it stands.
    """
    if not WINDOWS:
        return folder
    whole = os.path.abspath(folder)  # noqa: PTH100 - Path.absolute keeps `..`, which the form has not
    return Path(extended(whole)) if len(whole) > FAR else folder


def extended(whole: str) -> str:
    r"""Return an absolute path in the extended form: `\\?\C:\…`, `\\?\UNC\server\share\…`."""
    if whole.startswith(("\\\\?\\", "\\\\.\\")):
        return whole
    return f"\\\\?\\UNC{whole[1:]}" if whole.startswith("\\\\") else f"\\\\?\\{whole}"


def is_junction(folder: str) -> bool:
    """Say whether a folder is another one, perhaps above it. Python walks into these until 3.12."""
    if not WINDOWS:
        return False
    try:
        return getattr(os.lstat(folder), "st_reparse_tag", 0) == MOUNT_POINT
    except OSError:  # it is gone
        return False


def below(folder: PurePath, root: PurePath) -> str:
    """Return a folder as seen from another, with `/`; "" for that folder itself."""
    path = folder.relative_to(root).as_posix()
    return "" if path == "." else path


def is_device(name: str) -> bool:
    """Say whether Windows keeps a name for itself: `aux`, `aux.md`, `COM1`."""
    return _DEVICE.fullmatch(name) is not None


def can_be_named(name: str) -> bool:
    """Say whether a file or a folder on Windows can have a name."""
    return not (is_device(name) or _FORBIDDEN.search(name) or name.endswith((".", " ")))
