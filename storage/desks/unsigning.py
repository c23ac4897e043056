"""Names are taken off what somebody said, when they ask to be forgotten; their words stay, and so do organisations."""

from dataclasses import replace

from sqlalchemy import select

from participation.comments.model import Capacity, Signature
from participation.reports.life import Act
from participation.reports.model import Account
from storage.codec import from_json, to_json
from storage.connection import Connection
from storage.desks.comments import Said
from storage.desks.kept import account_in, kept_in
from storage.prepared import Row
from storage.tables import entries, reports, unveilings
from storage.vault import Vault


def unsigned_comment(row: Row, vault: Vault) -> dict[str, bytes]:
    """What to write into a comment so that it bears no person's name."""
    said = from_json(Said, vault.open("comment", row["sealed"], row["receipt"]))
    if said.signature.capacity is Capacity.ORGANISATION:
        return {}
    nameless = replace(said, signature=Signature(said.signature.capacity))
    return {"sealed": vault.seal("comment", to_json(nameless), row["receipt"])}


async def take_name_off(row: Row, *, connection: Connection, vault: Vault) -> None:
    """Take the name off a report, with all that tells that it bore one; else nobody could cut a thread unnoticed."""
    await put_account(row, account_in(row, vault).named(None), connection=connection, vault=vault)


async def put_account(row: Row, account: Account, *, connection: Connection, vault: Vault) -> None:
    """Put a report under the name in this account, or under none; what told of another one goes.

    Where it stands so already nothing is touched: a row that changed would show which one it was.
    """
    if account == account_in(row, vault):
        return
    sealed = vault.seal("report", to_json(account), row["receipt"])
    await connection.execute(reports.update().where(reports.c.id == row["id"]).values(account=sealed))
    await connection.execute(unveilings.delete().where(unveilings.c.report == row["id"]))
    of_it = select(entries, reports.c.receipt).join(reports).where(reports.c.id == row["id"])
    told = (await connection.execute(of_it)).mappings().all()
    over = {Act.UNVEIL} if account.pseudonym else {Act.UNVEIL, Act.GO_BY}
    gone = [one["id"] for one in told if kept_in(one, vault).entry.deed.act in over]
    await connection.execute(entries.delete().where(entries.c.id.in_(gone)))
