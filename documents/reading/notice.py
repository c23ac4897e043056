"""Reading an official notice: the text as pasted becomes values, with doubts where it may be wrong."""

from collections.abc import Iterator
from dataclasses import replace

from documents.reading.bodies import read_institution
from documents.reading.changed import changed_hours
from documents.reading.contacts import read_email, read_phone, read_protocol_number
from documents.reading.dates import Mention, find_dates
from documents.reading.deadlines import read_days, read_deadline
from documents.reading.doubts import doubt_dates, doubt_number_of_steps, doubt_relative_days, doubt_steps, doubt_words
from documents.reading.evidence import evidence_of
from documents.reading.hours import find_hours
from documents.reading.kind import is_notice
from documents.reading.laws import doubt_laws, find_laws
from documents.reading.links import doubt_links, read_register_url
from documents.reading.lists import find_lists
from documents.reading.meetings import read_meetings
from documents.reading.months import doubt_months, undated_meetings
from documents.reading.occasions import doubt_occasion, read_kind
from documents.reading.ours import with_our_words
from documents.reading.parts import find_parts
from documents.reading.purposes import read_purpose
from documents.reading.roles import OUR_ROLES, Role, roles_of
from documents.reading.schedules import is_schedule, scheduled
from documents.reading.steps import AT_MOST as MOST_STEPS
from documents.reading.steps import listed_step_lines, read_steps, step_tables
from documents.reading.tables import Table, find_tables
from documents.reading.text import Sheet, tidy
from documents.reading.times import Times
from documents.reading.titles import read_title
from documents.reading.years import When, Years
from participation.consultations.notice import DayCount, Doubt, NoticeReading, ReadMeeting, ReadStep


def read_notice(text: str) -> NoticeReading:
    """Read what a pasted text announces; whatever the text is, there is an answer and never an error."""
    sheet = Sheet(tidy(text))
    tables = find_tables(sheet)
    times = _times(sheet, tables)
    years = Years(sheet, times.dates, times.roles)
    dated = read_meetings(sheet, times, years)
    meetings = (*dated, *undated_meetings(sheet, times, dated))
    steps = read_steps(sheet, times.dates, years, tables)
    laws = find_laws(sheet)
    deadline = read_deadline(sheet, times, years, steps)
    days, of_days = _counted(sheet, times, deadline)
    register_url = read_register_url(sheet)
    calls = is_notice(sheet, times, meetings, has_deadline=deadline.is_said)
    doubts = [
        *_doubts(sheet, times, years, meetings, steps, calls=calls),
        *doubt_laws(sheet, laws, latest=_latest_year(times)),
        *of_days,
        *doubt_links(sheet, [register_url or "", *(meeting.place or "" for meeting in meetings)]),
    ]
    read = NoticeReading(
        is_notice=calls,
        kind=read_kind(sheet, meetings),
        title=read_title(sheet, mentions=(*times.days(*OUR_ROLES, Role.REPLACED, Role.UNSAID), *times.hours)),
        institution=read_institution(sheet),
        purpose=read_purpose(sheet, mentions=times.spans),
        meetings=meetings,
        steps=steps[:MOST_STEPS],
        laws=tuple(law.number for law in laws),
        deadline=deadline.day,
        deadline_month_day=deadline.month_day,
        deadline_days=days,
        published_on=times.published,
        email=read_email(sheet, times.parts.mail_heads),
        phone=read_phone(sheet),
        register_url=register_url,
        protocol_number=read_protocol_number(sheet),
        doubts=tuple(dict.fromkeys(doubts)),
    )
    ours = with_our_words(sheet, read)
    return replace(ours, text=sheet.text, evidence=evidence_of(ours, sheet, times, laws))


def _counted(sheet: Sheet, times: Times, deadline: When) -> tuple[DayCount | None, tuple[Doubt, ...]]:
    """The deadline as a count of days, where no day is said, and what is doubtful about that."""
    if deadline.is_said:
        return None, ()
    days, bare = read_days(sheet)
    return days, (*bare, *(() if days else doubt_months(sheet, times)))


def _latest_year(times: Times) -> int | None:
    """The year of the last day it announces: no law of a later one can be meant."""
    return max((day.year for day in times.days(*OUR_ROLES) if day.year), default=None)


def _doubts(
    sheet: Sheet,
    times: Times,
    years: Years,
    meetings: tuple[ReadMeeting, ...],
    steps: tuple[ReadStep, ...],
    *,
    calls: bool,
) -> Iterator[Doubt]:
    if calls:
        yield from doubt_occasion(sheet)
    yield from doubt_dates(sheet, times, years)
    yield from doubt_relative_days(sheet, times.dates)
    yield from doubt_steps(steps[:MOST_STEPS], meetings)
    yield from doubt_number_of_steps(steps, MOST_STEPS)
    yield from doubt_words(sheet)


def _times(sheet: Sheet, tables: tuple[Table, ...]) -> Times:
    dates = find_dates(sheet)
    changed = changed_hours(sheet, find_hours(sheet, apart_from=dates))
    parts = find_parts(sheet, dates)
    dated = (stamp for stamp in parts.stamps if any(stamp.touches(day) for day in dates))
    aside = (*parts.links_elsewhere, *parts.sent_before)
    within = (*parts.programmes, *parts.mail_heads, *dated, *aside)
    hours = tuple(hour for hour in changed.hours if not any(line.touches(hour) for line in within))
    roles = roles_of(sheet, dates, hours, parts)
    steps = [row for table in step_tables(tables) for row in table.rows]
    calendar = (*steps, *listed_step_lines(sheet, dates))
    shown = (*parts.examples, *aside)
    rows = scheduled(tables, dates, hours, sheet)
    listed = tuple(row for row in rows if not any(part.touches(row.day) for part in shown))
    schedules = [row for table in tables if is_schedule(table) for row in table.rows]

    def settled(day: Mention, role: Role) -> Role:
        if any(meeting.day == day for meeting in listed):
            return Role.MEETING
        if any(span.touches(day) for span in calendar):
            return Role.OTHER
        of_a_row = role is not Role.DEADLINE and any(row.touches(day) for row in schedules)
        return Role.REPLACED if of_a_row else role

    settled_roles = tuple(settled(day, role) for day, role in zip(dates, roles, strict=True))
    return Times(
        dates=dates,
        roles=settled_roles,
        hours=hours,
        parts=parts,
        instead=changed.instead,
        lists=find_lists(sheet, dates),
        scheduled=listed,
    )
