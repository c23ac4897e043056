"""Letters that must leave the house, kept in the transaction that caused them.

A letter to one person is sealed in its parcel; that of an announcement is written once, with the campaign. Keys are
kept as marks, because a key such as `answered:7` beside a person would tell whose comment number 7 is.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ScalarSelect, and_, bindparam, case, distinct, exists, func, literal, or_, select, true

from participation.campaigns import NO_CONSULTATION, Audience, Brake, Delivery
from participation.clock import local_day
from participation.ids import UNMARKED, CampaignId, ConsultationId, Mark, MeetingId, PersonId
from participation.letters import MOST_TURNS, Announced, Lane, Letter, Progress, Reply, subject_of
from participation.meeting_letters import MeetingChanged, meeting_subject
from participation.people.model import Reach
from participation.post import Fate
from storage.audience import audience_of
from storage.codec import NAMES, from_json, letter_from, to_json
from storage.desks.campaigns import CAN_BE_TRIED_AGAIN, Campaigns
from storage.desks.desk import Desk
from storage.desks.waiting import AT_REST, STANDS, TELLTALE, WAITING, CampaignState, State
from storage.dialect import insert
from storage.prepared import Prepared
from storage.tables import campaigns, news, parcels, people
from storage.vault import Vault

# Whoever cannot be reached gets replies only; the rest is written down as what it is: not delivered.
BORN_AS = {
    Reach.REACHABLE.value: State.QUEUED,
    Reach.STOPPED.value: State.CANCELLED,
    Reach.UNREACHABLE.value: State.UNREACHABLE,
}
UNFINISHED = (CampaignState.RUNNING, *STANDS)
CAMPAIGN = "campaign"
"""What the seal of an announcement's letter is bound to: many people get the same."""


def bot_of(person: Any) -> ScalarSelect[int]:
    """The bot through which somebody is spoken with, as a question within a statement."""
    return select(people.c.bot).where(people.c.id == person).scalar_subquery()


def mark_of(key: str, vault: Vault) -> str:
    """What is kept of a key."""
    return vault.lasting_mark("parcel", key)


_LATER = ("id", "bot", "campaign", "lease_until", "generation", "message", "settled_at", "reason")
"""Columns that an added parcel does not have yet, and its bot, which is looked up."""
_added = {column.name: bindparam(column.name, type_=column.type) for column in parcels.c if column.name not in _LATER}
ADD: Final = Prepared(insert(parcels).values(_added | {"bot": bot_of(bindparam("whose"))}).on_conflict_do_nothing())

_turn_waits = (
    parcels.c.person == bindparam("whose"),
    parcels.c.state == State.QUEUED.value,
    parcels.c.kind == NAMES[Reply],
    ~parcels.c.tried,
)
TURNS_WAITING: Final = Prepared(select(func.count(distinct(parcels.c.subject)).label("count")).where(*_turn_waits))
_in_order = select(parcels.c.subject).where(*_turn_waits, parcels.c.subject.is_not(None)).group_by(parcels.c.subject)
_too_many = _in_order.order_by(func.min(parcels.c.id)).offset(MOST_TURNS)
MAKE_ROOM: Final = Prepared(parcels.delete().where(parcels.c.subject.in_(_too_many), *_turn_waits))


