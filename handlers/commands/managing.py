"""Consultations that are out, for those who hold them: how they stand, and what is done by one tap."""

from collections import Counter

from handlers.turns import Talk, Turn, show
from handlers.views import managing as views
from handlers.views.managing import Managed, ShowConsultationsOfMine
from handlers.views.pages import page_of
from participation.calendar.legal_clock import LegalClock, legal_clock
from participation.clock import local_day
from participation.comments.usecases import owed_in_order
from participation.consultations.model import Consultation
from participation.consultations.usecases import consultation_for_officer, newest_first, public_of
from participation.desk_actions import Manage
from participation.errors import NotFound
from participation.ids import ConsultationId


async def consultations(talk: Talk, pressed: ShowConsultationsOfMine) -> Turn:
    """List what was ever published, the newest first."""
    ordered = newest_first([one for place in talk.institutions for one in await public_of(place, uow=talk.uow)])
    late = await _overdue(talk)
    page = page_of(ordered, pressed.page)
    shown = [(one, await talk.uow.comments.balance(one.id), late[one.id]) for one in page]
    return show(views.consultations(talk, shown, len(ordered), pressed.page), over=pressed.page != 0)


async def _overdue(talk: Talk) -> Counter[ConsultationId]:
    """Of each consultation how many answers are late."""
    owed = await owed_in_order(talk.institutions, uow=talk.uow)
    return Counter(one.consultation for one, day in owed if day < local_day(talk.now))


async def manage(talk: Talk, pressed: Manage) -> Turn:
    """Show one of them."""
    return await managed(ConsultationId(pressed.consultation), talk)


async def managed(consultation: ConsultationId, talk: Talk, *, over: bool = False) -> Turn:
    """The page of a consultation."""
    found = await consultation_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    if not found.is_public():
        raise NotFound
    several = len(talk.institutions) > 1
    shown = Managed(
        consultation=found,
        clock=await clock_of(found, talk),
        balance=await talk.uow.comments.balance(consultation),
        held_by=(await talk.uow.places.institution(found.institution)).name if several else "",
        overdue=(await _overdue(talk))[consultation],
    )
    return show(views.page(talk, shown), over=over)


async def clock_of(found: Consultation, talk: Talk) -> LegalClock | None:
    """How its time runs, where it has a day from which and one until which it does."""
    until = found.terms.deadline
    if until is None:
        return None
    calendar = await talk.uow.places.calendar(found.institution)
    return legal_clock(found.since, until, calendar, local_day(talk.now))
