"""What becomes of a consultation: its comments are examined, answered and summed up, and an act is adopted (art. 6)."""

from collections.abc import Sequence
from datetime import datetime

from participation.clock import local_day
from participation.comments.model import Balance
from participation.consultations.announcements import send_out
from participation.consultations.life import check_move
from participation.consultations.model import Adoption, Consultation, Phase, Stage
from participation.consultations.usecases import audience_of, consultation_for_officer, note_deed
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, PendingId, PersonId
from participation.letters import DeadlineReminder, Lane, StageReached, consultation_subject
from participation.offices.pending import let_through
from participation.ports import UnitOfWork
from participation.words import LONGEST_NAME, has_letters, is_blank, is_link


async def reviewable(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Consultation:
    """A consultation whose comments can be examined: their time is over, for no consultation is closed early."""
    found = await _moving(consultation, Stage.REVIEW, by=by, uow=uow)
    _check_time_is_over(found, now)
    if any(meeting.is_ahead(now) for meeting in await uow.meetings.of(consultation)):
        raise Refused(Refusal.TOO_EARLY)
    return found


async def begin_review(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Consultation:
    """Begin to examine the comments."""
    found = await reviewable(consultation, by=by, uow=uow, now=now)
    await _move(found, Stage.REVIEW, by=by, uow=uow, now=now)
    return found


async def to_examine(
    institutions: Sequence[InstitutionId], *, uow: UnitOfWork, now: datetime
) -> Sequence[Consultation]:
    """Those whose time for comments is over and whose examination can begin, what ended first comes first."""
    mine = [one for place in institutions for one in await uow.consultations.of(place)]
    ended = [one for one in mine if one.is_public() and one.phase(now) is Phase.CLOSED]
    ahead = {one.consultation for one in await uow.meetings.ahead(institutions, now) if one.is_ahead(now)}
    return sorted(
        (one for one in ended if one.id not in ahead), key=lambda one: (one.terms.deadline or one.since, one.id)
    )


async def summable(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Consultation:
    """A consultation that can be summed up: the time for comments is over."""
    found = await _moving(consultation, Stage.SUMMARISED, by=by, uow=uow)
    _check_time_is_over(found, now)
    return found


def _check_time_is_over(found: Consultation, now: datetime) -> None:
    if found.terms.deadline is not None and found.is_open(now):
        raise Refused(Refusal.TOO_EARLY)


async def summarise(
    consultation: ConsultationId,
    *,
    by: PersonId,
    asked: PendingId | None = None,
    reason: str = "",
    uow: UnitOfWork,
    now: datetime,
) -> Balance:
    """Publish what became of the comments; with one undecided only for a reason, which is noted (R20).

    Where two release, it is what a colleague has `asked` to release.
    """
    found = await summable(consultation, by=by, uow=uow, now=now)
    await let_through(asked, institution=found.institution, about=found.id, by=by, uow=uow, now=now)
    balance = await uow.comments.balance(consultation)
    check_summary(balance, reason)
    await _move(found, Stage.SUMMARISED, by=by, uow=uow, now=now)
    if balance.undecided:
        await uow.consultations.close_despite(consultation, reason.strip())
        await note_deed(f"summed up with {balance.undecided} undecided", found, by=by, uow=uow, now=now)
    await _tell(found, Stage.SUMMARISED, uow=uow, now=now)
    return balance


def check_summary(balance: Balance, reason: str) -> None:
    """Refuse to sum up with comments that nobody has decided on, as long as nobody says why (R20)."""
    if balance.undecided and not has_letters(reason):
        raise Refused(Refusal.STILL_OWED)


async def adoptable(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """A consultation of which an act can be told, or has been told and can be put right."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    if found.stage is not Stage.ADOPTED:
        check_move(found.stage, Stage.ADOPTED)
    return found


def check_adoption(adoption: Adoption, found: Consultation, now: datetime) -> None:
    """Refuse an act without a number, of a day that is still to come or before the notice, and what is no link."""
    if is_blank(adoption.number):
        raise Refused(Refusal.EMPTY)
    if len(adoption.number) > LONGEST_NAME:
        raise Refused(Refusal.TOO_LONG)
    if not found.since <= adoption.day <= local_day(now):
        raise Refused(Refusal.NOT_YET_ADOPTED)
    if adoption.link is not None and not is_link(adoption.link):
        raise Refused(Refusal.ODD_LINK)
    if found.stage is Stage.ADOPTED and adoption == found.adoption:
        raise Refused(Refusal.NOTHING_CHANGED)


async def adopt(
    consultation: ConsultationId,
    adoption: Adoption,
    *,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Consultation:
    """Keep which act was adopted, and tell whoever follows; said once more, it is put right and nobody is rung up.

    Where two release, it is what a colleague has `asked` to release.
    """
    found = await adoptable(consultation, by=by, uow=uow)
    await let_through(asked, institution=found.institution, about=found.id, by=by, uow=uow, now=now)
    again = found.stage is Stage.ADOPTED
    check_adoption(adoption, found, now)
    await uow.consultations.adopt(consultation, adoption)
    if again:
        await note_deed("act put right", found, by=by, uow=uow, now=now)
    else:
        await _move(found, Stage.ADOPTED, by=by, uow=uow, now=now)
        await _tell(found, Stage.ADOPTED, uow=uow, now=now)
    return await uow.consultations.get(consultation)


async def _moving(consultation: ConsultationId, to: Stage, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    check_move(found.stage, to)
    return found


async def _move(found: Consultation, to: Stage, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    if not await uow.consultations.move(found.id, to, was=found.stage, on=local_day(now)):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    await note_deed(f"stage {to.value}", found, by=by, uow=uow, now=now)


async def _tell(found: Consultation, stage: Stage, *, uow: UnitOfWork, now: datetime) -> None:
    await uow.outbox.call_back(consultation_subject(found.id), only=(DeadlineReminder,))
    audience = await audience_of(found, uow=uow)
    await send_out(StageReached(found.id, stage), found, to=audience, lane=Lane.ANNOUNCEMENT, uow=uow, now=now)
