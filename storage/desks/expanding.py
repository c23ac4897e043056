"""Announcements become parcels, a piece at a time; the place reached is kept in the same transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, or_, select

from participation.campaigns import Audience
from participation.ids import CampaignId
from participation.letters import Lane
from participation.people.model import QuietHours
from participation.post import leaves_at
from storage.audience import audience_of, candidates, named_by
from storage.codec import from_json
from storage.desks.campaigns import Campaigns
from storage.desks.desk import Desk
from storage.desks.listeners import listening
from storage.desks.waiting import IN_FLIGHT, CampaignState, State
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import campaigns, parcels

AHEAD: Final = 1000
"""So many parcels are due at a bot at the most before it writes more of an announcement: half a minute of its pace.

Beyond that is written what sleeps until the morning, and what stands before the next one of a bot that has less.
To hold back an announcement, or to end it, changes each parcel that waits; of a million that would take seconds, in
which nobody is answered.
"""
_lane = func.coalesce(parcels.c.lane, parcels.c.lane)  # hidden from the planner: those of tomorrow are not gone through
_are_due = (parcels.c.state == State.QUEUED.value, parcels.c.due_at <= bindparam("now", type_=parcels.c.due_at.type))
_enough = (
    select(parcels.c.id)
    .where(parcels.c.bot == bindparam("whose"), *_are_due, _lane == Lane.ANNOUNCEMENT.value)
    .order_by(parcels.c.due_at)
    .limit(1)
    .offset(bindparam("ahead"))
    .scalar_subquery()
)
# Where several couriers look, one of them writes; and nobody calls an announcement back in the middle of it.
DUE: Final = (
    select(campaigns)
    .where(
        campaigns.c.state == CampaignState.RUNNING.value,
        campaigns.c.due_at <= bindparam("now", type_=campaigns.c.due_at.type),
        or_(campaigns.c.lane != Lane.ANNOUNCEMENT.value, _enough.is_(None)),
    )
    .order_by(campaigns.c.lane, campaigns.c.id)
    .with_for_update(skip_locked=True)
)


class Expanding(Desk):
    """Writes the parcels of running announcements."""

    queued_something = False
    """Whether a courier will find something that was not there before: perhaps that of another bot."""

    async def expand(self, now: datetime, chunk: int, *, bot: int) -> int:
        """Write the next parcels, at most `chunk`; returns how many people were looked at for it.

        While enough wait for this bot no more of what is not urgent are written.
        """
        seen = 0
        for campaign in await self._all(DUE, now=now, whose=bot, ahead=AHEAD - 1):
            if seen < chunk:
                seen += await self._write_next(campaign, now, limit=chunk - seen)
        return seen

    async def _write_next(self, campaign: Row, now: datetime, *, limit: int) -> int:
        """Of the next so many people who may hear of it those who do."""
        audience = from_json(Audience, campaign["audience"])
        if await self._is_unsettled(named_by(audience), now):
            return 0
        next_ones = candidates(audience, after=campaign["cursor"], most=limit)
        ahead = [row["person"] for row in await self._all(next_ones)]
        if ahead:
            named = await Campaigns(self._connection, self._vault).named_in(audience)
            found = await self._all(audience_of(audience, named, after=campaign["cursor"], upto=ahead[-1]))
            rows = [_parcel(campaign, *listening(person), now) | {"bot": person["bot"]} for person in found]
            await self._run(insert(parcels).on_conflict_do_nothing(), rows)
            self.queued_something |= bool(rows)
        await self._move_on(campaign, ahead, is_last=len(ahead) < limit)
        return len(ahead)

    async def _is_unsettled(self, called_back: Sequence[CampaignId], now: datetime) -> bool:
        """Whether some of those are on their way still: who gets them is known only once they have arrived or not.

        A courier that has gone holds up nobody for longer than its lease.
        """
        on_their_way = (parcels.c.state.in_(IN_FLIGHT), parcels.c.lease_until > now)
        theirs = (parcels.c.campaign.in_(called_back), *on_their_way)
        return bool(called_back) and await self._find(select(parcels.c.id).where(*theirs).limit(1)) is not None

    async def _move_on(self, campaign: Row, seen: Sequence[int], *, is_last: bool) -> None:
        values: dict[str, Any] = {"cursor": seen[-1]} if seen else {}
        if is_last:
            written = select(func.count()).where(parcels.c.campaign == campaign["id"]).scalar_subquery()
            values |= {"state": CampaignState.DONE.value, "total": written}
        await self._run(campaigns.update().where(campaigns.c.id == campaign["id"]).values(values))


def _parcel(campaign: Row, person: int, quiet: QuietHours, now: datetime) -> dict[str, Any]:
    return {
        "person": person,
        "campaign": campaign["id"],
        "lane": campaign["lane"],
        "kind": campaign["kind"],
        "subject": campaign["subject"],
        "due_at": leaves_at(
            max(campaign["due_at"], now), lane=Lane(campaign["lane"]), quiet=quiet, use_by=campaign["use_by"]
        ),
        "use_by": campaign["use_by"],
        "state": State.QUEUED.value,
        "attempts": 0,
        "tried": False,
        "done": 0,
    }
