"""The consultation report: its counts are those of its rows, and it names nobody who commented."""

import json
from dataclasses import replace
from datetime import date
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
from participation.comments.model import Signature, Verdict
from participation.consultations.model import Phase
from participation.meetings.present import Actor, Headcount
from participation.messages import Media, MediaKind
from participation.paperwork.record import Cancellation, CommentRow, ConsultationReport, GroupReason, Method

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
    methods=(Method.BOT,),
    summarised_on=None,
    phase=Phase.OPEN,
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


def test_a_meeting_at_which_nobody_counted_is_told_beside_the_sum():
    half = replace(REPORT, meetings=(REPORT.meetings[1], replace(REPORT.meetings[0], present=None)))
    assert "Takime gjithsej: 2. Të pranishëm gjithsej: rreth 15 (1 nga 2 takime u numërua)." in words_of(plain(half))
    assert data_of(half)["present"] == {"number": 15, "about": True, "meetings": 2, "counted": 1}
    nobody = replace(REPORT, meetings=tuple(replace(each, present=None) for each in REPORT.meetings))
    assert "Të pranishëm gjithsej: nuk u numëruan." in words_of(plain(nobody))
    assert data_of(nobody)["present"] is None


def test_kinds_say_where_they_are_only_about():
    assert table(REPORT, "Lloji")[1:] == [
        ["qytetarë", "rreth 29"],
        ["organizata të shoqërisë civile", "8"],
        ["institucione publike", "6"],
        ["specialistë të terrenit", "3"],
    ]
    unknown = replace(REPORT, participants={Actor.OTHER: Headcount(2), None: Headcount(4)})
    assert table(unknown, "Lloji")[1:] == [["të tjerë", "2"], ["lloji nuk u shënua", "4"]]
    assert data_of(unknown)["participants"]["unknown"] == {"number": 4, "about": False}


def deadlines(**said) -> str:
    return words_of(plain(replace(EMPTY, letterhead=replace(REPORT.letterhead, day=date(2027, 2, 20)), **said)))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Komentet priten deri më 12 mars 2027."),
        ({"deadline": date(2027, 2, 19)}, "Komentet u pritën deri më 19 shkurt 2027."),
        ({"deadline": date(2027, 2, 20)}, "Komentet priten deri më 20 shkurt 2027."),
        ({"deadline": None}, "Njoftimi nuk cakton afat për komente. Komentet priten ende."),
        (
            {"deadline": None, "phase": Phase.SUMMARISED, "summarised_on": date(2027, 2, 18)},
            "Njoftimi nuk cakton afat për komente. Komentet u pritën deri më 18 shkurt 2027.",
        ),
        (
            {"phase": Phase.SUMMARISED, "summarised_on": date(2027, 2, 18)},
            "Afati për komente ishte 12 mars 2027; komentet u pritën deri më 18 shkurt 2027.",
        ),
        (
            {"phase": Phase.CANCELLED, "cancelled": Cancellation(date(2027, 2, 17), "Projekti u tërhoq.")},
            "Afati për komente ishte 12 mars 2027; komentet u pritën deri më 17 shkurt 2027.",
        ),
    ],
    ids=["open", "over", "its last day", "no deadline", "summed up without", "summed up early", "called off"],
)
def test_the_time_for_comments_is_told_as_it_is(said, sentence):
    assert sentence in deadlines(**said)


def test_without_a_deadline_none_is_told_and_nothing_is_late():
    told = replace(REPORT, deadline=None, prolonged=())
    assert data_of(told)["deadline"] is None
    words = words_of(plain(told))
    assert "pas afatit" not in [row[0].removeprefix("prej tyre ") for row in table(told, "Komentet")]
    assert "Afati nuk u zgjat." not in words


def test_what_was_called_off_says_when_and_why_and_waits_for_no_act():
    gone = replace(EMPTY, phase=Phase.CANCELLED, cancelled=Cancellation(date(2027, 2, 17), "Projekti u tërhoq."))
    words = words_of(plain(gone))
    assert words.count("anuluar më 17 shkurt 2027: Projekti u tërhoq.") == 2
    assert "akti nuk është miratuar ende" not in words
    assert "ende e papublikuar" not in words
    assert data_of(gone)["cancelled"] == {"day": "2027-02-17", "reason": "Projekti u tërhoq."}
    assert data_of(gone)["phase"] == "cancelled"


