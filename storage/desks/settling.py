"""What became of parcels is written down: the proof of notice, and what must be tried again.

An answer in a conversation, and word of a report or of a decision, is deleted as soon as it has ended, whatever became
of it: its moments would tell who reported or commented when. Of a reminder that comments close it is not written down
whether it was sent, for it is not sent to those who have commented.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, case, select

from participation.clock import local_day
from participation.comments.model import AuthorTold, TranslationWanted
from participation.ids import PersonId
from participation.letters import CommentAnswered, Letter, NoAnswerYet, ReportMoved
from participation.people.model import Lack, Reach
from participation.post import (
    Address,
    Asleep,
    Doubtful,
    Later,
    Lost,
    Moved,
    Outcome,
    Rejected,
    Sent,
    Settled,
    Stopped,
    Term,
    Unreachable,
    Void,
    topic_in,
)
from storage.codec import NAMES, letter_from
from storage.connection import savepoint
from storage.desks.addresses import Addresses
from storage.desks.claiming import same_progress
from storage.desks.comments import Comments
from storage.desks.desk import Desk
from storage.desks.erasing import see_off
from storage.desks.groups import Groups
from storage.desks.ledger import Ledger
from storage.desks.reports import Reports
from storage.desks.waiting import (
    DISCREET,
    FAILED,
    PUT_BACK,
    PUT_BACK_IN_DOUBT,
    State,
    call_off,
    leaves_no_trace,
    traceless,
)
from storage.dialect import AWAY, insert
from storage.prepared import Row
from storage.tables import news, parcels, people, refusals

log = logging.getLogger(__name__)

BROUGHT: Final = frozenset(
    NAMES[each] for each in (CommentAnswered, ReportMoved, AuthorTold, TranslationWanted, NoAnswerYet)
)
"""Kinds that wait with what they answer, until they are brought."""

_refused = insert(refusals).values(bot=bindparam("bot"), day=bindparam("day"), count=1)
_one_more = case((refusals.c.day == _refused.excluded.day, refusals.c.count + 1), else_=1)
COUNT_REFUSAL: Final = _refused.on_conflict_do_update(
    index_elements=[refusals.c.bot], set_={"day": _refused.excluded.day, "count": _one_more}
)

LACKS: Final = {"no_forum": Lack.FORUM, "no_rights": Lack.TOPICS}
"""What a group lacks that does not take a message, by the reason."""

Known = tuple[Row, Settled]
A_MOMENT = timedelta(minutes=10)
"""What is put back for longer lets the same person's later letters pass; otherwise order in a chat is kept."""


