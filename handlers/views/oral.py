"""What a coordinator sees who takes what was said at a meeting into the comments."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.mine import signed
from handlers.views.minutes import ShowMinutes
from handlers.views.pages import LABEL, PAGE, counted, page_of, turning
from participation import desk_actions
from participation.actions import ShowComment
from participation.ids import MeetingId
from participation.layout import button, lines, paragraphs
from participation.meetings.oral import OralPoint, OralPoints
from participation.messages import Button, Message
from participation.packing import Action
from participation.words import quote

GIST = 200


@dataclass(frozen=True)
class ShowOral(Action):
    """Show the points of a record that can be comments, a page at a time."""

    tag: ClassVar[str] = "mq"
    meeting: int
    page: int = 0


@dataclass(frozen=True)
class TakePoint(Action):
    """Make a comment of a point, as long as it is the one that was looked at."""

    tag: ClassVar[str] = "mqt"
    meeting: int
    place: int
    stamp: str


@dataclass(frozen=True)
class TakeAllPoints(Action):
    """Make comments of all of them, as long as they are those that were looked at; who is `sure` was asked."""

    tag: ClassVar[str] = "mqa"
    meeting: int
    stamp: str
    sure: int = 0


def to_oral(talk: Talk, meeting: MeetingId) -> Button:
    """The way from a record to its points."""
    return button(talk.t("Take into the comments"), ShowOral(meeting))


def points(talk: Talk, found: OralPoints, page: int = 0, note: str = "") -> Message:
    """The points, each with its number once it is a comment, and a button for each that is none."""
    shown = [*enumerate(found.points)]
    on_page, fresh = page_of(shown, page), found.fresh
    some = on_page[0][0] + 1 if on_page else 0
    told = (
        talk.t(
            "Each point of the record can become a comment: in its words, of the day of the meeting, for the "
            "organisation that the record names or without a name. It is answered like any other."
        )
        if shown
        else talk.t("Nothing stands under “What was said” and “Recommendations” yet.")
    )
    return Message(
        title=talk.t("Into the comments"),
        body=paragraphs(
            note,
            told,
            talk.t("{first}–{last} of {count}", first=some, last=some + len(on_page) - 1, count=len(shown))
            if len(shown) > PAGE
            else "",
            *(_point(talk, point) for _, point in on_page),
        ),
        buttons=(
            *column(*(_way(talk, found, place, point) for place, point in on_page)),
            *turning(talk, len(shown), page, lambda to: ShowOral(found.meeting.id, to)),
            *column(
                button(counted(talk.t("Take all in"), len(fresh)), TakeAllPoints(found.meeting.id, found.stamp))
                if len(fresh) > 1
                else None,
                _to_comments(talk, found) if len(fresh) < len(shown) else None,
                button(talk.t("Back to the record"), ShowMinutes(found.meeting.id)),
            ),
        ),
    )


def _point(talk: Talk, point: OralPoint) -> str:
    number = talk.t("Comment {receipt}", receipt=point.comment.receipt) if point.comment else ""
    return lines((f"“{quote(point.words, GIST)}”", signed(talk, point.signature), number))


def _way(talk: Talk, found: OralPoints, place: int, point: OralPoint) -> Button:
    if point.comment is not None:
        return button(quote(f"{point.comment.receipt}: {point.words}", LABEL), ShowComment(point.comment.id))
    label = talk.t("Take in: {words}", words=quote(point.words, LABEL - 10))
    return button(label, TakePoint(found.meeting.id, place, point.stamp))


def _to_comments(talk: Talk, found: OralPoints) -> Button:
    everything = desk_actions.ListComments(found.consultation.id)
    return button(talk.t("All comments of this consultation"), everything)


def taken(talk: Talk, point: OralPoint) -> str:
    """Under which number it is kept now."""
    return talk.t("Kept under number {receipt}.", receipt=point.comment.receipt) if point.comment else ""


def taken_before(talk: Talk, point: OralPoint) -> str:
    """Under which number it was kept before; nothing is kept twice."""
    if point.comment is None:
        return ""
    return talk.t("This is a comment already: {receipt}. Nothing was taken in twice.", receipt=point.comment.receipt)


def taken_all(talk: Talk, count: int) -> str:
    """How many were taken in now."""
    return talk.texts.n("{count} point is a comment now.", "{count} points are comments now.", count)


def sure(talk: Talk, found: OralPoints) -> Message:
    """What follows from taking all of them."""
    count = len(found.fresh)
    return Message(
        title=talk.t("Take all of them into the comments?"),
        body=paragraphs(
            talk.texts.n(
                "{count} point becomes a comment, and is owed a decision.",
                "{count} points become comments, and each is owed a decision.",
                count,
            ),
            talk.t("What the institution itself said is no comment: then take the others in one by one."),
        ),
        buttons=column(
            button(talk.t("Yes, take them all"), TakeAllPoints(found.meeting.id, found.stamp, sure=1)),
            button(talk.t("Back"), ShowOral(found.meeting.id, -1)),
        ),
    )
