"""joined: which report leads one that is dealt with together with it, and what citizens may know is known already."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.add_column(sa.Column("lead", sa.Integer))
        changed.create_foreign_key("fk_reports_lead", "reports", ["lead"], ["id"])
        changed.create_index("ix_reports_lead", ["lead"])
    op.create_table(
        "known_problems",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_known_problems"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_known_problems_report"),
        sa.UniqueConstraint("report", name="uq_known_problems_report"),
        comment="What an officer wrote for citizens about a report that leads others, as long as that is open.",
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Each stands by itself again, as one that was read; what citizens were told is lost."""
    op.drop_table("known_problems")
    op.execute("UPDATE reports SET state = 'seen' WHERE state = 'joined'")
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.drop_index("ix_reports_lead")
        changed.drop_constraint("fk_reports_lead", type_="foreignkey")
        changed.drop_column("lead")
