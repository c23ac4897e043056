"""How a person is forgotten.

What they said to the institution stays, without them and without their name. The last answer still has to find its way,
so the chat is kept apart, unfindable, until that answer has left; what remains is a number without anything behind it,
or nothing.
"""

from typing import Any

from sqlalchemy import Select, Update, exists, select

from participation.ids import PersonId
from participation.people.model import Person, Reach
from storage.connection import Connection
from storage.desks.drafts import owner_of
from storage.desks.owning import comments_of, ownership_of_nobody
from storage.desks.threads import Threads
from storage.desks.unsigning import take_name_off, unsigned_comment
from storage.desks.voices import voice_mark
from storage.desks.waiting import AT_REST, WAITING, CampaignState, State
from storage.tables import (
    addresses,
    attendance,
    campaigns,
    comments,
    drafts,
    farewells,
    follows,
    forum_members,
    offices,
    parcels,
    participants,
    people,
    proofs,
    reports,
    voices,
)
from storage.vault import Vault


async def forget(person: PersonId, *, connection: Connection, vault: Vault) -> None:
    """Take away everything that leads to this person."""
    at = select(addresses.c.person, addresses.c.sealed).where(addresses.c.person == person)
    await connection.execute(farewells.delete().where(farewells.c.person == person))
    await connection.execute(farewells.insert().from_select(["person", "sealed"], at))
    for table in (addresses, follows, attendance, offices):
        await connection.execute(table.delete().where(table.c.person == person))
    nameless = participants.update().where(participants.c.person == person).values(person=None, sealed=None)
    await connection.execute(nameless)
    places = select(forum_members.c.id).where(forum_members.c.person == person)
    unnamed = proofs.update().where(proofs.c.member.in_(places)).values(member=None, sealed=None)
    await connection.execute(unnamed)
    await connection.execute(forum_members.delete().where(forum_members.c.person == person))
    answered = (await connection.execute(select(voices.c.meeting).distinct())).scalars().all()
    marks = [voice_mark(meeting, person, vault) for meeting in answered]
    await connection.execute(voices.delete().where(voices.c.mark.in_(marks)))
    await connection.execute(drafts.delete().where(drafts.c.owner == owner_of(person, vault)))
    theirs = parcels.c.person == person
    unsent = (theirs, parcels.c.state.in_((*AT_REST, State.CLAIMED)))
    await connection.execute(_without(select(parcels.c.campaign).where(*unsent)))
    await connection.execute(parcels.delete().where(*unsent))
    await connection.execute(parcels.update().where(theirs, parcels.c.state != State.SENDING).values(letter=None))
    for row in await comments_of(person, connection=connection, vault=vault):
        values = {**ownership_of_nobody(row["receipt"], vault), **unsigned_comment(row, vault)}
        await connection.execute(comments.update().where(comments.c.id == row["id"]).values(values))
    own = Threads(connection, vault)
    for receipt in await own.receipts(person):
        (row,) = (await connection.execute(select(reports).where(reports.c.receipt == receipt))).mappings()
        await take_name_off(row, connection=connection, vault=vault)
    await own.cut_all(person)
    await connection.execute(people.update().where(people.c.id == person).values(_husk(person)))


def _without(unsent: Select[Any]) -> Update:
    """An announcement that has been written out was for one person less: what stands of it still adds up."""
    theirs = (campaigns.c.state == CampaignState.DONE.value, campaigns.c.id.in_(unsent))
    return campaigns.update().where(*theirs).values(total=campaigns.c.total - 1)


def _husk(person: PersonId) -> dict[str, object]:
    fresh = Person(person)
    return {
        "language": None,
        "municipality": None,
        "unit": None,
        "quiet_start": fresh.quiet.start,
        "quiet_end": fresh.quiet.end,
        "reach": Reach.UNREACHABLE.value,
    }


async def see_off(connection: Connection) -> None:
    """Forget the chats of those whose last answer has left, and their numbers where nothing bears them."""
    theirs = parcels.c.person == farewells.c.person
    waiting = exists().where(theirs, parcels.c.state.in_(WAITING))
    gone = (await connection.execute(farewells.delete().where(~waiting).returning(farewells.c.person))).scalars().all()
    if gone:
        unborne = ~exists().where(parcels.c.person == people.c.id)
        await connection.execute(people.delete().where(people.c.id.in_(gone), unborne))
