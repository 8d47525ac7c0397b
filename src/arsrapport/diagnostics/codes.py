"""The registry of codes. A code is stable: it is never reused for another fault.

AR1xx file and YAML, 2xx meeting, 3xx people and presence, 4xx agenda and body, 5xx decisions and
actions, 6xx report and references, 7xx privacy, 8xx language, 9xx theme.
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
    "AR119": Severity.ERROR,  # front matter with nothing in it
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
    "AR618": Severity.ERROR,  # {name} cannot be written: {reason} (WriteFault or ChangeFault)
    "AR901": Severity.ERROR,  # theme: not a colour: {value}; {likely} may be empty
    "AR902": Severity.ERROR,  # theme: contrast {whole}.{hundredths} of {text} on {ground}; of {key} {better} may be empty
    "AR903": Severity.ERROR,  # theme: no font of the family {name}; {nearest} may be empty
    "AR904": Severity.ERROR,  # theme: font that cannot be used: {reason} (Flaw)
    "AR905": Severity.ERROR,  # theme: the family {name} lacks {letters}
    "AR906": Severity.WARNING,  # theme: the family {name} lacks the face {face} (regular | bold | italic)
    "AR907": Severity.ERROR,  # theme: a length of {value} mm, not from {low} to {high}
    "AR908": Severity.ERROR,  # theme: a style sheet may not have {what} (Refused)
    "AR909": Severity.WARNING,  # theme: nothing reads {name}; {likely} is its likely name
    "AR910": Severity.ERROR,  # theme: a file that cannot be Word's template: {reason} (broken | large | linked | locked | macros | strict)
    "AR911": Severity.INFO,  # theme: the template lacks the styles {names}
    "AR619": Severity.ERROR,  # minutes that are {status} (planned | draft | for-comment | unknown) in what is to be final
    "AR626": Severity.ERROR,  # warnings in the files of what is to be final
}
"""What any command finds while it reads, links, composes and writes. An error among it stops a
build, and cannot be ignored: what would be built is not whole."""

FOUND_BY_RULES: Final[dict[str, Severity]] = {
    "AR117": Severity.INFO,  # byte-order mark
    "AR118": Severity.WARNING,  # a line ends in {found}, and not in {usual}, as the file's lines do
    "AR120": Severity.WARNING,  # a comment ignores {code} without a reason, and so in vain
    "AR121": Severity.WARNING,  # what is to be ignored, {code}, cannot be: {reason} (unknown | error); {nearest} may be empty
    "AR122": Severity.WARNING,  # {code} is to be ignored, and there is nothing to ignore
    "AR205": Severity.ERROR,  # the name {name} is that of a meeting too: {place}
    "AR206": Severity.ERROR,  # approved {date}, not after the meeting was held {held}: {reason} (before | itself)
    "AR207": Severity.ERROR,  # approved in {name}, a {what} (meeting | item) that is nowhere; {nearest} may be empty
    "AR208": Severity.WARNING,  # next meeting announced for {announced}, but held {held}
    "AR209": Severity.WARNING,  # {weekday} beside {date}, which is a {right}
    "AR210": Severity.WARNING,  # meeting number {number} after {before}
    "AR211": Severity.INFO,  # planned, but {days} days past: {date}
    "AR212": Severity.INFO,  # minutes unapproved {days} days after the meeting {date}
    "AR213": Severity.WARNING,  # minutes dated {date}, before the meeting was held {held}
    "AR214": Severity.WARNING,  # approved, but the status is {status}
    "AR215": Severity.WARNING,  # next meeting announced for {announced}, not after this one, {held}
    "AR303": Severity.WARNING,  # nobody is known by the name {name}, but {nearest} nearly are
    "AR304": Severity.WARNING,  # {name} may be another spelling of {other}, first in {place}
    "AR305": Severity.ERROR,  # {name} is on the lists of those present and of apologies
    "AR306": Severity.ERROR,  # {name} is on one {list} (present | apologies) twice
    "AR307": Severity.WARNING,  # {value}, where {name} has her organisation, is for {key} (note | items | …)
    "AR308": Severity.WARNING,  # nobody lists the organisation {name}, but {nearest} is nearly it
    "AR309": Severity.WARNING,  # {name}, for nobody, has no mandate in force on {date}
    "AR310": Severity.ERROR,  # somebody stands in for {name}, and so does {other}
    "AR311": Severity.ERROR,  # {name} stands in for {other}, who is present
    "AR312": Severity.WARNING,  # the presenter {name} is not on the list of those present
    "AR313": Severity.WARNING,  # the presenter {name} is present, but not for {item}
    "AR314": Severity.WARNING,  # the member {name} is on neither list
    "AR315": Severity.WARNING,  # {organisation} has {members} members and {seats} seats
    "AR316": Severity.WARNING,  # stood in for: {name}, without a mandate in force on {date}
    "AR317": Severity.WARNING,  # the chair {name} is not on the list of those present
    "AR424": Severity.WARNING,  # nothing under the heading {heading}
    "AR425": Severity.WARNING,  # text of a template left in: {words}
    "AR426": Severity.WARNING,  # item {number} stands after item {before}
    "AR427": Severity.ERROR,  # continues the item {written}, which is nowhere; {nearest} may be empty
    "AR503": Severity.WARNING,  # a quote begins with the bold {word}, nearly {nearest}
    "AR504": Severity.WARNING,  # an action ends with the label {label}, nearly {nearest}
    "AR505": Severity.WARNING,  # action without anybody responsible
    "AR506": Severity.WARNING,  # action without a due
    "AR507": Severity.WARNING,  # due {due} is meant as a date, and none; {likely} may be empty
    "AR508": Severity.WARNING,  # responsible is {name}, most likely a mistake; {nearest} may be empty
    "AR509": Severity.WARNING,  # due {due} lies before the meeting, {date}
    "AR510": Severity.WARNING,  # due {due} most likely has the wrong year, and means {likely}
    "AR511": Severity.ERROR,  # follow-up of action {id}, decided nowhere; {nearest} may be empty
    "AR512": Severity.WARNING,  # follow-up of action {id}, closed already: {status} on {date}
    "AR513": Severity.ERROR,  # follow-up of action {id} on {date}, before it was decided {decided}
    "AR514": Severity.ERROR,  # action moved to {to}, which is nowhere; or to nothing, and {to} is ""
    "AR515": Severity.INFO,  # action {action} is overdue, since {due}; its {id} may be empty
    "AR516": Severity.ERROR,  # supersedes the decision {id}, made nowhere; {nearest} may be empty
    "AR620": Severity.WARNING,  # {written} {noun} in prose, but {number} in the data; of {figure}
    "AR621": Severity.ERROR,  # ISBN {value} is none; {right}, its check digit, may be empty
    "AR622": Severity.ERROR,  # ISSN {value} is none; {right}, its check digit, may be empty
    "AR623": Severity.WARNING,  # no meeting in the period {period}
    "AR624": Severity.WARNING,  # minutes in a report's period are not approved but {status}
    "AR625": Severity.WARNING,  # {key} (published | signed | as_of) is {date}, before {limit}
    "AR701": Severity.ERROR,  # a person's number: {kind} (identity-number | d-number | help-number)
    "AR702": Severity.WARNING,  # telephone number
    "AR703": Severity.WARNING,  # e-mail address of a person
    "AR704": Severity.WARNING,  # bank account
    "AR705": Severity.WARNING,  # a word of illness beside an absence
    "AR706": Severity.WARNING,  # a sentence names somebody who is to stand with initials in public
    "AR801": Severity.WARNING,  # bokmål {word} in nynorsk; {better} may be empty
    "AR802": Severity.WARNING,  # nynorsk {word} in bokmål; {better} may be empty
    "AR803": Severity.WARNING,  # abbreviation {written}, which is to be {right}
    "AR804": Severity.WARNING,  # date with a slash {written}, which is to be {right}
    "AR805": Severity.WARNING,  # hyphen in the range {written}, which is to be {right}
    "AR806": Severity.WARNING,  # no space before the sign for per cent in {written}, but {right}
    "AR807": Severity.WARNING,  # {word}, which the project avoids for {better}
}
"""What only `check` finds: the files say it, but contradict each other, or what people expect."""

CODES: Final[dict[str, Severity]] = dict(sorted({**FOUND_BY_BUILD, **FOUND_BY_RULES}.items()))
"""All codes, in order."""


def can_be_ignored(code: str) -> bool:
    """Say whether a code is known, and not that of an error that stops a build."""
    return code in CODES and not (code in FOUND_BY_BUILD and CODES[code] is Severity.ERROR)
