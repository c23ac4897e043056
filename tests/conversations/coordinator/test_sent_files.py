"""A notice comes as a file or a photo: it is opened aside, and its draft with its doubts is seen at once."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot import opener
from documents.opening.apart import open_apart
from handlers.opened import LONGEST_NOTICE
from handlers.views.collecting import WHY
from participation.people.model import Role
from participation.unread import LARGEST, FileText, Unread, UnreadFileError
from simulator.faults import Fault
from tests import sheets
from tests.conversations.conftest import Square
from tests.conversations.states import another_office, draft_of
from tests.conversations.steps import loses_office
from tests.scanner import a_scanner
from tests.town import open_town

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "Plani Social i Bashkisë Përmet 2024-2027"
FIRST = "NJOFTIM PËR TAKIM PUBLIK\nTema: Plani i pyjeve të komunës\nBashkia fton banorët në takim publik"
SECOND = "Takimi mbahet më 25.7.2023, ora 11:00, në Sallën e Këshillit.\nE-mail: pyjet@permet.example"
LETTER = "Përshëndetje! Ju dërgoj recetën: dy kilogramë domate, bukë dhe qumësht."


@pytest.fixture
async def asked(town, era):
    """The coordinator was asked for the notice."""
    await town.press(era, "Publish a notice")
    return era


def sends(town, person, content: bytes, name: str = "njoftim.docx", mime: str = WORD, **more):
    return town.do(person, lambda: person.sends_document(town.bot, name, content, mime, **more))


def fetched(town) -> int:
    return [call.method for call in town.world.calls].count("getFile")


def heard_since(town, person, before: int) -> str:
    return "\n".join(town.seen(person)[before:])


@pytest.fixture
def says(monkeypatch):
    """What an opener finds, by what is in the file; it has opened these."""
    found, opened = {}, []

    async def open_it(content: bytes) -> FileText:
        opened.append(content)
        answer = found.get(content, Unread.NO_WORDS)
        if isinstance(answer, Unread):
            raise UnreadFileError(answer)
        return answer

    monkeypatch.setattr(opener, "open_apart", open_it)
    found["opened"] = opened
    return found


@pytest.mark.parametrize("name", sheets.KINDS)
async def test_a_notice_that_comes_as_a_file_is_shown_with_its_doubts_at_once(town, asked, notice, name):
    mime, made = sheets.KINDS[name]
    if mime.startswith("image"):
        a_scanner()
    shown = await sends(town, asked, made(notice), name, mime)
    assert shown.text.startswith("Please check the announcement\n\nWe have read the notice from")
    assert name in shown.text
    assert "The last day for comments is missing." in shown.text
    assert ("read from a picture: compare" in shown.text) is mime.startswith("image")
    assert town.seen(asked)[-2].startswith(TITLE)
    assert f"We are reading {name}." in town.seen(asked)[-3]
    assert "Documents" in shown.labels, "it is not among the documents"
    assert "Go on" in shown.labels


async def test_a_photo_is_read_and_is_compared_with_the_paper(town, asked, notice):
    a_scanner()
    content = sheets.photo(notice, "JPEG")
    shown = await town.do(asked, lambda: asked.sends_photo(town.bot, content))
    assert "We have read the notice from: 1 photo." in shown.text
    assert "It was read from a picture: compare each day, hour, number and name with the paper." in shown.text
    assert "25 korrik 2023, ora 11:00" in town.seen(asked)[-2]
    assert not any(label.startswith("Attach also") for label in shown.labels), "a photo is no document"
    await town.press(asked, "Whom it touches")
    later = await town.say(asked, "familjet")
    assert "read from a picture" in later.text, "it is said as long as the draft is put right"


async def test_two_photos_of_an_album_are_two_pages_of_one_notice(town, asked):
    a_scanner()
    for text in (FIRST, SECOND):
        asked.sends_photo(town.bot, sheets.photo(text, "JPEG"), album="pages")
    await town.settle()
    shown = town.heard(asked)
    assert "We have read the notice from: 2 photos." in shown.text
    card = town.seen(asked)[-2]
    assert "pyjeve" in card
    assert "25 korrik 2023, ora 11:00" in card


async def test_pages_that_are_brought_one_by_one_are_read_together(town, asked, says):
    """As by a webhook: the second comes while the first is being read."""
    says[b"1"], says[b"2"] = FileText(FIRST, scanned=True), FileText(SECOND, scanned=True)
    for content in (b"1", b"2"):
        asked.sends_photo(town.bot, content, album="pages")
        await town.line.intake.poll(0)
    await town.settle()
    assert "from: 2 photos." in town.heard(asked).text
    assert says["opened"] == [b"1", b"2"]


async def test_a_page_that_cannot_be_read_is_named_above_the_proof(town, asked, says):
    says[b"1"], says[b"2"] = FileText(f"{FIRST}\n{SECOND}", scanned=True, left_out=2), Unread.UNCLEAR
    for content in (b"1", b"2"):
        asked.sends_photo(town.bot, content, album="pages")
    await town.settle()
    told = town.heard(asked).text
    assert "from: 1 photo." in told
    assert "The photo was not read as the notice. The words are not clear enough." in told
    assert "2 pages were not read: see whether something is missing." in told


@pytest.mark.parametrize(("mime", "told"), [("image/png", True), (WORD, False)])
async def test_a_page_that_is_sent_as_a_file_and_cannot_be_read_is_named_too(town, asked, says, mime, told):
    says[b"1"], says[b"2"] = FileText(f"{FIRST}\n{SECOND}"), Unread.UNCLEAR
    asked.sends_document(town.bot, "1.png", b"1", "image/png", album="pages")
    asked.sends_document(town.bot, "2.png", b"2", mime, album="pages")
    await town.settle()
    shown = town.heard(asked)
    assert ("2.png was not read as the notice. The words are not clear enough." in shown.text) is told
    assert "Documents (1)" in shown.labels


async def test_a_document_that_is_a_notice_comes_before_photos_that_are_one_too(town, asked, says):
    says[b"1"] = says[b"2"] = FileText(f"{FIRST}\n{SECOND}")
    asked.sends_photo(town.bot, b"1", album="all")
    asked.sends_document(town.bot, "njoftim.docx", b"2", WORD, album="all")
    await town.settle()
    told = town.heard(asked).text
    assert "We have read the notice from njoftim.docx" in told
    assert "as a file, not as a photo" in told
    assert "no invitation" not in told


async def test_of_several_documents_the_notice_is_found_and_the_others_are_its_documents(town, asked, notice):
    files = {"projektvendim.docx": LETTER, "njoftim.docx": notice, "relacion.docx": LETTER}
    for name, text in files.items():
        asked.sends_document(town.bot, name, sheets.word(text), WORD, album="all")
    await town.settle()
    shown = town.heard(asked)
    assert "We have read the notice from njoftim.docx; the file itself is not published." in shown.text
    assert "Documents (2)" in shown.labels
    shown = await town.press(asked, "Attach also njoftim.docx")
    assert shown.text.startswith("Please check the announcement\n\nAdded: njoftim.docx")
    assert "Documents (3)" in shown.labels
    assert not any(label.startswith("Attach also") for label in shown.labels)


async def test_a_document_that_is_no_notice_is_one_of_the_announcement_and_the_notice_may_still_come(
    town, asked, notice
):
    told = await sends(town, asked, sheets.word(LETTER), "projekti.docx", caption="Projektvendimi")
    assert told.text.startswith("projekti.docx was not read as the notice. We found no invitation in it")
    assert "People will be able to ask for: projekti.docx." in told.text
    shown = await sends(town, asked, sheets.odt(notice), "njoftim.odt", "application/vnd.oasis.opendocument.text")
    assert "Documents (1)" in shown.labels
    assert "What you wrote beside it is not part of the notice: “Projektvendimi”" in shown.text


async def test_whoever_knows_better_says_that_it_is_a_notice(town, asked):
    await sends(town, asked, sheets.word(LETTER))
    shown = await town.press(asked, "It is a notice, go on")
    assert "We have read the notice from njoftim.docx" in shown.text
    assert "Documents" in shown.labels
    assert "The title is missing." in shown.text


async def test_a_photo_that_is_no_notice_is_asked_for_as_a_file(town, asked, says):
    says[b"x"] = FileText(LETTER, scanned=True)
    told = await town.do(asked, lambda: asked.sends_photo(town.bot, b"x"))
    assert "The photo was not read as the notice. We found no invitation in it" in told.text
    assert "as a file, not as a photo" in told.text
    assert "The notice is still missing" in told.text


@pytest.mark.parametrize("why", Unread)
async def test_why_a_file_is_not_read_is_said_and_it_is_a_document(town, asked, says, why):
    says[b"x"] = why
    told = await sends(town, asked, b"x")
    assert told.text.startswith(f"njoftim.docx was not read as the notice. {WHY[why]}")
    assert "People will be able to ask for: njoftim.docx." in told.text
    told = await town.do(asked, lambda: asked.sends_photo(town.bot, b"x"))
    assert told.text.startswith(f"The photo was not read as the notice. {WHY[why]}")
    assert "Cancel" in told.labels


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as DOCX"),
        (b"%PDF-1.7\n", "does not open"),
        (sheets.word(""), "nothing written in it"),
        (bytes(range(256)) * 9, "of this kind"),
    ],
)
async def test_what_cannot_be_read_is_really_not_read(town, asked, content, words):
    assert words in (await sends(town, asked, content)).text


async def test_where_words_of_a_notice_are_there_files_are_documents_and_nothing_is_fetched(town, asked, notice):
    await town.say(asked, notice[:1_000])
    told = await sends(town, asked, sheets.word(notice))
    assert told.text.startswith("We have: 1 piece of text, 1 document.")
    told = await town.do(asked, lambda: asked.sends_photo(town.bot, b"x"))
    assert "as a file, not as a photo" in told.text
    assert fetched(town) == 0


async def test_a_whole_notice_beside_a_file_is_the_notice_and_the_file_its_document(town, asked):
    told = await sends(town, asked, sheets.word(LETTER), caption=f"{FIRST}\n{SECOND}")
    assert told.text.startswith("We have: 1 piece of text, 1 document.")
    assert fetched(town) == 0


async def test_what_goes_beyond_the_longest_notice_is_cut_and_that_is_said(town, asked, says, notice):
    says[b"x"] = FileText(notice + "x " * LONGEST_NOTICE)
    shown = await sends(town, asked, b"x")
    assert "60,000 characters at most. What goes beyond was not taken." in shown.text


async def test_the_file_of_a_draft_that_is_looked_at_is_a_document_as_ever(town, draft, notice):
    shown = await sends(town, draft, sheets.word(notice))
    assert "Documents (1)" in shown.labels
    assert fetched(town) == 0


@pytest.mark.parametrize("sent", ["document", "photo"])
async def test_a_file_out_of_the_blue_can_be_published(town, era, says, sent):
    says[b"x"] = FileText(f"{FIRST}\n{SECOND}")
    send = {"document": era.sends_document, "photo": era.sends_photo}[sent]
    asked = await town.do(era, lambda: send(town.bot, content=b"x", caption="Për nesër"))
    assert fetched(town) == 0
    assert "Publish it as a notice" in asked.labels
    shown = await town.press(era, "Publish it as a notice")
    assert "Please check the announcement" in shown.text
    assert "not part of the notice: “Për nesër”" in shown.text


async def test_a_file_that_is_sent_before_the_institution_is_chosen_is_read_afterwards(town, says):
    says[b"x"] = FileText(f"{FIRST}\n{SECOND}")
    zana = await town.officer("Zana")
    await another_office(Square(town, zana, zana))
    await town.say(zana, "/publiko")
    told = await sends(town, zana, b"x")
    assert "We have: 1 file to be read." in told.text
    assert fetched(town) == 0
    assert "Please check the announcement" in (await town.press(zana, "Bashkia Përmet")).text


async def test_what_comes_meanwhile_is_kept_and_the_words_of_a_notice_end_the_reading(town, asked, says, notice):
    asked.sends_document(town.bot, "plani.docx", b"x", WORD)
    await town.line.intake.poll(0)
    asked.says(town.bot, notice)
    await town.settle()
    assert "We have: 1 piece of text, 1 document." in town.heard(asked).text


@asynccontextmanager
async def slow(town, monkeypatch):
    """A file is being opened as long as the block runs; everything goes on meanwhile, and then it is open."""
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def slowly(content: bytes) -> FileText:
        begun.set()
        await may_end.wait()
        return await open_apart(content)

    monkeypatch.setattr(opener, "open_apart", slowly)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(town.line.aside.run())

        async def meet() -> None:
            await town.line.intake.poll(0)
            await town.line.courier.deliver_due()

        yield begun, meet
        may_end.set()
        while town.line.aside.is_busy:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        town.line.aside.stop()
        await running
    await town.settle()


@pytest.mark.on_both
async def test_a_citizen_is_answered_while_a_file_is_opened(square, monkeypatch):
    town, ana, zana = square.town, square.ana, square.zana
    await town.say(zana, "/publiko")
    zana.sends_document(town.bot, "njoftim.docx", sheets.word(f"{FIRST}\n{SECOND}"), WORD)
    async with slow(town, monkeypatch) as (begun, meet):
        await meet()
        await begun.wait()
        assert "We are reading njoftim.docx." in town.heard(zana).text
        ana.says(town.bot, "/ndihme")
        await meet()
        assert "Help" in town.heard(ana).text
        assert "We are reading njoftim.docx." in town.heard(zana).text
    assert "Please check the announcement" in town.heard(zana).text


async def test_whoever_turns_to_something_else_meanwhile_goes_on_with_that(square, monkeypatch):
    town, zana = square.town, square.zana
    await town.say(zana, "/publiko")
    zana.sends_document(town.bot, "njoftim.docx", sheets.word(f"{FIRST}\n{SECOND}"), WORD)
    async with slow(town, monkeypatch) as (begun, meet):
        await meet()
        await begun.wait()
        zana.says(town.bot, "/raporto")
        await meet()
    assert "Please check the announcement" in town.heard(zana).text
    told = await town.say(zana, "Llambat nuk punojnë.")
    assert "Press first the button" not in told.text
    assert "Llambat" in await draft_of(town, zana, "report")
    assert "Title" in (await town.press(zana, "See the announcement")).labels


async def test_a_draft_that_was_left_meanwhile_is_not_brought_back(town, asked, notice, monkeypatch):
    asked.sends_document(town.bot, "njoftim.docx", sheets.word(notice), WORD)
    async with slow(town, monkeypatch) as (begun, meet):
        await meet()
        await begun.wait()
        asked.presses("Cancel", town.bot)
        await meet()
        assert "Nothing was sent" in town.heard(asked).text
    assert "Nothing was sent" in town.heard(asked).text
    assert await draft_of(town, asked, "publish") == ""


async def test_a_draft_that_is_farther_meanwhile_stays_where_it_is(town, asked, notice, monkeypatch):
    asked.sends_document(town.bot, "plani.docx", sheets.word(notice), WORD)
    async with slow(town, monkeypatch) as (begun, meet):
        await meet()
        await begun.wait()
        asked.says(town.bot, f"{FIRST}\n{SECOND}")
        await meet()
        asked.presses("That was all", town.bot)
        await meet()
        before = await draft_of(town, asked, "publish")
    assert await draft_of(town, asked, "publish") == before
    assert any("pyjeve" in text for text in town.seen(asked))
    assert not any(text.startswith(TITLE) for text in town.seen(asked))


async def test_whoever_loses_the_office_meanwhile_is_shown_nothing(town, notice, monkeypatch):
    era = await town.officer("Era", role=Role.COORDINATOR)
    await town.say(era, "/publiko")
    era.sends_document(town.bot, "njoftim.docx", sheets.word(notice), WORD)
    async with slow(town, monkeypatch) as (begun, meet):
        await meet()
        await begun.wait()
        await loses_office(town, era)
        before = len(town.seen(era))
    assert TITLE not in heard_since(town, era, before)


async def test_a_second_tap_reads_nothing_twice(town, asked, notice, monkeypatch):
    asked.sends_document(town.bot, "njoftim.docx", sheets.word(notice), WORD)
    async with slow(town, monkeypatch) as (begun, meet):
        await meet()
        await begun.wait()
        for _ in range(2):
            town.clock.move(timedelta(seconds=20))
            asked.presses("Read again", town.bot)
            await meet()
    assert fetched(town) == 1
    assert sum("Please check the announcement" in text for text in town.seen(asked)) == 1


async def test_after_a_restart_the_button_reads_again(town, asked, notice, tmp_path):
    asked.sends_document(town.bot, "njoftim.docx", sheets.word(notice), WORD)
    await town.line.intake.poll(0)
    assert fetched(town) == 0
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.settle()
        assert "We are reading njoftim.docx." in again.heard(asked).text
        again.clock.move(timedelta(minutes=1))
        shown = await again.press(asked, "Read again")
        assert "Please check the announcement" in shown.text
        assert again.seen(asked)[-2].startswith(TITLE)


async def test_a_service_that_stops_gives_up_what_is_being_opened_and_the_draft_waits(
    town, asked, notice, monkeypatch, tmp_path
):
    begun = asyncio.Event()

    async def endless(content: bytes) -> FileText:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    asked.sends_document(town.bot, "njoftim.docx", sheets.word(notice), WORD)
    with monkeypatch.context() as patch:
        patch.setattr(opener, "open_apart", endless)
        async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
            running = tasks.create_task(town.service.run())
            await begun.wait()
            town.service.stop()
            assert await running
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        again.clock.move(timedelta(minutes=1))
        await again.line.courier.begin()
        await again.settle()
        assert "Please check the announcement" in (await again.press(asked, "Read again")).text


async def test_whoever_does_not_want_to_wait_goes_on_without_reading(town, asked, notice):
    asked.sends_document(town.bot, "njoftim.docx", sheets.word(notice), WORD)
    await town.line.intake.poll(0)
    await town.line.courier.deliver_due()
    told = await town.press(asked, "Go on without reading")
    assert told.text.startswith("We have: 1 document.")
    assert "Please check the announcement" not in "\n".join(town.seen(asked))


async def test_a_file_that_is_too_large_is_never_fetched(town, asked, says):
    told = await sends(town, asked, bytes(LARGEST + 1))
    assert "too large to be read" in told.text
    assert fetched(town) == 0
    assert says["opened"] == []


@pytest.mark.parametrize("kind", ["refused", "html_502", "500", "timeout_before"])
async def test_a_file_that_telegram_does_not_give_out_now_is_read_at_the_next_tap(town, asked, notice, kind):
    town.world.faults.add(Fault(kind, "getFile", times=None))
    told = await sends(town, asked, sheets.word(notice))
    assert told.text == "njoftim.docx could not be fetched from Telegram now. Press “Read again” in a moment."
    assert "Read again" in told.labels
    town.world.faults.clear()
    town.clock.move(timedelta(minutes=1))
    assert "Please check the announcement" in (await town.press(asked, "Read again")).text


async def test_an_opener_that_breaks_is_a_fault_with_a_number_and_the_file_still_waits(
    town, asked, notice, monkeypatch, caplog
):
    async def broken(content: bytes) -> FileText:
        raise RuntimeError("no room for a process")

    with monkeypatch.context() as patch:
        patch.setattr(opener, "open_apart", broken)
        told = await sends(town, asked, sheets.word(notice))
    assert "Something went wrong on our side" in told.text
    assert "no room for a process" in caplog.text
    town.clock.move(timedelta(minutes=1))
    assert "Please check the announcement" in (await town.press(asked, "Read again")).text


async def test_no_file_of_a_citizen_or_of_another_office_is_ever_fetched(town, notice):
    ana, mira = await town.citizen("Ana", "English"), await town.officer("Mira", role=Role.PROTECTION)
    for person in (ana, mira):
        told = await sends(town, person, sheets.word(notice))
        assert "Publish it as a notice" not in told.labels
        await sends(town, person, notice.encode(), "n.txt", "text/plain")
        await town.do(person, lambda person=person: person.sends_photo(town.bot))
        await town.say(person, "/publiko")
        await sends(town, person, sheets.word(notice))
    assert fetched(town) == 0


def test_there_is_a_reason_for_every_file_that_is_not_read():
    assert WHY.keys() == set(Unread)
