"""categories: whither reports of each are usually passed on, and an own text for whoever is about to tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TO_POLICE = ("violence", "weapons", "drugs", "fraud")
"""Of everybody's rows; what an institution has written stays as it is."""

labels = sa.table("category_labels", sa.column("category"), sa.column("language"), sa.column("label"))
categories = sa.table("categories", *(sa.column(name) for name in ("code", "institution", "passed_to")))


def _anew(*, numbered: bool) -> dict[str, Any]:
    """PostgreSQL gives no number twice anyway."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    return {"recreate": "always" if on_sqlite else "auto", "table_kwargs": {"sqlite_autoincrement": numbered}}


@contextmanager
def _alone() -> Iterator[None]:
    """Take the labels aside: SQLite makes the table anew, and drops none to which another one points."""
    connection = op.get_bind()
    kept = connection.execute(sa.select(labels).order_by(*labels.c)).mappings().all()
    connection.execute(labels.delete())
    yield
    if kept:
        connection.execute(labels.insert(), [dict(row) for row in kept])


def upgrade() -> None:
    with _alone(), op.batch_alter_table("categories", **_anew(numbered=True)) as changed:
        changed.add_column(sa.Column("passed_to", sa.String(20)))
        changed.add_column(sa.Column("passed_name", sa.String(120)))
    op.create_table(
        "category_texts",
        sa.Column("category", sa.Integer, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("category", "language", name="pk_category_texts"),
        sa.ForeignKeyConstraint(["category"], ["categories.id"], name="fk_category_texts_category"),
    )
    everybodys = categories.c.institution.is_(None) & categories.c.code.in_(TO_POLICE)
    op.execute(categories.update().where(everybodys).values(passed_to="police"))


def downgrade() -> None:
    """Whither and own texts are lost."""
    op.drop_table("category_texts")
    with _alone(), op.batch_alter_table("categories", **_anew(numbered=False)) as changed:
        changed.drop_column("passed_to")
        changed.drop_column("passed_name")
