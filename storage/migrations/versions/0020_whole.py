"""whole: each version of a notice says all its meetings and documents, and not only those that came with it.

What came with which version is known, for both were numbered in the order in which they came. A meeting that was
changed since stood elsewhere before, and it was not kept where; of a document that was left out it was not kept when.
Versions of which that cannot be told say nothing of their meetings, or of their documents; the newest says what holds.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

versions = sa.table(
    "versions",
    *(sa.column(name, sa.Integer) for name in ("consultation", "number")),
    *(sa.column(name, sa.Text) for name in ("amendment", "said")),
)
meetings = sa.table(
    "meetings",
    *(sa.column(name, sa.Integer) for name in ("id", "consultation", "revision")),
    *(sa.column(name, Moment) for name in ("starts_at", "ends_at")),
    sa.column("place", sa.Text),
    sa.column("cancelled", sa.Boolean),
)
papers = sa.table(
    "papers",
    *(sa.column(name, sa.Integer) for name in ("id", "consultation", "size")),
    *(sa.column(name, sa.Text) for name in ("name", "ref")),
    sa.column("dropped", sa.Boolean),
)

Rows = Sequence[sa.RowMapping]
Said = dict[str, Any]


def upgrade() -> None:
    for consultation, kept in _kept().items():
        its_meetings, its_papers = _of(consultation, meetings), _of(consultation, papers)
        with_meetings = [len(each.pop("venues", ())) for each in kept.values()]
        with_papers = [len(each.pop("papers", ())) for each in kept.values()]
        for place, (number, said) in enumerate(kept.items()):
            is_last = place == len(kept) - 1
            said["meetings"] = _then(its_meetings, with_meetings, place, _is_changed, _meeting, is_last=is_last)
            said["papers"] = _then(its_papers, with_papers, place, _is_dropped, _paper, is_last=is_last)
            _keep(consultation, number, said)


def _then(
    rows: Rows,
    came: Sequence[int],
    place: int,
    uncertain: Callable[[sa.RowMapping], bool],
    told: Callable[[sa.RowMapping], Said],
    *,
    is_last: bool,
) -> list[Said] | None:
    """What stood in the version of that place; None where it cannot be told."""
    later = sum(came[place + 1 :])
    there = rows[: max(0, len(rows) - later)]
    if is_last:
        return [told(row) for row in there if not row.get("dropped")]
    return None if any(map(uncertain, there)) else [told(row) for row in there]


def _is_changed(meeting: sa.RowMapping) -> bool:
    return bool(meeting["revision"])


def _is_dropped(paper: sa.RowMapping) -> bool:
    return bool(paper["dropped"])


def _meeting(row: sa.RowMapping) -> Said:
    venue = {"starts_at": row["starts_at"].isoformat(), "place": row["place"]}
    venue["ends_at"] = row["ends_at"].isoformat() if row["ends_at"] else None
    numbers = {name: row[name] for name in ("id", "consultation", "revision")}
    return {**numbers, "venue": venue, "cancelled": bool(row["cancelled"])}


def _paper(row: sa.RowMapping) -> Said:
    return {name: row[name] for name in ("id", "name", "size", "ref")}


def downgrade() -> None:
    """A version says again only what came with it; that a meeting was moved or called off counts as a correction."""
    for consultation, kept in _kept().items():
        before: Said = {}
        for number, said in kept.items():
            its = {name: said.pop(name, None) for name in ("meetings", "papers")}
            come = {name: _come(before.get(name), its[name]) for name in its}
            said["venues"] = [each["venue"] for each in come["meetings"]]
            said["papers"] = [each["name"] for each in come["papers"]]
            _keep(consultation, number, said)
            before = its
    of_meetings = versions.c.amendment.in_(("moved", "called_off"))
    op.execute(versions.update().where(of_meetings).values(amendment="corrected"))


def _come(before: Sequence[Said] | None, now: Sequence[Said] | None) -> list[Said]:
    """What came with a version; nothing, where one of the two cannot be told."""
    if before is None or now is None:
        return []
    there = {each["id"] for each in before}
    return [each for each in now if each["id"] not in there]


def _kept() -> dict[int, dict[int, Said]]:
    """What each version says, by the number of its consultation and its own."""
    found: defaultdict[int, dict[int, Said]] = defaultdict(dict)
    wanted = sa.select(versions).order_by(versions.c.consultation, versions.c.number)
    for row in op.get_bind().execute(wanted).mappings().all():
        found[row["consultation"]][row["number"]] = json.loads(row["said"])[0]
    return found


def _of(consultation: int, table: sa.TableClause) -> Rows:
    wanted = sa.select(table).where(table.c.consultation == consultation).order_by(table.c.id)
    return op.get_bind().execute(wanted).mappings().all()


def _keep(consultation: int, number: int, said: Said) -> None:
    same = (versions.c.consultation == consultation, versions.c.number == number)
    op.execute(versions.update().where(*same).values(said=json.dumps([said], ensure_ascii=False)))
