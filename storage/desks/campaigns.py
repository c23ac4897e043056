"""Announcements that are held back, let go on, ended or tried again: one of them may have a fault in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from participation.campaigns import Audience, Brake
from participation.ids import UNMARKED, CampaignId, Mark
from participation.letters import Announced
from storage.audience import CAN_HEAR, Named, concerned, named_by
from storage.codec import NAMES, from_json
from storage.desks.desk import Desk
from storage.desks.waiting import AT_REST, STANDS, WAITING, CampaignState, State
from storage.prepared import Row
from storage.tables import campaigns, parcels, people

CAN_BE_TRIED_AGAIN: Final = (State.REJECTED, State.DOUBTFUL, State.EXPIRED)
THE_LAST_TRY: Final = 100
"""More attempts than anything has: what may have arrived at last is not sent again and again."""


def _waiting(campaign: Any) -> ColumnElement[bool]:
    return and_(parcels.c.campaign == campaign, parcels.c.state.in_(WAITING))


_stands = campaigns.c.state.in_(STANDS)
_moves = or_(
    campaigns.c.state == CampaignState.RUNNING.value,
    and_(campaigns.c.state == CampaignState.DONE.value, exists().where(_waiting(campaigns.c.id))),
)
# Whoever has not heard of a change would be told of the next one as if they had: those are not held up by hand.
_of_consultation = campaigns.c.kind == NAMES[Announced]

BRAKES: Final[Mapping[Brake, tuple[ColumnElement[bool], CampaignState, State]]] = {
    Brake.PAUSE: (and_(_of_consultation, _moves), CampaignState.HELD, State.PAUSED),
    Brake.RESUME: (_stands, CampaignState.RUNNING, State.QUEUED),
    Brake.STOP: (and_(_of_consultation, or_(_moves, _stands)), CampaignState.STOPPED, State.CANCELLED),
}
"""What it has to be before, what it is then, and its parcels that have not left."""


class Campaigns(Desk):
    """The brake of an announcement."""

    async def pause(self, campaign: CampaignId, reason: str) -> None:
        """Keep back the rest of an announcement that has a fault, to go on or to be called back."""
        begun = campaigns.c.state.in_((CampaignState.RUNNING, CampaignState.DONE))
        if await self._put(campaign, CampaignState.PAUSED, was=begun, rest=State.PAUSED):
            await self._run(campaigns.update().where(campaigns.c.id == campaign).values(reason=reason))

    async def brake(self, campaign: CampaignId, brake: Brake) -> bool:
        """Keep back the rest, let it go on from where it stood, or end it; returns whether that changed anything.

        Why a fault stopped it stays with it.
        """
        was, state, rest = BRAKES[brake]
        return await self._put(campaign, state, was=was, rest=rest)

    async def _put(self, campaign: CampaignId, state: CampaignState, *, was: ColumnElement[bool], rest: State) -> bool:
        same = (campaigns.c.id == campaign, was)
        found = bool(await self._run(campaigns.update().where(*same).values(state=state.value)))
        if found:
            theirs = (parcels.c.campaign == campaign, parcels.c.state.in_(AT_REST))
            await self._run(parcels.update().where(*theirs).values(state=rest.value))
        return found

    async def named_in(self, audience: Audience) -> Named:
        """Whom those announcements were for by which an audience is told from others, and theirs in turn."""
        named: dict[CampaignId, Audience] = {}
        ahead = set(named_by(audience))
        while ahead:
            rows = await self._all(
                select(campaigns.c.id, campaigns.c.audience).where(campaigns.c.id.in_(sorted(ahead)))
            )
            found = {CampaignId(row["id"]): from_json(Audience, row["audience"]) for row in rows}
            named |= found
            ahead = {each for one in found.values() for each in named_by(one)} - named.keys()
        return named

    async def failed(self, campaign: Row, now: datetime) -> tuple[int, Mark]:
        """How many of those that failed may be tried again, and a mark that is another one once they have been."""
        if campaign["state"] != CampaignState.DONE:
            return 0, UNMARKED
        last = func.max(parcels.c.settled_at, type_=parcels.c.settled_at.type)
        row = await self._get(select(func.count().label("people"), last.label("last")).where(*_failed(campaign, now)))
        return row["people"], Mark(int(row["last"].timestamp() * 1000)) if row["people"] and row["last"] else UNMARKED

    async def try_again(self, campaign: CampaignId, mark: Mark, now: datetime) -> int:
        """Queue each of these once more, if they are still those of the mark; returns how many."""
        found = await self._get(select(campaigns).where(campaigns.c.id == campaign))
        count, current = await self.failed(found, now)
        if not count or current != mark or await self._waits(campaign):
            return 0
        anew: dict[str, Any] = {
            "state": State.QUEUED.value,
            "attempts": THE_LAST_TRY,
            "due_at": now,
            "tried": False,
            "lease_until": None,
            "settled_at": None,
            "reason": None,
        }
        return await self._run(parcels.update().where(*_failed(found, now)).values(anew))

    async def _waits(self, campaign: CampaignId) -> bool:
        return await self._find(select(parcels.c.id).where(_waiting(campaign)).limit(1)) is not None


def _failed(campaign: Row, now: datetime) -> Sequence[ColumnElement[bool]]:
    """Those that may succeed another time: of people who can be reached, and want to hear of it still."""
    theirs = (parcels.c.campaign == campaign["id"], parcels.c.state.in_(CAN_BE_TRIED_AGAIN))
    their_people = select(parcels.c.person).where(*theirs)
    still = concerned(from_json(Audience, campaign["audience"]), among=lambda person: person.in_(their_people))
    in_time = or_(parcels.c.use_by.is_(None), parcels.c.use_by > now)
    return (*theirs, in_time, parcels.c.person.in_(_people(still)))


def _people(wanted: ColumnElement[bool]) -> Select[Any]:
    return select(people.c.id).where(CAN_HEAR, wanted)
