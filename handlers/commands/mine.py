"""What is one's own: receipts and their state."""

from handlers.turns import Talk, Turn, show
from handlers.views import mine as views
from participation import actions
from participation.comments.usecases import answer_owed_by, comment_for_author, comment_for_officer
from participation.errors import Refused
from participation.ids import CommentId


async def mine(talk: Talk, _: object = None) -> Turn:
    """List one's comments and reports, newest first, each with what became of it."""
    comments = await talk.uow.comments.of_person(talk.person.id)
    reports = await talk.uow.reports.receipts_of(talk.person.id)
    return show(views.mine(talk, comments, reports))


async def comment(talk: Talk, pressed: actions.ShowComment) -> Turn:
    """Show a comment to its author, or to the coordinator who owes an answer."""
    number = CommentId(pressed.comment)
    try:
        found, in_office = await comment_for_officer(number, by=talk.person.id, uow=talk.uow), True
    except Refused:
        found, in_office = await comment_for_author(number, by=talk.person.id, uow=talk.uow), False
    consultation = await talk.uow.consultations.get(found.consultation)
    owed_by = await answer_owed_by(found, uow=talk.uow)
    if in_office:
        return show(*views.for_officer(talk, found, consultation.terms.title, owed_by))
    return show(views.for_author(talk, found, consultation.terms.title, owed_by))
