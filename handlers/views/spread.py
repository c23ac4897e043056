"""To how many people something would go, in which language and where they live; small counts are not told apart."""

from collections.abc import Mapping, Sequence
from typing import Final

from handlers.turns import Talk
from locales.texts import LANGUAGES
from participation.campaigns import Spread
from participation.layout import lines
from participation.places import Institution, Unit
from participation.reports.hiding import hidden

MOST_AREAS: Final = 8
NOWHERE: Final = 0
"""Stands for those who named no area."""


def how_many(talk: Talk, spread: Spread, institution: Institution, units: Sequence[Unit]) -> str:
    """How many will get it and who they are, or how people will find it."""
    if not spread.total:
        return talk.t("Nobody follows yet. People will find it by its link, and under “What is open now”.")
    people = talk.texts.n("{count} person will get it.", "{count} people will get it.", spread.total)
    return lines((people, *_who(talk, spread, institution.smallest, units)))


def _who(talk: Talk, spread: Spread, smallest: int, units: Sequence[Unit]) -> list[str]:
    """By language and by area, as far as nobody can be counted by it."""
    areas = {str(unit or NOWHERE): count for unit, count in spread.units.items()}
    shown = hidden({"languages": spread.languages, "areas": areas}, smallest)
    languages = {code: cell.number for code, cell in shown["languages"].items() if cell.number}
    found = []
    if len(languages) > 1:
        found.append(talk.t("By language: {counts}.", counts=_listed(talk, _named(languages, LANGUAGES))))
    names = {str(unit.id): talk.texts.unit(unit) for unit in units}
    told = _named({code: cell.number or 0 for code, cell in shown["areas"].items()}, names)
    largest = dict(sorted(told.items(), key=lambda one: -one[1])[:MOST_AREAS])
    if largest:
        rest = spread.total - sum(largest.values())
        others = {talk.t("elsewhere or not said"): rest} if rest else {}
        found.append(talk.t("By area: {counts}.", counts=_listed(talk, largest | others)))
    return found


def _named(counts: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
    return {names[code]: count for code, count in counts.items() if code in names and count}


def _listed(talk: Talk, counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {talk.texts.number(count)}" for name, count in counts.items())
