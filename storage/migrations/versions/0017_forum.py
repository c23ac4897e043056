"""forum: members, rights, meetings, and the proof of notice."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _points(name: str, table: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _members() -> None:
    op.create_table(
        "forums",
        _points("institution", "institutions"),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("call_text", sa.Text),
        sa.Column("call_until", sa.Date),
        sa.PrimaryKeyConstraint("institution", name="pk_forums"),
    )
    op.create_table(
        "forum_members",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        _points("institution", "institutions"),
        _points("person", "people", nullable=True),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("ended", sa.Date),
        sa.Column("link", sa.String(64)),
        sa.Column("link_on", sa.Date),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_forum_members"),
        sa.UniqueConstraint("link", name="uq_forum_members_link"),
    )
    op.create_index("ix_forum_members_institution", "forum_members", ["institution"])
    op.create_index("ix_forum_members_person", "forum_members", ["person"])


def _rights() -> None:
    op.create_table(
        "forum_deeds",
        _points("consultation", "consultations"),
        sa.Column("right", sa.String(12), nullable=False),
        sa.Column("done_on", sa.Date, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("consultation", "right", name="pk_forum_deeds"),
    )
    op.create_table(
        "forum_meetings",
        sa.Column("id", sa.Integer, nullable=False),
        _points("institution", "institutions"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("about", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_forum_meetings"),
    )
    op.create_index("ix_forum_meetings_institution", "forum_meetings", ["institution"])


def _proofs() -> None:
    op.create_table(
        "proof_heads",
        _points("institution", "institutions"),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("institution", name="pk_proof_heads"),
    )
    words = (("step", 40), ("topic", 40), ("way", 40), ("subject", 200))
    marks = (("text", 64), ("detail", 300), ("who", 64), ("link", 64), ("key", 80))
    op.create_table(
        "proofs",
        _points("institution", "institutions"),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", Moment, nullable=False),
        *(sa.Column(name, sa.String(size), nullable=False) for name, size in words),
        _points("consultation", "consultations", nullable=True),
        sa.Column("first", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String(size), nullable=False) for name, size in marks),
        _points("member", "forum_members", nullable=True),
        _points("meeting", "meetings", nullable=True),
        sa.Column("sealed", sa.LargeBinary),
        sa.PrimaryKeyConstraint("institution", "place", name="pk_proofs"),
    )
    op.create_index("ix_proofs_key", "proofs", ["institution", "key"])
    op.create_index("ix_proofs_first", "proofs", ["institution", "first"])
    op.create_index("ix_proofs_member", "proofs", ["member"])


def upgrade() -> None:
    _members()
    _rights()
    _proofs()


def downgrade() -> None:
    """The forum and its proof are lost."""
    for name in ("proofs", "proof_heads", "forum_meetings", "forum_deeds", "forum_members", "forums"):
        op.drop_table(name)
