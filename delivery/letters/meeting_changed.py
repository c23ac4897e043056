"""A meeting was moved or called off: the old beside the new, so that nobody stands before a closed door."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from delivery.letters.card import place_of, subject_part
from locales.texts import Texts, mark
from participation.actions import Come, ShowConsultation, TakeCalendar
from participation.consultations.model import Consultation
from participation.consultations.versions import why_changed
from participation.joining import also_online, is_only_online
from participation.layout import button, lines, paragraphs
from participation.meeting_letters import Change, MeetingChanged
from participation.meetings.model import Coming, Meeting
from participation.messages import Message, Rows
from participation.places import Institution
from participation.ports import UnitOfWork

TITLES: Final[Mapping[Change, str]] = {
    Change.MOVED: mark("The meeting has been changed"),
    Change.CANCELLED: mark("The meeting is cancelled"),
}
ELSEWHERE: Final = mark("The meeting is at another place")
PLACED: Final = mark("The place of the meeting is set")
ONLINE: Final = mark("The meeting is held online")
ALSO_ONLINE: Final = mark("One can take part in the meeting online too")


async def meeting_changed(letter: MeetingChanged, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Old and new; None if it has changed once more since: a newer letter says how."""
    meeting = await uow.meetings.get(letter.meeting)
    if meeting.revision != letter.revision:
        return None
    consultation = await uow.consultations.get(meeting.consultation)
    institution = await uow.places.institution(consultation.institution)
    reason = why_changed(meeting, await uow.versions.of(consultation.id))
    card = meeting_card(letter, meeting, subject_part(consultation, institution), reason=reason, texts=texts)
    return replace(card, buttons=buttons_of(letter.change, meeting, texts))


def meeting_card(letter: MeetingChanged, meeting: Meeting, about: str, *, reason: str, texts: Texts) -> Message:
    """What people read of a change, with what it is about, and why; without buttons."""
    counted = texts.t("If you have said that you come, we still count on you. If you cannot, please tell us.")
    return Message(
        title=texts.t(heading(letter, meeting)),
        body=paragraphs(
            about,
            old_and_new(letter, meeting, texts),
            texts.t("Reason: {reason}", reason=reason) if reason else "",
            counted if letter.change is Change.MOVED else "",
        ),
    )


def planned_card(
    old: Meeting, new: Meeting, *, consultation: Consultation, institution: Institution, reason: str, texts: Texts
) -> Message:
    """What people would read, before anything is changed."""
    change = Change.CANCELLED if new.cancelled else Change.MOVED
    letter = MeetingChanged(new.id, change, new.revision, old.venue.starts_at, old.venue.place)
    return meeting_card(letter, new, subject_part(consultation, institution), reason=reason, texts=texts)


def heading(letter: MeetingChanged, meeting: Meeting) -> str:
    """What has changed; a first place is no other place."""
    old, new = letter.old_place, meeting.venue.place
    if not only_elsewhere(letter, meeting):
        return TITLES[letter.change]
    if not old:
        return PLACED
    if new == also_online(old):
        return ALSO_ONLINE
    return ONLINE if is_only_online(new) and not is_only_online(old) else ELSEWHERE


def only_elsewhere(letter: MeetingChanged, meeting: Meeting) -> bool:
    """Whether the day and hour have stayed."""
    venue = meeting.venue
    return not meeting.cancelled and letter.old_start == venue.starts_at and letter.old_place != venue.place


def old_and_new(letter: MeetingChanged, meeting: Meeting, texts: Texts) -> str:
    """Both dates with weekday, hour and place; a cancelled meeting has only the old one."""
    before = {"when": texts.moment(letter.old_start), "place": place_of(letter.old_place, texts)}
    if letter.change is Change.CANCELLED:
        return texts.t("It will not take place: {when}, {place}", **before)
    venue = meeting.venue
    if only_elsewhere(letter, meeting):
        return both_places(letter, meeting, texts)
    return lines(
        (
            texts.t("Before: {when}, {place}", **before),
            texts.t(
                "Now: {when}, {place}",
                when=texts.stretch(venue.starts_at, venue.ends_at),
                place=place_of(venue.place, texts),
            ),
        )
    )


def both_places(letter: MeetingChanged, meeting: Meeting, texts: Texts) -> str:
    """Both places, or the first one, and the one date."""
    venue = meeting.venue
    return lines(
        (
            texts.t("Before: {place}", place=letter.old_place) if letter.old_place else "",
            texts.t("Now: {place}", place=place_of(venue.place, texts)),
            texts.t("When: {moment}", moment=texts.stretch(venue.starts_at, venue.ends_at)),
        )
    )


def buttons_of(change: Change, meeting: Meeting, texts: Texts) -> Rows:
    """To answer anew and take the new date along, if there is one."""
    about = button(texts.t("Read the consultation"), ShowConsultation(meeting.consultation))
    if change is Change.CANCELLED:
        return ((about,),)
    answers = (
        button(texts.t("Yes"), Come(meeting.id, Coming.YES)),
        button(texts.t("Maybe"), Come(meeting.id, Coming.MAYBE)),
        button(texts.t("No"), Come(meeting.id, Coming.NO)),
    )
    return (answers, (button(texts.t("Add to my calendar"), TakeCalendar(meeting.id)),), (about,))
