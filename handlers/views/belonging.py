"""A forum as citizens see it: its open call, an application, one's own place in it and what is kept of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column, grid
from handlers.views.correcting import now_it_says
from handlers.views.gathering import actor_name
from handlers.views.menu import to_menu
from locales.texts import mark
from locales.words import ACTORS
from participation.actions import WriteComment
from participation.forum.actions import ApplyTo
from participation.forum.membership import Member, MemberCard
from participation.forum.model import Forum, MemberState
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.meetings.present import Actor
from participation.messages import Button, Message
from participation.packing import Action
from participation.words import quote

DIALOG: Final = "join"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
_leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class ShowForums(Action):
    """Show one's own places in forums, and the calls that are open."""

    tag: ClassVar[str] = "yo"


@dataclass(frozen=True)
class ShowCall(Action):
    """Show an open call."""

    tag: ClassVar[str] = "yi"
    institution: int


@dataclass(frozen=True)
class ShowMembership(Action):
    """Show what is kept of one's place in a forum."""

    tag: ClassVar[str] = "yn"
    member: int


@dataclass(frozen=True)
class LeaveForum(Action):
    """Ask whether to leave, or to take the application back; asked and confirmed, do it."""

    tag: ClassVar[str] = "yx"
    member: int
    sure: int = 0


STANDING: Final[Mapping[MemberState, str]] = {
    MemberState.APPLIED: mark("Your application waits for an answer."),
    MemberState.MEMBER: mark("You are a member."),
    MemberState.DECLINED: mark("You were not taken into the forum this time."),
    MemberState.WITHDRAWN: mark("You have taken your application back."),
    MemberState.LEFT: mark("You are not a member any more."),
}


def forums(talk: Talk, own: Sequence[tuple[Member, str]], calling: Sequence[Forum]) -> Message:
    """One's own places, and the calls."""
    told = [f"{name}: {talk.t(STANDING[one.state])}" for one, name in own]
    if not own and not calling:
        nothing = talk.t("You are in no forum, and no call is open where you live.")
        return Message(body=nothing, buttons=column(to_menu(talk)))
    called = talk.t("A forum is looking for organisations and active citizens:") if calling else ""
    return Message(
        title=talk.t("The forum"),
        body=paragraphs(lines(told), lines((called, *(f"• {one.name}" for one in calling)))),
        buttons=column(
            *(button(quote(talk.t("My place: {forum}", forum=name), 60), ShowMembership(one.id)) for one, name in own),
            *(
                button(quote(talk.t("The call: {forum}", forum=one.name), 60), ShowCall(one.institution))
                for one in calling
            ),
            to_menu(talk),
        ),
    )


def call(talk: Talk, forum: Forum, institution: str) -> Message:
    """The call, as the institution wrote it."""
    assert forum.call is not None
    return Message(
        title=forum.name,
        body=paragraphs(
            institution,
            forum.call.text,
            talk.t("You can apply until {day}.", day=talk.texts.day(forum.call.until)),
        ),
        buttons=column(button(talk.t("Apply"), ApplyTo(forum.institution)), to_menu(talk)),
    )


def ask_name(talk: Talk, complaint: str = "", *, citizen: bool = False, before: str = "") -> Message:
    """For which organisation, or who they are."""
    organisation = talk.t(
        "For which organisation do you apply? Write its name, and if you like your own after a comma: "
        "“Shoqata Drita, Ana Koçi”."
    )
    own = talk.t("Write your name, as the forum will know you.")
    return Message(
        body=paragraphs(complaint, own if citizen else organisation, now_it_says(talk, before)),
        buttons=column(
            _same(talk, before),
            None if citizen else choice(talk, talk.t("For myself, as an active citizen"), "citizen"),
            back(talk) if citizen else None,
            _leave(talk),
        ),
    )


def ask_kind(talk: Talk, complaint: str = "") -> Message:
    """What kind of organisation it is."""
    kinds = [choice(talk, talk.t(label), "kind", kind) for kind, label in ACTORS.items() if kind != Actor.CITIZEN]
    return Message(
        body=paragraphs(complaint, talk.t("What is it?")),
        buttons=(*grid(kinds), *column(back(talk), _leave(talk))),
    )


def ask_why(talk: Talk, complaint: str = "", *, before: str = "") -> Message:
    """One line."""
    asked = talk.t("Why would you like to be in the forum? One or two sentences are enough.")
    body = paragraphs(complaint, asked, now_it_says(talk, before))
    return Message(body=body, buttons=column(_same(talk, before), back(talk), _leave(talk)))


