"""The HTTP door as any client sees it: bodies, status, headers, webhooks and the control door."""

import asyncio
import json
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.bodies import read_body
from simulator.control import control
from simulator.errors import ApiError
from simulator.faults import Fault
from simulator.http import app, serving
from simulator.loopback import listening
from simulator.webhook import pause, wished
from simulator.world import TOKEN

from .conftest import DOORS


@pytest.fixture
async def web(world, clock):
    transport = httpx.ASGITransport(app(world, routes=control(world, clock)))
    async with httpx.AsyncClient(transport=transport, base_url="http://simulator") as client:
        yield client


METHOD = f"/bot{TOKEN}/sendMessage"


async def test_every_kind_of_body_is_read(web, ana):
    given = {"chat_id": str(ana.id), "text": "ç & ë + 1%"}
    await web.get(METHOD, params=given)
    await web.post(METHOD, data=given)
    await web.post(METHOD, json={"chat_id": ana.id, "text": "ç & ë + 1%"})
    await web.post(METHOD, data=given, files={"unused": b""})
    assert ana.chat().texts[1:] == ["ç & ë + 1%"] * 4


async def test_a_refusal_has_the_status_and_the_header(web, world, ana):
    world.faults.add(Fault("429", retry_after=17))
    got = await web.post(METHOD, json={"chat_id": ana.id, "text": "a"})
    assert (got.status_code, got.headers["Retry-After"]) == (429, "17")
    assert got.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 17",
        "parameters": {"retry_after": 17},
    }


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 404), ("/botx/getMe", 404), ("/bot2000:x/getMe", 401), (f"/bot{TOKEN}/nothing", 404)],
)
async def test_a_wrong_address_is_answered_in_json(web, path, status):
    got = await web.get(path)
    assert (got.status_code, got.json()["ok"], got.json()["error_code"]) == (status, False, status)


async def test_a_missing_file_is_not_found(web):
    assert (await web.get(f"/file/bot{TOKEN}/photos/file_9.jpg")).status_code == 404


async def test_broken_json_is_refused(web):
    got = await web.post(METHOD, content=b"{", headers={"Content-Type": "application/json"})
    assert got.json()["description"] == "Bad Request: can't parse JSON object"


def test_a_multipart_body_keeps_every_byte():
    content = bytes(range(256)) + b"\r\n--b\r\n\r\n--bound\r\n"
    body = (
        b'--boundary\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n7\r\n'
        b'--boundary\r\nContent-Disposition: form-data; name="photo"; filename="a b.jpg"\r\n'
        b"Content-Type: image/jpeg\r\n\r\n" + content + b"\r\n--boundary--\r\n"
    )
    read = read_body(body, "multipart/form-data; boundary=boundary")
    assert read.parameters == {"chat_id": "7"}
    assert read.uploads["photo"].content == content
    assert (read.uploads["photo"].name, read.uploads["photo"].mime) == ("a b.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"[]", "application/json"),
        (b"x", "multipart/form-data"),
        (b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b"),
    ],
)
def test_a_malformed_body_is_refused(content, content_type):
    with pytest.raises(ApiError):
        read_body(content, content_type)


async def test_a_cut_connection_leaves_the_client_without_an_answer(world, ana):
    world.faults.add(Fault("cut_after"))
    async with serving(world) as addresses, httpx.AsyncClient() as client:
        with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
            await client.post(f"{addresses.bot}{TOKEN}/sendMessage", json={"chat_id": ana.id, "text": "a"})
    assert ana.last().text == "a"


async def test_a_served_world_closes_while_a_poll_waits(world):
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks, httpx.AsyncClient() as client:
        async with serving(world) as addresses:
            poll = tasks.create_task(client.get(f"{addresses.bot}{TOKEN}/getUpdates?timeout=50", timeout=None))
            await asyncio.sleep(0.1)
        assert (await poll).json() == {"ok": True, "result": []}


