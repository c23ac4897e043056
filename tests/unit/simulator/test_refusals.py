"""Every refusal in the server's own words."""

import pytest

from simulator.files import Upload

BUTTON = {"text": "Po", "callback_data": "po"}


def keyboard(*rows):
    return {"inline_keyboard": list(rows)}


@pytest.fixture
def scene(world, bot, ana):
    """People and chats of every sort a bot meets; their ids by name."""
    era, ilir, drita, group, old, channel = (
        world.person("Era"),
        world.person("Ilir"),
        world.person("Drita"),
        world.group("Bashkia", members=[ana, bot]),
        world.group("Lagjja", members=[ana, bot]),
        world.channel("Njoftime", username="njoftime", admins=[ana]),
    )
    for person in (era, ilir):
        person.starts()
    era.blocks()
    ilir.deletes_account()
    drita.meets()
    old.upgrades()
    thrown = world.group("Mbyllur", members=[ana, bot], supergroup=True)
    thrown.kicks(bot)
    gone = world.group("Fshirë", members=[ana, bot])
    gone.deletes()
    left = world.group("Lënë", members=[ana, bot])
    left.statuses[bot.id] = "left"
    quiet = world.group("Heshtje", members=[ana, bot], supergroup=True)
    quiet.read_only = True
    channel.statuses[bot.id] = "member"
    return {
        "ana": ana.id,
        "blocked": era.id,
        "deleted": ilir.id,
        "met": drita.id,
        "unknown": world.person("Besa").id,
        "bot": bot.id,
        "group": group.id,
        "upgraded": old.id,
        "kicked": thrown.id,
        "gone": gone.id,
        "left": left.id,
        "quiet": quiet.id,
        "channel": channel.id,
        "nowhere": -1,
    }


CLOSED = [
    ("blocked", 403, "Forbidden: bot was blocked by the user"),
    ("deleted", 403, "Forbidden: user is deactivated"),
    ("met", 403, "Forbidden: bot can't initiate conversation with a user"),
    ("bot", 403, "Forbidden: the bot can't send messages to the bot"),
    ("unknown", 400, "Bad Request: chat not found"),
    ("nowhere", 400, "Bad Request: chat not found"),
    ("kicked", 403, "Forbidden: bot was kicked from the supergroup chat"),
    ("gone", 403, "Forbidden: the group chat was deleted"),
    ("left", 403, "Forbidden: bot is not a member of the group chat"),
    ("upgraded", 400, "Bad Request: group chat was upgraded to a supergroup chat"),
    ("quiet", 400, "Bad Request: not enough rights to send text messages to the chat"),
    ("channel", 400, "Bad Request: need administrator rights in the channel chat"),
]


@pytest.mark.parametrize(("who", "code", "words"), CLOSED)
@pytest.mark.parametrize(
    ("method", "more"),
    [("sendMessage", {"text": "Njoftim"}), ("sendVoice", {"voice": "x"}), ("sendChatAction", {"action": "typing"})],
)
async def test_a_closed_chat_is_refused(call, scene, who, code, words, method, more):
    assert await call(method, chat_id=scene[who], **more) == (code, words)


async def test_a_closed_chat_gets_nothing_and_is_not_counted(call, scene, world):
    for who, _, _ in CLOSED:
        await call("sendMessage", chat_id=scene[who], text="Njoftim")
    assert world.delivered() == 0


