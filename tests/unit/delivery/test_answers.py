"""Every error of the Bot API, word by word from a server over our road through the library, and what it means."""

import pytest
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.transport import AiohttpRequest
from delivery.channels.answers import ROWS, gist, meaning_of
from delivery.channels.calls import NotSent
from delivery.channels.telegram import TelegramChannel, outcome_of
from participation.messages import Media, MediaKind, Message
from participation.post import Address, Doubtful, Later, Lost, Moved, Rejected, Sent, Stopped, Unreachable
from tests.wire import Deed, answering, ok, refusing, resetting, serving

ADDRESS = Address(bot=1, chat=5)
POSTED = {"message_id": 12, "date": 0, "chat": {"id": 5, "type": "private"}}

BLOCKED, GONE = Unreachable(Lost.BLOCKED), Unreachable(Lost.GONE)
NEVER, NOBODY = Unreachable(Lost.NEVER_STARTED), Unreachable(Lost.NOT_FOUND)
NO_RIGHTS = Rejected("no_rights")
CODES = {"Bad Request": 400, "Forbidden": 403, "Unauthorized": 401, "Internal Server Error": 500, "Conflict": 409}


def content(reason: str) -> Rejected:
    return Rejected(reason, for_all=True)


HELLO = Message("hello")
LONG = Message("fjalë " * 1000)
PHOTO = Message("", media=Media(MediaKind.PHOTO, content=b"x"))
PAGE = b"<html><title>Access denied</title></html>"


