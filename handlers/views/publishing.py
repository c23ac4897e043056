"""What a coordinator sees while a notice is collected, looked at and published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final

from handlers.handed import Handed
from handlers.turns import Named, Talk, back_in, cancel_in, choice_of, column, grid
from handlers.views.consultations import poster_button
from handlers.views.doubts import doubt_lines, gathered
from handlers.views.spread import how_many
from locales.texts import FIRST, Texts, texts_in
from locales.words import KINDS, PARTS
from participation import actions
from participation.calendar.working_days import WorkingCalendar
from participation.campaigns import Spread
from participation.consultations.dossier import Dossier
from participation.consultations.model import Paper
from participation.consultations.notice import DayCount, DoubtKind
from participation.consultations.plan import Plan
from participation.consultations.proofs import Proof, Question
from participation.consultations.source import Source
from participation.ids import ConsultationId, MeetingId, PaperId
from participation.joining import link_of
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button, Media, Message, Rows
from participation.places import Institution, Unit
from participation.words import quote

DIALOG: Final = "publish"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)
back = partial(back_in, DIALOG)
LABEL = 50


@dataclass(frozen=True)
class Look:
    """A proof as it is looked at on a day: the plan it makes, and the questions it leaves open.

    Of one that corrects what is out, the meetings that are `there` stay as they are.
    """

    proof: Proof
    institution: Institution
    calendar: WorkingCalendar
    units: tuple[Unit, ...]
    plan: Plan
    questions: tuple[Question, ...]
    there: tuple[Meeting, ...] = ()


def institutions(talk: Talk, found: Sequence[Institution], handed: Handed, complaint: str = "") -> Message:
    """For which of one's institutions it shall be."""
    buttons = [choice(talk, institution.name, "institution", institution.id) for institution in found]
    question = talk.t("For which institution do you publish?")
    return Message(
        body=paragraphs(complaint, here_already(talk, handed), question),
        buttons=column(*buttons, leave(talk)),
    )


def resuming(talk: Talk, title: str, handed: Handed, complaint: str = "") -> Message:
    """An announcement was begun before."""
    begun = talk.t("You have begun an announcement that is not published yet: “{title}”.", title=quote(title))
    return Message(
        body=paragraphs(complaint, begun, here_already(talk, handed)),
        buttons=column(
            choice(talk, talk.t("Go on with it"), "resume"),
            choice(talk, talk.t("Delete it and begin a new one"), "anew"),
            leave(talk),
        ),
    )


def here_already(talk: Talk, handed: Handed) -> str:
    """What was handed in so far."""
    pieces, papers = sum(1 for piece in handed.notice.pieces if piece.words), len(handed.papers)
    waiting = len(handed.unopened)
    parts = [
        talk.texts.n("{count} piece of text", "{count} pieces of text", pieces) if pieces else "",
        talk.texts.n("{count} document", "{count} documents", papers) if papers else "",
        talk.texts.n("{count} file to be read", "{count} files to be read", waiting) if waiting else "",
    ]
    what = ", ".join(part for part in parts if part)
    return talk.t("We have: {what}.", what=what) if what else ""


def preview(talk: Talk, look: Look, texts: Texts | None = None) -> Message:
    """The card exactly as everybody will see it, in the language most will read it in."""
    texts = texts or texts_in(FIRST)
    nowhere = ConsultationId(0)
    meetings = (Meeting(MeetingId(0), nowhere, venue) for venue in look.plan.venues)
    papers = (Paper(PaperId(0), paper.name or "", paper.size or 0, paper.ref or "") for paper in look.plan.papers)
    dossier = Dossier(
        id=None,
        institution=look.institution,
        terms=look.plan.terms,
        meetings=(*look.there, *meetings),
        papers=tuple(papers),
        units=tuple(unit for unit in look.units if unit.id in look.plan.terms.units),
        calendar=look.calendar,
    )
    return without_buttons(talk.house.printer.card(dossier, texts=texts, now=talk.now), dossier.papers)


def without_buttons(card: Message, papers: Sequence[Paper]) -> Message:
    """A card that is only looked at; the documents that citizens find on buttons are named in lines."""
    named = lines(f"• {paper_label(paper.name, paper.size)}" for paper in papers)
    return replace(card, body=paragraphs(card.body, named), buttons=(), quiet=True)


