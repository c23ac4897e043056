"""limits: by when a report is to be read and answered, by its category."""

import json

import sqlalchemy as sa
from alembic import op

from storage.vault import Vault

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

categories = sa.table("categories", *(sa.column(name) for name in ("urgent", "read_within", "answer_within")))
reports = sa.table("reports", sa.column("receipt"), sa.column("due"))
UNSET = json.dumps([{"read_by": None, "answer_by": None, "raised": 0}]).encode()
"""Nobody was promised anything when those came that are there already."""


def upgrade() -> None:
    op.add_column("categories", sa.Column("read_within", sa.String(8), nullable=False, server_default="2d"))
    op.add_column("categories", sa.Column("answer_within", sa.String(8), nullable=False, server_default="10d"))
    op.execute(categories.update().where(categories.c.urgent).values(read_within="4h", answer_within="2d"))
    op.add_column("reports", sa.Column("due", sa.LargeBinary))
    _fill(op.get_bind(), _vault())
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.alter_column("due", nullable=False)


def _fill(connection: sa.Connection, vault: Vault) -> None:
    for receipt in connection.execute(sa.select(reports.c.receipt)).scalars().all():
        due = vault.seal("due", UNSET, receipt)
        connection.execute(reports.update().where(reports.c.receipt == receipt).values(due=due))


def _vault() -> Vault:
    config = op.get_context().config
    assert config is not None
    vault: Vault = config.attributes["vault"]
    return vault


def downgrade() -> None:
    for table, names in {"categories": ("read_within", "answer_within"), "reports": ("due",)}.items():
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": table == "reports"}) as changed:
            for name in names:
                changed.drop_column(name)
