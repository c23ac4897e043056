"""Methods about the bot itself: who it is, its commands, names and menu."""

import json
import re
from typing import Any

from simulator.content import Json
from simulator.errors import bad_request
from simulator.methods.calling import Call, Method, Run
from simulator.parameters import Reader, chat, string, thing, things

COMMANDS_LIMIT = 100
DESCRIPTION_LIMIT = 256
LIMITS = {"name": 64, "description": 512, "short_description": 120}
"""Letters of each text of the profile."""
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
"""The scopes of commands and what each must name."""

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def _me(call: Call) -> Json:
    return call.bot.me()


def _set_commands(call: Call) -> bool:
    commands = [_command(raw) for raw in call.get("commands", [])]
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_scope(call), _language(call)] = commands
    return True


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in ("command", "description")):
        raise bad_request("can't parse BotCommand: expected an Object with command and description")
    name, description = raw["command"].removeprefix("/"), raw["description"].strip()
    if not name:
        raise bad_request("command name must be non-empty")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _get_commands(call: Call) -> list[Json]:
    return call.bot.commands.get((_scope(call), _language(call)), [])


def _delete_commands(call: Call) -> bool:
    call.bot.commands.pop((_scope(call), _language(call)), None)
    return True


def _scope(call: Call) -> str:
    """The scope as a key; a scope of one chat must name a chat the bot knows."""
    scope = call.get("scope") or {"type": "default"}
    needs = SCOPES.get(scope.get("type", ""))
    if needs is None:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if any(key not in scope for key in needs):
        raise bad_request("can't parse BotCommandScope: chat_id is not specified")
    if needs:
        call.world.chat(call.bot, chat("chat_id", scope["chat_id"]))
    return json.dumps(scope, sort_keys=True)


def _language(call: Call) -> str:
    language = str(call.get("language_code", ""))
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _set_profile(what: str) -> Run:
    def run(call: Call) -> bool:
        text = call.get(what, "").strip()
        if len(text) > LIMITS[what]:
            raise bad_request(f"{what.replace('_', ' ')} is too long")
        call.bot.profile[what, _language(call)] = text
        return True

    return run


def _get_profile(what: str) -> Run:
    def run(call: Call) -> Json:
        fallback = call.bot.name if what == "name" else ""
        return {what: call.bot.shown(what, _language(call)) or fallback}

    return run


def _set_menu(call: Call) -> bool:
    button = call.get("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: unsupported type specified")
    call.bot.menus[_menu_chat(call)] = button
    return True


def _get_menu(call: Call) -> Any:
    return call.bot.menu(_menu_chat(call))


def _menu_chat(call: Call) -> int | None:
    return call.chat().id if "chat_id" in call.given else None


_SCOPED: dict[str, Reader] = {"scope": thing, "language_code": string}
_MENU: dict[str, Reader] = {"chat_id": chat}

METHODS = {
    "getMe": Method(_me, {}),
    "setMyCommands": Method(_set_commands, _SCOPED | {"commands": things}),
    "getMyCommands": Method(_get_commands, _SCOPED),
    "deleteMyCommands": Method(_delete_commands, _SCOPED),
    "setChatMenuButton": Method(_set_menu, _MENU | {"menu_button": thing}),
    "getChatMenuButton": Method(_get_menu, _MENU),
}
for _what, _title in (("name", "Name"), ("description", "Description"), ("short_description", "ShortDescription")):
    METHODS[f"setMy{_title}"] = Method(_set_profile(_what), {_what: string, "language_code": string})
    METHODS[f"getMy{_title}"] = Method(_get_profile(_what), {"language_code": string})
