"""`bashke demo`: the whole story over HTTP, judged by its last line and by what it leaves behind."""

import io
import json
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.demo.play import play_demo
from bot.demo.plot import Plot, plot_of, plot_of_permet
from bot.demo.show import Show
from bot.demo.words import OF_PERMET
from delivery.channels.telegram import TelegramChannel
from documents.reading.plan import read_plan_file
from locales.texts import texts_in
from participation.messages import Message
from participation.paperwork.plan import Quantity
from participation.paperwork.reading import PlanReading
from participation.post import Address, Outcome, Sent
from tests.acceptance.conftest import ROOT, Desk
from tests.sheets import word
from tests.storage.test_privacy import numbers, spellings

LAST_LINE = re.compile(r"sent=(\d+) received=(\d+) unreachable=(\d+) lost=(\d+) doubled=(\d+) seconds=\d+")
ENTRY = {"at", "chat_id", "direction", "text", "buttons", "media", "message_id"}
PEOPLE = 20

Send = Callable[..., Awaitable[Outcome]]


def counts_in(said: str) -> tuple[int, ...]:
    """sent, received, unreachable, lost, doubled."""
    found = LAST_LINE.fullmatch(said.splitlines()[-1])
    assert found, said[-2000:]
    return tuple(map(int, found.groups()))


async def test_the_story_is_played_whatever_is_set_and_leaves_its_traces(empty_desk: Desk) -> None:
    empty_desk.environment |= {"BASHKE_MESSAGES_PER_SECOND": "0.001", "BASHKE_LOG_LEVEL": "loud", "BASHKE_TOKN": "x"}
    (empty_desk.folder / ".env").write_text("BASHKE_TELEGRAM_URL=http://127.0.0.1:9\n", encoding="utf-8")
    played = await empty_desk.bashke("demo", "--people", str(PEOPLE))
    assert played.code == 0, played.complained
    sent, received, unreachable, lost, doubled = counts_in(played.said)
    assert (unreachable, lost, doubled) == (2, 0, 0)
    folder = empty_desk.folder / "demo-output"
    transcript = json.loads((folder / "transcript.json").read_text(encoding="utf-8"))
    _check_transcript(transcript)
    assert sent == received == sum(entry["direction"] == "out" for entry in transcript)
    assert (folder / "bashke.sqlite3").stat().st_size > 0
    left = {path.suffix: path.read_bytes() for path in (folder / "documents").iterdir()}
    assert left[".ogg"].startswith(b"OggS")
    assert left[".jpg"].startswith(b"\xff\xd8")
    assert left[".ics"].startswith(b"BEGIN:VCALENDAR")
    assert left[".pdf"].startswith(b"%PDF")
    named = {path.name.partition("-")[2] for path in (folder / "documents").iterdir()}
    assert named >= DOCUMENTS, DOCUMENTS - named
    _check_plan(folder / "documents")
    _check_page((folder / "transcript.html").read_text(encoding="utf-8"), folder)
    _check_topics(transcript)
    _check_senders(transcript)
    _check_need(transcript)
    _check_silence(transcript, b"".join(file.read_bytes() for file in folder.glob("bashke.sqlite3*")))


DOCUMENTS = {
    *("raporti-i-konsultimit.docx", "tabela-e-komenteve.docx", "tabela-e-komenteve.xlsx", "tabela-e-komenteve.csv"),
    *("lista-e-pjesemarresve.docx", "procesverbali.docx", "relacioni.docx", "konsultimi.json"),
    *("raporti-vjetor.docx", "pjesemarrja-qytetare.docx", "dorezimi-i-detyres.docx", "depoja-2023.zip"),
    *("kalendari-2023.xlsx", "takimi-1.ics", "afishja.docx"),
    *(f"{name}.png" for name in ("pjesemarrja", "sipas-diteve", "sipas-temave", "sipas-kanalit", "sipas-vendimit")),
}
"""One of each kind, as the coordinator got it on the phone."""


def _check_plan(documents: Path) -> None:
    """The consultation plan is there with its matrix: what was planned, and what was counted."""
    (plan,) = (read_plan_file(file.read_bytes()) for file in documents.glob("*plani-i-konsultimit.docx"))
    assert isinstance(plan, PlanReading)
    counts = {row.indicator: row for row in plan.plan.monitoring.quantities}
    assert (counts[Quantity.METHODS].planned, counts[Quantity.METHODS].achieved) == ("4", "3")
    assert counts[Quantity.COMMENTS].achieved.isdigit()
    assert [row.audience for row in plan.plan.audience if row.audience.endswith(".")] == []


