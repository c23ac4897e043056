"""What the watchdogs ask of the queue, each by way of an index, and which alarms ring.

Of an alarm its name and a day are kept: no person, no chat, and no moment at which somebody spoke.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Date, ScalarSelect, UnaryExpression, and_, bindparam, case, exists, func, select

from participation.letters import Lane
from storage.desks.claiming import must_wait
from storage.desks.desk import Desk
from storage.desks.waiting import FAILED, IN_FLIGHT, CampaignState, State
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import campaigns, follows, gates, inbox, notes, parcels, refusals, terms

ALARM: Final = "alarm "

_moment = parcels.c.due_at.type
_of_bot = parcels.c.bot == terms.c.bot


def _how_many(*which: Any) -> ScalarSelect[int]:
    return select(func.count()).select_from(parcels).where(*which).scalar_subquery()


_lapsed = _how_many(_of_bot, parcels.c.state.in_(IN_FLIGHT), parcels.c.lease_until < bindparam("before", type_=_moment))
STUCK: Final = select(terms.c.bot, _lapsed.label("stuck"))


def _settled(*states: State) -> ScalarSelect[int]:
    return _how_many(_of_bot, parcels.c.state.in_(states), parcels.c.settled_at > bindparam("since", type_=_moment))


# Where nothing failed nothing is counted: a house that is well pays nothing for it.
_sent = case((_settled(*FAILED) > 0, _settled(State.SENT)), else_=0)
FAILING: Final = select(terms.c.bot, _settled(*FAILED).label("failed"), _sent.label("sent"))

# What came in is as much as was answered, more or less.
_came = select(func.count()).where(inbox.c.bot == refusals.c.bot, inbox.c.day == refusals.c.day)
_on_the_day = refusals.c.day == bindparam("day", type_=refusals.c.day.type)
REFUSED: Final = select(
    terms.c.bot,
    func.coalesce(refusals.c.count, 0).label("refused"),
    _came.correlate(refusals).scalar_subquery().label("came"),
).select_from(terms.outerjoin(refusals, and_(refusals.c.bot == terms.c.bot, _on_the_day)))

# Everybody who was there before the announcement has been passed by the time it is done; numbers are drawn at random.
_passed_over = exists().where(
    follows.c.person > campaigns.c.cursor, follows.c.since < func.date(campaigns.c.due_at, type_=Date)
)
_lacking = campaigns.c.total - _how_many(parcels.c.campaign == campaigns.c.id)
_astray = func.abs(_lacking) + case((_passed_over, 1), else_=0)
_is_done = campaigns.c.state == CampaignState.DONE.value  # until then the total is a forecast: people come and go
BALANCES: Final = (
    select(campaigns.c.id, case((_is_done, _astray), else_=0).label("astray"))
    .where(campaigns.c.id > bindparam("after"))
    .order_by(campaigns.c.id)
    .limit(bindparam("most"))
)


# The coalesce for the same reason as in claiming: the index gives the order, and the first is taken.
_could_leave = (
    parcels.c.state == State.QUEUED.value,
    parcels.c.lane == Lane.REPLY.value,
    func.coalesce(parcels.c.due_at, parcels.c.due_at) <= bindparam("now", type_=_moment),
    ~must_wait(),
)


def _first_reply(order: UnaryExpression[int]) -> ScalarSelect[int]:
    return (
        select(parcels.c.id).where(_of_bot, *_could_leave).order_by(order).limit(1).correlate(terms).scalar_subquery()
    )


ENDS: Final = select(
    terms.c.bot,
    gates.c.shut_until,
    _first_reply(parcels.c.id.asc()).label("oldest"),
    _first_reply(parcels.c.id.desc()).label("newest"),
).select_from(terms.outerjoin(gates, gates.c.bot == terms.c.bot))


class Watch(Desk):
    """Fulfils `scheduler.watchdogs.Watch`: bots are those that ever had a courier."""

    async def stuck(self, before: datetime) -> Mapping[int, int]:
        """How much each bot has on its way whose lease ended before then."""
        return {row["bot"]: row["stuck"] for row in await self._all(STUCK, before=before)}

    async def failing(self, since: datetime) -> Mapping[int, tuple[int, int]]:
        """How many messages of each bot failed since then, and where any did, how many arrived."""
        return {row["bot"]: (row["failed"], row["sent"]) for row in await self._all(FAILING, since=since)}

    async def refused(self, day: date) -> Mapping[int, tuple[int, int]]:
        """How many replies of each bot ended badly on a day, and how many updates came on it, if any did."""
        return {row["bot"]: (row["refused"], row["came"]) for row in await self._all(REFUSED, day=day)}

    async def balances(self, *, after: int, most: int) -> Mapping[int, int]:
        """By how many people the next announcements do not add up, once they are done."""
        return {row["id"]: row["astray"] for row in await self._all(BALANCES, after=after, most=most)}

    async def replies(
        self, now: datetime, known: Collection[int]
    ) -> Mapping[int, tuple[bool, Collection[tuple[int, bytes]]]]:
        """Whether each bot was told to wait, and its first and its last reply that could leave, and the known ones."""
        rows = await self._all(ENDS, now=now)
        wanted = {row[end] for row in rows for end in ("oldest", "newest")}.union(known) - {None}
        these = select(parcels.c.bot, parcels.c.id, parcels.c.letter).where(parcels.c.id.in_(wanted), *_could_leave)
        found = await self._all(these, now=now) if wanted else ()
        return {row["bot"]: (_is_shut(row["shut_until"], now), _marks(row["bot"], found)) for row in rows}

    async def ring(self, alarm: str, day: date) -> bool:
        """Keep that an alarm rings; returns whether that is new, or was not said on this day."""
        row = insert(notes).values(name=ALARM + alarm, value=day.isoformat())
        is_new = notes.c.value != day.isoformat()
        again = row.on_conflict_do_update(index_elements=[notes.c.name], set_={"value": day.isoformat()}, where=is_new)
        return bool(await self._run(again))

    async def hush(self, alarm: str) -> bool:
        """Forget it; returns whether it rang."""
        return bool(await self._run(notes.delete().where(notes.c.name == ALARM + alarm)))

    async def ringing(self) -> Sequence[str]:
        """The alarms that ring."""
        found = select(notes.c.name).where(notes.c.name.startswith(ALARM)).order_by(notes.c.name)
        return [row["name"].removeprefix(ALARM) for row in await self._all(found)]


def _is_shut(until: datetime | None, now: datetime) -> bool:
    return until is not None and until > now


def _marks(bot: int, found: Sequence[Row]) -> Collection[tuple[int, bytes]]:
    return [(row["id"], bytes(row["letter"])) for row in found if row["bot"] == bot]
