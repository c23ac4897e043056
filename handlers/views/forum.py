"""The forum of an institution as its coordinators see it: its members, its call, its meetings, its proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.gathering import actor_name
from handlers.views.pages import LABEL, counted, turning
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.clock import local_day
from participation.forum.actions import ShowForum, ShowMembers
from participation.forum.membership import ConsentWay, Member
from participation.forum.model import Forum, ForumMeeting, MemberState
from participation.ids import InstitutionId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.places import Institution
from participation.words import quote


@dataclass(frozen=True)
class FillForum(Action):
    """Begin to write something down of a forum: in which form, and of whom or of which consultation."""

    tag: ClassVar[str] = "yg"
    institution: int
    form: str
    subject: int = 0


@dataclass(frozen=True)
class ShowMember(Action):
    """Show one of them."""

    tag: ClassVar[str] = "yu"
    member: int


@dataclass(frozen=True)
class InviteMember(Action):
    """Make a link by which somebody of an organisation joins."""

    tag: ClassVar[str] = "yl"
    member: int


@dataclass(frozen=True)
class AcceptMember(Action):
    """Take somebody who has applied into the forum."""

    tag: ClassVar[str] = "yy"
    member: int


@dataclass(frozen=True)
class EndMembership(Action):
    """Ask whether a membership shall end, or, where that was seen, end it."""

    tag: ClassVar[str] = "ye"
    member: int
    sure: int = 0


@dataclass(frozen=True)
class EndCall(Action):
    """Let nobody apply any more."""

    tag: ClassVar[str] = "yc"
    institution: int


@dataclass(frozen=True)
class SendCallOn(Action):
    """Send a call that a fault has stopped to those who have not got it."""

    tag: ClassVar[str] = "yq"
    institution: int


@dataclass(frozen=True)
class TakeProof(Action):
    """Take the proof of notice of an institution, in a form."""

    tag: ClassVar[str] = "yp"
    institution: int
    form: str


STATES: Final[Mapping[MemberState, str]] = {
    MemberState.APPLIED: mark("Has applied"),
    MemberState.MEMBER: mark("Member"),
    MemberState.DECLINED: mark("Not taken"),
    MemberState.WITHDRAWN: mark("Took the application back"),
    MemberState.LEFT: mark("Not a member any more"),
}
STOPPED: Final = mark(
    "A fault has stopped the message about this call: not everybody who follows the place has got it. Change the text "
    "of the call if something in it may be wrong, or send it on as it is."
)
PROOFS: Final[Mapping[str, str]] = {
    "csv": mark("Proof of notice (CSV, to be checked)"),
    "xlsx": mark("Proof of notice (Excel)"),
    "word": mark("Proof of notice (Word)"),
}
"""The forms of the proof."""


def where(talk: Talk, found: Sequence[Institution]) -> Message:
    """Of which institution."""
    buttons = [button(one.name, ShowForum(one.id)) for one in found]
    return Message(body=talk.t("The forum of which institution?"), buttons=column(*buttons, to_desk(talk)))


def none_yet(talk: Talk, institution: InstitutionId) -> Message:
    """There is no forum; what one is for, and how to begin."""
    return Message(
        title=talk.t("The forum"),
        body=paragraphs(
            talk.t(
                "A forum brings together organisations and active citizens. For each consultation it is told in time, "
                "invited, heard, and takes part."
            ),
            talk.t("There is none here yet. Give it its name, then add members or open a call."),
        ),
        buttons=column(
            button(talk.t("Register the forum"), FillForum(institution, "name")),
            *_proofs(talk, institution),
            to_desk(talk),
        ),
    )


def page(
    talk: Talk, forum: Forum, members: Sequence[Member], held: Sequence[ForumMeeting], due: date, *, stopped: bool
) -> Message:
    """How it stands, and what can be done; whether its call was stopped by a fault."""
    there = [one for one in members if one.belongs]
    applied = sum(one.state is MemberState.APPLIED for one in members)
    here, today = forum.institution, local_day(talk.now)
    return Message(
        title=forum.name,
        body=paragraphs(
            _reached(talk, there),
            _call_line(talk, forum, today),
            talk.t(STOPPED) if stopped else "",
            lines((_last_meeting(talk, held), _next_meeting(talk, due, today))),
        ),
        buttons=column(
            button(counted(talk.t("Applications"), applied), ShowMembers(here, applied=1)) if applied else None,
            button(counted(talk.t("Members"), len(there)), ShowMembers(here)),
            button(talk.t("Add a member"), FillForum(here, "member")),
            button(talk.t("Send it to those who have not got it"), SendCallOn(here)) if stopped else None,
            *_about_call(talk, here, is_open=forum.calls(today)),
            button(talk.t("Write down a meeting of the forum"), FillForum(here, "meeting")),
            button(talk.t("Another name"), FillForum(here, "name")),
            *_proofs(talk, here),
            to_desk(talk),
        ),
    )


def _about_call(talk: Talk, here: InstitutionId, *, is_open: bool) -> tuple[Button, ...]:
    if not is_open:
        return (button(talk.t("Open a call"), FillForum(here, "call")),)
    return (
        button(talk.t("Change the text of the call"), FillForum(here, "reword")),
        button(talk.t("Move its last day"), FillForum(here, "extend")),
        button(talk.t("End the call"), EndCall(here)),
    )


def _reached(talk: Talk, there: Sequence[Member]) -> str:
    """How many there are, and by which way they are reached."""
    if not there:
        return talk.t("It has no members yet.")
    telegram = sum(one.person is not None for one in there)
    email = sum(one.person is None and bool(one.card.email) for one in there)
    count = talk.texts.n("{count} member.", "{count} members.", len(there))
    ways = talk.t(
        "In Telegram: {telegram}. By e-mail: {email}. Not reached yet: {nobody}.",
        telegram=telegram,
        email=email,
        nobody=len(there) - telegram - email,
    )
    return lines((count, ways))


def _call_line(talk: Talk, forum: Forum, today: date) -> str:
    if forum.call is None:
        return talk.t("No call is open.")
    day = talk.texts.day(forum.call.until)
    if not forum.calls(today):
        return talk.t("The last call ended on {day}.", day=day)
    link = talk.house.links.to(f"ff_{forum.institution}")
    return talk.t("A call is open until {day}. Send this link to whoever may join: {link}", day=day, link=link)


def _last_meeting(talk: Talk, held: Sequence[ForumMeeting]) -> str:
    if not held:
        return talk.t("No meeting of the forum is written down yet.")
    last = held[0]
    return talk.t(
        "Last meeting: {day}, {place}. {about}", day=talk.texts.day(last.day), place=last.place, about=last.about
    )


def _next_meeting(talk: Talk, due: date, today: date) -> str:
    day = talk.texts.day(due)
    if due < today:
        return talk.t("The next one was due by {day}: the forum meets at least every six months.", day=day)
    return talk.t("The next one is due by {day}: the forum meets at least every six months.", day=day)


def _proofs(talk: Talk, institution: InstitutionId) -> tuple[Button, ...]:
    return tuple(button(talk.t(label), TakeProof(institution, form)) for form, label in PROOFS.items())


def members(talk: Talk, forum: Forum, shown: Sequence[Member], pressed: ShowMembers, count: int) -> Message:
    """A page of them; each leads to what is known of it."""
    back = button(talk.t("Back to the forum"), ShowForum(forum.institution))
    if not count:
        nobody = talk.t("Nobody waits for an answer.") if pressed.applied else talk.t("It has no members yet.")
        return Message(body=nobody, buttons=column(back))
    title = talk.t("Applications") if pressed.applied else talk.t("Members")
    buttons = [button(quote(one.card.organisation, LABEL), ShowMember(one.id)) for one in shown]
    named = [
        f"• {quote(one.card.organisation, LABEL)} – {actor_name(talk, one.kind)}, {way(talk, one)}" for one in shown
    ]

    def turned(page: int) -> ShowMembers:
        return ShowMembers(pressed.institution, pressed.applied, page)

    return Message(
        title=title,
        body=lines(named),
        buttons=(*column(*buttons), *turning(talk, count, pressed.page, turned), *column(back)),
    )


def way(talk: Talk, one: Member) -> str:
    """How a member is reached."""
    if one.person is not None:
        return talk.t("in Telegram")
    return talk.t("by e-mail") if one.card.email else talk.t("not reached yet")


def member(talk: Talk, one: Member, note: str = "") -> Message:
    """What is known of one, and what can be done."""
    return Message(
        title=quote(one.card.organisation),
        body=paragraphs(note, lines(_known(talk, one))),
        buttons=column(*_doings(talk, one), button(talk.t("Back to the forum"), ShowForum(one.institution))),
    )


def _known(talk: Talk, one: Member) -> Sequence[str]:
    card = one.card
    agreed = talk.texts.day(card.agreed_on) if card.agreed_on else ""
    ways = {
        ConsentWay.TAP: talk.t("Agreed in the bot on {day}.", day=agreed),
        ConsentWay.PAPER: talk.t("Agreed on paper on {day}.", day=agreed),
        None: talk.t("Has not agreed yet to be written to: give them the link."),
    }
    return (
        f"{talk.t(STATES[one.state])}, {actor_name(talk, one.kind)}, {way(talk, one)}",
        talk.t("Contact: {contact}", contact=card.contact) if card.contact else "",
        card.email,
        talk.t("Why: {why}", why=card.why) if card.why else "",
        talk.t("Since {day}.", day=talk.texts.day(one.since)),
        talk.t("Until {day}.", day=talk.texts.day(one.ended)) if one.ended else "",
        ways[card.consent],
        talk.t("Not taken because: {reason}", reason=card.declined_because) if card.declined_because else "",
    )


def _doings(talk: Talk, one: Member) -> Sequence[Button | None]:
    if one.state is MemberState.APPLIED:
        return (
            button(talk.t("Take into the forum"), AcceptMember(one.id)),
            button(talk.t("Do not take"), FillForum(one.institution, "decline", one.id)),
        )
    if not one.belongs:
        return ()
    return (
        button(talk.t("Make a link to join"), InviteMember(one.id)) if one.person is None else None,
        button(talk.t("End the membership"), EndMembership(one.id)),
    )


def link(talk: Talk, one: Member, address: str) -> str:
    """The link that works once, to be sent on."""
    return talk.t(
        "Send this link to {organisation}, and to nobody else. It works once, and an older one works no more: {link}",
        organisation=one.card.organisation,
        link=address,
    )


def ask_end(talk: Talk, one: Member) -> Message:
    """Whether it shall end."""
    return Message(
        body=talk.t(
            "Shall {organisation} not be in the forum any more? The name stays in the list; the e-mail and what else "
            "is kept is deleted.",
            organisation=one.card.organisation,
        ),
        buttons=column(
            button(talk.t("Yes, end it"), EndMembership(one.id, 1)),
            button(talk.t("No, leave it"), ShowMember(one.id)),
        ),
    )
