"""A new project: what it holds, that it is sound, and that any name survives it."""

import errno
import os
import re
import unicodedata
from datetime import date

import pytest
import yaml
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from arsrapport.language.catalogue import label
from arsrapport.language.languages import LANGUAGES
from arsrapport.language.names import split_organisation
from arsrapport.load.project import load
from arsrapport.model.files import committee, meeting
from arsrapport.model.files.base import keys_of
from arsrapport.pipeline.answers import Answers
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.pipeline.new import create_project, new_project, yaml_text
from arsrapport.source.tree import MemoryTree

DAY = date(2027, 3, 5)


def answers(name="Utvalet for sjøkart", language="nn", **others):
    return Answers(committee=name, language=language, first_meeting=DAY, **others)


def files_of(wanted):
    project, refused = new_project(wanted)
    assert refused == ()
    return dict(project.files)


def loaded(files):
    archive, diagnostics = load(MemoryTree(files))
    assert diagnostics == ()
    return archive


def sound(files, *besides):
    """Say whether check finds nothing besides some codes, and no fewer files than there are."""
    read = [path for path in files if path.startswith("meetings/") or path == "arsrapport.yaml"]
    tree = MemoryTree({path: files[path] for path in read})
    checked = check_project(tree, Checking(ignore=besides))
    return (checked.files, checked.diagnostics) == (len(read), ())


# --- what it holds --------------------------------------------------------------------------


def test_the_files_of_a_new_project():
    assert list(files_of(answers())) == [
        ".gitignore",
        "README.md",
        "meetings/utvalet-for-sjokart/committee.yaml",
        "meetings/utvalet-for-sjokart/2027/2027-03-05.md",
        "arsrapport.yaml",
    ]


