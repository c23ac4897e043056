"""Days and hours of an announcement: the deadline, the meetings, the steps; shown in full, asked about in doubt."""

from dataclasses import replace
from datetime import date

from handlers.dialogs.filling import ask_field
from handlers.dialogs.proofing import Changing, Dating, Filling, Listing, look_at, removed, review_again
from handlers.events import Chose, Edited, Text
from handlers.turns import Said, Talk, Turn, show
from handlers.views import correcting as views
from handlers.when import When, read_when, unpacked
from participation.calendar.working_days import comment_deadline
from participation.clock import local_day, next_such_day
from participation.consultations import corrections
from participation.consultations.notice import Doubt, ReadMeeting, ReadStep
from participation.consultations.proofs import Proof
from participation.errors import Refusal, Refused
from participation.messages import Message


async def ask_time(proof: Proof, number: int, talk: Talk) -> Turn:
    """Ask for the day and hour of a meeting, without which it cannot be announced."""
    complaint = talk.t("A meeting cannot be announced without its day and hour.")
    return await ask_date(Dating(proof, f"m{number}"), talk, complaint=complaint, over=True)


def change(draft: Changing, talk: Talk, *, over: bool = False) -> Turn:
    """Show a meeting and what can be changed about it."""
    suggested = _meant(draft.proof.meetings[draft.number], local_day(talk.now))
    return show(views.meeting(talk, draft.proof, draft.number, suggested), draft=draft, over=over)


async def changing(draft: Changing, said: Said, talk: Talk) -> Turn:
    """Change the day, the hour or the place of a meeting, or take it out."""
    proof, number = draft.proof, draft.number
    match said:
        case Chose("back"):
            return show(views.meetings(talk, proof), draft=Listing(proof, "meetings"), over=True)
        case Chose("when"):
            return await ask_date(Dating(proof, f"m{number}"), talk, over=True)
        case Chose("place"):
            return ask_field(Filling(proof, "place", number), talk, over=True)
        case Chose("right"):
            return await review_again(corrections.with_date_settled(proof, number), talk)
        case Chose("remove"):
            return await _removed(proof, number, talk)
        case Chose(target, _) if target == f"m{number}":
            return await dating(Dating(proof, target), said, talk)
        case Text():
            return await dating(Dating(proof, f"m{number}"), said, talk)
        case _:
            return change(draft, talk)


async def _removed(proof: Proof, number: int, talk: Talk) -> Turn:
    gone = removed(talk, views.meeting_label(talk, proof.meetings[number]))
    return await review_again(corrections.without_meeting(proof, number), talk, gone)


async def ask_date(draft: Dating, talk: Talk, *, complaint: str = "", over: bool = False) -> Turn:
    """Ask for the day or the hour, with the days at hand that may be meant."""
    proof, number = draft.proof, _number(draft)
    today = local_day(talk.now)
    match draft.target[:1]:
        case "s":
            step = proof.steps[number]
            screen = views.ask_step(talk, step, draft.target, _meant(step, today), complaint)
        case "m":
            meeting = proof.meetings[number]
            screen = views.ask_meeting_time(talk, meeting, draft.target, _meant(meeting, today), complaint)
        case _:
            screen = await _deadline_screen(proof, talk, complaint)
    return show(screen, draft=draft, over=over)


def _meant(read: ReadMeeting | ReadStep, today: date) -> date | None:
    """The day that a date without a year most likely means."""
    return next_such_day(read.month_day, today) if read.month_day and not read.day else None


def _number(draft: Dating) -> int:
    return int(draft.target[1:] or 0)


async def _deadline_screen(proof: Proof, talk: Talk, complaint: str) -> Message:
    look = await look_at(proof, talk)
    today = local_day(talk.now)
    days = views.Days(
        counted=comment_deadline(max(look.plan.terms.notice_date or today, today), look.calendar),
        meant=next_such_day(proof.deadline_month_day, today) if proof.deadline_month_day else None,
        last_meeting=max((meeting.day for meeting in proof.meetings if meeting.day), default=None),
        present=look.plan.terms.deadline,
        promised=await _promised(proof, talk),
    )
    return views.ask_deadline(talk, days, complaint)


