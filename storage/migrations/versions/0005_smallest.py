"""smallest: below which count the figures of an institution show no number."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("institutions", sa.Column("smallest", sa.Integer, nullable=False, server_default="5"))


def downgrade() -> None:
    op.drop_column("institutions", "smallest")
