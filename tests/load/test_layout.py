import pytest

from arsrapport.load.layout import CommitteeFiles, belongs_to, meeting_id, sort_files


def test_each_file_is_known_by_its_path():
    files = sort_files(
        [
            "arsrapport.yaml",
            "chapters/mandate.md",
            "meetings/register.yaml",
            "meetings/kart/committee.yaml",
            "meetings/kart/follow-up.yaml",
            "meetings/kart/agreement.md",
            "meetings/kart/2018/2018-04-19b.md",
            "meetings/kart/2018/2018-04-19.md",
            "meetings/kart/2018/2018-04-19-kart.png",
            "meetings/kart/2018/2018-04-19b-notat.md",
            "meetings/kart/2018/report/report.yaml",
            "meetings/kart/2018/report/cases/01.md",
            "meetings/kart/2019/report/foreword.md",
            "meetings/veg/2018/2018-01-02.md",
        ]
    )

    assert list(files) == ["kart", "veg"]
    kart = files["kart"]
    assert (kart.committee, kart.follow_up) == (
        "meetings/kart/committee.yaml",
        "meetings/kart/follow-up.yaml",
    )
    assert kart.meetings == [
        "meetings/kart/2018/2018-04-19.md",
        "meetings/kart/2018/2018-04-19b.md",
    ]
    assert kart.plans == {"2018": "meetings/kart/2018/report/report.yaml", "2019": ""}
    assert kart.strays == []
    assert files["veg"].is_committee


@pytest.mark.parametrize("folder", ["", "2018/", "2018/report/"])
def test_what_word_lays_beside_an_open_file_is_nothing(folder):
    assert sort_files([f"meetings/kart/{folder}~$18-04-19-notat.docx"])["kart"] == CommitteeFiles()


@pytest.mark.parametrize(
    "name",
    [
        "2018-4-19.md",
        "2018-04-19bb.md",
        "2018-04-19B.md",
        "20180419.md",
        "notat.md",
        "2019-04-19.md",
        "2018-04-19 kopi.md",
        "2018-04-19.kopi.md",
    ],
)
def test_markdown_with_another_name_beside_the_meetings_is_a_stray(name):
    files = sort_files([f"meetings/kart/2018/{name}"])["kart"]

    assert (files.meetings, files.strays) == ([], [f"meetings/kart/2018/{name}"])
    assert not files.is_committee


@pytest.mark.parametrize(
    "path",
    [
        "meetings/kart/2018/2018-04-19-notat.md",
        "meetings/kart/notat.md",
        "meetings/notat.md",
    ],
)
def test_other_files_are_nobodys_business(path):
    assert all(not files.strays and not files.is_committee for files in sort_files([path]).values())


@pytest.mark.parametrize(
    "name",
    [
        "2018/bilete.png",
        "2018/kart/notat.md",
        "2018/2018-04-19.md.txt",
        "2018/2018-04-19.MD",
        "2018/rapport/report.yaml",
        "2018-04-19.md",
        "19.04.2018.md",
        "committee.yml",
        "Møte 2018/2018-04-19.md",
    ],
)
def test_what_was_meant_to_be_read_and_is_not_is_a_stray(name):
    (files,) = sort_files([f"meetings/kart/{name}"]).values()

    assert files.strays == [f"meetings/kart/{name}"]


def test_a_meeting_is_known_by_its_file():
    assert meeting_id("meetings/kart/2018/2018-04-19b.md") == "2018-04-19b"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/2018-04-19b-notat.md", True), ("a/2018-04-19-notat.md", True), ("a/2018-04-19c-notat.md", False),
        ("a/2018-04-20-notat.md", False), ("b/2018-04-19b-notat.md", False), ("a/2018-04-19b.md", False),
        ("a/x/2018-04-19b-notat.md", False), ("a/../a/2018-04-19b-notat.md", False),
    ],
)  # fmt: skip
def test_what_belongs_to_a_meeting_lies_beside_it_and_begins_with_its_date(path, expected):
    assert belongs_to("a/2018-04-19b.md", path) is expected
