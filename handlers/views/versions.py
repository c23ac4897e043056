"""What a notice has said before: its versions for everybody, the newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.turns import Talk, column
from handlers.views.menu import to_menu
from handlers.views.pages import LABEL
from locales.texts import mark
from participation.actions import ShowConsultation, ShowVersions, TakePaper
from participation.consultations.model import Consultation, Paper
from participation.consultations.versions import Amendment, Version
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.words import quote

DONE: Final[Mapping[Amendment, str]] = {
    Amendment.PUBLISHED: mark("announced"),
    Amendment.COMPLETED: mark("something was added"),
    Amendment.CORRECTED: mark("corrected"),
    Amendment.EXTENDED: mark("more time was given"),
    Amendment.REPEATED: mark("repeated"),
    Amendment.RECOUNTED: mark("a day off was added to the calendar"),
    Amendment.MOVED: mark("a meeting was moved"),
    Amendment.CALLED_OFF: mark("a meeting was cancelled"),
    Amendment.CANCELLED: mark("cancelled"),
}
MOST: Final = 20


def versions(talk: Talk, found: Consultation, all_: Sequence[Version]) -> Message:
    """What was done to it, and when and why; each version can be read."""
    newest = list(reversed(all_))[:MOST]
    buttons = [button(_label(talk, each), ShowVersions(found.id, each.number)) for each in newest[1:]]
    return Message(
        title=quote(found.terms.title),
        body=lines(_line(talk, each) for each in newest),
        buttons=column(*buttons, button(talk.t("Read the consultation"), ShowConsultation(found.id)), to_menu(talk)),
    )


def _line(talk: Talk, version: Version) -> str:
    said = talk.t(
        "{number}. {day}: {what}",
        number=version.number,
        day=talk.texts.day(version.day),
        what=talk.t(DONE[version.amendment]),
    )
    reason = version.reason if version.amendment is not Amendment.PUBLISHED else ""
    because = talk.t("Reason: {reason}", reason=reason)
    return f"{said}. {because}" if reason else f"{said}."


def _label(talk: Talk, version: Version) -> str:
    return talk.t("Read what it said from {day}", day=talk.texts.short_day(version.day))


def version(talk: Talk, card: Message, found: Consultation, this: Version, following: Version) -> Message:
    """An old version, and until when it held; its documents can still be asked for."""
    note = talk.t(
        "This is what the announcement said from {first} to {last}. It does not hold any more.",
        first=talk.texts.short_day(this.day),
        last=talk.texts.short_day(following.day),
    )
    return replace(
        card,
        body=paragraphs(note, card.body),
        buttons=column(
            *(button(_of_paper(talk, paper), TakePaper(paper.id)) for paper in this.papers or ()),
            button(talk.t("What it said before"), ShowVersions(found.id)),
            button(talk.t("Read the consultation"), ShowConsultation(found.id)),
            to_menu(talk),
        ),
    )


def _of_paper(talk: Talk, paper: Paper) -> str:
    name = quote(paper.name, LABEL) or talk.t("Document")
    return f"{name} ({talk.texts.size(paper.size)})"
