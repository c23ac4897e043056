"""Parcels are taken from the queue: what is due, replies first, one for each person at a time."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.dml import ReturningUpdate

from participation.ids import CampaignId, PersonId
from participation.letters import Lane, Letter
from participation.post import Parcel, Term
from storage.codec import letter_from
from storage.desks.desk import Desk
from storage.desks.outbox import CAMPAIGN
from storage.desks.terms import in_office
from storage.desks.waiting import IN_FLIGHT, PUT_BACK, PUT_BACK_IN_DOUBT, CampaignState, State, leaves_no_trace
from storage.errors import WrongKey
from storage.prepared import Row
from storage.tables import campaigns, parcels

UNREADABLE = (WrongKey, ValidationError, KeyError)


class Claiming(Desk):
    """Hands out parcels and takes them back after a crash."""

    async def recover(self, bot: int) -> int:
        """Queue again what was claimed, and what may have been sent; returns how many may have been."""
        again = {"lease_until": None, "tried": True}
        doubtful = parcels.update().where(parcels.c.bot == bot, parcels.c.state == State.SENDING)
        once_more = {"state": PUT_BACK_IN_DOUBT, "attempts": parcels.c.attempts + 1}
        count = await self._run(doubtful.values(again | once_more))
        claimed = parcels.update().where(parcels.c.bot == bot, parcels.c.state == State.CLAIMED)
        await self._run(claimed.values(again | {"state": PUT_BACK}))
        return count

    async def claim(self, now: datetime, *, term: Term, limit: int, others: int, lease: timedelta) -> Sequence[Parcel]:
        """Take the parcels of the term's bot that are due: by lane, then in the order of writing.

        So many `others` are taken that are no replies.
        """
        lapsed = (parcels.c.bot == term.bot, parcels.c.state == State.CLAIMED, parcels.c.lease_until <= now)
        await self._run(parcels.update().where(*lapsed).values(state=PUT_BACK, lease_until=None))
        taken = {"into": State.CLAIMED.value, "until": now + lease, "whose": term.bot, "term": term.number}
        wanted = {"now": now, "most": limit, "others": others}
        claimed = await self._connection.execute(_claim(), wanted | taken)
        rows = sorted(claimed.mappings().all(), key=lambda row: (row["lane"], row["id"]))
        letters = await self._letters_of({row["campaign"] for row in rows})
        read = [await self._read(row, letters, now) for row in rows]
        return [parcel for parcel in read if parcel is not None]

    async def mark_sending(self, ids: Sequence[int], *, term: Term) -> set[int]:
        """The bytes of these are about to go; returns those that are still ours to send."""
        ours = and_(parcels.c.generation == term.number, in_office(literal(term.bot), literal(term.number)))
        claimed = parcels.update().where(parcels.c.id.in_(ids), parcels.c.state == State.CLAIMED, ours)
        marked = claimed.values(state=State.SENDING.value).returning(parcels.c.id)
        return {int(row["id"]) for row in await self._all(marked)}

    async def call_forward(self, now: datetime, was: datetime, *, bot: int) -> None:
        """Make what was due, or put back for a moment, and what is urgent, due now: the clock was set back."""
        waits = (parcels.c.bot == bot, parcels.c.state == State.QUEUED, parcels.c.due_at > now)
        impatient = or_(parcels.c.tried, parcels.c.lane <= Lane.URGENT, parcels.c.due_at <= was)
        await self._run(parcels.update().where(*waits, impatient).values(due_at=now))
        was_due = (campaigns.c.state == CampaignState.RUNNING, campaigns.c.due_at > now, campaigns.c.due_at <= was)
        await self._run(campaigns.update().where(*was_due).values(due_at=now))

    async def next_due(self, bot: int) -> datetime | None:
        """When the next parcel or announcement is due; one that must let another go first does not count."""
        found = [(await self._connection.execute(s, {"whose": bot})).mappings().first() for s in _next_due()]
        return min((row["due_at"] for row in found if row and row["due_at"]), default=None)

    async def _letters_of(self, ids: set[int | None]) -> dict[int, Letter]:
        """The letters of these announcements, each opened once for all its parcels; one that cannot be is left out."""
        if ids <= {None}:
            return {}
        wanted = select(campaigns.c.id, campaigns.c.kind, campaigns.c.letter)
        letters: dict[int, Letter] = {}
        for row in await self._all(wanted.where(campaigns.c.id.in_(ids - {None}))):
            with suppress(*UNREADABLE):
                letters[row["id"]] = letter_from(row["kind"], self._vault.open("letter", row["letter"], CAMPAIGN))
        return letters

    async def _read(self, row: Row, letters: dict[int, Letter], now: datetime) -> Parcel | None:
        """The parcel; one that cannot be read leaves the queue instead of blocking everybody's."""
        try:
            return self._parcel(row, letters, over=await self._over(row))
        except UNREADABLE:
            await self._spoilt(row, now)
            return None

    async def _spoilt(self, row: Row, now: datetime) -> None:
        this = parcels.c.id == row["id"]
        if leaves_no_trace(row):
            await self._run(parcels.delete().where(this))
        else:
            ended = {"state": State.REJECTED.value, "reason": "unreadable", "settled_at": now}
            await self._run(parcels.update().where(this).values(ended))

    def _parcel(self, row: Row, letters: dict[int, Letter], over: int | None) -> Parcel:
        campaign = row["campaign"]
        return Parcel(
            id=row["id"],
            person=PersonId(row["person"]),
            lane=Lane(row["lane"]),
            letter=self._own_letter(row) if campaign is None else letters[campaign],
            use_by=row["use_by"],
            attempts=row["attempts"],
            campaign=None if campaign is None else CampaignId(campaign),
            over=over,
            done=row["done"],
        )

    def _own_letter(self, row: Row) -> Letter:
        return letter_from(row["kind"], self._vault.open("letter", row["letter"], str(row["person"])))

    async def _over(self, row: Row) -> int | None:
        """What it is put in place of: for progress, the message that was sent first."""
        if row["kind"] != "progress":
            over: int | None = row["over"]
            return over
        older = select(parcels.c.message).where(same_progress(row), parcels.c.state == State.SENT)
        found = await self._find(older.order_by(parcels.c.id.desc()))
        return None if found is None else int(found["message"])


