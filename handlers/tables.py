"""Who answers what: one table of commands, one of buttons, one of dialogs, each with the role it needs."""

from collections.abc import Mapping
from typing import Final

from handlers.commands import (
    announcements,
    belonging,
    casework,
    categories,
    colleagues,
    comments,
    complaining,
    consultations,
    days,
    desk,
    figures,
    forum,
    forum_rights,
    gathering,
    group,
    home,
    inbox,
    managing,
    mine,
    minutes,
    papers,
    profile,
    releasing,
    sent,
    unveiling,
    versions,
    voices,
)
from handlers.dialogs.adding import ADDING, begin_adding
from handlers.dialogs.amending import AMENDING, begin_amending
from handlers.dialogs.answering import ANSWERING, begin_answer
from handlers.dialogs.arriving import ARRIVING, choose_home, follow_another, start
from handlers.dialogs.calling import CALLING, begin_calling
from handlers.dialogs.casework import CASEWORK, begin_deed
from handlers.dialogs.changing import CHANGING, begin_changing, withdraw
from handlers.dialogs.commenting import COMMENTING
from handlers.dialogs.concluding import CONCLUDING, begin_concluding
from handlers.dialogs.days import DAYS, begin_adding_day
from handlers.dialogs.erasing import ERASING, begin_erasing
from handlers.dialogs.filing import FILING, begin_filing
from handlers.dialogs.founding import FOUNDING, begin_filling_forum
from handlers.dialogs.grouping import GROUPING, begin_together
from handlers.dialogs.helping import HELPING, begin_helping
from handlers.dialogs.here import HERE, begin_coming_in, change_place, leave_list, show_place
from handlers.dialogs.introducing import INTRODUCING, begin_introducing
from handlers.dialogs.joining import JOINING, begin_applying
from handlers.dialogs.known import KNOWN, begin_telling
from handlers.dialogs.listing import LISTING, begin_listing
from handlers.dialogs.loose import LOOSE, begin_comment
from handlers.dialogs.minutes import MINUTES, begin_filling_minutes
from handlers.dialogs.moving import MOVING, begin_moving
from handlers.dialogs.publishing import PUBLISHING, begin_correcting, begin_publishing, take_back
from handlers.dialogs.receiving import RECEIVING, begin_receiving
from handlers.dialogs.reporting import REPORTING, begin_report
from handlers.dialogs.sorting import SORTING, begin_adding_category, begin_filling
from handlers.dialogs.unveiling import UNVEILING, begin_asking
from handlers.routes import Need, Route
from handlers.turns import Dialog
from handlers.views.belonging import ApplyTo, LeaveForum, ShowCall, ShowForums, ShowMembership
from handlers.views.casework import DoAbout, ShowEarlier, ShowJoined
from handlers.views.categories import (
    AddCategory,
    DeleteCategory,
    EditCategory,
    SetCategory,
    ShowCategories,
    ShowCategory,
    UsualCategories,
)
from handlers.views.changing import ChangeComment, WithdrawComment
from handlers.views.colleagues import DismissColleague, ShowColleagues
from handlers.views.complaining import ShowComplaint
from handlers.views.consultations import ShowClosed
from handlers.views.days import AddDayOff, RemoveDayOff, ShowDaysOff
from handlers.views.desk import AskDigestHour, SetDigestHour, ShowAnswered, ShowMeetingsOfMine
from handlers.views.figures import TakeCases, TakeFigures
from handlers.views.filing import FileComment, ShowText, TakeApart
from handlers.views.forum import (
    AcceptMember,
    EndCall,
    EndMembership,
    FillForum,
    InviteMember,
    ShowMember,
    ShowMembers,
    TakeProof,
)
from handlers.views.forum_rights import (
    ChooseMeeting,
    MarkEmailed,
    TakeChecklist,
    TellForum,
    WriteByEmail,
)
from handlers.views.gathering import AddToList, OpenDoor, ShowGathering, ShowHeld, ShowPresent, StrikeOut
from handlers.views.group import CheckGroup, LinkGroup, UnlinkGroup
from handlers.views.here import ChangePlace, ComeIn, LeaveList, ShowPlace
from handlers.views.inbox import AskArea, AskCategory
from handlers.views.inviting import InviteTo
from handlers.views.known import HideKnown, TellKnown
from handlers.views.ledger import AnswerTogether, AskView
from handlers.views.managing import (
    AddByHand,
    Amend,
    Conclude,
    Correct,
    ShowConsultationsOfMine,
    ShowPapers,
    ShowRights,
)
from handlers.views.mine import ShowMine
from handlers.views.minutes import CorrectMinutes, FillMinutes, FinishMinutes, ShowMinutes
from handlers.views.papers import ShowYears, TakeMinutes, TakeParticipants, TakeReport, TakeYear
from handlers.views.profile import FollowAgain, SetLanguage, SetQuiet, ShowFollows, Unfollow
from handlers.views.protecting import SayCalled
from handlers.views.releasing import Release
from handlers.views.scheduled import CallOff, PublishNow, TakeBack
from handlers.views.sent import CutThread, SaySolved, SayWho, ShowConfirmation, ShowReaders
from handlers.views.unveiling import AskName, ShowRequest
from handlers.views.voices import ChangeHeard
from handlers.views.wishes import AskForHelp, TakePosition
from participation import actions
from participation.forum.actions import SawTold, ShowForum
from participation.packing import Action

