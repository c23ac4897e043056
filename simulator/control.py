"""The control door: a few JSON calls by which another process moves the world.

POST /control/person   {"first_name": "Ana", "language_code": "sq"}         → {"id": …}
POST /control/start    {"person": id, "payload": ""}     also: say (text), press (label), block, unblock
POST /control/fault    the fields of a Fault             {"clear": true} ends all
POST /control/clock    {"at": "2023-06-12T08:00:00+00:00"} or {"advance": seconds}
GET  /control/chat?person=id   what stands in the chat; also: transcript, summary
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from simulator.clock import HandClock
from simulator.content import Json
from simulator.errors import Impossible
from simulator.faults import Fault
from simulator.people import Person
from simulator.transcript import Entry
from simulator.world import World

Order: TypeAlias = Callable[[World, HandClock, Json], Any]


def control(world: World, clock: HandClock) -> tuple[Route, ...]:
    """The routes of the control door, to stand beside the Bot API."""

    async def ordered(request: Request) -> JSONResponse:
        return _done(_ORDERS, request.path_params["order"], world, clock, await request.json())

    async def asked(request: Request) -> JSONResponse:
        return _done(_QUESTIONS, request.path_params["question"], world, clock, dict(request.query_params))

    return (
        Route("/control/{order}", ordered, methods=["POST"]),
        Route("/control/{question}", asked, methods=["GET"]),
    )


def _done(table: dict[str, Order], name: str, world: World, clock: HandClock, given: Json) -> JSONResponse:
    if name not in table:
        return JSONResponse({"error": f"there is {', '.join(table)}"}, 404)
    try:
        return JSONResponse(table[name](world, clock, given))
    except (Impossible, KeyError, TypeError, ValueError) as error:
        return JSONResponse({"error": f"{type(error).__name__}: {error}"}, 400)


def _person(world: World, given: Json) -> Person:
    return world.people[int(given["person"])]


def _new_person(world: World, clock: HandClock, given: Json) -> Json:
    return {"id": world.person(**given).id}


def _start(world: World, clock: HandClock, given: Json) -> Json:
    return {"message_id": _person(world, given).starts(payload=given.get("payload", "")).message_id}


def _say(world: World, clock: HandClock, given: Json) -> Json:
    return {"message_id": _person(world, given).says(world.bot(), given["text"]).message_id}


def _press(world: World, clock: HandClock, given: Json) -> Json:
    query = _person(world, given).presses(given["label"])
    return {"query": query.id, "data": query.data}


def _block(world: World, clock: HandClock, given: Json) -> Json:
    _person(world, given).blocks()
    return {}


def _unblock(world: World, clock: HandClock, given: Json) -> Json:
    _person(world, given).unblocks()
    return {}


def _fault(world: World, clock: HandClock, given: Json) -> Json:
    if given.get("clear"):
        world.faults.clear()
    else:
        world.faults.add(Fault(**given))
    return {}


def _clock(world: World, clock: HandClock, given: Json) -> Json:
    if "at" in given:
        clock.set(datetime.fromisoformat(given["at"]))
    clock.advance(seconds=given.get("advance", 0))
    return {"at": clock().isoformat()}


def _chat(world: World, clock: HandClock, given: Json) -> list[Json]:
    return [Entry.of(message).json() for message in _person(world, given).chat().messages]


def _transcript(world: World, clock: HandClock, given: Json) -> list[Json]:
    return world.transcript()


def _summary(world: World, clock: HandClock, given: Json) -> Json:
    return {
        "at": clock().isoformat(),
        "people": len(world.people),
        "delivered": world.delivered(),
        "pending": world.pending(),
        "calls": len(world.calls),
    }


_ORDERS: dict[str, Order] = {
    "person": _new_person,
    "start": _start,
    "say": _say,
    "press": _press,
    "block": _block,
    "unblock": _unblock,
    "fault": _fault,
    "clock": _clock,
}
_QUESTIONS: dict[str, Order] = {"chat": _chat, "transcript": _transcript, "summary": _summary}
