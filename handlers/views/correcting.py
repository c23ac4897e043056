"""What a coordinator sees while one part of an announcement is put right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers.turns import Talk, column
from handlers.views.doubts import sentence
from handlers.views.errors import SENTENCES
from handlers.views.publishing import LABEL, back, choice, paper_label
from handlers.when import When
from locales.texts import mark
from locales.words import KINDS
from participation.clock import local_day
from participation.consultations.corrections import with_date_settled
from participation.consultations.notice import Doubt, DoubtKind, ReadMeeting, ReadStep
from participation.consultations.proofs import Proof
from participation.errors import Refusal
from participation.layout import lines, paragraphs
from participation.messages import Button, Media, Message, Rows
from participation.places import Unit
from participation.words import quote

MOST_ROWS = 90

ASKS: Final[Mapping[str, str]] = {
    "title": mark("Write the title."),
    "purpose": mark("What is being decided, and why? One or two sentences are enough."),
    "audience": mark("Whom does it touch? For example: families, young people, shops in the centre."),
    "email": mark("To which e-mail may people write?"),
    "phone": mark("Which phone number may people call?"),
    "register_url": mark("Paste here the link that this notice has in the official register."),
    "protocol": mark("Which protocol number does the notice have?"),
    "laws": mark("Which laws is it based on? Write their numbers, for example: 146/2014, 139/2015."),
    "place": mark("Where is the meeting? Write the place as people know it."),
    "step": mark("What happens in this step? A few words are enough."),
}
NEVER_EMPTY: Final = frozenset({"title", "step"})
OF_ONE: Final = frozenset({"place", "step"})
"""What is asked of one meeting or one step, not of the announcement."""

WRONG: Final[Mapping[str, str]] = {
    "title": mark("A title has one to 300 characters."),
    "purpose": mark("That is too long: 1,500 characters at most."),
    "audience": mark("That is too long: 500 characters at most."),
    "email": mark("That is not an e-mail address. An address looks like this: bashkia@example.al."),
    "phone": mark("That is not a phone number. A number looks like this: 069 000 0000."),
    "register_url": SENTENCES[Refusal.ODD_LINK],
    "protocol": mark("That is too long: 100 characters at most."),
    "laws": mark("We found no law in that. A law looks like this: 146/2014."),
    "place": mark("That is too long: 200 characters at most."),
    "step": mark("That is too long: 200 characters at most."),
}


def ask(talk: Talk, field: str, *, present: str = "", complaint: str = "", more: Rows = ()) -> Message:
    """The question for a part, with what stands there now."""
    empty = choice(talk, talk.t("Leave it empty"), "empty") if field not in NEVER_EMPTY else None
    return Message(
        body=paragraphs(complaint, talk.t(ASKS[field]), now_it_says(talk, present)),
        buttons=(*more, *column(empty, back(talk))),
    )


def law_buttons(talk: Talk, doubts: Sequence[Doubt]) -> Rows:
    """A tap for each law that may be meant."""
    meant = [d for d in doubts if d.kind is DoubtKind.UNKNOWN_LAW and d.suggestion]
    return column(*(choice(talk, f"{d.words} → {d.suggestion}", f"law{n}", d.suggestion) for n, d in enumerate(meant)))


def kinds(talk: Talk) -> Message:
    """The occasions the law knows."""
    buttons = [choice(talk, talk.t(label), "kind", kind) for kind, label in KINDS.items()]
    return Message(body=talk.t("What kind of consultation is it?"), buttons=column(*buttons, back(talk)))


def units(talk: Talk, found: Sequence[Unit], chosen: Sequence[int]) -> Message:
    """The units it concerns; none means the whole municipality."""
    buttons = [
        choice(talk, f"✓ {talk.texts.unit(unit)}", "without", unit.id)
        if unit.id in chosen
        else choice(talk, talk.texts.unit(unit), "with", unit.id)
        for unit in found
    ]
    return Message(
        body=talk.t("Which areas does it concern? If you choose none, it concerns the whole municipality."),
        buttons=column(*buttons[:MOST_ROWS], back(talk)),
    )


def papers(talk: Talk, found: Sequence[Media]) -> Message:
    """The documents; more may be sent, each may be taken away."""
    named = [f"{number}. {paper_label(paper.name, paper.size)}" for number, paper in enumerate(found, start=1)]
    buttons = [choice(talk, talk.t("Remove: {name}", name=name), "remove", n) for n, name in enumerate(named)]
    ask_more = talk.t("Send a file to add it: the draft, the explanatory report, a map.")
    return Message(body=paragraphs(lines(named), ask_more), buttons=column(*buttons, back(talk)))


def meetings(talk: Talk, proof: Proof) -> Message:
    """The meetings to choose from; of what is out, only new ones."""
    buttons = [choice(talk, quote(meeting_label(talk, m), LABEL), "meeting", n) for n, m in enumerate(proof.meetings)]
    told = talk.t("Announced meetings are changed at the desk, under “Meetings ahead”. Here new ones are added.")
    none = talk.t("No meeting is planned in it yet.") if proof.of is None else ""
    which = talk.t("Which meeting do you want to change?") if proof.meetings else none
    return Message(
        body=paragraphs("" if proof.of is None else told, which),
        buttons=column(*buttons[:MOST_ROWS], choice(talk, talk.t("Add a meeting"), "add"), back(talk)),
    )


def meeting_label(talk: Talk, meeting: ReadMeeting) -> str:
    """Day, hour and place of a meeting, as far as they are known."""
    when = When(meeting.day, meeting.start, until=meeting.end).shown(talk.texts) if meeting.day else meeting.words
    return ", ".join(part for part in (when, meeting.place) if part) or talk.t("a meeting with nothing said of it yet")


def meeting(talk: Talk, proof: Proof, number: int, suggested: date | None) -> Message:
    """One meeting and what can be done with it."""
    found = proof.meetings[number]
    doubtful = with_date_settled(proof, number).doubts != proof.doubts
    offer = None
    if found.day is None and suggested is not None:
        offer = choice(talk, talk.texts.day(suggested), f"m{number}", suggested.isoformat())
    return Message(
        body=meeting_label(talk, found),
        buttons=column(
            offer,
            choice(talk, talk.t("The date is right"), "right") if doubtful else None,
            choice(talk, talk.t("Day and hour"), "when"),
            choice(talk, talk.t("Place"), "place"),
            choice(talk, talk.t("Remove this meeting"), "remove"),
            back(talk),
        ),
    )


def steps(talk: Talk, found: Sequence[ReadStep], *, early: bool) -> Message:
    """The steps of the work to choose from; their dates may be said to be right as they are."""
    buttons = [choice(talk, quote(step_label(talk, s), LABEL), "step", n) for n, s in enumerate(found)]
    right = choice(talk, talk.t("These dates are right"), "right") if early else None
    body = talk.t("Which step do you want to change?") if found else talk.t("The notice names no steps.")
    add = choice(talk, talk.t("Add a step"), "add")
    return Message(body=body, buttons=column(right, *buttons[:MOST_ROWS], add, back(talk)))


def step_label(talk: Talk, step: ReadStep) -> str:
    """The day of a step first: a button shows only the beginning of a long line."""
    day = talk.texts.short_day(step.day) if step.day else step.words if step.month_day else talk.t("open")
    return f"{day}: {step.what}"


def ask_step(talk: Talk, step: ReadStep, target: str, suggested: date | None, complaint: str = "") -> Message:
    """On which day a step is."""
    offer = choice(talk, talk.texts.day(suggested), target, suggested.isoformat()) if suggested else None
    return Message(
        body=paragraphs(complaint, step.what, talk.t("On which day? For example: 10.12.2023.")),
        buttons=column(
            offer,
            choice(talk, talk.t("The day is still open"), "open"),
            choice(talk, talk.t("Change its words"), "words"),
            choice(talk, talk.t("Remove this step"), "remove"),
            back(talk),
        ),
    )


@dataclass(frozen=True)
class Days:
    """Days that a deadline may have: by the law's count, as the notice may mean it, after the last meeting.

    Of a notice that is out one is `promised`.
    """

    counted: date
    meant: date | None = None
    last_meeting: date | None = None
    present: date | None = None
    promised: date | None = None

    def may_be(self, day: date) -> bool:
        """Whether it takes nothing from anybody: what was promised only comes later."""
        return self.promised is None or day > self.promised


def ask_deadline(talk: Talk, days: Days, complaint: str = "") -> Message:
    """Until when people may comment, with the law's own answer at hand."""
    question = talk.t("Until which day may people comment? For example: 22.8.2023.")
    present = now_it_says(talk, talk.texts.day(days.present)) if days.present else ""
    lawful = talk.t("20 working days: {day}", day=talk.texts.short_day(days.counted))
    offers = [(lawful, days.counted)]
    if days.meant is not None:
        offers.insert(0, (talk.texts.day(days.meant), days.meant))
    if days.last_meeting is not None and days.last_meeting > days.counted:
        with_meeting = talk.t("Until the last meeting: {day}", day=talk.texts.short_day(days.last_meeting))
        offers.append((with_meeting, days.last_meeting))
    offered = [_day(talk, label, day) for label, day in offers if days.may_be(day)]
    return Message(body=paragraphs(complaint, question, present), buttons=column(*offered, back(talk)))


