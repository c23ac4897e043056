from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from delivery.letters.report_moved import NEWS
from delivery.letters.table import RENDERERS, Letters
from locales.texts import texts_in
from participation.campaigns import Delivery
from participation.clock import wall
from participation.comments.model import Answer, AuthorTold, Translation, TranslationWanted, Verdict, Words
from participation.consultations.model import Stage
from participation.digests.model import Unseen
from participation.forum.model import CallOpened, ForumDuties, ForumTold, ProofTopic, Wording
from participation.ids import (
    AppointmentId,
    CampaignId,
    CommentId,
    ConsultationId,
    EntryId,
    ForumMemberId,
    InstitutionId,
    MeetingId,
    PendingId,
    PersonId,
    ReportId,
    UnveilingId,
)
from participation.letters import (
    Announced,
    CaseGone,
    CaseInGroup,
    ChangeAsked,
    ChangeReleased,
    ChangeReturned,
    ColleagueCame,
    CommentAnswered,
    ContactsChanged,
    DeadlineReminder,
    Digest,
    DigestUnseen,
    FiguresReady,
    GroupLost,
    HeldBack,
    LeftUnread,
    Letter,
    NoAnswerYet,
    NoticeChanged,
    OfficeEnded,
    Progress,
    ReleaseAsked,
    Reply,
    ReportArrived,
    ReportGiven,
    ReportMoved,
    ReportsReleased,
    SenderSaid,
    StageReached,
    Tally,
    UnveilingAnswered,
    UnveilingAsked,
)
from participation.meeting_letters import Change, ChangedAlone, JoiningTold, MeetingChanged, MeetingReminder, VoiceAsked
from participation.meetings.minutes import Minutes, Revision
from participation.meetings.model import Venue
from participation.messages import Media, MediaKind, Message, Topic
from participation.people.model import Lack, Language, Office, Role
from participation.reports.life import SENDERS, Act
from participation.reports.model import Category, Deed, Entry
from tests.unit.delivery.samples import (
    ASKED,
    BODY,
    COLLEAGUE,
    COMMENT,
    CONSULTATION,
    FOREIGN,
    JOINING,
    MEETING,
    NASTY,
    NOW,
    ONE,
    REPORT,
    RETURNED,
    SPOKEN,
    TERMS,
    TO_RELEASE,
    Desks,
)

START = MEETING.venue.starts_at
CHANGED = MeetingChanged(MeetingId(11), Change.MOVED, 0, START - timedelta(days=1), "Biblioteka")
TALLY = Tally(new_comments=3, new_reports=1, owed=5, overdue=1, meetings=(MEETING.id,), closing=(CONSULTATION.id,))
DIGEST = Digest(InstitutionId(3), wall(date(2023, 6, 12), time(9)), TALLY)

FIGURES = FiguresReady(InstitutionId(3), date(2023, 7, 1))

FORUM_TOLD = ForumTold(
    InstitutionId(3),
    ForumMemberId(81),
    4,
    ProofTopic.INFORMED,
    Wording("Plani", "Ju njoftojmë."),
    ConsultationId(7),
)

