"""Who hears of what, as questions to the database."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, or_, select, true, union

from participation.campaigns import Audience
from participation.consultations.model import Kind
from participation.ids import CampaignId, ConsultationId, MeetingId, PersonId
from participation.meetings.model import Coming
from participation.people.model import Followed, Reach
from storage.desks.waiting import IN_FLIGHT, CampaignState, State
from storage.tables import attendance, campaigns, consultations, follows, meetings, parcels, people, units

COMES = (Coming.YES.value, Coming.MAYBE.value)
CAN_HEAR = people.c.reach == Reach.REACHABLE.value

Among = Callable[[ColumnElement[int]], ColumnElement[bool]]
"""Says of a person's number whether it is among those who are asked about."""


Named = Mapping[CampaignId, Audience]
"""Whom the announcements were for that an audience names, and those that these name."""


def audience_of(audience: Audience, named: Named, *, after: int = 0, upto: int | None = None) -> Select[Any]:
    """Reachable people who hear of a consultation, in the order of their numbers, beyond one and up to another."""
    among = _between(after, upto)
    wanted = (concerned(audience, among=among), _is_part(audience, named))
    return select(people).where(CAN_HEAR, among(people.c.id), *wanted).order_by(people.c.id)


def named_by(audience: Audience) -> Sequence[CampaignId]:
    """The announcements by which an audience is told from all who are concerned."""
    return audience.apart_from if audience.missed is None else (audience.missed, *audience.apart_from)


def _is_part(audience: Audience, named: Named) -> ColumnElement[bool]:
    """Whether somebody belongs to the part of all who are concerned that an announcement is for."""
    missed = true() if audience.missed is None else _missed(audience.missed, named)
    told = () if audience.spared_since is None else (~_told(audience.spared, audience.spared_since),)
    return and_(missed, *told, *(~_missed(each, named) for each in audience.apart_from))


def _told(subject: str, since: datetime) -> ColumnElement[bool]:
    """Whether an announcement about this has reached somebody since then, or may have, or is about to."""
    theirs = (parcels.c.subject == subject, parcels.c.campaign.is_not(None))
    ended = and_(parcels.c.state.in_((State.SENT, State.DOUBTFUL)), parcels.c.settled_at >= since)
    arrives = parcels.c.state.in_(IN_FLIGHT)
    return people.c.id.in_(select(parcels.c.person).where(*theirs, or_(ended, arrives)))


def candidates(audience: Audience, *, after: int, most: int) -> Select[Any]:
    """The numbers of the next people who may hear of it; nobody else is looked at, or a village would cost a nation."""
    sources = [select(follows.c.person).where(one) for one in _kinds_of_follows(audience)]
    if (meets := _meetings_of(audience)) is not None:
        sources.append(select(attendance.c.person).where(meets))
    # Each is read no further than needed, from where it is kept in this order.
    nearest = [_first_after(source, after, most) for source in sources]
    found = union(*nearest).subquery()
    return select(found.c.person).order_by(found.c.person).limit(most)


def _first_after(source: Select[Any], after: int, most: int) -> Select[Any]:
    [person] = source.selected_columns
    return select(source.where(person > after).distinct().order_by(person).limit(most).subquery())


def _between(after: int, upto: int | None) -> Among:
    return lambda person: person > after if upto is None else and_(person > after, person <= upto)


def one_of(persons: Sequence[PersonId]) -> Among:
    """Whether somebody is one of these."""
    return lambda person: person.in_(persons)


def concerned(audience: Audience, *, among: Among) -> ColumnElement[bool]:
    """Whether somebody has asked to hear of a consultation, or comes to a meeting of it.

    `among` whom is said to each question by itself: else the database would go through all who follow the place.
    """
    following = select(follows.c.person).where(_follows(audience), among(follows.c.person))
    wanted: ColumnElement[bool] = people.c.id.in_(following)
    if (meets := _meetings_of(audience)) is not None:
        comes = (meets, attendance.c.coming.in_(COMES), among(attendance.c.person))
        wanted = or_(wanted, people.c.id.in_(select(attendance.c.person).where(*comes)))
    return wanted


def _meetings_of(audience: Audience) -> ColumnElement[bool] | None:
    """Whether an answer is about a meeting whose guests hear of it too; None where no guests do."""
    if audience.coming:
        theirs = select(meetings.c.id).where(meetings.c.consultation == audience.consultation)
        return attendance.c.meeting.in_(theirs)
    return None if audience.coming_to is None else attendance.c.meeting == audience.coming_to