WORDS = OF_PERMET
SAID = (
    *(WORDS.report, WORDS.question, WORDS.reply, WORDS.measure),
    *(WORDS.dark, WORDS.dark_too, WORDS.pseudonym, WORDS.known, WORDS.note, WORDS.mended),
)
"""All that was said of the reports, by whomever."""
NEED = (WORDS.need, WORDS.asks_her, WORDS.tells_her, WORDS.helped)
GUARDED = re.compile(r"PR-S-2023-[5-9]\d{5}")
REPORTERS = ("Toni", "Cela", "Beni", "Emily")
RECEIPTS = tuple(f"PR-S-2023-{number:04}" for number in range(1, 5))
TOO = "This is known already"


def _reporters(transcript: list[dict[str, Any]]) -> list[int]:
    """The chats of those who reported, in the order of their receipts; whom it concerns too wrote no word."""
    told = (WORDS.report, WORDS.dark, WORDS.dark_too)
    found = [entry["chat_id"] for words in told for entry in transcript if entry["text"] == words]
    concerned = {entry["chat_id"] for entry in transcript for text in _texts(entry) if text.startswith(TOO)}
    return [*found, *concerned]


def _texts(entry: dict[str, Any]) -> list[str]:
    """All that a message ever said."""
    return [entry["text"], *(version["text"] for version in entry.get("versions", ()))]


def _check_silence(transcript: list[dict[str, Any]], left: bytes) -> None:
    """Reports were told, asked about, joined and closed; what is left on the disk knows nothing of them."""
    assert {entry["text"] for entry in transcript if entry["direction"] == "in"} >= set(SAID)
    senders, office = _reporters(transcript), min(entry["chat_id"] for entry in transcript)
    assert len(set(senders)) == len(REPORTERS)
    (elsa,) = {entry["chat_id"] for entry in transcript if entry["text"] == WORDS.need}
    told = [trace for word in (*SAID, *NEED, WORDS.contact) for trace in spellings(word)]
    chats = [trace for sender in (*senders, elsa) for trace in numbers(sender)]
    names = [trace for name in (*REPORTERS, "Elsa") for trace in (name.encode(), f"{name.lower()}_permet".encode())]
    assert [trace for trace in (*told, *chats, *names, str(office).encode()) if trace in left] == []
    assert WORDS.purpose.encode() in left, "the search would have found a word in the clear"


def _check_need(transcript: list[dict[str, Any]]) -> None:
    """What a child in need told stands on two phones: its own, and that of the protection contact."""
    both = {entry["chat_id"] for entry in transcript for text in _texts(entry) if WORDS.need in text}
    assert len(both) == 2
    elsewhere = "\n".join(text for entry in transcript if entry["chat_id"] not in both for text in _texts(entry))
    assert [words for words in NEED if words in elsewhere] == []
    assert not GUARDED.search(elsewhere)
    said = [text for entry in transcript for text in _texts(entry)]
    assert [text for text in said if GUARDED.search(text.partition("\n")[0]) and WORDS.contact in text]


def _check_topics(transcript: list[dict[str, Any]]) -> None:
    """In the officers' group each report has its topic, which says no word of it; a mere “me too” has none."""
    office = [entry for entry in transcript if entry["chat_id"] < 0]
    assert {entry.get("topic") for entry in office} == {None, *RECEIPTS[:3]}
    shown = "\n".join(text for entry in office if entry["direction"] == "out" for text in _texts(entry))
    assert [word for word in (*SAID, *REPORTERS, WORDS.bridge) if word in shown] == []
    assert f"U ruajt si shënim i {RECEIPTS[1]}." in shown


def _check_senders(transcript: list[dict[str, Any]]) -> None:
    """Who reported the same hears what is done, under their own number, and nothing of one another."""
    said = dict(zip(RECEIPTS, (WORDS.report, WORDS.dark, WORDS.dark_too, TOO), strict=True))
    for chat, mine in zip(_reporters(transcript), RECEIPTS, strict=True):
        heard = "\n".join(text for entry in transcript if entry["chat_id"] == chat for text in _texts(entry))
        others = [*(one for one in RECEIPTS if one != mine), *(words for one, words in said.items() if one != mine)]
        assert mine in heard
        assert [words for words in others if words in heard] == []
        assert (WORDS.mended in heard) == (mine in RECEIPTS[2:]), "these two have looked at what was done"


