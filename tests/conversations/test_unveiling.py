"""A name that was given with a report: it opens to two officers, for a day, and to nobody else; each step is noted."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, ReportId
from participation.people.model import Role
from participation.people.usecases import send_away
from participation.reports.casework import carry_out
from participation.reports.life import Act
from participation.reports.model import Deed
from storage.tables import audit, reports
from tests.conversations.steps import RECEIPT, forged, named_report, numbers, opened, own, raw, report, rows
from tests.conversations.test_cases import close
from tests.town import open_town
from tests.unit.documents.test_sheets import opened as pages

NAME = "Zamira Lumturi"
REASON = "She may need a doctor tonight."
CLOSED = "A name was given; it is closed."
NONE = "No name was given."
ASK, SHOW = "Ask to see the name", "Show the name"
AGREE, DECLINE, LOOK = "ny~1~1", "nn~1~1", "ns~1"
ON_PAGE = "Why a colleague asks for the name"
OVER = "This request is over"
SHUT = "The name is closed for you"


async def named(square, about="Traffic"):
    """Ana has reported, with a name."""
    return await named_report(square.town, square.ana, NAME, about)


async def ask(square, officer, reason=REASON, receipt=RECEIPT):
    """An officer asks for the name."""
    await opened(square, receipt, officer)
    await square.town.press(officer, ASK)
    await square.town.say(officer, reason)
    return await square.town.press(officer, "Confirm")


async def cut(square, receipt=RECEIPT):
    await square.town.say(square.ana, "/te_miat")
    await square.town.press(square.ana, receipt)
    await square.town.press(square.ana, "Cut the thread to me")
    await square.town.press(square.ana, "Yes, cut it")


async def sent_away(square, officer, *, back=False):
    """An officer loses the office, and perhaps has it again at once."""
    town, place = square.town, InstitutionId(square.town.institution)
    async with town.service.database.transaction() as unit:
        person = await unit.addresses.find(town.bot.id, officer.id)
        await send_away(person, institution=place, uow=unit, now=town.clock.now())
        if back:
            await unit.people.appoint(person, place, Role.COORDINATOR)


async def noted(square):
    """What the register of deeds says of names."""
    async with square.town.service.database.reading() as unit:
        wanted = select(audit.c.action, audit.c.subject).where(audit.c.action.like("name %")).order_by(audit.c.id)
        return [tuple(row) for row in (await unit._connection.execute(wanted)).all()]


@pytest.fixture
async def era(square):
    """A second one at the desk."""
    return await square.town.officer("Era", "English", role=Role.DEPUTY)


@pytest.fixture
async def asked(square, era):
    """Zana has asked for the name that Ana gave."""
    await named(square)
    await ask(square, square.zana)


@pytest.mark.on_both
async def test_a_name_opens_by_two_and_its_sender_hears_of_it(square, era):
    town, ana, zana = square.town, square.ana, square.zana
    receipt = await named(square)
    assert "Your name is kept closed. It opens only if one of those who read it writes why" in receipt.text
    shown = await opened(square, who=zana)
    assert CLOSED in shown.text
    await town.press(zana, ASK)
    preview = await town.say(zana, REASON)
    assert REASON in preview.text
    await town.press(zana, "Confirm")
    asked = town.heard(era)
    assert f"{RECEIPT}: may a colleague see the name?\n\nWho asks: administrator.\n\n“{REASON}”" in asked.text
    assert asked.labels == ["Agree", "Decline", "Show the report"]
    agreed = await town.press(era, "Agree")
    assert "until Wednesday, 21 June 2023" in agreed.text
    assert "A colleague agreed." in town.heard(zana).text
    assert NAME not in "\n".join(town.seen(zana) + town.seen(era))
    assert "name" not in town.heard(ana).text, "what nobody has looked at was not opened"
    assert (await town.press(zana, SHOW)).text.startswith(f"{RECEIPT}: the name\n\n{NAME}\n\n")
    assert town.heard(ana).text == f"{RECEIPT}: the name you gave was opened."
    told = (await own(square)).text
    assert "The name you gave was opened: one of those who read it wrote why, and another one agreed." in told
    assert REASON not in told
    assert NAME in (await town.press(era, SHOW)).text
    assert "\n".join(town.seen(ana)).count("the name you gave was opened") == 1
    assert await noted(square) == [(f"name {what}", RECEIPT) for what in ("ask", "agree", "look", "look")]


async def test_nothing_shows_a_name_that_is_closed(square, era):
    """Neither the page, nor the digest, nor what is taken along; not even while somebody asks for it."""
    town, zana = square.town, square.zana
    await named(square)
    await ask(square, zana)
    await opened(square, who=zana)
    for label in ("All reports", "Figures"):
        await town.press(zana, label)
    lists = [await town.press(zana, label) for label in ("List of reports (XLSX)", "List of reports (CSV)")]
    await town.press(zana, "This month")
    figures = [await town.press(zana, label) for label in ("XLSX", "CSV")]
    taken = [sent.file.content for sent in (*lists, *figures)]
    read = [str(pages(one)) if one.startswith(b"PK") else one.decode("utf-8-sig") for one in taken]
    assert RECEIPT in read[0]
    await town.pass_time(timedelta(days=3), timedelta(hours=6))
    read += [*town.seen(zana), *town.seen(era)]
    assert "1 report" in "\n".join(read)
    assert [one for one in read if NAME in one] == []


async def test_no_name_and_no_reason_stand_in_the_files(square, era, tmp_path):
    town, zana = square.town, square.zana
    await named(square)
    await ask(square, zana)
    await town.press(era, "Agree")
    await opened(square, who=zana)
    assert NAME in (await town.press(zana, SHOW)).text
    kept = raw(tmp_path)
    assert [word for word in (NAME, REASON) if word.encode() in kept] == []


async def test_a_third_colleague_is_asked_and_does_not_see_it(square, era, asked):
    town = square.town
    mira = await town.officer("Mira", "English", role=Role.COORDINATOR)
    await town.press(era, "Agree")
    shown = await opened(square, who=mira)
    assert CLOSED in shown.text
    assert SHOW not in shown.labels
    assert SHUT in await forged(square, mira, LOOK)
    assert OVER in await forged(square, mira, AGREE)
    assert OVER in await forged(square, mira, DECLINE)
    assert NAME not in "\n".join(town.seen(mira))


async def test_the_council_is_asked_nothing(square):
    town = square.town
    chair = await town.officer("Kreu", "English", role=Role.CHAIR)
    await named(square)
    before = len(town.seen(chair))
    await opened(square, who=square.zana)
    assert "nobody else here may read this report" in (await town.press(square.zana, ASK)).text
    assert len(town.seen(chair)) == before
    assert "Only a coordinator" in await forged(square, chair, LOOK)


async def test_who_is_alone_is_told_whom_to_ask_and_nothing_is_kept(square, tmp_path):
    await named(square)
    await opened(square, who=square.zana)
    told = (await square.town.press(square.zana, ASK)).text
    assert "Somebody else has to be invited to the same office first, with /fto." in told
    assert rows(tmp_path, "unveilings") == []
    assert await noted(square) == []


async def test_who_is_left_alone_while_writing_keeps_nothing(square, era, tmp_path):
    town, zana = square.town, square.zana
    await named(square)
    await opened(square, who=zana)
    await town.press(zana, ASK)
    await town.say(zana, REASON)
    await sent_away(square, era)
    assert "nobody else here may read this report" in (await town.press(zana, "Confirm")).text
    assert rows(tmp_path, "unveilings") == []


async def test_nobody_agrees_with_themselves(square, era, asked):
    assert "somebody else must agree" in await forged(square, square.zana, AGREE)
    assert "somebody else must agree" in await forged(square, square.zana, DECLINE)
    assert SHUT in await forged(square, square.zana, LOOK)


async def test_a_reason_is_in_words(square, era):
    town, zana = square.town, square.zana
    await named(square)
    await opened(square, who=zana)
    await town.press(zana, ASK)
    assert "Please write it in words." in (await town.say(zana, "...")).text
    await town.say(zana, REASON)
    written = [one for one in zana.chat(town.bot).messages if one.text == REASON][-1]
    assert "Please write it in words." in (await town.do(zana, lambda: zana.edits(written, "…"))).text
    assert "cannot use this here" in (await town.do(zana, lambda: zana.sends_photo(town.bot))).text
    for _ in range(2):
        await town.say(zana, "a" * 4000)
    assert "This is too long" not in "\n".join(town.seen(zana))
    await town.say(zana, "a" * 4000)
    assert "This is too long" in "\n".join(town.seen(zana))


async def test_declined_it_stays_closed_and_can_be_asked_for_again(square, era, asked, tmp_path):
    town, zana = square.town, square.zana
    assert "the name stays closed" in (await town.press(era, "Decline")).text
    assert "A colleague declined: the name stays closed." in town.heard(zana).text
    assert rows(tmp_path, "unveilings") == []
    assert OVER in await forged(square, era, AGREE)
    assert SHUT in await forged(square, zana, LOOK)
    await ask(square, zana, "He has called again.")
    assert OVER in await forged(square, era, AGREE), "the button of the old request answers no new one"
    await forged(square, era, "ny~1~2")
    assert SHOW in (await opened(square, who=zana)).labels
    assert [action for action, _ in await noted(square)] == ["name ask", "name decline", "name ask", "name agree"]


async def test_a_second_tap_does_nothing_more(square, era, asked):
    town = square.town
    await town.press(era, "Agree")
    assert "You have agreed." in await forged(square, era, AGREE)
    assert OVER in await forged(square, era, DECLINE), "what was agreed is not declined any more"
    before = len(town.seen(square.zana))
    assert [action for action, _ in await noted(square)] == ["name ask", "name agree"]
    assert "asked for already" in await forged(square, square.zana, "nq~1")
    assert len(town.seen(square.zana)) == before + 1


async def test_one_request_waits_at_a_time(square, era, asked):
    town = square.town
    shown = await opened(square, who=era)
    assert "A colleague asks to see it." in shown.text
    assert ASK not in shown.labels
    assert "asked for already" in await forged(square, era, "nq~1")
    request = await town.press(era, ON_PAGE)
    assert f"“{REASON}”" in request.text
    mine = await opened(square, who=square.zana)
    assert "You have asked to see it: a colleague must agree." in mine.text
    assert {ASK, SHOW, ON_PAGE}.isdisjoint(mine.labels)


async def test_after_a_day_it_is_over_and_must_be_asked_for_again(square, era, asked):
    town, zana = square.town, square.zana
    await town.press(era, "Agree")
    town.clock.move(timedelta(hours=23, minutes=59))
    assert NAME in await forged(square, zana, LOOK)
    town.clock.move(timedelta(minutes=1))
    assert SHUT in await forged(square, zana, LOOK)
    assert SHUT in await forged(square, era, LOOK)
    assert OVER in await forged(square, era, AGREE), "an old yes does not open it once more"
    shown = await opened(square, who=zana)
    assert (CLOSED in shown.text, ASK in shown.labels) == (True, True)


async def test_a_request_that_nobody_answers_is_over_after_a_week(square, era, asked):
    town, zana = square.town, square.zana
    town.clock.move(timedelta(days=7))
    assert ON_PAGE in (await opened(square, who=era)).labels
    town.clock.move(timedelta(days=1))
    assert OVER in await forged(square, era, AGREE)
    assert ASK in (await opened(square, who=zana)).labels


@pytest.mark.parametrize("back", [False, True])
async def test_a_request_goes_with_whoever_asked(square, era, asked, tmp_path, back):
    """Also if they come again: nobody finds an old request of theirs."""
    await sent_away(square, square.zana, back=back)
    assert OVER in await forged(square, era, AGREE)
    assert rows(tmp_path, "unveilings") == []


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("who", ["asker", "agreer"])
async def test_an_open_name_closes_when_one_of_the_two_is_dismissed(square, era, asked, who, back):
    town, zana = square.town, square.zana
    await town.press(era, "Agree")
    gone, left = (zana, era) if who == "asker" else (era, zana)
    await sent_away(square, gone, back=back)
    assert SHUT in await forged(square, left, LOOK)
    assert (SHUT if back else "Only a coordinator") in await forged(square, gone, LOOK)
    assert CLOSED in (await opened(square, who=left)).text


@pytest.mark.parametrize("step", ["asked", "agreed", "seen"])
async def test_who_cut_their_thread_is_like_whoever_gave_no_name(square, era, step, tmp_path):
    """Nobody learns from it that a thread was cut: each button says what it says of a report without a name."""
    town, zana = square.town, square.zana
    second = RECEIPT.replace("0001", "0002")
    await report(town, square.ana)
    await named(square)
    for receipt in (RECEIPT, second):  # from then on each may be about the same as the other
        await opened(square, receipt, zana)
    nameless = [
        (await opened(square, who=zana)).text.replace(RECEIPT, ""),
        town.heard(zana).labels,
        *[await forged(square, who, data) for who in (zana, era) for data in ("nq~1", "nr~1", AGREE, DECLINE, LOOK)],
    ]
    assert NONE in nameless[0]
    assert set(nameless[2:]) == {NONE}
    await ask(square, zana, receipt=second)
    if step != "asked":
        await town.press(era, "Agree")
    if step == "seen":
        assert NAME in await forged(square, zana, "ns~2")
    await cut(square, second)
    data = ("nq~2", "nr~2", "ny~2~1", "nn~2~1", "ns~2")
    assert [
        (await opened(square, second, zana)).text.replace(second, ""),
        town.heard(zana).labels,
        *[await forged(square, who, one) for who in (zana, era) for one in data],
    ] == nameless
    assert rows(tmp_path, "unveilings") == []
    assert numbers(tmp_path, "SELECT count(*) FROM entries WHERE report = 2") == numbers(
        tmp_path, "SELECT count(*) FROM entries WHERE report = 1"
    )


async def test_who_is_erased_leaves_no_request_behind(square, era, asked, tmp_path):
    town = square.town
    await town.say(square.ana, "/fshij")
    await town.press(square.ana, "Yes, erase everything")
    assert await forged(square, era, AGREE) == NONE
    assert rows(tmp_path, "unveilings") == []


async def test_a_cut_in_between_reaches_a_letter_that_waits(square, era):
    """Era's phone is quiet at night; by the morning there is no name any more, and no letter about one."""
    town = square.town
    await named(square)
    town.clock.move(timedelta(hours=13))
    before = len(town.seen(era))
    await ask(square, square.zana)
    assert len(town.seen(era)) == before
    await cut(square)
    await town.pass_time(timedelta(hours=12), timedelta(hours=1))
    assert "may a colleague see the name?" not in "\n".join(town.seen(era)[before:])


