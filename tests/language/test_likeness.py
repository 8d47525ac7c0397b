"""Which names may be one name. The pairs are real Norwegian names, judged by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.likeness import (
    LONGEST,
    are_like_organisations,
    keys,
    keys_of_organisation,
    likeness,
    may_be,
    spell,
)

LIKELY = [
    ("Kristin Strand", "Kirstin Strand"),
    ("Kirsti Strand", "Kristi Strand"),
    ("Geir Hjemås", "Geir Hjemas"),
    ("Kari Ås", "Kari Aas"),
    ("Siv Øy", "Siv Oey"),
    ("Kari Brændvang", "Kari Braendvang"),
    ("Kari Brændvang", "Kari Brendvang"),
    ("André Vik", "Andre Vik"),
    ("Jörg Bäck", "Jørg Bæck"),
    ("Kari Jensen", "Kari Jenssen"),
    ("Jørn Leonhardsen", "Jørn Leonardsen"),
    ("Axel Miguel Huus", "Axel-Miguel Huus"),
    ("Bo Erik Li", "BO-ERIK LI"),
    ("Thuy Nguyen", "Nguyen Thuy"),
    ("Strand, Kirsti", "Kirsti Strand"),
    ("Tor Hjemås Jensen", "Tor Hjemas Jenssen"),
    ("Ole Ekornrud", "Ole Ekronrud"),
    ("K. Hjemås", "K Hjemås"),
    ("K.A. Strand", "K. A. Strand"),
]

POSSIBLE = [
    ("Emshaw Gurmu", "Emshaw Degife Gurmu"),
    ("Unni Grebstad", "Unni Beate Grebstad"),
    ("Olav Gjestvang", "Olav J. Gjestvang"),
    ("Olav J. Gjestvang", "Olav Johan Gjestvang"),
    ("Ann Brændvang", "Ann-Kristin Brændvang"),
    ("Kari Å. Vik", "Kari Mona Åse Vik"),
    ("K. Strand", "Kirsti Strand"),
    ("K Strand", "Kirsti Strand"),
    ("Kristin Strand", "Kristine Strand"),
    ("Kari Johnsen", "Kari Johansen"),
    ("Kari Nilsen", "Kari Nielsen"),
    ("Christian Vik", "Kristian Vik"),
    ("Cecilie Vik", "Sesilie Vik"),
    ("Solveig Valseth", "Solveig Valset"),
    ("Alexander Wiik", "Alexander Viik"),
    ("Ane Berg", "Anne Berg"),
    ("Alexander Li", "Aleksander Li"),
    ("Sophie Dal", "Sofie Dal"),
]

TWO = [
    ("Ida Ås", "Eva Ås"),
    ("Kari Hansen", "Kari Jansen"),
    ("Kari Hansen", "Kari Hanson"),
    ("Kari Ås", "Kåre Ås"),
    ("Marit Ås", "Marita Ås"),
    ("Anne Jensen", "Arne Jensen"),
    ("Marit Øy", "Berit Øy"),
    ("Kari Lund", "Kari Lunde"),
    ("Kari Berg", "Kari Bergh Dal"),
    ("Jon Vik", "John Vik"),
    ("Kristin Strand", "Kirstin Hansen"),
    ("Kristin Strand", "Kirstin Starnd"),
    ("Kristin Vik", "Kirstin Brændvank"),
    ("K. Strand", "Mona Strand"),
    ("Kari Berg", "Kari Berg Hansen"),
    ("Kari Anne Berg", "Kari Mona Berg"),
    ("Kari", "Kari Vik"),
    ("Kristin", "Kirstin"),
    ("", "Kari Vik"),
    ("Gjest 1", "Gjest 2"),
    ("Deltakar nummer 11", "Deltakar nummer 12"),
    ("Brandvang Kari", "Grandvang Kari"),
    ("Ane Olsen", "Anne Olssen Dal"),
    ("Ane Beck", "Anne Bekk"),
    ("Kari \u0301", "Kari K"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        *((*pair, "likely") for pair in LIKELY),
        *((*pair, "possible") for pair in POSSIBLE),
        *((*pair, "") for pair in TWO),
    ],
)
def test_how_alike_the_names_of_two_people_are(one, other, expected):
    assert likeness(spell(one), spell(other)) == expected
    assert likeness(spell(other), spell(one)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kari Kirsti", "Kari Kristi", "likely"),
        ("Kari Marti", "Kari Marit", ""),
        ("Kari Stranddal", "Kari Strandal", "likely"),
        ("Kari Brandvang", "Kari Brondvang", "likely"),
        ("Kari Brandvan", "Kari Brondvan", "possible"),
        ("Kari Brandva", "Kari Brondva", "possible"),
        ("Kari Brandv", "Kari Brondv", ""),
        ("Kari Strandv", "Kari Strand", ""),
        ("Kari Strandvi", "Kari Strandv", "possible"),
        ("Kari Strandv", "Kari Strandi", "possible"),
        ("Kari Strandvangen", "Kari Strandvange", "possible"),
        ("Kari Jensen", "Kari Jennsenn", "likely"),
        ("Kari Olsen", "Kari Olssen", "likely"),
        ("Kari Moen", "Kari Moenn", "possible"),
    ],
)
def test_a_letter_counts_for_more_the_shorter_the_part_is(one, other, expected):
    assert likeness(spell(one), spell(other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tønseth", "Harald Tønseth", True),
        ("Tonseth", "Harald Tønseth", True),
        ("H. Tønseth", "Harald Tønseth", True),
        ("Harald", "Harald Tønseth", True),
        ("Kari Hansen", "Kari Berg Hansen", True),
        ("Kari Berg", "Kari Berg Hansen", True),
        ("Christian Vik", "Kristian Ås Vik", True),
        ("Kristin Strand", "Kirstin Strand", True),
        ("Anne Jensen", "Arne Jensen", False),
        ("Kari Hansen", "Kari Jansen", False),
        ("Marit Øy", "Marita Øy", False),
        ("Kari Hansen", "Kari Hansdatter", False),
        ("", "Kari Hansen", False),
        ("Gjest 1", "Gjest 1", False),
    ],
)
def test_what_may_be_one_person_is_wider(one, other, expected):
    assert may_be(spell(one), spell(other)) is expected
    assert may_be(spell(other), spell(one)) is expected


SAME_ORGANISATION = [
    ("Kystverket", "Kystverkett"),
    ("Kystverket", "Kysverket"),
    ("Coastal Institute", "Costal Institute"),
    ("Bufdir", "Budfir"),
    ("Helsedirektoratet", "Helsedirektorat"),
    ("Kartkontoret", "Kartkontoren"),
    ("Barne-, ungdoms- og familiedirektoratet", "Barne- ungdoms og familiedirektoratet"),
    ("Utdanningsdirektoratet", "Utdannings-direktoratet"),
    ("K.S.", "KS"),
    ("Statsforvaltaren i Oslo", "Statsforvalteren i Oslo"),
    ("Halden kommune", "Hadlen kommune"),
    ("Alfa institutt", "Alfa instituttet"),
]

TWO_ORGANISATIONS = [
    ("KS", "KV"),
    ("SSB", "SB"),
    ("HOD", "HDO"),
    ("Os kommune", "Ås kommune"),
    ("Hol kommune", "Hole kommune"),
    ("Bærum kommune", "Berum kommune"),
    ("Nord-Odal kommune", "Sør-Odal kommune"),
    ("Sande kommune", "Sandnes kommune"),
    ("Strand kommune", "Stranda kommune"),
    ("Rindal kommune", "Rendal kommune"),
    ("Kartverket", "Kystverket"),
    ("Bufdir", "Bufetat"),
    ("Kommunal- og moderniseringsdepartementet", "Kommunal- og distriktsdepartementet"),
    ("Helse Nord", "Helse Vest"),
    ("Region 1", "Region 2"),
    ("Mat", "Matt"),
    ("Hordaland fylke", "Nordaland fylke"),
    ("Havet", "Haven"),
    ("", "KS"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        *((*pair, True) for pair in SAME_ORGANISATION),
        *((*pair, False) for pair in TWO_ORGANISATIONS),
    ],
)
def test_which_names_may_be_one_organisation(one, other, expected):
    assert are_like_organisations(spell(one), spell(other)) is expected
    assert are_like_organisations(spell(other), spell(one)) is expected


def test_long_names_are_like_no_other():
    long = "Kari " + "å" * LONGEST

    assert likeness(spell(long), spell(long + "a")) == ""
    assert likeness(spell("Kari " * 9), spell("Kåri " * 9)) == ""
    assert not are_like_organisations(spell(long), spell(long))


NAMES = st.lists(
    st.sampled_from(["Kari", "Kåri", "K.", "Kristin", "Kirstin", "Kristine", "Strand", "Straand", "Valseth", "Valset", "Brændvang", "Brendvang", "Ås", "As", "Christian", "Kristian", "Nilsen", "Nielsen", "-", "og", "1"]),
    max_size=4,
).map(" ".join)  # fmt: skip


@given(NAMES | st.text(max_size=20), NAMES | st.text(max_size=20))
def test_names_that_are_alike_share_a_key(one, other):
    first, second = spell(one), spell(other)

    assert likeness(first, second) == likeness(second, first)
    if likeness(first, second):
        assert set(keys(first)) & set(keys(second))
        assert may_be(first, second) or likeness(first, second) == "same"
    if are_like_organisations(first, second):
        assert set(keys_of_organisation(first)) & set(keys_of_organisation(second))


@pytest.mark.parametrize(("one", "other"), [*LIKELY, *POSSIBLE])
def test_every_pair_of_people_above_shares_a_key(one, other):
    assert set(keys(spell(one))) & set(keys(spell(other)))


@pytest.mark.parametrize(("one", "other"), SAME_ORGANISATION)
def test_every_pair_of_organisations_above_shares_a_key(one, other):
    assert set(keys_of_organisation(spell(one))) & set(keys_of_organisation(spell(other)))
