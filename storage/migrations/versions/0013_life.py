"""life: the stages of a consultation, the versions of its notice, and release by two."""

import json
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

HERE = ZoneInfo("Europe/Tirane")
PLAIN = (
    "title",
    "purpose",
    "audience",
    "notice_date",
    "deadline",
    "email",
    "phone",
    "register_url",
    "protocol",
)

consultations = sa.table(
    "consultations",
    *(sa.column(name, sa.Date if name in {"notice_date", "deadline"} else sa.Text) for name in PLAIN),
    sa.column("id", sa.Integer),
    sa.column("stage", sa.String),
    sa.column("publish_at", Moment),
    sa.column("kind", sa.String),
    sa.column("laws", sa.JSON),
    sa.column("steps", sa.JSON),
    sa.column("units", sa.JSON),
    sa.column("moved_on", sa.Date),
)


def upgrade() -> None:
    for name in ("by_two", "notice_day_counts"):
        op.add_column("institutions", sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("papers", sa.Column("dropped", sa.Boolean, nullable=False, server_default=sa.false()))
    for column in (
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.Column("moved_on", sa.Date),
        sa.Column("owed", sa.Integer),
        sa.Column("adopted_number", sa.String(120)),
        sa.Column("adopted_on", sa.Date),
        sa.Column("adopted_link", sa.String(500)),
        sa.Column("summarised_on", sa.Date),
        sa.Column("undecided_because", sa.Text),
    ):
        op.add_column("consultations", column)
    op.create_table(
        "proposals",
        sa.Column("consultation", sa.Integer, sa.ForeignKey("consultations.id"), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("consultation", name="pk_proposals"),
    )
    versions = op.create_table(
        "versions",
        sa.Column("consultation", sa.Integer, sa.ForeignKey("consultations.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("amendment", sa.String(20), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("consultation", "number", name="pk_versions"),
    )
    for row in op.get_bind().execute(sa.select(consultations)).mappings().all():
        day = row["publish_at"].astimezone(HERE).date()
        first = {"consultation": row["id"], "number": 1, "amendment": "published", "day": day, "said": _said(row)}
        op.execute(versions.insert().values(first))
        op.execute(consultations.update().where(consultations.c.id == row["id"]).values(moved_on=day))


def _said(row: sa.RowMapping) -> str:
    """The whole notice as it stands, in the form in which versions keep it."""
    terms = {name: row[name] for name in (*PLAIN, "kind", "laws", "units")}
    steps = [{"what": what, "day": day} for what, day in row["steps"]]
    return json.dumps([{"terms": {**terms, "steps": steps}}], default=str, ensure_ascii=False)


def downgrade() -> None:
    """What was amended says what it says now; what it said before is lost, and what is under review is open again."""
    op.drop_table("versions")
    op.drop_table("proposals")
    op.execute(consultations.update().where(consultations.c.stage == "proposed").values(stage="called_off"))
    later = consultations.c.stage.in_(("review", "summarised", "adopted", "cancelled"))
    op.execute(consultations.update().where(later).values(stage="open"))
    op.execute(consultations.update().where(consultations.c.kind == "series").values(kind="meeting"))
    with op.batch_alter_table("consultations") as changed:
        for name in (
            "version",
            "moved_on",
            "owed",
            "adopted_number",
            "adopted_on",
            "adopted_link",
            "summarised_on",
            "undecided_because",
        ):
            changed.drop_column(name)
    with op.batch_alter_table("papers") as changed:
        changed.drop_column("dropped")
    with op.batch_alter_table("institutions") as changed:
        changed.drop_column("by_two")
        changed.drop_column("notice_day_counts")
