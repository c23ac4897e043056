"""The last step before everybody reads it: it goes out, or a colleague is asked to release it."""

from handlers.drafts import freeze
from handlers.turns import Dialog, Outgoing, Talk, Turn, show
from handlers.views.releasing import proposed
from participation.ids import ConsultationId, InstitutionId, PendingId
from participation.offices.pending import ask_colleagues, works_by_two


async def send_or_ask(
    draft: object, dialog: Dialog, talk: Talk, *, at: InstitutionId, about: ConsultationId | None = None
) -> Turn:
    """Send what was looked at; where two release, let it wait for a colleague, just as it was looked at."""
    outgoing = dialog.outgoing[type(draft)]
    if not await works_by_two(at, uow=talk.uow):
        return await let_out(draft, outgoing, talk)
    again = await outgoing.show(draft, talk)
    if again.draft != draft:
        return again
    kept, by = freeze(draft, dialog=dialog, stamp=talk.stamp), talk.person.id
    others = await ask_colleagues(kept, institution=at, consultation=about, by=by, uow=talk.uow, now=talk.now)
    return show(proposed(talk, others=others), draft=None, over=True)


async def let_out(draft: object, outgoing: Outgoing, talk: Talk, asked: PendingId | None = None) -> Turn:
    """Send it if it is still what was looked at; else it is looked at once more."""
    again = await outgoing.show(draft, talk)
    return again if again.draft != draft else await outgoing.send(draft, talk, asked)
