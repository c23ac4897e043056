"""What the law gives in a consultation, and where anybody may complain of how it was held; we send nothing."""

from handlers.turns import Talk, Turn, show
from handlers.views import rights as views
from handlers.views.complaining import COMMISSIONER, HEAD
from participation.comments.complaint import course_of
from participation.errors import NotFound
from participation.ids import ConsultationId


async def rights(talk: Talk, pressed: views.ShowLawful) -> Turn:
    """Show the law, how it was here, and the ways."""
    by, consultation = talk.person.id, ConsultationId(pressed.consultation)
    return show(views.rights(talk, await course_of(consultation, by=by, uow=talk.uow, now=talk.now)))


async def text(talk: Talk, pressed: views.WriteLawful) -> Turn:
    """Show the text to send by oneself; once the time is over, why there is none."""
    by, consultation = talk.person.id, ConsultationId(pressed.consultation)
    found = await course_of(consultation, by=by, uow=talk.uow, now=talk.now)
    if pressed.to not in {HEAD, COMMISSIONER}:
        raise NotFound
    if found.is_over(talk.now) or (pressed.to == HEAD) is not (found.last_day is None):
        return show(views.rights(talk, found))
    return show(*views.text(talk, found, pressed.to))
