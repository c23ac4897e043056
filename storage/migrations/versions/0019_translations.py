"""translations: which authors are still to be asked what their comments say in Albanian."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("comments") as changed:
        changed.add_column(sa.Column("unasked", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Who is still to be asked is lost; the translations stay with how their comments are filed."""
    with op.batch_alter_table("comments") as changed:
        changed.drop_column("unasked")
