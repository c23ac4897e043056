"""What an administrator edits goes out as CSV and comes back."""

from datetime import date

import pytest

from participation.ids import InstitutionId
from participation.people.model import Language
from participation.places import TextKey
from storage.cells import BadSheet
from storage.sheets import EDITABLE


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


async def problems_of(database, name, text):
    """What is wrong with it; nothing is changed then."""
    async with database.transaction() as unit:
        before = await unit.sheets.write_out(name)
    with pytest.raises(BadSheet) as bad:
        async with database.transaction() as unit:
            await unit.sheets.read_in(name, text)
    async with database.reading() as unit:
        assert await unit.sheets.write_out(name) == before
    return bad.value.problems


DAYS = "day,name,worked"


async def test_every_problem_of_a_sheet_is_named_and_nothing_is_changed(database):
    rows = "32.01.2027,A,no\n,B,perhaps\n01.02.2027,C\n"
    assert await problems_of(database, "days_off", f"{DAYS}\n\n{rows}") == [
        "line 3, day: it is a day, like 31.12.2027 or 2027-12-31, not '32.01.2027'",
        "line 4, day: it is empty",
        "line 4, worked: it is yes or no, not 'perhaps'",
        "line 5: 2 cells for 3 columns; text with a separator needs quotes",
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("day,name,worked,colour", "line 1: there is no column 'colour'; there are id, day, name, worked"),
        ("day,name", "line 1: the column worked is missing"),
        ("day,name,worked,day", "line 1: the column day stands twice"),
    ],
)
async def test_a_wrong_first_line_is_told_by_the_names_of_its_columns(database, header, said):
    (problem,) = await problems_of(database, "days_off", f"{header}\n2027-01-01,A,no,x\n")
    assert problem.startswith(said)


@pytest.mark.parametrize("text", ["", "\ufeff", "\n \n"])
async def test_an_empty_file_says_so(database, text):
    (problem,) = await problems_of(database, "units", text)
    assert problem == "the file is empty; its first line names the columns: id, municipality, name"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("day", ["2027-03-03", "03.03.2027", "3.3.2027", "03/03/2027"])
async def test_whatever_a_spreadsheet_makes_of_it_is_read(database, separator, mark, day):
    lines = (("Day ", "NAME", "worked"), (day, "Pushim, sipas vendimit; i ri" if separator == "\t" else "Pushim", "jo"))
    text = mark + "\r\n".join(separator.join(line) for line in lines) + "\r\n"
    async with database.transaction() as unit:
        assert await unit.sheets.read_in("days_off", text) == 1
        assert not (await unit.places.calendar(None)).is_working(date(2027, 3, 3))


async def test_a_text_of_many_lines_is_one_row_and_the_next_one_keeps_its_number(database):
    async with database.transaction() as unit:
        await unit.admin.add_institution("Bashkia Përmet", municipality="Përmet", prefix="PR")
    head = 'institution;key;language;text\n1;welcome;sq;"Mirë se\nvini; të gjithë"\n'
    async with database.transaction() as unit:
        assert await unit.sheets.read_in("institution_texts", head) == 1
        assert await unit.places.text(InstitutionId(1), TextKey.WELCOME, Language.SQ) == "Mirë se\nvini; të gjithë"
    wrong = head + "1;welcome;it;Benvenuti\n1;farewell;SQ;x\n99;privacy;sq;y\n"
    assert await problems_of(database, "institution_texts", wrong) == [
        "line 4, language: it is sq or en, not 'it'",
        f"line 5, key: it is {' or '.join(TextKey)}, not 'farewell'",
        "line 6, institution: there is no row 99; `bashke places` shows the numbers",
    ]


async def test_whatever_keeps_rows_from_their_places_is_named_in_one_go(database):
    text = "id,municipality,name\n,99,A\n,1,\n,1,B\n,1,B\n9999,1,C\n1,1,D\n1,1,E\n"
    assert await problems_of(database, "units", text) == [
        "line 2, municipality: there is no row 99; `bashke places` shows the numbers",
        "line 3, name: it is empty",
        "line 5: it repeats another row",
        "line 6, id: there is no row 9999; leave it empty for a new one",
        "line 8: it is about the same row as line 7",
    ]


async def test_a_label_of_no_category_is_told_where_their_numbers_are(database):
    (problem,) = await problems_of(database, "category_labels", "category,language,label\n99,sq,A\n")
    assert problem == "line 2, category: there is no row 99; `bashke rows categories` shows the numbers"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("days_off", "day,name,worked\n2027-12-31,Pushim,no\n"),
        ("categories", "code,urgent,helps,rank\nfire,yes,no,13\n"),
        ("institutions", "name,municipality,prefix,answer_days\nBashkia Korçë,1,KO,20\n"),
    ],
)
async def test_a_sheet_of_new_rows_is_not_taken_twice(database, name, text):
    async with database.transaction() as unit:
        assert await unit.sheets.read_in(name, text) == 1
    assert await problems_of(database, name, text) == ["line 2: it repeats another row"]


