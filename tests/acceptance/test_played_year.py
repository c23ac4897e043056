"""A year of one municipality, played by hand on phones; in the end every number in its papers is counted once more.

Three consultations: one with six meetings in six places, one that gets more time, one that is cancelled; 400 comments
on five channels; a forum of twelve organisations, and a plan with its matrix. What is compared comes from the other
side: the phones of those who took part, and a tally that is kept while the story is played. Neither asks the service.
"""

import csv
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document

from documents.reading.plan import read_plan_file
from documents.reading.proof import check_proof
from participation.clock import HandClock, wall
from participation.paperwork.plan import Quantity
from participation.paperwork.reading import PlanReading
from simulator.people import Person
from tests.conversations.coordinator.forums import apply_for, told
from tests.conversations.coordinator.test_year import text_of
from tests.conversations.steps import publish_despite
from tests.town import Town, open_town

CITIZENS = 50
ORGANISATIONS = tuple(f"Shoqata {letter}" for letter in "ABCDEFGHIJKL")
SEEN, SPOKEN = 7, 4
"""How many of the forum say that they have seen the draft, and how many write to it."""
METHODS = {
    "Telegram": "konsultim përmes Telegramit",
    "e-mail": "komente me e-mail",
    "me shkrim në letër": "komente me shkrim në letër",
    "me gojë në takim": "komente me gojë në takim",
    "RENJK": "publikim në RENJK",
}
"""What the report calls each way by which a comment came."""
WAYS = {"E-mail": "e-mail", "Paper": "me shkrim në letër", "Meeting": "me gojë në takim", "Register": "RENJK"}
"""How a comment from elsewhere is typed in, and what the papers call it."""
ON_TELEGRAM = "Telegram"
PLACES = ("Çarçovë", "Frashër", "Piskovë", "Petran", "Qendër Piskovë", "Përmet")
THEMES = ("Uji", "Rrugët", "Shkollat")
HOURS = time(10)
SERIES = """BASHKIA PËRMET
Përmet, më 15.01.2024

NJOFTIM
Tema: Buxheti i vitit 2025
Këshilli vendos ku shkojnë paratë e bashkisë vitin që vjen, pasi t'ju ketë dëgjuar në çdo njësi.
Takimet publike zhvillohen sipas ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”:

1. Çarçovë – e martë, 20.02.2024, ora 17:00, zyra e njësisë administrative
2. Frashër – e mërkurë, 21.02.2024, ora 17:00, zyra e njësisë administrative
3. Piskovë – e enjte, 22.02.2024, ora 17:00, zyra e njësisë administrative
4. Petran – e martë, 27.02.2024, ora 17:00, zyra e njësisë administrative
5. Qendër Piskovë – e mërkurë, 28.02.2024, ora 17:00, zyra e njësisë administrative
6. Përmet – e enjte, 29.02.2024, ora 17:00, salla e Këshillit Bashkiak

Komentet dërgohen deri më 8 mars 2024 në adresën konsultime@permet.example.
Ftohen të gjithë banorët, bizneset dhe shoqatat.
"""
DRAFT = """BASHKIA PËRMET
Përmet, më 12.03.2024

NJOFTIM PËR KONSULTIM PUBLIK
Tema: Plani vendor i mbetjeve
Bashkia vendos si mblidhen mbetjet dhe sa kushton shërbimi, sipas ligjit nr. 146/2014.
Takim publik më 16.04.2024, ora 11:00, në Sallën e Këshillit Bashkiak.
Komentet dërgohen deri më 19 prill 2024 në adresën konsultime@permet.example.
Ftohen familjet dhe bizneset.
"""
MARKETS = """BASHKIA PËRMET
Përmet, më 03.06.2024

NJOFTIM PËR KONSULTIM PUBLIK
Tema: Rregullorja e tregjeve
Bashkia vendos ku dhe kur mbahen tregjet, sipas ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”.
Takim publik më 10.07.2024, ora 11:00, në Sallën e Këshillit Bashkiak.
Komentet dërgohen deri më 12 korrik 2024 në adresën konsultime@permet.example.
Ftohen tregtarët.
"""
BUDGET, WASTE, MARKET = "Buxheti i vitit 2025", "Plani vendor i mbetjeve", "Rregullorja e tregjeve"


