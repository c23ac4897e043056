"""Names are taken off what somebody said, when they ask to be forgotten; their words stay, and so do organisations."""

from dataclasses import replace

from participation.comments.model import Capacity, Signature
from storage.codec import from_json, to_json
from storage.desks.comments import Said
from storage.desks.kept import account_in
from storage.prepared import Row
from storage.vault import Vault


def unsigned_comment(row: Row, vault: Vault) -> dict[str, bytes]:
    """What to write into a comment so that it bears no person's name."""
    said = from_json(Said, vault.open("comment", row["sealed"], row["receipt"]))
    if said.signature.capacity is Capacity.ORGANISATION:
        return {}
    nameless = replace(said, signature=Signature(said.signature.capacity))
    return {"sealed": vault.seal("comment", to_json(nameless), row["receipt"])}


def unsigned_report(row: Row, vault: Vault) -> dict[str, bytes]:
    """The same for a report; nothing where it bears none: a row that changed would show which one it was."""
    account = account_in(row, vault)
    if account.signature is None:
        return {}
    return {"account": vault.seal("report", to_json(replace(account, signature=None)), row["receipt"])}
