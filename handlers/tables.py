"""Who answers what: one table of commands, one of buttons, one of dialogs, each with the role it needs."""

from collections.abc import Mapping
from itertools import chain
from typing import Final

from handlers import office
from handlers.commands import (
    belonging,
    colleagues,
    complaining,
    consultations,
    desk,
    home,
    mine,
    profile,
    rights,
    sent,
    versions,
    voices,
)
from handlers.dialogs.adding import ADDING, begin_adding
from handlers.dialogs.arriving import ARRIVING, choose_home, follow_another, start
from handlers.dialogs.changing import CHANGING, begin_changing, withdraw
from handlers.dialogs.commenting import COMMENTING
from handlers.dialogs.erasing import ERASING, begin_erasing
from handlers.dialogs.helping import HELPING, begin_helping
from handlers.dialogs.here import HERE, begin_coming_in, change_place, leave_list, show_place
from handlers.dialogs.introducing import INTRODUCING, begin_introducing
from handlers.dialogs.joining import JOINING, begin_applying
from handlers.dialogs.loose import LOOSE, begin_comment
from handlers.dialogs.publishing import begin_publishing
from handlers.dialogs.rendering import RENDERING, begin_rendering
from handlers.dialogs.reporting import REPORTING, begin_report
from handlers.routes import Need, Route
from handlers.turns import Dialog
from handlers.views.belonging import LeaveForum, ShowCall, ShowForums, ShowMembership
from handlers.views.changing import ChangeComment, WithdrawComment
from handlers.views.complaining import ShowComplaint
from handlers.views.consultations import ShowClosed, TakePoster
from handlers.views.here import ChangePlace, ComeIn, LeaveList, ShowPlace
from handlers.views.mine import ShowMine
from handlers.views.profile import FollowAgain, SetLanguage, SetQuiet, ShowFollows, Unfollow
from handlers.views.rights import ShowLawful, WriteLawful
from handlers.views.sent import CutThread, SaySolved, SayWho, ShowConfirmation, ShowReaders
from handlers.views.voices import ChangeHeard
from handlers.views.wishes import AskForHelp, TakePosition
from participation import actions
from participation.forum.actions import ApplyTo, SawTold
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
    TakePoster: Route(consultations.poster, leads_away=False),
    actions.TakePaper: Route(consultations.paper, leads_away=False),
    actions.ShowVersions: Route(versions.versions),
    actions.FollowPlace: Route(consultations.follow_place, leads_away=False),
    ShowMine: Route(mine.mine_page, Need.ACQUAINTED),
    actions.ShowComment: Route(mine.comment),
    actions.AskComplaint: Route(complaining.ask),
    ShowComplaint: Route(complaining.text),
    ShowLawful: Route(rights.rights),
    WriteLawful: Route(rights.text),
    ChangeComment: Route(begin_changing),
    WithdrawComment: Route(withdraw),
    actions.GiveTranslation: Route(begin_rendering),
    SetLanguage: Route(profile.set_language, leads_away=False),
    SetQuiet: Route(profile.set_quiet, leads_away=False),
    ShowFollows: Route(profile.follows_page, Need.ACQUAINTED),
    Unfollow: Route(profile.unfollow),
    FollowAgain: Route(profile.follow_again),
    actions.ShowSent: Route(sent.sent),
    actions.AddToReport: Route(begin_adding),
    SaySolved: Route(sent.say_solved),
    SayWho: Route(begin_introducing),
    CutThread: Route(sent.cut),
    ShowConfirmation: Route(sent.confirmation),
    ShowReaders: Route(sent.readers),
    ShowForums: Route(belonging.forums, Need.ACQUAINTED),
    ShowCall: Route(belonging.call),
    ApplyTo: Route(begin_applying),
    ShowMembership: Route(belonging.membership),
    LeaveForum: Route(belonging.leave_forum),
    SawTold: Route(belonging.saw_told, leads_away=False),
    **office.BUTTONS,
}

DIALOGS: Final[Mapping[str, Dialog]] = {
    dialog.name: dialog
    for dialog in (
        *(ARRIVING, COMMENTING, REPORTING, ADDING, INTRODUCING, LOOSE, ERASING, CHANGING, HELPING, HERE, JOINING),
        RENDERING,
        *chain.from_iterable(office.DIALOGS.values()),
    )
}

WRITTEN: Final = frozenset({*DIALOGS} - {ARRIVING.name, ERASING.name})
"""The dialogs in which somebody writes something that would be missed."""
NEEDS: Final[Mapping[str, Need]] = {dialog.name: need for need, dialogs in office.DIALOGS.items() for dialog in dialogs}
"""The dialogs that take an office."""