@dataclass
class Year:
    """The town, who lives in it, and what was done in it."""

    town: Town
    zana: Person
    citizens: list[Person]
    chance: random.Random
    channels: dict[str, Counter[str]] = field(default_factory=dict)
    themes: dict[str, Counter[str]] = field(default_factory=dict)
    verdicts: dict[str, Counter[str]] = field(default_factory=dict)
    present: dict[str, list[int]] = field(default_factory=dict)
    businesses: Counter[str] = field(default_factory=Counter)
    receipts: dict[str, list[str]] = field(default_factory=dict)
    files: dict[tuple[str, str], bytes] = field(default_factory=dict)

    async def until(self, day: date, hour: time = HOURS) -> None:
        await self.town.until(wall(day, hour), timedelta(days=1))
        await self.town.settle()

    async def announce(self, notice: str, title: str, draft: str = "") -> None:
        town, zana = self.town, self.zana
        await town.say(zana, "/publiko")
        await town.say(zana, notice)
        if draft:
            await town.do(zana, lambda: zana.sends_document(town.bot, draft))
        await town.press(zana, "That was all")
        await town.press(zana, "Go on")
        await publish_despite(town, zana)
        assert title in town.heard(self.citizens[0]).text

    async def page(self, title: str) -> None:
        await self.town.say(self.zana, "/zyra")
        await self.town.press(self.zana, "Consultations")
        await self.town.press(self.zana, title)

    # comments

    async def comment(self, title: str, person: Person, words: str) -> None:
        """On a phone, from the list of what is open."""
        town = self.town
        await town.say(person, "/hapur")
        await town.press(person, title)
        await town.press(person, "Comment")
        await town.say(person, words)
        await town.press(person, "Without a name")
        await town.press(person, "Send")

    async def typed_in(self, title: str, way: str, words: str) -> None:
        """By the coordinator, from a letter or a list, one after the other."""
        town, zana = self.town, self.zana
        if "Add another one" not in town.heard(zana).labels:
            await self.page(title)
            await town.press(zana, "Add a comment from elsewhere")
        else:
            await town.press(zana, "Add another one")
        for label in (way, "Today"):
            await town.press(zana, label)
        await town.say(zana, words)
        await town.press(zana, "Without a name")
        kept = await town.press(zana, "Keep the comment")
        self.receipts.setdefault(title, []).append(re.search(r"PR-\d{4}-\d{4}", kept.text).group())

    async def comments(self, title: str, on_telegram: int, elsewhere: int) -> None:
        """So many in both ways, by chance of whom and which way."""
        told = self.channels.setdefault(title, Counter())
        for number in range(on_telegram):
            person = self.citizens[number % len(self.citizens)]
            await self.comment(title, person, f"Mendimi {number}: {self.chance.random():.6f}")
            told[ON_TELEGRAM] += 1
            if number % len(self.citizens) == len(self.citizens) - 1:
                self.town.clock.move(timedelta(days=1))
        for number in range(elsewhere):
            way = self.chance.choice(list(WAYS))
            await self.typed_in(title, way, f"Letra {number}: {self.chance.random():.6f}")
            told[WAYS[way]] += 1

    async def sort(self, title: str, count: int) -> None:
        """The first ones that were typed in get a theme."""
        town, zana, told = self.town, self.zana, self.themes.setdefault(title, Counter())
        for receipt in self.receipts[title][:count]:
            theme = self.chance.choice(THEMES)
            await town.say(zana, receipt)
            await town.press(zana, "Theme")
            await town.say(zana, theme)
            told[theme] += 1

    async def decide(self, title: str, theme: str, verdict: str, called: str) -> None:
        """One reason for all of a theme."""
        town, zana, count = self.town, self.zana, self.themes[title][theme]
        await self.page(title)
        for label in ("All comments", "Answer several at once", f"{theme} ({count})", verdict):
            await town.press(zana, label)
        await town.say(zana, f"Arsyeja për temën: {theme}.")
        await town.press(zana, "Send")
        self.verdicts.setdefault(title, Counter())[called] += count

    # meetings

    async def meet(self, title: str, place: str, by_phone: int, by_paper: int, *, businesses: int = 2) -> None:
        """People come in by a code, others stand on paper; the record takes over how many there were."""
        town, zana = self.town, self.zana
        await town.say(zana, "/zyra")
        await town.press(zana, "Meetings ahead")
        await town.press(zana, place[:12])
        shown = await town.press(zana, "Check people in")
        code = re.search(r"Code: (\d \d \d \d)", shown.text)[1]
        for person in self.chance.sample(self.citizens, by_phone):
            await town.say(person, code)
            await town.press(person, "For myself")
            await town.press(person, "No, only count me")
        for kind, words in (("Citizens", f"rreth {by_paper}"), ("Business", str(businesses))):
            await town.press(zana, "Add people from a paper list")
            await town.press(zana, kind)
            await town.say(zana, words)
            await town.press(zana, "That was all")
        town.clock.move(timedelta(hours=3))
        await town.say(zana, "/zyra")
        await town.press(zana, "Meetings ahead")
        await town.press(zana, "Meetings that were held")
        await town.press(zana, town.heard(zana).labels[0])
        await town.press(zana, "The record")
        await town.press(zana, "Who led it")
        await town.say(zana, "Zana Lleshi, koordinatore")
        await town.press(zana, "Decisions")
        await town.say(zana, f"Vendimi në {place}.")
        await town.press(zana, "That was all")
        await town.press(zana, "Conclusion")
        await town.say(zana, f"Përfundimi në {place}.")
        await town.press(zana, "How many were there")
        await town.press(zana, "As many as on the list")
        await town.press(zana, "Finish the record")
        await town.press(zana, "Yes, finish it")
        self.present.setdefault(title, []).append(by_phone + by_paper + businesses)
        self.businesses[title] += businesses

    # the forum and the plan

    async def found_forum(self) -> None:
        """Twelve organisations answer an open call, and are taken."""
        town, zana, square = self.town, self.zana, self
        await told(square, zana, "/zyra", "The forum", "Register the forum", "“Forumi Bashkëqeverisës”")
        await told(square, zana, "/zyra", "The forum", "Open a call", "“15.3.2024”", "“Ejani!”", "Send")
        for person, name in zip(self.citizens, ORGANISATIONS, strict=False):
            await apply_for(town, person, name)
            await told(square, zana, "/zyra", "The forum", "Applications (1)", name, "Take into the forum")

    async def tell_forum(self, title: str, seen: int, spoken: int) -> None:
        """They get the draft; some say that they have seen it, some write a recommendation with their name."""
        await self.page(title)
        for label in ("The rights of the forum", "Send the draft to the forum", "Send it in Telegram"):
            await self.town.press(self.zana, label)
        for person in self.citizens[:seen]:
            await self.town.press(person, "I have seen it")
        for person, name in zip(self.citizens[:spoken], ORGANISATIONS, strict=False):
            steps = ("/hapur", title, "Comment", "“Rekomandim.”", "With my name", f"“{name}”", "Send")
            await told(self, person, *steps)
            self.channels[title][ON_TELEGRAM] += 1

    async def plan(self, title: str) -> None:
        """A plan of the consultation, with what shall be reached."""
        town, zana = self.town, self.zana
        await self.page(title)
        await town.press(zana, "Consultation plan")
        await town.press(zana, "From this consultation")
        for label, planned in (("Number of participants", "20"), ("Number of comments", "500")):
            for step in ("Monitoring", label, "Planned value"):
                await town.press(zana, step)
            await town.say(zana, planned)
            await town.press(zana, "Back to the plan")

    # the end

    async def sum_up(self, title: str) -> None:
        town, zana = self.town, self.zana
        await self.page(title)
        await town.press(zana, "Publish what became of the comments")
        await town.press(zana, "Publish it without deciding them")
        await town.say(zana, "Shqyrtimi vazhdon në komisione.")
        await town.press(zana, "Publish what became of the comments")

    async def adopt(self, title: str, act: str) -> None:
        town, zana = self.town, self.zana
        await self.page(title)
        await town.press(zana, "The act is adopted")
        await town.say(zana, act)
        await town.press(zana, "Today")
        await town.press(zana, "There is no link yet")
        await town.press(zana, "Publish it and tell everybody")

    async def take(self, title: str, *labels: str) -> None:
        """Official papers of a consultation, as the files that come to the phone."""
        await self.page(title)
        await self.town.press(self.zana, "Official papers")
        for label in labels:
            self.files[title, label] = (await self.town.press(self.zana, label)).file.content