SAMPLES: list[Letter] = [
    Reply(Message("hello")),
    Announced(ConsultationId(7)),
    MeetingReminder(MeetingId(11), START),
    JoiningTold(MeetingId(11)),
    DeadlineReminder(ConsultationId(7), date(2023, 7, 10)),
    CHANGED,
    NoticeChanged(ConsultationId(7), 2),
    StageReached(ConsultationId(8), Stage.SUMMARISED),
    ReleaseAsked(ConsultationId(9)),
    ChangeAsked(PendingId(3)),
    ChangeReturned(PendingId(4)),
    ChangeReleased(BODY.id, None),
    ChangedAlone(MeetingId(11)),
    VoiceAsked(MeetingId(13)),
    CommentAnswered(CommentId(31)),
    AuthorTold(CommentId(31), CampaignId(5), ConsultationId(7), 2),
    NoAnswerYet(CommentId(32)),
    TranslationWanted(CommentId(33)),
    ReportArrived(ReportId(41)),
    ReportMoved(EntryId(61)),
    SenderSaid(EntryId(62)),
    LeftUnread(InstitutionId(3)),
    ReportGiven(ReportId(41)),
    ReportsReleased(InstitutionId(3), 2),
    ContactsChanged(InstitutionId(3), date(2023, 6, 12)),
    OfficeEnded(InstitutionId(3), date(2023, 6, 12), Role.DEPUTY),
    CaseInGroup(ReportId(41), "delivered"),
    CaseGone(InstitutionId(3), Topic(ReportId(41), "LU-S-2023-0009", 5, gone=True)),
    GroupLost(InstitutionId(3), (Lack.FORUM,)),
    UnveilingAsked(ReportId(41), UnveilingId(71)),
    UnveilingAnswered(ReportId(41), START),
    ColleagueCame(InstitutionId(3), AppointmentId(5), NOW, Role.DEPUTY),
    DIGEST,
    DigestUnseen(InstitutionId(3), date(2023, 6, 9)),
    FIGURES,
    HeldBack(ConsultationId(7)),
    CallOpened(InstitutionId(3)),
    FORUM_TOLD,
    Progress(CampaignId(51), ConsultationId(7)),
]


async def render(letter, desks=None, now=NOW, language="en"):
    known = Language(language) if language else None
    return await Letters(texts_in).render(letter, language=known, uow=desks or Desks(), now=now)


async def concerns(letter, desks):
    return PersonId(1) in await Letters(texts_in).concerned(letter, [PersonId(1)], uow=desks)


def presses(message):
    return [button.press for row in message.buttons for button in row]


def test_there_is_a_sample_and_a_renderer_for_every_kind():
    assert {type(letter) for letter in SAMPLES} == set(RENDERERS) == set(Letter.__args__)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("letter", SAMPLES, ids=lambda letter: type(letter).__name__)
async def test_every_letter_can_be_written_in_every_language(letter, language):
    message = await render(letter, language=language)
    assert message is not None
    assert message.body
    words = (message.title + message.body).replace(NASTY, "")
    assert "{" not in words
    assert "None" not in words
    assert all(button.label for row in message.buttons for button in row)


@pytest.mark.parametrize(
    "letter",
    [
        Announced(ConsultationId(99)),
        replace(FORUM_TOLD, consultation=ConsultationId(99)),
        replace(FORUM_TOLD, meeting=MeetingId(99)),
        MeetingReminder(MeetingId(99), START),
        JoiningTold(MeetingId(99)),
        DeadlineReminder(ConsultationId(99), date(2023, 7, 10)),
        replace(CHANGED, meeting=MeetingId(99)),
        VoiceAsked(MeetingId(99)),
        CommentAnswered(CommentId(99)),
        ReportArrived(ReportId(99)),
        ReportMoved(EntryId(99)),
        SenderSaid(EntryId(99)),
        ReportGiven(ReportId(99)),
        ReportsReleased(InstitutionId(99), 2),
        ContactsChanged(InstitutionId(99), date(2023, 6, 12)),
        OfficeEnded(InstitutionId(99), date(2023, 6, 12), Role.DEPUTY),
        CaseInGroup(ReportId(99), "delivered"),
        GroupLost(InstitutionId(99)),
        UnveilingAsked(ReportId(99), UnveilingId(71)),
        UnveilingAnswered(ReportId(99), START),
    ],
    ids=lambda letter: type(letter).__name__,
)
async def test_a_letter_about_nothing_is_void(letter):
    assert await render(letter) is None


async def test_an_announcement_is_the_card_and_says_why_one_gets_it():
    message = await render(Announced(ConsultationId(7)))
    assert message.title == TERMS.title
    assert message.body.endswith("You get this because you asked to be told. Change that with /ndjek.")
    assert "w~7" in presses(message)


