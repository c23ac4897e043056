"""The menu, the help, and who we are."""

from collections.abc import Sequence

from handlers.turns import Named, Talk, column
from participation import actions, desk_actions
from participation.ids import ConsultationId
from participation.layout import button, paragraphs
from participation.messages import Button, Message
from participation.people.model import Right
from participation.places import EmergencyNumber, Municipality, Unit


def menu(talk: Talk, *, body: str = "", begun: ConsultationId | None = None, forum: Button | None = None) -> Message:
    """Everything a person can do, one button each; coordinators have more. `begun` is where a comment waits.

    To a `forum` leads a button where one calls, or they are in it.
    """
    buttons: list[Button | None] = [
        button(talk.t("Go on with my comment"), actions.WriteComment(begun)) if begun is not None else None,
        button(talk.t("What is open now"), actions.ShowOpen()),
        button(talk.t("Report a danger"), Named("report")),
        button(talk.t("My comments and reports"), Named("mine")),
        button(talk.t("What I follow"), Named("follow")),
        forum,
        button(talk.t("Language and quiet hours"), Named("settings")),
        button(talk.t("Help"), Named("help")),
        button(talk.t("Coordinator's desk"), Named("desk")) if talk.is_officer else None,
        button(talk.t("Protection contact"), Named("desk")) if talk.dockets and not talk.is_officer else None,
        to_figures(talk) if talk.where(Right.COUNT) and not talk.is_officer else None,
    ]
    return Message(body=body or talk.t("What would you like to do?"), buttons=column(*buttons))


def to_figures(talk: Talk) -> Button:
    """The way of those who sit on a safety council and have no desk."""
    return button(talk.t("Figures of safety reports"), desk_actions.ShowFigures())


def about(talk: Talk, numbers: Sequence[EmergencyNumber]) -> str:
    """What this is, who runs it, and what it is not, with the number to call instead."""
    return "\n\n".join(
        (
            talk.t(
                "Here your municipality tells you what it plans to decide, and you can say what you think "
                "before it is decided. You can also report a danger to the local safety council."
            ),
            talk.t(
                "The bot is run by the municipalities that use it. "
                "It never asks for your phone number, an e-mail or an account."
            )
            + " "
            + talk.t("What we keep about you: /privatesia."),
            " ".join(
                filter(
                    None,
                    (
                        talk.t("It is not the police and not an emergency service."),
                        in_danger(talk, numbers[:1]),
                        talk.t("It is not the official register either: the notice that counts stands there."),
                    ),
                )
            ),
        )
    )


def in_danger(talk: Talk, numbers: Sequence[EmergencyNumber]) -> str:
    """Whom to call instead of writing here: in danger the first, and where somebody listens."""
    listening = ", ".join(number.number for number in numbers[1:] if number.listens)
    call = talk.t("In danger call {number}.", number=numbers[0].number) if numbers else ""
    listen = talk.t("Somebody listens to you at {numbers}.", numbers=listening) if listening else ""
    return " ".join(filter(None, (call, listen)))


def help_screen(talk: Talk) -> Message:
    """All commands, with a sentence each."""
    lines = [
        talk.t("/hapur – what is open now"),
        talk.t("/raporto – report a danger to the safety council"),
        talk.t("/te_miat – your comments and reports, and what became of them"),
        talk.t("/ndjek – choose what you hear about"),
        talk.t("/qetesi – hours when the phone must not ring"),
        talk.t("/gjuha – change the language"),
        talk.t("/privatesia – what we keep about you"),
        talk.t("/ndal – no more messages"),
        talk.t("/fshij – erase everything about you"),
        talk.t("/anulo – leave what you are writing"),
    ]
    if talk.is_officer:
        lines += [
            talk.t("/zyra – the coordinator's desk"),
            talk.t("/publiko – publish a notice"),
            talk.t("/fto – invite a colleague"),
        ]
    elif talk.dockets:
        lines.append(talk.t("/zyra – what somebody in need tells"))
    return Message(
        title=talk.t("Help"),
        body="\n".join((talk.t("You can do everything with the buttons. These words work too:"), "", *lines)),
        buttons=column(
            button(talk.t("Privacy"), Named("privatesia")),
            button(talk.t("Quiet hours"), Named("qetesi")),
            button(talk.t("No more messages"), Named("ndal")),
            to_menu(talk),
        ),
    )


def settled(
    talk: Talk, place: Municipality, unit: Unit | None, *, speaks: bool, others: Sequence[str], welcome: Sequence[str]
) -> Message:
    """What happens from now on, what else is followed, and how those who announce there welcome one, if anybody does.

    Where nobody speaks yet, the list of what is open beneath it promises a message.
    """
    if not speaks:
        return Message(body=talk.t("{municipality} does not use Bashkë yet.", municipality=place.name))
    also = talk.t("You follow this too: {places}.", places=", ".join(others))
    only = talk.t("You get no other notices.")
    change = talk.t("You can change that at any time with /ndjek.")
    return Message(body=paragraphs(" ".join((_hears(talk, place, unit), also if others else only, change)), *welcome))


def _hears(talk: Talk, place: Municipality, unit: Unit | None) -> str:
    if unit is None:
        return talk.t(
            "From now on you will hear when {municipality} or a ministry asks for opinions, "
            "and when a date of that changes.",
            municipality=place.name,
        )
    return talk.t(
        "From now on you will hear when {municipality} or a ministry asks for opinions on what concerns {unit} "
        "or everybody, and when a date of that changes.",
        municipality=place.name,
        unit=talk.texts.unit(unit),
    )


def to_menu(talk: Talk) -> Button:
    """The way back."""
    return button(talk.t("Menu"), actions.ShowMenu())


def lost_link(talk: Talk) -> Message:
    """A link that leads nowhere any more."""
    return Message(body=talk.t("The link you came by is not valid any more."))
