"""What waits to be let out: for a second coordinator, or for its hour."""

from itertools import dropwhile

from handlers.commands.pending import pending
from handlers.dialogs.releasing import let_out, shown, waits_of
from handlers.turns import Talk, Turn, show
from handlers.views import releasing as views
from handlers.views.excusing import tests
from handlers.views.files import file
from handlers.views.releasing import Release, TryOut
from handlers.views.scheduled import PublishNow
from participation.consultations.model import Consultation
from participation.consultations.releasing import proposed_for_officer
from participation.consultations.usecases import scheduled_for_officer
from participation.desk_actions import ShowPending, ShowProposed
from participation.ids import ConsultationId
from participation.offices.pending import pending_for


async def proposed(talk: Talk, pressed: ShowProposed) -> Turn:
    """Show what waits, the oldest first, as it will go out; changes of what is out come after announcements."""
    wanted = ConsultationId(pressed.consultation)
    if wanted:
        await _proposed(wanted, talk)
    found = await talk.uow.consultations.proposed(talk.institutions)
    if not found:
        return await pending(talk, ShowPending())
    one, *later = dropwhile(lambda each: each.id != wanted, found) if wanted else found
    changes = await pending_for(talk.institutions, person=talk.person.id, uow=talk.uow)
    following = [*(ShowProposed(each.id) for each in later), *(ShowPending(each.id) for each in changes)]
    return shown(await waits_of(one, talk, next(iter(following), None)), talk)


async def _proposed(consultation: int, talk: Talk) -> Consultation:
    return await proposed_for_officer(ConsultationId(consultation), by=talk.person.id, uow=talk.uow)


async def release_proposed(talk: Talk, pressed: Release) -> Turn:
    """Let it go out; where it is another one by now, that is looked at first."""
    return await let_out(await _proposed(pressed.consultation, talk), pressed.seen, talk)


async def try_out(talk: Talk, pressed: TryOut) -> Turn:
    """The announcement as it arrives, in each language, with its documents; to oneself alone."""
    waits = await waits_of(await _proposed(pressed.consultation, talk), talk)
    papers = [file(talk, paper, paper.name or "") for paper in waits.look.plan.papers]
    return show(*tests(talk, waits.look), *papers, views.waiting(talk, waits))


async def publish_scheduled(talk: Talk, pressed: PublishNow) -> Turn:
    """Show it as it would go out now; whoever has seen just that publishes it."""
    found = await scheduled_for_officer(ConsultationId(pressed.consultation), by=talk.person.id, uow=talk.uow)
    if not pressed.seen:
        return shown(await waits_of(found, talk), talk)
    return await let_out(found, pressed.seen, talk)
