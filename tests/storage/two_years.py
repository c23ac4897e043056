"""Two years of a forum, as its use-cases write them: what tests of its rights, its proof and its year look back on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import update

from participation.clock import wall
from participation.comments.model import (
    ANONYMOUS,
    Answer,
    Capacity,
    CommentChannel,
    NewComment,
    Signature,
    Verdict,
    Words,
)
from participation.consultations.model import Stage, Terms
from participation.forum.members import (
    accept,
    add_by_hand,
    apply,
    call_for_members,
    end_call,
    go,
    join,
    link_for,
    name_forum,
)
from participation.forum.membership import MemberCard
from participation.forum.model import ForumRight, Wording
from participation.forum.rights import RightStanding, rights_for_officer
from participation.ids import CommentId, ConsultationId, ForumMemberId, InstitutionId, MeetingId, PersonId
from participation.meetings.model import Venue
from participation.meetings.present import Actor, Listing, NewPresent
from participation.people.model import Language, Role
from participation.ports import UnitOfWork
from storage.desks.outbox import mark_of
from storage.tables import parcels
from tests.storage.rows import VAULT, House

WORDS: Final[Mapping[Language, Wording]] = {each: Wording(f"Forumi ({each.value})", "Lexoni.") for each in Language}
REGISTER: Final = "https://register.example/1"


def at(day: date, hour: int = 10) -> datetime:
    """A moment of a day in Albania."""
    return wall(day, time(hour))


@dataclass
class Forum:
    """An institution with a forum, who sits at its desk, and its members by name."""

    uow: UnitOfWork
    institution: InstitutionId
    zana: PersonId
    people: list[PersonId]
    members: dict[str, ForumMemberId] = field(default_factory=dict)
    persons: dict[str, PersonId] = field(default_factory=dict)
    receipts: int = 0

    async def founded(self, on: date) -> None:
        await name_forum(self.institution, "Forumi", by=self.zana, uow=self.uow, now=at(on))

    async def applies(self, name: str, on: date) -> ForumMemberId:
        """By the open call; the contact is somebody's name."""
        person = self.persons[name] = self.people.pop()
        given = {"by": self.zana, "uow": self.uow, "now": at(on)}
        await call_for_members(self.institution, "Ejani!", on, **given)
        card = MemberCard(name, f"Kontakti {name}", why="Kemi ide.")
        applied = apply(self.institution, card, Actor.CIVIL_SOCIETY, person=person, uow=self.uow, now=at(on))
        self.members[name] = await applied
        await end_call(self.institution, **given)
        return self.members[name]

    async def joins(self, name: str, on: date) -> ForumMemberId:
        """Somebody who is reached in Telegram."""
        member = await self.applies(name, on)
        await accept(member, WORDS, by=self.zana, uow=self.uow, now=at(on))
        return member

    async def by_hand(self, name: str, on: date, email: str = "") -> ForumMemberId:
        """Written down at the desk: with an address where they agreed on paper, else without any."""
        given = {"by": self.zana, "uow": self.uow, "now": at(on)}
        add = add_by_hand(self.institution, name, Actor.MEDIA, email=email, on_paper=bool(email), **given)
        self.members[name] = await add
        return self.members[name]

    async def by_link(self, name: str, on: date) -> None:
        """Somebody of an organisation that was written down takes its link."""
        person = self.persons[name] = self.people.pop()
        token = f"token of {name}"
        await link_for(self.members[name], token, by=self.zana, uow=self.uow, now=at(on))
        await join(token, person=person, uow=self.uow, now=at(on))

    async def leaves(self, name: str, on: date) -> None:
        await go(self.members[name], person=self.persons[name], uow=self.uow, now=at(on))

    async def consults(self, title: str, on: date, until: date | None, **more: object) -> ConsultationId:
        terms = Terms(title, notice_date=on, deadline=until, **({"register_url": REGISTER} | more))
        return await self.uow.consultations.add(self.institution, terms, stage=Stage.OPEN, publish_at=at(on))

    async def meets(self, about: ConsultationId, on: date, hour: int = 17) -> MeetingId:
        return await self.uow.meetings.add(about, Venue(at(on, hour), "Salla"))

    async def came(self, meeting: MeetingId, *organisations: str) -> None:
        lines = [NewPresent(Actor.CIVIL_SOCIETY, listing=Listing("", each)) for each in organisations]
        await self.uow.presence.add(meeting, lines)

    async def says(
        self,
        about: ConsultationId,
        on: date,
        *,
        by: str = "",
        name: str | None = None,
        channel: CommentChannel = CommentChannel.BOT,
        capacity: Capacity = Capacity.ORGANISATION,
    ) -> CommentId:
        """A comment, with a name if there is one."""
        self.receipts += 1
        signature = Signature(capacity, name) if name is not None else ANONYMOUS
        said = NewComment(
            f"C-{self.institution}-{self.receipts:04}",
            about,
            self.persons[by] if by else None,
            Words("Më shumë autobusë."),
            signature,
            left_at=at(on),
            read_at=at(on),
            late=False,
            channel=channel,
        )
        return await self.uow.comments.add(said)

    async def answers(self, comment: CommentId, verdict: Verdict, on: date) -> None:
        assert await self.uow.comments.answer(comment, Answer(verdict, "Sepse.", at(on)), self.zana)

    async def rights(self, about: ConsultationId, on: date) -> dict[ForumRight, RightStanding]:
        found = await rights_for_officer(about, by=self.zana, uow=self.uow, now=at(on, 22))
        return {each.check.right: each for each in found}

    async def becomes(self, state: str, on: date, key: str) -> None:
        """A letter ends like this."""
        same = parcels.c.key == mark_of(key, VAULT)
        done = update(parcels).where(same).values(state=state, settled_at=at(on, 11))
        assert (await self.uow._connection.execute(done)).rowcount == 1  # type: ignore[attr-defined]


async def forum_at(house: House, uow: UnitOfWork, *, first: int = 100, other: str = "") -> Forum:
    """The forum of the house, or of another institution of the same place, before anybody belongs to it."""
    people = [await uow.addresses.person_at(7_000_000_001, chat) for chat in range(first, first + 12)]
    institution = house.institution
    if other:
        institution = await uow.admin.add_institution(other, municipality="Përmet", prefix=f"Q{first}")
    zana = people.pop()
    await uow.people.appoint(zana, institution, Role.ADMIN)
    return Forum(uow, institution, zana, people)


def bare(found: dict[ForumRight, RightStanding], right: ForumRight) -> tuple[date | None, date | None]:
    """By when it was due, and when it was met."""
    return found[right].check.due, found[right].check.done_on
