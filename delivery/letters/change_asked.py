"""A change that a colleague has prepared waits for another coordinator, or was given back to whoever prepared it."""

from datetime import datetime

from delivery.letters.card import subject_part
from locales.texts import Texts
from participation.desk_actions import Manage, ShowPending
from participation.drafts import PendingChange
from participation.forum.actions import ShowForum
from participation.ids import ConsultationId, InstitutionId
from participation.layout import button, paragraphs
from participation.letters import ChangeAsked, ChangeReleased, ChangeReturned
from participation.messages import Message
from participation.ports import UnitOfWork


async def change_asked(letter: ChangeAsked, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What it is about, and the way to it; None once somebody has decided."""
    found = await uow.pending.find(letter.change)
    if found is None or found.returned is not None:
        return None
    told = texts.t("A colleague has prepared it. It goes out when a second coordinator releases it.")
    return await _letter(found, texts.t("A change waits for you"), told, uow=uow, texts=texts)


async def change_returned(letter: ChangeReturned, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Why it is not released, and the way to it; None once its author has gone on with it."""
    found = await uow.pending.find(letter.change)
    if found is None or found.returned is None:
        return None
    told = texts.t("A colleague gave it back: {reason}", reason=found.returned)
    return await _letter(found, texts.t("A change was given back to you"), told, uow=uow, texts=texts)


async def change_released(letter: ChangeReleased, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """That it went out, and the way to what it is about."""
    title = texts.t("What you prepared has been released")
    if letter.consultation is None:
        way = button(texts.t("The forum"), ShowForum(letter.institution))
    else:
        way = button(texts.t("Look at it"), Manage(letter.consultation))
    about = await _about(letter.institution, letter.consultation, uow=uow)
    return Message(title=title, body=about, buttons=((way,),))


async def _letter(found: PendingChange, title: str, told: str, *, uow: UnitOfWork, texts: Texts) -> Message:
    return Message(
        title=title,
        body=paragraphs(await _about(found.institution, found.consultation, uow=uow), told),
        buttons=((button(texts.t("Look at it"), ShowPending(found.id)),),),
    )


async def _about(institution: InstitutionId, consultation: ConsultationId | None, *, uow: UnitOfWork) -> str:
    place = await uow.places.institution(institution)
    return place.name if consultation is None else subject_part(await uow.consultations.get(consultation), place)
