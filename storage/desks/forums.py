"""Forums of institutions: what tells who belongs to them is sealed, under numbers by chance."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from participation.forum.membership import Member, MemberCard
from participation.forum.model import Forum, ForumCall, ForumMeeting, ForumRight, KeptProof, MemberState
from participation.ids import ConsultationId, ForumMemberId, InstitutionId, PersonId
from participation.meetings.present import Actor
from storage.codec import from_json, to_json
from storage.desks.addresses import HIGHEST
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import forum_deeds, forum_meetings, forum_members, forums, proofs

CARD: Final = "forum member"
DEED: Final = "forum deed"
KEPT: Final = "+"
"""Before the name of a right: what is kept of it by us, and was not written down by anybody."""
ROOM: Final = 500
"""Every card is as long as one with all in it but a long reason."""


class Forums(Desk):
    """Fulfils `participation.forum.ports.Forums`."""

    async def find(self, institution: InstitutionId) -> Forum | None:
        """The forum of an institution, if it has one."""
        row = await self._find(select(forums).where(forums.c.institution == institution))
        return None if row is None else _forum(row)

    async def all(self) -> Sequence[Forum]:
        """Those of all institutions."""
        return [_forum(row) for row in await self._all(select(forums).order_by(forums.c.institution))]

    async def name(self, institution: InstitutionId, name: str, since: date) -> None:
        """It is called like this now; the day from which it is stays."""
        row = insert(forums).values(institution=institution, name=name, since=since)
        await self._run(row.on_conflict_do_update(index_elements=[forums.c.institution], set_={"name": name}))

    async def call(self, institution: InstitutionId, call: ForumCall | None) -> None:
        """Its call is this one now, or none."""
        values = {"call_text": call.text if call else None, "call_until": call.until if call else None}
        await self._touch(forums.update().where(forums.c.institution == institution).values(values))

    async def hold(self, institution: InstitutionId) -> None:
        """Let nobody else change it until this is done."""
        await self._touch(forums.update().where(forums.c.institution == institution).values(since=forums.c.since))

    async def add(
        self,
        institution: InstitutionId,
        card: MemberCard,
        *,
        kind: Actor,
        state: MemberState,
        since: date,
        person: PersonId | None = None,
    ) -> ForumMemberId:
        """Keep a new one."""
        values: dict[str, Any] = {
            "institution": institution,
            "person": person,
            "state": state.value,
            "kind": kind.value,
            "since": since,
        }
        while True:
            number = ForumMemberId(1 + secrets.randbelow(HIGHEST))
            row = insert(forum_members).values(id=number, sealed=self._sealed(number, card), **values)
            if await self._run(row.on_conflict_do_nothing(index_elements=[forum_members.c.id])):
                return number

    async def get(self, member: ForumMemberId) -> Member:
        """The member of this number."""
        return self._member(await self._get(select(forum_members).where(forum_members.c.id == member)))

    async def of(self, institution: InstitutionId) -> Sequence[Member]:
        """All of an institution, whatever became of them, in no order of time."""
        theirs = select(forum_members).where(forum_members.c.institution == institution)
        return [self._member(row) for row in await self._all(theirs.order_by(forum_members.c.id))]

    async def of_person(self, person: PersonId) -> Sequence[Member]:
        """Somebody's own places in forums."""
        own = select(forum_members).where(forum_members.c.person == person).order_by(forum_members.c.institution)
        return [self._member(row) for row in await self._all(own)]

    async def invited_by(self, token: str, *, made_since: date) -> Member | None:
        """Who was invited by this link, if it is no older, and has not used it."""
        same = (forum_members.c.link == self._link(token), forum_members.c.link_on >= made_since)
        row = await self._find(select(forum_members).where(*same))
        return None if row is None else self._member(row)

    async def invite(self, member: ForumMemberId, token: str, *, on: date) -> None:
        """The newest link counts; of it only a mark is kept, and the day."""
        same = forum_members.c.id == member
        await self._touch(forum_members.update().where(same).values(link=self._link(token), link_on=on))

    async def change(self, member: Member, *, was: MemberState) -> bool:
        """They stand like this now, and no link of theirs leads anywhere; False if a colleague was faster."""
        values = {
            "person": member.person,
            "state": member.state.value,
            "since": member.since,
            "ended": member.ended,
            "link": None,
            "link_on": None,
            "sealed": self._sealed(member.id, member.card),
        }
        same = (forum_members.c.id == member.id, forum_members.c.state == was.value)
        return bool(await self._run(forum_members.update().where(*same).values(values)))

    async def forget(self, institution: InstitutionId, before: date) -> int:
        """Delete those who were declined, withdrew or left before a day, and their names in the proof."""
        gone = (
            forum_members.c.institution == institution,
            forum_members.c.ended < before,
        )
        theirs = select(forum_members.c.id).where(*gone)
        await self._run(proofs.update().where(proofs.c.member.in_(theirs)).values(member=None, sealed=None))
        return await self._run(forum_members.delete().where(*gone))

    async def deeds(self, consultation: ConsultationId) -> Mapping[ForumRight, tuple[date, str]]:
        """What was written down by hand of the rights in a consultation: the day, and what proves it."""
        rows = await self._deeds(consultation)
        return {
            ForumRight(row["right"]): (row["done_on"], self._evidence(row))
            for row in rows
            if not row["right"].startswith(KEPT)
        }

    async def kept(self, consultation: ConsultationId) -> Mapping[ForumRight, KeptProof]:
        """What is kept of those who are forgotten: the first day, and how many."""
        return {
            ForumRight(row["right"].removeprefix(KEPT)): KeptProof(row["done_on"], int(self._evidence(row)))
            for row in await self._deeds(consultation)
            if row["right"].startswith(KEPT)
        }

    async def _deeds(self, consultation: ConsultationId) -> Sequence[Row]:
        return await self._all(select(forum_deeds).where(forum_deeds.c.consultation == consultation))

    def _evidence(self, row: Row) -> str:
        return self._vault.open_text(DEED, row["sealed"], whose_deed(row))

    async def keep_deed(self, consultation: ConsultationId, right: ForumRight, day: date, evidence: str) -> None:
        """The last words count."""
        await self._keep(consultation, right.value, day, evidence)

    async def keep(self, consultation: ConsultationId, right: ForumRight, kept: KeptProof) -> None:
        """It stands in a row of its own: what was written by hand is as it was."""
        await self._keep(consultation, KEPT + right.value, kept.day, str(kept.count))

    async def _keep(self, consultation: ConsultationId, right: str, day: date, evidence: str) -> None:
        same = {"consultation": consultation, "right": right}
        values = {"done_on": day, "sealed": self._vault.seal_text(DEED, evidence, whose_deed(same))}
        row = insert(forum_deeds).values(**same, **values)
        once = [forum_deeds.c.consultation, forum_deeds.c.right]
        await self._run(row.on_conflict_do_update(index_elements=once, set_=values))

    async def meetings(self, institution: InstitutionId) -> Sequence[ForumMeeting]:
        """The latest first."""
        theirs = select(forum_meetings).where(forum_meetings.c.institution == institution)
        rows = await self._all(theirs.order_by(forum_meetings.c.day.desc(), forum_meetings.c.id.desc()))
        return [ForumMeeting(row["day"], row["place"], row["about"]) for row in rows]

    async def add_meeting(self, institution: InstitutionId, meeting: ForumMeeting) -> None:
        """Keep one that was held."""
        await self._run(forum_meetings.insert().values(institution=institution, **vars(meeting)))

    def _member(self, row: Row) -> Member:
        number = ForumMemberId(row["id"])
        return Member(
            number,
            InstitutionId(row["institution"]),
            MemberState(row["state"]),
            Actor(row["kind"]),
            from_json(MemberCard, self._vault.open(CARD, row["sealed"], str(number))),
            row["since"],
            row["person"],
            row["ended"],
        )

    def _sealed(self, number: ForumMemberId, card: MemberCard) -> bytes:
        return self._vault.seal(CARD, to_json(card).ljust(ROOM), str(number))

    def _link(self, token: str) -> str:
        return self._vault.lasting_mark("forum link", token)


def _forum(row: Row) -> Forum:
    call = None if row["call_until"] is None else ForumCall(row["call_text"], row["call_until"])
    return Forum(InstitutionId(row["institution"]), row["name"], row["since"], call)


def whose_deed(row: Row) -> str:
    """What the evidence is bound to."""
    return f"{row['consultation']} {row['right']}"
