"""What is one's own: receipts and their state."""

from datetime import date

from handlers.commands.comments import officer_page
from handlers.titles import titles
from handlers.turns import Talk, Turn, show
from handlers.views import mine as views
from handlers.views.changing import ChangeComment, WithdrawComment
from handlers.views.pages import page_of
from participation import actions
from participation.clock import local_day
from participation.comments.changing import may_change
from participation.comments.complaint import grievance
from participation.comments.model import Comment
from participation.comments.translating import is_wanted
from participation.comments.usecases import open_comment
from participation.errors import Refused
from participation.ids import CommentId
from participation.layout import button
from participation.reports.model import Report


async def mine(talk: Talk, _: object = None) -> Turn:
    """List one's comments and reports, newest first, each with what became of it."""
    return await _mine(talk, 0)


async def mine_page(talk: Talk, pressed: views.ShowMine) -> Turn:
    """Turn the pages of what one has sent, in the same place."""
    return await _mine(talk, pressed.page, over=pressed.page != 0)


async def _mine(talk: Talk, page: int, *, over: bool = False) -> Turn:
    sent: list[Comment | Report] = [*await talk.uow.comments.of_person(talk.person.id)]
    sent += await talk.uow.reports.receipts_of(talk.person.id)
    sent.sort(key=_day, reverse=True)
    shown = page_of(sent, page)
    asked = {one.consultation for one in shown if isinstance(one, Comment)}
    named = await titles([await talk.uow.consultations.get(each) for each in asked], talk)
    return show(views.mine(talk, shown, named, len(sent), page), over=over)


def _day(sent: Comment | Report) -> date:
    """The day on which it was sent; of a report nothing closer is kept."""
    return local_day(sent.left_at) if isinstance(sent, Comment) else sent.received_on


async def comment(talk: Talk, pressed: actions.ShowComment) -> Turn:
    """Show a comment to its author, or to the coordinator who owes an answer."""
    number = CommentId(pressed.comment)
    try:
        opened = await open_comment(number, by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused:
        return await _own(number, talk)
    return show(*await officer_page(opened, talk))


async def _own(comment: CommentId, talk: Talk) -> Turn:
    about = await grievance(comment, by=talk.person.id, uow=talk.uow)
    found, on = about.comment, about.consultation
    complain = (
        button(talk.t("Where can I complain?"), actions.AskComplaint(comment)) if about.stands(talk.now) else None
    )
    changeable = may_change(found, on, talk.now)
    change = button(talk.t("Change what it says"), ChangeComment(comment)) if changeable else None
    withdraw = button(talk.t("Take it back"), WithdrawComment(comment)) if changeable else None
    translate = button(talk.t("Write it in Albanian"), actions.GiveTranslation(comment)) if is_wanted(found) else None
    more = (translate, complain, change, withdraw)
    return show(views.for_author(talk, about, more))
