"""The categories of safety reports at the desk: looking at them, and what takes one tap to change."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from handlers.commands.which import ask_which
from handlers.turns import Talk, Turn, show
from handlers.views import categories as views
from participation.errors import Refusal, Refused
from participation.ids import CategoryId, InstitutionId
from participation.reports import categories as rules
from participation.reports.categories import Aspect, Edit
from participation.reports.model import CategoryRow


def _urgent(row: CategoryRow, *, on: bool) -> CategoryRow:
    return replace(row, urgent=on)


def _helps(row: CategoryRow, *, on: bool) -> CategoryRow:
    return replace(row, helps=on)


SWITCHES: Final[Mapping[str, Callable[..., CategoryRow]]] = {Aspect.URGENT: _urgent, Aspect.HELPS: _helps}
"""What is on or off of a category."""


async def categories(talk: Talk, pressed: views.ShowCategories) -> Turn:
    """List the categories of an institution, after asking of which where there are several."""
    if not pressed.institution and len(talk.institutions) > 1:
        question = talk.t("The categories of which institution?")
        return await ask_which(talk, question, talk.institutions, views.ShowCategories)
    place = InstitutionId(pressed.institution or talk.institutions[0])
    return await listed(place, talk, over=bool(pressed.institution))


async def listed(place: InstitutionId, talk: Talk, note: str = "", *, over: bool = True) -> Turn:
    """All of them as they are now; whatever was asked of one is over."""
    rows = await rules.rows_for(place, by=talk.person.id, uow=talk.uow)
    return show(views.listed(talk, await talk.uow.places.institution(place), rows, note), draft=None, over=over)


async def category(talk: Talk, pressed: views.ShowCategory) -> Turn:
    """Show one of them."""
    return await shown(*await _found(talk, pressed.institution, pressed.category), talk)


async def shown(place: InstitutionId, code: str, talk: Talk, note: str = "", *, over: bool = True) -> Turn:
    """One of them as it is now; whatever was asked of it is over."""
    rows = await rules.rows_for(place, by=talk.person.id, uow=talk.uow)
    row = await rules.row_for(place, code, by=talk.person.id, uow=talk.uow)
    return show(views.category(talk, place, row, rows, note), draft=None, over=over)


async def set_category(talk: Talk, pressed: views.SetCategory) -> Turn:
    """Switch something on or off, or put it at another place of the list."""
    place, code = await _found(talk, pressed.institution, pressed.category)
    if pressed.what == Aspect.ORDER:
        return await _moved(place, code, pressed.value, talk)
    if pressed.what not in SWITCHES:
        raise Refused(Refusal.NOT_FOUND)
    on = bool(pressed.value)
    edit: Edit = partial(SWITCHES[pressed.what], on=on)
    await rules.change(place, code, Aspect(pressed.what), edit, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await shown(place, code, talk, talk.t(views.FOLLOWS[pressed.what, int(on)]))


async def _moved(place: InstitutionId, code: str, to: int, talk: Talk) -> Turn:
    now_at = await rules.move(place, code, to, by=talk.person.id, uow=talk.uow, now=talk.now)
    count = len(await rules.rows_for(place, by=talk.person.id, uow=talk.uow))
    return await shown(place, code, talk, views.moved(talk, now_at, count))


async def delete_category(talk: Talk, pressed: views.DeleteCategory) -> Turn:
    """Ask once, then take it out of the list."""
    place, code = await _found(talk, pressed.institution, pressed.category)
    row = await rules.row_for(place, code, by=talk.person.id, uow=talk.uow)
    if not pressed.sure:
        rows = await rules.rows_for(place, by=talk.person.id, uow=talk.uow)
        return show(views.ask_to_delete(talk, place, row, rows), over=True)
    await rules.delete(place, code, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await listed(place, talk, views.deleted(talk, views.name_of(talk, row)))


async def usual_categories(talk: Talk, pressed: views.UsualCategories) -> Turn:
    """Ask once, then go back to the categories of everybody."""
    place = InstitutionId(pressed.institution)
    await rules.rows_for(place, by=talk.person.id, uow=talk.uow)
    if not pressed.sure:
        return show(views.ask_to_go_back(talk, await talk.uow.places.institution(place)), over=True)
    await rules.go_back(place, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await listed(place, talk, views.usual_again(talk))


async def _found(talk: Talk, institution: int, category: int) -> tuple[InstitutionId, str]:
    """Which one a button means: by its code, for its row may have been copied since."""
    place = InstitutionId(institution)
    return place, await rules.code_of(place, CategoryId(category), by=talk.person.id, uow=talk.uow)
