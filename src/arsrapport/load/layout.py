"""Layout: what each file of a project is, by its path alone."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct, field

REGISTER: Final = "meetings/register.yaml"

_IN_COMMITTEE: Final = re.compile(r"meetings/(?P<committee>[^/]+)/(?P<rest>.+)")
_IN_YEAR: Final = re.compile(r"(?P<year>[0-9]{4})/(?P<rest>.+)")
_MEETING: Final = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[a-z]?\.md")
_DATED: Final = re.compile(r"[0-9]{1,4}[-.][0-9]{1,2}[-.][0-9]{1,4}")
_BELONGING: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z]?-.+")


class CommitteeFiles(Struct):
    """The paths of what a committee has in its folder; "" and none for what it has not."""

    committee: str = ""
    follow_up: str = ""
    meetings: list[str] = field(default_factory=list)
    """In order of their dates: by id."""
    plans: dict[str, str] = field(default_factory=dict)
    """For each year with a report folder, its report.yaml or ""."""
    strays: list[str] = field(default_factory=list)
    """What no rule reads: a meeting by another name, a committee.yml, a chapter gone astray."""
    closed: list[str] = field(default_factory=list)
    """Folders that cannot be looked into, with `/` behind: anything may be in them."""

    @property
    def is_committee(self) -> bool:
        """Whether something here makes the folder that of a committee, or may do so."""
        held = self.committee or self.follow_up or self.meetings or self.plans or self.closed
        return bool(held)

    @property
    def years(self) -> frozenset[str]:
        """The years for which there is a meeting or a report folder, or may be."""
        held = {path.rsplit("/", 2)[1] for path in self.meetings}
        return frozenset({*self.plans, *held, *(path.split("/")[2] for path in self.closed)})


def sort_files(paths: Iterable[str]) -> dict[str, CommitteeFiles]:
    """Return the files of each folder in meetings/, by its name, in order.

    A meeting is `<year>/<YYYY-MM-DD>.md`, or with a letter for a second one that day; the year is
    that of the date. `<date>-…` belongs to a meeting, whatever lies in `report/` to the report, and
    Markdown right in a committee's folder is a standing text. All else is a stray.
    """
    found: dict[str, CommitteeFiles] = {}
    for path in sorted(paths):
        if inside := _IN_COMMITTEE.fullmatch(path):
            files = found.setdefault(inside["committee"], CommitteeFiles())
            _sort_one(path, inside["rest"], files)
    return found


def is_open_elsewhere(path: str) -> bool:
    """Say whether Word or Excel laid a file beside one for as long as it is open there."""
    return path.rpartition("/")[2].startswith("~$")


def _sort_one(path: str, rest: str, files: CommitteeFiles) -> None:
    if path.endswith("/"):
        files.closed.append(path)
    elif is_open_elsewhere(path):
        return
    elif rest == "committee.yaml":
        files.committee = path
    elif rest == "follow-up.yaml":
        files.follow_up = path
    elif inside := _IN_YEAR.fullmatch(rest):
        year, name = inside["year"], inside["rest"]
        meeting = _MEETING.fullmatch(name)
        if name.startswith("report/"):
            plan = path if name == "report/report.yaml" else ""
            files.plans[year] = files.plans.get(year, "") or plan
        elif meeting and meeting["date"].startswith(year):
            files.meetings.append(path)
        elif not _BELONGING.fullmatch(name):
            files.strays.append(path)
    elif "/" in rest or not rest.endswith(".md") or _DATED.match(rest):
        files.strays.append(path)


def meeting_id(path: str) -> str:
    """Return the id of a meeting: its file's name without the end."""
    return path.rpartition("/")[2].removesuffix(".md")


def belongs_to(meeting: str, path: str) -> bool:
    """Say whether a file lies beside a meeting and bears its name, or only its date, in front."""
    folder, _, name = path.rpartition("/")
    own = meeting_id(meeting)
    marks = (f"{own}-", f"{own[: len('2017-03-15')]}-")
    return folder == meeting.rpartition("/")[0] and name.startswith(marks)