async def test_a_year_is_played_and_every_number_in_its_papers_is_counted_again(tmp_path: Path) -> None:
    async with open_town(tmp_path, clock=HandClock(wall(date(2024, 1, 15), HOURS))) as town:
        zana = await town.officer("Zana")
        citizens = [await town.citizen(f"Banori {number}", "English") for number in range(CITIZENS)]
        year = Year(town, zana, citizens, random.Random(2024))
        await play(year)
    assert sum(map(Counter.total, year.channels.values())) == 400
    assert len(set().union(*year.channels.values())) == 5
    for title in (BUDGET, WASTE, MARKET):
        check_channels(year, title)
        check_table(year, title)
        check_methods(year, title)
    for title in (BUDGET, WASTE):
        check_decisions(year, title)
        check_meetings(year, title)
        check_kinds(year, title)
    check_extension(year)
    check_forum(year)
    check_plan(year)
    check_record(year)
    check_cancelled(year)
    check_year(year)
    check_hand_over(year)
    check_repository(year)
    check_letters(year)


async def play(year: Year) -> None:
    await play_budget(year)
    await play_waste(year)
    await play_market(year)
    await take_papers(year)


async def play_budget(year: Year) -> None:
    """Six meetings in six places; all of three themes is decided, and afterwards a forum is founded."""
    await year.announce(SERIES, BUDGET)
    await year.comments(BUDGET, 120, 100)
    for number, place in enumerate(PLACES):
        day = date(2024, 2, (20, 21, 22, 27, 28, 29)[number])
        await year.until(day, time(17))
        await year.meet(BUDGET, place, by_phone=number + 1, by_paper=5 * (number + 1))
    await year.until(date(2024, 3, 11))
    await year.sort(BUDGET, 60)
    await year.decide(BUDGET, "Uji", "Accept", "pranuar")
    await year.decide(BUDGET, "Rrugët", "Accept in part", "pranuar pjesërisht")
    await year.decide(BUDGET, "Shkollat", "Do not accept", "refuzuar")
    await year.sum_up(BUDGET)
    await year.found_forum()


