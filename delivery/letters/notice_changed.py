"""A notice says something else now: old beside new, and why (Law 146/2014, art. 15)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from delivery.letters.card import day_of, deadline_line, place_of
from locales.texts import Texts, mark
from locales.words import KINDS, PARTS
from participation.actions import ShowConsultation, ShowVersions, WriteComment
from participation.calendar.working_days import WorkingCalendar
from participation.clock import local_day
from participation.consultations.dossier import Dossier, dossier_of
from participation.consultations.model import Kind, Step
from participation.consultations.versions import Amendment, Difference, Passage, Version, changes_between
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.letters import NoticeChanged
from participation.meetings.model import Venue
from participation.messages import Message, Rows
from participation.ports import UnitOfWork
from participation.words import quote

TITLES: Final[Mapping[Amendment, str]] = {
    Amendment.PUBLISHED: mark("The announcement"),
    Amendment.COMPLETED: mark("There is something new"),
    Amendment.CORRECTED: mark("The announcement was corrected"),
    Amendment.EXTENDED: mark("There is more time to comment"),
    Amendment.REPEATED: mark("The time for comments begins again"),
    Amendment.RECOUNTED: mark("There is more time to comment"),
    Amendment.MOVED: mark("The meeting has been changed"),
    Amendment.CALLED_OFF: mark("The meeting is cancelled"),
    Amendment.CANCELLED: mark("The consultation is cancelled"),
}
PASSAGES: Final[Mapping[str, str]] = {
    **PARTS,
    Passage.PAPER: mark("Document"),
    Passage.MEETING: mark("Meeting"),
}
LONGEST_PART: Final = 240
MOST_PARTS: Final = 12


async def notice_changed(letter: NoticeChanged, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What was changed by that version; who has not heard of the one before reads each in turn."""
    versions = await uow.versions.of(letter.consultation)
    found = [version for version in versions if version.number in {letter.version - 1, letter.version}]
    if len(found) != 2:
        return None
    dossier = await dossier_of(letter.consultation, uow)
    return change_card(found[0], found[1], dossier=dossier, texts=texts, now=now)


def change_card(before: Version, version: Version, *, dossier: Dossier, texts: Texts, now: datetime) -> Message:
    """What people are told of a change; of one that is still a plan there are no buttons."""
    return Message(
        title=texts.t(TITLES[version.amendment]),
        body=paragraphs(
            lines((before.terms.title, dossier.institution.name)),
            changed_part(before, version, dossier, texts, now),
            because(version, texts),
        ),
        buttons=_buttons(dossier.id, version, texts) if dossier.id is not None else (),
    )


def changed_part(before: Version, version: Version, dossier: Dossier, texts: Texts, now: datetime) -> str:
    """What it says now in the place of what it said."""
    if version.amendment is Amendment.CANCELLED:
        return lines(
            (
                texts.t("It will not go on, and its meetings will not take place. Comments are no longer taken."),
                texts.t("Comments that were sent are kept, and no answer is owed to them."),
            )
        )
    changes = [_named(each, dossier, texts) for each in changes_between(before, version)]
    deadline = next((each for each in changes if each.part is Passage.DEADLINE), None)
    time = deadline_part(deadline, dossier.calendar, texts, local_day(now)) if deadline else ""
    return paragraphs(time, change_lines([each for each in changes if each is not deadline], texts))


def _named(change: Difference, dossier: Dossier, texts: Texts) -> Difference:
    """Areas by their names; without any it concerns the whole municipality."""
    if change.part is not Passage.UNITS:
        return change
    names = {unit.id: texts.unit(unit) for unit in dossier.all_units}
    old, new = (", ".join(filter(None, map(names.get, ids))) for ids in (change.old, change.new))
    return Difference(Passage.UNITS, old, new)


def deadline_part(change: Difference, calendar: WorkingCalendar, texts: Texts, today: date) -> str:
    """The day that was, and until when it is now."""
    new = change.new if isinstance(change.new, date) else None
    now = deadline_line(new, calendar, texts=texts, today=today)
    if not isinstance(change.old, date):
        return now
    return lines((texts.t("Comments were until: {day}.", day=texts.day(change.old)), now))


def change_lines(changes: Sequence[Difference], texts: Texts) -> str:
    """Old and new of each part, a line each; of many the first ones."""
    shown = [change_line(change, texts) for change in changes[:MOST_PARTS]]
    more = len(changes) - len(shown)
    rest = texts.n("{count} more change is in the announcement.", "{count} more changes are in the announcement.", more)
    return lines((*shown, rest if more else ""))


def change_line(change: Difference, texts: Texts) -> str:
    """One part: what it said and what it says."""
    part = texts.t(PASSAGES[change.part])
    old, new = (said_by(value, texts) for value in (change.old, change.new))
    match change:
        case Difference(part=Passage.STEP, old=Step(what=was) as before, new=Step(what=now) as after) if was == now:
            old, new = day_of(before, texts), day_of(after, texts)
            return texts.t("{part}: {new} (before: {old})", part=f"• {was}", new=new, old=old)
        case _ if not old:
            return texts.t("{part}, added: {new}", part=f"• {part}", new=new)
        case _ if not new:
            return texts.t("{part}, no longer: {old}", part=f"• {part}", old=old)
        case _:
            return texts.t("{part}: {new} (before: {old})", part=f"• {part}", new=new, old=old)


def said_by(value: object, texts: Texts) -> str:
    """A value as people read it."""
    match value:
        case Kind():
            return texts.t(KINDS[value])
        case Step():
            return f"{value.what}, {day_of(value, texts)}"
        case Venue():
            return f"{texts.stretch(value.starts_at, value.ends_at)}, {place_of(value.place, texts)}"
        case date():
            return texts.day(value)
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return quote(str(value), LONGEST_PART) if value else ""


def because(version: Version, texts: Texts) -> str:
    """Why, in the words of the coordinator, or because of the calendar."""
    if version.amendment is Amendment.RECOUNTED:
        return texts.t("A day off was added to the calendar, and it does not count.")
    if version.amendment is Amendment.PUBLISHED or not version.reason:
        return ""
    return texts.t("Reason: {reason}", reason=version.reason)


def _buttons(consultation: ConsultationId, version: Version, texts: Texts) -> Rows:
    read = button(texts.t("Read the consultation"), ShowConsultation(consultation))
    earlier = button(texts.t("What it said before"), ShowVersions(consultation))
    if version.amendment is Amendment.CANCELLED:
        return ((read,),)
    comment = button(texts.t("Comment"), WriteComment(consultation))
    return ((comment,), (read,), (earlier,))
