"""What is doubtful about an announcement, one short sentence each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from handlers.turns import Talk
from locales.texts import Texts, mark
from participation.clock import local_day
from participation.consultations.concerns import Concern, Worry
from participation.consultations.notice import Doubt, DoubtKind
from participation.consultations.proofs import Gap, Open, Question, name_of
from participation.words import quote

LONGEST = 120
LONGEST_NAME = 40
FEW = 3
"""Doubts of one kind that are told one by one, and of many those that are named."""

OF_TEXT: Final[Mapping[DoubtKind, str]] = {
    DoubtKind.UNKNOWN_LAW: mark("We know of no law {words}."),
    DoubtKind.WEEKDAY_CONTRADICTS: mark("“{words}”: the weekday is not that of the date."),
    DoubtKind.STEP_BEFORE_LAUNCH: mark("The step “{words}” is dated before the meeting that opens the work."),
    DoubtKind.W_AS_E: mark("“{words}” may have an Ë where a W was meant."),
    DoubtKind.NO_YEAR: mark("“{words}” has no year."),
    DoubtKind.NO_DAY: mark("The last day for comments, “{words}”, is no day in the calendar yet."),
    DoubtKind.IMPOSSIBLE_DATE: mark("“{words}” is in no calendar."),
    DoubtKind.LETTER_FOR_DIGIT: mark("“{words}”: a letter stands where a digit should be."),
    DoubtKind.TWO_READINGS: mark("“{words}” can be read in two ways: the day first, or the month."),
    DoubtKind.UNUSED_DATE: mark("It is not clear what “{words}” is for: it is in no part of the announcement."),
    DoubtKind.RELATIVE_DATE: mark("“{words}” depends on the day it is read. Better write the date."),
    DoubtKind.BARE_DAYS: mark("“{words}”: working days or calendar days? They were counted as working days."),
    DoubtKind.CUT_LINK: mark("The link “{words}” may have been cut. Please check it."),
    DoubtKind.UNUSED_LINK: mark("The link “{words}” is in no part of the announcement."),
    DoubtKind.CHANGES_ANOTHER: mark(
        "“{words}”: this changes something announced before. Meetings announced here can be moved or cancelled."
        " The deadline of an announced consultation cannot be changed here yet."
    ),
    DoubtKind.MORE_STEPS: mark("Only the first {suggestion} steps were taken. The first that is missing: “{words}”."),
    DoubtKind.AN_OPEN_CALL: mark("“{words}”: an open call asks for applications; it is not a consultation."),
}

SUGGESTING: Final[Mapping[DoubtKind, str]] = {
    DoubtKind.LETTER_FOR_DIGIT: mark(
        "“{words}”: a letter stands where a digit should be. We read it as “{suggestion}”."
    ),
    DoubtKind.TWO_READINGS: mark("“{words}” can be read in two ways. We took the day first; is {suggestion} meant?"),
    DoubtKind.IMPOSSIBLE_DATE: mark("“{words}” is in no calendar. Is {suggestion} meant?"),
    DoubtKind.UNKNOWN_LAW: mark("We know of no law {words}. Is {suggestion} meant?"),
    DoubtKind.WEEKDAY_CONTRADICTS: mark("“{words}”: by the calendar that day is “{suggestion}”."),
    DoubtKind.W_AS_E: mark("“{words}” may have an Ë where a W was meant: “{suggestion}”."),
}

OF_GAPS: Final[Mapping[Open, str]] = {
    Open.MEETING_NO_DAY: mark("A meeting has no day yet."),
    Open.MEETING_NO_YEAR: mark("The meeting of “{words}” has no year."),
    Open.MEETING_NO_HOUR: mark("The meeting has no hour yet: {day}."),
    Open.MEETING_NO_PLACE: mark("The meeting has no place yet: {day}."),
    Open.MEETING_ENDS_EARLY: mark(
        "The meeting ends before it begins: {day}. Its end is left out as long as that is so."
    ),
    Open.STEP_NO_YEAR: mark("The step “{words}” has no year."),
    Open.DEADLINE_NO_YEAR: mark("The last day for comments has no year."),
    Open.ANNOUNCED_ALREADY: mark("An announcement with the same title is there already: {day}."),
    Open.KIND_GUESSED: mark("The notice does not say what kind of consultation it is. Please check the kind."),
    Open.OTHER_ISSUER: mark("The notice speaks in the name of “{words}”, not of your institution."),
}

NAMING: Final[Mapping[Open, str]] = {Open.MEETING_NO_DAY: mark("The meeting “{words}” has no day yet.")}
"""What is open, with the words of the notice where it has any."""

OF_PLANS: Final[Mapping[Concern, str]] = {
    Concern.NO_TITLE: mark("The title is missing."),
    Concern.NO_PURPOSE: mark("We did not find what is being decided and why."),
    Concern.NO_PAPER: mark("No document is attached: the law asks for the draft and its explanatory report."),
    Concern.NO_DEADLINE: mark("The last day for comments is missing."),
    Concern.NO_CONTACT: mark("There is neither an e-mail nor a phone number."),
    Concern.NO_REGISTER_LINK: mark("The link to the official register is missing."),
    Concern.ODD_LINK: mark("The link to the register does not look like a link."),
    Concern.LINK_TO_NO_PAGE: mark("The link leads to the first page of the register, not to this notice."),
    Concern.NO_MEETING: mark("It invites to a public meeting, and no meeting is planned in it."),
    Concern.MEETING_AT_NIGHT: mark("The meeting begins at night: {day}."),
    Concern.PAST_DEADLINE: mark("The last day for comments is past already: {day}."),
    Concern.DEADLINE_DAY_OFF: mark("The last day for comments is not a working day: {day}."),
    Concern.DEADLINE_FAR: mark("The last day for comments is more than two years away: {day}. Is the year right?"),
    Concern.MEETING_FAR: mark("The meeting is more than two years away: {day}. Is the year right?"),
    Concern.MEETING_DAY_OFF: mark("The meeting is not on a working day: {day}."),
    Concern.MEETING_PAST: mark("The meeting is past already: {day}."),
    Concern.MEETING_AFTER_CLOSE: mark("The meeting ({day}) comes after the last day for comments."),
}

BY_THEN: Final[Mapping[Concern, str]] = {
    Concern.PAST_DEADLINE: mark("The last day for comments will be past by then: {day}."),
    Concern.MEETING_PAST: mark("The meeting will be past by then: {day}."),
}
"""What is past only at the moment that was chosen for publishing."""


def doubt_lines(talk: Talk, questions: Sequence[Question]) -> str:
    """All doubts, numbered, a line each."""
    told = (_in_a_line(talk.texts, alike, local_day(talk.now)) for alike in gathered(questions))
    return "\n".join(f"{number}. {line}" for number, line in enumerate(told, start=1))


def gathered(questions: Sequence[Question]) -> list[list[Question]]:
    """The doubts as they are told: many of one kind together, all others by themselves."""
    kinds: dict[str, list[Question]] = {}
    for question in questions:
        kinds.setdefault(name_of(question), []).append(question)
    return [told for alike in kinds.values() for told in ([alike] if len(alike) > FEW else [[one] for one in alike])]


def _in_a_line(texts: Texts, alike: Sequence[Question], today: date) -> str:
    first, *more = alike
    if not more:
        return sentence(texts, first, today)
    names = ", ".join((*(_subject(texts, question) for question in more[:FEW]), *("…" for _ in more[FEW : FEW + 1])))
    others = texts.t("The same goes for {count} more: {names}", count=len(more), names=names)
    return f"{sentence(texts, first, today)} {others}"


def _subject(texts: Texts, question: Question) -> str:
    """What a doubt is about, as short as can be."""
    match question:
        case Doubt(words=words) | Gap(words=words) if words:
            return f"“{quote(words, LONGEST_NAME)}”"
        case Gap(day=date() as day) | Worry(day=date() as day):
            return texts.short_day(day)
        case _:
            return ""


def sentence(texts: Texts, question: Question, today: date) -> str:
    """What is doubtful, in one sentence, as it is said today."""
    match question:
        case Doubt(kind=kind, words=words, suggestion=suggestion):
            said = SUGGESTING.get(kind, OF_TEXT[kind]) if suggestion else OF_TEXT[kind]
            return texts.t(said, words=quote(words, LONGEST), suggestion=suggestion)
        case Gap(what=what, words=words, day=day):
            known = texts.day(day) if day else words or texts.t("the day is open too")
            return texts.t(
                NAMING.get(what, OF_GAPS[what]) if words else OF_GAPS[what], words=quote(words, LONGEST), day=known
            )
        case Worry():
            return _of_plan(texts, question, today)


def _of_plan(texts: Texts, worry: Worry, today: date) -> str:
    day = texts.day(worry.day) if worry.day else ""
    match worry.concern:
        case Concern.SHORT_DEADLINE:
            return texts.n(
                "There is only {count} working day to comment, until {day}; the law gives 20.",
                "There are only {count} working days to comment, until {day}; the law gives 20.",
                worry.days or 0,
                day=day,
            )
        case Concern.LONG_DEADLINE:
            return texts.n(
                "That gives {count} working day to comment, until {day}; the law lets it be extended to 40.",
                "That gives {count} working days to comment, until {day}; the law lets it be extended to 40.",
                worry.days or 0,
                day=day,
            )
        case Concern.MEETING_TOO_SOON:
            return texts.n(
                "The meeting is only {count} working day away ({day}); the law wants 20.",
                "The meeting is only {count} working days away ({day}); the law wants 20.",
                worry.days or 0,
                day=day,
            )
        case Concern.COUNCIL_TOO_SOON:
            return texts.n(
                "The council meets in only {count} day ({day}); it is convened at least 5 days before.",
                "The council meets in only {count} days ({day}); it is convened at least 5 days before.",
                worry.days or 0,
                day=day,
            )
        case concern if concern in BY_THEN and worry.day and worry.day >= today:
            return texts.t(BY_THEN[concern], day=day)
        case concern:
            return texts.t(OF_PLANS[concern], day=day)
