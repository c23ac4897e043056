"""gatherings: what people say before a meeting, who was there, what was said, and whether they were heard."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attendance", sa.Column("wish", sa.LargeBinary))
    _doors()
    _participants()
    _minutes()
    _voices()


def _doors() -> None:
    op.create_table(
        "doors",
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("meeting", name="pk_doors"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_doors_meeting"),
        sa.UniqueConstraint("code", name="uq_doors_code"),
        sa.UniqueConstraint("link", name="uq_doors_link"),
        comment="By which code, and behind which link, people check in at a meeting now.",
    )
    op.create_table(
        "tries",
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_tries"),
        comment="How many wrong codes somebody has typed today.",
        sqlite_with_rowid=False,
    )


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("person", sa.Integer),
        sa.Column("actor", sa.String(20)),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("about", sa.Boolean, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id", name="pk_participants"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_participants_meeting"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_participants_person"),
        sa.UniqueConstraint("meeting", "person", name="uq_participants_meeting_person"),
        comment="Who is at a meeting; under numbers by chance, so that nothing tells who came when.",
    )
    op.create_index("ix_participants_person", "participants", ["person"])


def _minutes() -> None:
    op.create_table(
        "minutes",
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("meeting", "revision", name="pk_minutes"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_minutes_meeting"),
        comment="Records of meetings; the newest finished revision counts.",
    )


def _voices() -> None:
    op.create_table(
        "voices",
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_voices"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_voices_meeting"),
        comment="That somebody has said whether they were heard, and what, as long as they may change it.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_voices_meeting", "voices", ["meeting"])
    op.create_table(
        "voice_counts",
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("heard", sa.String(8), nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("meeting", "heard", name="pk_voice_counts"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_voice_counts_meeting"),
        comment="How many said how far they were heard at a meeting.",
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """What was said of a meeting is gone."""
    op.execute("DELETE FROM parcels WHERE kind = 'voice_asked'")
    for table in ("voice_counts", "voices", "minutes", "participants", "tries", "doors"):
        op.drop_table(table)
    op.drop_column("attendance", "wish")
