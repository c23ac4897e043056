"""The tables. People's words, names and addresses are sealed; what finds them again is a mark (see vault.py)."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    false,
    text,
)

from storage.columns import Moment

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def _own(*, table: str, nullable: bool = False, key: bool = False, name: str | None = None) -> Column[int]:
    """A column that points at a row of another table."""
    return Column(name or table, Integer, ForeignKey(f"{TABLES[table]}.id"), nullable=nullable, primary_key=key)


TABLES = {
    "municipality": "municipalities",
    "unit": "units",
    "institution": "institutions",
    "category": "categories",
    "person": "people",
    "consultation": "consultations",
    "meeting": "meetings",
    "campaign": "campaigns",
    "comment": "comments",
    "report": "reports",
    "officer": "people",
    "recipient": "people",
    "lead": "reports",
    "forum_member": "forum_members",
}

notes = Table(
    "notes",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    comment="What the house keeps about itself: the vault's check, what was filled.",
)

municipalities = Table(
    "municipalities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("county", String(80), nullable=False),
)

units = Table(
    "units",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="municipality"),
    Column("name", String(80), nullable=False),
    UniqueConstraint("municipality", "name"),
)

institutions = Table(
    "institutions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    _own(table="municipality", nullable=True),
    Column("prefix", String(8), nullable=False, unique=True),
    Column("email", String(200)),
    Column("office_hours", String(200)),
    Column("register_url", String(500)),
    Column("answer_days", Integer, nullable=False),
    Column("keep_days", Integer, nullable=False, server_default="365"),
    Column("smallest", Integer, nullable=False, server_default="5"),
    Column("by_two", Boolean, nullable=False, server_default=false()),
    Column("notice_day_counts", Boolean, nullable=False, server_default=false()),
)

institution_texts = Table(
    "institution_texts",
    metadata,
    _own(table="institution", key=True),
    Column("key", String(80), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("text", Text, nullable=False),
)

emergency_numbers = Table(
    "emergency_numbers",
    metadata,
    Column("number", String(20), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("label", String(200), nullable=False),
    Column("checked_on", Date, nullable=False),
    Column("listens", Boolean, nullable=False),
    Column("rank", SmallInteger, nullable=False),
    _own(table="institution", nullable=True),
)

categories = Table(
    "categories",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="institution", nullable=True),
    Column("code", String(40), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("helps", Boolean, nullable=False),
    Column("rank", SmallInteger, nullable=False),
    Column("read_within", String(8), nullable=False, server_default="2d"),
    Column("answer_within", String(8), nullable=False, server_default="10d"),
    Column("passed_to", String(20)),
    Column("passed_name", String(120)),
    sqlite_autoincrement=True,  # a button or a report of one that was deleted must not come to mean another one
)

category_labels = Table(
    "category_labels",
    metadata,
    _own(table="category", key=True),
    Column("language", String(8), primary_key=True),
    Column("label", String(120), nullable=False),
)

category_texts = Table(
    "category_texts",
    metadata,
    _own(table="category", key=True),
    Column("language", String(8), primary_key=True),
    Column("text", Text, nullable=False),
)

days_off = Table(
    "days_off",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("name", String(200), nullable=False),
    Column("worked", Boolean, nullable=False),
    _own(table="municipality", nullable=True),
    _own(table="institution", nullable=True),
    Column("source", String(300)),
)

acts_adopted = Table(
    "acts_adopted",
    metadata,
    Column("institution", Integer, ForeignKey("institutions.id"), primary_key=True),
    Column("year", SmallInteger, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("said_on", Date, nullable=False),
    comment="How many acts an institution adopted in a year in all, as its office said.",
)

calendar_lines = Table(
    "calendar_lines",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="institution"),
    Column("year", SmallInteger, nullable=False),
    Column("month", SmallInteger),
    Column("act", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("dropped", Boolean, nullable=False),
    _own(table="consultation", nullable=True),
    Index("ix_calendar_lines_institution_year", "institution", "year"),
    sqlite_autoincrement=True,  # a button of a line that was removed must not come to mean another one
    comment="What an institution means to consult on in a year; how far that has got is said by the consultation.",
)

receipts = Table(
    "receipts",
    metadata,
    Column("prefix", String(8), primary_key=True),
    Column("series", String(20), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    comment="The last number of each series: counted by letters, which may pass from one institution to another.",
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("language", String(8)),
    _own(table="municipality", nullable=True),
    _own(table="unit", nullable=True),
    Column("quiet_start", Time, nullable=False),
    Column("quiet_end", Time, nullable=False),
    Column("reach", String(20), nullable=False),
)

addresses = Table(
    "addresses",
    metadata,
    Column("mark", String(64), primary_key=True),
    _own(table="person"),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("person"),
    sqlite_with_rowid=False,  # rows lie in the order of their keys, not of what happened
)

farewells = Table(
    "farewells",
    metadata,
    _own(table="person", key=True),
    Column("sealed", LargeBinary, nullable=False),
    comment="Where the last answer goes to somebody who asked to be erased; gone with it.",
)

follows = Table(
    "follows",
    metadata,
    _own(table="person", key=True),
    Column("what", String(20), primary_key=True),
    Column("subject", Integer, primary_key=True),
    Column("since", Date),
    Index("ix_follows_of_subject", "what", "subject", "person"),
    sqlite_with_rowid=False,
)

offices = Table(
    "offices",
    metadata,
    _own(table="person", key=True),
    _own(table="institution", key=True),
    Column("role", String(20), primary_key=True),
    Column("digest_at", Time, nullable=False),
    Column("digest_every", String(8), nullable=False, server_default="day"),
    Column("called", LargeBinary),
)

invitations = Table(
    "invitations",
    metadata,
    Column("mark", String(64), primary_key=True),
    _own(table="institution"),
    Column("role", String(20), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

consultations = Table(
    "consultations",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="institution"),
    Column("stage", String(20), nullable=False),
    Column("publish_at", Moment, nullable=False),
    Column("title", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("notice_date", Date),
    Column("deadline", Date),
    Column("email", String(200)),
    Column("phone", String(80)),
    Column("register_url", String(500)),
    Column("protocol", String(120)),
    Column("laws", JSON, nullable=False),
    Column("steps", JSON, nullable=False),
    Column("units", JSON, nullable=False),
    Column("margin", Text),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("moved_on", Date),
    Column("owed", Integer),
    Column("adopted_number", String(120)),
    Column("adopted_on", Date),
    Column("adopted_link", String(500)),
    Column("summarised_on", Date),
    Column("undecided_because", Text),
    Column("step_marks", JSON),
    Index("ix_consultations_stage", "stage", "publish_at"),
    Index("ix_consultations_deadline", "deadline"),
)

proposals = Table(
    "proposals",
    metadata,
    _own(table="consultation", key=True),
    Column("sealed", LargeBinary, nullable=False),
    comment="Who wants to have it announced; gone once another official has released it.",
)

pending_changes = Table(
    "pending_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="institution"),
    _own(table="consultation", nullable=True),
    Column("since", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_pending_changes_institution", "institution"),
    comment="What one official has prepared and another has to release; gone once it is decided.",
    sqlite_autoincrement=True,  # a number that was deleted must not come again: buttons and letters name it
)

versions = Table(
    "versions",
    metadata,
    _own(table="consultation", key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("amendment", String(20), nullable=False),
    Column("day", Date, nullable=False),
    Column("said", Text, nullable=False),
    comment="All that a notice has ever said: what is changed is never lost.",
)

plans = Table(
    "plans",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="institution"),
    _own(table="consultation", nullable=True),
    Column("name", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("consultation"),
    Index("ix_plans_institution_changed_at", "institution", "changed_at"),
    comment="Consultation plans in the government's form; of a consultation there is one at most.",
    sqlite_autoincrement=True,  # a number that was deleted must not come again: buttons and drafts name it
)

papers = Table(
    "papers",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="consultation"),
    Column("name", String(300), nullable=False),
    Column("size", Integer, nullable=False),
    Column("ref", String(300), nullable=False),
    Column("dropped", Boolean, nullable=False, server_default=false()),
    Index("ix_papers_consultation", "consultation"),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="consultation"),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment),
    Column("place", Text, nullable=False),
    Column("joining", LargeBinary),
    Column("cancelled", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_meetings_consultation", "consultation"),
    Index("ix_meetings_starts_at", "starts_at"),
)

attendance = Table(
    "attendance",
    metadata,
    _own(table="meeting", key=True),
    _own(table="person", key=True),
    Column("coming", String(8), nullable=False),
    Column("wants_to_speak", Boolean, nullable=False),
    Column("since", Date),
    Column("wish", LargeBinary),
    Index("ix_attendance_person", "person"),
    sqlite_with_rowid=False,
)

doors = Table(
    "doors",
    metadata,
    _own(table="meeting", key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("link", String(64), nullable=False, unique=True),
    comment="By which code, and behind which link, people check in at a meeting now.",
)

tries = Table(
    "tries",
    metadata,
    Column("mark", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("count", Integer, nullable=False),
    comment="How many wrong codes somebody has typed today.",
    sqlite_with_rowid=False,
)

participants = Table(
    "participants",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _own(table="meeting"),
    _own(table="person", nullable=True),
    Column("actor", String(20)),
    Column("count", Integer, nullable=False),
    Column("about", Boolean, nullable=False),
    Column("sealed", LargeBinary),
    UniqueConstraint("meeting", "person"),
    Index("ix_participants_person", "person"),
    comment="Who is at a meeting; under numbers by chance, so that nothing tells who came when.",
)

minutes = Table(
    "minutes",
    metadata,
    _own(table="meeting", key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("finished_at", Moment),
    comment="Records of meetings; the newest finished revision counts.",
)

voices = Table(
    "voices",
    metadata,
    Column("mark", String(64), primary_key=True),
    _own(table="meeting"),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_voices_meeting", "meeting"),
    comment="That somebody has said whether they were heard, and what, as long as they may change it.",
    sqlite_with_rowid=False,
)

voice_counts = Table(
    "voice_counts",
    metadata,
    _own(table="meeting", key=True),
    Column("heard", String(8), primary_key=True),
    Column("people", Integer, nullable=False),
    comment="How many said how far they were heard at a meeting.",
    sqlite_with_rowid=False,
)

comments = Table(
    "comments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("receipt", String(40), nullable=False, unique=True),
    _own(table="consultation"),
    Column("sealed", LargeBinary, nullable=False),
    Column("author", LargeBinary, nullable=False),
    Column("owner", String(64), nullable=False, unique=True),
    Column("left_on", Date, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("verdict", String(20)),
    Column("answer", LargeBinary),
    Column("answered_by", LargeBinary),
    Column("told", Boolean, nullable=False),
    Column("channel", String(12), nullable=False, server_default="bot"),
    Column("filed", LargeBinary),
    _own(table="comment", nullable=True, name="lead"),
    Column("seen_on", Date),
    Column("withdrawn_on", Date),
    Column("warned", Boolean, nullable=False, server_default=false()),
    Column("unasked", Boolean, nullable=False, server_default=false()),
    Index("ix_comments_consultation", "consultation"),
    Index("ix_comments_lead", "lead"),
    Index("ix_comments_told", "told", "verdict"),
)

news = Table(
    "news",
    metadata,
    _own(table="comment", key=True),
    _own(table="campaign", key=True),
    comment="Of what the authors of comments are still to be told; whose they are is sealed, and told rows are gone.",
    sqlite_with_rowid=False,
)

unseen = Table(
    "unseen",
    metadata,
    _own(table="institution", key=True),
    Column("since", Date),
    Column("raised", SmallInteger, nullable=False),
    Column("moved_on", Date, nullable=False),
    comment="Since which day nobody of an institution has said that they have seen a digest, and who was told of it.",
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("receipt", String(40), nullable=False, unique=True),
    _own(table="institution"),
    Column("account", LargeBinary, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("state", String(20), nullable=False),
    _own(table="officer", nullable=True),
    Column("moved_on", Date, nullable=False),
    Column("said", Boolean, nullable=False),
    Column("due", LargeBinary, nullable=False),
    _own(table="lead", nullable=True),
    Column("guarded", Boolean, nullable=False),
    Index("ix_reports_institution", "institution", "state"),
    Index("ix_reports_lead", "lead"),
    sqlite_autoincrement=True,  # a number that was deleted must not come again: buttons and drafts name it
)

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="report"),
    Column("sealed", LargeBinary, nullable=False),
    Column("day", Date, nullable=False),
    Column("told", Boolean, nullable=False),
    Index("ix_entries_report", "report"),
    Index("ix_entries_told", "told"),
    comment="What was said and done about a report, in order; what its sender has not been told yet waits here.",
    sqlite_autoincrement=True,
)

known_problems = Table(
    "known_problems",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="report"),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("report"),
    comment="What an officer wrote for citizens about a report that leads others, as long as that is open.",
    sqlite_autoincrement=True,  # a button of an old one must not lead to a new one
)

unveilings = Table(
    "unveilings",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="report"),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_unveilings_report", "report"),
    comment="Who asked to see the name that was given with a report, why, and who agreed; gone with the name.",
    sqlite_autoincrement=True,  # a button of an old request must not answer a new one
)

groups = Table(
    "groups",
    metadata,
    _own(table="institution", key=True),
    _own(table="recipient"),
    Column("lacks", String(80), nullable=False),
    Column("told", Boolean, nullable=False),
    UniqueConstraint("recipient"),
    comment="The group of an institution's officers, which gets letters like a person, and what it lacks.",
)

topics = Table(
    "topics",
    metadata,
    _own(table="report", key=True),
    Column("mark", String(64), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    comment="In which topic of the officers' group a report is spoken of.",
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("receipt", String(40), primary_key=True),
    _own(table="institution"),
    Column("day", Date, nullable=False),
    comment="Of a report whose time was over: that there was one, and on which day it was deleted.",
)

threads = Table(
    "threads",
    metadata,
    Column("owner", String(64), primary_key=True),
    Column("report", String(64), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    comment="From a report to its sender; cut, there is no row.",
    sqlite_with_rowid=False,
)

drafts = Table(
    "drafts",
    metadata,
    Column("slot", String(64), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("touched_at", Moment, nullable=False),
    Column("listens_until", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Index("ix_drafts_owner", "owner"),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    metadata,
    Column("bot", BigInteger, primary_key=True),
    Column("update_id", BigInteger, primary_key=True),
    Column("day", Date, nullable=False),
    Column("fault", String(20)),
    Index("ix_inbox_day", "day"),
)

terms = Table(
    "terms",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("generation", Integer, nullable=False),
    comment="Whose turn it is to send with a token: each courier that begins has the next number.",
)

gates = Table(
    "gates",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("shut_until", Moment, nullable=False),
    Column("share", Float, nullable=False),
    Column("share_since", Moment, nullable=False),
    comment="How long a token was told to be silent, and how fast it may speak after that.",
)

refusals = Table(
    "refusals",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("count", Integer, nullable=False),
    comment="How many replies ended badly on the last day on which any did; of the replies themselves nothing is left.",
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("consultation", Integer, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("letter", LargeBinary, nullable=False),
    Column("subject", String(80)),
    Column("audience", Text, nullable=False),
    Column("lane", SmallInteger, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("use_by", Moment),
    Column("state", String(20), nullable=False),
    Column("cursor", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("reason", String(200)),
    Index("ix_campaigns_consultation", "consultation"),
    Index("ix_campaigns_state", "state", "due_at"),
)

_SETTLED = text("settled_at IS NOT NULL")

parcels = Table(
    "parcels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    _own(table="person"),
    _own(table="campaign", nullable=True),
    Column("lane", SmallInteger, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("letter", LargeBinary),
    Column("subject", String(80)),
    Column("key", String(64)),
    Column("due_at", Moment, nullable=False),
    Column("use_by", Moment),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tried", Boolean, nullable=False),
    Column("done", Integer, nullable=False),
    Column("lease_until", Moment),
    Column("generation", Integer),
    Column("over", BigInteger),
    Column("message", BigInteger),
    Column("settled_at", Moment),
    Column("reason", String(200)),
    UniqueConstraint("campaign", "person"),
    UniqueConstraint("key", "person"),
    Index("ix_parcels_next", "bot", "state", "lane", "id"),
    Index("ix_parcels_due", "bot", "state", "due_at"),
    Index("ix_parcels_person", "person", "state", "due_at"),
    Index("ix_parcels_subject", "subject", "state"),
    Index("ix_parcels_tried", "person", "tried", "lane", "id"),
    Index("ix_parcels_settled", "bot", "state", "settled_at", sqlite_where=_SETTLED, postgresql_where=_SETTLED),
)

forums = Table(
    "forums",
    metadata,
    _own(table="institution", key=True),
    Column("name", String(200), nullable=False),
    Column("since", Date, nullable=False),
    Column("call_text", Text),
    Column("call_until", Date),
    comment="The forum of an institution, and its open call.",
)

forum_members = Table(
    "forum_members",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _own(table="institution"),
    _own(table="person", nullable=True),
    Column("state", String(12), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("ended", Date),
    Column("link", String(64), unique=True),
    Column("link_on", Date),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_forum_members_institution", "institution"),
    Index("ix_forum_members_person", "person"),
    comment="Who belongs to a forum, applied or left; who they are is sealed, the numbers are by chance.",
)

forum_deeds = Table(
    "forum_deeds",
    metadata,
    _own(table="consultation", key=True),
    Column("right", String(12), primary_key=True),
    Column("done_on", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    comment="Rights of the forum that were met, as an official wrote it down.",
)

forum_meetings = Table(
    "forum_meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    _own(table="institution"),
    Column("day", Date, nullable=False),
    Column("place", String(200), nullable=False),
    Column("about", String(500), nullable=False),
    Index("ix_forum_meetings_institution", "institution"),
)

proof_heads = Table(
    "proof_heads",
    metadata,
    _own(table="institution", key=True),
    Column("last", Integer, nullable=False),
    Column("link", String(64), nullable=False),
    comment="Where the proof of notice of an institution ends: whoever adds to it waits here.",
)

proofs = Table(
    "proofs",
    metadata,
    _own(table="institution", key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("step", String(40), nullable=False),
    Column("topic", String(40), nullable=False),
    Column("way", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    _own(table="consultation", nullable=True),
    Column("first", Integer, nullable=False),
    Column("text", String(64), nullable=False),
    Column("detail", String(300), nullable=False),
    Column("who", String(64), nullable=False),
    Column("link", String(64), nullable=False),
    Column("key", String(80), nullable=False),
    _own(table="forum_member", name="member", nullable=True),
    _own(table="meeting", nullable=True),
    Column("sealed", LargeBinary),
    Index("ix_proofs_key", "institution", "key"),
    Index("ix_proofs_first", "institution", "first"),
    Index("ix_proofs_member", "member"),
    Index("ix_proofs_consultation", "consultation"),
    comment="Who was told what, in a chain; whose name it was is sealed and can be taken away.",
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person", LargeBinary),
    _own(table="institution", nullable=True),
    Column("action", String(80), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("times", Integer, nullable=False),
    Column("key", String(64), unique=True),
    Column("place", Integer, nullable=False, unique=True),
    Column("link", String(64), nullable=False),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    Column("link", String(64), nullable=False),
    Column("proof", String(64), nullable=False),
    comment="Where the chain of the register of deeds ends: one row, by which a cut end is seen.",
)
