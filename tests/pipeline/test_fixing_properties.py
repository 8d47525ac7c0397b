"""Whatever a sound file looks like, and wherever a fault is put: --fix gives the file back.

The file is one of `generated`, with texts in quotes and comments between its lines; with lines that
end in any way, and a byte-order mark or none. Where only the code of the fault is asked about, what
else could be mended must stay, byte for byte.
"""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

import generated
from arsrapport.pipeline.check import Checking
from arsrapport.pipeline.fixing import fix_project
from arsrapport.source.tree import MemoryTree

PATH = "meetings/kart/2021/2021-01-01.md"
MARK = "\ufeff"
END = re.compile("\r\n|\r|\n")
ENDS = [["\n"], ["\r\n"], ["\n", "\r\n"], ["\n", "\r\n", "\r"]]

LANGUAGES = st.sampled_from(["nn", "nb", "en"])
RANDOM = st.randoms(use_true_random=True)

WRONG = {
    "date: 2021-01-01": (
        "AR112",
        ["date: 1.1.2021", "date: 1. januar 2021", "date: 2021.1.1", "date: 1/1-2021"],
    ),
    "date: 2021-01-08}": (
        "AR112",
        ["date: 8.1.2021}", "date: 8 January 2021}", "date: 2021/01/08}"],
    ),
    '"Led 3: sør"': ("AR115", ["Led 3: sør"]),
    '"Notat: B"': ("AR115", ["Notat: B"]),
    '"Tabell #3"': ("AR114", ["Tabell #3"]),
    '"Kart # 4"': ("AR114", ["Kart # 4"]),
    " 1. Djupner ved kysten 1": (
        "AR405",
        [" 1. Djup", " 1. Djupner ved kysten 2", " 1. djupner ved kysten 1"],
    ),
    r"\n## \w+ 3\n": ("AR402", []),
    r"\n## \w+ 4\n": ("AR402", []),
}
"""What stands in the sound file, the code of what is put in its place, and what that may be.

Of a section, which has only a heading, nothing is left.
"""


def sound(language):
    """A sound file whose texts need their quotes; two items have nothing under them."""
    words = generated.WORDS[language]
    text = generated.committee(language, 1)[PATH].decode()
    for old, new in (
        (words["first"], "Djupner ved kysten"),
        (f"title: {words['second']}", 'title: "Led 3: sør"'),
        (f"title: {words['other']}", 'title: "Tabell #3"'),
        ("papers: [A, B]", 'papers: [A, "Notat: B"]\n    listed_as: "Kart # 4"'),
        (f"## {words['item']} 3\n\n{words['text']}\n\n", ""),
        (f"## {words['item']} 4\n\n{words['text']}\n\n", ""),
        (
            f"[^1]: {words['text']}\n",
            f"[^1]: {words['text']}\n\n## {words['item']} 3\n\n## {words['item']} 4\n",
        ),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


def with_comments(text, random):
    """A file with comments at random: in front matter behind lines and on their own."""
    front, body = text[4:].split("---\n", 1)
    lines = [
        f"{line}  # dato: 2.2.2022" if random.random() < 0.2 else line
        for line in front.split("\n")[:-1]
    ]
    for _ in range(random.randrange(6)):
        lines.insert(
            random.randrange(len(lines) + 1), " " * random.randrange(7) + "# - title: A: b #3"
        )
    body = re.sub(
        r"^## (?!\w+ [34]$)",
        lambda mark: ("<!-- ## Sak 9 -->\n\n" if random.random() < 0.3 else "") + mark[0],
        body,
        flags=re.MULTILINE,
    )
    return "\n".join(["---", *lines, "---", body])


def with_ends(text, random):
    """A file with line ends and a mark, or none, at random; a lone CR stands before no LF."""
    ends, written = random.choice(ENDS), random.choice(["", MARK])
    *lines, last = text.split("\n")
    for line in lines:
        end = random.choice(ends)
        is_other = not line and end == "\n" and written.endswith("\r")
        written += line + ("\r\n" if is_other else end)
    return written + last


def fixed(text, language, *codes):
    files = {**generated.committee(language, 1), PATH: text.encode()}
    done = fix_project(MemoryTree(files), Checking(select=codes))
    assert {change.path for change in done.changes} <= {PATH}
    return done, next((change.after.decode() for change in done.changes), text)


def with_faults(text, random, number):
    """A file in which so many things are wrong, and the codes of them."""
    codes = []
    for right in random.sample(sorted(WRONG), number):
        code, others = WRONG[right]
        codes.append(code)
        if others:
            assert text.count(right) == 1 or code == "AR112"
            text = text.replace(right, random.choice(others), 1)
        else:
            text, gone = re.subn(right, "", text)
            assert gone == 1
    return text, codes


@settings(max_examples=100)
@given(RANDOM, LANGUAGES)
def test_a_fault_that_is_put_in_is_mended_and_nothing_else_is_touched(random, language):
    right = with_comments(sound(language), random)
    wrong, (code,) = with_faults(right, random, 1)
    written = with_ends(wrong, random)

    done, after = fixed(written, language, code)

    assert done.repaired == {PATH: 1}
    assert END.sub("\n", after.removeprefix(MARK)) == right
    assert after.startswith(MARK) == written.startswith(MARK)
    if code != "AR402":
        assert END.findall(after) == END.findall(written)
    assert fixed(after, language, code)[0].changes == ()


@settings(max_examples=100)
@given(RANDOM, LANGUAGES, st.integers(0, len(WRONG)))
def test_whatever_is_wrong_at_once_one_run_mends_and_a_second_finds_nothing(
    random, language, number
):
    right = with_comments(sound(language), random)
    wrong, _ = with_faults(right, random, number)

    done, after = fixed(with_ends(wrong, random), language, "AR1", "AR4")

    assert END.sub("\n", after) == right
    assert len(set(END.findall(after))) == 1
    assert not any(diagnostic.edits for diagnostic in done.after.diagnostics)
    assert fixed(after, language, "AR1", "AR4")[0].changes == ()


FRAGMENTS = [
    *"'\"[]{}\\|>,?%*\t\n\r\x0b\ufeff",
    *[": ", " #", " # ", " #3", "- ", "&x ", "*y", "!z ", "## ", "  ", "\n\n", "\r\n", "[^1]"],
    *[
        "1.2.2021",
        "25. april 2019",
        "---\n",
        "```\n",
        "<!-- ",
        "-->",
        "::: nb\n",
        "## Sak 2\n",
        "Sak 2. Djup",
    ],
    *["  - title: A: b\n", "title: C #4\n", "    papers: [D: e, F #2]\n"],
]


@settings(max_examples=150)
@given(RANDOM, LANGUAGES, st.integers(1, 8))
def test_whatever_a_file_holds_a_second_run_finds_nothing_to_mend(random, language, number):
    text = sound(language)
    for _ in range(number):
        at = random.randrange(len(text))
        text = text[:at] + random.choice(FRAGMENTS) + text[at + random.randrange(3) :]

    done, after = fixed(text, language)

    assert not any(diagnostic.edits for diagnostic in done.after.diagnostics)
    assert fixed(after, language)[0].changes == ()


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_whatever_the_bytes_nothing_breaks(data):
    files = {**generated.committee("nn", 1), PATH: data}

    done = fix_project(MemoryTree(files), Checking())

    again = MemoryTree({**files, **{change.path: change.after for change in done.changes}})
    assert fix_project(again, Checking()).changes == ()
