"""The played coordinator reads the doubts on the phone and puts right what can be, with taps and sentences."""

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.demo.acting import BLANK, Play, prop, with_blanks
from bot.demo.plot import USUAL_HOUR
from handlers.views.correcting import ASKS
from handlers.views.doubts import NAMING, OF_GAPS, OF_PLANS, OF_TEXT, SUGGESTING
from locales.texts import Texts
from participation.clock import local
from participation.consultations.concerns import Concern
from participation.consultations.notice import DoubtKind
from participation.consultations.proofs import Open
from simulator.people import Person

MOST_ANSWERS = 4
"""How many questions may follow one correction."""
A_FULL_DATE = re.compile(r"\b20\d\d\b")
WHERE = ASKS["place"]
HOUR = f"{USUAL_HOUR:%H:%M}"


@dataclass(frozen=True)
class Doubt:
    """A numbered line on the phone: which sentence it is, and what stands in its first blank."""

    sentence: str
    words: str
    line: str = field(compare=False)


async def put_right(play: Play) -> None:
    """Answer every doubt that has an answer, each once."""
    drita = play.cast.drita
    tried: set[Doubt] = set()
    while doubt := next((each for each in doubts_on(play, drita) if each not in tried), None):
        tried.add(doubt)
        await ANSWERS[doubt.sentence](play, drita, doubt.words)
        await answer_what_follows(play, drita)
        if doubt not in doubts_on(play, drita):
            play.show.tick(doubt.line)


def doubts_on(play: Play, drita: Person) -> Iterator[Doubt]:
    """The doubts on the phone that have an answer."""
    text, texts = play.stage.heard(drita).text, play.texts(drita)
    for sentence in ANSWERS:
        for found in re.finditer(rf"^\d+\. (?P<line>{pattern_of(sentence, texts)})$", text, re.MULTILINE):
            _, *words = found.groups()
            yield Doubt(sentence, words[0] if words else "", found["line"])


def pattern_of(sentence: str, texts: Texts) -> str:
    """What this sentence looks like in a language, whatever stands in its blanks."""
    return re.escape(with_blanks(texts, sentence)).replace(re.escape(BLANK), "(.+?)")


async def answer_what_follows(play: Play, drita: Person) -> None:
    """A correction may lead to a further question; after it the coordinator is back at the draft."""
    for _ in range(MOST_ANSWERS):
        if play.offers(drita, "Go on"):
            return
        text, texts = play.stage.heard(drita).text, play.texts(drita)
        if texts.t(WHERE) in text:
            await play.write(drita, play.plot.words.place)
        elif re.search(pattern_of("{day}: at what hour?", texts), text):
            await play.write(drita, HOUR)
        else:
            await play.press(drita, "Back")


async def fill(play: Play, drita: Person, part: str, words: str) -> None:
    """Open a part and write it."""
    await play.press(drita, part)
    await play.write(drita, words)


async def title(play: Play, drita: Person, _: str) -> None:
    """Write the title."""
    await fill(play, drita, "Title", play.plot.words.title)


async def purpose(play: Play, drita: Person, _: str) -> None:
    """Say what is decided."""
    await fill(play, drita, "What is decided", play.plot.words.purpose)


async def contact(play: Play, drita: Person, _: str) -> None:
    """Write the e-mail of the institution."""
    await fill(play, drita, "E-mail", play.plot.institution.email or "")


async def register(play: Play, drita: Person, _: str) -> None:
    """Paste the link of the register."""
    await fill(play, drita, "Register link", play.plot.institution.register_url or "")


async def deadline(play: Play, drita: Person, _: str) -> None:
    """Write the last day; without a meeting the law's own count is a tap away."""
    if play.plot.meeting is not None:
        await fill(play, drita, "Last day", f"{play.plot.closes:%d.%m.%Y}")
    else:
        await play.press(drita, "Last day")
        await play.press_first(drita)


async def year_of_deadline(play: Play, drita: Person, _: str) -> None:
    """The day that is meant is the first one offered."""
    await play.press(drita, "Last day")
    await play.press_first(drita)


async def law(play: Play, drita: Person, words: str) -> None:
    """Tap the law that is meant."""
    await play.press(drita, "Laws")
    await play.press_label(drita, f"{words} → ")


async def spelling(play: Play, drita: Person, _: str) -> None:
    """Correct all of them at once."""
    await play.press(drita, "Correct Ë to W")


