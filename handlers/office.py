"""Who answers what at the desk: its buttons and its dialogs, each with the office it takes."""

from collections.abc import Mapping, Sequence
from typing import Final

from handlers.commands import (
    announcements,
    annual_calendar,
    casework,
    categories,
    colleagues,
    comments,
    days,
    desk,
    figures,
    forum,
    forum_rights,
    gathering,
    group,
    inbox,
    managing,
    minutes,
    oral,
    papers,
    pending,
    plans,
    releasing,
    steps,
    unveiling,
    year,
)
from handlers.dialogs.acts import ACTS, begin_counting
from handlers.dialogs.amending import AMENDING, begin_amending
from handlers.dialogs.answering import ANSWERING, begin_answer
from handlers.dialogs.calling import CALLING, begin_calling
from handlers.dialogs.casework import CASEWORK, begin_deed
from handlers.dialogs.chapter import CHAPTER, begin_wording
from handlers.dialogs.concluding import CONCLUDING, begin_concluding, examine
from handlers.dialogs.days import DAYS, begin_adding_day
from handlers.dialogs.filing import FILING, begin_filing
from handlers.dialogs.foreseeing import FORESEEING, begin_adding_lines, begin_changing_line
from handlers.dialogs.founding import FOUNDING, begin_filling_forum
from handlers.dialogs.grouping import GROUPING, begin_together
from handlers.dialogs.known import KNOWN, begin_telling
from handlers.dialogs.linking import LINKING, begin_linking
from handlers.dialogs.listing import LISTING, begin_listing
from handlers.dialogs.minutes import MINUTES, begin_filling_minutes
from handlers.dialogs.moving import MOVING, begin_moving, begin_saying_online
from handlers.dialogs.plan_pages import look_at_row, tap_row
from handlers.dialogs.planning import (
    PLANNING,
    begin_adding_rows,
    begin_filling_plan,
    begin_naming,
    begin_reading,
    copy_plan,
)
from handlers.dialogs.publishing import PUBLISHING, begin_correcting, take_back
from handlers.dialogs.receiving import RECEIVING, begin_alike, begin_receiving
from handlers.dialogs.releasing import RELEASING
from handlers.dialogs.returning import RETURNING, begin_giving_back
from handlers.dialogs.sorting import SORTING, begin_adding_category, begin_filling
from handlers.dialogs.translating import TRANSLATING, begin_translating
from handlers.dialogs.unveiling import UNVEILING, begin_asking
from handlers.routes import Need, Route
from handlers.turns import Dialog
from handlers.views.annual_calendar import (
    AddLines,
    AskTie,
    ChangeLine,
    DropLine,
    RemoveLine,
    ShowLine,
    TakeCalendarData,
    TieLine,
)
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
from handlers.views.chapter import WritePart
from handlers.views.colleagues import DismissColleague, ShowColleagues
from handlers.views.days import AddDayOff, RemoveDayOff, ShowDaysOff
from handlers.views.desk import AskDigestHour, SetDigestHour, SetDigestRhythm, ShowAnswered, ShowMeetingsOfMine
from handlers.views.figures import TakeCases, TakeFigures
from handlers.views.filing import FileComment, ShowText, TakeApart, TranslateComment
from handlers.views.forum import (
    AcceptMember,
    EndCall,
    EndMembership,
    FillForum,
    InviteMember,
    SendCallOn,
    ShowMember,
    TakeProof,
)
from handlers.views.forum_rights import ChooseMeeting, MarkEmailed, TakeChecklist, TellForum, WriteByEmail
from handlers.views.gathering import AddToList, OpenDoor, ShowPresent, StrikeOut
from handlers.views.group import CheckGroup, LinkGroup, UnlinkGroup
from handlers.views.inbox import AskArea, AskCategory
from handlers.views.inviting import InviteTo
from handlers.views.known import HideKnown, TellKnown
from handlers.views.ledger import AnswerTogether, AskView
from handlers.views.linking import SayHowToJoin, SayItIsOnline
from handlers.views.managing import (
    AddAlike,
    AddByHand,
    Amend,
    Conclude,
    Correct,
    Examine,
    PlanOf,
    ShowConsultationsOfMine,
    ShowPapers,
    ShowSteps,
)
from handlers.views.minutes import CorrectMinutes, FillMinutes, FinishMinutes, ShowMinutes
from handlers.views.oral import ShowOral, TakeAllPoints, TakePoint
from handlers.views.papers import TakeMinutes, TakeParticipants, TakeReport
from handlers.views.pending import GiveBack, ReleaseChange, TakeOver, ThrowAway
from handlers.views.plan_page import (
    AddToPlan,
    ChooseTie,
    DropPlan,
    FillPlan,
    ShowPart,
    ShowRow,
    TakeMeetings,
    TakePlan,
    TapPlan,
    TiePlan,
)
from handlers.views.plans import (
    ChooseConsultation,
    ChooseModel,
    CopyPlan,
    NamePlan,
    NewPlan,
    PlanFrom,
    ReadPlan,
    ShowPlan,
    ShowPlans,
)
from handlers.views.protecting import SayCalled
from handlers.views.releasing import Release, TryOut
from handlers.views.scheduled import CallOff, PublishNow, TakeBack
from handlers.views.steps import MarkStep
from handlers.views.unveiling import AskName, ShowRequest
from handlers.views.year import SayActs, ShowCalendar, ShowChapter, ShowYear, TakeYear
from participation import desk_actions
from participation.forum.actions import ShowForum, ShowMembers, ShowRights
from participation.packing import Action

