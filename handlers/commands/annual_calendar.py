"""The annual calendar of consultations."""

from functools import partial

from handlers.turns import Talk, Turn, show
from handlers.views import annual_calendar as views
from handlers.views.annual_calendar import (
    FORMS,
    AskTie,
    DropLine,
    RemoveLine,
    ShowLine,
    TakeCalendarData,
    TieLine,
)
from handlers.views.files import drawn
from handlers.views.pages import page_of
from handlers.views.year import ShowCalendar
from participation.errors import NotFound
from participation.ids import ConsultationId, InstitutionId, LineId
from participation.paperwork.gathering import letterhead_of
from participation.paperwork.yearly import AnnualCalendar
from participation.programme.usecases import (
    calendar_of,
    drop_line,
    line_for_officer,
    remove_line,
    tie_line,
    to_tie,
)
from participation.reports.sheets import Form


async def calendar(talk: Talk, pressed: ShowCalendar) -> Turn:
    """Show a page of it."""
    return await calendar_shown(
        InstitutionId(pressed.institution), pressed.year, talk, page=pressed.page, over=pressed.page != 0
    )


async def calendar_shown(
    institution: InstitutionId, year: int, talk: Talk, note: str = "", *, page: int = 0, over: bool = False
) -> Turn:
    """A page of the calendar, with a word above it."""
    found = await calendar_of(institution, year, by=talk.person.id, uow=talk.uow, now=talk.now)
    shown = views.calendar(talk, (institution, year), found, page, note)
    return show(shown, draft=None, over=over)


async def line(talk: Talk, pressed: ShowLine) -> Turn:
    """Show one."""
    return await line_shown(LineId(pressed.line), talk)


async def line_shown(line: LineId, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    """A line as it stands now, with a word above it."""
    found = await line_for_officer(line, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.line(talk, found, note), draft=None, over=over)


async def drop(talk: Talk, pressed: DropLine) -> Turn:
    """Say that it will not be consulted on, or that it will."""
    line, dropped = LineId(pressed.line), bool(pressed.dropped)
    await drop_line(line, dropped=dropped, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await line_shown(line, talk, over=True)


async def ask_tie(talk: Talk, pressed: AskTie) -> Turn:
    """Ask which consultation it is."""
    found = await line_for_officer(LineId(pressed.line), by=talk.person.id, uow=talk.uow, now=talk.now)
    meant = await to_tie(found, uow=talk.uow)
    shown = views.ask_tie(talk, found, page_of(meant, pressed.page), len(meant), pressed.page)
    return show(shown, over=pressed.page != 0)


async def tie(talk: Talk, pressed: TieLine) -> Turn:
    """Let a line be a consultation."""
    line = LineId(pressed.line)
    consultation = ConsultationId(pressed.consultation) if pressed.consultation else None
    await tie_line(line, consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await line_shown(line, talk, over=True)


async def remove(talk: Talk, pressed: RemoveLine) -> Turn:
    """Take a line out, once it is said twice."""
    line, who = LineId(pressed.line), talk.person.id
    if not pressed.sure:
        found = await line_for_officer(line, by=who, uow=talk.uow, now=talk.now)
        return show(views.sure_to_remove(talk, found), over=True)
    gone = await remove_line(line, by=who, uow=talk.uow, now=talk.now)
    return await calendar_shown(gone.institution, gone.year, talk, talk.t("The line is removed."), over=True)


async def take(talk: Talk, pressed: TakeCalendarData) -> Turn:
    """Give the calendar as data."""
    if pressed.form not in FORMS:
        raise NotFound
    place = InstitutionId(pressed.institution)
    lines = await calendar_of(place, pressed.year, by=talk.person.id, uow=talk.uow, now=talk.now)
    head = await letterhead_of(place, uow=talk.uow, now=talk.now)
    calendar = AnnualCalendar(head, pressed.year, tuple(each.planned for each in lines))
    form = Form(pressed.form) if pressed.form in set(Form) else None
    return drawn(talk, partial(talk.house.scribe.calendar_data, calendar, form), talk.t(FORMS[pressed.form]))
