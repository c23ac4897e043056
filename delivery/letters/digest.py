"""The digest of a coordinator's day (njoftim i përmbledhur): only what is more than nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from typing import Final

from delivery.letters.silent import silent_of
from locales.texts import Texts
from participation.clock import local_day
from participation.desk_actions import (
    ChangeMeeting,
    Manage,
    SawDigest,
    ShowGathering,
    ShowHeld,
    ShowOwed,
    ShowProposed,
    ShowReports,
)
from participation.digests.model import Tally
from participation.forum.actions import ShowForum, ShowMembers, ShowRights
from participation.ids import ConsultationId, Mark
from participation.layout import button, lines, paragraphs
from participation.letters import Digest
from participation.meetings.model import Meeting
from participation.messages import Message, Rows
from participation.ports import UnitOfWork
from participation.words import quote

TITLE: Final = 80
ON_BUTTON: Final = 40
MOST: Final = 3
"""So many of a kind are named, or have a button; the rest is counted."""
THOUSAND: Final = 1000


async def digest(letter: Digest, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The counts as sentences; None if there is nothing to tell."""
    if letter.tally.is_empty():
        return None
    institution = await uow.places.institution(letter.institution)
    unlinked = await unlinked_of(letter, uow)
    day = texts.day(local_day(letter.until))
    return Message(
        title=texts.t("Only for you, {day}", day=day) if letter.guarded else texts.t("Your summary, {day}", day=day),
        body=paragraphs(
            institution.name,
            told_before(letter, texts),
            lines(counted(letter.tally, local_day(letter.until), texts)),
            lines(await of_forum(letter, uow, texts)),
            listed(texts.t("Meetings without a record:"), some(await unrecorded_of(letter, uow, texts), texts)),
            listed(
                texts.t("The time for comments is over, and you can begin to examine them:"),
                some(await ended_of(letter, uow, texts), texts),
            ),
            listed(texts.t("Meetings of the next seven days:"), await meetings_of(letter, uow, texts)),
            listed(
                texts.t("One can take part online, and there is no link to join yet:"),
                some(await named(unlinked, uow, texts), texts),
            ),
            listed(texts.t("Comments close in the next seven days:"), await closing_of(letter, uow, texts)),
            listed(
                texts.t("More than half of the time is over. No comment has come:"),
                some(await silent_of(letter.tally.silent, uow, texts), texts),
            ),
        ),
        buttons=(
            *buttons_of(letter.tally, texts),
            *await link_buttons(unlinked[:MOST], uow, texts),
            *await past_buttons(letter, uow, texts),
            *await forum_buttons(letter, uow, texts),
            *seen_button(letter, texts),
        ),
    )


def told_before(letter: Digest, texts: Texts) -> str:
    """That nobody has seen the ones before, if so."""
    if letter.again is None:
        return ""
    return texts.t("Since {day} nobody has said that they have seen the digest.", day=texts.short_day(letter.again))


def seen_button(letter: Digest, texts: Texts) -> Rows:
    """What tells that somebody has seen it; a protection contact's reports have limits of their own."""
    if letter.guarded:
        return ()
    return ((button(texts.t("I have seen it"), SawDigest(letter.institution, moment_mark(letter.until))),),)


async def forum_buttons(letter: Digest, uow: UnitOfWork, texts: Texts) -> Rows:
    """Straight to what the forum waits for: the rights in each consultation, the applications, or the forum."""
    forum, here = letter.tally.forum, letter.institution
    rights = [
        button(texts.t("Rights of the forum: {title}", title=title), ShowRights(one))
        for one, title in await _titles(forum.overdue[:MOST], uow)
    ]
    more = len(forum.overdue) > MOST or forum.meets_by or forum.call_stopped
    return (
        *((one,) for one in rights),
        *(((button(texts.t("Applications to the forum"), ShowMembers(here, applied=1)),),) if forum.applied else ()),
        *(((button(texts.t("The forum"), ShowForum(here)),),) if more else ()),
    )