async def play_waste(year: Year) -> None:
    """The forum gets the draft, a plan is made, and people get more time."""
    town, zana = year.town, year.zana
    await year.until(date(2024, 3, 12))
    await year.announce(DRAFT, WASTE, draft="projektplani.pdf")
    await year.plan(WASTE)
    await year.comments(WASTE, 76, 60)
    await year.tell_forum(WASTE, seen=SEEN, spoken=SPOKEN)
    await year.page(WASTE)
    await town.press(zana, "Give more time")
    await town.say(zana, "10.5.2024")
    await town.say(zana, "Shumë banorë kërkuan më shumë kohë.")
    await town.press(zana, "Change it and tell everybody")
    await year.until(date(2024, 4, 16), time(11))
    await year.meet(WASTE, "Plani", by_phone=9, by_paper=12)
    await year.until(date(2024, 5, 13))
    await year.sort(WASTE, 30)
    await year.decide(WASTE, "Uji", "Accept", "pranuar")
    await year.sum_up(WASTE)


async def play_market(year: Year) -> None:
    """The act of the first one is adopted; the third one is cancelled."""
    town, zana = year.town, year.zana
    await year.until(date(2024, 6, 3))
    await year.adopt(BUDGET, "Vendim nr. 21")
    await year.announce(MARKETS, MARKET)
    await year.comments(MARKET, 20, 20)
    await year.page(MARKET)
    await town.press(zana, "Cancel the consultation")
    await town.say(zana, "Rregullorja u tërhoq.")
    await town.press(zana, "Cancel the consultation and tell everybody")