def test_a_register_and_a_workflow_only_when_they_are_wanted():
    found = files_of(answers(members=("Bo Li (Alfa)", "Bo Li (Beta)"), github=True))

    assert set(found) - set(files_of(answers())) == {
        "meetings/register.yaml",
        ".github/workflows/report.yml",
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("members", [(), ("Åse Berg (Alfa)", "Bo Li (Alfa)", "Siv")])
def test_a_new_project_is_sound(language, members):
    files = files_of(answers(language=language, members=members, publisher="Alfa", github=True))

    assert sound(files)
    archive = loaded(files)
    (found,) = archive.committees
    (first,) = found.meetings
    assert (archive.publisher, archive.language) == ("Alfa", language)
    assert (first.status, first.counts, len(first.items)) == ("draft", True, 4)
    assert first.apologies == ()


def test_the_answers_stand_where_they_belong():
    files = files_of(answers(members=("Åse Berg (Alfa)", "Bo Li (alfa)", "Siv")))
    (found,) = loaded(files).committees
    (first,) = found.meetings

    assert (found.id, found.names) == ("utvalet-for-sjokart", (("", "Utvalet for sjøkart"),))
    assert [seat.organisation.name for seat in found.seats] == ["Alfa"]
    assert [(m.person.name, m.organisation and m.organisation.name) for m in found.mandates] == [
        ("Åse Berg", "Alfa"),
        ("Bo Li", "Alfa"),
        ("Siv", None),
    ]
    assert [p.name for p in first.present] == ["Åse Berg", "Bo Li", "Siv"]
    assert (first.chair, first.minutes_by, first.minutes_date) == (("Åse Berg",), ("Siv",), DAY)


def test_the_files_are_written_as_a_person_would():
    files = files_of(answers("Råd: kart", members=("Åse Berg (Alfa)", "No")))
    lines = files["meetings/rad-kart/committee.yaml"].decode().splitlines()

    assert 'name: "Råd: kart"' in lines
    assert "  - {name: Alfa}" in lines
    assert "  - {name: Åse Berg, organisation: Alfa}" in lines
    assert '  - {name: "No"}' in lines


def test_two_of_one_name_are_two_people():
    files = files_of(answers(members=("Bo Li (Alfa)", "Bo Li (Beta)")))
    (found,) = loaded(files).committees

    assert len({mandate.person for mandate in found.mandates}) == 2
    assert len({p.person for p in found.meetings[0].present}) == 2


def test_every_word_is_in_its_language():
    texts = {
        language: "\n".join(
            data.decode() for path, data in files_of(answers("X", language, github=True)).items()
        )
        for language in LANGUAGES
    }
    own = {  # words that only one of the three has
        "nn": {"ikkje", "frå", "eit", "kva", "saka", "blei", "dei", "møta"},
        "nb": {"ikke", "fra", "et", "hva", "saken", "ble", "de", "møtene"},
        "en": {"not", "from", "the", "what", "item", "was", "those", "meetings"},
    }
    for language, text in texts.items():
        words = set(re.findall(r"\w+", text.replace("meetings/", "")))
        assert own[language] <= words | {"møta", "møtene", "hva", "kva"}
        for other in set(LANGUAGES) - {language}:
            assert set() == words & own[other] - {"item", "from"}  # keys of the files


def test_a_name_is_only_text_in_the_readme():
    readme = files_of(answers("Råd *kart* <b> [x](y) $id"))["README.md"].decode()

    assert r"til Råd \*kart\* \<b\> \[x\](y) \$id. Kvart" in readme


# --- what is explained ----------------------------------------------------------------------


def models_of(module, *names):
    return [key for name in names for key in keys_of(getattr(module, name))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_and_each_word_of_a_meeting_is_explained(language):
    text = files_of(answers("X", language))["meetings/x/2027/2027-03-05.md"].decode()
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    keys = models_of(
        meeting, "MeetingFile", "Minutes", "Approved", "PresentPerson", "AgendaItem", "Withheld"
    ) + models_of(meeting, "FollowUpFile")
    words = "physical digital hybrid written planned draft for-comment approved information"
    words += " discussion decision approval follow-up any-other-business closing postponed"
    words += " withdrawn open done moved dropped none"

    assert len(keys) > 40
    assert [w for w in [*keys, *words.split()] if not re.search(rf"\b{w}\b", comments)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_of_the_other_files_is_explained(language):
    files = files_of(answers("X", language, members=("Bo (A)", "Bo (B)")))
    expected = {
        "arsrapport.yaml": models_of(committee, "ProjectFile"),
        "meetings/x/committee.yaml": models_of(
            committee, "CommitteeFile", "SeatFile", "MandateFile", "WorkingGroupFile"
        ),
        "meetings/register.yaml": models_of(
            committee, "RegisterFile", "OrganisationFile", "PersonFile"
        ),
    }
    for path, keys in expected.items():
        text = files[path].decode()
        assert keys
        assert [key for key in keys if not re.search(rf"\b{key}\b", text)] == [], path


EXAMPLES = {
    "meetings/x/2027/2027-03-05.md": (
        (
            r"number: 1/27|title: \w+(?: meeting)?|language: n[nb]|approved: \{.*\}|follow_up:"
            r"|  - \{action: .*\}|attachments: \[.*\]|next_meeting: [0-9-]+"
        ),
        8,
    ),
    "meetings/x/committee.yaml": (
        r"language: n[nb]|working_groups:|  - \{.*\}|quorum: half",
        4,
    ),
    "meetings/register.yaml": (r"organisations:|  - \{.*\}", 2),
    "arsrapport.yaml": (
        (
            r"check:|  ignore:|    - code: AR506|      path: meetings/|      reason: .*|  words:"
            r"|    (?:nn|nb|en):|      \w+: \w+"
        ),
        8,
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_in_a_comment_is_sound_without_its_sign(language):
    files = files_of(answers("X", language, members=("Bo (A)", "Bo (B)")))
    for path, (pattern, expected) in EXAMPLES.items():
        text, count = re.subn(f"^# ({pattern})$", r"\1", files[path].decode(), flags=re.MULTILINE)
        assert count == expected, path
        files[path] = text.encode()
    path = "meetings/x/2027/2027-03-05.md"
    text = files[path].decode()
    present = re.findall(r"^#   - (\{name: .*?\}) ", text, flags=re.MULTILINE)
    assert len(present) == 4
    lines = "".join(f"  - {entry}\n" for entry in present)
    files[path] = text.replace("\n# apologies:", f"{lines}\n# apologies:", 1).encode()
    (attachment,) = re.findall(r"^attachments: \[(.*)\]$", text, flags=re.MULTILINE)
    files[f"meetings/x/2027/{attachment}"] = b"# Notat\n"
    files[path] = files[path].replace(b"status: draft", b"status: approved")  # as `approved` says

    # The same person in several forms, one who stands in for somebody unknown, another language.
    assert sound(files, "AR306", "AR316", "AR80")
    (found,) = loaded(files).committees
    (first,) = found.meetings
    assert [len(found.working_groups), len(first.present), len(first.attachments)] == [1, 6, 1]
    assert [f.actions for f in first.follow_up] == [("T1",)]


# --- any name -------------------------------------------------------------------------------

NASTY = [
    "Råd: kart",
    "Råd #3 # x",
    '"Råd"',
    "'Råd'",
    'Råd\'s "x" \\n',
    "- Råd",
    "-",
    "---",
    "? x",
    "%YAML",
    "@x",
    "`x`",
    "!tag",
    "&a *b",
    "[a, b]",
    "{a: b}",
    "a, b",
    "~",
    "null",
    "No",
    "2027",
    "10:30",
    "\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}y",
    "\N{ZERO WIDTH NO-BREAK SPACE}x",
    "e\N{COMBINING ACUTE ACCENT}",
    "日本 🙂",
    "$id ${{ x }} {{ y }}",
    "<!-- x",
    "x (",
    "(x)",
    "x) (y",
    "a (b) (c)",
    "a\tb\n c",
    "|",
    "> x",
    "x:",
    "x" * 200,
]
visible = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"])
text = st.text(visible, min_size=1, max_size=20) | st.sampled_from(NASTY)
anything = st.text(max_size=5)


def one_line(written):
    return re.sub(r"[ \t\n]+", " ", written).strip()


@settings(max_examples=200)
@given(
    text | anything,
    text | anything,
    st.lists(text, max_size=4) | st.lists(anything, max_size=2),
    st.sampled_from(LANGUAGES),
)
@example("Råd: kart", "x # y", ["a (b) (c)", "x:", "- (-)", "(x)"], "nn")
def test_any_name_is_what_was_given_or_is_refused(name, publisher, members, language):
    wanted = answers(name, language, publisher=publisher, members=tuple(members))
    project, refused = new_project(wanted)

    event("refused" if project is None else "accepted")
    if project is None:
        assert {refusal.answer for refusal in refused} <= {name, publisher, *members}
        assert all(label(language, refusal.label, answer="x") for refusal in refused)
        assert refused
        return
    assert refused == ()
    files = dict(project.files)
    assert sound(files)
    archive = loaded(files)
    (found,) = archive.committees
    assert archive.publisher == one_line(publisher)
    assert found.names == (("", one_line(name)),)
    if members:
        parts = [split_organisation(one_line(member)) for member in members]
        assert [mandate.name for mandate in found.mandates] == [person for person, _ in parts]
        assert len({mandate.person for mandate in found.mandates}) == len(members)
        assert found.meetings[0].chair == (parts[0][0],)
        # A second opinion on the quotes, from a reader that does not take all for text.
        file = yaml.safe_load(files[f"meetings/{project.committee}/committee.yaml"])
        assert file["name"] == one_line(name)
        assert [(m["name"], m.get("organisation", "")) for m in file["members"]] == parts


@given(st.lists(text | anything, max_size=8))
def test_a_name_that_is_good_is_not_refused(members):
    _, refused = new_project(answers(members=tuple(members)))

    for refusal in refused:
        if refusal.label == "new_name_character":
            assert any(unicodedata.category(c) in {"Cc", "Cn", "Zl", "Zp"} for c in refusal.answer)
        elif refusal.label == "new_name_empty":
            assert not any(c.isalnum() for c in refusal.answer)
        else:
            assert refusal.label == "new_member_twice"


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (("Bo Li (Alfa)", "bo  li (Beta)"), []),
        (("Bo Li (Alfa)", "Bo Li (ALFA)"), ["Bo Li (ALFA)"]),
        (("Bo Li", "Bo Li (Alfa)"), ["Bo Li (Alfa)"]),
        (("Bo Li (Alfa)", "Bo Li"), ["Bo Li"]),
        (("Bo Li (Alfa)", "Bo Li (Beta)", "Bo Li (Beta)"), ["Bo Li (Beta)"]),
    ],
)
def test_somebody_is_named_once(members, expected):
    _, refused = new_project(answers(members=members))

    assert [refusal.answer for refusal in refused] == expected
    assert {refusal.label for refusal in refused} <= {"new_member_twice"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "new_name_empty"),
        (" \t\n", "new_name_empty"),
        ("\N{ZERO WIDTH SPACE}", "new_name_empty"),
        ("a\x0bb", "new_name_character"),
        ("a\udcff", "new_name_character"),
        ("x" * 201, "new_name_long"),
    ],
)
def test_what_cannot_be_a_name(name, expected):
    project, refused = new_project(answers(name))

    assert project is None
    assert [refusal.label for refusal in refused] == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kari Nordmann", "Kari Nordmann"),
        ("Åse-Marie Ås (KS) 2.", "Åse-Marie Ås (KS) 2."),
        ("x", "x"),
        ("x -", '"x -"'),
        ("Ja: nei", '"Ja: nei"'),
        ("a #b", '"a #b"'),
        ("-x", '"-x"'),
        ("O'Neil", '"O\'Neil"'),
        ('"x"', "'\"x\"'"),
        ("\"a\" 'b'", "'\"a\" ''b'''"),
        ("a\\n", "'a\\n'"),
        ("NO", '"NO"'),
        ("12", '"12"'),
        ("", ""),
    ],
)
def test_quotes_only_where_they_are_needed(name, expected):
    assert expected == yaml_text(name)


