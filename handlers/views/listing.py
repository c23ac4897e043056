"""What is seen while people are written down from paper."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, choice_of, column, grid
from handlers.views.gathering import actor_name, headcount, listing_line
from locales.words import ACTORS
from participation.layout import lines, paragraphs
from participation.meetings.present import NOBODY, Actor, NewPresent
from participation.messages import Message
from participation.words import quote

DIALOG: Final = "list"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
FEW: Final = 5
"""So many of the lines that were added are shown; the rest are counted."""


def adding(talk: Talk, title: str, actor: Actor | None, told: str, *, agreed: bool, undo: bool) -> Message:
    """How lines are written, and for whom and with what consent they count; `told` is what became of the last ones."""
    ask = talk.t(
        "Write one person a line: “Name, organisation, role”. You may paste the whole list, or send it as a text file. "
        "Or only how many: “about 15”, “7”."
    )
    consent = talk.t("The names are kept: those on the paper have agreed to it.")
    without = talk.t("Names are not kept, only how many they are: no consent on paper.")
    tick = (
        talk.t("✓ They agreed on paper to stand on the list")
        if agreed
        else talk.t("They agreed on paper to stand on the list")
    )
    kinds = [choice(talk, _ticked(talk, one, actor), "actor", one) for one in Actor]
    return Message(
        title=talk.t("Write down people from paper"),
        body=paragraphs(told, "" if told else title, ask, consent if agreed else without),
        buttons=(
            *grid(kinds),
            *column(
                choice(talk, tick, "agreed"),
                choice(talk, talk.t("Take back what was just added"), "undo") if undo else None,
                choice(talk, talk.t("That was all"), "done") if undo else choice(talk, talk.t("Cancel"), "cancel"),
            ),
        ),
    )


def _ticked(talk: Talk, one: Actor, actor: Actor | None) -> str:
    label = talk.t(ACTORS[one])
    return f"✓ {label}" if one is actor else label


def added(talk: Talk, read: Sequence[NewPresent], unread: Sequence[str], *, agreed: bool) -> str:
    """What was taken, and which lines could not be read."""
    count = talk.texts.n("Added: {count} line.", "Added: {count} lines.", len(read)) if read else ""
    people = sum((one.count for one in read), start=NOBODY)
    many = talk.t("People: {count}.", count=headcount(talk, people)) if people.number != len(read) else ""
    shown = [f"• {_line(talk, one, agreed=agreed)}" for one in read[:FEW]]
    more = talk.t("and {count} more", count=len(read) - FEW) if len(read) > FEW else ""
    odd = talk.texts.n("{count} line could not be read:", "{count} lines could not be read:", len(unread))
    missed = lines((odd, *(f"• {quote(line, 80)}" for line in unread[:FEW]))) if unread else ""
    return paragraphs(lines((" ".join(filter(None, (count, many))), *shown, more)), missed)


def _line(talk: Talk, one: NewPresent, *, agreed: bool) -> str:
    named = listing_line(one.listing) if one.listing and agreed else ""
    kind = actor_name(talk, one.actor)
    return quote(f"{named} ({kind})" if named else f"{kind}: {headcount(talk, one.count)}", 120)


def taken_back(talk: Talk, count: int) -> str:
    """What is off the list again."""
    return talk.texts.n("{count} line was taken back.", "{count} lines were taken back.", count)
