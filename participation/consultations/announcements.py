"""Announcements on their way: how far they have got, and what their coordinators may do about it."""

from datetime import datetime, timedelta

from participation.apart import one_by_one
from participation.campaigns import Audience, Brake, Delivery
from participation.consultations.model import Consultation
from participation.ids import CampaignId, ConsultationId, InstitutionId, Mark, PersonId
from participation.letters import Announced, Lane, NoticeChanged, Progress, StageReached
from participation.offices.usecases import office_in, offices_at
from participation.ports import UnitOfWork

LONGEST_ANNOUNCEMENT = timedelta(days=2)
BEGINNING = Delivery()


async def report_progress(
    campaign: CampaignId,
    consultation: ConsultationId,
    *,
    institution: InstitutionId,
    uow: UnitOfWork,
    now: datetime,
    delivery: Delivery = BEGINNING,
) -> int:
    """Show the coordinators how far it has got, in one message that is edited when there is something new."""
    new = 0
    for office in await offices_at(institution, uow=uow):
        key = f"progress:{campaign}:{office.person}:{_standing(delivery)}"
        letter = Progress(campaign, consultation)
        new += await uow.outbox.add(letter, to=office.person, lane=Lane.URGENT, due_at=now, key=key)
    return new


async def send_out(
    letter: Announced | NoticeChanged | StageReached,
    about: Consultation,
    *,
    to: Audience,
    lane: Lane,
    uow: UnitOfWork,
    now: datetime,
) -> CampaignId:
    """Queue it for everybody it is for, and whoever has commented; its coordinators see how far it has got."""
    campaign = await uow.outbox.announce(letter, to=to, lane=lane, due_at=now)
    await uow.ledger.spread_news(campaign, about.id)
    await report_progress(campaign, about.id, institution=about.institution, uow=uow, now=now)
    return campaign


def _standing(delivery: Delivery) -> str:
    """How far it has got, in words that change whenever there is something new: that it stands is."""
    stands = {"stopped": delivery.stopped, "held": delivery.held, "ended": delivery.ended}
    return ", ".join((str(delivery.total - delivery.waiting), *(word for word, so in stands.items() if so)))


async def follow_announcements(*, uow: UnitOfWork, now: datetime) -> int:
    """Renew the progress of announcements that have got on since it was last shown."""

    async def follow_one(announced: tuple[CampaignId, ConsultationId]) -> int:
        campaign, consultation = announced
        found = await uow.consultations.get(consultation)
        delivery = await uow.outbox.delivery(campaign)
        return await report_progress(
            campaign, consultation, institution=found.institution, uow=uow, now=now, delivery=delivery
        )

    return await one_by_one(await uow.outbox.announced_since(now - LONGEST_ANNOUNCEMENT), follow_one, uow=uow)


async def announcement_for_officer(campaign: CampaignId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """What an announcement is about, for somebody who holds an office there."""
    consultation = await uow.consultations.get(await uow.outbox.consultation_of(campaign))
    await office_in(by, consultation.institution, uow=uow)
    return consultation


async def brake(campaign: CampaignId, act: Brake, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Let all that has not left wait, go on, or never leave; what is on its way arrives."""
    consultation = await announcement_for_officer(campaign, by=by, uow=uow)
    if await uow.outbox.brake(campaign, act):
        await _tell(act.value, campaign, consultation, by=by, uow=uow, now=now)


async def try_again(campaign: CampaignId, mark: Mark, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Send once more to those whom it did not reach and might; who blocked us or changed their mind is left alone."""
    consultation = await announcement_for_officer(campaign, by=by, uow=uow)
    if await uow.outbox.try_again(campaign, mark, now):
        await _tell("try again", campaign, consultation, by=by, uow=uow, now=now)


async def _tell(
    action: str, campaign: CampaignId, about: Consultation, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Write down who did it, and show all coordinators how it stands; a second tap did nothing and tells nothing."""
    place = about.institution
    await uow.audit.note(at=now, person=by, institution=place, action=action, subject=f"announcement {campaign}")
    delivery = await uow.outbox.delivery(campaign)
    await report_progress(campaign, about.id, institution=place, uow=uow, now=now, delivery=delivery)
