"""The consultation report: its counts are those of its rows, and it names nobody who commented."""

import json
from dataclasses import replace
from io import BytesIO
from struct import unpack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from documents.writing.charts import bars, over_time
from documents.writing.open_data import data_of, report_data
from documents.writing.papers.report import attendance_chart, report_charts, report_paper
from documents.writing.said import day_in_table
from participation.comments.model import Signature
from participation.messages import Media, MediaKind
from participation.paperwork.meetings import Attendee
from participation.paperwork.record import CommentRow, ConsultationReport

from .papers import ADOPTED, COMMENTS, GROUP, LISTED, PHONE, REPORT, papers
from .wordfiles import cells_of, headings_of, opened, words_of

AUTHORS = [row.signature.name for row in COMMENTS if row.signature.name]
EMPTY = replace(
    REPORT,
    comments=(),
    groups=(),
    meetings=(),
    participants={},
    overridden=(),
    prolonged=(),
    methods=(),
    published_at="",
)


def plain(report: ConsultationReport) -> Media:
    return report_paper(report, charts=False)


def table(report: ConsultationReport, heading: str) -> list[list[str]]:
    return next(rows for rows in cells_of(opened(plain(report))) if rows[0][0] == heading)


def test_it_tells_everything_in_eight_parts():
    assert [heading for heading in headings_of(opened(plain(REPORT))) if heading[0].isdigit()] == [
        "1. Të dhëna të përgjithshme",
        "2. Afatet dhe zgjatjet e tyre",
        "3. Takimet publike",
        "4. Pjesëmarrësit sipas llojit",
        "5. Komentet dhe rekomandimet e marra",
        "6. Vendimet dhe arsyet",
        "7. Rregulla të kapërcyera me vendim",
        "8. Publikimi dhe akti i miratuar",
    ]


def test_its_counts_are_those_of_its_rows():
    assert [row[1] for row in table(REPORT, "Komentet")[1:]] == ["7", "6", "1", "1", "1"]
    assert table(REPORT, "Sipas kanalit")[1:] == [
        ["Telegram", "3"],
        ["e-mail", "1"],
        ["me gojë në takim", "2"],
        ["RENJK", "1"],
    ]
    assert table(REPORT, "Sipas temës")[-1] == ["pa temë", "1"]
    assert dict(table(REPORT, "Sipas vendimit")[1:]) == {
        "pranuar": "2",
        "pranuar pjesërisht": "1",
        "refuzuar": "2",
        "jashtë objektit": "1",
        "pa vendim ende": "1",
    }


def test_one_more_comment_is_seen_in_every_count():
    more = replace(REPORT, comments=(*COMMENTS, replace(PHONE, number="PR-2027-0099")))
    assert table(more, "Komentet")[1][1] == "8"
    assert table(more, "Sipas kanalit")[1] == ["Telegram", "4"]
    assert dict(table(more, "Sipas vendimit")[1:])["pranuar"] == "3"


def test_a_prolonged_deadline_tells_why():
    assert table(REPORT, "Afati i parë")[1] == [
        "01.03.2027",
        "12.03.2027",
        "22.02.2027",
        "Takimi në Petran u shty për shkak të rrugës.",
    ]


def test_meetings_are_summed_with_about():
    assert "Takime gjithsej: 2. Të pranishëm gjithsej: rreth 46." in words_of(plain(REPORT))


def test_each_decision_has_its_reason_or_says_why_there_is_none():
    rows = {row[0]: row[-2:] for row in table(REPORT, "Nr.")[1:]}
    assert rows["PR-2027-0012"] == ["pranuar", "nuk nevojiten"]
    assert rows["PR-2027-0013"] == ["pranuar\n(i bashkuar me PR-2027-0012)", "nuk nevojiten"]
    assert rows["PR-2027-0022"] == ["refuzuar", "shih arsyet e grupit “Heqja e tarifës së kopshtit”"]
    assert rows["PR-2027-0031"] == ["pa vendim ende", "pret vendim"]


def test_a_reason_that_is_owed_and_not_there_is_seen():
    bare = replace(REPORT, groups=())
    assert {row[0]: row[-1] for row in table(bare, "Nr.")[1:]}["PR-2027-0022"] == "arsyet mungojnë"


def test_a_reason_for_a_group_is_told_once():
    assert words_of(plain(REPORT)).count(GROUP.reason) == 1


def test_late_ones_and_overrides_are_told():
    words = words_of(plain(REPORT))
    assert "19.03.2027\npas afatit" in words
    assert "Takimi njoftohet 20 ditë pune përpara" in words


def test_it_names_nobody_who_commented():
    words = words_of(plain(ADOPTED))
    assert len(AUTHORS) == 4
    assert [name for name in AUTHORS if name in words.replace("Shoqata Gratë e Vjosës\nDrejtoria", "")] == []