def test_where_it_is_read_is_told_once_it_is_summed_up():
    outcome = dict(cells_of(opened(plain(REPORT)))[-1])
    assert (outcome["Përmbledhja u publikua më"], outcome["Lexohet te"]) == ("26 mars 2027", REPORT.link)
    assert "Lexohet te" not in words_of(plain(EMPTY))


def test_what_was_only_offered_is_said_so():
    told = replace(REPORT, methods=(Method.BOT, Method.PAPER), offered=(Method.EMAIL,))
    fields = dict(cells_of(opened(plain(told)))[1])
    assert fields["Metodat e konsultimit"].split("\n") == [
        "konsultim përmes Telegramit",
        "komente me shkrim në letër",
        "komente me e-mail (u ofrua, nuk u përdor)",
    ]
    assert data_of(told)["offered"] == ["email"]


def test_a_reason_for_several_without_a_theme_is_found_by_their_numbers():
    bare = replace(REPORT, groups=(replace(GROUP, subject=""),))
    rows = {row[0]: row[-1] for row in table(bare, "Nr.")[1:]}
    assert rows["PR-2027-0022"] == "shih arsyen e përbashkët për PR-2027-0022, PR-2027-0023"
    assert "“”" not in words_of(plain(bare))
    assert table(bare, "Grupi")[1][0] == "pa temë"


def test_of_many_numbers_only_the_first_stand_there():
    many = tuple(replace(PHONE, number=str(number), verdict=Verdict.REFUSED) for number in range(10))
    group = GroupReason("", Verdict.REFUSED, "Ligji.", tuple(row.number for row in many))
    told = replace(REPORT, comments=many, groups=(group,))
    assert {row[-1] for row in table(told, "Nr.")[1:]} == {"shih arsyen e përbashkët për 0, 1, 2, 3 dhe 6 të tjera"}


def test_the_same_reason_given_to_one_alone_is_no_group():
    alone = replace(PHONE, number="PR-2027-0044", verdict=Verdict.REFUSED, reason=GROUP.reason)
    told = replace(REPORT, comments=(*COMMENTS, alone))
    assert {row[0]: row[-1] for row in table(told, "Nr.")[1:]}["PR-2027-0044"] == GROUP.reason


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
    assert "takim i shpallur më pak se 20 ditë pune përpara (neni 17)" in words


def test_it_names_nobody_who_commented():
    words = words_of(plain(ADOPTED))
    assert len(AUTHORS) == 4
    assert [name for name in AUTHORS if name in words.replace("Shoqata Gratë e Vjosës\nDrejtoria", "")] == []


def test_the_act_is_there_once_it_is_adopted():
    assert "akti nuk është miratuar ende" in words_of(plain(REPORT))
    assert "Vendim nr. 17" in words_of(plain(ADOPTED))
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
    assert data["version"] == 2
    assert data["kind"] == "draft"
    assert data["methods"] == ["register", "bot", "meeting", "email", "spoken"]
    assert (data["phase"], data["cancelled"], data["offered"]) == ("adopted", None, [])
    assert (data["link"], data["summarised_on"]) == ("https://register.example/109", "2027-03-26")
    assert data["present"] == {"number": 46, "about": True, "meetings": 2, "counted": 2}
    assert data["participants"] == {
        "citizen": {"number": 29, "about": True},
        "civil": {"number": 8, "about": False},
        "institution": {"number": 6, "about": False},
        "specialist": {"number": 3, "about": False},
    }
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
    assert data["act"]["number"] == "Vendim nr. 17"


MARK = "qmimqzokë"


@given(st.sampled_from(["number", "words", "reason", "unit", "joined_to"]))
@settings(max_examples=10)
def test_open_data_has_nothing_of_a_person(field):
    row: CommentRow = replace(PHONE, **{field: MARK}, signature=Signature(name=MARK))
    told = report_data(replace(REPORT, comments=(row,), groups=(), letterhead=replace(REPORT.letterhead, place=MARK)))
    assert MARK not in told.content.decode()


def test_a_planted_name_would_be_seen():
    told = report_data(replace(REPORT, comments=(replace(PHONE, theme=MARK),)))
    assert MARK in told.content.decode()


def test_nobody_s_name_is_in_the_open_data():
    told = report_data(ADOPTED).content.decode()
    names = [attendee.name for sheet in LISTED.sheets for attendee in sheet.named]
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
