"""Setting a municipality up: institutions, units, texts, days off, emergency numbers."""

from sqlalchemy import select

from participation.ids import InstitutionId, MunicipalityId
from participation.places import Institution
from storage.desks.desk import Desk
from storage.tables import institutions, municipalities


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
