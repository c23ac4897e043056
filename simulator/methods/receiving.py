"""Methods by which a bot receives: updates, presses of buttons, and files."""

import re
from urllib.parse import urlsplit

from simulator.bots import Webhook
from simulator.content import Json
from simulator.errors import bad_request, conflict
from simulator.files import DOWNLOAD_LIMIT
from simulator.methods.calling import Call, Method
from simulator.parameters import boolean, integer, string, things

BATCH = 100
LONGEST_POLL = 50
"""Seconds."""
ANSWER_LIMIT = 200
LOCAL = {"127.0.0.1", "localhost", "::1"}

_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def _updates(call: Call) -> list[Json]:
    """Confirm what is below the offset, then show what waits, waiting for it if asked to."""
    inbox = call.bot.inbox
    if call.bot.webhook is not None:
        raise conflict(_WEBHOOK_ACTIVE)
    inbox.end_poll()
    inbox.want(call.get("allowed_updates"))
    inbox.confirm(call.get("offset", 0))
    timeout = min(max(call.get("timeout", 0), 0), LONGEST_POLL)
    if timeout and not inbox.waiting():
        await inbox.arrival(timeout)
    asked = call.get("limit", BATCH)
    limit = asked if 1 <= asked <= BATCH else BATCH
    return [update.json() for update in inbox.waiting()[:limit]]


def _set_webhook(call: Call) -> bool:
    url = call.get("url", "")
    if url:
        _check_url(url)
    secret = call.get("secret_token", "")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    inbox = call.bot.inbox
    inbox.want(call.get("allowed_updates"))
    if call.get("drop_pending_updates"):
        inbox.clear()
    if url:
        inbox.end_poll(webhook=True)
    connections = call.get("max_connections", 40)
    call.bot.webhook = Webhook(url, secret, connections) if url else None
    return True


def _check_url(url: str) -> None:
    """Telegram takes HTTPS only; a server run with --local, like this one, takes HTTP on loopback too."""
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname in LOCAL:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in {443, 80, 88, 8443}:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _delete_webhook(call: Call) -> bool:
    if call.get("drop_pending_updates"):
        call.bot.inbox.clear()
    call.bot.webhook = None
    return True


def _webhook_info(call: Call) -> Json:
    hook, inbox = call.bot.webhook, call.bot.inbox
    shown: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(inbox),
    }
    if inbox.allowed:
        shown["allowed_updates"] = sorted(inbox.allowed)
    if hook is None:
        return shown
    shown["max_connections"] = hook.max_connections
    if hook.last_error:
        at, text = hook.last_error
        shown |= {"last_error_date": int(at.timestamp()), "last_error_message": text}
    return shown


def _answer(call: Call) -> bool:
    """Stop the little clock on the button; only for some seconds after the press."""
    query = call.world.queries.get(call.get("callback_query_id", ""))
    if query is None or query.bot is not call.bot or call.world.now() - query.at > call.world.query_lifetime:
        raise bad_request(_TOO_OLD)
    if len(call.get("text", "")) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answers.append({name: value for name, value in call.given.items() if name != "callback_query_id"})
    return True


def _file(call: Call) -> Json:
    file = call.world.files.of_bot(call.bot.id, call.get("file_id", ""))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


METHODS = {
    "getUpdates": Method(
        _updates, {"offset": integer, "limit": integer, "timeout": integer, "allowed_updates": things}
    ),
    "setWebhook": Method(
        _set_webhook,
        {
            "url": string,
            "ip_address": string,
            "max_connections": integer,
            "allowed_updates": things,
            "drop_pending_updates": boolean,
            "secret_token": string,
        },
    ),
    "deleteWebhook": Method(_delete_webhook, {"drop_pending_updates": boolean}),
    "getWebhookInfo": Method(_webhook_info, {}),
    "answerCallbackQuery": Method(
        _answer,
        {
            "callback_query_id": string,
            "text": string,
            "show_alert": boolean,
            "url": string,
            "cache_time": integer,
        },
    ),
    "getFile": Method(_file, {"file_id": string}),
}
