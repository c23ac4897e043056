"""What python-telegram-bot asks of a class that carries its requests, against a server on loopback."""

import io
import json
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.transport import AiohttpRequest, timeout_of
from delivery.channels.calls import NotSent
from tests.wire import answering, ok, refusing, serving

TOKEN = "1000:" + "A" * 35
SENT = {"message_id": 12, "date": 0, "chat": {"id": 5, "type": "private"}}


@asynccontextmanager
async def road(*deeds):
    async with serving(*deeds) as wire, AiohttpRequest() as request:
        yield wire, request


@asynccontextmanager
async def a_bot(*deeds):
    async with road(*deeds) as (wire, request):
        yield wire, Bot(TOKEN, base_url=f"{wire.root}/bot", request=request, get_updates_request=request)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (404, InvalidToken),
        (409, Conflict),
        (418, NetworkError),
        (500, NetworkError),
        (502, NetworkError),
        (599, NetworkError),
    ],
)
async def test_each_status_has_its_error_and_the_servers_words(code, kind):
    async with road(refusing(code, "in these words")) as (wire, request):
        with pytest.raises(kind, match=r"(?i)in these words") as caught:
            await request.post(f"{wire.root}/x")
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("parameters", "kind"), [({"migrate_to_chat_id": -1007}, ChatMigrated), ({"retry_after": 42}, RetryAfter)]
)
async def test_what_the_server_adds_is_an_error_of_its_own(parameters, kind):
    async with road(refusing(400, "words", **parameters)) as (wire, request):
        with pytest.raises(kind) as caught:
            await request.post(f"{wire.root}/x")
    assert getattr(caught.value, "new_chat_id", -1007) == -1007


@pytest.mark.parametrize(
    ("deed", "seconds"),
    [
        (refusing(429, "Too Many Requests: retry after 17", "Retry-After: 99", retry_after=17), 17),
        (refusing(429, "Too Many Requests: retry later", "Retry-After: 9"), 9),
        (answering(429, b"<html>slowly</html>", "Retry-After: 8"), 8),
    ],
)
async def test_a_wait_is_taken_from_the_answer_or_else_from_its_head(deed, seconds):
    async with road(deed) as (wire, request):
        with pytest.raises(RetryAfter) as caught:
            await request.post(f"{wire.root}/x")
    assert caught.value.retry_after.total_seconds() == seconds


@pytest.mark.parametrize("body", [b"", b"<html>hello</html>", b'{result: "x"}', b"{}", b"[]", b"null"])
@pytest.mark.parametrize("code", [200, 301, 307, 403, 502])
async def test_whoever_is_not_telegram_makes_an_error_of_the_library(code, body):
    async with road(answering(code, body, "Location: /elsewhere")) as (wire, request):
        with pytest.raises(TelegramError):
            await request.post(f"{wire.root}/x")
    assert len(wire.heard) == 1


async def test_broken_letters_in_an_answer_are_replaced():
    async with road(answering(200, b'{"ok":true,"result":"a\x80"}')) as (wire, request):
        assert await request.post(f"{wire.root}/x") == "a\ufffd"


async def test_a_file_comes_as_its_bytes():
    async with road(answering(200, b'{"result": \x80')) as (wire, request):
        assert await request.retrieve(f"{wire.root}/file/x") == b'{"result": \x80'
    assert wire.heard[0].line.startswith("GET /file/x ")


async def test_a_call_is_a_post_of_json_and_says_who_speaks():
    async with a_bot(ok(SENT)) as (wire, bot):
        await bot.send_message(5, "ë & 👋", disable_notification=True)
    (heard,) = wire.heard
    assert heard.line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
    assert heard.headers["content-type"] == "application/json"
    assert heard.headers["user-agent"] == BaseRequest.USER_AGENT
    assert heard.told["text"] == "ë & 👋"
    assert int(heard.told["chat_id"]) == 5


async def test_calls_one_after_another_share_a_connection():
    async with a_bot(ok(SENT)) as (wire, bot):
        for _ in range(3):
            await bot.send_message(5, "x")
    assert wire.connections == 1


