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
    decline,
    end_call,
    go,
    join,
    link_for,
    name_forum,
)
from participation.forum.membership import MemberCard
from participation.forum.model import ForumRight, ProofTopic, Wording
from participation.forum.rights import RightStanding, rights_for_officer
from participation.forum.telling import key_of, mark_emailed, tell_forum
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


INFORMED, INVITED, HEARD, TOOK_PART = ForumRight
FOUNDED = date(2025, 1, 13)
NOTICE, DUE, LAST = date(2025, 9, 22), date(2025, 10, 3), date(2025, 10, 31)
"""From the third to the last of October there are 20 working days."""
FIRST_MEETING, INVITED_BY, LAST_MEETING = date(2025, 10, 29), date(2025, 10, 1), date(2025, 11, 5)
LATER, EARLY = date(2025, 12, 15), date(2025, 10, 3)


def day(number: int, month: int = 10, year: int = 2025) -> date:
    return date(year, month, number)


async def forum_in(uow, house: House) -> Forum:
    """Alfa and Epsi are reached in Telegram, Beta by e-mail; Gama took the application back, Zeta was not taken."""
    forum = await forum_at(house, uow)
    await forum.founded(FOUNDED)
    for name in ("Alfa", "Epsi"):
        await forum.joins(name, FOUNDED)
    await forum.by_hand("Beta", FOUNDED, "beta@example.al")
    await forum.applies("Gama", FOUNDED)
    await forum.leaves("Gama", FOUNDED)
    zeta = await forum.applies("Zeta", FOUNDED)
    await decline(zeta, "S'ka vend.", WORDS, by=forum.zana, uow=uow, now=at(FOUNDED))
    return forum


async def tell(forum: Forum, about, on: date, meeting=None, hour: int = 10) -> int:
    given = {"by": forum.zana, "uow": forum.uow, "now": at(on, hour)}
    return await tell_forum(about, WORDS, meeting=meeting, **given)


async def write(forum: Forum, about, name: str, on: date, meeting=None) -> bool:
    given = {"by": forum.zana, "uow": forum.uow, "now": at(on)}
    return await mark_emailed(about, forum.members[name], WORDS["sq"], meeting=meeting, **given)


async def ended(forum: Forum, about, name: str, state: str, on: date, meeting=None) -> None:
    await forum.becomes(state, on, key_of(topic(meeting), forum.members[name], about, meeting))


def topic(meeting) -> ProofTopic:
    return ProofTopic.INVITED if meeting else ProofTopic.INFORMED
