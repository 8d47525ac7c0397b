"""What `check` tells of the actions of a small project, with the words that each finding spans."""

from datetime import date

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

COMMITTEE = """\
name: Utvalet for sjøkart
language: {language}
organisations: [{{name: Alfa institutt}}, {{name: Hydrografisk teneste}}, {{name: Beta}}]
members:
  - {{name: Ragna Ås, organisation: Alfa institutt}}
  - {{name: Bo Li, organisation: Beta}}
  - {{name: Kari Vik, organisation: Beta}}
  - {{name: Kari Dal, organisation: Beta}}
working_groups: [{{name: Arbeidsgruppa for tidvatn}}]
"""

REGISTER = """\
organisations:
  - {name: Alfa institutt, short: AI}
  - {name: Beta, aliases: [Betaetaten]}
people:
  - {name: Olav J. Sunde, aliases: [Olav Sunde], initials: ojs}
"""


def minutes(day, body="", *, front="", status="approved"):
    """Return a meeting whose only item has this body."""
    head = f"---\ndate: {day}\nstatus: {status}\nagenda:\n  - title: Djupner\n{front}---\n"
    return head + (f"\n## Sak 1\n\n{body}" if body else "")


def action(*lines, lead="**Tiltak T1.** Kartet blir sendt ut."):
    """Return an action that has these lines at its end."""
    return "".join(f"> {line}\n" for line in (lead, *lines))


def findings(meetings, *codes, log="", language="nn", as_of="2031-01-01", more=None):
    """Return what is told: the code, the words that the finding spans, and its arguments by name.

    Args:
        meetings: The files of meetings by day.
        codes: Only these are told.
        log: The text of follow-up.yaml.
        language: Of the minutes.
        as_of: The day of the check.
        more: Other files, by path.
    """
    texts = {f"meetings/kart/{day[:4]}/{day}.md": text for day, text in meetings.items()}
    texts |= {"meetings/kart/committee.yaml": COMMITTEE.format(language=language)}
    texts |= {"meetings/register.yaml": REGISTER, "arsrapport.yaml": ""} | (more or {})
    texts |= {"meetings/kart/follow-up.yaml": log} if log else {}
    tree = MemoryTree({path: text.encode() for path, text in texts.items()})
    checking = Checking(as_of=date.fromisoformat(as_of), select=codes)
    return [_told(d, texts[d.place.path]) for d in check_project(tree, checking).diagnostics]


def of_quotes(body, *codes, **how):
    """Return what is told of one meeting on 10 March 2021 with this body."""
    return findings({"2021-03-10": minutes("2021-03-10", body)}, *codes, **how)


def _told(diagnostic, text):
    place = diagnostic.place
    assert place.end_line == place.line, diagnostic
    line = text.split("\n")[place.line - 1]
    spanned = line[place.column - 1 : place.end_column - 1]
    return diagnostic.code, spanned, dict(diagnostic.arguments)
