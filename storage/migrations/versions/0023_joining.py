"""meetings: how one joins them online, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meetings") as changed:
        changed.add_column(sa.Column("joining", sa.LargeBinary))


def downgrade() -> None:
    """How one joins is lost; that one can is said by the place."""
    with op.batch_alter_table("meetings") as changed:
        changed.drop_column("joining")