def test_a_committee_of_600_members():
    members = tuple(f"Medlem Nr{number} (Org {number % 40})" for number in range(600))
    (found,) = loaded(files_of(answers(members=members))).committees

    assert (len(found.mandates), len(found.seats)) == (600, 40)
    assert len(found.meetings[0].present) == 600


# --- writing it -----------------------------------------------------------------------------


def everything(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_it_is_written_whole(tmp_path):
    created = create_project(tmp_path / "a/b", answers())

    assert everything(tmp_path / "a/b") == sorted(created.project.files)
    assert (created.project.committee, created.project.meeting) == (
        "utvalet-for-sjokart",
        "meetings/utvalet-for-sjokart/2027/2027-03-05.md",
    )


def test_nothing_is_written_where_a_file_is_in_the_way(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "meetings").write_text("mine too")

    created = create_project(tmp_path, answers())

    assert (created.project, created.in_the_way) == (None, ("README.md", "meetings"))
    assert everything(tmp_path) == ["README.md", "meetings"]
    assert (tmp_path / "README.md").read_text() == "mine"


def test_other_files_stay(tmp_path):
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings/notat.txt").write_text("mine")

    assert create_project(tmp_path, answers()).project
    assert (tmp_path / "meetings/notat.txt").read_text() == "mine"


def test_a_disk_that_is_full_is_told_of_and_leaves_nothing(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    created = create_project(tmp_path / "new", answers())

    assert created.project is None
    assert [(d.code, d.arguments) for d in created.diagnostics] == [
        ("AR618", (("name", ".gitignore"), ("reason", "failed")))
    ]
    assert list(tmp_path.iterdir()) == []
