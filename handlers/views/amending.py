"""What a coordinator sees while a notice that is out is amended."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, choice_of, column
from handlers.views.correcting import meant, now_it_says
from handlers.views.excusing import passed_over
from handlers.views.managing import clock_part, to_it
from handlers.views.pending import to_send
from handlers.views.publishing import to_desk
from handlers.when import When
from locales.texts import mark
from participation.calendar.legal_clock import LegalClock
from participation.comments.model import Balance
from participation.consultations.proofs import Question
from participation.consultations.versions import Amendment
from participation.ids import ConsultationId
from participation.layout import lines, paragraphs
from participation.messages import Button, Message

DIALOG: Final = "amend"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)

REASONS: Final[Mapping[Amendment, str]] = {
    Amendment.EXTENDED: mark("Why is more time given? One sentence: everybody will read it."),
    Amendment.REPEATED: mark("Why is the notice repeated? One sentence: everybody will read it."),
    Amendment.CANCELLED: mark("Why is the consultation cancelled? One sentence: everybody will read it."),
    Amendment.CORRECTED: mark("Why is it corrected? One sentence: everybody will read it."),
    Amendment.COMPLETED: mark("Why is it done all the same? One sentence: everybody will read it."),
}
DONE: Final[Mapping[Amendment, str]] = {
    Amendment.COMPLETED: mark("It is added, and on its way to everybody who follows."),
    Amendment.CORRECTED: mark("It is corrected, and on its way to everybody who follows."),
    Amendment.EXTENDED: mark("There is more time now. The news is on its way to everybody who follows."),
    Amendment.REPEATED: mark("The time begins again. The news is on its way to everybody who follows."),
    Amendment.CANCELLED: mark("The consultation is cancelled. The news is on its way to everybody who follows."),
}
SLIP: Final = mark("There was a slip of the pen.")


def ask_deadline(talk: Talk, clock: LegalClock, offered: Sequence[tuple[int, date]], complaint: str = "") -> Message:
    """Until when there shall be time now, with the law's own days at hand."""
    question = talk.t("Until which day may people comment now? Choose, or write a date, for example: 22.8.2023.")
    return Message(
        title=talk.t("Give more time"),
        body=paragraphs(complaint, clock_part(talk, clock), question),
        buttons=column(*(_offer(talk, days, day) for days, day in offered), leave(talk)),
    )


def _offer(talk: Talk, days: int, day: date) -> Button:
    label = talk.texts.n(
        "{count} working day more: {day}", "{count} working days more: {day}", days, day=talk.texts.short_day(day)
    )
    return choice(talk, label, "more", days)


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(talk, when, choice(talk, talk.t("Yes"), "day", when.packed()), back(talk))


def ask_reason(
    talk: Talk, what: Amendment, passed: Sequence[Question], *, present: str = "", complaint: str = ""
) -> Message:
    """Why it is done; a slip of the pen is said by a tap, but is no reason to pass over a rule of the law."""
    slip = choice(talk, talk.t(SLIP), "slip") if what is Amendment.CORRECTED and not passed else None
    return Message(
        body=paragraphs(complaint, passed_over(talk, passed), talk.t(REASONS[what]), now_it_says(talk, present)),
        buttons=column(slip, back(talk), leave(talk)),
    )


def weighing(
    talk: Talk, what: Amendment, people: int, *, told: bool, meetings: int, balance: Balance, by_two: bool
) -> Message:
    """The last question: how many will be told, and what goes with it."""
    ending = what is Amendment.CANCELLED
    off = talk.texts.n("{count} meeting is cancelled with it.", "{count} meetings are cancelled with it.", meetings)
    lost = talk.texts.n(
        "{count} comment has no answer yet. It is kept, and no answer is owed; it can still be answered.",
        "{count} comments have no answer yet. They are kept, and no answer is owed; they can still be answered.",
        balance.undecided,
    )
    send = talk.t("Change it and tell everybody") if told and (people or balance.received) else talk.t("Change it")
    end = talk.t("Cancel the consultation and tell everybody")
    return Message(
        body=paragraphs(
            talk.t("Above is what everybody will read.") if told else talk.t("Nobody is notified of this."),
            how_many(talk, people, balance) if told else "",
            off if ending and meetings else "",
            lost if ending and balance.undecided else "",
        ),
        buttons=column(
            choice(talk, *to_send(talk, end if ending else send, by_two=by_two)),
            back(talk),
            leave(talk),
        ),
    )


def how_many(talk: Talk, people: int, balance: Balance) -> str:
    """How many who follow will be told, and that those are who have commented: how many of them, nobody learns."""
    will = talk.texts.n("{count} person will be told.", "{count} people will be told.", people)
    if balance.received:
        return lines((will if people else "", talk.t("Whoever has commented here is told as well.")))
    return will if people else talk.t("Nobody follows yet, so nobody has to be told.")


def leave(talk: Talk) -> Button:
    """Nothing is changed."""
    return choice(talk, talk.t("Leave it as it is"), "leave")


def done(talk: Talk, what: Amendment, consultation: ConsultationId, *, told: bool) -> Message:
    """It is changed."""
    said = talk.t(DONE[what]) if told else talk.t("It is changed. Nobody is rung up because of that.")
    return Message(body=said, buttons=column(to_it(talk, consultation), to_desk(talk)))