class Outbox(Desk):
    """Fulfils `participation.posting.Outbox`."""

    queued_something = False
    """Whether a courier will find something that was not there before."""

    async def add(
        self,
        letter: Letter,
        *,
        to: PersonId,
        lane: Lane,
        due_at: datetime,
        use_by: datetime | None = None,
        key: str | None = None,
    ) -> bool:
        """Queue it; with a key already used for them nothing happens and the answer is False.

        Nothing happens either where it would have ended at once and would only leave a trace.
        """
        self.queued_something = True
        if isinstance(letter, Progress):
            return await self._add_progress(letter, to=to, lane=lane, due_at=due_at, use_by=use_by, key=key)
        row = self._parcel(letter, to=to, lane=lane, due_at=due_at, use_by=use_by, key=key)
        row["state"] = await self._born(to, lane)
        if row["state"] != State.QUEUED and row["kind"] in TELLTALE:
            return False
        return bool(await self._run(ADD, **row, whose=to))

    async def _add_progress(
        self, letter: Progress, *, to: PersonId, lane: Lane, due_at: datetime, use_by: datetime | None, key: str | None
    ) -> bool:
        """One that waits already says the same by the time it leaves: it counts only then."""
        row = self._parcel(letter, to=to, lane=lane, due_at=due_at, use_by=use_by, key=key)
        row |= {"state": await self._born(to, lane), "subject": f"progress:{letter.campaign}"}
        same = (parcels.c.person == to, parcels.c.subject == row["subject"], parcels.c.state == State.QUEUED)
        earlier = case((parcels.c.due_at < due_at, parcels.c.due_at), else_=literal(due_at, parcels.c.due_at.type))
        sooner = parcels.update().where(*same).values(due_at=earlier, use_by=use_by)
        if await self._run(sooner):
            return True
        return bool(await self._run(ADD, **row, whose=to))

    async def turns_waiting(self, person: PersonId) -> int:
        """How many turns of a conversation wait to be shown to somebody."""
        return await self._number(TURNS_WAITING, whose=person)

    async def make_room(self, person: PersonId) -> None:
        """Let what waits beyond the most turns that may wait for somebody give way to the next one."""
        await self._run(MAKE_ROOM, whose=person)

    async def has(self, key: str) -> bool:
        """Whether something was queued under this key."""
        return await self._find(select(parcels.c.id).where(parcels.c.key == self._key(key))) is not None

    async def arrived(self, key: str) -> Letter | None:
        """What was queued under this key, if it has arrived."""
        row = await self._find(select(parcels).where(parcels.c.key == self._key(key), parcels.c.state == State.SENT))
        if row is None:
            return None
        return letter_from(row["kind"], self._vault.open("letter", row["letter"], str(row["person"])))

    async def fate(self, key: str) -> Fate | None:
        """What became of what was queued under this key; None where nothing of it is left."""
        wanted = select(parcels.c.state, parcels.c.settled_at).where(parcels.c.key == self._key(key))
        row = await self._find(wanted)
        return None if row is None else Fate(row["state"], row["settled_at"], row["state"] in WAITING)

    def _key(self, key: str) -> str:
        return mark_of(key, self._vault)

    async def announce(
        self, letter: Letter, *, to: Audience, lane: Lane, due_at: datetime, use_by: datetime | None = None
    ) -> CampaignId:
        """Queue it for everybody in the audience; the queue fills in the people piece by piece."""
        self.queued_something = True
        hear = audience_of(to, await self._campaigns.named_in(to))
        values = {
            "consultation": to.consultation,
            "kind": NAMES[type(letter)],
            "letter": self._vault.seal("letter", to_json(letter), CAMPAIGN),
            "subject": subject_of(letter),
            "audience": to_json(to).decode(),
            "lane": lane.value,
            "due_at": due_at,
            "use_by": use_by,
            "state": CampaignState.RUNNING.value,
            "cursor": 0,
            "total": await self._number(select(func.count()).select_from(hear.subquery())),
        }
        return CampaignId(await self._number(campaigns.insert().values(values).returning(campaigns.c.id)))

    async def remind(
        self, letter: Letter, *, people: Sequence[PersonId], due_at: datetime, use_by: datetime, key: str
    ) -> int:
        """Queue a reminder for each person once; one that was called back is queued again."""
        self.queued_something = True
        rows = [
            self._parcel(letter, to=to, lane=Lane.REMINDER, due_at=due_at, use_by=use_by, key=key) | {"whose": to}
            for to in people
        ]
        statement = insert(parcels).values(bot=bot_of(bindparam("whose")))
        anew = {name: statement.excluded[name] for name in ("letter", "due_at", "use_by", "state")}
        called_back = parcels.c.state == State.CANCELLED
        once = [parcels.c.key, parcels.c.person]
        put = statement.on_conflict_do_update(index_elements=once, set_=anew, where=called_back)
        return len((await self._connection.execute(put.returning(parcels.c.id), rows)).all()) if rows else 0

    async def call_back(self, subject: str, *, only: tuple[type, ...] = (), to: PersonId | None = None) -> int:
        """Cancel what still waits about a subject (of these letter types, for this person, if named)."""
        kinds = [NAMES[kind] for kind in only or tuple(NAMES)]
        if to is None:
            about = (campaigns.c.subject == subject, campaigns.c.kind.in_(kinds))
            await self._run(news.delete().where(news.c.campaign.in_(select(campaigns.c.id).where(*about))))
            unfinished = campaigns.update().where(*about, campaigns.c.state.in_(UNFINISHED))
            await self._run(unfinished.values(state=CampaignState.CANCELLED.value))
        theirs = [] if to is None else [parcels.c.person == to]
        waiting = (parcels.c.subject == subject, parcels.c.kind.in_(kinds), parcels.c.state.in_(AT_REST))
        return await self._run(parcels.update().where(*waiting, *theirs).values(state=State.CANCELLED.value))

    async def unheard_changes(self, meeting: MeetingId) -> Sequence[tuple[CampaignId, MeetingChanged]]:
        """The news of a meeting that has not been told to everybody yet, and could be called back."""
        waiting = exists().where(parcels.c.campaign == campaigns.c.id, parcels.c.state.in_(AT_REST))
        about = (campaigns.c.subject == meeting_subject(meeting), campaigns.c.kind == NAMES[MeetingChanged])
        unfinished = or_(campaigns.c.state.in_(UNFINISHED), waiting)
        rows = await self._all(select(campaigns).where(*about, unfinished).order_by(campaigns.c.id))
        letters = [self._vault.open("letter", row["letter"], CAMPAIGN) for row in rows]
        return [
            (CampaignId(row["id"]), from_json(MeetingChanged, body)) for row, body in zip(rows, letters, strict=True)
        ]

    async def delivery(self, campaign: CampaignId, now: datetime | None = None) -> Delivery:
        """How an announcement stands; with a moment, also what may be tried again then, once nothing waits."""
        whole = await self._get(select(campaigns).where(campaigns.c.id == campaign))
        counted = select(parcels.c.state, func.count().label("people")).group_by(parcels.c.state)
        rows = await self._all(counted.where(parcels.c.campaign == campaign))
        count = {row["state"]: int(row["people"]) for row in rows}
        written = sum(count.values())
        is_over = whole["state"] in {CampaignState.DONE, CampaignState.CANCELLED}
        total = written if is_over else max(whole["total"], written)
        ended = whole["state"] == CampaignState.STOPPED
        of_change = None if whole["kind"] == NAMES[Announced] else local_day(whole["due_at"])
        # Newer news calls older news back, also when it has been written out for everybody.
        called_back = of_change is not None or whole["state"] in {CampaignState.CANCELLED, CampaignState.STOPPED}
        cancelled, unwritten = count.get(State.CANCELLED, 0), total - written
        failed = sum(count.get(state, 0) for state in CAN_BE_TRIED_AGAIN)
        waiting = sum(count.get(state, 0) for state in WAITING) + (0 if ended else unwritten)
        again, mark = await self._campaigns.failed(whole, now) if now and failed and not waiting else (0, UNMARKED)
        return Delivery(
            total=total,
            sent=count.get(State.SENT, 0),
            unreachable=count.get(State.UNREACHABLE, 0),
            failed=failed,
            waiting=waiting,
            unwanted=0 if called_back else cancelled,
            unsent=(cancelled if called_back else 0) + (unwritten if ended else 0),
            stopped=whole["state"] == CampaignState.PAUSED,
            held=whole["state"] == CampaignState.HELD and waiting > 0,
            ended=ended,
            of_change=of_change,
            again=again,
            mark=mark,
        )

    @property
    def _campaigns(self) -> Campaigns:
        return Campaigns(self._connection, self._vault)

    async def brake(self, campaign: CampaignId, brake: Brake) -> bool:
        """Pause an announcement, let it go on, or stop it for good; returns whether that changed anything."""
        self.queued_something |= brake is Brake.RESUME
        return await self._campaigns.brake(campaign, brake)

    async def stopped_about(self, subject: str) -> CampaignId | None:
        """The announcement about a subject that a fault has stopped, if there is one."""
        stopped = (campaigns.c.subject == subject, campaigns.c.state == CampaignState.PAUSED.value)
        row = await self._find(select(campaigns.c.id).where(*stopped).order_by(campaigns.c.id.desc()).limit(1))
        return None if row is None else CampaignId(row["id"])

    async def try_again(self, campaign: CampaignId, mark: Mark, now: datetime) -> int:
        """Queue what failed once more, if it is still that of the mark; returns how many."""
        self.queued_something = True
        return await self._campaigns.try_again(campaign, mark, now)

    async def consultation_of(self, campaign: CampaignId) -> ConsultationId:
        """Which consultation an announcement is about."""
        row = await self._get(select(campaigns.c.consultation).where(campaigns.c.id == campaign))
        return ConsultationId(row["consultation"])

    async def announced_since(
        self, since: datetime, *, with_meetings: bool = False
    ) -> Sequence[tuple[CampaignId, ConsultationId]]:
        """Those that fell due since a moment or stand; news of a meeting only if asked, or if ever stopped.

        What is about no consultation is not among them.
        """
        once_stopped = and_(campaigns.c.reason.is_not(None), campaigns.c.state != CampaignState.CANCELLED)
        stands = campaigns.c.state.in_(UNFINISHED)
        told = true() if with_meetings else or_(campaigns.c.kind != NAMES[MeetingChanged], once_stopped)
        rows = await self._all(
            select(campaigns.c.id, campaigns.c.consultation).where(
                campaigns.c.consultation != NO_CONSULTATION, told, or_(campaigns.c.due_at >= since, stands)
            )
        )
        return [(CampaignId(row["id"]), ConsultationId(row["consultation"])) for row in rows]

    async def _born(self, person: PersonId, lane: Lane) -> State:
        if lane is Lane.REPLY:
            return State.QUEUED
        return BORN_AS[(await self._get(select(people.c.reach).where(people.c.id == person)))["reach"]]

    def _parcel(
        self, letter: Letter, *, to: PersonId, lane: Lane, due_at: datetime, use_by: datetime | None, key: str | None
    ) -> dict[str, Any]:
        return {
            "person": to,
            "lane": lane.value,
            "kind": NAMES[type(letter)],
            "letter": self._vault.seal("letter", to_json(letter), str(to)),
            "subject": subject_of(letter),
            "key": None if key is None else self._key(key),
            "due_at": due_at,
            "use_by": use_by,
            "state": State.QUEUED.value,
            "attempts": 0,
            "tried": False,
            "done": 0,
            "over": letter.over if isinstance(letter, Reply) else None,
        }
