"""Each way a line can break: what never left us is said again, all else is in doubt, and no call repeats itself."""

import asyncio
import socket
import ssl
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.transport import AiohttpRequest
from delivery.channels.calls import NotSent
from delivery.channels.telegram import TelegramChannel
from participation.messages import Media, MediaKind, Message
from participation.post import Address, Doubtful, Later, Sent
from tests.wire import answering, dripping, ending, http, ok, resetting, serving

TOKEN = "1000:" + "A" * 35
POSTED = {"message_id": 12, "date": 0, "chat": {"id": 5, "type": "private"}}
NOT_YET = Later(1, whole_token=False)
WHOLE = http(200, b'{"ok":true,"result":{"message_id":12}}')
PATIENCE = 0.3


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A key and a certificate for localhost that only this file vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    paper = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    path.write_bytes(secret + paper.public_bytes(Encoding.PEM))
    return path


@asynccontextmanager
async def channel_to(root, **options):
    async with AiohttpRequest(**({"read_timeout": PATIENCE} | options)) as request:
        yield TelegramChannel(Bot(TOKEN, base_url=f"{root}/bot", request=request, get_updates_request=request))


async def said(channel, **options):
    return await channel.send(Message("hello", **options), to=Address(1000, 5), over=None)


@pytest.mark.parametrize("root", ["http://127.0.0.1:9", "http://nowhere.invalid", "http://[broken"])
async def test_a_server_that_cannot_be_found_got_nothing(root):
    async with channel_to(root) as channel:
        assert await said(channel) == NOT_YET


@contextmanager
def full_house():
    """A server whose door is so crowded that nobody else gets in."""
    with socket.socket() as listener, ExitStack() as crowd:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(8):
            each = crowd.enter_context(socket.socket())
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


async def test_a_server_that_lets_nobody_in_got_nothing():
    with full_house() as root:
        async with AiohttpRequest() as request:
            with pytest.raises(NotSent):
                await request.post(f"{root}/x", connect_timeout=0.1)


async def test_a_handshake_that_fails_sent_nothing():
    async def no_tls(_, writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(no_tls, "127.0.0.1", 0)
    root = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, channel_to(root) as channel:
        assert await said(channel) == NOT_YET


async def test_a_certificate_that_nobody_vouches_for_sent_nothing(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    async with serving(ok(POSTED), ssl=context) as wire:
        root = wire.root.replace("http", "https").replace("127.0.0.1", "localhost")
        async with channel_to(root) as channel:
            assert await said(channel) == NOT_YET
        async with channel_to(root, ssl=ssl.create_default_context(cafile=certificate)) as channel:
            assert await said(channel) == Sent(12)


async def test_a_call_that_found_no_room_in_the_pool_was_not_sent():
    async with serving(dripping(b"", seconds=5)) as wire, AiohttpRequest(connections=1, read_timeout=0.6) as request:
        first = asyncio.ensure_future(request.post(f"{wire.root}/x"))
        await asyncio.sleep(0.05)
        with pytest.raises(NotSent):
            await request.post(f"{wire.root}/x", pool_timeout=0.05, connect_timeout=0.05)
        with pytest.raises(TimedOut):
            await first
    assert len(wire.heard) == 1


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (resetting, "NetworkError"),
        (ending(), "NetworkError"),
        (ending(WHOLE[:20]), "NetworkError"),
        (ending(WHOLE[:-9]), "NetworkError"),
        (ending(b"this is not http\r\n\r\n"), "NetworkError"),
        (ending(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"x" * 20_000), "NetworkError"),
        (dripping(b""), "TimedOut"),
        (dripping(WHOLE[:20]), "TimedOut"),
        (dripping(WHOLE[:-9]), "TimedOut"),
        (answering(200, b"<html>Welcome to the hotel</html>"), "TelegramError"),
        (answering(200, b"{}"), "TelegramError"),
        (answering(200, {"ok": True, "result": True}), "TelegramError"),
        (answering(302, b"", "Location: http://127.0.0.1:9/"), "not_telegram"),
        (answering(407, b""), "not_telegram"),
        (answering(503, b"<html>"), "not_telegram"),
    ],
)
async def test_whatever_breaks_after_the_call_went_out_is_doubtful_and_not_repeated(deed, why):
    patience = PATIENCE if why == "TimedOut" else 30
    async with serving(deed) as wire, channel_to(wire.root, read_timeout=patience) as channel:
        assert await said(channel) == Doubtful(why)
        await wire.has_heard()
    assert len(wire.heard) == 1


@pytest.mark.parametrize("again", [resetting, ending()])
async def test_a_connection_that_ends_as_we_write_on_it_is_doubtful_and_not_repeated(again):
    async with serving(ok(POSTED), again) as wire, channel_to(wire.root) as channel:
        assert await said(channel) == Sent(12)
        assert await said(channel) == Doubtful("NetworkError")
    assert [each.connection for each in wire.heard] == [1, 1]


async def test_a_connection_that_the_server_closed_meanwhile_is_not_used_again():
    async with serving(ok(POSTED), ok(POSTED)) as wire, channel_to(wire.root) as channel:
        wire.deeds.insert(0, ending(http(200, b'{"ok":true,"result":{"message_id":1}}')))
        assert await said(channel) == Sent(1)
        await asyncio.sleep(0.05)
        assert await said(channel) == Sent(12)
    assert [each.connection for each in wire.heard] == [1, 2]


async def test_an_answer_that_trickles_ends_all_the_same():
    drops = (bytes([byte]) for byte in WHOLE)
    async with serving(dripping(*drops, seconds=0.05)) as wire, AiohttpRequest() as request:
        with pytest.raises(TimedOut):
            await request.post(
                f"{wire.root}/x", read_timeout=0.2, write_timeout=0.1, connect_timeout=0.1, pool_timeout=0
            )


async def test_a_call_may_wait_longer_than_others():
    slow = dripping(WHOLE[:20], WHOLE[20:], seconds=PATIENCE * 1.5)
    async with serving(slow) as wire, AiohttpRequest(read_timeout=PATIENCE) as request:
        assert await request.post(f"{wire.root}/x", read_timeout=5)


async def test_a_file_whose_way_breaks_off_is_doubtful():
    async with serving(resetting) as wire, channel_to(wire.root) as channel:
        media = Media(MediaKind.DOCUMENT, name="x", content=b"x" * 3_000_000)
        assert await said(channel, media=media) == Doubtful("NetworkError")
    assert len(wire.heard) == 1


async def test_who_closes_while_a_call_is_out_is_in_doubt_about_it():
    async with serving(dripping(b"", seconds=5)) as wire:
        request = AiohttpRequest()
        call = asyncio.ensure_future(request.post(f"{wire.root}/x"))
        await wire.has_heard()
        await request.shutdown()
        with pytest.raises(NetworkError) as caught:
            await call
    assert not isinstance(caught.value, NotSent)
