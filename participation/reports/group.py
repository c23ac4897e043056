"""The officers' group: one topic for each report, kept in step; what stands there says as little as can be.

Telegram keeps it and nobody checks who is in it: a number, a category where that may be read, a state, a role. The
topic of a report that is not urgent is opened on the hour, and then it is told that a sender opened one again: nobody
learns the minute. What only the protection contact reads has no topic.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.clock import day_begins, local, local_day
from participation.ids import InstitutionId, PersonId, ReportId
from participation.letters import CaseGone, CaseInGroup, Lane
from participation.messages import Topic
from participation.offices.usecases import offices_at
from participation.people.model import Group, Role
from participation.ports import UnitOfWork
from participation.reports.life import State
from participation.reports.model import Report

ON_THE_HOUR: Final = 5
"""Minutes after the hour in which a group is told what may not be told at its own moment."""
SHUT: Final = frozenset({State.CLOSED, State.JOINED})
"""States in which there is nothing to say in the topic."""


async def keep_in_step(found: Report, *, uow: UnitOfWork, now: datetime) -> bool:
    """Let the group know how a report stands, now or on the hour; returns whether anything was queued.

    What is joined or closed and was never spoken of there gets no topic for that.
    """
    group = await uow.groups.of(found.institution)
    if group is None or found.guarded:
        return False
    topic = await uow.groups.topic(found.id)
    if topic is None and found.state in SHUT:
        return False
    stands = how_it_stands(found.state, await role_of(found.officer, found.institution, uow=uow))
    if topic is not None and is_told(topic, stands):
        return False
    tells_an_hour = topic is None or (was_closed(topic) and found.state is not State.CLOSED)
    if tells_an_hour and not found.urgent and local(now).minute >= ON_THE_HOUR:
        return False
    return await uow.outbox.add(
        CaseInGroup(found.id, stands),
        to=group.recipient,
        lane=Lane.URGENT if found.urgent else Lane.REMINDER,
        due_at=day_begins(local_day(now)),  # a letter that waits must not tell the moment
        key=f"group:{group.recipient}:{found.id}:{stands}",
    )


def how_it_stands(state: State, role: Role | None) -> str:
    """All that a group is told of a report that changes: where it stands, and whose role has it in hand."""
    return f"{state.value} {role.value if role else ''}".strip()


def is_told(topic: Topic, stands: str) -> bool:
    """Whether its topic says so, and says what it is about."""
    return topic.told == stands and topic.card is not None


def was_closed(topic: Topic) -> bool:
    """Whether the group knows it as closed: from there only its sender leads it back."""
    return topic.told.split(" ")[0] == State.CLOSED.value


async def role_of(officer: PersonId | None, institution: InstitutionId, *, uow: UnitOfWork) -> Role | None:
    """As what somebody has a report in hand."""
    return next((one.role for one in await offices_at(institution, uow=uow) if one.person == officer), None)


async def keep_all_in_step(*, uow: UnitOfWork, now: datetime) -> int:
    """Tell each group what waited for the hour, and what failed before; where one lacks something, one is tried."""
    if local(now).minute >= ON_THE_HOUR:
        return 0
    return sum([await catch_up(group, uow=uow, now=now) for group in await uow.groups.all()])


async def catch_up(group: Group, *, uow: UnitOfWork, now: datetime) -> int:
    """Tell what a group has missed, as far as it may be told now."""
    behind = await _behind(group, uow=uow)
    some = behind[:1] if group.lacks else behind
    return await one_by_one(some, partial(_keep_in_step, uow=uow, now=now), uow=uow)


async def _behind(group: Group, *, uow: UnitOfWork) -> Sequence[ReportId]:
    """Those that have no topic, and those that stand elsewhere than was told there; none is opened for it."""
    roles = {one.person: one.role for one in await offices_at(group.institution, uow=uow)}
    spoken = await uow.groups.spoken(group.institution)
    moved = [
        report
        for report, state, officer, topic in spoken
        if not is_told(topic, how_it_stands(state, roles.get(officer) if officer is not None else None))
    ]
    return [*await uow.groups.unspoken(group.institution), *moved]


async def _keep_in_step(report: ReportId, *, uow: UnitOfWork, now: datetime) -> bool:
    return await keep_in_step(await uow.reports.get(report), uow=uow, now=now)


async def topic_of(found: Report, *, uow: UnitOfWork) -> Topic:
    """Where a report is spoken of, and how its topic stands once it is told there how the report does."""
    stands = how_it_stands(found.state, await role_of(found.officer, found.institution, uow=uow))
    shut, kept = found.state in SHUT, await uow.groups.topic(found.id)
    if kept is None:
        return Topic(found.id, found.receipt, told=stands, shut=shut, turns=shut)
    return replace(kept, told=stands, shut=shut, turns=shut is not kept.shut)


async def let_topic_go(found: Report, *, uow: UnitOfWork, now: datetime) -> None:
    """A report is about to be deleted: its topic goes too."""
    group, topic = await uow.groups.of(found.institution), await uow.groups.topic(found.id)
    if group is None or topic is None:
        return
    letter = CaseGone(found.institution, replace(topic, gone=True))
    day = day_begins(local_day(now))
    await uow.outbox.add(letter, to=group.recipient, lane=Lane.REMINDER, due_at=day, key=f"gone:{found.id}")
