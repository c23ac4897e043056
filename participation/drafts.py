"""A half-done conversation as it is kept between two messages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeptDraft:
    """A draft as it is kept: the dialog it belongs to, that dialog's version, and the draft as JSON."""

    dialog: str
    version: int
    stamp: str
    body: str
