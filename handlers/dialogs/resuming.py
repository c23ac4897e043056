"""What a coordinator began to write and left is offered again before the same thing is begun anew.

An announcement does so itself (`publishing.Resuming`): words that are already here may be meant for a new one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from handlers.dialogs.amending import AMENDING
from handlers.dialogs.answering import ANSWERING
from handlers.dialogs.concluding import CONCLUDING
from handlers.dialogs.founding import FOUNDING, typed_in
from handlers.dialogs.grouping import GROUPING
from handlers.dialogs.known import KNOWN
from handlers.dialogs.moving import MOVING, Looking, Placing, Timing
from handlers.dialogs.receiving import RECEIVING
from handlers.drafts import UnreadableError, thaw
from handlers.spoken import NOTHING
from handlers.turns import Dialog, Talk, Turn, show
from handlers.views import resuming as views
from handlers.views.forum import FillForum
from handlers.views.known import TellKnown
from handlers.views.ledger import AnswerTogether
from handlers.views.managing import AddAlike, AddByHand, Amend, Conclude, Correct
from locales.texts import mark
from participation.desk_actions import AnswerComment
from participation.packing import Action


@dataclass(frozen=True)
class Resumed:
    """A dialog that is offered again: what was said in a draft of it, empty if nothing was, and how that is told."""

    dialog: Dialog
    words: Callable[[Any], str]
    told: str


def _in_slip(draft: Any) -> str:
    return _spoken(getattr(draft, "slip", None))


def _in_group(draft: Any) -> str:
    return _spoken(draft.group)


def _spoken(draft: Any) -> str:
    spoken = getattr(draft, "spoken", NOTHING)
    return spoken.text or ", ".join(each.name or each.kind for each in spoken.media)


def _in_wish(draft: Any) -> str:
    wish = getattr(draft, "wish", None)
    if wish is None:
        return ""
    return wish.reason or (wish.proof.terms.title if wish.proof is not None else "")


def _in_conclusion(draft: Any) -> str:
    adoption = getattr(draft, "adoption", draft)
    return getattr(adoption, "number", "") or getattr(draft, "reason", "")


def _in_known(draft: Any) -> str:
    return getattr(draft, "words", "")


BY_HAND: Final = Resumed(
    RECEIVING, _in_slip, mark("You have begun to write down a comment that is not kept yet: “{words}”.")
)
CHANGE: Final = Resumed(
    AMENDING, _in_wish, mark("You have begun to change a notice, and nothing is sent yet: “{words}”.")
)
ANSWER: Final = Resumed(ANSWERING, _spoken, mark("You have begun an answer that is not sent yet: “{words}”."))
TOGETHER: Final = Resumed(GROUPING, _in_group, ANSWER.told)
ENDING: Final = Resumed(
    CONCLUDING, _in_conclusion, mark("You have begun to conclude a consultation, and nothing is sent yet: “{words}”.")
)
FORM: Final = Resumed(FOUNDING, typed_in, mark("You have begun a form of the forum that is not kept yet: “{words}”."))
WARNING: Final = Resumed(KNOWN, _in_known, mark("You have begun to tell citizens that it is known: “{words}”."))

RESUMES: Final[Mapping[type[Action], Resumed]] = {
    AddByHand: BY_HAND,
    AddAlike: BY_HAND,
    Amend: CHANGE,
    Correct: CHANGE,
    AnswerComment: ANSWER,
    AnswerTogether: TOGETHER,
    Conclude: ENDING,
    FillForum: FORM,
    TellKnown: WARNING,
}
"""What would be lost if this were begun anew."""


def _of_move(draft: Any) -> str:
    return "" if isinstance(draft, Looking | Timing | Placing) else str(draft.meeting)


SAID: Final = {MOVING.name: _of_move, **{one.dialog.name: one.words for one in RESUMES.values()}}


def says_something(dialog: Dialog, draft: object) -> bool:
    """Whether something would be lost if a draft gave way to another one."""
    return dialog.name not in SAID or bool(SAID[dialog.name](draft))


async def offer_again(pressed: Action, talk: Talk) -> Turn | None:
    """What was begun before and would be lost; None if there is nothing of the kind."""
    resumed = RESUMES.get(type(pressed))
    if resumed is None:
        return None
    kept = await talk.uow.drafts.get(talk.person.id, resumed.dialog.name, talk.now)
    if kept is None:
        return None
    try:
        words = resumed.words(thaw(kept, resumed.dialog))
    except UnreadableError:
        return None
    return show(views.resuming(talk, kept, resumed.told, words, pressed)) if words else None


async def throw_away(pressed: views.Anew, talk: Talk) -> None:
    """Forget what was begun, unless somebody has gone on with it since they were asked."""
    kept = await talk.uow.drafts.get(talk.person.id, pressed.dialog, talk.now)
    if (
        kept is not None
        and kept.stamp == pressed.stamp
        and pressed.dialog in {one.dialog.name for one in RESUMES.values()}
    ):
        await talk.uow.drafts.drop(talk.person.id, kept.dialog)