@pytest.mark.parametrize(
    "content", [b"whole", io.BytesIO(b"whole"), InputFile(b"whole", filename="x"), InputFile(io.BytesIO(b"whole"))]
)
async def test_a_file_goes_up_whatever_it_is_made_of(content):
    async with a_bot(ok(SENT)) as (wire, bot):
        await bot.send_document(5, content, filename=None if isinstance(content, InputFile) else "x")
    (heard,) = wire.heard
    assert heard.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="document"; filename="' in heard.body
    assert b"\r\n\r\nwhole\r\n" in heard.body


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Njoftim për dëgjesë.pdf", "Njoftim për dëgjesë.pdf"),
        ("plani 100%.pdf", "plani 100%.pdf"),
        ('a"b.pdf', 'a\\"b.pdf'),
        ("план.pdf", "план.pdf"),
    ],
)
async def test_a_file_keeps_its_name_letter_by_letter(name, written):
    async with a_bot(ok(SENT)) as (wire, bot):
        await bot.send_document(5, b"x", filename=name)
    assert f'filename="{written}"\r\n'.encode() in wire.heard[0].body


async def test_a_name_cannot_open_a_line_of_its_own():
    async with a_bot(ok(SENT)) as (wire, bot):
        await bot.send_document(5, b"x", filename="a\r\nX-Head: b.pdf")
    assert b"\r\nX-Head:" not in wire.heard[0].body


async def test_a_large_file_goes_up_whole():
    content = bytes(range(256)) * 40_000
    async with a_bot(ok(SENT)) as (wire, bot):
        await bot.send_document(5, content)
    assert content in wire.heard[0].body


async def test_files_that_a_parameter_points_to_go_up_beside_it():
    async with a_bot(ok([SENT, SENT])) as (wire, bot):
        await bot.send_media_group(5, [InputMediaDocument(b"one"), InputMediaDocument(b"two")])
    body = wire.heard[0].body
    media = json.loads(body.partition(b'name="media"')[2].partition(b"\r\n\r\n")[2].partition(b"\r\n")[0])
    for each, content in zip(media, (b"one", b"two"), strict=True):
        named = f'name="{each["media"].removeprefix("attach://")}"; filename='.encode()
        assert body.partition(named)[2].partition(b"\r\n\r\n")[2].startswith(content + b"\r\n")


def test_the_librarys_time_outs_are_each_minded():
    usual = timeout_of(read=35.0)
    assert (usual.sock_read, usual.sock_connect, usual.connect, usual.total) == (35, 10, 40, 95)
    said = timeout_of(read=1, write=2, connect=3, pool=4)
    assert (said.sock_read, said.sock_connect, said.connect, said.total) == (1, 3, 7, 10)
    assert timeout_of(read=None).total is None


def test_a_road_tells_how_long_it_waits():
    assert AiohttpRequest(read_timeout=7).read_timeout == 7


async def test_it_opens_and_closes_as_often_as_one_likes():
    request = AiohttpRequest()
    async with serving(ok()) as wire:
        await request.shutdown()
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert await request.post(f"{wire.root}/x")
            await request.shutdown()
            await request.shutdown()
        with pytest.raises(NotSent):
            await request.post(f"{wire.root}/x")


async def test_a_block_opens_and_closes_it():
    async with serving(ok()) as wire:
        async with AiohttpRequest() as request:
            assert await request.post(f"{wire.root}/x")
        with pytest.raises(NotSent):
            await request.post(f"{wire.root}/x")


async def test_it_needs_no_opening():
    async with serving(ok()) as wire:
        request = AiohttpRequest()
        assert await request.post(f"{wire.root}/x", RequestData())
        await request.shutdown()


async def test_the_librarys_own_class_says_the_same():
    """The contract is the library's: its own class answers alike where both say something."""
    for deed in (refusing(403, "no"), refusing(400, "no", migrate_to_chat_id=5), answering(502, b"<html>")):
        kinds = []
        async with serving(deed) as wire:
            for request in (AiohttpRequest(), HTTPXRequest()):
                async with request:
                    with pytest.raises(TelegramError) as caught:
                        await request.post(f"{wire.root}/x", RequestData())
                    kinds.append(type(caught.value))
        assert kinds[0] is kinds[1]
