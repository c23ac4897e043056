"""Setting a municipality up: institutions, units, texts, days off, emergency numbers."""

from datetime import date

from sqlalchemy import select

from participation.ids import InstitutionId, MunicipalityId, UnitId
from participation.people.model import Language
from participation.places import EmergencyNumber, Institution
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import days_off, emergency_numbers, institution_texts, institutions, municipalities, units


class Admin(Desk):
    """Writes the rows that the rules only read."""

    async def add_institution(
        self,
        name: str,
        *,
        municipality: str | None,
        prefix: str,
        email: str | None = None,
        office_hours: str | None = None,
        register_url: str | None = None,
    ) -> InstitutionId:
        """Keep a new institution, of a municipality by its name or, for a ministry, of none.

        Raises NotFound for a municipality that does not exist.
        """
        home = None if municipality is None else await self.municipality_named(municipality)
        fresh = Institution(InstitutionId(0), name, home, prefix, email, office_hours, register_url)
        values = {column: value for column, value in vars(fresh).items() if column != "id"}
        return InstitutionId(await self._number(institutions.insert().values(values).returning(institutions.c.id)))

    async def municipality_named(self, name: str) -> MunicipalityId:
        """The municipality of this name.

        Raises NotFound.
        """
        row = await self._get(select(municipalities.c.id).where(municipalities.c.name == name))
        return MunicipalityId(row["id"])

    async def put_unit(self, municipality: MunicipalityId, name: str) -> UnitId:
        """Make sure that a municipality has a unit of this name."""
        row = insert(units).values(municipality=municipality, name=name)
        await self._run(row.on_conflict_do_nothing())
        same = (units.c.municipality == municipality, units.c.name == name)
        return UnitId((await self._get(select(units.c.id).where(*same)))["id"])

    async def put_text(self, institution: InstitutionId, key: str, language: Language, text: str) -> None:
        """Put an institution's own wording in the place of an older one."""
        row = insert(institution_texts).values(institution=institution, key=key, language=language.value, text=text)
        same = [institution_texts.c.institution, institution_texts.c.key, institution_texts.c.language]
        await self._run(row.on_conflict_do_update(same, set_={"text": text}))

    async def add_day_off(
        self,
        day: date,
        name: str,
        *,
        worked: bool = False,
        municipality: MunicipalityId | None = None,
        institution: InstitutionId | None = None,
        source: str | None = None,
    ) -> None:
        """A day off, or one worked in stead of another, for everybody or for those named."""
        where = {"municipality": municipality, "institution": institution}
        values = {"day": day, "name": name, "worked": worked, "source": source, **where}
        await self._run(days_off.insert().values(values))

    async def put_emergency_number(self, number: EmergencyNumber, language: Language, *, rank: int) -> None:
        """Put a number to call in the place of what was known of it."""
        said = {"label": number.label, "checked_on": number.checked_on, "rank": rank}
        row = insert(emergency_numbers).values(number=number.number, language=language.value, **said)
        same = [emergency_numbers.c.number, emergency_numbers.c.language]
        await self._run(row.on_conflict_do_update(same, set_=said))
