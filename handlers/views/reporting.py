"""What is said while somebody reports a danger: short, and honest before it is sent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.story import Story
from handlers.turns import Dialog, Talk, back_in, cancel_in, column, grid
from handlers.views.commenting import kept
from handlers.views.errors import SENTENCES
from handlers.views.menu import to_menu
from handlers.views.mine import attached, by_when
from handlers.views.names import kept_closed, seen, still_looks_real
from locales.texts import mark
from participation.comments.model import Words
from participation.errors import Refusal
from participation.layout import lines, paragraphs, told_place
from participation.messages import Button, Message, Rows
from participation.people.model import Reach
from participation.places import EmergencyNumber, Institution, Unit
from participation.reports.model import Account, Category, Grain, Report, Spot
from participation.reports.naming import named_in

PINS: Final[Mapping[Grain, str]] = {
    Grain.STREET: mark("the point you sent on the map, to about a hundred metres"),
    Grain.AREA: mark("the point you sent on the map, to about a kilometre"),
}


@dataclass(frozen=True)
class Help:
    """Whom to call, if anybody; `near` where what was told sounds like danger now, `own` where it may be one's own."""

    numbers: Sequence[EmergencyNumber] = ()
    near: bool = False
    own: bool = False


@dataclass(frozen=True)
class Readers:
    """Who reads a report: the coordinators of an institution, or only its protection contacts, who may be `named`.

    Where its sender can choose, the contacts could read it `alone`.
    """

    institution: str
    keep_days: int
    guarded: bool = False
    count: int = 1
    named: tuple[str, ...] = ()
    alone: "Readers | None" = None


def danger_now(dialog: Dialog, talk: Talk, numbers: Sequence[EmergencyNumber], held: Account) -> Message:
    """The first question of all, with the first number to call in it."""
    call = talk.t("If so, call {number} now.", number=numbers[0].number) if numbers else ""
    question = talk.t("Is somebody in danger right now?") + " " + call
    return Message(
        title=talk.t("Report a danger"),
        body=paragraphs(told(talk, held), question.strip()),
        buttons=column(
            dialog.choice(talk, talk.t("Yes, right now"), "yes"),
            dialog.choice(talk, talk.t("No"), "no"),
            dialog.choice(talk, talk.t("I am under 16"), "young"),
            cancel_in(dialog.name, talk),
        ),
    )


def told(talk: Talk, held: Account) -> str:
    """What has been told already, so that nobody tells it twice."""
    return kept(talk, Words(held.text, held.media))


def call_now(talk: Talk, numbers: Sequence[EmergencyNumber]) -> Message:
    """Numbers to call; this ends the form, nothing of it was kept."""
    lines = [talk.t("Please call now. We cannot send help, and nobody reads this chat all the time."), ""]
    lines += number_lines(talk, numbers)
    lines += ["", talk.t("If nobody answers, try the next number. Nothing of this was stored.")]
    return Message(title=talk.t("Call for help"), body="\n".join(lines), buttons=column(to_menu(talk)))


def number_lines(talk: Talk, numbers: Sequence[EmergencyNumber]) -> list[str]:
    """Each number with what it is, and since when we know it to be right."""
    lines = [f"{n.number} – {n.label}" for n in numbers]
    if numbers:
        oldest = min(n.checked_on for n in numbers)
        lines.append(talk.t("Numbers last checked on {day}.", day=talk.texts.short_day(oldest)))
    return lines


def no_council(talk: Talk, numbers: Sequence[EmergencyNumber], held: Account) -> Message:
    """Nobody there takes reports through the bot; what somebody has told already is theirs again."""
    nobody = talk.t("No institution of your municipality takes reports here at the moment. Nothing was sent.")
    given_back = lines((talk.t("This is what you had written:"), held.text)) if held.text else ""
    return Message(
        body=paragraphs(nobody, lines(number_lines(talk, numbers)), given_back), buttons=column(to_menu(talk))
    )


def no_room(talk: Talk, why: Refusal, numbers: Sequence[EmergencyNumber], held: Account) -> Message:
    """More is not taken today; whom to call, and what somebody has told already is theirs again."""
    given_back = lines((talk.t("This is what you had written:"), held.text)) if held.text else ""
    refused = lines((talk.t(SENTENCES[why]), talk.t("Nothing was sent. In danger, please call:")))
    return Message(
        body=paragraphs(refused, lines(number_lines(talk, numbers)), given_back), buttons=column(to_menu(talk))
    )


def institutions(dialog: Dialog, talk: Talk, found: Sequence[Institution], held: Account) -> Message:
    """To whom, where it is not clear."""
    buttons = [dialog.choice(talk, i.name, "to", i.id) for i in found]
    return Message(
        body=paragraphs(told(talk, held), talk.t("To whom do you want to report?")),
        buttons=(*column(*buttons), back_or_out(dialog, talk)),
    )


def back_or_out(dialog: Dialog, talk: Talk) -> tuple[Button, ...]:
    """One step back, or out of it."""
    return (back_in(dialog.name, talk), cancel_in(dialog.name, talk))