@pytest.mark.parametrize("stage", [Stage.CALLED_OFF, Stage.SCHEDULED])
async def test_what_is_not_open_is_not_announced(stage):
    desks = Desks(consultations_={CONSULTATION.id: replace(CONSULTATION, stage=stage)})
    assert await render(Announced(ConsultationId(7)), desks) is None
    assert await render(DeadlineReminder(ConsultationId(7), date(2023, 7, 10)), desks) is None


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (timedelta(days=3), "The meeting is in 3 days"),
        (timedelta(days=1), "The meeting is tomorrow at 11:00"),
        (timedelta(hours=2), "The meeting is today at 11:00"),
    ],
)
async def test_a_meeting_reminder_says_how_near_and_when_and_where(before, title):
    message = await render(MeetingReminder(MeetingId(11), START), now=START - before)
    assert message.title == title
    assert "When: Tuesday, 25 July 2023, 11:00–12:30" in message.body
    assert "Where: Salla e këshillit" in message.body
    assert presses(message) == ["t1~11", "ic~11", "k~7"]


@pytest.mark.parametrize(
    "meeting",
    [
        replace(MEETING, cancelled=True),
        replace(MEETING, venue=Venue(START + timedelta(days=1), "Salla")),
    ],
)
async def test_a_reminder_of_a_moved_or_cancelled_meeting_is_void(meeting):
    desks = Desks(meetings_={MEETING.id: meeting})
    assert await render(MeetingReminder(MeetingId(11), START), desks) is None


async def test_a_reminder_after_the_meeting_began_is_void():
    assert await render(MeetingReminder(MeetingId(11), START), now=START) is None


async def test_a_deadline_reminder_says_the_day_and_what_is_left():
    message = await render(DeadlineReminder(ConsultationId(7), date(2023, 7, 10)), now=NOW + timedelta(days=23))
    assert "Comments until: Monday, 10 July 2023 (3 working days left)." in message.body
    assert presses(message) == ["w~7", "k~7"]


async def test_a_reminder_of_another_deadline_or_a_past_one_is_void():
    assert await render(DeadlineReminder(ConsultationId(7), date(2023, 7, 9))) is None
    late = NOW + timedelta(days=40)
    assert await render(DeadlineReminder(ConsultationId(7), date(2023, 7, 10)), now=late) is None


async def test_who_has_commented_is_not_urged():
    reminder = DeadlineReminder(ConsultationId(7), date(2023, 7, 10))
    assert await concerns(reminder, Desks())
    assert not await concerns(reminder, Desks(commented=True))


async def test_a_moved_meeting_shows_old_and_new_in_full():
    message = await render(CHANGED)
    assert message.title == "The meeting has been changed"
    assert "Before: Monday, 24 July 2023, 11:00, Biblioteka" in message.body
    assert "Now: Tuesday, 25 July 2023, 11:00–12:30, Salla e këshillit" in message.body
    assert f"Reason: Salla është e zënë. {NASTY}" in message.body


async def test_the_first_place_of_a_meeting_is_not_called_another():
    message = await render(replace(CHANGED, old_start=START, old_place=""))
    assert message.title == "The place of the meeting is set"
    assert "Before" not in message.body
    assert "Now: Salla e këshillit\nWhen: Tuesday, 25 July 2023, 11:00–12:30" in message.body


async def test_a_cancelled_meeting_shows_what_will_not_be():
    desks = Desks(meetings_={MEETING.id: replace(MEETING, cancelled=True, revision=2)})
    letter = MeetingChanged(MeetingId(11), Change.CANCELLED, 2, START, "Salla e këshillit")
    message = await render(letter, desks)
    assert message.title == "The meeting is cancelled"
    assert "It will not take place: Tuesday, 25 July 2023, 11:00, Salla e këshillit" in message.body
    assert presses(message) == ["k~7"]


HELD = MeetingId(13)