async def _promised(proof: Proof, talk: Talk) -> date | None:
    """The last day that people were told of: of what is out it only comes later."""
    return (await talk.uow.consultations.get(proof.of)).terms.deadline if proof.of is not None else None


async def dating(draft: Dating, said: Said, talk: Talk) -> Turn:
    """Take a day or an hour; one that may be misread is shown in full and asked about."""
    match said:
        case Chose("back"):
            return await review_again(draft.proof, talk)
        case Chose(target, value) if target == draft.target and (when := unpacked(value)):
            return await _dated(draft, when, talk)
        case Chose("open") if draft.target.startswith("s"):
            return await review_again(corrections.with_step(draft.proof, _number(draft), None), talk)
        case Chose("words") if draft.target.startswith("s"):
            return ask_field(Filling(draft.proof, "step", _number(draft)), talk, over=True)
        case Chose("remove") if draft.target.startswith("s"):
            gone = removed(talk, draft.proof.steps[_number(draft)].what)
            return await review_again(corrections.without_step(draft.proof, _number(draft)), talk, gone)
        case Chose("remove") if draft.target.startswith("m"):
            return await _removed(draft.proof, _number(draft), talk)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose() | Edited():
            return await ask_date(draft, talk)
        case _:
            return await ask_date(draft, talk, complaint=views.cannot_use(talk))


async def _typed(draft: Dating, words: str, talk: Talk) -> Turn:
    meeting = draft.proof.meetings[_number(draft)] if draft.target.startswith("m") else None
    day_known = meeting is not None and meeting.day is not None
    match read_when(words, scribe=talk.house.scribe, today=local_day(talk.now), day_known=day_known):
        case When(day, _, sure) as when if day or meeting:
            return await _dated(draft, when, talk) if sure else show(views.sure(talk, when, draft.target), draft=draft)
        case Doubt() as doubt:
            return await ask_date(draft, talk, complaint=views.not_a_moment(talk, doubt))
        case _:
            return await ask_date(draft, talk, complaint=views.not_a_moment(talk, None, _unread(meeting)))


def _unread(meeting: ReadMeeting | None) -> str:
    """What was asked for and not found: a day, of a meeting also the hour, or only that."""
    if meeting is None:
        return views.NO_DAY
    return views.NO_HOUR if meeting.day and not meeting.start else views.NO_MOMENT


async def _dated(draft: Dating, when: When, talk: Talk) -> Turn:
    match draft.target[:1], when.day:
        case "m", _:
            return await _meeting_dated(draft, when, talk)
        case "s", date() as day:
            step = draft.proof.steps[_number(draft)].what
            echo = talk.t("The step “{step}” is now on {day}.", step=step, day=talk.texts.day(day))
            return await review_again(corrections.with_step(draft.proof, _number(draft), day), talk, echo)
        case "d", date() as day:
            promised = await _promised(draft.proof, talk)
            if promised is not None and day < promised:
                raise Refused(Refusal.SHORTER)
            echo = talk.t("The last day for comments is now {day}.", day=talk.texts.day(day))
            return await review_again(corrections.with_deadline(draft.proof, day), talk, echo)
        case _:
            return await ask_date(draft, talk)


async def _meeting_dated(draft: Dating, when: When, talk: Talk) -> Turn:
    """Put the day and hour to a meeting; what is then still missing is asked for."""
    number = _number(draft)
    old = draft.proof.meetings[number]
    start, end = (when.hour, when.until) if when.hour else (old.start, old.end)
    new = replace(old, day=when.day or old.day, start=start, end=end)
    proof = corrections.with_meeting(draft.proof, number, new)
    if when.day:
        proof = corrections.with_date_settled(proof, number)
    if new.day is None or new.start is None:
        return await ask_date(Dating(proof, draft.target), talk)
    echo = talk.t("The meeting is now on {moment}.", moment=When(new.day, new.start, until=new.end).shown(talk.texts))
    if new.place is None:
        return ask_field(Filling(proof, "place", number), talk, complaint=echo)
    return await review_again(proof, talk, echo)
