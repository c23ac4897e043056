"""The coordinator's desk: what waits, what is ahead, when the digest comes, and who else may sit here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, Final

from handlers.turns import Named, Talk, column, grid
from handlers.views.categories import ShowCategories
from handlers.views.colleagues import ShowColleagues
from handlers.views.days import ShowDaysOff
from handlers.views.gathering import to_held
from handlers.views.ledger import AnswerTogether
from handlers.views.managing import ShowConsultationsOfMine
from handlers.views.menu import to_menu
from handlers.views.mine import VERDICTS
from handlers.views.moving import turnout_line
from handlers.views.pages import LABEL, counted, turning
from handlers.views.plans import ShowPlans
from handlers.views.profile import silent_contact, silent_office
from handlers.views.protecting import to_be_called
from handlers.views.publishing import to_desk
from handlers.views.year import ShowYear
from locales.texts import mark
from locales.words import ROLES
from participation import actions, desk_actions
from participation.clock import local_day
from participation.comments.model import Comment
from participation.digests.failing import Undelivered
from participation.digests.usecases import HOURS
from participation.drafts import PendingChange
from participation.forum.actions import ShowForum
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting, Turnout
from participation.messages import Button, Message
from participation.packing import Action
from participation.people.model import Office, Reach, Rhythm, Right
from participation.places import Institution
from participation.words import quote

LONGEST_PLACE = 20
"""Characters of a place on a button."""
EVERY: Final[Mapping[Rhythm, str]] = {
    Rhythm.DAY: mark(
        "The digest of {institution} comes at {hour} on working days, and only when there is something to tell."
    ),
    Rhythm.WEEK: mark(
        "The digest of {institution} comes once a week, at {hour} of its first working day, and only when there is "
        "something to tell. Urgent reports come at once all the same."
    ),
}


@dataclass(frozen=True)
class AskDigestHour(Action):
    """Ask at which hour the digest shall come; without an institution, for which one."""

    tag: ClassVar[str] = "dq"
    institution: int = 0


@dataclass(frozen=True)
class SetDigestHour(Action):
    """Let the digest of an institution come at a full hour."""

    tag: ClassVar[str] = "dh"
    institution: int
    hour: int


@dataclass(frozen=True)
class SetDigestRhythm(Action):
    """Let the digest of an institution come every working day, or once a week."""

    tag: ClassVar[str] = "dw"
    institution: int
    every: str


@dataclass(frozen=True)
class ShowMeetingsOfMine(Action):
    """Show the meetings ahead of one's institutions, a page at a time."""

    tag: ClassVar[str] = "mo"
    page: int = 0


@dataclass(frozen=True)
class ShowAnswered(Action):
    """Show the comments that have their answer, a page at a time."""

    tag: ClassVar[str] = "an"
    page: int = 0


@dataclass(frozen=True)
class Waiting:
    """How much waits on the desk, and whether an announcement was begun; `applied` are those who apply to the forum."""

    comments: int = 0
    late: int = 0
    reports: int = 0
    meetings: int = 0
    scheduled: int = 0
    proposed: int = 0
    pending: tuple[PendingChange, ...] = ()
    begun: bool = False
    unrecorded: int = 0
    to_examine: int = 0
    applied: int = 0
    undelivered: tuple[Undelivered, ...] = ()


@dataclass(frozen=True)
class Owed:
    """A comment that waits for its answer until a day."""

    comment: Comment
    by: date


@dataclass(frozen=True)
class Planned:
    """A meeting ahead, of which consultation, who said they come, and whether anybody can know of it.

    `held_by` is the institution, where there are several.
    """

    meeting: Meeting
    held_by: str
    title: str
    turnout: Turnout
    published: bool


