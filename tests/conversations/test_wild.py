"""Whatever two citizens, two coordinators, time and the power supply do: what must never happen does not.

A machine (hypothesis) draws what somebody does next, through the real intake, and looks at the phones, the tables, the
log and the bytes of the files after each deed.
"""

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar, Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from participation.dockets import Docket
from participation.ids import InstitutionId, ReportId
from participation.people.model import Role
from participation.people.usecases import send_away
from participation.reports.life import AFTER, State
from simulator.messages import Message
from simulator.people import Person
from storage.desks.reports import Reports
from storage.tables import audit, inbox
from storage.work import Work
from tests.conversations.conftest import Album, lively
from tests.conversations.steps import raw
from tests.conversations.test_group import link
from tests.town import open_town

CITIZENS: Final = ("Ylberina", "Xhemal")
OFFICERS: Final = ("Zana", "Fatbardha")
ODD: Final = ("photo", "voice", "document", "sticker", "location", "video", "edit")
COMMANDS: Final = ("/raporto", "/te_miat", "/anulo", "/menu", "/fshij", "/hapur", "/ndal")
DESK: Final = ("/zyra", "/anulo", "/menu")
KINDS: Final = ("Violence or threats", "Traffic or parking", "Noise", "Weapons")
ANSWERS: Final = ("Write more", "Yes, it is solved", "Only in part", "No, look at it again", "Cut the thread to me")
GIVE: Final = "Give to a colleague"
JOIN: Final = "Join to another"
PART: Final = "Deal with it by itself"
KNOWN: Final = "Tell citizens it is known"
SAME: Final = "It concerns me too"
ACTS: Final = (
    *("Take it in hand", "Ask the sender", "Write a note", "Pass it on", "Something was done", "Close it", GIVE),
)
TOGETHER: Final = (JOIN, PART, KNOWN)
VIEWS: Final = ("New ones", "Mine", "Nobody's", "Open ones", "Closed or joined")
BACK: Final = "Back to the usual ones"
CHANGES: Final = (
    *(
        "Show no help lines",
        "Show the help lines",
        "Make it",
        "Time to read",
        "To whom it is passed on",
        "Up",
        "Delete it",
    ),
    BACK,
)
COLLEAGUES: Final = ("administrator, since", "coordinator, since")
STEPS: Final = ("name ask", "name agree", "name look")
MADE_UP: Final = "A made-up name"
NAMES: Final = (MADE_UP, "My real name")
LATER: Final = (*NAMES, MADE_UP, "Take the name away")
SEEN: Final = "Made-up name of the sender: “"
ALONE: Final = "Only for the protection contact"
GUARDED: Final = re.compile(r"PR-S-2023-[5-9]\d{5}")
IN_GROUP: Final = ("write", "hide", "delete", "close", "rights", "press", "press")
ANSWERS_FOR_NAMES: Final = ("Agree", "Agree", "Decline")
who = st.integers(0, 1)
pick = st.integers(0, 9)
move = Reports.move


