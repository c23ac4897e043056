"""Who else works at the desk, told apart by what they are and when they came, since no name is kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.publishing import to_desk
from locales.words import ROLES
from participation.clock import local_day
from participation.desk_actions import ShowColleague
from participation.ids import InstitutionId
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.people.model import Appointment
from participation.places import Institution


@dataclass(frozen=True)
class ShowColleagues(Action):
    """Show who else works for the institutions one administers."""

    tag: ClassVar[str] = "cl"


@dataclass(frozen=True)
class DismissColleague(Action):
    """Take a colleague's office away."""

    tag: ClassVar[str] = "cd"
    appointment: int


def colleagues(talk: Talk, found: Sequence[Appointment], institutions: Mapping[InstitutionId, Institution]) -> Message:
    """All of them, a button each."""
    if not found:
        return Message(body=talk.t("Nobody else works here yet."), buttons=column(to_desk(talk)))
    shown = (f"• {since(talk, one, institutions[one.institution])}" for one in found)
    buttons = [button(_in_short(talk, one, talk.texts.short_moment(one.at)), ShowColleague(one.id)) for one in found]
    note = talk.t("No names are shown here. Choose one to take the office away.")
    return Message(
        title=talk.t("Colleagues"), body=paragraphs(lines(shown), note), buttons=column(*buttons, to_desk(talk))
    )


def since(talk: Talk, one: Appointment, institution: Institution) -> str:
    """For whom somebody works, as what, and since when."""
    told = _in_short(talk, one, talk.texts.moment(one.at))
    return talk.t("{institution}: {colleague}", institution=institution.name, colleague=told)


def _in_short(talk: Talk, one: Appointment, moment: str) -> str:
    return talk.t("{role}, since {moment}", role=talk.t(ROLES[one.role]), moment=moment)


def told_apart(talk: Talk, found: Sequence[Appointment]) -> Iterator[tuple[Appointment, str]]:
    """Each as colleagues know them: as what and since which day; of those who are alike in that, which one."""
    named = [_in_short(talk, one, talk.texts.short_day(local_day(one.at))) for one in found]
    seen: Counter[str] = Counter()
    for one, name in zip(found, named, strict=True):
        seen[name] += 1
        yield one, talk.t("{name} ({number})", name=name, number=seen[name]) if named.count(name) > 1 else name


def colleague(talk: Talk, one: Appointment, institution: Institution, *, last_contact: bool) -> Message:
    """One of them, and what ending it means."""
    warning = talk.t(
        "If you take the office away, this person no longer reads or publishes anything here by it, figures "
        "included, and links that nobody has opened yet lead nowhere."
    )
    return Message(
        title=talk.t("A colleague"),
        body=paragraphs(since(talk, one, institution), warning, nobody_else(talk) if last_contact else ""),
        buttons=column(button(talk.t("Take the office away"), DismissColleague(one.id)), to_desk(talk)),
    )


def nobody_else(talk: Talk) -> str:
    """What it means that the last protection contact leaves."""
    return talk.t(
        "There is no other protection contact. What was told to them alone nobody will read then, and those who told "
        "it hear that."
    )


def dismissed(talk: Talk, one: Appointment, institution: Institution) -> Message:
    """It is done."""
    body = talk.t("Done. The office is taken away: {colleague}", colleague=since(talk, one, institution))
    return Message(body=body, buttons=column(to_desk(talk)))