async def heard(*deeds: Deed, message: Message = HELLO, over: int | None = None) -> tuple[object, list[str]]:
    """What became of a message, and the methods that were called."""
    async with serving(*deeds) as wire, AiohttpRequest() as road:
        bot = Bot("1:AA", base_url=f"{wire.root}/bot", request=road, get_updates_request=road)
        outcome = await TelegramChannel(bot).send(message, to=ADDRESS, over=over)
    return outcome, [each.line.split()[1].rpartition("/")[2] for each in wire.heard]


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
        (403, "Forbidden: bot is not a member of the supergroup chat", GONE),
        (403, "Forbidden: the group chat was deleted", GONE),
        (403, "Forbidden: something new", BLOCKED),
        (400, "Bad Request: not enough rights to send text messages to the chat", NO_RIGHTS),
        (400, "Bad Request: not enough rights to send photos to the chat", NO_RIGHTS),
        (400, "Bad Request: not enough rights to send polls to the chat", NO_RIGHTS),
        (400, "Bad Request: have no write access to the chat", NO_RIGHTS),
        (400, "Bad Request: need administrator rights in the channel chat", NO_RIGHTS),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", NO_RIGHTS),
        (400, "Bad Request: TOPIC_CLOSED", Rejected("topic_closed")),
        (400, "Bad Request: message thread not found", Rejected("topic_gone")),
        (400, "Bad Request: TOPIC_DELETED", Rejected("topic_gone")),
        (400, "Bad Request: TOPIC_ID_INVALID", Rejected("topic_gone")),
        (400, "Bad Request: the chat is not a forum", Rejected("no_forum")),
        (400, "Bad Request: not enough rights to create a topic", NO_RIGHTS),
        (400, "Bad Request: message to be replied not found", Rejected("nothing_to_reply_to")),
        (400, "Bad Request: ALLOW_PAYMENT_REQUIRED_5", Rejected("asks_payment")),
        (400, "Bad Request: message is too long", content("too_long")),
        (400, "Bad Request: message caption is too long", content("too_long")),
        (400, "Bad Request: text is too long", content("too_long")),
        (400, "Bad Request: message text is empty", content("empty")),
        (400, "Bad Request: text must be non-empty", content("empty")),
        (400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 3', content("entities")),
        (400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
         content("entities")),
        (400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 2", content("entities")),
        (400, 'Bad Request: can\'t parse entities: Unmatched end tag at byte offset 9, expected "</b>", found "</i>"',
         content("entities")),
        (400, "Bad Request: can't parse entities: Character '-' is reserved and must be escaped with the preceding "
         "'\\'", content("entities")),
        (400, "Bad Request: reply markup is too long", content("buttons")),
        (400, "Bad Request: BUTTON_DATA_INVALID", content("buttons")),
        (400, "Bad Request: BUTTON_URL_INVALID", content("buttons")),
        (400, "Bad Request: Inline keyboard button text must be non-empty", content("buttons")),
        (400, "Bad Request: wrong file identifier/HTTP URL specified", content("file")),
        (400, "Bad Request: failed to get HTTP URL content", content("file")),
        (400, "Bad Request: file is too big", content("file")),
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable", content("file")),
        (400, "Bad Request: query is too old and response timeout expired or query ID is invalid",
         Rejected("query_too_old")),
        (400, "Bad Request: message can't be deleted", Rejected("cannot_delete")),
        (400, "Bad Request: something new: with somebody's words", Rejected("something new")),
        (400, "Bad Request: message to edit not found", Rejected("edit_anew")),
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
@pytest.mark.parametrize(("message", "method"), [(HELLO, "sendMessage"), (PHOTO, "sendPhoto")])
async def test_what_the_server_says_means(code, description, outcome, message, method):
    assert await heard(refusing(code, description), message=message) == (outcome, [method])


WAITS = [
    (refusing(429, "Too Many Requests: retry after 17", "Retry-After: 17", retry_after=17), 17),
    (refusing(429, "Too Many Requests: retry after 10072", retry_after=10_072), 10_072),
    (refusing(429, "Too Many Requests: retry after 999999", retry_after=999_999), 86_400),
    (refusing(429, "Too Many Requests: retry later", "Retry-After: 9"), 9),
    (refusing(429, "Too Many Requests: retry later"), 1),
    (answering(429, PAGE, "Retry-After: 8"), 8),
]


@pytest.mark.parametrize(("deed", "seconds"), WAITS)
@pytest.mark.parametrize(
    ("message", "over", "method"),
    [(HELLO, None, "sendMessage"), (HELLO, 31, "editMessageText"), (PHOTO, None, "sendPhoto")],
)
async def test_too_many_requests_names_the_seconds_to_wait(deed, seconds, message, over, method):
    assert await heard(deed, message=message, over=over) == (Later(seconds, whole_token=True), [method])


UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"


@pytest.mark.parametrize(("message", "over"), [(HELLO, None), (HELLO, 31), (PHOTO, None)])
async def test_a_group_that_became_a_supergroup_has_moved(message, over):
    outcome, calls = await heard(refusing(400, UPGRADED, migrate_to_chat_id=-100500), message=message, over=over)
    assert outcome == Moved(-100500)
    assert len(calls) == 1


async def test_a_group_that_moved_without_an_address_refuses_alone():
    outcome, _ = await heard(refusing(400, UPGRADED))
    assert isinstance(outcome, Rejected)
    assert not outcome.for_all


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (NotSent("ClientConnectorError"), Later(1, whole_token=False)),
        (TimedOut(), Doubtful("TimedOut")),
        (NetworkError("ServerDisconnectedError"), Doubtful("NetworkError")),
        (TimedOut("Pool timeout: ... Request was *not* sent to Telegram."), Later(1, whole_token=False)),
        (TelegramError("Invalid server response"), Doubtful("TelegramError")),
    ],
)
def test_a_broken_line_is_doubtful_only_if_something_may_have_left(error, outcome):
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("description", "calls", "outcome"),
    [
        ("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as "
         "a current content and reply markup of the message", 1, Sent(31)),
        ("Bad Request: message to edit not found", 2, Sent(12)),
        ("Bad Request: message can't be edited", 2, Sent(12)),
        ("Bad Request: there is no text in the message to edit", 2, Sent(12)),
        ("Bad Request: MESSAGE_ID_INVALID", 2, Sent(12)),
        ("Forbidden: bot was blocked by the user", 1, BLOCKED),
        ("Bad Request: message is too long", 1, content("too_long")),
        ("Bad Request: chat not found", 1, NOBODY),
        ("Unauthorized", 1, Stopped("unauthorized")),
        ("Internal Server Error: restart", 1, Doubtful("server_error")),
        ("Conflict: something new", 1, Later(5, whole_token=False)),
    ],
)  # fmt: skip
async def test_an_edit_that_cannot_be_is_said_anew_and_one_without_change_is_done(description, calls, outcome):
    code = CODES[description.partition(":")[0]]
    deeds = (refusing(code, description), ok(POSTED))
    assert await heard(*deeds, over=31) == (outcome, ["editMessageText", "sendMessage"][:calls])


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        (refusing(429, "Too Many Requests: retry after 5", retry_after=5), Later(5, whole_token=True, done=1)),
        (refusing(500, "Internal Server Error: restart"), Doubtful("server_error", done=1)),
        (refusing(403, "Forbidden: bot was blocked by the user"), BLOCKED),
        (refusing(400, "Bad Request: message is too long"), content("too_long")),
        (refusing(400, "Bad Request: message is not modified"), Rejected("edit_same")),
        (refusing(400, UPGRADED, migrate_to_chat_id=-7), Moved(-7)),
        (answering(502, PAGE), Doubtful("not_telegram", done=1)),
        (resetting, Doubtful("NetworkError", done=1)),
        (ok(POSTED), Sent(12)),
    ],
)
async def test_the_second_part_of_a_message_is_heard_like_the_first(deed, outcome):
    assert await heard(ok(POSTED), deed, message=LONG) == (outcome, ["sendMessage"] * 2)


@pytest.mark.parametrize("deed", [refusing(413, "Request Entity Too Large"), answering(413, PAGE)])
async def test_a_file_too_large_for_the_gate_is_the_contents_fault(deed):
    assert await heard(deed, message=PHOTO) == (content("file"), ["sendPhoto"])


@pytest.mark.parametrize(
    "deed",
    [
        refusing(400, "Bad Request: message to delete not found"),
        refusing(400, "Bad Request: message can't be deleted"),
        refusing(429, "Too Many Requests: retry after 5", retry_after=5),
    ],
)
async def test_what_cannot_be_taken_away_changes_nothing(deed):
    async with serving(ok(POSTED), ok(POSTED), ok(), deed) as wire, AiohttpRequest() as road:
        bot = Bot("1:AA", base_url=f"{wire.root}/bot", request=road, get_updates_request=road)
        channel = TelegramChannel(bot)
        long = await channel.send(LONG, to=ADDRESS, over=None)
        assert await channel.send(HELLO, to=ADDRESS, over=long.message) == long
    assert wire.heard[-1].line.split()[1].endswith("/deleteMessage")


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
    assert await heard(answering(code, PAGE)) == (Doubtful("not_telegram"), ["sendMessage"])