BUTTONS: Final[Mapping[type[Action], Route]] = {
    desk_actions.AnswerComment: Route(begin_answer, Need.OFFICER),
    desk_actions.ShowOwed: Route(desk.owed, Need.OFFICER),
    ShowAnswered: Route(desk.answered, Need.OFFICER),
    desk_actions.ListComments: Route(comments.list_comments, Need.OFFICER),
    desk_actions.SawDigest: Route(comments.saw_digest, Need.OFFICER, leads_away=False),
    AskView: Route(comments.ask_view, Need.OFFICER),
    TakeApart: Route(comments.apart, Need.OFFICER),
    ShowText: Route(comments.text_to_copy, Need.OFFICER),
    AddByHand: Route(begin_receiving, Need.OFFICER),
    AddAlike: Route(begin_alike, Need.OFFICER),
    FileComment: Route(begin_filing, Need.OFFICER),
    TranslateComment: Route(begin_translating, Need.OFFICER),
    AnswerTogether: Route(begin_together, Need.OFFICER),
    desk_actions.ShowReports: Route(inbox.reports, Need.READER),
    desk_actions.ShowInbox: Route(inbox.inbox, Need.READER),
    AskCategory: Route(inbox.ask_category, Need.READER),
    AskArea: Route(inbox.ask_area, Need.READER),
    desk_actions.ShowReport: Route(casework.report, Need.READER),
    DoAbout: Route(begin_deed, Need.READER),
    desk_actions.TakeFromGroup: Route(casework.take_from_group, Need.OFFICER),
    desk_actions.ShowGroup: Route(group.group, Need.OFFICER),
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
    desk_actions.AgreeToName: Route(unveiling.agree, Need.READER),
    desk_actions.DeclineName: Route(unveiling.decline, Need.READER),
    desk_actions.ShowName: Route(unveiling.show_name, Need.READER),
    desk_actions.ShowFigures: Route(figures.figures, Need.COUNCIL),
    TakeFigures: Route(figures.take_figures, Need.COUNCIL, leads_away=False),
    TakeCases: Route(figures.take_cases, Need.OFFICER, leads_away=False),
    ShowJoined: Route(casework.joined, Need.READER),
    ShowEarlier: Route(casework.earlier, Need.READER),
    desk_actions.ShowProgress: Route(announcements.progress, Need.OFFICER),
    desk_actions.PauseAnnouncement: Route(announcements.pause_announcement, Need.OFFICER),
    desk_actions.ResumeAnnouncement: Route(announcements.resume_announcement, Need.OFFICER),
    desk_actions.StopAnnouncement: Route(announcements.stop_announcement, Need.OFFICER),
    desk_actions.TryFailedAgain: Route(announcements.try_failed_again, Need.OFFICER),
    desk_actions.ShowScheduled: Route(desk.scheduled, Need.OFFICER),
    PublishNow: Route(releasing.publish_scheduled, Need.OFFICER),
    CallOff: Route(desk.call_off_scheduled, Need.OFFICER),
    TakeBack: Route(take_back, Need.OFFICER),
    ShowSteps: Route(steps.steps, Need.OFFICER),
    MarkStep: Route(steps.mark, Need.OFFICER, leads_away=False),
    ShowPapers: Route(papers.papers, Need.OFFICER),
    TakeParticipants: Route(papers.participants, Need.OFFICER, leads_away=False),
    TakeReport: Route(papers.report, Need.OFFICER, leads_away=False),
    TakeMinutes: Route(papers.minutes, Need.OFFICER, leads_away=False),
    ShowYear: Route(year.year, Need.OFFICER),
    TakeYear: Route(year.take, Need.OFFICER, leads_away=False),
    SayActs: Route(begin_counting, Need.OFFICER),
    ShowChapter: Route(year.chapter, Need.OFFICER),
    WritePart: Route(begin_wording, Need.OFFICER),
    ShowCalendar: Route(annual_calendar.calendar, Need.OFFICER),
    AddLines: Route(begin_adding_lines, Need.OFFICER),
    ShowLine: Route(annual_calendar.line, Need.OFFICER),
    ChangeLine: Route(begin_changing_line, Need.OFFICER),
    DropLine: Route(annual_calendar.drop, Need.OFFICER),
    AskTie: Route(annual_calendar.ask_tie, Need.OFFICER),
    TieLine: Route(annual_calendar.tie, Need.OFFICER),
    RemoveLine: Route(annual_calendar.remove, Need.OFFICER),
    TakeCalendarData: Route(annual_calendar.take, Need.OFFICER, leads_away=False),
    ShowPlans: Route(plans.plans, Need.OFFICER),
    NewPlan: Route(plans.new_plan, Need.OFFICER),
    PlanOf: Route(plans.plan_of, Need.OFFICER),
    ReadPlan: Route(begin_reading, Need.OFFICER),
    NamePlan: Route(begin_naming, Need.OFFICER),
    ChooseConsultation: Route(plans.choose_consultation, Need.OFFICER),
    PlanFrom: Route(plans.make_from, Need.OFFICER),
    ChooseModel: Route(plans.choose_model, Need.OFFICER),
    CopyPlan: Route(copy_plan, Need.OFFICER),
    ShowPlan: Route(plans.plan, Need.OFFICER),
    ShowPart: Route(plans.part, Need.OFFICER),
    ShowRow: Route(look_at_row, Need.OFFICER),
    FillPlan: Route(begin_filling_plan, Need.OFFICER),
    AddToPlan: Route(begin_adding_rows, Need.OFFICER),
    TapPlan: Route(tap_row, Need.OFFICER),
    TakeMeetings: Route(plans.take_meetings, Need.OFFICER),
    ChooseTie: Route(plans.choose_tie, Need.OFFICER),
    TiePlan: Route(plans.tie, Need.OFFICER),
    DropPlan: Route(plans.drop, Need.OFFICER),
    TakePlan: Route(plans.take, Need.OFFICER, leads_away=False),
    ShowForum: Route(forum.forum, Need.OFFICER),
    FillForum: Route(begin_filling_forum, Need.OFFICER),
    ShowMembers: Route(forum.members, Need.OFFICER),
    ShowMember: Route(forum.member, Need.OFFICER),
    InviteMember: Route(forum.invite_member, Need.OFFICER),
    AcceptMember: Route(forum.accept_member, Need.OFFICER),
    EndMembership: Route(forum.end_membership, Need.OFFICER),
    EndCall: Route(forum.end_open_call, Need.OFFICER),
    SendCallOn: Route(forum.send_on, Need.OFFICER),
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
    desk_actions.ShowProposed: Route(releasing.proposed, Need.OFFICER),
    desk_actions.ShowPending: Route(pending.pending, Need.OFFICER),
    ReleaseChange: Route(pending.release_change, Need.OFFICER),
    TakeOver: Route(pending.take_over_change, Need.OFFICER),
    ThrowAway: Route(pending.throw_away_change, Need.OFFICER),
    GiveBack: Route(begin_giving_back, Need.OFFICER),
    Release: Route(releasing.release_proposed, Need.OFFICER),
    TryOut: Route(releasing.try_out, Need.OFFICER),
    ShowConsultationsOfMine: Route(managing.consultations, Need.OFFICER),
    desk_actions.Manage: Route(managing.manage, Need.OFFICER),
    Amend: Route(begin_amending, Need.OFFICER),
    Correct: Route(begin_correcting, Need.OFFICER),
    Conclude: Route(begin_concluding, Need.OFFICER),
    Examine: Route(examine, Need.OFFICER),
    desk_actions.ChangeMeeting: Route(begin_moving, Need.OFFICER),
    SayHowToJoin: Route(begin_linking, Need.OFFICER),
    SayItIsOnline: Route(begin_saying_online, Need.OFFICER),
    desk_actions.ShowHeld: Route(gathering.held, Need.OFFICER),
    desk_actions.ShowGathering: Route(gathering.gathering, Need.OFFICER),
    OpenDoor: Route(gathering.door, Need.OFFICER),
    ShowPresent: Route(gathering.present, Need.OFFICER),
    StrikeOut: Route(gathering.strike_out, Need.OFFICER),
    AddToList: Route(begin_listing, Need.OFFICER),
    ShowMinutes: Route(minutes.minutes, Need.OFFICER),
    FillMinutes: Route(begin_filling_minutes, Need.OFFICER),
    FinishMinutes: Route(minutes.finish_minutes, Need.OFFICER),
    CorrectMinutes: Route(minutes.correct_minutes, Need.OFFICER),
    ShowOral: Route(oral.points, Need.OFFICER),
    TakePoint: Route(oral.take, Need.OFFICER),
    TakeAllPoints: Route(oral.take_all, Need.OFFICER),
    ShowColleagues: Route(colleagues.colleagues, Need.READER),
    desk_actions.ShowColleague: Route(colleagues.colleague, Need.READER),
    DismissColleague: Route(colleagues.dismiss_colleague, Need.READER),
    SetDigestHour: Route(desk.set_digest_hour, Need.OFFICER),
    SetDigestRhythm: Route(desk.set_digest_rhythm, Need.OFFICER),
    ShowMeetingsOfMine: Route(desk.meetings, Need.OFFICER),
    AskDigestHour: Route(desk.ask_digest_hour, Need.OFFICER),
    SayCalled: Route(begin_calling, Need.CONTACT),
    InviteTo: Route(colleagues.invite_to, Need.READER),
}

DIALOGS: Final[Mapping[Need, Sequence[Dialog]]] = {
    Need.OFFICER: (
        *(PUBLISHING, RELEASING, RETURNING, AMENDING, CONCLUDING, DAYS, ANSWERING, MOVING, LINKING, KNOWN, SORTING),
        *(LISTING, MINUTES, RECEIVING, FILING, TRANSLATING, GROUPING, FORESEEING, CHAPTER, PLANNING, FOUNDING),
        ACTS,
    ),
    Need.READER: (CASEWORK, UNVEILING),
    Need.CONTACT: (CALLING,),
}
"""Whoever has lost the office goes on with none of them."""