def _check_transcript(transcript: list[dict[str, Any]]) -> None:
    """One object for each message, in the order in which they were sent, on the world's clock."""
    assert all(entry.keys() >= ENTRY for entry in transcript)
    assert {entry["direction"] for entry in transcript} == {"in", "out"}
    assert len({(entry["chat_id"], entry["message_id"]) for entry in transcript}) == len(transcript)
    moments = [
        (datetime.fromisoformat(entry["at"]), entry["message_id"]) for entry in transcript if entry["chat_id"] > 0
    ]
    assert moments == sorted(moments), "a group numbers its messages by itself"
    assert [entry["at"] for entry in transcript] == sorted(entry["at"] for entry in transcript)
    assert (moments[0][0].isoformat(), moments[-1][0].year) == ("2023-06-20T09:00:00+02:00", 2023)
    edited = [entry for entry in transcript if "versions" in entry]
    assert edited
    assert all(entry["versions"][0]["at"] == entry["at"] <= entry["edited_at"] for entry in edited)


def _check_page(page: str, folder: Path) -> None:
    """It can be read without anything but the folder it lies in."""
    assert page.lstrip().lower().startswith("<!doctype html>")
    shown = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert {Path(name).suffix for name in shown} >= {".jpg", ".ogg", ".pdf", ".ics"}
    assert all((folder / name).is_file() for name in shown)
    assert "<audio" in page
    assert "<img" in page
    assert texts_in("sq").t("The time for comments is running out") in page


async def play(folder: Path, *, people: int = 8, plot: Plot | None = None) -> tuple[int, str]:
    """Play it here; gives how it ended and what it showed."""
    to = io.StringIO()
    code = await play_demo(plot or plot_of_permet(), people=people, folder=folder, show=Show(to))
    return code, to.getvalue()


def _mishap(happens: Callable[[Send, tuple[Any, ...], dict[str, Any]], Awaitable[Outcome]], words: str) -> Send:
    """A channel to which something happens with the first message that has these words, and is no mere look at them."""
    honest: Send = TelegramChannel.send
    happened = False

    async def send(self: TelegramChannel, message: Message, *, to: Address, **how: Any) -> Outcome:
        nonlocal happened
        says = words in f"{message.title}\n{message.body}" and message.buttons
        meant = not happened and says and await _is_reachable(self, to)
        if not meant or happened:  # another may have been meant while we asked
            return await honest(self, message, to=to, **how)
        happened = True
        return await happens(honest, (self, message), {"to": to, **how})

    return send


async def _is_reachable(channel: TelegramChannel, to: Address) -> bool:
    """Whether a message would arrive there: what never arrives cannot be lost."""
    try:
        return await channel._bot.send_chat_action(to.chat, "typing")
    except TelegramError:
        return False


async def _dropped(_: Send, __: tuple[Any, ...], ___: dict[str, Any]) -> Outcome:
    return Sent(1)


async def _doubled(honest: Send, message: tuple[Any, ...], way: dict[str, Any]) -> Outcome:
    await honest(*message, **way)
    return await honest(*message, **way)


@pytest.mark.parametrize(
    ("happens", "words", "counted"),
    [
        (_dropped, "Mund ta ndryshoni me /ndjek", (1, 0)),
        (_dropped, "Takimi është nesër", (1, 0)),
        (_doubled, "Nëse keni thënë se vini, ju presim", (0, 1)),
    ],
)
async def test_a_letter_that_the_service_believes_it_sent_once_is_counted_on_the_phones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happens: Any, words: str, counted: tuple[int, int]
) -> None:
    monkeypatch.setattr(TelegramChannel, "send", _mishap(happens, words))
    code, said = await play(tmp_path)
    assert (code, counts_in(said)[3:]) == (1, counted)


EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))}


@pytest.mark.parametrize("notice", EXAMPLES)
async def test_every_example_is_played_to_its_end(tmp_path: Path, notice: str) -> None:
    code, said = await play(tmp_path, plot=plot_of(EXAMPLES[notice]), people=PEOPLE)
    assert (code, counts_in(said)[2:]) == (0, (2, 0, 0)), said[-2000:]
    assert ("Drita moves the meeting" in said) != ("names no meeting" in said)


async def test_a_notice_in_word_is_sent_as_a_file_and_played_to_its_end(empty_desk: Desk) -> None:
    (empty_desk.folder / "njoftim.docx").write_bytes(word(EXAMPLES["fier-parku"]))
    played = await empty_desk.bashke("demo", "--notice", "njoftim.docx", "--people", str(PEOPLE))
    assert (played.code, counts_in(played.said)[2:]) == (0, (2, 0, 0)), played.said[-2000:]
    assert "Drita sends the file with the notice" in played.said
    assert "Po lexojmë: njoftim.docx" in played.said
