"""Spelling: a form of the other written Norwegian, and words that the project avoids itself."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from arsrapport.language.written_forms import Norwegian, better_form, homographs
from arsrapport.rules.language.spoken import WORD, spoken, words_in
from arsrapport.rules.prose import Hit, Words, leading
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.subject import Subject

_FORMS: Final[dict[str, tuple[Norwegian, str]]] = {"nn": ("nn", "AR801"), "nb": ("nb", "AR802")}
_MARKS: Final = re.compile(r"(?:.*\|)?\s*(?:(?:[>#+*-]+|\d+[.)]|\[\^[^\]]*\]:)\s+)*")
"""What may stand before the first words of a block in its line."""
_STRESS: Final = " *_"
_NEXT: Final = re.compile(r"[\W\d_]{0,9}([^\W\d_])")
_NEAR: Final = 9
"""How many characters before a word are looked at."""
_SENTENCE_END: Final = (".", ":", "!", "?", "…")


def other_form(words: Words, subject: Subject) -> Iterator[Hit]:
    """AR801: a bokmål form in nynorsk; AR802: a nynorsk form in bokmål.

    Titles of items are left out: presenters give them, each in the written form that is theirs.
    """
    form, code = _FORMS.get(words.language, (None, ""))
    if form is None or not words.in_body:
        return
    allowed = subject.vocabulary.avoided.get(form, {})
    there = words_in(words.value)
    wrong = {
        word: better
        for word in there
        if word not in allowed and (better := better_form(form, word)) is not None
    }
    unclear = [word for word in homographs(form).keys() & there if word not in allowed]
    if wrong or unclear:
        text = spoken(words)
        spans = {**dict(_plain(wrong, text)), **dict(_in_context(form, unclear, text))}
        for (start, end), better in sorted(spans.items()):
            if _is_told(words, text, start, end, subject):
                yield _hit(code, text[start:end], start, better)


def avoided(words: Words, subject: Subject) -> Iterator[Hit]:
    """AR807: a word that the project itself avoids; evidence is its own list (`check: words`)."""
    listed = subject.vocabulary.avoided.get(words.language)
    if not listed or not words.in_body:
        return
    there = words_in(words.value)
    wrong = {word: listed[word] for word in there if listed.get(word)}
    phrases = subject.vocabulary.phrases.get(words.language)
    if not wrong and not phrases:
        return
    text = spoken(words)
    spans = dict(_plain(wrong, text))
    for found in phrases.finditer(text) if phrases else ():
        if better := listed.get(found[0].lower()):
            spans[found.span()] = better
    for (start, end), better in sorted(spans.items()):
        if _is_told(words, text, start, end, subject):
            yield _hit("AR807", text[start:end], start, better)


Spans = Iterator[tuple[tuple[int, int], str]]


def _plain(wrong: Mapping[str, str], text: str) -> Spans:
    for found in WORD.finditer(text) if wrong else ():
        if (better := wrong.get(found[0].lower())) is not None:
            yield found.span(), better


def _in_context(form: Norwegian, unclear: list[str], text: str) -> Spans:
    for word in unclear:
        for homograph in homographs(form)[word]:
            for found in homograph.pattern.finditer(text):
                yield found.span("word"), homograph.better


def _hit(code: str, word: str, start: int, better: str) -> Hit:
    if word[0].isupper():
        better = better[:1].upper() + better[1:]
    return Hit(code, start, start + len(word), (("word", word), ("better", better)))


# --- names ----------------------------------------------------------------------------------


def _is_told(words: Words, text: str, start: int, end: int, subject: Subject) -> bool:
    """Say whether a word is no name: capitals inside a sentence make it one, and so may a list."""
    word = text[start:end]
    if not word.islower():
        following = _NEXT.match(text, end)
        is_title = following is not None and following[1].isupper()
        if not word[1:].islower() or is_title or not _begins(words, text, start, subject):
            return False
    return not subject.vocabulary.is_in_a_name(words.value, start, end)


def _begins(words: Words, text: str, start: int, subject: Subject) -> bool:
    """Say whether a sentence begins here; a run that begins inside a line is no evidence."""
    before = text[max(0, start - _NEAR) : start]
    if said := before.rstrip(" \t\n«»“”\"'()[]–-"):
        return said.endswith(_SENTENCE_END)
    if start > len(before):
        return False
    marks = leading(words, subject.texts)
    if marks.rstrip(_STRESS).endswith(_SENTENCE_END):
        return True  # *> **Vedtak.** Ikkje …*
    return _MARKS.fullmatch(marks) is not None


PROSE: Final[tuple[ProseRule, ...]] = (other_form, avoided)
