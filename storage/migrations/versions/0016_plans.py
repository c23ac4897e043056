"""plans: how consultations are going to be held, each plan one document."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("institution", sa.Integer, nullable=False),
        sa.Column("consultation", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_plans_institution"),
        sa.ForeignKeyConstraint(["consultation"], ["consultations.id"], name="fk_plans_consultation"),
        sa.UniqueConstraint("consultation", name="uq_plans_consultation"),
        comment="Consultation plans in the government's form; of a consultation there is one at most.",
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plans_institution_changed_at", "plans", ["institution", "changed_at"])


def downgrade() -> None:
    """No plan is left."""
    op.drop_table("plans")
