"""People, what they follow, the offices they hold, and how they are forgotten."""

from collections.abc import Sequence, Set
from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, select, union

from participation.ids import InstitutionId, MunicipalityId, PersonId, UnitId
from participation.people.model import (
    Follow,
    Followed,
    Invitation,
    Language,
    Office,
    Person,
    QuietHours,
    Reach,
    Rhythm,
    Role,
)
from storage.desks.desk import Desk
from storage.desks.erasing import forget
from storage.desks.waiting import State, call_off
from storage.dialect import insert
from storage.prepared import Prepared, Row
from storage.tables import follows, invitations, offices, people, units

_theirs = select(follows.c.subject).where(follows.c.person == bindparam("person"))
_by_unit = _theirs.where(follows.c.what == Followed.UNIT.value)

ONE: Final = Prepared(select(people).where(people.c.id == bindparam("person")))
THEIR_OFFICES: Final = Prepared(
    select(offices).where(offices.c.person == bindparam("person")).order_by(offices.c.institution, offices.c.role)
)
THEIR_PLACES: Final = Prepared(
    union(
        _theirs.where(follows.c.what == Followed.MUNICIPALITY.value),
        select(units.c.municipality).where(units.c.id.in_(_by_unit)),
    )
)


class People(Desk):
    """Fulfils `participation.ports.People`."""

    async def get(self, person: PersonId) -> Person:
        """The person of this number."""
        return _person(await self._get(ONE, person=person))

    async def get_all(self, persons: Sequence[PersonId]) -> dict[PersonId, Person]:
        """The people of these numbers."""
        rows = await self._all(select(people).where(people.c.id.in_(persons)))
        return {PersonId(row["id"]): _person(row) for row in rows}

    async def set_language(self, person: PersonId, language: Language) -> None:
        """In which language we speak with them."""
        await self._change(person, language=language.value)

    async def set_home(self, person: PersonId, municipality: MunicipalityId, unit: UnitId | None) -> None:
        """Where they live."""
        await self._change(person, municipality=municipality, unit=unit)

    async def set_quiet(self, person: PersonId, quiet: QuietHours) -> None:
        """When their phone must not ring."""
        await self._change(person, quiet_start=quiet.start, quiet_end=quiet.end)

    async def set_reach(self, person: PersonId, reach: Reach) -> None:
        """Whether they can be reached; whoever stopped us gets nothing any more of what waits, but replies."""
        await self._change(person, reach=reach.value)
        if reach is Reach.STOPPED:
            for statement in call_off(person, state=State.CANCELLED):
                await self._run(statement)

    async def _change(self, person: PersonId, **values: Any) -> None:
        await self._touch(people.update().where(people.c.id == person).values(values))

    async def follow(self, person: PersonId, what: Followed, subject: int, since: date) -> None:
        """Twice is the same as once: the first `since` stays."""
        values = {"person": person, "what": what.value, "subject": subject, "since": since}
        await self._run(insert(follows).values(values).on_conflict_do_nothing())

    async def unfollow(self, person: PersonId, what: Followed, subject: int) -> None:
        """No more of this."""
        same = (follows.c.person == person, follows.c.what == what.value, follows.c.subject == subject)
        await self._run(follows.delete().where(*same))

    async def follows(self, person: PersonId) -> Sequence[Follow]:
        """What they follow."""
        wanted = select(follows).where(follows.c.person == person)
        rows = await self._all(wanted.order_by(follows.c.what, follows.c.subject))
        return [Follow(Followed(row["what"]), row["subject"]) for row in rows]

    async def places(self, person: PersonId) -> Sequence[MunicipalityId]:
        """The municipalities that somebody follows, whole or by a unit."""
        return [MunicipalityId(row["subject"]) for row in await self._all(THEIR_PLACES, person=person)]

    async def offices(self, person: PersonId) -> Sequence[Office]:
        """The offices a person holds."""
        return [self._office(row) for row in await self._all(THEIR_OFFICES, person=person)]

    async def officers(self, institution: InstitutionId) -> Sequence[Office]:
        """Who holds an office in an institution."""
        wanted = select(offices).where(offices.c.institution == institution)
        return [self._office(row) for row in await self._all(wanted.order_by(offices.c.person, offices.c.role))]

    async def all_officers(self) -> Sequence[Office]:
        """Everybody who holds an office."""
        wanted = select(offices).order_by(offices.c.institution, offices.c.person, offices.c.role)
        return [self._office(row) for row in await self._all(wanted)]

    async def appoint(self, person: PersonId, institution: InstitutionId, role: Role) -> None:
        """Give an office; it takes the place of one that nobody holds beside it."""
        if not await self._run(
            offices.update().where(*_held(person, institution, role.rivals)).values(role=role.value)
        ):
            values = {"person": person, "institution": institution, "role": role.value, "digest_at": Office.digest_at}
            await self._run(offices.insert().values(values))

    async def dismiss(self, office: Office) -> None:
        """Take an office away."""
        await self._touch(offices.delete().where(*_held(office.person, office.institution, {office.role})))

    async def call(self, office: Office) -> None:
        """It is known by the name that is in it now, or by none."""
        sealed = self._vault.seal_text("called", office.called, whose_office(vars(office))) if office.called else None
        same = _held(office.person, office.institution, {office.role})
        await self._touch(offices.update().where(*same).values(called=sealed))

    async def void_invitations(self, institution: InstitutionId) -> None:
        """Forget the links into an institution that nobody has used yet."""
        unused = (invitations.c.institution == institution, invitations.c.used_at.is_(None))
        await self._run(invitations.delete().where(*unused))

    async def set_digest_hour(self, person: PersonId, institution: InstitutionId, hour: time) -> None:
        """When an officer gets the digest of an institution."""
        same = (offices.c.person == person, offices.c.institution == institution)
        await self._touch(offices.update().where(*same).values(digest_at=hour))

    async def set_digest_rhythm(self, person: PersonId, institution: InstitutionId, every: Rhythm) -> None:
        """How often an officer gets the digest of an institution."""
        same = (offices.c.person == person, offices.c.institution == institution)
        await self._touch(offices.update().where(*same).values(digest_every=every.value))

    async def add_invitation(self, token: str, invitation: Invitation) -> None:
        """Only a mark of the token is kept."""
        values = {
            "mark": self._vault.mark("invitation", token),
            "institution": invitation.institution,
            "role": invitation.role.value,
            "expires_at": invitation.expires_at,
        }
        await self._run(invitations.insert().values(values))

    async def find_invitation(self, token: str, now: datetime) -> Invitation | None:
        """The invitation, as long as it can be used."""
        row = await self._find(select(invitations).where(*self._usable(token, now)))
        return _invitation(row) if row is not None else None

    async def use_invitation(self, token: str, now: datetime) -> Invitation | None:
        """The invitation, marked used in the same breath; None if unknown, expired or used."""
        usable = invitations.update().where(*self._usable(token, now))
        row = await self._find(usable.values(used_at=now).returning(invitations))
        return _invitation(row) if row is not None else None

    def _usable(self, token: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
        return (
            invitations.c.mark == self._vault.mark("invitation", token),
            invitations.c.used_at.is_(None),
            invitations.c.expires_at > now,
        )

    def _office(self, row: Row) -> Office:
        person, institution, role = PersonId(row["person"]), InstitutionId(row["institution"]), Role(row["role"])
        sealed = row["called"]
        called = self._vault.open_text("called", sealed, whose_office(row)) if sealed is not None else ""
        return Office(person, institution, role, row["digest_at"], called, Rhythm(row["digest_every"]))

    async def erase(self, person: PersonId) -> None:
        """Forget all that leads to somebody; their comments and reports stay without them."""
        await forget(person, connection=self._connection, vault=self._vault)


def _person(row: Row) -> Person:
    return Person(
        id=PersonId(row["id"]),
        language=Language(row["language"]) if row["language"] else None,
        municipality=row["municipality"],
        unit=row["unit"],
        quiet=QuietHours(row["quiet_start"], row["quiet_end"]),
        reach=Reach(row["reach"]),
    )


def _invitation(row: Row) -> Invitation:
    return Invitation(InstitutionId(row["institution"]), Role(row["role"]), row["expires_at"])


def _held(person: PersonId, institution: InstitutionId, roles: Set[Role]) -> Sequence[ColumnElement[bool]]:
    named = [role.value for role in roles]
    return (offices.c.person == person, offices.c.institution == institution, offices.c.role.in_(named))


def whose_office(row: Row) -> str:
    """What the name in an office is bound to."""
    return f"{row['person']} {row['institution']}"