async def take_papers(year: Year) -> None:
    """In autumn all papers are taken, as files."""
    town, zana = year.town, year.zana
    await year.until(date(2024, 9, 2))
    for title in (BUDGET, WASTE, MARKET):
        await year.take(title, "Report of the consultation", "Table of comments (CSV)", "Open data")
    for title in (BUDGET, WASTE):
        await year.take(title, "List of participants", "Minutes, ", "Report of the meeting")
    await year.page(WASTE)
    await town.press(zana, "The rights of the forum")
    year.files[WASTE, "Checklist"] = (await town.press(zana, "Checklist (Word)")).file.content
    await year.page(WASTE)
    await town.press(zana, "Consultation plan")
    year.files[WASTE, "Plan"] = (await town.press(zana, "Plan with the matrix filled in")).file.content
    await told(year, zana, "/zyra", "The forum")
    year.files["", "Proof"] = (await town.press(zana, "CSV")).file.content
    await town.say(zana, "/zyra")
    await town.press(zana, "Papers of the year")
    for label in ("Annual report", "Repository (ZIP)", "Hand-over of the desk"):
        year.files["", label] = (await town.press(zana, label)).file.content


# what is counted on the phones


def on_phones(year: Year, title: str) -> int:
    """How many receipts of comments on this stand on the phones of citizens."""
    return sum(
        "Your number: PR-" in text and title in text for person in year.citizens for text in year.town.seen(person)
    )


