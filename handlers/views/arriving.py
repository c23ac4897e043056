"""The first screens: the language, who we are, where one lives."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.turns import Dialog, Talk, back_in, column, grid
from handlers.views.menu import about
from participation.layout import lines, paragraphs
from participation.messages import Button, Message, Rows
from participation.places import EmergencyNumber, Municipality, Unit


def languages(dialog: Dialog, talk: Talk, known: Mapping[str, str], calls: Sequence[str]) -> Message:
    """The only screen in all languages at once; `calls` says in each whom to call in danger."""
    buttons = [dialog.choice(talk, name, "language", code) for code, name in known.items()]
    question = "Zgjidhni gjuhën.\nChoose your language."
    return Message(body=paragraphs(question, lines(calls)), buttons=column(*buttons))


def where_from(dialog: Dialog, talk: Talk, numbers: Sequence[EmergencyNumber]) -> Message:
    """Who we are, and the question where one lives."""
    question = choose_place(dialog, talk)
    title = talk.t("Bashkë – together with your municipality")
    return replace(question, title=title, body=paragraphs(about(talk, numbers), question.body))


def choose_place(dialog: Dialog, talk: Talk, *, only_follow: bool = False) -> Message:
    """The question alone, for those who know us: where they live, or what else they want to hear of."""
    home = talk.t("Which is your municipality? Write its name, for example: Përmet.")
    followed = talk.t("Which municipality do you want to follow? Write its name, for example: Përmet.")
    return Message(body=followed if only_follow else home, buttons=_ways(dialog, talk))


def _ways(dialog: Dialog, talk: Talk) -> Rows:
    return column(
        dialog.choice(talk, talk.t("Choose from a list"), "counties"),
        dialog.choice(talk, talk.t("Not now"), "skip"),
    )


def hello(talk: Talk, numbers: Sequence[EmergencyNumber]) -> Message:
    """Who we are, for somebody who came by a link and wants to get on."""
    return Message(title=talk.t("Bashkë – together with your municipality"), body=about(talk, numbers))


def counties(dialog: Dialog, talk: Talk, names: Sequence[str]) -> Message:
    """The twelve counties."""
    buttons = [dialog.choice(talk, name, "county", number) for number, name in enumerate(names)]
    rows = grid(buttons)
    return Message(body=talk.t("Choose the county."), buttons=(*rows, (back_in(dialog.name, talk),)))


def municipalities(dialog: Dialog, talk: Talk, found: Sequence[Municipality]) -> Message:
    """The municipalities to choose from."""
    buttons = [dialog.choice(talk, m.name, "municipality", m.id) for m in found]
    return Message(
        body=talk.t("Choose the municipality."),
        buttons=(*grid(buttons), (back_in(dialog.name, talk),)),
    )


def which(dialog: Dialog, talk: Talk, perhaps: Sequence[tuple[Municipality, Unit | None]]) -> Message:
    """The municipalities that may be meant, perhaps by one of their units; it may be none of them."""
    buttons = [
        dialog.choice(talk, f"{unit.name} ({place.name})" if unit else place.name, "municipality", place.id)
        for place, unit in perhaps
    ]
    return Message(
        body=talk.t("Which one do you mean? If it is not here, write its name again, or choose it from the list."),
        buttons=(*grid(buttons), *_ways(dialog, talk)),
    )


def not_found(dialog: Dialog, talk: Talk) -> Message:
    """No municipality has that name."""
    return Message(
        body=talk.t("We found no municipality with this name. Write it again, or choose it from the list."),
        buttons=_ways(dialog, talk),
    )


def units(
    dialog: Dialog,
    talk: Talk,
    municipality: Municipality,
    found: Sequence[Unit],
    elsewhere: Sequence[Municipality] = (),
    *,
    only_follow: bool,
    lost: bool = False,
) -> Message:
    """The units of a municipality; one may do without one. `lost` is whether a name was not among them.

    `elsewhere` are other municipalities that may be meant by it.
    """
    whole: Button = dialog.choice(talk, talk.t("The whole municipality"), "unit", 0)
    buttons = [dialog.choice(talk, talk.texts.unit(unit), "unit", unit.id) for unit in found]
    others = [
        dialog.choice(talk, talk.t("Municipality of {name}", name=m.name), "municipality", m.id) for m in elsewhere
    ]
    return Message(
        title=municipality.name,
        body=" ".join(
            (
                *((talk.t("We found no unit with this name."),) if lost else ()),
                *((talk.t("If you mean another municipality, choose it."),) if elsewhere else ()),
                _ask_unit(talk, only_follow=only_follow),
            )
        ),
        buttons=(*column(whole, *others), *grid(buttons), (back_in(dialog.name, talk),)),
    )


def _ask_unit(talk: Talk, *, only_follow: bool) -> str:
    if only_follow:
        return talk.t("Do you want to hear of all of it, or only of what concerns one unit or neighbourhood?")
    return talk.t(
        "In which unit or neighbourhood do you live? You will hear of what concerns it or the whole municipality."
    )
