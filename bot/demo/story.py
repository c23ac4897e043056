"""The story: a notice is published, people speak, reports are worked on, answers come, and an act comes of it."""

from collections.abc import Awaitable, Callable
from typing import Final

from bot.demo.acting import Play
from bot.demo.answering import answers_come
from bot.demo.ending import (
    an_act_comes_of_it,
    an_open_step_gets_its_day,
    the_papers_are_taken,
    the_year_is_told,
    what_became_of_the_comments,
)
from bot.demo.gathering import the_meeting_is_held, the_record_is_written
from bot.demo.joining import one_more_is_concerned, the_same_is_joined, the_same_is_mended, two_report_the_same
from bot.demo.meeting import the_meeting_comes_near, the_meeting_moves
from bot.demo.planning import the_plan_is_filled_in, the_plan_is_made
from bot.demo.protecting import a_child_is_in_need, she_is_helped, the_contact_comes
from bot.demo.publishing import (
    people_join,
    the_coordinator_comes,
    the_doubts_are_answered,
    the_notice_is_published,
    the_notice_is_read,
    the_officers_link_a_group,
)
from bot.demo.speaking import (
    a_youth_reports,
    comments_close,
    people_ask_to_be_reminded,
    people_comment,
    people_will_come,
    the_digest_comes,
)
from bot.demo.working import the_report_is_closed, the_report_is_worked_on

SCENES: Final[tuple[Callable[[Play], Awaitable[None]], ...]] = (
    the_coordinator_comes,
    the_officers_link_a_group,
    the_contact_comes,
    people_join,
    the_notice_is_read,
    the_doubts_are_answered,
    the_notice_is_published,
    the_plan_is_made,
    people_comment,
    people_will_come,
    people_ask_to_be_reminded,
    an_open_step_gets_its_day,
    a_youth_reports,
    two_report_the_same,
    a_child_is_in_need,
    the_digest_comes,
    the_report_is_worked_on,
    the_same_is_joined,
    one_more_is_concerned,
    the_report_is_closed,
    the_same_is_mended,
    she_is_helped,
    the_meeting_moves,
    the_meeting_comes_near,
    the_meeting_is_held,
    the_record_is_written,
    comments_close,
    answers_come,
    what_became_of_the_comments,
    an_act_comes_of_it,
    the_papers_are_taken,
    the_year_is_told,
    the_plan_is_filled_in,
)


async def play_all(play: Play) -> None:
    """Every scene in its order."""
    for scene in SCENES:
        await scene(play)
