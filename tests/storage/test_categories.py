"""An institution's own categories: a copy of everybody's, and no number or code that ever means another one."""

from dataclasses import replace

import pytest
from alembic import command
from sqlalchemy import create_engine, event, text

from participation.ids import CategoryId
from participation.people.model import Language
from participation.reports.limits import Limit, Limits, Measure
from participation.reports.model import Body, Category, CategoryRow, Recipient
from storage.schema import configured
from storage.work import Work
from tests.storage.rows import VAULT, House

TEXT = {Language.SQ: "Merrni 129.", Language.EN: "Call 129."}
LIMITS = Limits(Limit(3, Measure.HOURS), Limit(7))


def bare(rows):
    """What a copy has of the rows it is of."""
    return [replace(row, id=CategoryId(0), institution=None) for row in rows]


async def own(uow: Work, house: House, code: str) -> CategoryRow:
    return next(row for row in await uow.categories.of(house.institution) if row.code == code)


async def test_whoever_has_none_reads_everybodys_and_a_copy_is_like_them(house: House):
    async with house.database.transaction() as uow:
        usual = await uow.categories.of(house.institution)
        told = [await uow.places.report_categories(house.institution, each) for each in Language]
        await uow.categories.copy(house.institution)
        mine = await uow.categories.of(house.institution)
        assert [await uow.places.report_categories(house.institution, each) for each in Language] == told
    assert {row.institution for row in usual} == {None}
    assert {row.institution for row in mine} == {house.institution}
    assert bare(mine) == bare(usual)
    assert not {row.id for row in mine} & {row.id for row in usual}


async def test_where_reports_usually_go_is_there_from_the_beginning(house: House):
    async with house.database.reading() as uow:
        found = await uow.places.report_categories(house.institution, Language.SQ)
    police = {one.code for one in found if one.passed_to == Recipient(Body.POLICE)}
    assert police == {"violence", "weapons", "drugs", "fraud"}
    assert {one.code for one in found if one.passed_to is None} >= {"street", "noise", "traffic", "other"}


async def test_all_of_a_row_comes_back_and_nobody_elses_changes(house: House):
    async with house.database.transaction() as uow:
        other = await uow.admin.add_institution("Bashkia Korçë", municipality="Korçë", prefix="KO")
        for each in (house.institution, other):
            await uow.categories.copy(each)
        theirs = await uow.categories.of(other)
        noise = await own(uow, house, "noise")
        labels = {Language.SQ: "Muzikë", Language.EN: "Music"}
        whither = Recipient(Body.OTHER, "Inspektorati i Mjedisit")
        changed = replace(noise, urgent=True, helps=True, limits=LIMITS, passed_to=whither, labels=labels, texts=TEXT)
        await uow.categories.put(changed)
        assert await own(uow, house, "noise") == changed == await uow.categories.find(noise.id)
        assert await uow.categories.of(other) == theirs
        read = await uow.places.report_categories(house.institution, Language.EN)
        await uow.categories.put(replace(changed, texts={}, passed_to=None))
        assert (await own(uow, house, "noise")).passed_to is None
    shown = Category("noise", "Music", True, True, LIMITS, "Call 129.", whither)
    assert next(one for one in read if one.code == "noise") == shown


@pytest.mark.parametrize("written", Language)
async def test_a_text_is_read_in_the_language_in_which_it_was_written_if_in_no_other(house: House, written: Language):
    async with house.database.transaction() as uow:
        await uow.categories.copy(house.institution)
        noise = await own(uow, house, "noise")
        await uow.categories.put(replace(noise, texts={written: TEXT[written]}))
        for language in Language:
            read = await uow.places.report_categories(house.institution, language)
            assert [(one.code, one.text) for one in read if one.text] == [("noise", TEXT[written])]
            assert len(read) == 12
            assert next(one.label for one in read if one.code == "noise") == noise.labels[language]


async def test_a_number_and_a_code_that_are_gone_never_come_again(house: House):
    async with house.database.transaction() as uow:
        await uow.categories.copy(house.institution)
        new = replace(await own(uow, house, "noise"), code="", labels={Language.SQ: "Lumi"})
        numbers = []
        for _ in range(3):
            numbers.append(await uow.categories.add(new))
            found = await uow.categories.find(numbers[-1])
            assert found is not None
            assert found.code == f"own{numbers[-1]}"
            await uow.categories.drop(numbers[-1])
            assert await uow.categories.find(numbers[-1]) is None
    assert len(set(numbers)) == 3
    assert numbers == sorted(numbers)


