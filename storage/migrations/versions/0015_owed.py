"""owed: comments from elsewhere, how they are filed, joined, seen and taken back; digests that nobody has seen."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("comments") as changed:
        changed.add_column(sa.Column("channel", sa.String(12), nullable=False, server_default="bot"))
        changed.add_column(sa.Column("filed", sa.LargeBinary))
        changed.add_column(sa.Column("lead", sa.Integer))
        changed.add_column(sa.Column("seen_on", sa.Date))
        changed.add_column(sa.Column("withdrawn_on", sa.Date))
        changed.add_column(sa.Column("warned", sa.Boolean, nullable=False, server_default=sa.false()))
        changed.create_foreign_key("fk_comments_lead", "comments", ["lead"], ["id"])
        changed.create_index("ix_comments_lead", ["lead"])
    op.create_table(
        "unseen",
        sa.Column("institution", sa.Integer, sa.ForeignKey("institutions.id"), nullable=False),
        sa.Column("since", sa.Date),
        sa.Column("raised", sa.SmallInteger, nullable=False),
        sa.Column("moved_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("institution", name="pk_unseen"),
    )


def downgrade() -> None:
    """What came another way stays; how it was filed, and with what it was joined, is lost."""
    op.drop_table("unseen")
    with op.batch_alter_table("comments") as changed:
        changed.drop_index("ix_comments_lead")
        changed.drop_constraint("fk_comments_lead", type_="foreignkey")
        for name in ("channel", "filed", "lead", "seen_on", "withdrawn_on", "warned"):
            changed.drop_column(name)
