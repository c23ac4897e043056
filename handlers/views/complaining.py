"""Where one may complain about what became of one's comment, until when, and a text that one sends by oneself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.menu import to_menu
from handlers.views.mine import VERDICTS
from participation.actions import ShowComment
from participation.clock import local_day
from participation.comments.complaint import Grievance, Recourse
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.people.model import Language
from participation.words import quote

HEAD: Final = "head"
COMMISSIONER: Final = "commissioner"
LONGEST_WORDS: Final = 700
LONGEST_REASON: Final = 700


@dataclass(frozen=True)
class ShowComplaint(Action):
    """Show a text for a complaint: to the head of the institution, or to the Commissioner."""

    tag: ClassVar[str] = "ct"
    comment: int
    to: str


def where(talk: Talk, found: Grievance) -> Message:
    """The two ways, with what holds for this one (Law 146/2014, art. 21)."""
    comment = found.comment
    show = button(talk.t("Show my comment"), ShowComment(comment.id))
    if not found.stands(talk.now):
        return Message(body=_why_not(talk, found), buttons=column(show, to_menu(talk)))
    to = HEAD if found.last_day is None else COMMISSIONER
    return Message(
        title=talk.t("Where you can complain"),
        body=paragraphs(
            _matter(talk, found),
            *ways(talk, found),
            talk.t(
                "The bot sends nothing for you. It can write down the facts; you add your name and send it yourself. "
                "With your name you say that this comment is yours."
            ),
        ),
        buttons=column(
            None if found.is_over(talk.now) else button(talk.t("Write the text for me"), ShowComplaint(comment.id, to)),
            show,
            to_menu(talk),
        ),
    )


def _why_not(talk: Talk, found: Grievance) -> str:
    if not found.comment.waits:
        return talk.t("Your comment was accepted. There is nothing to complain about.")
    if found.owed_by is None:
        return talk.t("The consultation was cancelled: no answer is owed.")
    day = talk.texts.day(found.owed_by)
    return talk.t("There is nothing to complain about yet: the answer is owed by {day}.", day=day)


def _matter(talk: Talk, found: Grievance) -> str:
    comment, answer = found.comment, found.comment.answer
    if answer is None:
        assert found.owed_by is not None  # where none is owed there is nothing to complain of
        day = talk.texts.day(found.owed_by)
        return talk.t("{receipt}: an answer was due on {day}. There is none yet.", receipt=comment.receipt, day=day)
    verdict = talk.t(VERDICTS[answer.verdict])
    return talk.t("{receipt}: the answer is “{verdict}”.", receipt=comment.receipt, verdict=verdict)


def ways(talk: Talk, found: Recourse) -> tuple[str, str]:
    """To the head of the institution, and to the Commissioner."""
    return _to_head(talk, found), _to_commissioner(talk, found)


def _to_head(talk: Talk, found: Recourse) -> str:
    if found.last_day is not None:
        return ""
    at = ", ".join(
        filter(None, (found.consultation.terms.email or found.institution.email, found.institution.office_hours))
    )
    address = at or talk.t("in writing, at its office")
    return talk.t(
        "While the act is not adopted: to the head of {institution} ({address}).",
        institution=found.institution.name,
        address=address,
    )


def _to_commissioner(talk: Talk, found: Recourse) -> str:
    address, adoption = talk.house.commissioner, found.consultation.adoption
    if found.last_day is None or adoption is None:
        return talk.t(
            "Once it is adopted: to the Commissioner for the Right to Information and Data Protection ({address}), "
            "within 30 days. The last day will stand here then.",
            address=address,
        )
    adopted, last = talk.texts.short_day(adoption.day), talk.texts.day(found.last_day)
    if found.is_over(talk.now):
        return talk.t(
            "The act was adopted on {adopted}. The 30 days for a complaint to the Commissioner ended on {last}.",
            adopted=adopted,
            last=talk.texts.short_day(found.last_day),
        )
    return talk.t(
        "The act was adopted on {adopted}. Until {last} you can write to the Commissioner for the Right to Information "
        "and Data Protection: {address}.",
        adopted=adopted,
        last=last,
        address=address,
    )


def text(talk: Talk, found: Grievance, to: str) -> tuple[Message, Message]:
    """What to do with it, and the text alone: in Albanian, the language of the procedure."""
    back = column(button(talk.t("Show my comment"), ShowComment(found.comment.id)), to_menu(talk))
    return how_to_send(talk, found, to), Message(body=_text(talk, found, to), buttons=back)


def how_to_send(talk: Talk, found: Recourse, to: str) -> Message:
    """What to do with the text that follows."""
    address = found.consultation.terms.email or found.institution.email or ""
    if to == COMMISSIONER:
        address = talk.house.commissioner
    how = talk.t("Copy the next message, fill in what stands in brackets, and send it to: {address}.", address=address)
    by_hand = talk.t("Copy the next message, fill in what stands in brackets, and hand it in at the office.")
    return Message(body=how if address else by_hand)


def _text(talk: Talk, found: Grievance, to: str) -> str:
    talk = talk.in_language(Language.SQ)
    asked = (
        talk.t("I ask that my comment be examined and that I be answered with reasons.")
        if found.comment.answer is None
        else talk.t("I ask that the decision on my comment be looked at once more.")
    )
    return letter(talk, found, to, facts=_facts(talk, found), asked=asked)


def letter(talk: Talk, found: Recourse, to: str, *, facts: Sequence[str], asked: str) -> str:
    """The text around the facts: to whom, about what, by which law, what is asked for, and room for a name."""
    addressed = (
        talk.t("To the Commissioner for the Right to Information and Data Protection")
        if to == COMMISSIONER
        else talk.t("To the head of {institution}", institution=found.institution.name)
    )
    title = found.consultation.terms.title
    subject = talk.t("Subject: complaint about the public consultation “{title}”", title=title)
    return paragraphs(
        lines((addressed, subject)),
        lines(facts),
        talk.t("I rely on articles 6(1), 15, 17 and 21 of Law 146/2014 “On public notice and consultation”."),
        asked,
        talk.t("[name, address, date]"),
    )


def _facts(talk: Talk, found: Grievance) -> tuple[str, ...]:
    comment, terms = found.comment, found.consultation.terms
    short, today = talk.texts.short_day, local_day(talk.now)
    sent = short(local_day(comment.left_at))
    words = quote(comment.words.text, LONGEST_WORDS)
    return (
        talk.t("Institution: {institution}.", institution=found.institution.name),
        talk.t("The notice is of {day}.", day=short(found.consultation.since)),
        talk.t("Comments were taken until {day}.", day=short(terms.deadline)) if terms.deadline else "",
        talk.t("On {day} I sent a comment; its number is {receipt}.", day=sent, receipt=comment.receipt),
        talk.t("In it I said: “{words}”", words=words) if words else "",
        _became(talk, found),
        talk.t("Today, {today}, there is no answer.", today=short(today)) if comment.answer is None else "",
        adopted_line(talk, found),
    )


def adopted_line(talk: Talk, found: Recourse) -> str:
    """Which act came of it, and when."""
    act = found.consultation.adoption
    if act is None:
        return ""
    return talk.t("The act no. {number} was adopted on {day}.", number=act.number, day=talk.texts.short_day(act.day))


def _became(talk: Talk, found: Grievance) -> str:
    answer = found.comment.answer
    if answer is None:
        assert found.owed_by is not None  # as above
        return talk.t("The answer was due on {day}.", day=talk.texts.short_day(found.owed_by))
    day, verdict = talk.texts.short_day(local_day(answer.at)), talk.t(VERDICTS[answer.verdict])
    reason = quote(answer.reason or "", LONGEST_REASON)
    told = talk.t("The answer of {day}: {verdict}.", day=day, verdict=verdict)
    return lines((told, talk.t("Reason: {reason}", reason=reason) if reason else ""))
