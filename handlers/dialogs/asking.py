"""The last step before everybody reads it: it goes out, or a colleague is asked to release it."""

from handlers.drafts import freeze
from handlers.turns import Dialog, Talk, Turn, show
from handlers.views.errors import changed_meanwhile
from handlers.views.pending import ASK, SEND
from handlers.views.releasing import proposed
from participation.ids import ConsultationId, InstitutionId
from participation.offices.pending import ask_colleagues


async def send_or_ask(
    draft: object,
    pressed: str,
    dialog: Dialog,
    talk: Talk,
    *,
    at: InstitutionId,
    about: ConsultationId | None = None,
    by_two: bool,
) -> Turn:
    """Send what was looked at, or let it wait for a colleague, just as it was looked at; only what the button said."""
    outgoing = dialog.outgoing[type(draft)]
    again = await outgoing.show(draft, talk)
    if again.draft != draft:
        return again
    if pressed != (ASK if by_two else SEND):
        return changed_meanwhile(again, talk)
    await outgoing.seen(draft, talk)
    if not by_two:
        return await outgoing.send(draft, talk, None)
    kept, what = freeze(draft, dialog=dialog, stamp=talk.stamp), outgoing.what(draft)
    by, uow, now = talk.person.id, talk.uow, talk.now
    others = await ask_colleagues(kept, what, institution=at, consultation=about, by=by, uow=uow, now=now)
    return show(proposed(talk, others=others), draft=None, over=True)
