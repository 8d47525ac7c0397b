"""Names and numbers as people write them: which spellings are the same, what they are made of."""

import unicodedata
from typing import Final

_SAME: Final = str.maketrans(
    {
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{FIGURE DASH}": "-",
        "\N{EN DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{SOFT HYPHEN}": None,
        "\N{ZERO WIDTH SPACE}": None,
        "\N{WORD JOINER}": None,
    }
)


def name_key(text: str) -> str:
    """Return what two spellings of one name have in common.

    Composed or decomposed letters, capitals, the kind and number of spaces and the kind of hyphen
    make no difference; all else does (*Kari Nordmann* and *Kari M. Nordmann* are two names).
    """
    folded = unicodedata.normalize("NFC", text).translate(_SAME).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())


def number_key(number: str) -> str:
    """Return what two spellings of one number have in common: capitals and spaces say nothing."""
    return " ".join(number.casefold().split())


def one_line(text: str) -> str:
    """Return a text with each run of spaces, of whichever kind, and line breaks as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def split_organisation(text: str) -> tuple[str, str]:
    """Split `Name (Organisation)` at the last bracket pair; the organisation is "" without one.

    Only a pair that closes the text counts, and only with something before and inside it.
    """
    stripped = text.strip()
    opening = _last_opening(stripped)
    name, organisation = stripped[:opening].rstrip(), stripped[opening + 1 : -1].strip()
    if opening < 0 or not name or not organisation:
        return stripped, ""
    return name, organisation


def _last_opening(text: str) -> int:
    """Return the index of the bracket that the text's last character closes, else -1."""
    if not text.endswith(")"):
        return -1
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return -1
