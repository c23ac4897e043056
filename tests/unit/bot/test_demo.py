"""The demo's own parts: the plot of a notice, what the terminal shows, and the transcript as data and as a page."""

import asyncio
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo.page import Page
from bot.demo.plot import EXAMPLE, plot_of
from bot.demo.records import records_of
from bot.demo.show import Show
from bot.demo.transcript import write_files, write_transcript
from participation.clock import local
from simulator.content import Button
from simulator.files import StoredFile
from simulator.transcript import Entry
from simulator.world import World

NOW = datetime(2023, 6, 20, 7, tzinfo=UTC)
ANA = 700_000_001
HEAD = "BASHKIA PËRMET\n\nNJOFTIM PËR KONSULTIM PUBLIK\n\nTema: “Tregu i hapur”\n\n"
MEETING = "Takimi publik mbahet më 17 tetor 2023, ora 17:00, në Bibliotekën e Qytetit.\n\n"


def test_the_demo_plays_the_notice_that_stands_among_the_examples():
    examples = Path(__file__).parents[3] / "examples"
    assert EXAMPLE.read_bytes() == (examples / "permet-plani-social.txt").read_bytes()


@pytest.mark.parametrize(
    ("notice", "begins", "meeting", "closes"),
    [
        (HEAD + MEETING, "12.09.2023 09:00", "17.10.2023 17:00", date(2023, 11, 10)),
        (HEAD + MEETING.replace(", ora 17:00", ""), "12.09.2023 09:00", "17.10.2023 11:00", date(2023, 11, 10)),
        (HEAD + MEETING.replace(" 2023", ""), "12.09.2023 09:00", "17.10.2023 17:00", date(2023, 11, 10)),
        (HEAD + "Komentet priten deri më 20 tetor 2023.", "20.09.2023 09:00", None, date(2023, 10, 20)),
        (
            HEAD + MEETING + "Komentet priten deri më 20 tetor 2023.",
            "12.09.2023 09:00",
            "17.10.2023 17:00",
            date(2023, 10, 20),
        ),
        (HEAD, "20.06.2023 09:00", None, date(2023, 7, 19)),
        (HEAD + "Komentet dërgohen brenda 30 ditëve pune.", "20.06.2023 09:00", None, date(2023, 8, 2)),
        (
            "Përmet, më 3.7.2023\n\n" + HEAD + "Komentet dërgohen brenda 20 ditëve pune.",
            "03.07.2023 09:00",
            None,
            date(2023, 7, 31),
        ),
    ],
)
def test_a_story_leaves_time_before_what_its_notice_announces(
    notice: str, begins: str, meeting: str | None, closes: date
) -> None:
    plot = plot_of(notice)
    assert f"{local(plot.begins):%d.%m.%Y %H:%M}" == begins
    assert (f"{local(plot.meeting):%d.%m.%Y %H:%M}" if plot.meeting else None) == meeting
    assert plot.closes == closes


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


async def _work(to: io.StringIO) -> str:
    done = 0
    async with Show(to).bar("joining", lambda: done, 4):
        await asyncio.sleep(0)
        done = 4
    return to.getvalue()


async def test_in_a_terminal_a_bar_is_drawn_and_at_the_end_there_is_a_line() -> None:
    shown = await _work(Terminal())
    assert "joining [........................] 0/4" in shown
    assert shown.rpartition("\r\x1b[K")[2] == "    joining: 4 of 4\n"


async def test_where_nobody_looks_there_is_only_the_line() -> None:
    assert await _work(io.StringIO()) == "    joining: 4 of 4\n"


def _entry(number: int, text: str, **more: object) -> Entry:
    at = NOW + timedelta(minutes=number)
    told = {"direction": "out", "buttons": (), "media": None, "message_id": number, "edited": False} | more
    return Entry(at=at, chat_id=ANA, text=text, **told)  # type: ignore[arg-type]


PHOTO = StoredFile("id-1", "u1", 1000, "photo", "../a road.jpg", "image/jpeg", b"\xff\xd8", "photos/file_1.jpg")
YES = ((Button("Po & <jo>", data="y"),),)
LOG = [
    _entry(1, "first", buttons=YES),
    _entry(2, "", direction="in", media="photo", file=PHOTO),
    _entry(1, "then", edited=True, buttons=YES),
    _entry(3, "Titull\n\n<script>alert(1)</script>", bold=("Titull",)),
]


def test_the_transcript_has_one_object_for_each_message_and_keeps_what_it_said(tmp_path: Path) -> None:
    records = records_of(LOG)
    files = write_files(records, tmp_path)
    told = json.loads(write_transcript(records, files, tmp_path).read_text(encoding="utf-8"))
    assert [entry["message_id"] for entry in told] == [1, 2, 3]
    assert told[0] == {
        "at": "2023-06-20T09:01:00+02:00",
        "chat_id": ANA,
        "direction": "out",
        "text": "then",
        "buttons": [[{"text": "Po & <jo>", "data": "y"}]],
        "media": None,
        "message_id": 1,
        "edited_at": "2023-06-20T09:01:00+02:00",
        "versions": [
            {
                "at": "2023-06-20T09:01:00+02:00",
                "text": "first",
                "buttons": [[{"text": "Po & <jo>", "data": "y"}]],
            }
        ],
    }
    assert (told[1]["media"], told[1]["file"]) == ("photo", "documents/01-a road.jpg")
    assert (tmp_path / told[1]["file"]).read_bytes() == PHOTO.content


def test_the_page_shows_words_as_words_and_files_where_they_lie(tmp_path: Path) -> None:
    ana = World(now=lambda: NOW).person("Ana")
    ana.id = ANA
    records = records_of(LOG)
    page = Page(records, write_files(records, tmp_path), tmp_path, frozenset({(ANA, 1, 0, "y")}))
    written = page.write([(ana, "komenton")], title="A & B", last_line="sent=1").read_text(encoding="utf-8")
    assert "<script>" not in written
    assert "<b>Titull</b>" in written
    assert 'src="documents/01-a%20road.jpg"' in written
    assert "A &amp; B" in written
    assert 'class="day">20.06.2023<' in written
    former, _, final = written.partition("</details>")
    assert '<span class="pressed">Po &amp; &lt;jo&gt;</span>' in former
    assert '<span class="key">Po &amp; &lt;jo&gt;</span>' in final


def test_a_group_is_shown_with_one_topic_after_the_other(tmp_path: Path) -> None:
    world = World(now=lambda: NOW)
    office = world.group("Zyra", members=[world.person("Ana")], forum=True)
    log = [
        replace(_entry(number, words, buttons=YES), chat_id=office.id, topic=topic)
        for number, (topic, words) in enumerate(
            (("", "Linked"), ("R-1", "Came"), ("R-2", "Other"), ("R-1", "Closed")), 1
        )
    ]
    records = records_of(log)
    page = Page(records, {}, tmp_path, frozenset({(office.id, 3, 0, "y")}))
    written = page.write([(office, "grupi")], title="A", last_line="").read_text(encoding="utf-8")
    at = [
        written.index(words)
        for words in ("<h2>Zyra</h2>", "Linked", "R-1 · 20.06.2023", "Came", "Closed", "R-2 ·", "Other")
    ]
    assert at == sorted(at)
    assert written.count('class="day"') == 3
    assert written.count('class="pressed"') == 1
    told = json.loads(write_transcript(records, {}, tmp_path).read_text(encoding="utf-8"))
    assert [entry.get("topic") for entry in told] == [None, "R-1", "R-2", "R-1"]
