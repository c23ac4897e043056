"""What is asked while a category of safety reports is changed or added."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column, grid
from handlers.views.categories import limit, limits_lines, name_of, named_in, passed_to_line
from handlers.views.errors import too_many_characters
from locales.texts import LANGUAGES, mark
from locales.words import BODIES
from participation.layout import lines, paragraphs
from participation.messages import Message, Rows
from participation.people.model import Language
from participation.reports.categories import KEPT_LABEL, LONGEST_BODY, LONGEST_LABEL, LONGEST_TEXT, Aspect
from participation.reports.limits import Limit
from participation.reports.model import CategoryRow

DIALOG: Final = "sort"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
leave = partial(cancel_in, DIALOG)

Asked = tuple[Aspect, Language | None]
"""What of a category is asked for, and in which language where it is written in several."""

ASKS: Final[Mapping[str, Asked]] = {
    **{f"{aspect.value}-{one.value}": (aspect, one) for aspect in (Aspect.NAME, Aspect.TEXT) for one in Language},
    **{aspect.value: (aspect, None) for aspect in (Aspect.READ, Aspect.ANSWER, Aspect.PASSED_TO)},
}
"""By the word that a button carries."""

LIMITS: Final[Mapping[Aspect, Sequence[str]]] = {
    Aspect.READ: ("2h", "4h", "1d", "2d"),
    Aspect.ANSWER: ("1d", "2d", "5d", "10d"),
}
"""What is usual; everything else is written."""

QUESTIONS: Final[Mapping[Aspect, str]] = {
    Aspect.NAME: mark("Write the name. It stands on a button: at most {longest} characters."),
    Aspect.TEXT: mark(
        "Write what whoever is about to tell shall read: whom to call, what helps, what to leave out. One short "
        "paragraph, at most {longest} characters."
    ),
    Aspect.READ: mark("Within what time shall a report be read? Choose, or write it: “4 hours”, “2 working days”."),
    Aspect.ANSWER: mark("Within what time shall it be answered? Choose, or write it: “4 hours”, “2 working days”."),
    Aspect.PASSED_TO: mark(
        "To whom are such reports usually passed on? It is offered first to whoever passes one on; nothing goes there "
        "by itself. You can also write the name."
    ),
}
LONGEST: Final[Mapping[Aspect, int]] = {Aspect.NAME: LONGEST_LABEL, Aspect.TEXT: LONGEST_TEXT}


def question(talk: Talk, row: CategoryRow, asked: Asked, note: str = "") -> Message:
    """One question, with how it stands now and what can be pressed instead of writing."""
    aspect, language = asked
    longest = LONGEST.get(aspect, 0)
    return Message(
        title=name_of(talk, row),
        body=paragraphs(note, lines(_so_far(talk, row, aspect, language)), talk.t(QUESTIONS[aspect], longest=longest)),
        buttons=(*_choices(talk, row, aspect, language), (leave(talk),)),
    )


def _so_far(talk: Talk, row: CategoryRow, aspect: Aspect, language: Language | None) -> Sequence[str]:
    match aspect, language:
        case Aspect.NAME, Language():
            return (named_in(talk, row, language),)
        case Aspect.TEXT, Language() if language in row.texts:
            return (f"{LANGUAGES[language]}: “{row.texts[language]}”",)
        case Aspect.TEXT, Language():
            return (f"{LANGUAGES[language]}: " + talk.t("no text yet"),)
        case Aspect.PASSED_TO, _:
            return (passed_to_line(talk, row.passed_to),)
        case _:
            return limits_lines(talk, row)


def _choices(talk: Talk, row: CategoryRow, aspect: Aspect, language: Language | None) -> Rows:
    match aspect:
        case Aspect.READ | Aspect.ANSWER:
            usual = [choice(talk, limit(talk, Limit.read(each)), "limit", each) for each in LIMITS[aspect]]
            return grid(usual)
        case Aspect.TEXT if language in row.texts:
            return column(choice(talk, talk.t("Take the text away"), "off"))
        case Aspect.PASSED_TO:
            bodies = [choice(talk, talk.t(label), "to", body) for body, label in BODIES.items()]
            return column(choice(talk, talk.t("Nobody"), "to", "nobody"), *bodies)
        case _:
            return ()


def ask_body(talk: Talk, row: CategoryRow, note: str = "") -> Message:
    """Which other office."""
    question = talk.t("Which office is that? The sender of a report that is passed on will read it.")
    return Message(
        title=name_of(talk, row),
        body=paragraphs(note, question),
        buttons=((back(talk), leave(talk)),),
    )


def ask_new(talk: Talk, names: Sequence[str], language: Language, note: str = "") -> Message:
    """The name of a new category in a language; only the first one has to be there."""
    name = talk.t(QUESTIONS[Aspect.NAME], longest=LONGEST_LABEL)
    written = [f"{LANGUAGES[one]}: {said}" for one, said in zip(Language, names, strict=False) if said]
    skip = choice(talk, talk.t("Skip"), "skip") if names else None
    return Message(
        title=talk.t("A new category"),
        body=paragraphs(
            note, lines(written), talk.t("In this language: {language}", language=LANGUAGES[language]), name
        ),
        buttons=(*column(skip), (back(talk), leave(talk)) if names else (leave(talk),)),
    )


def too_long_a_name(talk: Talk, count: int) -> str:
    """What fits, and how much this is."""
    return talk.t(
        "This name has {count} characters. A button shows {shown}, and {kept} can be kept at all: please write a "
        "shorter one.",
        count=count,
        shown=LONGEST_LABEL,
        kept=KEPT_LABEL,
    )


def too_long(talk: Talk, count: int, aspect: Aspect) -> str:
    """How much fits, and how much this is."""
    return too_many_characters(talk, count, LONGEST.get(aspect, LONGEST_BODY))


def no_limit(talk: Talk) -> str:
    """What a time limit looks like."""
    return talk.t(
        "That is no time that we understand. Write a number from 1 to 999 with hours or working days: “4 hours”, "
        "“4 h”, “2 working days”, “2 d”."
    )


def added(talk: Talk) -> str:
    """It is there, and what can be said of it now."""
    return talk.t("It is in the list. Say now whether it is urgent, and by when it is to be read and answered.")


def changed(talk: Talk, aspect: Aspect) -> str:
    """It is done."""
    if aspect in LIMITS:
        return talk.t("Changed. It counts for reports that come from now on.")
    return talk.t("Changed.")
