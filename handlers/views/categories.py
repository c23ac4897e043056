"""The categories of safety reports at the desk: the list, and each of them with all that can be changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, column, grid
from handlers.views.pages import LABEL
from handlers.views.publishing import to_desk
from locales.texts import LANGUAGES, mark
from locales.words import BODIES, OTHER_CATEGORY
from participation.ids import InstitutionId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message, Rows
from participation.packing import Action
from participation.people.model import Language
from participation.places import Institution
from participation.reports.categories import (
    MOST_CATEGORIES,
    Aspect,
    label_in,
    may_go,
)
from participation.reports.limits import Limit, Measure
from participation.reports.model import OTHER, CategoryRow, Recipient
from participation.words import quote


@dataclass(frozen=True)
class ShowCategories(Action):
    """Show the categories of an institution; without one, ask of which."""

    tag: ClassVar[str] = "kl"
    institution: int = 0


@dataclass(frozen=True)
class ShowCategory(Action):
    """Show one of them, by the number of its row."""

    tag: ClassVar[str] = "kv"
    institution: int
    category: int


@dataclass(frozen=True)
class SetCategory(Action):
    """Change something of it at one tap: what of it, and to what."""

    tag: ClassVar[str] = "ks"
    institution: int
    category: int
    what: str
    value: int


@dataclass(frozen=True)
class EditCategory(Action):
    """Begin to change something of it that has to be asked for."""

    tag: ClassVar[str] = "ke"
    institution: int
    category: int
    ask: str


@dataclass(frozen=True)
class AddCategory(Action):
    """Begin to add one."""

    tag: ClassVar[str] = "kn"
    institution: int


@dataclass(frozen=True)
class DeleteCategory(Action):
    """Take it out of the list; who is `sure` was asked."""

    tag: ClassVar[str] = "kd"
    institution: int
    category: int
    sure: int = 0


@dataclass(frozen=True)
class UsualCategories(Action):
    """Go back to the categories of everybody; who is `sure` was asked."""

    tag: ClassVar[str] = "ku"
    institution: int
    sure: int = 0


FOLLOWS: Final[Mapping[tuple[str, int], str]] = {
    (Aspect.URGENT, 1): mark(
        "Urgent from now on: all who work on reports here are told of a new one at once, day and night. "
        "Is the time to read still right?"
    ),
    (Aspect.URGENT, 0): mark("Not urgent from now on: a new report waits in the list, and the digest tells of it."),
    (Aspect.HELPS, 1): mark(
        "Whoever reports this sees the help lines first from now on, and news for them says nothing of the matter."
    ),
    (Aspect.HELPS, 0): mark(
        "The help lines are shown no more. Whoever has reported already is still written to with care."
    ),
}
"""What follows from a change that takes one tap."""


def language_of(talk: Talk) -> Language:
    """In which they read."""
    return Language(talk.texts.language)


def name_of(talk: Talk, row: CategoryRow) -> str:
    """What a category is called here."""
    return label_in(language_of(talk), row)


def others(talk: Talk, rows: Sequence[CategoryRow]) -> str:
    """What that is called which fits nowhere else."""
    return next((name_of(talk, row) for row in rows if row.code == OTHER), talk.t(OTHER_CATEGORY))


def listed(talk: Talk, institution: Institution, rows: Sequence[CategoryRow], note: str = "") -> Message:
    """All of them in their order, what is urgent said in words."""
    own = any(row.institution is not None for row in rows)
    told = (
        talk.t("{number}. {name}, urgent", number=number, name=name_of(talk, row))
        if row.urgent
        else f"{number}. {name_of(talk, row)}"
        for number, row in enumerate(rows, 1)
    )
    usual = "" if own else talk.t("These are the usual ones. What you change counts for this institution only.")
    add = button(talk.t("Add a category"), AddCategory(institution.id)) if len(rows) < MOST_CATEGORIES else None
    back = button(talk.t("Back to the usual ones"), UsualCategories(institution.id)) if own else None
    shown = [button(quote(name_of(talk, row), LABEL), ShowCategory(institution.id, row.id)) for row in rows]
    return Message(
        title=talk.t("Categories of reports"),
        body=paragraphs(
            note,
            institution.name,
            lines(told),
            usual,
            talk.t("Choose one to change it. Reports that are here stay as they are."),
        ),
        buttons=(*grid(shown), *column(add, back, to_desk(talk))),
    )


def category(
    talk: Talk, institution: InstitutionId, row: CategoryRow, rows: Sequence[CategoryRow], note: str = ""
) -> Message:
    """One of them with all that can be changed, after a word on what just was."""
    names = (named_in(talk, row, one) for one in Language)
    return Message(
        title=name_of(talk, row),
        body=paragraphs(note, lines(names), lines(_facts(talk, row)), lines(_texts(talk, row))),
        buttons=_buttons(talk, institution, row, rows),
    )


def named_in(talk: Talk, row: CategoryRow, language: Language) -> str:
    """Its name in a language, if it has one."""
    return f"{LANGUAGES[language]}: " + (row.labels.get(language) or talk.t("no name yet"))


def _facts(talk: Talk, row: CategoryRow) -> Sequence[str]:
    urgent = talk.t("Urgent: all who work on reports here are told at once.") if row.urgent else talk.t("Not urgent.")
    helps = talk.t("Help lines are shown to the sender.") if row.helps else talk.t("No help lines are shown.")
    return (urgent, helps, *limits_lines(talk, row), passed_to_line(talk, row.passed_to))


def limits_lines(talk: Talk, row: CategoryRow) -> Sequence[str]:
    """By when a report of it is to be read and answered."""
    return (
        talk.t("To be read within: {limit}", limit=limit(talk, row.limits.read)),
        talk.t("To be answered within: {limit}", limit=limit(talk, row.limits.answer)),
    )


def _texts(talk: Talk, row: CategoryRow) -> Sequence[str]:
    if not row.texts:
        return (talk.t("No text of your own for the sender."),)
    told = (f"{LANGUAGES[one]}: “{text}”" for one, text in row.texts.items())
    return (talk.t("Whoever is about to tell reads:"), *told)


def limit(talk: Talk, found: Limit) -> str:
    """So much time, in words."""
    if found.measure is Measure.HOURS:
        return talk.texts.n("{count} hour", "{count} hours", found.count)
    return talk.texts.n("{count} working day", "{count} working days", found.count)


def recipient(talk: Talk, found: Recipient) -> str:
    """To whom, in words."""
    return found.name or talk.t(BODIES[found.body])


def passed_to_line(talk: Talk, found: Recipient | None) -> str:
    """To whom its reports are usually passed on."""
    if found is None:
        return talk.t("Usually passed on to nobody.")
    return talk.t("Usually passed on to: {body}", body=recipient(talk, found))


def _buttons(talk: Talk, institution: InstitutionId, row: CategoryRow, rows: Sequence[CategoryRow]) -> Rows:
    edit, put = partial(EditCategory, institution, row.id), partial(SetCategory, institution, row.id)
    place = rows.index(row) + 1  # the button says whither, so that a second tap is the same wish
    urgent = talk.t("Make it not urgent") if row.urgent else talk.t("Make it urgent")
    helps = talk.t("Show no help lines") if row.helps else talk.t("Show the help lines")
    names = [_in(talk, mark("Name ({language})"), one, edit(f"{Aspect.NAME}-{one}")) for one in Language]
    texts = [_in(talk, mark("Text ({language})"), one, edit(f"{Aspect.TEXT}-{one}")) for one in Language]
    up = button(talk.t("Up"), put(Aspect.ORDER, place - 1)) if place > 1 else None
    down = button(talk.t("Down"), put(Aspect.ORDER, place + 1)) if place < len(rows) else None
    gone = button(talk.t("Delete it"), DeleteCategory(institution, row.id)) if may_go(row, rows) else None
    return (
        tuple(names),
        (button(urgent, put(Aspect.URGENT, int(not row.urgent))),),
        (button(helps, put(Aspect.HELPS, int(not row.helps))),),
        (button(talk.t("Time to read"), edit(Aspect.READ)), button(talk.t("Time to answer"), edit(Aspect.ANSWER))),
        tuple(texts),
        (button(talk.t("To whom it is passed on"), edit(Aspect.PASSED_TO)),),
        *((tuple(each for each in (up, down) if each),) if len(rows) > 1 else ()),
        *column(gone, button(talk.t("All categories"), ShowCategories(institution)), to_desk(talk)),
    )


def _in(talk: Talk, label: str, language: Language, action: Action) -> Button:
    return button(talk.t(label, language=LANGUAGES[language]), action)


def moved(talk: Talk, place: int, count: int) -> str:
    """Where it stands in the list now."""
    return talk.t("Place {place} of {count} now.", place=place, count=count)


def nothing_changed(talk: Talk) -> str:
    """Somebody thought better of it."""
    return talk.t("Nothing was changed.")


def ask_to_delete(talk: Talk, institution: InstitutionId, row: CategoryRow, rows: Sequence[CategoryRow]) -> Message:
    """Whether it shall go, and what becomes of its reports."""
    body = talk.t(
        "Nobody can choose it any more. Reports of it stay, and are shown and counted under “{other}”.",
        other=others(talk, rows),
    )
    return Message(
        title=talk.t("Delete the category “{name}”?", name=name_of(talk, row)),
        body=body,
        buttons=column(
            button(talk.t("Yes, delete it"), DeleteCategory(institution, row.id, 1)),
            button(talk.t("No, keep it"), ShowCategory(institution, row.id)),
        ),
    )


def deleted(talk: Talk, name: str) -> str:
    """It is gone."""
    return talk.t("Deleted: {name}", name=name)


def ask_to_go_back(talk: Talk, institution: Institution) -> Message:
    """Whether all that was changed shall be given up."""
    body = talk.t(
        "All that was changed here is given up: names, texts, time limits, and the categories that you added. "
        "Reports stay; those of a category that goes are shown and counted under what fits nowhere else."
    )
    return Message(
        title=talk.t("Back to the usual categories?"),
        body=paragraphs(institution.name, body),
        buttons=column(
            button(talk.t("Yes, back to the usual ones"), UsualCategories(institution.id, 1)),
            button(talk.t("No, keep them"), ShowCategories(institution.id)),
        ),
    )


def usual_again(talk: Talk) -> str:
    """It is done, or was before."""
    return talk.t("These are the usual categories again.")