COMMANDS: Final[Mapping[str, Route]] = {
    "start": Route(start),
    "menu": Route(home.menu, Need.ACQUAINTED),
    "hapur": Route(home.open_first, Need.ACQUAINTED),
    "raporto": Route(begin_report),
    "te_miat": Route(mine.mine, Need.ACQUAINTED),
    "ndjek": Route(profile.follows, Need.ACQUAINTED),
    "komuna": Route(choose_home, Need.ACQUAINTED),
    "shto": Route(follow_another, Need.ACQUAINTED),
    "qetesi": Route(profile.quiet_hours, Need.ACQUAINTED, leads_away=False),
    "gjuha": Route(profile.languages, leads_away=False),
    "ndihme": Route(home.help_, leads_away=False),
    "privatesia": Route(profile.privacy, Need.ACQUAINTED),
    "ndal": Route(profile.stop_all),
    "fshij": Route(begin_erasing),
    "zyra": Route(desk.desk, Need.READER),
    "publiko": Route(begin_publishing, Need.OFFICER),
    "fto": Route(colleagues.invite_colleague, Need.READER),
}

ALSO: Final[Mapping[str, str]] = {
    "open": "hapur", "report": "raporto", "mine": "te_miat", "temiat": "te_miat", "follow": "ndjek",
    "quiet": "qetesi", "language": "gjuha", "settings": "gjuha", "help": "ndihme", "privacy": "privatesia",
    "stop": "ndal", "erase": "fshij", "desk": "zyra", "publish": "publiko", "invite": "fto", "home": "komuna",
    "add": "shto",
}  # fmt: skip