def _missed(called_back: CampaignId, named: Named) -> ColumnElement[bool]:
    """Whether an announcement for somebody was called back before they got it, or before it came to their number."""
    theirs = select(parcels.c.person).where(parcels.c.campaign == called_back, parcels.c.state == State.CANCELLED)
    broken_off = (campaigns.c.id == called_back, campaigns.c.state == CampaignState.CANCELLED.value)
    not_yet = exists().where(*broken_off, campaigns.c.cursor < people.c.id)
    return or_(people.c.id.in_(theirs), and_(not_yet, _is_part(named[called_back], named)))


def _follows(audience: Audience) -> ColumnElement[bool]:
    return or_(*_kinds_of_follows(audience))


def _kinds_of_follows(audience: Audience) -> Sequence[ColumnElement[bool]]:
    itself = _follow(Followed.CONSULTATION, [audience.consultation])
    if audience.municipality is None:
        return itself, follows.c.what.in_((Followed.MUNICIPALITY.value, Followed.UNIT.value))
    named = audience.units or select(units.c.id).where(units.c.municipality == audience.municipality)
    place = _follow(Followed.MUNICIPALITY, [audience.municipality])
    return itself, place, _follow(Followed.UNIT, named)


def _follow(what: Followed, subjects: Any) -> ColumnElement[bool]:
    return and_(follows.c.what == what.value, follows.c.subject.in_(subjects))


def listeners_of_meeting(meeting: MeetingId, asked_by: date, *, lacking: str) -> Select[Any]:
    """Reachable people who asked in time to hear of a meeting; those who said no are left in peace.

    Who comes to another one of the same consultation has chosen that one: of it they are reminded, and not of this.
    """
    # Of a series everybody comes to one place: who has chosen none is reminded of none.
    its = (
        select(consultations.c.id)
        .join(meetings)
        .where(meetings.c.id == meeting, consultations.c.kind != Kind.SERIES.value)
    )
    in_time = _in_time(asked_by, lacking)
    following = select(follows.c.person).where(_follow(Followed.CONSULTATION, its), in_time(follows))
    answered = select(attendance.c.person).where(attendance.c.meeting == meeting)
    coming = answered.where(attendance.c.coming.in_(COMES), in_time(attendance))
    refused = answered.where(attendance.c.coming == Coming.NO.value)
    wanted = or_(
        and_(people.c.id.in_(following), people.c.id.not_in(_come_to_another(meeting))), people.c.id.in_(coming)
    )
    return _listeners(lacking).where(wanted, people.c.id.not_in(refused))


def _come_to_another(meeting: MeetingId) -> Select[Any]:
    """Those who come, or may come, to another meeting of its consultation that was not called off."""
    this = meetings.alias("this")
    its = select(this.c.consultation).where(this.c.id == meeting).scalar_subquery()
    others = (meetings.c.consultation == its, meetings.c.id != meeting, ~meetings.c.cancelled)
    return select(attendance.c.person).join(meetings).where(*others, attendance.c.coming.in_(COMES))


def listeners_of_deadline(consultation: ConsultationId, asked_by: date, *, lacking: str) -> Select[Any]:
    """Reachable people who asked in time to hear of a consultation."""
    itself = _follow(Followed.CONSULTATION, [consultation])
    following = select(follows.c.person).where(itself, _in_time(asked_by, lacking)(follows))
    return _listeners(lacking).where(people.c.id.in_(following))


def _listeners(lacking: str) -> Select[Any]:
    """Whoever can hear and has no letter under this mark; one that was called back is none."""
    have = select(parcels.c.person).where(parcels.c.key == lacking, parcels.c.state != State.CANCELLED)
    wanted = select(people.c.id, people.c.quiet_start, people.c.quiet_end)
    return wanted.where(CAN_HEAR, people.c.id.not_in(have)).order_by(people.c.id)


def _in_time(asked_by: date, lacking: str) -> Callable[[Table], ColumnElement[bool]]:
    """Whether somebody asked by the end of that day; from whom the letter was called back had asked in time before."""
    called_back = select(parcels.c.person).where(parcels.c.key == lacking)  # who has one that stands is not asked
    return lambda table: or_(table.c.since.is_(None), table.c.since <= asked_by, table.c.person.in_(called_back))