async def unlinked_of(letter: Digest, uow: UnitOfWork) -> list[Meeting]:
    """The meetings that one can join online, where still nobody has said how."""
    found = [await uow.meetings.get(one) for one in letter.tally.unlinked]
    return [one for one in found if not one.cancelled and not await uow.meetings.joining(one.id)]


async def link_buttons(unlinked: Sequence[Meeting], uow: UnitOfWork, texts: Texts) -> Rows:
    """To each of them, where the link is given."""
    names = [quote(name, ON_BUTTON) for name in await named(unlinked, uow, texts)]
    labels = [texts.t("Give the link: {meeting}", meeting=name) for name in names]
    return tuple((button(label, ChangeMeeting(one.id)),) for one, label in zip(unlinked, labels, strict=True))


async def named(found: Sequence[Meeting], uow: UnitOfWork, texts: Texts) -> list[str]:
    """Meetings with their day and title."""
    titles = [(await uow.consultations.get(one.consultation)).terms.title for one in found]
    days = [texts.short_day(local_day(one.venue.starts_at)) for one in found]
    return [f"{day} – {quote(title, TITLE)}" for day, title in zip(days, titles, strict=True)]


async def past_buttons(letter: Digest, uow: UnitOfWork, texts: Texts) -> Rows:
    """To the one meeting without a record, or to all that were held; to each consultation that can be examined."""
    lacking, ended = letter.tally.unrecorded, letter.tally.to_examine
    to_one = [button(texts.t("Write the record"), ShowGathering(one)) for one in lacking if len(lacking) == 1]
    to_all = [button(texts.t("Meetings that were held"), ShowHeld())] if len(lacking) > 1 else []
    examined = [
        button(texts.t("Examine: {title}", title=title), Manage(one)) for one, title in await _titles(ended[:MOST], uow)
    ]
    return tuple((one,) for one in (*to_one, *to_all, *examined))


async def _titles(found: Sequence[ConsultationId], uow: UnitOfWork) -> list[tuple[ConsultationId, str]]:
    return [(one, quote((await uow.consultations.get(one)).terms.title, ON_BUTTON)) for one in found]


def some(items: Sequence[str], texts: Texts) -> list[str]:
    """The first of them, and how many more there are."""
    more = len(items) - MOST
    rest = texts.t("and {count} more", count=more) if more > 0 else ""
    return [*items[:MOST], *([rest] if rest else [])]


async def unrecorded_of(letter: Digest, uow: UnitOfWork, texts: Texts) -> list[str]:
    """The meetings whose record nobody has finished, with their day, where that is still so."""
    finished = await uow.minutes.finished_among(letter.tally.unrecorded)
    found = [await uow.meetings.get(one) for one in letter.tally.unrecorded if one not in finished]
    return await named(found, uow, texts)


async def ended_of(letter: Digest, uow: UnitOfWork, texts: Texts) -> list[str]:
    """The consultations whose time is over, with their last day."""
    terms = [(await uow.consultations.get(one)).terms for one in letter.tally.to_examine]
    return [f"{texts.short_day(one.deadline)} – {quote(one.title, TITLE)}" for one in terms if one.deadline]


def moment_mark(moment: datetime) -> Mark:
    """A moment as a button carries it, in thousandths of a second; never earlier than it is."""
    return Mark(ceil(moment.timestamp() * THOUSAND))


def listed(heading: str, items: Sequence[str]) -> str:
    """A heading with its items, if there are any."""
    return lines((heading, *(f"• {item}" for item in items))) if items else ""


