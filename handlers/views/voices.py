"""What is said of how far people were heard: to whoever answered, and at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.menu import to_menu
from locales.words import HEARD
from participation.layout import button, lines, paragraphs
from participation.meetings.heard import Evaluation, Heard
from participation.messages import Button, Message
from participation.packing import Action
from participation.reports.hiding import Cell


@dataclass(frozen=True)
class ChangeHeard(Action):
    """Say it anew on the screen on which it was said."""

    tag: ClassVar[str] = "vc"
    meeting: int
    heard: str


def thanks(talk: Talk, meeting: int, heard: Heard) -> Message:
    """What was counted, and how it is changed."""
    return Message(
        body=paragraphs(
            talk.t("Thank you. You said: {answer}.", answer=talk.t(HEARD[heard])),
            talk.t("It is counted apart from you. You can change it until 30 days after the meeting."),
        ),
        buttons=column(*_choices(talk, meeting, heard), to_menu(talk)),
    )


def _choices(talk: Talk, meeting: int, heard: Heard) -> Sequence[Button]:
    shown = ((step, f"✓ {talk.t(label)}" if step == heard else talk.t(label)) for step, label in HEARD.items())
    return [button(label, ChangeHeard(meeting, step)) for step, label in shown]


def at_desk(talk: Talk, found: Evaluation) -> str:
    """How many said what, small counts hidden."""
    if not found.heard:
        return ""
    told = (
        talk.t("{part}: {words}", part=talk.t(HEARD[step]), words=_said(talk, cell))
        for step, cell in found.heard.items()
    )
    return lines((talk.t("Was their voice heard?"), *(f"• {one}" for one in told)))


def _said(talk: Talk, cell: Cell) -> str:
    if cell.number is not None:
        return talk.texts.number(cell.number)
    return talk.t("fewer than {count}", count=cell.most + 1) if cell.most is not None else talk.t("not shown")
