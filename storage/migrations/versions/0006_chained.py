"""chained: each entry of the register of deeds bears a mark of itself and of the one before."""

import json
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment
from storage.vault import Vault

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

audit = sa.table(
    "audit",
    sa.column("id"),
    sa.column("at", Moment),
    sa.column("person", sa.LargeBinary),
    sa.column("institution"),
    sa.column("action"),
    sa.column("subject"),
    sa.column("place"),
    sa.column("link"),
)
head = sa.table("audit_head", sa.column("one"), sa.column("last"), sa.column("link"), sa.column("proof"))


def upgrade() -> None:
    op.add_column("audit", sa.Column("place", sa.Integer))
    op.add_column("audit", sa.Column("link", sa.String(64)))
    op.create_table(
        "audit_head",
        sa.Column("one", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
        sa.Column("proof", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_audit_head"),
        comment="Where the chain of the register of deeds ends: one row, by which a cut end is seen.",
    )
    _chain(op.get_bind(), _vault())
    with op.batch_alter_table("audit") as table:
        table.alter_column("place", existing_type=sa.Integer, nullable=False)
        table.alter_column("link", existing_type=sa.String(64), nullable=False)
        table.create_unique_constraint("uq_audit_place", ["place"])


def _vault() -> Vault:
    config = op.get_context().config
    assert config is not None
    vault: Vault = config.attributes["vault"]
    return vault


def _chain(connection: sa.Connection, vault: Vault) -> None:
    """What was written before is taken as it stands: from here on it cannot be changed unseen."""
    place, mark = 0, ""
    for place, entry in enumerate(connection.execute(sa.select(audit).order_by(audit.c.id)).mappings().all(), 1):
        mark = vault.lasting_mark("audit", json.dumps((place, *_told(entry, vault), mark)))
        put = audit.update().where(audit.c.id == entry["id"]).values(place=place, link=mark)
        connection.execute(put)
    proof = vault.lasting_mark("audit head", json.dumps((place, mark)))
    connection.execute(head.insert().values(one=1, last=place, link=mark, proof=proof))


def _told(entry: sa.RowMapping, vault: Vault) -> tuple[Any, ...]:
    sealed = entry["person"]
    person = None if sealed is None else vault.open_text("audit", sealed, entry["subject"])
    at = entry["at"].astimezone(UTC).isoformat()
    return at, person, entry["institution"], entry["action"], entry["subject"]


def downgrade() -> None:
    """The entries stay; nothing tells any longer whether they were changed."""
    op.drop_table("audit_head")
    with op.batch_alter_table("audit") as table:
        table.drop_constraint("uq_audit_place", type_="unique")
        table.drop_column("place")
        table.drop_column("link")