def paper_label(name: str | None, size: int | None) -> str:
    """A document with its size, as it stands on the button."""
    return f"{quote(name or '', LABEL)} ({texts_in(FIRST).size(size or 0)})"


def review(talk: Talk, look: Look, echo: str) -> Message:
    """The doubts of a draft, what was taken from elsewhere, and a button for each part of it."""
    found = len(gathered(look.questions))
    heading = talk.texts.n("{count} thing to look at:", "{count} things to look at:", found)
    doubts = f"{heading}\n{doubt_lines(talk, look.questions)}" if found else talk.t("We found nothing doubtful.")
    choose = talk.t("Choose what you want to change, or go on.")
    return Message(
        title=talk.t("Please check the announcement"),
        body=paragraphs(echo, lines(_warnings(talk, look.proof.source)), doubts, "\n".join(notes(talk, look)), choose),
        buttons=review_buttons(talk, look),
    )


def _warnings(talk: Talk, source: Source) -> Iterator[str]:
    """What somebody has to know of a notice that was made out in a picture: a letter or a digit may be another."""
    if source.scanned:
        yield talk.t("It was read from a picture: compare each day, hour, number and name with the paper.")
    if source.left_out:
        yield talk.texts.n(
            "{count} page was not read: see whether something is missing.",
            "{count} pages were not read: see whether something is missing.",
            source.left_out,
        )


def leaving_screen(talk: Talk, title: str) -> Message:
    """The question before a draft is thrown away."""
    return Message(
        title=quote(title),
        body=talk.t("Throw this announcement away? What you have put right in it would be lost."),
        buttons=column(choice(talk, talk.t("Yes, delete it"), "away"), choice(talk, talk.t("Keep it"), "keep")),
    )


def seen_above(talk: Talk) -> str:
    """Where the announcement itself is."""
    return talk.t("Above is the announcement as everybody will see it.")


def said(talk: Talk, part: str, words: str) -> str:
    """What a part says from now on."""
    return talk.t("{part}: {words}", part=talk.t(PARTS[part]), words=words or talk.t("empty"))


def notes(talk: Talk, look: Look) -> list[str]:
    """What was not in the notice: chosen for it, so that nothing is assumed in silence, or easily forgotten."""
    proof, terms = look.proof, look.plan.terms
    found = [said(talk, "kind", talk.t(KINDS[terms.kind]))]
    if "email" in proof.lent:
        found.append(talk.t("The e-mail is your institution's: {email}.", email=terms.email))
    if "register_url" in proof.lent:
        found.append(talk.t("The register link is your institution's: {link}.", link=terms.register_url))
    found += [
        talk.t("The link to join online is not published; only those who say that they come get it: {link}", link=each)
        for each in dict.fromkeys(link_of(meeting.joining) for meeting in proof.meetings if meeting.joining)
    ]
    if terms.deadline and not proof.terms.deadline and terms.notice_date and proof.days:
        found.append(_how_counted(talk, proof.days, terms.notice_date))
    if not terms.audience:
        found.append(talk.t("It does not say yet whom it affects. Please add it: people look for that first."))
    return found


def _how_counted(talk: Talk, days: DayCount, since: date) -> str:
    day = talk.texts.short_day(since)
    if days.working:
        return talk.texts.n(
            "The last day for comments was counted: {count} working day after {day}.",
            "The last day for comments was counted: {count} working days after {day}.",
            days.number,
            day=day,
        )
    return talk.texts.n(
        "The last day for comments was counted: {count} day after {day}, or the next working day.",
        "The last day for comments was counted: {count} days after {day}, or the next working day.",
        days.number,
        day=day,
    )