def desk(talk: Talk, institutions: Sequence[Institution], waiting: Waiting, *, may_invite: bool) -> Message:
    """All a coordinator does, one button each, with what waits."""
    later = talk.t("Kept for later")
    silent = talk.person.reach is Reach.STOPPED
    publish = talk.t("Go on with the announcement") if waiting.begun else talk.t("Publish a notice")
    return Message(
        title=talk.t("Coordinator's desk"),
        body=paragraphs(
            talk.texts.owed(waiting.comments, waiting.late),
            lines(one.name for one in institutions),
            _ended(talk, waiting.to_examine),
            lines(_undelivered(talk, one) for one in waiting.undelivered),
            _what_waits(talk, waiting, several=len(institutions) > 1),
            silent_office(talk) if silent else "",
            silent_contact(talk) if silent and talk.where(Right.PROTECT) else "",
        ),
        buttons=column(
            button(talk.t("Write to me again"), Named("start")) if silent else None,
            button(publish, Named("publish")),
            button(counted(talk.t("Comments to answer"), waiting.comments), desk_actions.ShowOwed()),
            button(counted(talk.t("Safety reports"), waiting.reports), desk_actions.ShowReports()),
            button(counted(talk.t("Meetings ahead"), waiting.meetings), ShowMeetingsOfMine()),
            button(counted(later, waiting.scheduled), desk_actions.ShowScheduled()) if waiting.scheduled else None,
            _to_release(talk, waiting),
            _given_back(talk, waiting),
            button(counted(talk.t("Meetings without a record"), waiting.unrecorded), desk_actions.ShowHeld())
            if waiting.unrecorded
            else None,
            button(counted(talk.t("Consultations"), waiting.to_examine), ShowConsultationsOfMine()),
            button(talk.t("Consultation plans"), ShowPlans()),
            button(counted(talk.t("The forum"), waiting.applied), ShowForum()),
            button(talk.t("Categories of reports"), ShowCategories()),
            button(talk.t("Hour of the digest"), AskDigestHour()),
            to_be_called(talk) if talk.where(Right.PROTECT) else None,
            button(talk.t("Invite a colleague"), Named("invite")) if may_invite else None,
            button(talk.t("Colleagues"), ShowColleagues()) if may_invite else None,
            button(talk.t("Papers of the year"), ShowYear()),
            button(talk.t("Days off"), ShowDaysOff()) if talk.where(Right.APPOINT) else None,
            button(talk.t("A group for the desk"), desk_actions.ShowGroup()) if talk.where(Right.APPOINT) else None,
            to_menu(talk),
        ),
    )


def _to_release(talk: Talk, waiting: Waiting) -> Button | None:
    """The way to what waits for a second coordinator: the announcements first."""
    changes = [one for one in waiting.pending if one.returned is None]
    first = desk_actions.ShowProposed() if waiting.proposed else desk_actions.ShowPending()
    count = waiting.proposed + len(changes)
    return button(counted(talk.t("Waiting for a second coordinator"), count), first) if count else None


def _given_back(talk: Talk, waiting: Waiting) -> Button | None:
    """The way to what a colleague did not release."""
    returned = [one for one in waiting.pending if one.returned is not None]
    if not returned:
        return None
    return button(counted(talk.t("Changes given back"), len(returned)), desk_actions.ShowPending(returned[0].id))


def _ended(talk: Talk, count: int) -> str:
    said = talk.texts.n(
        "The time for comments is over in {count} consultation: you can begin to examine them.",
        "The time for comments is over in {count} consultations: you can begin to examine them.",
        count,
    )
    return said if count else ""


def _undelivered(talk: Talk, one: Undelivered) -> str:
    day, role = talk.texts.short_day(one.day), talk.t(ROLES[one.role])
    return talk.t("Not delivered: the digest of {day} to a colleague ({role}).", day=day, role=role)


def _what_waits(talk: Talk, waiting: Waiting, *, several: bool) -> str:
    """What the counts on the buttons do not say."""
    if waiting == Waiting():
        return talk.t("Nothing waits for you now.")
    return talk.t("What waits is counted for all of them together.") if several else ""


def welcome(talk: Talk, institution: Institution) -> Message:
    """What somebody new to the desk can do from now on."""
    said = (
        talk.t("From now on you work here for {institution}. You can:", institution=institution.name),
        "",
        "• " + talk.t("publish a notice: paste its text, look at the doubts, and it goes to everybody who follows;"),
        "• " + talk.t("answer comments: the author gets your answer with its reason;"),
        "• " + talk.t("read safety reports, which never say who sent them;"),
        "• " + talk.t("move or cancel a meeting: everybody concerned is told at once."),
        "",
        talk.t("A digest comes on working days. You open the desk at any time with /zyra."),
    )
    return Message(title=talk.t("Welcome to the desk"), body="\n".join(said))


def for_a_colleague(talk: Talk) -> Message:
    """Whoever works here already does not use a link up by looking at it."""
    return Message(body=talk.t("You work here already. This link is for a colleague, and it still works."))


def owed(talk: Talk, shown: Sequence[Owed], counts: tuple[int, int], page: int, *, answered: int) -> Message:
    """A page of the comments that wait, what is late first, and the way to those that are answered."""
    count, late = counts
    done = button(counted(talk.t("Answered comments"), answered), ShowAnswered()) if answered else None
    if not count:
        return Message(body=talk.t("No comment waits for an answer."), buttons=column(done, to_desk(talk)))
    buttons = [button(owed_label(talk, one), actions.ShowComment(one.comment.id)) for one in shown]
    return Message(
        title=talk.t("Comments to answer"),
        body=talk.texts.owed(count, late),
        buttons=(
            *column(*buttons),
            *turning(talk, count, page, desk_actions.ShowOwed),
            *column(*_together(talk, shown), done, to_desk(talk)),
        ),
    )