def _same(talk: Talk, before: str) -> Button | None:
    """What was said before a step back need not be said twice."""
    return choice(talk, talk.t("Keep it so"), "same") if before else None


def agree(talk: Talk, forum: Forum, card: MemberCard, kind: Actor, institution: str) -> Message:
    """What will be kept, and the tap that is the consent."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(shown(talk, card, kind), kept(talk, forum, institution)),
        buttons=column(choice(talk, talk.t("I agree, send it"), "agree"), back(talk), _leave(talk)),
    )


def agree_to_join(talk: Talk, forum: Forum, found: Member, institution: str) -> Message:
    """The same for somebody who came by a link."""
    return Message(
        title=talk.t("Join {forum}?", forum=forum.name),
        body=paragraphs(shown(talk, found.card, found.kind), kept(talk, forum, institution)),
        buttons=column(choice(talk, talk.t("I agree and join"), "agree"), _leave(talk)),
    )


def shown(talk: Talk, card: MemberCard, kind: Actor) -> str:
    """What is kept, a line each."""
    return lines(
        (
            talk.t("Organisation or name: {name}", name=card.organisation),
            talk.t("Contact: {contact}", contact=card.contact) if card.contact else "",
            talk.t("E-mail: {email}", email=card.email) if card.email else "",
            talk.t("Kind: {kind}", kind=actor_name(talk, kind)),
            talk.t("Why: {why}", why=card.why) if card.why else "",
        )
    )


def kept(talk: Talk, forum: Forum, institution: str) -> str:
    """Who reads it, how long it stays, and how it ends."""
    return talk.t(
        "{institution} keeps this, locked, as long as you are in {forum}; other members do not see it. What you are "
        "told, when, and whether you have seen it, is noted as proof. You can leave at any time, and with /fshij all "
        "of it goes.",
        institution=institution,
        forum=forum.name,
    )


def applied(talk: Talk, member: int) -> Message:
    """It is there; what comes next."""
    return Message(
        title=talk.t("Your application has arrived"),
        body=talk.t("You are told here whether you are taken, and if not, why. Until then you can take it back."),
        buttons=column(button(talk.t("See it, or take it back"), ShowMembership(member)), to_menu(talk)),
    )


def joined(talk: Talk, forum: Forum, member: int) -> Message:
    """They are in it."""
    return Message(
        title=talk.t("You are a member of {forum}", forum=forum.name),
        body=talk.t("From now on you are told here of each consultation in time, and invited."),
        buttons=column(button(talk.t("My place in the forum"), ShowMembership(member)), to_menu(talk)),
    )


def membership(talk: Talk, one: Member, forum: str) -> Message:
    """What is kept of somebody's place, and the way out."""
    card = one.card
    agreed = talk.t("You gave your consent on {day}.", day=talk.texts.day(card.agreed_on)) if card.agreed_on else ""
    because = talk.t("Why: {why}", why=card.declined_because) if card.declined_because else ""
    out = {MemberState.APPLIED: talk.t("Take the application back"), MemberState.MEMBER: talk.t("Leave the forum")}
    way = button(out[one.state], LeaveForum(one.id)) if one.state in out else None
    return Message(
        title=forum,
        body=paragraphs(lines((talk.t(STANDING[one.state]), because)), shown(talk, card, one.kind), agreed),
        buttons=column(way, to_menu(talk)),
    )


def ask_leave(talk: Talk, one: Member) -> Message:
    """Whether they want to."""
    is_member = one.state is MemberState.MEMBER
    return Message(
        body=talk.t("Leave the forum? You are told nothing more of it.")
        if is_member
        else talk.t("Take your application back?"),
        buttons=column(
            button(talk.t("Yes, leave") if is_member else talk.t("Yes, take it back"), LeaveForum(one.id, 1)),
            button(talk.t("No, leave it"), ShowMembership(one.id)),
        ),
    )


def seen(talk: Talk, consultation: ConsultationId | None, *, speaks: bool) -> Message:
    """It is noted; what can be done next."""
    write = None
    if consultation is not None and speaks:
        write = button(talk.t("Write a recommendation"), WriteComment(consultation))
    return Message(body=talk.t("Thank you. It is noted that you have seen it."), buttons=column(write, to_menu(talk)))
