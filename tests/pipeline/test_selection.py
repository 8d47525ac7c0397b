"""Selection: the findings that somebody asked for, and no others."""

import pytest

from arsrapport.diagnostics import fault
from arsrapport.pipeline.selection import chosen, within
from arsrapport.source.place import Place

FILES = ("arsrapport.yaml", "meetings/kart/2021/2021-01-01.md", "meetings/kart2/2021/2021-01-01.md")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((), FILES),
        (("meetings",), FILES[1:]),
        (("meetings/kart",), FILES[1:2]),
        (("meetings/kart/",), FILES[1:2]),
        (("meetings/kart/2021/2021-01-01.md", "arsrapport.yaml"), FILES[:2]),
        (("meetings/kart/2021/2021-01-0",), ()),
        (("meetings/kar",), ()),
    ],
)
def test_a_file_is_asked_about_by_its_name_or_by_its_folder_s(paths, expected):
    assert tuple(filter(within(paths), FILES)) == expected


@pytest.mark.parametrize(
    ("select", "ignore", "paths", "expected"),
    [
        ((), (), (), ["AR103", "AR203", "AR204"]),
        (("AR1", "AR204"), (), (), ["AR103", "AR204"]),
        (("ar2",), ("AR203",), (), ["AR204"]),
        ((), ("AR",), (), []),
        (("AR2",), (), FILES[:1], ["AR204"]),
    ],
)
def test_codes_and_places_must_both_be_asked_for(select, ignore, paths, expected):
    found = [
        fault("AR103", Place(FILES[1])),
        fault("AR203", Place(FILES[2]), name="x"),
        fault("AR204", Place(FILES[0]), name="x", reason="device"),
    ]

    assert [each.code for each in chosen(found, select, ignore, paths)] == expected
