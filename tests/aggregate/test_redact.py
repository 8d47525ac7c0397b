"""What redact leaves of actions: neither their withheld words nor what became of them."""

import pytest

import generated
from arsrapport.aggregate.publish import publish
from arsrapport.load.project import load
from arsrapport.source.tree import MemoryTree

MEETING = "meetings/kart/2021/2021-01-01.md"
LOG = """\
- date: 2021-02-01
  follow_up:
    - {action: t1, status: done, note: HEMMELEG}
    - {action: [K9, T1], to: 3, note: HEMMELEG}
    - {action: K8, to: [T1, K9], note: HEMMELEG}
    - {action: K8, to: 2, note: Ope.}
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
    return publish(archive, "public").committees[0]


def told(entries):
    return [(entry.actions, entry.to, entry.note) for entry in entries]


WITHHELD = ("title: Farleier\n", "title: x\n    withheld: {basis: offl. § 13}\n")
INTERNAL = ("> **Tiltak T1.**", "::: internal\n\n> **Tiltak T1.**")
INTERNAL_END = ("## Sak 3", ":::\n\n## Sak 3")


@pytest.mark.parametrize("changes", [[WITHHELD], [INTERNAL, INTERNAL_END]])
def test_what_became_of_a_withheld_action_goes_with_it(changes):
    assert told(committee_of(*changes).follow_up) == [
        (("K9",), ("3",), ""),
        (("K8",), ("K9",), ""),
        (("K8",), ("2",), "Ope."),
    ]


def test_a_meeting_tells_nothing_of_a_withheld_action_either():
    entries = "follow_up:\n  - {action: T1, note: HEMMELEG}\n  - {action: K7}\nagenda:\n"
    (meeting,) = committee_of(WITHHELD, ("agenda:\n", entries)).meetings

    assert told(meeting.follow_up) == [(("K7",), (), "")]


def test_what_became_of_a_public_action_stands():
    assert len(committee_of().follow_up) == 4
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


# --- what other parts of the minutes tell of it ---------------------------------------------

OLD = """\
---
date: 2021-02-01
agenda:
  - title: x
    withheld: {basis: offl. § 13}
  - title: Open
  - {title: y, number: none, withheld: {basis: offl. § 13}}
---

## Sak 1

> **Vedtak V1.** HEMMELEG

[^a]: HEMMELEG

## Sak 2

Ope.[^a]

> **Vedtak V2.** Nytt.
> Erstattar: v1, V0

> **Vedtak V3.** Nyare.
> Erstattar: V1

## y

HEMMELEG
"""


def redacted(text):
    files = {"arsrapport.yaml": b"", "meetings/kart/2021/2021-02-01.md": text.encode()}
    archive, diagnostics = load(MemoryTree(files))
    assert diagnostics == ()
    (meeting,) = publish(archive, "public").committees[0].meetings
    return meeting


def test_no_decision_tells_that_it_supersedes_a_withheld_one():
    item = redacted(OLD).items[1]
    printed = str(item.body)

    assert [outcome.supersedes for outcome in item.outcomes] == [("V0",), ()]
    assert "V1" not in printed
    assert "v1" not in printed
    assert printed.count("Erstattar") == 1


def test_a_footnote_is_withheld_where_its_text_stands():
    assert "HEMMELEG" not in str(redacted(OLD))
    assert "Footnote" not in str(redacted(OLD).items[1].body)


@pytest.mark.parametrize(
    "hidden", ["::: internal\n\n[^a]: HEMMELEG\n\n:::", ":::: internal\n\n::: nb\n\n[^a]: HEMMELEG\n\n:::\n\n::::"]
)  # fmt: skip
def test_a_footnote_whose_text_stands_in_a_passage_goes_with_it(hidden):
    text = OLD.replace("[^a]: HEMMELEG", "x").replace("Ope.[^a]", f"Ope.[^a] Meir.\n\n{hidden}")
    printed = str(redacted(text).items[1].body)

    assert "HEMMELEG" not in printed
    assert "Footnote" not in printed
    assert "Meir." in printed


def test_a_footnote_of_a_public_item_stands():
    text = OLD.replace("[^a]: HEMMELEG\n", "").replace("Ope.[^a]", "Ope.[^a]\n\n[^a]: Merknad.")

    assert "Merknad." in str(redacted(text).items[1].body)


def test_a_sub_item_is_withheld_with_the_one_above_it():
    items = redacted("""\
