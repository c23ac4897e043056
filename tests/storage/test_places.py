import unicodedata
from datetime import date

import pytest

from participation.calendar.working_days import comment_deadline
from participation.errors import NotFound
from participation.ids import InstitutionId, MunicipalityId
from participation.people.model import Language
from participation.places import EmergencyNumber, Institution
from storage.database import Database
from storage.holidays import PublicHolidays
from storage.seed import lines_of
from storage.tables import days_off, emergency_numbers, institutions
from tests.storage.rows import House

COUNTIES = {
    "Berat", "Dibër", "Durrës", "Elbasan", "Fier", "Gjirokastër", "Korçë", "Kukës", "Lezhë", "Shkodër", "Tiranë",
    "Vlorë",
}  # fmt: skip


async def test_the_61_municipalities_of_12_counties_are_there(database: Database):
    async with database.reading() as uow:
        found = await uow.places.municipalities()
        assert await uow.places.municipality(found[5].id) == found[5]
        with pytest.raises(NotFound):
            await uow.places.municipality(MunicipalityId(62))
    assert len({one.name for one in found}) == 61
    assert {one.county for one in found} == COUNTIES


def test_every_commune_that_the_law_joined_is_a_unit():
    units = lines_of("units")
    assert len([line for line in units if not line["name"].startswith("Njësia nr.")]) + 1 == 373
    assert {line["municipality"] for line in units} == {line["name"] for line in lines_of("municipalities")}


def test_no_unit_stands_twice():
    units = [(line["municipality"], line["name"]) for line in lines_of("units")]
    assert len(set(units)) == len(units)


@pytest.mark.parametrize("name", ["municipalities", "units", "emergency_numbers", "report_categories", "days_off"])
def test_data_is_in_composed_letters_without_stray_spaces(name: str):
    for line in lines_of(name):
        for value in line.values():
            assert value == unicodedata.normalize("NFC", value).strip()


async def test_elbasan_has_its_town_and_twelve_units(database: Database):
    async with database.reading() as uow:
        (elbasan,) = [one for one in await uow.places.municipalities() if one.name == "Elbasan"]
        units = await uow.places.units(elbasan.id)
    assert len(units) == 13
    assert (units[0].name, units[0].namesake) == ("Elbasan", True)
    assert not any(unit.namesake for unit in units[1:])
    assert {unit.municipality for unit in units} == {elbasan.id}


async def test_an_institution_is_kept_as_it_was_given(database: Database):
    async with database.transaction() as uow:
        home = await uow.admin.municipality_named("Divjakë")
        number = await uow.admin.add_institution(
            "Bashkia Divjakë",
            municipality="Divjakë",
            prefix="DV",
            email="koordinatori@divjaka.example",
            office_hours="e hënë–e premte 8–16",
            register_url="https://example.org/regjistri",
        )
        ministry = await uow.admin.add_institution("Ministria", municipality=None, prefix="MB")
        assert await uow.places.institution(number) == Institution(
            number,
            "Bashkia Divjakë",
            home,
            "DV",
            "koordinatori@divjaka.example",
            "e hënë–e premte 8–16",
            "https://example.org/regjistri",
            20,
        )
        assert [one.id for one in await uow.places.institutions()] == [number, ministry]
        assert [one.id for one in await uow.places.institutions_of(home)] == [number]
        with pytest.raises(NotFound):
            await uow.places.institution(InstitutionId(99))
        with pytest.raises(NotFound):
            await uow.admin.add_institution("?", municipality="Atlantidë", prefix="AT")


async def test_a_unit_is_put_once(house: House):
    async with house.database.transaction() as uow:
        await uow.sheets.read_in("units", f"municipality,name\n{house.municipality},Lagjja Re\n")
        new = (await uow.places.units(house.municipality))[-1]
        assert (new.municipality, new.name) == (house.municipality, "Lagjja Re")


@pytest.mark.parametrize("language", Language)
async def test_emergency_numbers_come_the_most_general_first(database: Database, language: Language):
    async with database.reading() as uow:
        numbers = await uow.places.emergency_numbers(language)
    assert [one.number for one in numbers] == ["112", "129", "127", "128", "116 111", "116 117"]
    assert {one.checked_on for one in numbers} == {date(2026, 11, 1)}


