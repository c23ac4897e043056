"""The groups of officers; in which topic of it a report is spoken of is sealed, and found again by a mark."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, exists, select

from participation.dockets import Docket
from participation.ids import InstitutionId, PersonId, ReportId
from participation.messages import Topic
from participation.people.model import Group, Lack
from participation.reports.life import State
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.views import OPEN, lies_in
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import groups, reports, topics
from storage.vault import Vault

MADE_ANEW: Final = frozenset({Lack.FORUM, Lack.ADMIN, Lack.TOPICS})
"""What a group does not lack in which a topic could be made."""


@dataclass(frozen=True)
class Spoken:
    """A topic, in whose group it is, and what was said there on which day: `day what`."""

    recipient: PersonId
    topic: Topic
    said: tuple[str, ...] = ()


class Groups(Desk):
    """Fulfils `participation.casebook.Groups`."""

    async def of(self, institution: InstitutionId) -> Group | None:
        """The group of an institution, if it has one."""
        return await self._group(groups.c.institution == institution)

    async def at(self, recipient: PersonId) -> Group | None:
        """The group that gets its letters under this number."""
        return await self._group(groups.c.recipient == recipient)

    async def _group(self, which: ColumnElement[bool]) -> Group | None:
        row = await self._find(select(groups).where(which))
        return None if row is None else _group(row)

    async def all(self) -> Sequence[Group]:
        """All there are."""
        return [_group(row) for row in await self._all(select(groups).order_by(groups.c.institution))]

    async def put(self, group: Group) -> None:
        """It is the group of its institution now, and stands like this."""
        values = {"recipient": group.recipient, "lacks": ",".join(group.lacks), "told": group.told}
        row = insert(groups).values(institution=group.institution, **values)
        await self._run(row.on_conflict_do_update(index_elements=[groups.c.institution], set_=values))

    async def drop(self, institution: InstitutionId) -> None:
        """It has none any more, and no report has a topic."""
        await self._run(topics.delete().where(topics.c.report.in_(_of(institution))))
        await self._run(groups.delete().where(groups.c.institution == institution))

    async def topic(self, report: ReportId) -> Topic | None:
        """Where a report is spoken of."""
        found = await self._spoken(topics.c.report == report)
        return None if found is None else found[1].topic

    async def keep(self, recipient: PersonId, topic: Topic) -> None:
        """A report is spoken of there, unless its group is another one by now, or it is deleted."""
        group = await self.at(recipient)
        there = select(reports.c.id).where(reports.c.id == topic.report)
        if group is None or topic.thread is None or await self._find(there) is None:
            return
        kept = await self._spoken(topics.c.report == topic.report)
        known = kept[1] if kept else Spoken(recipient, replace(topic, thread=None, told="", shut=False))
        if known.topic.thread != topic.thread and not MADE_ANEW.isdisjoint(group.lacks):
            await self.put(replace(group, lacks=tuple(lack for lack in group.lacks if lack not in MADE_ANEW)))
        if not topic.told:  # said in passing: how the report stands was not told
            topic = replace(topic, told=known.topic.told, shut=known.topic.shut)
        is_same = known.topic.thread == topic.thread
        card = topic.card or (known.topic.card if is_same else None)
        spoken = replace(known, topic=replace(topic, card=card, turns=False))
        await self._put(spoken)

    async def misses(self, recipient: PersonId, lack: Lack) -> None:
        """It turns out that the group lacks something."""
        group = await self.at(recipient)
        if group is not None and lack not in group.lacks:
            await self.put(replace(group, lacks=(*group.lacks, lack), told=False))

    async def case_in(self, recipient: PersonId, thread: int) -> ReportId | None:
        """Which report a topic is about."""
        found = await self._spoken(topics.c.mark == topic_mark(recipient, thread, self._vault))
        return None if found is None else found[0]

    async def unspoken(self, institution: InstitutionId) -> Sequence[ReportId]:
        """Those that are neither closed nor joined and have no topic, the oldest first."""
        has_one = exists().where(topics.c.report == reports.c.id)
        wanted = select(reports.c.id).where(lies_in([Docket(institution)]), OPEN, ~has_one)
        return [ReportId(row["id"]) for row in await self._all(wanted.order_by(reports.c.id))]

    async def spoken(self, institution: InstitutionId) -> Sequence[tuple[ReportId, State, PersonId | None, Topic]]:
        """Those that have one: where each stands, who has it in hand, and what was told."""
        columns = (reports.c.receipt, reports.c.state, reports.c.officer)
        wanted = select(topics, *columns).join(reports).where(lies_in([Docket(institution)]))
        return [
            (ReportId(row["report"]), State(row["state"]), row["officer"], spoken_in(row, self._vault).topic)
            for row in await self._all(wanted.order_by(topics.c.report))
        ]

    async def warn(self, report: ReportId, what: str, on: date) -> bool:
        """Remember that something was said in its topic; whether it was not said there on this day."""
        found, line = await self._spoken(topics.c.report == report), f"{on.isoformat()} {what}"
        if found is None or line in found[1].said:
            return False
        today = tuple(one for one in found[1].said if one.startswith(on.isoformat()))
        await self._put(replace(found[1], said=(*today, line)))
        return True

    async def _spoken(self, which: ColumnElement[bool]) -> tuple[ReportId, Spoken] | None:
        row = await self._find(select(topics, reports.c.receipt).join(reports).where(which))
        return None if row is None else (ReportId(row["report"]), spoken_in(row, self._vault))

    async def _put(self, spoken: Spoken) -> None:
        number = spoken.topic.report
        receipt = (await self._get(select(reports.c.receipt).where(reports.c.id == number)))["receipt"]
        values = topic_values(spoken, receipt, self._vault)
        row = insert(topics).values(report=number, **values)
        await self._run(row.on_conflict_do_update(index_elements=[topics.c.report], set_=values))


def _of(institution: InstitutionId) -> Any:
    return select(reports.c.id).where(reports.c.institution == institution)


def _group(row: Row) -> Group:
    lacks = tuple(Lack(one) for one in row["lacks"].split(",") if one)
    return Group(InstitutionId(row["institution"]), PersonId(row["recipient"]), lacks, row["told"])


def topic_mark(recipient: PersonId, thread: int, vault: Vault) -> str:
    """The mark by which a topic finds its report."""
    return vault.mark("topic", f"{recipient}:{thread}")


def topic_values(spoken: Spoken, receipt: str, vault: Vault) -> dict[str, Any]:
    """What is kept of a topic; the receipt of its report binds it."""
    mark = topic_mark(spoken.recipient, spoken.topic.thread or 0, vault)
    return {"mark": mark, "sealed": vault.seal("topic", to_json(spoken), receipt)}


def spoken_in(row: Row, vault: Vault) -> Spoken:
    """The topic in a row that has the receipt of its report beside it."""
    return from_json(Spoken, vault.open("topic", row["sealed"], row["receipt"]))
