"""step marks: how far the steps of a process have got, as its coordinator says; of the old ones nobody has said it."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consultations", sa.Column("step_marks", sa.JSON))


def downgrade() -> None:
    """Nobody has said of any step how far it has got."""
    op.drop_column("consultations", "step_marks")