async def test_after_a_meeting_the_decisions_are_told_and_one_question_is_asked():
    minutes = Minutes(MEETING.venue, "Tema", decisions=("Linja hapet. " + NASTY, "Orari."))
    message = await render(VoiceAsked(HELD), Desks(minutes_={HELD: Revision(minutes, 1, NOW)}))
    assert f"What was decided:\n• Linja hapet. {NASTY}\n• Orari." in message.body
    assert "Was your voice heard?" in message.body
    assert presses(message) == ["vo~13~much", "vo~13~partly", "vo~13~little", "vo~13~not", "k~7"]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [({}, "is not ready yet."), ({HELD: Revision(Minutes(MEETING.venue, "Tema"), 0, NOW)}, "names no decision.")],
    ids=["no record", "no decision"],
)
async def test_where_nothing_is_decided_it_is_said(minutes, said):
    message = await render(VoiceAsked(HELD), Desks(minutes_=minutes))
    assert f"The record of the meeting {said}" in message.body


@pytest.mark.parametrize(
    "meeting", [replace(MEETING, cancelled=True), replace(MEETING, venue=Venue(NOW - timedelta(hours=1), "Salla"))]
)
async def test_of_a_meeting_that_was_cancelled_or_goes_on_nobody_is_asked(meeting):
    assert await render(VoiceAsked(MEETING.id), Desks(meetings_={MEETING.id: meeting})) is None


@pytest.mark.parametrize(
    "meeting", [replace(MEETING, cancelled=True), replace(MEETING, venue=Venue(NOW - timedelta(hours=3), "Salla"))]
)
async def test_nobody_is_told_how_to_join_what_is_off_or_over(meeting):
    assert await render(JoiningTold(MEETING.id), Desks(meetings_={MEETING.id: meeting})) is None


@pytest.mark.parametrize("letter", [JoiningTold(MEETING.id), MeetingReminder(MEETING.id, START, joining=True)])
async def test_how_one_joins_is_for_those_who_still_come_when_it_leaves(letter):
    assert JOINING in (await render(letter)).body
    readers = [PersonId(1), PersonId(2)]
    assert await Letters(texts_in).concerned(letter, readers, uow=Desks()) == {PersonId(1)}
    plain = MeetingReminder(MEETING.id, START)
    assert JOINING not in (await render(plain)).body
    assert await Letters(texts_in).concerned(plain, readers, uow=Desks()) == set(readers)


async def test_news_that_newer_news_overtook_is_void():
    desks = Desks(meetings_={MEETING.id: replace(MEETING, revision=1)})
    assert await render(CHANGED, desks) is None


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict.ACCEPTED, "Your comment was accepted."),
        (Verdict.PARTLY, "Your comment was accepted in part."),
        (Verdict.REFUSED, "Your comment was not accepted."),
        (Verdict.OUT_OF_SCOPE, "Your comment is outside the subject of this consultation."),
    ],
)
async def test_an_answer_says_the_verdict_the_reason_and_what_one_wrote(verdict, sentence):
    comment = replace(COMMENT, answer=Answer(verdict, "Sepse po.", NOW))
    message = await render(CommentAnswered(CommentId(31)), Desks(comments_={comment.id: comment}))
    assert "LU-2023-0147" in message.title
    assert sentence in message.body
    assert "The reason: Sepse po." in message.body
    assert NASTY in message.body


async def test_an_accepted_comment_needs_no_reason_and_a_voice_is_counted():
    words = Words(media=(Media(MediaKind.VOICE, ref="v"),))
    comment = replace(COMMENT, words=words, answer=Answer(Verdict.ACCEPTED, None, NOW))
    message = await render(CommentAnswered(CommentId(31)), Desks(comments_={comment.id: comment}))
    assert "reason" not in message.body
    assert "You sent: 1 voice message." in message.body


async def test_long_words_are_quoted_in_short():
    comment = replace(COMMENT, words=Words("fjalë " * 900))
    message = await render(CommentAnswered(CommentId(31)), Desks(comments_={comment.id: comment}))
    assert len(message.body) < 800


async def test_an_answer_that_is_not_there_yet_is_void():
    desks = Desks(comments_={COMMENT.id: replace(COMMENT, answer=None)})
    assert await render(CommentAnswered(CommentId(31)), desks) is None


