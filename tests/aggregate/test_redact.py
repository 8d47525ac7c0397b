"""What redact leaves of actions: neither their withheld words nor what became of them."""

import pytest

import generated
from arsrapport.aggregate.redact import redact
from arsrapport.load.project import load
from arsrapport.source.tree import MemoryTree

MEETING = "meetings/kart/2021/2021-01-01.md"
LOG = """\
- date: 2021-02-01
  follow_up:
    - {action: t1, status: done, note: HEMMELEG}
    - {action: [K9, T1], to: 3, note: HEMMELEG}
    - {action: K8, to: [T1, K9], note: Ope.}
"""


def committee_of(*changes, log=LOG):
    files = generated.committee("nn", 1)
    text = files[MEETING].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    files[MEETING] = text.encode()
    files["meetings/kart/follow-up.yaml"] = log.encode()
    archive, diagnostics = load(MemoryTree(files))
    assert diagnostics == ()
    return redact(archive).committees[0]


def told(entries):
    return [(entry.actions, entry.to, entry.note) for entry in entries]


WITHHELD = ("title: Farleier\n", "title: x\n    withheld: {basis: offl. § 13}\n")
INTERNAL = ("> **Tiltak T1.**", "::: internal\n\n> **Tiltak T1.**")
INTERNAL_END = ("## Sak 3", ":::\n\n## Sak 3")


@pytest.mark.parametrize("changes", [[WITHHELD], [INTERNAL, INTERNAL_END]])
def test_what_became_of_a_withheld_action_goes_with_it(changes):
    assert told(committee_of(*changes).follow_up) == [
        (("K9",), ("3",), ""),
        (("K8",), ("K9",), "Ope."),
    ]


def test_a_meeting_tells_nothing_of_a_withheld_action_either():
    entries = "follow_up:\n  - {action: T1, note: HEMMELEG}\n  - {action: K7}\nagenda:\n"
    (meeting,) = committee_of(WITHHELD, ("agenda:\n", entries)).meetings

    assert told(meeting.follow_up) == [(("K7",), (), "")]


def test_what_became_of_a_public_action_stands():
    assert len(committee_of().follow_up) == 3
    assert committee_of().follow_up[0].note == "HEMMELEG"


@pytest.mark.parametrize(
    "hidden",
    [
        "> ::: internal\n>\n> HEMMELEG\n>\n> :::\n>\n> Møtet",
        "> Ope.[^h]\n>\n> Møtet",
    ],
)
def test_an_internal_passage_within_an_action_is_gone_from_its_words_too(hidden):
    note = "\n[^h]: Ope.\n\n    ::: internal\n\n    HEMMELEG\n\n    :::\n"
    action = "> **Tiltak T1.** Møtet drøfta saka."
    (meeting,) = committee_of(
        (action, f"> **Tiltak T1.** A\n>\n{hidden} drøfta."),
        ("## Sak 3", f"{note if '[^h]' in hidden else ''}\n## Sak 3"),
        log="[]",
    ).meetings

    (outcome,) = meeting.items[1].outcomes
    assert "HEMMELEG" not in str(outcome.body)
    assert "drøfta." in str(outcome.body)
