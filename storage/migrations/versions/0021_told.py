"""told: of what the authors of comments are still to be told, and how often a digest comes.

What was announced before is news to nobody any more; a digest comes every working day, as it did.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "news",
        sa.Column("comment", sa.Integer, sa.ForeignKey("comments.id", name="fk_news_comment"), primary_key=True),
        sa.Column("campaign", sa.Integer, sa.ForeignKey("campaigns.id", name="fk_news_campaign"), primary_key=True),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("offices") as changed:
        changed.add_column(sa.Column("digest_every", sa.String(8), nullable=False, server_default="day"))


def downgrade() -> None:
    """Who is still to be told of something is not told, and every digest comes daily again."""
    with op.batch_alter_table("offices") as changed:
        changed.drop_column("digest_every")
    op.drop_table("news")
