"""The story: people join, a notice is published, weeks pass, people speak, answers come."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.demo.account import Account, Marks, marks, out
from bot.demo.cast import Cast
from bot.demo.plot import Plot
from bot.demo.show import Show
from bot.demo.stage import Stage
from bot.setup import new_invitation
from participation.clock import local, wall
from participation.people.model import Role
from simulator.errors import Impossible
from simulator.messages import Message
from simulator.people import Person

GROUP = 100
DAY = timedelta(days=1)
AFTER_MEETING = timedelta(days=24)
PROPS = Path(__file__).parent / "props"
"""A voice and a picture that people send, so that what they left can be heard and seen; both made for the demo."""


def prop(name: str) -> bytes:
    """Something that people send."""
    return (PROPS / name).read_bytes()


class Story:
    """Plays the scenes in their order."""

    def __init__(self, stage: Stage, cast: Cast, plot: Plot, show: Show) -> None:
        self.stage = stage
        self.cast = cast
        self.plot = plot
        self.show = show
        self.account = Account()

    async def play(self) -> None:
        """The whole story."""
        await self.the_coordinator_comes()
        await self.people_join()
        await self.the_notice_is_published()
        await self.people_answer()
        await self.a_youth_reports()
        await self.the_digest_comes()
        if self.plot.meeting is not None:
            await self.the_meeting_moves(self.plot.meeting)
        await self.time_runs_out()
        await self.answers_come()
        self.account.nobody_waits([self.cast.drita, *self.cast.citizens])

    # what people do

    def says(self, person: Person, sentence: str) -> str:
        """A sentence of the bot in the language this person reads."""
        return self.cast.texts(person).t(sentence)

    async def press(self, person: Person, sentence: str) -> Message:
        """Press the button with this label."""
        person.presses(self.says(person, sentence))
        return await self.see(person)

    async def write(self, person: Person, words: str) -> Message:
        """Write something."""
        person.says(self.stage.bot, words)
        return await self.see(person)

    async def see(self, person: Person) -> Message:
        """Let all happen and look at the phone."""
        await self.stage.settle()
        return self.stage.heard(person)

    async def all_do(self, people: Sequence[Person], act: Callable[[Person], object]) -> None:
        """Many people do the same within a moment."""
        for start in range(0, len(people), GROUP):
            for person in people[start : start + GROUP]:
                act(person)
            await self.stage.settle()
            self.show.progress(min(start + GROUP, len(people)), len(people))

    def look(self, person: Person) -> None:
        """Show this phone's newest message."""
        self.show.phone(person, self.stage.heard(person))

    def look_since(self, person: Person, before: Marks) -> None:
        """Show everything that came to this phone since."""
        for message in out(person)[before.get(person.id, 0) :]:
            self.show.phone(person, message)

    def scene(self, words: str) -> None:
        """Say what happens now."""
        self.show.scene(self.stage.clock.now(), words)

    # the scenes

    async def the_coordinator_comes(self) -> None:
        """An invitation makes somebody coordinator, once."""
        drita = self.cast.drita
        self.scene(f"{drita.first_name} becomes coordinator of {self.plot.institution.name} by a one-time link.")
        token = await new_invitation(
            self.stage.service.database, self.stage.clock, institution=self.plot.institution.name, role=Role.ADMIN
        )
        drita.starts(payload=f"ft_{token}")
        await self.see(drita)
        drita.presses("Shqip")
        await self.see(drita)
        self.look(drita)

    async def people_join(self) -> None:
        """Everybody chooses a language and a municipality."""
        people = self.cast.citizens
        self.scene(f"{len(people)} people of {self.plot.place} join, in two languages.")
        await self.all_do(people, lambda person: person.starts())
        languages = {"sq": "Shqip", "en": "English"}
        await self.all_do(people, lambda person: person.presses(languages[person.language_code or "sq"]))
        await self.all_do(people, lambda person: person.says(self.stage.bot, self.plot.place))
        await self.all_do(people, self._choose_the_whole)
        self.look(self.cast.ana)
        self.scene("Hana blocks the bot; Vera deletes her Telegram account, which nobody tells us.")
        self.cast.hana.blocks()
        self.cast.vera.deletes_account()
        await self.stage.settle()

    def _choose_the_whole(self, person: Person) -> None:
        """A municipality without units asks no further question."""
        try:
            person.presses(self.says(person, "The whole municipality"))
        except Impossible:
            return

    async def the_notice_is_published(self) -> None:
        """Paste, doubts, corrections, and out it goes."""
        drita = self.cast.drita
        self.scene("The coordinator pastes the notice, as it hangs on the wall.")
        await self.write(drita, "/publiko")
        await self.write(drita, self.plot.notice)
        before = marks([drita])
        await self.press(drita, "That was all")
        self.look_since(drita, before)
        self.scene("The doubts are looked at and corrected, each with a tap or a sentence.")
        await self.correct(drita)
        self.look(drita)
        await self.press(drita, "Go on")
        self.look(drita)
        before = marks(self.cast.citizens)
        self._press_what_publishes(drita)
        await self.stage.settle()
        self.scene("Everybody who follows the municipality has it on the phone.")
        self.show.phone(self.cast.ana, self.stage.heard(self.cast.ana))
        self.show.phone(self.cast.emily, self.stage.heard(self.cast.emily))
        self.look(drita)
        for language, words in (("sq", "/ndjek"), ("en", "/ndjek")):
            people = [person for person in self.cast.citizens if person.language_code == language]
            self.account.everybody_heard(people, words, before)

    async def correct(self, drita: Person) -> None:
        """Mend what can be mended: spelling, the law, the deadline, what is decided and for whom."""
        if self._offers(drita, "Correct Ë to W"):
            await self.press(drita, "Correct Ë to W")
        await self._fix(drita, "Laws", tap="146/2014")
        await self._fix(drita, "Last day", tap="20", words=self._closes())
        await self._fix(
            drita,
            "What is decided",
            words="Cilat shërbime sociale mbështet bashkia në katër vitet e ardhshme, ku jepen dhe kush i merr.",
        )
        await self._fix(
            drita, "Whom it touches", words="Familjet, të moshuarit, të rinjtë, personat me aftësi ndryshe."
        )

    def _closes(self) -> str:
        """A last day for comments that leaves time after the meeting; without a meeting the suggestion will do."""
        return f"{local(self.plot.meeting) + AFTER_MEETING:%d.%m.%Y}" if self.plot.meeting else ""

    async def _fix(self, drita: Person, part: str, *, tap: str = "", words: str = "") -> None:
        """Open a part and write it; without words take its suggestion, if there is one."""
        if not self._offers(drita, part):
            return
        shown = await self.press(drita, part)
        suggestion = next((label for label in shown.labels if tap and tap in label), None)
        if words:
            await self.write(drita, words)
        elif suggestion is not None:
            drita.presses(suggestion)
            await self.stage.settle()
        else:
            await self.press(drita, "Back")

    def _offers(self, person: Person, sentence: str) -> bool:
        label = self.says(person, sentence)
        return any(label in shown for shown in self.stage.heard(person).labels)

    def _press_what_publishes(self, drita: Person) -> None:
        """The first button publishes, whether or not doubts are left."""
        drita.presses(self.stage.heard(drita).labels[0])

    async def people_answer(self) -> None:
        """Comments by text, voice, photo; somebody comes; somebody shares."""
        await self.stage.pass_time(2 * DAY, step=DAY)
        cast = self.cast
        self.scene("Ana writes a comment under her name.")
        await self.press(cast.ana, "Comment")
        await self.write(cast.ana, "Na duhet një qendër ditore për të moshuarit, sidomos në fshatrat larg qytetit.")
        await self.press(cast.ana, "With my name")
        await self.write(cast.ana, "Ana Lulja")
        self.look(cast.ana)
        await self.press(cast.ana, "Send")
        self.look(cast.ana)

        self.scene("Beni speaks his comment; Cela sends a photo; Emily writes for an organisation.")
        await self.press(cast.beni, "Comment")
        cast.beni.sends_voice(self.stage.bot, seconds=13, content=prop("voice.ogg"))
        await self.see(cast.beni)
        await self.press(cast.beni, "Without a name")
        await self.press(cast.beni, "Send")
        await self.press(cast.cela, "Comment")
        cast.cela.sends_photo(self.stage.bot, prop("road.jpg"), caption="Kjo rrugë te shkolla nuk ka trotuar.")
        await self.see(cast.cela)
        await self.press(cast.cela, "Without a name")
        await self.press(cast.cela, "Send")
        await self.press(cast.emily, "Comment")
        await self.write(cast.emily, "Please plan places in the kindergarten for children with disabilities.")
        await self.press(cast.emily, "For an organisation")
        await self.write(cast.emily, "Vjosa Volunteers")
        await self.press(cast.emily, "Send")
        self.look(cast.emily)
        await self._somebody_comes()

    async def _somebody_comes(self) -> None:
        mira = self.cast.mira
        if self.plot.meeting is None:
            return
        self.scene("Mira will come and wants to speak; some of the others will come too.")
        for person in (mira, *self.cast.crowd[:20]):
            person.presses(self.says(person, "I will come"))
        await self.stage.settle()
        for person in self.cast.crowd[-10:]:
            person.presses(self.says(person, "Remind me"))
        await self.stage.settle()
        for person in (mira, *self.cast.crowd[:20]):
            if self._offers(person, "Yes"):
                person.presses(self.says(person, "Yes"))
        await self.stage.settle()
        if self._offers(mira, "I want to speak"):
            await self.press(mira, "I want to speak")
            self.look(mira)
            await self.press(mira, "Add to my calendar")
        await self.press(self.cast.ana, "Share")

    async def a_youth_reports(self) -> None:
        """A report that nobody can trace."""
        toni = self.cast.toni
        self.scene("Toni, fifteen, reports something to the safety council. Nobody will know who it was.")
        await self.write(toni, "/raporto")
        self.look(toni)
        await self.press(toni, "No")
        labels = self.stage.heard(toni).labels
        toni.presses(next((label for label in labels if "rekrutim" in label), labels[0]))
        await self.stage.settle()
        await self.write(toni, "Pas shkollës dikush u ofron nxënësve para për të çuar pako. Ndodh çdo të premte.")
        await self.write(toni, "Te ura pas shkollës")
        self.look(toni)
        await self.press(toni, "Send")
        self.look(toni)

    async def the_digest_comes(self) -> None:
        """The coordinator hears of it at the hour they chose."""
        here = local(self.stage.clock.now())
        await self.stage.until(wall(here.date() + DAY, time(9, 30)), step=DAY)
        self.scene("The next working morning the digest is there; the coordinator opens the report.")
        drita = self.cast.drita
        self.look(drita)
        if not self._offers(drita, "Safety reports"):
            return
        await self.press(drita, "Safety reports")
        drita.presses(self.stage.heard(drita).labels[0])
        await self.stage.settle()
        self.look(drita)

    async def the_meeting_moves(self, meeting: datetime) -> None:
        """Moved once, a week before; everybody hears old and new."""
        await self.stage.until(wall(local(meeting).date() - 7 * DAY, time(10)), step=DAY)
        drita = self.cast.drita
        self.scene("The meeting has to move. Everybody concerned hears old and new, once.")
        before = marks(self.cast.citizens)
        await self.write(drita, "/zyra")
        await self.press(drita, "Meetings ahead")
        drita.presses(self.stage.heard(drita).labels[0])
        await self.stage.settle()
        await self.press(drita, "Move to another day or hour")
        moved = wall(local(meeting).date() + 2 * DAY, time(17))
        await self.write(drita, f"{local(moved):%d.%m.%Y, %H:%M}")
        if self._offers(drita, "Yes"):
            await self.press(drita, "Yes")
        self.look(drita)
        await self.press(drita, "Change it and tell everybody")
        self.look(self.cast.mira)
        for person in self.cast.citizens:
            words = self.says(person, "The meeting has changed")
            self.account.everybody_heard([person], words, before)
        await self._reminders(moved)

    async def _reminders(self, meeting: datetime) -> None:
        before = marks([self.cast.mira])
        await self.stage.until(meeting, step=DAY)
        self.scene("Three days, one day and two hours before, those who come were reminded.")
        self.look_since(self.cast.mira, before)

    async def time_runs_out(self) -> None:
        """Those who asked for it are reminded before the comments close; somebody comes late all the same."""
        reminded, late = self.cast.crowd[-10:], self.cast.toni
        before = marks(reminded)
        if self.plot.meeting is None:
            await self.stage.pass_time(35 * DAY, step=DAY)
            return
        await self.stage.until(self.plot.meeting + AFTER_MEETING + DAY, step=DAY)
        self.scene("Ten, three and one working days before the end, those who asked were reminded.")
        self.look_since(reminded[0], before) if reminded else None
        self.scene("Toni comments too late. The comment is taken, and marked.")
        late.presses(self.says(late, "Comment"))
        await self.see(late)
        await self.write(late, "A do të ketë edhe një vend për të rinjtë?")
        await self.press(late, "Without a name")
        await self.press(late, "Send")
        self.look(late)

    async def answers_come(self) -> None:
        """Two comments are answered: one accepted, one with a reason."""
        drita = self.cast.drita
        self.scene("The coordinator answers two comments; the authors hear the decision and the reason.")
        await self.write(drita, "/zyra")
        await self.press(drita, "Comments to answer")
        drita.presses(self.stage.heard(drita).labels[0])
        await self.see(drita)
        await self._answer(drita, "Accept", "")
        self.look(self.cast.ana)
        if self._offers(drita, "Next comment"):
            await self.press(drita, "Next comment")
            await self._answer(
                drita,
                "Do not accept",
                "Kjo kërkon mjete nga buxheti i shtetit; bashkia do ta kërkojë vitin e ardhshëm.",
            )
            self.look(self.cast.beni)
            await self.press(drita, "Next comment")

    async def _answer(self, drita: Person, verdict: str, reason: str) -> None:
        await self.press(drita, "Answer")
        await self.press(drita, verdict)
        if reason:
            await self.write(drita, reason)
        else:
            await self.press(drita, "Without a reason")
        await self.press(drita, "Send")
