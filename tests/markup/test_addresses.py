"""What links may lead to, what references name, and where pictures lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.markup.addresses import asset_path, reference_target, safe_address


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://www.ssb.no", "https://www.ssb.no"),
        ("HTTP://WWW.SSB.NO/A", "http://www.ssb.no/A"),
        ("https://a.no:8080/b?c=d#e", "https://a.no:8080/b?c=d#e"),
        ("https://a.no/blåbær%20og%zz", "https://a.no/bl%C3%A5b%C3%A6r%20og%25zz"),
        ('https://a.no/"<x>\\', "https://a.no/%22%3Cx%3E%5C"),
        ("https://blåbær.no", "https://xn--blbr-roah.no"),
        ("mailto:a.b@c.no?subject=Hei", "mailto:a.b@c.no?subject=Hei"),
    ],
)
def test_addresses_are_written_in_ascii(href, expected):
    assert safe_address(href) == expected


@pytest.mark.parametrize(
    "href",
    ["", "a", "a:b", "https://", "https:///a", "https://a b", "https://a\n.no", "https://a\u00a0.no", "https://[::1]/", "https://a:b/",
     "https://a:123456", "https://u@a.no", "https://u:p@a.no/", "https://a..no", "https://" + "ø" * 64 + ".no", "https://" + "a." * 200 + "no",
     "https://a.no/" + "x" * 2000, "mailto:", "mailto:a", "mailto:a@b", "mailto:a@b.no,c@d.no", "javascript:https://a.no", "https://a.no\ue0000\ue001"],
)  # fmt: skip
def test_what_is_no_address_is_refused(href):
    assert safe_address(href) == ""


@given(st.text() | st.text().map("https://{}".format) | st.text().map("mailto:{}".format))
def test_an_address_is_always_visible_ascii_of_an_allowed_scheme_and_stays_what_it_is(href):
    address = safe_address(href)

    assert address == "" or address.startswith(("https://", "http://", "mailto:"))
    assert address.isascii()
    assert not any(character <= " " or character in '<>"\\' for character in address)
    assert safe_address(address) == address


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("meeting:2017-03-15", "meeting:2017-03-15"),
        ("ITEM:2/A", "item:2/A"),
        ("meeting:", ""),
        ("meeting", ""),
        ("møte:1", ""),
        ("meeting:a b", ""),
        ("meeting:a\u202e", ""),
        ("meeting:" + "x" * 2000, ""),
    ],
)
def test_a_reference_has_a_known_scheme_and_a_visible_name(href, expected):
    assert reference_target(href) == expected


BASE = "meetings/kart/2021/2021-03-01.md"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("2021-03-01-kart.png", "meetings/kart/2021/2021-03-01-kart.png"),
        ("./a/../b.png", "meetings/kart/2021/b.png"),
        ("../../felles/b.png", "meetings/felles/b.png"),
        ("eit%20kart.png", "meetings/kart/2021/eit kart.png"),
        ("kart%C3%B8.png", "meetings/kart/2021/kartø.png"),
    ],
)
def test_a_picture_is_found_from_its_file(href, expected):
    assert asset_path(href, BASE) == expected


@pytest.mark.parametrize(
    "href",
    ["", "/a.png", "//a/b.png", "C:\\a.png", "C:a.png", "a\\b.png", "https://a.no/b.png", "data:image/png;base64,x", "file:a.png",
     "../../../../a.png", "../../..", "a.png:x", "%2e%2e/a.png", "a%2Fb.png", "a%5cb.png", "%252e", "a%00.png", "a%zz.png", "a%ff.png", "a\x00.png",
     "a\n.png", "%0a.png", "x" * 2001],
)  # fmt: skip
def test_a_picture_cannot_lie_elsewhere(href):
    assert asset_path(href, BASE) == (
        "meetings/kart" if href == ".." else "meetings/kart/2021" if href == "." else ""
    )


def test_a_picture_beside_a_file_at_the_top_of_the_tree():
    assert asset_path("a.png", "b.md") == "a.png"
    assert asset_path("../a.png", "b.md") == ""


@given(st.text(alphabet="./\\%2eE5cCaA:é ") | st.text(), st.sampled_from([BASE, "a.md"]))
def test_no_path_leads_out_of_the_tree(href, base):
    parts = asset_path(href, base).split("/")

    assert ".." not in parts
    assert "." not in parts
    assert parts == [""] or "" not in parts
