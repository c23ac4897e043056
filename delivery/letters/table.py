"""Which letter is written by whom: a row for each kind."""

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from datetime import datetime
from typing import Any, Final

from delivery.letters.announced import announced
from delivery.letters.author_told import author_told
from delivery.letters.call_opened import call_opened
from delivery.letters.case_in_group import case_gone, case_in_group
from delivery.letters.change_asked import change_asked, change_released, change_returned
from delivery.letters.changed_alone import changed_alone
from delivery.letters.colleague_came import colleague_came
from delivery.letters.comment_answered import comment_answered
from delivery.letters.contacts_changed import contacts_changed
from delivery.letters.deadline_reminder import deadline_reminder
from delivery.letters.digest import digest
from delivery.letters.digest_unseen import digest_unseen
from delivery.letters.figures_ready import figures_ready
from delivery.letters.forum_told import forum_told
from delivery.letters.group_lost import group_lost
from delivery.letters.held_back import held_back
from delivery.letters.joining_told import joining_told
from delivery.letters.left_unread import left_unread
from delivery.letters.meeting_changed import meeting_changed
from delivery.letters.meeting_reminder import meeting_reminder
from delivery.letters.no_answer_yet import no_answer_yet
from delivery.letters.notice_changed import notice_changed
from delivery.letters.office_ended import office_ended
from delivery.letters.progress import progress
from delivery.letters.readers import CHECKS
from delivery.letters.release_asked import release_asked
from delivery.letters.report_arrived import report_arrived
from delivery.letters.report_given import report_given
from delivery.letters.report_moved import report_moved
from delivery.letters.reports_released import reports_released
from delivery.letters.sender_said import sender_said
from delivery.letters.stage_reached import stage_reached
from delivery.letters.translation_wanted import translation_wanted
from delivery.letters.unveiling import unveiling_answered, unveiling_asked
from delivery.letters.voice_asked import voice_asked
from locales.texts import Texts, texts_in
from participation.comments.model import AuthorTold, TranslationWanted
from participation.errors import NotFound
from participation.forum.model import CallOpened, ForumTold
from participation.ids import PersonId
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
    UnveilingAnswered,
    UnveilingAsked,
)
from participation.meeting_letters import ChangedAlone, JoiningTold, MeetingChanged, MeetingReminder, VoiceAsked
from participation.messages import Message
from participation.people.model import Language
from participation.ports import UnitOfWork

Renderer = Callable[..., Awaitable[Message | None]]


async def reply(letter: Reply, **_: Any) -> Message | None:
    """An answer in a conversation has its words already."""
    return letter.message


RENDERERS: Final[Mapping[type[Letter], Renderer]] = {
    Reply: reply,
    Announced: announced,
    MeetingReminder: meeting_reminder,
    JoiningTold: joining_told,
    DeadlineReminder: deadline_reminder,
    MeetingChanged: meeting_changed,
    ChangedAlone: changed_alone,
    NoticeChanged: notice_changed,
    StageReached: stage_reached,
    AuthorTold: author_told,
    ReleaseAsked: release_asked,
    ChangeAsked: change_asked,
    ChangeReturned: change_returned,
    ChangeReleased: change_released,
    VoiceAsked: voice_asked,
    CommentAnswered: comment_answered,
    NoAnswerYet: no_answer_yet,
    TranslationWanted: translation_wanted,
    ReportArrived: report_arrived,
    ReportMoved: report_moved,
    SenderSaid: sender_said,
    LeftUnread: left_unread,
    ReportGiven: report_given,
    ReportsReleased: reports_released,
    ContactsChanged: contacts_changed,
    OfficeEnded: office_ended,
    CaseInGroup: case_in_group,
    CaseGone: case_gone,
    GroupLost: group_lost,
    UnveilingAsked: unveiling_asked,
    UnveilingAnswered: unveiling_answered,
    ColleagueCame: colleague_came,
    Digest: digest,
    DigestUnseen: digest_unseen,
    FiguresReady: figures_ready,
    HeldBack: held_back,
    CallOpened: call_opened,
    ForumTold: forum_told,
    Progress: progress,
}


class Letters:
    """Finds the words of letters when they are about to leave."""

    def __init__(self, texts: Callable[[str | None], Texts] = texts_in) -> None:
        self._texts = texts

    async def concerned(self, letter: Letter, readers: Sequence[PersonId], *, uow: UnitOfWork) -> Set[PersonId]:
        """Those to whom a letter was addressed and for whom it still is; one whose subject is gone is for nobody."""
        check = CHECKS.get(type(letter))
        try:
            return set(readers) if check is None else await check(letter, readers, uow)
        except NotFound:
            return set()

    async def render(
        self, letter: Letter, *, language: Language | None, uow: UnitOfWork, now: datetime
    ) -> Message | None:
        """What a letter says in a language; None if it has lost its reason, or its subject is gone."""
        write = RENDERERS[type(letter)]
        try:
            return await write(letter, uow=uow, texts=self._texts(language), now=now)
        except NotFound:
            return None
