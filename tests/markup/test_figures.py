"""Paragraphs that are images."""

import pytest

from arsrapport.document.nodes import Figure, Paragraph, Text


def test_a_paragraph_that_is_one_image_is_a_figure(read):
    assert read("![Eit *kart* &\nfjell](2021-kart.png 'tittel') <!-- hei -->\n") == (
        Figure("meetings/kart/2021/2021-kart.png", "Eit kart & fjell"),
    )


def test_two_images_may_stand_on_lines_of_their_own(read):
    assert [figure.asset for figure in read("![A](b.png)\n![C](d.png)\n")] == [
        "meetings/kart/2021/b.png",
        "meetings/kart/2021/d.png",
    ]


def test_a_figure_knows_its_place(parse):
    (figure,), _ = parse("\n Figur a: B\n ![C](d.png)\n")

    assert (type(figure), figure.place.line, figure.place.column) == (Figure, 3, 2)


@pytest.mark.parametrize("alt", ["", " ", "<!-- kart -->"])
def test_an_image_without_alternative_text_is_told(alt, faults):
    assert faults(f"\n  ![{alt}](kart.png)\n") == [("AR408", 2, 3, {})]


@pytest.mark.parametrize("alt", ["Kart over landet", "kart  over landet.", "kart-1.png", "KART-1"])
def test_alternative_text_that_only_repeats_is_told(alt, faults):
    text = f"Figur a: *Kart* over landet\n\n![{alt}](kart-1.png)\n"

    assert faults(text) == [("AR409", 3, 1, {})]


@pytest.mark.parametrize(
    "text",
    [
        "> ![A](a.png)",
        "- ![A](a.png)",
        "::: nb\n![A](a.png)\n:::",
        "# B\n\n![A](a.png)",
        "x[^1]\n\n[^1]: ![A](a.png)",
    ],
)
def test_a_figure_is_judged_wherever_it_stands(text, faults):
    assert [code for code, *_ in faults(text)] == ["AR409"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("../../../../a.png", "../../../../a.png"),
        ("https://a.no/b.png", "https://a.no/b.png"),
        ("a\\b.png", "a\\b.png"),
    ],
)
def test_a_picture_that_lies_elsewhere_is_told_and_left_out(path, shown, faults, parse):
    text = f"ein\n\n![Eit kart]({path})\n"

    assert faults(text) == [("AR414", 3, 1, {"path": shown})]
    assert [type(block) for block in parse(text)[0]] == [Paragraph]


def test_a_caption_alone_is_a_paragraph(read):
    assert read("Figur a: B\n") == (Paragraph((Text("Figur a: B"),)),)
