"""Which ways to comment are silent, as the digest tells it."""

from collections.abc import Mapping, Sequence
from typing import Final

from locales.texts import Texts, mark
from participation.comments.model import CommentChannel
from participation.digests.model import Silence
from participation.ports import UnitOfWork
from participation.words import quote

TITLE: Final = 80
WAYS: Final[Mapping[CommentChannel, str]] = {
    CommentChannel.BOT: mark("here, on Telegram"),
    CommentChannel.EMAIL: mark("by e-mail"),
    CommentChannel.PAPER: mark("on paper"),
    CommentChannel.MEETING: mark("at a meeting"),
    CommentChannel.REGISTER: mark("through the register"),
    CommentChannel.OTHER: mark("another way"),
}


async def silent_of(found: Sequence[Silence], uow: UnitOfWork, texts: Texts) -> list[str]:
    """Each consultation with the ways by which nothing has come, or that nothing has come at all."""
    titles = [quote((await uow.consultations.get(one.consultation)).terms.title, TITLE) for one in found]
    return [f"{title} – {_ways(one, texts)}" for title, one in zip(titles, found, strict=True)]


def _ways(one: Silence, texts: Texts) -> str:
    if not one.heard:
        return texts.t("by any way")
    return ", ".join(texts.t(WAYS[channel]) for channel in one.channels)
