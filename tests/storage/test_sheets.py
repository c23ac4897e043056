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
    wrong = head + "1;welcome;it;Benvenuti\n1;farewell;SQ;x\n99;welcome;sq;y\n"
    assert await problems_of(database, "institution_texts", wrong) == [
        "line 4, language: it is sq or en, not 'it'",
        "line 5, key: it is welcome or privacy or reported, not 'farewell'",
    ]


async def test_rows_that_find_no_place_are_all_named(database):
    text = "municipality,name\n99,A\n1,B\n1,B\n98,C\n"
    assert await problems_of(database, "units", text) == [
        "line 2: it names a row that does not exist; `bashke places` shows the numbers",
        "line 4: it repeats another row",
        "line 5: it names a row that does not exist; `bashke places` shows the numbers",
    ]


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