async def test_a_report_says_what_and_where_and_never_who():
    message = await render(ReportArrived(ReportId(41)))
    assert message.title == "Urgent safety report LU-S-2023-0009"
    for told in ("Street lights", "Monday, 12 June 2023", "Gurëz, pas shkollës, 41.327, 19.819", NASTY):
        assert told in message.body
    assert "Attached: 1 photo, 1 voice message. Press Show." in message.body
    assert REPORT.account.signature not in message.title + message.body
    assert presses(message) == ["q~41"]
    assert message.media is None


@pytest.mark.parametrize(
    ("known", "called"), [((), "Another category"), ((Category("other", "Something else"),), "Something else")]
)
async def test_a_report_whose_category_is_gone_bears_no_code(known, called):
    message = await render(ReportArrived(ReportId(41)), Desks(categories=known))
    assert f"Category: {called}" in message.body
    assert "lights" not in message.body


async def test_news_of_a_report_says_how_far_it_is_without_a_sound_and_nothing_of_the_report():
    known = Category("lights", "Street lights")
    message = await render(ReportMoved(EntryId(61)), Desks(categories=(known,)))
    assert message.body == "There is a question to you about LU-S-2023-0009."
    assert message.quiet
    assert presses(message) == ["qa~41", "qm~41"]
    assert message.media is None


@pytest.mark.parametrize("known", [(Category("lights", "Street lights", helps=True),), (), (Category("x", "X"),)])
async def test_where_somebody_may_be_in_need_not_even_a_number_is_told(known):
    message = await render(ReportMoved(EntryId(61)), Desks(categories=known))
    assert message.body == "There is news for you."
    assert presses(message) == ["qm~41"]


async def test_each_deed_has_a_sentence_of_its_own_on_the_phone():
    known = (Category("lights", "Street lights"),)
    said = []
    for act in NEWS:
        entry = Entry(Deed(act, "fjalë"), date(2023, 6, 13), is_news=True)
        message = await render(
            ReportMoved(EntryId(61)), Desks(categories=known, entries_={EntryId(61): (REPORT.id, entry)})
        )
        said.append(message.body)
    assert set(NEWS) == {act for act in Act if act not in SENDERS | {Act.EXPIRE, Act.NOTE, Act.GUARD, Act.READERS}}
    assert len(set(said)) == len(said) - 2
    assert not [one for one in said if "fjalë" in one]


@pytest.mark.parametrize(("sender", "concerned"), [(PersonId(1), True), (PersonId(2), False), (None, False)])
async def test_news_is_for_whoever_the_thread_still_leads_to(sender, concerned):
    assert await concerns(ReportMoved(EntryId(61)), Desks(sent_by=sender)) is concerned


async def test_what_a_sender_says_is_for_those_who_hold_an_office_there():
    assert await concerns(SenderSaid(EntryId(62)), Desks())
    assert not await concerns(SenderSaid(EntryId(62)), Desks(offices=()))


async def test_a_request_for_a_name_says_why_and_which_office_asks_and_no_name():
    message = await render(UnveilingAsked(ReportId(41), UnveilingId(71)))
    assert message.title == "LU-S-2023-0009: may a colleague see the name?"
    assert "Who asks: deputy coordinator." in message.body
    assert "“Duhet t’i flasim sot. Bie dakord <b>”" in message.body, "a reason in one line looks like none of ours"
    assert REPORT.account.signature not in message.title + message.body
    assert presses(message) == ["ny~41~71", "nn~41~71", "q~41"]


@pytest.mark.parametrize(
    "changes",
    [
        {"unveilings_": {}},
        {"unveilings_": {UnveilingId(71): replace(ASKED, agreed_by=PersonId(3), until=START)}},
        {"unveilings_": {UnveilingId(71): replace(ASKED, asked_on=date(2023, 6, 4))}},
    ],
    ids=["gone", "answered", "eight days old"],
)
async def test_a_request_that_is_over_is_void(changes):
    assert await render(UnveilingAsked(ReportId(41), UnveilingId(71)), Desks(**changes)) is None


