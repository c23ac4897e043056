"""programme: the annual calendar of consultations, line by line."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_lines",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("institution", sa.Integer, sa.ForeignKey("institutions.id"), nullable=False),
        sa.Column("year", sa.SmallInteger, nullable=False),
        sa.Column("month", sa.SmallInteger),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("how", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("dropped", sa.Boolean, nullable=False),
        sa.Column("consultation", sa.Integer, sa.ForeignKey("consultations.id")),
        sqlite_autoincrement=True,
        comment="What an institution means to consult on in a year; how far that has got is said by the consultation.",
    )
    op.create_index("ix_calendar_lines_institution_year", "calendar_lines", ["institution", "year"])


def downgrade() -> None:
    """The calendars are lost."""
    op.drop_table("calendar_lines")
