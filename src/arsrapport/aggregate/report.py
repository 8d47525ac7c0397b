"""A committee's period, added up."""

from collections.abc import Iterable
from datetime import date, timedelta

from arsrapport.aggregate.agendas import agenda_list, is_treated
from arsrapport.aggregate.attendance import attendance
from arsrapport.aggregate.cases import cases
from arsrapport.aggregate.decisions import decision_rows
from arsrapport.aggregate.members import member_rows, seat_rows
from arsrapport.model.archive import Committee, Meeting, Published, PublishedCommittee, ReportPlan
from arsrapport.model.ledger import Action, ledger
from arsrapport.model.report import Period, Report


def aggregate(
    archive: Published, committee: PublishedCommittee, plan: ReportPlan, as_of: date | None = None
) -> Report:
    """Return the Report of one committee for the period of a plan.

    Meetings that are only planned never count; drafts do. Organisations, members and working groups
    are those in force at `as_of`: the argument, else what report.yaml says, else the last day.
    """
    period = period_of(committee, plan)
    day = as_of or plan.as_of or period.last
    inside = [m for m in committee.meetings if period.holds(m.first)]
    meetings = tuple(m for m in inside if m.counts)
    held = [m for m in committee.meetings if m.counts]
    treated = [item for meeting in meetings for item in meeting.items if is_treated(item)]
    language = plan.language or committee.language
    return Report(
        committee=committee,
        plan=plan,
        language=language,
        publisher=archive.publisher,
        period=period,
        as_of=day,
        meetings=meetings,
        agendas=tuple(agenda_list(meeting, language) for meeting in meetings),
        seats=seat_rows(committee, day),
        members=member_rows(committee, day),
        working_groups=tuple(g for g in committee.working_groups if g.term.holds(day)),
        items=len(treated),
        people=count_people(meetings),
        planned=tuple(m for m in inside if not m.counts),
        item_places=tuple(item.place for item in treated),
        people_places=tuple(
            participant.place
            for meeting in meetings
            for participant in meeting.present or ()
            if participant.person is not None and participant.place is not None
        ),
        attendance=attendance(committee, meetings, period),
        actions=actions_of_period(committee, period, day),
        decisions=decision_rows(meetings, held),
        cases=cases(held, period),
    )


def actions_of_period(committee: Committee, period: Period, day: date) -> tuple[Action, ...]:
    """Return the actions that a period has to do with, as they stand on a day.

    Those of the meetings that began in it; of earlier ones those that were not closed when it
    began, or were followed up in it. Of a meeting that ends after the period, the end is the day.
    """
    inside = [m for m in committee.meetings if m.counts and period.holds(m.first)]
    closing = max([day, *(m.last for m in inside)]) if day >= period.last else day
    before = period.first - timedelta(days=1) if period.first > date.min else None
    known = () if before is None else ledger(committee, before)
    closed = {id(action.outcome) for action in known if action.status != "open"}

    def belongs(action: Action) -> bool:
        if action.meeting.first >= period.first:
            return action.meeting.first <= period.last
        is_told = any(period.holds(step.follow_up.day) for step in action.steps)
        return is_told or id(action.outcome) not in closed

    return tuple(action for action in ledger(committee, closing) if belongs(action))


def period_of(committee: Committee, plan: ReportPlan) -> Period:
    """Return the period of a plan: what it says, else its calendar year.

    Of a calendar year only what is in no period of another plan, before it or after it: when a
    committee goes over to years that begin in July, each meeting is still in one report.
    """
    if plan.period:
        return Period(*plan.period)
    first, last = date(int(plan.year), 1, 1), date(int(plan.year), 12, 31)
    for begins, ends in (other.period for other in committee.plans if other.period):
        if first < begins <= last:
            last = begins - timedelta(days=1)
        if first <= ends < last:
            first = ends + timedelta(days=1)
    return Period(first, last)


def count_people(meetings: Iterable[Meeting]) -> int:
    """Count the different people who were present; an organisation alone is nobody."""
    return len(
        {
            participant.person
            for meeting in meetings
            for participant in meeting.present or ()
            if participant.person is not None
        }
    )
