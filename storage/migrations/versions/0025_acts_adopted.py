"""acts adopted: how many acts an institution adopted in a year, as its office says."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "acts_adopted",
        sa.Column("institution", sa.Integer, sa.ForeignKey("institutions.id"), primary_key=True),
        sa.Column("year", sa.SmallInteger, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("said_on", sa.Date, nullable=False),
        comment="How many acts an institution adopted in a year in all, as its office said.",
    )


def downgrade() -> None:
    """What was said is lost; reports state no share again."""
    op.drop_table("acts_adopted")
