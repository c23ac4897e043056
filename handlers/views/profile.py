"""Settings on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from handlers.turns import Named, Talk, column
from handlers.views.menu import to_menu
from handlers.views.pages import page_of, turning
from locales.texts import LANGUAGES
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.people.model import Followed, QuietHours, Reach, Right
from participation.places import Institution
from participation.words import quote

LONGEST_NAME = 40


@dataclass(frozen=True)
class SetLanguage(Action):
    """Speak another language."""

    tag: ClassVar[str] = "l"
    language: str


@dataclass(frozen=True)
class SetQuiet(Action):
    """Let nothing ring between two full hours; an equal pair means never quiet."""

    tag: ClassVar[str] = "z"
    start: int
    end: int


@dataclass(frozen=True)
class ShowFollows(Action):
    """Show what is followed, a page at a time."""

    tag: ClassVar[str] = "fo"
    page: int = 0


@dataclass(frozen=True)
class Unfollow(Action):
    """Hear no more of something."""

    tag: ClassVar[str] = "u"
    what: str
    id: int
    page: int = 0


@dataclass(frozen=True)
class FollowAgain(Action):
    """Hear of something again that has just been left."""

    tag: ClassVar[str] = "fa"
    what: str
    id: int
    page: int = 0


@dataclass(frozen=True)
class FollowedThing:
    """Something followed, by its name."""

    what: Followed
    id: int
    name: str


def languages(talk: Talk) -> Message:
    """The languages, and the way to the quiet hours."""
    buttons = [button(name, SetLanguage(code)) for code, name in LANGUAGES.items()]
    return Message(
        title=talk.t("Language and quiet hours"),
        body=talk.t("In which language shall we write to you?"),
        buttons=column(*buttons, button(talk.t("Quiet hours"), Named("qetesi")), to_menu(talk)),
    )


def language_set(talk: Talk) -> Message:
    """Said in the new language."""
    return Message(body=talk.t("From now on we write to you in English."), buttons=column(to_menu(talk)))


def quiet_hours(talk: Talk, choices: Sequence[tuple[int, int]]) -> Message:
    """When the phone must not ring; answers to what one does oneself come at once all the same."""
    now = _quiet_line(talk, talk.person.quiet)
    buttons = [button(_choice(talk, start, end), SetQuiet(start, end)) for start, end in choices]
    return Message(
        title=talk.t("Quiet hours"),
        body=now + "\n\n" + talk.t("When shall the phone stay quiet? Reminders wait until it may ring again."),
        buttons=column(*buttons, to_menu(talk)),
    )


def _choice(talk: Talk, start: int, end: int) -> str:
    if start == end:
        return talk.t("Never quiet")
    return talk.t("From {start} to {end}", start=f"{start:02d}:00", end=f"{end:02d}:00")


def _quiet_line(talk: Talk, quiet: QuietHours) -> str:
    if quiet.start == quiet.end:
        return talk.t("The phone may ring at any time.")
    return talk.t(
        "The phone stays quiet from {start} to {end}.",
        start=talk.texts.hour(quiet.start),
        end=talk.texts.hour(quiet.end),
    )


def quiet_set(talk: Talk, quiet: QuietHours) -> Message:
    """How it is from now on."""
    return Message(body=_quiet_line(talk, quiet), buttons=column(to_menu(talk)))


def follows(talk: Talk, things: Sequence[FollowedThing], page: int, left: FollowedThing | None = None) -> Message:
    """A page of what is followed; one tap ends each, and another takes that back."""
    silent = talk.person.reach is Reach.STOPPED
    note = talk.t("Messages are stopped.") if silent else ""
    gone = talk.t("You hear no more of: {name}.", name=left.name) if left else ""
    nothing = talk.t("You follow nothing. You only get answers, and reminders of meetings to which you come.")
    shown = page_of(things, page)
    listed = lines(f"– {one.name}" for one in shown)
    hint = talk.t("With “Stop” you hear no more of it.")
    return Message(
        title=talk.t("What you follow") if things else "",
        body=paragraphs(note, gone, *((listed, hint) if things else ("" if note else nothing,))),
        buttons=(
            *column(
                button(talk.t("Write to me again"), Named("start")) if silent else None,
                _follow_again(talk, left, page) if left else None,
                *(_stop(talk, one, page) for one in shown),
            ),
            *turning(talk, len(things), page, ShowFollows),
            *column(
                button(talk.t("Add a municipality"), Named("add")),
                button(talk.t("I live elsewhere now"), Named("home")) if things else None,
                to_menu(talk),
            ),
        ),
    )


def _stop(talk: Talk, thing: FollowedThing, page: int) -> Button:
    return button(talk.t("Stop: {name}", name=quote(thing.name, LONGEST_NAME)), Unfollow(thing.what, thing.id, page))


def _follow_again(talk: Talk, left: FollowedThing, page: int) -> Button:
    label = talk.t("Follow again: {name}", name=quote(left.name, LONGEST_NAME))
    return button(label, FollowAgain(left.what, left.id, page))


def privacy(talk: Talk, responsible: Sequence[Institution], own: Sequence[str]) -> Message:
    """What is kept, in plain words (Law 124/2024); with what the institutions here say of it themselves."""
    told = [
        _kept(talk),
        talk.t(
            "Never: your phone number or your e-mail. A place only if you send one with a report, "
            "and then only to about a hundred metres, or a kilometre if you choose so."
        ),
        talk.t(
            "Comments are kept with their day and the name you choose, or none. Locked: who wrote them, who answered, "
            "how they are filed or translated, what they said before. Not locked: the number, how it came, with which "
            "other it is answered, if its author is still to be asked or told something, when it was seen or taken "
            "back."
        ),
        *_of_reports(talk),
        talk.t("The key is with whoever runs the server; without it nobody can read what is locked."),
        talk.t(
            "What we cannot change: Telegram itself sees your account and your messages, "
            "and details in a report can tell who wrote it."
        ),
        talk.t("Why: so that your municipality can hear you, as Law 146/2014 asks of it."),
        talk.t(
            "How long: what you begin and do not send is locked, and deleted within seven days. With /fshij you erase "
            "everything about you; comments and reports that were sent stay, without you. A report is deleted some "
            "time after it was closed; the day stands with it."
        ),
        *(_who_answers(talk, institution) for institution in responsible),
        *own,
        talk.t(
            "Complaints: the Commissioner for the Right to Information and Data Protection, {address}.",
            address=talk.house.commissioner,
        ),
    ]
    return Message(
        title=talk.t("Privacy"),
        body=paragraphs(*told),
        buttons=column(button(talk.t("Erase everything about me"), Named("fshij")), to_menu(talk)),
    )


def _of_reports(talk: Talk) -> tuple[str, ...]:
    """What is kept of a safety report, and of a name that was given with it or later."""
    return (
        talk.t(
            "Safety reports are locked entirely, and so is all that is said about them later. In the open stand the "
            "number of a report, its day, whether it is urgent, how far it is, and to which other it is joined. The "
            "coordinators read what you tell, and not who tells it. What an official lets citizens know of a report "
            "is locked with it."
        ),
        talk.t(
            "Where an institution has a protection contact, they alone read what you tell of violence, abuse or need; "
            "before you send it you are told who reads it. That a report is read by them alone stands in the open."
        ),
        talk.t(
            "The coordinators may have a group in Telegram. There stand the number of a report, its category, how "
            "far it is, and nothing of what you tell; which group and where in it is locked."
        ),
        talk.t(
            "A name you give with a report is kept closed. It opens only if one of those who read it writes why, "
            "and another one agrees. What they wrote is locked and kept with the report; that they asked and looked "
            "is noted."
        ),
        talk.t(
            "A made-up name is read together with the report. Under /te_miat you, and nobody else, "
            "can give a name later, change it or take it away. If you say that you are under 16, we use simpler words; "
            "how old you are is not kept."
        ),
        talk.t(
            "What joins a report to you is kept apart and locked, so that news and questions reach you. "
            "Under /te_miat you can cut it for ever."
        ),
    )


def _kept(talk: Talk) -> str:
    """What we keep of somebody, one below the other; of officials there is more."""
    kept = [
        talk.t("your chat number, locked with a key, and through which bot you came;"),
        talk.t("your language, your municipality and unit, your quiet hours, and whether you want our messages;"),
        talk.t("what you follow and to which meetings you come, for thirty days with the day on which you said so;"),
        talk.t(
            "locked, until thirty days after a meeting: whether you are for or against what is proposed there, and "
            "what help you need;"
        ),
        talk.t(
            "at which meetings you were, and for whom; only with your consent your name, organisation and role, "
            "locked, and into the papers of that meeting. All that is deleted with the list of names, or at once with "
            "/fshij; then you are only counted;"
        ),
        talk.t(
            "what was said at a meeting, and by whom, as its coordinators write it down: that is its record, locked "
            "here and public with the papers of the meeting;"
        ),
        talk.t(
            "that somebody has said whether they were heard at a meeting, and what, both locked, for thirty days after "
            "it; then only how many said what;"
        ),
        talk.t(
            "if you are in the forum of an institution, or have applied: that you are, as what, and since when; the "
            "organisation, the name, the e-mail and the reason are locked. What you were told there, and whether you "
            "have seen it, stands in the proof of notice; the name beside it goes at once with /fshij;"
        ),
        talk.t("that somebody typed a wrong code today, and how often; who it was is locked;"),
        talk.t("which messages we sent you, and when;"),
        talk.t("if you try what only coordinators may do, that somebody did; who it was is locked."),
    ]
    if talk.offices:
        kept.append(
            talk.t(
                "You hold an office: as what, and on which days and at which hour your digest comes. What you do in it "
                "is written down with its moment, and stays; who did it is locked. What people may call you as "
                "protection contact is locked too; whoever is about to tell reads it."
            )
        )
    return lines((talk.t("We keep:"), *(f"• {one}" for one in kept)))


def _who_answers(talk: Talk, institution: Institution) -> str:
    contact = ", ".join(filter(None, (institution.name, institution.email, institution.office_hours)))
    kept = talk.texts.n(
        "A report there is deleted {count} day after it was closed.",
        "A report there is deleted {count} days after it was closed.",
        institution.keep_days,
    )
    names = talk.texts.n(
        "Names on lists of meetings there are deleted {count} day after the meeting.",
        "Names on lists of meetings there are deleted {count} days after the meeting.",
        institution.keep_days,
    )
    return lines((talk.t("Who answers for it here: {contact}.", contact=contact), kept, names))


def silent_office(talk: Talk) -> str:
    """What an officer misses who has asked for silence."""
    return talk.t(
        "You have stopped our messages: neither the digest nor urgent reports reach you. "
        "Where no coordinator gets messages, no reports are taken."
    )


def silent_contact(talk: Talk) -> str:
    """What becomes of what only they would read."""
    return talk.t(
        "You have stopped our messages. Until you return, what somebody in need tells goes to another protection "
        "contact; where there is none, it is read by the coordinators."
    )


def stopped(talk: Talk) -> Message:
    """Silence, until they speak again; an officer is told what else falls silent."""
    said = talk.t(
        "You will get no more messages. Answers to you wait until you return; you find them under /te_miat too. "
        "Press the button whenever you want messages again."
    )
    return Message(
        body=paragraphs(
            said,
            silent_office(talk) if talk.is_officer else "",
            silent_contact(talk) if talk.where(Right.PROTECT) else "",
        ),
        buttons=column(button(talk.t("Write to me again"), Named("start")), to_menu(talk)),
    )