async def early_steps(play: Play, drita: Person, _: str) -> None:
    """The preparation comes before the meeting on purpose."""
    await play.press(drita, "Steps")
    await play.press(drita, "These dates are right")


async def year_of_step(play: Play, drita: Person, words: str) -> None:
    """The day that is meant is the first one offered."""
    await play.press(drita, "Steps")
    labels = play.stage.heard(drita).labels
    await play.press_label(drita, next((label for label in labels if words[:10] in label), labels[0]))
    await play.press_first(drita)


async def hand_in_report(play: Play, drita: Person, _: str = "") -> None:
    """Send the explanatory report as a file."""
    await play.press(drita, "Documents")
    name, content = "relacioni-shpjegues.pdf", prop("report.pdf")
    await play.act(drita, lambda who: who.sends_document(play.stage.bot, name, content))


async def date_is_right(play: Play, drita: Person, words: str) -> None:
    """The date counts, not the weekday beside it."""
    if await open_meeting(play, drita, words, wanted="The date is right"):
        await play.press(drita, "The date is right")


async def hour_of_meeting(play: Play, drita: Person, words: str) -> None:
    """Say at what hour it is."""
    if await open_meeting(play, drita, words, wanted="Day and hour"):
        await play.press(drita, "Day and hour")
        await play.write(drita, HOUR)


async def day_of_meeting(play: Play, drita: Person, words: str) -> None:
    """Tap the day that is meant, or write one."""
    if not await open_meeting(play, drita, words, wanted="Day and hour"):
        return
    offered = play.stage.heard(drita).labels[0]
    if A_FULL_DATE.search(offered):
        await play.press_label(drita, offered)
        return
    await play.press(drita, "Day and hour")
    day = local(play.plot.meeting).date() if play.plot.meeting else play.plot.closes
    await play.write(drita, f"{day:%d.%m.%Y}, {HOUR}")


async def place_of_meeting(play: Play, drita: Person, words: str) -> None:
    """Say where it is."""
    if await open_meeting(play, drita, words, wanted="Place"):
        await play.press(drita, "Place")
        await play.write(drita, play.plot.words.place)


async def open_meeting(play: Play, drita: Person, words: str, *, wanted: str) -> bool:
    """Open the meeting that is meant, else the first that offers what is wanted; those without a date come first."""
    await play.press(drita, "Meetings")
    texts = play.texts(drita)
    others = {texts.t("Add a meeting"), texts.t("Back")}
    labels = [label for label in play.stage.heard(drita).labels if label not in others]
    for label in sorted(labels, key=lambda each: (words not in each, bool(A_FULL_DATE.search(each)))):
        await play.press_label(drita, label)
        if play.offers(drita, wanted):
            return True
        await play.press(drita, "Back")
    return False


Answer = Callable[[Play, Person, str], Awaitable[None]]
ANSWERS: Final[dict[str, Answer]] = {
    OF_PLANS[Concern.NO_TITLE]: title,
    SUGGESTING[DoubtKind.W_AS_E]: spelling,
    SUGGESTING[DoubtKind.UNKNOWN_LAW]: law,
    OF_TEXT[DoubtKind.STEP_BEFORE_LAUNCH]: early_steps,
    SUGGESTING[DoubtKind.WEEKDAY_CONTRADICTS]: date_is_right,
    OF_GAPS[Open.MEETING_NO_YEAR]: day_of_meeting,
    OF_GAPS[Open.MEETING_NO_DAY]: day_of_meeting,
    NAMING[Open.MEETING_NO_DAY]: day_of_meeting,
    OF_GAPS[Open.MEETING_NO_HOUR]: hour_of_meeting,
    OF_GAPS[Open.MEETING_NO_PLACE]: place_of_meeting,
    OF_GAPS[Open.STEP_NO_YEAR]: year_of_step,
    OF_GAPS[Open.DEADLINE_NO_YEAR]: year_of_deadline,
    OF_TEXT[DoubtKind.NO_DAY]: deadline,
    OF_PLANS[Concern.NO_DEADLINE]: deadline,
    OF_PLANS[Concern.NO_PURPOSE]: purpose,
    OF_PLANS[Concern.NO_CONTACT]: contact,
    OF_PLANS[Concern.NO_REGISTER_LINK]: register,
    OF_PLANS[Concern.NO_PAPER]: hand_in_report,
}
"""The answer to each doubt that has one; the others are published in spite of."""
