"""The buttons that work anywhere: in letters, screens and links."""

from typing import Final

from participation import actions
from participation.forum.actions import SawTold
from participation.packing import Action

SHARED: Final[tuple[type[Action], ...]] = (
    actions.ShowMenu,
    actions.ShowOpen,
    actions.ShowConsultation,
    actions.WriteComment,
    actions.ShowMeetings,
    actions.ShowMeeting,
    actions.Come,
    actions.Attend,
    actions.AskToSpeak,
    actions.SayHeard,
    actions.TakeCalendar,
    actions.Remind,
    actions.Share,
    actions.TakePaper,
    actions.ShowComment,
    actions.AnswerComment,
    actions.ShowReport,
    actions.ShowSent,
    actions.AddToReport,
    actions.AgreeToName,
    actions.DeclineName,
    actions.ShowName,
    actions.ShowOwed,
    actions.ShowReports,
    actions.ShowInbox,
    actions.ShowFigures,
    actions.ShowProgress,
    actions.ShowScheduled,
    actions.ResumeAnnouncement,
    actions.PauseAnnouncement,
    actions.ShowVersions,
    actions.Manage,
    actions.ShowProposed,
    actions.ListComments,
    actions.SawDigest,
    actions.AskComplaint,
    actions.StopAnnouncement,
    actions.TryFailedAgain,
    actions.ChangeMeeting,
    actions.FollowPlace,
    actions.ShowColleague,
    actions.ShowGroup,
    actions.TakeFromGroup,
    SawTold,
)
