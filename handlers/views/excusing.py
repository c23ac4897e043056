"""Before the last tap: why something goes out without what the law wants, and how it arrives."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.turns import Talk, column
from handlers.views.doubts import doubt_lines
from handlers.views.publishing import Look, back, leave, preview
from locales.texts import texts_in
from participation.consultations.proofs import Question
from participation.layout import paragraphs
from participation.messages import Message
from participation.people.model import Language


def ask_excuse(talk: Talk, wanted: Sequence[Question], complaint: str = "") -> Message:
    """What the law wants and is not there, and the question why."""
    return Message(
        body=paragraphs(complaint, why_despite(talk, wanted)),
        buttons=column(back(talk), leave(talk)),
    )


def why_despite(talk: Talk, wanted: Sequence[Question]) -> str:
    """What is passed over, and why that is asked."""
    question = talk.t("Why is it published all the same? One sentence: it is noted and stands in the report.")
    return paragraphs(passed_over(talk, wanted), question)


def passed_over(talk: Talk, wanted: Sequence[Question]) -> str:
    """What the law wants and is not so, a line each."""
    heading = talk.t("The law wants this, and it is not so:")
    return f"{heading}\n{doubt_lines(talk, wanted)}" if wanted else ""


def tests(talk: Talk, look: Look) -> tuple[Message, ...]:
    """The announcement in each language, as it will arrive; only the one who asked sees it."""
    note = talk.t("A test: only you see this.")
    cards = [preview(talk, look, texts_in(language)) for language in Language]
    return tuple(replace(card, body=paragraphs(note, card.body)) for card in cards)