async def test_of_an_urgent_report_it_is_asked_also_at_night(square, era):
    town = square.town
    await named(square, about="Weapons")
    town.clock.move(timedelta(hours=13))
    await ask(square, square.zana)
    assert "may a colleague see the name?" in town.heard(era).text


async def test_a_report_that_has_expired_takes_its_requests_along(square, era, tmp_path):
    town, zana = square.town, square.zana
    await named(square)
    await close(square)
    await ask(square, zana)
    await forged(square, era, AGREE)
    assert NAME in await forged(square, zana, LOOK), "also of one that is closed"
    await town.pass_time(timedelta(days=366), timedelta(days=61))
    assert rows(tmp_path, "reports") == rows(tmp_path, "unveilings") == []
    for officer, data in ((zana, "nq~1"), (zana, "nr~1"), (era, AGREE), (era, DECLINE), (zana, LOOK)):
        assert "not here any more" in await forged(square, officer, data)


async def test_what_was_agreed_outlives_the_power(square, era, asked, tmp_path):
    town, zana = square.town, square.zana
    await town.press(era, "Agree")
    await town.service.database.close()
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.settle()
        zana.presses_data(again.bot, LOOK)
        await again.settle()
        assert NAME in again.heard(zana).text


async def test_what_nobody_has_read_is_not_asked_for(square, era, tmp_path):
    """It was opened again by its sender, and an old button is pressed."""
    town = square.town
    await named(square)
    await close(square, "Could not be solved", "No money.")
    await own(square)
    await town.press(square.ana, "No, look at it again")
    assert "not possible any more" in await forged(square, square.zana, "nq~1")


async def test_no_officer_writes_alone_that_a_name_was_looked_at(square):
    await named(square)
    await opened(square, who=square.zana)
    async with square.town.service.database.transaction() as unit:
        by = await unit.addresses.find(square.town.bot.id, square.zana.id)
        with pytest.raises(Refused) as refused:
            await carry_out(ReportId(1), Deed(Act.UNVEIL), by=by, uow=unit, now=square.town.clock.now())
    assert refused.value.why is Refusal.NOT_ALLOWED


async def test_beside_a_report_nothing_tells_whether_it_bears_a_name(square):
    await report(square.town, square.ana)
    await named(square)
    async with square.town.service.database.reading() as unit:
        kept = (await unit._connection.execute(select(reports).order_by(reports.c.id))).mappings().all()
    clear = [{name: v for name, v in row.items() if name not in {"id", "receipt", "account", "due"}} for row in kept]
    assert clear[0] == clear[1]
    for sealed in ("account", "due"):
        assert len(kept[0][sealed]) == len(kept[1][sealed])
