"""What somebody began and did not finish, shown before the same thing is begun anew."""

from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Choice, Talk, column
from handlers.views.publishing import to_desk
from participation.drafts import KeptDraft
from participation.layout import button
from participation.messages import Button, Message
from participation.packing import SEPARATOR, Action, pack
from participation.words import quote

INSIDE: Final = "^"
"""What stands between the values of a button that another one carries."""


@dataclass(frozen=True)
class Anew(Action):
    """Throw away what was begun, as long as it is still what was shown, and do what was pressed before."""

    tag: ClassVar[str] = "zz"
    dialog: str
    stamp: str
    pressed: str

    @property
    def packed(self) -> str:
        """What was pressed, as its own button carried it."""
        return self.pressed.replace(INSIDE, SEPARATOR)


def resuming(talk: Talk, kept: KeptDraft, begun: str, words: str, pressed: Action) -> Message:
    """What was begun, and its words; to go on with it, or to begin anew what was pressed."""
    anew = Anew(kept.dialog, kept.stamp, pack(pressed).replace(SEPARATOR, INSIDE))
    return Message(
        body=talk.t(begun, words=quote(words)),
        buttons=column(
            Button(talk.t("Go on with it"), press=pack(Choice(kept.dialog, kept.stamp, ""))),
            button(talk.t("Delete it and begin a new one"), anew),
            to_desk(talk),
        ),
    )
