"""Safety reports as a coordinator reads them: what, where, which day, never who."""

from collections.abc import Mapping, Sequence

from handlers.turns import Talk, column
from handlers.views.files import file
from handlers.views.pages import LABEL, turning
from handlers.views.publishing import to_desk
from participation import actions
from participation.layout import button, lines, paragraphs, told_place
from participation.messages import Message, Point
from participation.places import Unit
from participation.reports.model import COARSE, Report, Spot
from participation.words import quote


def reports(
    talk: Talk, shown: Sequence[Report], labels: Mapping[str, str], page: int, *, count: int, unread: int
) -> Message:
    """A page of the reports that came in, those not read yet first."""
    if not count:
        return Message(body=talk.t("No report has come in."), buttons=column(to_desk(talk)))
    buttons = (button(label_of(talk, one, labels), actions.ShowReport(one.id)) for one in shown)
    return Message(
        title=talk.t("Safety reports"),
        body=talk.texts.n("{count} report is new.", "{count} reports are new.", unread),
        buttons=(*column(*buttons), *turning(talk, count, page, actions.ShowReports), (to_desk(talk),)),
    )


def label_of(talk: Talk, report: Report, labels: Mapping[str, str]) -> str:
    """The receipt and the category; words of a report stay off the buttons."""
    category = labels.get(report.account.category, report.account.category)
    if report.seen:
        return quote(f"{report.receipt}: {category}", LABEL)
    said = talk.t("New – {receipt}: {category}", receipt=report.receipt, category=category)
    return quote(talk.t("Urgent! {report}", report=said) if report.urgent else said, LABEL)


def report(talk: Talk, found: Report, category: str, units: Sequence[Unit]) -> tuple[Message, ...]:
    """Each file of a report, its point on the map, and the report as it came."""
    spot = found.account.spot
    place = told_place(spot, units, named=talk.texts.unit, pin=spot.pin)
    facts = (
        talk.t("Category: {category}", category=category),
        talk.t("Day: {day}", day=talk.texts.day(found.received_on)),
        talk.t("Where: {place}", place=place) if place else talk.t("No place was given."),
        talk.t("Signed: {name}", name=found.account.signature) if found.account.signature else "",
    )
    title = talk.t("Urgent: {receipt}", receipt=found.receipt) if found.urgent else found.receipt
    body = paragraphs(lines(facts), found.account.text.strip())
    files = (file(talk, media, found.receipt) for media in found.account.media)
    back = column(button(talk.t("All reports"), actions.ShowReports()), to_desk(talk))
    return (*files, Message(title=title, body=body, buttons=back, point=point(spot)))


def point(spot: Spot) -> Point | None:
    """The pin, to be opened in whatever map one has."""
    if spot.latitude is None or spot.longitude is None:
        return None
    return Point(spot.latitude, spot.longitude, within=COARSE)