class Faults(logging.Handler):
    """Every exception that is written down."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.found.append(f"{record.getMessage()}: {record.exc_info[1]!r}")


async def checked_move(desk: Reports, report: ReportId, state: State, **given: Any) -> None:
    """As the desk does it, where the table of states allows it."""
    before = (await desk.get(report)).state
    assert state is before or state in AFTER[before].values(), (before, state)
    Wild.reached[state.value] += 1
    await move(desk, report, state, **given)


class Wild(RuleBasedStateMachine):
    """A town in which anything is done."""

    reached: ClassVar[Counter[str]] = Counter()
    """How often a life came to something, in all lives: what nobody comes to is not tried."""
    turn: ClassVar[int] = 0

    def __init__(self, album: Album, factory: pytest.TempPathFactory) -> None:
        super().__init__()
        self.album, self.folder = album, factory.mktemp("wild")
        self.runner, self.stack, self.faults = asyncio.Runner(), AsyncExitStack(), Faults()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(Reports, "move", checked_move)
        self.said: dict[str, int] = {}
        """What citizens have said, and who."""
        self.notes: list[str] = []
        self.names: dict[str, str] = {}
        """Names that were given, each with the number of its report."""
        self.called: dict[str, str] = {}
        """Names that were made up, as well."""
        self.off: set[str] = set()
        """Those that were taken off again, or replaced."""
        self.silent: set[int] = set()
        self.cut: list[str] = []
        self.asked_by: int | None = None
        self.before: dict[int, int] = {}
        logging.getLogger().addHandler(self.faults)

    def do(self, deed: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(deed)

    @initialize()
    def begin(self) -> None:
        self.do(self._begin())

    async def _begin(self) -> None:
        self.town, (_, zana) = await self.stack.enter_async_context(self.album.opened("lively", lively, self.folder))
        self.officers = [zana, await self.town.officer(OFFICERS[1], role=Role.COORDINATOR)]
        self.citizens = [await self.town.citizen(name, language="English") for name in CITIZENS]
        for citizen in self.citizens:
            citizen.username = f"{citizen.first_name.lower()}_{citizen.id}"
            await self._report(citizen, "Noise", "My real name")

    def teardown(self) -> None:
        logging.getLogger().removeHandler(self.faults)
        self.do(self.stack.aclose())
        self.runner.close()
        self.patch.undo()

    def word(self, by: Person) -> str:
        """A word of a citizen that nobody has said before."""
        said = f"fshehur{len(self.said):03}"
        self.said[said] = by.id
        return said

    def note(self) -> str:
        """A note of an officer that is like no other."""
        self.notes.append(f"shënim{len(self.notes):03}")
        return self.notes[-1]

    def last(self, person: Person) -> Message:
        return self.town.heard(person)

    async def try_press(self, person: Person, *labels: str) -> bool:
        """Press the first of these that is there."""
        there = self.last(person).labels
        found = next((one for label in labels for one in there if one.startswith(label)), None)
        if found is not None:
            await self.town.press(person, found)
        return found is not None

    async def _noted(self, asked_by: int | None) -> None:
        """Remember which threads are cut, and what lies on the phones, before somebody does something."""
        self.asked_by = asked_by
        async with self.town.service.database.transaction() as work:
            known = await work.reports.of([Docket(self.town.institution)])
            self.cut = [
                (await work.reports.get(one)).receipt for one in known if await work.reports.sender(one) is None
            ]
            self.reached.update(action for action, _, _ in await self._deeds(work))
        self.reached.update(cut=len(self.cut), report=len(known))
        self.before = {one.id: len(self.town.seen(one)) for one in (*self.citizens, *self.officers)}

    async def _deeds(self, work: Work) -> list[tuple[str, str, str]]:
        """What the register says of names: what was done, about which report, by whom."""
        wanted = select(audit).where(audit.c.action.like("name %"))
        rows = (await work._connection.execute(wanted)).mappings().all()
        opened = work.chain._vault.open_text
        return [(row["action"], row["subject"], opened("audit", row["person"], row["subject"])) for row in rows]

    @rule(who=who, kind=st.sampled_from(KINDS), named=st.sampled_from((None, *NAMES)), young=st.booleans())
    def report(self, who: int, kind: str, named: str | None, young: bool) -> None:
        self.do(self._report(self.citizens[who], kind, named, young=young))

    async def _report(self, citizen: Person, kind: str, named: str | None, *, young: bool = False) -> None:
        await self._noted(citizen.id)
        if citizen.id in self.silent:
            return
        await self.town.say(citizen, "/raporto")
        self.reached["under 16"] += young and await self.try_press(citizen, "I am under 16")
        if "No" in self.last(citizen).labels:  # not the first kind that begins so
            await self.town.press(citizen, "No")
        self.reached[kind] += await self.try_press(citizen, kind)
        if await self.try_press(citizen, SAME):
            self.reached[SAME] += "Your number" in self.last(citizen).text
            return
        await self.town.say(citizen, self.word(citizen))
        await self.try_press(citizen, "Skip")
        name = self._new_name()
        signed = named is not None and await self.try_press(citizen, "Add a name")
        if signed:
            await self.try_press(citizen, str(named))
            await self.town.say(citizen, name)
        if await self.try_press(citizen, "Send") and signed:
            # Beneath the receipt there may be the question what was kept before is for.
            shown = next(text for text in reversed(self.town.seen(citizen)) if "Your number: " in text)
            receipt = (shown + "\n").partition("Your number: ")[2].partition("\n")[0]
            (self.called if named == MADE_UP else self.names)[name] = receipt

    def _new_name(self) -> str:
        return f"Emërfshehur{len(self.names) + len(self.called):03}"

    @rule(who=who, which=pick, what=st.sampled_from(LATER))
    def introduce(self, who: int, which: int, what: str) -> None:
        """Somebody says later who they are, or takes it back."""
        self.do(self._introduce(self.citizens[who], which, what))

    async def _introduce(self, citizen: Person, which: int, what: str) -> None:
        await self._noted(citizen.id)
        if citizen.id in self.silent:
            return
        await self.town.say(citizen, "/te_miat")
        own = [label for label in self.last(citizen).labels if label.startswith("PR-S-")]
        if not own:
            return
        receipt = own[which % len(own)]
        await self.town.press(citizen, receipt)
        await self.try_press(citizen, "Say who I am")
        name, known = self._new_name(), [one for one, of in (self.names | self.called).items() if of == receipt]
        if not await self.try_press(citizen, what):
            return
        if what in NAMES:
            (self.called if what == MADE_UP else self.names)[name] = receipt
            await self.town.say(citizen, name)
            assert await self.try_press(citizen, "Confirm")
        self.off.update(known)
        self.reached[what] += 1

    @rule(who=who, kind=st.sampled_from(KINDS), change=st.sampled_from(CHANGES))
    def sort(self, who: int, kind: str, change: str) -> None:
        """An officer changes a category, or goes back to the usual ones: amid what others are just telling."""
        self.do(self._sort(self.officers[who], kind, change))

    async def _sort(self, officer: Person, kind: str, change: str) -> None:
        await self._noted(None)
        await self.town.say(officer, "/zyra")
        if not await self.try_press(officer, "Categories of reports"):
            return
        if change != BACK and not await self.try_press(officer, kind):
            return
        if await self.try_press(officer, change):
            self.reached[change] += 1
            await self.try_press(officer, "Yes, delete it", "Yes, back", "4 hours", "Prosecution")

    @rule(who=who, first=pick, answer=st.sampled_from(ANSWERS_FOR_NAMES), looks=st.booleans())
    def unveil(self, who: int, first: int, answer: str, looks: bool) -> None:
        """One asks for a name, another one answers, and perhaps they look."""
        self.do(self._unveil(self.officers[who], self.officers[1 - who], first, answer, looks=looks))

    async def _unveil(self, asker: Person, second: Person, first: int, answer: str, *, looks: bool) -> None:
        await self._noted(None)
        if await self._open(asker, first) and await self.try_press(asker, "Ask to see the name"):
            await self.town.say(asker, self.word(asker))
            await self.try_press(asker, "Confirm")
        if await self._open(second, first) and await self.try_press(second, "Why a colleague asks for the name"):
            await self.try_press(second, answer)
        if looks and await self._open(asker, first):
            await self.try_press(asker, "Show the name")

    async def _open(self, officer: Person, first: int) -> bool:
        """Open a report at the desk, if there is one."""
        await self.town.say(officer, "/zyra")
        if not await self.try_press(officer, "Safety reports"):
            return False
        if first >= len(VIEWS):
            await self._narrow(officer, VIEWS[first % len(VIEWS)], ("By category", "By area")[first % 2])
        listed = [label for label in self.last(officer).labels if "PR-S-" in label]
        if not listed:
            return False
        # By its number, for what is new to one of them is not to the other.
        receipts = sorted(re.findall(r"PR-S-\d+-\d+", " ".join(listed)))
        await self.town.press(officer, receipts[first % len(receipts)])
        return True

    @rule(who=who, act=st.sampled_from(ACTS), first=pick)
    def work(self, who: int, act: str, first: int) -> None:
        self.do(self._work(self.officers[who], act, first))

    async def _work(self, officer: Person, act: str, first: int) -> None:
        await self._noted(None)
        if not await self._open(officer, first) or not await self.try_press(officer, act):
            return
        for _ in range(6):
            if not await self.try_press(officer, "State Police", "Solved", "Skip", *COLLEAGUES):
                break
        if act in {"Write a note", "Ask the sender", "Something was done"}:
            words = self.note() if act == "Write a note" else "Faleminderit, a mund të thoni më shumë?"
            await self.town.say(officer, words)
        if act == KNOWN:
            await self.town.say(officer, "Zhurma te sheshi dihet.")
        if act == JOIN:
            await self._lead(officer)
        self.reached[PART] += act == PART
        if await self.try_press(officer, "Confirm"):
            self.reached[act] += 1
            if act == GIVE:
                await self._look_at(next(one for one in self.officers if one is not officer), "Mine")
            if act == "Close it":
                await self._look_at(officer, "Closed or joined")

    async def _lead(self, officer: Person) -> None:
        """Choose which report leads: one that is offered, or any by its number."""
        offered = [label for label in self.last(officer).labels if "PR-S-" in label]
        for said in (*offered[:1], *"123456"):
            if "Confirm" not in self.last(officer).labels:
                await (self.town.press(officer, said) if said in offered else self.town.say(officer, said))

    async def _look_at(self, officer: Person, view: str) -> None:
        """Who was given one finds it among theirs, and what is closed is among the closed ones."""
        await self.town.say(officer, "/zyra")
        await self.try_press(officer, "Safety reports")
        self.reached[view] += await self.try_press(officer, view)

    async def _narrow(self, officer: Person, view: str, by: str) -> None:
        """Look at a part of the list, and of that at one category or area."""
        self.reached[view] += await self.try_press(officer, view)
        if await self.try_press(officer, by):
            self.reached[by] += 1
            found = next(label for label in self.last(officer).labels if label.endswith(")"))
            await self.town.press(officer, found)
            assert "PR-S-" in str(self.last(officer).labels), "what is counted is there"

    @rule(who=who, act=st.sampled_from(ACTS), first=pick)
    def work_on(self, who: int, act: str, first: int) -> None:
        """Once more, so that it is drawn more often."""
        self.do(self._work(self.officers[who], act, first))

    @rule(who=who, first=pick, part=st.booleans())
    def join(self, who: int, first: int, part: bool) -> None:
        """Reports are joined, and one is parted from the other again."""
        self.do(self._join(self.officers[who], first, part=part))

    async def _join(self, officer: Person, first: int, *, part: bool) -> None:
        first %= len(VIEWS)  # in the whole list
        await self._noted(None)
        for place in range(3):  # what nobody has read can neither lead nor be joined
            await self._open(officer, (first + place) % len(VIEWS))
        await self._work(officer, JOIN, first)
        if part:
            await self._work(officer, PART, first)

    @rule(who=who, first=pick)
    def seldom(self, who: int, first: int) -> None:
        """What is drawn too seldom among so much else, one after the other in all lives."""
        officer, citizen, first = self.officers[0], self.citizens[who], first % len(VIEWS)
        Wild.turn += 1
        rare: tuple[Callable[[], Coroutine[Any, Any, Any]], ...] = (
            *(partial(self._report, citizen, kind, None, young=who == 1) for kind in KINDS),
            *(partial(self._open_in, officer, view) for view in VIEWS),
            *(partial(self._sort, officer, "Traffic", change) for change in CHANGES),
            *(partial(self._work, officer, act, first) for act in ("Something was done", "Pass it on", GIVE)),
            *(partial(self._introduce, citizen, first, what) for what in LATER),
            partial(self._report, citizen, "Noise", "My real name"),
            partial(self._report, citizen, "Traffic or parking", MADE_UP),
        )
        self.do(rare[Wild.turn % len(rare)]())

    async def _open_in(self, officer: Person, view: str) -> None:
        await self._noted(None)
        await self._look_at(officer, view)

    @rule(who=who, first=pick)
    def tell_all(self, who: int, first: int) -> None:
        """Citizens are told of a report, and one says that it concerns them too."""
        self.do(self._tell_all(first))
        self.do(self._report(self.citizens[who], "Noise", None))

    async def _tell_all(self, first: int) -> None:
        for place in range(4):
            before = self.reached[KNOWN]
            await self._work(self.officers[0], KNOWN, (first + place) % len(VIEWS))
            if self.reached[KNOWN] > before:
                return

    @rule(who=who, first=pick, answer=st.sampled_from(ANSWERS[1:4]))
    def close(self, who: int, first: int, answer: str) -> None:
        """It is closed, and somebody says whether it is solved: mostly of another report."""
        self.do(self._work(self.officers[0], "Close it", first))
        self.do(self._answer(self.citizens[who], answer))

    @rule(who=who, label=st.sampled_from(ANSWERS))
    def answer(self, who: int, label: str) -> None:
        self.do(self._answer(self.citizens[who], label))

    async def _answer(self, citizen: Person, label: str) -> None:
        await self._noted(citizen.id)
        if citizen.id in self.silent:
            return
        await self.town.say(citizen, "/te_miat")
        await self.try_press(citizen, "PR-S-")
        if not await self.try_press(citizen, label):
            return
        if label.startswith("Cut"):
            await self.try_press(citizen, "Yes, cut it")
        if label == "Write more":
            await self.town.say(citizen, self.word(citizen))
            await self.try_press(citizen, "Send")

    @rule(officer=st.booleans(), who=who, which=pick, back=st.integers(0, 3))
    def press(self, officer: bool, who: int, which: int, back: int) -> None:
        person = (self.officers if officer else self.citizens)[who]
        self.do(self._press(person, which, back))

    async def _press(self, person: Person, which: int, back: int) -> None:
        """Any button, also of an old message."""
        await self._noted(person.id)
        shown = [one for one in person.chat(self.town.bot).messages if one.direction == "out" and one.labels]
        if person.id in self.silent or not shown:
            return
        message = shown[-1 - back % len(shown)]
        person.presses(message.labels[which % len(message.labels)], message=message)
        await self.town.settle()

    @rule(officer=st.booleans(), who=who, words=st.none() | st.sampled_from(COMMANDS))
    def say(self, officer: bool, who: int, words: str | None) -> None:
        person = (self.officers if officer else self.citizens)[who]
        self.do(self._say(person, words, officer=officer))

    async def _say(self, person: Person, words: str | None, *, officer: bool) -> None:
        await self._noted(person.id)
        if person.id in self.silent:
            return
        if officer:
            words = "Faleminderit." if words is None else DESK[len(words) % len(DESK)]
        before = len(self.town.seen(person))
        await self.town.say(person, words or self.word(person))
        assert len(self.town.seen(person)) > before, "whoever says something is answered"

    @rule(who=who, kind=st.sampled_from(ODD))
    def send(self, who: int, kind: str) -> None:
        self.do(self._send(self.citizens[who], kind))

    async def _send(self, citizen: Person, kind: str) -> None:
        await self._noted(citizen.id)
        if citizen.id in self.silent:
            return
        bot = self.town.bot
        match kind:
            case "photo":
                citizen.sends_photo(bot, caption=self.word(citizen))
            case "voice":
                citizen.sends_voice(bot)
            case "document":
                citizen.sends_document(bot, "foto.jpg", b"no picture")
            case "sticker":
                citizen.sends_sticker(bot)
            case "location":
                citizen.sends_location(bot, 40.2345, 20.3512)
            case "video":
                citizen.sends_video(bot)
            case _:
                said = [one for one in citizen.chat(bot).messages if one.direction == "in" and one.kind == "text"]
                citizen.edits(said[-1], self.word(citizen))
        await self.town.settle()

    @rule(hours=st.sampled_from((1, 24, 24 * 15)))
    def wait(self, hours: int) -> None:
        async def pass_time() -> None:
            await self._noted(None)
            await self.town.pass_time(timedelta(hours=hours), timedelta(hours=min(hours, 12)))

        self.do(pass_time())

    @rule(who=who)
    def block(self, who: int) -> None:
        """The phone is switched off for us, and on again."""
        citizen = self.citizens[who]

        async def turn() -> None:
            await self._noted(citizen.id)
            if citizen.id in self.silent:
                citizen.unblocks(self.town.bot)
                self.silent.discard(citizen.id)
            else:
                citizen.blocks(self.town.bot)
                self.silent.add(citizen.id)
            await self.town.settle()

        self.do(turn())

    @rule()
    def restart(self) -> None:
        """The power goes, and comes back."""
        self.do(self._restart())

    async def _restart(self) -> None:
        await self._noted(None)
        world, clock = self.town.world, self.town.clock
        await self.stack.aclose()
        self.stack = AsyncExitStack()
        self.town = await self.stack.enter_async_context(open_town(self.folder, clock=clock, world=world))
        await self.town.settle()

    @rule()
    def dismiss(self) -> None:
        """The second coordinator loses the office, or has it again: in the middle of whatever they do."""
        self.do(self._dismiss())

    async def _dismiss(self) -> None:
        await self._lose_or_take(self.officers[1], Role.COORDINATOR)

    async def _lose_or_take(self, officer: Person, role: Role) -> None:
        await self._noted(None)
        town, place = self.town, InstitutionId(self.town.institution)
        async with town.service.database.transaction() as work:
            person = await work.addresses.find(town.bot.id, officer.id)
            assert person is not None
            if any(office.institution == place for office in await work.people.offices(person)):
                await send_away(person, institution=place, uow=work, now=town.clock.now())
            else:
                await work.people.appoint(person, place, role)

    @invariant()
    def nothing_went_wrong(self) -> None:
        assert self.faults.found == []
        assert self.do(self._parked()) == 0

    async def _parked(self) -> int:
        async with self.town.service.database.transaction() as work:
            wanted = select(func.count()).select_from(inbox).where(inbox.c.fault.is_not(None))
            return int((await work._connection.execute(wanted)).scalar_one())

    @invariant()
    def no_officer_learns_who_it_is(self) -> None:
        told = "\n".join("\n".join(self.town.seen(officer)) for officer in self.officers)
        of_them = [str(it) for one in self.citizens for it in (one.first_name, one.username, one.id)]
        assert [one for one in of_them if one in told] == []

    @invariant()
    def a_name_is_seen_by_two_who_agreed_on_it(self) -> None:
        deeds = self.do(self._known_deeds())
        for officer in self.officers:
            phone = "\n".join(self.town.seen(officer))
            fresh = "\n".join(self.town.seen(officer)[self.before.get(officer.id, 0) :])
            for name, receipt in self.names.items():
                if name in phone:
                    by = {what: {who for deed, of, who in deeds if (deed, of) == (what, receipt)} for what in STEPS}
                    assert by["name look"] <= by["name ask"] | by["name agree"]
                    assert by["name look"]
                    assert len(by["name ask"] | by["name agree"]) == 2
                assert not (receipt in self.cut or name in self.off) or name not in fresh

    @invariant()
    def a_made_up_name_is_read_with_its_report_and_nowhere_else(self) -> None:
        for officer in self.officers:
            phone = self.town.seen(officer)
            fresh = "\n".join(phone[self.before.get(officer.id, 0) :])
            for name, receipt in self.called.items():
                pages = [text for text in phone if name in text]
                self.reached["a made-up name"] += len(pages)
                assert [
                    text for text in pages if receipt not in text.partition("\n")[0] or SEEN + name not in text
                ] == []
                assert not (receipt in self.cut or name in self.off) or name not in fresh

    async def _known_deeds(self) -> list[tuple[str, str, str]]:
        async with self.town.service.database.transaction() as work:
            return await self._deeds(work)

    @invariant()
    def no_sender_reads_a_note_or_the_words_of_another(self) -> None:
        phones = ["\n".join(self.town.seen(citizen)) for citizen in self.citizens]
        assert [note for note in self.notes if any(note in phone for phone in phones)] == []
        for citizen, phone in zip(self.citizens, phones, strict=True):
            assert [word for word, by in self.said.items() if by != citizen.id and word in phone] == []

    @invariant()
    def what_was_cut_is_told_to_nobody(self) -> None:
        for citizen in self.citizens:
            if citizen.id != self.asked_by:
                fresh = "\n".join(self.town.seen(citizen)[self.before.get(citizen.id, 0) :])
                assert [receipt for receipt in self.cut if receipt in fresh] == []

    @invariant()
    def no_word_stands_in_the_files(self) -> None:
        kept = raw(self.folder)
        assert [word for word in (*self.said, *self.names, *self.called) if word.encode() in kept] == []
        assert [one for one in self.citizens if str(one.username).encode() in kept] == []


class WithGroup(Wild):
    """The same town, and its officers have a group, in which anything is done, too."""

    async def _begin(self) -> None:
        await super()._begin()
        self.group = self.town.world.group("Zyra", members=self.officers, forum=True)
        await link(self.town, self.officers[0], self.group)
        await self._report(self.citizens[0], "Weapons", named=None)

    @rule(who=who, which=pick, does=st.sampled_from(IN_GROUP))
    def in_group(self, who: int, which: int, does: str) -> None:
        self.do(self._in_group(which, does, who))

    @rule(who=who, which=pick, does=st.sampled_from(IN_GROUP))
    def in_group_again(self, who: int, which: int, does: str) -> None:
        """Once more, so that it is drawn more often."""
        self.do(self._in_group(which, does, who))

    async def _in_group(self, which: int, does: str, who: int) -> None:
        """Somebody does something in a topic of the officers' group."""
        await self._noted(None)
        group, bot, there = self.group, self.town.bot, [n for n, one in self.group.topics.items() if not one.deleted]
        if not there or group.status(bot.id) != "administrator":
            return
        thread, officer = there[which % len(there)], self.officers[who]
        if does == "write":
            group.says(officer, bot, self.note(), thread=thread)
        elif does == "hide":
            group.says_anonymously(bot, self.note(), thread=thread)
        elif does == "delete":
            group.drop_topic(thread)
        elif does == "close":
            group.closes_topic(officer, thread)
        elif does == "rights":
            group.limits(bot, *(("can_manage_topics",) if which % 2 else ()))
        else:
            cards = [one for one in group.in_topic(thread) if "Merre në dorë" in one.labels]
            if cards:
                officer.presses("Merre në dorë", bot, chat=group, message=cards[0])
        self.reached[f"group {does}"] += 1
        await self.town.settle()

    @invariant()
    def in_the_group_stands_nothing_that_a_sender_said(self) -> None:
        stands = "\n".join(one.text for one in self.group.history.values() if one.direction == "out")
        of_them = [str(it) for one in self.citizens for it in (one.first_name, one.username, one.id)]
        assert [one for one in (*self.said, *self.names, *of_them) if one in stands] == []


