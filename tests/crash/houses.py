"""Prepared houses: a coordinator, citizens or none, and a consultation that has just been published."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.settings import Settings
from bot.setup import ensure_institution
from bot.wiring import open_database
from participation.clock import local_day, wall
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.ids import InstitutionId, PersonId
from participation.meetings.model import Venue
from participation.people.model import Followed, Group, Language, Role
from participation.people.usecases import settle_in
from participation.reports.model import Account
from participation.reports.usecases import report
from storage.keys import create_key_file
from storage.work import Work
from tests.crash.dial import Dial
from tests.crash.scene import House, group_in, populated
from tests.town import MIDSUMMER, PERMET

DAY = timedelta(days=1)
PLAN = Plan(
    Terms(
        title="Plani Social 2024–2027",
        purpose="Bashkia vendos për shërbimet sociale të katër viteve.",
        deadline=date(2023, 8, 18),
        email="konsultime@permet.example",
        register_url="https://register.example/109",
        laws=("146/2014",),
    ),
    (Venue(starts_at=wall(date(2023, 7, 25), time(11)), place="Salla e Këshillit Bashkiak"),),
)


async def build(
    folder: Path,
    *,
    citizens: int,
    followers: bool,
    plan: Plan = PLAN,
    at: datetime | None = None,
    url: str = "",
    spoken: bool = False,
) -> House:
    """A house in a new folder; its followers hear of the consultation as soon as it is out and somebody is at work.

    Where it comes out later, at a moment, they have asked to be reminded of it. Where a report is to be `spoken` of,
    the officers have a group, and somebody has just sent an urgent one.
    """
    key = folder / "bashke.key"
    create_key_file(key)
    settings = Settings(_env_file=None, database_url=url or f"sqlite:///{folder / 'bashke.sqlite3'}", key_file=key)
    with Dial(folder / "dial", MIDSUMMER) as dial:
        world, [era, *others] = populated(dial, citizens)
    async with open_database(settings) as database:
        institution = await ensure_institution(PERMET, database)
        async with database.transaction() as work:
            officer = await work.addresses.person_at(world.bot().id, era.id)
            await work.people.set_language(officer, Language.EN)
            await work.people.appoint(officer, institution, Role.COORDINATOR)
            chats = {int(officer): era.id}
            for other in others if followers else ():
                chats[await _settle(world.bot().id, other.id, institution, work)] = other.id
            told = {"institution": institution, "by": officer, "overridden": (), "uow": work}
            number = await publish(plan, at=at, now=MIDSUMMER - DAY, **told)
            for person in list(chats)[1:] if at else ():
                await work.people.follow(PersonId(person), Followed.CONSULTATION, number, local_day(MIDSUMMER - DAY))
            if spoken:
                group = group_in(world).id
                chats[await _spoken_of(group, world.bot().id, institution, PersonId(list(chats)[-1]), work)] = group
    return House(folder, citizens, chats)


async def _settle(bot: int, chat: int, institution: InstitutionId, work: Work) -> PersonId:
    person = await work.addresses.person_at(bot, chat)
    await work.people.set_language(person, Language.EN)
    home = (await work.places.institution(institution)).municipality
    assert home is not None
    await settle_in(person, municipality=home, unit=None, uow=work, now=MIDSUMMER)
    return person


async def _spoken_of(group: int, bot: int, institution: InstitutionId, by: PersonId, work: Work) -> PersonId:
    """A group of the officers, which is to hear of a report now."""
    recipient = await work.addresses.person_at(bot, group)
    await work.people.set_language(recipient, Language.SQ)
    await work.groups.put(Group(institution, recipient, told=True))
    await report(Account("weapons", "Armë pas palestrës."), to=institution, by=by, uow=work, now=MIDSUMMER)
    return recipient
