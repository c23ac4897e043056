"""Where a consultation stands, in a sentence: open, closed, under review, answered, adopted (Law 146/2014, art. 6)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from participation.comments.model import Balance
from participation.consultations.dossier import Dossier
from participation.consultations.model import Adoption, Phase
from participation.layout import lines, paragraphs

STEPS: Final = (Phase.OPEN, Phase.CLOSED, Phase.REVIEW, Phase.SUMMARISED, Phase.ADOPTED)
"""The way of every consultation that is not cancelled."""
PHASES: Final[Mapping[Phase, str]] = {
    Phase.OPEN: mark("What happens then: the comments are examined, and each is answered with a reason."),
    Phase.CLOSED: mark("Where it stands ({step} of {steps}): the time for comments is over; they will be examined."),
    Phase.REVIEW: mark("Where it stands ({step} of {steps}): the comments are being examined."),
    Phase.SUMMARISED: mark(
        "Where it stands ({step} of {steps}): the summary of comments is published; the decision comes next."
    ),
    Phase.ADOPTED: mark("Where it stands ({step} of {steps}): the act is adopted."),
    Phase.CANCELLED: mark("This consultation was cancelled."),
}


def standing_part(dossier: Dossier, texts: Texts, now: datetime) -> str:
    """The sentence, with what was decided on the comments and which act came of it."""
    phase, standing = dossier.phase(now), dossier.standing
    step = STEPS.index(phase) + 1 if phase in STEPS else 0
    return paragraphs(
        texts.t(PHASES[phase], step=step, steps=len(STEPS)),
        lines(balance_lines(standing.balance, texts)) if standing.balance else "",
        act_part(standing.adoption, texts) if standing.adoption else "",
    )


def balance_lines(balance: Balance, texts: Texts) -> list[str]:
    """How many comments came, and what was decided on them."""
    if not balance.received:
        return [texts.t("No comments came.")]
    decided = (
        (balance.accepted, texts.t("accepted: {count}", count=texts.number(balance.accepted))),
        (balance.partly, texts.t("accepted in part: {count}", count=texts.number(balance.partly))),
        (balance.refused, texts.t("not accepted: {count}", count=texts.number(balance.refused))),
        (balance.out_of_scope, texts.t("outside the subject: {count}", count=texts.number(balance.out_of_scope))),
        (balance.undecided, texts.t("not decided: {count}", count=texts.number(balance.undecided))),
    )
    came = texts.n("{count} comment came:", "{count} comments came:", balance.received)
    return [came, *(f"• {said}" for count, said in decided if count)]


def act_part(adoption: Adoption, texts: Texts) -> str:
    """The act with its number, its day, and where it can be read."""
    act = texts.t("The act: {number}, {day}", number=adoption.number, day=texts.day(adoption.day))
    return lines((act, texts.t("It can be read here: {url}", url=adoption.link) if adoption.link else ""))