async def test_a_row_goes_with_its_words_and_whoever_has_none_left_reads_everybodys(house: House):
    async with house.database.transaction() as uow:
        await uow.categories.copy(house.institution)
        noise = await own(uow, house, "noise")
        await uow.categories.put(replace(noise, texts=TEXT))
        for row in await uow.categories.of(house.institution):
            await uow.categories.drop(row.id)
        assert {row.institution for row in await uow.categories.of(house.institution)} == {None}
        for table in ("category_labels", "category_texts"):
            left = "SELECT count(*) FROM {} WHERE category NOT IN (SELECT id FROM categories)"
            assert (await uow._connection.execute(text(left.format(table)))).scalar_one() == 0


async def test_they_stand_in_the_order_that_is_said(house: House):
    async with house.database.transaction() as uow:
        await uow.categories.copy(house.institution)
        numbers = [row.id for row in await uow.categories.of(house.institution)]
        await uow.categories.rank(numbers[::-1])
        assert [row.id for row in await uow.categories.of(house.institution)] == numbers[::-1]


async def test_rows_of_a_sheet_that_nobody_has_named_yet_give_way_to_the_copy(house: House):
    async with house.database.transaction() as uow:
        row = f"institution,code,urgent,helps,rank\n{house.institution},noise,no,no,1\n"
        await uow.sheets.read_in("categories", row)
        await uow.categories.copy(house.institution)
        codes = [one.code for one in await uow.categories.of(house.institution)]
        sheet = await uow.sheets.write_out("categories")
    assert codes.count("noise") == 1
    assert sheet.count(",noise,") == 2


async def test_a_sheet_says_whither_and_somebody_without_a_name_is_nobody(house: House):
    async with house.database.transaction() as uow:
        header = "id,institution,code,urgent,helps,rank,passed_to,passed_name"
        for number, passed in ((10, "prosecution,"), (11, "other,"), (12, "other,Inspektorati")):
            code = {10: "noise", 11: "environment", 12: "other"}[number]
            await uow.sheets.read_in("categories", f"{header}\n{number},,{code},no,no,{number},{passed}\n")
        await uow.sheets.read_in("category_texts", "category,language,text\n10,sq,Merrni 129.\n")
        found = {one.code: one for one in await uow.places.report_categories(house.institution, Language.EN)}
    assert found["noise"].passed_to == Recipient(Body.PROSECUTION)
    assert found["environment"].passed_to is None
    assert found["other"].passed_to == Recipient(Body.OTHER, "Inspektorati")
    assert found["noise"].text == "Merrni 129."


def test_an_older_house_keeps_its_categories_and_everybodys_go_to_the_police():
    """And going back and forth loses none of them, though the labels point at the table that is made anew."""
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    with engine.begin() as connection:
        command.upgrade(configured(connection, VAULT), "0008")
        connection.execute(text("INSERT INTO institutions VALUES (1, 'B', NULL, 'PR', NULL, NULL, NULL, 30, 365, 5)"))
        for number, institution, code in ((1, None, "weapons"), (2, None, "noise"), (7, 1, "weapons")):
            put = "INSERT INTO categories VALUES (:id, :institution, :code, 1, 0, 1, '4h', '2d')"
            connection.execute(text(put), {"id": number, "institution": institution, "code": code})
            label = "INSERT INTO category_labels VALUES (:id, 'sq', :label)"
            connection.execute(text(label), {"id": number, "label": f"L{number}"})
        for version in ("0010", "0008", "head"):
            move = command.downgrade if version == "0008" else command.upgrade
            move(configured(connection, VAULT), version)
        found = connection.execute(text("SELECT id, code, read_within, passed_to FROM categories ORDER BY id")).all()
        labels = connection.execute(text("SELECT category, label FROM category_labels ORDER BY category")).all()
        connection.execute(text("DELETE FROM category_labels WHERE category = 7"))
        connection.execute(text("DELETE FROM categories WHERE id = 7"))
        new = "INSERT INTO categories (institution, code, urgent, helps, rank) VALUES (1, 'x', 0, 0, 1) RETURNING id"
        assert connection.execute(text(new)).scalar_one() == 8
    engine.dispose()
    assert [tuple(row) for row in found] == [
        (1, "weapons", "4h", "police"),
        (2, "noise", "4h", None),
        (7, "weapons", "4h", None),
    ]
    assert [tuple(row) for row in labels] == [(1, "L1"), (2, "L2"), (7, "L7")]
