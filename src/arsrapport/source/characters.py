"""Characters that have no place in a text that people write."""

import re
import unicodedata
from typing import Final

CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Control characters but tab and line feed, and what some programs end a line at and others not.

Among them are Word's soft line break (U+000B) and page break (U+000C), which come with pasted text.
Halves of a surrogate pair and noncharacters are here because no file can hold them.
"""

UNSHOWN: Final = re.compile(f"{CONTROL.pattern[:-1]}\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing: what steers a terminal."""


def has_visible(text: str) -> bool:
    """Say whether anything of a text can be seen: not only spaces, marks, and what has no width."""
    return any(unicodedata.category(sign)[0] not in "ZCM" for sign in text)


def code_point(character: str) -> str:
    """Return *U+000B*."""
    return f"U+{ord(character):04X}"


def shown(text: str, limit: int = 200) -> str:
    """Return a text from a file as a diagnostic may carry it: on one line and not endless.

    Control characters and those that turn the direction of writing become U+FFFD, so that no file
    steers the terminal that its faults are printed on.
    """
    line = re.sub(r"[\t\n]+ *", " ", text[: limit + 1])
    line = f"{line[: limit - 1]}…" if len(line) > limit else line
    return UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", line)