def categories(dialog: Dialog, talk: Talk, found: Sequence[Category], held: Account) -> Message:
    """What it is about."""
    # The place in the list, in two digits: a code, and its length, would stay with the message at Telegram.
    buttons = [dialog.choice(talk, c.label, "category", f"{place:02}") for place, c in enumerate(found)]
    return Message(
        body=paragraphs(told(talk, held), talk.t("What is it about?")),
        buttons=(*grid(buttons), back_or_out(dialog, talk)),
    )


def tell(dialog: Dialog, talk: Talk, category: Category, help_: Help, story: Story, *, readers: Readers) -> Message:
    """The invitation to tell; where people may need help themselves, the help lines come first."""
    held = story.account()
    begun = bool(held.text or held.media)
    former = not begun and not story.former.is_empty()
    question = talk.t(
        "What happened? Write it, or send a voice message or a photo. Please leave out names, your own too."
    )
    return Message(
        title=category.label,
        body=paragraphs(
            help_lines(talk, help_),
            read_by(talk, readers) if category.helps else "",
            category.text,
            question,
            told(talk, held),
        ),
        buttons=(
            *column(
                dialog.choice(talk, talk.t("Go on"), "go_on") if begun else None,
                dialog.choice(talk, talk.t("Keep what I had written"), "former") if former else None,
            ),
            back_or_out(dialog, talk),
        ),
    )


def help_lines(talk: Talk, help_: Help) -> str:
    """Whom to call: everybody where danger is near, else those who listen."""
    if help_.near:
        call = talk.t("If this is happening now, please call first. We cannot send help.")
        return "\n".join((call, *number_lines(talk, help_.numbers)))
    listening = [number for number in help_.numbers if number.listens]
    if not listening:
        return ""
    return "\n".join((talk.t("If you need help, please call. Children can call too:"), *number_lines(talk, listening)))


def where(dialog: Dialog, talk: Talk, units: Sequence[Unit], help_: Help, held: Account) -> Message:
    """Where it is, beneath what has been told and whom to call for oneself."""
    buttons = [dialog.choice(talk, talk.texts.unit(unit), "unit", unit.id) for unit in units]
    question = talk.t("Where is it? Write it, send a pin from the map, or choose. You can add a photo too.")
    return Message(
        body=paragraphs(help_lines(talk, help_), told(talk, held), question),
        buttons=(*grid(buttons), (dialog.choice(talk, talk.t("Skip"), "skip"),), back_or_out(dialog, talk)),
    )


def preview(
    dialog: Dialog, talk: Talk, account: Account, category: Category, help_: Help, *, place: str, readers: Readers
) -> Message:
    """What will be sent, to whom, and what that means."""
    facts = (
        category.label,
        account.text,
        attached(talk, account.media),
        talk.t("Where: {place}", place=place) if place else "",
        _name(talk, account),
    )
    sign = (talk.t("Take the name away"), "unsign") if account.name else (talk.t("Add a name"), "sign")
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            help_lines(talk, help_),
            lines(facts),
            *_what_it_means(talk, account, help_, readers),
        ),
        buttons=(
            *ways_to_send(
                *(dialog, talk, readers),
                alone=talk.t("Send to the protection contact alone"),
                together=talk.t("Send to the coordinators"),
            ),
            (dialog.choice(talk, talk.t("Tell it again"), "again"), dialog.choice(talk, *sign)),
            (dialog.choice(talk, talk.t("Change the place"), "back"), *grain_row(dialog.choice, talk, account.spot)),
            (cancel_in(dialog.name, talk),),
        ),
    )


def ways_to_send(dialog: Dialog, talk: Talk, readers: Readers, *, alone: str, together: str) -> Rows:
    """The button that sends it, or one for each who could read it."""
    if readers.alone is None:
        return column(dialog.choice(talk, talk.t("Send"), "send"))
    return column(dialog.choice(talk, alone, "alone"), dialog.choice(talk, together, "send"))


def _name(talk: Talk, account: Account) -> str:
    if account.pseudonym is not None:
        return talk.t("Made-up name: {name}", name=account.pseudonym)
    return talk.t("Without a name") if account.signature is None else talk.t("Name: {name}", name=account.signature)


def read_by(talk: Talk, readers: Readers) -> str:
    """Who reads it; the protection contact by name, if they gave one: it may be the last person one would tell."""
    if not readers.guarded:
        return talk.t("It is read by the coordinators of: {institution}.", institution=readers.institution)
    if not readers.count:
        return talk.t(
            "Nobody reads it now: {institution} has no protection contact any more. Please tell it once more, then it "
            "is read by the coordinators; or call somebody who can help.",
            institution=readers.institution,
        )
    alone = talk.texts.n(
        "Only the protection contact of {institution} reads it",
        "Only the {count} protection contacts of {institution} read it",
        readers.count,
        institution=readers.institution,
    )
    return f"{alone}: {'; '.join(readers.named)}." if readers.named else f"{alone}."


