"""pending changes: what one official has prepared and another has to release, where an institution works by two."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pending_changes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("institution", sa.Integer, sa.ForeignKey("institutions.id"), nullable=False),
        sa.Column("consultation", sa.Integer, sa.ForeignKey("consultations.id")),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        comment="What one official has prepared and another has to release; gone once it is decided.",
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pending_changes_institution", "pending_changes", ["institution"])


def downgrade() -> None:
    """What waits is lost, and has to be prepared again; nobody has read it."""
    op.drop_table("pending_changes")
