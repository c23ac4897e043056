"""The file of a call: uploaded, attached by name, or named by the id of an earlier one."""

from dataclasses import replace
from typing import TypeAlias

from simulator.errors import bad_request, too_large
from simulator.files import UPLOAD_LIMIT, StoredFile, Upload
from simulator.methods.calling import Call

Found: TypeAlias = StoredFile | Upload
"""A file the server has, or one it is about to keep."""

PHOTO_LIMIT = 10 << 20
"""Bytes of a photo."""


def file_of(call: Call, kind: str) -> Found:
    """The file a send method was given under the name of its kind."""
    if kind in call.uploads:
        return _checked(call.uploads[kind], kind)
    given = call.get(kind)
    if not given:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    return file_named(call, given, kind)


def file_named(call: Call, given: str, kind: str) -> Found:
    """The file behind attach://name or a file_id; addresses on the web lead nowhere in this world."""
    if given.startswith("attach://"):
        return _checked(_attached(call, given.removeprefix("attach://")), kind)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = call.world.files.of_bot(call.bot.id, given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad_request(f"can't use file of type {_type(known.kind)} as {_type(kind)}")
    return known


def kept(call: Call, found: Found, kind: str) -> StoredFile:
    """Keep what was uploaded; a file that was there already stays as it is."""
    if isinstance(found, StoredFile):
        return found
    return call.world.files.add(found, bot_id=call.bot.id, kind=kind)


def _attached(call: Call, name: str) -> Upload:
    if name not in call.uploads:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return call.uploads[name]


def _checked(upload: Upload, kind: str) -> Upload:
    size = len(upload.content)
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > UPLOAD_LIMIT:
        raise too_large()
    if kind == "photo" and size > PHOTO_LIMIT:
        raise bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    return replace(upload, name=upload.name or kind)


def _type(kind: str) -> str:
    return {"voice": "VoiceNote", "video_note": "VideoNote"}.get(kind, kind.capitalize())