class Hook:
    """A bot's webhook that keeps what it is told and answers from a list."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.seen = []
        self.app = Starlette(routes=[Route("/hook", self.take, methods=["POST"])])

    async def take(self, request):
        update = json.loads(await request.body())
        kind = (set(update) - {"update_id"}).pop()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.seen.append((kind, update[kind].get("text"), secret))
        return self.answers.pop(0) if self.answers else Response()

    async def until(self, count):
        await until(lambda: len(self.seen) >= count)


async def until(happened):
    for _ in range(500):
        if happened():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not happen within five seconds")


async def test_updates_go_to_a_webhook_one_after_another_until_taken(world, bot, ana, hooked):
    hook = Hook(Response(status_code=500))
    ana.says(bot, "dy")
    async with hooked(hook) as client:
        await hook.until(3)
        info = await client.get_webhook_info()
    assert hook.seen == [("message", text, "fsheht-1") for text in ("/start", "/start", "dy")]
    assert world.pending() == 0
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_a_webhook_that_is_busy_holds_up_its_own_lane_only(world, bot, ana, hooked):
    era = world.person("Era")
    era.starts()
    ana.says(bot, "pas")
    hook = Hook(Response(status_code=503, headers={"Retry-After": "600"}))
    async with hooked(hook):
        await hook.until(2)
    assert [text for _, text, _ in hook.seen] == ["/start", "/start"]
    assert world.pending() == 2


async def test_a_method_in_the_answer_is_called(world, bot, ana, hooked):
    order = {"method": "sendMessage", "chat_id": ana.id, "text": "përgjigje"}
    hook = Hook(JSONResponse(order), JSONResponse({"method": "getMe"}))
    ana.says(bot, "dy")
    async with hooked(hook):
        await hook.until(2)
        await until(world.delivered)
    assert ana.last().text == "përgjigje"
    assert "getMe" not in [call.method for call in world.calls][2:]


@pytest.fixture
def hooked(world):
    """Serve a hook and the world, and set the one as the webhook of the other."""

    @asynccontextmanager
    async def run(hook):
        async with listening(hook.app) as root, DOORS["over HTTP"](world) as client:
            await client.set_webhook(f"{root}/hook", secret_token="fsheht-1")
            yield client

    return run


def test_a_webhook_is_tried_at_once_and_then_ever_more_rarely():
    assert [pause(n) for n in range(8)] == [0, 2, 4, 8, 16, 32, 60, 60]
    assert [wished(header) for header in (None, "30", "99999", "soon")] == [0, 30, 3600, 0]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://bot.example/hook", "An HTTPS URL must be provided for webhook"),
        ("https://bot.example:8080/hook", "Webhook can be set up only on ports 80, 88, 443 or 8443"),
    ],
)
async def test_a_webhook_is_set_as_telegram_allows(call, url, words):
    assert await call("setWebhook", url=url) == (400, f"Bad Request: bad webhook: {words}")
    assert await call("setWebhook", url="http://127.0.0.1:9/hook") == (200, True)


async def test_the_control_door_moves_the_world(web, world, ana):
    era = (await web.post("/control/person", json={"first_name": "Era"})).json()["id"]
    await web.post("/control/start", json={"person": era, "payload": "k1"})
    await web.post("/control/say", json={"person": era, "text": "tung"})
    keyboard = {"inline_keyboard": [[{"text": "Po", "callback_data": "po"}]]}
    await web.post(METHOD, json={"chat_id": era, "text": "Vjen?", "reply_markup": keyboard})
    assert (await web.post("/control/press", json={"person": era, "label": "Po"})).json()["data"] == "po"
    assert (await web.post("/control/clock", json={"advance": 60})).json()["at"] == "2023-06-12T08:01:00+00:00"
    await web.post("/control/block", json={"person": era})
    await web.post("/control/unblock", json={"person": era})
    chat = (await web.get("/control/chat", params={"person": era})).json()
    assert [entry["text"] for entry in chat] == ["/start k1", "tung", "Vjen?"]
    assert (await web.get("/control/summary")).json() == {
        "at": "2023-06-12T08:01:00+00:00",
        "people": 2,
        "delivered": 1,
        "pending": 6,
        "calls": 1,
    }
    assert len((await web.get("/control/transcript")).json()) == 4


@pytest.mark.parametrize(
    ("order", "given", "status"),
    [
        ("fly", {}, 404),
        ("say", {"person": 5, "text": "a"}, 400),
        ("press", {"person": 700_000_001, "label": "Po"}, 400),
        ("fault", {"kind": "500", "colour": "red"}, 400),
    ],
)
async def test_a_wrong_order_is_refused(web, ana, order, given, status):
    got = await web.post(f"/control/{order}", json=given)
    assert (got.status_code, "error" in got.json()) == (status, True)


async def test_faults_are_added_and_cleared_through_the_control_door(web, ana):
    await web.post("/control/fault", json={"kind": "500", "times": None})
    assert (await web.post(METHOD, json={"chat_id": ana.id, "text": "a"})).status_code == 500
    await web.post("/control/fault", json={"clear": True})
    assert (await web.post(METHOD, json={"chat_id": ana.id, "text": "a"})).status_code == 200