def same_progress(row: Row) -> ColumnElement[bool]:
    """Parcels that tell the same officer of the same announcement."""
    return and_(parcels.c.person == row["person"], parcels.c.subject == row["subject"], parcels.c.kind == "progress")


# These run at every beat of the courier, and to build such a statement takes longer than to run it.


@cache
def _claim() -> ReturningUpdate[Any]:
    wanted = _due().limit(bindparam("most")), _due(Lane.URGENT).limit(bindparam("others"))
    # In one list: with "or" between two of them PostgreSQL would go through all that was ever sent.
    either = union_all(*(select(each.subquery().c.id) for each in wanted))
    taken = {
        "state": bindparam("into"),
        "lease_until": bindparam("until", type_=parcels.c.lease_until.type),
        "generation": bindparam("term", type_=parcels.c.generation.type),
    }
    ours = in_office(_whose(), bindparam("term", type_=parcels.c.generation.type))
    return parcels.update().where(parcels.c.id.in_(either), ours).values(taken).returning(parcels)


@cache
def _next_due() -> tuple[Select[Any], Select[Any]]:
    ours = parcels.c.bot == _whose()
    parcel = select(parcels.c.due_at).where(ours, parcels.c.state == State.QUEUED, ~must_wait())
    running = select(func.min(campaigns.c.due_at).label("due_at"))
    running = running.where(campaigns.c.state == CampaignState.RUNNING.value)
    return parcel.order_by(parcels.c.due_at).limit(1), running


def _due(since: Lane = Lane.REPLY) -> Select[Any]:
    """What is due, from a lane on."""
    now = bindparam("now", type_=parcels.c.due_at.type)
    other = parcels.alias()
    sooner = or_(other.c.lane < parcels.c.lane, and_(other.c.lane == parcels.c.lane, other.c.id < parcels.c.id))
    same = (other.c.person == parcels.c.person, other.c.state == State.QUEUED, other.c.due_at <= now)
    # The coalesce hides the moment from the planner: it would fetch and sort all that is due, where walking in the
    # order of lanes stops after the first few.
    ours = and_(parcels.c.bot == _whose(), parcels.c.state == State.QUEUED, parcels.c.lane >= since.value)
    is_due = and_(ours, func.coalesce(parcels.c.due_at, parcels.c.due_at) <= now)
    wanted = select(parcels.c.id).where(is_due, ~exists().where(*same, sooner), ~must_wait())
    return wanted.order_by(parcels.c.lane, parcels.c.id)


def _whose() -> BindParameter[int]:
    return bindparam("whose", type_=parcels.c.bot.type)


def must_wait() -> ColumnElement[bool]:
    """Whether the same person has something on its way, or put back earlier in this lane: order in a chat is kept."""
    # Two questions, not one with "or": for each there is an index, for both together all of a person's would be read.
    ahead, earlier = parcels.alias(), parcels.alias()
    on_its_way = exists().where(ahead.c.person == parcels.c.person, ahead.c.state.in_(IN_FLIGHT))
    put_back = exists().where(
        earlier.c.person == parcels.c.person,
        earlier.c.state == State.QUEUED,
        earlier.c.tried,
        earlier.c.lane == parcels.c.lane,
        earlier.c.id < parcels.c.id,
    )
    return or_(on_its_way, put_back)