def _together(talk: Talk, shown: Sequence[Owed]) -> tuple[Button, ...]:
    """Several answered by one reason, where all that are shown are of one consultation."""
    of = {one.comment.consultation for one in shown}
    if len(of) != 1 or len(shown) == 1:
        return ()
    return (button(talk.t("Answer several at once"), AnswerTogether(of.pop())),)


def owed_label(talk: Talk, one: Owed) -> str:
    """The receipt, whether it is overdue, and how it begins."""
    receipt = one.comment.receipt
    if one.by < local_day(talk.now):
        receipt = talk.t("{receipt}, overdue", receipt=receipt)
    return _comment_label(talk, receipt, one.comment)


def _comment_label(talk: Talk, receipt: str, comment: Comment) -> str:
    said = comment.words.text or talk.texts.attached([each.kind for each in comment.words.media])
    return quote(f"{receipt}: {said}", LABEL)


def answered(talk: Talk, shown: Sequence[Comment], count: int, page: int) -> Message:
    """A page of the comments that have their answer, newest first; a typed number is the short way to any of them."""
    if not shown:
        return Message(body=talk.t("No comment is answered yet."), buttons=column(to_desk(talk)))
    buttons = [button(_comment_label(talk, _decided(talk, one), one), actions.ShowComment(one.id)) for one in shown]
    found = talk.texts.n("{count} comment is answered.", "{count} comments are answered, the newest first.", count)
    typed = talk.t("To open one at once, write the number of its receipt: {receipt}.", receipt=shown[0].receipt)
    return Message(
        title=talk.t("Answered comments"),
        body=paragraphs(found, typed),
        buttons=(*column(*buttons), *turning(talk, count, page, ShowAnswered), *column(_to_owed(talk), to_desk(talk))),
    )


def _decided(talk: Talk, comment: Comment) -> str:
    """The receipt, and what was decided."""
    verdict = talk.t(VERDICTS[comment.answer.verdict]) if comment.answer else ""
    return ", ".join(filter(None, (comment.receipt, verdict)))


def _to_owed(talk: Talk) -> Button:
    return button(talk.t("Comments to answer"), desk_actions.ShowOwed())


def meetings(talk: Talk, shown: Sequence[Planned], count: int, page: int) -> Message:
    """A page of the meetings ahead with who comes; one is chosen to be changed."""
    if not count:
        return Message(body=talk.t("There are no meetings ahead."), buttons=column(to_held(talk), to_desk(talk)))
    return Message(
        title=talk.t("Meetings ahead"),
        body="\n\n".join([*(planned_lines(talk, one) for one in shown), talk.t("Choose one to move or cancel it.")]),
        buttons=(
            *column(*(button(planned_label(talk, one), desk_actions.ChangeMeeting(one.meeting.id)) for one in shown)),
            *turning(talk, count, page, ShowMeetingsOfMine),
            *column(to_held(talk), to_desk(talk)),
        ),
    )


def planned_lines(talk: Talk, one: Planned) -> str:
    """A meeting with who comes, or that nobody knows of it yet."""
    venue = one.meeting.venue
    where = venue.place or talk.t("to be announced")
    return "\n".join(
        (
            quote(": ".join(filter(None, (one.held_by, one.title))), 120),
            f"{talk.texts.stretch(venue.starts_at, venue.ends_at)}, {where}",
            turnout_line(talk, one.turnout) if one.published else talk.t("Not published yet: nobody knows about it."),
        )
    )


def planned_label(talk: Talk, one: Planned) -> str:
    """A meeting on a button: those of one series differ by their places, each municipality has its budget."""
    venue = one.meeting.venue
    where = quote(one.held_by or venue.place, LONGEST_PLACE)
    return quote(" – ".join(filter(None, (talk.texts.short_moment(venue.starts_at), where, one.title))), LABEL)


def digest_hours(talk: Talk, institution: Institution, office: Office) -> Message:
    """The hours to choose from, and how often."""
    weekly = office.digest_every is Rhythm.WEEK
    buttons = [button(talk.texts.hour(time(hour)), SetDigestHour(institution.id, hour)) for hour in HOURS]
    to_day = button(talk.t("Every working day"), SetDigestRhythm(institution.id, Rhythm.DAY))
    to_week = button(talk.t("Once a week"), SetDigestRhythm(institution.id, Rhythm.WEEK))
    body = talk.t(EVERY[office.digest_every], institution=institution.name, hour=talk.texts.hour(office.digest_at))
    return Message(
        title=talk.t("Hour of the digest"),
        body=paragraphs(body, talk.t("Choose another hour, or how often it comes, or leave it.")),
        buttons=(*grid(buttons, 4), (to_day if weekly else to_week,), (to_desk(talk),)),
    )


def digest_set(talk: Talk, institution: Institution, office: Office) -> Message:
    """When it comes from now on."""
    body = talk.t(EVERY[office.digest_every], institution=institution.name, hour=talk.texts.hour(office.digest_at))
    return Message(body=body, buttons=column(to_desk(talk)))
