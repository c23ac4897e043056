"""Municipalities, units, institutions, and what is written about them in rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, bindparam, literal_column, or_, select

from participation.calendar.working_days import DayOff, WorkingCalendar
from participation.ids import DayOffId, InstitutionId, MunicipalityId, UnitId
from participation.people.model import Language
from participation.places import EmergencyNumber, Institution, Municipality, Unit
from participation.reports.model import Category
from storage.connection import Connection
from storage.desks.categories import limits_in, recipient_in
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Prepared, Row
from storage.tables import (
    categories,
    category_labels,
    category_texts,
    days_off,
    emergency_numbers,
    institution_texts,
    institutions,
    municipalities,
    receipts,
    units,
)
from storage.vault import Vault

UNITS = select(units, (units.c.name == municipalities.c.name).label("namesake")).join_from(
    units, municipalities, units.c.municipality == municipalities.c.id
)

INSTITUTION: Final = Prepared(select(institutions).where(institutions.c.id == bindparam("number")))

_everybody = days_off.c.municipality.is_(None) & days_off.c.institution.is_(None)
_prefix, _home, _counts = (
    select(column).where(institutions.c.id == bindparam("number")).scalar_subquery()
    for column in (institutions.c.prefix, institutions.c.municipality, institutions.c.notice_day_counts)
)
_theirs = or_(days_off.c.municipality == _home, days_off.c.institution == bindparam("number"))
DAYS_OFF: Final = Prepared(select(days_off).where(or_(_everybody, _theirs)))
"""Those of everybody, and of an institution; where its number is none, those of everybody alone."""
_always = select(literal_column("1").label("one")).subquery()
_dated = (days_off.c.day, days_off.c.name, days_off.c.worked, _counts.label("notice_day_counts"))
CALENDAR: Final = Prepared(select(*_dated).select_from(_always.outerjoin(days_off, or_(_everybody, _theirs))))
"""The same days, and beside each how the institution counts; where there are none, that alone."""
_first = insert(receipts).values(prefix=_prefix, series=bindparam("series"), year=bindparam("year"), last=1)
_counted = _first.on_conflict_do_update(
    index_elements=[receipts.c.prefix, receipts.c.series, receipts.c.year], set_={"last": receipts.c.last + 1}
)
NEXT_RECEIPT: Final = Prepared(_counted.returning(receipts.c.last))


class Places(Desk):
    """Fulfils `participation.ports.Places`; the public holidays come in as data."""

    def __init__(self, connection: Connection, vault: Vault, *, holidays: Mapping[date, str]) -> None:
        super().__init__(connection, vault)
        self._holidays = holidays

    async def municipalities(self) -> Sequence[Municipality]:
        """All of them, in the order of the data file: by county, then by name."""
        return [_municipality(row) for row in await self._all(select(municipalities).order_by(municipalities.c.id))]

    async def municipality(self, municipality: MunicipalityId) -> Municipality:
        """The municipality of this number."""
        wanted = select(municipalities).where(municipalities.c.id == municipality)
        return _municipality(await self._get(wanted))

    async def unit(self, unit: UnitId) -> Unit:
        """The unit of this number."""
        return _unit(await self._get(UNITS.where(units.c.id == unit)))

    async def units(self, municipality: MunicipalityId) -> Sequence[Unit]:
        """The units of a municipality."""
        wanted = UNITS.where(units.c.municipality == municipality).order_by(units.c.id)
        return [_unit(row) for row in await self._all(wanted)]

    async def all_units(self) -> Sequence[Unit]:
        """The units of all municipalities."""
        return [_unit(row) for row in await self._all(UNITS.order_by(units.c.id))]

    async def institution(self, institution: InstitutionId) -> Institution:
        """The institution of this number."""
        return _institution(await self._get(INSTITUTION, number=institution))

    async def institutions(self) -> Sequence[Institution]:
        """All that announce here."""
        return [_institution(row) for row in await self._all(select(institutions).order_by(institutions.c.id))]

    async def institutions_of(self, municipality: MunicipalityId) -> Sequence[Institution]:
        """Those of a municipality."""
        wanted = select(institutions).where(institutions.c.municipality == municipality)
        return [_institution(row) for row in await self._all(wanted.order_by(institutions.c.id))]

    async def emergency_numbers(
        self, language: Language, *, at: MunicipalityId | None = None
    ) -> Sequence[EmergencyNumber]:
        """Numbers to call in danger, the most general first: everybody's, and those of the institutions at a place.

        They are told in Albanian where nobody has written them otherwise.
        """
        return await self._numbers(language, at) or await self._numbers(Language.SQ, at)

    async def _numbers(self, language: Language, at: MunicipalityId | None) -> Sequence[EmergencyNumber]:
        there = select(institutions.c.id).where(institutions.c.municipality == at)
        whose = or_(emergency_numbers.c.institution.is_(None), emergency_numbers.c.institution.in_(there))
        wanted = select(emergency_numbers).where(emergency_numbers.c.language == language.value, whose)
        rows = await self._all(wanted.order_by(emergency_numbers.c.rank))
        return [EmergencyNumber(row["number"], row["label"], row["checked_on"], row["listens"]) for row in rows]

    async def report_categories(self, institution: InstitutionId, language: Language) -> Sequence[Category]:
        """The institution's own categories; those of everybody if it has none. They are the same in every language."""
        return await self._categories(categories.c.institution == institution, language) or await self._categories(
            categories.c.institution.is_(None), language
        )

    async def _categories(self, whose: ColumnElement[bool], language: Language) -> Sequence[Category]:
        """Each with its label and its text, in another language where this one has none."""
        labels = category_labels.c.category == categories.c.id
        wanted = (
            select(categories, category_labels.c.label, category_texts.c.text)
            .join_from(categories, category_labels, labels)
            .join(category_texts, category_texts.c.category == categories.c.id, isouter=True)
            .where(whose)
            .order_by(
                categories.c.rank,
                categories.c.id,
                category_labels.c.language != language.value,
                category_texts.c.language != language.value,
            )
        )
        first: dict[str, Category] = {}
        for row in await self._all(wanted):
            first.setdefault(row["code"], _category(row))
        return list(first.values())

    async def text(self, institution: InstitutionId, key: str, language: Language) -> str | None:
        """An institution's own wording for a named text, if it has one."""
        texts = institution_texts.c
        same = (texts.institution == institution, texts.key == key, texts.language == language.value)
        row = await self._find(select(texts.text).where(*same))
        return None if row is None else str(row["text"])

    async def say(self, institution: InstitutionId, key: str, language: Language, words: str) -> None:
        """Keep what an institution says in its own words; nothing takes back what it said."""
        texts = institution_texts.c
        same = {"institution": institution, "key": key, "language": language.value}
        if not words:
            theirs = (texts.institution == institution, texts.key == key, texts.language == language.value)
            await self._run(institution_texts.delete().where(*theirs))
            return
        put = insert(institution_texts).values(**same, text=words)
        await self._run(put.on_conflict_do_update(index_elements=[*same], set_={"text": words}))

    async def calendar(self, institution: InstitutionId | None) -> WorkingCalendar:
        """Public holidays, and the days off and days worked that concern this institution."""
        found = await self._all(CALENDAR, number=institution)
        rows = [row for row in found if row["day"] is not None]
        return WorkingCalendar(
            holidays=self._holidays,
            extra_off={row["day"]: row["name"] for row in rows if not row["worked"]},
            worked=frozenset(row["day"] for row in rows if row["worked"]),
            notice_day_counts=bool(found[0]["notice_day_counts"]),
        )

    async def days_off(self, institution: InstitutionId, since: date) -> Sequence[DayOff]:
        """Those that concern it, from a day on."""
        rows = await self._all(DAYS_OFF, number=institution)
        found = [row for row in rows if row["day"] >= since]
        return [_day_off(row, institution) for row in sorted(found, key=lambda row: (row["day"], row["id"]))]

    async def add_day_off(self, institution: InstitutionId, day: date, name: str, *, worked: bool) -> None:
        """Keep one of an institution, or one that is worked."""
        await self._run(days_off.insert().values(day=day, name=name, worked=worked, institution=institution))

    async def remove_day_off(self, institution: InstitutionId, number: DayOffId) -> bool:
        """Take out one of its own."""
        same = (days_off.c.id == number, days_off.c.institution == institution)
        return bool(await self._run(days_off.delete().where(*same)))

    async def next_receipt(self, institution: InstitutionId, series: str, year: int) -> int:
        """The next number of a series in a year under these letters, in one statement so that nobody gets it twice."""
        return await self._number(NEXT_RECEIPT, number=institution, series=series, year=year)


def _municipality(row: Row) -> Municipality:
    return Municipality(MunicipalityId(row["id"]), row["name"], row["county"])


def _category(row: Row) -> Category:
    what = (row["code"], row["label"], row["urgent"], row["helps"])
    return Category(*what, limits_in(row), row["text"] or "", recipient_in(row))


def _day_off(row: Row, institution: InstitutionId) -> DayOff:
    return DayOff(DayOffId(row["id"]), row["day"], row["name"], row["worked"], row["institution"] == institution)


def _unit(row: Row) -> Unit:
    return Unit(UnitId(row["id"]), MunicipalityId(row["municipality"]), row["name"], bool(row["namesake"]))


def _institution(row: Row) -> Institution:
    return Institution(**row)
