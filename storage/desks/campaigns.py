"""Announcements that are held back and let go on: one of them may have a fault in it."""

from collections.abc import Sequence

from participation.ids import CampaignId
from storage.desks.desk import Desk
from storage.desks.waiting import AT_REST, CampaignState, State
from storage.tables import campaigns, parcels


class Campaigns(Desk):
    """The brake of an announcement."""

    async def pause(self, campaign: CampaignId, reason: str) -> None:
        """Keep back the rest of an announcement, to go on or to be called back."""
        begun = (CampaignState.RUNNING, CampaignState.DONE)
        if await self._put(campaign, CampaignState.PAUSED, was=begun, rest=State.PAUSED):
            await self._run(campaigns.update().where(campaigns.c.id == campaign).values(reason=reason))

    async def resume(self, campaign: CampaignId) -> None:
        """Let an announcement go on from where it stood; why it was stopped stays with it."""
        await self._put(campaign, CampaignState.RUNNING, was=(CampaignState.PAUSED,), rest=State.QUEUED)

    async def _put(
        self, campaign: CampaignId, state: CampaignState, *, was: Sequence[CampaignState], rest: State
    ) -> bool:
        same = (campaigns.c.id == campaign, campaigns.c.state.in_(was))
        found = bool(await self._run(campaigns.update().where(*same).values(state=state.value)))
        if found:
            theirs = (parcels.c.campaign == campaign, parcels.c.state.in_(AT_REST))
            await self._run(parcels.update().where(*theirs).values(state=rest.value))
        return found
