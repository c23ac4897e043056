"""The rights of the forum in a consultation: the checklist, and what is sent before it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.forum import FillForum
from handlers.views.managing import to_it
from handlers.views.pages import LABEL
from locales.texts import mark
from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.forum.actions import ShowForum, ShowRights
from participation.forum.membership import Member
from participation.forum.model import ForumRight, ForumState, Wording
from participation.forum.proof import text_mark
from participation.forum.rights import Evidence, RightStanding
from participation.forum.telling import Untold
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button, Message
from participation.packing import Action
from participation.words import quote

TO_FORUM: Final = mark("Send the draft to the forum")


@dataclass(frozen=True)
class TellForum(Action):
    """See what the forum is to be told, the draft or the invitation to a meeting; seen, it is sent."""

    tag: ClassVar[str] = "yt"
    consultation: int
    meeting: int = 0
    sure: int = 0


@dataclass(frozen=True)
class ChooseMeeting(Action):
    """Choose the meeting to which the forum is invited."""

    tag: ClassVar[str] = "yh"
    consultation: int


@dataclass(frozen=True)
class WriteByEmail(Action):
    """Show the text for the next member who is written to by e-mail; so many are left for later."""

    tag: ClassVar[str] = "yb"
    consultation: int
    meeting: int = 0
    later: int = 0


@dataclass(frozen=True)
class MarkEmailed(Action):
    """Say that one has sent it to a member by e-mail, in words of which this is how their `mark` begins."""

    tag: ClassVar[str] = "yk"
    consultation: int
    meeting: int
    member: int
    mark: str = ""


@dataclass(frozen=True)
class TakeChecklist(Action):
    """Take the checklist of a consultation, or what of the proof of notice is about it."""

    tag: ClassVar[str] = "yw"
    consultation: int
    proof: int = 0


RIGHTS: Final[Mapping[ForumRight, str]] = {
    ForumRight.INFORMED: mark("Told in time, with the draft"),
    ForumRight.INVITED: mark("Invited"),
    ForumRight.HEARD: mark("Recommendations received"),
    ForumRight.TOOK_PART: mark("Took part"),
}
STATES: Final[Mapping[ForumState, str]] = {
    ForumState.DONE: mark("done"),
    ForumState.LATE: mark("done, but late"),
    ForumState.OVERDUE: mark("overdue"),
    ForumState.AHEAD: mark("still ahead"),
}


def no_forum(talk: Talk, found: Consultation) -> Message:
    """There is none here; where one is entered."""
    return Message(
        body=talk.t("There is no forum here yet. Register it first, then its four rights can be followed."),
        buttons=column(button(talk.t("The forum"), ShowForum(found.institution)), to_it(talk, found.id)),
    )


def rights(talk: Talk, found: Consultation, standings: Sequence[RightStanding], note: str = "") -> Message:
    """The four of them, and what can be done."""
    by_hand = [
        button(quote(talk.t("By hand: {right}", right=talk.t(RIGHTS[right])), LABEL), _deed(found, right))
        for right in ForumRight
    ]
    return Message(
        title=talk.t("The rights of the forum"),
        body=paragraphs(note, quote(found.terms.title), *(_right(talk, one) for one in standings)),
        buttons=column(
            *_sending(talk, found),
            *by_hand,
            button(talk.t("Checklist (Word)"), TakeChecklist(found.id)),
            button(talk.t("Proof of notice (Word)"), TakeChecklist(found.id, 1)),
            to_it(talk, found.id),
        ),
    )


def _deed(found: Consultation, right: ForumRight) -> FillForum:
    return FillForum(found.institution, right.value, found.id)


def _sending(talk: Talk, found: Consultation) -> tuple[Button, ...]:
    if not found.accepts_comments():
        return ()
    return (
        button(talk.t(TO_FORUM), TellForum(found.id)),
        button(talk.t("Invite the forum to a meeting"), ChooseMeeting(found.id)),
    )


def _right(talk: Talk, one: RightStanding) -> str:
    check = one.check
    return lines(
        (
            f"{talk.t(RIGHTS[check.right])}: {talk.t(STATES[check.state(local_day(talk.now))])}",
            talk.t("Due by {day}.", day=talk.texts.day(check.due)) if check.due else "",
            talk.t("Done on {day}.", day=talk.texts.day(check.done_on)) if check.done_on else "",
            evidence(talk, check.right, one.evidence),
        )
    )


def evidence(talk: Talk, right: ForumRight, found: Evidence) -> str:
    """What proves it, as a sentence; what was written by hand comes first."""
    match right:
        case ForumRight.INFORMED | ForumRight.INVITED:
            counted = _told(talk, found)
        case ForumRight.HEARD:
            count = found.spoken + found.kept
            spoken = talk.texts.n("{count} recommendation of members.", "{count} recommendations of members.", count)
            counted = spoken if count else ""
        case _:
            counted = _came(talk, found)
    return " ".join(filter(None, (quote(found.written), counted)))


def _came(talk: Talk, found: Evidence) -> str:
    """Who is on a list or in a record still, and how often somebody was whose name is not kept."""
    came = ", ".join(found.organisations)
    named = talk.t("On the lists: {organisations}.", organisations=came) if came else ""
    unnamed = talk.t(
        "Members at meetings whose names are not kept any more: {count}, counted at each meeting.", count=found.kept
    )
    return " ".join(filter(None, (named, unnamed if found.kept else "")))


def _told(talk: Talk, found: Evidence) -> str:
    if not found.told:
        return talk.t("Nobody has been told yet.")
    told = talk.t(
        "Sent: {told} (members: {members}). By e-mail: {email}. Arrived in Telegram: {arrived}. Seen: {seen}.",
        told=found.told,
        members=found.members,
        email=found.by_email,
        arrived=found.arrived,
        seen=found.seen,
    )
    failed = talk.t("Did not arrive: {failed}.", failed=found.failed) if found.failed else ""
    return " ".join(filter(None, (told, failed)))


def meetings(talk: Talk, found: Consultation, ahead: Sequence[Meeting]) -> Message:
    """To which of them; those that are over are none."""
    buttons = [button(talk.texts.moment(one.venue.starts_at), TellForum(found.id, one.id)) for one in ahead]
    asked = talk.t("To which meeting is the forum invited?")
    nothing = talk.t("There are no meetings ahead. Add one on the page of the consultation.")
    return Message(body=asked if ahead else nothing, buttons=column(*buttons, to_rights(talk, found.id)))


def preview(talk: Talk, pressed: TellForum, wording: Wording, waiting: Untold) -> Message:
    """What is sent, word for word, and to whom it is new."""
    consultation = ConsultationId(pressed.consultation)
    telegram, email = len(waiting.by_telegram), len(waiting.by_email)
    unreached = ", ".join(one.card.organisation for one in waiting.unreached)
    send = TellForum(pressed.consultation, pressed.meeting, 1)
    write = WriteByEmail(pressed.consultation, pressed.meeting)
    return Message(
        title=wording.title,
        body=paragraphs(
            wording.body,
            talk.t(
                "This is how it goes to each member separately. Still to be told in Telegram: {telegram}. "
                "By e-mail: {email}.",
                telegram=telegram,
                email=email,
            ),
            talk.t("These cannot be reached yet; give them their link: {names}.", names=unreached) if unreached else "",
        ),
        buttons=column(
            button(talk.t("Send it in Telegram"), send) if telegram else None,
            button(talk.t("Write the e-mails"), write) if email else None,
            to_rights(talk, consultation),
        ),
    )


def beginning(wording: Wording) -> str:
    """How the mark of these words begins, as it fits on a button."""
    return text_mark(wording)[:8]


def email(
    talk: Talk, pressed: WriteByEmail, member: Member, wording: Wording, left: int
) -> tuple[Message, Message, Message]:
    """For one member: what to do, the address alone, the text alone; nobody sees the address of another."""
    mark_it = MarkEmailed(pressed.consultation, pressed.meeting, member.id, beginning(wording))
    later = WriteByEmail(pressed.consultation, pressed.meeting, pressed.later + 1)
    asked = Message(
        title=talk.t("E-mail to {organisation}", organisation=quote(member.card.organisation, LABEL)),
        body=paragraphs(
            talk.t("Subject: {title}", title=wording.title),
            talk.t(
                "The next two messages are the address and the text, to be copied as they are. Send it to this address "
                "alone. Then press the button: it is noted that you said so."
            ),
        ),
        buttons=column(
            button(talk.t("I sent it"), mark_it),
            button(talk.t("Later, the next one"), later) if left > 1 else None,
            to_rights(talk, ConsultationId(pressed.consultation)),
        ),
    )
    return asked, Message(body=member.card.email), Message(body=wording.body)


def sent(talk: Talk, count: int) -> str:
    """To how many it was new."""
    if not count:
        return talk.t("Everybody in Telegram has been told already: nothing was sent twice.")
    return talk.texts.n("Sent to {count} member.", "Sent to {count} members.", count)


def to_rights(talk: Talk, consultation: ConsultationId) -> Button:
    """Back to the checklist."""
    return button(talk.t("The rights of the forum"), ShowRights(consultation))
