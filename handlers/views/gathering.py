"""A meeting at the desk while people come and after it: the door, the list, what can be done with them."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.files import file
from handlers.views.moving import turnout_line, venue_lines
from handlers.views.pages import LABEL, counted, page_of, turning
from handlers.views.publishing import to_desk
from locales.texts import LANGUAGES, texts_in
from locales.words import ACTORS
from participation.desk_actions import ShowGathering, ShowHeld
from participation.ids import MeetingId
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting, Turnout
from participation.meetings.present import Actor, Headcount, Listing, Participants, Present, by_name
from participation.messages import Button, Media, Message
from participation.packing import Action
from participation.words import fold, quote


@dataclass(frozen=True)
class OpenDoor(Action):
    """Check people in at a meeting; `anew` with another code."""

    tag: ClassVar[str] = "md"
    meeting: int
    anew: int = 0


@dataclass(frozen=True)
class ShowPresent(Action):
    """Show the list of a meeting, a page at a time."""

    tag: ClassVar[str] = "mp"
    meeting: int
    page: int = 0


@dataclass(frozen=True)
class StrikeOut(Action):
    """Take a line off the list; who is `sure` was asked."""

    tag: ClassVar[str] = "mx"
    participant: int
    sure: int = 0


@dataclass(frozen=True)
class AddToList(Action):
    """Begin to write people down from paper."""

    tag: ClassVar[str] = "ma"
    meeting: int


def kinds_by_name() -> Mapping[str, Actor]:
    """What the kinds of actors are called in all our languages, folded."""
    spoken = [texts_in(language) for language in LANGUAGES]
    return {" ".join(fold(texts.t(label)).split()): Actor(code) for code, label in ACTORS.items() for texts in spoken}


def actor_name(talk: Talk, actor: Actor | None) -> str:
    """What a kind of actor is called."""
    return talk.t(ACTORS[actor]) if actor else talk.t("Kind not said")


def headcount(talk: Talk, count: Headcount) -> str:
    """A number, and whether it is only estimated."""
    number = talk.texts.number(count.number)
    return talk.t("about {count}", count=number) if count.about else number


def how_many(talk: Talk, found: Participants) -> str:
    """How many are there, and of which kinds."""
    if not found.count.number:
        return talk.t("Nobody is on the list yet.")
    whole = talk.t(
        "On the list: {count}, of these with their name: {named}.",
        count=headcount(talk, found.count),
        named=talk.texts.number(len(found.listed)),
    )
    kinds = (f"• {actor_name(talk, actor)}: {headcount(talk, count)}" for actor, count in found.kinds.items())
    return lines((whole, *kinds))


def to_gathering(talk: Talk, meeting: int) -> Button:
    """The way back to a meeting."""
    return button(talk.t("Back to the meeting"), ShowGathering(meeting))


def check_in(talk: Talk, found: Meeting) -> Button | None:
    """While people come, they can be checked in."""
    return button(talk.t("Check people in"), OpenDoor(found.id)) if found.lets_in(talk.now) else None


def ways(talk: Talk, found: Meeting) -> tuple[Button, ...]:
    """What can be done with a meeting of today beside moving it."""
    if not (found.lets_in(talk.now) or found.has_begun(talk.now)):
        return ()
    both = (check_in(talk, found), button(talk.t("Who is here, and the record"), ShowGathering(found.id)))
    return tuple(filter(None, both))


def gathering(
    talk: Talk, found: Meeting, title: str, turnout: Turnout, *, told: Sequence[str], more: Sequence[Button]
) -> Message:
    """The meeting, who is there, and what comes after it; `told` and `more` are of its wishes, list and record."""
    return Message(
        title=title,
        body=paragraphs(lines((venue_lines(talk, found.venue), turnout_line(talk, turnout))), *told),
        buttons=column(check_in(talk, found), *more, to_desk(talk)),
    )


def list_buttons(talk: Talk, found: Meeting, count: int) -> Sequence[Button]:
    """The ways to the list of a meeting."""
    if not (found.lets_in(talk.now) or found.has_begun(talk.now)):
        return ()
    return (
        button(counted(talk.t("The list"), count), ShowPresent(found.id)),
        button(talk.t("Add people from a paper list"), AddToList(found.id)),
    )


def held(
    talk: Talk, shown: Sequence[tuple[Meeting, str]], count: int, page: int, *, finished: Set[MeetingId]
) -> Message:
    """A page of the meetings that were held, with their titles; first of all, which lack a record."""
    if not count:
        return Message(body=talk.t("No meeting has been held yet."), buttons=column(to_desk(talk)))
    labels = [(one, _held_label(talk, one, title, recorded=one.id in finished)) for one, title in shown]
    return Message(
        title=talk.t("Meetings that were held"),
        body=talk.t("Choose one to see who was there and to write its record."),
        buttons=(
            *column(*(button(quote(label, LABEL), ShowGathering(one.id)) for one, label in labels)),
            *turning(talk, count, page, ShowHeld),
            (to_desk(talk),),
        ),
    )


def _held_label(talk: Talk, one: Meeting, title: str, *, recorded: bool) -> str:
    when = talk.texts.short_moment(one.venue.starts_at)
    lacks = talk.t("No record") if not recorded and not one.is_on(talk.now) else ""
    return " – ".join(filter(None, (lacks, when, title)))


def to_held(talk: Talk) -> Button:
    """The way to them."""
    return button(talk.t("Meetings that were held"), ShowHeld())


def door(talk: Talk, found: Meeting, title: str, code: str) -> Message:
    """The code to be read aloud."""
    shut = talk.texts.hour(found.door_shuts_at())
    return Message(
        title=talk.t("Code: {code}", code=" ".join(code)),
        body=paragraphs(
            title,
            talk.t(
                "Read it aloud: who writes these four digits to this bot is checked in. It counts until {hour}.",
                hour=shut,
            ),
            talk.t("The picture above leads there too: show it at the door. Older codes and pictures no longer work."),
        ),
        buttons=column(*_at_door(talk, found)),
    )


def _at_door(talk: Talk, found: Meeting) -> Sequence[Button]:
    return (
        button(talk.t("Who is here"), ShowPresent(found.id)),
        button(talk.t("Add people from a paper list"), AddToList(found.id)),
        button(talk.t("Make a new code"), OpenDoor(found.id, anew=1)),
        to_gathering(talk, found.id),
    )


def door_picture(talk: Talk, picture: Media, link: str) -> Message:
    """The link as a picture, and as it is sent on."""
    return file(talk, picture, talk.t("Who points the camera of a phone at it is checked in: {link}", link=link))


def door_open(talk: Talk, found: Meeting, title: str) -> Message:
    """A code is out already, and only whoever has seen it knows it."""
    return Message(
        title=title,
        body=paragraphs(
            talk.t(
                "There is a code for this meeting already; it counts until {hour}.",
                hour=talk.texts.hour(found.door_shuts_at()),
            ),
            talk.t("We keep no copy of it. If you no longer have it, make a new one: the old one opens nothing then."),
        ),
        buttons=column(*_at_door(talk, found)),
    )


def present(talk: Talk, found: Meeting, shown: Sequence[Present], people: Participants, page: int) -> Message:
    """How many are there, and a page of the lines; one is chosen to be taken off."""
    here = page_of(sorted(shown, key=by_name), page)
    choose = talk.t("Choose a line to take it off the list.") if here else ""
    return Message(
        title=talk.t("Who is here"),
        body=paragraphs(how_many(talk, people), choose),
        buttons=(
            *column(*(button(quote(line_label(talk, one), LABEL), StrikeOut(one.id)) for one in here)),
            *turning(talk, len(shown), page, lambda number: ShowPresent(found.id, number)),
            *column(button(talk.t("Add people from a paper list"), AddToList(found.id)), to_gathering(talk, found.id)),
        ),
    )


def line_label(talk: Talk, one: Present) -> str:
    """A line of the list in short."""
    if one.listing:
        return listing_line(one.listing)
    if one.by_phone:
        return ", ".join((talk.t("Checked in without a name"), actor_name(talk, one.actor)))
    return f"{actor_name(talk, one.actor)}: {headcount(talk, one.count)}"


def listing_line(listing: Listing) -> str:
    """Name, organisation and role as on paper."""
    return ", ".join(filter(None, (listing.name, listing.organisation, listing.role)))


def ask_to_strike(talk: Talk, one: Present) -> Message:
    """The question before a line goes."""
    return Message(
        title=talk.t("Take this line off the list?"),
        body=line_label(talk, one),
        buttons=column(
            button(talk.t("Yes, take it off"), StrikeOut(one.id, sure=1)),
            button(talk.t("No, keep it"), ShowPresent(one.meeting)),
        ),
    )
