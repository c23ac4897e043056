"""What a forum is told: each member by themselves, once, and with a row in the proof of notice.

The words are fixed when they are queued, and not when they leave as in other letters: their mark stands in the proof.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.consultations.announcements import LONGEST_ANNOUNCEMENT
from participation.consultations.model import TAKES_COMMENTS, Consultation, Stage
from participation.consultations.usecases import consultation_for_officer
from participation.errors import NotFound, Refusal, Refused
from participation.forum.membership import Member, in_order
from participation.forum.model import ForumTold, ProofTopic, Wording
from participation.forum.proof import NewProof, ProofRow, ProofStep, ProofWay, named, text_mark
from participation.ids import CampaignId, ConsultationId, ForumMemberId, InstitutionId, MeetingId, PersonId
from participation.letters import Lane
from participation.meetings.model import Meeting
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.post import Fate
from participation.words import one_line

Words = Mapping[Language, Wording]
LONGEST_SUBJECT: Final = 200
LONGEST_DETAIL: Final = 250
ERASED: Final = "marrësi i fshiu të dhënat e veta"
CALLED_OFF: Final = "takimi u anulua para se të nisej"
SAID_BY_HAND: Final = "e shënoi koordinatori"
MOVED: Final = "takimi u zhvendos para se të nisej"
GIVEN_UP: Final = "konsultimi u anulua para se të nisej"
RECALLED: Final = frozenset({CALLED_OFF, MOVED, GIVEN_UP})
"""Why something of ours never left."""
WHY: Final[Mapping[str, str]] = {
    "unreachable": "Telegrami nuk e gjen marrësin",
    "rejected": "Telegrami nuk e pranoi",
    "doubtful": "nuk dihet nëse mbërriti",
    "expired": "iu kaloi koha",
    "cancelled": "marrësi nuk do mesazhe, ose nuk është më në forum",
}
"""What a row says of a letter that did not arrive."""


@dataclass(frozen=True)
class Untold:
    """Who of a forum has not been told something: those written to by e-mail, and those whom nothing reaches yet."""

    by_telegram: tuple[Member, ...] = ()
    by_email: tuple[Member, ...] = ()
    unreached: tuple[Member, ...] = ()


def key_of(
    topic: ProofTopic,
    member: ForumMemberId,
    consultation: ConsultationId | None = None,
    meeting: Meeting | None = None,
) -> str:
    """Under which a member is told something, once; of a meeting that was moved, once again."""
    when = f"{meeting.id}.{meeting.revision}" if meeting else "0"
    return f"forum:{topic.name.lower()}:{consultation or 0}:{when}:{member}"


async def tell_member(
    member: Member,
    topic: ProofTopic,
    words: Words,
    *,
    subject: str,
    about: Consultation | None = None,
    meeting: Meeting | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> bool:
    """Queue it for one member, and write down that it was; twice is the same as once."""
    consultation = about.id if about else None
    key = key_of(topic, member.id, consultation, meeting)
    if member.person is None or await uow.proofs.has(member.institution, key):
        return False
    wording = words[(await uow.people.get(member.person)).language or Language.SQ]
    new = NewProof(
        ProofStep.TOLD,
        topic,
        ProofWay.TELEGRAM,
        subject[:LONGEST_SUBJECT],
        consultation,
        meeting.id if meeting else None,
        text=text_mark(wording),
        # Whoever was not taken does not stand by name in what is handed on.
        whose=None if topic is ProofTopic.DECLINED else named(member.card.organisation, wording if about else None),
        member=member.id,
        key=key,
        detail=draft_of(about) if about and topic is ProofTopic.INFORMED else "",
    )
    row = await uow.proofs.add(member.institution, new, at=now)
    letter = ForumTold(member.institution, member.id, row.place, topic, wording, consultation)
    if meeting is not None:
        letter = replace(letter, meeting=meeting.id, revision=meeting.revision)
    return await uow.outbox.add(letter, to=member.person, lane=Lane.REMINDER, due_at=now, key=key)


async def to_be_told(
    consultation: ConsultationId, meeting: MeetingId | None, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[Consultation, Meeting | None]:
    """What a forum can be told of: the draft of a consultation that takes comments, or a meeting still ahead."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    if found.stage not in TAKES_COMMENTS:
        raise Refused(Refusal.NOT_AT_THIS_STAGE)
    if meeting is None:
        if not draft_of(found):
            raise Refused(Refusal.NO_DRAFT)
        return found, None
    held = await uow.meetings.get(meeting)
    if held.consultation != consultation:
        raise NotFound
    if not held.is_ahead(now):
        raise Refused(Refusal.MEETING_OVER)
    return found, held