BUTTONS: Final[Mapping[type[Action], Route]] = {
    actions.ShowMenu: Route(home.menu, Need.ACQUAINTED),
    actions.ShowOpen: Route(home.open_page, Need.ACQUAINTED),
    ShowClosed: Route(home.closed_lately, Need.ACQUAINTED),
    actions.ShowConsultation: Route(consultations.consultation),
    actions.WriteComment: Route(begin_comment),
    actions.ShowMeetings: Route(consultations.meetings),
    actions.ShowMeeting: Route(consultations.meeting),
    actions.Come: Route(consultations.come, leads_away=False),
    actions.Attend: Route(consultations.coming, leads_away=False),
    actions.AskToSpeak: Route(consultations.speaking, leads_away=False),
    TakePosition: Route(consultations.position, leads_away=False),
    AskForHelp: Route(begin_helping),
    actions.SayHeard: Route(voices.say_heard, leads_away=False),
    ChangeHeard: Route(voices.change_heard, leads_away=False),
    ComeIn: Route(begin_coming_in),
    ShowPlace: Route(show_place),
    ChangePlace: Route(change_place),
    LeaveList: Route(leave_list),
    actions.TakeCalendar: Route(consultations.calendar_file, leads_away=False),
    actions.Remind: Route(consultations.remind, leads_away=False),
    actions.Share: Route(consultations.share, leads_away=False),
    actions.TakePaper: Route(consultations.paper, leads_away=False),
    actions.ShowVersions: Route(versions.versions),
    actions.FollowPlace: Route(consultations.follow_place, leads_away=False),
    ShowMine: Route(mine.mine_page, Need.ACQUAINTED),
    actions.ShowComment: Route(mine.comment),
    actions.AskComplaint: Route(complaining.ask),
    ShowComplaint: Route(complaining.text),
    ChangeComment: Route(begin_changing),
    WithdrawComment: Route(withdraw),
    ShowForums: Route(belonging.forums, Need.ACQUAINTED),
    ShowCall: Route(belonging.call),
    ApplyTo: Route(begin_applying),
    ShowMembership: Route(belonging.membership),
    LeaveForum: Route(belonging.leave_forum),
    SawTold: Route(belonging.saw_told, leads_away=False),
    SetLanguage: Route(profile.set_language, leads_away=False),
    SetQuiet: Route(profile.set_quiet, leads_away=False),
    ShowFollows: Route(profile.follows_page, Need.ACQUAINTED),
    Unfollow: Route(profile.unfollow),
    FollowAgain: Route(profile.follow_again),
    actions.AnswerComment: Route(begin_answer, Need.OFFICER),
    actions.ShowOwed: Route(desk.owed, Need.OFFICER),
    ShowAnswered: Route(desk.answered, Need.OFFICER),
    actions.ListComments: Route(comments.list_comments, Need.OFFICER),
    actions.SawDigest: Route(comments.saw_digest, Need.OFFICER, leads_away=False),
    AskView: Route(comments.ask_view, Need.OFFICER),
    TakeApart: Route(comments.apart, Need.OFFICER),
    ShowText: Route(comments.text_to_copy, Need.OFFICER),
    AddByHand: Route(begin_receiving, Need.OFFICER),
    FileComment: Route(begin_filing, Need.OFFICER),
    AnswerTogether: Route(begin_together, Need.OFFICER),
    actions.ShowSent: Route(sent.sent),
    actions.AddToReport: Route(begin_adding),
    SaySolved: Route(sent.say_solved),
    SayWho: Route(begin_introducing),
    CutThread: Route(sent.cut),
    ShowConfirmation: Route(sent.confirmation),
    ShowReaders: Route(sent.readers),
    actions.ShowReports: Route(inbox.reports, Need.READER),
    actions.ShowInbox: Route(inbox.inbox, Need.READER),
    AskCategory: Route(inbox.ask_category, Need.READER),
    AskArea: Route(inbox.ask_area, Need.READER),
    actions.ShowReport: Route(casework.report, Need.READER),
    DoAbout: Route(begin_deed, Need.READER),
    actions.TakeFromGroup: Route(casework.take_from_group, Need.OFFICER),
    actions.ShowGroup: Route(group.group, Need.OFFICER),
    LinkGroup: Route(group.link, Need.OFFICER),
    CheckGroup: Route(group.check, Need.OFFICER),
    UnlinkGroup: Route(group.unlink, Need.OFFICER),
    TellKnown: Route(begin_telling, Need.OFFICER),
    HideKnown: Route(casework.hide_known, Need.OFFICER),
    ShowCategories: Route(categories.categories, Need.OFFICER),
    ShowCategory: Route(categories.category, Need.OFFICER),
    SetCategory: Route(categories.set_category, Need.OFFICER),
    EditCategory: Route(begin_filling, Need.OFFICER),
    AddCategory: Route(begin_adding_category, Need.OFFICER),
    DeleteCategory: Route(categories.delete_category, Need.OFFICER),
    UsualCategories: Route(categories.usual_categories, Need.OFFICER),
    AskName: Route(begin_asking, Need.READER),
    ShowRequest: Route(unveiling.request, Need.READER),
    actions.AgreeToName: Route(unveiling.agree, Need.READER),
    actions.DeclineName: Route(unveiling.decline, Need.READER),
    actions.ShowName: Route(unveiling.show_name, Need.READER),
    actions.ShowFigures: Route(figures.figures, Need.COUNCIL),
    TakeFigures: Route(figures.take_figures, Need.COUNCIL, leads_away=False),
    TakeCases: Route(figures.take_cases, Need.OFFICER, leads_away=False),
    ShowJoined: Route(casework.joined, Need.READER),
    ShowEarlier: Route(casework.earlier, Need.READER),
    actions.ShowProgress: Route(announcements.progress, Need.OFFICER),
    actions.PauseAnnouncement: Route(announcements.pause_announcement, Need.OFFICER),
    actions.ResumeAnnouncement: Route(announcements.resume_announcement, Need.OFFICER),
    actions.StopAnnouncement: Route(announcements.stop_announcement, Need.OFFICER),
    actions.TryFailedAgain: Route(announcements.try_failed_again, Need.OFFICER),
    actions.ShowScheduled: Route(desk.scheduled, Need.OFFICER),
    PublishNow: Route(desk.publish_scheduled, Need.OFFICER),
    CallOff: Route(desk.call_off_scheduled, Need.OFFICER),
    TakeBack: Route(take_back, Need.OFFICER),
    ShowPapers: Route(papers.papers, Need.OFFICER),
    TakeParticipants: Route(papers.participants, Need.OFFICER, leads_away=False),
    TakeReport: Route(papers.report, Need.OFFICER, leads_away=False),
    TakeMinutes: Route(papers.minutes, Need.OFFICER, leads_away=False),
    ShowYears: Route(papers.years, Need.OFFICER),
    TakeYear: Route(papers.year, Need.OFFICER, leads_away=False),
    ShowForum: Route(forum.forum, Need.OFFICER),
    FillForum: Route(begin_filling_forum, Need.OFFICER),
    ShowMembers: Route(forum.members, Need.OFFICER),
    ShowMember: Route(forum.member, Need.OFFICER),
    InviteMember: Route(forum.invite_member, Need.OFFICER),
    AcceptMember: Route(forum.accept_member, Need.OFFICER),
    EndMembership: Route(forum.end_membership, Need.OFFICER),
    EndCall: Route(forum.end_open_call, Need.OFFICER),
    TakeProof: Route(forum.proof, Need.OFFICER, leads_away=False),
    ShowRights: Route(forum_rights.rights, Need.OFFICER),
    ChooseMeeting: Route(forum_rights.choose_meeting, Need.OFFICER),
    TellForum: Route(forum_rights.tell, Need.OFFICER),
    WriteByEmail: Route(forum_rights.write_by_email, Need.OFFICER),
    MarkEmailed: Route(forum_rights.emailed, Need.OFFICER),
    TakeChecklist: Route(forum_rights.checklist, Need.OFFICER, leads_away=False),
    ShowDaysOff: Route(days.show_days, Need.OFFICER),
    AddDayOff: Route(begin_adding_day, Need.OFFICER),
    RemoveDayOff: Route(days.remove_day, Need.OFFICER),
    actions.ShowProposed: Route(releasing.proposed, Need.OFFICER),
    Release: Route(releasing.release_proposed, Need.OFFICER),
    ShowConsultationsOfMine: Route(managing.consultations, Need.OFFICER),
    actions.Manage: Route(managing.manage, Need.OFFICER),
    Amend: Route(begin_amending, Need.OFFICER),
    Correct: Route(begin_correcting, Need.OFFICER),
    Conclude: Route(begin_concluding, Need.OFFICER),
    actions.ChangeMeeting: Route(begin_moving, Need.OFFICER),
    ShowHeld: Route(gathering.held, Need.OFFICER),
    ShowGathering: Route(gathering.gathering, Need.OFFICER),
    OpenDoor: Route(gathering.door, Need.OFFICER),
    ShowPresent: Route(gathering.present, Need.OFFICER),
    StrikeOut: Route(gathering.strike_out, Need.OFFICER),
    AddToList: Route(begin_listing, Need.OFFICER),
    ShowMinutes: Route(minutes.minutes, Need.OFFICER),
    FillMinutes: Route(begin_filling_minutes, Need.OFFICER),
    FinishMinutes: Route(minutes.finish_minutes, Need.OFFICER),
    CorrectMinutes: Route(minutes.correct_minutes, Need.OFFICER),
    ShowColleagues: Route(colleagues.colleagues, Need.READER),
    actions.ShowColleague: Route(colleagues.colleague, Need.READER),
    DismissColleague: Route(colleagues.dismiss_colleague, Need.READER),
    SetDigestHour: Route(desk.set_digest_hour, Need.OFFICER),
    ShowMeetingsOfMine: Route(desk.meetings, Need.OFFICER),
    AskDigestHour: Route(desk.ask_digest_hour, Need.OFFICER),
    SayCalled: Route(begin_calling, Need.CONTACT),
    InviteTo: Route(colleagues.invite_to, Need.READER),
}

