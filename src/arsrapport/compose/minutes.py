"""Minutes: one meeting as an appendix of a report, or as a document of its own."""

from datetime import date

from arsrapport.compose.inline import linked, paragraph, term, text
from arsrapport.compose.presence import participant_words
from arsrapport.document.editions import titled
from arsrapport.document.nodes import (
    Block,
    Definition,
    Definitions,
    Document,
    Edition,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Section,
    Titles,
)
from arsrapport.document.walk import deeper
from arsrapport.language.catalogue import label, words
from arsrapport.language.dates import date_range, numeric_date
from arsrapport.language.languages import Language
from arsrapport.language.lists import enumerate_words
from arsrapport.language.openings import capitalised
from arsrapport.model.archive import (
    Committee,
    Item,
    Meeting,
    Participant,
    Person,
    PublishedCommittee,
)


def compose_minutes(
    meeting: Meeting, committee: PublishedCommittee, people: tuple[Person, ...], publisher: str
) -> Document:
    """Return one meeting's minutes as a document, marked as a draft unless they are approved."""
    language = meeting.language
    title = titled(minutes_title(meeting, committee), committee.edition, language)
    section = Section(
        title=text(title),
        children=_minutes(meeting, people, committee.edition),
        kind="chapter",
        name=f"meeting:{meeting.id}",
        language=language,
        place=meeting.place,
    )
    return Document(
        kind="minutes",
        language=language,
        titles=Titles(
            title=title,
            committee=capitalised(committee.name(language)),
            publisher=publisher,
            date=date_range(meeting.first, meeting.last, language),
            running=_running(meeting, committee),
        ),
        created=meeting.minutes_date or meeting.last,
        chapters=(section,),
        words=tuple(words(language).items()),
        draft=meeting.status != "approved" and not meeting.minutes_link,
        edition=committee.edition,
    )


def minutes_appendix(
    meeting: Meeting,
    committee: PublishedCommittee,
    people: tuple[Person, ...],
    language: Language,
) -> Section:
    """Return one meeting's minutes as an appendix; its heading is in the report's language."""
    dates = date_range(meeting.first, meeting.last, language)
    subtitle = Paragraph(text(minutes_title(meeting, committee)), role="subtitle")
    return Section(
        title=text(label(language, "appendix_minutes", date=dates)),
        children=(subtitle, *_minutes(meeting, people, committee.edition)),
        kind="appendix",
        name=f"meeting:{meeting.id}",
        language=meeting.language,
        title_language=language,
        place=meeting.place,
    )


def minutes_title(meeting: Meeting, committee: Committee) -> str:
    """Return the full title of minutes, in their own language."""
    if meeting.title:
        return meeting.title
    language = meeting.language
    dates = date_range(meeting.first, meeting.last, language)
    name = committee.name(language)
    return label(language, "minutes_of_meeting", committee=name, date=dates)


def _running(meeting: Meeting, committee: PublishedCommittee) -> str:
    """Return what stands at the top of pages: the date first, for a long name is cut there."""
    language = meeting.language
    dates = date_range(meeting.first, meeting.last, language)
    title = meeting.title or label(language, "appendix_minutes", date=dates)
    parts = (titled(title, committee.edition, language), capitalised(committee.name(language)))
    return " \N{MIDDLE DOT} ".join(parts[:1] if meeting.title else parts)


def _minutes(meeting: Meeting, people: tuple[Person, ...], edition: Edition) -> tuple[Block, ...]:
    language = meeting.language
    closing: tuple[Block, ...] = ()
    if meeting.next_meeting:
        closing = (_next_meeting(*meeting.next_meeting, language),)
    return (
        *_status(meeting),
        *_byline(meeting, people),
        *_facts(meeting),
        *meeting.introduction,
        *(_item(item, meeting, edition) for item in meeting.items),
        *(
            Section(title=a.title, children=deeper(a.body), level=2, language=a.language)
            for a in meeting.attachments
        ),
        *closing,
    )


def _status(meeting: Meeting) -> tuple[Block, ...]:
    if meeting.minutes_link:
        words = text(f"{label(meeting.language, 'minutes_elsewhere')}: ")
        link = Link(meeting.minutes_link, text(meeting.minutes_link))
        return (Note((Paragraph((*words, link)),)),)
    keys = {"draft": "draft_note", "for-comment": "for_comment_note", "planned": "planned_note"}
    key = keys.get(meeting.status or "")
    return (Note((paragraph(label(meeting.language, key)),)),) if key else ()


