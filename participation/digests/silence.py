"""Channels that are silent: ways to comment that the notice or the plan names, and by which nothing has come.

The rule: of an open consultation that has run for more than half of its days, those are silent by which no comment has
come since it was announced. It is looked at once a week, and where all were heard nothing is told.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from participation.clock import local_day
from participation.comments.model import CommentChannel
from participation.consultations.model import Consultation, Phase
from participation.digests.model import Silence
from participation.ids import InstitutionId
from participation.meetings.model import Meeting
from participation.ports import UnitOfWork
from participation.words import EMAIL, fold

NAMED: Final[Mapping[CommentChannel, re.Pattern[str]]] = {
    CommentChannel.EMAIL: re.compile(rf"e-?mail|imejl|\bpost\w*\s+elektronik|{EMAIL.pattern}"),
    CommentChannel.PAPER: re.compile(
        r"\b(?:leter|letr(?:a|at|ave|es|en))\b|shkres|protokoll|\bpost(?:a|e|es|en)\b(?!\s+elektronik|@)"
    ),
    CommentChannel.REGISTER: re.compile(r"renjk|\bregjist(?:er|r[ia])(?:n|t|s|ve)?\b|e-?konsultim"),
}
"""By which words a plan names a way in which answers are collected, folded; e-mail is a `postë` too, and no paper.

Of meetings nothing is needed: whether one was held says more.
"""


async def silences(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> tuple[Silence, ...]:
    """The silent channels of each open consultation of an institution, in the order in which they close."""
    found = [one for one in await uow.consultations.of(institution) if is_past_half(one, now)]
    found.sort(key=lambda one: (one.terms.deadline or date.max, one.id))
    told = [await _of(one, uow=uow, now=now) for one in found]
    return tuple(one for one in told if one.channels)


def is_past_half(found: Consultation, now: datetime) -> bool:
    """Whether more than half of its days are over, and one may still speak in time."""
    until, today = found.terms.deadline, local_day(now)
    if until is None or found.phase(now) is not Phase.OPEN:
        return False
    return (today - found.since) > (until - today)


async def _of(found: Consultation, *, uow: UnitOfWork, now: datetime) -> Silence:
    plan = await uow.plans.of_consultation(found.id)
    collection = (await uow.plans.get(plan)).plan.collection if plan is not None else ""
    meetings = await uow.meetings.of(found.id)
    heard = await uow.ledger.channels(found.id)
    silent = tuple(one for one in named(found, meetings, collection, now) if one not in heard)
    return Silence(found.id, silent, heard=bool(heard))


def named(found: Consultation, meetings: Sequence[Meeting], plan: str, now: datetime) -> Collection[CommentChannel]:
    """Which ways the notice names, and those of the plan; of meetings one says nothing before one was held."""
    held = any(one.has_begun(now) and not one.is_on(now) for one in meetings)
    ways = {CommentChannel.BOT, *_in_notice(found), *_in_words(plan)}
    if not held:
        ways.discard(CommentChannel.MEETING)
    return [one for one in CommentChannel if one in ways]


def _in_notice(found: Consultation) -> Iterator[CommentChannel]:
    if found.terms.email:
        yield CommentChannel.EMAIL
    if found.terms.register_url:
        yield CommentChannel.REGISTER
    yield CommentChannel.MEETING


def _in_words(plan: str) -> Iterator[CommentChannel]:
    words = fold(plan)
    return (channel for channel, names in NAMED.items() if names.search(words))
