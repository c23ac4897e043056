"""The key file: one key a line, `<id> <32 random bytes in base64>`; the first seals, all of them open.

A new one goes on top. The last line makes the marks of what was queued, by which nothing is sent twice, so it stays.
"""

import base64
import binascii
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from storage.errors import BadKeyFile
from storage.private import write_private

ID_BYTES = 4
KEY_BYTES = 32
FORBIDDEN_MODE = 0o077


@dataclass(frozen=True)
class Key:
    """A secret and the short number by which sealed bytes name it."""

    id: bytes
    secret: bytes = field(repr=False)


def new_key() -> Key:
    """A fresh random key."""
    return Key(secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES))


def written(key: Key) -> str:
    """The key as a line of the file."""
    return f"{key.id.hex()} {base64.b64encode(key.secret).decode()}\n"


def create_key_file(path: Path) -> Key:
    """Write a new key file that only its owner can read.

    Raises FileExistsError rather than overwrite: a lost key is lost data.
    """
    key = new_key()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(written(key))
        file.flush()
        os.fsync(file.fileno())
    return key


def add_key(path: Path) -> Key:
    """Put a new key on top of a key file: from now on it seals, and what is there still opens."""
    read_key_file(path)
    key = new_key()
    write_private(path, written(key) + path.read_text(encoding="ascii"))
    return key


def read_key_file(path: Path) -> tuple[Key, ...]:
    """The keys of a file, the sealing one first.

    Raises BadKeyFile if it is missing, if others may read it, or if a line is not a key.
    """
    try:
        mode = path.stat().st_mode
        lines = path.read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        raise BadKeyFile(
            f"There is no key file {path}: put yours back; where nothing is kept yet, `bashke init` makes one."
        ) from None
    except UnicodeDecodeError:
        raise BadKeyFile(f"The file {path} is no key file.") from None
    except OSError as error:
        raise BadKeyFile(f"The key file {path} cannot be read: {error.strerror}.") from error
    if mode & FORBIDDEN_MODE:
        raise BadKeyFile(f"The key file {path} can be read by others: chmod 600 it.")
    keys = tuple(_read_line(line, number, path) for number, line in enumerate(lines, 1) if _says_something(line))
    if not keys:
        raise BadKeyFile(f"The key file {path} holds no key.")
    return keys


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _read_line(line: str, number: int, path: Path) -> Key:
    try:
        name, secret = line.split()
        key = Key(bytes.fromhex(name), base64.b64decode(secret, validate=True))
    except (ValueError, binascii.Error):
        key = Key(b"", b"")
    if len(key.id) != ID_BYTES or len(key.secret) != KEY_BYTES:
        # Never quote the line itself: it may be most of a secret.
        raise BadKeyFile(f"Line {number} of the key file {path} is not a key.")
    return key
