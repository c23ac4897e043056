"""The digest (njoftim i përmbledhur): what came in and what is owed, at the hour a coordinator chose."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from participation.apart import one_by_one
from participation.calendar.working_days import CLOSES, OPENS, WorkingCalendar
from participation.clock import local, local_day, wall
from participation.comments.usecases import answers_owed_by
from participation.consultations.outcome import to_examine
from participation.digests.model import Tally, Unseen
from participation.digests.silence import silences
from participation.dockets import Docket, open_to
from participation.errors import Refusal, Refused
from participation.forum.meetings import duties_of
from participation.ids import InstitutionId, MeetingId, PersonId
from participation.joining import says_online
from participation.letters import Digest, DigestUnseen, Lane
from participation.meetings.model import Meeting
from participation.meetings.recording import unrecorded
from participation.offices.pending import to_release
from participation.offices.usecases import office_in
from participation.people.model import Office, Rhythm, Right
from participation.ports import UnitOfWork

HOURS = range(OPENS.hour, 18)
"""The full hours at which it may be asked to come; one that is late leaves before offices close, or not at all."""
SOON = timedelta(days=7)


async def choose_hour(hour: int, *, by: PersonId, institution: InstitutionId, uow: UnitOfWork) -> time:
    """Let somebody's digest of an institution come at another full hour of the working day."""
    await office_in(by, institution, uow=uow)
    if hour not in HOURS:
        raise Refused(Refusal.NOT_FOUND)
    chosen = time(hour)
    await uow.people.set_digest_hour(by, institution, chosen)
    return chosen


async def choose_rhythm(every: Rhythm, *, by: PersonId, institution: InstitutionId, uow: UnitOfWork) -> None:
    """Let somebody's digest of an institution come every working day, or once a week."""
    await office_in(by, institution, uow=uow)
    await uow.people.set_digest_rhythm(by, institution, every)


async def send_digests(*, uow: UnitOfWork, now: datetime) -> int:
    """Queue today's digest for everybody at a desk whose hour has come; returns how many were new."""

    async def send_one(office: Office) -> bool:
        calendar = await uow.places.calendar(office.institution)
        due = is_due(office, calendar, now) and is_its_day(office, local_day(now), calendar)
        return due and await send_digest(office, calendar, uow=uow, now=now)

    reading = [office for office in await uow.people.all_officers() if open_to([office])]
    return await one_by_one(reading, send_one, uow=uow)


def is_due(office: Office, calendar: WorkingCalendar, now: datetime) -> bool:
    """On working days only, from the chosen hour on, never at night."""
    here = local(now)
    return calendar.is_working(here.date()) and max(office.digest_at, OPENS) <= here.time() < CLOSES


def is_its_day(office: Office, today: date, calendar: WorkingCalendar) -> bool:
    """Whether a digest comes on that working day; a protection contact is reminded of reports every day."""
    weekly = office.digest_every is Rhythm.WEEK and not office.may(Right.PROTECT)
    return begins_week(today, calendar) if weekly else True


async def send_digest(office: Office, calendar: WorkingCalendar, *, uow: UnitOfWork, now: datetime) -> bool:
    """Queue one digest, once a day; returns whether there is something to tell.

    An empty one is queued too, and void when it is to leave: what comes in the afternoon must not make a second hour.
    """
    today = local_day(now)
    key = key_of(office, today)
    if await uow.outbox.has(key):
        return False
    guarded = office.may(Right.PROTECT)
    again = None if guarded else await unseen_since(office.institution, today, uow=uow)
    since = await last_told(office, today, calendar, uow=uow)
    if guarded:
        tally = await _of_reports(Docket(office.institution, guarded), uow=uow, now=now)
    else:
        tally = await tally_of(office.institution, calendar, person=office.person, since=since, uow=uow, now=now)
        await _expect_to_be_seen(office, tally, calendar, uow=uow, now=now)
    new = await uow.outbox.add(
        Digest(office.institution, now, tally, guarded, again),
        to=office.person,
        lane=Lane.URGENT,
        due_at=now,
        use_by=wall(today, CLOSES),
        key=key,
    )
    return new and not tally.is_empty()


async def unseen_since(institution: InstitutionId, today: date, *, uow: UnitOfWork) -> date | None:
    """The earlier day since which nobody has seen a digest."""
    found = await uow.ledger.unseen(institution)
    return found.since if found is not None and found.since is not None and found.since < today else None