class WithContact(Wild):
    """The same town with a protection contact, who comes and goes: what is theirs alone nobody else reads."""

    async def _begin(self) -> None:
        await super()._begin()
        self.mira = await self.town.officer("Mira", role=Role.PROTECTION)
        self.officers.append(self.mira)
        self.theirs: set[str] = set()
        """Words that only the contact may read."""
        await self._report(self.citizens[0], "Violence", named=None)

    async def _report(self, citizen: Person, kind: str, named: str | None, *, young: bool = False) -> None:
        before = len(self.town.seen(citizen))
        await super()._report(citizen, kind, named, young=young)
        if GUARDED.search("\n".join(self.town.seen(citizen)[before:])):
            self.theirs.add(next(word for word, by in reversed(self.said.items()) if by == citizen.id))
            self.reached["guarded"] += 1

    @rule(who=who, named=st.sampled_from((None, *NAMES)), young=st.booleans())
    def need(self, who: int, named: str | None, young: bool) -> None:
        self.do(self._report(self.citizens[who], "Violence", named, young=young))

    @rule(act=st.sampled_from(ACTS), first=pick)
    def protect(self, act: str, first: int) -> None:
        self.do(self._protect(act, first))

    async def _protect(self, act: str, first: int) -> None:
        before = self.reached[act]
        await self._work(self.mira, act, first % len(VIEWS))
        self.reached["the contact does it"] += self.reached[act] > before

    @rule(who=who, first=pick)
    def give_away(self, who: int, first: int) -> None:
        """An officer sees that somebody is in need; all that was said in it is the contact's from then on."""
        self.do(self._give_away(self.officers[who], first % len(VIEWS)))

    async def _give_away(self, officer: Person, first: int) -> None:
        await self._noted(None)
        for place in range(len(VIEWS)):
            if await self._open(officer, (first + place) % len(VIEWS)) and await self.try_press(officer, ALONE):
                self.reached[ALONE] += await self.try_press(officer, "Confirm")
                return

    @rule()
    def come_or_go(self) -> None:
        self.do(self._lose_or_take(self.mira, Role.PROTECTION))

    @invariant()
    def what_is_the_contacts_alone_nobody_else_reads(self) -> None:
        for officer in self.officers[:2]:
            phone = "\n".join(self.town.seen(officer))
            assert not GUARDED.search(phone)
            assert self.theirs & set(re.findall(r"\w+", phone)) == set()

    @invariant()
    def the_contact_reads_nothing_else(self) -> None:
        phone = "\n".join(self.town.seen(self.mira))
        others = self.do(self._read_by_all())
        assert [receipt for receipt in others if receipt in phone] == []

    async def _read_by_all(self) -> list[str]:
        async with self.town.service.database.transaction() as work:
            there = await work.reports.of([Docket(self.town.institution)])
            return [(await work.reports.get(one)).receipt for one in there]


