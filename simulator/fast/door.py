"""The Bot API's fast door: what a bot needs for sending much and taking much in, and nothing else.

Every answer is whole and valid; what is behind it is a count and no world: nobody reads these messages.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from simulator.errors import ApiError
from simulator.fast import messages
from simulator.fast.plan import Fault, Gate, Plan
from simulator.fast.pushing import Push
from simulator.fast.source import Source, Waiting
from simulator.fast.tally import Tally
from simulator.fast.wire import Line, Request

CONTROL: Final = b"/control/"
SENDS: Final = frozenset({"sendMessage", "sendMediaGroup", "copyMessage", "forwardMessage", *messages.MEDIA})
TRUE: Final = messages.ok("true")
BLOCKED: Final = messages.refusal(403, "Forbidden: bot was blocked by the user")
BROKEN: Final = messages.refusal(500, "Internal Server Error")
CONFLICT: Final = messages.refusal(409, "Conflict: terminated by other getUpdates request")
UNKNOWN: Final = messages.refusal(404, "Not Found: method not found")
DONE: Final = ("set", "delete", "answer", "log", "close", "pin", "unpin", "sendChatAction")
"""How the methods begin that answer with true."""
READ: Final = {"getMyCommands": "[]", "getMyName": '{"name":"Bot"}'}


class Door:
    """Serves any token, and counts."""

    def __init__(self, plan: Plan, *, epoch: float, username: str = "bashke_bot") -> None:
        self._loop = asyncio.get_running_loop()
        self._epoch = epoch - self._loop.time()
        self._username = username
        self._number = 0
        self._calls = 0
        self._poll: tuple[Line, asyncio.TimerHandle | None, int] | None = None
        self._pushing: asyncio.Task[None] | None = None
        self.begin(plan)

    def begin(self, plan: Plan) -> None:
        """Begin anew: nothing counted, nothing waiting, no webhook, nobody who still posts to one."""
        if self._pushing is not None:
            self._pushing.cancel()
        self._hook = self._secret = ""
        self.push: Push | None = None
        self.plan = plan
        self.tally = Tally(self._loop.time())
        self.source = Source()
        self._gates: dict[str, Gate] = {}

    def serve(self, request: Request, line: Line) -> None:
        """Answer a call, or one to the control door."""
        path = request.path
        if path.startswith(CONTROL):
            self._control(path.removeprefix(CONTROL).decode(), request, line)
            return
        _, _, rest = path.partition(b"/bot")
        token, _, name = rest.partition(b"/")
        self._calls += 1
        try:
            self._call(token.decode(), name.decode(), request.fields(), line)
        except (ApiError, KeyError, ValueError) as wrong:
            line.answer(messages.refusal(400, f"Bad Request: {wrong}"), 400)

    def _call(self, token: str, name: str, fields: Mapping[str, Any], line: Line) -> None:
        name = "getUpdates" if name.lower() == "getupdates" else name
        self.tally.calls[name] += 1
        if name in SENDS:
            self._send(token, name, fields, line)
        elif name == "getUpdates":
            self._get_updates(fields, line)
        else:
            body = self._plain(token, name, fields)
            self._later(line, body, status=404 if body is UNKNOWN else 200)

    def _send(self, token: str, name: str, fields: Mapping[str, Any], line: Line) -> None:
        """A message: refused, spoilt as planned, or accepted and counted."""
        tally, now = self.tally, self._loop.time()
        tally.sends += 1
        gate = self._gates.get(token) or self._gates.setdefault(token, Gate(self.plan, now))
        chat = int(fields["chat_id"])
        fault = self.plan.faults.get(tally.sends) if self.plan.faults else None
        cost = len(json.loads(fields["media"])) if name == "sendMediaGroup" else 1
        wait = gate.refuses(cost, now)
        if fault is not None and fault.kind == "429":
            wait = gate.shut(fault.seconds, now)
        if wait:
            self._refuse("429", line, messages.refusal(429, f"Too Many Requests: retry after {wait}", wait), 429)
        elif fault is not None and fault.kind == "500":
            self._refuse("500", line, BROKEN, 500)
        elif self.plan.has_blocked(chat):
            tally.blocked.add(chat)
            self._refuse("403", line, BLOCKED, 403)
        else:
            self._accept(token, name, fields, fault, line)

    def _refuse(self, what: str, line: Line, body: bytes, status: int) -> None:
        self.tally.refused[what] += 1
        self._later(line, body, status=status)

    def _accept(self, token: str, name: str, fields: Mapping[str, Any], fault: Fault | None, line: Line) -> None:
        chat, now = int(fields["chat_id"]), self._loop.time()
        count = len(json.loads(fields["media"])) if name == "sendMediaGroup" else 1
        made = [self._message(token, name, fields) for _ in range(count)]
        for _ in made:
            self.tally.accept(chat, now)
        body = messages.ok(f"[{','.join(made)}]" if name == "sendMediaGroup" else made[0])
        if fault is not None and fault.kind == "cut":
            self.tally.cut.add(chat)
            self._loop.call_later(self.plan.latency, line.cut)
        else:
            self._later(line, body, more=fault.seconds if fault is not None else 0.0)

    def _message(self, token: str, name: str, fields: Mapping[str, Any]) -> str:
        self._number += 1
        date = int(self._epoch + self._loop.time())
        return messages.message(name, fields, number=self._number, date=date, sender=self._me(token))

    def _me(self, token: str) -> str:
        return messages.user(token, self._username)

    def _plain(self, token: str, name: str, fields: Mapping[str, Any]) -> bytes:
        """Whatever is neither a message nor a question for updates."""
        match name:
            case "getMe":
                return messages.ok(messages.itself(token, self._username))
            case "editMessageText" | "editMessageReplyMarkup" | "editMessageCaption":
                return self._edited(token, fields)
            case "setWebhook":
                self._hook, self._secret = str(fields.get("url", "")), str(fields.get("secret_token", ""))
                return TRUE
            case "deleteWebhook":
                self._hook = ""
                return TRUE
            case "getWebhookInfo":
                told = {"url": self._hook, "has_custom_certificate": False, "pending_update_count": self.source.pending}
                return messages.ok(json.dumps(told))
            case _ if name in READ:
                return messages.ok(READ[name])
            case _ if name.startswith(DONE):
                return TRUE
        return UNKNOWN

    def _edited(self, token: str, fields: Mapping[str, Any]) -> bytes:
        """An edit answers what somebody said as a new message does."""
        chat = int(fields["chat_id"])
        if chat in self.tally.asked:
            self.tally.accept(chat, self._loop.time())
        date = int(self._epoch + self._loop.time())
        number = int(fields["message_id"])
        return messages.ok(
            messages.message("editMessageText", fields, number=number, date=date, sender=self._me(token))
        )

    def _later(self, line: Line, body: bytes, *, status: int = 200, more: float = 0.0) -> None:
        delay = self.plan.delay(self._calls) + more
        if delay:
            self._loop.call_later(delay, line.answer, body, status)
        else:
            line.answer(body, status)

    def _get_updates(self, fields: Mapping[str, Any], line: Line) -> None:
        """Confirm what lies below the offset; answer with what is there, or wait for it as long as asked."""
        if self._hook:
            line.answer(messages.refusal(409, "Conflict: can't use getUpdates method while webhook is active"), 409)
            return
        if self._poll is not None:
            waiting, timer, _ = self._poll
            self._poll = None
            if timer is not None:
                timer.cancel()
            waiting.answer(CONFLICT, 409)
        offset = fields.get("offset")
        self.source.confirm(None if offset is None else int(offset))
        limit = int(fields.get("limit") or 100)
        until = self._loop.time() + float(fields.get("timeout") or 0)
        self._look(line, limit, until)

    def _look(self, line: Line, limit: int, until: float) -> None:
        self._poll = None
        now = self._loop.time()
        ready = self.source.ready(now, limit)
        if ready or now >= until or not line.is_open:
            self._hand_out(ready, line)
            return
        due = self.source.next_at()
        moment = until if due is None else min(until, max(due, now))
        self._poll = (line, self._loop.call_at(moment, self._look, line, limit, until), limit)

    def _hand_out(self, ready: list[Waiting], line: Line) -> None:
        self._later(line, messages.ok(f"[{','.join(update.raw for update in ready)}]"))

    def _control(self, what: str, request: Request, line: Line) -> None:
        said = json.loads(request.body) if request.body else {}
        done = self._controls()[what](said)
        line.answer(json.dumps(done).encode())

    def _controls(self) -> Mapping[str, Callable[[Mapping[str, Any]], Any]]:
        return {
            "begin": lambda said: self.begin(Plan.read(said)),
            "tally": lambda _: self.tally.told(),
            "counts": lambda _: {
                "accepted": len(self.tally.moments),
                "answered": len(self.tally.waited),
                "pending": self.source.pending,
                "polls": self.tally.calls["getUpdates"],
                "hook": self._hook,
            },
            "missing": lambda said: self.tally.missing(range(said["first"], said["last"]), said.get("least", 1)),
            "doubled": lambda said: self.tally.doubled(range(said["first"], said["last"])),
            "rate": lambda said: self.tally.rate(said.get("within", 1.0)),
            "gap": lambda _: self.tally.gap(),
            "updates": self._load,
            "push": self._push,
            "pushed": lambda _: self.push.told() if self.push is not None else None,
        }

    def _load(self, said: Mapping[str, Any]) -> int:
        """Updates for getUpdates, or for the webhook that is pushed later."""
        start = self._loop.time() + said.get("after", 0.0)
        before = len(self.source.updates)
        self.source.load(said["updates"], start=start, every=said.get("every", 0.0))
        for update in self.source.updates[before:] if said.get("polled", True) else ():
            self.tally.asks(update.chat, update.at)
        if self._poll is not None:
            line, timer, limit = self._poll
            if timer is not None:
                until = timer.when()
                timer.cancel()
                self._look(line, limit, until)
        return self.source.pending

    def _push(self, said: Mapping[str, Any]) -> str:
        """Post all that waits to the webhook that was set, or to an address."""
        url = said.get("url") or self._hook
        self.push = Push(url, self.source.updates, self.tally, said.get("connections", 40), self._secret)
        # It runs until all is posted or somebody begins anew; it ends with the door.
        self._pushing = self._loop.create_task(self.push.run())
        return url
