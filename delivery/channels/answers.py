"""What Telegram's server says instead of taking a message, and what that means: one table.

The texts are those of tdlib/telegram-bot-api; new ones appear without notice. Hence a row matches a fragment,
whatever its case, the first row wins, and what fits none is judged by its class in `telegram.py`.
"""

from dataclasses import dataclass
from enum import Enum

from participation.post import Doubtful, Later, Lost, Outcome, Rejected, Stopped, Unreachable


class Edit(Enum):
    """What an edit can hear that is no failure."""

    SAME = "same"
    """It shows this already."""

    ANEW = "anew"
    """The old message cannot be edited: say it in a new one."""


@dataclass(frozen=True)
class Row:
    """A fragment of the server's words, in small letters, and its meaning."""

    fragment: str
    meaning: Outcome | Edit


def content(reason: str) -> Rejected:
    """The message itself is at fault: nobody could ever get it."""
    return Rejected(reason, for_all=True)


BLOCKED = Unreachable(Lost.BLOCKED)
GONE = Unreachable(Lost.GONE)
NEVER_STARTED = Unreachable(Lost.NEVER_STARTED)
NOT_FOUND = Unreachable(Lost.NOT_FOUND)
TOPIC_CLOSED = Rejected("topic_closed")
TOPIC_GONE = Rejected("topic_gone")

ROWS: tuple[Row, ...] = (
    # Edits.
    Row("message is not modified", Edit.SAME),
    Row("message to edit not found", Edit.ANEW),
    Row("message can't be edited", Edit.ANEW),
    Row("there is no text in the message to edit", Edit.ANEW),
    Row("message_id_invalid", Edit.ANEW),
    Row("message to delete not found", Edit.SAME),
    Row("message can't be deleted", Rejected("cannot_delete")),
    # The person.
    Row("bot was blocked by the user", BLOCKED),
    Row("user is deactivated", GONE),
    Row("can't initiate conversation", NEVER_STARTED),
    Row("peer_id_invalid", NEVER_STARTED),
    Row("can't send messages to the bot", NOT_FOUND),
    Row("can't send messages to bots", NOT_FOUND),
    Row("chat not found", NOT_FOUND),
    Row("user not found", NOT_FOUND),
    Row("chat_id is empty", NOT_FOUND),
    Row("bot was kicked", GONE),
    Row("bot is not a member", GONE),
    Row("group chat was deleted", GONE),
    Row("group chat was deactivated", GONE),
    Row("allow_payment_required", Rejected("asks_payment")),
    # Rights and topics: this chat's affair, for an administrator of it.
    Row("not enough rights", Rejected("no_rights")),
    Row("have no write access", Rejected("no_rights")),
    Row("need administrator rights", Rejected("no_rights")),
    Row("chat_write_forbidden", Rejected("no_rights")),
    Row("voice_messages_forbidden", Rejected("no_voice_wanted")),
    Row("topic_closed", TOPIC_CLOSED),
    Row("topic_deleted", TOPIC_GONE),
    Row("topic_id_invalid", TOPIC_GONE),
    Row("message thread not found", TOPIC_GONE),
    Row("topic_not_modified", Edit.SAME),
    Row("not a forum", Rejected("no_forum")),
    Row("channel_forum_missing", Rejected("no_forum")),
    Row("message to be replied not found", Rejected("nothing_to_reply_to")),
    Row("query is too old", Rejected("query_too_old")),
    # The content.
    Row("reply markup is too long", content("buttons")),
    Row("button_data_invalid", content("buttons")),
    Row("button_url_invalid", content("buttons")),
    Row("inline keyboard button", content("buttons")),
    Row("message is too long", content("too_long")),
    Row("message caption is too long", content("too_long")),
    Row("text is too long", content("too_long")),
    Row("message text is empty", content("empty")),
    Row("text must be non-empty", content("empty")),
    Row("can't parse entities", content("entities")),
    Row("must be encoded in utf-8", content("encoding")),
    Row("entity_bounds_invalid", content("entities")),
    Row("wrong file identifier", content("file")),
    Row("failed to get http url content", content("file")),
    Row("wrong file_id", content("file")),
    Row("file is too big", content("file")),
    Row("too big for a photo", content("file")),
    Row("can't use file of type", content("file")),
    Row("there is no", content("file")),
    Row("file must be non-empty", content("file")),
    Row("request entity too large", content("file")),
    Row("(413)", content("file")),
    Row("photo_invalid_dimensions", content("file")),
    Row("image_process_failed", content("file")),
    # The token.
    Row("method not found", content("unknown_method")),
    Row("frozen_method_invalid", Stopped("frozen")),
    Row("unauthorized", Stopped("unauthorized")),
    # The road.
    Row("was *not* sent", Later(1, whole_token=False)),
    Row("too many requests", Later(1, whole_token=True)),
    Row("terminated by other", Later(5, whole_token=False)),
    Row("internal server error", Doubtful("server_error")),
    Row("bad gateway", Doubtful("server_error")),
    Row("gateway time", Doubtful("server_error")),
    Row("service unavailable", Doubtful("server_error")),
    # An album tells which of its parts failed; what went wrong stands inside and was looked for above.
    Row("failed to send message", content("album")),
    Row("group send failed", content("album")),
)


def meaning_of(words: str) -> Outcome | Edit | None:
    """What these words of the server mean, if they are known."""
    heard = words.casefold()
    return next((row.meaning for row in ROWS if row.fragment in heard), None)


def gist(words: str) -> str:
    """The server's own words as far as they cannot carry anybody's text: up to the first quote or colon."""
    for mark in ('"', "'", ":"):
        words = words.partition(mark)[0]
    return words.strip()[:60].casefold() or "unknown"
