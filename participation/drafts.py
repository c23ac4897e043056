"""Half-done conversations as they are kept: what is in them is nobody's business but the conversation's."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeptDraft:
    """A draft with the dialog it belongs to, that dialog's version, its stamp, and the draft itself as JSON."""

    dialog: str
    version: int
    stamp: str
    body: str