@pytest.mark.parametrize("until", [START, None])
async def test_an_answer_about_a_name_that_was_taken_off_is_void(until):
    nameless = replace(REPORT, account=replace(REPORT.account, signature=None))
    assert await render(UnveilingAnswered(ReportId(41), until), Desks(reports_={REPORT.id: nameless})) is None


async def test_the_answer_leads_to_the_name_only_where_it_is_open():
    assert presses(await render(UnveilingAnswered(ReportId(41), START))) == ["ns~41", "q~41"]
    assert presses(await render(UnveilingAnswered(ReportId(41), None))) == ["q~41"]
    assert await render(UnveilingAnswered(ReportId(41), NOW)) is None


@pytest.mark.parametrize(
    "letter", [UnveilingAsked(ReportId(41), UnveilingId(71)), UnveilingAnswered(ReportId(41), None)]
)
async def test_words_about_a_name_are_for_those_who_hold_an_office_there(letter):
    assert await concerns(letter, Desks())
    assert not await concerns(letter, Desks(offices=()))


async def test_a_digest_says_only_what_is_more_than_nothing():
    full = await render(DIGEST)
    assert [line for line in full.body.split("\n") if line.startswith("•")] == [
        "• Tuesday, 25 July 2023, 11:00 – Plani social vendor 2024–2026",
        "• Monday, 10 July 2023 – Plani social vendor 2024–2026",
    ]
    seen = f"sd~3~{int(DIGEST.until.timestamp() * 1000)}"
    assert presses(full) == ["ow~0", "qs~0", seen]
    one = await render(replace(DIGEST, tally=Tally(meetings=(MEETING.id,), presses=True)))
    assert one.body.startswith("Bashkia Lumas\n\nMeetings of the next seven days:\n•")
    assert presses(one) == [seen]
    assert presses(await render(replace(DIGEST, guarded=True))) == ["ow~0", "qs~0"]


async def test_a_digest_says_since_when_nobody_has_seen_one():
    again = await render(replace(DIGEST, again=date(2023, 6, 9)))
    assert "Since 9 June 2023 nobody has said that they have seen the digest." in again.body
    assert "You owe 5 answers, 1 late." in again.body


async def test_word_of_an_unseen_digest_lets_officers_see_it_and_tells_the_council_whom_to_ask():
    letter = DigestUnseen(InstitutionId(3), date(2023, 6, 9))
    moment = f"sd~3~{int(NOW.timestamp() * 1000)}"
    assert presses(await render(letter)) == ["ow~0", moment]
    council = await render(replace(letter, to_council=True))
    assert presses(council) == []
    assert "ask the coordinators" in council.body
    for seen in (None, Unseen(None, 0, date(2023, 6, 12))):
        assert await render(letter, Desks(unseen=seen)) is None
    assert await concerns(letter, Desks())
    assert not await concerns(letter, Desks(offices=()))


async def test_that_there_is_no_answer_is_said_until_there_is_one():
    assert presses(await render(NoAnswerYet(CommentId(32)))) == ["cp~32", "c~32"]
    assert await render(NoAnswerYet(CommentId(31))) is None


async def test_a_translation_is_asked_for_until_there_is_one_of_the_author_or_an_answer():
    assert presses(await render(TranslationWanted(FOREIGN.id))) == ["gi~33", "c~33"]
    own = Translation("Autobusë.", date(2023, 6, 13), by_author=True)
    office = replace(own, by_author=False)
    for filing, answer, asked in (
        (replace(FOREIGN.filing, translation=office), None, True),
        (replace(FOREIGN.filing, translation=own), None, False),
        (replace(FOREIGN.filing, wanted_by=None), None, False),
        (FOREIGN.filing, COMMENT.answer, False),
    ):
        stands = Desks(comments_={FOREIGN.id: replace(FOREIGN, filing=filing, answer=answer)})
        assert (await render(TranslationWanted(FOREIGN.id), stands) is not None) is asked


