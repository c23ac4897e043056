"""What people can do on the stage, and how the story looks at their phones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from string import Formatter

from bot.demo.account import Account
from bot.demo.cast import Cast
from bot.demo.plot import Plot
from bot.demo.show import Show
from bot.demo.stage import Stage
from locales.texts import Texts
from participation.clock import local_day, wall
from participation.digests.usecases import begins_week
from simulator.messages import Message
from simulator.people import Person

GROUP = 100
DAY = timedelta(days=1)
BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
DIGEST_IS_THERE = time(9, 30)
PROPS = Path(__file__).parent / "props"
"""A voice, a picture and a paper that people send, so that they can be heard and seen; all made for the demo."""

Act = Callable[[Person], object]


def prop(name: str) -> bytes:
    """Something that people send."""
    return (PROPS / name).read_bytes()


def with_blanks(texts: Texts, sentence: str) -> str:
    """The sentence in a language, with a sign where something will be filled in."""
    blanks = (name for _, name, _, _ in Formatter().parse(sentence) if name)
    return texts.t(sentence, **dict.fromkeys(blanks, BLANK))


@dataclass
class Play:
    """The stage with its people, and what the story keeps in mind from scene to scene."""

    stage: Stage
    cast: Cast
    plot: Plot
    show: Show
    account: Account = field(default_factory=Account)
    meeting: datetime | None = None
    """When the first meeting is, as far as people know."""
    comers: list[Person] = field(default_factory=list)
    """Who said that they will come."""
    reminded: list[Person] = field(default_factory=list)
    """Who asked to be reminded."""
    owed: bool = False
    """Comments wait for an answer, so the first working morning of every week has its digest."""
    fresh: bool = False
    """Something has come in, so the next working morning has its digest."""
    reports: list[str] = field(default_factory=list)
    """The numbers of the safety reports, in the order in which they came."""

    def texts(self, person: Person) -> Texts:
        """The sentences in the language this person reads."""
        return self.cast.texts(person)

    # what people do

    async def act(self, person: Person, act: Act) -> Message:
        """Do something, let all happen, and look at the phone."""
        act(person)
        await self.stage.settle()
        return self.stage.heard(person)

    async def press(self, person: Person, sentence: str) -> Message:
        """Press the button with this sentence in the language the person reads."""
        return await self.press_label(person, self.texts(person).t(sentence))

    async def press_label(self, person: Person, label: str) -> Message:
        """Press the button with this label, or part of it."""
        return await self.act(person, lambda who: who.presses(label))

    async def press_first(self, person: Person) -> Message:
        """Press the first button of the newest message."""
        return await self.press_label(person, self.stage.heard(person).labels[0])

    async def write(self, person: Person, words: str) -> Message:
        """Write something."""
        return await self.act(person, lambda who: who.says(self.stage.bot, words))

    async def all_do(self, people: Sequence[Person], *acts: Act, what: str) -> None:
        """Many people do the same, one act after the other, a group within a moment."""
        done = 0
        async with self.show.bar(what, lambda: done // len(acts), len(people)):
            for start in range(0, len(people), GROUP):
                group = people[start : start + GROUP]
                for act in acts:
                    for person in group:
                        act(person)
                    await self.stage.settle()
                    done += len(group)

    def offers(self, person: Person, sentence: str) -> bool:
        """Whether the newest message has a button with this sentence."""
        label = self.texts(person).t(sentence)
        return any(label in shown for shown in self.stage.heard(person).labels)

    # time

    def now(self) -> datetime:
        """The world's moment."""
        return self.stage.clock.now()

    async def until(self, moment: datetime) -> None:
        """Let days go by, each with its morning, when the digest is there."""
        start = local_day(self.now())
        days = (local_day(moment) - start).days
        self._expect_digests(moment)
        async with self.show.bar("days go by", lambda: (local_day(self.now()) - start).days, days):
            for day in range(days + 1):
                morning = wall(start + day * DAY, DIGEST_IS_THERE)
                await self.stage.until(min(morning, moment), step=DAY)
            await self.stage.until(moment, step=DAY)

    def _expect_digests(self, moment: datetime) -> None:
        day, drita, calendar = local_day(self.now()), self.cast.drita, self.plot.calendar
        while day <= local_day(moment):
            if self.now() < wall(day, DIGEST_IS_THERE) <= moment and calendar.is_working(day):
                if self.fresh or (self.owed and begins_week(day, calendar)):
                    texts = self.texts(drita)
                    self.account.expect([drita], texts.t("Your summary, {day}", day=texts.day(day)))
                self.fresh = False
            day += DAY

    # what the story shows

    def scene(self, words: str) -> None:
        """Say what happens now."""
        self.show.scene(self.now(), words)

    def look_there(self, topic: str = "") -> None:
        """Show the newest message in the officers' group, or in a topic of it."""
        office = self.cast.office
        said = office.in_topic(office.thread(topic)) if topic else office.messages
        self.show.phone(office, [message for message in said if message.direction == "out"][-1])

    def expect_report(self, *, topic: bool = True) -> None:
        """The next report has this number, and gets a topic with it in the officers' group, once."""
        self.reports.append(f"{self.plot.institution.prefix}-S-{self.now():%Y}-{len(self.reports) + 1:04}")
        if topic:
            self.account.expect_there(self.cast.office, f"{self.reports[-1]}: ")

    def look(self, person: Person) -> None:
        """Show this phone's newest message."""
        self.show.phone(person, self.stage.heard(person))

    def heard_by(self, person: Person) -> int:
        """How many messages of the bot this phone has."""
        return len(self._heard(person))

    def look_since(self, person: Person, before: int) -> None:
        """Show everything that came to this phone since it had so many messages."""
        for message in self._heard(person)[before:]:
            self.show.phone(person, message)

    def _heard(self, person: Person) -> list[Message]:
        return [message for message in person.chat().messages if message.direction == "out"]

    def expect(self, people: Sequence[Person], sentence: str) -> None:
        """Each of these must get one letter with this sentence in their language, whatever fills its blanks."""
        for person in people:
            self.account.expect([person], *filter(None, with_blanks(self.texts(person), sentence).split(BLANK)))
