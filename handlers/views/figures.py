"""Figures of safety reports: of whom, of which time, and in which form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from handlers.turns import Talk, column, grid
from handlers.views.files import file
from handlers.views.menu import to_menu
from locales.words import SPANS
from participation import desk_actions
from participation.layout import button, paragraphs
from participation.messages import Button, Media, Message
from participation.packing import Action
from participation.places import Institution
from participation.reports.figures import Span
from participation.reports.sheets import Form


@dataclass(frozen=True)
class TakeFigures(Action):
    """Take the figures of a time as a file."""

    tag: ClassVar[str] = "qf"
    institution: int
    span: str
    form: str


@dataclass(frozen=True)
class TakeCases(Action):
    """Take the list of reports as a file."""

    tag: ClassVar[str] = "ql"
    institution: int
    form: str


FORMS: Final[Mapping[Form, str]] = {Form.XLSX: "XLSX", Form.CSV: "CSV"}


def of_when(talk: Talk, institution: Institution, known: Sequence[Span], *, acts: bool) -> Message:
    """Of which time; for those who act there also the list of reports."""
    spans = [button(talk.t(SPANS[span]), desk_actions.ShowFigures(institution.id, span)) for span in known]
    lists = [
        button(talk.t("List of reports ({form})", form=label), TakeCases(institution.id, form))
        for form, label in FORMS.items()
    ]
    listed = talk.t("The list has a line for each report that coordinators read, without its words.") if acts else ""
    return Message(
        title=institution.name,
        body=paragraphs(talk.t("Figures of which time?"), listed),
        buttons=(*grid(spans), *column(*(lists if acts else ()), back(talk))),
    )


def back(talk: Talk) -> Button:
    """To the list of reports, for those who have one."""
    return button(talk.t("Safety reports"), desk_actions.ShowReports()) if talk.is_officer else to_menu(talk)


def shown(talk: Talk, card: Message, chart: Media, institution: Institution, span: Span) -> tuple[Message, ...]:
    """The picture, and all of it in words with what can be taken along."""
    files = tuple(button(label, TakeFigures(institution.id, span, form)) for form, label in FORMS.items())
    other = button(talk.t("Another time"), desk_actions.ShowFigures(institution.id))
    picture = file(talk, chart, talk.t("By category. The figures follow as text."))
    return picture, replace(card, buttons=(files, *column(other, back(talk))))


def taken(talk: Talk, media: Media) -> Message:
    """A file to keep."""
    return file(talk, media, talk.t("Open it with Excel, LibreOffice or Google Sheets."))
