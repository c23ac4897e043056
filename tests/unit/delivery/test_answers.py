"""Every error of the Bot API, as python-telegram-bot hands it on, and what it means."""

import json

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

from delivery.channels.answers import ROWS, gist, meaning_of
from delivery.channels.calls import NotSent
from delivery.channels.telegram import TelegramChannel
from participation.messages import Message
from participation.post import Address, Doubtful, Later, Lost, Moved, Rejected, Sent, Stopped, Unreachable

ADDRESS = Address(bot=1, chat=5)
POSTED = {"message_id": 12, "date": 0, "chat": {"id": 5, "type": "private"}}

BLOCKED, GONE = Unreachable(Lost.BLOCKED), Unreachable(Lost.GONE)
NEVER, NOBODY = Unreachable(Lost.NEVER_STARTED), Unreachable(Lost.NOT_FOUND)
NO_RIGHTS = Rejected("no_rights")


def content(reason: str) -> Rejected:
    return Rejected(reason, for_all=True)


class Canned(BaseRequest):
    """A transport that gives the prepared answers, the last one again and again."""

    def __init__(self, *answers: tuple[int, bytes] | Exception) -> None:
        self.answers = list(answers)
        self.calls: list[str] = []

    @property
    def read_timeout(self) -> float:
        return 5

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, method: str, request_data=None, **timeouts) -> tuple[int, bytes]:
        self.calls.append(url.rpartition("/")[2])
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def said(code: int, description: str, **parameters: int) -> tuple[int, bytes]:
    body = {"ok": False, "error_code": code, "description": description}
    return code, json.dumps(body | ({"parameters": parameters} if parameters else {})).encode()


def ok(result: object = POSTED) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()


def channel(request: Canned) -> TelegramChannel:
    return TelegramChannel(Bot("1:AA", request=request, get_updates_request=request))


async def heard(*answers: tuple[int, bytes] | Exception, over: int | None = None) -> object:
    return await channel(Canned(*answers)).send(Message("hello"), to=ADDRESS, over=over)


