"""The record of a meeting at the desk: how it stands, each part of it, what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, choice_of, column, grid
from handlers.views.correcting import meant
from handlers.views.gathering import headcount, listing_line, to_gathering
from handlers.views.pages import LABEL, counted
from handlers.when import When
from locales.texts import mark
from participation.layout import button, lines, paragraphs
from participation.meetings.minutes import (
    LINES,
    Contribution,
    Heading,
    Minutes,
    Revision,
    headcount_of,
    lines_under,
    organisations_of,
)
from participation.meetings.model import Meeting
from participation.meetings.present import Listing, Participants
from participation.messages import Button, Message, Rows
from participation.packing import Action
from participation.words import quote

DIALOG: Final = "minutes"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
FEW: Final = 3
"""So many lines of a part are shown with all the others."""

HEADINGS: Final[Mapping[Heading, str]] = {
    Heading.WHEN: mark("Day and hours"),
    Heading.PLACE: mark("Place"),
    Heading.THEME: mark("Theme"),
    Heading.MODERATOR: mark("Who led it"),
    Heading.PRESENT: mark("How many were there"),
    Heading.ORGANISATIONS: mark("Organisations"),
    Heading.AGENDA: mark("Agenda"),
    Heading.SAID: mark("What was said"),
    Heading.RECOMMENDATIONS: mark("Recommendations"),
    Heading.DECISIONS: mark("Decisions"),
    Heading.CLOSING: mark("Conclusion"),
    Heading.MATERIALS: mark("Materials"),
}
ASKS: Final[Mapping[Heading, str]] = {
    Heading.WHEN: mark("When was it really? Write the day or the hours, for example: 25.7.2023, 11:10–12:45."),
    Heading.PLACE: mark("Where was it really? Write the place as people know it."),
    Heading.THEME: mark("What was it about? One sentence."),
    Heading.MODERATOR: mark("Who led the meeting? Write the name and, after a comma, the role."),
    Heading.PRESENT: mark("How many were there? Write a number, or “about 15” where it is an estimate."),
    Heading.ORGANISATIONS: mark("Which organisations took part beside those on the list? One a line."),
    Heading.AGENDA: mark("What was on the agenda? One point a line."),
    Heading.SAID: mark("Who said what? “Name, role: what was said”, or choose who asked to speak. One message each."),
    Heading.RECOMMENDATIONS: mark("What was recommended? One recommendation a line."),
    Heading.DECISIONS: mark(
        "What was decided? Up to three short sentences, one a line: those who came are told them a day later."
    ),
    Heading.CLOSING: mark(
        "How do you conclude the meeting? A few sentences, and nobody's name: they are the last part of its report, "
        "which everybody may read. It may stay empty."
    ),
    Heading.MATERIALS: mark("Send the files of the meeting, one after the other."),
}


@dataclass(frozen=True)
class ShowMinutes(Action):
    """Show the record of a meeting."""

    tag: ClassVar[str] = "mr"
    meeting: int


@dataclass(frozen=True)
class FillMinutes(Action):
    """Begin to write a part of the record."""

    tag: ClassVar[str] = "mf"
    meeting: int
    heading: str


@dataclass(frozen=True)
class FinishMinutes(Action):
    """Finish the revision that was looked at; who is `sure` was asked."""

    tag: ClassVar[str] = "mk"
    meeting: int
    revision: int
    sure: int = 0


@dataclass(frozen=True)
class CorrectMinutes(Action):
    """Begin a new revision of a finished record."""

    tag: ClassVar[str] = "mc"
    meeting: int


def to_minutes(talk: Talk, found: Meeting) -> Button | None:
    """The way to the record of a meeting that has begun."""
    return button(talk.t("The record"), ShowMinutes(found.id)) if found.has_begun(talk.now) else None


def minutes(
    talk: Talk, found: Meeting, revision: Revision, people: Participants, note: str = "", *, oral: Button | None = None
) -> Message:
    """The record as it stands, a button for each part while it is being written, one to its points."""
    finished = revision.finished_at is not None
    return Message(
        title=talk.t("Record of the meeting"),
        body=paragraphs(note, _state(talk, revision), _whole(talk, revision.minutes, people)),
        buttons=(
            *(() if finished else _parts(talk, found, revision.minutes)),
            *column(
                button(talk.t("Correct it"), CorrectMinutes(found.id))
                if finished
                else button(talk.t("Finish the record"), FinishMinutes(found.id, revision.number)),
                oral,
                to_gathering(talk, found.id),
            ),
        ),
    )


def _state(talk: Talk, revision: Revision) -> str:
    if revision.finished_at is None:
        return (
            talk.t("This is a correction: until it is finished, the record before it counts.")
            if revision.number
            else talk.t("It is being written: each part has its own button.")
        )
    day = talk.texts.short_moment(revision.finished_at)
    if revision.number:
        return talk.t("Finished: {moment}. Correction number {number}.", moment=day, number=revision.number)
    return talk.t("Finished: {moment}.", moment=day)


def _whole(talk: Talk, found: Minutes, people: Participants) -> str:
    return lines(part(talk, heading, found, people) for heading in Heading)


def part(talk: Talk, heading: Heading, found: Minutes, people: Participants) -> str:
    """What stands under a heading, in short."""
    shown = _under(talk, heading, found, people)
    name = talk.t(HEADINGS[heading])
    if len(shown) < 2:
        return talk.t("{part}: {words}", part=name, words=shown[0] if shown else talk.t("empty"))
    rest = (talk.t("and {count} more", count=len(shown) - FEW),) if len(shown) > FEW else ()
    return lines((f"{name}:", *(f"• {one}" for one in shown[:FEW]), *rest))


def _under(talk: Talk, heading: Heading, found: Minutes, people: Participants) -> Sequence[str]:
    venue = found.venue
    match heading:
        case Heading.WHEN:
            return (talk.texts.stretch(venue.starts_at, venue.ends_at),)
        case Heading.PRESENT:
            count = headcount_of(found, people)
            return (headcount(talk, count),) if count.number else ()
        case Heading.ORGANISATIONS:
            return [quote(one, 120) for one in organisations_of(found, people)]
        case Heading.SAID:
            return [quote(contribution(one), 120) for one in found.said]
        case Heading.MATERIALS:
            return [one.name or talk.t("Document") for one in found.materials]
        case Heading.PLACE | Heading.THEME | Heading.MODERATOR | Heading.CLOSING:
            one = {
                Heading.PLACE: venue.place,
                Heading.THEME: found.theme,
                Heading.MODERATOR: found.moderator,
                Heading.CLOSING: found.closing,
            }[heading]
            return (quote(one, 200),) if one else ()
        case _:
            return [quote(one, 120) for one in lines_under(found, heading)]


def contribution(one: Contribution) -> str:
    """Who said what, in a line."""
    who = listing_line(Listing(one.speaker, role=one.role))
    return ": ".join(filter(None, (who, one.words)))


def _parts(talk: Talk, found: Meeting, written: Minutes) -> Rows:
    counts = {heading: len(lines_under(written, heading)) for heading in LINES}
    counts |= {Heading.SAID: len(written.said), Heading.MATERIALS: len(written.materials)}
    return grid(
        [
            button(counted(talk.t(label), counts.get(heading, 0)), FillMinutes(found.id, heading))
            for heading, label in HEADINGS.items()
        ]
    )


def lacking(talk: Talk, lacks: Sequence[Heading]) -> str:
    """What a record cannot do without."""
    missing = ", ".join(talk.t(HEADINGS[heading]) for heading in lacks)
    return talk.t("It cannot be finished yet. Missing: {parts}.", parts=missing) if lacks else ""


def sure(talk: Talk, found: Meeting, revision: Revision, people: Participants) -> Message:
    """The last look before it is finished."""
    decisions = revision.minutes.decisions
    told = (
        talk.t("Those who came are told the decisions one day after the meeting, or as soon as they are here.")
        if decisions
        else talk.t("No decisions are written: those who came will not be told any.")
    )
    return Message(
        title=talk.t("Finish the record?"),
        body=paragraphs(
            _whole(talk, revision.minutes, people),
            told,
            talk.t("Afterwards it is not changed any more: a correction is a new revision, and both are kept."),
        ),
        buttons=column(
            button(talk.t("Yes, finish it"), FinishMinutes(found.id, revision.number, sure=1)),
            button(talk.t("Go on writing"), ShowMinutes(found.id)),
        ),
    )


def ask(
    talk: Talk, heading: Heading, shown: str, note: str, *, speakers: Sequence[Listing] = (), some: bool = False
) -> Message:
    """One part: how it stands, and what is to be written; of several things the last one can be taken away."""
    several = heading in {*LINES, Heading.SAID, Heading.MATERIALS}
    names = [choice(talk, quote(listing_line(one), LABEL), "speaker", place) for place, one in enumerate(speakers)]
    listed = talk.t("As many as on the list")
    return Message(
        title=talk.t(HEADINGS[heading]),
        body=paragraphs(note, shown, talk.t(ASKS[heading])),
        buttons=column(
            *names,
            choice(talk, listed, "listed") if heading is Heading.PRESENT else None,
            choice(talk, talk.t("Take the last one away"), "away") if several and some else None,
            choice(talk, talk.t("That was all"), "done")
            if several and some
            else choice(talk, talk.t("Leave it as it is"), "leave"),
        ),
    )


def ask_words(talk: Talk, speaker: str, note: str = "") -> Message:
    """What somebody said."""
    return Message(
        title=talk.t(HEADINGS[Heading.SAID]),
        body=paragraphs(note, talk.t("What did {name} say? Write it in one message.", name=speaker)),
        buttons=((back(talk), choice(talk, talk.t("Leave it as it is"), "leave")),),
    )


def sure_of(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(
        talk, when, choice(talk, talk.t("Yes"), "at", when.packed()), choice(talk, talk.t("Leave it as it is"), "leave")
    )


def no_number(talk: Talk) -> str:
    """What a number of people looks like."""
    return talk.t("We could not read a number of people in it.")


def too_much(talk: Talk, most: int, longest: int) -> str:
    """How much fits under a heading."""
    return talk.t(
        "This does not fit: here stand {most} at most, of {longest} characters each.", most=most, longest=longest
    )
