import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.pipeline.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utvalet for sjøkart", "utvalet-for-sjokart"),
        ("Ærfugl- og ålerådet", "aerfugl-og-aleradet"),
        ("  Råd (2027) / B  ", "rad-2027-b"),
        ("Ǽ Ö é ß ĐŊŦ", "ae-o-e-ss-dnt"),
        ("2027", "2027"),
        ("CON", "utval-con"),
        ("com¹", "utval-com1"),
        ("LPT9", "utval-lpt9"),
        ("Con.", "utval-con"),
        ("Conseil", "conseil"),
        ("日本", "utval"),
        ("", "utval"),
        ("../..", "utval"),
        ("a" * 50, "a" * 40),
        (
            "Det rådgivande utvalet for kystfarleier og hamnedata",
            "det-radgivande-utvalet-for-kystfarleier",
        ),
        (f"{'b' * 40} c", "b" * 40),
    ],
)
def test_a_slug(text, expected):
    assert expected == slug(text, "utval")


@given(st.text())
def test_a_slug_can_be_a_folder_on_every_system(text):
    found = slug(text, "utval")

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= 50
    assert found not in {"con", "prn", "aux", "nul"}
    assert not re.fullmatch("(com|lpt)[0-9]", found)
