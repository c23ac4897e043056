"""Whether a letter still concerns the one to whom it was addressed; its words are the same for all who read it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, Final

from participation.comments.model import AuthorTold, TranslationWanted
from participation.consultations.model import Stage
from participation.consultations.usecases import audience_of
from participation.dockets import Docket
from participation.forum.members import called_by, those_there
from participation.forum.model import CallOpened, ForumTold, MemberState, ProofTopic
from participation.ids import PersonId
from participation.letters import (
    Announced,
    CaseGone,
    CaseInGroup,
    ChangeAsked,
    ChangeReleased,
    ChangeReturned,
    ColleagueCame,
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
    Progress,
    ReleaseAsked,
    ReportArrived,
    ReportGiven,
    ReportMoved,
    ReportsReleased,
    SenderSaid,
    StageReached,
    UnveilingAnswered,
    UnveilingAsked,
)
from participation.meeting_letters import ChangedAlone, JoiningTold, MeetingReminder
from participation.offices.usecases import holds_office, reads
from participation.people.model import Right
from participation.ports import UnitOfWork

Check = Callable[[Any, PersonId, UnitOfWork], Awaitable[bool]]
CheckAll = Callable[[Any, Sequence[PersonId], UnitOfWork], Awaitable[Set[PersonId]]]


def each(check: Check) -> CheckAll:
    """One after the other: for letters that go to a few."""

    async def all_of_them(letter: Any, readers: Sequence[PersonId], uow: UnitOfWork) -> Set[PersonId]:
        return {reader for reader in readers if await check(letter, reader, uow)}

    return all_of_them


async def still_follow(letter: Announced, readers: Sequence[PersonId], uow: UnitOfWork) -> Set[PersonId]:
    """Whoever has changed their mind since it was queued gets nothing with "because you asked to be told" in it."""
    consultation = await uow.consultations.get(letter.consultation)
    heard_by = await audience_of(consultation, uow=uow)
    return await uow.listeners.concerned(heard_by, readers)


async def may_apply(letter: CallOpened, readers: Sequence[PersonId], uow: UnitOfWork) -> Set[PersonId]:
    """Whoever follows the place still, and neither belongs to the forum nor has applied."""
    heard_by = await called_by(letter.institution, uow=uow)
    there = await those_there(letter.institution, uow=uow)
    return await uow.listeners.concerned(heard_by, readers) - there


async def all_who_heard(
    letter: NoticeChanged | StageReached, readers: Sequence[PersonId], uow: UnitOfWork
) -> Set[PersonId]:
    """So with news of it; those who come to one of its meetings hear of it too."""
    consultation = await uow.consultations.get(letter.consultation)
    heard_by = replace(await audience_of(consultation, uow=uow), coming=True)
    return await uow.listeners.concerned(heard_by, readers)


async def still_come(
    letter: MeetingReminder | JoiningTold, readers: Sequence[PersonId], uow: UnitOfWork
) -> Set[PersonId]:
    """How one joins online is for those who come; another reminder is for all who asked for it."""
    if isinstance(letter, MeetingReminder) and not letter.joining:
        return set(readers)
    return await uow.meetings.guests(letter.meeting) & set(readers)


async def has_not_spoken(letter: DeadlineReminder, reader: PersonId, uow: UnitOfWork) -> bool:
    """Whoever has commented need not be told that the time for it runs out."""
    return not await uow.comments.has_commented(reader, letter.consultation)


async def reads_there(letter: Digest | ReportsReleased, reader: PersonId, uow: UnitOfWork) -> bool:
    """What waits at a desk is for those who may read it when it leaves."""
    return await reads(reader, Docket(letter.institution, letter.guarded), uow=uow)


async def may_count(letter: FiguresReady, reader: PersonId, uow: UnitOfWork) -> bool:
    """Figures are for the council too."""
    return await holds_office(reader, letter.institution, uow=uow, right=Right.COUNT)


async def may_read(
    letter: ReportArrived | UnveilingAsked | UnveilingAnswered, reader: PersonId, uow: UnitOfWork
) -> bool:
    """A report is for those who hold an office when it leaves."""
    return await reads(reader, (await uow.reports.get(letter.report)).docket, uow=uow)


async def sent_it(letter: ReportMoved, reader: PersonId, uow: UnitOfWork) -> bool:
    """News of a report is for whoever the thread leads to when it leaves: it may have been cut meanwhile."""
    report, _ = await uow.reports.entry(letter.entry)
    return await uow.reports.sender(report) == reader


async def may_hear(letter: SenderSaid, reader: PersonId, uow: UnitOfWork) -> bool:
    """So is word of what its sender says."""
    report, _ = await uow.reports.entry(letter.entry)
    return await may_read(ReportArrived(report), reader, uow)


async def may_see_to_it(letter: LeftUnread, reader: PersonId, uow: UnitOfWork) -> bool:
    """What was left unread concerns those who may read it; whoever leads the council, as long as they do."""
    right = Right.COUNT if letter.to_council else Docket(letter.institution, letter.guarded).right
    return await holds_office(reader, letter.institution, uow=uow, right=right)


async def may_see_to_the_desk(letter: DigestUnseen, reader: PersonId, uow: UnitOfWork) -> bool:
    """A desk at which nobody looks concerns those who sit there; whoever leads the council, as long as they do."""
    right = Right.COUNT if letter.to_council else Right.ACT
    return await holds_office(reader, letter.institution, uow=uow, right=right)


async def wrote_it(letter: NoAnswerYet | TranslationWanted | AuthorTold, reader: PersonId, uow: UnitOfWork) -> bool:
    """Who has asked to be erased meanwhile has left nothing to wait for."""
    return await uow.comments.author(letter.comment) == reader


async def has_it(letter: ReportGiven, reader: PersonId, uow: UnitOfWork) -> bool:
    """What was given to somebody may have been taken or given on meanwhile."""
    has = (await uow.reports.get(letter.report)).officer == reader
    return has and await may_read(ReportArrived(letter.report), reader, uow)


async def is_their_group(letter: CaseInGroup, reader: PersonId, uow: UnitOfWork) -> bool:
    """What is written in a group is for the one that the institution of the report has now."""
    found = await uow.groups.at(reader)
    about = (await uow.reports.get(letter.report)).docket
    return found is not None and about == Docket(found.institution)


async def is_a_group(letter: CaseGone, reader: PersonId, uow: UnitOfWork) -> bool:
    """So is what is taken away from it."""
    found = await uow.groups.at(reader)
    return found is not None and found.institution == letter.institution


async def may_end_it(letter: ColleagueCame, reader: PersonId, uow: UnitOfWork) -> bool:
    """A new colleague is news for those who may dismiss one when it leaves."""
    right = letter.role.given_by if letter.role else Right.APPOINT
    return await holds_office(reader, letter.institution, uow=uow, right=right)


async def administers_there(letter: ContactsChanged | GroupLost, reader: PersonId, uow: UnitOfWork) -> bool:
    """What concerns the whole desk is for its administrators."""
    return await holds_office(reader, letter.institution, uow=uow, right=Right.APPOINT)


async def announces_there(letter: Progress, reader: PersonId, uow: UnitOfWork) -> bool:
    """How an announcement gets on is for those who hold an office when it is told."""
    return await holds_office(reader, (await uow.consultations.get(letter.consultation)).institution, uow=uow)


async def waits_there(letter: HeldBack, reader: PersonId, uow: UnitOfWork) -> bool:
    """What was held back is news for those who hold an office, as long as it waits."""
    found = await uow.consultations.get(letter.consultation)
    return found.stage is Stage.SCHEDULED and await holds_office(reader, found.institution, uow=uow)


async def releases_there(letter: ReleaseAsked, reader: PersonId, uow: UnitOfWork) -> bool:
    """What waits for a second coordinator is news for them as long as it waits."""
    found = await uow.consultations.get(letter.consultation)
    return found.stage is Stage.PROPOSED and await holds_office(reader, found.institution, uow=uow)


async def is_a_colleague(letter: ChangedAlone, reader: PersonId, uow: UnitOfWork) -> bool:
    """Whoever acts where the meeting is held."""
    meeting = await uow.meetings.get(letter.meeting)
    return await holds_office(reader, (await uow.consultations.get(meeting.consultation)).institution, uow=uow)


async def releases_it(letter: ChangeAsked, reader: PersonId, uow: UnitOfWork) -> bool:
    """What a colleague has prepared is news for the others as long as it waits."""
    found = await uow.pending.find(letter.change)
    if found is None or found.returned is not None or found.prepared_by == reader:
        return False
    return await holds_office(reader, found.institution, uow=uow)


async def acts_there(letter: ChangeReleased, reader: PersonId, uow: UnitOfWork) -> bool:
    """Whoever has prepared it, as long as they act there."""
    return await holds_office(reader, letter.institution, uow=uow)


async def has_prepared_it(letter: ChangeReturned, reader: PersonId, uow: UnitOfWork) -> bool:
    """What was given back is news for whoever has prepared it, as long as they act there."""
    found = await uow.pending.find(letter.change)
    if found is None or found.returned is None or found.prepared_by != reader:
        return False
    return await holds_office(reader, found.institution, uow=uow)


async def is_the_member(letter: ForumTold, reader: PersonId, uow: UnitOfWork) -> bool:
    """Who has left the forum meanwhile is told nothing more of it, save that; nor is who took the application back."""
    found = await uow.forums.get(letter.member)
    gone = found.state is MemberState.WITHDRAWN or (
        found.state is MemberState.LEFT and letter.topic is not ProofTopic.ENDED
    )
    return found.person == reader and not gone


CHECKS: Final[Mapping[type[Letter], CheckAll]] = {
    Announced: still_follow,
    MeetingReminder: still_come,
    JoiningTold: still_come,
    CallOpened: may_apply,
    DeadlineReminder: each(has_not_spoken),
    ColleagueCame: each(may_end_it),
    Digest: each(reads_there),
    DigestUnseen: each(may_see_to_the_desk),
    NoAnswerYet: each(wrote_it),
    AuthorTold: each(wrote_it),
    TranslationWanted: each(wrote_it),
    FiguresReady: each(may_count),
    HeldBack: each(waits_there),
    ReportArrived: each(may_read),
    ReportMoved: each(sent_it),
    SenderSaid: each(may_hear),
    LeftUnread: each(may_see_to_it),
    ReportGiven: each(has_it),
    ReportsReleased: each(reads_there),
    ContactsChanged: each(administers_there),
    CaseInGroup: each(is_their_group),
    CaseGone: each(is_a_group),
    GroupLost: each(administers_there),
    UnveilingAsked: each(may_read),
    UnveilingAnswered: each(may_read),
    Progress: each(announces_there),
    ReleaseAsked: each(releases_there),
    ChangeAsked: each(releases_it),
    ChangedAlone: each(is_a_colleague),
    ChangeReturned: each(has_prepared_it),
    ChangeReleased: each(acts_there),
    ForumTold: each(is_the_member),
    NoticeChanged: all_who_heard,
    StageReached: all_who_heard,
}
"""The letters that not everybody to whom they were addressed may still get; all others are for whoever they are to."""
