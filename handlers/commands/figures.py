"""Figures of safety reports at the desk: as text, as a picture, as files; and the list of reports."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from handlers.commands.which import ask_which
from handlers.turns import Talk, Turn, show
from handlers.views import figures as views
from locales.words import OTHER_CATEGORY
from participation import desk_actions
from participation.clock import local_day
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId
from participation.messages import Message
from participation.offices.usecases import office_in
from participation.people.model import Language, Office, Right
from participation.places import Institution
from participation.reports.figures import Labels, Span, cases_for, figures_for, labels_of, spans_for
from participation.reports.sheets import Form

Word = TypeVar("Word", bound=StrEnum)


async def figures(talk: Talk, pressed: desk_actions.ShowFigures) -> Turn:
    """Ask of whom and of which time, then show the figures."""
    places = talk.where(Right.COUNT)
    if not pressed.institution and len(places) > 1:
        question = talk.t("The figures of which institution?")
        return await ask_which(talk, question, places, desk_actions.ShowFigures, views.back(talk))
    office = await _office(talk, pressed.institution or places[0])
    institution = await talk.uow.places.institution(office.institution)
    if not pressed.span:
        return show(views.of_when(talk, institution, spans_for(office), acts=office.may(Right.ACT)))
    span = _known(Span, pressed.span)
    found = await figures_for(institution.id, span, by=talk.person.id, uow=talk.uow, now=talk.now)
    labels = await _labels(talk, institution)
    card = talk.house.printer.figures(found, labels, institution.name, texts=talk.texts)

    async def later() -> Sequence[Message]:
        chart = await talk.house.scribe.chart(found, labels, texts=talk.texts)
        return views.shown(talk, card, chart, institution, span)

    return Turn((), later=later)


async def take_figures(talk: Talk, pressed: views.TakeFigures) -> Turn:
    """Give the figures as a file."""
    span, form = _known(Span, pressed.span), _known(Form, pressed.form)
    institution = await _institution(talk, pressed.institution)
    found = await figures_for(institution.id, span, by=talk.person.id, uow=talk.uow, now=talk.now)
    labels = await _labels(talk, institution)
    return show(
        views.taken(talk, talk.house.scribe.figures_file(found, labels, institution.name, form, texts=talk.texts))
    )


async def take_cases(talk: Talk, pressed: views.TakeCases) -> Turn:
    """Give the list of reports as a file."""
    form = _known(Form, pressed.form)
    institution = await _institution(talk, pressed.institution)
    facts = await cases_for(institution.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    labels = await _labels(talk, institution)
    today = local_day(talk.now)
    media = talk.house.scribe.cases_file(facts, labels, institution.name, form, made_on=today, texts=talk.texts)
    return show(views.taken(talk, media))


async def _office(talk: Talk, number: int) -> Office:
    return await office_in(talk.person.id, InstitutionId(number), uow=talk.uow, right=Right.COUNT)


async def _institution(talk: Talk, number: int) -> Institution:
    return await talk.uow.places.institution((await _office(talk, number)).institution)


async def _labels(talk: Talk, institution: Institution) -> Labels:
    language, other = Language(talk.texts.language), talk.t(OTHER_CATEGORY)
    return await labels_of(institution, language=language, named=talk.texts.unit, other=other, uow=talk.uow)


def _known(kind: type[Word], word: str) -> Word:
    """What a button means; another word was forged."""
    try:
        return kind(word)
    except ValueError:
        raise Refused(Refusal.NOT_FOUND) from None
