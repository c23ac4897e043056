"""The vault: what is sealed here is noise to whoever steals the database.

AES-256-GCM under a subkey for each purpose (HKDF-SHA256); sealed bytes are bound to their purpose and to the row
they belong to, so that they cannot be moved elsewhere. They are filled up to a few sizes, for a length tells too: how
many digits a number has, which of two words was chosen. Marks (HMAC-SHA256) find a thing again without naming it.
"""

import hmac
import secrets
from collections.abc import Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import WrongKey
from storage.keys import ID_BYTES, Key

NONCE_BYTES = 12
SMALL = 64
"""Room for any number, name or word of choice."""
LARGER = 512
"""Room for what is written in a sitting; beyond, each size is twice the one before."""
END = b"\x80"


@lru_cache(maxsize=256)
def _subkey(secret: bytes, use: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"bashke {use}".encode()).derive(secret)


@lru_cache(maxsize=256)
def _cipher(secret: bytes, purpose: str) -> AESGCM:
    return AESGCM(_subkey(secret, f"seal {purpose}"))


def _mark(key: Key, purpose: str, value: str) -> str:
    return hmac.digest(_subkey(key.secret, f"mark {purpose}"), value.encode(), "sha256").hex()


def _bound_to(purpose: str, context: str) -> bytes:
    return f"{purpose}\0{context}".encode()


def _filled(value: bytes) -> bytes:
    """The value with its end marked, in the smallest size that holds it."""
    size = SMALL if len(value) < SMALL else max(LARGER, 1 << len(value).bit_length())
    return (value + END).ljust(size, b"\0")


def _emptied(filled: bytes) -> bytes:
    return filled.rstrip(b"\0").removesuffix(END)


class Vault:
    """Seals and opens with the keys it was given: the first seals, all open, one makes the marks.

    That is the last, until all is sealed anew: then it is the first. What was queued keeps the marks of the last one,
    for what it was cannot be told from its mark.
    """

    def __init__(self, keys: Sequence[Key], *, marking: Key | None = None) -> None:
        self._order = tuple(keys)
        self._sealing = keys[0]
        self._marking = marking or keys[-1]
        self._keys = {key.id: key for key in keys}

    def renewed(self) -> "Vault":
        """The vault in which the key that seals makes the marks too."""
        return Vault(self._order, marking=self._sealing)

    def example(self, purpose: str) -> str:
        """Marks by which it is known again which keys make them."""
        return f"{self.mark(purpose, '')} {self.lasting_mark(purpose, '')}"

    def marking_like(self, purpose: str, example: str) -> "Vault":
        """The vault that makes its marks as in the example.

        Raises WrongKey if none of ours does.
        """
        for key in self._order:
            vault = Vault(self._order, marking=key)
            if vault.example(purpose) == example:
                return vault
        raise WrongKey

    def seal(self, purpose: str, value: bytes, context: str) -> bytes:
        """Sealed bytes that open for this purpose and context only."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        cipher = _cipher(self._sealing.secret, purpose)
        return self._sealing.id + nonce + cipher.encrypt(nonce, _filled(value), _bound_to(purpose, context))

    def open(self, purpose: str, sealed: bytes, context: str) -> bytes:
        """What was sealed.

        Raises WrongKey if the key is not among ours, or the bytes were changed, cut off, or belong elsewhere.
        """
        name, nonce, body = sealed[:ID_BYTES], sealed[ID_BYTES:][:NONCE_BYTES], sealed[ID_BYTES + NONCE_BYTES :]
        key = self._keys.get(name)
        if key is None:
            raise WrongKey
        try:
            filled = _cipher(key.secret, purpose).decrypt(nonce, body, _bound_to(purpose, context))
        except (InvalidTag, ValueError):  # what was cut off is too short for the cipher to look at it
            raise WrongKey from None
        return _emptied(filled)

    def mark(self, purpose: str, value: str) -> str:
        """A mark by which the same value is found again, and which tells nothing without the key."""
        return _mark(self._marking, purpose, value)

    def lasting_mark(self, purpose: str, value: str) -> str:
        """One that stays the same when all is sealed anew."""
        return _mark(self._order[-1], purpose, value)

    def seal_text(self, purpose: str, value: str, context: str) -> bytes:
        """The same for text."""
        return self.seal(purpose, value.encode(), context)

    def open_text(self, purpose: str, sealed: bytes, context: str) -> str:
        """The same for text."""
        return self.open(purpose, sealed, context).decode()