async def meetings_of(letter: Digest, uow: UnitOfWork, texts: Texts) -> list[str]:
    """The meetings ahead with day, hour and title, as they stand now."""
    found = [await uow.meetings.get(meeting) for meeting in letter.tally.meetings]
    today = local_day(letter.until)
    planned = [(meeting, await uow.consultations.get(meeting.consultation)) for meeting in found]
    return [
        f"{moment_of(meeting.venue.starts_at, today, texts)} – {quote(consultation.terms.title, TITLE)}"
        for meeting, consultation in planned
        if not meeting.cancelled
    ]


def moment_of(moment: datetime, today: date, texts: Texts) -> str:
    """Day and hour, and of today the hour."""
    return texts.t("today, {hour}", hour=texts.hour(moment)) if local_day(moment) == today else texts.moment(moment)


async def closing_of(letter: Digest, uow: UnitOfWork, texts: Texts) -> list[str]:
    """The consultations whose time for comments ends, with the day."""
    terms = [(await uow.consultations.get(consultation)).terms for consultation in letter.tally.closing]
    today = local_day(letter.until)
    return [f"{day_of(one.deadline, today, texts)} – {quote(one.title, TITLE)}" for one in terms if one.deadline]


async def of_forum(letter: Digest, uow: UnitOfWork, texts: Texts) -> list[str]:
    """What the forum waits for: applications, its next meeting, rights that are overdue."""
    found, said = letter.tally.forum, []
    if found.applied:
        said.append(
            texts.n("{count} application to the forum waits.", "{count} applications to the forum wait.", found.applied)
        )
    if found.call_stopped:
        said.append(texts.t("The call of the forum has not reached everybody: a fault has stopped it."))
    if found.meets_by is not None:
        ahead = texts.t("The forum is to meet by {day}.", day=texts.day(found.meets_by))
        over = texts.t("The forum was to meet by {day}.", day=texts.day(found.meets_by))
        said.append(ahead if local_day(letter.until) <= found.meets_by else over)
    titles = [quote((await uow.consultations.get(one)).terms.title, TITLE) for one in found.overdue]
    return [*said, *listed(texts.t("Rights of the forum are overdue in:"), titles).split("\n")]


def day_of(day: date, today: date, texts: Texts) -> str:
    """A day, and that it is today."""
    return texts.t("today") if day == today else texts.day(day)


def counted(tally: Tally, today: date, texts: Texts) -> list[str]:
    """A sentence for each count that is not nothing."""
    sentences = (
        (
            tally.to_release,
            texts.n(
                "{count} announcement or change waits for you.",
                "{count} announcements or changes wait for you.",
                tally.to_release,
            ),
        ),
        (tally.new_comments, texts.n("{count} new comment.", "{count} new comments.", tally.new_comments)),
        (tally.owed, texts.owed(tally.owed, tally.overdue)),
        *((count, due_by(day, count, today, texts)) for day, count in Counter(tally.due).items()),
        (
            tally.new_reports,
            texts.n(
                "{count} safety report is new or has news.",
                "{count} safety reports are new or have news.",
                tally.new_reports,
            ),
        ),
        (
            tally.late_reports,
            texts.n("{count} safety report is late.", "{count} safety reports are late.", tally.late_reports),
        ),
    )
    return [sentence for count, sentence in sentences if count]


def due_by(day: date, count: int, today: date, texts: Texts) -> str:
    """How many answers are owed by a day."""
    if day == today:
        return texts.n("{count} answer is due today.", "{count} answers are due today.", count)
    return texts.n("{count} answer is due by {day}.", "{count} answers are due by {day}.", count, day=texts.day(day))


def buttons_of(tally: Tally, texts: Texts) -> Rows:
    """Straight to what is to be done."""
    owed = (button(texts.t("Comments to answer"), ShowOwed()),) if tally.owed else ()
    reports = (button(texts.t("Safety reports"), ShowReports()),) if tally.new_reports or tally.late_reports else ()
    released = (button(texts.t("Look at what waits"), ShowProposed()),) if tally.to_release else ()
    return tuple(row for row in (released, owed, reports) if row)