@pytest.mark.parametrize(("verdict", "leads"), [(Verdict.ACCEPTED, False), (Verdict.REFUSED, True)])
async def test_whoever_was_not_given_all_they_asked_for_is_shown_where_to_complain(verdict, leads):
    decided = replace(COMMENT, answer=replace(COMMENT.answer, verdict=verdict))
    shown = presses(await render(CommentAnswered(CommentId(31)), Desks(comments_={COMMENT.id: decided})))
    assert ("cp~31" in shown) is leads


async def test_an_empty_digest_is_void():
    assert await render(replace(DIGEST, tally=Tally(meetings=(MEETING.id,), closing=(CONSULTATION.id,)))) is None


async def test_progress_counts_people_and_can_be_refreshed_while_it_moves():
    message = await render(Progress(CampaignId(51), ConsultationId(7)))
    assert message.title == "The announcement is on its way"
    assert message.body.endswith("Sent: 120 of 300\nStill waiting: 175\nCannot be reached: 4\nFailed: 1")
    assert presses(message) == ["pg~51", "pp~51", "ps~51~0"]


async def test_who_does_not_want_it_any_more_has_a_line_apart_from_what_failed():
    desks = Desks(deliveries={CampaignId(51): Delivery(total=300, sent=295, failed=1, unwanted=4)})
    message = await render(Progress(CampaignId(51), ConsultationId(7)), desks)
    assert message.body.endswith("Sent: 295 of 300\nNo longer wanted it: 4\nFailed: 1")


async def test_finished_progress_says_so_and_has_no_button():
    desks = Desks(deliveries={CampaignId(51): Delivery(total=300, sent=300)})
    message = await render(Progress(CampaignId(51), ConsultationId(7)), desks)
    assert message.title == "Sending is finished"
    assert message.body.endswith("Sent: 300 of 300")
    assert message.buttons == ()


async def test_what_was_sent_to_nobody_is_not_called_sent():
    desks = Desks(deliveries={CampaignId(51): Delivery()})
    message = await render(Progress(CampaignId(51), ConsultationId(7)), desks)
    assert message.title == "The announcement is published"
    assert "Nobody follows yet." in message.body
    assert "Sent" not in message.body


@pytest.mark.parametrize(
    "letter", [ReportArrived(ReportId(41)), DIGEST, FIGURES, Progress(CampaignId(51), ConsultationId(7))]
)
async def test_whoever_was_dismissed_hears_nothing_of_the_office(letter):
    assert await render(letter) is not None
    assert await concerns(letter, Desks())
    assert not await concerns(letter, Desks(offices=()))


async def test_word_of_what_was_given_is_for_whoever_has_it_and_says_nothing_of_the_matter():
    letter, theirs = ReportGiven(ReportId(41)), replace(REPORT, officer=PersonId(1))
    message = await render(letter)
    assert (message.title, message.body) == ("", "A colleague has given you the urgent report LU-S-2023-0009.")
    assert presses(message) == ["q~41"]
    assert await concerns(letter, Desks(reports_={REPORT.id: theirs}))
    assert not await concerns(letter, Desks(reports_={REPORT.id: theirs}, offices=()))
    assert not await concerns(letter, Desks(reports_={REPORT.id: replace(REPORT, officer=PersonId(2))}))
    assert not await concerns(letter, Desks())
    calm = Desks(reports_={REPORT.id: replace(theirs, urgent=False)})
    assert (await render(letter, calm)).body == "A colleague has given you the report LU-S-2023-0009."


@pytest.mark.parametrize(("count", "told"), [(1, "1 report that they had"), (7, "7 reports that they had")])
async def test_word_of_what_was_set_free_is_for_those_who_may_take_it(count, told):
    letter = ReportsReleased(InstitutionId(3), count)
    message = await render(letter)
    assert told in message.body
    assert presses(message) == ["qi~free~0~0~0"]
    assert await concerns(letter, Desks())
    assert not await concerns(letter, Desks(offices=(Office(PersonId(1), InstitutionId(3), Role.MEMBER),)))


