"""A code explained: what it means, why it matters, and how it looks when it is wrong and right."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from arsrapport.diagnostics import CODES, can_be_ignored
from arsrapport.language.catalogue import in_general, label
from arsrapport.language.explanations import example, explanation
from arsrapport.language.languages import Language

WIDTH: Final = 80
"""Of a line of words; those of an example are as long as they are, up to LONGEST_LINE."""

LONGEST_LINE: Final = 100

_INDENT: Final = "    "


def explanation_lines(code: str, language: Language) -> Iterator[str]:
    """Yield the lines that explain a code."""
    told = explanation(language, code)
    sentence, hint = in_general(language, code)
    severity = label(language, f"severity_{CODES[code]}")
    yield from _wrapped(f"{code} {severity} {sentence}", "", _INDENT)
    advice = hint if not hint or hint.endswith("…") else f"{hint}."
    parts = (("what", told.what), ("why", told.why), ("hint", advice))
    for key, text in parts:
        if text:
            yield from _part(label(language, f"explain_{key}"), _wrapped(text, _INDENT, _INDENT))
    yield from _examples(code, language)
    if can_be_ignored(code):
        yield from _part(label(language, "explain_keep"), _ways_to_ignore(code, language))
    else:
        yield from ("", label(language, "explain_fixed"))


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _part(heading: str, lines: list[str]) -> Iterator[str]:
    yield from ("", heading)
    yield from lines


def _examples(code: str, language: Language) -> Iterator[str]:
    shown = example(code)
    if shown is None:
        yield from ("", label(language, "explain_no_example"))
        return
    yield from _part(label(language, "explain_wrong"), _excerpt(shown.wrong))
    yield from _part(label(language, "explain_right"), _excerpt(shown.right))


def _excerpt(text: str) -> list[str]:
    return [f"{_INDENT}{line}".rstrip() for line in cut_lines(text)]


def cut_lines(text: str) -> list[str]:
    """Return the lines of an example, with the end of a very long one left out."""
    return [
        line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"
        for line in text.splitlines()
    ]


def _ways_to_ignore(code: str, language: Language) -> list[str]:
    marked = f"arsrapport: ignore {code} – {label(language, 'explain_reason')}"
    return [
        f"{_INDENT}{label(language, 'explain_in_keys', comment=f'# {marked}')}",
        f"{_INDENT}{label(language, 'explain_in_text', comment=f'<!-- {marked} -->')}",
        f"{_INDENT}{label(language, 'explain_in_project')}",
    ]