async def test_one_day_may_be_off_in_two_places(database):
    rows = "2027-12-31,Pushim,no,\n2027-12-31,Pushim,no,1\n2027-12-31,Pushim,no,2\n"
    async with database.transaction() as unit:
        assert await unit.sheets.read_in("days_off", f"day,name,worked,municipality\n{rows}") == 3


@pytest.mark.parametrize(
    ("name", "header", "row", "problem"),
    [
        ("institutions", "name,prefix,answer_days", "A,AA,0", "answer_days: it is a number from 1 to 250, not '0'"),
        ("institutions", "name,prefix,answer_days", "A,AA,-3", "answer_days: it is a number from 1 to 250, not '-3'"),
        ("institutions", "name,prefix,answer_days", f"A,AA,{9**20}", "answer_days: it is a number from 1 to 250"),
        ("institutions", "name,prefix,answer_days", f"{'A' * 201},AA,20", "name: it has at most 200 letters"),
        ("units", "municipality,name", f"{9**30},A", "municipality: it is a number, not"),
        ("categories", "code,urgent,helps,rank", "Fire!,no,no,1", "code: it is small letters from a to z and _"),
        ("categories", "code,urgent,helps,rank", "fire,no,no,1000", "rank: it is a number from -999 to 999"),
        (
            "emergency_numbers",
            "number,language,label,checked_on,listens,rank",
            "abc,sq,Policia,2026-11-01,no,1",
            "number: it is a telephone number, like 112 or +355 4 222 2222, not 'abc'",
        ),
    ],
)
async def test_what_the_service_could_not_work_with_is_no_cell(database, name, header, row, problem):
    (told,) = await problems_of(database, name, f"{header}\n{row}\n")
    assert told.startswith(f"line 2, {problem}")


async def test_somebody_in_danger_always_reads_a_number_to_call(database):
    async with database.transaction() as unit:
        *others, last = [one.number for one in await unit.places.emergency_numbers(Language.EN)]
        for number in others:
            await unit.sheets.take_out("emergency_numbers", [number, "en"])
    with pytest.raises(BadSheet) as bad:
        async with database.transaction() as unit:
            await unit.sheets.take_out("emergency_numbers", [last, "en"])
    assert bad.value.problems == [f"{last} en: no number to call would be left in en; add another one first"]
    async with database.reading() as unit:
        assert [one.number for one in await unit.places.emergency_numbers(Language.EN)] == [last]


async def test_an_email_a_link_and_letters_are_told_by_their_line_and_column(database):
    head = "municipality,name,prefix,email,register_url,answer_days\n"
    right = "1,A,AA,k@permet.example,https://register.example/1,20\n"
    async with database.transaction() as unit:
        assert await unit.sheets.read_in("institutions", head + right) == 1
    wrong = "1,B,BB,zyra@permet,javascript:alert(1),20\n1,C,c1,a@b.al; c@d.al,https://localhost,20\n"
    email, link = "it is an e-mail address, like bashkia@example.al", "it is a link, like https://register.example/109"
    assert await problems_of(database, "institutions", head + right.replace("A,AA", "D,DD") + wrong) == [
        f"line 3, email: {email}, not 'zyra@permet'",
        f"line 3, register_url: {link}, not 'javascript:alert(1)'",
        "line 4, prefix: it is one to six letters from A to Z, not 'c1'",
        f"line 4, email: {email}, not 'a@b.al; c@d.al'",
        f"line 4, register_url: {link}, not 'https://localhost'",
    ]


async def test_a_row_that_others_need_is_not_removed(database):
    async with database.transaction() as unit:
        with pytest.raises(BadSheet):
            await unit.sheets.take_out("categories", ["1"])


async def test_a_row_can_be_removed(database):
    async with database.transaction() as unit:
        assert await unit.sheets.take_out("days_off", ["1"]) == 1


async def test_the_whole_key_names_one_row(database):
    async with database.transaction() as unit:
        before = await unit.sheets.write_out("emergency_numbers")
        assert await unit.sheets.take_out("emergency_numbers", ["116 111", "SQ"]) == 1
        after = await unit.sheets.write_out("emergency_numbers")
        assert len(before.splitlines()) - len(after.splitlines()) == 1
        assert "116 111,en" in after
        for key in (["112"], ["112", "it"], ["112", "sq", "x"]):
            with pytest.raises(BadSheet):
                await unit.sheets.take_out("emergency_numbers", key)
        assert await unit.sheets.take_out("emergency_numbers", ["999", "sq"]) == 0


async def test_a_number_was_not_checked_on_a_day_that_is_still_to_come(database):
    row = "number,language,label,checked_on,listens,rank\n112,sq,Emergjenca,{},no,1\n"
    today = date(2026, 11, 26)
    async with database.transaction() as unit:
        assert await unit.sheets.read_in("emergency_numbers", row.format(today), today=today) == 1
        with pytest.raises(BadSheet) as bad:
            await unit.sheets.read_in("emergency_numbers", row.format("27.11.2026"), today=today)
    assert bad.value.problems == ["line 2, checked_on: it is a day that has come, not '27.11.2026'"]
