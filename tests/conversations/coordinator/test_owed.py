"""What is owed: comments from elsewhere, filed and joined, many answered by one reason, and each author told once."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.comments.model import ANONYMOUS, NewComment, Words
from participation.ids import ConsultationId
from participation.people.model import Role
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import comment, forged, loses_office, texts_since
from tests.town import open_town

ODD = "Ujë & <b>\u200fشرب</b> 🙂 {count} %s"


async def page(square, who=None):
    officer = who or square.zana
    await square.town.say(officer, "/zyra")
    await square.town.press(officer, "Consultations")
    return await square.town.press(officer, "Plani Social")


async def opened(square, receipt="PR-2023-0001", who=None):
    return await square.town.say(who or square.zana, receipt)


async def by_hand(square, *, way="Paper", day="Today", words="A letter.", name=""):
    """A whole comment from elsewhere; the last screen."""
    town, zana = square.town, square.zana
    await page(square)
    await town.press(zana, "Add a comment from elsewhere")
    await town.press(zana, way)
    if day in {"Today", "Yesterday"}:
        await town.press(zana, day)
    else:
        await town.say(zana, day)
    await town.say(zana, words)
    if name:
        await town.press(zana, "The name of an organisation")
        await town.say(zana, name)
    else:
        await town.press(zana, "Without a name")
    return await town.press(zana, "Keep the comment")


async def themed(square, receipt, theme):
    await opened(square, receipt)
    await square.town.press(square.zana, "Theme")
    return await square.town.say(square.zana, theme)


async def three_about_water(square):
    """Three comments by three people on one theme, and a fourth one on something else."""
    people = [square.ana, *[await square.town.citizen(name, "English") for name in ("Beni", "Cara", "Dea")]]
    for person, words in zip(people, ("We need water.", "Water!", "No water here.", "More buses."), strict=True):
        await comment(square.town, person, words)
    for number in (1, 2, 3):
        await themed(square, f"PR-2023-000{number}", "Water")
    return people


async def to_the_last_look(square, reason="It is in the plan of 2024."):
    town, zana = square.town, square.zana
    await page(square)
    await town.press(zana, "All comments")
    await town.press(zana, "Answer several at once")
    await town.press(zana, "Water (3)")
    await town.press(zana, "Accept in part")
    return await town.say(zana, reason)


@pytest.mark.parametrize(
    ("way", "came"),
    [
        ("E-mail", "by e-mail"),
        ("Paper", "on paper"),
        ("Meeting", "at a meeting"),
        ("Register", "through the register"),
        ("Another way", "another way"),
    ],
)
async def test_a_comment_from_elsewhere_gets_a_number_of_the_same_series(square, way, came):
    await comment(square.town, square.ana, "More buses.")
    kept = await by_hand(square, way=way, words=ODD, name="Shoqata “Vjosa” <i>")
    assert kept.text.startswith("Kept under number PR-2023-0002")
    shown = await square.town.press(square.zana, "Show the comment")
    assert f"It came {came}." in shown.text
    assert "For the organisation: Shoqata “Vjosa” <i>" in shown.text
    assert ODD.replace("\u200f", "") in shown.text.replace("\u200f", "")
    assert "comment typed in" in await noted(square.town)


async def test_a_photo_of_a_letter_is_a_comment_too(square):
    town, zana = square.town, square.zana
    await page(square)
    await town.press(zana, "Add a comment from elsewhere")
    await town.press(zana, "Paper")
    await town.press(zana, "Yesterday")
    await town.do(zana, lambda: zana.sends_photo(town.bot))
    await town.press(zana, "Without a name")
    assert "Attached: 1 photo." in town.heard(zana).text
    await town.press(zana, "Keep the comment")
    await opened(square)
    assert [m.kind for m in zana.chat().messages[-2:]] == ["photo", "text"]


async def test_what_came_after_the_deadline_is_late_and_no_day_is_still_to_come(square):
    square.town.clock.set(wall(date(2023, 8, 22), time(10)))
    town, zana = square.town, square.zana
    await page(square)
    await town.press(zana, "Add a comment from elsewhere")
    await town.press(zana, "E-mail")
    assert "That day is still to come." in (await town.say(zana, "23.8.2023")).text
    await town.say(zana, "19.8.2023")
    await town.say(zana, "Late letter.")
    assert "it will be marked late" in (await town.press(zana, "Without a name")).text
    assert "It came after the deadline." in (await town.press(zana, "Keep the comment")).text


async def test_who_wrote_another_way_is_told_by_the_coordinator_with_a_text_to_copy(square):
    town, zana = square.town, square.zana
    await by_hand(square, way="E-mail")
    await opened(square)
    await town.press(zana, "Answer")
    await town.press(zana, "Do not accept")
    await town.say(zana, "S'ka fonde.")
    await town.press(zana, "Send")
    *_, told, text = town.seen(zana)
    assert "The comment came by e-mail: please tell its author yourself." in told
    assert text.startswith("Për komentin tuaj të datës 20 qershor 2023 për “Plani Social 2024–2027”")
    assert "Arsyetimi: S'ka fonde." in text
    assert "A text to copy" in (await opened(square)).labels
    assert (await town.press(zana, "A text to copy")).text == text


async def test_a_comment_is_filed_and_what_was_used_before_is_offered(square):
    town, zana = square.town, square.zana
    for words in ("Water.", "Water pipes."):
        await comment(town, square.ana, words)
    assert "Theme: Uji & <b>" in (await themed(square, "PR-2023-0001", "Uji & <b>")).text
    await town.press(zana, "Article or part")
    assert "Article or part: Neni 5/1" in (await town.say(zana, "Neni 5/1")).text
    await town.press(zana, "Sent to the unit")
    await town.say(zana, "Drejtoria e Ujit")
    assert "Sent in writing to Drejtoria e Ujit on 20 June 2023" in (await town.press(zana, "Today")).text
    await opened(square, "PR-2023-0002")
    assert "Uji & <b>" in (await town.press(zana, "Theme")).labels
    assert "Theme: Uji & <b>" in (await town.press(zana, "Uji & <b>")).text
    await town.press(zana, "Sent to the unit")
    await town.press(zana, "Drejtoria e Ujit")
    assert "on 12 June 2023" in (await town.say(zana, "12.6.2023")).text
    await town.press(zana, "Theme")
    assert "Theme:" not in (await town.press(zana, "Without a theme")).text
    assert (await noted(town)).count("comment filed") == 6


@pytest.mark.parametrize("theme", ["x" * 61, "\u2800 \u200b"])
async def test_a_theme_is_a_few_words(square, theme):
    await comment(square.town, square.ana, "Water.")
    asked = await themed(square, "PR-2023-0001", theme)
    assert "What is it about?" in asked.text
    assert "Theme" in (await opened(square)).labels


async def test_all_comments_are_listed_whatever_way_they_came_and_by_theme(square):
    town, zana = square.town, square.zana
    await three_about_water(square)
    await by_hand(square, way="Meeting")
    await page(square)
    listed = await town.press(zana, "All comments")
    assert "5 comments, the newest first." in listed.text
    which = await town.press(zana, "Choose which")
    assert {
        "All (5)",
        "Not decided yet (5)",
        "Came at a meeting (1)",
        "Came here, on Telegram (4)",
        "Water (3)",
    } <= set(which.labels)
    assert "Theme: Water\n\n3 comments" in (await town.press(zana, "Water (3)")).text
    await town.press(zana, "Choose which")
    at_meetings = await town.press(zana, "Came at a meeting")
    assert [one for one in at_meetings.labels if one.startswith("PR-")] == ["PR-2023-0005: A letter."]


async def test_the_desk_says_first_what_is_owed_and_what_is_late_comes_first(square):
    town, zana = square.town, square.zana
    await comment(town, square.ana, "More buses.")
    assert "You owe 1 answer." in (await town.say(zana, "/zyra")).text
    await town.until(wall(date(2023, 9, 20), time(10)), timedelta(days=10))
    await town.start(square.ana, "k_1")
    await town.press(square.ana, "Comment")
    await town.say(square.ana, "Late words.")
    await town.press(square.ana, "Without a name")
    await town.press(square.ana, "Send")
    desk = await town.say(zana, "/zyra")
    assert desk.text.startswith("Coordinator's desk\n\nYou owe 2 answers, 1 late.")
    owed = await town.press(zana, "Comments to answer")
    assert owed.labels[:2] == ["PR-2023-0001, overdue: More buses.", "PR-2023-0002: Late words."]


@pytest.mark.on_both
async def test_one_reason_reaches_each_author_of_a_theme_once_and_nobody_else(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    before = [len(town.seen(person)) for person in people]
    look = await to_the_last_look(square)
    assert "This answer goes to the authors of 3 comments, each on their own:" in look.text
    assert "PR-2023-0003: No water here." in look.text
    done = await town.press(zana, "Send")
    assert "One answer for 3 comments: sent" in done.text
    assert "You owe 1 answer." in done.text
    told = [texts_since(town, person, count) for person, count in zip(people, before, strict=True)]
    for number, heard in enumerate(told[:3], start=1):
        assert heard.count("The answer to your comment") == 1
        assert f"PR-2023-000{number}" in heard
        assert "The reason: It is in the plan of 2024." in heard
    assert "The answer to your comment" not in told[3]
    assert "answer to 3 together" in await noted(town)


async def test_a_second_tap_answers_nobody_twice(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    await to_the_last_look(square)
    zana.presses("Send", town.bot)
    zana.presses("Send", town.bot)
    await town.settle()
    assert [text.count("The answer to your comment") for text in map("\n".join, map(town.seen, people))] == [1, 1, 1, 0]


@pytest.mark.on_both
async def test_whoever_answers_one_of_them_meanwhile_is_not_answered_over(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    era = await town.officer("Era", role=Role.DEPUTY)
    await to_the_last_look(square)
    await opened(square, "PR-2023-0002", who=era)
    await town.press(era, "Answer")
    await town.press(era, "Accept")
    await town.press(era, "Without a reason")
    await town.press(era, "Send")
    told = await town.press(zana, "Send")
    assert "Some of these were answered or joined in the meantime." in told.text
    assert "This answer goes to the authors of 2 comments" in told.text
    assert "The answer to your comment" not in "\n".join(town.seen(people[0]))
    await town.press(zana, "Send")
    beni = "\n".join(town.seen(people[1]))
    assert beni.count("The answer to your comment") == 1
    assert "Your comment was accepted." in beni


async def test_after_a_restart_the_group_is_still_there(square, tmp_path):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    await to_the_last_look(square)
    await town.service.database.close()
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.press(zana, "Send")
        assert [t.count("The answer to your comment") for t in map("\n".join, map(again.seen, people))] == [1, 1, 1, 0]


async def test_they_are_picked_one_by_one_too(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    await page(square)
    await town.press(zana, "All comments")
    await town.press(zana, "Answer several at once")
    await town.press(zana, "Pick them one by one")
    await town.press(zana, "PR-2023-0004")
    shown = await town.press(zana, "PR-2023-0001")
    assert "2 comments are picked." in shown.text
    assert [one[:14] for one in shown.labels if one.startswith("✓")] == ["✓ PR-2023-0001", "✓ PR-2023-0004"]
    assert "1 comment is picked." in (await town.press(zana, "✓ PR-2023-0004")).text
    await town.press(zana, "PR-2023-0004")
    await town.press(zana, "Go on")
    await town.press(zana, "Accept")
    await town.press(zana, "Without a reason")
    assert "One answer for 2 comments: sent" in (await town.press(zana, "Send")).text
    assert [t.count("was accepted.") for t in map("\n".join, map(town.seen, people))] == [1, 0, 0, 1]


@pytest.mark.on_both
async def test_what_is_joined_gets_the_answer_of_the_one_that_leads(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    await opened(square, "PR-2023-0003")
    candidates = await town.press(zana, "It says the same as…")
    assert "PR-2023-0003" not in candidates.labels
    both = await town.press(zana, "PR-2023-0001")
    assert "They will have one decision and one reason." in both.text
    joined = await town.press(zana, "Yes, the same")
    assert "It says the same as PR-2023-0001 and gets the same answer." in joined.text
    assert "Answered together with it: PR-2023-0003." in (await opened(square, "PR-2023-0001")).text
    assert "Answered together with it: PR-2023-0003." in (await town.press(zana, "Answer")).text
    await town.press(zana, "Do not accept")
    await town.say(zana, "No money.")
    await town.press(zana, "Send")
    assert [t.count("The reason: No money.") for t in map("\n".join, map(town.seen, people))] == [1, 0, 1, 0]
    assert "Take it apart" not in (await opened(square, "PR-2023-0003")).labels


async def test_it_can_be_taken_apart_until_it_is_answered(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    await opened(square, "PR-2023-0003")
    await town.press(zana, "It says the same as…")
    await town.say(zana, "pr 2023 1")
    await town.press(zana, "Yes, the same")
    assert "answered by itself again" in (await town.press(zana, "Take it apart")).text
    await opened(square, "PR-2023-0001")
    await town.press(zana, "Answer")
    await town.press(zana, "Accept")
    await town.press(zana, "Without a reason")
    await town.press(zana, "Send")
    assert [t.count("was accepted.") for t in map("\n".join, map(town.seen, people))] == [1, 0, 0, 0]


async def test_who_has_erased_their_data_is_answered_and_told_nothing(square):
    town, zana = square.town, square.zana
    people = await three_about_water(square)
    await town.say(people[1], "/fshij")
    await town.press(people[1], "Yes, erase")
    before = len(town.seen(people[1]))
    await to_the_last_look(square)
    assert "One answer for 3 comments: sent" in (await town.press(zana, "Send")).text
    assert town.seen(people[1])[before:] == []


async def test_an_officer_of_another_institution_reaches_nothing_by_forged_buttons(square):
    town = square.town
    people = await three_about_water(square)
    await ensure_institution(FirstInstitution("Bashkia Elbasan", "Elbasan", "EL"), town.service.database)
    mira = await town.officer("Mira", institution="Bashkia Elbasan")
    for data in (
        *("lc~1~~0~0", "lv~1", "ah~1", "at~1~1", "at~1~0", "fc~1~theme", "fc~1~same", "fc~1~nonsense", "ta~1", "tx~1"),
        *("sd~1~1687248000000", "cp~1", "ct~1~head", "cw~1", "cx~1~1", "c~1", "ac~1"),
    ):
        said = await forged(square, mira, data)
        assert "We need water" not in said
        assert any(words in said for words in ("not for you", "Only a coordinator", "does nothing any more")), data
    for data in ("lc~1~~0~0", "ah~1", "at~1~1", "fc~1~theme", "sd~1~1687248000000"):
        assert "Only a coordinator" in await forged(square, people[3], data)
    assert "not for you" in await forged(square, people[3], "cp~1")


async def test_whoever_loses_the_office_goes_on_with_none_of_it(square):
    town = square.town
    await three_about_water(square)
    era = await town.officer("Era", role=Role.DEPUTY)
    await town.do(era, lambda: era.presses_data(town.bot, "at~1~1"))
    await loses_office(town, era)
    assert "Only a coordinator" in (await town.press(era, "Accept in part")).text


async def test_four_hundred_are_answered_in_one_go(square):
    town, zana = square.town, square.zana
    await comment(town, square.ana, "Water.")
    async with town.service.database.transaction() as unit:
        first = await unit.comments.get(await unit.comments.find("PR-2023-0001"))
        for number in range(2, 401):
            new = NewComment(
                f"PR-2023-{number:04d}", ConsultationId(1), None, Words(f"{ODD} {number}"), ANONYMOUS,
                left_at=first.left_at, read_at=first.left_at, late=False,
            )  # fmt: skip
            kept = await unit.comments.add(new)
            await unit.ledger.file(kept, replace(first.filing, theme="Water"))
        await unit.ledger.file(first.id, replace(first.filing, theme="Water"))
    await page(square)
    assert "400 comments" in (await town.press(zana, "All comments")).text
    await town.press(zana, "Answer several at once")
    await town.press(zana, "Water (400)")
    await town.press(zana, "Accept")
    await town.press(zana, "Without a reason")
    assert "One answer for 400 comments: sent" in (await town.press(zana, "Send")).text
    assert "Your comment was accepted." in town.heard(square.ana).text


async def test_a_second_letter_of_the_same_day_takes_two_steps_less(square):
    town, zana = square.town, square.zana
    await by_hand(square, way="E-mail", day="19 qershor 2023")
    await town.press(zana, "Add another like it")
    await town.say(zana, "Another e-mail.")
    checked = await town.press(zana, "Without a name")
    assert "by e-mail" in checked.text
    assert "19 June 2023" in checked.text
    assert "PR-2023-0002" in (await town.press(zana, "Keep the comment")).text
    assert "not here any more" in await forged(square, zana, "ahl~1~pigeon~2023-06-19")
    assert "still to come" in await forged(square, zana, "ahl~1~email~2033-06-19")


async def test_several_are_answered_from_the_list_of_what_is_owed(square):
    town, zana = square.town, square.zana
    await comment(town, square.ana, "More buses.")
    await town.say(zana, "/zyra")
    assert "Answer several at once" not in (await town.press(zana, "Comments to answer")).labels
    await comment(town, square.ana, "More trains.")
    await town.say(zana, "/zyra")
    await town.press(zana, "Comments to answer")
    assert "Pick them one by one" in (await town.press(zana, "Answer several at once")).labels


async def test_before_a_letter_is_answered_it_is_said_who_tells_its_author(square):
    town, zana = square.town, square.zana
    await by_hand(square, way="E-mail")
    await opened(square)
    for step in ("Answer", "Do not accept"):
        await town.press(zana, step)
    asked = await town.say(zana, "There is no money.")
    assert "The comment came by e-mail: please tell its author yourself." in asked.text
    assert "goes to the author" not in asked.text