class Settling(Desk):
    """Writes down outcomes."""

    async def settle(self, settled: Sequence[Settled], *, term: Term) -> None:
        """Write down what became of parcels; of those that were erased, or taken by a newer term, nothing."""
        ours = (parcels.c.id.in_([one.parcel for one in settled]), parcels.c.generation == term.number)
        wanted = select(parcels).where(*ours).with_for_update()
        rows = {row["id"]: row for row in await self._all(wanted)}
        known = [(rows[one.parcel], one) for one in settled if one.parcel in rows]
        if not await self._written(known):
            for row, one in known:
                await self._by_itself(row, one)
        await see_off(self._connection)

    async def _by_itself(self, row: Row, one: Settled) -> None:
        """One that cannot be written must not come back for ever and hold up everybody's."""
        if not await self._written([(row, one)]):
            await self._end(row, State.REJECTED, one.at, "unwritable")

    async def _written(self, known: Sequence[Known]) -> bool:
        """Whether it could be written, all of it; else nothing of it was. A database that is away is raised."""
        try:
            async with savepoint(self._connection):
                await self._keep_topics(known)
                await self._arrived([(row, one) for row, one in known if isinstance(one.outcome, Sent)])
                for row, one in known:
                    await self._one(row, one)
        except AWAY:
            raise
        except Exception as error:  # noqa: BLE001  whatever is wrong with one row must not stop all delivery
            log.error("Of %d outcomes one could not be written: %s", len(known), type(error).__name__)  # noqa: TRY400  a traceback could carry words
            return False
        return True

    async def _keep_topics(self, known: Sequence[Known]) -> None:
        """In which topic of a group something was said is known with its arrival; one that was made stays, too."""
        desk = Groups(self._connection, self._vault)
        for row, one in known:
            topic = topic_in(one.outcome)
            if topic is not None:
                await desk.keep(PersonId(row["person"]), topic)
            if isinstance(one.outcome, Rejected) and one.outcome.reason in LACKS:
                await desk.misses(PersonId(row["person"]), LACKS[one.outcome.reason])

    async def _arrived(self, sent: Sequence[Known]) -> None:
        await self._run(parcels.delete().where(parcels.c.id.in_([row["id"] for row, _ in sent]), traceless()))
        others = [
            {"parcel": row["id"], "state": State.SENT.value, "settled_at": one.at, "message": one.outcome.message}
            for row, one in sent
            if not leaves_no_trace(row) and row["kind"] not in DISCREET and isinstance(one.outcome, Sent)
        ]
        written: dict[str, Any] = {name: bindparam(name) for name in ("state", "settled_at", "message")}
        await self._run(parcels.update().where(parcels.c.id == bindparam("parcel")).values(written), others)
        for row, one in sent:
            if row["kind"] in DISCREET:
                await self._end(row, State.SENT, one.at)
            if row["kind"] in BROUGHT:
                await self._heard(row)
            if row["kind"] == "progress":
                await self._run(parcels.delete().where(same_progress(row), parcels.c.id < row["id"]))

    async def _one(self, row: Row, one: Settled) -> None:
        match one.outcome:
            case Sent():
                pass
            case Void(state=state):
                await self._end(row, State(state), one.at)
            case Rejected(reason=reason):
                await self._end(row, State.REJECTED, one.at, reason)
            case Unreachable(why=why):
                await self._lose(row, one.at, why)
            case Doubtful(reason=reason) if one.retry_at is None:
                await self._end(row, State.DOUBTFUL, one.at, reason)
            case Asleep():
                await self._let_sleep(row, one)
            case Later() | Stopped() | Doubtful():
                await self._again(row, one)
            case Moved(to=chat):
                await self._move(row, one, chat)

    async def _heard(self, row: Row) -> None:
        """Who asked has got the answer: when they come back from somewhere it is not brought once more."""
        match self._letter(row):
            case CommentAnswered(comment=comment):
                await Comments(self._connection, self._vault).mark_heard(comment)
            case ReportMoved(entry=entry):
                await Reports(self._connection, self._vault).mark_heard(entry)
            case TranslationWanted(comment=comment):
                await Ledger(self._connection, self._vault).mark_heard(comment)

    async def _let_sleep(self, row: Row, one: Settled) -> None:
        """Keep it until the morning; an answer waits with what it answers, where no name stands beside it."""
        if row["kind"] not in BROUGHT:
            await self._again(row, one)
            return
        match self._letter(row):
            case CommentAnswered(comment=comment):
                await Comments(self._connection, self._vault).mark_told(comment, told=False)
            case ReportMoved(entry=entry):
                await Reports(self._connection, self._vault).mark_told(entry, told=False)
            case TranslationWanted(comment=comment):
                await Ledger(self._connection, self._vault).ask_author(comment)
            case NoAnswerYet(comment=comment):
                await Ledger(self._connection, self._vault).mark_warned(comment, warned=False)
            case AuthorTold(comment=comment, campaign=campaign):
                await self._run(insert(news).values(comment=comment, campaign=campaign).on_conflict_do_nothing())
        await self._run(parcels.delete().where(parcels.c.id == row["id"]))

    def _letter(self, row: Row) -> Letter:
        return letter_from(row["kind"], self._vault.open("letter", row["letter"], str(row["person"])))

    async def _end(self, row: Row, state: State, at: datetime, reason: str | None = None) -> None:
        if leaves_no_trace(row):
            await self._run(parcels.delete().where(parcels.c.id == row["id"]))
            if state in FAILED:
                await self._run(COUNT_REFUSAL, bot=row["bot"], day=local_day(at))
        elif row["kind"] in DISCREET:
            alike = {"state": State.OVER.value, "attempts": 0, "tried": False, "done": 0, "lease_until": None}
            await self._change(row, alike | {"due_at": row["use_by"] or row["due_at"]})
        else:
            await self._change(row, {"state": state.value, "settled_at": at, "reason": reason})

    async def _again(self, row: Row, one: Settled) -> None:
        due_at = one.retry_at or _soon(row, one)
        state = PUT_BACK_IN_DOUBT if isinstance(one.outcome, Doubtful) else PUT_BACK
        waits = {"state": state, "lease_until": None, "due_at": due_at}
        attempts = row["attempts"] + int(_counts(one.outcome))
        done = max(row["done"], _done(one.outcome))
        await self._change(row, waits | {"tried": due_at - one.at <= A_MOMENT, "attempts": attempts, "done": done})

    async def _lose(self, row: Row, at: datetime, why: Lost) -> None:
        """Whoever stopped us keeps that: it must not be forgotten when they come back."""
        await self._end(row, State.UNREACHABLE, at, why.value)
        was_there = (people.c.id == row["person"], people.c.reach == Reach.REACHABLE.value)
        await self._run(people.update().where(*was_there).values(reach=Reach.UNREACHABLE.value))
        for statement in call_off(PersonId(row["person"]), state=State.UNREACHABLE):
            await self._run(statement.where(parcels.c.due_at <= at))  # they may be back before the others are due

    async def _move(self, row: Row, one: Settled, chat: int) -> None:
        addresses = Addresses(self._connection, self._vault)
        at = await addresses.address_of(PersonId(row["person"]))
        if at is not None and await addresses.move(PersonId(row["person"]), Address(at.bot, chat)):
            await self._again(row, one)
        else:
            await self._lose(row, one.at, Lost.GONE)

    async def _change(self, row: Row, values: dict[str, Any]) -> None:
        await self._run(parcels.update().where(parcels.c.id == row["id"]).values(values))


def _soon(row: Row, one: Settled) -> datetime:
    """When to try again, if the courier did not say; a stopped token leaves the parcel as it was."""
    due_at: datetime = row["due_at"]
    return one.at + timedelta(seconds=one.outcome.seconds) if isinstance(one.outcome, Later) else due_at


def _done(outcome: Outcome | Void) -> int:
    """How many of its messages are there, as far as this outcome knows."""
    return outcome.done if isinstance(outcome, Later | Doubtful) else 0


def _counts(outcome: Outcome | Void) -> bool:
    """Whether it was an attempt: a doubtful one is, a token that is shut or stopped is none."""
    return isinstance(outcome, Doubtful) or (isinstance(outcome, Later) and outcome.counts)
