"""What a coordinator sees while a meeting is moved or called off."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, choice_of, column
from handlers.views.correcting import meant
from handlers.views.doubts import doubt_lines
from handlers.views.publishing import to_desk
from handlers.when import When
from participation.consultations.concerns import Worry
from participation.layout import lines, paragraphs
from participation.meetings.model import Meeting, Turnout, Venue
from participation.messages import Button, Message

DIALOG: Final = "move"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)


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
    talk: Talk, found: Meeting, title: str, turnout: Turnout, *, wishes: str, ways: Sequence[Button]
) -> Message:
    """One meeting and what can be done with it; the `ways` are those of a meeting to which people come."""
    return Message(
        title=title,
        body=lines((venue_lines(talk, found.venue), turnout_line(talk, turnout), wishes)),
        buttons=column(
            *ways,
            choice(talk, talk.t("Move to another day or hour"), "when"),
            choice(talk, talk.t("Change the place"), "place"),
            choice(talk, talk.t("Cancel the meeting"), "off"),
            choice(talk, talk.t("Leave it as it is"), "leave"),
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


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(talk, when, choice(talk, talk.t("Yes"), "at", when.packed()), back(talk))


def preview(talk: Talk, old: Venue, new: Venue, people: int, doubts: Sequence[Worry]) -> Message:
    """Old and new side by side, what is doubtful, and how many it concerns."""
    told = talk.t("Change it and tell everybody") if people else talk.t("Change it")
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(old_and_new(talk, old, new), doubt_lines(talk, doubts), concerned(talk, people)),
        buttons=(
            (choice(talk, told, "send"),),
            (choice(talk, talk.t("Other day or hour"), "when"), choice(talk, talk.t("Other place"), "place")),
            (choice(talk, talk.t("Leave it as it is"), "leave"),),
        ),
    )


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


def calling_off(talk: Talk, old: Venue, people: int) -> Message:
    """The last question before a meeting is called off."""
    off = talk.t("Cancel the meeting and tell everybody") if people else talk.t("Cancel the meeting")
    return Message(
        title=talk.t("Cancel this meeting?"),
        body=paragraphs(venue_lines(talk, old), concerned(talk, people)),
        buttons=column(choice(talk, off, "send"), back(talk)),
    )


def moved(talk: Talk, old: Venue, new: Venue) -> Message:
    """It is done."""
    stays = new.is_at_the_time_of(old)
    of_new_place = talk.t("Reminders will name the new place.")
    of_new_date = talk.t("Reminders of the old date will not be sent any more.")
    return Message(
        title=talk.t("The meeting has been changed"),
        body=paragraphs(venue_lines(talk, new), of_new_place if stays else of_new_date),
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
