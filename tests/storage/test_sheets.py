"""What an administrator edits goes out as CSV and comes back."""

from datetime import date

import pytest

from storage.sheets import EDITABLE, BadSheet


@pytest.mark.parametrize("name", sorted(EDITABLE))
async def test_a_sheet_comes_back_as_it_went_out(database, name):
    async with database.transaction() as unit:
        out = await unit.sheets.write_out(name)
        await unit.sheets.read_in(name, out)
        assert await unit.sheets.write_out(name) == out


async def test_a_new_row_is_added_and_a_known_one_changed(database):
    async with database.transaction() as unit:
        before = (await unit.sheets.write_out("days_off")).splitlines()
        await unit.sheets.read_in("days_off", "id,day,name,worked\n,2026-12-24,Pushim,no\n1,2026-01-05,Ndryshe,po\n")
        after = await unit.sheets.write_out("days_off")
    assert len(after.splitlines()) == len(before) + 1
    assert "2026-12-24,Pushim" in after
    assert "1,2026-01-05,Ndryshe,yes" in after


async def test_a_day_off_counts_at_once(database):
    async with database.transaction() as unit:
        await unit.sheets.read_in("days_off", "day,name,worked\n2027-03-03,Pushim,no\n")
        calendar = await unit.places.calendar(None)
        assert not calendar.is_working(date(2027, 3, 3))


async def test_every_problem_of_a_sheet_is_named_and_nothing_is_changed(database):
    async with database.transaction() as unit:
        before = await unit.sheets.write_out("days_off")
        with pytest.raises(BadSheet) as bad:
            await unit.sheets.read_in("days_off", "day,name,worked,colour\nsoon,A,no,red\n2026-01-01,B,perhaps,red\n")
        assert len(bad.value.problems) == 4
        assert await unit.sheets.write_out("days_off") == before


async def test_a_row_that_others_need_is_not_removed(database):
    async with database.transaction() as unit:
        with pytest.raises(BadSheet):
            await unit.sheets.take_out("categories", "1")


async def test_a_row_can_be_removed(database):
    async with database.transaction() as unit:
        assert await unit.sheets.take_out("days_off", "1") == 1
