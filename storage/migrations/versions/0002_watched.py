"""watched: what was settled is found by its moment, and the total of an announcement is what stands of it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IS_SETTLED = sa.text("settled_at IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_parcels_settled",
        "parcels",
        ["bot", "state", "settled_at"],
        sqlite_where=IS_SETTLED,
        postgresql_where=IS_SETTLED,
    )
    op.execute(
        "UPDATE campaigns SET total = (SELECT count(*) FROM parcels WHERE parcels.campaign = campaigns.id)"
        " WHERE state = 'done'"
    )


def downgrade() -> None:
    op.drop_index("ix_parcels_settled", "parcels")