async def test_a_new_colleague_is_told_with_their_office_where_the_letter_has_it():
    letter = ColleagueCame(InstitutionId(3), AppointmentId(5), NOW, Role.DEPUTY)
    assert "Their office: deputy coordinator" in (await render(letter)).body
    assert "Their office" not in (await render(replace(letter, role=None))).body


async def test_figures_of_a_month_are_told_with_small_numbers_hidden():
    message = await render(FIGURES)
    assert "Last month: 1 June 2023 – 30 June 2023\nBefore: 1 May 2023 – 31 May 2023" in message.body
    assert "Received: fewer than 5 (before: fewer than 5)" in message.body
    assert REPORT.receipt not in message.body
    assert presses(message) == ["fg~3~m1"]


async def test_no_figures_come_where_nothing_was_reported_in_two_months():
    assert await render(FIGURES, Desks(facts_=())) is None
    assert await render(replace(FIGURES, month=date(2023, 9, 1))) is None
    assert await render(replace(FIGURES, month=date(2023, 8, 1))) is not None


async def test_a_member_reads_the_very_words_and_finds_the_way_to_speak():
    message = await render(FORUM_TOLD)
    assert (message.title, message.body) == ("Plani", "Ju njoftojmë.")
    assert presses(message)[:2] == ["ys~3~4", "w~7"]
    accepted = await render(replace(FORUM_TOLD, topic=ProofTopic.ACCEPTED, consultation=None))
    assert presses(accepted) == ["ys~3~4", "m"]


@pytest.mark.parametrize(("by", "said"), [(14, "is to meet by"), (10, "was to meet by")])
async def test_a_digest_says_what_the_forum_waits_for(by, said):
    duties = ForumDuties((CONSULTATION.id,), 2, date(2023, 6, by))
    message = await render(replace(DIGEST, tally=Tally(presses=True, forum=duties)))
    for words in ("2 applications to the forum wait.", said, "Rights of the forum are overdue in:\n• "):
        assert words in message.body
    assert presses(message)[:3] == [f"yr~{CONSULTATION.id}", "ym~3~1~0", "yf~3"]


async def test_a_digest_names_what_was_left_undone_and_leads_there():
    tally = Tally(presses=True, unrecorded=(MEETING.id,), to_examine=(CONSULTATION.id,))
    message = await render(replace(DIGEST, tally=tally), Desks(minutes_={}))
    assert "Meetings without a record:\n• 25 July 2023 – Plani social vendor 2024–2026" in message.body
    assert "you can begin to examine them:\n• 10 July 2023 – Plani social vendor 2024–2026" in message.body
    assert presses(message)[:2] == [f"me~{MEETING.id}", f"kk~{CONSULTATION.id}"]
    several = await render(replace(DIGEST, tally=replace(tally, unrecorded=(MEETING.id,) * 5)), Desks(minutes_={}))
    assert "• and 2 more" in several.body
    assert presses(several)[0] == "mh~0"


@pytest.mark.parametrize(
    ("letter", "change"), [(ChangeAsked(PendingId(3)), TO_RELEASE), (ChangeReturned(PendingId(4)), RETURNED)]
)
async def test_of_a_change_nothing_is_told_once_it_is_decided_or_to_whom_it_does_not_concern(letter, change):
    """Asked are the others, as long as it waits; told that it was given back is its author."""
    other = replace(change, returned=None if change.returned else "Jo.")
    by_another = replace(change, prepared_by=COLLEAGUE if change.prepared_by == ONE else ONE)
    assert await concerns(letter, Desks())
    for desks in (Desks(changes={}), Desks(changes={change.id: other})):
        assert not await concerns(letter, desks)
        assert await render(letter, desks) is None
    assert not await concerns(letter, Desks(changes={change.id: by_another}))
    assert not await concerns(letter, Desks(offices=()))