def tables(content: bytes) -> list[list[list[str]]]:
    document = Document(BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def counts(content: bytes, heading: str) -> dict[str, int]:
    """A table of a paper: what stands in its first column, and the number beside it."""
    found = next(table for table in tables(content) if table[0][0] == heading)
    return {row[0]: int(row[1]) for row in found[1:]}


def rows(content: bytes) -> Sequence[Sequence[str]]:
    """The lines of a table of comments."""
    lines = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    return [line for line in lines if line and line[0].startswith("PR-")]


def check_channels(year: Year, title: str) -> None:
    """Every comment is in the report, under its channel."""
    report = year.files[title, "Report of the consultation"]
    assert counts(report, "Sipas kanalit") == year.channels[title]
    totals = counts(report, "Komentet")
    assert totals["Të marra gjithsej"] == year.channels[title].total()
    assert counts(report, "Sipas kanalit")[ON_TELEGRAM] == on_phones(year, title)


def check_decisions(year: Year, title: str) -> None:
    """So is every decision, and every theme."""
    report = year.files[title, "Report of the consultation"]
    undecided = year.channels[title].total() - year.verdicts[title].total()
    assert counts(report, "Sipas vendimit") == {**year.verdicts[title], "pa vendim ende": undecided}
    without = year.channels[title].total() - year.themes[title].total()
    assert counts(report, "Sipas temës") == {**year.themes[title], "pa temë": without}
    assert counts(report, "Komentet")["ende pa vendim"] == undecided


def check_table(year: Year, title: str) -> None:
    """The table has a row for each, and so have the open data."""
    listed = rows(year.files[title, "Table of comments (CSV)"])
    assert len({row[0] for row in listed}) == len(listed) == year.channels[title].total()
    data = json.loads(year.files[title, "Open data"])
    assert data["comments"]["received"] == len(data["comments"]["rows"]) == len(listed)
    assert sum(data["comments"]["by_channel"].values()) == len(listed)


def check_extension(year: Year) -> None:
    """More time and its reason stand in the report."""
    report = text_of(year.files[WASTE, "Report of the consultation"])
    assert "19.04.2024" in report
    assert "10.05.2024" in report
    assert "Shumë banorë kërkuan më shumë kohë." in report


def check_meetings(year: Year, title: str) -> None:
    """Whoever came is counted at each meeting, and in the list."""
    data = json.loads(year.files[title, "Open data"])
    assert [meeting["present"]["number"] for meeting in data["meetings"]] == year.present[title]
    listed = text_of(year.files[title, "List of participants"])
    for number in year.present[title]:
        assert f"rreth {number}" in listed
    report = text_of(year.files[title, "Report of the consultation"])
    held, whole = len(year.present[title]), sum(year.present[title])
    assert f"Takime gjithsej: {held}. Të pranishëm gjithsej: rreth {whole}." in report


def check_methods(year: Year, title: str) -> None:
    """Each way by which a comment came is a method, and so are meetings that were held; nothing else is."""
    report = year.files[title, "Report of the consultation"]
    told = next(row[1] for row in tables(report)[1] if row[0] == "Metodat e konsultimit").split("\n")
    meetings = ["takim publik"] if title in year.present else []
    assert sorted(told) == sorted([*(METHODS[way] for way in year.channels[title]), *meetings])


def check_kinds(year: Year, title: str) -> None:
    """Businesses were counted one by one, citizens only about."""
    kinds = {"qytetarë": f"rreth {sum(year.present[title]) - year.businesses[title]}"}
    kinds["biznese"] = str(year.businesses[title])
    report = tables(year.files[title, "Report of the consultation"])
    assert dict(next(table[1:] for table in report if table[0] == ["Lloji", "Numri"])) == kinds


def check_record(year: Year) -> None:
    """Minutes and report of a meeting have its number, its decision and its conclusion."""
    (came,) = year.present[WASTE]
    minutes, relacion = (text_of(year.files[WASTE, label]) for label in ("Minutes, ", "Report of the meeting"))
    for words in (minutes, relacion):
        assert f"rreth {came} persona" in words
        assert "Vendimi në Plani." in words
        assert "Përfundimi në Plani." in words
    assert f"Sipas llojit – qytetarë: rreth {came - 2}, biznese: 2." in relacion


def check_cancelled(year: Year) -> None:
    """What was called off says so in its report and its data, and awaits nothing more."""
    report = text_of(year.files[MARKET, "Report of the consultation"])
    assert "Rregullorja u tërhoq." in report
    assert "akti nuk është miratuar ende" not in report
    data = json.loads(year.files[MARKET, "Open data"])
    assert (data["phase"], data["cancelled"]["reason"]) == ("cancelled", "Rregullorja u tërhoq.")


def check_hand_over(year: Year) -> None:
    """Of what is not at its end all is told that came in, and each answer that is still owed."""
    found = tables(year.files["", "Hand-over of the desk"])
    running = next(table[1:] for table in found if table[0][0] == "Konsultimi" and table[0][-1] == "Pa vendim")
    undecided = year.channels[WASTE].total() - year.verdicts[WASTE].total()
    assert [(row[0], row[3], row[4]) for row in running] == [(WASTE, str(year.channels[WASTE].total()), str(undecided))]
    owed = next(table[1:] for table in found if table[0][0] == "Nr. i komentit")
    assert Counter(row[1] for row in owed)[WASTE] == undecided


def check_repository(year: Year) -> None:
    """It has a folder for each, a report of each meeting that has a record, and the page leads to every file."""
    with ZipFile(BytesIO(year.files["", "Repository (ZIP)"])) as packed:
        page, names = packed.read("index.html").decode(), set(packed.namelist())
    assert len({name.partition("/")[0] for name in names if "/" in name}) == 3
    assert page.count(">Relacioni i takimit</a>") == sum(map(len, year.present.values()))
    assert page.count(">Raporti i konsultimit</a>") == page.count(">Të dhëna të hapura</a>") == len(year.present)
    assert page.count(">Njoftimi") == len((BUDGET, WASTE, WASTE, MARKET, MARKET)), "one was extended, one cancelled"
    assert page.count(": Rregullorja u tërhoq.</p>") == 1
    assert set(re.findall(r'href="([^"]+)"', page)) == names - {"index.html", "permbajtja.csv"}


def check_forum(year: Year) -> None:
    """The checklist says how many were told, saw it and spoke; the proof has a row of each, and its chain holds."""
    told_in = text_of(year.files[WASTE, "Checklist"])
    count = len(ORGANISATIONS)
    assert f"U dërgua: {count} (anëtarë: {count})." in told_in
    assert f"Mbërriti në Telegram: {count}. E panë: {SEEN}." in told_in
    assert f"{SPOKEN} rekomandime nga anëtarët." in told_in
    proof = year.files["", "Proof"]
    assert check_proof(proof).flaw is None
    lines = list(csv.reader(StringIO(proof.decode("utf-8-sig")), delimiter=";"))
    steps = Counter(line[2] for line in lines if len(line) > 3 and line[3] == "informim me projektin")
    assert steps == {"u nis": count, "mbërriti": count, "u pa": SEEN}


def check_plan(year: Year) -> None:
    """What was achieved is what was played; of what was planned and not reached it says so."""
    read = read_plan_file(year.files[WASTE, "Plan"])
    assert isinstance(read, PlanReading)
    rows = {row.indicator: row for row in read.plan.monitoring.quantities}
    assert rows[Quantity.PARTICIPANTS].achieved == f"rreth {sum(year.present[WASTE])}"
    assert rows[Quantity.COMMENTS].achieved == str(year.channels[WASTE].total())
    assert rows[Quantity.METHODS].achieved == str(len(year.channels[WASTE]) + 1), "and meetings"
    proposed = {row[0].lstrip("☐☒ "): row[3] for table in tables(year.files[WASTE, "Plan"]) for row in table if row[3:]}
    assert "☒ po" in proposed["numri i pjesëmarrësve"]
    assert "☒ jo" in proposed["numri i komenteve të pranuara"]


def check_year(year: Year) -> None:
    """The year is the sum of all of it."""
    report = year.files["", "Annual report"]
    four = counts(report, "Treguesi")
    verdicts = sum(year.verdicts.values(), Counter())
    received = sum(map(Counter.total, year.channels.values()))
    assert four == {
        "Akte të miratuara gjatë vitit pas konsultimit": 1,
        "Rekomandime të marra gjithsej": received,
        "Rekomandime të pranuara, plotësisht ose pjesërisht": verdicts["pranuar"] + verdicts["pranuar pjesërisht"],
        "Rekomandime të refuzuara ose jashtë objektit": verdicts["refuzuar"],
        "Rekomandime ende pa vendim": received - verdicts.total(),
        "Takime publike të mbajtura": sum(map(len, year.present.values())),
    }
    listed = [row for table in tables(report) if table[0][0] == "Nr." for row in table[1:]]
    assert len({row[0] for row in listed}) == len(listed) == received
    assert Counter(row[2] for row in listed) == {**verdicts, "pa vendim ende": received - verdicts.total()}
    assert {receipt for some in year.receipts.values() for receipt in some} <= {row[0] for row in listed}
    told = text_of(report)
    assert all(title in told for title in (BUDGET, WASTE, MARKET))
    assert "Vendim nr. 21" in told


def check_letters(year: Year) -> None:
    """Of the cancellation, and of more time, each phone tells once."""
    for words in ("Rregullorja u tërhoq.", "Shumë banorë kërkuan më shumë kohë."):
        assert set(year.town.who_sees(year.citizens, words).values()) == {1}
