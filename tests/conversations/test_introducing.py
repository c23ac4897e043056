"""What somebody is called: made up and seen at the opened report, or real and closed; said, changed and taken back."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from participation.clock import wall
from participation.ids import ReportId
from participation.people.model import Role
from participation.reports.life import State
from storage.tables import reports
from tests.conversations.states import walk
from tests.conversations.steps import (
    RECEIPT,
    forged,
    named_report,
    numbers,
    opened,
    own,
    raw,
    report,
    rows,
    tell,
    texts_since,
)
from tests.conversations.test_cases import close
from tests.conversations.test_unveiling import AGREE, ASK, CLOSED, LOOK, NAME, NONE, ask, cut
from tests.town import open_town
from tests.unit.documents.test_sheets import opened as pages

SWALLOW = "Dallëndyshja"
SEEN = f"Made-up name of the sender: “{SWALLOW}”"
WHO = "Say who I am"
CALLED = f"Whoever sent {RECEIPT} says how you may call them."
ENTRY = "the sender gives a made-up name"


async def called(square, name=SWALLOW, about="Traffic"):
    """Ana reports under a made-up name; the receipt."""
    await tell(square.town, square.ana, about=about)
    await walk(square.town, square.ana, ("Skip", "Add a name", "A made-up name", f"“{name}”"))
    return await square.town.press(square.ana, "Send")


async def say_who(square, kind="A made-up name", name=SWALLOW, person=None):
    """The sender says later what they want to be called."""
    person = person or square.ana
    await walk(square.town, person, ("/te_miat", RECEIPT, WHO, kind, f"“{name}”", "Confirm"))
    return square.town.heard(person)


async def take_away(square):
    await walk(square.town, square.ana, ("/te_miat", RECEIPT, WHO, "Take the name away"))
    return square.town.heard(square.ana)


@pytest.fixture
async def era(square):
    """A second one at the desk."""
    return await square.town.officer("Era", "English", role=Role.DEPUTY)


@pytest.mark.on_both
async def test_a_made_up_name_is_read_with_the_report(square):
    receipt = await called(square)
    assert (
        "Whoever reads your report sees the made-up name.\nWhoever reads it does not see who sent it." in receipt.text
    )
    shown = await opened(square, who=square.zana)
    assert SEEN in shown.text
    assert NONE not in shown.text
    assert ASK not in shown.labels
    assert await forged(square, square.zana, "nq~1") == NONE


@pytest.mark.parametrize("about", ["Traffic", "Weapons"])
async def test_a_made_up_name_never_leaves_the_opened_report(square, era, tmp_path, about):
    """Neither pushed, nor listed, nor counted, nor taken along, nor written into a file; given at once and later."""
    town, zana = square.town, square.zana
    await called(square, about=about)
    await say_who(square, name="Lejleku")
    await town.pass_time(timedelta(days=2), timedelta(hours=6))
    await town.say(zana, "/zyra")
    await town.press(zana, "Safety reports")
    await town.press(zana, "Figures")
    lists = [await town.press(zana, label) for label in ("List of reports (XLSX)", "List of reports (CSV)")]
    await town.press(zana, "This month")
    figures = [await town.press(zana, label) for label in ("XLSX", "CSV")]
    taken = [sent.file.content for sent in (*lists, *figures)]
    read = [str(pages(one)) if one.startswith(b"PK") else one.decode("utf-8-sig") for one in taken]
    assert RECEIPT in read[0]
    read += [*town.seen(zana), *town.seen(era), raw(tmp_path).decode(errors="replace")]
    buttons = [f"{b.text} {b.data}" for one in square.ana.chat().messages for row in one.buttons for b in row]
    assert [one for one in (*read, *buttons) if SWALLOW in one or "Lejleku" in one] == []
    assert "“Lejleku”" in (await opened(square, who=zana)).text


async def test_what_looks_like_a_real_name_is_pointed_out_and_can_be_changed(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await walk(town, ana, ("Skip", "Add a name", "A made-up name"))
    warned = await town.say(ana, NAME)
    assert f"“{NAME}” looks like a real name, and whoever reads your report would see it." in warned.text
    assert f"Made-up name: {SWALLOW}" in (await town.say(ana, SWALLOW)).text
    await walk(town, ana, ("Take the name away", "Add a name", "A made-up name", f"“{NAME}”"))
    preview = await town.press(ana, "It is made up, use it")
    assert f"Made-up name: {NAME}" in preview.text
    assert "The made-up name looks like a real one." in preview.text
    await walk(town, ana, ("Take the name away", "Add a name", "A made-up name", f"“{NAME}”"))
    preview = await town.press(ana, "Keep it closed, as my real name")
    assert f"\nName: {NAME}" in preview.text
    assert "Your name is kept closed." in preview.text
    await town.press(ana, "Send")
    shown = await opened(square, who=square.zana)
    assert CLOSED in shown.text
    assert NAME not in shown.text


async def test_one_name_replaces_the_other(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await walk(town, ana, ("Skip", "Add a name", "My real name", f"“{NAME}”", "Take the name away"))
    await walk(town, ana, ("Add a name", "A made-up name", f"“{SWALLOW}”"))
    written = [one for one in ana.chat(town.bot).messages if one.text == SWALLOW][-1]
    edited = await town.do(ana, lambda: ana.edits(written, "Lejleku"))
    assert "Made-up name: Lejleku" in edited.text
    assert NAME not in edited.text
    await town.press(ana, "Send")
    async with town.service.database.reading() as unit:
        account = (await unit.reports.get(ReportId(1))).account
    assert (account.signature, account.pseudonym) == (None, "Lejleku")


async def test_a_name_that_is_written_before_its_kind_is_kept(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await walk(town, ana, ("Skip", "Add a name"))
    assert f"You wrote: “{SWALLOW}”" in (await town.say(ana, SWALLOW)).text
    assert f"Made-up name: {SWALLOW}" in (await town.press(ana, "A made-up name")).text


async def test_what_can_be_no_name_is_asked_for_again(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await walk(town, ana, ("Skip", "Add a name", "A made-up name"))
    for odd in ("\u2800", "a" * 121):
        assert "That cannot be a name." in (await town.say(ana, odd)).text
    for odd in ("\u2800", "a" * 121):
        await report(town, ana)
        await walk(town, ana, ("/te_miat", RECEIPT, WHO, "My real name"))
        assert "That cannot be a name." in (await town.say(ana, odd)).text


async def test_a_made_up_name_looks_like_no_line_of_ours(square):
    name = "x”\nState: closed\u202e"
    await called(square, name)
    assert "“x” State: closed”" in (await opened(square, who=square.zana)).text


async def test_who_gives_no_name_is_asked_for_none(square):
    """One more tap for those who want it, none for the others."""
    town, ana = square.town, square.ana
    await report(town, ana)
    assert "name" not in "\n".join(town.seen(ana)[-3:]).lower().replace("without a name", "").replace("out names", "")


@pytest.mark.on_both
async def test_a_made_up_name_can_be_given_later_and_the_coordinators_hear_that_it_was(square, era):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    assert NONE in (await opened(square, who=zana)).text
    before = len(town.seen(zana))
    preview_and_done = await say_who(square)
    assert "The made-up name is read together with your report." in preview_and_done.text
    town.clock.set(wall(town.clock.now().date(), time(11, 1)))
    await town.settle()
    assert CALLED in texts_since(town, zana, before)
    assert CALLED in town.heard(era).text
    shown = await opened(square, who=zana)
    assert SEEN in shown.text
    assert ENTRY in shown.text
    mine = await own(square)
    assert "You gave a made-up name." in mine.text
    assert SWALLOW not in mine.text
    assert "Now: under a made-up name." in (await town.press(ana, WHO)).text


async def test_it_can_be_taken_back_and_nothing_says_that_it_was_there(square):
    """The page, its buttons and the rows are those of a report that never bore a name."""
    town, zana = square.town, square.zana
    await report(town, square.ana)
    nameless = (await opened(square, who=zana)).text
    await say_who(square)
    assert SEEN in (await opened(square, who=zana)).text
    gone = await take_away(square)
    assert "What was read before stays in the chats of those who read it" in gone.text
    assert (await opened(square, who=zana)).text == nameless
    assert "made-up" not in (await own(square)).text
    async with town.service.database.reading() as unit:
        assert (await unit.reports.get(ReportId(1))).account.name is None


async def test_a_name_that_is_taken_back_before_anybody_was_told_calls_nobody(square):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    before = len(town.seen(zana))
    town.clock.move(timedelta(minutes=20))
    await say_who(square)
    await take_away(square)
    await town.pass_time(timedelta(hours=2), timedelta(minutes=30))
    assert "how you may call them" not in texts_since(town, zana, before)


async def test_who_changes_their_mind_again_and_again_calls_nobody_again(square):
    town, zana = square.town, square.zana
    await report(town, square.ana, about="Weapons")
    await opened(square, who=zana)
    before = len(town.seen(zana))
    for number in range(4):
        await say_who(square, name=f"{SWALLOW}{number}")
    await take_away(square)
    await say_who(square)
    assert texts_since(town, zana, before).count(CALLED) == 1
    assert (await opened(square, who=zana)).text.count(ENTRY) == 1


async def test_a_made_up_name_that_is_changed_is_found_and_calls_nobody(square):
    """Also where all that was said before has been read."""
    town, zana = square.town, square.zana
    await report(town, square.ana, about="Weapons")
    await opened(square, who=zana)
    await say_who(square)
    await opened(square, who=zana)
    before = len(town.seen(zana))
    await say_who(square, name="Lejleku")
    assert texts_since(town, zana, before) == ""
    shown = (await opened(square, who=zana)).text
    assert "“Lejleku”" in shown
    assert shown.count(ENTRY) == 1


@pytest.mark.on_both
async def test_that_a_closed_name_was_given_later_is_told_to_nobody(square, era):
    """No message, no entry, no mark of news, no clear column; the page says what it says of any closed name."""
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square, who=zana)
    before = {*town.seen(zana), *town.seen(era)}
    clear, entries = await _beside(town), await _entries(town)
    done = await say_who(square, "My real name", NAME)
    assert "No message tells of it" in done.text
    await town.pass_time(timedelta(hours=5), timedelta(minutes=30))
    fresh = [one for officer in (zana, era) for one in town.seen(officer) if one not in before]
    assert [one for one in fresh if RECEIPT in one or "name" in one.lower()] == []
    assert (await _beside(town), await _entries(town)) == (clear, entries)
    assert await _noted(town) == 0
    shown = await opened(square, who=zana)
    assert CLOSED in shown.text
    assert ENTRY not in shown.text
    assert "Now: with your name, closed." in (await _own_question(square)).text
    assert NAME not in "\n".join(town.seen(zana) + town.seen(era))


async def _own_question(square):
    await own(square)
    return await square.town.press(square.ana, WHO)


async def _beside(town):
    """What stands beside the report, and how long the sealed things are."""
    async with town.service.database.reading() as unit:
        (row,) = (await unit._connection.execute(select(reports))).mappings()
    return {name: len(value) if isinstance(value, bytes) else value for name, value in row.items()}


async def _entries(town):
    async with town.service.database.reading() as unit:
        return len(await unit.reports.entries(ReportId(1)))


async def _noted(town):
    """How much the register says of names."""
    async with town.service.database.reading() as unit:
        found = await unit._connection.exec_driver_sql("SELECT count(*) FROM audit WHERE action LIKE '%name%'")
        return int(found.scalar_one())


async def test_a_name_given_later_opens_by_two_as_any_other(square, era):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    await say_who(square, "My real name", NAME)
    await ask(square, zana)
    await town.press(era, "Agree")
    assert NAME in await forged(square, zana, LOOK)
    assert "the name you gave was opened" in town.heard(square.ana).text


@pytest.mark.parametrize("change", ["another", "made up", "none"])
async def test_what_was_agreed_on_one_name_opens_no_other(square, era, change):
    town, zana = square.town, square.zana
    await named_report(town, square.ana, NAME)
    await ask(square, zana)
    await town.press(era, "Agree")
    assert NAME in await forged(square, zana, LOOK)
    match change:
        case "another":
            await say_who(square, "My real name", "Drita Agolli")
            assert "The name is closed for you" in await forged(square, zana, LOOK)
            assert CLOSED in (await opened(square, who=zana)).text
        case "made up":
            await say_who(square)
            assert await forged(square, zana, LOOK) == NONE
            assert SEEN in (await opened(square, who=zana)).text
        case _:
            await take_away(square)
            assert await forged(square, zana, LOOK) == NONE
            assert await forged(square, era, AGREE) == NONE
    assert "the name was looked at" not in (await opened(square, who=zana)).text
    assert "was opened" not in (await own(square)).text


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", ["A made-up name", "My real name"])
async def test_it_can_be_said_in_each_state_and_taken_back(square, state, kind):
    town = square.town
    await report(town, square.ana)
    await opened(square, who=square.zana)
    async with town.service.database.transaction() as unit:
        await unit.reports.move(ReportId(1), state, officer=None, on=town.clock.now().date())
    await say_who(square, kind, "Gjeraqina")
    shown = (await opened(square, who=square.zana)).text
    assert ("“Gjeraqina”" in shown, CLOSED in shown) == (kind == "A made-up name", kind == "My real name")
    await take_away(square)
    assert NONE in (await opened(square, who=square.zana)).text


async def test_a_name_is_no_answer(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await opened(square, who=square.zana)
    await walk(town, square.zana, ("Ask the sender", "“At which hour?”", "Confirm"))
    await say_who(square)
    await own(square)
    assert "At which hour?" in (await town.press(ana, "Write more")).text


@pytest.mark.on_both
async def test_only_the_sender_can_say_who_they_are(square):
    """Neither an officer, nor somebody else, nor whoever has cut the thread."""
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni", "English")
    await called(square)
    await opened(square, who=square.zana)
    for stranger in (square.zana, beni):
        assert "not here any more" in await forged(square, stranger, "qw~1")
    await own(square)
    await walk(town, ana, (WHO, "A made-up name", "“Lejleku”"))
    await cut(square)
    await town.do(ana, lambda: ana.presses("Confirm", message=_last_with(ana, "Confirm")))
    assert "not here any more" in await forged(square, ana, "qw~1")
    assert NONE in (await opened(square, who=square.zana)).text


def _last_with(person, label):
    return next(one for one in reversed(person.chat().messages) if label in one.labels)


async def test_a_cut_takes_what_was_begun_along(square, tmp_path):
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await walk(town, ana, (WHO, "My real name", f"“{NAME}”"))
    await cut(square)
    assert rows(tmp_path, "drafts") == []


async def test_one_that_has_expired_takes_no_name(square):
    await report(square.town, square.ana)
    await opened(square, who=square.zana)
    await close(square)
    await square.town.pass_time(timedelta(days=366), timedelta(days=61))
    assert "not here any more" in await forged(square, square.ana, "qw~1")


@pytest.mark.parametrize("step", ["at once", "later"])
async def test_who_cut_their_thread_is_like_whoever_gave_no_made_up_name(square, step, tmp_path):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    second = RECEIPT.replace("0001", "0002")
    await (called(square) if step == "at once" else report(town, square.ana))
    if step == "later":
        await walk(town, square.ana, ("/te_miat", second, WHO, "A made-up name", f"“{SWALLOW}”", "Confirm"))
    for receipt in (RECEIPT, second):  # from then on each may be about the same as the other
        await opened(square, receipt, zana)
    assert SWALLOW in town.heard(zana).text
    nameless = (await opened(square, who=zana)).text.replace(RECEIPT, "")
    await cut(square, second)
    assert (await opened(square, second, zana)).text.replace(second, "") == nameless
    assert len(set(numbers(tmp_path, "SELECT count(*) FROM entries GROUP BY report"))) == 1


async def test_who_is_erased_is_called_nothing(square):
    await called(square)
    await walk(square.town, square.ana, ("/fshij", "Yes, erase everything"))
    assert NONE in (await opened(square, who=square.zana)).text


async def test_what_was_begun_outlives_the_power(square, tmp_path):
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await walk(town, ana, (WHO, "A made-up name", f"“{SWALLOW}”"))
    await town.service.database.close()
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.settle()
        assert "The made-up name is read together" in (await again.press(ana, "Confirm")).text


async def test_a_second_tap_gives_it_once(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await walk(town, ana, (WHO, "A made-up name", f"“{SWALLOW}”"))
    preview = town.heard(ana)
    ana.presses("Confirm", message=preview)
    ana.presses("Confirm", message=preview)
    await town.settle()
    assert (await opened(square, who=square.zana)).text.count(ENTRY) == 1


async def test_back_leads_to_the_report_and_cancel_leaves_it_as_it_is(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await town.press(ana, WHO)
    assert "State: report received" in (await town.press(ana, "Back")).text
    await walk(town, ana, (WHO, "My real name"))
    assert "You need not give a name." in (await town.press(ana, "Back")).text
    assert "nothing was changed" in (await town.press(ana, "Cancel")).text
    assert NONE in (await opened(square, who=square.zana)).text


async def test_in_albanian_it_is_said_in_albanian(square):
    town = square.town
    beni = await town.citizen("Beni")
    await walk(town, beni, ("/raporto", "Jo", "Zhurmë", "“Muzikë natën.”", "Kapërce", "Shto një emër"))
    await walk(town, beni, ("Emër i sajuar", "“Agim Hoxha”"))
    assert "“Agim Hoxha” duket si emër i vërtetë" in town.heard(beni).text
    assert "Emri i sajuar: Dallëndyshja" in (await town.say(beni, SWALLOW)).text
    await town.press(beni, "Dërgo")
    await walk(town, beni, ("/te_miat", RECEIPT, "Thuaj kush jam"))
    assert "Tani: me një emër të sajuar." in town.heard(beni).text
    assert "Emri u hoq" in (await town.press(beni, "Hiqe emrin")).text
