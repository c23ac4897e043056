"""The table of comments, the papers of meetings, of the year and of the forum."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from documents.writing.papers.comments import comments_file, comments_paper
from documents.writing.papers.forum import forum_paper
from documents.writing.papers.meetings import minutes_paper, participants_paper, relacion_paper
from documents.writing.papers.notice import notice_paper
from documents.writing.papers.plan import plan_paper
from documents.writing.papers.yearly import annual_paper, chapter_paper
from documents.writing.repository import repository_file
from documents.writing.said import author_said, headcount_said, joined
from participation.comments.model import Capacity, Signature
from participation.consultations.versions import Amendment
from participation.ids import MeetingId
from participation.meetings.present import Actor, Headcount
from participation.paperwork.matrix import Achieved, matrix
from participation.paperwork.meetings import (
    AttendanceSheet,
    Counted,
    MeetingNote,
    MinutesPaper,
    ParticipantsList,
    Relacion,
    SpokenPoint,
)
from participation.paperwork.record import Cancellation
from participation.paperwork.yearly import AnnualReport
from participation.programme.model import ActsAdopted
from participation.reports.sheets import Form

from .papers import (
    CHAPTER,
    COMMENTS,
    FISCAL,
    FORUM,
    HEAD,
    IN_TOWN,
    LISTED,
    MINUTES,
    NOTICE,
    PLAN,
    RELACION,
    REPOSITORY,
    TABLE,
    YEAR,
)
from .test_sheets import lines_of
from .test_sheets import opened as cells_of_sheet
from .wordfiles import cells_of, headings_of, opened, words_of


def test_the_table_lists_every_comment_with_its_author():
    rows = cells_of(opened(comments_paper(TABLE)))[1]
    assert rows[0] == [
        *("Nr.", "Data", "Kanali", "Autori", "Tema", "Neni", "Kaluar te", "Komenti", "Vendimi", "Arsyet"),
    ]
    assert [row[0] for row in rows[1:]] == [row.number for row in COMMENTS]
    assert [row[3] for row in rows[1:]] == [
        "pa emër",
        "në emër të: Liri Vokopola",
        "Shoqata Gratë e Vjosës (organizatë)",
        "Agim Dërrasa",
        "pa emër",
        "pa emër",
        "Drita Skënduli",
    ]
    assert rows[1][6] == "Drejtoria e Shërbimeve Sociale\n08.02.2027"
    assert rows[2][8] == "pranuar\n(i bashkuar me PR-2027-0012)"
    assert rows[5][9] == rows[6][9] == TABLE.groups[0].reason


@pytest.mark.parametrize(
    ("signature", "said"),
    [
        (Signature(), "pa emër"),
        (Signature(Capacity.ORGANISATION), "pa emër"),
        (Signature(Capacity.ONESELF, ""), "pa emër"),
        (Signature(Capacity.ORGANISATION, "Gratë"), "Gratë (organizatë)"),
    ],
)
def test_an_author_without_a_name_is_told_as_one(signature, said):
    assert author_said(signature) == said


def test_a_table_without_comments_says_so():
    assert "Nuk u mor asnjë koment." in words_of(comments_paper(replace(TABLE, rows=())))


def test_the_sheet_has_the_same_rows():
    (page,) = cells_of_sheet(comments_file(TABLE, Form.XLSX).content)
    assert [row[0] for row in page[-len(COMMENTS) :]] == [row.number for row in COMMENTS]
    lines = lines_of(comments_file(TABLE, Form.CSV).content)
    assert [line[0] for line in lines[-len(COMMENTS) :]] == [row.number for row in COMMENTS]
    assert lines[-1][2] == "po"


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("words", ["=1+1", "\x00\x1b", "\ud800", "x" * 100_000, "@SUM(A1)", "\u202efshehur"])
def test_no_comment_breaks_a_sheet_or_runs_in_it(form, words):
    row = replace(COMMENTS[0], number=words, words=words, theme=words, signature=Signature(name=words))
    content = comments_file(replace(TABLE, title=words, rows=(row,)), form).content
    if form is Form.XLSX:
        assert len(cells_of_sheet(content)[0][-1]) == 13
    else:
        cells = [cell for line in lines_of(content) for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_all_are_counted_in_the_list_and_only_who_agreed_is_named():
    media = participants_paper(LISTED)
    tables = cells_of(opened(media))
    kinds = "qytetarë: 19, organizata të shoqërisë civile: 5, institucione publike: 4, specialistë të terrenit: 3"
    assert tables[1] == [["Të pranishëm", "31"], ["Të shënuar në listë", "31"], ["Sipas llojit", kinds]]
    assert [row[1] for row in tables[2][1:]] == ["Agim Dërrasa", "Luan Çuka", "Mira Qarri"]
    assert [row[5] for row in tables[2][1:]] == ["vetë, me telefon", "në listën me shkrim", "në listën me shkrim"]
    assert "Pa emër u numëruan 28 persona." in words_of(media)
    assert "Pa emër u numëruan rreth 14 persona." in words_of(media)


@pytest.mark.parametrize(
    ("kinds", "present", "listed"),
    [({}, "nuk u numëruan", "0"), ({Actor.CITIZEN: Headcount(1)}, "1", "1"), ({None: Headcount(2)}, "2", "2")],
)
def test_the_list_says_where_nobody_counted(kinds, present, listed):
    sheet = AttendanceSheet(replace(IN_TOWN, present=None), (), kinds)
    media = participants_paper(replace(LISTED, sheets=(sheet,)))
    assert cells_of(opened(media))[1][:2] == [["Të pranishëm", present], ["Të shënuar në listë", listed]]
    assert "pëlqim" not in words_of(media)
    assert ("lloji nuk u shënua: 2" in words_of(media)) is (None in kinds)


def test_a_list_of_no_meetings_says_so():
    assert "Nuk u mbajt asnjë takim publik." in words_of(participants_paper(ParticipantsList(HEAD, "Plani", ())))


def test_the_minutes_have_all_that_the_law_asks():
    media = minutes_paper(MINUTES)
    assert headings_of(opened(media)) == [
        "Rendi i ditës",
        "Diskutimet",
        "Rekomandimet",
        "Vendimet",
        "Materialet",
        "Përfundim",
    ]
    fields = dict(cells_of(opened(media))[1])
    assert fields["Vendi"] == IN_TOWN.place
    assert fields["Data"] == "16 shkurt 2027"
    assert fields["Ora"] == "11:00–13:00"
    assert fields["Të pranishëm në takim"] == "31 persona"
    assert fields["Moderimi"] == "Vjosa Lumi"
    assert cells_of(opened(media))[2][1] == [
        "Mira Qarri\nGratë e Vjosës",
        "Pasdite nuk ka asnjë shërbim për të moshuarit që jetojnë vetëm.",
    ]
    assert cells_of(opened(media))[2][3][0] == "nga salla"
    assert "Qendra të hapet edhe të shtunave." in words_of(media)


def test_minutes_of_which_nothing_was_written_say_so():
    words = words_of(minutes_paper(MinutesPaper(HEAD, "Plani", MeetingNote(date(2027, 2, 1), ""))))
    assert words.count("nuk është shënuar") >= 4
    for sentence in ("Nuk është shënuar asnjë diskutim.", "Nuk u mor asnjë vendim.", "nuk u numëruan"):
        assert sentence in words


def test_the_relacion_has_its_five_headings_and_its_header():
    media = relacion_paper(RELACION)
    assert headings_of(opened(media)) == [
        "1. Qëllimi i takimit",
        "2. Pjesëmarrësit",
        "3. Përmbajtja e diskutimeve",
        "4. Përfundime dhe rekomandime",
        "5. Përfundim",
    ]
    assert [row[0] for row in cells_of(opened(media))[1]] == [
        *("Vendi", "Data", "Ora", "Tema e takimit", "Të pranishëm në takim", "Moderimi"),
    ]
    words = words_of(media)
    assert (
        "Në takim morën pjesë 31 persona. Sipas llojit – qytetarë: 19, organizata të shoqërisë civile: 5, "
        "institucione publike: 4, specialistë të terrenit: 3." in words
    )
    for said in (RELACION.purpose, *MINUTES.decisions, *MINUTES.recommendations, MINUTES.closing):
        assert said in words
    assert words.index("4. Përfundime") < words.index(MINUTES.decisions[0]) < words.index("5. Përfundim\n")


def test_of_whom_nobody_wrote_down_the_kind_the_relacion_says_so():
    kinds = {Actor.CITIZEN: Headcount(18, about=True), Actor.CIVIL_SOCIETY: Headcount(2), None: Headcount(3)}
    told = Relacion(HEAD, "Plani", replace(IN_TOWN, present=Headcount(25, about=True)), kinds=kinds)
    assert (
        "Në takim morën pjesë rreth 25 persona. Lloji u shënua për rreth 20 – qytetarë: rreth 18, "
        "organizata të shoqërisë civile: 2." in words_of(relacion_paper(told))
    )


@pytest.mark.parametrize(
    ("present", "said"),
    [
        (Headcount(15, about=True), "Në takim morën pjesë rreth 15 persona."),
        (Headcount(1), "Në takim mori pjesë 1 person."),
        (None, "Numri i të pranishmëve nuk u shënua."),
    ],
)
def test_the_number_of_those_present_is_told_as_it_is_known(present, said):
    meeting = replace(IN_TOWN, present=present)
    assert said in words_of(relacion_paper(Relacion(HEAD, "Plani", meeting)))


def test_the_annual_report_tells_four_figures_and_below_each_what_it_counts():
    tables = cells_of(opened(annual_paper(YEAR)))
    assert [row[1] for row in tables[1][1:]] == ["1", "17", "5", "8", "4", "3"]
    assert len(tables[2]) - 1 == 1
    assert sum(int(row[3]) for row in tables[3][1:]) == 17
    assert [sum(int(row[column]) for row in tables[4][1:]) for column in (1, 2, 3)] == [5, 8, 4]
    assert len(tables[5]) - 1 == 3


def test_each_recommendation_stands_in_the_list_with_its_day_decision_and_reason():
    words = words_of(annual_paper(YEAR))
    tables = cells_of(opened(annual_paper(YEAR)))
    social, fiscal = tables[6], tables[7]
    assert [row[0] for row in social[1:]] == [row.number for row in COMMENTS]
    assert social[3] == ["PR-2027-0015", "09.02.2027", "pranuar pjesërisht", COMMENTS[2].reason]
    assert [row[2:] for row in fiscal[1:]] == [
        *([["pranuar", "nuk nevojiten"]] * 2),
        ["refuzuar", FISCAL[2].reason],
        *([["refuzuar", "si te PR-2027-0042"]] * 4),
        *([["pa vendim ende", "pret vendim"]] * 3),
    ]
    assert "Çdo rekomandim numërohet në vitin kur erdhi" in words
    assert "17 janar 2028" in words
    names = [row.signature.name for row in COMMENTS if row.signature.name]
    assert not [name for name in (*names, *(row.words for row in COMMENTS)) if name in words]


def test_what_was_called_off_stands_in_the_year_with_its_reason():
    tables = cells_of(opened(annual_paper(YEAR)))
    assert tables[3][3] == ["Rregullorja e tregjeve", "01.06.2027", "anuluar më 11.06.2027", "0"]
    assert tables[8][1:] == [["Rregullorja e tregjeve", "11.06.2027", "Rregullorja u tërhoq nga rendi i ditës."]]
    assert "Gjatë vitit nuk u anulua asnjë konsultim." in words_of(annual_paper(replace(YEAR, year=2028)))


def test_what_was_held_stands_beside_what_was_planned():
    tables = cells_of(opened(annual_paper(YEAR)))
    assert tables[9][1:] == [["3", "2", "66,67 %"]]
    assert [row[4] for row in tables[10][1:]] == ["akti u miratua", "u hoq nga plani", "hapur"]
    assert "nuk ka me çfarë të krahasohet" in words_of(annual_paper(replace(YEAR, planned=())))


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        (None, "nuk është shënuar nga zyra: pjesa e konsultuar nuk llogaritet"),
        (
            ActsAdopted(8, date(2028, 1, 10)),
            "10 janar 2028), akte të miratuara gjithsej gjatë vitit: 8. Pas",
        ),
        (ActsAdopted(8, date(2028, 1, 10)), "Pas konsultimit: 1, ose 12,50\u00a0%."),
        (ActsAdopted(1, date(2028, 1, 10)), "Pas konsultimit: 1, ose 100,00\u00a0%."),
        (ActsAdopted(0, date(2028, 1, 10)), "Pjesa nuk llogaritet: numri është më i vogël se lista më sipër."),
    ],
)
def test_the_share_of_all_acts_says_whence_it_comes_or_why_there_is_none(acts, said):
    assert said in words_of(annual_paper(replace(YEAR, acts=acts)))


def test_a_consultation_without_a_deadline_has_none_in_the_year():
    assert cells_of(opened(annual_paper(YEAR)))[3][2][2] == "pa afat"


def test_a_year_without_consultations_has_a_report_too():
    words = words_of(annual_paper(AnnualReport(HEAD, 2027, ())))
    for sentence in (
        "Gjatë vitit nuk u miratua asnjë akt pas konsultimit.",
        "Gjatë vitit nuk pati konsultime.",
        "Gjatë vitit nuk u mor asnjë rekomandim.",
        "Gjatë vitit nuk u mbajt asnjë takim publik.",
    ):
        assert sentence in words


def test_the_chapter_has_eight_sections():
    headings = headings_of(opened(chapter_paper(CHAPTER)))
    assert [heading[:2] for heading in headings] == [f"{number}." for number in range(1, 9)]
    assert "konsultime@permet.example" in words_of(chapter_paper(CHAPTER))
    assert "Raporti i vitit nuk është hartuar ende." in words_of(chapter_paper(replace(CHAPTER, report=None)))


def test_the_chapter_says_where_and_when_the_office_is_found_or_who_writes_it():
    fields = dict(cells_of(opened(chapter_paper(CHAPTER)))[1])
    assert list(fields) == ["Adresa", "E-mail", "Telefoni", "Orari"]
    assert fields["Orari"] == "e hënë – e premte, 08:00–16:00"
    assert fields["Telefoni"].startswith("nuk është shënuar: shkruhet nga zyra")


def test_the_chapter_says_which_notice_was_called_off():
    told = "Rregullorja e tregjeve\n(anuluar më 11 qershor 2027: Rregullorja u tërhoq nga rendi i ditës.)"
    assert told in words_of(chapter_paper(CHAPTER))


def test_the_repository_says_what_was_called_off_on_its_page_and_in_its_list():
    gone = replace(REPOSITORY.folders[0], cancelled=Cancellation(date(2027, 3, 1), "<Projekti> u tërhoq."))
    with ZipFile(BytesIO(repository_file(replace(REPOSITORY, folders=(gone,))).content)) as packed:
        page, listed = packed.read("index.html").decode(), packed.read("permbajtja.csv").decode()
    assert page.count("<p>anuluar më 1 mars 2027: &lt;Projekti&gt; u tërhoq.</p>") == 1
    assert "anuluar më 1 mars 2027: <Projekti> u tërhoq." in listed
    with ZipFile(BytesIO(repository_file(REPOSITORY).content)) as packed:
        assert "anuluar" not in packed.read("index.html").decode()


def test_the_matrix_says_how_many_meetings_were_counted_and_what_nobody_is_asked():
    achieved = Achieved(participants=Counted(Headcount(25, about=True), at=1, held=2))
    words = words_of(plan_paper(PLAN, HEAD, filled=matrix(PLAN.monitoring, achieved, today=HEAD.day)))
    assert "rreth 25 (1 nga 2 takime u numërua)" in words
    assert "nuk krahasohet: jo çdo takim u numërua" in words
    assert words.count("pjesëmarrësit nuk pyeten për këtë") == 2


def test_the_checklist_shows_all_four_rights_and_what_is_overdue():
    rows = cells_of(opened(forum_paper(FORUM)))[2]
    assert [row[4] for row in rows[1:]] == ["u krye", "u krye me vonesë", "nuk u krye brenda afatit", "për t'u kryer"]


def test_words_are_joined_as_one_speaks():
    assert (joined([]), joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])) == (
        "",
        "a",
        "a dhe b",
        "a, b dhe c",
    )
    assert headcount_said(None) == "nuk u numëruan"


def test_a_point_without_a_speaker_came_from_the_room():
    minutes = replace(MINUTES, points=(SpokenPoint("Po.", "  "),))
    assert cells_of(opened(minutes_paper(minutes)))[2][1] == ["nga salla", "Po."]


def test_a_notice_says_its_meetings_and_documents_and_what_became_of_a_meeting():
    (meeting,) = NOTICE.version.meetings
    off = replace(meeting, id=MeetingId(2), cancelled=True)
    version = replace(NOTICE.version, meetings=(meeting, off), amendment=Amendment.CALLED_OFF, reason="Salla u zu.")
    words = words_of(notice_paper(replace(NOTICE, version=version)))
    assert "Takimi u anulua. Salla u zu." in words
    assert "2 mars 2027, ora 17:00–18:30, Shkolla Frashër" in words
    assert "2 mars 2027, ora 17:00–18:30, u anulua" in words
    assert "projektakti.pdf" in words
    assert "Nuk është" not in words


def test_a_notice_that_has_none_says_so_and_one_that_does_not_know_says_nothing():
    none, unknown = (
        words_of(notice_paper(replace(NOTICE, version=replace(NOTICE.version, meetings=kept, papers=kept))))
        for kept in ((), None)
    )
    assert "Nuk është caktuar asnjë takim publik." in none
    assert "Nuk është bashkëngjitur asnjë dokument." in none
    for part in ("Takimet publike", "Dokumentet", "Nuk është"):
        assert part not in unknown
