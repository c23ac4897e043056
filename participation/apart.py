"""Many things done in one transaction, each by itself."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from participation.ports import UnitOfWork

log = logging.getLogger(__name__)

T = TypeVar("T")


async def one_by_one(things: Iterable[T], do: Callable[[T], Awaitable[int]], *, uow: UnitOfWork) -> int:
    """Do it with each in a savepoint of its own; returns how much was done.

    What fails is undone and heard of, and holds up no other. A database that is away is raised.
    """
    done = 0
    for thing in things:
        try:
            async with uow.savepoint():
                done += await do(thing)
        except Exception as error:
            if uow.is_lost(error):
                raise
            log.exception("one of several failed, the others go on")
    return done
