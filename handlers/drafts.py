"""Drafts between two messages: a frozen value on this side, JSON with its dialog's name and version on the other."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from handlers.spoken import joined
from handlers.turns import Dialog, Talk
from participation.drafts import KeptDraft

LAID_ASIDE: Final = datetime.min.replace(tzinfo=UTC)
"""It listens to nothing that is said."""


class UnreadableError(Exception):
    """This draft is of an older version and cannot be gone on with; `text` is what the person had written."""

    def __init__(self, text: str) -> None:
        super().__init__("a draft of an older version")
        self.text = text


@cache
def _adapter(kind: object) -> TypeAdapter[Any]:
    drafted: Any = kind
    return TypeAdapter(drafted)


def freeze(draft: object, *, dialog: Dialog, stamp: str) -> KeptDraft:
    """The draft as it is kept."""
    kind: object = type(draft)
    body = json.dumps({"step": type(draft).__name__, "with": _adapter(kind).dump_python(draft, mode="json")})
    return KeptDraft(dialog.name, dialog.version, stamp, body)


def thaw(kept: KeptDraft, dialog: Dialog) -> object:
    """The draft as the dialog knows it.

    Raises UnreadableError, with what the person had written, where the dialog has changed since.
    """
    body = json.loads(kept.body)
    kinds = {kind.__name__: kind for kind in dialog.steps}
    kind = kinds.get(body["step"])
    if kind is None or kept.version != dialog.version:
        raise UnreadableError(joined(_written(body)))
    try:
        return _adapter(kind).validate_python(body["with"])
    except ValidationError:
        raise UnreadableError(joined(_written(body))) from None


def _written(body: object) -> Iterator[str]:
    """The words of each message in a draft, and nothing else of it: no handle of a file, no name of a step."""
    match body:
        case {"message": int(), "words": str(words)}:
            yield words
        case dict() | list():
            for part in body.values() if isinstance(body, dict) else body:
                yield from _written(part)


async def remember(draft: object, *, dialog: Dialog, talk: Talk, listens: bool = True) -> None:
    """Keep the draft until the next message, or laid aside; None ends the conversation."""
    if draft is None:
        await talk.uow.drafts.drop(talk.person.id, dialog.name)
        return
    kept = freeze(draft, dialog=dialog, stamp=talk.stamp)
    await talk.uow.drafts.save(
        talk.person.id,
        kept,
        touched_at=talk.now,
        listens_until=talk.now + dialog.listens if listens else LAID_ASIDE,
        expires_at=talk.now + dialog.lasts,
    )


async def recall(dialog: Dialog, talk: Talk) -> object | None:
    """The draft that was begun before and left, if it can still be read."""
    kept = await talk.uow.drafts.get(talk.person.id, dialog.name, talk.now)
    if kept is None:
        return None
    try:
        return thaw(kept, dialog)
    except UnreadableError:
        return None
