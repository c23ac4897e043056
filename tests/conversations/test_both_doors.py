"""A report from its first word to its end, in both languages, in process and over HTTP."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from locales.texts import Texts, texts_in
from participation.people.model import Role
from simulator.messages import Message
from simulator.people import Person
from tests.conversations.steps import raw
from tests.town import Town, open_town

RECEIPT = "PR-S-2023-0001"
WORDS = {"sq": "Makinat garojnë te shkolla çdo mbrëmje.", "en": "Cars race past the school every evening."}
MORE = {"sq": "Rreth orës shtatë.", "en": "At about seven."}
QUESTION = {"sq": "Në çfarë ore?", "en": "At what hour?"}
DONE = {"sq": "U vunë pengesa te rruga.", "en": "The street has bumps now."}
KINDS = {"sq": "Trafik", "en": "Traffic"}
DAYS = {"sq": "Shqip", "en": "English"}


@dataclass
class Stage:
    """Somebody who reports and somebody who deals with it, who both read one language."""

    town: Town
    language: str
    ana: Person
    zana: Person

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    async def press(self, who: Person, *labels: str) -> Message:
        """Press what bears these words, in the language of the stage."""
        for label in labels:
            await self.town.press(who, self.texts.t(label))
        return self.town.heard(who)

    async def opens(self) -> Message:
        """The report as the officer sees it."""
        await self.town.say(self.zana, "/zyra")
        await self.press(self.zana, "Safety reports")
        return await self.town.press(self.zana, RECEIPT)

    async def own(self) -> Message:
        """The report as its sender sees it."""
        await self.town.say(self.ana, "/te_miat")
        return await self.town.press(self.ana, RECEIPT)

    def said(self, who: Person, sentence: str, **blanks: object) -> bool:
        return self.texts.t(sentence, **blanks) in "\n".join(self.town.seen(who))


@pytest.fixture(params=["sq", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[False, True], ids=["in process", "over HTTP"])
async def stage(request: pytest.FixtureRequest, language: str, tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_town(tmp_path, over_http=request.param) as town:
        zana = await town.officer("Zana", DAYS[language], role=Role.COORDINATOR)
        ana = await town.citizen("Ana", DAYS[language])
        yield Stage(town, language, ana, zana)


async def test_a_report_is_told_asked_about_answered_passed_on_closed_reopened_and_solved(stage: Stage, tmp_path: Path):
    town, ana, zana, language = stage.town, stage.ana, stage.zana, stage.language
    await town.say(ana, "/raporto")
    await stage.press(ana, "No")
    await town.press(ana, KINDS[language])
    await town.say(ana, WORDS[language])
    await stage.press(ana, "Skip")
    receipt = await stage.press(ana, "Send")
    assert stage.texts.t("Thank you. Your number: {receipt}", receipt=RECEIPT) in receipt.text
    opened = await stage.opens()
    assert WORDS[language] in opened.text
    assert stage.said(ana, "{receipt} was read.", receipt=RECEIPT)
    await stage.press(zana, "Ask the sender")
    await town.say(zana, QUESTION[language])
    await stage.press(zana, "Confirm")
    assert stage.said(ana, "There is a question to you about {receipt}.", receipt=RECEIPT)
    asked = await stage.press(ana, "Answer")
    assert QUESTION[language] in asked.text
    await town.say(ana, MORE[language])
    await stage.press(ana, "Send")
    await town.pass_time(timedelta(hours=1), timedelta(minutes=10))
    assert MORE[language] in (await stage.opens()).text
    await stage.press(zana, "Pass it on", "State Police", "Its number there")
    await town.say(zana, "77/2023")
    await stage.press(zana, "Confirm")
    assert "77/2023" in (await stage.own()).text
    await stage.opens()
    await stage.press(zana, "Something was done")
    await town.do(zana, lambda: zana.sends_photo(town.bot, caption=DONE[language]))
    await stage.press(zana, "Confirm")
    assert DONE[language] in (await stage.own()).text
    await stage.opens()
    await stage.press(zana, "Close it", "Solved", "Skip", "Confirm")
    await stage.own()
    await stage.press(ana, "No, look at it again")
    await stage.opens()
    await stage.press(zana, "Close it", "Solved", "Skip", "Confirm")
    await stage.own()
    await stage.press(ana, "Yes, it is solved")
    assert stage.said(ana, "You said that it is solved.")
    confirmation = await stage.press(ana, "A confirmation to show")
    assert WORDS[language] not in confirmation.text
    assert "Ana" not in "\n".join(town.seen(zana))
    await stage.own()
    await stage.press(ana, "Cut the thread to me", "Yes, cut it")
    assert RECEIPT not in (await town.say(ana, "/te_miat")).text
    kept = raw(tmp_path)
    assert [one for one in (WORDS, MORE, QUESTION, DONE) if one[language].encode() in kept] == []
    other = texts_in("en" if language == "sq" else "sq")
    assert other.t("Please check") not in "\n".join((*town.seen(ana), *town.seen(zana)))
