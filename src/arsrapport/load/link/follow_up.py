"""Follow-ups: what became of actions, as meetings and follow-up.yaml tell it."""

from collections.abc import Sequence
from datetime import date

from arsrapport.load.parse.parsed import ParsedFile
from arsrapport.model.archive import FollowUp
from arsrapport.model.files.meeting import FollowUpFile, FollowUpLog
from arsrapport.source.positions import Positions


def link_follow_ups(
    entries: Sequence[FollowUpFile], day: date, positions: Positions, route: Sequence[str | int]
) -> tuple[FollowUp, ...]:
    """Return the entries of one list; one that has no date of its own counts from `day`."""
    return tuple(
        _follow_up(entry, day, positions.at(*route, index) or positions)
        for index, entry in enumerate(entries)
    )


def link_log(parsed: ParsedFile[FollowUpLog]) -> tuple[FollowUp, ...]:
    """Return all entries of follow-up.yaml, as they stand."""
    return tuple(
        follow_up
        for index, group in enumerate(parsed.data.root)
        for follow_up in link_follow_ups(
            group.follow_up, group.date, parsed.positions, (index, "follow_up")
        )
    )


def _follow_up(entry: FollowUpFile, day: date, positions: Positions) -> FollowUp:
    return FollowUp(
        actions=entry.action,
        day=entry.date or day,
        status=entry.status,
        to=entry.to or (),
        due=entry.due or "",
        note=entry.note or "",
        place=positions.value,
        positions=positions,
    )
