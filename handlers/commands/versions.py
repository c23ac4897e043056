"""What a notice has said before, for everybody."""

from dataclasses import replace
from datetime import time
from itertools import pairwise

from handlers.commands.consultations import announced, show_one
from handlers.turns import Talk, Turn, show
from handlers.views import versions as views
from participation.actions import ShowVersions
from participation.clock import wall
from participation.consultations.dossier import Dossier, Standing, dossier_of
from participation.consultations.keeping import versions_for
from participation.consultations.model import Consultation
from participation.consultations.versions import Version
from participation.messages import Message

NOON = time(12)
"""Of the day on which it was said: what was left of the time then."""


async def versions(talk: Talk, pressed: ShowVersions) -> Turn:
    """List the versions of a notice, or show one of the old ones."""
    found = await announced(pressed.consultation, talk)
    kept = await versions_for(found, uow=talk.uow)
    if not pressed.number:
        return show(views.versions(talk, found, kept))
    pairs = {this.number: (this, following) for this, following in pairwise(kept)}
    if pressed.number not in pairs:
        return await show_one(talk, found.id)
    this, following = pairs[pressed.number]
    return show(views.version(talk, await _card(talk, found, this), found, this, following))


async def _card(talk: Talk, found: Consultation, this: Version) -> Message:
    """What it said then; of meetings and documents nothing where that was not kept."""
    dossier = await dossier_of(found.id, talk.uow)
    then: Dossier = replace(
        dossier,
        id=None,
        terms=this.terms,
        meetings=this.meetings or (),
        papers=this.papers or (),
        units=tuple(unit for unit in dossier.all_units if unit.id in this.terms.units),
        standing=Standing(),
    )
    return talk.house.printer.card(then, texts=talk.texts, now=wall(this.day, NOON))
