"""Each fault of a text, put at random places of sound files, is told exactly where it stands."""

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from faults_of_words import IN_WORDS
from putting_faults import told, written
from sound_project import TEXTS, project

RANDOM = st.randoms(use_true_random=False)
LANGUAGES = st.sampled_from(["nn", "nb", "en"])


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_files_that_faults_are_put_in_are_sound(language):
    assert written(project(language, TEXTS), (), language, Random(0)).expected == []
    assert told(written(project(language, TEXTS), (), language, Random(0)).files) == []


@pytest.mark.parametrize("fault", IN_WORDS, ids=lambda fault: fault.code)
@settings(max_examples=20, derandomize=True)
@given(random=RANDOM, language=LANGUAGES)
def test_a_fault_anywhere_is_told_once_and_covers_what_was_put_in(fault, random, language):
    put = written(project(language, TEXTS), (fault,), language, random)
    assume(put is not None)

    found = [one for one in told(put.files) if one.code not in put.also]

    assert found == [one for one in put.expected if one.code not in put.also]
