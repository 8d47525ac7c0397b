"""The language that a command speaks."""

import os
from collections.abc import Mapping
from pathlib import Path

from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.source.tree import FolderTree

DEFAULT_LANGUAGE: Language = "nn"
VARIABLE = "ARSRAPPORT_LANGUAGE"


def chosen_language(flag: str | None, root: Path | None) -> Language:
    """Return the flag's language, else the environment's, else the project's, else nynorsk.

    Args:
        flag: What `--language` says.
        root: The project's folder; None where there is none.
    """
    wanted = asked_language(flag)
    if wanted is not None or root is None:
        return wanted or DEFAULT_LANGUAGE
    from arsrapport.pipeline.project import language_of  # noqa: PLC0415 - start-up

    return language_of(FolderTree(root))


def asked_language(
    flag: str | None, environment: Mapping[str, str] = os.environ
) -> Language | None:
    """Return the language that the flag asks for, else the environment; None when neither does.

    A value of ARSRAPPORT_LANGUAGE that is none of the three asks for nothing: it may be meant for
    a later version, and is no reason to be silent.
    """
    asked = (flag or "", environment.get(VARIABLE, "").strip().lower())
    return next(
        (language for wanted in asked for language in LANGUAGES if language == wanted), None
    )
