"""Which ways to comment are silent, as the digest tells it."""

from collections.abc import Sequence
from typing import Final

from locales.texts import Texts
from locales.words import CHANNELS
from participation.digests.model import Silence
from participation.ports import UnitOfWork
from participation.words import quote

TITLE: Final = 80


async def silent_of(found: Sequence[Silence], uow: UnitOfWork, texts: Texts) -> list[str]:
    """Each consultation with the ways by which nothing has come, or that nothing has come at all."""
    titles = [quote((await uow.consultations.get(one.consultation)).terms.title, TITLE) for one in found]
    return [f"{title} – {_ways(one, texts)}" for title, one in zip(titles, found, strict=True)]


def _ways(one: Silence, texts: Texts) -> str:
    if not one.heard:
        return texts.t("by any way")
    return ", ".join(texts.t(CHANNELS[channel]) for channel in one.channels)
