"""Putting right one part of an announcement; each correction leads back to the draft with its doubts counted anew.

Reviewing ──a part──▶ Filling (words) ────────────▶ Reviewing
    │                 Dating (a day, an hour) ────▶
    └────────────────▶ Listing ──one of them──▶ Changing
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers import proofs
from handlers.events import Chose, Edited, File, Text
from handlers.proofs import Proof, plan_of, questions
from handlers.turns import Said, Step, Talk, Turn, show
from handlers.views import correcting as views
from handlers.views.errors import cannot_use
from handlers.views.publishing import Look, preview, review
from handlers.when import When, next_such_day, read_when, unpacked
from participation.calendar.working_days import comment_deadline
from participation.clock import local_day
from participation.consultations.model import Kind
from participation.consultations.notice import DoubtKind, ReadMeeting
from participation.ids import UnitId
from participation.messages import Media, MediaKind, Message

MOST_PAPERS = 10
LONGEST_NAME = 100


@dataclass(frozen=True)
class Reviewing:
    """The draft is looked at."""

    proof: Proof


@dataclass(frozen=True)
class Filling:
    """Words for a part are awaited; `number` is the meeting's, where it is a place."""

    proof: Proof
    field: str
    number: int = 0


@dataclass(frozen=True)
class Listing:
    """One of several is being chosen: a kind, a unit, a document, a meeting, a step."""

    proof: Proof
    what: str


@dataclass(frozen=True)
class Changing:
    """One meeting is being changed."""

    proof: Proof
    number: int


@dataclass(frozen=True)
class Dating:
    """A day or an hour is awaited, for the deadline (`d`), a meeting (`m3`) or a step (`s3`)."""

    proof: Proof
    target: str


async def look_at(proof: Proof, talk: Talk, on: date | None = None) -> Look:
    """The proof as it stands today, or on the day it shall be published."""
    institution = await talk.uow.places.institution(proof.institution)
    calendar = await talk.uow.places.calendar(institution.id)
    units = await talk.uow.places.units(institution.municipality) if institution.municipality else ()
    day = on or local_day(talk.now)
    return Look(
        proof=proof,
        institution=institution,
        calendar=calendar,
        units=tuple(units),
        plan=plan_of(proof, on=day, calendar=calendar),
        questions=questions(proof, institution=institution, on=day, calendar=calendar),
    )


async def show_proof(proof: Proof, talk: Talk, echo: str = "") -> Turn:
    """The draft as everybody will see it, then its doubts."""
    proof = proofs.without_empty_meetings(proof)
    look = await look_at(proof, talk)
    return show(preview(talk, look), review(talk, look, echo), draft=Reviewing(proof))


async def back_to_proof(proof: Proof, talk: Talk) -> Turn:
    """Nothing was changed: only the doubts are shown again, in the same place."""
    proof = proofs.without_empty_meetings(proof)
    return show(review(talk, await look_at(proof, talk)), draft=Reviewing(proof), over=True)


# Reading what was typed into a part: the value, or None if it does not fit.


def _short(longest: int) -> Callable[[str], str | None]:
    def read(words: str) -> str | None:
        tidy = " ".join(words.split())
        return tidy if 0 < len(tidy) <= longest else None

    return read


def _email(words: str) -> str | None:
    found = words.strip()
    return found if re.fullmatch(r"[^\s@,;<>]{1,64}@[^\s@,;<>]+\.[^\s@.,;<>]{2,}", found) else None


def _phone(words: str) -> str | None:
    found = " ".join(words.split())
    digits = sum(letter.isdigit() for letter in found)
    return found if re.fullmatch(r"\+?[\d ()/.-]+", found) and 6 <= digits <= 15 else None


def _link(words: str) -> str | None:
    found = words.strip()
    found = found if found.lower().startswith(("https://", "http://")) else f"https://{found}"
    return found if re.fullmatch(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", found, re.IGNORECASE) else None


READERS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "title": _short(proofs.LONGEST_TITLE),
    "purpose": _short(1_500),
    "audience": _short(500),
    "email": _email,
    "phone": _phone,
    "register_url": _link,
    "place": _short(200),
}


