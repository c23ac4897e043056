"""Being forgotten: one question, then everything goes."""

from dataclasses import dataclass

from handlers.events import Chose, Content, Pressed, Text
from handlers.spoken import NO, bare
from handlers.turns import Choice, Dialog, Said, Talk, Turn, column, show
from handlers.views.colleagues import nobody_else
from handlers.views.errors import cannot_use, nothing_done
from participation.layout import paragraphs
from participation.messages import Message
from participation.offices.contacts import is_last_contact
from participation.people.model import Right
from participation.people.usecases import forget


@dataclass(frozen=True)
class Asking:
    """We ask whether it is meant."""


async def begin_erasing(talk: Talk, _: object = None) -> Turn:
    """Ask before anything goes."""
    return show(await _question(talk), draft=Asking())


async def _question(talk: Talk) -> Message:
    body = talk.t(
        "We will delete your chat number, what you follow, what you have not sent yet and the link between you and "
        "what you sent. Comments and reports stay in the record, without you; answers to them can no longer reach "
        "you. This cannot be undone. Erase everything?"
    )
    office = talk.t("You also lose your office here; somebody has to invite you anew.") if talk.offices else ""
    contact_at = talk.where(Right.PROTECT)
    last = any([await is_last_contact(talk.person.id, one, uow=talk.uow) for one in contact_at])
    return Message(
        title=talk.t("Erase everything about me"),
        body=paragraphs(office, nobody_else(talk) if last else "", body),
        buttons=column(
            ERASING.choice(talk, talk.t("Yes, erase everything"), "erase"),
            ERASING.choice(talk, talk.t("No, keep it"), "cancel"),
        ),
    )


async def asking(draft: Asking, said: Said, talk: Talk) -> Turn:
    """Erase, or leave all as it is."""
    match said:
        case Chose("erase"):
            await forget(talk.person.id, uow=talk.uow, now=talk.now)
            return show(_gone(talk), draft=None)
        case Chose("cancel"):
            return show(nothing_done(talk), draft=None, over=True)
        case Text(words) if bare(words) in NO:
            return show(nothing_done(talk), draft=None)
        case Text():
            return show(cannot_use(talk, talk.t("Press one of the buttons.")), await _question(talk), draft=draft)
        case _:
            return show(await _question(talk), draft=draft)


def wishes_to_be_forgotten(content: Content) -> bool:
    """Whether this is the button that erases; pressed once more by somebody unknown by now, it does nothing."""
    match content:
        case Pressed(Choice(dialog=ERASING.name, name="erase")):
            return True
        case _:
            return False


def _gone(talk: Talk) -> Message:
    return Message(
        body=talk.t(
            "Done: we know nothing about you any more. You can also delete this chat on your phone. "
            "If you write again, we begin anew."
        )
    )


ERASING = Dialog("erase", 1, {Asking: asking})
