"""What one person has said on one consultation already: not twice the same, and no more than can be read (R24).

Nothing is kept for it. Somebody's own comments are found by the marks that they have anyway, and when each was left is
sealed in it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from participation.comments.model import Capacity, Comment, Signature, Words
from participation.ids import ConsultationId, PersonId
from participation.messages import Media
from participation.ports import UnitOfWork
from participation.words import fold

PACE: Final = ((timedelta(hours=1), 10), (timedelta(days=1), 30))
"""So many comments of one person on one consultation are taken within a time: an article each, of a long act."""
MINUTE: Final = timedelta(minutes=1)


async def own_on(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Sequence[Comment]:
    """All that somebody has said on a consultation, newest first."""
    return [one for one in await uow.comments.of_person(by) if one.consultation == consultation]


def said_before(words: Words, signature: Signature, own: Sequence[Comment]) -> Comment | None:
    """The one in which the same speaker has said just this already; what was taken back may be said again."""
    for one in own:
        same_speaker = _speaker(one.signature) == _speaker(signature)
        if one.withdrawn_on is None and same_speaker and _adds_nothing(words, one.words):
            return one
    return None


def _speaker(signature: Signature) -> tuple[Capacity, str] | None:
    """For whom it is said: oneself is the same person with a name and without; many neighbours may say the same."""
    if signature.capacity is Capacity.ONESELF:
        return None
    return signature.capacity, _plain(signature.name or "")


def _adds_nothing(words: Words, to: Words) -> bool:
    known = [_known_by(one) for one in to.media]
    return _plain(words.text) == _plain(to.text) and all(_known_by(one) in known for one in words.media)


def _known_by(media: Media) -> tuple[object, ...]:
    """The messenger gives the same file another handle each time; its kind, size and length stay."""
    return (media.kind, media.size, media.seconds, media.name) if media.size else (media.ref,)


def _plain(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .!,")


def room_from(own: Sequence[Comment], now: datetime) -> datetime | None:
    """From which full minute on another one is taken, where there is no room now."""
    moments = sorted((one.left_at for one in own), reverse=True)
    over = (_over_at(moments, span, most, now) for span, most in PACE)
    return max((one for one in over if one is not None), default=None)


def _over_at(moments: Sequence[datetime], span: timedelta, most: int, now: datetime) -> datetime | None:
    """When the newest but so many have been left for longer than a time; None where they have been already."""
    if len(moments) < most or moments[most - 1] + span <= now:
        return None
    end = moments[most - 1] + span
    full = end.replace(second=0, microsecond=0)
    return full if full == end else full + MINUTE