async def fix(what: str, proof: Proof, talk: Talk) -> Turn:
    """Ask for one part of the draft."""
    match what:
        case "kind" | "units" | "papers" | "meetings" | "steps":
            return await _list(Listing(proof, what), talk, over=True)
        case "deadline":
            return await _date(Dating(proof, "d"), talk, over=True)
        case field if field in views.ASKS and field != "place":
            return _ask(Filling(proof, field), talk, over=True)
        case _:
            return await show_proof(proof, talk)


def _ask(draft: Filling, talk: Talk, *, complaint: str = "", over: bool = False) -> Turn:
    laws = views.law_buttons(talk, draft.proof.doubts) if draft.field == "laws" else ()
    screen = views.ask(talk, draft.field, present=_present(draft), complaint=complaint, more=laws)
    return show(screen, draft=draft, over=over)


def _present(draft: Filling) -> str:
    match draft.field:
        case "place":
            return draft.proof.meetings[draft.number].place or ""
        case "laws":
            return ", ".join(draft.proof.terms.laws)
        case field:
            return str(getattr(draft.proof.terms, field) or "")


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take the words for a part; what does not fit is asked again."""
    match said:
        case Text(words) | Edited(words):
            return await _fill(draft, words, talk)
        case Chose("back"):
            return await back_to_proof(draft.proof, talk)
        case Chose("empty") if draft.field != "title":
            return await show_proof(_filled(draft, None), talk)
        case Chose(name, law) if name.startswith("law") and draft.field == "laws":
            return await _accept_law(draft.proof, law, talk)
        case Chose():
            return _ask(draft, talk)
        case _:
            return show(cannot_use(talk, talk.t(views.ASKS[draft.field])), draft=draft)


async def _accept_law(proof: Proof, suggestion: str, talk: Talk) -> Turn:
    meant = (d for d in proof.doubts if d.kind is DoubtKind.UNKNOWN_LAW and d.suggestion == suggestion)
    for doubt in meant:
        proof = proofs.with_law_corrected(proof, doubt.words, suggestion)
    return await show_proof(proof, talk)


async def _fill(draft: Filling, words: str, talk: Talk) -> Turn:
    if draft.field == "laws":
        return await _fill_laws(draft, words, talk)
    value = READERS[draft.field](words)
    if value is None:
        return _ask(draft, talk, complaint=talk.t(views.WRONG[draft.field]))
    return await show_proof(_filled(draft, value), talk)


async def _fill_laws(draft: Filling, words: str, talk: Talk) -> Turn:
    reading = talk.house.papers.read_notice(f"ligji nr. {words}")
    if not reading.laws:
        return _ask(draft, talk, complaint=talk.t(views.WRONG["laws"]))
    doubts = [doubt for doubt in reading.doubts if doubt.kind is DoubtKind.UNKNOWN_LAW]
    return await show_proof(proofs.with_laws(draft.proof, reading.laws, doubts), talk)


def _filled(draft: Filling, value: str | None) -> Proof:
    match draft.field:
        case "place":
            meeting = draft.proof.meetings[draft.number]
            return proofs.with_meeting(draft.proof, draft.number, replace(meeting, place=value))
        case "laws":
            return proofs.with_laws(draft.proof, (), ())
        case "purpose" | "audience" as field:
            return proofs.with_terms(draft.proof, **{field: value or ""})
        case field:
            return proofs.with_terms(draft.proof, **{field: value})


async def _list(draft: Listing, talk: Talk, *, over: bool = False) -> Turn:
    proof = draft.proof
    match draft.what:
        case "kind":
            screen = views.kinds(talk)
        case "units":
            screen = views.units(talk, (await look_at(proof, talk)).units, proof.terms.units)
        case "papers":
            screen = views.papers(talk, proof.papers)
        case "steps":
            screen = views.steps(talk, proof.steps, early=any(proofs.steps_before_launch(proof)))
        case _:
            screen = views.meetings(talk, proof.meetings)
    return show(screen, draft=draft, over=over)


async def listing(draft: Listing, said: Said, talk: Talk) -> Turn:
    """Take the one that was chosen; a file is always one more document."""
    match said:
        case Chose("back"):
            return await back_to_proof(draft.proof, talk)
        case Chose(name, value):
            return await _picked(draft, name, value, talk)
        case File(media):
            return await attach(draft.proof, media, talk)
        case _:
            turn = await _list(draft, talk)
            return replace(turn, screens=(cannot_use(talk, talk.t("Press one of the buttons.")), *turn.screens))


async def _picked(draft: Listing, name: str, value: str, talk: Talk) -> Turn:
    proof, number = draft.proof, int(value) if value.isdecimal() else 0
    match draft.what, name:
        case "kind", "kind" if value in set(Kind):
            return await show_proof(proofs.with_terms(proof, kind=Kind(value)), talk)
        case "units", "unit":
            return await _toggle(draft, UnitId(number), talk)
        case "papers", "remove" if number < len(proof.papers):
            kept = (*proof.papers[:number], *proof.papers[number + 1 :])
            return await show_proof(replace(proof, papers=kept), talk)
        case "meetings", "meeting" if number < len(proof.meetings):
            return _change(Changing(proof, number), talk, over=True)
        case "meetings", "add":
            added = proofs.with_meeting(proof, len(proof.meetings), ReadMeeting())
            return await _date(Dating(added, f"m{len(proof.meetings)}"), talk, over=True)
        case "steps", "step" if number < len(proof.steps):
            return await _date(Dating(proof, f"s{number}"), talk, over=True)
        case "steps", "right":
            return await show_proof(proofs.with_early_steps(proof), talk)
        case _:
            return await _list(draft, talk)


async def _toggle(draft: Listing, unit: UnitId, talk: Talk) -> Turn:
    known = {u.id for u in (await look_at(draft.proof, talk)).units}
    chosen = set(draft.proof.terms.units) ^ ({unit} & known)
    proof = proofs.with_terms(draft.proof, units=tuple(sorted(chosen)))
    return await _list(Listing(proof, "units"), talk, over=True)


async def attach(proof: Proof, media: Media, talk: Talk) -> Turn:
    """Put a file to the documents, if people could open it there."""
    complaint = cannot_attach(proof.papers, media, talk)
    if complaint:
        return show(cannot_use(talk, complaint))
    return await show_proof(replace(proof, papers=(*proof.papers, named_paper(media, talk))), talk)


def cannot_attach(papers: tuple[Media, ...], media: Media, talk: Talk) -> str:
    """Why a file cannot be one of the documents, or nothing."""
    if media.kind is not MediaKind.DOCUMENT:
        return talk.t("Please send it as a file, not as a photo or recording, so that people can open and print it.")
    if len(papers) >= MOST_PAPERS:
        return talk.t("Ten documents are the most that fit into one announcement.")
    return ""


def named_paper(media: Media, talk: Talk) -> Media:
    """The file under a name that fits on a button."""
    return replace(media, name=(media.name or talk.t("Document"))[:LONGEST_NAME])


def _change(draft: Changing, talk: Talk, *, over: bool = False) -> Turn:
    month_day = draft.proof.meetings[draft.number].month_day
    suggested = next_such_day(month_day, local_day(talk.now)) if month_day else None
    return show(views.meeting(talk, draft.proof, draft.number, suggested), draft=draft, over=over)


async def changing(draft: Changing, said: Said, talk: Talk) -> Turn:
    """Change the day, the hour or the place of a meeting, or take it out."""
    proof, number = draft.proof, draft.number
    match said:
        case Chose("back"):
            return await _list(Listing(proof, "meetings"), talk, over=True)
        case Chose("when"):
            return await _date(Dating(proof, f"m{number}"), talk, over=True)
        case Chose("place"):
            return _ask(Filling(proof, "place", number), talk, over=True)
        case Chose("right"):
            return await show_proof(proofs.with_date_settled(proof, number), talk)
        case Chose("remove"):
            return await show_proof(proofs.without_meeting(proof, number), talk)
        case Chose(target, _) if target == f"m{number}":
            return await dating(Dating(proof, target), said, talk)
        case Text() | Edited():
            return await dating(Dating(proof, f"m{number}"), said, talk)
        case _:
            return _change(draft, talk)


async def _date(draft: Dating, talk: Talk, *, complaint: str = "", over: bool = False) -> Turn:
    proof, number = draft.proof, _number(draft)
    today = local_day(talk.now)
    match draft.target[:1]:
        case "s":
            step = proof.steps[number]
            offer = next_such_day(step.month_day, today) if step.month_day and not step.day else None
            screen = views.ask_step(talk, step, draft.target, offer, complaint)
        case "m":
            screen = views.ask_meeting_time(talk, proof.meetings[number], complaint)
        case _:
            screen = await _deadline_screen(proof, talk, complaint)
    return show(screen, draft=draft, over=over)


def _number(draft: Dating) -> int:
    return int(draft.target[1:] or 0)


async def _deadline_screen(proof: Proof, talk: Talk, complaint: str) -> Message:
    look = await look_at(proof, talk)
    today = local_day(talk.now)
    return views.ask_deadline(
        talk,
        counted=comment_deadline(max(look.plan.terms.notice_date or today, today), look.calendar),
        suggested=next_such_day(proof.deadline_month_day, today) if proof.deadline_month_day else None,
        present=look.plan.terms.deadline,
        complaint=complaint,
    )


async def dating(draft: Dating, said: Said, talk: Talk) -> Turn:
    """Take a day or an hour; one that may be misread is shown in full and asked about."""
    match said:
        case Chose("back"):
            return await back_to_proof(draft.proof, talk)
        case Chose(target, value) if target == draft.target and (when := unpacked(value)):
            return await _dated(draft, when, talk)
        case Chose("open") if draft.target.startswith("s"):
            return await show_proof(proofs.with_step(draft.proof, _number(draft), None), talk)
        case Chose("remove") if draft.target.startswith("s"):
            return await show_proof(proofs.without_step(draft.proof, _number(draft)), talk)
        case Text(words) | Edited(words):
            return await _typed(draft, words, talk)
        case _:
            return await _date(draft, talk)


async def _typed(draft: Dating, words: str, talk: Talk) -> Turn:
    when = read_when(words, papers=talk.house.papers, today=local_day(talk.now))
    if when is None or (when.day is None and not draft.target.startswith("m")):
        return await _date(draft, talk, complaint=views.not_a_moment(talk))
    if not when.sure:
        return show(views.sure(talk, when, draft.target), draft=draft)
    return await _dated(draft, when, talk)


async def _dated(draft: Dating, when: When, talk: Talk) -> Turn:
    match draft.target[:1], when.day:
        case "m", _:
            return await _meeting_dated(draft, when, talk)
        case "s", date() as day:
            step = draft.proof.steps[_number(draft)].what
            echo = talk.t("The step “{step}” is now on {day}.", step=step, day=talk.texts.day(day))
            return await show_proof(proofs.with_step(draft.proof, _number(draft), day), talk, echo)
        case "d", date() as day:
            echo = talk.t("The last day for comments is now {day}.", day=talk.texts.day(day))
            return await show_proof(proofs.with_deadline(draft.proof, day), talk, echo)
        case _:
            return await _date(draft, talk)


async def _meeting_dated(draft: Dating, when: When, talk: Talk) -> Turn:
    """Put the day and hour to a meeting; what is then still missing is asked for."""
    number = _number(draft)
    old = draft.proof.meetings[number]
    new = replace(old, day=when.day or old.day, start=when.hour or old.start, end=old.end if not when.hour else None)
    proof = proofs.with_meeting(draft.proof, number, new)
    if when.day:
        proof = proofs.with_date_settled(proof, number)
    if new.day is None or new.start is None:
        return await _date(Dating(proof, draft.target), talk)
    echo = talk.t("The meeting is now on {moment}.", moment=When(new.day, new.start).shown(talk.texts))
    if new.place is None:
        return _ask(Filling(proof, "place", number), talk, complaint=echo)
    return await show_proof(proof, talk, echo)


CORRECTING: Final[Mapping[type, Step]] = {
    Filling: filling,
    Listing: listing,
    Changing: changing,
    Dating: dating,
}
