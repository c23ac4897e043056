"""gatherings: what people say before a meeting, who was there, what was said, and whether they were heard."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attendance", sa.Column("wish", sa.LargeBinary))


def downgrade() -> None:
    """What was said of a meeting is gone."""
    op.drop_column("attendance", "wish")
