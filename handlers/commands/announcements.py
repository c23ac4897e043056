"""Announcements on their way, for their coordinators: looked at, paused, let go on, stopped for good, tried again."""

from handlers.turns import Talk, Turn, show
from handlers.views import announcements as views
from participation.campaigns import Brake
from participation.consultations.announcements import announcement_for_officer, brake, try_again
from participation.desk_actions import (
    PauseAnnouncement,
    ResumeAnnouncement,
    ShowProgress,
    StopAnnouncement,
    TryFailedAgain,
)
from participation.errors import NotFound
from participation.ids import CampaignId


async def progress(talk: Talk, pressed: ShowProgress) -> Turn:
    """Show how far an announcement of one's own institution has got."""
    return await _progress(talk, CampaignId(pressed.campaign))


async def pause_announcement(talk: Talk, pressed: PauseAnnouncement) -> Turn:
    """Let what has not been sent wait, and show how far it has got."""
    return await _brake(talk, CampaignId(pressed.campaign), Brake.PAUSE)


async def resume_announcement(talk: Talk, pressed: ResumeAnnouncement) -> Turn:
    """Let an announcement that stands go on, and show how far it has got."""
    return await _brake(talk, CampaignId(pressed.campaign), Brake.RESUME)


async def stop_announcement(talk: Talk, pressed: StopAnnouncement) -> Turn:
    """Ask once, in a message of its own: the progress is renewed meanwhile. Then end it, and show what became of it."""
    campaign = CampaignId(pressed.campaign)
    if not pressed.sure:
        consultation = await announcement_for_officer(campaign, by=talk.person.id, uow=talk.uow)
        delivery = await talk.uow.outbox.delivery(campaign)
        return show(views.ask_to_stop(talk, campaign, consultation.terms.title, delivery))
    return await _brake(talk, campaign, Brake.STOP)


async def try_failed_again(talk: Talk, pressed: TryFailedAgain) -> Turn:
    """Send once more what failed, and show how far it has got."""
    campaign = CampaignId(pressed.campaign)
    await try_again(campaign, pressed.mark, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _progress(talk, campaign)


async def _brake(talk: Talk, campaign: CampaignId, act: Brake) -> Turn:
    await brake(campaign, act, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _progress(talk, campaign)


async def _progress(talk: Talk, campaign: CampaignId) -> Turn:
    """One of another institution is not there for this person."""
    consultation = await talk.uow.consultations.get(await talk.uow.outbox.consultation_of(campaign))
    if consultation.institution not in talk.institutions:
        raise NotFound
    delivery = await talk.uow.outbox.delivery(campaign, talk.now)
    return show(views.progress(talk, campaign, consultation.terms.title, delivery), over=True)
