"""first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


TABLES = (
    "campaigns",
    "inbox",
    "terms",
    "gates",
    "municipalities",
    "notes",
    "institutions",
    "units",
    "audit",
    "categories",
    "consultations",
    "days_off",
    "emergency_numbers",
    "institution_texts",
    "invitations",
    "people",
    "receipts",
    "reports",
    "addresses",
    "category_labels",
    "comments",
    "drafts",
    "farewells",
    "follows",
    "meetings",
    "offices",
    "papers",
    "parcels",
    "attendance",
)


def upgrade() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("letter", sa.LargeBinary(), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=True),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("use_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_campaigns"),
    )
    op.create_index("ix_campaigns_consultation", "campaigns", ["consultation"])
    op.create_index("ix_campaigns_state", "campaigns", ["state", "due_at"])

    op.create_table(
        "inbox",
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("fault", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("bot", "update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_day", "inbox", ["day"])
    op.create_table(
        "terms",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bot", name="pk_terms"),
        comment="Whose turn it is to send with a token: each courier that begins has the next number.",
    )
    op.create_table(
        "gates",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shut_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("share_since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bot", name="pk_gates"),
        comment="How long a token was told to be silent, and how fast it may speak after that.",
    )

    op.create_table(
        "municipalities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("county", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_municipalities"),
        sa.UniqueConstraint("name", name="uq_municipalities_name"),
    )
    op.create_table(
        "notes",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_notes"),
        comment="What the house keeps about itself: the vault's check, what was filled.",
    )
    op.create_table(
        "institutions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=True),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=True),
        sa.Column("office_hours", sa.String(length=200), nullable=True),
        sa.Column("register_url", sa.String(length=500), nullable=True),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["municipality"], ["municipalities.id"], name="fk_institutions_municipality"),
        sa.PrimaryKeyConstraint("id", name="pk_institutions"),
        sa.UniqueConstraint("name", name="uq_institutions_name"),
        sa.UniqueConstraint("prefix", name="uq_institutions_prefix"),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["municipality"], ["municipalities.id"], name="fk_units_municipality"),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.UniqueConstraint("municipality", "name", name="uq_units_municipality_name"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=True),
        sa.Column("institution", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_audit_institution"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.UniqueConstraint("key", name="uq_audit_key"),
    )
    op.create_table(
        "categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("institution", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("helps", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_categories_institution"),
        sa.PrimaryKeyConstraint("id", name="pk_categories"),
    )
    op.create_table(
        "consultations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("institution", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("notice_date", sa.Date(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("email", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=80), nullable=True),
        sa.Column("register_url", sa.String(length=500), nullable=True),
        sa.Column("protocol", sa.String(length=120), nullable=True),
        sa.Column("laws", sa.JSON(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("margin", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_consultations_institution"),
        sa.PrimaryKeyConstraint("id", name="pk_consultations"),
    )
    op.create_index("ix_consultations_deadline", "consultations", ["deadline"])
    op.create_index("ix_consultations_stage", "consultations", ["stage", "publish_at"])

    op.create_table(
        "days_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("worked", sa.Boolean(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=True),
        sa.Column("institution", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_days_off_institution"),
        sa.ForeignKeyConstraint(["municipality"], ["municipalities.id"], name="fk_days_off_municipality"),
        sa.PrimaryKeyConstraint("id", name="pk_days_off"),
    )
    op.create_table(
        "emergency_numbers",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("listens", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("institution", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_emergency_numbers_institution"),
        sa.PrimaryKeyConstraint("number", "language", name="pk_emergency_numbers"),
    )
    op.create_table(
        "institution_texts",
        sa.Column("institution", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_institution_texts_institution"),
        sa.PrimaryKeyConstraint("institution", "key", "language", name="pk_institution_texts"),
    )
    op.create_table(
        "invitations",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("institution", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_invitations_institution"),
        sa.PrimaryKeyConstraint("mark", name="pk_invitations"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("municipality", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Integer(), nullable=True),
        sa.Column("quiet_start", sa.Time(), nullable=False),
        sa.Column("quiet_end", sa.Time(), nullable=False),
        sa.Column("reach", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["municipality"], ["municipalities.id"], name="fk_people_municipality"),
        sa.ForeignKeyConstraint(["unit"], ["units.id"], name="fk_people_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "receipts",
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("series", sa.String(length=20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "series", "year", name="pk_receipts"),
        comment="The last number of each series: counted by letters, which may pass from one institution to another.",
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(length=40), nullable=False),
        sa.Column("institution", sa.Integer(), nullable=False),
        sa.Column("account", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.LargeBinary(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_reports_institution"),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("owner", name="uq_reports_owner"),
        sa.UniqueConstraint("receipt", name="uq_reports_receipt"),
    )
    op.create_index("ix_reports_institution", "reports", ["institution", "seen"])

    op.create_table(
        "addresses",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_addresses_person"),
        sa.PrimaryKeyConstraint("mark", name="pk_addresses"),
        sa.UniqueConstraint("person", name="uq_addresses_person"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "category_labels",
        sa.Column("category", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["category"], ["categories.id"], name="fk_category_labels_category"),
        sa.PrimaryKeyConstraint("category", "language", name="pk_category_labels"),
    )
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(length=40), nullable=False),
        sa.Column("consultation", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.LargeBinary(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by", sa.LargeBinary(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["consultation"], ["consultations.id"], name="fk_comments_consultation"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
        sa.UniqueConstraint("owner", name="uq_comments_owner"),
        sa.UniqueConstraint("receipt", name="uq_comments_receipt"),
    )
    op.create_index("ix_comments_consultation", "comments", ["consultation"])
    op.create_index("ix_comments_told", "comments", ["told", "verdict"])

    op.create_table(
        "drafts",
        sa.Column("slot", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("listens_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("slot", name="pk_drafts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_drafts_owner", "drafts", ["owner"])

    op.create_table(
        "farewells",
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_farewells_person"),
        sa.PrimaryKeyConstraint("person", name="pk_farewells"),
        comment="Where the last answer goes to somebody who asked to be erased; gone with it.",
    )
    op.create_table(
        "follows",
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_follows_person"),
        sa.PrimaryKeyConstraint("person", "what", "subject", name="pk_follows"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_follows_of_subject", "follows", ["what", "subject", "person"])

    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["consultation"], ["consultations.id"], name="fk_meetings_consultation"),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
    )
    op.create_index("ix_meetings_consultation", "meetings", ["consultation"])
    op.create_index("ix_meetings_starts_at", "meetings", ["starts_at"])

    op.create_table(
        "offices",
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("institution", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("digest_at", sa.Time(), nullable=False),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_offices_institution"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_offices_person"),
        sa.PrimaryKeyConstraint("person", "institution", name="pk_offices"),
    )
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["consultation"], ["consultations.id"], name="fk_papers_consultation"),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
    )
    op.create_index("ix_papers_consultation", "papers", ["consultation"])

    op.create_table(
        "parcels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("campaign", sa.Integer(), nullable=True),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("letter", sa.LargeBinary(), nullable=True),
        sa.Column("subject", sa.String(length=80), nullable=True),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("use_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried", sa.Boolean(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("generation", sa.Integer(), nullable=True),
        sa.Column("over", sa.BigInteger(), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["campaign"], ["campaigns.id"], name="fk_parcels_campaign"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_parcels_person"),
        sa.PrimaryKeyConstraint("id", name="pk_parcels"),
        sa.UniqueConstraint("campaign", "person", name="uq_parcels_campaign_person"),
        sa.UniqueConstraint("key", "person", name="uq_parcels_key_person"),
    )
    op.create_index("ix_parcels_due", "parcels", ["bot", "state", "due_at"])
    op.create_index("ix_parcels_next", "parcels", ["bot", "state", "lane", "id"])
    op.create_index("ix_parcels_person", "parcels", ["person", "state", "due_at"])
    op.create_index("ix_parcels_subject", "parcels", ["subject", "state"])
    op.create_index("ix_parcels_tried", "parcels", ["person", "tried", "lane", "id"])

    op.create_table(
        "attendance",
        sa.Column("meeting", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("coming", sa.String(length=8), nullable=False),
        sa.Column("wants_to_speak", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_attendance_meeting"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_attendance_person"),
        sa.PrimaryKeyConstraint("meeting", "person", name="pk_attendance"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attendance_person", "attendance", ["person"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
