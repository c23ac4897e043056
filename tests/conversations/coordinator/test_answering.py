"""Answering a comment: a decision, a reason, a look, and the author has it."""

from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from bot.taps import ONE_WISH
from participation.clock import wall
from participation.comments.usecases import answer_owed_by
from participation.ids import CommentId
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.things import THINGS
from tests.conversations.steps import comment
from tests.town import announce


@pytest.fixture
async def ana(town, era):
    """Somebody whose comment waits."""
    await announce(town, era)
    person = await town.citizen("Ana", "English")
    await comment(town, person, "We need a day centre.")
    return person


async def open_comment(town, era, receipt="PR-2023-0001"):
    """The coordinator opens a comment and begins to answer."""
    await town.say(era, "/zyra")
    await town.press(era, "Comments to answer")
    await town.press(era, receipt)
    return await town.press(era, "Answer")


@pytest.mark.parametrize(
    ("decision", "verdict"),
    [
        ("Accept in part", "accepted in part"),
        ("Do not accept", "not accepted"),
        ("Outside this", "outside the subject"),
    ],
)
async def test_a_decision_and_its_reason_reach_an_anonymous_author(town, era, ana, decision, verdict):
    question = await open_comment(town, era)
    assert "We need a day centre." in question.text
    asked = await town.press(era, decision)
    assert "Without a reason" not in asked.labels
    preview = await town.say(era, "There is no money for it in 2024.")
    assert "There is no money for it in 2024." in preview.text
    done = await town.press(era, "Send")
    assert done.text.startswith("PR-2023-0001 is answered")
    heard = town.heard(ana).text
    assert "PR-2023-0001" in heard
    assert verdict in heard
    assert "There is no money for it in 2024." in heard


async def test_a_voice_a_photo_and_a_file_reach_the_coordinator(town, era):
    await announce(town, era)
    ana = await town.citizen("Ana", "English")
    await town.start(ana, "k_1")
    await town.press(ana, "Comment")
    await town.do(ana, lambda: ana.sends_voice(town.bot))
    await town.do(ana, lambda: ana.sends_photo(town.bot))
    await town.do(ana, lambda: ana.sends_document(town.bot, "plan.pdf"))
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    before = len(era.chat().messages)
    await open_comment(town, era)
    assert [m.kind for m in era.chat().messages[before:] if m.kind != "text"] == ["voice", "photo", "document"]


async def test_the_coordinator_sees_that_a_comment_came_late(town, era, ana):
    town.clock.set(wall(date(2023, 8, 21), time(9)))
    await comment(town, ana, "Sorry, late.", on="Closed lately")
    await town.say(era, "/zyra")
    await town.press(era, "Comments to answer")
    assert "It came after the deadline." not in (await town.press(era, "PR-2023-0001")).text
    await town.press(era, "All that are owed")
    assert "It came after the deadline." in (await town.press(era, "PR-2023-0002")).text


