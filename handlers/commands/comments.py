"""Comments of a consultation, for those who answer them: one, all of them, and what is done by one tap."""

from collections.abc import Sequence

from handlers.turns import Talk, Turn, show
from handlers.views import ledger as views
from handlers.views.filing import Filed, ShowText, TakeApart, for_officer
from handlers.views.ledger import AskView, Listed
from handlers.views.pages import page_of
from participation import desk_actions
from participation.comments.filing import comments_for_officer, take_apart, themes_in
from participation.comments.model import Comment, CommentChannel
from participation.comments.usecases import answer_owed_by, comment_for_officer
from participation.digests.seeing import confirm_digest
from participation.errors import NotFound
from participation.ids import CommentId, ConsultationId, InstitutionId
from participation.messages import Message


async def officer_page(found: Comment, talk: Talk, *, files: bool = True, note: str = "") -> tuple[Message, ...]:
    """A comment as those see it who answer it."""
    consultation = await talk.uow.consultations.get(found.consultation)
    lead = (await talk.uow.comments.get(found.lead)).receipt if found.lead is not None else ""
    joined = [(await talk.uow.comments.get(one)).receipt for one in await talk.uow.ledger.joined_to(found.id)]
    owed_by = await answer_owed_by(found, uow=talk.uow)
    tongue = await talk.house.scribe.foreign_tongue(found.words.text)
    shown = Filed(found, consultation.terms.title, owed_by, lead, tuple(joined), tongue)
    return for_officer(talk, shown, files=files, note=note)


async def list_comments(talk: Talk, pressed: desk_actions.ListComments) -> Turn:
    """List them, the newest first: all, or those of a view or a theme."""
    on = ConsultationId(pressed.consultation)
    everything = await comments_for_officer(on, by=talk.person.id, uow=talk.uow)
    theme = next((one.filing.theme for one in everything if one.id == pressed.theme), "")
    wanted = [one for one in reversed(everything) if _belongs(one, pressed.view, theme)]
    title = (await talk.uow.consultations.get(on)).terms.title
    listed = Listed(on, title, pressed.view, pressed.theme if theme else 0, theme)
    shown = page_of(wanted, pressed.page)
    return show(views.listed(talk, listed, shown, len(wanted), pressed.page), over=pressed.page != 0)


def _belongs(one: Comment, view: str, theme: str) -> bool:
    if theme and one.filing.theme != theme:
        return False
    match view:
        case "undecided":
            return one.waits
        case channel if channel in set(CommentChannel):
            return one.channel == channel
        case _:
            return True


async def ask_view(talk: Talk, pressed: AskView) -> Turn:
    """Ask which of them to list."""
    on = ConsultationId(pressed.consultation)
    everything = await comments_for_officer(on, by=talk.person.id, uow=talk.uow)
    return show(views.ask_view(talk, on, everything, themes_with(everything)), over=True)


def themes_with(everything: Sequence[Comment]) -> Sequence[tuple[int, str, int]]:
    """Each theme with a comment that bears it, and how many do."""
    bearing = {theme: [one.id for one in everything if one.filing.theme == theme] for theme in themes_in(everything)}
    return [(found[0], theme, len(found)) for theme, found in bearing.items()]


async def apart(talk: Talk, pressed: TakeApart) -> Turn:
    """Let a joined comment be answered by itself again."""
    found = await take_apart(CommentId(pressed.comment), by=talk.person.id, uow=talk.uow, now=talk.now)
    note = talk.t("It is answered by itself again.")
    return show(*await officer_page(found, talk, files=False, note=note), over=True)


async def text_to_copy(talk: Talk, pressed: ShowText) -> Turn:
    """The answer to whoever wrote another way, in words to send on."""
    found = await comment_for_officer(CommentId(pressed.comment), by=talk.person.id, uow=talk.uow)
    if found.answer is None:
        raise NotFound
    return show(await copied(found, talk))


async def copied(found: Comment, talk: Talk) -> Message:
    """The answer as a text to send on: in the language of the procedure (Law 44/2015, art. 20)."""
    consultation = await talk.uow.consultations.get(found.consultation)
    institution = await talk.uow.places.institution(consultation.institution)
    return views.text_to_copy(talk, found, consultation.terms.title, institution.name)


async def saw_digest(talk: Talk, pressed: desk_actions.SawDigest) -> Turn:
    """Take it that a digest was seen."""
    until = views.moment_of(pressed.until, talk.now)
    institution = InstitutionId(pressed.institution)
    await confirm_digest(institution, until=until, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.seen(talk))
