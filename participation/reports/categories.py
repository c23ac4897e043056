"""Categories of safety reports as officers edit them: an institution's own rows, which begin as a copy of everybody's.

What is changed counts for reports that come from then on: those that are there keep by when they are due.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from participation.errors import Refusal, Refused
from participation.ids import CategoryId, InstitutionId, PersonId
from participation.offices.usecases import office_in, offices_at
from participation.people.model import Language, Right
from participation.ports import UnitOfWork
from participation.reports.limits import USUAL
from participation.reports.model import OTHER, Body, CategoryRow, Recipient
from participation.words import fold, has_letters

MOST_CATEGORIES: Final = 24
"""More nobody reads through on a phone."""
LONGEST_LABEL: Final = 60
"""What a button shows."""
KEPT_LABEL: Final = 120
"""What a row could keep."""
LONGEST_TEXT: Final = 400
"""One short paragraph."""
LONGEST_BODY: Final = 120

Edit = Callable[[CategoryRow], CategoryRow]


class Aspect(StrEnum):
    """What of a category is changed."""

    NAME = "name"
    URGENT = "urgent"
    HELPS = "helps"
    READ = "read"
    ANSWER = "answer"
    TEXT = "text"
    PASSED_TO = "passed to"
    ORDER = "order"
    NEW = "new"
    GONE = "gone"


def shown_in(language: Language, said: dict[Language, str]) -> str:
    """What is read in a language; where nobody has written it, in another one."""
    return said.get(language) or next(iter(said.values()), "")


def label_in(language: Language, row: CategoryRow) -> str:
    """What a category is called in a language."""
    return shown_in(language, dict(row.labels))


def check_label(label: str) -> None:
    """Refuse a name that says nothing, or more than a button shows."""
    if not has_letters(label):
        raise Refused(Refusal.NAME_MISSING)
    if len(label) > LONGEST_LABEL:
        raise Refused(Refusal.TOO_LONG)


def check_change(row: CategoryRow, before: CategoryRow, rows: Sequence[CategoryRow]) -> None:
    """Refuse what is new of a row and cannot stand there; what was there before is nobody's fault now."""
    if row.labels != before.labels:
        for language, label in row.labels.items():
            if label != before.labels.get(language):
                check_label(label)
        check_told_apart(row, rows)
    if row.limits != before.limits and not row.limits.read.is_within(row.limits.answer):
        raise Refused(Refusal.ANSWER_SHORTER)
    if row.texts != before.texts and any(len(text) > LONGEST_TEXT for text in row.texts.values()):
        raise Refused(Refusal.TOO_LONG)
    if row.passed_to is not None and row.passed_to != before.passed_to:
        _check_recipient(row.passed_to)


def _check_recipient(recipient: Recipient) -> None:
    if (recipient.body is Body.OTHER) is not has_letters(recipient.name):
        raise Refused(Refusal.NAME_MISSING)
    if len(recipient.name) > LONGEST_BODY:
        raise Refused(Refusal.TOO_LONG)


def check_told_apart(changed: CategoryRow, rows: Sequence[CategoryRow]) -> None:
    """Refuse a name that another one is read by, in whatever language, with or without its diacritics."""
    for language in Language:
        name = fold(label_in(language, changed))
        if any(fold(label_in(language, one)) == name for one in rows if one.code != changed.code):
            raise Refused(Refusal.SAME_NAME)


async def rows_for(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork) -> Sequence[CategoryRow]:
    """The categories of an institution as whoever acts there edits them."""
    await office_in(by, institution, uow=uow)
    return await uow.categories.of(institution)


async def row_for(institution: InstitutionId, code: str, *, by: PersonId, uow: UnitOfWork) -> CategoryRow:
    """One of them, as it stands now."""
    return _coded(await rows_for(institution, by=by, uow=uow), code)


async def code_of(institution: InstitutionId, category: CategoryId, *, by: PersonId, uow: UnitOfWork) -> str:
    """The code of a row that an institution reads, or read before it had rows of its own."""
    await office_in(by, institution, uow=uow)
    found = await uow.categories.find(category)
    if found is None or found.institution not in {None, institution}:
        raise Refused(Refusal.CATEGORY_GONE)
    return found.code


def _coded(rows: Sequence[CategoryRow], code: str) -> CategoryRow:
    found = next((row for row in rows if row.code == code), None)
    if found is None:
        raise Refused(Refusal.CATEGORY_GONE)
    return found


async def _own(institution: InstitutionId, uow: UnitOfWork) -> Sequence[CategoryRow]:
    """The institution's own rows, which it has from now on."""
    rows = await uow.categories.of(institution)
    if all(row.institution == institution for row in rows):
        return rows
    await uow.categories.copy(institution)
    return await uow.categories.of(institution)