TEXTS = [
    ({}, "message text is empty"),
    ({"text": ""}, "message text is empty"),
    ({"text": " \n\t "}, "message text is empty"),
    ({"text": "ë" * 4097}, "message is too long"),
    ({"text": "ë" * 16385}, "text is too long"),
    ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
    ({"text": "abc", "parse_mode": "HTML"}, "unsupported parse_mode"),
    (
        {"text": "abc", "entities": [{"type": "bold", "offset": 9, "length": 1}]},
        "entity begins after the end of the text at UTF-16 offset 9",
    ),
    (
        {"text": "abc", "entities": [{"type": "bold", "offset": 1, "length": 3}]},
        "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 4",
    ),
    (
        {"text": "🙂b", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
        "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1",
    ),
    (
        {"text": "a🙂", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at UTF-16 offset 2",
    ),
    ({"text": "a", "entities": [{"type": "bold", "offset": -1}]}, "receive an entity with incorrect offset -1"),
    (
        {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": -1}]},
        "receive an entity with incorrect length -1",
    ),
    ({"text": "a", "entities": ["bold"]}, "can't parse entities: expected an object with a type"),
    ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "a", "reply_markup": "Po"}, 'can\'t parse "reply_markup" JSON: expected an Object'),
    ({"text": "a", "reply_markup": {"buttons": []}}, "can't parse reply keyboard markup JSON object"),
    ({"text": "a", "reply_markup": keyboard("Po")}, 'field "inline_keyboard" must be an Array of Arrays'),
    (
        {"text": "a", "reply_markup": keyboard([{"text": 1}])},
        'can\'t parse inline keyboard button: Field "text" must be of type String',
    ),
    (
        {"text": "a", "reply_markup": keyboard([BUTTON | {"text": " "}])},
        "inline keyboard button text must be non-empty",
    ),
    (
        {"text": "a", "reply_markup": keyboard([{"text": "Po"}])},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ({"text": "a", "reply_markup": keyboard([BUTTON | {"callback_data": ""}])}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "reply_markup": keyboard([BUTTON | {"callback_data": "ë" * 33}])}, "BUTTON_DATA_INVALID"),
    (
        {"text": "a", "reply_markup": keyboard([{"text": "Faqja", "url": "not an address"}])},
        "inline keyboard button URL 'not an address' is invalid: Wrong HTTP URL",
    ),
    ({"text": "a", "reply_markup": keyboard(*[[BUTTON]] * 101)}, "reply markup is too long"),
    ({"text": "a", "reply_markup": keyboard([BUTTON] * 9)}, "reply markup is too long"),
    ({"text": "a", "reply_markup": {"keyboard": [[" "]]}}, "keyboard button text must be non-empty"),
    ({"text": "a", "colour": "red"}, 'unknown parameter "colour"'),
    ({"text": 7}, 'parameter "text" must be a String'),
    ({"text": "a", "disable_notification": "maybe"}, 'parameter "disable_notification" must be a Boolean'),
    ({"text": "a", "entities": {}}, 'parameter "entities" must be an Array'),
]


@pytest.mark.parametrize(("parameters", "words"), TEXTS)
async def test_a_wrong_message_is_refused(call, world, ana, parameters, words):
    assert await call("sendMessage", chat_id=ana.id, **parameters) == (400, f"Bad Request: {words}")
    assert world.delivered(ana.id) == 0


TAKEN = [
    {"text": "ë" * 4096},
    {"text": "🙂" * 4096},
    {"text": "a🙂b", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
    {"text": "a", "entities": '[{"type": "bold", "offset": 0, "length": 1}]'},
    {"text": "a", "reply_markup": keyboard([BUTTON | {"callback_data": "ë" * 32}])},
    {"text": "a", "reply_markup": keyboard(*[[BUTTON] * 8] * 12, [BUTTON] * 4)},
    {"text": "a", "reply_markup": keyboard([{"text": "Faqja", "url": "https://bashkia.example/a?b=1"}])},
    {"text": "a", "reply_markup": {"keyboard": [["Po", {"text": "Jo"}]]}},
    {"text": "a", "reply_markup": {"remove_keyboard": True}},
    {"text": "a", "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
    {"text": "a", "disable_notification": "true", "protect_content": True},
]


@pytest.mark.parametrize("parameters", TAKEN)
async def test_what_is_just_right_is_taken(call, world, ana, parameters):
    code, _ = await call("sendMessage", chat_id=str(ana.id), **parameters)
    assert (code, world.delivered(ana.id)) == (200, 1)


FILES = [
    ("sendPhoto", {}, None, "there is no photo in the request"),
    ("sendPhoto", {"photo": "sim-photo-9-1"}, None, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"photo": "https://bashkia.example/a.jpg"}, None, "failed to get HTTP URL content"),
    ("sendPhoto", {"photo": "attach://a"}, None, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {}, b"", "file must be non-empty"),
    (
        "sendPhoto",
        {},
        b"x" * (10 * 1024 * 1024 + 1),
        "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    ),
    ("sendPhoto", {"caption": "ë" * 1025}, b"x", "message caption is too long"),
    ("sendMediaGroup", {"media": []}, None, "wrong number of messages in the media group: expected 2-10"),
    ("sendLocation", {"latitude": 99, "longitude": 20}, None, "wrong location specified"),
    ("sendLocation", {"latitude": "veri", "longitude": 20}, None, 'parameter "latitude" must be a Float'),
    ("getFile", {"file_id": "x"}, None, "invalid file_id"),
    ("sendChatAction", {"action": "sleeping"}, None, "wrong parameter action in request"),
]


@pytest.mark.parametrize(("method", "parameters", "content", "words"), FILES)
async def test_a_wrong_file_is_refused(call, ana, method, parameters, content, words):
    uploads = {"photo": Upload("a.jpg", content)} if content is not None else {}
    chat = {} if method == "getFile" else {"chat_id": ana.id}
    assert await call(method, uploads=uploads, **chat, **parameters) == (400, f"Bad Request: {words}")


async def test_a_file_over_50_megabytes_is_too_large(call, ana):
    upload = Upload("a.pdf", b"x" * ((50 << 20) + 1))
    answer = await call("sendDocument", chat_id=ana.id, uploads={"document": upload})
    assert answer == (413, "Request Entity Too Large")


async def test_a_file_over_20_megabytes_cannot_be_fetched(call, bot, ana):
    big = ana.sends_document(bot, content=b"x" * ((20 << 20) + 1)).file
    assert await call("getFile", file_id=big.file_id) == (400, "Bad Request: file is too big")


async def test_a_file_id_of_another_bot_is_worth_nothing(call, world, bot, ana):
    other = world.add_bot(token="2000:other", username="other_bot")
    ana.starts(other)
    theirs = ana.sends_photo(other).file
    refused = (400, "Bad Request: wrong file identifier/HTTP URL specified")
    assert await call("sendPhoto", chat_id=ana.id, photo=theirs.file_id) == refused


async def test_a_person_of_another_bot_is_not_found(call, world, ana):
    world.add_bot(token="2000:other", username="other_bot")
    refused = (400, "Bad Request: chat not found")
    assert await call("sendMessage", token="2000:other", chat_id=ana.id, text="a") == refused


EDITS = [
    ("editMessageText", 999, {"text": "a"}, "message to edit not found"),
    ("editMessageText", "theirs", {"text": "a"}, "message can't be edited"),
    ("editMessageText", "photo", {"text": "a"}, "there is no text in the message to edit"),
    ("editMessageCaption", "mine", {"caption": "a"}, "there is no caption in the message to edit"),
    ("editMessageText", "mine", {"text": ""}, "message text is empty"),
    ("editMessageText", "mine", {"text": "a", "reply_markup": {"keyboard": [["a"]]}}, "inline keyboard expected"),
    (
        "editMessageText",
        "mine",
        {"text": "njësoj"},
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        "content and reply markup of the message",
    ),
    ("deleteMessage", 999, {}, "message to delete not found"),
    ("editMessageText", "mine", {"text": "a", "message_id": "x"}, 'parameter "message_id" must be an Integer'),
]


@pytest.mark.parametrize(("method", "which", "parameters", "words"), EDITS)
async def test_a_wrong_edit_is_refused(call, bot, ana, method, which, parameters, words):
    await call("sendMessage", chat_id=ana.id, text="njësoj")
    ids = {"mine": ana.last().message_id, "theirs": ana.says(bot, "e imja").message_id}
    await call("sendPhoto", chat_id=ana.id, uploads={"photo": Upload("a.jpg", b"x")})
    ids["photo"] = ana.last().message_id
    given = {"chat_id": ana.id, "message_id": ids.get(which, which)} | parameters
    assert await call(method, **given) == (400, f"Bad Request: {words}")


async def test_a_deleted_message_cannot_be_edited(call, ana):
    await call("sendMessage", chat_id=ana.id, text="a")
    sent = ana.last()
    assert await call("deleteMessage", chat_id=ana.id, message_id=sent.message_id) == (200, True)
    refused = (400, "Bad Request: message to edit not found")
    assert await call("editMessageText", chat_id=ana.id, message_id=sent.message_id, text="b") == refused


async def test_a_message_of_two_days_ago_cannot_be_deleted(call, clock, ana):
    await call("sendMessage", chat_id=ana.id, text="a")
    clock.advance(hours=48)
    refused = (400, "Bad Request: message can't be deleted for everyone")
    assert await call("deleteMessage", chat_id=ana.id, message_id=ana.last().message_id) == refused


async def test_an_answer_to_a_press_is_taken_for_some_seconds_only(call, clock, bot, ana):
    await call("sendMessage", chat_id=ana.id, text="a", reply_markup=keyboard([BUTTON]))
    query = ana.presses("Po")
    assert await call("answerCallbackQuery", callback_query_id=query.id, text="U mor") == (200, True)
    refused = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    clock.advance(seconds=16)
    assert await call("answerCallbackQuery", callback_query_id=query.id) == (400, refused)
    assert await call("answerCallbackQuery", callback_query_id="1") == (400, refused)
    assert query.notice == "U mor"


STRANGE = [
    ("2000:nobody", "getMe", 401, "Unauthorized"),
    ("not a token", "getMe", 404, "Not Found"),
    (None, "getMee", 404, "Not Found: method not found"),
    (None, "sendPoll", 404, "Not Found: method not found"),
]


@pytest.mark.parametrize(("token", "method", "code", "words"), STRANGE)
async def test_an_unknown_token_or_method_is_refused(call, bot, token, method, code, words):
    assert await call(method, token=token or bot.token) == (code, words)


async def test_methods_are_known_by_any_case(call):
    assert (await call("GETME"))[0] == 200


PROFILES = [
    ("setMyCommands", {"commands": [{"command": "Ndihme", "description": "a"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "", "description": "a"}]}, "command name must be non-empty"),
    (
        "setMyCommands",
        {"commands": [{"command": "a", "description": ""}]},
        "command description must be non-empty",
    ),
    ("setMyCommands", {"commands": [{"command": "a", "description": "a"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [], "language_code": "shqip"}, "invalid language code specified"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ("setMyName", {"name": "a" * 65}, "name is too long"),
    ("setMyDescription", {"description": "a" * 513}, "description is too long"),
    ("setMyShortDescription", {"short_description": "a" * 121}, "short description is too long"),
]


@pytest.mark.parametrize(("method", "parameters", "words"), PROFILES)
async def test_a_wrong_profile_is_refused(call, method, parameters, words):
    assert await call(method, **parameters) == (400, f"Bad Request: {words}")