async def _expect_to_be_seen(
    office: Office, tally: Tally, calendar: WorkingCalendar, *, uow: UnitOfWork, now: datetime
) -> None:
    """From now on somebody is to say that they have seen it; where nobody did, it is recalled on the next working day.

    Once nothing waits any more nobody need say so.
    """
    institution, today = office.institution, local_day(now)
    found = await uow.ledger.unseen(institution)
    if found is None or found.since is None:
        if not tally.asks_nothing() and (found is None or found.moved_on < today):
            await uow.ledger.keep_unseen(institution, Unseen(today, 0, today))
    elif tally.asks_nothing() and not tally.owed:
        await uow.ledger.keep_unseen(institution, Unseen(None, 0, today))
    elif tally.asks_nothing() and today == calendar.after(found.since, 1):
        letter, key = DigestUnseen(institution, found.since), f"unseen:{institution}:{found.since.isoformat()}"
        await uow.outbox.add(
            letter, to=office.person, lane=Lane.URGENT, due_at=now, use_by=wall(today, CLOSES), key=key
        )


def key_of(office: Office, day: date) -> str:
    """Under which a digest is queued, once."""
    beside = ":protection" if office.may(Right.PROTECT) else ""
    return f"digest:{office.institution}:{office.person}:{day.isoformat()}{beside}"


async def last_told(office: Office, today: date, calendar: WorkingCalendar, *, uow: UnitOfWork) -> datetime:
    """Until when the last digest that was heard has told all; farther back than a week nobody looks."""
    days = [calendar.before(today, back) for back in range(1, 6)]
    for day in days:
        match await uow.outbox.arrived(key_of(office, day)):
            case Digest(until=until):
                return until
    return wall(days[-1], office.digest_at)


async def tally_of(
    institution: InstitutionId,
    calendar: WorkingCalendar,
    *,
    person: PersonId,
    since: datetime,
    uow: UnitOfWork,
    now: datetime,
) -> Tally:
    """What a coordinator has to know today.

    Dates of the week, and answers that are owed, press only when there is no working day before them; a meeting without
    a record, and a time that is over, on the next working day. What is owed for longer, what the forum waits for, and
    what was not recorded or examined since, is recalled when a week begins.
    """
    today = local_day(now)
    near = calendar.after(today, 1)
    owed = await uow.comments.owed([institution])
    owed_by = await answers_owed_by(owed, uow=uow)
    mine = {consultation.id for consultation in await uow.consultations.of(institution)}
    meetings = [one for one in await uow.meetings.between(now, now + SOON) if one.consultation in mine]
    closing = [one for one in await uow.consultations.with_deadline_between(today, today + SOON) if one.id in mine]
    forum = await duties_of(institution, uow=uow, now=now)
    waiting = await to_release(institution, person=person, uow=uow)
    lacking = await unrecorded([institution], uow=uow, now=now)
    ended = await to_examine([institution], uow=uow, now=now)
    days = (*(local_day(one.venue.starts_at) for one in meetings), *(one.terms.deadline or today for one in closing))
    past = (*(local_day(one.venue.starts_at) for one in lacking), *(one.terms.deadline or today for one in ended))
    waits = bool(owed or lacking or ended or not forum.is_empty())
    return replace(
        await _of_reports(Docket(institution), uow=uow, now=now),
        new_comments=await uow.comments.count_since(institution, since),
        owed=len(owed),
        due=tuple(sorted(day for day in owed_by if today <= day <= today + SOON)),
        overdue=sum(day < today for day in owed_by),
        meetings=tuple(one.id for one in meetings),
        closing=tuple(one.id for one in closing),
        to_release=waiting,
        unlinked=await _unlinked(meetings, uow=uow),
        presses=waiting > 0
        or any(day <= near for day in (*days, *owed_by))
        or any(calendar.before(today, 1) <= day < today for day in past)
        or (waits and begins_week(today, calendar)),
        forum=forum,
        unrecorded=tuple(one.id for one in lacking),
        to_examine=tuple(one.id for one in ended),
        silent=await silences(institution, uow=uow, now=now) if begins_week(today, calendar) else (),
    )


async def _unlinked(meetings: Sequence[Meeting], *, uow: UnitOfWork) -> tuple[MeetingId, ...]:
    """Those that one can join online, and of which nobody has said how."""
    online = [one for one in meetings if says_online(one.venue.place) and not one.cancelled]
    return tuple([one.id for one in online if not await uow.meetings.joining(one.id)])


async def _of_reports(docket: Docket, *, uow: UnitOfWork, now: datetime) -> Tally:
    """How many reports are unread, and how many late: all that a protection contact is reminded of."""
    return Tally(
        new_reports=await uow.reports.count_unseen([docket]),
        late_reports=sum(one.is_late(now) for one in await uow.reports.pending([docket])),
    )


def begins_week(day: date, calendar: WorkingCalendar) -> bool:
    """Whether no working day of its week was before it."""
    return calendar.before(day, 1).isocalendar()[:2] != day.isocalendar()[:2]