async def test_only_full_acceptance_may_do_without_a_reason(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Accept")
    await town.press(era, "Without a reason")
    await town.press(era, "Send")
    assert "accepted" in town.heard(ana).text


async def test_a_blank_reason_is_refused_and_can_be_written(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    assert "the law asks for one" in (await town.say(era, " \n ")).text
    assert "Not now." in (await town.say(era, "Not now.")).text


async def test_a_reason_written_before_the_decision_is_kept(town, era, ana):
    await open_comment(town, era)
    noted = await town.say(era, "The budget is closed.")
    assert "Your reason is noted: The budget is closed." in noted.text
    assert "The budget is closed." in (await town.press(era, "Do not accept")).text


async def test_the_decision_and_the_reason_can_be_changed_before_sending(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    await town.say(era, "First reason.")
    await town.press(era, "Other decision")
    assert "accepted in part" in (await town.press(era, "Accept in part")).text
    await town.press(era, "Other reason")
    preview = await town.say(era, "Second reason.")
    assert "Second reason." in preview.text
    assert "First reason." not in preview.text


async def test_a_reason_may_come_in_several_messages(town, era, ana):
    await open_comment(town, era)
    await town.say(era, "There is no money in 2024.")
    await town.press(era, "Do not accept")
    preview = await town.say(era, "We ask the ministry for it in 2025.")
    assert "There is no money in 2024.\nWe ask the ministry for it in 2025." in preview.text
    await town.press(era, "Send")
    assert "There is no money in 2024.\nWe ask the ministry for it in 2025." in town.heard(ana).text


@pytest.mark.parametrize("decided", [True, False])
async def test_a_reason_that_was_begun_and_left_can_be_gone_on_with(town, era, ana, decided):
    await open_comment(town, era)
    if decided:
        await town.press(era, "Do not accept")
    await town.say(era, "The first part.")
    await town.say(era, "/zyra")
    await town.say(era, "The second part.")
    shown = await town.press(era, "Reason of the answer to PR-2023-0001")
    assert "The first part. The second part." in " ".join(shown.text.split())


async def test_a_reason_that_a_phone_cut_in_two_is_whole_again(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    await town.say(era, "a" * 4_096)
    await town.say(era, "aaa and the end.")
    await town.press(era, "Send")
    assert "aaaaaaa and the end." in "".join(town.seen(ana))


async def test_a_change_of_a_part_of_the_reason_changes_that_part(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    await town.say(era, "First.")
    await town.say(era, "Secnd.")
    second = next(m for m in reversed(era.chat().messages) if m.direction == "in")
    preview = await town.do(era, lambda: era.edits(second, "Second."))
    assert "First.\nSecond." in preview.text


async def test_a_second_tap_on_send_answers_nothing_twice(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Accept")
    preview = await town.press(era, "Without a reason")
    await town.press(era, "Send")
    before = len(town.seen(ana))
    town.clock.move(ONE_WISH)
    era.presses_data(town.bot, next(b.data for row in preview.versions[-2].content.buttons for b in row))
    await town.settle()
    assert "This was done before" in town.heard(era).text
    assert len(town.seen(ana)) == before


async def test_what_a_colleague_has_answered_is_not_answered_again(town, era, ana):
    beni = await town.officer("Beni")
    await open_comment(town, era)
    await open_comment(town, beni)
    await town.press(era, "Accept")
    await town.press(era, "Without a reason")
    await town.press(era, "Send")
    await town.press(beni, "Do not accept")
    await town.say(beni, "No.")
    before = len(town.seen(ana))
    shown = await town.press(beni, "Send")
    assert "has been answered already" in town.seen(beni)[-2]
    assert "Answer: accepted" in shown.text
    assert "Answer" not in shown.labels
    assert len(town.seen(ana)) == before
    beni.presses_data(town.bot, "ac~1")
    await town.settle()
    assert "Answer: accepted" in town.heard(beni).text


async def test_the_next_comment_is_one_tap_away(town, era, ana):
    bora = await town.citizen("Bora", "English")
    await comment(town, bora, "More trees.")
    await open_comment(town, era)
    await town.press(era, "Accept")
    await town.press(era, "Without a reason")
    done = await town.press(era, "Send")
    assert "1 more comment waits." in done.text
    assert "More trees." in (await town.press(era, "Next comment")).text


async def test_many_comments_are_paged_oldest_first(town, era, ana):
    for number in range(2, 9):
        await comment(town, ana, f"Thought {number}.")
    await town.say(era, "/zyra")
    first = await town.press(era, "Comments to answer (8)")
    assert first.labels[0].startswith("PR-2023-0001: We need")
    assert len(first.labels) == 9
    assert "Answer several at once" in first.labels
    shown = first.labels
    second = await town.press(era, "More")
    assert [label[:12] for label in second.labels[:2]] == ["PR-2023-0007", "PR-2023-0008"]
    assert (await town.press(era, "Back")).labels == shown


async def test_a_thing_of_no_use_is_told_so_and_cancel_is_reachable(town, era, ana):
    await open_comment(town, era)
    for act in (None, "Do not accept", "No."):
        if act is not None:
            await (town.say(era, act) if act == "No." else town.press(era, act))
        for send in THINGS:
            assert "Cancel" in (await town.do(era, lambda send=send: send(era, town.bot))).labels
    assert "Nothing was sent" in (await town.press(era, "Cancel")).text


async def test_a_comment_is_marked_as_overdue_from_the_day_after_its_answer_was_owed(town, era, ana):
    async with town.service.database.reading() as unit:
        owed = await answer_owed_by(await unit.comments.get(CommentId(1)), uow=unit)
    marked = []
    for day in (owed, owed + timedelta(days=1)):
        town.clock.set(wall(day, time(10)))
        await town.say(era, "/zyra")
        marked.append("PR-2023-0001, overdue" in (await town.press(era, "Comments to answer (1)")).labels[0])
    assert marked == [False, True]


async def test_a_coordinators_own_comment_can_be_answered_too(town, era):
    await announce(town, era)
    await town.start(era, "k_1")
    await town.press(era, "Comment")
    await town.say(era, "More benches.")
    await town.press(era, "Without a name")
    await town.press(era, "Send")
    await town.say(era, "/zyra")
    await town.press(era, "Comments to answer")
    assert "Answer" in (await town.press(era, "More benches.")).labels


@pytest.mark.parametrize("reason", [".", "?!", "  -  "])
async def test_a_reason_without_a_word_is_none(town, era, ana, reason):
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    assert "law asks for one" in (await town.say(era, reason)).text
    assert "Please check" in (await town.say(era, "Too dear.")).text


async def test_an_edit_of_an_earlier_reason_changes_nothing_of_this_one(town, era, ana):
    bora = await town.citizen("Bora", "English")
    await comment(town, bora, "More trees.")
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    earlier = await said(town, era, "The buses belong to the county.")
    await town.press(era, "Send")
    await town.press(era, "Next comment")
    await town.press(era, "Answer")
    await town.press(era, "Do not accept")
    await town.say(era, "There is no room for trees.")
    preview = await town.do(era, lambda: era.edits(earlier, "The buses belong to Law 8308."))
    assert "You changed an old message." in preview.text
    assert "There is no room for trees." in preview.text
    assert "8308" not in preview.text


async def said(town, person, words):
    """The message somebody wrote, to change it later."""
    message = person.says(town.bot, words)
    await town.settle()
    return message


async def answer_it(town, era, receipt="PR-2023-0001"):
    await open_comment(town, era, receipt)
    await town.press(era, "Accept")
    await town.press(era, "Without a reason")
    await town.press(era, "Send")


async def test_what_is_answered_is_found_again_a_page_at_a_time_newest_first(town, era, ana):
    await answer_it(town, era)
    for number in range(2, 9):
        await comment(town, ana, f"Thought {number}.")
        await answer_it(town, era, f"PR-2023-000{number}")
    await town.say(era, "/zyra")
    await town.press(era, "Comments to answer")
    assert "No comment waits for an answer." in town.heard(era).text
    first = await town.press(era, "Answered comments (8)")
    assert first.labels[0] == "PR-2023-0008, accepted: Thought 8."
    shown = first.labels
    second = await town.press(era, "More")
    assert [label[:12] for label in second.labels[:2]] == ["PR-2023-0002", "PR-2023-0001"]
    assert (await town.press(era, "Back")).labels == shown
    await town.press(era, "More")
    assert "Answer: accepted" in (await town.press(era, "PR-2023-0001")).text


@pytest.mark.parametrize("typed", ["PR-2023-0001", "pr 2023 0001", " Pr–2023–1. ", "pr20230001"])
async def test_a_typed_receipt_opens_its_comment_to_the_coordinator_and_to_the_author(town, era, ana, typed):
    await answer_it(town, era)
    for person in (era, ana):
        opened = await town.say(person, typed)
        assert "PR-2023-0001" in opened.text
        assert "We need a day centre." in opened.text
        assert "Answer: accepted" in opened.text
    assert "refused" not in await noted(town)


async def test_a_typed_receipt_opens_nothing_to_anybody_else_and_the_try_is_noted(town, era, ana):
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    bora = await town.citizen("Bora", "English")
    ilir = await town.officer("Ilir", institution="Qarku Gjirokastër")
    before = await noted(town)
    for tries, stranger in enumerate((bora, ilir), start=1):
        asked = [await town.say(stranger, "PR-2023-0099"), await town.say(stranger, "PR-2023-0001")]
        for heard in asked:
            assert heard.text.startswith("We have kept what you sent. What is it for?")
        assert "day centre" not in town.heard(stranger).text
        assert (await noted(town))[len(before) :] == ["refused"] * tries


async def test_a_receipt_typed_wrong_before_does_not_stand_in_the_way_of_the_right_one(town, era, ana):
    assert "What is it for?" in (await town.say(era, "PR-2023-0010")).text
    assert "We need a day centre." in (await town.say(era, "PR-2023-0001")).text


async def test_a_number_within_a_reason_is_a_reason(town, era, ana):
    await open_comment(town, era)
    await town.press(era, "Do not accept")
    assert "Reason: PR-2023-0001" in (await town.say(era, "PR-2023-0001")).text
