"""The table of comments, the papers of meetings, of the year and of the forum."""

from dataclasses import replace
from datetime import date

import pytest

from documents.writing.papers.comments import comments_file, comments_paper
from documents.writing.papers.forum import forum_paper
from documents.writing.papers.meetings import minutes_paper, participants_paper, relacion_paper
from documents.writing.papers.notice import notice_paper
from documents.writing.papers.yearly import annual_paper, chapter_paper
from documents.writing.said import author_said, headcount_said, joined
from participation.comments.model import Capacity, Signature
from participation.consultations.versions import Amendment
from participation.ids import MeetingId
from participation.meetings.present import Headcount
from participation.paperwork.meetings import MeetingNote, MinutesPaper, ParticipantsList, Relacion, SpokenPoint
from participation.paperwork.yearly import AnnualReport, BudgetIndicators
from participation.reports.sheets import Form

from .papers import CHAPTER, COMMENTS, FORUM, HEAD, IN_TOWN, LISTED, MINUTES, NOTICE, RELACION, TABLE, YEAR
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


def test_whoever_did_not_agree_is_counted_in_the_list_and_not_named():
    media = participants_paper(LISTED)
    tables = cells_of(opened(media))
    assert "Zana" not in words_of(media)
    assert "Firmë e fshehtë" not in words_of(media)
    assert tables[1][:2] == [["Të pranishëm", "31"], ["Të shënuar në listë", "4"]]
    assert "biznese: 1" in tables[1][2][1]
    assert "Për një person tjetër në listë emri nuk shënohet, sepse nuk ka pëlqim." in words_of(media)


def test_with_consent_the_same_name_is_there():
    named = [replace(each, consents=True) for each in LISTED.sheets[0].attendees]
    sheet = replace(LISTED.sheets[0], attendees=tuple(named))
    assert "Zana Pa Pëlqim" in words_of(participants_paper(replace(LISTED, sheets=(sheet,))))


def test_several_without_consent_are_told_in_the_plural():
    unnamed = [replace(each, consents=False) for each in LISTED.sheets[0].attendees]
    sheet = replace(LISTED.sheets[0], attendees=tuple(unnamed))
    assert "Për 4 persona të tjerë" in words_of(participants_paper(replace(LISTED, sheets=(sheet,))))


def test_a_list_of_no_meetings_says_so():
    assert "Nuk u mbajt asnjë takim publik." in words_of(participants_paper(ParticipantsList(HEAD, "Plani", ())))


def test_the_minutes_have_all_that_the_law_asks():
    media = minutes_paper(MINUTES)
    assert headings_of(opened(media)) == ["Rendi i ditës", "Diskutimet", "Rekomandimet", "Vendimet", "Materialet"]
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
    assert (
        "Në takim morën pjesë 31 persona: institucione publike, organizata të shoqërisë civile dhe specialistë të "
        "terrenit." in words_of(media)
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


def test_budget_indicators_stand_there_if_they_are_given():
    assert cells_of(opened(annual_paper(YEAR)))[6][1:] == [
        ["Konsultime të mbajtura kundrejt atyre të parashikuara nga ligji", "6", "12", "50,00 %"],
        ["Mbledhje të hapura të këshillit", "11", "12", "91,67 %"],
        ["Vendime të marra pas konsultimit", "4", "nuk u mblodh", "nuk llogaritet"],
    ]
    assert "buxhet" not in words_of(annual_paper(replace(YEAR, budget=None)))
    assert words_of(annual_paper(replace(YEAR, budget=BudgetIndicators()))).count("nuk u mblodh") == 6


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
