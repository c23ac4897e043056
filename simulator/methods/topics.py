"""Methods about the topics of a forum."""

from simulator.chats import SharedChat, Topic
from simulator.content import Content, Json
from simulator.errors import bad_request
from simulator.methods.calling import Call, Method
from simulator.parameters import Reader, chat, integer, string

LONGEST_NAME = 128
COLOUR = 0x6FB9F0
MANAGE = "can_manage_topics"


def _create(call: Call) -> Json:
    forum = _forum(call, MANAGE, to="create a topic")
    name = call.get("name", "").strip()
    if not name or len(name) > LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    call.pace(forum)
    shown = {"name": name, "icon_color": COLOUR}
    first = call.world.write(
        forum, Content(kind="service", body={"forum_topic_created": shown}), sender=call.bot.user(), bot=call.bot
    )
    first.extra |= {"message_thread_id": first.message_id, "is_topic_message": True}
    forum.topics[first.message_id] = Topic(name, call.bot.id)
    return shown | {"message_thread_id": first.message_id}


def _edit(call: Call) -> bool:
    _, topic = _topic(call, MANAGE, to="edit the topic")
    name = call.get("name", "").strip()
    if name == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = name or topic.name
    return True


def _close(call: Call) -> bool:
    return _turn(call, closed=True)


def _reopen(call: Call) -> bool:
    return _turn(call, closed=False)


def _turn(call: Call, *, closed: bool) -> bool:
    _, topic = _topic(call, MANAGE, to="edit the topic")
    if topic.closed is closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return True


def _delete(call: Call) -> bool:
    forum, _ = _topic(call, "can_delete_messages", to="delete the topic")
    forum.drop_topic(call.get("message_thread_id", 0))
    return True


def _topic(call: Call, right: str, *, to: str) -> tuple[SharedChat, Topic]:
    forum = _forum(call, right, to=to)
    found = forum.topic(call.get("message_thread_id", 0))
    if found is None:
        raise bad_request("TOPIC_ID_INVALID")
    return forum, found


def _forum(call: Call, right: str, *, to: str) -> SharedChat:
    """The forum that is meant, if the bot may do this there; who made a topic may change and not delete it."""
    where = call.chat()
    if not isinstance(where, SharedChat):
        raise bad_request("the chat is not a forum")
    where.check_member(call.bot)
    if not where.is_forum:
        raise bad_request("the chat is not a forum")
    if not where.may(call.bot.id, right):
        raise bad_request(f"not enough rights to {to}")
    return where


_WHICH: dict[str, Reader] = {"chat_id": chat, "message_thread_id": integer}

METHODS = {
    "createForumTopic": Method(_create, {"chat_id": chat, "name": string, "icon_color": integer}),
    "editForumTopic": Method(_edit, _WHICH | {"name": string}),
    "closeForumTopic": Method(_close, _WHICH),
    "reopenForumTopic": Method(_reopen, _WHICH),
    "deleteForumTopic": Method(_delete, _WHICH),
}
