"""Answers: what somebody says of a project that is to begin, and which of it cannot be used."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from arsrapport.language.languages import Language
from arsrapport.language.names import name_key, split_organisation
from arsrapport.model.files.base import plain
from arsrapport.source.characters import CONTROL

LONGEST_NAME: Final = 200
"""Characters of a name."""


class Answers(Struct, frozen=True):
    """What a new project is made of. Of texts, spaces at the ends and double ones do not count."""

    committee: str
    language: Language
    first_meeting: date
    publisher: str = ""
    """May be empty."""
    members: tuple[str, ...] = ()
    """Each a name, or `Name (Organisation)`; made-up ones when there are none."""
    github: bool = False
    """Whether GitHub is to check and build it."""


class Refusal(Struct, frozen=True):
    """An answer that cannot be used: the key of the label that says why, and the answer."""

    label: str
    answer: str


class Member(Struct, frozen=True):
    """A member as answered: the whole text, and its parts."""

    written: str
    name: str
    organisation: str


def read_member(text: str) -> Member:
    """Read `Name (Organisation)`, or a name alone."""
    written = plain(text)
    return Member(written, *split_organisation(written))


def judge(answers: Answers) -> tuple[Refusal, ...]:
    """Return the answers that cannot be used."""
    names = [answers.committee, *filter(plain, [answers.publisher])]
    refusals = (judge_name(name) for name in names)
    return (*filter(None, refusals), *judge_members(answers.members))


def judge_name(text: str) -> Refusal | None:
    """Return why a text cannot be a name, if it cannot."""
    name = plain(text)
    if CONTROL.search(name):
        return Refusal("new_name_character", text)
    if len(name) > LONGEST_NAME:
        return Refusal("new_name_long", text)
    return None if name_key(name) else Refusal("new_name_empty", text)


def judge_members(texts: Sequence[str]) -> Iterator[Refusal]:
    """Yield the members that cannot be.

    Two of one name are two people when each has an organisation, and not the same one.
    """
    seen: dict[str, set[str]] = {}
    for text in texts:
        member = read_member(text)
        parts = (member.name, member.organisation or member.name)
        refusal = next(filter(None, map(judge_name, parts)), None)
        organisation = name_key(member.organisation)
        others = seen.setdefault(name_key(member.name), set())
        if refusal:
            yield Refusal(refusal.label, text)
        elif others and (not organisation or others & {organisation, ""}):
            yield Refusal("new_member_twice", text)
        others.add(organisation)


def namesakes(members: Sequence[Member]) -> tuple[Member, ...]:
    """Return those members whose name another one has too."""
    keys = [name_key(member.name) for member in members]
    twice = {key for key in keys if keys.count(key) > 1} if len(set(keys)) < len(keys) else set()
    return tuple(m for m, key in zip(members, keys, strict=True) if key in twice)