async def check_open(row: CategoryRow, institution: InstitutionId, *, uow: UnitOfWork) -> None:
    """Refuse what somebody in need reads and by when it is read, while a protection contact reads what they tell.

    One tap would else bring it before everybody who may make that tap.
    """
    if row.helps and await offices_at(institution, uow=uow, right=Right.PROTECT):
        raise Refused(Refusal.CATEGORY_OF_NEED)


async def change(
    institution: InstitutionId,
    code: str,
    aspect: Aspect,
    edit: Edit,
    *,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> bool:
    """Change a category as it stands now, whatever a colleague has made of it since; returns whether that differs."""
    rows = await rows_for(institution, by=by, uow=uow)
    found = _coded(rows, code)
    await check_open(found, institution, uow=uow)
    changed = edit(found)
    if changed == found:
        return False
    check_change(changed, found, rows)
    own = _coded(await _own(institution, uow), code)
    await uow.categories.put(edit(own))
    await _note(own.id, aspect, institution, by=by, uow=uow, now=now)
    return True


async def _note(
    category: CategoryId, aspect: Aspect, institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    await uow.audit.note(
        at=now, person=by, institution=institution, action=f"category {aspect.value}", subject=f"category {category}"
    )


async def move(
    institution: InstitutionId, code: str, place: int, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> int:
    """Put a category at a place of the list, counted from 1, or as near as there is one; returns where it stands."""
    rows = await rows_for(institution, by=by, uow=uow)
    old, new = rows.index(_coded(rows, code)), min(max(place, 1), len(rows)) - 1
    if old != new:
        own = list(await _own(institution, uow))
        moved = own.pop(old)
        own.insert(new, moved)
        await uow.categories.rank([row.id for row in own])
        await _note(moved.id, Aspect.ORDER, institution, by=by, uow=uow, now=now)
    return new + 1


async def check_room(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork) -> Sequence[CategoryRow]:
    """Refuse one more than anybody reads through; returns those that are there."""
    rows = await rows_for(institution, by=by, uow=uow)
    if len(rows) >= MOST_CATEGORIES:
        raise Refused(Refusal.ENOUGH)
    return rows


async def check_new(
    institution: InstitutionId, labels: dict[Language, str], *, by: PersonId, uow: UnitOfWork
) -> CategoryRow:
    """A new category of these names, as far as they are known; it is refused where it could not stand in the list."""
    rows = await check_room(institution, by=by, uow=uow)
    nothing = CategoryRow(
        CategoryId(0), institution, "", urgent=False, helps=False, limits=USUAL, passed_to=None, labels={}, texts={}
    )
    new = replace(nothing, labels=labels)
    check_change(new, nothing, rows)
    return new


async def add(
    institution: InstitutionId, labels: dict[Language, str], *, by: PersonId, uow: UnitOfWork, now: datetime
) -> CategoryRow:
    """Add a category, before what is for all that fits nowhere, if that comes last."""
    new = await check_new(institution, labels, by=by, uow=uow)
    own = list(await _own(institution, uow))
    number = await uow.categories.add(new)
    added = next(row for row in await uow.categories.of(institution) if row.id == number)
    own.insert(len(own) - 1 if own[-1].code == OTHER else len(own), added)
    await uow.categories.rank([row.id for row in own])
    await _note(number, Aspect.NEW, institution, by=by, uow=uow, now=now)
    return await row_for(institution, added.code, by=by, uow=uow)


def may_go(row: CategoryRow, rows: Sequence[CategoryRow]) -> bool:
    """Whether a category can be deleted: not what is for all that fits nowhere, and not the last one."""
    return row.code != OTHER and len(rows) > 1


async def delete(institution: InstitutionId, code: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Take a category out of the list; reports of it stay, and are counted among those that fit nowhere else."""
    rows = await rows_for(institution, by=by, uow=uow)
    if not may_go(_coded(rows, code), rows):
        raise Refused(Refusal.CATEGORY_NEEDED)
    await check_open(_coded(rows, code), institution, uow=uow)
    own = _coded(await _own(institution, uow), code)
    await uow.categories.drop(own.id)
    await _note(own.id, Aspect.GONE, institution, by=by, uow=uow, now=now)


async def go_back(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> bool:
    """Have the categories of everybody again; returns whether there were others."""
    own = [row for row in await rows_for(institution, by=by, uow=uow) if row.institution == institution]
    for row in own:
        await check_open(row, institution, uow=uow)
    for row in own:
        await uow.categories.drop(row.id)
    if own:
        await uow.audit.note(
            at=now, person=by, institution=institution, action="categories usual", subject="categories"
        )
    return bool(own)