def kept_for(talk: Talk, readers: Readers) -> str:
    """How it is kept, and how long."""
    return talk.texts.n(
        "It is kept under lock, and deleted {count} day after it is closed.",
        "It is kept under lock, and deleted {count} days after it is closed.",
        readers.keep_days,
    )


def names_somebody(talk: Talk, words: str) -> str:
    """What to think of before a name is sent: an accusation cannot be taken back."""
    name = named_in(words)
    if name is None:
        return ""
    return talk.t("It seems to name somebody: “{name}”. Better tell what happened, not who did it.", name=name)


def read_by_whom(talk: Talk, readers: Readers) -> str:
    """Who reads it, or who would, where its sender can choose."""
    if readers.alone is None:
        return read_by(talk, readers)
    choose = talk.t("It sounds as if somebody may be in need. You choose who reads it:")
    return lines((choose, f"• {read_by(talk, readers.alone)}", f"• {read_by(talk, readers)}"))


def _what_it_means(talk: Talk, account: Account, help_: Help, readers: Readers) -> Iterator[str]:
    yield names_somebody(talk, account.text)
    yield lines((read_by_whom(talk, readers), kept_for(talk, readers)))
    if help_.own:
        yield talk.t(
            "It is information, not a criminal complaint. If it tells of a crime, whoever reads it may have to report "
            "that."
        )
    else:
        yield talk.t(
            "It is information for the local safety council, not a criminal complaint: for that, go to the police. "
            "Whoever raises a false alarm on purpose can be punished."
        )
    if account.signature is not None:
        yield kept_closed(talk)
        return
    if account.pseudonym is not None:
        yield paragraphs(seen(talk), still_looks_real(talk, account.pseudonym))
    yield talk.t(
        "Whoever reads it does not see who you are. Telegram itself sees your account, "
        "and in a small place details can tell who wrote."
    )
    if account.media:
        yield talk.t("A voice or a picture can show who you are. Please send no faces of others.")


def who_it_was(talk: Talk, account: Account) -> str:
    """What the coordinators learn of whoever sent it."""
    if account.signature is not None:
        return kept_closed(talk)
    return lines((seen(talk) if account.pseudonym else "", talk.t("Whoever reads it does not see who sent it.")))


def spot_words(talk: Talk, spot: Spot, units: Sequence[Unit]) -> str:
    """A place in words: the unit, what was written, that there is a pin."""
    return told_place(spot, units, named=talk.texts.unit, pin=point_of(talk, spot))


def point_of(talk: Talk, spot: Spot) -> str:
    """That there is a pin, and how exact."""
    return talk.t(PINS[spot.grain]) if spot.pin else ""


def grain_row(choice: Callable[..., Button], talk: Talk, spot: Spot) -> tuple[Button, ...]:
    """The way to show a pin less exactly, or to the street after all."""
    if not spot.pin:
        return ()
    if spot.grain is Grain.STREET:
        return (choice(talk, talk.t("Show only the area"), "rough"),)
    return (choice(talk, talk.t("Show the street"), "fine"),)


def send_as_photo(talk: Talk) -> Message:
    """Files carry more than one sees."""
    return Message(
        body=talk.t(
            "We have not kept this file: files, videos and music can carry the place, the hour and your name. "
            "Please send a picture or a voice message instead."
        )
    )


def live(talk: Talk) -> Message:
    """Telegram goes on to see where they are."""
    return Message(
        body=talk.t(
            "You are sharing where you are, live. We keep only the first point. Please stop it in Telegram: "
            "press the map, then “Stop sharing”."
        )
    )


def too_large(talk: Talk) -> Message:
    """Telegram would not give it to us."""
    return Message(
        body=talk.t("We have not kept this picture: it is larger than 20 MB. Please send it as a photo, not as a file.")
    )


def _what_comes(talk: Talk, *, helps: bool) -> str:
    """How somebody hears what becomes of it; where they may be in need themselves nothing of it stands in the chat."""
    if talk.person.reach is Reach.STOPPED:
        return talk.t("You find under /te_miat what becomes of it.")
    if helps:
        return talk.t("You find under /te_miat what becomes of it. Here comes only word that there is news.")
    return talk.t("What becomes of it, and questions to you, come here, without a sound. It is under /te_miat too.")


def receipt(talk: Talk, report: Report, readers: Readers, help_: Help, own: str) -> Message:
    """The receipt: a number, what happens now, whom to call for oneself, and what the institution adds."""
    lines = [
        talk.t("Received: {day}", day=talk.texts.day(report.received_on)),
        read_by(talk, readers),
        by_when(talk, report),
        who_it_was(talk, report.account),
        _what_comes(talk, helps=help_.own),
        talk.t("If you share this phone, you can delete this chat now."),
    ]
    return Message(
        title=talk.t("Thank you. Your number: {receipt}", receipt=report.receipt),
        body=paragraphs("\n".join(filter(None, lines)), help_lines(talk, help_), own),
        buttons=column(to_menu(talk)),
    )
