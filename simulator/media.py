"""How the Bot API describes a file, a place, a card or a poll inside a message."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.content import Json
from simulator.files import Files, StoredFile, Upload

Extra = Mapping[str, Any]


def described(file: StoredFile, files: Files, extra: Extra) -> Json:
    """The fields of a Message for this file: {"voice": {…}}; `extra` is duration, title and the like."""
    return {file.kind: _SHAPES[file.kind](file, files, extra)}


def poll(number: int, question: str, options: list[str]) -> Json:
    """A poll as a person sends it."""
    return {
        "id": str(5_000_000_000 + number),
        "question": question,
        "options": [{"persistent_id": str(at), "text": text, "voter_count": 0} for at, text in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


def _base(file: StoredFile) -> Json:
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
    }


def _named(file: StoredFile) -> Json:
    return _base(file) | {"file_name": file.name, "mime_type": file.mime}


def _photo(file: StoredFile, files: Files, extra: Extra) -> list[Json]:
    """Two sizes, the small one first, as the server gives them."""
    small = files.add(Upload(file.name, file.content, file.mime), bot_id=file.bot_id, kind="photo")
    return [_base(small) | {"width": 320, "height": 240}, _base(file) | {"width": 1280, "height": 960}]


def _voice(file: StoredFile, files: Files, extra: Extra) -> Json:
    return _base(file) | {"duration": extra.get("duration", 0), "mime_type": file.mime}


def _audio(file: StoredFile, files: Files, extra: Extra) -> Json:
    told = {key: extra[key] for key in ("title", "performer") if key in extra}
    return _named(file) | {"duration": extra.get("duration", 0)} | told


def _video(file: StoredFile, files: Files, extra: Extra) -> Json:
    frame = {"width": extra.get("width", 640), "height": extra.get("height", 360)}
    return _named(file) | frame | {"duration": extra.get("duration", 0)}


def _video_note(file: StoredFile, files: Files, extra: Extra) -> Json:
    return _base(file) | {"length": 240, "duration": extra.get("duration", 0)}


def _sticker(file: StoredFile, files: Files, extra: Extra) -> Json:
    flags = {"type": "regular", "is_animated": False, "is_video": False}
    return _base(file) | {"width": 512, "height": 512, "emoji": extra.get("emoji", "🙂")} | flags


def _document(file: StoredFile, files: Files, extra: Extra) -> Json:
    return _named(file)


_SHAPES: dict[str, Callable[[StoredFile, Files, Extra], Any]] = {
    "photo": _photo,
    "voice": _voice,
    "audio": _audio,
    "video": _video,
    "video_note": _video_note,
    "sticker": _sticker,
    "animation": _video,
    "document": _document,
}