DIALOGS: Final[Mapping[str, Dialog]] = {
    dialog.name: dialog
    for dialog in (
        ARRIVING,
        COMMENTING,
        REPORTING,
        ADDING,
        INTRODUCING,
        LOOSE,
        ERASING,
        PUBLISHING,
        AMENDING,
        CONCLUDING,
        DAYS,
        ANSWERING,
        CHANGING,
        RECEIVING,
        FILING,
        GROUPING,
        MOVING,
        CASEWORK,
        UNVEILING,
        KNOWN,
        SORTING,
        CALLING,
        HELPING,
        HERE,
        LISTING,
        MINUTES,
        FOUNDING,
        JOINING,
    )
}

WRITTEN: Final = frozenset({*DIALOGS} - {ARRIVING.name, ERASING.name})
"""The dialogs in which somebody writes something that would be missed."""
NEEDS: Final[Mapping[str, Need]] = {
    **{
        dialog.name: Need.OFFICER
        for dialog in (PUBLISHING, AMENDING, CONCLUDING, DAYS, ANSWERING, MOVING, KNOWN, SORTING)
    },
    **{dialog.name: Need.OFFICER for dialog in (PUBLISHING, ANSWERING, MOVING, KNOWN, SORTING, LISTING, MINUTES)},
    **{dialog.name: Need.OFFICER for dialog in (PUBLISHING, AMENDING, CONCLUDING, ANSWERING, MOVING, KNOWN, SORTING)},
    **{dialog.name: Need.OFFICER for dialog in (RECEIVING, FILING, GROUPING, FOUNDING)},
    **{dialog.name: Need.READER for dialog in (CASEWORK, UNVEILING)},
    CALLING.name: Need.CONTACT,
}
"""The dialogs that take an office; whoever has lost it goes on with none of them."""
