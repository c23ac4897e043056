"""The server itself: a call comes in through a door, an answer goes out.

call ─▶ token? ─▶ method? ─▶ fault before? ─▶ parameters ─▶ the method ─▶ fault after? ─▶ Reply
"""

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from simulator.bots import Bot
from simulator.errors import ApiError, not_found, too_many_requests, unauthorized
from simulator.faults import Fault
from simulator.files import Upload
from simulator.methods.calling import Call
from simulator.methods.table import NAMES, method
from simulator.parameters import read
from simulator.world import Call as Record
from simulator.world import World

HTML_502 = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Reply:
    """An answer on its way; a door acts on `fate`."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    fate: Literal["arrives", "refused", "cut", "timeout"] = "arrives"
    seconds: float = 0.0
    """Real seconds it takes."""


async def answer(
    world: World,
    token: str,
    name: str,
    parameters: Mapping[str, Any],
    uploads: Mapping[str, Upload] | None = None,
) -> Reply:
    """Do what a call asks, or what a fault makes of it, and say so as the server does."""
    bot = world.bots.get(token)
    if bot is None:
        return _stranger(token)
    name = NAMES.get(name.lower(), name)
    fault = world.faults.take(name, _chat_id(parameters))
    early = _instead(fault) if fault else None
    if early is not None and fault is not None:
        _record(world, bot, name, parameters, fault.kind)
        return early
    reply, outcome = await _done(world, bot, name, parameters, uploads or {})
    _record(world, bot, name, parameters, fault.kind if fault else outcome)
    return _after(fault, reply) if fault else reply


def download(world: World, token: str, path: str) -> Reply:
    """The bytes of a file at its download address."""
    bot = world.bots.get(token)
    if bot is None:
        return _stranger(token)
    fault = world.faults.take("download", None)
    early = _instead(fault) if fault else None
    if early is not None:
        return early
    file = world.files.at_path(bot.id, path)
    if file is None:
        return refusal(not_found())
    return Reply(body=file.content, headers={"Content-Type": "application/octet-stream"})


async def _done(
    world: World, bot: Bot, name: str, parameters: Mapping[str, Any], uploads: Mapping[str, Upload]
) -> tuple[Reply, str]:
    try:
        result = await _result(world, bot, name, parameters, uploads)
    except ApiError as error:
        return refusal(error), error.description
    return _json(200, {"ok": True, "result": result}), "ok"


async def _result(
    world: World, bot: Bot, name: str, parameters: Mapping[str, Any], uploads: Mapping[str, Upload]
) -> Any:
    wanted = method(name)
    if wanted is None:
        raise not_found("method not found")
    result = wanted.run(Call(world, bot, read(parameters, wanted.takes), uploads))
    return await result if inspect.isawaitable(result) else result


def _instead(fault: Fault) -> Reply | None:
    """The answer when the work is not done at all."""
    match fault.kind:
        case "429":
            return refusal(too_many_requests(fault.retry_after))
        case kind:
            return _UNDONE.get(kind)


def _after(fault: Fault, reply: Reply) -> Reply:
    """The answer when the work is done and the way back is not."""
    lost = _DONE.get(fault.kind)
    return lost or replace(reply, seconds=fault.seconds)


def refusal(error: ApiError) -> Reply:
    """How the server says no."""
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {"Content-Type": "application/json"}
    if error.parameters:
        body["parameters"] = error.parameters
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return _json(error.code, body, headers)


def _stranger(token: str) -> Reply:
    """A token that looks like one is unauthorized; anything else is no address."""
    return refusal(unauthorized() if _TOKEN.fullmatch(token) else not_found())


def _json(status: int, body: Any, headers: Mapping[str, str] | None = None) -> Reply:
    encoded = json.dumps(body, separators=(",", ":")).encode()
    return Reply(status, encoded, headers) if headers else Reply(status, encoded)


def _chat_id(parameters: Mapping[str, Any]) -> Any:
    given = parameters.get("chat_id")
    return int(given) if isinstance(given, str) and given.lstrip("-").isdecimal() else given


def _record(world: World, bot: Bot, name: str, parameters: Mapping[str, Any], outcome: str) -> None:
    world.calls.append(Record(world.now(), bot.id, name, parameters, outcome))


_UNDONE = {
    "500": refusal(ApiError(500, "Internal Server Error: restart")),
    "html_502": Reply(502, HTML_502, {"Content-Type": "text/html"}),
    "refused": Reply(fate="refused"),
    "cut_before": Reply(fate="cut"),
    "timeout_before": Reply(fate="timeout"),
}
_DONE = {"cut_after": Reply(fate="cut"), "timeout_after": Reply(fate="timeout")}
