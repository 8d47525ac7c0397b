"""The registry of codes. A code is stable: it is never reused for another fault.

AR1xx file and YAML, 2xx meeting, 3xx people and presence, 4xx agenda and body, 5xx decisions and
actions, 6xx report and references, 7xx privacy, 8xx language.
"""

from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """How severe a diagnostic is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


FOUND_BY_BUILD: Final[dict[str, Severity]] = {
    "AR101": Severity.ERROR,  # file cannot be read: {reason}
    "AR102": Severity.ERROR,  # not UTF-8 (byte {byte})
    "AR103": Severity.ERROR,  # front matter missing
    "AR104": Severity.ERROR,  # front matter never closed
    "AR105": Severity.ERROR,  # YAML syntax: {problem}
    "AR106": Severity.ERROR,  # tag, anchor or alias in YAML: {what}
    "AR107": Severity.ERROR,  # YAML too deep or too large: {limit}
    "AR108": Severity.ERROR,  # key twice: {key}, first in line {line}
    "AR109": Severity.ERROR,  # unknown key {key}; {nearest} may be empty
    "AR110": Severity.ERROR,  # wrong type: {expected}
    "AR111": Severity.ERROR,  # required key missing: {key}
    "AR112": Severity.ERROR,  # not a date (ISO form wanted): {value}; {iso} may be empty
    "AR113": Severity.ERROR,  # not one of {allowed}: {value}; {nearest} may be empty
    "AR114": Severity.ERROR,  # text cut by ` #`: {line}
    "AR115": Severity.ERROR,  # a colon made a mapping of a text: {line} is the line as it should be
    "AR116": Severity.ERROR,  # control character {character} in a text
    "AR201": Severity.ERROR,  # date {date} is not the file name's {name}
    "AR202": Severity.ERROR,  # the last day comes before the first
    "AR203": Severity.WARNING,  # a file in a year's folder that no rule reads: {name}
    "AR204": Severity.WARNING,  # {name} cannot be a file's or a folder's on Windows: {reason}
    "AR301": Severity.ERROR,  # unknown organisation {name}; {nearest} may be empty
    "AR302": Severity.ERROR,  # no such item: {number}
    "AR401": Severity.ERROR,  # section {heading} without an item in the agenda
    "AR402": Severity.ERROR,  # item {number} without a section
    "AR403": Severity.ERROR,  # heading {heading} of level 1 or 2 that is no item's
    "AR404": Severity.ERROR,  # section {heading} out of the agenda's order
    "AR405": Severity.ERROR,  # title in heading {heading} is not the agenda's {title}
    "AR406": Severity.ERROR,  # two items of number {number}
    "AR407": Severity.ERROR,  # heading level jumps from {before} to {after}
    "AR408": Severity.ERROR,  # image without alternative text
    "AR409": Severity.ERROR,  # alternative text equals the caption or the file name
    "AR410": Severity.ERROR,  # table without a header row
    "AR411": Severity.ERROR,  # footnote {label} without a text
    "AR412": Severity.WARNING,  # footnote {label} that nothing refers to
    "AR413": Severity.ERROR,  # link {target} that is neither http(s), mailto nor internal
    "AR414": Severity.ERROR,  # image {path} that is not in the project, or leads out of it
    "AR415": Severity.ERROR,  # passage {name} opened and never closed, or of an unknown name
    "AR416": Severity.ERROR,  # unknown language {value}
    "AR417": Severity.ERROR,  # two sections for item {number}
    "AR418": Severity.ERROR,  # Markdown nested too deep
    "AR419": Severity.ERROR,  # image {path} of a kind that cannot be set, or broken
    "AR420": Severity.ERROR,  # Markdown element {name} that has no place here
    "AR421": Severity.ERROR,  # heading without words
    "AR422": Severity.ERROR,  # {what} (caption | source | head) of more than {limit} characters
    "AR423": Severity.ERROR,  # table of more than {limit} columns
    "AR501": Severity.ERROR,  # two outcomes with the id {id}, first in {place}
    "AR502": Severity.ERROR,  # line {label} twice in one action
    "AR601": Severity.ERROR,  # reference to {target}, which is nowhere; {nearest} may be empty
    "AR602": Severity.ERROR,  # chapter {name} not found; {nearest} may be empty
    "AR603": Severity.ERROR,  # chapter: Jinja syntax: {problem}
    "AR604": Severity.ERROR,  # chapter: unknown name or attribute {name}; {nearest} may be empty
    "AR605": Severity.ERROR,  # chapter: unknown filter {name}; {nearest} may be empty
    "AR606": Severity.ERROR,  # chapter: construct {name} is not allowed
    "AR607": Severity.ERROR,  # chapter: more work than allowed
    "AR608": Severity.ERROR,  # chapter: noun {noun} unknown in {language}; {nearest} may be empty
    "AR609": Severity.ERROR,  # chapter: value of kind {kind} cannot stand here
    "AR610": Severity.ERROR,  # chapter without a title (`# …`)
    "AR611": Severity.ERROR,  # unknown committee {name}; {nearest} may be empty
    "AR612": Severity.ERROR,  # nothing in {period}; {other}, whose report has it, may be empty
    "AR613": Severity.ERROR,  # no meeting {name}; {nearest} may be empty
    "AR614": Severity.ERROR,  # character {character} that the fonts lack
    "AR615": Severity.ERROR,  # the PDF could not be set: {problem}
    "AR616": Severity.ERROR,  # two things carry the name {name}, first in {place}
    "AR617": Severity.ERROR,  # no project: arsrapport.yaml is in no folder from here up
    "AR618": Severity.ERROR,  # output {name} cannot be written: {reason} (in-use | denied | failed)
}
"""What any command finds while it reads, links, composes and writes. An error among it stops a
build, and cannot be ignored: what would be built is not whole."""

FOUND_BY_RULES: Final[dict[str, Severity]] = {}
"""What only `check` finds: the files say it, but contradict each other, or what people expect."""

CODES: Final[dict[str, Severity]] = dict(sorted({**FOUND_BY_BUILD, **FOUND_BY_RULES}.items()))
"""All codes, in order."""
