"""What is seen while people are written down from paper."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, cancel_in, choice_of, column, grid
from handlers.views.gathering import actor_name, headcount, listing_line
from locales.words import ACTORS
from participation.layout import lines, paragraphs
from participation.meetings.listing import unnamed
from participation.meetings.present import NOBODY, Actor, NewPresent
from participation.messages import Message, Rows
from participation.words import quote

DIALOG: Final = "list"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)
FEW: Final = 5
"""So many of the lines that were added are shown; the rest are counted."""


def adding(talk: Talk, title: str, actor: Actor | None, told: str, *, agreed: bool | None, undo: bool) -> Message:
    """How lines are written, and for whom and with what consent they count; `told` is what became of the last ones.

    Whether they agreed is None as long as nobody has said; then it is asked as soon as there are names.
    """
    ask = talk.t(
        "Write one person a line: “Name, organisation, role”. You may paste the whole list, or send it as a text file. "
        "Or only how many: “about 15”, “7”."
    )
    consent = talk.t("The names are kept: those on the paper have agreed to it.")
    without = talk.t("Names are not kept, only organisations and how many they are: no consent on paper.")
    open_yet = talk.t("If there are names among them, you are asked before they are kept.")
    tick = (
        talk.t("✓ They agreed on paper to stand on the list")
        if agreed
        else talk.t("They agreed on paper to stand on the list")
    )
    return Message(
        title=talk.t("Add people from a paper list"),
        body=paragraphs(
            told, "" if told else title, ask, open_yet if agreed is None else consent if agreed else without
        ),
        buttons=(
            *_kinds(talk, actor),
            *column(
                choice(talk, tick, "agreed"),
                choice(talk, talk.t("Take back what was just added"), "undo") if undo else None,
                choice(talk, talk.t("That was all"), "done") if undo else leave(talk),
            ),
        ),
    )


def _kinds(talk: Talk, actor: Actor | None) -> Rows:
    return grid([choice(talk, _ticked(talk, one, actor), "actor", one) for one in Actor])


def consenting(talk: Talk, read: Sequence[NewPresent], actor: Actor | None) -> Message:
    """Whether those whose names were typed have agreed to stand on the list; nothing of it is kept yet."""
    organisations = dict.fromkeys(each.listing.organisation for each in map(unnamed, read) if each.listing)
    kept = talk.t("Organisations that are kept in any case: {names}.", names=quote(", ".join(organisations), 300))
    return Message(
        title=talk.t("Have they agreed on paper?"),
        body=paragraphs(
            lines((*(f"• {_line(talk, one, agreed=True)}" for one in read[:FEW]), _more(talk, len(read)))),
            talk.t(
                "Nothing of this is kept yet. A name may stand on the list only if that person agreed to it on the "
                "paper. Without that, names and roles are dropped, and how many they are is kept."
            ),
            kept if organisations else "",
        ),
        buttons=(
            *_kinds(talk, actor),
            *column(
                choice(talk, talk.t("Yes, keep the names"), "agreed", "yes"),
                choice(talk, talk.t("No, keep no names"), "agreed", "no"),
                leave(talk),
            ),
        ),
    )


def _more(talk: Talk, count: int) -> str:
    return talk.t("and {count} more", count=count - FEW) if count > FEW else ""


def not_added(talk: Talk) -> str:
    """What was typed was not kept."""
    return talk.t("Nothing was added.")


def _ticked(talk: Talk, one: Actor, actor: Actor | None) -> str:
    label = talk.t(ACTORS[one])
    return f"✓ {label}" if one is actor else label


def added(talk: Talk, read: Sequence[NewPresent], unread: Sequence[str], *, agreed: bool) -> str:
    """What was taken, and which lines could not be read."""
    count = talk.texts.n("Added: {count} line.", "Added: {count} lines.", len(read)) if read else ""
    people = sum((one.count for one in read), start=NOBODY)
    many = talk.t("People: {count}.", count=headcount(talk, people)) if people.number != len(read) else ""
    shown = [f"• {_line(talk, one, agreed=agreed)}" for one in read[:FEW]]
    odd = talk.texts.n("{count} line could not be read:", "{count} lines could not be read:", len(unread))
    missed = lines((odd, *(f"• {quote(line, 80)}" for line in unread[:FEW]))) if unread else ""
    return paragraphs(lines((" ".join(filter(None, (count, many))), *shown, _more(talk, len(read)))), missed)


def _line(talk: Talk, one: NewPresent, *, agreed: bool) -> str:
    kept = one if agreed else unnamed(one)
    named = listing_line(kept.listing) if kept.listing else ""
    kind = actor_name(talk, one.actor)
    return quote(f"{named} ({kind})" if named else f"{kind}: {headcount(talk, one.count)}", 120)


def taken_back(talk: Talk, count: int) -> str:
    """What is off the list again."""
    return talk.texts.n("{count} line was taken back.", "{count} lines were taken back.", count)
