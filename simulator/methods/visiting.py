"""Methods about a chat and who is in it."""

from simulator.chats import PrivateChat, SharedChat
from simulator.content import Json
from simulator.errors import bad_request
from simulator.methods.calling import Call, Method
from simulator.parameters import chat, integer
from simulator.people import member, tell_membership

_FULL: Json = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}


def _chat(call: Call) -> Json:
    where = call.chat()
    if isinstance(where, SharedChat):
        where.check_member(call.bot)
    return where.json() | _FULL


def _member(call: Call) -> Json:
    where, user_id = call.chat(), call.get("user_id", 0)
    if user_id == call.bot.id:
        user = call.bot.user()
    elif user_id in call.world.people:
        user = call.world.people[user_id].user()
    else:
        raise bad_request("invalid user_id specified")
    if isinstance(where, PrivateChat):
        return member(user, "member")
    if isinstance(where, SharedChat):
        where.check_member(call.bot)
        return member(user, where.status(user_id), where.lacks.get(user_id, frozenset()))
    raise bad_request("member not found")


def _leave(call: Call) -> bool:
    where = call.chat()
    if not isinstance(where, SharedChat):
        raise bad_request("chat member status can't be changed in private chats")
    where.check_member(call.bot)
    old = where.status(call.bot.id)
    where.statuses[call.bot.id] = "left"
    tell_membership(call.bot, where, by=call.bot.user(), old=old, new="left")
    return True


METHODS = {
    "getChat": Method(_chat, {"chat_id": chat}),
    "getChatMember": Method(_member, {"chat_id": chat, "user_id": integer}),
    "leaveChat": Method(_leave, {"chat_id": chat}),
}