def _day(talk: Talk, label: str, day: date) -> Button:
    return choice(talk, label, "d", day.isoformat())


def now_it_says(talk: Talk, words: str) -> str:
    """What stands in a part at present."""
    return talk.t("Now it says: {words}", words=words) if words else ""


def ask_meeting_time(
    talk: Talk, found: ReadMeeting, target: str, suggested: date | None, complaint: str = ""
) -> Message:
    """When a meeting is; only what is still open has to be said."""
    match found:
        case ReadMeeting(day=date() as day, start=None):
            question = talk.t("{day}: at what hour?", day=talk.texts.day(day))
        case _:
            question = talk.t("On which day and at what hour is the meeting? For example: 25.7.2023, 11:00–13:00.")
    known = quote(meeting_label(talk, found)) if found.words or found.place else ""
    offer = choice(talk, talk.texts.day(suggested), target, suggested.isoformat()) if suggested else None
    remove = choice(talk, talk.t("Remove this meeting"), "remove") if found.words else None
    return Message(body=paragraphs(complaint, known, question), buttons=column(offer, remove, back(talk)))


def sure(talk: Talk, when: When, target: str) -> Message:
    """What we understood, in full, to be confirmed: the year was left out, or the weekday says otherwise."""
    return meant(talk, when, choice(talk, talk.t("Yes"), target, when.packed()), back(talk))


def meant(talk: Talk, when: When, *buttons: Button) -> Message:
    """The question whether a day or an hour is the one that was meant, with the answers of any conversation."""
    return Message(body=talk.t("Do you mean: {moment}?", moment=when.shown(talk.texts)), buttons=column(*buttons))


NO_DAY: Final = mark("We could not read a day in that.")
NO_HOUR: Final = mark("We could not read an hour in that. It looks like this: 9:30.")
NO_MOMENT: Final = mark("We could not read a day or an hour in that.")


def not_a_moment(talk: Talk, doubt: Doubt | None, unread: str = NO_MOMENT) -> str:
    """Why the day cannot be, or that nothing was read of what was asked for."""
    return sentence(talk.texts, doubt, local_day(talk.now)) if doubt else talk.t(unread)


def cannot_use(talk: Talk) -> str:
    """A thing that does not help here; the question follows once more."""
    return talk.t("We cannot use this here.")
