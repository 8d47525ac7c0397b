"""Whatever names, lists and items a project has: no crash, and every finding is where it says."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

PEOPLE = st.sampled_from(["Kari Ås", "Kari Aas", "K. Ås", "Kristin Strand", "Kirstin Strand", "Kristin Bo Strand"])  # fmt: skip
ODD = st.sampled_from(["Alfa", "Sjøkartverket", "Sjøkartveket", "Ås", "\u0301", "a (b) (c)", "()", "1 2"])  # fmt: skip
ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp"]),
    min_size=1,
    max_size=12,
).filter(str.strip)
NAMES = PEOPLE | PEOPLE | PEOPLE | ODD | ANY
ORGANISATIONS = st.sampled_from(["", "", "", " (Alfa)", " (Beta)", " (sak 1)", " (Alfa, leiar)", " (Sjøkartveket)", " (på Teams"])  # fmt: skip
TEXTS = st.tuples(NAMES, ORGANISATIONS).map("".join)
ITEMS = st.lists(st.sampled_from(["1", "2", "1-2", "2-1", "1", "4.1"]), max_size=2)
ENTRIES = TEXTS | st.fixed_dictionaries(
    {"name": TEXTS},
    optional={
        "organisation": NAMES,
        "items": ITEMS,
        "except": ITEMS,
        "for": TEXTS,
        "note": st.sampled_from(["digitalt", "til kl. 12", "x"]),
    },
)
DAYS = st.sampled_from(["2021-03-01", "2021-03-02", "0001-01-01", "9999-12-31"])
MEETINGS = st.fixed_dictionaries(
    {
        "agenda": st.lists(
            st.fixed_dictionaries(
                {"title": st.just("Djupner")},
                optional={"presenter": TEXTS | st.lists(TEXTS, max_size=3), "number": st.sampled_from(["none", "4.1"])},
            ),
            max_size=3,
        )
    },
    optional={
        "present": st.lists(ENTRIES, max_size=6),
        "apologies": st.lists(ENTRIES, max_size=4),
        "chair": TEXTS | st.lists(TEXTS, max_size=2),
        "minutes": st.fixed_dictionaries({"by": TEXTS}),
    },
)  # fmt: skip
COMMITTEES = st.fixed_dictionaries(
    {"name": st.just("Kart")},
    optional={
        "organisations": st.lists(
            st.fixed_dictionaries(
                {"name": st.sampled_from(["Alfa", "Sjøkartverket"])},
                optional={"seats": st.sampled_from(["0", "1", "2"]), "to": DAYS},
            ),
            max_size=3,
        ),
        "members": st.lists(
            st.fixed_dictionaries(
                {"name": NAMES},
                optional={
                    "organisation": st.sampled_from(["Alfa", "Sjøkartverket"]),
                    "role": st.sampled_from(["member", "deputy", "secretary"]),
                    "from": DAYS,
                },
            ),
            max_size=4,
        ),
    },
)
REGISTERS = st.fixed_dictionaries(
    {},
    optional={
        "people": st.lists(
            st.fixed_dictionaries({"name": NAMES}, optional={"aliases": st.lists(NAMES, max_size=2)}),
            max_size=3,
        ),
        "organisations": st.lists(st.fixed_dictionaries({"name": NAMES}), max_size=2),
    },
)  # fmt: skip


def front_matter(meeting, day):
    body = "".join(f"{key}: {as_yaml(value)}\n" for key, value in meeting.items())
    return f"---\ndate: {day}\n{body}---\n"


def as_yaml(value):
    return json.dumps(value, ensure_ascii=False)


@settings(max_examples=150)
@given(st.lists(MEETINGS, min_size=1, max_size=3), COMMITTEES, REGISTERS)
def test_no_names_lists_or_items_crash_a_rule_and_what_is_told_is_there(
    meetings, committee, register
):
    texts = {
        f"meetings/kart/2021/2021-03-0{n}.md": front_matter(meeting, f"2021-03-0{n}")
        for n, meeting in enumerate(meetings, 1)
    }
    texts |= {
        "arsrapport.yaml": "",
        "meetings/kart/committee.yaml": as_yaml(committee),
        "meetings/register.yaml": as_yaml(register),
    }
    tree = MemoryTree({path: text.encode() for path, text in texts.items()})

    for found in check_project(tree, Checking(select=("AR3",))).diagnostics:
        place = found.place
        line = texts[place.path].split("\n")[place.line - 1]
        assert place.end_line == place.line
        assert line[place.column - 1 : place.end_column - 1].strip()
