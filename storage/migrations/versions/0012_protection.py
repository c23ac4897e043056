"""protection: whoever is the contact for what somebody in need tells, beside other work, and what only they read."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

reports = sa.table("reports", sa.column("guarded", sa.Boolean))


def _key_of_offices(columns: Sequence[str]) -> None:
    with op.batch_alter_table("offices", **_anew()) as changed:
        changed.drop_constraint("pk_offices", type_="primary")
        changed.create_primary_key("pk_offices", list(columns))


def _anew() -> dict[str, Any]:
    """SQLite changes no key of a table that is there."""
    return {"recreate": "always" if op.get_bind().dialect.name == "sqlite" else "auto"}


def upgrade() -> None:
    op.add_column("offices", sa.Column("called", sa.LargeBinary))
    _key_of_offices(["person", "institution", "role"])
    op.add_column("reports", sa.Column("guarded", sa.Boolean))
    op.execute(reports.update().values(guarded=False))
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.alter_column("guarded", nullable=False)


def downgrade() -> None:
    """Nobody is a protection contact any more; what only they read is read by nobody, so it cannot be taken back."""
    if op.get_bind().scalar(sa.select(sa.func.count()).select_from(reports).where(reports.c.guarded)):
        raise RuntimeError("reports that only a protection contact may read would be open to all officers")
    op.execute("DELETE FROM offices WHERE role = 'protection'")
    op.execute("DELETE FROM invitations WHERE role = 'protection'")
    _key_of_offices(["person", "institution"])
    with op.batch_alter_table("offices") as changed:
        changed.drop_column("called")
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.drop_column("guarded")