TOWN_LIFE = settings(
    max_examples=20,
    stateful_step_count=36,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
"""The same lives each time: a fault that comes and goes helps nobody. `make endurance` lives more of them."""


def live(album: Album, factory: pytest.TempPathFactory, how: settings) -> None:
    """Live, and see that the lives came to everything; what must not happen is asked after each deed."""
    run_state_machine_as_test(lambda: Wild(album, factory), settings=how)
    wanted = {*ACTS, *TOGETHER, SAME} - {"Take it in hand"} | {"report", "cut"}
    wanted |= {*STEPS, "name decline"}
    wanted |= {state.value for state in State}
    wanted |= {"By category", "By area", *VIEWS, "Delete it", BACK} | {*LATER, *KINDS, "under 16", "a made-up name"}
    assert wanted - {what for what, times in Wild.reached.items() if times} == set()


def test_whatever_is_done_in_whatever_order_nobody_is_given_away(album, tmp_path_factory):
    live(album, tmp_path_factory, TOWN_LIFE)


def test_whatever_is_done_in_a_group_of_officers_gives_nobody_away_either(album, tmp_path_factory):
    lives = settings(TOWN_LIFE, max_examples=10)
    run_state_machine_as_test(lambda: WithGroup(album, tmp_path_factory), settings=lives)
    assert {f"group {does}" for does in IN_GROUP} <= WithGroup.reached.keys()


def test_whatever_is_done_around_a_protection_contact_nobody_else_reads_what_is_theirs(album, tmp_path_factory):
    lives = settings(TOWN_LIFE, max_examples=10)
    run_state_machine_as_test(lambda: WithContact(album, tmp_path_factory), settings=lives)
    assert {"guarded", ALONE, "the contact does it"} <= {what for what, times in WithContact.reached.items() if times}


@pytest.mark.endurance
def test_a_hundred_lives_give_nobody_away(album, tmp_path_factory):
    live(album, tmp_path_factory, settings(TOWN_LIFE, max_examples=100, stateful_step_count=60, derandomize=False))
