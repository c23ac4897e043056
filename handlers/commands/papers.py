"""Official papers for those who act for an institution."""

from collections.abc import Sequence
from functools import partial

from handlers.ports import OfficialPaper
from handlers.turns import Talk, Turn, column, show
from handlers.views import papers as views
from handlers.views.files import drawn, file
from handlers.views.managing import ShowPapers, to_it
from handlers.views.papers import CHARTS, REPORTS, TakeMinutes, TakeParticipants, TakeReport
from participation.consultations.usecases import consultation_for_officer
from participation.errors import NotFound
from participation.ids import ConsultationId, MeetingId
from participation.meetings.papers import record_of
from participation.messages import Message
from participation.paperwork.commentary import comments_table
from participation.paperwork.gathering import minutes_of, participants_list, relacion_of
from participation.paperwork.record import ConsultationReport
from participation.paperwork.reporting import report_of
from participation.reports.sheets import Form


async def papers(talk: Talk, pressed: ShowPapers) -> Turn:
    """Show which papers there are."""
    consultation = ConsultationId(pressed.consultation)
    found = await consultation_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    held = [one for one in await talk.uow.meetings.of(consultation) if one.has_begun(talk.now)]
    recorded = [one for one in held if await record_of(one.id, uow=talk.uow) is not None]
    unrecorded = [one for one in held if one not in recorded and not one.cancelled]
    return show(views.papers(talk, consultation, found.terms.title, recorded, unrecorded))


async def participants(talk: Talk, pressed: TakeParticipants) -> Turn:
    """Give the list of who came."""
    consultation = ConsultationId(pressed.consultation)
    return given(
        await participants_list(consultation, by=talk.person.id, uow=talk.uow, now=talk.now),
        talk.t("Who came. Whoever did not agree to be named is only counted."),
        talk,
    )


async def report(talk: Talk, pressed: TakeReport) -> Turn:
    """Give the report of a consultation, its charts or its data, or the table of its comments."""
    consultation, by, scribe = ConsultationId(pressed.consultation), talk.person.id, talk.house.scribe
    if pressed.form not in REPORTS:
        raise NotFound
    words = talk.t(REPORTS[pressed.form])
    if pressed.form in {"table", *Form}:
        table = await comments_table(consultation, by=by, uow=talk.uow, now=talk.now)
        word = pressed.form == "table"
        make = partial(scribe.paper, table) if word else partial(scribe.comments_file, table, Form(pressed.form))
        return drawn(talk, make, words)
    found = await report_of(consultation, link=talk.link_to(consultation), by=by, uow=talk.uow, now=talk.now)
    match pressed.form:
        case "json":
            return drawn(talk, partial(scribe.report_data, found), words)
        case "charts":
            return Turn((), later=partial(_charts, found, consultation, talk))
        case _:
            return given(found, words, talk)


async def _charts(found: ConsultationReport, consultation: ConsultationId, talk: Talk) -> Sequence[Message]:
    charts = await talk.house.scribe.report_charts(found)
    nothing = Message(body=talk.t("There is nothing to draw yet."), buttons=column(to_it(talk, consultation)))
    named = [(each, CHARTS[(each.name or "").partition(".")[0]]) for each in charts]
    return [file(talk, each, talk.t(said)) for each, said in named] or [nothing]


async def minutes(talk: Talk, pressed: TakeMinutes) -> Turn:
    """Give the minutes of a meeting, or its report."""
    meeting, by = MeetingId(pressed.meeting), talk.person.id
    if pressed.as_report:
        report = await relacion_of(meeting, by=by, uow=talk.uow, now=talk.now)
        return given(report, talk.t("The report of the meeting: nobody who spoke is named in it."), talk)
    found = await minutes_of(meeting, by=by, uow=talk.uow, now=talk.now)
    return given(found, talk.t("The minutes, from the finished record."), talk)


def given(value: OfficialPaper, words: str, talk: Talk) -> Turn:
    """The paper, with a word beneath it."""
    return drawn(talk, partial(talk.house.scribe.paper, value), words)