def review_buttons(talk: Talk, look: Look) -> Rows:
    """A button for each part, then the ways out."""
    proof, terms = look.proof, look.proof.terms
    counts: Mapping[str, Sequence[object]] = {
        "meetings": proof.meetings,
        "steps": proof.steps,
        "laws": terms.laws,
        "papers": proof.papers,
        "units": terms.units,
    }
    shown = [part for part in PARTS if part not in {"place", "step"} and (part != "units" or look.units)]
    fixes = [choice(talk, _counted(talk.t(PARTS[part]), counts.get(part, ())), "fix", part) for part in shown]
    if any(doubt.kind is DoubtKind.W_AS_E for doubt in proof.doubts):
        fixes.append(choice(talk, talk.t("Correct Ë to W"), "spelling"))
    return (
        *grid(fixes),
        *column(
            *(choice(talk, _to_attach(talk, each), "attach") for each in proof.source.documents(proof.papers)[:1]),
            choice(talk, talk.t("See the announcement"), "see"),
            choice(talk, talk.t("Go on"), "go"),
            leave(talk),
        ),
    )


def _to_attach(talk: Talk, media: Media) -> str:
    return talk.t("Attach also {name}", name=quote(media.name or "", LABEL))


def _counted(label: str, things: Sequence[object]) -> str:
    return f"{label} ({len(things)})" if things else label


def confirming(talk: Talk, look: Look, people: Spread, at: datetime | None) -> Message:
    """How many will get it, and the last question."""
    when = goes_out(talk, look.plan, at) if at else ""
    now = choice(talk, talk.t("Publish now"), "now") if at else None
    return Message(
        title=quote(look.plan.terms.title),
        body=paragraphs(how_many(talk, people, look.institution, look.units), when, doubt_lines(talk, look.questions)),
        buttons=column(
            choice(talk, publish_label(talk, len(gathered(look.questions)), at), "publish"),
            choice(talk, talk.t("Send it to me first"), "test"),
            now,
            choice(talk, talk.t("Another time") if at else talk.t("Publish later"), "later"),
            back(talk),
            leave(talk),
        ),
    )


def goes_out(talk: Talk, plan: Plan, at: datetime) -> str:
    """The moment at which it goes out by itself, or that it cannot: by then there is nothing to come to."""
    moment = talk.texts.moment(at)
    if plan.venues and all(venue.starts_at <= at for venue in plan.venues):
        return talk.t("It will be held back then, since all its meetings will be past: {moment}.", moment=moment)
    return talk.t("It will be published by itself: {moment}.", moment=moment)


def publish_label(talk: Talk, doubts: int, at: datetime | None) -> str:
    """What the last button says: whoever publishes in spite of doubts reads so."""
    if doubts and at:
        return talk.texts.n(
            "Publish at that time despite {count} doubt", "Publish at that time despite {count} doubts", doubts
        )
    if doubts:
        return talk.texts.n("Publish despite {count} doubt", "Publish despite {count} doubts", doubts)
    return talk.t("Publish at that time") if at else talk.t("Publish now")


def ask_moment(talk: Talk, suggested: str, label: str, complaint: str) -> Message:
    """When it shall be published, with a moment at hand."""
    question = talk.t("On which day and at what hour shall it be published? For example: 3.7.2023 09:00.")
    return Message(
        body=paragraphs(complaint, question),
        buttons=column(choice(talk, label, "at", suggested), back(talk)),
    )


def ask_hour_too(talk: Talk, day: date, complaint: str) -> Message:
    """The day is known; the hour is not."""
    return Message(
        body=paragraphs(complaint, talk.t("{day}: at what hour?", day=talk.texts.day(day))),
        buttons=column(back(talk)),
    )


def published(talk: Talk, consultation: ConsultationId, link: str) -> Message:
    """It is on its way."""
    return Message(
        title=talk.t("Published"),
        body="\n\n".join(
            (
                talk.t("The announcement is on its way. The next message shows how far it has got."),
                talk.t("Anybody can open the announcement with this link: {link}", link=link),
            )
        ),
        buttons=column(
            button(talk.t("Read the consultation"), actions.ShowConsultation(consultation)),
            button(talk.t("Text for WhatsApp, Viber, Facebook"), actions.Share(consultation)),
            poster_button(talk, consultation),
            to_desk(talk),
        ),
    )


def scheduled(talk: Talk, plan: Plan, at: datetime) -> Message:
    """It waits for its moment."""
    return Message(
        title=talk.t("Kept for later"),
        body=goes_out(talk, plan, at),
        buttons=column(to_desk(talk)),
    )


def to_desk(talk: Talk) -> Button:
    """The way back to the desk."""
    return button(talk.t("Coordinator's desk") if talk.is_officer else talk.t("Protection contact"), Named("desk"))
