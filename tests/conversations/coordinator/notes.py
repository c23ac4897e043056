"""What the officials' log holds, read for tests."""

from sqlalchemy import text

from tests.town import Town


async def noted(town: Town) -> list[str]:
    """The actions in the log, in order."""
    async with town.service.database.transaction() as unit:
        rows = await unit._connection.execute(text("SELECT action FROM audit ORDER BY id"))
        return [row.action for row in rows]
