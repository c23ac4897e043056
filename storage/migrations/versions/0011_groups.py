"""groups: an institution's officers may have a group, in which each report has a topic."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "groups",
        sa.Column("institution", sa.Integer, nullable=False),
        sa.Column("recipient", sa.Integer, nullable=False),
        sa.Column("lacks", sa.String(80), nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("institution", name="pk_groups"),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_groups_institution"),
        sa.ForeignKeyConstraint(["recipient"], ["people.id"], name="fk_groups_recipient"),
        sa.UniqueConstraint("recipient", name="uq_groups_recipient"),
        comment="The group of an institution's officers, which gets letters like a person, and what it lacks.",
    )
    op.create_table(
        "topics",
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_topics"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_topics_report"),
        sa.UniqueConstraint("mark", name="uq_topics_mark"),
        comment="In which topic of the officers' group a report is spoken of.",
    )


def downgrade() -> None:
    """The groups stay at Telegram, and we know nothing of them; what waits for them is dropped."""
    op.execute("DELETE FROM parcels WHERE kind IN ('case_in_group', 'case_gone', 'group_lost')")
    op.drop_table("topics")
    op.drop_table("groups")
