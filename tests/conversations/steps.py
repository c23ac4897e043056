"""What several stories have in common: ways through a dialog, and looks behind the scenes."""

import sqlite3
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from bot.taps import ONE_WISH
from participation.clock import local_day, wall
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.meetings.model import Venue
from participation.people.model import Role
from participation.people.usecases import send_away
from simulator.messages import Message
from simulator.people import Person
from tests.town import Town

RECEIPT: Final = "PR-S-2023-0001"
"""The number of the first report."""


async def tell(
    town: Town, person: Person, words: str = "Cars race past the school.", about: str = "Traffic"
) -> Message:
    """Report up to the question where it is."""
    await town.say(person, "/raporto")
    await town.press(person, "No")
    await town.press(person, about)
    return await town.say(person, words)


async def report(
    town: Town, person: Person, words: str = "Cars race past the school.", about: str = "Traffic"
) -> Message:
    """A whole report without a place; the receipt."""
    await tell(town, person, words, about)
    await town.press(person, "Skip")
    return await town.press(person, "Send")


async def named_report(town: Town, person: Person, name: str, about: str = "Traffic") -> Message:
    """A whole report with a name; the receipt."""
    await tell(town, person, about=about)
    await town.press(person, "Skip")
    await town.press(person, "Add a name")
    await town.press(person, "My real name")
    await town.say(person, name)
    return await town.press(person, "Send")


async def comment(town: Town, person: Person, words: str, on: str = "Plani Social") -> Message:
    """A whole comment without a name; the receipt."""
    await town.say(person, "/hapur")
    await town.press(person, on)
    await town.press(person, "Comment")
    await town.say(person, words)
    await town.press(person, "Without a name")
    return await town.press(person, "Send")


async def publish_despite(town: Town, officer: Person, label: str = "Publish despite") -> Message:
    """Press the button, and say why where the law wants what is missing."""
    asked = sum("The law wants this" in text for text in town.seen(officer))
    shown = await town.press(officer, label)
    if sum("The law wants this" in text for text in town.seen(officer)) > asked:
        shown = await town.say(officer, "It was decided so.")
    return shown


async def opened(square: Any, receipt: str = RECEIPT, who: Person | None = None) -> Message:
    """A report as an officer sees it: the coordinator, if nobody else is named."""
    officer = who or square.zana
    await square.town.say(officer, "/zyra")
    await square.town.press(officer, "Safety reports")
    shown: Message = await square.town.press(officer, receipt)
    return shown


async def own(square: Any, receipt: str = RECEIPT, who: Person | None = None) -> Message:
    """The report as its sender sees it."""
    sender = who or square.ana
    await square.town.say(sender, "/te_miat")
    shown: Message = await square.town.press(sender, receipt)
    return shown


async def forged(square: Any, officer: Person, data: str) -> str:
    """A button that may stand on no screen any more, pressed too late to be the same tap."""
    square.town.clock.move(ONE_WISH)
    officer.presses_data(square.town.bot, data)
    await square.town.settle()
    return str(square.town.heard(officer).text)


def raw(folder: Path) -> bytes:
    """Everything the database keeps on the disk, as a thief would read it."""
    return b"".join(file.read_bytes() for file in folder.glob("bashke.sqlite3*"))


def rows(folder: Path, table: str) -> list[tuple[object, ...]]:
    """What stands in a table."""
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def texts_since(town: Town, person: Person, before: int) -> str:
    """What the person has read since they had so many messages."""
    return "\n".join(town.seen(person)[before:])


def numbers(folder: Path, question: str) -> list[int]:
    """What the database answers to a question, in its first column."""
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as connection:
        return [number for (number,) in connection.execute(question)]


async def schedule(town: Town, officer: Person, title: str, at: datetime) -> None:
    """Have something announced at a moment that is still to come."""
    terms = Terms(title, deadline=local_day(at) + timedelta(days=40), email="konsultime@permet.example")
    plan = Plan(terms, (Venue(wall(local_day(at) + timedelta(days=9), time(11)), "Bashkia"),))
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, officer.id)
        await publish(plan, institution=town.institution, by=by, at=at, overridden=(), uow=unit, now=town.clock.now())


async def loses_office(town: Town, officer: Person, role: Role | None = None) -> None:
    """Somebody is sent away, by whoever runs the bot."""
    async with town.service.database.transaction() as work:
        person = await work.addresses.find(town.bot.id, officer.id)
        await send_away(person, institution=town.institution, role=role, uow=work, now=town.clock.now())
    await town.settle()
