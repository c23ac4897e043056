"""proofs: what is about a consultation is found without reading the whole chain."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_proofs_consultation", "proofs", ["consultation"])


def downgrade() -> None:
    op.drop_index("ix_proofs_consultation", "proofs")
