from typing import get_args

import pytest

from arsrapport.language.catalogue import label
from arsrapport.language.keywords import Keyword, keyword
from arsrapport.language.languages import LANGUAGES
from arsrapport.language.tables import read_table


def test_an_action_is_known_by_the_words_of_every_language():
    assert keyword("action") == ("tiltak", "action")
    assert keyword("source") == ("kjelde", "kilde", "source")
    assert keyword("next_meeting_due") == ("neste møte", "next meeting")


def test_every_kind_has_words_and_no_others_stand_in_the_file():
    assert set(get_args(Keyword)) == set(read_table("keywords"))


@pytest.mark.parametrize("kind", get_args(Keyword))
def test_words_are_in_small_letters_and_stand_once(kind):
    words = keyword(kind)

    assert [word.casefold() for word in words] == list(words)
    assert len(set(words)) == len(words) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind",
    [
        "item",
        "decision",
        "conclusion",
        "action",
        "responsible",
        "due",
        "remark",
        "table",
        "figure",
        "source",
    ],
)
def test_what_the_tool_prints_is_what_it_reads(kind, language):
    assert label(language, kind).casefold() in keyword(kind)


def test_no_word_of_an_outcome_or_a_closing_line_means_two_things():
    kinds = ("decision", "conclusion", "action", "responsible", "due", "remark")
    words = [word for kind in kinds for word in keyword(kind)]

    assert len(set(words)) == len(words)
