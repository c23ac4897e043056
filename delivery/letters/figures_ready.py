"""Word of a month's figures: all of them as text, with the way to the picture and the files."""

from dataclasses import replace
from datetime import datetime

from delivery.letters.figures import card
from locales.texts import Texts
from locales.words import OTHER_CATEGORY
from participation.desk_actions import ShowFigures
from participation.layout import button
from participation.letters import FiguresReady
from participation.messages import Message
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.reports.figures import Span, figures_on, labels_of


async def figures_ready(letter: FiguresReady, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The figures of the month before; None if nothing came in, in it or in the one before."""
    institution = await uow.places.institution(letter.institution)
    found = await figures_on(letter.month, institution.id, Span.LAST_MONTH, uow=uow)
    if found.is_empty:
        return None
    language, other = Language(texts.language), texts.t(OTHER_CATEGORY)
    labels = await labels_of(institution, language=language, named=texts.unit, other=other, uow=uow)
    shown = card(found, labels, institution.name, texts)
    more = button(texts.t("Figures"), ShowFigures(institution.id, Span.LAST_MONTH))
    return replace(shown, buttons=((more,),))