def _byline(meeting: Meeting, people: tuple[Person, ...]) -> tuple[Block, ...]:
    initials = {
        name: person.initials
        for person in people
        for name in (person.name, *person.aliases)
        if person.initials
    }
    written = [initials.get(name, name) for name in meeting.minutes_by]
    day = [numeric_date(meeting.minutes_date, meeting.language)] if meeting.minutes_date else []
    names = [enumerate_words(written, meeting.language)] if written else []
    line = ", ".join([*names, *day])
    if any(name not in initials for name in meeting.minutes_by):
        # Initials by a date tell what they are; a name alone could be anyone's.
        key = "minutes_by" if len(written) == 1 else "minutes_by_several"
        line = f"{label(meeting.language, key)}: {line}"
    return (Paragraph(text(line), role="byline"),) if line else ()


def _facts(meeting: Meeting) -> tuple[Block, ...]:
    language = meeting.language
    chair = enumerate_words(meeting.chair, language)
    form = label(language, f"form_{meeting.form}") if meeting.form else ""
    single = [
        ("number", meeting.number),
        ("time", meeting.time),
        ("location", meeting.location),
        ("form", form),
        ("chair" if len(meeting.chair) == 1 else "chairs", chair),
    ]
    rows = [Definition(term(language, key), (paragraph(value),)) for key, value in single if value]
    for key, listed in (("present", meeting.present), ("apologies", meeting.apologies)):
        if listed is not None:
            rows.append(Definition(term(language, key), (_people(listed, meeting),)))
    return (Definitions(tuple(rows), place=meeting.place),) if rows else ()


def _people(listed: tuple[Participant, ...], meeting: Meeting) -> Block:
    if not listed:
        return paragraph(label(meeting.language, "none"))
    return List(
        tuple(
            ListItem((paragraph(participant_words(person, meeting.language), person.place),))
            for person in listed
        )
    )


def _item(item: Item, meeting: Meeting, edition: Edition) -> Section:
    language = item.language
    number = item.number or "".join(c for c in item.title if c.isalnum())[:40]
    # Several withheld items without a number may have one public title.
    is_named = item.number or not item.withheld
    return Section(
        title=text(item.title),
        children=(*_withheld(item), *_item_facts(item, edition), *item.body),
        kind="item",
        level=2,
        number=item.number,
        name=f"item:{meeting.id}/{number}" if is_named else "",
        language=language if language != meeting.language else None,
        place=item.place,
    )


def _withheld(item: Item) -> tuple[Block, ...]:
    if item.withheld is None:
        return ()
    note = label(item.language, "withheld_note", basis=item.withheld.basis)
    return (Note((paragraph(note),)),)


def _item_facts(item: Item, edition: Edition) -> tuple[Block, ...]:
    """Return what the agenda says of an item; of one that is withheld the public sees no more."""
    language = item.language
    if item.withheld is not None and edition == "public":
        return ()
    rows = []
    presenters = [
        f"{p.name} ({p.written_organisation})" if p.written_organisation else p.name
        for p in item.presenters
    ]
    if presenters:
        names = enumerate_words(presenters, language)
        key = "presenter" if len(presenters) == 1 else "presenters"
        rows.append(Definition(term(language, key), (paragraph(names),)))
    if item.papers:
        rows.append(Definition(term(language, "papers"), (_papers(item.papers),)))
    facts: tuple[Block, ...] = (Definitions(tuple(rows), place=item.place),) if rows else ()
    if item.outcome:
        facts = (*facts, Note((paragraph(label(language, f"outcome_{item.outcome}")),)))
    return facts


def _papers(papers: tuple[str, ...]) -> Block:
    told = [Paragraph(linked(paper)) for paper in papers]
    return told[0] if len(told) == 1 else List(tuple(ListItem((paper,)) for paper in told))


def _next_meeting(first: date, last: date, language: Language) -> Block:
    value = paragraph(date_range(first, last, language))
    return Definitions((Definition(term(language, "next_meeting"), (value,)),))
