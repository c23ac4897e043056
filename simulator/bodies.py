"""Bodies of HTTP requests: JSON, a form in the address or the body, or multipart with files."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

from simulator.errors import bad_request
from simulator.files import Upload

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?')
_FIELD = re.compile(r'(?<!file)name="([^"]*)"')
_FILENAME = re.compile(r"filename=\"([^\"]*)\"")
_FILENAME_UTF8 = re.compile(r"filename\*=utf-8''(\S+?)(?:;|\r|$)", re.IGNORECASE)
_TYPE = re.compile(r"^content-type:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Body:
    """What a request brought."""

    parameters: dict[str, Any]
    uploads: dict[str, Upload]


def read_body(content: bytes, content_type: str) -> Body:
    """Read a body as its Content-Type says; nothing and unknown types bring nothing."""
    kind = content_type.partition(";")[0].strip().lower()
    match kind:
        case "application/json":
            return Body(_json(content), {})
        case "application/x-www-form-urlencoded":
            return Body(form(content.decode()), {})
        case "multipart/form-data":
            return _multipart(content, content_type)
    return Body({}, {})


def form(text: str) -> dict[str, Any]:
    """The fields of an urlencoded form or of an address."""
    return dict(parse_qsl(text, keep_blank_values=True))


def _json(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad_request("object expected as parameters")
    return found


def _multipart(content: bytes, content_type: str) -> Body:
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise bad_request("can't parse multipart: boundary not found")
    body = Body({}, {})
    for head, part in _parts(content, boundary.group(1).encode()):
        _put(body, head, part)
    return body


def _parts(content: bytes, boundary: bytes) -> Iterator[tuple[str, bytes]]:
    for chunk in (b"\r\n" + content).split(b"\r\n--" + boundary)[1:]:
        if chunk.startswith(b"--"):
            return
        head, _, part = chunk.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        yield head.decode(), part


def _put(body: Body, head: str, part: bytes) -> None:
    field = _FIELD.search(head)
    if field is None:
        raise bad_request("can't parse multipart: field name not found")
    name, filename = unquote(field.group(1)), _filename(head)
    if filename is None:
        body.parameters[name] = part.decode()
        return
    mime = _TYPE.search(head)
    body.uploads[name] = Upload(filename, part, mime.group(1) if mime else "application/octet-stream")


def _filename(head: str) -> str | None:
    found = _FILENAME_UTF8.search(head) or _FILENAME.search(head)
    return unquote(found.group(1)) if found else None
