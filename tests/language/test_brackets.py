"""What stands in brackets and is no organisation; judged by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.brackets import belongs_to, tells_time


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("note", ["digitalt", "Digitalt", "Teams", "på Teams", "via Teams (digitalt)", "permisjon", "til kl. 12", "kl. 10–12", "frå 10.15", "10:30", "siste del av møtet", "kom seint", "nestleiar", "on leave", "left at 12:30", "gjest"]),
        ("items", ["sak 4", "saka 4", "under sak 4", "sak 1-5", "t.o.m. sak 3", "tom. sak 8", "fom. sak 22/23", "sakene 3 og 4", "ikkje sak 3", "berre sak 3", "items 2-3", "not item 4", "sak 3a"]),
        ("for", ["vara for Kari Ås", "møter for Kari Ås", "pva. Kari Ås", "for Kari Ås", "på vegne av Kari Ås", "standing in for Kari Ås", "deputy for K. Ås"]),
        ("chair", ["leiar", "møteleder", "Møteleiar", "ordstyrer", "chair"]),
        ("minutes", ["referent", "ref.", "Ref", "minute-taker", "møtesekretær"]),
        ("role", ["observatør", "1. vara", "varamedlem", "fast medlem", "member", "sekretariatet"]),
        ("", ["SSB", "Kystverket", "Digitaliseringsdirektoratet", "Leiarforbundet", "Medlemsforeningen", "KS digitalt", "For Velferdsstaten", "Sak AS", "Rederiet kl 12", "Oslo kommune", "Folk på Teams", "for", "på", "1", "10", "", "…", "-", "for " + "å" * 500, "sak " + "1" * 500]),
    ],
)  # fmt: skip
def test_a_text_belongs_to_a_key_when_it_is_made_of_such_words(key, texts):
    assert dict.fromkeys(texts, key) == {text: belongs_to(text) for text in texts}


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("til kl. 12", True),
        ("kom 10.30", True),
        ("siste del av møtet", True),
        ("gjekk før lunsj", True),
        ("delvis", True),
        ("digitalt", False),
        ("på Teams", False),
        ("permisjon", False),
        ("", False),
    ],
)
def test_some_notes_tell_of_a_part_of_a_meeting(note, expected):
    assert tells_time(note) is expected


@given(st.text())
def test_any_text_can_be_asked_about(text):
    assert belongs_to(text) in {"note", "items", "for", "chair", "minutes", "role", ""}
    assert tells_time(text) in {True, False}