async def test_whoever_is_in_danger_reads_the_numbers_in_albanian_where_there_are_no_others(database: Database):
    async with database.transaction() as uow:
        albanian = await uow.places.emergency_numbers(Language.SQ)
        await uow._connection.execute(emergency_numbers.delete().where(emergency_numbers.c.language == "en"))
        assert await uow.places.emergency_numbers(Language.EN) == albanian


@pytest.mark.parametrize("name", ["emergency_numbers", "report_categories"])
def test_what_people_read_of_the_data_is_there_in_every_language(name: str):
    assert all(line[language.value] for line in lines_of(name) for language in Language)


async def test_an_emergency_number_is_put_in_the_place_of_the_old(database: Database):
    header = "number,language,label,checked_on,listens,rank"
    async with database.transaction() as uow:
        await uow.sheets.read_in("emergency_numbers", f"{header}\n112,sq,Kudo,2026-11-20,1,9\n")
        last = (await uow.places.emergency_numbers(Language.SQ))[-1]
    assert last == EmergencyNumber("112", "Kudo", date(2026, 11, 20), listens=True)


async def test_what_endangers_people_now_is_urgent(house: House):
    async with house.database.reading() as uow:
        found = await uow.places.report_categories(house.institution, Language.SQ)
        english = await uow.places.report_categories(house.institution, Language.EN)
    assert {one.code for one in found if one.urgent} == {"violence", "child_at_risk", "unwell", "weapons"}
    assert {one.code for one in found if one.helps} == {"violence", "child_at_risk", "unwell", "bullying"}
    assert [one.code for one in found] == [one.code for one in english]
    assert found[-1].label == "Tjetër"
    assert all(one.label for one in (*found, *english))


async def test_own_categories_are_the_same_in_every_language_also_where_a_label_is_missing(house: House):
    async with house.database.transaction() as uow:
        own = f"{house.institution},river,yes,no,1\n{house.institution},bear,no,no,2\n"
        await uow.sheets.read_in("categories", f"institution,code,urgent,helps,rank\n{own}")
        river, bear = [row.partition(",")[0] for row in (await uow.sheets.write_out("categories")).splitlines()[-2:]]
        labels = f"{river},sq,Lumi\n{bear},sq,Ari\n{bear},en,A bear\n"
        await uow.sheets.read_in("category_labels", f"category,language,label\n{labels}")
        albanian, english = [await uow.places.report_categories(house.institution, each) for each in Language]
    assert [(one.code, one.label) for one in albanian] == [("river", "Lumi"), ("bear", "Ari")]
    assert [(one.code, one.label) for one in english] == [("river", "Lumi"), ("bear", "A bear")]


async def test_a_label_that_is_removed_hides_its_category_from_nobody(house: House):
    async with house.database.transaction() as uow:
        await uow.sheets.take_out("category_labels", ["1", "sq"])
        found = await uow.places.report_categories(house.institution, Language.SQ)
    assert (found[0].code, found[0].label) == ("violence", "Violence or threats, also at home")
    assert len(found) == 12


async def test_an_institution_may_have_words_of_its_own(house: House):
    async with house.database.transaction() as uow:
        assert await uow.places.text(house.institution, "welcome", Language.SQ) is None
        for words in ("Mirë se vini!", "Mirë se erdhët!"):
            row = f"institution,key,language,text\n{house.institution},welcome,sq,{words}\n"
            await uow.sheets.read_in("institution_texts", row)
        assert await uow.places.text(house.institution, "welcome", Language.SQ) == "Mirë se erdhët!"
        assert await uow.places.text(house.institution, "welcome", Language.EN) is None


async def test_receipts_are_counted_by_series_and_year(house: House):
    async with house.database.transaction() as uow:
        wanted = [("comment", 2026), ("comment", 2026), ("report", 2026), ("comment", 2027), ("comment", 2026)]
        counted = [await uow.places.next_receipt(house.institution, series, year) for series, year in wanted]
    assert counted == [1, 2, 1, 1, 3]