def draft_of(found: Consultation) -> str:
    """By what the forum gets the draft, as the proof tells it: its documents, or the notice in the register; or not."""
    papers = ", ".join(one_line(paper.name) for paper in found.papers)
    notice = f"në regjistër: {found.terms.register_url}" if found.terms.register_url else ""
    return (f"dokumente: {papers}" if papers else notice)[:LONGEST_DETAIL]


def topic_of(meeting: MeetingId | None) -> ProofTopic:
    """An invitation names a meeting; without one the draft itself is told."""
    return ProofTopic.INFORMED if meeting is None else ProofTopic.INVITED


async def tell_forum(
    consultation: ConsultationId,
    words: Words,
    *,
    meeting: MeetingId | None = None,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> int:
    """Send the draft, or the invitation to a meeting, to each member in Telegram; returns to how many it was new."""
    found, held = await to_be_told(consultation, meeting, by=by, uow=uow, now=now)
    topic, new = topic_of(meeting), 0
    for member in (await untold(found, meeting, uow=uow)).by_telegram:
        tell = partial(tell_member, member, topic, words, subject=found.terms.title)
        new += await tell(about=found, meeting=held, uow=uow, now=now)
    if new:
        await note_told(found, topic, by=by, uow=uow, now=now)
    return new


async def untold(found: Consultation, meeting: MeetingId | None, *, uow: UnitOfWork) -> Untold:
    """Who is still to be told, in the order of their names."""
    members = in_order([one for one in await uow.forums.of(found.institution) if one.belongs])
    keys = await uow.proofs.keys_about(found.id)
    topic, held = topic_of(meeting), await uow.meetings.get(meeting) if meeting is not None else None
    waiting = [one for one in members if key_of(topic, one.id, found.id, held) not in keys]
    return Untold(
        tuple(one for one in waiting if one.person is not None),
        tuple(one for one in waiting if one.person is None and one.card.email),
        tuple(one for one in waiting if one.person is None and not one.card.email),
    )


async def note_told(found: Consultation, topic: ProofTopic, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """The register of deeds keeps the last mark of the proof: it takes our key to write another one there."""
    await note_last(found.institution, f"forum: {topic.name.lower()}", by=by, uow=uow, now=now)


async def note_last(institution: InstitutionId, action: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Write a deed down together with the last mark of the proof."""
    place, link = await uow.proofs.head(institution)
    subject = f"proof {place} {link}".strip()
    await uow.audit.note(at=now, person=by, institution=institution, action=action, subject=subject)


async def mark_emailed(
    consultation: ConsultationId,
    member: ForumMemberId,
    wording: Wording,
    *,
    meeting: MeetingId | None = None,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> bool:
    """An official says that they have sent it by e-mail: that is written down as what it is; twice is once."""
    found, held = await to_be_told(consultation, meeting, by=by, uow=uow, now=now)
    one = await uow.forums.get(member)
    if one.institution != found.institution or not one.belongs or not one.card.email:
        raise NotFound
    topic = topic_of(meeting)
    key = key_of(topic, member, consultation, held)
    if await uow.proofs.has(one.institution, key):
        return False
    new = NewProof(
        ProofStep.BY_HAND,
        topic,
        ProofWay.EMAIL,
        found.terms.title[:LONGEST_SUBJECT],
        consultation,
        meeting,
        text=text_mark(wording),
        detail="; ".join(filter(None, (SAID_BY_HAND, draft_of(found) if meeting is None else ""))),
        whose=named(one.card.organisation, wording),
        member=member,
        key=key,
    )
    await uow.proofs.add(one.institution, new, at=now)
    await note_told(found, topic, by=by, uow=uow, now=now)
    return True


async def saw(institution: InstitutionId, place: int, *, person: PersonId, uow: UnitOfWork, now: datetime) -> ProofRow:
    """A member says that they have seen what they were told; twice is harmless."""
    row = await uow.proofs.get(institution, place)
    mine = row.member is not None and (await uow.forums.get(row.member)).person == person
    if not mine or row.step is not ProofStep.TOLD:
        raise NotFound
    key = f"seen:{place}"
    if not await uow.proofs.has(institution, key):
        await uow.proofs.add(institution, _after(row, ProofStep.OPENED, key=key), at=now)
    return row


async def follow_proofs(*, uow: UnitOfWork, now: datetime) -> int:
    """Write down what became of what was sent: to members each by themselves, to the public how many it reached."""
    sent = await one_by_one(await uow.proofs.unended(), partial(_follow, uow=uow, now=now), uow=uow)
    told = await uow.outbox.announced_since(now - LONGEST_ANNOUNCEMENT, with_meetings=True)
    return sent + await one_by_one(told, partial(_count, uow=uow, now=now), uow=uow)


async def _follow(sent: tuple[InstitutionId, ProofRow], *, uow: UnitOfWork, now: datetime) -> bool:
    institution, row = sent
    fate = await uow.outbox.fate(row.key)
    if fate is not None and fate.waits:
        return False
    arrived = fate is not None and fate.state == "sent"
    step = ProofStep.DELIVERED if arrived else ProofStep.FAILED
    why = "" if arrived else await _why_not(row, fate, uow=uow)
    after = _after(row, step, key=f"end:{row.place}", detail=why)
    await uow.proofs.add(institution, after, at=(fate.at if fate else None) or now)
    return True


async def _why_not(row: ProofRow, fate: Fate | None, *, uow: UnitOfWork) -> str:
    """Why something did not arrive; what the institution itself called off is not laid to whom it was for."""
    if fate is None:
        return ERASED
    if fate.state == "cancelled" and row.consultation is not None:
        meeting = None if row.meeting is None else await uow.meetings.get(row.meeting)
        if meeting is not None and meeting.cancelled:
            return CALLED_OFF
        if (await uow.consultations.get(row.consultation)).stage is Stage.CANCELLED:
            return GIVEN_UP
        if meeting is not None and row.member and row.key != key_of(row.topic, row.member, row.consultation, meeting):
            return MOVED
    return WHY.get(fate.state, fate.state)


async def _count(told: tuple[CampaignId, ConsultationId], *, uow: UnitOfWork, now: datetime) -> bool:
    """Of the public nobody is named: a row says how many a letter reached, and another one if that changes later."""
    campaign, consultation = told
    counted = await uow.outbox.delivery(campaign)
    if counted.waiting or counted.stopped:
        return False
    found = await uow.consultations.get(consultation)
    key = f"campaign:{campaign}"
    detail = (
        f"gjithsej {counted.total}, mbërriti {counted.sent}, nuk u gjet {counted.unreachable}, "
        f"dështoi {counted.failed}, nuk u nis {counted.unsent + counted.unwanted}; "
        f"njoftimi në versionin {found.version}"
    )
    last = await uow.proofs.latest(found.institution, key)
    if last is not None and all(new <= old for new, old in zip(reached(detail), reached(last.detail), strict=True)):
        return False  # whoever was erased is no longer counted, and makes no new row
    topic = ProofTopic.CHANGED if counted.of_change else ProofTopic.ANNOUNCED
    subject = found.terms.title[:LONGEST_SUBJECT]
    new = NewProof(ProofStep.COUNTED, topic, ProofWay.TELEGRAM, subject, consultation, detail=detail, key=key)
    await uow.proofs.add(found.institution, new, at=now)
    return True


def reached(detail: str) -> list[int]:
    """How many the letter was for, and what became of it with them, in the order in which a row tells it."""
    return [int(number) for number in re.findall(r"\d+", detail.partition(";")[0])]


def _after(row: ProofRow, step: ProofStep, *, key: str, detail: str = "") -> NewProof:
    """What happened later to something that was sent."""
    return NewProof(
        step,
        row.topic,
        row.way,
        row.subject,
        row.consultation,
        row.meeting,
        first=row.place,
        text=row.text,
        detail=detail,
        whose=row.whose,
        member=row.member,
        key=key,
    )


def told_of(rows: Sequence[ProofRow], topic: ProofTopic) -> list[ProofRow]:
    """What of these rows the members were told, by whichever way."""
    sent = {ProofStep.TOLD, ProofStep.BY_HAND}
    return [row for row in rows if row.topic is topic and row.step in sent]


def still_sent(rows: Sequence[ProofRow]) -> list[ProofRow]:
    """Without what was called back before it left: that told nobody anything."""
    recalled = {row.first for row in rows if row.step is ProofStep.FAILED and row.detail in RECALLED}
    return [row for row in rows if row.place not in recalled]
