"""What a coordinator sees while a meeting is moved or called off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, choice_of, column
from handlers.views.amending import SLIP
from handlers.views.correcting import meant, now_it_says
from handlers.views.doubts import doubt_lines
from handlers.views.linking import to_joining
from handlers.views.pending import to_send
from handlers.views.publishing import to_desk
from handlers.when import When
from locales.texts import mark
from participation.consultations.concerns import Worry
from participation.joining import also_online
from participation.layout import lines, paragraphs
from participation.meetings.model import Meeting, Turnout, Venue
from participation.meetings.usecases import leaves_online
from participation.messages import Button, Message

DIALOG: Final = "move"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)


AT_HAND: Final[Mapping[str, str]] = {
    "hall": mark("The hall is not free."),
    "room": mark("There is not enough room there."),
    "leader": mark("Whoever leads the meeting cannot come."),
    "slip": SLIP,
    "online": mark("One can take part online too."),
}
"""What is said most often, by the names that their buttons bear."""
OFF: Final = (
    mark("Why is it cancelled? Choose, or write one sentence: everybody will read it."),
    ("hall", "leader"),
)
ELSEWHERE: Final = (
    mark("Why is the place changed? Choose, or write one sentence: everybody will read it."),
    ("hall", "room", "slip"),
)
ONLINE_TOO: Final = (
    mark("Why is the place changed? Choose, or write one sentence: everybody will read it."),
    ("online", "hall", "room"),
)
ANOTHER_TIME: Final = (
    mark("Why is the meeting moved? Choose, or write one sentence: everybody will read it."),
    ("hall", "leader", "slip"),
)
"""What is asked, and what of it is at hand."""


def venue_lines(talk: Talk, venue: Venue) -> str:
    """When and where."""
    when = talk.t("When: {moment}", moment=talk.texts.stretch(venue.starts_at, venue.ends_at))
    return lines((when, place_line(talk, venue)))


def place_line(talk: Talk, venue: Venue) -> str:
    """Where."""
    return talk.t("Where: {place}", place=venue.place or talk.t("to be announced"))


def turnout_line(talk: Talk, turnout: Turnout) -> str:
    """Who said they come."""
    return talk.t(
        "Coming: {yes}. Perhaps: {maybe}. Asked to speak: {speakers}.",
        yes=turnout.yes,
        maybe=turnout.maybe,
        speakers=turnout.speakers,
    )


def meeting(
    talk: Talk, found: Meeting, title: str, turnout: Turnout, *, more: Sequence[str], ways: Sequence[Button]
) -> Message:
    """One meeting and what can be done with it; the `ways` are those of a meeting to which people come."""
    return Message(
        title=title,
        body=lines((venue_lines(talk, found.venue), turnout_line(talk, turnout), *more)),
        buttons=column(
            *ways,
            choice(talk, talk.t("Move to another day or hour"), "when"),
            choice(talk, talk.t("Change the place"), "place"),
            to_joining(talk, found.id),
            choice(talk, talk.t("Cancel the meeting"), "off"),
            leave(talk),
        ),
    )


def ask_when(talk: Talk, venue: Venue, complaint: str = "") -> Message:
    """The new day or hour; what is not said stays."""
    parts = (
        complaint,
        talk.t("Now it is: {moment}.", moment=talk.texts.stretch(venue.starts_at, venue.ends_at)),
        talk.t("Write the new day and hour, for example: 28.7.2023, 10:00–12:00. You may write only one of them."),
    )
    return Message(body=paragraphs(*parts), buttons=column(back(talk)))


def ask_place(talk: Talk, venue: Venue, complaint: str = "") -> Message:
    """The new place."""
    parts = (
        complaint,
        talk.t("Now it is: {place}.", place=venue.place) if venue.place else "",
        talk.t("Write the new place as people know it."),
    )
    return Message(body=paragraphs(*parts), buttons=column(back(talk)))


def link_apart(talk: Talk) -> str:
    """A link by which one joins is no place: the place is read by everybody."""
    return talk.t(
        "Everybody reads the place. Write only “Online”, and give the link under “Taking part online”: "
        "only those who come are told."
    )


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(talk, when, choice(talk, talk.t("Yes"), "at", when.packed()), back(talk))


def ask_reason(talk: Talk, old: Venue, to: Venue | None, *, complaint: str, present: str) -> Message:
    """Why, with what is said most often at hand."""
    question, ready = _asked(old, to)
    return Message(
        title=talk.t("Cancel this meeting?") if to is None else "",
        body=paragraphs(
            complaint, venue_lines(talk, old) if to is None else "", talk.t(question), now_it_says(talk, present)
        ),
        buttons=column(
            *(choice(talk, talk.t(AT_HAND[name]), "because", name) for name in ready), back(talk), leave(talk)
        ),
    )


def _asked(old: Venue, to: Venue | None) -> tuple[str, tuple[str, ...]]:
    if to is None:
        return OFF
    if not to.is_at_the_time_of(old):
        return ANOTHER_TIME
    return ONLINE_TOO if old.place != to.place == also_online(old.place) else ELSEWHERE


def leave(talk: Talk) -> Button:
    """Nothing is changed."""
    return choice(talk, talk.t("Leave it as it is"), "leave")


@dataclass(frozen=True)
class LastLook:
    """What is looked at before it is sent: how many are told what, what is doubtful, and why it is done.

    There is no letter about what nobody has heard of. Done `by_two`, a colleague has to release it; what is `urgent`
    does not wait, and the colleagues are told.
    """

    people: int
    by_two: bool
    urgent: bool
    letter: Message | None = None
    doubts: Sequence[Worry] = ()
    reason: str = ""


def preview(talk: Talk, old: Venue, new: Venue, look: LastLook) -> tuple[Message, ...]:
    """What people will read, or old and new side by side; what is doubtful, and how many it concerns."""
    told = talk.t("Change it and tell everybody") if look.people else talk.t("Change it")
    another = (choice(talk, talk.t("Other day or hour"), "when"), choice(talk, talk.t("Other place"), "place"))
    question = Message(
        title=talk.t("Please check"),
        body=paragraphs(
            _above(talk) if look.letter else old_and_new(talk, old, new),
            doubt_lines(talk, look.doubts),
            concerned(talk, look.people),
            _alone(talk) if look.urgent else "",
        ),
        buttons=(
            (choice(talk, *to_send(talk, told, by_two=look.by_two)),),
            another,
            *column(choice(talk, talk.t("Another reason"), "why") if look.reason else None, leave(talk)),
        ),
    )
    return (look.letter, question) if look.letter else (question,)


def _above(talk: Talk) -> str:
    return talk.t("Above is what everybody will read.")


def _alone(talk: Talk) -> str:
    return talk.t("It begins soon: the change can be sent without a second coordinator, and your colleagues are told.")


def old_and_new(talk: Talk, old: Venue, new: Venue) -> str:
    """What changes; of a meeting that only moves house the day and hour are said once."""
    stays = new.is_at_the_time_of(old)
    shown = place_line if stays else venue_lines
    when = talk.texts.stretch(new.starts_at, new.ends_at)
    return paragraphs(
        lines((talk.t("Until now:"), shown(talk, old))),
        lines((talk.t("From now on:"), shown(talk, new))),
        talk.t("The day and the hour stay: {moment}.", moment=when) if stays else "",
    )


def concerned(talk: Talk, people: int) -> str:
    """How many will be told."""
    if not people:
        return talk.t("Nobody has to be told yet.")
    return talk.texts.n(
        "{count} person will be told, in one message.", "{count} people will be told, one message each.", people
    )


def calling_off(talk: Talk, old: Venue, look: LastLook) -> tuple[Message, ...]:
    """The last question before a meeting is called off."""
    off = talk.t("Cancel the meeting and tell everybody") if look.people else talk.t("Cancel the meeting")
    question = Message(
        title=talk.t("Cancel this meeting?"),
        body=paragraphs(
            _above(talk) if look.letter else venue_lines(talk, old),
            concerned(talk, look.people),
            _alone(talk) if look.urgent else "",
        ),
        buttons=column(choice(talk, *to_send(talk, off, by_two=look.by_two)), back(talk)),
    )
    return (look.letter, question) if look.letter else (question,)


def moved(talk: Talk, old: Venue, new: Venue) -> Message:
    """It is done."""
    stays = new.is_at_the_time_of(old)
    of_new_place = talk.t("Reminders will name the new place.")
    of_new_date = talk.t("Reminders of the old date will not be sent any more.")
    no_link = talk.t("One can no longer join online: a link to join is removed.") if leaves_online(old, new) else ""
    return Message(
        title=talk.t("The meeting has been changed"),
        body=paragraphs(venue_lines(talk, new), of_new_place if stays else of_new_date, no_link),
        buttons=column(to_desk(talk)),
    )


def called_off(talk: Talk, people: int) -> Message:
    """It is off."""
    told = talk.t("Everybody concerned is being told.") if people else ""
    return Message(
        title=talk.t("The meeting has been cancelled"),
        body=lines((told, talk.t("No reminder of it will be sent any more."))),
        buttons=column(to_desk(talk)),
    )


def left(talk: Talk) -> Message:
    """Nothing was changed."""
    return Message(body=talk.t("Nothing was changed."), buttons=column(to_desk(talk)))
