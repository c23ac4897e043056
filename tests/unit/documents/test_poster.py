"""The page for a wall: one page whatever stands in it, few words, the code with its link, and always the register."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from docx.oxml.ns import qn

from documents.writing.codes import link_picture
from documents.writing.fitting import Room, fitted, lines_in
from documents.writing.papers.poster import MARGIN, poster_paper
from participation.clock import wall
from participation.consultations.model import Consultation, Kind, Stage, Terms
from participation.ids import ConsultationId, InstitutionId
from participation.meetings.model import Venue
from participation.paperwork.poster import MaySpeak, Ways, may_speak

from .papers import HEAD, POSTER, REGISTER, TITLE
from .wordfiles import opened, words_of

ROOM = "Salla e Këshillit Bashkiak në godinën e re të bashkisë, kati i dytë, hyrja nga rruga e Vjosës, Përmet"
A_PAGE = 29.7 - 2 * MARGIN
SPACER = 2 / 28.35
"""Centimetres of what stands between two tables, and at the end."""
NOW = wall(date(2027, 3, 1), time(12))


def venues(count: int, place: str = ROOM) -> tuple[Venue, ...]:
    return tuple(Venue(wall(date(2027, 2, 24) + timedelta(days=day), time(17, 30)), place) for day in range(count))


def height_of(media) -> float:
    """Centimetres that the page takes: of rows without a height of their own nobody could say."""
    paper = opened(media)
    rows = [row for table in paper.tables for row in table._tbl.tr_lst]
    heights = [row.xpath("./w:trPr/w:trHeight")[0] for row in rows]
    assert {each.get(qn("w:hRule")) for each in heights} == {"exact"}
    assert all(not paragraph.text for paragraph in paper.paragraphs)
    return sum(int(each.get(qn("w:val"))) for each in heights) / 567 + len(paper.paragraphs) * SPACER


HARD = {
    "as it is": POSTER,
    "long title, six meetings": replace(POSTER, title=f"{TITLE} " * 4, purpose="Vendoset " * 80, meetings=venues(6)),
    "sixty meetings": replace(POSTER, title="W" * 4_000, purpose="Ë " * 2_000, meetings=venues(60, "M" * 900)),
    "all long": replace(
        POSTER,
        letterhead=replace(HEAD, institution="M" * 4_000),
        meetings=venues(7),
        ways=Ways(*("W w " * 99,) * 4),
        register_url="https://w.example/" + "Wm" * 240,
    ),
    "nothing said": replace(
        POSTER, purpose="", meetings=(), ways=Ways(), register_url="", deadline=None, may_speak=MaySpeak.UNDATED
    ),
}


@pytest.mark.parametrize("poster", HARD.values(), ids=HARD)
def test_it_is_one_page_whatever_stands_in_it(poster):
    assert 20 < height_of(poster_paper(poster)) <= A_PAGE


def test_it_says_who_asks_what_until_when_where_and_how():
    words = words_of(poster_paper(POSTER))
    for said in (
        "BASHKIA PËRMET",
        "kërkon mendimin tuaj para se të vendosë",
        TITLE,
        "Çfarë vendoset: Vendoset cilat shërbime sociale hapen, dhe ku.",
        "e premte, 12 mars 2027",
        "e martë, 16 shkurt 2027, ora 11:00 – Salla e Këshillit Bashkiak, Përmet",
        "e martë, 2 mars 2027, ora 17:00 – vendi për t'u caktuar",
        "Flisni, shkruani ose dërgoni foto.",
        "konsultime@permet.example",
        "069 000 0000",
        "Sheshi kryesor, Përmet, e hënë – e premte, 08:00–16:00",
        POSTER.link,
        REGISTER,
    ):
        assert said in words


def test_the_code_on_it_is_that_of_the_link():
    blobs = [
        part.blob for part in opened(poster_paper(POSTER)).part.package.iter_parts() if part.partname.endswith(".png")
    ]
    assert blobs == [link_picture(POSTER.link, name="").content]


@pytest.mark.parametrize(
    ("count", "lines", "more"),
    [(0, 0, ""), (1, 1, ""), (6, 6, ""), (7, 6, "dhe 1 takim tjetër: "), (60, 6, "dhe 54 takime të tjera: ")],
)
def test_of_many_meetings_the_first_stand_there_and_the_others_behind_the_code(count, lines, more):
    words = words_of(poster_paper(replace(POSTER, meetings=venues(count))))
    assert words.count("• ") == lines
    assert ("dhe 1 takim" in words or "takime të tjera" in words) is bool(more)
    assert more in words


@pytest.mark.parametrize(
    "url", ["https://w.example/" + "Wm" * 240, "https://www.konsultimipublik.gov.al/Konsultime/Detaje/7"]
)
def test_a_link_to_the_register_is_never_cut(url):
    assert url in words_of(poster_paper(replace(POSTER, register_url=url)))


def test_where_nobody_named_a_link_it_leads_to_the_register_all_the_same():
    assert "RENJK" in words_of(poster_paper(replace(POSTER, register_url=" ")))


@pytest.mark.parametrize(
    ("said", "there", "not_there"),
    [
        (MaySpeak.LATE, "Mund të flisni edhe tani, me vonesë", "Lexoni"),
        (MaySpeak.UNDATED, "Afati nuk është caktuar", "12 mars"),
        (MaySpeak.COME, "Ejani në takim", "12 mars"),
        (MaySpeak.OVER, "Përgjigjet i gjeni me kodin", "Flisni"),
        (MaySpeak.CANCELLED, "u anulua", "Takimet"),
    ],
)
def test_it_invites_nobody_to_what_is_over(said, there, not_there):
    words = words_of(poster_paper(replace(POSTER, may_speak=said)))
    assert there in words
    assert not_there not in words
    assert ("kërkon mendimin" in words) is (said not in {MaySpeak.OVER, MaySpeak.CANCELLED})


@pytest.mark.parametrize(
    ("stage", "deadline", "kind", "meets", "said"),
    [
        (Stage.OPEN, date(2027, 3, 1), Kind.DRAFT, False, MaySpeak.UNTIL),
        (Stage.OPEN, date(2027, 2, 28), Kind.DRAFT, False, MaySpeak.LATE),
        (Stage.REVIEW, date(2027, 2, 28), Kind.DRAFT, True, MaySpeak.LATE),
        (Stage.OPEN, None, Kind.DRAFT, True, MaySpeak.UNDATED),
        (Stage.OPEN, None, Kind.MEETING, True, MaySpeak.COME),
        (Stage.OPEN, None, Kind.MEETING, False, MaySpeak.UNDATED),
        (Stage.SUMMARISED, date(2027, 2, 28), Kind.DRAFT, False, MaySpeak.OVER),
        (Stage.ADOPTED, None, Kind.DRAFT, False, MaySpeak.OVER),
        (Stage.CANCELLED, date(2027, 3, 9), Kind.SERIES, False, MaySpeak.CANCELLED),
    ],
)
def test_what_it_says_of_the_time_depends_on_where_it_stands(stage, deadline, kind, meets, said):
    terms = Terms("Plani", kind=kind, deadline=deadline)
    found = Consultation(ConsultationId(1), InstitutionId(1), terms, stage, datetime(2027, 2, 1, tzinfo=NOW.tzinfo))
    assert may_speak(found, NOW, meets=meets) is said


def test_words_are_as_large_as_they_fit_and_cut_at_a_word_if_they_do_not():
    room = Room(10, 2, 30, 10)
    assert fitted("Plani", room) == ("Plani", 30)
    middle, smaller = fitted("Plani Social i Bashkisë për vitet 2027–2030", room)
    assert (middle, 10 <= smaller < 30) == ("Plani Social i Bashkisë për vitet 2027–2030", True)
    cut, size = fitted("Plani Social " * 40, room)
    assert size == 10
    assert cut.endswith("…")
    assert cut.removesuffix(" …").split()[-1] in {"Plani", "Social"}
    assert lines_in(cut, size, 10 * 28.35) * size * 1.17 <= 2 * 28.35


def test_a_word_that_is_longer_than_a_line_takes_as_many_as_it_needs():
    assert [lines_in("m" * count, 10, 90.5) for count in (10, 11, 20, 21)] == [1, 2, 2, 3]
    assert lines_in("aa mm", 10, 18.5) == 2


def test_the_picture_can_be_told_by_whoever_does_not_see_it():
    (drawing,) = opened(poster_paper(POSTER)).element.body.iter(qn("wp:docPr"))
    assert POSTER.link in drawing.get("descr")
    assert BytesIO(poster_paper(POSTER).content).read() == poster_paper(POSTER).content
