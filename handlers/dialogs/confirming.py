"""The last look at an announcement: how many will get it, now or at which moment, in spite of which doubts."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from handlers.dialogs.dating import ask_time
from handlers.dialogs.filling import ask_title
from handlers.dialogs.proofing import ask_to_leave, look_at, review_again
from handlers.events import Chose, Edited, Text
from handlers.turns import Said, Talk, Turn, column, show
from handlers.views import publishing as views
from handlers.views.correcting import NO_HOUR, NO_MOMENT, cannot_use, not_a_moment
from handlers.views.doubts import doubt_lines
from handlers.views.errors import changed_meanwhile
from handlers.views.excusing import ask_excuse, tests
from handlers.views.files import file
from handlers.views.forum_rights import TO_FORUM, TellForum
from handlers.views.releasing import proposed
from handlers.when import When, read_when, unpacked
from participation.clock import local_day, wall
from participation.consultations.concerns import needs_reason
from participation.consultations.notice import Doubt
from participation.consultations.proofs import Proof, first_unfinished, names_of
from participation.consultations.usecases import audience_spread, publish
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId
from participation.layout import button
from participation.messages import Message
from participation.offices.usecases import offices_at
from participation.readable import one_sentence

OFFICES_OPEN = time(9)


@dataclass(frozen=True)
class Confirming:
    """All is looked at; it goes out now, or at a moment. `shown` is what was doubtful about it on the last screen."""

    proof: Proof
    at: datetime | None = None
    shown: str = ""


@dataclass(frozen=True)
class Excusing:
    """Why it is published without what the law wants is awaited; the rest is as it was looked at."""

    proof: Proof
    at: datetime | None = None
    shown: str = ""

    @property
    def looked_at(self) -> Confirming:
        """What the reason is for."""
        return Confirming(self.proof, self.at, self.shown)


@dataclass(frozen=True)
class Scheduling:
    """The moment of publishing is awaited; the day may be known already."""

    proof: Proof
    day: date | None = None


async def last_look(draft: Confirming, talk: Talk) -> Turn:
    """The announcement itself once more, then the last question."""
    turn = await _confirm(draft, talk)
    if not isinstance(turn.draft, Confirming):
        return turn
    return replace(turn, screens=(views.preview(talk, await look_at(draft.proof, talk)), *turn.screens))


async def _confirm(draft: Confirming, talk: Talk) -> Turn:
    """The last look; what cannot be announced without is asked for first."""
    if not draft.proof.terms.title:
        return ask_title(draft.proof, talk)
    unfinished = first_unfinished(draft.proof)
    if unfinished is not None:
        return await ask_time(draft.proof, unfinished, talk)
    look = await look_at(draft.proof, talk, draft.at)
    people = await audience_spread(look.plan, institution=look.institution.id, uow=talk.uow)
    looked_at = replace(draft, shown=doubt_lines(talk, look.questions))
    return show(views.confirming(talk, look, people, draft.at), draft=looked_at, over=True)


async def confirming(draft: Confirming, said: Said, talk: Talk) -> Turn:
    """Publish, now or at the moment chosen."""
    match said:
        case Chose("publish"):
            return await _publish(draft, talk)
        case Chose("now"):
            return await _confirm(Confirming(draft.proof), talk)
        case Chose("later"):
            return await _ask_moment(Scheduling(draft.proof), talk, over=True)
        case Chose("test"):
            return await _test(draft, talk)
        case Chose("back"):
            return await review_again(draft.proof, talk)
        case Chose("cancel"):
            return ask_to_leave(draft.proof, talk, over=True)
        case Text(words) if isinstance(when := _moment_in(words, talk), When):
            return await _schedule(Scheduling(draft.proof), when, talk)
        case _:
            return replace(await _confirm(draft, talk), over=False)


async def _test(draft: Confirming, talk: Talk) -> Turn:
    """The announcement as it arrives, in each language, with its documents; to oneself alone."""
    turn = await _confirm(draft, talk)
    look = await look_at(draft.proof, talk, draft.at)
    papers = [file(talk, paper, paper.name or "") for paper in look.plan.papers]
    return replace(turn, screens=(*tests(talk, look), *papers, *turn.screens), over=False)


async def _publish(draft: Confirming, talk: Talk, *, reason: str = "") -> Turn:
    """Publish what was looked at; where something else is doubtful by now, that is looked at first."""
    look = await look_at(draft.proof, talk, draft.at)
    if doubt_lines(talk, look.questions) != draft.shown:
        return changed_meanwhile(await _confirm(draft, talk), talk)
    overridden = names_of(look.questions)
    if needs_reason(overridden) and not reason:
        return _ask_excuse(Excusing(draft.proof, draft.at, draft.shown), look, talk, over=True)
    consultation = await publish(
        look.plan,
        institution=look.institution.id,
        by=talk.person.id,
        at=draft.at,
        overridden=overridden,
        reason=reason,
        uow=talk.uow,
        now=talk.now,
    )
    return show(await _done(look, draft.at, consultation, talk), draft=None, over=not reason)


def _ask_excuse(draft: Excusing, look: views.Look, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    wanted = [one for one in look.questions if needs_reason(names_of([one]))]
    return show(ask_excuse(talk, wanted, complaint), draft=draft, over=over)


async def excusing(draft: Excusing, said: Said, talk: Talk) -> Turn:
    """Take the reason, and publish."""
    match said:
        case Text(words):
            return await _publish(draft.looked_at, talk, reason=one_sentence(words))
        case Chose("back"):
            return await _confirm(draft.looked_at, talk)
        case Chose("cancel"):
            return ask_to_leave(draft.looked_at.proof, talk, over=True)
        case Chose() | Edited():
            return await _asked_again(draft, talk)
        case _:
            return await _asked_again(draft, talk, cannot_use(talk))


async def _asked_again(draft: Excusing, talk: Talk, complaint: str = "") -> Turn:
    return _ask_excuse(draft, await look_at(draft.proof, talk, draft.at), talk, complaint)


async def _done(look: views.Look, at: datetime | None, consultation: ConsultationId, talk: Talk) -> Message:
    plan = look.plan
    if look.institution.by_two:
        others = await offices_at(look.institution.id, uow=talk.uow)
        return proposed(talk, others=sum(office.person != talk.person.id for office in others))
    if at is not None:
        return views.scheduled(talk, plan, at)
    shown = views.published(talk, consultation, talk.link_to(consultation))
    if await talk.uow.forums.find(look.institution.id) is None:
        return shown
    return replace(shown, buttons=(*column(button(talk.t(TO_FORUM), TellForum(consultation))), *shown.buttons))


async def _ask_moment(draft: Scheduling, talk: Talk, *, complaint: str = "", over: bool = False) -> Turn:
    if draft.day is not None:
        return show(views.ask_hour_too(talk, draft.day, complaint), draft=draft, over=over)
    calendar = await talk.uow.places.calendar(draft.proof.institution)
    next_day = When(calendar.next_working(local_day(talk.now) + timedelta(days=1)), OFFICES_OPEN)
    screen = views.ask_moment(talk, next_day.packed(), next_day.shown(talk.texts), complaint)
    return show(screen, draft=draft, over=over)


async def scheduling(draft: Scheduling, said: Said, talk: Talk) -> Turn:
    """Take the moment of publishing, which must be still to come."""
    match said:
        case Chose("at", value) if when := unpacked(value):
            return await _schedule(draft, when, talk)
        case Chose("back"):
            return await _confirm(Confirming(draft.proof), talk)
        case Text(words):
            return await _typed_moment(draft, words, talk)
        case _:
            return await _ask_moment(draft, talk)


async def _typed_moment(draft: Scheduling, words: str, talk: Talk) -> Turn:
    when = _moment_in(words, talk, day_known=draft.day is not None)
    if not isinstance(when, When):
        complaint = not_a_moment(talk, when, NO_HOUR if draft.day else NO_MOMENT)
        return await _ask_moment(draft, talk, complaint=complaint)
    return await _schedule(draft, when, talk)


def _moment_in(words: str, talk: Talk, *, day_known: bool = False) -> When | Doubt | None:
    return read_when(words, scribe=talk.house.scribe, today=local_day(talk.now), day_known=day_known)


async def _schedule(draft: Scheduling, when: When, talk: Talk) -> Turn:
    """Both day and hour lead to the last look, which shows the moment in full; the day alone asks for the hour."""
    day = when.day or draft.day
    if day is None or when.hour is None:
        return await _ask_moment(replace(draft, day=day), talk)
    at = wall(day, when.hour)
    if at <= talk.now:
        raise Refused(Refusal.IN_THE_PAST)
    return await _confirm(Confirming(draft.proof, at), talk)
