"""A meeting: its front matter and its body, linked."""

from collections.abc import Iterator, Sequence

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block
from arsrapport.language.languages import Language
from arsrapport.load.layout import meeting_id
from arsrapport.load.link.agenda import read_agenda
from arsrapport.load.link.body import match_body
from arsrapport.load.link.follow_up import link_follow_ups
from arsrapport.load.link.headings import with_heading_edits
from arsrapport.load.link.items import link_items
from arsrapport.load.link.presence import participant_as_written
from arsrapport.load.parse.parsed import ParsedFile
from arsrapport.markup.addresses import safe_address
from arsrapport.markup.blocks import unwrap
from arsrapport.model.archive import Meeting, Participant, StandingText
from arsrapport.model.files.meeting import Approved, MeetingFile, Minutes, PresentPerson
from arsrapport.model.order import Order, order_of
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions


def link_meeting(
    parsed: ParsedFile[MeetingFile],
    blocks: Sequence[Block],
    attachments: tuple[StandingText, ...],
    committee: str,
    language: Language,
) -> tuple[Meeting, tuple[Diagnostic, ...]]:
    """Link one meeting, all but its people: who they are, only all minutes together tell.

    Args:
        parsed: Its file.
        blocks: Of its body.
        attachments: The texts that it attaches.
        committee: The id of its committee.
        language: Of minutes that do not say.

    Returns:
        The meeting with its people as written, for `link_people`, and the faults of its date,
        lists, agenda, body and outcomes.
    """
    file, path, positions = parsed.data, parsed.path, parsed.positions
    own = file.language or language
    minutes, approved = file.minutes or Minutes(), file.approved or Approved()
    agenda, in_agenda = read_agenda(file.agenda, positions)
    order = order_of(entry.number for entry in agenda)
    body, in_body = match_body(blocks, agenda, path, complete=not minutes.link)
    items, in_items = link_items(parsed, agenda, body, own)
    meeting = Meeting(
        id=meeting_id(path),
        committee=committee,
        first=file.date[0],
        last=file.date[1],
        language=own,
        status=file.status,
        minutes_by=minutes.by or (),
        minutes_date=minutes.date,
        minutes_link=safe_address(minutes.link or ""),
        approved_date=approved.date,
        approved_in=approved.in_ or "",
        chair=file.chair or (),
        present=_participants(positions, "present", file.present),
        apologies=_participants(positions, "apologies", file.apologies),
        introduction=unwrap(body.introduction),
        items=items,
        follow_up=link_follow_ups(file.follow_up or (), file.date[1], positions, ("follow_up",)),
        next_meeting=file.next_meeting,
        form=file.form,
        time=file.time or "",
        location=file.place or "",
        number=file.number or "",
        title=file.title or "",
        attachments=attachments,
        place=Place(path),
        positions=positions,
    )
    judged = (
        *_judge_front(parsed),
        *_judge_items(file.present, "present", order, positions),
        *_judge_items(file.apologies, "apologies", order, positions),
    )
    in_headings = with_heading_edits(in_body, parsed, agenda, body, own)
    return meeting, (*judged, *in_agenda, *in_headings, *in_items)


def _participants(
    positions: Positions, key: str, listed: Sequence[PresentPerson] | None
) -> tuple[Participant, ...] | None:
    if listed is None:
        return None
    return tuple(
        participant_as_written(person, positions.closest((key, index)))
        for index, person in enumerate(listed)
    )


def _judge_front(parsed: ParsedFile[MeetingFile]) -> Iterator[Diagnostic]:
    """Report a date that is not the file's (AR201), and a link that leads nowhere (AR413)."""
    name, first = meeting_id(parsed.path), parsed.data.date[0].isoformat()
    if not name.startswith(first):
        yield fault("AR201", parsed.positions.closest(("date",)), date=first, name=name)
    link = parsed.data.minutes.link if parsed.data.minutes else None
    if link and not safe_address(link):
        yield fault("AR413", parsed.positions.closest(("minutes", "link")), target=link)


def _judge_items(
    listed: Sequence[PresentPerson] | None,
    key: str,
    order: Order,
    positions: Positions,
) -> Iterator[Diagnostic]:
    """Report items that the agenda does not have (AR302)."""
    for index, person in enumerate(listed or ()):
        for part, written in (("items", person.items), ("except", person.except_)):
            for entry, number in enumerate(written or ()):
                if not order.named(number):
                    place = positions.entry((key, index, part), entry)
                    yield fault("AR302", place, number=number)
