"""The languages that people read: nynorsk, bokmål and English."""

from typing import Final, Literal, TypeAlias

Language: TypeAlias = Literal["nn", "nb", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nn", "nb", "en")

TAGS: Final[dict[Language, str]] = {"nn": "nn-NO", "nb": "nb-NO", "en": "en-GB"}
"""BCP 47 tags, as they stand in HTML and PDF."""