---
date: 2021-02-01
agenda:
  - {title: x, number: 4, withheld: {basis: offl. § 13}}
  - {title: HEMMELEG, number: 4.1}
  - {title: HEMMELEG, number: 4.1.2}
  - {title: Open, number: 40.1}
---

## Sak 4.1

HEMMELEG

## Sak 4.1.2

HEMMELEG

## Sak 40.1

Ope.
""").items

    assert "HEMMELEG" not in str(items)
    assert [(item.number, item.withheld and item.withheld.basis) for item in items] == [
        ("4", "offl. § 13"),
        ("4.1", "offl. § 13"),
        ("4.1.2", "offl. § 13"),
        ("40.1", None),
    ]


# --- what would tie something public to a withheld item ---------------------------------------

WHO = """\
name: Sjøkartutvalet
organisations:
  - {name: Alfa, seats: 1}
members:
  - {name: Ragna Ås}
"""
TIES = """\
---
date: 2021-02-01
present:
  - {name: HEMMELEG Nord, organisation: Gamma, items: 3}
  - {name: HEMMELEG Aust, items: [2, 3-4]}
  - {name: Siv Øy, items: [1, 3]}
  - {name: Liv By, items: 1-3}
  - {name: Ragna Ås, items: 3}
  - {name: Bo Li, organisation: Alfa, items: 3}
  - {name: Per Å, organisation: Gamma, for: Ragna Ås, items: 3}
  - Tor Eik
agenda:
  - title: Open
  - {title: x, withheld: {basis: offl. § 13}, continues: 2021-01-01/1}
  - {title: x, withheld: {basis: offl. § 13}}
  - {title: x, withheld: {basis: offl. § 13}}
  - {title: Vidare, continues: [3, 2021-01-01/1]}
---
"""


def tied():
    files = {
        "arsrapport.yaml": b"",
        "meetings/kart/committee.yaml": WHO.encode(),
        "meetings/kart/2021/2021-02-01.md": TIES.encode(),
    }
    archive, diagnostics = load(MemoryTree(files))
    assert diagnostics == ()
    (meeting,) = publish(archive, "public").committees[0].meetings
    return meeting


def test_guests_of_withheld_items_alone_are_on_no_list():
    assert [(one.name, one.items) for one in tied().present] == [
        ("Siv Øy", ("1",)),
        ("Liv By", ("1-3",)),
        ("Ragna Ås", ("3",)),
        ("Bo Li", ("3",)),
        ("Per Å", ("3",)),
        ("Tor Eik", ()),
    ]


def test_no_case_leads_to_a_withheld_item_or_on_from_it():
    assert [item.continues for item in tied().items] == [(), (), (), (), ("2021-01-01/1",)]


# --- addresses that are defined in what is withheld -------------------------------------------

ADDRESS = "[d]: https://example.org/HEMMELEG\n"


@pytest.mark.parametrize(
    "words", ["Sjå [**note**n][d].", "### Sjå [noten][d]\n\nx", "- [Noten][d]\n"]
)
@pytest.mark.parametrize("address", [ADDRESS, "[d]: meeting:HEMMELEG\n"])
def test_of_a_link_whose_address_is_withheld_the_words_stay(words, address):
    in_section = OLD.replace("[^a]: HEMMELEG\n", address).replace("Ope.[^a]", words)
    passage = f"{words}\n\n::: internal\n\n{address}\n:::\n"
    in_passage = OLD.replace("[^a]: HEMMELEG\n", "").replace("Ope.[^a]", passage)

    for text in (in_section, in_passage):
        printed = str(redacted(text).items[1].body)
        assert "HEMMELEG" not in printed
        assert "note" in printed.casefold()


def test_an_address_that_is_defined_in_public_stands():
    text = OLD.replace("[^a]: HEMMELEG\n", "").replace(
        "Ope.[^a]", "[noten][d]\n\n[d]: https://a.no"
    )

    assert "https://a.no" in str(redacted(text).items[1].body)