def test_the_act_is_there_once_it_is_adopted():
    assert "akti nuk është miratuar ende" in words_of(plain(REPORT))
    assert "Nr. 17" in words_of(plain(ADOPTED))
    assert "https://permet.example/v/17" in words_of(plain(ADOPTED))


def test_a_consultation_in_which_nobody_spoke_has_a_report_too():
    words = words_of(plain(EMPTY))
    for sentence in (
        "Afati nuk u zgjat.",
        "Nuk u mbajt asnjë takim publik.",
        "Nuk u mor asnjë koment.",
        "Nuk u mblodhën të dhëna për llojin e pjesëmarrësve.",
        "Asnjë rregull nuk u kapërcye.",
        "ende e papublikuar",
    ):
        assert sentence in words
    assert report_charts(EMPTY) == ()


def test_its_charts_stand_in_it_with_words_for_those_who_do_not_see_them():
    drawn = opened(papers()["report"]).inline_shapes
    assert len(drawn) == len(report_charts(REPORT)) == 5
    assert all(shape._inline.docPr.get("descr") for shape in drawn)


@pytest.mark.parametrize("media", [*report_charts(REPORT)], ids=lambda media: media.name)
def test_a_chart_is_a_picture_of_a_size_that_a_phone_shows(media):
    assert media.kind is MediaKind.PHOTO
    wide, high = unpack(">II", media.content[16:24])
    assert wide >= 1000
    assert high / wide < 2
    assert media.size == len(media.content) < 150_000


@pytest.mark.parametrize("label", ["5 $ dhe $x^2$", "x" * 4_000, "\x00\ud800\u202e", "", "👩‍👧", "fjalë " * 500])
def test_no_label_breaks_a_chart(label):
    content = bars(label[:100], [(label, 3), (label, 0)], name="x").content
    wide, high = Image.open(BytesIO(content)).size
    assert high / wide < 2


def test_very_many_bars_and_days_still_make_a_picture():
    assert bars("T", [(str(number), number) for number in range(500)], name="x").content
    days = {REPORT.opened_on.replace(year=year): year for year in range(1, 800)}
    assert over_time("T", days, said=day_in_table, name="x").content
    assert over_time("T", {}, said=day_in_table, name="x").content
    assert bars("T", [], name="x").content


def test_open_data_has_stable_codes_and_counts():
    data = json.loads(report_data(ADOPTED).content)
    assert data["version"] == 1
    assert data["kind"] == "draft"
    assert data["methods"] == ["register", "bot", "meeting", "email"]
    assert data["meetings"][1] == {
        "day": "2027-02-24",
        "begins": "17:30",
        "ends": None,
        "place": "Shkolla e fshatit, Petran",
        "present": {"number": 15, "about": True},
        "organisations": 2,
    }
    assert data["comments"]["by_verdict"] == {
        "accepted": 2,
        "partly": 1,
        "refused": 2,
        "out_of_scope": 1,
        "undecided": 1,
    }
    assert data["comments"]["rows"][2] == {
        "row": 3,
        "day": "2027-02-09",
        "channel": "email",
        "capacity": "organisation",
        "theme": "Qendra komunitare",
        "article": "Neni 7, pika 2",
        "late": False,
        "joined": False,
        "verdict": "partly",
    }
    assert data["act"]["number"] == "Nr. 17"


MARK = "qmimqzokë"


@given(st.sampled_from(["number", "words", "reason", "unit", "joined_to"]))
@settings(max_examples=10)
def test_open_data_has_nothing_of_a_person(field):
    row: CommentRow = replace(PHONE, **{field: MARK}, signature=Signature(name=MARK))
    told = report_data(replace(REPORT, comments=(row,), groups=(), letterhead=replace(REPORT.letterhead, unit=MARK)))
    assert MARK not in told.content.decode()


def test_a_planted_name_would_be_seen():
    told = report_data(replace(REPORT, comments=(replace(PHONE, theme=MARK),)))
    assert MARK in told.content.decode()


def test_nobody_s_name_is_in_the_open_data():
    told = report_data(ADOPTED).content.decode()
    names = [attendee.name for sheet in LISTED.sheets for attendee in sheet.attendees if isinstance(attendee, Attendee)]
    assert [name for name in [*AUTHORS, *names] if name in told] == []


@given(theme=st.text(), title=st.text())
@settings(max_examples=60)
def test_open_data_takes_any_words(theme, title):
    rows = (replace(PHONE, theme=theme, article=theme), replace(PHONE, theme=f" {theme}"))
    told = replace(REPORT, title=title, register_url=theme, comments=rows)
    assert json.loads(report_data(told).content) == json.loads(json.dumps(data_of(told)))
    assert sum(data_of(told)["comments"]["by_theme"].values()) == 2


def test_meetings_at_which_nobody_counted_are_not_drawn():
    uncounted = replace(REPORT, meetings=tuple(replace(each, present=None) for each in REPORT.meetings))
    assert attendance_chart(uncounted) is None
    assert len(opened(report_paper(uncounted)).inline_shapes) == len(report_charts(uncounted)) == 4
