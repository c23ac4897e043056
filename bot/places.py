"""Where updates are brought: what Telegram accepts as the address of a webhook, and where we can listen."""

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

PORTS: Final = (443, 80, 88, 8443)
"""Telegram brings updates to no others."""
HERE: Final = ("127.0.0.1", "localhost", "::1")


def checked_webhook(url: str) -> str:
    """The public address without a slash at its end.

    Raises ValueError with a sentence where Telegram would not take it.
    """
    if not url:
        return url
    parts = urlsplit(url)
    if not parts.hostname or re.search(r"\s", url):
        raise ValueError("it has to name a host, as https://bashke.example.al does")
    if parts.query or parts.fragment or parts.username is not None:
        raise ValueError("it has to be an address and nothing else: no ?, # or @")
    if parts.scheme == "http" and parts.hostname in HERE:
        return url.rstrip("/")  # a Bot API server on this machine, or a simulator
    if parts.scheme != "https":
        raise ValueError("it has to begin with https://")
    if _port(parts) not in PORTS:
        raise ValueError("its port has to be 443, 80, 88 or 8443: Telegram brings updates to no others")
    return url.rstrip("/")


def checked_place(place: str) -> str:
    """A host and a port, or the path of a socket.

    Raises ValueError with a sentence where it is neither.
    """
    if "/" in place:
        return place
    host, _, port = place.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 1 << 16:
        raise ValueError("it has to be host:port, as 127.0.0.1:8080, or the path of a socket, with a / in it")
    return place


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or 443
    except ValueError:
        return 0
