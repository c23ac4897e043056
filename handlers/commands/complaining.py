"""Where one may complain about what became of one's own comment; nothing is sent from here."""

from handlers.turns import Talk, Turn, show
from handlers.views import complaining as views
from handlers.views.complaining import COMMISSIONER, HEAD, ShowComplaint
from participation import actions
from participation.comments.complaint import grievance
from participation.errors import NotFound
from participation.ids import CommentId


async def ask(talk: Talk, pressed: actions.AskComplaint) -> Turn:
    """Show the ways, and the last day if there is one."""
    found = await grievance(CommentId(pressed.comment), by=talk.person.id, uow=talk.uow)
    return show(views.where(talk, found))


async def text(talk: Talk, pressed: ShowComplaint) -> Turn:
    """Show the text to send by oneself."""
    found = await grievance(CommentId(pressed.comment), by=talk.person.id, uow=talk.uow)
    if pressed.to not in {HEAD, COMMISSIONER}:
        raise NotFound
    if not found.stands(talk.now):
        return show(views.where(talk, found))
    return show(*views.text(talk, found, pressed.to))