@pytest.mark.parametrize(
    ("code", "description", "outcome"),
    [
        (403, "Forbidden: bot was blocked by the user", BLOCKED),
        (403, "Forbidden: user is deactivated", GONE),
        (403, "Forbidden: bot can't initiate conversation with a user", NEVER),
        (400, "Bad Request: PEER_ID_INVALID", NEVER),
        (403, "Forbidden: the bot can't send messages to the bot", NOBODY),
        (403, "Forbidden: bots can't send messages to bots", NOBODY),
        (400, "Bad Request: chat not found", NOBODY),
        (400, "Bad Request: private chat not found", NOBODY),
        (400, "Bad Request: chat_id is empty", NOBODY),
        (403, "Forbidden: bot was kicked from the group chat", GONE),
        (403, "Forbidden: bot was kicked from the supergroup chat", GONE),
        (403, "Forbidden: bot was kicked from the channel chat", GONE),
        (403, "Forbidden: bot is not a member of the channel chat", GONE),
        (403, "Forbidden: the group chat was deleted", GONE),
        (403, "Forbidden: something new", BLOCKED),
        (400, "Bad Request: not enough rights to send text messages to the chat", NO_RIGHTS),
        (400, "Bad Request: not enough rights to send photos to the chat", NO_RIGHTS),
        (400, "Bad Request: have no write access to the chat", NO_RIGHTS),
        (400, "Bad Request: need administrator rights in the channel chat", NO_RIGHTS),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", NO_RIGHTS),
        (400, "Bad Request: TOPIC_CLOSED", Rejected("topic_closed")),
        (400, "Bad Request: message thread not found", Rejected("topic_closed")),
        (400, "Bad Request: message to be replied not found", Rejected("nothing_to_reply_to")),
        (400, "Bad Request: ALLOW_PAYMENT_REQUIRED_5", Rejected("asks_payment")),
        (400, "Bad Request: message is too long", content("too_long")),
        (400, "Bad Request: message caption is too long", content("too_long")),
        (400, "Bad Request: text is too long", content("too_long")),
        (400, "Bad Request: message text is empty", content("empty")),
        (400, "Bad Request: text must be non-empty", content("empty")),
        (400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 3', content("entities")),
        (400, "Bad Request: can't parse entities: Can't find end tag corresponding to", content("entities")),
        (400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 2", content("entities")),
        (400, "Bad Request: can't parse entities: Character '-' is reserved", content("entities")),
        (400, "Bad Request: reply markup is too long", content("buttons")),
        (400, "Bad Request: BUTTON_DATA_INVALID", content("buttons")),
        (400, "Bad Request: BUTTON_URL_INVALID", content("buttons")),
        (400, "Bad Request: inline keyboard button text must be non-empty", content("buttons")),
        (400, "Bad Request: wrong file identifier/HTTP URL specified", content("file")),
        (400, "Bad Request: failed to get HTTP URL content", content("file")),
        (400, "Bad Request: file is too big", content("file")),
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable", content("file")),
        (413, "Request Entity Too Large", content("file")),
        (400, "Bad Request: query is too old and response timeout expired", Rejected("query_too_old")),
        (400, "Bad Request: message can't be deleted", Rejected("cannot_delete")),
        (400, "Bad Request: something new: with somebody's words", Rejected("something new")),
        (401, "Unauthorized", Stopped("unauthorized")),
        (401, "Unauthorized: invalid token specified", Stopped("unauthorized")),
        (404, "Not Found", Stopped("not found")),
        (404, "Not Found: method not found", content("unknown_method")),
        (420, "FROZEN_METHOD_INVALID", Stopped("frozen")),
        (429, "Too Many Requests", Later(1, whole_token=True)),
        (409, "Conflict: terminated by other getUpdates request", Later(5, whole_token=False)),
        (409, "Conflict: something new", Later(5, whole_token=False)),
        (500, "Internal Server Error: restart", Doubtful("server_error")),
        (400, 'Bad Request: failed to send message #2 with the error message "MEDIA_INVALID"', content("album")),
        (400, 'Bad Request: failed to send message #2 with the error message "wrong file identifier"', content("file")),
        (400, "Bad Request: group send failed", content("album")),
    ],
)  # fmt: skip
async def test_what_the_server_says_means(code, description, outcome):
    assert await heard(said(code, description)) == outcome


async def test_a_body_that_is_no_json_leaves_it_in_doubt():
    assert await heard((502, b"<html>Bad Gateway</html>")) == Doubtful("not_telegram")


async def test_too_many_requests_names_the_seconds_to_wait():
    refused = said(429, "Too Many Requests: retry after 17", retry_after=17)
    assert await heard(refused) == Later(17, whole_token=True)


async def test_a_group_that_became_a_supergroup_has_moved():
    moved = said(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100500)
    assert await heard(moved) == Moved(-100500)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (NotSent("ClientConnectorError"), Later(1, whole_token=False)),
        (TimedOut(), Doubtful("TimedOut")),
        (NetworkError("ServerDisconnectedError"), Doubtful("NetworkError")),
        (TimedOut("Pool timeout: ... Request was *not* sent to Telegram."), Later(1, whole_token=False)),
        (ConnectionResetError("cut"), Doubtful("NetworkError")),
    ],
)
async def test_a_broken_line_is_doubtful_only_if_something_may_have_left(error, outcome):
    assert await heard(error) == outcome


@pytest.mark.parametrize(
    ("description", "calls", "outcome"),
    [
        ("Bad Request: message is not modified: specified new message content", 1, Sent(31)),
        ("Bad Request: message to edit not found", 2, Sent(12)),
        ("Bad Request: message can't be edited", 2, Sent(12)),
        ("Bad Request: there is no text in the message to edit", 2, Sent(12)),
        ("Bad Request: MESSAGE_ID_INVALID", 2, Sent(12)),
        ("Forbidden: bot was blocked by the user", 1, BLOCKED),
        ("Bad Request: message is too long", 1, content("too_long")),
    ],
)  # fmt: skip
async def test_an_edit_that_cannot_be_is_said_anew_and_one_without_change_is_done(description, calls, outcome):
    code = 403 if description.startswith("Forbidden") else 400
    request = Canned(said(code, description), ok())
    assert await channel(request).send(Message("hello"), to=ADDRESS, over=31) == outcome
    assert request.calls == ["editMessageText", "sendMessage"][:calls]


def test_every_row_is_written_in_small_letters_and_can_be_reached():
    for row in ROWS:
        assert row.fragment == row.fragment.casefold()
        assert meaning_of(f"Bad Request: {row.fragment.upper()} and more") is not None
        first = next(each for each in ROWS if each.fragment in row.fragment)
        assert first is row, f"{row.fragment} is hidden behind {first.fragment}"


def test_an_unknown_answer_is_kept_without_anything_quoted():
    assert gist('Wrong thing "Era from Korça" at 3') == "wrong thing"
    assert gist("wrong thing: Era from Korça") == "wrong thing"
    assert gist('"') == "unknown"


@pytest.mark.parametrize("code", [400, 401, 403, 404, 502])
async def test_whoever_speaks_in_place_of_telegram_decides_nothing(code):
    assert await heard((code, b"<html>Access denied</html>")) == Doubtful("not_telegram")
