"""The categories of safety reports as they are edited: an institution's own rows, with their words in each language."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select

from participation.ids import CategoryId, InstitutionId
from participation.people.model import Language
from participation.reports.limits import Limit, Limits
from participation.reports.model import Body, CategoryRow, Recipient
from storage.desks.desk import Desk
from storage.prepared import Row
from storage.tables import categories, category_labels, category_texts

Words = Mapping[int, Mapping[Language, str]]
CODED = "own{number}"


class Categories(Desk):
    """Fulfils `participation.sorting.Categories`."""

    async def of(self, institution: InstitutionId) -> Sequence[CategoryRow]:
        """The institution's own, in their order; those of everybody if it has none."""
        return await self._some(categories.c.institution == institution) or await self._some(
            categories.c.institution.is_(None)
        )

    async def find(self, category: CategoryId) -> CategoryRow | None:
        """The row of this number."""
        return next(iter(await self._some(categories.c.id == category)), None)

    async def _some(self, wanted: Any) -> list[CategoryRow]:
        """Those that are called something: others are shown to nobody."""
        rows = await self._all(select(categories).where(wanted).order_by(categories.c.rank, categories.c.id))
        numbers = [row["id"] for row in rows]
        labels, texts = (
            await self._words(category_labels, "label", numbers),
            await self._words(category_texts, "text", numbers),
        )
        return [_row(row, labels[row["id"]], texts.get(row["id"], {})) for row in rows if row["id"] in labels]

    async def _words(self, table: Table, column: str, numbers: Sequence[int]) -> Words:
        wanted = select(table).where(table.c.category.in_(numbers))
        found: dict[int, dict[Language, str]] = {}
        for row in await self._all(wanted.order_by(table.c.language != Language.SQ.value, table.c.language)):
            found.setdefault(row["category"], {})[Language(row["language"])] = row[column]
        return found

    async def copy(self, institution: InstitutionId) -> None:
        """Give an institution rows of its own, like those of everybody."""
        without_words = select(categories.c.id).where(categories.c.institution == institution)
        for nameless in await self._all(without_words):
            await self.drop(CategoryId(nameless["id"]))
        for rank, row in enumerate(await self._some(categories.c.institution.is_(None)), 1):
            await self._add(row, institution, row.code, rank)

    async def add(self, row: CategoryRow) -> CategoryId:
        """Keep a new one, under a code that nothing ever bore and nobody reads."""
        assert row.institution is not None
        number = await self._add(row, row.institution, "", len(await self.of(row.institution)) + 1)
        code = CODED.format(number=number)
        await self._touch(categories.update().where(categories.c.id == number).values(code=code))
        return number

    async def _add(self, row: CategoryRow, institution: InstitutionId, code: str, rank: int) -> CategoryId:
        values = {"institution": institution, "code": code, "rank": rank, **_values(row)}
        number = CategoryId(await self._number(categories.insert().values(values).returning(categories.c.id)))
        await self._write(number, row)
        return number

    async def put(self, row: CategoryRow) -> None:
        """It is like this now."""
        await self._touch(categories.update().where(categories.c.id == row.id).values(_values(row)))
        await self._forget_words(row.id)
        await self._write(row.id, row)

    async def _write(self, number: CategoryId, row: CategoryRow) -> None:
        for table, column, words in ((category_labels, "label", row.labels), (category_texts, "text", row.texts)):
            for language, said in words.items():
                await self._run(table.insert().values({"category": number, "language": language.value, column: said}))

    async def _forget_words(self, category: CategoryId) -> None:
        for table in (category_labels, category_texts):
            await self._run(table.delete().where(table.c.category == category))

    async def rank(self, numbers: Sequence[CategoryId]) -> None:
        """Let them stand in this order."""
        for rank, number in enumerate(numbers, 1):
            await self._touch(categories.update().where(categories.c.id == number).values(rank=rank))

    async def drop(self, category: CategoryId) -> None:
        """It is gone, with its words."""
        await self._forget_words(category)
        await self._touch(categories.delete().where(categories.c.id == category))


def _row(row: Row, labels: Mapping[Language, str], texts: Mapping[Language, str]) -> CategoryRow:
    return CategoryRow(
        id=CategoryId(row["id"]),
        institution=row["institution"],
        code=row["code"],
        urgent=row["urgent"],
        helps=row["helps"],
        limits=limits_in(row),
        passed_to=recipient_in(row),
        labels=labels,
        texts=texts,
    )


def _values(row: CategoryRow) -> dict[str, Any]:
    return {
        "urgent": row.urgent,
        "helps": row.helps,
        "read_within": str(row.limits.read),
        "answer_within": str(row.limits.answer),
        "passed_to": row.passed_to.body.value if row.passed_to else None,
        "passed_name": (row.passed_to.name or None) if row.passed_to else None,
    }


def limits_in(row: Row) -> Limits:
    """The time limits of a row."""
    return Limits(Limit.read(row["read_within"]), Limit.read(row["answer_within"]))


def recipient_in(row: Row) -> Recipient | None:
    """To whom its reports are usually passed on; somebody who has no name is nobody."""
    if row["passed_to"] is None or (row["passed_to"] == Body.OTHER.value and not row["passed_name"]):
        return None
    body = Body(row["passed_to"])
    return Recipient(body, row["passed_name"] if body is Body.OTHER else "")