async def test_letters_that_pass_to_another_institution_are_counted_on(house: House):
    async def rename(uow, institution, prefix):
        row = f"{institution},Bashkia {prefix},{house.municipality},{prefix},20\n"
        await uow.sheets.read_in("institutions", f"id,name,municipality,prefix,answer_days\n{row}")

    async with house.database.transaction() as uow:
        other = await uow.admin.add_institution("Bashkia Korçë", municipality="Korçë", prefix="KO")
        former = (await uow.places.institution(house.institution)).prefix
        counted = [await uow.places.next_receipt(house.institution, "comments", 2026) for _ in range(2)]
        await rename(uow, house.institution, "PT")
        await rename(uow, other, former)
        counted += [await uow.places.next_receipt(one, "comments", 2026) for one in (other, house.institution)]
    assert counted == [1, 2, 3, 1]


@pytest.mark.parametrize(
    ("notice", "twenty", "forty"),
    [
        (date(2026, 3, 2), date(2026, 4, 2), date(2026, 5, 5)),
        (date(2026, 11, 2), date(2026, 12, 3), date(2027, 1, 6)),
        (date(2026, 12, 1), date(2026, 12, 31), date(2027, 2, 1)),
        (date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 12)),
        (date(2027, 3, 1), date(2027, 4, 2), date(2027, 4, 30)),
    ],
)
async def test_deadlines_are_those_of_the_law(house: House, notice: date, twenty: date, forty: date):
    async with house.database.reading() as uow:
        calendar = await uow.places.calendar(house.institution)
    assert comment_deadline(notice, calendar) == twenty
    assert comment_deadline(notice, calendar, 40) == forty


async def test_days_off_count_where_they_are_given(house: House):
    may = date(2025, 5, 15)
    async with house.database.transaction() as uow:
        tirane = await uow.admin.add_institution("Bashkia Tiranë", municipality="Tiranë", prefix="TR")
        rows = (
            "id,day,name,worked,municipality,institution,source\n"
            f",2026-11-04,Festë e qytetit,0,,{house.institution},\n"
            ",2026-11-07,Ditë pune,1,,,\n"
        )
        await uow.sheets.read_in("days_off", rows)
        everywhere, there, here = [await uow.places.calendar(one) for one in (None, tirane, house.institution)]
    assert [calendar.is_working(may) for calendar in (everywhere, there, here)] == [True, False, True]
    off = date(2026, 11, 4)
    assert [calendar.is_working(off) for calendar in (everywhere, there, here)] == [True, True, False]
    assert all(calendar.is_working(date(2026, 11, 7)) for calendar in (everywhere, there, here))
    assert not here.is_working(date(2025, 12, 26))
    assert not here.is_working(date(2023, 11, 27))


@pytest.mark.parametrize("some", [True, False])
async def test_an_institution_may_count_the_day_of_the_notice_with_days_off_or_without(house: House, some: bool):
    async with house.database.transaction() as uow:
        await uow._connection.execute(institutions.update().values(notice_day_counts=True))
        other = await uow.admin.add_institution("Bashkia Tiranë", municipality="Tiranë", prefix="TR")
        if not some:
            await uow._connection.execute(days_off.delete())
        found = [await uow.places.calendar(one) for one in (house.institution, other, None)]
    assert [calendar.notice_day_counts for calendar in found] == [True, False, False]
    assert [calendar.is_working(date(2025, 5, 15)) for calendar in found] == [True, not some, True]


def test_public_holidays_are_known_for_any_year_and_listed_for_a_span():
    holidays = PublicHolidays()
    assert date(2026, 11, 30) in holidays
    assert date(2027, 1, 4) in holidays
    assert date(2055, 11, 28) in holidays
    assert date(2026, 11, 25) not in holidays
    assert len(list(holidays)) == len(holidays) > 400


def test_the_day_in_lieu_of_a_december_holiday_is_found_in_january():
    holidays = PublicHolidays()
    assert all(holidays[day] for day in holidays if day.month == 1)
