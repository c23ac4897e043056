"""Official papers, each one tap away as a Word file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.consultations import poster_button
from handlers.views.managing import to_it
from handlers.views.minutes import ShowMinutes
from handlers.views.pages import LABEL
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.ids import ConsultationId
from participation.layout import button, paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button, Message
from participation.packing import Action
from participation.words import quote


@dataclass(frozen=True)
class TakeParticipants(Action):
    """Take the list of who came to the meetings of a consultation."""

    tag: ClassVar[str] = "ol"
    consultation: int


@dataclass(frozen=True)
class TakeReport(Action):
    """Take the report of a consultation or the table of its comments, in a form."""

    tag: ClassVar[str] = "opr"
    consultation: int
    form: str


REPORTS: Final[Mapping[str, str]] = {
    "report": mark("Report of the consultation"),
    "table": mark("Table of comments (Word)"),
    "xlsx": mark("Table of comments (Excel)"),
    "csv": mark("Table of comments (CSV)"),
    "charts": mark("Charts"),
    "json": mark("Open data, without people (JSON)"),
}
"""The forms of what is told of a consultation."""
CHARTS: Final[Mapping[str, str]] = {
    "pjesemarrja": mark("Chart: who came to the meetings"),
    "sipas-diteve": mark("Chart: comments by day"),
    "sipas-temave": mark("Chart: comments by theme"),
    "sipas-kanalit": mark("Chart: comments by the way they came"),
    "sipas-vendimit": mark("Chart: comments by decision"),
}
"""What a picture shows, by its name: whoever does not see it should know which one it is."""


@dataclass(frozen=True)
class TakeMinutes(Action):
    """Take the minutes of a meeting, or the report of it under its five headings."""

    tag: ClassVar[str] = "om"
    meeting: int
    as_report: int = 0


def papers(
    talk: Talk, consultation: ConsultationId, title: str, recorded: Sequence[Meeting], unrecorded: Sequence[Meeting]
) -> Message:
    """The papers of a consultation; those of a meeting need its finished record, which is one tap away."""
    held = [*recorded, *unrecorded]
    none = talk.t("No meeting has been held yet: papers of meetings come after it.")
    lacking = talk.t("Minutes and the report of a meeting come from its record, once that is finished.")
    return Message(
        title=quote(title),
        body=paragraphs(
            talk.t("Which paper do you need? It comes as a file, with the official headings in Albanian."),
            "" if held else none,
            lacking if unrecorded else "",
        ),
        buttons=column(
            poster_button(talk, consultation),
            *(button(talk.t(label), TakeReport(consultation, form)) for form, label in REPORTS.items()),
            button(talk.t("List of participants"), TakeParticipants(consultation)) if held else None,
            *(each for one in recorded for each in _of_meeting(talk, one)),
            *(_to_record(talk, one) for one in unrecorded),
            to_it(talk, consultation),
            to_desk(talk),
        ),
    )


def _of_meeting(talk: Talk, one: Meeting) -> tuple[Button, Button]:
    when = talk.texts.short_moment(one.venue.starts_at)
    return (
        button(quote(talk.t("Minutes, {when}", when=when), LABEL), TakeMinutes(one.id)),
        button(quote(talk.t("Report of the meeting, {when}", when=when), LABEL), TakeMinutes(one.id, as_report=1)),
    )


def _to_record(talk: Talk, one: Meeting) -> Button:
    when = talk.texts.short_moment(one.venue.starts_at)
    return button(quote(talk.t("Write the record, {when}", when=when), LABEL), ShowMinutes(one.id))
