"""cases: a report has a state, an officer and entries; who sent it stands apart from it, and can be cut off."""

import json
import secrets
from collections import Counter

import sqlalchemy as sa
from alembic import op

from storage.vault import Vault

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

threads = sa.table("threads", sa.column("owner"), sa.column("report"), sa.column("sealed"))

NOBODY = 0


def upgrade() -> None:
    op.create_table(
        "threads",
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("report", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_threads"),
        sa.UniqueConstraint("report", name="uq_threads_report"),
        comment="From a report to its sender; cut, there is no row.",
        sqlite_with_rowid=False,
    )
    _tie(op.get_bind(), _vault())
    with op.batch_alter_table("reports") as reports:
        reports.add_column(sa.Column("state", sa.String(20)))
        reports.add_column(sa.Column("officer", sa.Integer))
        reports.add_column(sa.Column("moved_on", sa.Date))
        reports.add_column(sa.Column("said", sa.Boolean))
        reports.create_foreign_key("fk_reports_officer", "people", ["officer"], ["id"])
    op.execute("UPDATE reports SET state = CASE WHEN seen THEN 'seen' ELSE 'delivered' END, moved_on = received_on")
    op.execute(sa.table("reports", sa.column("said", sa.Boolean)).update().values(said=False))
    op.drop_index("ix_reports_institution", "reports")
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as reports:
        reports.alter_column("state", nullable=False)
        reports.alter_column("moved_on", nullable=False)
        reports.alter_column("said", nullable=False)
        reports.drop_constraint("uq_reports_owner", type_="unique")
        for name in ("author", "owner", "seen"):
            reports.drop_column(name)
    op.create_index("ix_reports_institution", "reports", ["institution", "state"])
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_entries_report"),
        comment="What was said and done about a report, in order; what its sender has not been told yet waits here.",
        sqlite_autoincrement=True,
    )
    op.create_table(
        "tombstones",
        sa.Column("receipt", sa.String(40), nullable=False),
        sa.Column("institution", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("receipt", name="pk_tombstones"),
        sa.ForeignKeyConstraint(["institution"], ["institutions.id"], name="fk_tombstones_institution"),
        comment="Of a report whose time was over: that there was one, and on which day it was deleted.",
    )
    op.add_column("institutions", sa.Column("keep_days", sa.Integer, nullable=False, server_default="365"))
    op.create_index("ix_entries_report", "entries", ["report"])
    op.create_index("ix_entries_told", "entries", ["told"])


def _vault() -> Vault:
    config = op.get_context().config
    assert config is not None
    vault: Vault = config.attributes["vault"]
    return vault


def downgrade() -> None:
    """Whoever cut their thread is nobody; entries are lost."""
    op.drop_table("entries")
    op.drop_table("tombstones")
    op.drop_column("institutions", "keep_days")
    with op.batch_alter_table("reports") as reports:
        reports.add_column(sa.Column("author", sa.LargeBinary))
        reports.add_column(sa.Column("owner", sa.String(64)))
        reports.add_column(sa.Column("seen", sa.Boolean))
    _untie(op.get_bind(), _vault())
    op.drop_table("threads")
    op.drop_index("ix_reports_institution", "reports")
    with op.batch_alter_table("reports") as reports:
        for name in ("author", "owner", "seen"):
            reports.alter_column(name, nullable=False)
        reports.create_unique_constraint("uq_reports_owner", ["owner"])
        reports.drop_constraint("fk_reports_officer", type_="foreignkey")
        for name in ("state", "officer", "moved_on", "said"):
            reports.drop_column(name)
    op.create_index("ix_reports_institution", "reports", ["institution", "seen"])


def _untie(connection: sa.Connection, vault: Vault) -> None:
    ties = connection.execute(sa.select(threads.c.owner, threads.c.sealed)).all()
    ends = [json.loads(vault.open("thread", sealed, owner))[0] for owner, sealed in ties]
    senders = {one["receipt"]: one["person"] for one in ends}
    counted: Counter[int] = Counter()
    put = sa.text("UPDATE reports SET author = :author, owner = :owner, seen = :seen WHERE receipt = :receipt")
    for receipt, state in connection.execute(sa.text("SELECT receipt, state FROM reports ORDER BY id")).all():
        person = senders.get(receipt, NOBODY)
        owner = vault.mark("reports owner", f"{person}:{counted[person]}") if person else secrets.token_hex(32)
        author = vault.seal_text("reports author", str(person), receipt)
        values = {"author": author, "owner": owner, "seen": state != "delivered", "receipt": receipt}
        connection.execute(put, values)
        counted[person] += 1


def _tie(connection: sa.Connection, vault: Vault) -> None:
    """A thread for each report that has a sender, counted for each of them in the order in which they came."""
    counted: Counter[int] = Counter()
    for receipt, author in connection.execute(sa.text("SELECT receipt, author FROM reports ORDER BY id")).all():
        person = int(vault.open_text("reports author", author, receipt))
        if person != NOBODY:
            owner = vault.mark("threads owner", f"{person}:{counted[person]}")
            sealed = vault.seal("thread", json.dumps([{"person": person, "receipt": receipt}]).encode(), owner)
            row = {"owner": owner, "report": vault.mark("thread report", receipt), "sealed": sealed}
            connection.execute(threads.insert().values(row))
            counted[person] += 1
