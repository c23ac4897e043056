"""unveilings: a name that was given with a report opens by two officers; what was asked and agreed is kept sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unveilings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unveilings"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_unveilings_report"),
        comment="Who asked to see the name that was given with a report, why, and who agreed; gone with the name.",
        sqlite_autoincrement=True,
    )
    op.create_index("ix_unveilings_report", "unveilings", ["report"])


def downgrade() -> None:
    """The requests are lost; names are shown openly again."""
    op.drop_table("unveilings")
